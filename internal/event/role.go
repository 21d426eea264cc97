package event

import (
	"strings"

	"jikenbo/internal/content"
)

// An act is a hit whose participants are looked for, in its sentence.
type act struct {
	*Reader
	*hit
	others []*hit // the hits of the sentence, with this one
	own    int    // the place of its predicate in ps, -1 where there is none
}

// A part is the role of a name.
type part struct {
	*name
	role Role
	why  string
}

// label tells names apart.
func (p part) label() string {
	if p.Entity != "" {
		return p.Entity
	}
	return p.Surface
}

// participants returns the mentions of the sentence in their roles in the act of h.
func (r *Reader) participants(h *hit, hits []*hit) []Participant {
	a := act{Reader: r, hit: h, others: hits, own: r.predicateOf(h)}
	parts := r.parts[:0]
	var next part // of the mention after, for 「AとBは」
	for i := len(r.names) - 1; i >= 0; i-- {
		p := part{name: &r.names[i]}
		p.role, p.why = a.role(p.name)
		p.role = a.whereItStands(p.name, p.role)
		if p.role == "" && next.name != nil && joined(r.Text[p.Span.End:next.Span.Start], p.Kind == next.Kind) {
			p.role, p.why = next.role, next.why
		}
		if next = p; p.role != "" && !has(parts, p) {
			parts = append(parts, p)
		}
	}
	if r.parts = parts; len(parts) == 0 {
		return nil
	}
	out := make([]Participant, len(parts))
	for i, p := range parts {
		out[len(out)-1-i] = Participant{Mention: *p.Mention, Role: p.role, Why: p.why}
	}
	return out
}

// has reports whether a name has its role already.
func has(parts []part, p part) bool {
	for i := range parts {
		if parts[i].role == p.role && parts[i].label() == p.label() {
			return true
		}
	}
	return false
}

// joined reports whether what stands between two mentions only adds one to the other.
// A comma joins names of one kind alone: 「司法省、某を起訴」 is an agent and a target.
func joined(between string, alike bool) bool {
	between = strings.Trim(skipTitle(skipAside(strings.TrimLeft(between, " 　」"))), " 　「」()（）")
	switch between {
	case "と", "や", "および", "及び", "、および", "または", "ならびに", "並びに", "・", "/", "／":
		return true
	case "、", ",", "":
		return alike
	}
	return false
}

// role returns what a mention is in the act, and the words that say so.
func (a *act) role(n *name) (Role, string) {
	if n.Span.Start >= a.span.End {
		return a.behind(n), "のは"
	}
	after := a.particle(n)
	mark := leading(after)
	tool := n.Kind == content.Malware || n.Kind == content.Vulnerability
	switch by := linkOf(after); {
	case by == partner:
		return Partner, "と"
	case by == aim && a.kind == Takedown:
		return Target, "を標的"
	case by == aim:
		return Victim, "を標的"
	case a.kind == DDoS && (n.Kind == content.Organization || n.Kind == content.Place) && ofPages.Longest(n.after) > 0:
		return Victim, "の"
	case by == passing:
		return a.byKind(n), "kind"
	case (by == support || by == deed) && a.rank == measure && n.Kind == content.Actor:
		return Target, "kind"
	case by == cause || by == support:
		return a.causes(n, mark), "による"
	case by == origin && a.kind == Legal && n.Kind == content.Organization:
		return Agent, "から"
	case (by == share || by == deed) && a.rank == incident:
		return Agent, "の関与"
	case mark == "への" && a.nounBefore(n):
		return a.byKind(n), "kind"
	case by == subject:
		return a.subject(n, mark), mark
	case tool && (by == means || mark == "で"):
		return Instrument, "で"
	case by == place && n.Kind == content.Place:
		return PlaceOf, "で"
	case mark != "" && a.near(n, mark):
		return a.object(n, mark), mark
	case begins(after, "、", "，", "　", " ") && a.heads(n):
		return a.subject(n, "は"), "、"
	}
	return a.byKind(n), "kind"
}

// ofPages are what somebody has that is flooded: 甲港|のHPは|つながりにくくなった.
var ofPages = words("のHPが", "のHPは", "のHPも", "のＨＰが", "のＨＰは", "のＨＰも", "のサイトが", "のサイトは", "のサイトも", "のホームページが", "のホームページは", "のホームページも", "のウェブサイトが", "のウェブサイトは", "のウェブサイトも", "の公式サイト")

// whereItStands returns PlaceOf for a town or a province whose own something takes part in an incident: カンザス州の|病院が攻撃され.
// That a country is hit through what is its own is said of it, too.
func (a *act) whereItStands(n *name, role Role) Role {
	if (role == Victim || role == Agent) && a.rank == incident && n.Kind == content.Place && strings.HasPrefix(n.after, "の") &&
		(len(n.Entity) > len("us") || n.Entity == "" && endsAny(n.Surface, "州", "県", "府", "都", "市", "町", "村", "区", "郡", "港")) && ofTown.Longest(n.after) == 0 && !endsAny(n.Surface, "欧州", "欧米", "北米", "中南米", "南米", "アジア", "アフリカ", "中東", "ヨーロッパ") {
		return PlaceOf
	}
	return role
}

// ofTown is what a town or a province has itself.
var ofTown = words("のサイト", "のホームページ", "の公式", "のシステム", "のサーバ", "のネットワーク", "の庁内", "の職員", "の端末", "の業務", "の行政", "のコンピュータ", "の個人情報", "の政府")

// near reports whether a mention with its particle belongs to the act and to no other of the sentence.
func (a *act) near(n *name, mark string) bool {
	return (mark == "が" || mark == "は" || !a.otherBetween(n)) && a.governed(n, mark)
}

// governed reports whether a mention with its particle belongs to the predicate of the act.
func (a *act) governed(n *name, mark string) bool {
	return a.own < 0 || a.reaches(n.Span.End, mark, a.own) && !(mark == "が" && a.ownSubject(a.subjectMark(n), a.own))
}

// subjectMark returns the end of the が behind a mention.
func (a *act) subjectMark(n *name) int {
	for _, m := range a.marks {
		if m.start >= n.Span.End && !m.topic {
			return m.end
		}
	}
	return n.Span.End
}

// otherBetween reports whether the act of another verb stands between a mention and this one.
func (a *act) otherBetween(n *name) bool {
	for _, o := range a.others {
		if o.rank != reporting && o.rank >= a.rank && o.kind != a.kind && n.Span.End <= o.span.Start && o.span.End <= a.span.Start {
			return true
		}
	}
	return false
}

// heads reports whether a name stands at the head of a line: 司法省、某を起訴.
func (a *act) heads(n *name) bool {
	const blank = " 　|・-:：「\t"
	head := strings.Trim(a.Text[a.Span.Start:n.Span.Start], blank)
	for i := range a.Dates {
		head = strings.Trim(strings.Replace(head, a.Dates[i].Surface, "", 1), blank)
	}
	return head == ""
}
