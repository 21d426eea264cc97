package entity

import (
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// randomText joins pieces at random.
func randomText(rnd *rand.Rand, pieces []string) string {
	var b strings.Builder
	for range rnd.Intn(12) {
		b.WriteString(pieces[rnd.Intn(len(pieces))])
	}
	return b.String()
}

// TestScan holds that one scan finds what looking for each word of each list at each place finds.
func TestScan(t *testing.T) {
	pieces := []string{"は", "の", " ", "A", "bot", "\xe3", "\xff", "漢", "。"}
	lists := wordLists
	lists[ambiguousWords] = []string{"APT", "ベアー", "ベア", "カリスト"} // words of other lists among them
	scanner := newScanner(lists[:])
	for _, words := range lists {
		pieces = append(pieces, words...)
	}
	rnd := rand.New(rand.NewSource(1))
	p := &passage{} // one for all texts, as finders use it
	for range 300 {
		text := randomText(rnd, pieces)
		load(i18n.JA, scanner, []*passage{p}, []Part{{Text: text}})
		for l, words := range lists {
			want := map[spot]bool{}
			for i, w := range words {
				for at := range text {
					if strings.HasPrefix(text[at:], w) && slices.Index(words, w) == i {
						want[spot{source.Span{Start: at, End: at + len(w)}, i}] = true
					}
				}
			}
			last := 0
			for _, s := range p.spots[l] {
				if !want[s] || s.Start < last {
					t.Fatalf("list %d: spot %v of %q in %q is not there, or out of order", l, s, words[s.word], text)
				}
				delete(want, s)
				last = s.Start
			}
			if len(want) > 0 {
				t.Fatalf("list %d: %v not found in %q", l, want, text)
			}
		}
	}
}

// TestFamilyNames holds that a name that breaks off has no short form, which would be found everywhere and without end.
func TestFamilyNames(t *testing.T) {
	for give, want := range map[string][]string{"リサ・モナコ": {"モナコ"}, "リサ・": nil, "楊智軍": {"楊智", "楊"}, "楊": nil} {
		if got := familyNames(give); !slices.Equal(got, want) {
			t.Errorf("familyNames(%q) = %q, want %q", give, got, want)
		}
	}
}

// TestMarks holds that each byte is marked with the script of its character.
func TestMarks(t *testing.T) {
	words := scannerWith(nil, nil)
	p := &passage{}
	for _, text := range []string{"", "aー漢々かカ、ｶＡ1\n", "\xe3\x81", "漢\xff字", "𠮷é٣"} {
		load(i18n.JA, words, []*passage{p}, []Part{{Text: text}})
		for i, r := range text + "\x00" {
			if p.scriptAt(i) != script(r) {
				t.Errorf("%q at %d: script %d, want %d", text, i, p.scriptAt(i), script(r))
			}
			if p.scriptBefore(i) != script(lastRune(text[:i])) {
				t.Errorf("%q before %d: script %d", text, i, p.scriptBefore(i))
			}
		}
	}
}

// TestMatchers holds that what finds Latin names by hand finds what a regular expression does.
func TestMatchers(t *testing.T) {
	var (
		after  = regexp.MustCompile(`^ ?([A-Z0-9][A-Za-z0-9._-]*[A-Za-z0-9](?:[/／][A-Z][A-Za-z0-9]+)?(?: [A-Z0-9][A-Za-z0-9]+)?)`)
		before = regexp.MustCompile(`((?:[A-Z][A-Za-z0-9]+ )?[A-Z0-9][A-Za-z0-9._/／-]*[A-Za-z0-9]) ?$`)
		person = regexp.MustCompile(`[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][A-Za-z'-]+){1,2}`)
	)
	span := func(m []int, from int) source.Span { return source.Span{Start: from + m[2], End: from + m[3]} }
	rnd := rand.New(rand.NewSource(1))
	for range 20000 {
		text := randomText(rnd, []string{"A", "b", "Cd", "3", " ", " ", ".", "-", "/", "／", "_", "'", "Q.", "名", "\xff", strings.Repeat("x", 20)})
		got, ok := latinAfter(text, 0)
		if m := after.FindStringSubmatchIndex(text); ok != (m != nil) || ok && got != span(m, 0) {
			t.Fatalf("latinAfter(%q) = %v, %v; want %v", text, got, ok, m)
		}
		got, ok = latinBefore(text, len(text))
		from := max(0, len(text)-60)
		if m := before.FindStringSubmatchIndex(text[from:]); ok != (m != nil) || ok && got != span(m, from) {
			t.Fatalf("latinBefore(%q) = %v, %v; want %v from %d", text, got, ok, m, from)
		}
		var names [][]int
		eachLatinPerson(text, source.Span{End: len(text)}, func(s source.Span) { names = append(names, []int{s.Start, s.End}) })
		if want := person.FindAllStringIndex(text, -1); !slices.EqualFunc(names, want, slices.Equal) {
			t.Fatalf("eachLatinPerson(%q) = %v, want %v", text, names, want)
		}
	}
}
