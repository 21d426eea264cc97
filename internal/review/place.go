package review

import (
	"cmp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// misplaced reports decisions that cannot hold together in a sentence: words that it does not have,
// participants that are neither entities nor in it, two decisions on the same words.
func (s *Sentence) misplaced(text string, registry *content.Registry) source.Problems {
	var ps source.Problems
	var placed []spot
	for _, f := range s.Finds {
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
	if _, ok := locate(text, f.Surface, 1); ok {
		return "the sentence does not have " + quoted(f.Surface) + " so many times"
	}
	return "the sentence does not have " + quoted(f.Surface)
}

// conflicts reports decisions on the same words: two of one class, or two that hold and overlap. An event
// may be told by words that name something too.
func conflicts(placed []spot) source.Problems {
	var ps source.Problems
	for i, a := range placed {
		for _, b := range placed[:i] {
			same := a.span == b.span && a.find.Class == b.find.Class
			apart := a.find.Class == Event || b.find.Class == Event || !a.find.holds() || !b.find.holds()
			if same || !apart && a.span.Overlaps(b.span) {
				ps.Add(Conflict, a.find.pos, "keep one of the two", "there is another decision on %s, in line %d", quoted(a.find.Surface), b.find.pos.Line)
				break
			}
		}
	}
	return ps
}

// strangers reports participants that are no entities, and no words of the sentence.
func (f *Find) strangers(text string, registry *content.Registry) source.Problems {
	var ps source.Problems
	n := 0
	for _, names := range f.Who {
		for _, name := range names {
			n++
			if _, ok := locate(text, name, 1); f.holds() && !ok && registry.Get(name) == nil && n <= len(f.who) {
				ps.Add(source.Reference, f.who[n-1], unknown(registry, name)+", or copy the words from the sentence", "%q is neither an entity nor in the sentence", name)
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

// quoted is text of an editor in a message: as it is read, without escapes for what is no letter of English.
func quoted(s string) string { return `"` + strings.ReplaceAll(s, "\n", " ") + `"` }

// inOrder sorts spots by their place; on the same words by class.
func inOrder(spots []spot) {
	slices.SortStableFunc(spots, func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.span.End, b.span.End),
			cmp.Compare(slices.Index(classes[:], a.find.Class), slices.Index(classes[:], b.find.Class)))
	})
}
