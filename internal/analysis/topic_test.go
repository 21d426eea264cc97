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
			"data that were destroyed", "県警は1月10日、業者の情報を消して業務を妨げたとして、電子計算機損壊等業務妨害の疑いで会社員の男を逮捕した。\n\n" +
				"逮捕容疑は昨年8月、データを削除した疑い。県警は12月4日に男の自宅を捜索し、パソコンを押収した。男は否認している。",
			"arrest 2025-01-10 | other 2024-08 | seizure 2024-12-04",
		},
		{
			"calls for money", "特殊詐欺の指示役だったとして、県警は1月12日、無職の男を再逮捕した。\n\n" +
				"逮捕容疑は昨年8月、高齢の女性から現金をだまし取った疑い。県警は10月に拠点を捜索し、パソコンを押収した。男は12月20日に起訴された。",
			"",
		},
		{
			"those who help attackers", "財務省は1月10日、資金調達を助けたとして個人3人を制裁対象とした。\n\n" +
				"両替商の男は、ハッキング集団「ラザルス」が盗んだ通貨を両替していた。別の男は男と組み、フロント企業に送金していたという。3人目は、既に制裁を受けている銀行に籍を置いていた。\n\n" +
				"銀行は港の近くにある。財務次官は同日、悪用を許さないと述べた。",
			"sanction 2025-01-10 | statement 2025-01-10",
		},
		{
			"a notice of what does not work", "電子カルテの障害について（第3報）\n\n2025年1月10日\n\n1月9日に発生した障害について、現在の状況をお知らせします。\n\n" +
				"昨日、職員が電子カルテの停止に気づきました。ランサムウェアと思われる攻撃により暗号化されており、脅迫文が残されていました。\n\n外来診療は停止しています。再開の時期は未定です。1月9日に警察に通報しました。ご不便をおかけします。",
			"intrusion 2025-01-14 | notification 2025-01-09",
		},
		{
			"that is no attack", "電子カルテの障害について（第3報）\n\n2025年1月10日\n\n1月9日に発生した障害について、現在の状況をお知らせします。\n\n" +
				"昨日、職員が電子カルテの停止に気づきました。サイバー攻撃によるものではありません。\n\n外来診療は停止しています。再開の時期は未定です。1月9日に警察に通報しました。ご不便をおかけします。",
			"",
		},
		{
			"those who help a government", "財務省は1月10日、資金調達を助けたとして個人3人を制裁対象とした。\n\n" +
				"両替商の男は、海軍の通貨を両替していた。別の男は男と組み、フロント企業に送金していたという。3人目は、既に制裁を受けている銀行に籍を置いていた。\n\n" +
				"銀行は港の近くにある。財務次官は同日、悪用を許さないと述べた。",
			"",
		},
		{
			"an indictment brought to court", "起訴は1月10日、東の連邦地裁に持ち込まれた。訴えられたのは男8人。8人は詐欺やコンピューターへの侵入の罪に問われている。損失は3600万ドルを超える。\n\n" +
				"このうち、ソコロフ被告は島で身柄を押さえられ、米国へ引き渡される見通し。残る5人は逃走中とされる。",
			"indictment 2025-01-10",
		},
	} {
		got := strings.Join(eventsOf(analyzers().full.Analyze(raw(tt.text))), " | ")
		if !strings.HasSuffix(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestTopicOfCourse has the course of one incident, of which only the head says what it is, and a digest of other news behind one.
func TestTopicOfCourse(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{
			"the course of a theft", "取引所のNEM流出、ここまでの流れ\n\n仮想通貨取引所から約580億円分のNEMが盗まれた事件。\n\n2018年1月26日 0:02頃 外部へ送られる\n1月26日 11:25頃 残高の異常を検知\n" +
				"1月28日 金融庁と警視庁に被害を報告\n1月29日 金融庁が業務改善命令\n2月2日 金融庁が立ち入り検査に入る",
			"disclosure 2018-01-26 | notification 2018-01-28 | legal 2018-01-29 | legal 2018-02-02",
		},
		{
			"the course of something else", "新しい橋ができるまでの流れ\n\n約580億円をかけた工事が終わった。\n\n2018年1月26日 町に伝えられる\n1月26日 異常を検知\n1月28日 県に被害を報告\n1月29日 県が改善命令\n2月2日 県が立ち入り検査に入る",
			"",
		},
		{
			"a digest", "通販サイトに不正アクセス\n架空商事は6月7日、カード情報が流出したと発表した。\n別の話題。\n6月8日、民家に男が侵入した。\n6月9日、住民が被害届を出した。\n6月10日、男が逮捕された。\n6月12日、大臣が神社を訪問した。\n6月13日、大雨で川が氾濫した。",
			"",
		},
	} {
		got := strings.Join(eventsOf(analyzers().full.Analyze(raw(tt.text))), " | ")
		if !strings.HasSuffix(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
