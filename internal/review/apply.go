package review

import (
	"reflect"
	"slices"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// byEditor is the reason that a find gives which an editor made, or made other.
const byEditor = "review"

// Apply returns the documents of a text's versions with the decisions of the file; documents that do not exist are nil.
// The documents themselves stay as they are. The problems are warnings of decisions whose sentence is gone, and errors of
// those that cannot be applied.
func (f *File) Apply(docs []*analysis.Document, registry *content.Registry) ([]*analysis.Document, source.Problems) {
	out := make([]*analysis.Document, len(docs))
	m, problems := f.match(docs, registry)
	for i, doc := range docs {
		if doc != nil {
			out[i] = m.based(i).finish()
		}
	}
	return out, problems
}

// A matched is a file beside the documents of its text: what is decided in which sentence.
type matched struct {
	docs     []*analysis.Document
	registry *content.Registry
	decided  []map[int][]spot // by document and sentence, with spans in the sentence
}

// match finds the sentences of a file in the documents.
func (f *File) match(docs []*analysis.Document, registry *content.Registry) (matched, source.Problems) {
	m := matched{docs: docs, registry: registry, decided: make([]map[int][]spot, len(docs))}
	for i := range docs {
		m.decided[i] = map[int][]spot{}
	}
	var problems source.Problems
	known, finds := anchorsOf(docs, f.hashed()), map[place][]*Find{} // a sentence may stand twice in the file
	var order []place
	missing := 0
	for _, s := range f.Sentences {
		at, ok := known.find(s)
		if _, again := finds[at]; ok && !again {
			order = append(order, at)
		}
		switch {
		case ok:
			finds[at] = append(finds[at], s.Finds...)
		case s.decided() && s.anchored() && !unread(docs, s.Lang):
			problems = append(problems, s.missing(docs, missing < mostHints))
			missing++
		}
	}
	for _, at := range order {
		text := at.in(docs).Text
		problems = append(problems, misplaced(finds[at], text, registry)...)
		for _, find := range finds[at] {
			if span, ok := locate(text, find.Surface, find.Nth); ok && find.decided() {
				m.decided[at.doc][at.sentence] = append(m.decided[at.doc][at.sentence], spot{span, find})
			}
		}
	}
	return m, problems
}

// mostHints is for how many sentences that are gone the one is looked for that they may be now: where more are gone, it is
// another text.
const mostHints = 50

// unread reports whether a language has no document: what its text says is not known. A hash has no language.
func unread(docs []*analysis.Document, l i18n.Lang) bool {
	return l != "" && !slices.ContainsFunc(docs, func(d *analysis.Document) bool { return d != nil && d.Text.Lang == l })
}

// missing warns of decisions whose sentence the text does not have any more, with the one that it may be now.
func (s *Sentence) missing(docs []*analysis.Document, hint bool) source.Problem {
	var ps source.Problems
	near := ""
	if hint {
		near = nearest(s.Text, sentencesOf(docs, s.Lang))
	}
	switch {
	case s.Hash != "":
		ps.Warn(Gone, s.pos, "they are kept; is it the review of another text?", "the text has no sentence of this hash; its verdicts decide nothing")
	case near != "":
		ps.Warn(Gone, s.pos, "they are kept; if it is this one now, put its words here: "+near, "the text does not have this sentence any more; its verdicts decide nothing")
	default:
		ps.Warn(Gone, s.pos, "they are kept; where the sentence was rewritten put its new words here, where it was taken out leave it or delete it", "the text does not have this sentence any more; its verdicts decide nothing")
	}
	return ps[0]
}

func sentencesOf(docs []*analysis.Document, l i18n.Lang) []string {
	var out []string
	for _, doc := range docs {
		if doc != nil && doc.Text.Lang == l {
			for _, s := range doc.Sentences {
				out = append(out, s.Text)
			}
		}
	}
	return out
}

// A based is a document under way: names, dates and figures are as decided, and acts follow them; what is decided about
// the acts themselves is yet to come.
type based struct {
	*matched
	doc             *analysis.Document // the new one
	decided         map[int][]spot
	events, undone  []analysis.Event
	mentions, dates []int // where those of the machine stand now, -1 for none
}

// based applies what is decided about names, dates and figures of a document.
func (m *matched) based(n int) based {
	old := m.docs[n]
	doc := *old
	b := based{matched: m, doc: &doc, decided: m.decided[n]}
	doc.Mentions, b.mentions = settled(&b, Mention, old.Mentions, mentionAt, b.mention)
	doc.Dates, b.dates = settled(&b, Date, old.Dates, dateAt, b.date)
	doc.Figures, _ = settled(&b, Figure, old.Figures, figureAt, b.figure)
	b.refer(old)
	b.follow(old)
	return b
}

// stands is where a find stands: its sentence, and its span in the passage.
type stands struct {
	sentence int
	span     source.Span
}

func mentionAt(m *analysis.Mention) stands { return stands{m.Sentence, m.Span} }
func dateAt(d *analysis.Date) stands       { return stands{d.Sentence, d.Span} }
func figureAt(f *analysis.Figure) stands   { return stands{f.Sentence, f.Span} }
func eventAt(e *analysis.Event) stands     { return stands{e.Sentence, e.Trigger} }

// settled returns the finds of one class as they are decided, in order, and where each of the machine's stands now. Made turns a
// decision into a find, from the machine's where there is one.
func settled[T any](b *based, c Class, old []T, at func(*T) stands, made func(old *T, at stands, f *Find) T) ([]T, []int) {
	index := make([]int, len(old))
	met := map[*Find]bool{}
	var out []T
	for i := range old {
		place := at(&old[i])
		index[i] = len(out)
		switch f, free := b.on(c, place); {
		case f != nil && f.Verdict == Reject:
			met[f], index[i] = true, -1
		case f != nil:
			met[f] = true
			out = append(out, made(&old[i], place, f))
		case !free:
			index[i] = -1
		default:
			out = append(out, old[i])
		}
	}
	for sentence := range b.doc.Sentences {
		for _, s := range b.decided[sentence] {
			if s.find.Class == c && s.find.holds() && !met[s.find] {
				place := stands{sentence, b.inPassage(sentence, s.span)}
				out = inserted(out, index, place, at, made(nil, place, s.find))
			}
		}
	}
	return out, index
}

// inserted puts a find behind those that stand before it, and moves the places of those behind.
func inserted[T any](list []T, index []int, place stands, at func(*T) stands, item T) []T {
	n := len(list)
	for i := range list {
		if o := at(&list[i]); o.sentence > place.sentence || o.sentence == place.sentence && o.span.Start > place.span.Start {
			n = i
			break
		}
	}
	out := append(append(append(make([]T, 0, len(list)+1), list[:n]...), item), list[n:]...)
	for i := range index {
		if index[i] >= n {
			index[i]++
		}
	}
	return out
}

func (b *based) inPassage(sentence int, s source.Span) source.Span {
	inner := b.doc.Sentences[sentence].Inner
	return source.Span{Start: inner.Start + s.Start, End: inner.Start + s.End}
}

// inFile returns where in the file words of a sentence stand.
func (b *based) inFile(at stands) source.Span {
	return b.doc.Text.Passages[b.doc.Sentences[at.sentence].Passage].Span(at.span)
}

func (b *based) surface(at stands) string {
	s := b.doc.Sentences[at.sentence]
	return s.Text[at.span.Start-s.Inner.Start : at.span.End-s.Inner.Start]
}

// on returns the decision on a find, nil where there is none; free says that none of its class holds on some of its words.
func (b *based) on(c Class, at stands) (f *Find, free bool) {
	free = true
	for _, s := range b.decided[at.sentence] {
		span := b.inPassage(at.sentence, s.span)
		switch {
		case s.find.Class != c:
		case c.same(span, at.span):
			return s.find, true
		case c != Event && s.find.holds() && span.Overlaps(at.span):
			free = false
		}
	}
	return nil, free
}

// same reports whether the words of a decision are those of a find. An act may be told by more words or fewer than it was
// when it was decided about: the rules by which acts are found grow.
func (c Class) same(a, b source.Span) bool { return a == b || c == Event && a.Overlaps(b) }

// state is what a find shows of its verdict.
func state(v Verdict) analysis.State {
	switch v {
	case Correct:
		return analysis.Corrected
	case Add:
		return analysis.Added
	}
	return analysis.Accepted
}

// kept returns a copy of what the machine found, or nothing of it where the editor added the find.
func kept[T any](old *T) T {
	if old == nil {
		return *new(T)
	}
	return *old
}

func (b *based) mention(old *analysis.Mention, at stands, f *Find) analysis.Mention {
	out := kept(old)
	out.State = state(f.Verdict)
	if old != nil && reflect.DeepEqual(mentionValues(old), f.Values) {
		return out
	}
	surface := b.surface(at)
	n := analysis.Naming{Kind: f.Kind, Surface: surface, Name: i18n.Both(surface), Discovered: f.Entity == "", Confidence: 1, Why: byEditor}
	if old != nil {
		n.Reading = old.Reading
	}
	if e := b.registry.Get(f.Entity); e != nil {
		n.Entity, n.Kind, n.Name = e.ID, e.Kind, e.Name
	}
	out.Naming, out.Span = &n, at.span
	out.File, out.Sentence = b.inFile(at), at.sentence
	return out
}

func (b *based) date(old *analysis.Date, at stands, f *Find) analysis.Date {
	out := kept(old)
	out.State = state(f.Verdict)
	if old != nil && old.Value == f.EDTF {
		return out
	}
	out.Date = jpdate.Date{Span: at.span, Surface: b.surface(at), Value: f.EDTF, Basis: jpdate.Stated, AsOf: out.AsOf, Why: []string{byEditor}}
	out.File, out.Sentence = b.inFile(at), at.sentence
	return out
}

func (b *based) figure(old *analysis.Figure, at stands, f *Find) analysis.Figure {
	out := kept(old)
	out.State = state(f.Verdict)
	if old != nil && reflect.DeepEqual(figureValues(old), f.Values) {
		return out
	}
	out.Figure = event.Figure{
		Span: at.span, Surface: b.surface(at), Min: f.Min, Max: f.Max, Unit: f.Unit, Qualifier: f.Qualifier,
		AsOf: f.AsOf, Counts: f.Counts, By: f.By,
	}
	out.File, out.Sentence = b.inFile(at), at.sentence
	return out
}

// refer lets words such as 同社 mean what they meant, and drops those that mean a name which was rejected.
func (b *based) refer(old *analysis.Document) {
	b.doc.References = nil
	for _, r := range old.References {
		if r.Mention = b.mentions[r.Mention]; r.Mention >= 0 {
			b.doc.References = append(b.doc.References, r)
		}
	}
}
