package analysis

import (
	"strings"
	"testing"
)

// TestRows has tables with a cell a line, chronicles, and lone dates that make neither.
func TestRows(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"cells", "主なサイバー攻撃\n1\n2014/11/24\n映画会社\n社内システムが破壊され、個人情報が流出\n2\n2016/2/4\n中央銀行\n不正アクセスで端末が乗っ取られた\n（注）サイバー攻撃の一覧。",
			"data_breach 2014-11-24 | intrusion 2016-02-04"},
		{"dates above the entries", "経過\n\n2024年5月7日\nランサムウェアの感染が判明。\n\n2024年5月9日\n県警が不正アクセスの疑いで男を逮捕。",
			"ransomware 2024-05-07 | arrest 2024-05-09"},
		{"entries of several sentences", "経過\n2024年5月7日　攻撃者が侵入。ランサムウェアで業務が停止\n2024年5月8日　会社が不正アクセスを公表\n2024年5月9日　ハッカーの男が逮捕される。司法省がサイトを差し押さえ",
			"intrusion 2024-05-07 | disclosure 2024-05-08 | arrest 2024-05-09 | seizure 2024-05-09"},
		{"a row that looks like a numbered title", "サイバー攻撃の一覧（2024年）\n2024.1.9 学園 ランサムウェアに感染\n1.17 薬局 不正アクセスで情報が流出\n1.28 信用金庫 不正アクセスを公表\n3.5 工業 リークサイトに掲載",
			"ransomware 2024-01-09 | data_breach 2024-01-17 | disclosure 2024-01-28 | disclosure 2024-03-05"},
		{"one date of publication", "2024年5月7日\nランサムウェアの感染が広がっています。\n不正アクセスで端末が乗っ取られました。", ""},
		{"what came later", "経過\n2024年5月7日　不正アクセスを公表\n2024年5月8日　取引先に連絡。後に攻撃者の侵入が判明\n2024年5月9日　ハッカーの男が逮捕される",
			"disclosure 2024-05-07 | arrest 2024-05-09"},
		{"not about this", "畑の記録\n2024/5/7\nクマが小屋に侵入\n2024/5/9\n県警が男を逮捕", ""},
	} {
		d := analyzers().full.Analyze(raw(tt.text))
		if got := strings.Join(eventsOf(d), " | "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
