package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// signed finds those who sign without a post: （ロンドン＝鬼頭英里奈、ワシントン＝間人亮）, 調査役・纐纈作成, みずなぎリサーチの五十畑です.
func (p *passage) signed() {
	for _, at := range p.spots[equalWords] {
		p.correspondent(at.Span)
	}
	for _, at := range p.spots[datelineWords] { // 【山崎征克】 at the end
		s := source.Span{Start: at.End, End: p.nameRun(at.End)}
		rest, closed := strings.CutPrefix(p.text[s.End:], "】")
		if n := p.count(s); closed && strings.TrimSpace(rest) == "" && at.Start > 0 && n >= 2 && n <= 6 && p.marks[s.End]&orgEnd == 0 && p.gradeOf(source.Span{Start: s.Start, End: p.run(s.Start, kanji)}) == likely {
			p.sight(s, content.Person, 0.7, "byline")
		}
	}
	for _, at := range p.spots[madeWords] {
		s := source.Span{Start: p.runBefore(at.Start, kanji), End: at.Start}
		after := p.text[at.Start+len("作成"):]
		ends := after == "" || beginsAny(after, "）", ")", "\n") || beginsAny(after, "、") && endsAny(p.text[:s.Start], "＝", "=")
		if n := p.count(s); ends && n >= 2 && n <= 5 && strings.ContainsRune("・、　：:（(＝=", p.before(s)) && p.gradeOf(s) == likely {
			p.sight(s, content.Person, 0.65, "credit")
		}
	}
	for _, at := range p.spots[writerDotWords] { // 文・漆原拓斗
		s := source.Span{Start: at.End, End: p.run(at.End, kanji)}
		n := p.count(s)
		family := n < 3 && beginsAny(p.text[s.End:], ")", "）") && p.familyAt(s)  // 聞き手・|藤田
		family = family && (n > 1 || strings.HasSuffix(p.text[:at.End], "聞き手・")) // and not （写真・東）
		if (p.scriptBefore(at.Start) != kanji || family) && (n >= 3 || family) && n <= 5 && p.gradeOf(s) == likely && p.marks[s.End]&orgEnd == 0 {
			p.sight(s, content.Person, 0.7, "byline")
		}
	}
	p.closing()
	for _, at := range p.spots[selfWords] {
		s := source.Span{Start: p.runBefore(at.Start, kanji), End: at.Start}
		house := strings.HasSuffix(p.text[:s.Start], "の") && p.ofHouse(s.Start-len("の"))
		if n := p.count(s); house && n >= 2 && n <= 4 && p.gradeOf(s) >= unlikely {
			p.sight(s, content.Person, 0.65, "speaker")
		}
	}
}

// closing finds those who have written, in a bracket that closes a paragraph: …という。（五十嵐桜、谷口大）.
func (p *passage) closing() {
	text := strings.TrimRight(p.text, " 　\n")
	inner := strings.TrimRight(text, "）)")
	if len(inner) == len(text) {
		return
	}
	from := max(0, len(inner)-20*len("字"))
	open := from + strings.LastIndexAny(inner[from:], "（(")
	if open < from || !endsAny(text[:open], "。", "」", "\n") && open > 0 {
		return
	}
	at := open + runeLen(inner[open:])
	for _, name := range strings.Split(inner[at:], "、") {
		if s := (source.Span{Start: at, End: at + len(name)}); p.run(s.Start, kanji) == s.End && p.givenAt(s) > 0 && !(strings.HasSuffix(name, "大") && p.places(source.Span{Start: s.Start, End: s.End - len("大")})) { // and not 川崎大
			p.sight(s, content.Person, 0.7, "byline")
		}
		at += len(name) + len("、")
	}
}

// ofHouse reports whether the word that ends at i can be the name of a house, of which somebody introduces himself.
func (p *passage) ofHouse(i int) bool {
	if p.marks[i]&orgEnd != 0 || endsAny(p.text[:i], "室", "課", "係", "部", "班", "社") {
		return true
	}
	k := source.Span{Start: p.runBefore(i, katakana), End: i}
	return p.count(k) >= 3 && strings.Contains(houseWordsInKana, p.surface(k))
}

// houseWordsInKana holds the words in katakana that end the names of houses which speak of their own.
const houseWordsInKana = "リサーチ ラボ ラボズ セキュリティ センター システムズ テクノロジー テクノロジーズ コンサルティング ソリューションズ フォレンジック ネットワークス アナリティクス ジャパン テレビ ラジオ"

// correspondent finds the name behind the place that it is sent from, in brackets.
func (p *passage) correspondent(equal source.Span) {
	from := max(0, equal.Start-12*len("字"))
	open := strings.LastIndexAny(p.text[from:equal.Start], "（(【、")
	if open < 0 {
		return
	}
	if k := p.kanaAt(equal.End); k.pointed && strings.HasPrefix(p.text[k.End:], "、") && strings.Contains(p.text[open+from:equal.Start], "【") {
		p.fellows(k.End)
		return
	}
	s := source.Span{Start: equal.End, End: p.nameRun(equal.End)}
	n := p.count(s)
	if n < 3 && p.givenAt(s) == 0 || n > 6 || !beginsAny(p.text[s.End:], "、", "）", ")", "】") || p.marks[s.End]&orgEnd != 0 {
		return
	}
	if g := p.gradeOf(source.Span{Start: s.Start, End: p.run(s.Start, kanji)}); g == likely || g == unlikely && strings.ContainsRune("）)】、", firstRune(p.text[s.End:])) && !p.places(s) {
		p.sight(s, content.Person, 0.7, "byline")
		p.fellows(s.End)
	}
}

// fellows finds those who send a report with the one whose name ends at i: 【ロンドン＝エマ・ペイジ、|宇田川亜季|】.
func (p *passage) fellows(i int) {
	for strings.HasPrefix(p.text[i:], "、") {
		s := source.Span{Start: i + len("、")}
		s.End = p.nameRun(s.Start)
		if n := p.count(s); n < 3 || n > 6 || !beginsAny(p.text[s.End:], "、", "】", "）", ")") || p.marks[s.End]&orgEnd != 0 || p.gradeOf(source.Span{Start: s.Start, End: p.run(s.Start, kanji)}) != likely {
			return
		}
		p.sight(s, content.Person, 0.7, "byline")
		i = s.End
	}
}
