package entity

import (
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Many firms of Japan have a name in two scripts, of which no dictionary has the one and everybody the other: スイレン環境, アカネ電算, 吉備エレックス. The word
// for a kind of firm before them says that they are one.

// firmTails end such names in kanji.
var firmTails = newSuffixTable(strings.Fields("電算 環境 計装 技研 技術 情報 通信 工務 設備 商運 運輸 物流 電機 電子 工業 産業 製作 水務 海運 不動産 建設 食品 化学 開発 総研 警備 保険 薬品 製薬 印刷 出版 電工 化成 計器 商事 物産 測量 総業 住建 観光 交通"))

// mixedFirm finds the firm in katakana and kanji behind the word for its kind, with の or without: 管理会社|スイレン環境|から, 取引先の|アカネ電算|が.
func (p *passage) mixedFirm(i int) {
	first := p.scriptAt(i)
	if first != katakana && first != kanji {
		return
	}
	second := katakana
	if first == katakana {
		second = kanji
	}
	head := source.Span{Start: i, End: p.run(i, first)}
	tail := source.Span{Start: head.End, End: p.run(head.End, second)}
	s := source.Span{Start: i, End: tail.End}
	if p.count(tail) < 2 || p.count(s) > 12 || p.scriptAt(s.End) == first || !p.particle(p.text[s.End:]) && !beginsAny(p.text[s.End:], "さん", "様", "社") {
		return
	}
	kana, rest := head, tail
	if first == kanji {
		kana, rest = tail, head
	}
	if p.count(kana) < 3 || company(p.surface(kana)) || commonTable.In(p.surface(s)) {
		return
	}
	switch {
	case first == katakana:
		if plainVendors.ends(p.surface(kana)) || plainHouses[p.surface(kana)] || !firmTails.ends(p.surface(rest)) || p.count(rest) > 4 {
			return
		}
	case p.count(rest) > 3 || !p.nameBegins(rest) || !p.strange(kana) || p.commonAt(kana):
		return
	}
	p.sight(s, content.Organization, 0.65, "firm")
}

// nameBegins reports whether a word of the dictionary that is the name of a place or person fills a span.
func (p *passage) nameBegins(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].Span == s && p.words[i].class&(regional|personal) != 0 && !p.words[i].is(nation)
}

// parted finds the bodies of state whose words machine translation has parted: 国家 警察, 連邦 検事局, and with what they are of, カリフォルニア 中部 地区 連邦 検事局.
func (p *passage) parted() {
	for _, at := range p.spots[orgWords] {
		before, ok := strings.CutSuffix(p.text[:at.Start], " ")
		if !ok || p.scriptAt(at.End) == kanji || !partedBodies[p.surface(at.Span)] {
			continue
		}
		start := p.runBefore(len(before), kanji)
		if word := before[start:]; word != "国家" && word != "連邦" && word != "国立" && word != "中央" {
			continue
		}
		for {
			head := strings.TrimSuffix(p.text[:start], " ")
			from := p.runBefore(len(head), kanji)
			if len(head) == start || !districtWords[head[from:]] {
				break
			}
			start = from
		}
		if head := strings.TrimSuffix(p.text[:start], " "); len(head) < start && districtWords[p.text[start:start+min(len("地区"), len(p.text)-start)]] {
			if k := (source.Span{Start: p.katakanaStart(len(head)), End: len(head)}); k.Len() > 0 && p.scriptAt(k.Start) == katakana {
				start = k.Start
			}
		}
		p.sight(source.Span{Start: start, End: at.End}, content.Organization, 0.7, "suffix")
	}
}

var (
	partedBodies  = wordSet("警察", "検事局", "裁判所", "捜査局", "警察庁", "検察庁", "検察", "情報局", "銀行", "議会", "憲兵隊")
	districtWords = wordSet("地区", "中部", "北部", "南部", "東部", "西部", "中部地区", "北部地区", "南部地区", "東部地区", "西部地区")
)

// wordOver returns where the word of the dictionary begins that reaches over a place between two scripts: 三つ|葉.
func (p *passage) wordOver(i int) int {
	at := i
	for n := 0; n < 4 && at > 0; n++ {
		at -= utf8.RuneLen(lastRune(p.text[:at]))
		if w, ok := p.tokenAt(at); ok {
			if s := p.words[w]; s.End > i && p.scriptAt(s.Start) == kanji && p.commonWord(s) {
				return at
			}
			return i
		}
	}
	return i
}

// secondRune returns the second character of a name.
func secondRune(name string) rune {
	if name == "" {
		return 0
	}
	return firstRune(name[runeLen(name):])
}
