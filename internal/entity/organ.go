package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// The armies and services of states are organisations in most texts, and those who attack in some: there they are found as attackers.

// forces are words one of which stands in the name of each army, service and unit that is asked for here.
var forces = slices.Concat(slices.Concat(stateOrgans...), otherOrgans, []string{"人民解放軍", "朝鮮人民軍", "革命防衛隊", "偵察総局", "部隊", "旅団", "コマンド", "センター", "総局", "GRU", "ＧＲＵ", "IRGC"})

// ofForces reports whether such a name can stand in the passage.
func (p *passage) ofForces() bool { return len(p.spots[forceWords]) > 0 }

// organAttacks reports whether an organisation is one that attacks, by the sentence that it stands in.
func (p *passage) organAttacks(m *Mention) bool {
	if !p.ofForces() {
		return false
	}
	name := unspaced(withoutAside(m.Surface))
	return (army(name) || service(name)) && (p.cued(m.Span) || intelligence(m.Surface) || numberedUnit(m.Surface)) || cyberUnit(name) && p.cuedPassage()
}

// organs makes attackers, in place, of the services that a text about attackers tells of: those that are known for little else,
// those to which it gives an attack, and the one of which it names the numbered centre that attacks.
func organs(ps []*passage, texts []Part, parts [][]Mention) {
	told, any := false, false
	eachMention(parts, func(part int, m *Mention) {
		told = told || m.Kind == content.Actor || m.Kind == content.Malware
		any = any || ps[part].ofForces() && (m.Kind == content.Organization || m.Kind == content.Actor) && couldStrike(m)
	})
	if !any || !told && !anyOf(attackWords, ps) {
		return
	}
	a := accuse(ps, texts, parts)
	for i, ms := range parts {
		if !a.concerns(ps[i]) {
			continue
		}
		own := false // whether the mentions of the part are no longer shared
		for j := range ms {
			m := &ms[j]
			rest := texts[i].Text[m.Span.End:]
			unit := unitOfArmy(m, rest)
			if unit == 0 && (m.Kind != content.Organization || !striking(m) && !a.accused(m) && !liberators(m, texts[i].Text)) {
				continue
			}
			if !own {
				own, ms = true, slices.Clone(ms)
				parts[i], m = ms, &ms[j]
			}
			m.Kind = content.Actor
			if n := max(centerAfter(rest), unit); n > 0 && (unit > 0 || strings.HasPrefix(rest, "第")) && (j+1 == len(ms) || ms[j+1].Span.Start >= m.Span.End+n) {
				m.Span.End += n
				m.Surface = texts[i].Text[m.Span.Start:m.Span.End]
			}
		}
		if own {
			parts[i] = withOffices(texts[i].Text, ms)
		}
	}
}

// couldStrike reports whether a mention is one of those that are looked at.
func couldStrike(m *Mention) bool {
	_, ok := organOf(m.Surface)
	return ok || striking(m) || army(m.Surface)
}

// An accusation is the services that a text has attack.
type accusation struct {
	listed []bool   // by their places among those of which all names are known
	others []string // the names of others
}

// accuse reads the roles of all services.
func accuse(ps []*passage, texts []Part, parts [][]Mention) *accusation {
	a := &accusation{listed: make([]bool, len(stateOrgans))}
	eachMention(parts, func(i int, m *Mention) {
		if !ps[i].ofForces() {
			return
		}
		name, center := withoutCenter(withoutAside(m.Surface))
		place, ok := organOf(m.Surface)
		if !ok || m.Kind != content.Organization {
			return
		}
		before, after := texts[i].Text[:m.Span.Start], texts[i].Text[m.Span.End:]
		switch {
		case place < 0 && blamed(afterAside(after)):
			a.others = append(a.others, name)
		case place >= 0 && (attacks(before, after) || center || centerAfter(after) > 0):
			a.listed[place] = true
		}
	})
	eachMention(parts, func(i int, m *Mention) {
		if !a.concerns(ps[i]) || m.Kind != content.Organization {
			return
		}
		if short := acronymIn(m.Surface); short != "" && a.accused(m) {
			a.others = append(a.others, short)
		}
	})
	return a
}

// concerns reports whether one who is accused can stand in a passage.
func (a *accusation) concerns(p *passage) bool { return p.ofForces() || len(a.others) > 0 }

