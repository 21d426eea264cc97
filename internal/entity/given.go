package entity

import (
	"strings"
	"sync"

	"jikenbo/internal/source"
)

// givenNames returns the given names of other languages, and familyNamesOfJapan what it says.
var (
	givenNames         = sync.OnceValue(func() map[string]bool { return wordsIn("given.txt") })
	familyNamesOfJapan = sync.OnceValue(func() map[string]bool { return wordsIn("surnames.txt") })
)

// wordsIn returns the words of a file of the gazetteer that is no list of names in several spellings.
func wordsIn(file string) map[string]bool {
	text, _ := gazetteer.ReadFile("gazetteer/" + file)
	out := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, n := range strings.Fields(line) {
			out[n] = true
		}
	}
	return out
}

// fullForeign reports whether a name in katakana with points in it begins with a given name and stands where a name can: a
// person's then, without any title: 管理者である|イゴール・トゥラシェフを.
func (p *passage) fullForeign(s source.Span) bool {
	first, rest, ok := strings.Cut(p.surface(s), "・")
	if !ok || rest == "" || p.scriptBefore(s.Start) == katakana || p.scriptAt(s.End) == kanji || company(rest) || !givenNames()[first] {
		return false
	}
	last := rest[strings.LastIndex(rest, "・")+1:]
	return len(strings.TrimSuffix(last, "・")) >= 2*len("ア") && !endsAny(rest, "社", "賞", "モデル", "ショック", "ケース", "カップ", "スクール", "ビル", "シティ", "シティー", "ストリート", "パーク", "タワー", "ホテル", "レストラン", "モーターズ", "ディア")
}
