package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Names stand in rows, before the word that counts them or behind the topic that they are told of.

// rowBefore returns the names of a row of two or more that ends at i: ラザルス、ブルーノロフ、アンダリエル|の3集団.
func (p *passage) rowBefore(i int) []source.Span {
	var out []source.Span
	for {
		n, ok := latinBefore(p.text, i)
		if !ok {
			n = source.Span{Start: p.katakanaStart(i), End: i}
		}
		if p.count(n) < 3 || !p.alone(n) || !nameLike(p.surface(n)) || company(p.surface(n)) || commonKatakana(p, n) {
			break
		}
		out = append(out, n)
		if i = p.beforeComma(n.Start); i == n.Start {
			break
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// beforeComma returns the place before what parts the names of a row and ends at i, i if nothing does.
func (p *passage) beforeComma(i int) int {
	for _, comma := range []string{"、", "や", "及び", "および", "または", "又は", "並びに", "ならびに", "あるいは"} {
		if before, ok := strings.CutSuffix(strings.TrimRight(p.text[:i], " "), comma); ok {
			return len(strings.TrimRight(before, " "))
		}
	}
	return i
}

// toldOf returns the names that a sentence gives its topic: マルウェアは「BlackEnergy」。, マルウェアには、BendyBear、FakeDead等.
func (p *passage) toldOf(i int, topic string) []source.Span {
	if _, end := p.quotation(i); end > 0 {
		if beginsAny(p.text[end:], "。", "だ", "で", "と呼", "という", "、", "又は", "または", "もしくは", "及び", "および", "や「", "等", "など", "\n") || end == len(p.text) {
			return slices.DeleteFunc(p.quotes(i), func(s source.Span) bool { return !p.toolName(s) })
		}
		return nil
	}
	if !strings.HasPrefix(topic, "に") {
		return nil
	}
	var out []source.Span
	for {
		n, ok := latinAfter(p.text, i)
		if !ok || !p.listable(n) {
			break
		}
		out = append(out, n)
		rest, ok := strings.CutPrefix(p.text[n.End:], "、")
		if !ok {
			break
		}
		i = len(p.text) - len(rest)
	}
	if len(out) == 0 || !beginsAny(p.text[out[len(out)-1].End:], "等", "など", "が", "、") {
		return nil
	}
	return out
}

// topicIs returns the name without quotation marks that a sentence says its topic, the head at a span, to have: ランサムウェアの種類は|Foxtail|と判明,
// 攻撃グループは|Foxtail|と呼ばれる.
func (p *passage) topicIs(s source.Span, h *head) []source.Span {
	rest := p.text[s.End:]
	if h.weak && !(h.word == "ウイルス" && strings.HasPrefix(rest, "の名は「")) || h.kind == content.Operation || !p.touched || !p.told && h.word != "ウイルス" {
		return nil
	}
	for _, w := range []string{"の種類", "の名称", "の名前", "の正体", "の名"} {
		rest = strings.TrimPrefix(rest, w)
	}
	rest, ok := strings.CutPrefix(rest, "は")
	if !ok {
		return nil
	}
	at := len(p.text) - len(strings.TrimPrefix(rest, "、"))
	names := p.bareAfter(at, false, false)
	if _, end := p.quotation(at); end > 0 {
		names = p.quotes(at)
	}
	if len(names) != 1 || company(p.surface(names[0])) || productTable[strings.ToLower(p.surface(names[0]))] ||
		!beginsAny(strings.TrimLeft(p.text[names[0].End:], "」 "), "だった", "だと", "だ。", "である", "でした", "です", "と判明", "。", "と特定", "と呼ば", "と名付け", "と命名", "とみられ", "とみて") {
		return nil
	}
	return names
}

// doingsBefore reports whether a text ends with what its writer gives a name to: 同じ活動を「.
func doingsBefore(text string) bool {
	return endsAny(strings.TrimSuffix(text, "「"), "活動を", "集団を", "グループを", "攻撃者を", "アクターを", "攻撃を", "動きを", "クラスターを")
}
