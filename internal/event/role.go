package event

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
)

// participants returns the mentions of the sentence in their roles in the act of h.
func (s Sentence) participants(h hit, hits []hit) []Participant {
	var out []Participant
	seen := map[string]bool{}
	var next Role // of the mention after, for 「AとBは」
	ms := s.inside()
	for i := len(ms) - 1; i >= 0; i-- {
		m := ms[i]
		role := s.role(m, h, hits)
		if role == "" && i+1 < len(ms) && joined(s.Text[m.Span.End:ms[i+1].Span.Start]) {
			role = next
		}
		next = role
		key := m.Entity + "/" + string(role)
		if m.Entity == "" {
			key = m.Surface + "/" + string(role)
		}
		if role == "" || seen[key] {
			continue
		}
		seen[key] = true
		out = append([]Participant{{Mention: m, Role: role}}, out...)
	}
	return out
}

// inside returns the mentions that lie in the sentence.
func (s Sentence) inside() []entity.Mention {
	var out []entity.Mention
	for _, m := range s.Mentions {
		if s.Span.Contains(m.Span) && m.Kind != content.Indicator {
			out = append(out, m)
		}
	}
	return out
}

// joined reports whether what stands between two mentions only adds one to the other.
func joined(between string) bool {
	between = strings.Trim(between, " 　「」()（）")
	switch between {
	case "と", "や", "、", "・", "および", "及び", "、および", "または", "ならびに", "並びに", ",", "/", "／", "":
		return true
	}
	return false
}

// role reads the particle behind a mention.
func (s Sentence) role(m entity.Mention, h hit, hits []hit) Role {
	if m.Span.Start >= h.span.End {
		return ""
	}
	after := particle(s.Text[m.Span.End:s.Span.End])
	near := !between(hits, m, h)
	passive := s.passive(h)
	switch {
	case begins(after, "と協力", "と連携", "と共同", "と共に", "とともに", "とのパートナー", "のパートナー", "などと連携", "などと協力", "などと共", "との協力"):
		return Partner
	case begins(after, "を標的", "を狙", "を対象", "をターゲット"):
		return Victim
	case begins(after, "を介", "を通じ", "を経由", "を装", "を名乗", "をめぐ", "を巡"):
		return ""
	case h.rank == measure && (m.Kind == content.Actor && begins(after, "による") || begins(after, "の支援を受け", "が支援")):
		return Target
	case begins(after, "によって", "により", "による", "の支援を受け", "が支援"):
		return agentOf(m, near)
	case h.trigger.typ == Legal && begins(after, "から"):
		return Agent
	case begins(after, "が", "は", "も", "では"):
		return s.subject(m, h, near, passive)
	case begins(after, "を使", "を用い", "を利用", "を悪用", "で") && (m.Kind == content.Malware || m.Kind == content.Vulnerability):
		return Instrument
	case m.Kind == content.Place && begins(after, "で", "国内", "にある", "内の"):
		return PlaceOf
	case begins(after, "に対", "への", "へ", "を", "に", "から") && near:
		if h.rank == incident {
			return Victim
		}
		return Target
	}
	return s.byKind(m, h, near)
}

// subject is the role of what が or は marks: the agent, unless the verb is passive or the kind forbids it.
func (s Sentence) subject(m entity.Mention, h hit, near, passive bool) Role {
	topic := strings.HasPrefix(particle(s.Text[m.Span.End:s.Span.End]), "は")
	switch {
	case m.Kind == content.Malware || m.Kind == content.Vulnerability:
		return s.byKind(m, h, near)
	case !near && !topic:
		return ""
	case topic && s.hasSubject(m, h):
		return "" // the topic is that of the verb which reports h
	case passive && h.rank == incident:
		return Victim
	case passive:
		return Target
	case h.rank == measure && m.Kind == content.Actor:
		return Target
	}
	return Agent
}

// byKind is the role of a mention that no particle settles: attackers attack and are acted against.
func (s Sentence) byKind(m entity.Mention, h hit, near bool) Role {
	against := h.rank == measure
	switch {
	case m.Kind == content.Actor && against, m.Kind == content.Malware && against:
		return Target
	case m.Kind == content.Actor && h.rank != reporting:
		return Agent
	case (m.Kind == content.Malware || m.Kind == content.Vulnerability) && h.rank == incident:
		return Instrument
	}
	return ""
}

// hasSubject reports whether a name with が stands between a topic and the act, whose agent it is.
func (s Sentence) hasSubject(topic entity.Mention, h hit) bool {
	return slices.ContainsFunc(s.inside(), func(m entity.Mention) bool {
		return m.Span.Start >= topic.Span.End && m.Span.End <= h.span.Start && m.Kind != content.Malware &&
			strings.HasPrefix(particle(s.Text[m.Span.End:s.Span.End]), "が")
	})
}

func agentOf(m entity.Mention, near bool) Role {
	if m.Kind == content.Malware {
		return Instrument
	}
	if near {
		return Agent
	}
	return ""
}

// between reports whether the act of another verb stands between a mention and h.
func between(hits []hit, m entity.Mention, h hit) bool {
	for _, o := range hits {
		if o.rank != reporting && m.Span.End <= o.span.Start && o.span.End <= h.span.Start {
			return true
		}
	}
	return false
}

// particle drops what may stand between a name and its particle: brackets, quotation marks, などの集団.
func particle(after string) string {
	for {
		before := after
		after = skipAside(strings.TrimLeft(after, " 　」』"))
		for _, w := range []string{"など", "等", "ら", "グループ", "集団", "社", "マルウェア", "のハッカー", "氏", "当局", "側"} {
			after = strings.TrimPrefix(after, w)
		}
		if after == before {
			return after
		}
	}
}

func begins(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// passive reports whether the verb of a hit is passive or receives: 逮捕され, 攻撃を受け.
func (s Sentence) passive(h hit) bool {
	after := s.Text[h.span.End:s.Span.End]
	return begins(after, "され", "られ", "を受け", "れ", "せられ") || strings.HasSuffix(h.stem, "受け") || strings.HasSuffix(h.stem, "盗ま") || strings.HasSuffix(h.stem, "奪わ")
}
