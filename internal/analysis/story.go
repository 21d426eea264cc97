package analysis

import (
	"slices"
	"strings"

	"jikenbo/internal/event"
	"jikenbo/internal/morph"
)

// A chronicle may give each of its stories a line above it, with the day and what the story is called, and tell below what was done then, without the day:
// ■2014年11月24日：映画会社, and 「平和の番人」を名乗る者が、映画を流出させた。.

// maxStoryName is how many bytes the name of a story has at most.
const maxStoryName = 16 * len("字")

// headsStory reports whether a passage is such a line.
func (f *found) headsStory() bool {
	if len(f.dates) != 1 || len(f.sentences) != 1 || !f.opensWithDate() {
		return false
	}
	name := strings.Trim(f.text[f.dates[0].Span.End:], setOff)
	return name != "" && len(name) <= maxStoryName && !strings.ContainsAny(name, "。、をがにへで 　\t|") && !f.passageTells()
}

// passageTells reports whether a line has a verb, so that it says itself what was done.
func (f *found) passageTells() bool {
	return slices.ContainsFunc(f.tokens, func(t morph.Token) bool { return t.Is(morph.Verb) && t.Span.Start >= f.dates[0].Span.End })
}

// tellsStory reports whether a passage tells what a line above it names: in sentences, of which the first has no day of its own.
func (f *found) tellsStory() bool {
	if len(f.sentences) == 0 || f.opensWithDate() || !strings.Contains(f.text, "。") {
		return false
	}
	return len(f.dates) == 0 || f.dates[0].Span.Start >= f.sentences[0].End
}

// dropHead drops what was guessed of a line above a story, where the story has told an act of its day since a number of acts.
func (b *builder) dropHead(head *found, since int) {
	day := head.dates[0].Value
	if !slices.ContainsFunc(b.Events[since:], func(e Event) bool { return e.Event.Date == day }) {
		return
	}
	b.Events = slices.DeleteFunc(b.Events, func(e Event) bool {
		return e.Sentence >= head.first && e.Sentence < head.first+len(head.sentences) && e.Event.Type == event.Other && e.Told.Rank == "clause"
	})
}
