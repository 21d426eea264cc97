package review

import (
	"slices"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// A Subject is what a file reviews.
type Subject struct {
	// Path is where the review file stands.
	Path string
	// Docs are what the machine found in the versions of the text, Japanese first; nil for a missing one.
	Docs []*analysis.Document
	// Whole says that the file may hold the sentences themselves.
	Whole    bool
	Registry *content.Registry
}

// Update returns the file as it is to be written now: a new one where f is nil. Everything that the editor wrote stays; what the
// machine finds now stands beside it, in the order of the text. Sentences that the text has no more come last, with
// what was decided in them.
func (f *File) Update(s Subject) *File {
	if f == nil {
		f = &File{}
	}
	m, _ := f.match(s.Docs, s.Registry)
	u := updater{Subject: s, old: map[place][]*Sentence{}, count: map[anchor]int{}}
	u.out = &File{Path: s.Path, title: nameOf(s.Path), head: f.head, tail: f.tail}
	known := anchorsOf(s.Docs, f.hashed())
	var gone []*Sentence
	for _, sentence := range f.Sentences {
		if at, ok := known.find(sentence); ok {
			u.old[at] = append(u.old[at], sentence)
		} else {
			gone = append(gone, sentence)
		}
	}
	for i, doc := range s.Docs {
		if doc == nil {
			continue
		}
		found := described(doc, m.based(i))
		for n := range doc.Sentences {
			u.sentence(place{i, n}, found[n])
		}
	}
	for _, sentence := range gone {
		u.gone(sentence)
	}
	return u.out
}

// An updater is the state of one update.
type updater struct {
	Subject
	out   *File
	old   map[place][]*Sentence
	count map[anchor]int // how many equal sentences there were so far
}

// sentence writes a sentence of the text, if anything was found in it, or an editor wrote anything about it.
func (u *updater) sentence(at place, found []spot) {
	doc := u.Docs[at.doc]
	text := doc.Sentences[at.sentence].Text
	s := &Sentence{Lang: doc.Text.Lang, Text: text, line: doc.Text.File.Position(doc.Sentences[at.sentence].Span.Start).Line}
	u.keepOut(s)
	u.count[s.anchor()]++
	s.Nth = u.count[s.anchor()]
	var spots []spot
	met := map[int]bool{}
	for _, old := range u.old[at] {
		s.before, s.after = append(s.before, old.before...), append(s.after, old.after...)
		for _, f := range old.Finds {
			if !f.written() {
				continue
			}
			span, ok := locate(text, f.Surface, f.Nth)
			if !ok { // a line without a verdict
				span = source.Span{Start: len(text), End: len(text)}
			}
			spots = append(spots, spot{span, f.keptBeside(text, span, ok, take(found, met, f.Class, span))})
		}
	}
	for i, f := range found {
		if !met[i] && !superseded(f, spots) {
			spots = append(spots, f)
		}
	}
	inOrder(spots)
	for _, p := range spots {
		s.Finds = append(s.Finds, p.find)
	}
	if len(s.Finds)+len(s.before)+len(s.after) > 0 {
		u.out.Sentences = append(u.out.Sentences, s)
	}
}

// superseded reports whether a decision holds on some of the words of a find, so that there is nothing to decide.
func superseded(found spot, spots []spot) bool {
	return slices.ContainsFunc(spots, func(s spot) bool {
		return s.find.Class == found.find.Class && s.find.Class != Event && s.find.holds() && s.span.Overlaps(found.span)
	})
}

// keepOut leaves only the hash of a sentence whose words may not stand in the file.
func (u *updater) keepOut(s *Sentence) {
	if !u.Whole && s.Hash == "" {
		s.Hash = hash(s.Text)
		s.Lang, s.Text = "", ""
	}
	if u.Whole {
		s.line = 0
	}
}

// take returns what the machine found at a place, once, nil for nothing.
func take(found []spot, met map[int]bool, c Class, span source.Span) *Find {
	for i, f := range found {
		if f.find.Class == c && c.same(f.span, span) && !met[i] {
			met[i] = true
			return f.find
		}
	}
	return nil
}

// keptBeside returns a line of the editor as it is written beside what the machine finds now, which may be nothing.
func (f *Find) keptBeside(text string, span source.Span, located bool, machine *Find) *Find {
	if machine != nil && !f.decided() && !f.changed() { // the editor wrote a comment only
		own := *machine
		own.before, own.beside = f.before, f.beside
		return &own
	}
	own := *f
	own.why = ""
	if located {
		own.Surface = text[span.Start:span.End]
		own.Nth = nthOf(text, own.Surface, span.Start)
	}
	switch {
	case machine == nil:
		if f.Verdict == Accept || f.Verdict == Correct {
			own.why, own.print = "the machine does not find it", ""
		}
	default:
		own.print, own.why = machine.print, machine.why
		if found := machine.values(); f.Verdict != Reject && !slices.Equal(found, own.values()) {
			own.why = strings.TrimSuffix("found as "+strings.Map(inComment, strings.Join(found, ", "))+"; "+own.why, "; ")
		}
	}
	return &own
}

// gone keeps of a sentence that the text does not have any more what an editor wrote.
func (u *updater) gone(old *Sentence) {
	s := *old
	s.gone, s.Finds = true, nil
	u.keepOut(&s)
	for _, f := range old.Finds {
		if f.written() {
			own := *f
			own.why = ""
			s.Finds = append(s.Finds, &own)
		}
	}
	if len(s.Finds)+len(s.before)+len(s.after) > 0 {
		u.out.Sentences = append(u.out.Sentences, &s)
	}
}

// AcceptRest returns the file with every find accepted that has no verdict, and that the editor did not change.
func (f *File) AcceptRest() *File {
	out := *f
	out.Sentences = nil
	for _, s := range f.Sentences {
		own := *s
		own.Finds = nil
		for _, find := range s.Finds {
			if !s.gone && !find.decided() && !find.changed() {
				accepted := *find
				accepted.Verdict = Accept
				find = &accepted
			}
			own.Finds = append(own.Finds, find)
		}
		out.Sentences = append(out.Sentences, &own)
	}
	return &out
}

// A Tally counts the lines of a file that was brought up to date.
type Tally struct {
	Accepted, Corrected, Rejected, Added int
	Open                                 int // without a verdict
	Gone                                 int // with one, in sentences that the text does not have any more
}

// Tally counts the lines.
func (f *File) Tally() Tally {
	var t Tally
	for _, s := range f.Sentences {
		for _, find := range s.Finds {
			switch {
			case s.gone && find.decided():
				t.Gone++
			case s.gone:
			case find.Verdict == Accept:
				t.Accepted++
			case find.Verdict == Correct:
				t.Corrected++
			case find.Verdict == Reject:
				t.Rejected++
			case find.Verdict == Add:
				t.Added++
			default:
				t.Open++
			}
		}
	}
	return t
}
