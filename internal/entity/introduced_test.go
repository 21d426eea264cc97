package entity

import (
	"testing"

	"jikenbo/internal/i18n"
)

func TestIntroduced(t *testing.T) {
	findAllCases(t, []findAllCase{
		{"an office the first time, and a form of address further on", []string{"トゥヴァルク大統領は非難した。", "トゥヴァルク大統領は帰国した。"},
			[][]string{{"トゥヴァルク?person"}, {"トゥヴァルク大統領?person"}}},
		{"who is known by his whole name", []string{"リーサ・モナルコ司法副長官が会見した。", "モナルコ副長官は続けた。"},
			[][]string{{"リーサ・モナルコ?person"}, {"モナルコ副長官?person"}}},
		{"what is said of everybody", []string{"トゥヴァルク氏は述べた。", "ゾルノフ被告は黙秘した。"}, [][]string{{"トゥヴァルク氏?person"}, {"ゾルノフ被告?person"}}},
		{"names in kanji", []string{"林官房長官は会見で述べた。"}, [][]string{{"林官房長官?person"}}},
	})
}

// Records are read without tokens; a finder may not count on any.
func TestFindWithoutTokens(t *testing.T) {
	f := NewFinder(registry())
	for _, text := range []string{
		"ラジオ丘野の記者とテレビ三河は伝えた。", "FC尾山の選手", "碧山大の准教授、坂下県警サイバー課、委託先の「丸井物産」", "ＦＳＢの「第１９センター」", "モナルコ副長官は述べた。",
	} {
		f.Find(i18n.JA, text, nil)
	}
}
