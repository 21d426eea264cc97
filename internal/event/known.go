package event

import (
	"slices"
	"strings"

	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
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

// inTitle reports whether a trigger stands in the title of a notice that is cited: 5月20日付「不正アクセスについて（第一報）」.
func (r *Reader) inTitle(s source.Span) bool {
	before := r.Text[max(r.Span.Start, s.Start-titleLen):s.Start]
	after := r.Text[s.End:min(r.Span.End, s.End+titleLen)]
	title, _, closed := strings.Cut(after, "」")
	if !closed || !endsAny(strings.TrimRight(cutAside(title), " 　"), "について", "お知らせ", "ご報告", "お詫び", "に関して", "の件", "のご連絡") {
		return false
	}
	open := strings.LastIndex(before, "「")
	return open >= 0 && !strings.Contains(before[open:], "」")
}

// titleLen is how many bytes of a title may stand on either side of a word in it.
const titleLen = 150

// cutAside drops the bracket that ends a text: について|（第一報）.
func cutAside(s string) string {
	if !endsAny(s, "）", ")") {
		return s
	}
	return s[:max(strings.LastIndex(s, "（"), strings.LastIndex(s, "("), 0)]
}
