package content

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// A Drift is one way in which an original differs from what a translation was made from.
type Drift struct {
	Kind DriftKind
	// Passage is the index of the passage of the original of today. Of one that is gone, it is
	// the index of the passage before which it stood, which may be the end.
	Passage int
}

// A DriftKind says what happened to a passage of the original.
type DriftKind string

// What can happen to a passage.
const (
	Changed DriftKind = "changed"
	Added   DriftKind = "added"
	Moved   DriftKind = "moved"
	Removed DriftKind = "removed"
)

// printForm is the form of a print: the first digits of a SHA-256. Six keep the line of front matter
// short, and a change goes unseen once in sixteen million.
var printForm = regexp.MustCompile(`^[0-9a-f]{6}$`)

// prints returns a short hash of each passage: of what it says and where its links lead, since that is
// what a translation carries over. Emphasis, furigana and the breaks of lines do not count.
func prints(passages []source.Passage) []string {
	out := make([]string, len(passages))
	for i := range passages {
		p := &passages[i]
		said := []string{string(p.Kind), p.Text()}
		for n, r := range p.Runs {
			if r.Href != "" && (n == 0 || p.Runs[n-1].Href != r.Href) {
				said = append(said, r.Href)
			}
		}
		sum := sha256.Sum256([]byte(strings.Join(said, "\x00")))
		out[i] = hex.EncodeToString(sum[:])[:6]
	}
	return out
}

// drifts compares the prints that a translation records with those of today, in the order of the text.
// What a longest common run of both leaves over and both have was moved; of the rest, what stands
// in the same place has changed, and what one side has more of was added or removed.
func drifts(recorded, today []string) []Drift {
	same := common(recorded, today)
	was, is := moved(recorded, today, same)
	var out []Drift
	i, j := 0, 0
	for _, m := range append(same, [2]int{len(recorded), len(today)}) {
		gone := 0 // passages of the gap that stand nowhere any more
		for ; i < m[0]; i++ {
			if !was[i] {
				gone++
			}
		}
		for ; j < m[1]; j++ {
			kind := Added
			if is[j] {
				kind = Moved
			} else if gone > 0 {
				kind, gone = Changed, gone-1
			}
			out = append(out, Drift{kind, j})
		}
		for range gone {
			out = append(out, Drift{Removed, m[1]})
		}
		i, j = m[0]+1, m[1]+1
	}
	return out
}

// moved marks on both sides what both have, and not among the pairs.
func moved(recorded, today []string, same [][2]int) (was, is []bool) {
	was, is = make([]bool, len(recorded)), make([]bool, len(today))
	paired := func(side, n int) bool {
		return slices.ContainsFunc(same, func(m [2]int) bool { return m[side] == n })
	}
	for j, h := range today {
		for i := range recorded {
			if !is[j] && !was[i] && recorded[i] == h && !paired(0, i) && !paired(1, j) {
				was[i], is[j] = true, true
			}
		}
	}
	return was, is
}

// common returns the pairs of indexes of a longest common subsequence.
func common(a, b []string) [][2]int {
	most := make([][]int, len(a)+1) // most[i][j]: of a[i:] and b[j:]
	for i := range most {
		most[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if most[i][j] = max(most[i+1][j], most[i][j+1]); a[i] == b[j] {
				most[i][j] = most[i+1][j+1] + 1
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case most[i+1][j] >= most[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// originals takes over the prints that a translation records.
func (d *draft) originals() {
	list := &d.front.Original
	for _, v := range list.Value {
		if !printForm.MatchString(v.Value) {
			d.add(source.Form, v.Span, "write original = [], and a warning gives the list", "%q is not a hash of a block", v.Value)
			list.Refused = true
			return
		}
	}
	d.version.original = plain(*list)
}

// behind says in what the Japanese text has moved on since it was translated, in the version and as a warning.
// Of a Japanese text that was not read whole, or is not finished, nothing can be said.
func behind(ja, en *draft) {
	if at := en.front.Original; at.IsSet() && !at.Refused && ja.whole && !ja.unfinished() {
		today := prints(ja.version.Passages())
		list := `original = ["` + strings.Join(today, `", "`) + `"]`
		en.version.Behind = drifts(en.version.original, today)
		switch {
		case len(at.Value) == 0:
			en.version.Behind = nil
			en.problems.Warn(source.Behind, en.pos(at.Span), "if the translation is up to date, write "+list, "no hashes of the Japanese blocks are recorded")
		case len(en.version.Behind) > 0:
			en.problems.Warn(source.Behind, en.pos(at.Span), "bring the translation up to date, then write "+list,
				"the Japanese text has changed since it was translated: %s", told(ja, en.version.Behind))
		}
	}
	if at := ja.front.Original; at.IsSet() {
		ja.add(source.Versions, at.Span, `"original" stands in en.md`, "the Japanese version is the original")
	}
}

// told names what changed, with the lines of the Japanese text.
func told(ja *draft, changes []Drift) string {
	line := func(n int) string {
		at := start(ja, n)
		return fmt.Sprintf("block %d (line %d of %s)", n+1, at.Line, path.Base(at.Path))
	}
	var out []string
	for _, c := range changes {
		switch {
		case c.Passage == len(ja.version.Passages()):
			out = append(out, "a block at the end was removed")
		case c.Kind == Removed:
			out = append(out, "a block before "+line(c.Passage)+" was removed")
		default:
			out = append(out, line(c.Passage)+" was "+string(c.Kind))
		}
	}
	return strings.Join(out, ", ")
}
