package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// A common word in Latin letters, such as Venom or Empire, stands in texts about attacks for firms, bands and shops as well. To be a name of
// attackers or malware it needs more than a cue in its sentence: something right beside it.

// plainWord reports whether a word is written as any word of English is, with one capital at most.
func plainWord(s string) bool {
	if s == "" || !upper(s[0]) {
		return false
	}
	for i := 1; i < len(s); i++ {
		if !lower(s[i]) {
			return false
		}
	}
	return true
}

// supports reports whether what stands about a hit makes an ambiguous claim to it good.
func (p *passage) supports(hits []hit, i int, c *claim) bool {
	s := hits[i].Span
	if p.said(s) {
		return true
	}
	if c.entity.Kind != content.Actor && c.entity.Kind != content.Malware || !plainWord(p.surface(s)) || p.lang != "ja" {
		return p.cued(s)
	}
	return p.cued(s) && (p.quotedHere(s) || p.headEnding(s.Start) != "" || p.usedBy(s.End) || p.strikes(s) || p.inRow(hits, i))
}

// strikes reports whether a name is the subject of what attackers do: Nickel| はハッキングを続けた.
func (p *passage) strikes(s source.Span) bool {
	rest := strings.TrimLeft(p.text[s.End:p.sentence(s).End], " 」")
	return beginsAny(rest, "は", "が", "、") && firstOf(rest, []string{"ハッキング", "に侵入し", "へ侵入し", "攻撃し", "攻撃を続", "攻撃を仕掛", "攻撃を行", "攻撃を実行", "を標的に", "を狙", "を盗ん", "を窃取", "暗号化し", "感染させ", "恐喝し", "脅迫し", "身代金を要求", "犯行声明", "犯行を主張"}) >= 0
}

// quotedHere reports whether a name fills quotation marks, or begins or ends what they hold with brackets.
func (p *passage) quotedHere(s source.Span) bool {
	return endsAny(p.text[:s.Start], "「", "『", "“", "\"", "'") && !ofWork(p.text, s)
}

// usedBy reports whether what stands at i is said of those who attack or of their tools: Venom| RAT, Play|による攻撃.
func (p *passage) usedBy(i int) bool {
	rest := strings.TrimLeft(p.text[i:], "」』\"”'）) ")
	return beginsCue(rest) || beginsAny(rest, deedsOfNamed...)
}

// deedsOfNamed follow the names of attackers and of their tools.
var deedsOfNamed = []string{
	"による", "が犯行", "の犯行", "を使", "を用い", "を悪用", "を展開", "を配布", "を投下", "を仕込", "を実行", "で暗号化", "が暗号化", "の亜種", "の関与", "が関与", "を名乗", "と名乗", "と呼ばれ", "という", "などの", "として知られ", "として追跡",
	"フレームワーク", "ペイロード", "ビーコン", "ツール", "RAT", "ボット", "トロイ", "スティーラ", "ローダ", "ウェブシェル", "のリーク", "の被害", "の検体", "のアフィリ", "の運営者", "の開発者", "のメンバ", "の復号", "ボットネット", "に暗号化", "が暴露", "が要求", "が窃取", "が盗", "が攻撃", "が標的", "が侵入",
}

// inRow reports whether nothing but a comma, bracket or the like parts a hit from another name of attackers or malware.
func (p *passage) inRow(hits []hit, i int) bool {
	beside := func(a, b *hit) bool {
		if k := a.kind(); k != content.Actor && k != content.Malware || b.Start < a.End {
			return false
		}
		switch strings.Trim(p.text[a.End:b.Start], " 「」『』") {
		case "", "、", "と", "や", "/", "／", "・", "，", ",", "(", "（", "及び", "および", "|", "｜", "、および", "、及び":
			return true
		}
		return false
	}
	return i > 0 && beside(&hits[i-1], &hits[i]) || i+1 < len(hits) && hits[i+1].kind() != content.Place && beside(&hits[i], &hits[i+1])
}
