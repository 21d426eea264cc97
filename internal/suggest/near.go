package suggest

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
)

// A Near is a known name that is spelt nearly the same: the unknown one may be another spelling of it.
type Near struct {
	Entity string
	Kind   content.Kind
	Name   string
	How    string // "spelling", "letter" or "part"
}

// How a name is near another one.
const (
	spelling = "spelling" // ヴァ for バ, a long vowel more or less, a ・
	letter   = "letter"   // one letter differs, or two in a long name
	part     = "part"     // one is a part of the other
)

// What says in words how the names are near.
func (n Near) What() string {
	switch n.How {
	case spelling:
		return "another spelling?"
	case letter:
		return "a letter or two differ"
	}
	return "one is a part of the other"
}

// most is how many near names are told of one.
const most = 5

// A Speller knows the names of a registry by their spelling.
type Speller struct {
	names []spelt
}

type spelt struct {
	entity *content.Entity
	name   string
	loose  []rune // as it is compared
}

// NewSpeller reads the names of a registry.
func NewSpeller(r *content.Registry) *Speller {
	s := &Speller{}
	for _, e := range r.All() {
		for _, n := range namesOf(e) {
			if loose := []rune(loosened(n)); len(loose) > 1 {
				s.names = append(s.names, spelt{e, n, loose})
			}
		}
	}
	return s
}

// Near returns the known names that are near a name, the nearest first, one of each entity.
func (s *Speller) Near(name string, kind content.Kind) []Near {
	loose := []rune(loosened(name))
	if len(loose) < 2 {
		return nil
	}
	type found struct {
		Near
		rank int
	}
	var all []found
	for _, k := range s.names {
		how, rank := compare(loose, k.loose)
		if how == "" || how == part && k.entity.Kind != kind {
			continue
		}
		all = append(all, found{Near{k.entity.ID, k.entity.Kind, k.name, how}, rank})
	}
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(bit(a.Kind != kind), bit(b.Kind != kind)), cmp.Compare(a.Entity, b.Entity), cmp.Compare(a.Name, b.Name))
	})
	var out []Near
	for _, f := range all {
		if len(out) < most && !slices.ContainsFunc(out, func(n Near) bool { return n.Entity == f.Entity }) {
			out = append(out, f.Near)
		}
	}
	return out
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compare says how two names are near, and how much; how is "" where they are not.
func compare(a, b []rune) (how string, rank int) {
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	switch {
	case slices.Equal(a, b):
		return spelling, 0
	case len(long)-len(short) <= 2 && len(short) >= 4:
		allowed := 1
		if len(short) >= 9 {
			allowed = 2
		}
		if d := within(short, long, allowed); d <= allowed {
			return letter, d
		}
	}
	if len(short) >= 3 && 2*len(short) >= len(long) && strings.Contains(string(long), string(short)) {
		return part, 2 + len(long) - len(short)
	}
	return "", 0
}

// within is the number of letters by which two words differ, or more than most where that is more.
func within(a, b []rune, most int) int {
	before := make([]int, len(b)+1)
	for j := range before {
		before[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		least := row[0]
		for j := range b {
			row[j+1] = min(before[j]+bit(a[i] != b[j]), before[j+1]+1, row[j]+1)
			least = min(least, row[j+1])
		}
		if least > most {
			return least
		}
		before = row
	}
	return before[len(b)]
}

// loosened is a name as it is compared: what Japanese writes now so and now so of a foreign name is one thing.
func loosened(name string) string {
	s := hiragana(content.Fold(name))
	s = strings.NewReplacer("ゔぁ", "ば", "ゔぃ", "び", "ゔぇ", "べ", "ゔぉ", "ぼ", "ゔ", "ぶ", "ぢ", "じ", "づ", "ず", "てぃ", "ち", "でぃ", "じ", "とぅ", "つ", "どぅ", "ず",
		"しぇ", "せ", "じぇ", "ぜ", "ちぇ", "て", "ふぃ", "ひ", "ふぇ", "へ", "うぃ", "い", "うぇ", "え", "うぉ", "お", "ー", "", "っ", "", "-", "", "‐", "", "'", "", "’", "").Replace(s)
	var b strings.Builder
	var last rune = utf8.RuneError
	for _, r := range s {
		if r != last || r >= utf8.RuneSelf { // a doubled Latin letter is a slip
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