// accused reports whether a mention names a service that the text has attack.
func (a *accusation) accused(m *Mention) bool {
	if slices.Contains(a.others, withoutAside(m.Surface)) {
		return true
	}
	place, ok := organOf(m.Surface)
	return ok && place >= 0 && a.listed[place]
}

// eachMention calls do with the mentions of all parts and the place of their part.
func eachMention(parts [][]Mention, do func(part int, m *Mention)) {
	for i := range parts {
		for j := range parts[i] {
			do(i, &parts[i][j])
		}
	}
}

// centerAfter returns the length of the name of a numbered centre that a text begins with, 0 if it begins with none.
func centerAfter(text string) int {
	rest := strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(text, " 」）)"), "の"), " 「")
	if word, ok := strings.CutPrefix(rest, "第"); ok {
		word = strings.TrimLeft(word, " ")
		digits := strings.TrimLeft(word, numerals)
		for _, of := range []string{"", " ", "情報セキュリティ", " 情報セキュリティ ", "情報保護", "作戦"} {
			if end, ok := strings.CutPrefix(digits, of+"センター"); ok && len(digits) < len(word) {
				return len(text) - len(end)
			}
		}
	}
	if word, ok := strings.CutPrefix(rest, "センター"); ok {
		word = strings.TrimLeft(word, " ")
		if n := len(word) - len(strings.TrimLeft(word, numerals)); n > 0 {
			return len(text) - len(word) + n
		}
	}
	return 0
}

// numerals are the digits of the numbers of centres and units.
const numerals = "0123456789０１２３４５６７８９"

// unitOfArmy returns the length of the number and kind of a unit that a text begins with behind the name of its army, 0 if it
// begins with none: 人民解放軍|第54研究所.
func unitOfArmy(m *Mention, text string) int {
	word, counted := strings.CutPrefix(text, "第")
	rest := strings.TrimLeft(word, numerals)
	if !counted && len(word)-len(rest) < 4 || len(rest) == len(word) || m.Kind != content.Organization && m.Kind != content.Actor || !endsAny(m.Surface, "軍", "総局") || !army(m.Surface) && !endsAny(m.Surface, "軍情報総局", "参謀本部情報総局") {
		return 0
	}
	for _, kind := range []string{"部隊", "研究所", "旅団", "部", "局"} {
		if !counted && kind != "部隊" {
			break // 人民解放軍1200部, copies of a book
		}
		if strings.HasPrefix(rest, kind) {
			return len(text) - len(rest) + len(kind)
		}
	}
	return 0
}

// striking reports whether an organisation is one that texts about attacks on computers name as an attacker only.
func striking(m *Mention) bool {
	name := unspaced(withoutAside(m.Surface))
	return service(name) || provincial(name) || endsAny(name, "偵察総局") || beginsAny(name, "GRU", "ＧＲＵ") || numberedUnit(m.Surface) || numberedCenter(m.Surface)
}

// liberators reports whether an organisation is the army of China, where the sentence does not tell of its drills and weapons.
func liberators(m *Mention, text string) bool {
	if !endsAny(m.Surface, "人民解放軍") {
		return false
	}
	from := strings.LastIndexAny(text[:m.Span.Start], "。\n") + 1
	in, _, _ := strings.Cut(text[from:], "。")
	return firstOf(in, []string{"演習", "訓練", "軍用機", "軍艦", "艦艇", "空母", "戦闘機", "ミサイル", "記念", "パレード"}) < 0
}

// numberedCenter reports whether a name ends with that of such a centre: 第18センター, センター 16.
func numberedCenter(name string) bool {
	i := strings.LastIndex(name, "センター")
	if i < 0 {
		return false
	}
	before, after := name[:i], strings.TrimLeft(name[i+len("センター"):], " ")
	digits := before[len(strings.TrimRight(before, numerals)):]
	return after == "" && digits != "" && strings.HasSuffix(strings.TrimSuffix(before, digits), "第") || after != "" && strings.Trim(after, numerals) == ""
}

