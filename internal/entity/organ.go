package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
)

// The armies and services of states are organisations in most texts, and those who attack in some: there they are found as attackers.

// organAttacks reports whether an organisation is one that attacks, by the sentence that it stands in.
func (p *passage) organAttacks(m *Mention) bool {
	name := withoutAside(m.Surface)
	return (army(name) || service(name)) && (p.cued(m.Span) || intelligence(m.Surface) || numberedUnit(m.Surface)) || cyberUnit(name) && p.cuedPassage()
}

// organs makes attackers, in place, of the services that a text about attackers tells of: those that are known for little else,
// those to whom it gives an attack, and the one of which it names the numbered centre that attacks.
func organs(texts []Part, parts [][]Mention) {
	told, numbered := toldOfAttacks(texts), false
	var guilty []string
	eachMention(parts, func(i int, m *Mention) {
		told = told || m.Kind == content.Actor || m.Kind == content.Malware
		if m.Kind != content.Organization {
			return
		}
		rest := texts[i].Text[m.Span.End:]
		switch {
		case security(m.Surface) && (centerAfter(rest) > 0 || numberedCenter(m.Surface)):
			numbered = true
		case beginsAny(strings.TrimLeft(rest, " "), blames...) && organTable.ends(withoutAside(m.Surface)):
			guilty = append(guilty, withoutAside(m.Surface))
		}
	})
	if !told {
		return
	}
	isGuilty := func(m *Mention) bool { return len(guilty) > 0 && slices.Contains(guilty, withoutAside(m.Surface)) }
	eachMention(parts, func(_ int, m *Mention) {
		if m.Kind == content.Organization && isGuilty(m) {
			if short := acronymIn(m.Surface); short != "" {
				guilty = append(guilty, short)
			}
		}
	})
	for i, ms := range parts {
		own := false // whether the mentions of the part are no longer shared
		for j := range ms {
			m := &ms[j]
			rest := texts[i].Text[m.Span.End:]
			unit := unitOfArmy(m, rest)
			if unit == 0 && (m.Kind != content.Organization || !striking(m) && !(numbered && security(m.Surface)) && !isGuilty(m)) {
				continue
			}
			if !own {
				own, ms = true, slices.Clone(ms)
				parts[i], m = ms, &ms[j]
			}
			m.Kind = content.Actor
			if n := max(centerAfter(rest), unit); n > 0 && strings.HasPrefix(rest, "第") && (j+1 == len(ms) || ms[j+1].Span.Start >= m.Span.End+n) {
				m.Span.End += n
				m.Surface = texts[i].Text[m.Span.Start:m.Span.End]
			}
		}
	}
}

// eachMention calls do with the mentions of all parts and the place of their part.
func eachMention(parts [][]Mention, do func(part int, m *Mention)) {
	for i := range parts {
		for j := range parts[i] {
			do(i, &parts[i][j])
		}
	}
}

// blames follow the name of a service to which an attack is given.
var blames = []string{"による攻撃", "によるサイバー攻撃", "による サイバー攻撃", "によるものと", "によるものだ", "の犯行", "の仕業", "によると断定", "の攻撃と断定", "を制裁", "に制裁", "に対する制裁"}

// organTable finds the names of the services and armies of states by their ends.
var organTable = newSuffixTable([]string{"保安省", "安全省", "安全部", "安全庁", "安全局", "情報省", "治安省", "連邦保安庁", "連邦保安局", "対外情報庁", "対外情報局", "軍", "情報機関", "情報総局", "FSB", "SVR", "MSS", "MOIS"})

// centerAfter returns the length of the name of a numbered centre that a text begins with, 0 if it begins with none.
func centerAfter(text string) int {
	rest := strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(text, " 」）)"), "の"), " 「")
	word := strings.TrimPrefix(rest, "第")
	digits := strings.TrimLeft(word, numerals)
	if len(digits) < len(word) && strings.HasPrefix(digits, "センター") {
		return len(text) - len(digits) + len("センター")
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
	word, ok := strings.CutPrefix(text, "第")
	rest := strings.TrimLeft(word, numerals)
	if !ok || len(rest) == len(word) || m.Kind != content.Organization && m.Kind != content.Actor || !endsAny(m.Surface, "軍") || !army(m.Surface) {
		return 0
	}
	for _, kind := range []string{"研究所", "旅団", "部隊", "部", "局"} {
		if strings.HasPrefix(rest, kind) {
			return len(text) - len(rest) + len(kind)
		}
	}
	return 0
}

// striking reports whether an organisation is one that texts about attacks on computers name as an attacker only.
func striking(m *Mention) bool {
	name := withoutAside(m.Surface)
	return service(name) || endsAny(name, "偵察総局") || beginsAny(name, "GRU", "ＧＲＵ") || numberedUnit(m.Surface) || numberedCenter(m.Surface)
}

// security reports whether a name is that of the Russian service whose numbered centres attack.
func security(name string) bool {
	return !strings.Contains(name, "ウクライナ") && (strings.Contains(name, "連邦保安") || strings.Contains(name, "FSB") || strings.Contains(name, "ＦＳＢ"))
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

// army reports whether a name is that of a fighting force, which is an attacker where a text speaks of attacks:
// 人民解放軍, 61419部隊. Ministries and services are organisations.
func army(name string) bool {
	return strings.Contains(name, "人民解放軍") || strings.Contains(name, "朝鮮人民軍") || endsAny(name, "革命防衛隊", "偵察総局") ||
		endsAny(name, "部隊") && strings.ContainsAny(name, "0123456789０１２３４５６７８９")
}

// service reports whether a name is that of a service that attacks itself, where a text speaks of attacks.
func service(name string) bool {
	return name == "GRU" || name == "SVR" || name == "IRGC" || endsAny(name, "参謀本部情報総局", "軍情報総局", "対外情報庁", "対外情報局", "革命防衛隊", "中国国家安全部")
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
