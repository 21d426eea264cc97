package analysis

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// reading returns the readings of the tokens that fill a span, "" if one has none or crosses its ends.
func reading(tokens []morph.Token, span source.Span) string {
	first := sort.Search(len(tokens), func(i int) bool { return tokens[i].Span.Start >= span.Start })
	var room [96]byte
	out, at := room[:0], span.Start
	for i := first; i < len(tokens) && tokens[i].Span.End <= span.End; i++ {
		t, before := &tokens[i], len(out)
		if out = t.AppendReading(out); t.Span.Start != at || len(out) == before {
			return ""
		}
		at = t.Span.End
	}
	if at != span.End {
		return ""
	}
	return string(out)
}

// GivenReading returns how a mention is read, in kana, where the editor gave the reading of a part of it at least: {港町|みなとまち}市.
// The rest is read as the dictionary has it. It is "" where none was given, or not all can be read.
func (d *Document) GivenReading(m *Mention) string {
	passage := d.Sentences[m.Sentence].Passage
	p := &d.Text.Passages[passage]
	read := map[int]Reading{} // by their start
	given := false
	for i, start := range runStarts(p) {
		if r := &p.Runs[i]; r.Ruby != "" {
			span := source.Span{Start: start, End: start + len(r.Text)}
			read[start] = Reading{passage, span, r.Ruby}
			given = given || span.Overlaps(m.Span)
		}
	}
	if !given {
		return ""
	}
	for r := range d.Readings.All() {
		if r.Passage == passage {
			read[r.Span.Start] = r
		}
	}
	var out strings.Builder
	text := p.Text()
	for at := m.Span.Start; at < m.Span.End; {
		if r, ok := read[at]; ok && r.Span.End <= m.Span.End {
			out.WriteString(r.Kana)
			at = r.Span.End
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.In(r, unicode.Hiragana, unicode.Katakana) && r != 'ー' && r != '・' {
			return ""
		}
		out.WriteRune(r)
		at += size
	}
	return out.String()
}
