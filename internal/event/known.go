package event

import (
	"slices"
	"strings"

	"jikenbo/internal/jpdate"
)

// A notice often names an incident by the day on which it was made known: 12月19日に公表いたしました当社システムへの不正アクセス.
// That is the day of a disclosure, not of the incident.

// makesKnown reports whether a verb of reporting describes an incident that stands behind it, by the day before it.
func (r *Reader) makesKnown(h *hit) bool {
	if !h.publishes() {
		return false
	}
	for i := range r.hits {
		o := &r.hits[i]
		if o.rank != incident || o.span.Start < h.span.End {
			continue
		}
		return slices.ContainsFunc(r.days, func(d day) bool { return d.Span.End <= h.span.Start && r.knownSince(d.Date, o) })
	}
	return false
}

// publishes reports whether a hit is a verb by which notices make something known.
func (h *hit) publishes() bool {
	return h.rank == reporting && (h.stem == "公表" || h.stem == "発表" || strings.HasPrefix(h.stem, "お知らせ"))
}

// knownSince reports whether a date is that on which an incident behind it was made known.
func (r *Reader) knownSince(d *jpdate.Date, h *hit) bool {
	if !r.publishes || h.rank != incident || d.Span.End > h.span.Start {
		return false
	}
	between := r.Text[d.Span.End:h.span.Start]
	for _, verb := range []string{"公表", "発表", "お知らせ"} {
		before, after, ok := strings.Cut(between, "に"+verb)
		if !ok {
			continue
		}
		noun, ok := cutForm(after)
		return ok && !hasAny(before, "、", "は", "が", "を", "に", "で") && !hasAny(noun, "、", "。", "は", "が", "を", "で", "と", "では") && startsNoun(noun+h.stem)
	}
	return false
}

// cutForm cuts the rest of a verb in the past off a text.
func cutForm(s string) (string, bool) {
	for _, form := range []string{"いたしました", "致しました", "しました", "されました", "していた", "した", "された"} {
		if rest, ok := strings.CutPrefix(s, form); ok {
			return rest, true
		}
	}
	return s, false
}