// withOffices returns the mentions with those of the offices that a text names behind a service that attacks, in quotation marks
// or by their number: FSBの「第18センター」, FSBの第18センター. They attack, too.
func withOffices(text string, ms []Mention) []Mention {
	out := make([]Mention, 0, len(ms))
	for i := range ms {
		m := &ms[i]
		if len(out) > 0 && out[len(out)-1].Span.Overlaps(m.Span) {
			continue
		}
		out = append(out, *m)
		s := officeAfter(text, m)
		if m.Kind != content.Actor || s.Len() == 0 || i+1 < len(ms) && ms[i+1].Kind == content.Actor && ms[i+1].Span.Start <= s.Start {
			continue
		}
		office := *m
		office.Span, office.Surface, office.Entity, office.Discovered, office.Why = s, text[s.Start:s.End], "", true, "unit"
		office.Name = i18n.Both(office.Surface)
		out = append(out, office)
	}
	return out
}

// officeAfter returns the name of an office that stands behind the name of its service, an empty span if none does.
func officeAfter(text string, m *Mention) source.Span {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text[m.Span.End:], " "), "の")
	if !ok {
		return source.Span{}
	}
	if inner, ok := strings.CutPrefix(rest, "「"); ok {
		inner, _, closed := strings.Cut(inner, "」")
		if start := len(text) - len(rest) + len("「"); closed && officeEnds.ends(withoutAside(inner)) {
			return source.Span{Start: start, End: start + len(inner)}
		}
		return source.Span{}
	}
	rest = strings.TrimLeft(rest, " ")
	if n := centerAfter(rest); n > 0 && strings.HasPrefix(rest, "第") {
		start := len(text) - len(rest)
		return source.Span{Start: start, End: start + n}
	}
	return source.Span{}
}

// officeEnds are the last words of the names of the parts of a service.
var officeEnds = newSuffixTable([]string{"センター", "部隊", "弁公室", "研究所", "局", "部", "課", "旅団", "班", "作戦室", "本部"})

// withoutCenter returns the name of the service in that of its numbered centre, and whether it is one: 連邦保安庁|第18センター.
func withoutCenter(name string) (service string, center bool) {
	if !numberedCenter(name) {
		return name, false
	}
	before := strings.TrimRight(name[:strings.LastIndex(name, "センター")], numerals)
	return strings.TrimRight(strings.TrimSuffix(before, "第"), " の（）()"), true
}

// army reports whether a name is that of a fighting force, which is an attacker where a text speaks of attacks:
// 人民解放軍, 61419部隊. Ministries and services are organisations.
func army(name string) bool {
	return strings.Contains(name, "人民解放軍") || strings.Contains(name, "朝鮮人民軍") || endsAny(name, "革命防衛隊", "偵察総局") ||
		endsAny(name, "部隊") && strings.ContainsAny(name, "0123456789０１２３４５６７８９")
}

// service reports whether a name is that of a service that attacks itself, where a text speaks of attacks.
func service(name string) bool {
	return name == "GRU" || name == "IRGC" || endsAny(name, "参謀本部情報総局", "軍情報総局", "革命防衛隊")
}

// provincial reports whether a name is that of the office that the service of China has in a province or a city: 江蘇省国家安全庁.
func provincial(name string) bool {
	for _, office := range []string{"国家安全庁", "国家安全局"} {
		if of, ok := strings.CutSuffix(name, office); ok && endsAny(of, "省", "市", "自治区") {
			return true
		}
	}
	return false
}

// unspaced returns a name without the spaces that translation has left in it: 偵察 総局.
func unspaced(name string) string {
	if ascii(name) {
		return name
	}
	return strings.ReplaceAll(name, " ", "")
}

// cyberUnit reports whether a name is that of the part of a service that attacks networks: イスラム革命防衛隊サイバー電子コマンド.
func cyberUnit(name string) bool {
	return strings.Contains(name, "サイバー") && endsAny(name, "コマンド", "部隊", "旅団") && (strings.Contains(name, "革命防衛隊") || strings.Contains(name, "軍") || strings.Contains(name, "保安"))
}

// numberedUnit reports whether a unit is known by a long number alone, as those that attack networks are: 61398部隊.
func numberedUnit(name string) bool {
	digits := 0
	for _, r := range strings.TrimSuffix(name, "部隊") {
		switch {
		case '0' <= r && r <= '9', '０' <= r && r <= '９':
			digits++
		default:
			digits = 0
		}
	}
	return digits >= 5 && strings.HasSuffix(name, "部隊")
}

// intelligence reports whether a unit is named with the service that it is of: GRU第29155部隊.
func intelligence(name string) bool { return beginsAny(name, "GRU", "FSB", "SVR", "RGB") }
