package entity

import (
	"testing"

	"jikenbo/internal/i18n"
)

// Records are read without tokens; a finder may not count on any.
func TestFindWithoutTokens(t *testing.T) {
	f := NewFinder(registry())
	for _, text := range []string{
		"ラジオ丘野の記者とテレビ三河は伝えた。", "FC尾山の選手", "碧山大の准教授、坂下県警サイバー課、委託先の「丸井物産」", "ＦＳＢの「第１９センター」", "モナルコ副長官は述べた。",
	} {
		f.Find(i18n.JA, text, nil)
	}
}
