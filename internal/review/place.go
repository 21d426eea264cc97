package review

import (
	"cmp"
	"fmt"
	"slices"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// misplaced reports decisions that cannot hold together in a sentence: words that it does not have,
// participants that are neither entities nor in it, two decisions on the same words.
func misplaced(finds []*Find, text string, registry *content.Registry) source.Problems {
	var ps source.Problems
	var placed []spot
	for _, f := range finds {
		if !f.decided() || f.Surface == "" {
			continue
		}
		span, ok := locate(text, f.Surface, f.Nth)
		if !ok {
			ps.Add(NotInText, f.words, "copy the words as the sentence has them; nth = 2 names the second of two", "%s", absent(text, f))
			continue
		}
		placed = append(placed, spot{span, f})
		ps = append(ps, f.strangers(text, registry)...)
	}
	return append(ps, conflicts(placed)...)
}

// A spot is a decision in its place in a sentence.
type spot struct {
	span source.Span
	find *Find
}

func absent(text string, f *Find) string {
	times := ""
	if _, ok := locate(text, f.Surface, 1); ok {
		times = " so many times"
	}
	return fmt.Sprintf("the sentence does not have %q%s", f.Surface, times)
}

// conflicts reports decisions of one class on the same words, and those that hold and overlap. The words of a name may
// tell an act or a date too.
func conflicts(placed []spot) source.Problems {
	var ps source.Problems
	for i, a := range placed {
		for _, b := range placed[:i] {
			if a.find.Class == b.find.Class && (a.span == b.span || a.find.excludes(b.find) && a.span.Overlaps(b.span)) {
				ps.Add(Conflict, a.find.pos, "keep one of the two", "there is another decision on %q, in line %d", a.find.Surface, b.find.pos.Line)
				break
			}
		}
	}
	return ps
}

// excludes reports whether two finds cannot stand on words that overlap. Acts can.
func (f *Find) excludes(o *Find) bool {
	return f.Class == o.Class && f.Class != Event && f.holds() && o.holds()
}

// strangers reports participants that are no entities, and no words of the sentence.
func (f *Find) strangers(text string, registry *content.Registry) source.Problems {
	var ps source.Problems
	n := 0
	for _, names := range f.Who {
		for _, name := range names {
			n++
			if _, ok := locate(text, name, 1); f.holds() && !ok && registry.Get(name) == nil && n <= len(f.who) {
				ps.Add(source.Reference, f.who[n-1], unknown(registry, name)+" A participant is an id, or words of the sentence.", "%q is neither an entity nor in the sentence", name)
			}
		}
	}
	return ps
}

// nearest returns the sentence that is most like one that is gone, "" where none is: it shares most pairs of characters, and
// at least a third of them.
func nearest(gone string, sentences []string) string {
	want := pairs(gone)
	best, most := "", 1.0/3
	for _, s := range sentences {
		have := pairs(s)
		shared := 0
		for p := range have {
			if want[p] {
				shared++
			}
		}
		if part := float64(shared) / float64(max(1, len(want)+len(have)-shared)); part > most {
			best, most = s, part
		}
	}
	return best
}

func pairs(s string) map[[2]rune]bool {
	out := map[[2]rune]bool{}
	var last rune
	for _, r := range morph.Fold(s).Text {
		out[[2]rune{last, r}] = true
		last = r
	}
	return out
}

// inOrder sorts spots by their place; on the same words by class.
func inOrder(spots []spot) {
	slices.SortStableFunc(spots, func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.span.End, b.span.End),
			cmp.Compare(slices.Index(classes[:], a.find.Class), slices.Index(classes[:], b.find.Class)))
	})
}
