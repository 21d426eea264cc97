package event

import (
	"slices"
	"strings"

	"jikenbo/internal/jpdate"
)

// A sentence that reports tells two days at most: that of the verb it ends with, and that of what it reports. Where no trigger reads the inner
// verb, its day is still not that of the outer one.

// innerDay reports whether a date is that of what a measure answers or a report tells: it stands behind a subject of its own, in a clause
// that と or として closes: 米英は5月21日にも、同部隊が|22年以降|狙ってきたとして|勧告を出した.
func (r *Reader) innerDay(d *day, h *hit) bool {
	if h.rank != measure && h.rank != reporting || d.Span.End > h.span.Start || d.wide && !(strings.HasSuffix(r.Text[:d.Span.Start], "が、") && d.Date != r.days[0].Date) {
		return false
	}
	own := d.wide || slices.ContainsFunc(r.marks, func(m mark) bool {
		return m.subject && m.end <= d.Span.Start && !strings.ContainsAny(r.Text[m.end:d.Span.Start], "、は")
	})
	led := slices.ContainsFunc(r.marks, func(m mark) bool { return m.topic && m.end < d.Span.Start })
	return own && led && closesQuoted.In(r.Text[d.Span.End:h.span.End])
}

// closesQuoted are the ends of such a clause.
var closesQuoted = words("たとして", "るとして", "たと", "ていると", "だと", "とする")

// hearsay reports whether a verb only says that something has been told, by nobody in particular: 攻撃を受けたと|報じられた. The date of its
// sentence is that of what was told.
func (r *Reader) hearsay(h *hit) bool {
	return h.rank == reporting && (h.kind == Report || h.kind == Statement) && r.outer(h) && begins(r.Text[h.span.End:r.Span.End], "られた", "られて", "られる", "られました", "ている。", "れている")
}

// foundBehind returns the date that stands between an act and the verb that only says that there was one: 攻撃が|2019年以降|に約210件あったと公表. It is -1 without one.
func (r *Reader) foundBehind(h *hit) int {
	if h.rank != incident || !strings.HasPrefix(r.Text[h.span.End:r.Span.End], "が") {
		return -1
	}
	for i := range r.days {
		d := &r.days[i]
		if d.Span.Start != h.span.End+len("が") {
			continue
		}
		rest := r.Text[d.Span.End:r.Span.End]
		if n := strings.IndexAny(rest, "、。"); n >= 0 {
			rest = rest[:n]
		}
		if hasAny(rest, "あった", "あり", "確認", "起き", "発生", "相次") {
			return i
		}
	}
	return -1
}

// follower returns the type of the measure that somebody else is said to have followed with: 韓国は6月2日に制裁を科し、11月30日には米国が|続いた. It is
// empty where nobody did.
func (r *Reader) follower(h *hit, hits []*hit) Type {
	if !strings.HasPrefix(h.stem, "続い") && !strings.HasPrefix(h.stem, "追随") || !begins(r.Text[h.span.End:r.Span.End], "た", "て") || !r.actsBetween(h) {
		return ""
	}
	for _, o := range hits {
		if o.rank == measure && o.span.End < h.span.Start && o.when != h.when {
			return o.kind
		}
	}
	return ""
}

// actsBetween reports whether a name is the subject of what stands between the date of a hit and the hit.
func (r *Reader) actsBetween(h *hit) bool {
	return slices.ContainsFunc(r.names, func(n name) bool {
		return n.Span.Start >= h.when.Span.End && n.Span.End <= h.span.Start && begins(n.after, "が", "も")
	})
}

// inSeason reports whether a date is a season of a year, as EDTF numbers them: 2022-23.
func inSeason(d *jpdate.Date) bool {
	s := d.Value.String()
	return len(s) == len("2022-23") && s[5] == '2'
}
