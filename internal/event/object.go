package event

import (
	"strings"

	"jikenbo/internal/content"
)

// object is the role of what another particle than が marks.
func (a *act) object(n *name, mark string) Role {
	switch {
	case mark == "に" && a.kind == Legal && endsAny(n.Surface, "裁判所", "地裁", "高裁"):
		return "" // where a suit is filed
	case mark == "に" && n.Kind == content.Organization && a.receives():
		return Agent // 警察に逮捕された
	case n.Kind == content.Malware || n.Kind == content.Vulnerability:
		return a.byKind(n)
	case mark == "で" && a.rank == incident && n.Kind == content.Organization:
		return Victim
	case mark == "で", a.rank == reporting:
		return ""
	case a.rank != incident:
		return Target
	case n.Kind == content.Actor && mark != "に対" && mark != "への":
		return a.byKind(n)
	}
	return Victim
}

// nounBefore reports whether a name with への goes with another noun than that of the act: 甲社への攻撃を…と断定.
func (a *act) nounBefore(n *name) bool {
	for _, o := range a.others {
		if o.span.Start >= n.Span.End && o.span.End <= a.span.Start {
			return true
		}
	}
	return a.span.Start-n.Span.End > 60
}

// behind is the role of a mention that is what the sentence says of the act: 逮捕されたのは某だ.
func (a *act) behind(n *name) Role {
	between := a.Text[a.span.End:n.Span.Start]
	switch {
	case a.rank == incident && n.Kind == content.Actor && begins(n.after, "の関与", "の犯行", "の仕業", "によるもの", "が関与"):
		return Agent
	case between == "" && a.deed && a.own >= 0 && a.ps[a.own].form == attributive && !a.receives():
		return Agent // 脆弱性を|修正した|甲社は
	case len(between) > 40 || a.own < 0 || !strings.Contains(between, "のは"):
		return ""
	case !a.receives():
		return Agent
	case a.rank == incident:
		return Victim
	}
	return Target
}

// byKind is the role of a mention that no particle settles: attackers attack and are acted against.
func (a *act) byKind(n *name) Role {
	against := a.rank == measure
	switch n.Kind {
	case content.Malware, content.Vulnerability:
		switch {
		case against && n.Kind == content.Malware:
			return Target
		case a.rank == incident:
			return Instrument
		}
	case content.Actor:
		switch {
		case against && (a.kind != Sanction || !a.namesTarget(n)):
			return Target
		case !against && a.rank != reporting:
			return Agent
		}
	}
	return ""
}

// namesTarget reports whether a sentence says of another name than n that it is what the act is directed at.
func (a *act) namesTarget(n *name) bool {
	for i := range a.names {
		o := &a.names[i]
		mark := leading(o.after)
		if o.Span != n.Span && o.Span.End <= a.span.Start && (mark == "を" || mark == "に" || mark == "に対") && a.governed(o, mark) {
			return true
		}
	}
	return false
}
