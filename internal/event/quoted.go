package event

import (
	"slices"
	"strings"
)

// What someone says of a day was not said on it, nor was what he was told to do then done on it.

// isKnown reports whether a verb of reporting says how things are known to be, and on no day: 昨年6月のメールで使われたことも|報告|されている.
func (r *Reader) isKnown(d *day, h *hit) bool {
	return !d.wide && !(d.Span.Start == r.Span.Start && begins(r.Text[d.Span.End:], "には")) && begins(r.Text[h.span.End:r.Span.End], "されてい", "されてお") && slices.ContainsFunc(r.ps, func(p predicate) bool {
		return p.form == quoted && p.span.Start >= d.Span.End && p.span.End <= h.span.Start
	})
}

// quotedAway reports whether a hit is a verb of reporting behind a quotation that holds the date:
// what someone says of a day is not said on that day.
func (r *Reader) quotedAway(d *day, h *hit) bool {
	if h.rank == measure && r.recalled(d, h) {
		return true
	}
	if h.rank == measure || h.modality == Denied {
		return false
	}
	if r.saidAloud(d, h) {
		return true
	}
	if h.rank != reporting {
		return false
	}
	if r.isKnown(d, h) {
		return true
	}
	depth := 0
	for _, c := range r.Text[d.Span.End:h.span.Start] {
		switch c {
		case '「':
			depth++
		case '」':
			if depth--; depth < 0 {
				return true
			}
		}
	}
	return false
}

// saidAloud reports whether a hit stands in what somebody says on the date before: 20日、「…と|報告を受け|ている」と述べた.
func (r *Reader) saidAloud(d *day, h *hit) bool {
	open := strings.LastIndex(r.Text[d.Span.End:h.span.Start], "「")
	if open < 0 || strings.Contains(r.Text[d.Span.End+open:h.span.Start], "」") {
		return false
	}
	_, behind, ok := strings.Cut(r.Text[h.span.End:r.Span.End], "」")
	return ok && begins(behind, "と述", "と話", "と語", "と説明", "と強調", "とコメント", "と主張", "と答", "とし", "と表明", "と明言", "と訴え", "と指摘", "と反発", "と抗議", "と否定", "と批判", "と投稿", "と書き込", "と発表", "と公表", "と警告")
}

// recalled reports whether the date before a measure is one that somebody speaks of in a quotation which is closed before it:
// 「4月には|知り得た」として|退けた. Titles and names in quotation marks have no verb.
func (r *Reader) recalled(d *day, h *hit) bool {
	closing := strings.Index(r.Text[d.Span.End:h.span.Start], "」")
	if closing < 0 || strings.Contains(r.Text[d.Span.End:d.Span.End+closing], "「") || !strings.Contains(r.Text[r.Span.Start:d.Span.Start], "「") {
		return false
	}
	closing += d.Span.End
	return slices.ContainsFunc(r.ps, func(p predicate) bool { return p.span.Start >= d.Span.End && p.span.End == closing })
}

// ofWhatIsSaid reports whether a date is that of a noun in what a verb reports, of which an entry of a chronicle gives the day at its head:
// 4月20日　甲社、経路が|前年11月|の別の攻撃だったと発表.
func (r *Reader) ofWhatIsSaid(i int, h *hit) bool {
	return i > 0 && h.rank == reporting && r.outer(h) && strings.HasPrefix(r.Text[r.days[i].Span.End:], "の") && r.statementOf(&r.days[i]) == "" && r.days[0].wide && r.free(&r.days[0], h)
}
