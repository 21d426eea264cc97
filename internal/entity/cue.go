package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// cues are the words, in lower case, that show that a text speaks of attackers or their tools.
var cues = []string{
	"ハッカ", "ハッキング", "集団", "グループ", "マルウェア", "マルウエア", "ランサム", "攻撃", "サイバー", "脅威",
	"ボットネット", "botネット", "バックドア", "不正アクセス", "侵入", "標的", "犯行", "断定", "声明", "関与", "暗号化", "ターゲット", "ウイルス", "スパイ",
	"不正プログラム", "攻撃者", "脅威アクター", "脅威クラスター", "脅威グループ", "検体", "リークサイト", "暴露サイト", "身代金", "情報窃取", "データ流出", "情報流出", "二重恐喝", "脅迫文", "ダークウェブ", "ワイパー", "スパイウ", "ウェブシェル", "データを盗", "情報を盗", "を盗んだと", "遠隔操作", "テイクダウン", "流れをくむ",
	"apt", "hack", "malware", "ransomware", "botnet", "threat", "actor", "attack", "group", "gang", "backdoor",
	"intrusion", "cyber", "campaign", "typhoon",
}

// The cues in Latin letters, which may be written with capitals, are found apart from the others.
var (
	latinCues  = slices.DeleteFunc(slices.Clone(cues), func(c string) bool { return c[0] >= utf8.RuneSelf })
	latinTable = morph.NewWordTable(latinCues)
	latinTail  = len("ネット") // of botネット, the only one of them that goes on with other letters
	cueTable   = morph.NewWordTable(cues)
)

// findCues fills in where cues stand, when that is first asked for.
func (p *passage) findCues() {
	if p.cuesKnown {
		return
	}
	p.cuesKnown, p.cues = true, p.cues[:0]
	for _, s := range p.spots[cueWords] {
		if p.text[s.Start] >= utf8.RuneSelf {
			p.cues = append(p.cues, s.Span)
		}
	}
	n := len(p.cues)
	for _, run := range p.ascii {
		if run.has&(withUpper|withLower) == 0 || run.span.Len() < len("apt") {
			continue
		}
		latinTable.Each(morph.LowerASCII(p.text[run.span.Start:min(len(p.text), run.span.End+latinTail)]), func(at, end int) {
			if s := (source.Span{Start: run.span.Start + at, End: run.span.Start + end}); s.Start < run.span.End {
				p.cues = append(p.cues, s)
			}
		})
	}
	if n > 0 && n < len(p.cues) {
		slices.SortFunc(p.cues, func(a, b source.Span) int { return a.Start - b.Start })
	}
}

// plainCues are those of the cues that are said of attacks on computers only.
var plainCues = func() []bool {
	out := make([]bool, len(cues))
	for i, w := range cues {
		out[i] = slices.Contains([]string{"攻撃者", "脅威アクター", "脅威クラスター", "脅威グループ", "ハッカ", "ハッキング", "マルウェア", "マルウエア", "ランサム", "サイバー", "ボットネット", "不正アクセス", "不正プログラム", "リークサイト", "ダークウェブ", "スパイウ"}, w)
	}
	return out
}()

// aboutAttacks reports whether a text speaks of attacks on computers more than once, or once where it names attackers, malware
// or a vulnerability, or names attackers and malware all along; touched says that it does so at all.
func aboutAttacks(ps []*passage) (told, touched bool) {
	n, named := 0, 0
	for _, p := range ps {
		for _, s := range p.spots[cueWords] {
			if plainCues[s.word] {
				n++
			}
		}
	}
	if n > 1 {
		return true, true // whomever it names
	}
	for _, p := range ps {
		for i := range p.known {
			if p.known[i].sure {
				named++
			}
		}
		if named == 0 && (strings.Contains(p.folded.Text, "cve-") || strings.Contains(p.text, "トロイの木馬")) {
			named = 1
		}
	}
	return n > 0 && named > 0 || named > 2, n > 0 || named > 0 || anyOf(fieldWords, ps)
}

// aware reports whether the sentence around a span, or else the text, speaks of attackers or their tools.
func (p *passage) aware(s source.Span) bool { return p.told || p.cued(s) }

func beginsCue(s string) bool {
	return cueTable.Longest(strings.ToLower(s[:min(len(s), 64)])) > 0
}

// endsCue reports whether a text ends with a word that stands before the name of attackers: 攻撃集団, ハッカー, 同.
func endsCue(s string) bool {
	for _, w := range []string{"集団", "グループ", "組織", "ハッカー", "アクター", "ウェア", "ウエア", "ウイルス", "ボットネット", "バックドア", "同", "系"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
