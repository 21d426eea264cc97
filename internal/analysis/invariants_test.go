package analysis

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/source"
)

// invariants returns what a document breaks of what it promises, nil if it keeps all.
func invariants(d *Document) error {
	if err := checkSentences(d); err != nil {
		return err
	}
	last := -1
	for i, m := range d.Mentions {
		if err := checkPlace(d, m.Sentence, &last, m.Span, m.File, m.Surface); err != nil {
			return fmt.Errorf("mention %d: %w", i, err)
		}
		if m.Confidence < 0 || m.Confidence > 1 || m.Kind == "" || m.Discovered && m.Entity != "" || m.Surface == "" {
			return fmt.Errorf("mention %d: %+v", i, m)
		}
	}
	last = -1
	for i, x := range d.Dates {
		if err := checkPlace(d, x.Sentence, &last, x.Span, x.File, x.Surface); err != nil {
			return fmt.Errorf("date %d: %w", i, err)
		}
		if x.Value.IsZero() || x.Basis == "" {
			return fmt.Errorf("date %d: %+v", i, x)
		}
	}
	last = -1
	for i, f := range d.Figures {
		if err := checkPlace(d, f.Sentence, &last, f.Span, f.File, f.Surface); err != nil {
			return fmt.Errorf("figure %d: %w", i, err)
		}
		if f.Max != 0 && f.Max < f.Min {
			return fmt.Errorf("figure %d: %v to %v", i, f.Min, f.Max)
		}
	}
	return checkEvents(d)
}

func checkSentences(d *Document) error {
	passage, at := 0, 0
	for i, s := range d.Sentences {
		if s.Passage < passage || s.Passage >= len(d.Text.Passages) {
			return fmt.Errorf("sentence %d: passage %d after %d", i, s.Passage, passage)
		}
		if s.Passage > passage {
			passage, at = s.Passage, 0
		}
		p := &d.Text.Passages[passage]
		prose := p.Text()
		if p.Kind == source.Furniture || p.Kind == source.Listing {
			return fmt.Errorf("sentence %d is %s", i, p.Kind)
		}
		if s.Inner.Start < at || s.Inner.Len() <= 0 || s.Inner.End > len(prose) || prose[s.Inner.Start:s.Inner.End] != s.Text {
			return fmt.Errorf("sentence %d: %q at %v after %d", i, s.Text, s.Inner, at)
		}
		at = s.Inner.End
		if err := checkSpan(d, s.Span); err != nil {
			return fmt.Errorf("sentence %d: %w", i, err)
		}
	}
	return nil
}

// checkPlace checks what was found in a sentence: its index, its spans in the prose and in the
// file, its order (last is where the one before ended in its sentence).
func checkPlace(d *Document, sentence int, last *int, inner, file source.Span, surface string) error {
	if sentence < 0 || sentence >= len(d.Sentences) {
		return fmt.Errorf("there is no sentence %d", sentence)
	}
	s := d.Sentences[sentence]
	p := &d.Text.Passages[s.Passage]
	if !s.Inner.Contains(inner) || inner.Len() <= 0 || !s.Span.Contains(file) {
		return fmt.Errorf("%v, %v is not in the sentence %v, %v", inner, file, s.Inner, s.Span)
	}
	if got := p.Text()[inner.Start:inner.End]; got != surface {
		return fmt.Errorf("surface %q, but the text says %q", surface, got)
	}
	if at := s.Passage<<32 + inner.Start; at < *last {
		return fmt.Errorf("%q stands before the one before it, or overlaps it", surface)
	}
	*last = s.Passage<<32 + inner.End
	if err := checkSpan(d, file); err != nil {
		return err
	}
	if got := d.Text.File.Text[file.Start:file.End]; cuttable(p) && len(p.Runs) == 1 && got != surface {
		return fmt.Errorf("surface %q, but the file says %q", surface, got)
	}
	return nil
}

// cuttable reports whether the prose of a passage stands in the file as it is.
func cuttable(p *source.Passage) bool {
	return !slices.ContainsFunc(p.Runs, func(r source.Run) bool { return r.File.Len() != len(r.Text) })
}

func checkSpan(d *Document, s source.Span) error {
	text := d.Text.File.Text
	if s.Start < 0 || s.Len() <= 0 || s.End > len(text) {
		return fmt.Errorf("%v is not in the file of %d bytes", s, len(text))
	}
	if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		return fmt.Errorf("%v cuts a character", s)
	}
	return nil
}

func checkEvents(d *Document) error {
	last := 0
	for i, e := range d.Events {
		if e.Sentence < last || e.Sentence >= len(d.Sentences) {
			return fmt.Errorf("event %d: sentence %d after %d", i, e.Sentence, last)
		}
		last = e.Sentence
		s := d.Sentences[last]
		if !s.Inner.Contains(e.Trigger) || !slices.Contains(event.Types[:], e.Type) || e.Confidence < 0 || e.Confidence > 1 || e.Date.IsZero() {
			return fmt.Errorf("event %d: %+v", i, e)
		}
		switch k := d.Text.Passages[s.Passage].Kind; k {
		case source.Heading:
			return fmt.Errorf("event %d is in a %s", i, k)
		}
		for _, p := range e.Participants {
			if p.Role == "" || !slices.ContainsFunc(d.Mentions, func(m Mention) bool {
				return m.Sentence == e.Sentence && m.Span == p.Mention.Span && m.Surface == p.Mention.Surface
			}) && !refersTo(d, e.Sentence, p.Mention) {
				return fmt.Errorf("event %d: participant %+v is not mentioned in its sentence", i, p)
			}
		}
	}
	return nil
}

// refersTo reports whether a word of a sentence that stands where a participant does refers back to it.
func refersTo(d *Document, sentence int, p entity.Mention) bool {
	passage := &d.Text.Passages[d.Sentences[sentence].Passage]
	return slices.ContainsFunc(d.References, func(r Reference) bool {
		return r.Sentence == sentence && r.Span == passage.Span(p.Span) && d.Mentions[r.Mention].Surface == p.Surface
	})
}
