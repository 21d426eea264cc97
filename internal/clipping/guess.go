package clipping

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A Guess is a value, how sure it is and from what it was guessed. The zero value says that nothing was found.
type Guess struct {
	Value string
	Sure  float64 // 0 to 1
	From  string
	// Others are what other parts of the file say, surest first.
	Others []Guess
}

// How sure what a part of a file says is. What several parts say is surer than each of them.
const (
	told    = 0.95 // written down for machines
	shown   = 0.85 // written for readers, in a place of its own
	implied = 0.6
	vague   = 0.4
	byName  = 0.2 // the name of the file, for want of a title
)

// longest is how many bytes a value has at most; what is longer is none of those that are looked for.
const longest = 2000

// most is how many values are kept of what a file says of one thing; a page that says more means to tire us.
const most = 50

// add notes a guess.
func add(to *[]Guess, g Guess) {
	if len(*to) < most {
		*to = append(*to, g)
	}
}

// weigh joins what was found: equal values make each other surer, and the surest one holds.
func weigh(found []Guess) Guess {
	var all []Guess
	for _, g := range found {
		g.Value = strings.TrimSpace(g.Value)
		if g.Value == "" || len(g.Value) > longest {
			continue
		}
		i := slices.IndexFunc(all, func(o Guess) bool { return squeeze(o.Value) == squeeze(g.Value) })
		if i < 0 {
			all = append(all, g)
			continue
		}
		if !slices.Contains(strings.Split(all[i].From, ", "), g.From) {
			all[i].From += ", " + g.From
			all[i].Sure = min(0.99, 1-(1-all[i].Sure)*(1-g.Sure))
		}
	}
	slices.SortStableFunc(all, func(a, b Guess) int { return cmp.Compare(b.Sure, a.Sure) })
	if len(all) == 0 {
		return Guess{}
	}
	best := all[0]
	if len(all) > 1 {
		best.Others = all[1:]
		best.Sure -= 0.1 * all[1].Sure // somebody says otherwise
	}
	return best
}

// String says how sure a guess is and why.
func (g Guess) String() string {
	if g.Value == "" {
		return "nothing found"
	}
	s := fmt.Sprintf("%.2f %s", g.Sure, g.From)
	for _, o := range g.Others[:min(len(g.Others), 3)] {
		s += fmt.Sprintf("; %s has %q", o.From, shorten(o.Value, 60))
	}
	return s
}

// squeeze is a text as it is compared: width, case and white space count for nothing.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// shorten cuts a text after n characters.
func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}

// oneLine is a text without line breaks and doubled spaces, and without characters that are not shown or turn the line round.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '　': // parts a Japanese title from its second half
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
			return -1
		}
		return r
	}, s)
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' })
	return strings.Trim(strings.Join(parts, " "), " 　")
}
