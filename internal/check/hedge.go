package check

import (
	"regexp"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// assertions wants our articles to say as alleged what their source alleges. The data say what is alleged; the sentence of the
// article that an alleged claim rests on, and its counterpart in the other language, have to say who alleges it, or that it is alleged.
func (r *records) assertions() {
	for _, e := range r.Content.Registry.All() {
		node := r.Book.Entity(e.ID)
		if node == nil {
			continue
		}
		for _, c := range node.Claims {
			if !c.Alleged || c.Shipped {
				continue
			}
			for _, ev := range c.Evidence {
				if ev.Article != nil {
					r.hedged(ev)
				}
			}
		}
	}
	r.accused()
}

// accused wants sentences that name people who are charged to say so, or who says what they did, or what a court did.
func (r *records) accused() {
	charged := map[string]bool{}
	for _, e := range r.Content.Registry.All() {
		if e.Operation == nil {
			continue
		}
		for _, v := range e.Operation.Events {
			for _, p := range v.Participants {
				if p.Role == "target" && (v.Type == "indictment" || v.Type == "arrest") {
					charged[p.Entity] = true
				}
			}
		}
	}
	for _, e := range r.Content.Registry.All() {
		node := r.Book.Entity(e.ID)
		if node == nil || e.Kind != content.Person || !charged[e.ID] {
			continue
		}
		for _, mention := range node.Mentions {
			if m := mention.Evidence(); m.Article != nil && !told(m.Article.Docs.In(m.Lang), m.Sentence, m.Sentence+1) && !court.MatchString(m.Text) {
				doc := m.Article.Docs.In(m.Lang)
				r.problems.Warn(DataAlleged, doc.Text.File.Position(doc.Sentences[m.Sentence].Span.Start), "say that it is alleged, or what the person is charged with",
					"%q is charged, and this says nothing of it: %q", e.ID, m.Text)
			}
		}
	}
}

// told reports whether sentences, or the one before them, say who says so.
func told(doc *analysis.Document, from, to int) bool {
	for i := leading(doc, from); i < to; i++ {
		if hedge(doc.Text.Lang).MatchString(doc.Sentences[i].Text) {
			return true
		}
	}
	return false
}

// hedged reports a sentence that alleges nothing, in either language.
func (r *records) hedged(ev casebook.Evidence) {
	for _, l := range i18n.Langs {
		doc := ev.Article.Docs.In(l)
		if doc == nil {
			continue
		}
		from, to := counterpart(ev, doc)
		if from < to && !told(doc, from, to) {
			s := doc.Sentences[from]
			r.problems.Warn(DataAlleged, doc.Text.File.Position(s.Span.Start), "say who alleges it, or that it is alleged; or correct the claim",
				"what is alleged is told as a fact: %q", s.Text)
		}
	}
}

// counterpart returns the sentences of a version that say what the evidence says: the one at the same place, or the whole
// block where the versions differ in sentences.
func counterpart(ev casebook.Evidence, doc *analysis.Document) (from, to int) {
	here := ev.Article.Docs.In(ev.Lang)
	if doc == here {
		return ev.Sentence, ev.Sentence + 1
	}
	first, count := inBlock(here, ev.Passage)
	from, same := inBlock(doc, ev.Passage)
	if count == same {
		from += ev.Sentence - first
		return from, from + 1
	}
	return from, from + same
}

// leading returns the sentence from which on a sentence is read: the one before it, in its block. Who speaks is said once.
func leading(doc *analysis.Document, sentence int) int {
	if sentence > 0 && sentence < len(doc.Sentences) && doc.Sentences[sentence-1].Passage == doc.Sentences[sentence].Passage {
		return sentence - 1
	}
	return sentence
}

// inBlock returns the first sentence of a block and how many it has.
func inBlock(doc *analysis.Document, passage int) (first, count int) {
	for i, s := range doc.Sentences {
		if s.Passage == passage {
			if count == 0 {
				first = i
			}
			count++
		}
	}
	return first, count
}

// hedge finds the words by which a text says that somebody says so.
func hedge(l i18n.Lang) *regexp.Regexp {
	if l == i18n.JA {
		return japaneseHedge
	}
	return englishHedge
}

// court finds the words by which a text says what police or a court did.
var court = regexp.MustCompile(`逮捕|判決|有罪|無罪|裁判|公判|法廷|出廷|制裁|指名手配|(?i)\b(?:arrest\w*|sentenc\w*|convict\w*|court|trial|sanction\w*|plead\w*|pleaded|extradit\w*|wanted)\b`)

var (
	japaneseHedge = regexp.MustCompile(`容疑|疑い|疑われ|起訴|訴追|被告|告発|とされ|とする|とした|と(?:み|見)(?:られ|る|て|た)|よると|よれば|という|と述べ|と(?:語|指摘|主張|説明|非難|批判|警告|判断|推定|呼|位置|断定|結論|発表|報じ|伝え)|(?:説明|報告)では|との報告|と数える|に数える|主張|可能性|見方|名指し|突き止め|明らかに|確認した`)
	englishHedge  = regexp.MustCompile(`(?i)\b(?:alleg\w*|accus\w*|charg(?:e|es|ed)|indict\w*|according to|prosecutors?|suspect\w*|believ\w*|said|says?|told|(?-i:states?)|maintains?|found|finding|warn(?:s|ed)|announc\w*|point(?:s|ed) out|reason given|counts|holds?|claim\w*|report(?:s|ed|edly)|attribut\w*|blam\w*|appear\w*|apparently|presumed|thought|held|linked|assess\w*|describ\w*|call(?:s|ed)|named|defendants?|conclud\w*|think|regards?|identif\w*|(?-i:may|might)|possib\w*|likely)\b`)
)
