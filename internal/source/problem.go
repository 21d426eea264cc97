package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Problem is something in the content that an editor can mend.
type Problem struct {
	Pos Position
	// Code names the kind of problem.
	Code Code
	// Msg says what is wrong: lower case, no full stop, the offending text quoted with %q.
	Msg string
	// Hint says what to do about it. It may be empty.
	Hint string
	// Warning marks what does not stop a build, unless it is strict: the site is whole without it.
	Warning bool
}

// String returns one line, its code at the end in brackets, and a second one with the hint if there is one.
func (p Problem) String() string {
	s := p.Msg
	if p.Code != "" {
		s += " [" + string(p.Code) + "]"
	}
	if p.Warning {
		s = "warning: " + s
	}
	if pos := p.Pos.String(); pos != "" {
		s = pos + ": " + s
	}
	if p.Hint != "" {
		s += "\n\thint: " + p.Hint
	}
	return s
}

// Problems is all that was found in one run. The zero value is ready to use.
type Problems []Problem

// Add appends a problem. Format and args are those of [fmt.Sprintf].
func (ps *Problems) Add(code Code, pos Position, hint, format string, args ...any) {
	*ps = append(*ps, Problem{Code: code, Pos: pos, Msg: fmt.Sprintf(format, args...), Hint: hint})
}

// Warn appends a warning.
func (ps *Problems) Warn(code Code, pos Position, hint, format string, args ...any) {
	*ps = append(*ps, Problem{Code: code, Pos: pos, Msg: fmt.Sprintf(format, args...), Hint: hint, Warning: true})
}

// Errors returns how many of the problems are not warnings.
func (ps Problems) Errors() int {
	n := 0
	for _, p := range ps {
		if !p.Warning {
			n++
		}
	}
	return n
}

// Sorted returns the problems by path, line, column, code and message, without repetitions.
func (ps Problems) Sorted() Problems {
	out := slices.Clone(ps)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Pos.Path, b.Pos.Path),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Msg, b.Msg),
		)
	})
	return slices.Compact(out)
}

// String returns the sorted problems, each on a line of its own.
func (ps Problems) String() string {
	var b strings.Builder
	for _, p := range ps.Sorted() {
		b.WriteString(p.String())
		b.WriteByte('\n')
	}
	return b.String()
}

// Nearest returns the word of known that is most like word, or "" where
// none is near enough to be what the editor meant.
// It serves for hints: `did you mean "published"?`.
func Nearest(word string, known []string) string {
	best, bestDist := "", len([]rune(word))/2+1
	for _, k := range known {
		if d := distance(strings.ToLower(word), strings.ToLower(k)); d < bestDist {
			best, bestDist = k, d
		}
	}
	return best
}

// Slip reports whether two words of more than a few letters differ in so little that one is likely to be meant for the
// other: in one letter, or two of a long word.
func Slip(a, b string) bool {
	const long = 8
	most := 1
	if min(len(a), len(b)) >= long {
		most = 2
	}
	return distance(a, b) <= most
}

// distance is the Damerau–Levenshtein distance (optimal string alignment):
// a swap of neighbours, the commonest typing error, costs one.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	d := make([][]int, len(x)+1)
	for i := range d {
		d[i] = make([]int, len(y)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(x)][len(y)]
}
