package entity

import (
	"testing"

	"jikenbo/internal/i18n"
)

func TestOffices(t *testing.T) {
	findAllCases(t, []findAllCase{
		{"an office is part of what somebody is called", []string{"トゥヴァルク大統領は非難した。", "トゥヴァルク大統領は帰国した。"},
			[][]string{{"トゥヴァルク大統領?person"}, {"トゥヴァルク大統領?person"}}},
		{"and is none of a whole name", []string{"リーサ・モナルコ司法副長官が会見した。", "モナルコ副長官は続けた。"},
			[][]string{{"リーサ・モナルコ?person"}, {"モナルコ副長官?person"}}},
		{"what is said of everybody", []string{"トゥヴァルク氏は述べた。", "ゾルノフ被告は黙秘した。"}, [][]string{{"トゥヴァルク氏?person"}, {"ゾルノフ被告?person"}}},
		{"whose office it is, and that it is no longer his", []string{"トゥヴァルク前大統領は、ゾルノフ独首相に会った。"}, [][]string{{"トゥヴァルク前大統領?person", "ゾルノフ独首相?person"}}},
		{"names in kanji", []string{"林官房長官は会見で述べた。林外務大臣も述べた。"}, [][]string{{"林官房長官?person", "林外務大臣?person"}}},
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
