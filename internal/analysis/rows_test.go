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
		{"the hours of one day", "経過\n2024年5月7日\n04:40　ランサムウェアの感染が判明\n11:30　県警に通報\n5月8日　会社が不正アクセスを公表", "ransomware 2024-05-07 | notification 2024-05-07 | disclosure 2024-05-08"},
		{"one date of publication, above a ratio", "2024年5月7日\n3:1の割合でランサムウェアの感染が広がっています。\n不正アクセスで端末が乗っ取られました。", ""},
		{"one date of publication", "2024年5月7日\nランサムウェアの感染が広がっています。\n不正アクセスで端末が乗っ取られました。", ""},
		{"what came later", "経過\n2024年5月7日　不正アクセスを公表\n2024年5月8日　取引先に連絡。後に攻撃者の侵入が判明\n2024年5月9日　ハッカーの男が逮捕される",
			"disclosure 2024-05-07 | notification 2024-05-08 | arrest 2024-05-09"},
		{"rows without a verb", "表2　暗号資産の主な流出事案\n番号\n発覚\n事業者\n規模\n備考\n1\n2014.2.24\n株式会社あかね交換\n約85万枚\n翌年8月1日、警視庁が社長を逮捕\n2\n2018.1.26\n株式会社しののめ交換\n約580億円\n3日後に当局が業務改善命令\n3\n2019.7.11\nこがね取引所\n約30億円\n誤送信による",
			"theft 2014-02-24 | arrest 2015-08-01 | theft 2018-01-26 | legal 2018-01-29"},
		{"a cell for the kind", "国内のサイバー攻撃被害（公表資料から）\n公表日\n組織\n区分\n件数\n2024/1/9\n学校法人瑞光学園\nランサムウェア\n18台\n2024/2/3\n株式会社はまゆう印刷\n不正アクセス\n3,214件",
			"disclosure 2024-01-09 | disclosure 2024-02-03"}, // neither was hit on the day on which it said so
		{"a column for the day it was made known, beside that of the day it happened", "ランサムウェア被害の一覧\n公表日\n組織\n発生日\n概要\n2024/1/9\n学校法人瑞光学園\n1月2日\nサーバーが暗号化され、授業を休止\n2024/2/3\n株式会社はまゆう印刷\n1月28日夜\n顧客情報が流出",
			"disclosure 2024-01-09 | ransomware 2024-01-02 | disclosure 2024-02-03 | data_breach 2024-01-28"},
		{"a column for the day of arrest, in lines", "サイバー犯罪の検挙事例\n逮捕日｜警察｜容疑\n2024/1/9｜山川県警｜不正アクセス禁止法違反\n2024/2/3｜海野県警｜電子計算機使用詐欺",
			"arrest 2024-01-09 | arrest 2024-02-03"},
		{"two columns of days in a line", "サイバー攻撃の逮捕者\n氏名 | 逮捕日 | 場所 | 判決日\n甲野 | 2012/3/5 | 港町 | 2013/11/15\n乙川 | 2012/4/5 | 浜町 | 公判中",
			"arrest 2012-03-05 | legal 2013-11-15 | arrest 2012-04-05"},
		{"two columns of days with spaces between the cells", "ハッカー集団の逮捕と判決\n\n氏名 国 逮捕日 場所 判決日 量刑\n甲野 太郎 米国 2011/6/7 港町 2014/5/27 禁錮7か月、保護観察1年\nジョン・ドウ(x1) 英国 2011/7/19 浜町 2013/5/16 禁錮20か月",
			"arrest 2011-06-07 | legal 2014-05-27 | arrest 2011-07-19 | legal 2013-05-16"},
		{"a header with spaces and rows with other numbers of days", "ハッカー集団の逮捕\n氏名 逮捕日 判決日 備考\n甲野 2011/6/7 2014/5/27 2015/1/1に出所", ""},
		{"a headline that is no header", "ハッカー集団 逮捕 起訴\n2024年5月8日 11:20\n司法省は5月7日、ハッカーの男を起訴した。", "indictment 2024-05-07"},
		{"a menu that is no header", "ホーム\n発表\n採用\n2024年5月8日\nハッカー集団が病院のサーバーに侵入した。", ""},
		{"a story below the line that names it", "サイバー攻撃の歴史\n■2014年11月24日：映画会社\n「平和の番人」を名乗る集団が映画を流出させました。\n■2007年4月：北国\n政府も銀行もDDoS攻撃でサイトが停止しました。",
			"data_breach 2014-11-24 | ddos 2007-04"},
		{"a column behind another", "サイバー攻撃の記録\nNo.｜公表日｜組織｜内容\n1｜2024/1/9｜瑞光学園｜不正アクセス\n2｜2024/2/3｜はまゆう印刷｜マルウェア感染",
			"disclosure 2024-01-09 | disclosure 2024-02-03"},
		{"a column for the day on which a measure was made known", "国家系ハッカーへの主な措置\n公表日\n主体\n内容\n2024/1/9\n米司法省\nハッカー集団の5人を起訴\n2024/2/3\n米財務省\nサイバー攻撃を支援した企業に制裁",
			"indictment 2024-01-09 | sanction 2024-02-03"},
		{"a list of warnings", "注意喚起の一覧\n2024/1/25 金融機関をかたるフィッシングメールにご注意ください\n2023/12/20 【至急】メールゲートウェイの更新について 攻撃者によるサイバー攻撃が11月30日に報告されています\n2023/10/18 学内サーバの脆弱性について",
			"advisory 2024-01-25 | report 2023-11-30 | advisory 2023-12-20 | vulnerability 2023-10-18"},
		{"columns of another matter", "新製品の一覧\n公表日\n会社\n品名\n2024/1/9\n瑞光食品\n白みそ\n2024/2/3\nはまゆう印刷\n便せん", ""},
		{"a column for the kind", "インシデント一覧\n2024.1.9 学校法人瑞光学園 ランサムウェア 18台 復旧済\n2024.2.3 株式会社はまゆう印刷 不正アクセス 3,214件 調査中",
			"ransomware 2024-01-09 | intrusion 2024-02-03"},
		{"a day behind other cells", "サイバー攻撃に関する制裁対象者一覧（抜粋）\nNo.\n氏名\n国籍\n指定機関\n指定日\n備考\n1\nアンナ・コヴァル\nロシア\nEU理事会\n2024/1/27\n省庁への侵入(2020年11月)に関与\n2\nフアン・ペレス\nパナマ\n財務省\n―\n資金洗浄の疑い\n3\nイ・ジフン\n韓国\n外交部\n2023-06-02\n所長。ランサムウェアで病院を攻撃\n4\nハ・ミンス\n韓国\n外交部\n2023-07-02\n不正アクセスに関与",
			"sanction 2024-01-27 | intrusion 2020-11 | sanction 2023-06-02 | sanction 2023-07-02"},
		{"a day behind other cells, below a title that names no act", "サイバー関連の担当者一覧\n1\n須永\n東京\n2025/1/27\n着任\n2\n高梨\n大阪\n2023-06-02\n着任", ""},
		{"the course of one incident", "サイバー攻撃の主な経過\n2024/1/9\n株式会社はまゆう印刷\n全館の営業を再開\n2024/2/3\n株式会社はまゆう印刷\n新しい工場を開く", ""},
		{"a notice by its title", "2024年11月27日\n株式会社たかみね\n代表取締役社長\n当社サーバーへの不正アクセスについて（第４報）\n1. 経緯\n9月28日（土）夜　何者かが子会社の機器から社内網に侵入\n10月2日～10日　管理者権限を奪われる\n10月13日　27台がランサムウェアに感染した\n2. 窓口\n平日9時から17時まで受け付けます。\n製品の生産への影響はございません。\n今後の予定は改めてお知らせいたします。\n株主総会の日程は変わりません。",
			"disclosure 2024-11-27 | intrusion 2024-09-28 | intrusion 2024-10-02/2024-10-10 | ransomware 2024-10-13"},
		{"days in brackets behind the acts", "年表：国家が関与したとされるサイバー攻撃\n2014年\n　映画会社のデータが消され、流出（11月24日）。政府は12月19日に攻撃者を非難\n2015年\n　サイバー攻撃で停電（12月23日）",
			"data_breach 2014-11-24 | attribution 2014-12-19 | intrusion 2015-12-23"},
		{"numbered rows in a line each", "表　サイバー攻撃への措置\nNo. 日 主体 内容\n1 2021年3月4日 財務省 端末に侵入したとして制裁。司法省は男を起訴\n2 2021年5月6日 政府 電力網への侵入（2019年以降）を非難\n3 2021年7月8日 検察 ハッカーの男を逮捕\n（注）サイバー攻撃の集団。",
			"sanction 2021-03-04 | indictment 2021-03-04 | campaign 2019/.. | attribution 2021-05-06 | arrest 2021-07-08"},
		{"numbered rows with amounts", "表　暗号資産の主な流出\nNo\t発生\t被害先\t流出額\t備考\n1\t2021.3.4\tあかね交換\t約85億円\t調査中\n2\t2021.5.6～7\tしののめ交換\t〃\t2021.8.9、当局が注意喚起\n3\t2021.7.8\tこがね交換\t休業\tなし\n（注）ハッカー集団の関与が疑われる。",
			"theft 2021-03-04 | advisory 2021-08-09 | theft 2021-05-06/2021-05-07 | theft 2021-07-08"},
		{"a title that names a measure", "資料　サイバー攻撃に対する主な制裁措置（抜粋）\n日付　主体　対象　理由\n2021年3月4日　米財務省　暗闇団の３人　発電所への侵入\n2021年5月6日　EU　２団体　マルウェア「毒虫」の拡散等\n2021年7月8日　英国政府　甲乙科技　2020年に行われた議員に対する偵察\n2021年9月1日　検察　１人　ハッカーを起訴\n（注）サイバー攻撃に限る。",
			"sanction 2021-03-04 | sanction 2021-05-06 | intrusion 2020 | sanction 2021-07-08 | indictment 2021-09-01"},
		{"a title of what attackers did", "病院を狙った主なランサムウェア事案\n2021年3月4日　甲病院　電子カルテ停止\n2021年5月6日　乙医療センター　委託先を経由\n2021年7月8日　丙医院　約4万人分の情報流出\n2021年9月1日　甲病院　民事再生を申請",
			"ransomware 2021-03-04 | ransomware 2021-05-06 | data_breach 2021-07-08 | legal 2021-09-01"},
		{"prose ends a table", "主な制裁の一覧\n2021年3月4日　米財務省　ハッカー３人\n\nサイバー攻撃は続いている。\n\n2021年5月6日　甲社　不正アクセスで停止\n2021年7月8日　乙社　不正アクセスで停止",
			"sanction 2021-03-04 | intrusion 2021-05-06 | intrusion 2021-07-08"},
		{"labels", "ランサムウェア被害のお知らせ\n当社のサーバーがランサムウェアに感染しました。\n発生日時：2024年11月30日 22時40分頃\n検知日時：2024年12月1日 6時15分\n届出日　2024年12月2日\n更新日：2024年12月5日",
			"intrusion 2024-11-30 | disclosure 2024-12-01 | notification 2024-12-02"},
		{"not about this", "畑の記録\n2024/5/7\nクマが小屋に侵入\n2024/5/9\n県警が男を逮捕", ""},
	} {
		d := analyzers().full.Analyze(raw(tt.text))
		if got := strings.Join(eventsOf(d), " | "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
