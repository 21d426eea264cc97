package render

import (
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// Evidence is a sentence of a text, with its mark, and where it stands.
type Evidence struct {
	Href string
	// Place is the number of the sentence in its text.
	Place string
	// Before, Mark and After are the sentence; all empty where it may not be shown.
	Before, Mark, After string
	Lang                i18n.Lang
}

// Spot is where a sentence stands, without its words.
type Spot struct{ Href, Place string }

// spot returns the place of a sentence on the page of its text.
func (s scope) spot(m casebook.Mention) Spot {
	if m.Lang() == s.lang && m.Article() != nil {
		return s.sentence(m.Sentence())
	}
	return s.fragment(m.Evidence().Fragment(s.lang))
}

// sentence returns the place of the n-th sentence of a text in the reader's language.
func (s scope) sentence(n int) Spot {
	own := s.room.in(s.lang)
	for len(own.sentences) <= n {
		f := "s" + number(len(own.sentences))
		own.sentences = append(own.sentences, Spot{"#" + f, s.place(f)})
	}
	return own.sentences[n]
}

// fragment returns a place on the page of a text.
func (s scope) fragment(f string) Spot {
	if n, err := strconv.Atoi(f[1:]); err == nil && 0 < n && n <= knownSentences && f == "s"+number(n-1) {
		return s.sentence(n - 1)
	}
	return Spot{"#" + f, s.place(f)}
}

// knownSentences is more than most texts have: of so many the places are kept.
const knownSentences = 1000

// evidence returns a sentence as it is shown here.
func (s scope) evidence(e casebook.Evidence) Evidence {
	out := Evidence{Href: s.to(e.Path()), Lang: s.run("", e.Lang).Lang}
	if e.Lang == s.lang && e.Article != nil {
		at := s.sentence(e.Sentence)
		out.Href, out.Place = s.room.join(out.Href, at.Href), at.Place
	} else if f := e.Fragment(s.lang); f != "" {
		at := s.fragment(f)
		out.Href, out.Place = s.room.join(out.Href, at.Href), at.Place
		if told, ok := s.parallel(e, f); ok {
			out.Before, out.Lang = told, ""
			return out
		}
	}
	if e.May() {
		m := clamp(e.Mark, len(e.Text))
		out.Before, out.Mark, out.After = e.Text[:m.Start], e.Text[m.Start:m.End], e.Text[m.End:]
	}
	return out
}

// parallel returns the sentence of the article's other version that says the same, where the
// evidence is not in the reader's language and the sentences of the paragraph match one by one. It stands at the fragment.
func (s scope) parallel(e casebook.Evidence, fragment string) (string, bool) {
	if e.Article == nil || e.Lang == s.lang || e.Article.Docs.Outline(s.lang) == nil {
		return "", false
	}
	n, err := strconv.Atoi(strings.TrimPrefix(fragment, "s"))
	sentences := e.Article.Docs.In(s.lang).Sentences
	if err != nil || n < 1 || n > len(sentences) {
		return "", false
	}
	return sentences[n-1].Text, true
}

// place returns the words for a fragment: "文12", "段落5".
func (s scope) place(fragment string) string {
	key := i18n.Key("evidence.sentence")
	if fragment[0] == 'p' {
		key = "evidence.paragraph"
	}
	return s.msg(key, "n", fragment[1:])
}

// clamp moves a span into a text of a length.
func clamp(m source.Span, length int) source.Span {
	m.Start = max(0, min(m.Start, length))
	m.End = max(m.Start, min(m.End, length))
	return m
}

// Proof is the sentences of one text on which a fact rests.
type Proof struct {
	Link           // the article or source
	Source    bool // it is a source's own text, not our article
	Sentences []Evidence
	Only      bool // there is one sentence, and the page of the text shows it
}

// proofs returns what a fact rests on, by text: of our articles the sentences in the reader's
// language, those in the other one only where there is nothing else, and the sentences of sources.
func (s scope) proofs(es []casebook.Evidence) []Proof {
	out, _ := s.firstProofs(es, len(es))
	return out
}

// firstProofs returns the proofs of the first texts, and how many texts it leaves out. What stands in one text stands together.
func (s scope) firstProofs(es []casebook.Evidence, most int) (out []Proof, more int) {
	out = make([]Proof, 0, min(most, len(es)))
	for len(es) > 0 {
		n := 1
		for n < len(es) && es[n].InTextOf(&es[0]) {
			n++
		}
		if len(out) < most {
			out = append(out, s.proofIn(es[:n]))
		} else {
			more++
		}
		es = es[n:]
	}
	return out, more
}

// proofIn returns the sentences of one text.
func (s scope) proofIn(es []casebook.Evidence) Proof {
	out := s.proof(&es[0])
	told := slices.ContainsFunc(es, func(e casebook.Evidence) bool { return e.Lang == s.lang })
	for _, e := range es {
		if told && e.Source == nil && e.Lang != s.lang {
			continue
		}
		if ev := s.evidence(e); !ev.in(out.Sentences) {
			out.Sentences = append(out.Sentences, ev)
		}
	}
	out.Only = len(out.Sentences) == 1 && out.Sentences[0].Place != ""
	return out
}

// in reports whether the sentence is among those of its text.
func (e *Evidence) in(list []Evidence) bool {
	return slices.ContainsFunc(list, func(have Evidence) bool { return have.Href == e.Href })
}

// proof returns the text of a piece of evidence, still without its sentences.
func (s scope) proof(e *casebook.Evidence) Proof {
	if e.Article != nil {
		return Proof{Link: s.titled(e.Article)}
	}
	return Proof{Link: s.sourceRef(e.Source), Source: true}
}

// written returns the words in which a source or, failing that, an article gives a date.
// A date in the sentence that does not mean the same, or something wider, is not those words.
func written(d edtf.Date, es []casebook.Evidence) (string, i18n.Lang) {
	for _, ofSource := range []bool{true, false} {
		for i := range es {
			e := &es[i]
			if (e.Source != nil) == ofSource && e.AsWritten != "" && e.May() && e.Means(d) {
				return e.AsWritten, e.Lang
			}
		}
	}
	return "", ""
}
