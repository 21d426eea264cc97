package event

import "jikenbo/internal/morph"

func words(ws ...string) *morph.WordTable { return morph.NewWordTable(ws) }

func of(t Type, r rank, stems ...string) []trigger {
	var out []trigger
	for _, s := range stems {
		out = append(out, trigger{stem: s, typ: t, rank: r})
	}
	return out
}

func measures() []trigger {
	tools := words("ボット", "bot", "サイト", "サーバ", "インフラ", "マルウェア", "マルウエア", "ウイルス", "PlugX", "バックドア", "ウェブシェル", "端末", "コンピュータ", "ネットワーク", "作戦", "活動")
	adjectives := words("的", "活動", "工作", "力")
	var out []trigger
	for _, stem := range []string{"無力化", "無害化", "破壊", "閉鎖", "除去", "無効化", "駆除", "解体", "遮断", "排除", "停止させ", "制圧"} {
		out = append(out, trigger{stem: stem, typ: Takedown, rank: measure, with: tools, notBefore: adjectives})
	}
	out = append(out, trigger{stem: "削除", typ: Takedown, rank: measure, notBefore: adjectives,
		with: words("マルウェアを", "マルウエアを", "ウイルスを", "バックドアを", "ウェブシェルを", "不正プログラムを", "ボットを")})
	out = append(out, of(Takedown, measure, "テイクダウン", "摘発", "法執行活動", "を妨害し", "取り除")...)
	out = append(out, trigger{stem: "作戦を", typ: Takedown, rank: measure, with: words("作戦を発表", "作戦を公表", "作戦を実施", "日に発表", "作戦を展開")})
	out = append(out, of(Seizure, measure, "差し押さえ", "差押", "押収", "没収", "接収")...)
	out = append(out, trigger{stem: "起訴", typ: Indictment, rank: measure, notAfter: []string{"不"}, notBefore: words("猶予", "状によ", "状では", "状の", "内容", "・不起訴", "か不起訴", "または不起訴", "件数", "率")})
	out = append(out, trigger{stem: "送検", typ: Indictment, rank: measure, notBefore: words("容疑")})
	out = append(out, of(Indictment, measure, "訴追", "書類送検", "刑事告発")...)
	out = append(out, trigger{stem: "逮捕", typ: Arrest, rank: measure, notBefore: words("状", "容疑", "歴", "権", "術", "件数", "者数", "率")}, trigger{stem: "身柄を拘束", typ: Arrest, rank: measure})
	for _, stem := range []string{"回収", "取り戻"} {
		out = append(out, trigger{stem: stem, typ: Seizure, rank: measure, with: words("身代金の", "身代金を", "暗号資産を", "仮想通貨を", "ビットコインを", "資金を", "資金の")})
	}
	lifted := []string{"を解除", "の解除", "指定を解除", "指定の解除", "を緩和", "の緩和"}
	out = append(out, trigger{stem: "制裁", typ: Sanction, rank: measure,
		with:      words("科", "指定", "発動", "課", "加え", "実施", "決定", "決め", "発表", "追加", "検討", "制裁を受け", "制裁した", "を制裁"),
		notBefore: words(append(lifted, "対象", "の対象", "関税", "金", "は適切", "違反", "逃れ", "回避")...)})
	for _, stem := range []string{"制裁対象に", "制裁対象と", "制裁の対象に", "制裁の対象と"} {
		out = append(out, trigger{stem: stem, typ: Sanction, rank: measure, notBefore: words("なっている", "なっていた", "なっており", "されている", "されていた")})
	}
	for _, stem := range []string{"SDNリスト", "SDN リスト", "特別指定国民", "エンティティー・リスト", "エンティティ・リスト", "エンティティーリスト", "エンティティリスト", "禁輸リスト", "制裁リスト"} {
		out = append(out, trigger{stem: stem, typ: Sanction, rank: measure, with: words("追加", "加え", "掲載", "載せ", "載っ", "登録", "指定")})
	}
	out = append(out, of(Sanction, measure, "国外退去", "国外追放", "資産凍結", "資産を凍結", "渡航禁止", "入国禁止")...)
	out = append(out, trigger{stem: "勧告", typ: Advisory, rank: measure, notBefore: words("によ", "では", "を受け", "に従")})
	out = append(out, trigger{stem: "警告", typ: Advisory, rank: measure, notBefore: words("を無視", "にもかかわらず", "を受け", "画面", "表示", "メッセージ", "となる")})
	out = append(out, of(Advisory, measure, "注意喚起", "注意を促", "アドバイザリ")...)
	advice := words("注意", "更新を", "対策", "警戒", "確認を", "適用")
	for _, stem := range []string{"呼びかけ", "呼び掛け", "求めてい"} {
		out = append(out, trigger{stem: stem, typ: Advisory, rank: measure, with: advice})
	}
	out = append(out, of(Attribution, measure, "帰属", "断定", "非難", "関与を指摘", "関与が指摘", "パブリックアトリビューション", "パブリック・アトリビューション", "に結びつけ", "名指し", "によって実行された", "の仕業")...)
	out = append(out, of(Attribution, measure, "によると断定", "によると特定", "によると発表", "によると公表", "によるものと断定", "によるものと特定", "によるものと結論", "によるものと判断", "によるものだと", "と認定", "の犯行", "犯行と特定", "関与を認定", "関与があったと", "関与していると", "背後に")...)
	out = append(out, of(Legal, measure, "提訴", "令状", "判決", "有罪", "裁判所命令", "仮処分", "差し止め", "罪を認め", "司法取引", "国際手配", "指名手配",
		"引き渡され", "引き渡し", "引き渡した", "身柄を移送", "送還", "行政指導", "行政処分", "業務改善命令", "改善命令", "是正命令", "家宅捜索", "強制捜査", "懲役", "禁錮", "和解", "を訴え", "出廷", "初公判", "公判が開", "告発し", "捜索し", "召喚")...)
	out = append(out, trigger{stem: "訴状", typ: Legal, rank: measure, notAfter: []string{"起"}})
	out = append(out, of(Statement, measure, "抗議", "支持を表明", "談話で支持")...)
	courts, wishes := words("裁判所", "地裁", "判事", "令状", "承認が期限", "承認は期限"), words("求め")
	for _, stem := range []string{"承認を", "許可を", "承認が", "期限を迎え"} {
		out = append(out, trigger{stem: stem, typ: Legal, rank: measure, with: courts, notBefore: wishes})
	}
	goods := words("ドメイン", "サイト", "サーバ", "資産")
	for _, stem := range []string{"を押さえた", "を押さえ、"} {
		out = append(out, trigger{stem: stem, typ: Seizure, rank: measure, with: goods})
	}
	return append(out,
		trigger{stem: "命令", typ: Legal, rank: measure, with: words("裁判所", "地裁", "判事", "高裁"), notAfter: []string{"大統領"}, notBefore: words("を実行", "コマンド")},
		trigger{stem: "失効", typ: Legal, rank: measure, with: words("命令", "令状")})
}

