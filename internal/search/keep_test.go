package search

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A packed archive is its scripts, by their paths, and what is kept of it.
type packed struct {
	files map[string][]byte
	kept  *Kept
	stay  int // scripts that were those of the archive before
}

// small limits cut an archive of some records into many scripts.
func small() limits { return limits{text: 3000, grams: 2000, heavy: 40} }

// script returns a script as a build reads it that comes later.
func (p *packed) script(path string) []byte { return p.files[path] }

// next packs an archive after another one, of which the scripts are gone for which lost is true.
func (p *packed) next(t *testing.T, records []Record, names []Name, lost func(path string) bool) packed {
	t.Helper()
	return p.after(t, told(records), names, small(), lost)
}

// after is next for records that need not be there, and other limits.
func (p *packed) after(t *testing.T, list []entry, names []Name, size limits, lost func(path string) bool) packed {
	t.Helper()
	out := packed{files: map[string][]byte{}}
	var old *Kept
	if p.kept != nil {
		if old = ParseKept(p.kept.Append(nil), p.script); old == nil {
			t.Fatal("what was kept is none")
		}
	}
	var err error
	out.kept, err = pack(list, names, old, size, func(f File) error {
		if _, twice := out.files[f.Path]; twice {
			t.Errorf("%s is made twice", f.Path)
		}
		if f.Stays && !lost(f.Path) {
			out.files[f.Path] = p.files[f.Path]
			out.stay++
			return nil
		}
		f, err := f.made()
		out.files[f.Path] = f.Data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func (p *packed) same(o *packed) bool {
	return maps.EqualFunc(p.files, o.files, bytes.Equal) && bytes.Equal(p.kept.Append(nil), o.kept.Append(nil))
}

// told are the entries of records, of the first half of which it is told what they are made of.
func told(records []Record) []entry {
	list := entriesOf(records)
	for i := range list[:len(list)/2] {
		list[i].of = sha256.Sum256(append(records[i].append(nil), "what it is made of"...))
		list[i].made, list[i].make = nil, func() Record { return records[i] }
	}
	return list
}

func measured(records []Record) []entry {
	list := entriesOf(records)
	measure(list, nil)
	return list
}

func sumOfRecord(r Record) sum { return sha256.Sum256(r.append(nil)) }

func none(string) bool { return false }

// TestKeptIndexIsThatOfNothing changes an archive again and again: its scripts, made of those of the state before, are the
// ones that are made from nothing.
func TestKeptIndexIsThatOfNothing(t *testing.T) {
	s := newSynth()
	records, names := s.archive(5)
	more, _ := s.archive(5)
	var nothing packed
	last := nothing.next(t, records, names, none)
	mended := map[string]int{}
	for n := range 80 {
		what := s.change(&records, more)
		want := nothing.next(t, records, names, none)
		last = last.next(t, records, names, func(path string) bool { return n%20 == 7 && strings.HasSuffix(path, "3.js") })
		if !last.same(&want) {
			t.Fatalf("edit %d, %s: the scripts are not those of a build from nothing", n, what)
		}
		if last.stay > 0 {
			mended[strings.TrimRight(what, "0123456789")]++
		}
	}
	if mended["a line more in "] < 5 || mended["a line less in "] < 5 || mended["the title of "] < 3 || mended["a record at "] > 0 {
		t.Errorf("scripts were mended after these edits: %v", mended)
	}
	names = names[1:]
	want := nothing.next(t, records, names, none)
	if got := last.next(t, records, names, none); !got.same(&want) {
		t.Error("with other names, the scripts are not those of a build from nothing")
	}
}

// TestDamagedScriptsAreNotUsed damages the scripts of an archive, of which the index is then made anew.
func TestDamagedScriptsAreNotUsed(t *testing.T) {
	s := newSynth()
	records, names := s.archive(3)
	var nothing packed
	was := nothing.next(t, records, names, none)
	whole := maps.Clone(was.files)
	records[7].Lines = append(slices.Clone(records[7].Lines), Line{"s99", "埠頭の灯台"})
	want := nothing.next(t, records, names, none)
	if got := was.next(t, records, names, none); !got.same(&want) || got.stay == 0 {
		t.Fatalf("the scripts are not those of a build from nothing, or all were made anew: %d stayed", got.stay)
	}
	for i, path := range slices.Sorted(maps.Keys(want.files)) {
		data, there := whole[path]
		if !there || path == Path || i%3 > 0 && strings.Contains(path, "/h") { // of those there are many
			continue
		}
		head, _, _ := bytes.Cut(data, []byte(", "))
		kinds := [][]byte{nil, data[:len(data)/2], slices.Concat(head, []byte(", {}"+partEnd)), append(slices.Clone(data), ' ')}
		if strings.Contains(path, "/t") {
			kinds = [][]byte{bytes.ReplaceAll(data, []byte("。"), []byte("と"))}
		}
		was.files[path] = kinds[i%len(kinds)]
		got := was.next(t, records, names, func(p string) bool { return p == path })
		if !got.same(&want) {
			t.Fatalf("%s is damaged, and the scripts are not those of a build from nothing", path)
		}
		was.files[path] = data
	}
}

// TestPostingsAreRead holds that lines come back from a script as they were, however they are written.
func TestPostingsAreRead(t *testing.T) {
	for _, lines := range [][]uint32{{0}, {7}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 300, 70000}, {5, 6, 7, 8, 9, 10, 11, 12, 13}} {
		var p posting
		for _, l := range lines {
			p.put(l)
		}
		got, ok := readPosting([]byte(p.String()))
		if !ok || !slices.Equal(got.lines(), lines) || got.n != p.n || got.last != p.last {
			t.Errorf("%v came back as %v", lines, got.lines())
		}
	}
	for _, bad := range []string{"", "!", "Ag", "AID", "A"} {
		if p, ok := readPosting([]byte(bad)); ok {
			t.Errorf("%q is %v", bad, p.lines())
		}
	}
}

// FuzzReadShard holds that no bytes stop the program, and that a shard that is read is written as it was.
func FuzzReadShard(f *testing.F) {
	for _, body := range []string{"{}", `{"a":"AAE"}`, `{"a":"AAE","b\"":"!1:2"}`, `{"a":"AAE",}`, `{"a"`, `{"\`, "{", `{"a":"!"}`} {
		f.Add([]byte(partHead("g", 3) + body + partEnd))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		shard, ok := readShard(data, 3)
		if ok && !bytes.Equal(shardOf(shard, 3), data) {
			t.Error("it came back as something else")
		}
		for i := range shard {
			shard[i].heavyNumber()
			readPosting(shard[i].code)
		}
	})
}

// change edits the records and says how; more are records to take from.
func (s *synth) change(records *[]Record, more []Record) string {
	at := s.IntN(len(*records))
	what := s.IntN(7)
	if len(*records) < 10 {
		what = 1
	}
	switch what {
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
		r.Lines = slices.Clone(r.Lines[:max(0, len(r.Lines)-1)])
		return fmt.Sprintf("a line less in %d", at)
	case 4:
		other := s.IntN(len(*records))
		(*records)[at], (*records)[other] = (*records)[other], (*records)[at]
		return fmt.Sprintf("%d and %d change places", at, other)
	}
	if what == 5 {
		r := &(*records)[at]
		r.Lines = append([]Line{{"s0", s.japanese()}}, r.Lines...)
		return fmt.Sprintf("all lines of %d", at)
	}
	(*records)[at].Title += "、" + s.englishWord()
	return fmt.Sprintf("the title of %d", at)
}

// TestIndexIsMadeOfTheOldOne holds that one record more is all that is looked at.
func TestIndexIsMadeOfTheOldOne(t *testing.T) {
	s := newSynth()
	records, names := s.archive(12)
	old := newKept(measured(records), nil, names)
	records[5].Lines = append(records[5].Lines, make([]Line, 99)...)
	next := newKept(measured(records), nil, names)
	if spans, fresh := old.spans(next, nil); !slices.Equal(fresh, []int{5}) || len(spans) != 2 {
		t.Errorf("records %d are looked at, and the others are in %d pieces", fresh, len(spans))
	}
}

// TestSumSeesEveryField changes each field of a record by itself.
func TestSumSeesEveryField(t *testing.T) {
	whole := Record{Names: []string{"a", "b"}, Lines: []Line{{"s1", "c"}, {"s2", "d"}}}
	was := sumOfRecord(whole)
	seen := map[sum]string{was: "nothing"}
	check := func(what string, r Record) {
		t.Helper()
		got := sumOfRecord(r)
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
	kept := newKept(measured(records), []int{0, 2}, names)
	kept.layout = layout{3, 1000, []string{"警察"}}
	good := kept.Append(nil)
	for _, n := range []int{0, 1, 31, 33, len(good) / 2, len(good) - 1, len(good)} {
		f.Add(good[:n])
	}
	f.Add(append(slices.Clone(good), 0))
	f.Add(append(make([]byte, 32), 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f))
	f.Fuzz(func(t *testing.T, data []byte) {
		k := ParseKept(data, nil)
		if k == nil {
			if bytes.Equal(data, good) {
				t.Error("what was kept is none")
			}
			return
		}
		once := k.Append(nil)
		again := ParseKept(once, nil)
		if again == nil || !bytes.Equal(again.Append(nil), once) {
			t.Error("it came back as something else")
		}
	})
}
