package event

import (
	"slices"
	"strings"

	"jikenbo/internal/edtf"
)

// What has been told is spoken of again, as what describes a noun (5月15日に|逮捕された|男) or as a noun with its day (18日の|逮捕|は…). That tells
// no other act.

// SpeaksOf reports whether an act of the sentence that was read last stands in it as what describes a noun, or as a noun that is dated
// by の or is what the sentence is about, so that it may well be one that is told elsewhere.
func (r *Reader) SpeaksOf(e *Event) bool {
	i := slices.IndexFunc(r.told, func(h *hit) bool { return h.span == e.Trigger })
	if i < 0 || r.told[i].rank < incident || r.told[i].inherited || others.In(r.Text[max(r.Span.Start, e.Trigger.Start-60):e.Trigger.Start]) {
		return false
	}
	switch h := r.told[i]; h.grade {
	case descriptive:
		return true
	case noun:
		return strings.HasSuffix(r.Text[:h.span.Start], e.When.Surface+"の") || strings.HasPrefix(r.Text[h.span.End:r.Span.End], "は")
	}
	return false
}

// NamesOf returns the name in quotation marks of what an act, told by a noun, is about, "" for none: 「毒虫」の|無力化.
func (r *Reader) NamesOf(e *Event) string {
	before, ok := strings.CutSuffix(r.Text[r.Span.Start:e.Trigger.Start], "」の")
	if open := strings.LastIndex(before, "「"); ok && open >= 0 {
		return before[open+len("「"):]
	}
	return ""
}

// others say that an act is not the one that was told.
var others = words("別の", "ほかの", "他の", "もう一人", "もう1人", "2度目の", "2回目の", "再度の", "新たな", "前回の")

// DatesDeed reports whether an act, of which a sentence only speaks, says when one was done that a sentence near it tells with no more than
// the day on which it was announced: 1月31日、…を無力化したと発表した。無力化は昨年12月に行われた。
func (e *Event) DatesDeed(o *Event) bool {
	return o.announcedOnly() && e.Announced.IsZero() && e.alike(o) && e.Date.Month() != 0 && !longTime(e.Date) && shortlyAfter(e.Date, o.Date)
}

// AnnouncesDeed reports whether an act that has no more than the day on which it was announced is one that a sentence near it has told
// with the day on which it was done.
func (e *Event) AnnouncesDeed(o *Event) bool {
	return e.announcedOnly() && o.Announced.IsZero() && o.Date.Month() != 0 && !longTime(o.Date) && e.alike(o) && e.shareTarget(o) && shortlyAfter(o.Date, e.Date)
}

// announcedOnly reports whether the date of an act is only that on which it was announced.
func (e *Event) announcedOnly() bool {
	return !e.Announced.IsZero() && e.Announced == e.Date && !e.Inherited && rankOf[e.Type] == measure && e.Type != Legal && e.Type != Advisory && e.Type != Attribution
}

// SameDeed reports whether two measures of one type and date are one: they are directed at the same, and nobody else takes part in one.
func (e *Event) SameDeed(o *Event) bool {
	switch e.Type {
	case Takedown, Seizure, Indictment, Arrest, Sanction:
		return e.Date == o.Date && e.alike(o) && e.shareTarget(o)
	}
	return false
}

// shortlyAfter reports whether a day is in the half year behind a date.
func shortlyAfter(done, day edtf.Date) bool {
	if done == day || edtf.Compare(done, day) > 0 {
		return false
	}
	_, to, _, ok := done.Bounds()
	from, _, _, _ := day.Bounds()
	return ok && 12*(from.Year-to.Year)+from.Month-to.Month <= 6
}

// shareTarget reports whether two acts are directed at the same.
func (e *Event) shareTarget(o *Event) bool {
	return slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Role == Target && o.hasIn(&p) })
}

// MayBe reports whether an act may be one that is told elsewhere: of its type, on its day or in the month that holds it, and with no
// other participant in a role that both have.
func (e *Event) MayBe(o *Event) bool {
	if e.Date.IsInterval() || o.Date.IsInterval() || e.Date.Month() == 0 {
		return false
	}
	return o.Date.Within(e.Date) && e.alike(o)
}

// alike reports whether two acts are of one type, with no other participant in a role that both have.
func (e *Event) alike(o *Event) bool {
	if e.Type != o.Type {
		return false
	}
	for i := range e.Participants {
		if p := &e.Participants[i]; o.has(p.Role) && !o.hasIn(p) {
			return false
		}
	}
	return true
}

// has reports whether an act has anybody in a role.
func (e *Event) has(role Role) bool {
	return slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Role == role })
}

// hasIn reports whether an act has somebody in his role.
func (e *Event) hasIn(p *Participant) bool {
	return slices.ContainsFunc(e.Participants, func(o Participant) bool {
		return o.Role == p.Role && (part{name: &name{Mention: &o.Mention}}).label() == (part{name: &name{Mention: &p.Mention}}).label()
	})
}
