package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// cues are the words, in lower case, that show that a text speaks of attackers or their tools.
var cues = []string{
	"ハッカ", "ハッキング", "集団", "グループ", "マルウェア", "マルウエア", "ランサム", "攻撃", "サイバー", "脅威",
	"ボットネット", "botネット", "バックドア", "不正アクセス", "侵入", "標的", "犯行", "断定", "声明", "ターゲット", "ウイルス", "スパイ",
	"apt", "hack", "malware", "ransomware", "botnet", "threat", "actor", "attack", "group", "gang", "backdoor",
	"intrusion", "cyber", "campaign", "typhoon",
}

var cueTable = morph.NewWordTable(cues)

// cuesIn returns where cues stand in a text.
func cuesIn(text string) []source.Span {
	var out []source.Span
	cueTable.Each(morph.LowerASCII(text), func(at, end int) { out = append(out, source.Span{Start: at, End: end}) })
	return out
}

func beginsCue(s string) bool {
	s = strings.ToLower(s[:min(len(s), 64)])
	return slices.ContainsFunc(cues, func(c string) bool { return strings.HasPrefix(s, c) })
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
