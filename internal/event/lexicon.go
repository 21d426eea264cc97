package event

import (
	"strings"

	"jikenbo/internal/morph"
)

// A family is the triggers of one type that stand alike. Its lists are words parted by spaces; _ is a space in a word.
type family struct {
	typ       Type
	rank      rank
	stems     string
	with      string // words of which one must stand in the same sentence
	notAfter  string // words that may not stand before a stem
	notBefore string // words that may not stand behind it
}

// families hold the lexicon.
var families = []family{
	// What is done against attackers.
	{typ: Takedown, rank: measure, stems: "無力化 無害化 破壊 閉鎖 除去 無効化 駆除 解体 遮断 排除 停止させ 制圧", notBefore: "的 活動 工作 力", notAfter: cutsOff,
		with: "ボット bot サイト サーバ インフラ マルウェア マルウエア ウイルス PlugX バックドア ウェブシェル 端末 コンピュータ ネットワーク 作戦 活動"},
	{typ: Takedown, rank: measure, stems: "削除", notBefore: "的 活動 工作 力", with: "マルウェアを マルウエアを ウイルスを バックドアを ウェブシェルを 不正プログラムを ボットを"},
	{typ: Takedown, rank: measure, stems: "テイクダウン 摘発 法執行活動 取り除 シンクホール 壊滅さ 壊滅に追い 活動停止に追い 一網打尽"},
	{typ: Takedown, rank: measure, stems: "を妨害", notAfter: "業務 営業 運営 選挙 通信 放送 捜査 サービス", notBefore: "する目的 する攻撃 する機能"},
	{typ: Takedown, rank: measure, stems: "を停止 が停止され が停止に追い を無効に を奪取 を乗っ取り無 を封鎖 を凍結", notAfter: ours, notBefore: "する機能",
		with: "ボット ドメイン インフラ 基盤 アカウント 指令 リークサイト ワークスペース チャンネル C2"},
	{typ: Takedown, rank: measure, stems: "活動が停止 活動は停止 活動を停止させ 活動停止させ 稼働を停止させ", with: "連携 作戦 共同 国際 警察 捜査 当局 法執行"},
	{typ: Takedown, rank: measure, stems: "掌握", with: "サーバ サイト ボット ドメイン インフラ 基盤"},
	{typ: Takedown, rank: measure, stems: "作戦を", with: "作戦を発表 作戦を公表 作戦を実施 日に発表 作戦を展開 作戦を完了 作戦を行"},
	{typ: Takedown, rank: measure, stems: "作戦の完了 作戦が完了 作戦の実施"},
	{typ: Seizure, rank: measure, stems: "差し押さえ 差押 押収 没収 接収"},
	{typ: Seizure, rank: measure, stems: "回収 取り戻", with: "身代金の 身代金を 暗号資産を 仮想通貨を ビットコインを 資金を 資金の"},
	{typ: Seizure, rank: measure, stems: "を押さえた を押さえ、", with: "ドメイン サイト サーバ 資産"},
	{typ: Indictment, rank: measure, stems: "起訴", notAfter: "不", notBefore: "猶予 状によ 状では 状の 内容 ・不起訴 か不起訴 または不起訴 件数 率"},
	{typ: Indictment, rank: measure, stems: "送検", notBefore: "容疑"},
	{typ: Indictment, rank: measure, stems: "訴追 書類送検 刑事告発 容疑を通知 罪で告発 立件し 立件さ 刑事告訴 公訴を提起"},
	{typ: Arrest, rank: measure, stems: "逮捕", notBefore: "状 容疑 歴 権 術 件数 者数 率"},
	{typ: Arrest, rank: measure, stems: "検挙し 検挙さ 検挙。", notBefore: "件数 率"},
	{typ: Arrest, rank: measure, stems: "身柄を拘束 身柄を確保 身柄が拘束 が拘束され は拘束され で拘束 人を拘束 名を拘束 被告を拘束 容疑者を拘束 幹部を拘束 管理者を拘束 運営者を拘束 開発者を拘束 男を拘束 者を拘束 長を拘束 人物を拘束", notBefore: "力 条件 時間"},
	{typ: Sanction, rank: measure, stems: "制裁", with: "科 指定 発動 課 加え 実施 決定 決め 発表 追加 検討 制裁を受け 制裁した を制裁 に制裁 へ制裁 制裁を拡大",
		notBefore: "を解除 の解除 指定を解除 指定の解除 を緩和 の緩和 対象 の対象 関税 金 は適切 違反 逃れ 回避"},
	{typ: Sanction, rank: measure, stems: "によって指定 により指定 に指定さ に指定し を指定し を指定する 指定リストに 措置を講じ", with: "OFAC 外国資産管理 制裁"},
	{typ: Sanction, rank: measure, stems: "制裁対象に 制裁対象と 制裁の対象に 制裁の対象と", notBefore: "なっている なっていた なっており されている されていた"},
	{typ: Sanction, rank: measure, stems: "SDNリスト SDN_リスト 特別指定国民 エンティティー・リスト エンティティ・リスト エンティティーリスト エンティティリスト 禁輸リスト 制裁リスト 輸出規制リスト 輸出規制の対象 輸出規制対象 禁輸対象 禁輸の対象",
		with: "追加 加え 掲載 載せ 載っ 登録 指定"},
	{typ: Sanction, rank: measure, stems: "人を追放 名を追放 人の追放 人を国外", with: "外交官 大使館員 職員"},
	{typ: Takedown, rank: measure, stems: "壊滅", notBefore: "的 状態 させる恐れ", with: "ボット bot 作戦 集団 インフラ マルウェア マルウエア サーバ"},
	{typ: Sanction, rank: measure, stems: "国外退去 国外追放 資産凍結 資産を凍結 渡航禁止 入国禁止 取引を禁 入国を禁 渡航を禁 ビザの発給を制限 資産を差し止め 資産の凍結 国外へ追放 国外に追放 外交官を追放"},
	{typ: Advisory, rank: measure, stems: "勧告", notBefore: "によ では を受け に従"},
	{typ: Advisory, rank: measure, stems: "警告", notBefore: "を無視 にもかかわらず を受け 画面 表示 メッセージ となる"},
	{typ: Advisory, rank: measure, stems: "注意喚起 注意を促 アドバイザリ 注意を呼 警戒を呼 警戒を促 注意を求め 警戒を求め 緊急指令 警鐘を鳴ら 警戒情報を"},
	{typ: Advisory, rank: measure, stems: "呼びかけ 呼び掛け 求めてい", with: "注意 更新を 対策 警戒 確認を 適用"},
	{typ: Attribution, rank: measure, stems: "帰属 断定 非難 関与を指摘 関与が指摘 パブリックアトリビューション パブリック・アトリビューション に結びつけ 名指し によって実行された の仕業 " +
		"によると断定 によると特定 によると発表 によると公表 によるものと断定 によるものと特定 によるものと結論 によるものと判断 によるものだと と認定 の犯行 犯行と特定 " +
		"の傘下と の傘下だと 傘下にあると の一部門と 関与を断定 関与を公表 関連付け 関連づけ 結び付け 結びつけ 関連を指摘 犯行と断定 犯行と結論 犯行と判断 の犯行だと によると結論 によると判断 が実行したと断定 関与を認定 関与があったと 関与していると 背後に 関与を確認 関与が確認 関与したと確認 関与していたと 関与したと断定 関与したと結論 関与したと公表 関与したと発表"},
	{typ: Legal, rank: measure, stems: "提訴 令状 判決 有罪 裁判所命令 仮処分 差し止め 罪を認め 司法取引 国際手配 指名手配 引き渡され 引き渡し 引き渡した 身柄を移送 送還 " +
		"行政指導 行政処分 業務改善命令 改善命令 是正命令 家宅捜索 強制捜査 懲役 禁錮 和解 を訴え 出廷 初公判 公判が開 告発し 捜索し 召喚 民事訴訟 に提起 訴訟を起 訴訟を提 訴訟の提起 訴えを起こ 訴えの取り下げ 訴えを取り下げ 訴訟を取り下げ 評決 責任を認め 求刑 論告 宣告 控訴 上告 賠償を命 支払いを命 " +
		"大統領令に署名 捜査本部を設置 捜査を始め 捜査を開始 捜査に着手 捜査に乗り出 業務停止命令 刑を言い渡 処分を下 罰金を科 制裁金 課徴金 和解に合意 追起訴状 収監 敗訴 勝訴 棄却 実刑 無罪 罪状認否 起訴を取り下げ 立ち入り検査 立入検査 報告徴収 改善を命 是正を命 囚人交換 家宅を捜索 か所を捜索 カ所を捜索 箇所を捜索",
		notBefore: "期限 審 手続"},
	{typ: Vulnerability, rank: measure, stems: "カタログに", with: "追加 掲載"},
	{typ: Legal, rank: measure, stems: "法が成立 条約を採択 条約が採択 条約に署名 法が施行 法を公布 法律が成立 条例が成立", with: "サイバー 不正アクセス ハッキング セキュリティ ネットワーク 暗号資産 個人情報"},
	{typ: Legal, rank: measure, stems: "訴状", notAfter: "起"},
	{typ: Legal, rank: measure, stems: "承認を 許可を 承認が 期限を迎え", with: "裁判所 地裁 判事 令状 承認が期限 承認は期限", notBefore: "求め"},
	{typ: Legal, rank: measure, stems: "命令", with: "裁判所 地裁 判事 高裁", notAfter: "大統領", notBefore: "を実行 コマンド"},
	{typ: Legal, rank: measure, stems: "義務付け 義務づけ 義務化し 義務化さ", with: "報告 届け出 対策 通知 申告 開示 検査"},
	{typ: Legal, rank: measure, stems: "報奨金 懸賞金", with: "国務省 逮捕 有罪 情報に 情報提供 手配 幹部", notBefore: "制度 プログラム 目当て 稼ぎ"},
	{typ: Legal, rank: measure, stems: "失効", with: "命令 令状"},
	{typ: Statement, rank: measure, stems: "抗議 支持を表明 談話で支持"},
	{typ: Indictment, rank: measure, stems: "起訴日 起訴年月日 訴追日"},
	{typ: Arrest, rank: measure, stems: "逮捕日 逮捕年月日 検挙の日 検挙日"},
	{typ: Legal, rank: measure, stems: "判決日 判決言渡し日 宣告日"},

	// What attackers do.
	{typ: DDoS, rank: incident, notBefore: guard, stems: "DDoS攻撃 DoS攻撃 DDoS_攻撃 分散型サービス拒否 サービス妨害攻撃 ＤＤｏＳ攻撃"},
	{typ: DDoS, rank: incident, stems: "相次ぎダウン 相次いでダウン 次々とダウン 一時ダウン 一斉にダウン", with: "サイト ホームページ サービス"},
	{typ: Ransomware, rank: incident, notBefore: guard, stems: "に身代金ウイルス 身代金ウイルスに 身代金要求型ウイルスに 身代金要求型ウイルスの 身代金ウイルスの 身代金型ウイルスに 身代金要求型のウイルスに"},
	{typ: DDoS, rank: incident, stems: "アクセスが集中 アクセスが殺到 通信が集中 通信が殺到 大量の通信を送 大量のデータを送 大量のパケット 通信を送り付け 閲覧できな 閲覧しにく 表示されな 表示できな サイトがダウン サーバーがダウン 閲覧不能 つながりにく 接続しにく アクセスできな", with: "サイト ホームページ サーバ サービス システム ネットワーク"},
	{typ: Ransomware, rank: incident, notBefore: guard + " いを認 いについて いを否定 いを拒 ったことを認 ったと認 ったことを明", stems: "ランサムウェア攻撃 ランサムウエア攻撃 ランサムウェアに ランサムウエアに ランサムウェア感染 ランサムウエア感染 " +
		"ランサムウェアによる ランサムウエアによる ランサムウェアで攻撃 ランサムウエアで攻撃 ランサムウェアの被害 ランサムウエアの被害 ランサムウェア被害 ランサムウエア被害 " +
		"身代金を要求 身代金要求 脅迫文 脅迫状 身代金を支払 身代金を払 身代金の支払 二重恐喝 暗号化型ウイルス ランサムウェアが ランサムウエアが ランサムウェアにより ランサムウエアにより ランサムウェアを使 ランサムウェアを展開 ランサムウエアを展開"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "を暗号化 が暗号化", notAfter: "通信 保存時 ディスク", with: "ランサム 身代金 脅迫 復号 攻撃 侵入 何者か ハッカー 集団"},
	{typ: DataBreach, rank: incident, notBefore: guard, stems: "流出 漏えい 漏洩 漏れ 外部に送ら 外部へ送ら 外部に送信 外部へ送信 外部に転送 外部へ転送 社外に送 個人情報が閲覧 情報が閲覧され 情報が盗 データが盗 データを公開され 情報が公開され 外部に持ち出 外部へ持ち出"},
	{typ: Theft, rank: incident, notBefore: guard, stems: "だまし取 騙し取 不正に出金 不正出金 窃取 詐取 盗ん 盗み 盗ま 盗む事 盗難 不正に送信 不正に移 不正に持ち出 抜き取 奪っ 奪わ 不正に送金 不正送金 不正に引き出 持ち出 複製し 盗み出"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "侵入 不正アクセス 侵害 ハッキング サイバー攻撃 サイバー・スパイ サイバースパイ サイバーテロ 乗っ取 遠隔操作 標的型メール " +
		"マルウェアに感染 マルウエアに感染 ウイルスに感染 マルウェアがインストール シャットダウン 不正ログイン 感染を広げ 感染が広が 感染が拡大 感染が判明 感染が確認 " +
		"マルウェア感染 マルウエア感染 ウイルス感染 感染させ 感染したことが 感染し、 感染した。 感染が見つか 被害を受け 被害に遭 被害が出 被害が発生 " +
		"不審な通信 不審なアクセス 不正な通信 不正に接続 不正にアクセス 遠隔で操作 外部から操作 メールが届 メールが送ら 停電 拡散 に広が 悪用され 停止に追い込 サービスが停止 が使えなくな " +
		"仕込ま 仕掛けられ 改ざん 暗号化され 攻撃にさら 攻撃に見舞 攻撃に遭 攻撃を繰り返 攻撃を始め 攻撃を開始 攻撃が始ま 攻撃が発生 攻撃を確認 攻撃が確認 攻撃が相次 攻撃を受け 攻撃をうけ 攻撃を行 攻撃を仕掛け 攻撃した 攻撃が による攻撃 マルウェアを展開 マルウエアを展開 " +
		"メールを送信 メールが送信 メールを送り付け " +
		"標的型攻撃 フィッシング攻撃 フィッシングメール ゼロデイ攻撃 サプライチェーン攻撃 水飲み場攻撃 総当たり攻撃 不正プログラムが 不正プログラムを ウェブシェルを設置 バックドアを設置 バックドアが設置 踏み台に 悪意のあるコードが 混入さ " +
		"ファイルが削除 データが削除 設定が変更され 権限を取得 認証を回避 SMSが届 ショートメッセージが届 メッセージが届 権限を奪 アカウントを奪 アカウントが奪 書き換えられ 書き換えた 消去 展開され 送り込 植え付け を設置し が設置され 仕込ん " +
		"感染していた 端末が感染 端末に感染 台が感染 台に感染 に感染、 侵入を許 不正に閲覧 閲覧された可能性 閲覧された恐れ 脆弱性を突 脆弱性が突 横展開 内部に入り 入り込 潜入 なりすましメール 偽メール を装うメール を装ったメール"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "生産停止 出荷停止 操業停止 稼働停止 業務停止 サービス停止 システム停止 受け入れを止 受け入れを停止 診療を停止 診療が 出荷が滞 生産が止 欠航 運休 ダウンした 麻痺 システムを停止させ 業務を停止させ 操業を停止させ サービスを停止させ 生産を停止させ 通信を停止させ が止ま 途絶 寸断 通信障害 障害が起き 障害が相次 被害を訴 被害に気付 被害に気づ",
		notAfter: "販売 支援 降雨 雨 運転 エスカレーター エレベーター"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "障害が発生 システム障害 システムが停止 一斉に停止 操業を停止 稼働を停止 業務が停止 システムが止ま 工場が停止 操業が停止 " +
		"システムを破壊 システムが破壊 データを破壊 データが破壊 データを消去 まひ", with: "システム サーバ ネットワーク コンピュータ パソコン データ"},
	{typ: Intrusion, rank: incident, notBefore: guard + " させ を 命令 処分 期間 状態 措置 中", stems: "停止",
		notAfter: "を 販売 支援 運転 エスカレーター エレベーター 発行 執行 資格 出場 職務 免許 一時 活動 機能 更新 提供"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "使用不能 利用不能 使用できな 起動できな 起動しなく 操作不能 操作できな",
		with: "システム サーバ ネットワーク コンピュータ パソコン データ 端末 モデム ルーター 機器 電子カルテ"},
	{typ: Intrusion, rank: incident, notBefore: guard + " は を なし はな もな 届 額 状況 総", stems: "に被害 ウイルス被害 サイバー被害", notAfter: "台風 大雨 地震 火災 農作物"},
	{typ: Intrusion, rank: incident, notBefore: guard + " し な さ", stems: "が標的に も標的に"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "不正に操作 不正に変更 不正に改変 不正に書き換え"},
	{typ: Theft, rank: incident, notBefore: guard, stems: "が消失 を消失", with: "暗号資産 仮想通貨 ビットコイン イーサリアム"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "急速に拡大 急拡大 猛威を 世界で流行 で大流行 で流行 が流行 が急増 が爆発的", with: "マルウェア マルウエア ランサム ウイルス ワーム 感染が 攻撃が 被害が",
		notAfter: "インフルエンザ 感染症 風邪"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "標的にした 標的にし、 標的にしまし 標的とした 標的とし、 標的となった 標的になった 標的にされた 標的とされた を狙った を狙い、 が狙われ 狙い撃ち"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "に接触し に接触。 で接触し で接触。 に接近し に接近。", with: "SNS リンクトイン LinkedIn リンクドイン テレグラム WhatsApp 社員 従業員 技術者 偽 装い なりすま"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "への攻撃で への攻撃によ に対する攻撃で"},
	{typ: Ransomware, rank: incident, stems: "を支払った を支払い、 を支払う を払った", with: "身代金 ランサム 攻撃者に 犯人に", notBefore: "ことを認 と認 かどう よう"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "に届いた に届き、 届いた。", with: "かたるメール 騙るメール 装うメール 装ったメール 不審なメール 偽メール なりすま 偽のメール"},
	{typ: DataBreach, rank: incident, notBefore: guard, stems: "売りに出さ 売り出さ が販売され が出品され", with: "データ 情報 アカウント パスワード 名簿"},
	{typ: Campaign, rank: incident, notBefore: guard, stems: "活動を始め 活動を開始 活動が始ま 活動を再開 活動が再開 活動が活発化", notAfter: "募金 捜査 営業 支援 救助 選挙 啓発 清掃 救援 復旧 販売 ボランティア 就職 監視 広報 委員会の"},
	{typ: Other, rank: incident, notBefore: guard, stems: "契約", with: "サーバーを サーバを ドメインを"},
	{typ: Other, rank: incident, notBefore: guard, stems: "出所を隠 資金洗浄し 資金を洗浄 洗浄した 譲り渡 暗号資産に換え 販売してい"},

	// What goes on.
	{typ: Campaign, rank: period, stems: "活動 標的 追跡 被害が確認 インフラを提供 キャンペーン 試み 攻撃 続け 続い 観測 狙 対象に 使っ 使われ 使用 用い 届い 送ら 送付 送信 配布 感染を特定 感染を確認 感染が続 開発が 潜伏 収集 盗"},

	// What is said of it.
	{typ: Disclosure, rank: reporting, notBefore: nominal, stems: "公表 公開 開示 発見 検知 特定し 見つか 見つけ 発覚 暴露 突き止め 検出 露見 露呈"},
	{typ: Disclosure, rank: reporting, stems: "への掲載 掲載され に掲載 掲載して", with: "リークサイト ダークウェブ 闇サイト"},
	{typ: Disclosure, rank: reporting, stems: "明らかにし 明らかにさ 明らかになっ 判明 分かった わかった 名付け 命名 再び出現 出現し 浮上し 公にさ 公になっ 表面化し 掲載を確認 していることを確認 していたことを確認"},
	{typ: Statement, rank: reporting, notBefore: nominal, stems: "発表 表明"},
	{typ: Statement, rank: reporting, stems: "共同署名 署名に加わ", with: "文書 アドバイザリ 勧告 声明 ガイダンス ガイドライン"},
	{typ: Statement, rank: reporting, stems: "を認めた を認める を認めま で証言 と証言 に証言 証言した 証言に立", notAfter: "保釈 請求 移送 申請 例外 設置 利用 使用 参加 権利 効力 許可 採用 導入 要求 訴え 主張 上場 合併 買収"},
	{typ: Statement, rank: reporting, stems: "述べ 反論 声明を 声明文を 談話を 会見し 会見で 見解を発表 見解を示 認識を示 見方を示 考えを示 反発 批判し 犯行を認め 陳謝 謝罪し が謝罪 を謝罪 が記者会見 が会見"},
	{typ: Disclosure, rank: reporting, stems: "お知らせいたし お知らせし"},
	{typ: Notification, rank: reporting, notBefore: nominal, stems: "通知 届け出 届出 情報を提供 情報提供し 被害届 被害を届け 相談 調査を依頼 連絡し 連絡を受け 連絡があ 通報 報告を受け 提供を受け 情報提供を受け に通報 情報を共有 報告があ 被害を申告"},
	{typ: Notification, rank: reporting, stems: "に報告 へ報告", notBefore: "書 会 義務 期限 先 対象 内容"},
	{typ: Notification, rank: reporting, stems: "速報を 確報を", with: "委員会に 委員会へ"},
	{typ: Report, rank: reporting, notBefore: nominal, stems: "報道 指摘"},
	{typ: Report, rank: reporting, stems: "報じ 伝え 報告書 報告し 解析し 詳報し"},
	{typ: Vulnerability, rank: reporting, stems: "修正 パッチ 更新プログラム 悪用 回避策を カタログに追加", with: "脆弱性 CVE"},
}

