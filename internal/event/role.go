package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
)

// An actOf is an act whose participants are looked for: its hit, the predicates of the sentence and which is its own.
type actOf struct {
	Sentence
	hit
	hits []hit
	own  int // index of the predicate in ps, -1 where there is none
}

// participants returns the mentions of the sentence in their roles in the act of h.
func (s Sentence) participants(h hit, hits []hit) []Participant {
	a := actOf{s, h, hits, predicateOf(s.ps, h)}
	var out []Participant
	seen := map[string]bool{}
	var next Role // of the mention after, for 「AとBは」
	var by string
	ms := s.inside()
	for i := len(ms) - 1; i >= 0; i-- {
		m := ms[i]
		role, why := a.role(m)
		if role == "" && i+1 < len(ms) && joined(s.Text[m.Span.End:ms[i+1].Span.Start], m.Kind == ms[i+1].Kind) {
			role, why = next, by
		}
		next, by = role, why
		key := m.Entity + "/" + string(role)
		if m.Entity == "" {
			key = m.Surface + "/" + string(role)
		}
		if role == "" || seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, Participant{Mention: m, Role: role, Why: why})
	}
	slices.Reverse(out)
	return out
}

// inside returns the mentions that lie in the sentence.
func (s Sentence) inside() []entity.Mention {
	var out []entity.Mention
	for _, m := range s.Mentions {
		if s.Span.Contains(m.Span) && m.Kind != content.Indicator && m.Kind != content.Operation {
			out = append(out, m)
		}
	}
	return out
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
func (a actOf) role(m entity.Mention) (Role, string) {
	if m.Span.Start >= a.hit.span.End {
		return a.behind(m), "のは"
	}
	after := a.particle(m)
	mark := leading(after)
	near := a.governed(m, mark) && (mark == "が" || mark == "は" || !between(a.hits, m, a.hit))
	incident := a.rank == incident
	switch {
	case begins(after, "と協力", "と連携", "と共同", "と共に", "とともに", "とのパートナー", "のパートナー", "などと連携", "などと協力", "などと共", "との協力", "の協力"):
		return Partner, "と"
	case begins(after, "を標的", "を狙", "を対象", "をターゲット", "が標的", "が狙われ"):
		return Victim, "を標的"
	case begins(after, "を介", "を通じ", "を経由", "を装", "を名乗", "をめぐ", "を巡", "によると", "によれば", "を含む", "について", "に関", "をかた", "を騙"):
		return a.byKind(m), "kind"
	case a.rank == measure && m.Kind == content.Actor && begins(after, "による", "の支援を受け", "が支援", "の犯行", "の仕業"):
		return Target, "kind"
	case begins(after, "によって", "により", "による", "の支援を受け", "が支援"):
		return agentOf(m, near), "による"
	case a.kind == Legal && begins(after, "から") && m.Kind == content.Organization:
		return Agent, "から"
	case incident && begins(after, "の関与", "の犯行", "の仕業"):
		return Agent, "の関与"
	case mark == "への" && a.nounBefore(m):
		return a.byKind(m), "kind"
	case begins(after, "が", "は", "も", "では"):
		return a.subject(m, mark, near), mark
	case begins(after, "を使", "を用い", "を利用", "を悪用", "で") && (m.Kind == content.Malware || m.Kind == content.Vulnerability):
		return Instrument, "で"
	case m.Kind == content.Place && begins(after, "で", "国内", "にある", "内の"):
		return PlaceOf, "で"
	case near && mark != "":
		return a.object(m, mark), mark
	case a.heading(m, after):
		return a.subject(m, "は", near), "、"
	}
	return a.byKind(m), "kind"
}

// leading returns the case particle that a text begins with, "" for another.
func leading(after string) string {
	for _, p := range []string{"に対", "への", "へ", "を", "に", "から", "が", "は", "も", "では", "で"} {
		if strings.HasPrefix(after, p) {
			return p
		}
	}
	return ""
}

// particle returns the text from the particle of a mention on. That of 「甲社のサーバーに」 is に: what
// is done to what someone owns is done to the owner.
func (a actOf) particle(m entity.Mention) string {
	after := particle(a.Text[m.Span.End:a.Span.End])
	if !strings.HasPrefix(after, "の") && !strings.HasPrefix(a.Text[m.Span.End:a.Span.End], "など") || m.Kind == content.Malware || m.Kind == content.Place && a.rank != incident {
		return after
	}
	at := a.Span.End - len(after)
	owned := false
	for _, t := range a.Tokens {
		switch {
		case t.Span.Start < at || t.Span.Start == at && strings.HasPrefix(after, "の"):
		case t.POS[0] == "名詞" || t.POS[0] == "接頭詞" || t.Surface == "の" || t.POS[0] == "接続詞" || t.Surface == "や" || t.Surface == "・":
			owned = true
		case owned && t.POS[0] == "助詞" && t.Span.Start < a.hit.span.Start+1:
			if rest := a.Text[t.Span.Start:a.Span.End]; begins(rest, "に", "を", "が", "から", "へ", "は") && t.Span.End <= a.hit.span.Start+len("が") {
				return rest
			}
			return after
		default:
			return after
		}
	}
	return after
}

// governed reports whether a mention with its particle belongs to the predicate of the act.
func (a actOf) governed(m entity.Mention, mark string) bool {
	if a.own < 0 {
		return true
	}
	return a.reaches(m.Span.End, mark, a.ps, a.own) && !(mark == "が" && a.ownSubject(a.subjectMark(m), a.ps, a.own))
}

// subjectMark returns the end of the が behind a mention.
func (a actOf) subjectMark(m entity.Mention) int {
	for _, t := range a.Tokens {
		if t.Span.Start >= m.Span.End && t.Surface == "が" {
			return t.Span.End
		}
	}
	return m.Span.End
}

// receives reports whether the subject is who the act is done to.
func (a actOf) receives() bool {
	if strings.HasSuffix(a.stem, "受け") || strings.HasSuffix(a.stem, "盗ま") || strings.HasSuffix(a.stem, "奪わ") || strings.HasSuffix(a.stem, "感染") {
		return true
	}
	return a.own >= 0 && a.ps[a.own].receives() && (a.rank != incident || a.adjacent())
}

// adjacent reports whether the predicate is that of the trigger itself, or takes it as its object.
func (a actOf) adjacent() bool {
	p := a.ps[a.own]
	return p.span.Start < a.hit.span.End || len(a.Text[a.hit.span.End:p.span.Start]) <= 4*len("を")
}

// subject is the role of what が or は marks: the agent, unless the verb is passive or the kind forbids it.
func (a actOf) subject(m entity.Mention, mark string, near bool) Role {
	topic := mark != "が"
	if a.nominal() && (a.kind != DataBreach || m.Kind == content.Actor) || topic && a.cleft() {
		return a.byKind(m)
	}
	loses := a.rank == incident && m.Kind != content.Actor && !isAuthority(m) && (a.kind == DataBreach && !a.otherVictim(m) || a.own >= 0 && a.ps[a.own].notices() && m.Kind == content.Organization)
	switch {
	case m.Kind == content.Malware || m.Kind == content.Vulnerability:
		return a.byKind(m)
	case !near && !topic, topic && a.newTopic(m):
		if a.rank == measure && !a.goesOnBetween(m.Span.End, a.hit.span.Start) {
			return a.byKind(m)
		}
		return ""
	case loses:
		return Victim
	case topic && a.own >= 0 && a.ownSubject(m.Span.End, a.ps, a.own), topic && a.own >= 0 && a.rank == incident && a.ps[a.own].form == attributive:
		return "" // the topic is that of the verb which reports the act
	case a.receives() && a.rank == incident:
		return Victim
	case a.receives():
		return Target
	case a.rank == measure && m.Kind == content.Actor:
		return Target
	}
	return Agent
}

// isAuthority reports whether a name is that of an authority, which tells of what others lost.
func isAuthority(m entity.Mention) bool {
	return m.Kind == content.Organization && endsAny(m.Surface, "省", "庁", "委員会", "警察", "県警", "府警", "地検", "裁判所", "政府", "当局", "FBI", "CISA", "IPA", "JPCERT/CC", "捜査局")
}

// otherVictim reports whether a name behind a topic is who lost something: 甲社から流出したと発表.
func (a actOf) otherVictim(topic entity.Mention) bool {
	return slices.ContainsFunc(a.inside(), func(m entity.Mention) bool {
		return m.Span.Start > topic.Span.End && m.Span.End <= a.hit.span.Start && m.Kind == content.Organization && begins(a.after(m), "から", "の", "で")
	})
}

// newTopic reports whether another topic takes over between a topic and the act: 甲は…を発表し、乙は…を科した.
func (a actOf) newTopic(m entity.Mention) bool {
	for i, t := range a.Tokens {
		if t.Surface != "は" || !is(t, "助詞", "係助詞") || i > 0 && a.Tokens[i-1].POS[0] == "助詞" || t.Span.Start < m.Span.End+len("は") || t.Span.End > a.hit.span.Start {
			continue
		}
		if slices.ContainsFunc(a.ps, func(p predicate) bool {
			return p.form == goesOn && p.span.Start > m.Span.End && p.span.End < t.Span.Start
		}) {
			return true
		}
	}
	return false
}

// goesOnBetween reports whether a clause ends between two places and the sentence goes on.
func (a actOf) goesOnBetween(from, to int) bool {
	return slices.ContainsFunc(a.ps, func(p predicate) bool { return p.form == goesOn && p.span.Start > from && p.span.End < to })
}

// nounBefore reports whether a name with への goes with another noun than that of the act: 甲社への攻撃を…と断定.
func (a actOf) nounBefore(m entity.Mention) bool {
	return slices.ContainsFunc(a.hits, func(h hit) bool { return h.span.Start >= m.Span.End && h.span.End <= a.hit.span.Start }) ||
		a.hit.span.Start-m.Span.End > 60
}

// nominal reports whether the act is a noun whose verb is about something else: 攻撃について…を非難した.
func (a actOf) nominal() bool {
	return a.rank == incident && a.own >= 0 && !a.adjacent() && a.ps[a.own].span.Start > a.hit.span.End && !a.ps[a.own].notices() && !a.ps[a.own].receives()
}

// cleft reports whether the verb of the act has become what the sentence is about: 攻撃を行ったのは….
func (a actOf) cleft() bool {
	return a.own >= 0 && begins(a.Text[a.ps[a.own].span.End:a.Span.End], "のは")
}

// object is the role of what another particle than が marks.
func (a actOf) object(m entity.Mention, mark string) Role {
	switch {
	case mark == "に" && a.kind == Legal && endsAny(m.Surface, "裁判所", "地裁", "高裁"):
		return "" // where a suit is filed
	case mark == "に" && a.receives() && m.Kind == content.Organization:
		return Agent // 警察に逮捕された
	case m.Kind == content.Malware || m.Kind == content.Vulnerability:
		return a.byKind(m)
	case mark == "で" && a.rank == incident && m.Kind == content.Organization:
		return Victim
	case mark == "で", a.rank == reporting:
		return ""
	case a.rank == incident:
		if m.Kind == content.Actor && mark != "に対" && mark != "への" {
			return a.byKind(m)
		}
		return Victim
	}
	return Target
}

// behind is the role of a mention that is what the sentence says of the act: 逮捕されたのは某だ.
func (a actOf) behind(m entity.Mention) Role {
	between := a.Text[a.hit.span.End:m.Span.Start]
	if a.rank == incident && m.Kind == content.Actor && begins(a.after(m), "の関与", "の犯行", "の仕業", "によるもの", "が関与") {
		return Agent
	}
	if len(between) > 40 || !strings.Contains(between, "のは") || a.own < 0 {
		return ""
	}
	switch {
	case a.receives() && a.rank == incident:
		return Victim
	case a.receives():
		return Target
	}
	return Agent
}

// heading reports whether a name stands at the head of a line without a particle: 司法省、某を起訴.
func (a actOf) heading(m entity.Mention, after string) bool {
	head := strings.Trim(a.Text[a.Span.Start:m.Span.Start], " 　|・-:：「\t")
	for _, d := range a.Dates {
		head = strings.Trim(strings.Replace(head, d.Surface, "", 1), " 　|・-:：「\t")
	}
	return head == "" && begins(after, "、", "，", "　", " ")
}

// byKind is the role of a mention that no particle settles: attackers attack and are acted against.
func (a actOf) byKind(m entity.Mention) Role {
	against := a.rank == measure
	switch {
	case m.Kind == content.Malware && against:
		return Target
	case m.Kind == content.Actor && against && a.kind == Sanction && !a.namesTarget(m):
		return Target
	case m.Kind == content.Actor && against && a.kind != Sanction:
		return Target
	case m.Kind == content.Actor && !against && a.rank != reporting:
		return Agent
	case (m.Kind == content.Malware || m.Kind == content.Vulnerability) && a.rank == incident:
		return Instrument
	}
	return ""
}

// namesTarget reports whether a sentence says of another name than m that it is what the act is directed at.
func (a actOf) namesTarget(m entity.Mention) bool {
	return slices.ContainsFunc(a.inside(), func(o entity.Mention) bool {
		mark := leading(a.Sentence.after(o))
		return o.Span != m.Span && o.Span.End <= a.hit.span.Start && (mark == "を" || mark == "に" || mark == "に対") && a.governed(o, mark)
	})
}

func (s Sentence) after(m entity.Mention) string { return particle(s.Text[m.Span.End:s.Span.End]) }

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
		if o.rank != reporting && o.rank >= h.rank && o.kind != h.kind && m.Span.End <= o.span.Start && o.span.End <= h.span.Start {
			return true
		}
	}
	return false
}

// particle drops what may stand between a name and its particle: brackets, quotation marks, などの集団.
func particle(after string) string {
	for {
		before := after
		after = skipTitle(skipAside(strings.TrimLeft(after, " 　」』")))
		if after == before {
			return after
		}
	}
}

// skipTitle drops what is said behind a name and belongs to it.
func skipTitle(after string) string {
	for _, w := range []string{
		"など", "等", "ら", "グループ", "集団", "社", "マルウェア", "のハッカー", "氏", "当局", "側", "容疑者", "被告人", "被告", "受刑者", "さん",
		"大統領", "首相", "長官", "副長官", "大臣", "報道官", "の幹部", "のメンバー", "のチーム", "の研究者", "の捜査官",
	} {
		if rest, ok := strings.CutPrefix(after, w); ok {
			return rest
		}
	}
	if rest := strings.TrimLeft(after, "0123456789０１２３４５６７８９"); rest != after && begins(rest, "人", "社", "団体", "者", "名") {
		_, n := utf8.DecodeRuneInString(rest)
		return rest[n:]
	}
	return after
}

func begins(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
