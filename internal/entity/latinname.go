package entity

import (
	"regexp"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// kanaAside matches the katakana in the bracket behind a name.
var kanaAside = regexp.MustCompile(`^ ?[(（] ?([ァ-ヴー]{2,}(?:[・＝= ][ァ-ヴー]+)*) ?[)）]`)

// kanaOf finds how Japan writes the person in Latin letters at a span, in the bracket behind: Vitaly Andreyev (|アンドレーエフ|).
func (p *passage) kanaOf(s source.Span) {
	if !beginsAny(strings.TrimLeft(p.text[s.End:], " "), "(", "（") {
		return
	}
	m := kanaAside.FindStringSubmatchIndex(p.text[s.End:min(len(p.text), s.End+maxQuotation)])
	if m == nil {
		return
	}
	kana := source.Span{Start: s.End + m[2], End: s.End + m[3]}
	if !company(p.surface(kana)) && !titleTable.In(p.surface(kana)) {
		p.sight(kana, content.Person, 0.7, "reading")
	}
}

// latinFirms finds the firms of two words or more in Latin letters behind the word for one and a space, as machine translation leaves them: 調達 会社
// |Dalian Greenharbor Trading| を. What a firm makes has a の or another word before it.
func (p *passage) latinFirms() {
	for _, kind := range p.spots[kindWords] {
		at := p.afterSpace(kind.End)
		if at == kind.End || !endsAny(p.surface(kind.Span), "会社", "企業", "商社", "メーカー", "ベンダー", "業者", "事業者") {
			continue
		}
		end := at
		for words := 0; words < 5; words++ {
			from := end
			if words > 0 {
				from = p.afterSpace(end)
			}
			if from == len(p.text) || !upper(p.text[from]) || words > 0 && from == end {
				break
			}
			end = wordEnd(p.text, from)
		}
		s := source.Span{Start: at, End: end}
		if strings.Contains(p.surface(s), " ") && p.particle(strings.TrimLeft(p.text[end:], " ")) && !p.cued(s) {
			p.sight(s, content.Organization, 0.65, "firm")
		}
	}
}

// particle reports whether a text begins with what follows a noun.
func (p *passage) particle(s string) bool {
	return beginsAny(s, "は", "が", "を", "に", "の", "と", "も", "で", "から", "へ", "、", "(", "（")
}

// selfNamed finds whom a text knows only by the name that he goes by: 「|リウ|」と名乗る人物.
func (p *passage) selfNamed() {
	for _, at := range p.spots[callerWords] {
		before, ok := strings.CutSuffix(p.text[:at.Start], "」")
		open := strings.LastIndex(before[max(0, len(before)-maxQuotation):], "「")
		if !ok || open < 0 {
			continue
		}
		s := source.Span{Start: max(0, len(before)-maxQuotation) + open + len("「"), End: len(before)}
		k := p.scriptAt(s.Start)
		if name := p.surface(s); (k == katakana || k == kanji) && p.count(s) >= 2 && p.count(s) <= 6 && p.run(s.Start, k) == s.End && !company(name) && !titleTable.In(name) && !p.commonAt(s) {
			p.sight(s, content.Person, 0.65, "self")
		}
	}
}

// commonAt reports whether the word that fills a span is one of the dictionary that names nothing.
func (p *passage) commonAt(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].Span == s && p.commonWord(p.words[i])
}

// callers follow the name by which somebody goes who is one person.
var callers = pairs([]string{"と名乗る", "と名乗った", "を名乗る"}, "人物", "男", "女", "知人", "外国人", "中国人", "ブローカー", "仲介者", "仲介役", "担当者")

// creditedWith finds the names in Latin letters that a stroke joins to that of who has written with them: 玉置 将吾/|Elena Vasquez-Moor|.
func (p *passage) creditedWith() {
	for i := 0; i < len(p.found); i++ { // those that are found here are looked at, too
		d := p.found[i]
		rest := p.text[d.End:]
		if d.kind != content.Person || !beginsAny(rest, "/", "／") {
			continue
		}
		at := d.End + runeLen(rest)
		n := latinPerson(p.text[at:])
		if s := (source.Span{Start: at, End: at + n}); n > 0 && p.scriptAt(s.End) != latin && !company(p.surface(s)) && !teamWords.ends(p.surface(s)) {
			p.sight(s, content.Person, 0.7, "byline")
		}
	}
}
