package event

import (
	"slices"
	"strings"
)

// What has been told is spoken of again, as what describes a noun (5月15日に|逮捕された|男) or as a noun with its day (18日の|逮捕|は…). That tells
// no other act.

// SpeaksOf reports whether an act of the sentence that was read last stands in it as what describes a noun, or as a noun that is dated
// by の or is what the sentence is about, so that it may well be one that is told elsewhere.
func (r *Reader) SpeaksOf(e *Event) bool {
	i := slices.IndexFunc(r.told, func(h *hit) bool { return h.span == e.Trigger })
	if i < 0 || r.told[i].rank < incident || r.told[i].inherited {
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

// MayBe reports whether an act may be one that is told elsewhere: of its type, on its day or in the month that holds it, and with no
// other participant in a role that both have.
func (e *Event) MayBe(o *Event) bool {
	if e.Type != o.Type || e.Date.IsInterval() || o.Date.IsInterval() || e.Date.Month() == 0 {
		return false
	}
	if !o.Date.Within(e.Date) {
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
