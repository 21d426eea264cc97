package check

import (
	"slices"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// names wants both versions of an article to name the same actors, malware, organisations, places, people and vulnerabilities,
// paragraph by paragraph. The languages do not name in the same way: 米司法省 is the Justice Department, a ministry is "the ministry"
// the second time, and its division may be it. So an office or a place that the other version only puts differently is not
// told; but it is where another one stands in its place.
func (r *records) names() {
	for _, a := range r.Book.Articles {
		if a.Docs.Outline(i18n.JA) == nil || a.Docs.Outline(i18n.EN) == nil {
			continue
		}
		ja, en := r.voice(a.Docs.In(i18n.JA)), r.voice(a.Docs.In(i18n.EN))
		for i := range min(len(ja.blocks), len(en.blocks)) {
			r.compare(&ja, &en, i)
		}
	}
}

// compare reports what one of two blocks names and the other does not.
func (r *records) compare(ja, en *voice, i int) {
	left, right := ja.unanswered(en, i), en.unanswered(ja, i)
	for _, n := range left {
		at := r.rival(n, right, ja, en, i)
		if at < 0 {
			r.unnamed(n, ja, en, i)
			continue
		}
		r.tell(n, "correct the one that is wrong", "%q stands here, and %q in the English (%s)", n.surface, right[at].surface, right[at].at)
		right = slices.Delete(right, at, at+1)
	}
	for _, n := range right {
		r.unnamed(n, en, ja, i)
	}
}

// rival returns the index of the name that stands in the place of a Japanese one, first of the same class, -1 for none.
func (r *records) rival(n sighting, others []sighting, ja, en *voice, i int) int {
	if ja.blocks[i].crowded() || en.blocks[i].crowded() {
		return -1
	}
	at := slices.IndexFunc(others, func(o sighting) bool {
		return r.rivals(n, o) && n.Class == o.Class && !(en.meansBefore(n, i) && ja.meansBefore(o, i))
	})
	if at < 0 && !r.puts(n, ja, en, i) {
		at = slices.IndexFunc(others, func(o sighting) bool { return r.rivals(n, o) })
	}
	return at
}

// tell reports a name, and remembers that it is told.
func (r *records) tell(n sighting, hint, format string, args ...any) {
	r.problems.Warn(DataNames, n.at, hint, format, args...)
	line := source.Position{Path: n.at.Path, Line: n.at.Line}
	r.lost[line] = append(r.lost[line], n)
}

// sameNames reports where one version of a short text names another than the other does. What only one of them names is not
// told: so short a text may leave to the page what it is about.
func (r *records) sameNames(pos source.Position, t i18n.Text) {
	ja, en := r.short(i18n.JA, t.JA, pos), r.short(i18n.EN, t.EN, pos)
	left, right := ja.unanswered(&en, 0), en.unanswered(&ja, 0)
	for _, n := range left {
		if at := r.rival(n, right, &ja, &en, 0); at >= 0 {
			r.problems.Warn(DataNames, pos, "correct the one that is wrong", "%q stands in the Japanese, and %q in the English, %q", n.surface, right[at].surface, shorten(t.EN))
			right = slices.Delete(right, at, at+1)
		}
	}
}

// unnamed reports a name that a block of the other version has not, unless it only puts it differently.
func (r *records) unnamed(n sighting, here, there *voice, i int) {
	if r.puts(n, here, there, i) {
		return
	}
	if there.lang == i18n.JA && n.Code == "JP" {
		return // that a newspaper is a Japanese one goes without saying there
	}
	r.tell(n, "name it in both or in neither; if the other does, add its spelling to the variants of the entity", "%q is not named in the %s", n.surface, languageOf(there.lang))
}

// puts reports whether a block puts an office or a place of its counterpart differently: as the ministry, as its division, as
// those in power.
func (r *records) puts(n sighting, here, there *voice, i int) bool {
	if n.Kind != content.Organization && n.Kind != content.Place {
		return false
	}
	stands := func(o sighting) bool { return r.kin(n.Entity, o.Entity) && !here.blocks[i].has[o.ID] }
	return there.meansBefore(n, i) || !there.blocks[i].crowded() && slices.ContainsFunc(there.blocks[i].names, stands) || there.blocks[i].governs(n.Entity)
}

// words reports the words in Latin letters that only the Japanese version has, but for those of a name that is told.
func (r *records) words() {
	for _, w := range r.latin {
		within := func(n sighting) bool {
			return n.at.Col <= w.Pos.Col && w.Pos.Col < n.at.Col+utf8.RuneCountInString(n.surface)
		}
		if !slices.ContainsFunc(r.lost[source.Position{Path: w.Pos.Path, Line: w.Pos.Line}], within) {
			r.problems = append(r.problems, w)
		}
	}
}

// unanswered returns what a block names and the same block of the other version does not.
func (v *voice) unanswered(other *voice, i int) []sighting {
	var out []sighting
	for _, n := range v.blocks[i].names {
		answered := func(e *content.Entity) bool { return other.blocks[i].says(other.lang, e) || other.blocks[i].seat(e) }
		if shared(n.Kind) && !answered(n.Entity) && !slices.ContainsFunc(n.others, answered) {
			out = append(out, n)
		}
	}
	return out
}

// shared reports whether entities of a kind are named in both languages, or in none. What operations are called is a description.
func shared(k content.Kind) bool { return k != content.Operation }

// rivals reports whether one of two names stands in the place of the other.
func (r *records) rivals(a, b sighting) bool {
	return a.Kind == b.Kind && !namedFor(a.Entity, b.Entity) && !namedFor(b.Entity, a.Entity)
}

// meansBefore reports whether a block goes on about what the version has named before: the ministry, 同省.
func (v *voice) meansBefore(n sighting, i int) bool {
	first, known := v.first[n.ID]
	words := anaphora[n.Kind][v.lang]
	return known && first < i && words != nil && words.MatchString(v.blocks[i].text)
}
