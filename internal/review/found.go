package review

import (
	"fmt"
	"strings"
	"unicode"

	"jikenbo/internal/analysis"
	"jikenbo/internal/event"
	"jikenbo/internal/source"
)

// described returns what was found in a document as lines, by sentence, each list in the order of the text.
// Acts are told with the decisions on names and dates, which they rest on.
func described(doc *analysis.Document, b based) map[int][]spot {
	out := map[int][]spot{}
	add := func(sentence, start, end int, f *Find) {
		s := doc.Sentences[sentence]
		start, end = start-s.Inner.Start, end-s.Inner.Start
		f.Surface = s.Text[start:end]
		f.Nth = nthOf(s.Text, f.Surface, start)
		f.print, f.why = f.fingerprint(), strings.Map(inComment, f.why)
		out[sentence] = append(out[sentence], spot{source.Span{Start: start, End: end}, f})
	}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		add(m.Sentence, m.Span.Start, m.Span.End, mentionLine(m))
	}
	for i := range doc.Dates {
		d := &doc.Dates[i]
		add(d.Sentence, d.Span.Start, d.Span.End, &Find{Class: Date, Values: Values{EDTF: d.Value}, why: strings.Join(d.Why, "; ")})
	}
	for _, list := range [][]analysis.Event{b.events, b.undone} {
		for i := range list {
			e := &list[i]
			add(e.Sentence, e.Trigger.Start, e.Trigger.End, eventLine(e))
		}
	}
	for i := range doc.Figures {
		f := &doc.Figures[i]
		add(f.Sentence, f.Span.Start, f.Span.End, figureLine(f))
	}
	for _, spots := range out {
		inOrder(spots)
	}
	return out
}

// inComment keeps what would end a comment of the program, or may not stand in one.
func inComment(r rune) rune {
	switch {
	case r == '#':
		return '＃'
	case !unicode.IsPrint(r):
		return ' '
	}
	return r
}

func mentionLine(m *analysis.Mention) *Find {
	f := &Find{Class: Mention, Values: mentionValues(m), why: m.Why}
	if len(m.Candidates) > 0 {
		f.why += "; claimed by " + strings.Join(m.Candidates, " and ")
	}
	f.why += fmt.Sprintf(", %.2f", m.Confidence)
	return f
}

func mentionValues(m *analysis.Mention) Values {
	if m.Entity != "" {
		return Values{Entity: m.Entity}
	}
	return Values{Kind: m.Kind}
}

func eventLine(e *analysis.Event) *Find {
	why := append(e.Why(), fmt.Sprintf("%.2f", e.Confidence))
	return &Find{Class: Event, Values: eventValues(e), why: strings.Join(why, "; ")}
}

func eventValues(e *analysis.Event) Values {
	v := Values{Type: e.Type, EDTF: e.Event.Date, Announced: e.Announced, Modality: e.Modality}
	if v.Modality == event.Done {
		v.Modality = ""
	}
	for _, p := range e.Participants {
		for i, r := range roles {
			if name := nameIn(p); r == p.Role && name != "" {
				v.Who[i] = append(v.Who[i], name)
			}
		}
	}
	return v
}

// nameIn is how a line names a participant: by its entity, or by its words.
func nameIn(p event.Participant) string {
	if p.Mention.Entity != "" {
		return p.Mention.Entity
	}
	return strings.TrimSpace(p.Mention.Surface)
}

func figureLine(f *analysis.Figure) *Find {
	return &Find{Class: Figure, Values: figureValues(f), why: strings.Join(f.Why()[1:], "; ")}
}

func figureValues(f *analysis.Figure) Values {
	return Values{Min: f.Min, Max: f.Max, Unit: f.Unit, Qualifier: f.Qualifier, Counts: f.Counts, By: f.By, AsOf: f.AsOf}
}