const (
	// guard makes of an incident what is done about such things, or who does them.
	guard = "対策 防止 検知 経路 手法 手口 ツール テスト 能力 機能 リスク キャンペーン サービス グループ 集団 者 組織 への対 に備え に対抗 を防 から守 後 に使 に用い に利用 禁止法 の疑い 容疑 保険 罪 事業"
	// ours are what those who were hit stop themselves.
	ours = "配信 業務 サービス 操業 稼働 運転 利用 販売 受注 取引 提供 システム ネットワーク サーバー サーバ サイト 機能"
	// cutsOff stand before what those who were hit do: they cut themselves off.
	cutsOff = "ネットワークを ネットワークから 通信を 外部から 外部との接続を 社内から インターネットから インターネットとの接続を 接続を 回線を システムを システムの 一時 サービスを一時 サイトを一時"
	// nominal makes of a verb of reporting a noun.
	nominal = "官 機関 関係 陣 各社 者 日 元 によ では は が した声明の中 された声明の中 の"
)

// triggers returns the triggers of a family.
func (f family) triggers() []trigger {
	model := trigger{typ: f.typ, rank: f.rank, notAfter: list(f.notAfter), notBefore: table(f.notBefore), with: table(f.with)}
	var out []trigger
	for _, stem := range list(f.stems) {
		t := model
		t.stem = stem
		out = append(out, t)
	}
	return out
}

// list returns the words of a list of a family.
func list(ws string) []string {
	out := strings.Fields(ws)
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], "_", " ")
	}
	return out
}

// table returns them as a table, nil for none.
func table(ws string) *morph.WordTable {
	if ws == "" {
		return nil
	}
	return words(list(ws)...)
}

func words(ws ...string) *morph.WordTable { return morph.NewWordTable(ws) }