func incidents() []trigger {
	guard := words("対策", "防止", "検知", "経路", "手法", "手口", "ツール", "テスト", "能力", "機能", "リスク", "キャンペーン", "サービス", "グループ", "集団", "者", "組織", "への対", "に備え", "に対抗", "を防", "から守", "後", "に使", "に用い", "に利用", "禁止法", "の疑い", "容疑", "保険", "罪", "事業")
	var out []trigger
	add := func(t Type, stems ...string) {
		for _, s := range stems {
			out = append(out, trigger{stem: s, typ: t, rank: incident, notBefore: guard})
		}
	}
	add(DDoS, "DDoS攻撃", "DoS攻撃", "DDoS 攻撃", "分散型サービス拒否", "サービス妨害攻撃", "ＤＤｏＳ攻撃")
	add(Ransomware, "ランサムウェア攻撃", "ランサムウエア攻撃", "ランサムウェアに", "ランサムウエアに", "ランサムウェア感染", "ランサムウエア感染", "ランサムウェアによる", "ランサムウエアによる", "ランサムウェアで攻撃", "ランサムウエアで攻撃", "ランサムウェアの被害", "ランサムウエアの被害", "ランサムウェア被害", "ランサムウエア被害", "身代金を要求", "身代金要求", "脅迫文")
	add(DataBreach, "流出", "漏えい", "漏洩", "漏れ")
	add(Theft, "窃取", "詐取", "盗ん", "盗み", "盗ま", "盗む事", "盗難", "抜き取", "奪っ", "奪わ", "不正に送金", "不正送金", "不正に引き出", "持ち出", "複製し", "盗み出")
	add(Intrusion, "侵入", "不正アクセス", "侵害", "ハッキング", "サイバー攻撃", "サイバー・スパイ", "サイバースパイ", "サイバーテロ", "乗っ取", "遠隔操作", "標的型メール", "マルウェアに感染", "マルウエアに感染", "ウイルスに感染", "マルウェアがインストール", "シャットダウン", "不正ログイン", "感染を広げ", "感染が広が", "感染が拡大", "感染が判明", "感染が確認", "マルウェア感染", "マルウエア感染", "ウイルス感染", "感染させ", "感染したことが", "感染し、", "感染した。", "感染が見つか", "被害を受け", "被害に遭", "被害が出", "被害が発生", "不審な通信", "不審なアクセス", "不正な通信", "不正に接続", "不正にアクセス", "遠隔で操作", "外部から操作", "メールが届", "メールが送ら", "停電", "拡散", "に広が", "悪用され", "停止に追い込", "サービスが停止", "が使えなくな", "仕込ま", "仕掛けられ", "改ざん", "暗号化され", "攻撃を受け", "攻撃をうけ", "攻撃を行", "攻撃を仕掛け", "攻撃した", "攻撃が", "による攻撃",
		"マルウェアを展開", "マルウエアを展開", "メールを送信", "メールが送信", "メールを送り付け")
	services := words("サイト", "ホームページ", "サーバ", "サービス")
	for _, stem := range []string{"アクセスが集中", "閲覧できな", "閲覧不能", "つながりにく", "接続しにく", "アクセスできな"} {
		out = append(out, trigger{stem: stem, typ: DDoS, rank: incident, with: services})
	}
	systems := words("システム", "サーバ", "ネットワーク", "コンピュータ", "パソコン", "データ")
	for _, stem := range []string{"障害が発生", "システム障害", "システムが停止", "一斉に停止", "操業を停止", "稼働を停止", "業務が停止", "システムが止ま", "工場が停止", "操業が停止", "システムを破壊", "システムが破壊", "データを破壊", "データが破壊", "データを消去", "まひ"} {
		out = append(out, trigger{stem: stem, typ: Intrusion, rank: incident, with: systems, notBefore: guard})
	}
	out = append(out, trigger{stem: "契約", typ: Other, rank: incident, with: words("サーバーを", "サーバを", "ドメインを"), notBefore: guard})
	return out
}

