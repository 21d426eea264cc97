package search

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// TestKeptIndexIsThatOfNothing changes an archive again and again: its index, made of that of the state before, is the one
// that is made from nothing, and comes back from its bytes as it was.
func TestKeptIndexIsThatOfNothing(t *testing.T) {
	s := newSynth()
	records, names := s.archive(12)
	more, _ := s.archive(12)
	kept := keep(nil, records, sumsOf(records), names)
	for n := range 80 {
		what := s.change(&records, more)
		want := keep(nil, records, sumsOf(records), names)
		kept = keep(ParseKept(kept.Append(nil)), records, sumsOf(records), names)
		if !bytes.Equal(kept.Append(nil), want.Append(nil)) {
			t.Fatalf("edit %d, %s: the index is not that of a build from nothing", n, what)
		}
	}
	names = names[1:]
	other := keep(kept, records, sumsOf(records), names)
	if want := keep(nil, records, sumsOf(records), names); !bytes.Equal(other.Append(nil), want.Append(nil)) {
		t.Error("with other names, the index is not that of a build from nothing")
	}
}

// change edits the records and says how; more are records to take from.
func (s *synth) change(records *[]Record, more []Record) string {
	at := s.IntN(len(*records))
	switch s.IntN(6) {
	case 0:
		*records = slices.Delete(*records, at, at+1)
		return fmt.Sprintf("record %d is gone", at)
	case 1:
		r := more[s.IntN(len(more))]
		r.Path += "-" + s.englishWord()
		*records = slices.Insert(*records, at, r)
		return fmt.Sprintf("a record at %d", at)
	case 2:
		r := &(*records)[at]
		r.Lines = append(slices.Clone(r.Lines), Line{"s99", s.japanese() + s.englishWord()})
		return fmt.Sprintf("a line more in %d", at)
	case 3:
		r := &(*records)[at]
		r.Lines = slices.Clone(r.Lines[min(1, len(r.Lines)):])
		return fmt.Sprintf("a line less in %d", at)
	case 4:
		other := s.IntN(len(*records))
		(*records)[at], (*records)[other] = (*records)[other], (*records)[at]
		return fmt.Sprintf("%d and %d change places", at, other)
	}
	(*records)[at].Title += "、" + s.englishWord()
	return fmt.Sprintf("the title of %d", at)
}

// TestIndexIsMadeOfTheOldOne holds that one record more is all that is looked at.
func TestIndexIsMadeOfTheOldOne(t *testing.T) {
	s := newSynth()
	records, names := s.archive(12)
	old := keep(nil, records, sumsOf(records), names)
	records[5].Title += "別"
	next := &Kept{records: make([]lined, len(records))}
	for i, sum := range sumsOf(records) {
		next.records[i] = lined{sum, len(records[i].Lines)}
	}
	if spans, fresh := old.spans(next); !slices.Equal(fresh, []int{5}) || len(spans) != 2 {
		t.Errorf("records %d are looked at, and the others are in %d pieces", fresh, len(spans))
	}
}

// TestSumSeesEveryField changes each field of a record by itself.
func TestSumSeesEveryField(t *testing.T) {
	whole := Record{Names: []string{"a", "b"}, Lines: []Line{{"s1", "c"}, {"s2", "d"}}}
	was := sumsOf([]Record{whole})[0]
	seen := map[sum]string{was: "nothing"}
	check := func(what string, r Record) {
		t.Helper()
		got := sumsOf([]Record{r})[0]
		if same, ok := seen[got]; ok {
			t.Errorf("%s changed is not told from %s changed", what, same)
		}
		seen[got] = what
	}
	for i := range reflect.TypeFor[Record]().NumField() {
		r := whole
		f := reflect.ValueOf(&r).Elem().Field(i)
		name := reflect.TypeFor[Record]().Field(i).Name
		switch f.Kind() {
		case reflect.String:
			f.SetString("x")
			check(name, r)
		case reflect.Slice:
			f.Set(f.Slice(0, 1))
			check(name, r)
		case reflect.Struct:
			for j := range f.NumField() {
				r := whole
				reflect.ValueOf(&r).Elem().Field(i).Field(j).SetInt(7)
				check(name+"."+f.Type().Field(j).Name, r)
			}
		default:
			t.Errorf("the test does not know how to change %s", name)
		}
	}
	check("a name", Record{Names: []string{"ab", ""}, Lines: whole.Lines})
	check("a fragment", Record{Names: whole.Names, Lines: []Line{{"s1c", ""}, {"s2", "d"}}})
}

// FuzzParseKept holds that no bytes stop the program, and that what is read of them comes back as it is.
func FuzzParseKept(f *testing.F) {
	s := newSynth()
	records, names := s.archive(2)
	records = records[:4]
	good := keep(nil, records, sumsOf(records), names).Append(nil)
	for _, n := range []int{0, 1, 31, 33, len(good) / 2, len(good) - 1, len(good)} {
		f.Add(good[:n])
	}
	f.Add(append(slices.Clone(good), 0))
	f.Add(append(make([]byte, 32), 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f))
	f.Fuzz(func(t *testing.T, data []byte) {
		k := ParseKept(data)
		if k == nil {
			if bytes.Equal(data, good) {
				t.Error("what was kept is none")
			}
			return
		}
		once := k.Append(nil)
		again := ParseKept(once)
		if again == nil || !bytes.Equal(again.Append(nil), once) {
			t.Error("it came back as something else")
		}
	})
}
