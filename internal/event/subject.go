package event

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
)

// subject is the role of what が or は marks: the agent, unless the verb is passive or the kind forbids it.
func (a *act) subject(n *name, mark string) Role {
	topic := mark != "が"
	if a.nominal() && (a.kind != DataBreach || n.Kind == content.Actor) || topic && a.cleft() {
		return a.byKind(n)
	}
	switch {
	case n.Kind == content.Malware || n.Kind == content.Vulnerability:
		return a.byKind(n)
	case !topic && !a.near(n, mark), topic && a.newTopic(n):
		if a.rank == measure && !a.goesOnBetween(n.Span.End, a.span.Start) {
			return a.byKind(n)
		}
		return ""
	case a.loses(n):
		return Victim
	case topic && a.own >= 0 && (a.ownSubject(n.Span.End, a.own) || a.rank == incident && a.ps[a.own].form == attributive):
		return "" // the topic is that of the verb which reports the act
	case a.receives() && a.rank == incident:
		return Victim
	case a.receives(), a.rank == measure && n.Kind == content.Actor:
		return Target
	}
	return Agent
}

// causes is the role of what による and the like mark.
func (a *act) causes(n *name, mark string) Role {
	switch {
	case n.Kind == content.Malware:
		return Instrument
	case a.near(n, mark):
		return Agent
	}
	return ""
}

// receives reports whether the subject is who the act is done to.
func (a *act) receives() bool {
	return endsAny(a.stem, "受け", "盗ま", "奪わ", "感染") ||
		a.kind == Sanction && a.own >= 0 && (a.ps[a.own].base == "なる" || a.ps[a.own].base == "載る") || // 制裁対象になった
		a.own >= 0 && a.ps[a.own].receives() && (a.rank != incident || a.adjacent())
}

// loses reports whether the subject of an incident is who finds or tells that it has happened to them.
func (a *act) loses(n *name) bool {
	if a.rank != incident || n.Kind == content.Actor || isAuthority(n.Mention) {
		return false
	}
	return a.kind == DataBreach && !a.otherVictim(n) || n.Kind == content.Organization && a.own >= 0 && a.ps[a.own].notices()
}

// isAuthority reports whether a name is that of an authority, which tells of what others lost.
func isAuthority(m *entity.Mention) bool {
	return m.Kind == content.Organization && endsAny(m.Surface, "省", "庁", "委員会", "警察", "県警", "府警", "地検", "裁判所", "政府", "当局", "FBI", "CISA", "IPA", "JPCERT/CC", "捜査局")
}

// otherVictim reports whether a name behind a topic is who lost something: 甲社から流出したと発表.
func (a *act) otherVictim(topic *name) bool {
	for i := range a.names {
		n := &a.names[i]
		if n.Kind == content.Organization && n.Span.Start > topic.Span.End && n.Span.End <= a.span.Start && begins(n.after, "から", "の", "で") {
			return true
		}
	}
	return false
}

// adjacent reports whether the predicate is that of the trigger itself, or takes it as its object.
func (a *act) adjacent() bool {
	p := &a.ps[a.own]
	return p.span.Start-a.span.End <= 4*len("を")
}

// nominal reports whether the act is a noun whose verb is about something else: 攻撃について…を非難した.
func (a *act) nominal() bool {
	if a.rank != incident || a.own < 0 || a.adjacent() {
		return false
	}
	p := &a.ps[a.own]
	return !p.notices() && !p.receives()
}

// cleft reports whether the verb of the act has become what the sentence is about: 攻撃を行ったのは….
func (a *act) cleft() bool {
	return a.own >= 0 && strings.HasPrefix(a.Text[a.ps[a.own].span.End:a.Span.End], "のは")
}

// newTopic reports whether another topic takes over between a topic and the act: 甲は…を発表し、乙は…を科した.
func (a *act) newTopic(n *name) bool {
	for _, m := range a.marks {
		if m.topic && m.start >= n.Span.End+len("は") && m.end <= a.span.Start && a.goesOnBetween(n.Span.End, m.start) {
			return true
		}
	}
	return false
}

// goesOnBetween reports whether a clause ends between two places and the sentence goes on.
func (a *act) goesOnBetween(from, to int) bool {
	for i := range a.ps {
		if p := &a.ps[i]; p.form == goesOn && p.span.Start > from && p.span.End < to {
			return true
		}
	}
	return false
}
