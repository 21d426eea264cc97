package entity

import "testing"

func TestTold(t *testing.T) {
	about := "病院のサーバーがランサムウェアで止まり、マルウェアの検体を調べている。"
	tests := []findAllCase{
		{"other names of what a text about attacks speaks of", []string{about, "※ドルガは「ベノスベア」「Cobalt Harrier」とも呼ばれる。"}, [][]string{{}, {"ベノスベア?actor", "Cobalt Harrier?actor"}}},
		{"the same in another text", []string{"※ドルガは「ベノスベア」「Cobalt Harrier」とも呼ばれる。"}, [][]string{{}}},
		{"other names of a trick", []string{about, "この手口は「キーホルダー・フィックス」とも呼ばれる。"}, [][]string{{}, {}}},
		{"of malware", []string{about, "Moobotは「ヘオドリクス」とも呼ばれる。"}, [][]string{{}, {"Moobot?malware", "ヘオドリクス?malware"}}},
		{"names of a scheme", []string{about, "Violet Blizzardの一覧"}, [][]string{{}, {"Violet Blizzard?actor"}}},
		{"another group", []string{about, "一部は別のグループ SideFinch とも重なる。"}, [][]string{{}, {"SideFinch?actor"}}},
		{"whose name it is", []string{about, "「ミドリノツメ」が犯行を主張"}, [][]string{{}, {"ミドリノツメ?actor"}}},
		{"under a service", []string{about, "GRU傘下の「ノーザン・ラーク」が、民間のラボ傘下の「ナギサ」が"}, [][]string{{}, {"GRU?actor", "ノーザン・ラーク?actor"}}},
		{"malware as reports write of it", []string{about, "端末にはまず LanternDrop が書き込まれ、攻撃者は TinyOar というトンネリングツールを使う。SharePoint が起動し"},
			[][]string{{}, {"LanternDrop?malware", "TinyOar?malware"}}},
		{"in brackets behind a name that was introduced before", []string{about, "ローダー「GlazeReed」を見つけた。", "GlazeReed（グレイズリード）は小さい。"},
			[][]string{{}, {"GlazeReed?malware"}, {"GlazeReed?malware", "グレイズリード?malware"}}},
		{"a name in full and its last word", []string{"ハッカー集団「スレート・イグアナ」の攻撃", "スレート・イグアナは、", "イグアナは、ウミ・イグアナは、"},
			[][]string{{"スレート・イグアナ?actor"}, {"スレート・イグアナ?actor"}, {"イグアナ?actor"}}},
		{"a group by its name without the word for it", []string{"「サリスト・グループ」に属するハッカーの攻撃", "サリストに所属する2人"}, [][]string{{"サリスト・グループ?actor"}, {"サリスト?actor"}}},
		{"a common word in quotation marks in a text with a word of attacks", []string{"図書館で不正アクセスの件を聞いた。", "あれは「ペガサス」でしょうか。"},
			[][]string{{}, {"ペガサス?malware"}}},
		{"as a manner of speaking", []string{"図書館で不正アクセスの件を聞いた。", "会場は「ペガサス」な趣だ。映画「ペガサス」を見た。"}, [][]string{{}, {}}},
		{"a compound that says what it is", []string{about, "Emerald Ransomwareを基にしている。"}, [][]string{{}, {"Emerald Ransomware?malware"}}},
		{"a column of attackers", []string{"日\t被害先\t集団\t額\n5日\tSky Works\tKestrelCrew、Amber Lark（北朝鮮）\t5億円\n6日\tRadio Works\t不明\t2億円"},
			[][]string{{"KestrelCrew?actor", "Amber Lark?actor", "北朝鮮?place"}}},
		{"the last column of a table whose cells only spaces part", []string{about + "\n公表日 標的 概要 関与が疑われる者\n2024/3/7 港湾 データが暗号化され、ATM 20台が停止 Saltmarsh\n2024/3/8 学校 画像が流出 不明\n2024/3/9 病院 予約が止まる Veldfalke\n\n資料 提供 記者クラブ Hoshimi"},
			[][]string{{"Saltmarsh?actor", "Veldfalke?actor"}}},
		{"the last column of another such table", []string{about + "\n公表日 標的 概要 担当\n2024/3/7 港湾 データが暗号化される Saltmarsh"}, [][]string{{}}},
		{"cells that stand one below another", []string{about + "\n名称\n背景とされる国\n措置\nFlint Dotterel\nイラン\n2022年 制裁\nハイイロギボシ\n中国\n2023年 注意喚起"},
			[][]string{{"Flint Dotterel?actor", "イラン?place", "ハイイロギボシ?actor", "中国=cn"}}},
		{"one such cell", []string{about + "\n訪問先\nFlint Dotterel\nイラン\n2022年"}, [][]string{{"イラン?place"}}},
		{"such cells in a text about something else", []string{"選手名\nFlint Dotterel\nイラン\nハイイロギボシ\n中国\n"}, [][]string{{"イラン?place", "中国=cn"}}},
		{"offices of the service of China", []string{about + "陝北省国家安全庁の要員を起訴した。台湾の国家安全局は警告した。"}, [][]string{{"陝北省国家安全庁?actor", "台湾?place", "国家安全局?organization"}}},
		{"a common word without a page that has its cue elsewhere", []string{"ハッカー集団ダークサイドが攻撃した。", "被告はダークサイドを離れた。"}, [][]string{{"ダークサイド?actor"}, {"ダークサイド?actor"}}},
		{"a column of something else", []string{"日\t被害先\t会社\t額\n5日\tSky Works\tKestrelCrew\t5億円"}, [][]string{{}}},
		{"names that groups share with their programs, in a column of each", []string{about + "\n日\t集団\t主なマルウェア\n5日\tMoobot\tMoobot"},
			[][]string{{"Moobot?actor", "Moobot?malware"}}},
		{"a list with marks under its title", []string{about, "主な攻撃グループ", "・Onyx Curlew ― 中国。", "・Cobalt Dunlin：水道を狙う", "以上", "・Jade Dunlin：終わり"},
			[][]string{{}, {}, {"Onyx Curlew?actor", "中国=cn"}, {"Cobalt Dunlin?actor"}, {}, {}}},
		{"a list that is announced", []string{about, "確認された攻撃グループは次のとおりである。", "1. Onyx Curlew", "(2) スノー・ヘロン", "３．「ニビイロ」", "中国", "・Jade Dunlin：終わり"},
			[][]string{{}, {}, {"Onyx Curlew?actor"}, {"スノー・ヘロン?actor"}, {"ニビイロ?actor"}, {"中国=cn"}, {}}},
		{"items without marks under a heading", []string{about, "今回見つかったマルウェア", "DriftMoss", "ニビイロ", "ネットワーク", "検体を調べた。", "Grey Latch"},
			[][]string{{}, {}, {"DriftMoss?malware"}, {"ニビイロ?malware"}, {}, {}, {}}},
		{"a list of something else that is announced", []string{about, "停止した製品は次のとおりである。", "1. Onyx Curlew", "2. ニビイロ"}, [][]string{{}, {}, {}, {}}},
		{"such a list under another title", []string{about, "主な製品", "・Onyx Curlew ― 中国。"}, [][]string{{}, {}, {"中国=cn"}}},
		{"a column of malware between bars", []string{"| 日 | マルウェア |\n| 5日 | ReedOwl |"}, [][]string{{"ReedOwl?malware"}}},
	}
	findAllCases(t, tests)
}
