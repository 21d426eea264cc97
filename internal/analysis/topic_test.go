package analysis

import (
	"strings"
	"testing"
)

// TestTopicOfCourts has cases before a court whose later sentences have no word of the field: they are told where the head has one.
func TestTopicOfCourts(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{
			"an intrusion", "取引先のサーバーに不正アクセスしたとして、元社員の被告の初公判が1月10日に開かれた。\n\n" +
				"起訴状によると、被告は2023年4月、設計図を持ち出した。警視庁は2024年7月3日に被告を逮捕し、東京地検は同月24日に起訴した。被告は内容を認めている。\n\n" +
				"弁護人は情状を争うと述べた。被告の妻も証言した。会社は弁済を受けたという。次回の公判は来月に開かれる。判決は春になる見通しだ。被告は2015年に入社した。会社の業績は悪くなかった。",
			"arrest 2024-07-03 | indictment 2024-07-24",
		},
		{
			"money taken by an accountant", "会社の売上金を着服したとして、業務上横領の罪に問われた元課長の被告の初公判が1月10日に開かれた。\n\n" +
				"起訴状によると、被告は2023年4月、口座から送金した。警視庁は2024年7月3日に被告を逮捕し、東京地検は同月24日に起訴した。被告は会社のパスワードを管理していた。",
			"",
		},
		{
			"calls for money", "特殊詐欺の指示役だったとして、県警は1月12日、無職の男を再逮捕した。\n\n" +
				"逮捕容疑は昨年8月、高齢の女性から現金をだまし取った疑い。県警は10月に拠点を捜索し、パソコンを押収した。男は12月20日に起訴された。",
			"",
		},
	} {
		got := strings.Join(eventsOf(analyzers().full.Analyze(raw(tt.text))), " | ")
		if !strings.HasSuffix(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
