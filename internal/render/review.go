package render

import (
	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// reviews counts, by passage, what was found in the versions of an article, and how much of it an editor has looked at.
type reviews []struct{ reviewed, all int }

func reviewsOf(a *casebook.Article) reviews {
	var out reviews
	for _, l := range i18n.Langs {
		doc := a.Docs.In(l)
		if doc == nil {
			continue
		}
		if more := len(doc.Text.Passages) - len(out); more > 0 {
			out = append(out, make(reviews, more)...)
		}
		for sentence, state := range doc.States() {
			n := &out[doc.Sentences[sentence].Passage]
			n.all++
			if state != analysis.ByMachine {
				n.reviewed++
			}
		}
	}
	return out
}

// reviewed reports whether something was found in the passages from at to end, and an editor has looked at all of it.
func (rs reviews) reviewed(at, end int) bool {
	reviewed, all := rs[min(at, len(rs)):min(end, len(rs))].total()
	return all > 0 && reviewed == all
}

func (rs reviews) total() (reviewed, all int) {
	for _, n := range rs {
		reviewed, all = reviewed+n.reviewed, all+n.all
	}
	return reviewed, all
}

// reviewLine says how much of what was found an editor has looked at.
func (s scope) reviewLine(reviewed, all int) string {
	if reviewed == all {
		return s.msg("article.reviewed-all", "all", i18n.Digits(all))
	}
	return s.msg("article.reviewed-some", "n", i18n.Digits(reviewed), "all", i18n.Digits(all))
}