func periods() []trigger {
	return of(Campaign, period, "活動", "標的", "追跡", "被害が確認", "インフラを提供", "キャンペーン", "試み", "攻撃", "続け", "続い", "観測", "狙", "対象に")
}

func reports() []trigger {
	nominal := words("官", "機関", "関係", "陣", "各社", "者", "日", "元", "によ", "では", "は", "が", "した声明の中", "された声明の中", "の")
	var out []trigger
	add := func(t Type, stems ...string) {
		for _, s := range stems {
			out = append(out, trigger{stem: s, typ: t, rank: reporting, notBefore: nominal})
		}
	}
	add(Disclosure, "公表", "公開", "開示", "発見", "検知", "特定し", "見つか", "見つけ")
	out = append(out, of(Disclosure, reporting, "明らかにし", "明らかにさ", "明らかになっ", "判明", "分かった", "わかった", "名付け", "命名")...)
	add(Statement, "発表", "表明")
	out = append(out, of(Statement, reporting, "述べ", "反論", "声明を", "声明文を", "談話を", "会見し", "会見で", "見解を発表")...)
	add(Notification, "通知", "届け出", "届出", "情報を提供", "情報提供し", "被害届", "被害を届け", "相談", "調査を依頼", "連絡し")
	for _, stem := range []string{"速報を", "確報を"} {
		out = append(out, trigger{stem: stem, typ: Notification, rank: reporting, with: words("委員会に", "委員会へ")})
	}
	add(Report, "報道", "指摘")
	out = append(out, of(Report, reporting, "報じ", "伝え", "報告書", "報告し")...)
	flaws := words("脆弱性", "CVE")
	for _, stem := range []string{"修正", "パッチ", "更新プログラム", "悪用"} {
		out = append(out, trigger{stem: stem, typ: Vulnerability, rank: reporting, with: flaws})
	}
	return out
}
