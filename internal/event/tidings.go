package event

// tidings are the families of what goes on and of what is said of it.
var tidings = []family{
	// What goes on.
	{typ: Campaign, rank: period, stems: "活動 増え 増加 急増 標的 追跡 被害が確認 被害も確認 被害が見つか 通信が確認 通信も確認 インフラを提供 キャンペーン 試み 攻撃 続け 続い 観測 狙 対象に 使っ 使われ 使用 用い 届い 送ら 送付 送信 配布 感染を特定 感染を確認 感染が続 開発が 潜伏 収集 盗", notBefore: "グループ 集団 組織 者 元 が途絶 は途絶 の終了 終了 を終 の停止を の休止 の終結"},

	// What is said of it.
	{typ: Campaign, rank: period, stems: "を把握 を把握し 件把握 数把握 件確認 件を確認 件が確認 件発生 件が発生 件に上 件に達 組織に上 組織に及 被害は 被害が相次 事案が相次 事件が相次 攻撃が続発 被害が続発", with: "被害 攻撃 感染 侵入 ランサム"},
	{typ: Campaign, rank: period, stems: "を悪用し が悪用さ", with: "脆弱性 CVE ゼロデイ"},
	{typ: Campaign, rank: period, stems: "関心が 暗躍 動きが 従事 身代金を得 身代金を受け取 身代金を集め 報酬を得 利益を得 資金を得 利益をもたら 収益をもたら 資金をもたら 外貨をもたら 現金に変換 現金に換 現金化 を稼 受注 請け負"},

	{typ: Disclosure, rank: reporting, notBefore: nominal, stems: "公表 公開 開示 発見 検知 特定し 見つか 見つけ 発覚 暴露 突き止め 検出 露見 露呈"},
	{typ: Disclosure, rank: reporting, stems: "への掲載 掲載され に掲載 掲載して 名が掲げ 名を掲げ 名前が掲げ 社名が載 名が載 名前が載 名前が挙が 社名が挙が", with: "リークサイト ダークウェブ 闇サイト"},
	{typ: Disclosure, rank: reporting, stems: "明らかにし 明らかにさ 明らかになっ 判明 分かった わかった 名付け 命名 初めて確認さ 初めて観測さ 再び出現 浮上し 公にさ 公になっ 表面化し 掲載を確認 していることを確認 していたことを確認"},
	{typ: Campaign, rank: reporting, stems: "出現し 登場し として現れ が現れた が現れ、 が出現", of: "ボット マルウェア マルウエア ウイルス ワーム ランサム 集団 グループ 攻撃者 アクター 変種 亜種"},
	{typ: Disclosure, rank: reporting, stems: "出現し"},
	{typ: Disclosure, rank: reporting, notBefore: nominal, stems: "発表"},
	{typ: Statement, rank: reporting, notBefore: nominal, stems: "表明"},
	{typ: Statement, rank: reporting, stems: "を認めた を認める を認めま 公に認め で証言 と証言 に証言 証言した 証言に立", notAfter: "保釈 請求 移送 申請 例外 設置 利用 使用 参加 権利 効力 許可 採用 導入 要求 訴え 主張 上場 合併 買収"},
	{typ: Statement, rank: reporting, stems: "述べ 反論 声明を 声明文を 談話を 会見し 会見で 見解を発表 見解を示 認識を示 見方を示 考えを示 反発 批判し 犯行を認め 陳謝 謝罪し が謝罪 を謝罪 が記者会見 が会見"},
	{typ: Disclosure, rank: reporting, stems: "お知らせいたし お知らせし"},
	{typ: Notification, rank: reporting, notBefore: nominal, stems: "通知 届け出 届出 情報を提供 情報提供し 被害届 被害を届け 相談 調査を依頼 連絡し 連絡を受け 連絡があ 通報 報告を受け 提供を受け 情報提供を受け に通報 報告があ 被害を申告 被害の届け出があ 被害の届け出を からの連絡で からの連絡だ からの連絡でし からの通報で からの指摘で からの通知で からの情報提供で からの問い合わせで から警告を受け から指摘を受け"},
	{typ: Notification, rank: reporting, stems: "情報を共有", notBefore: "する でき し合う しあう するため すること"},
	{typ: Notification, rank: reporting, stems: "に報告 へ報告", notBefore: "徴 書 会 義務 期限 先 対象 内容"},
	{typ: Notification, rank: reporting, stems: "速報を 確報を", with: "委員会に 委員会へ"},
	{typ: Report, rank: reporting, notBefore: nominal + " で知", stems: "報道 指摘"},
	{typ: Report, rank: reporting, stems: "報じ 伝え 報告書 報告し 解析し 詳報し と報告"},
	{typ: Vulnerability, rank: reporting, stems: "修正 パッチ 更新プログラム 悪用 回避策を カタログに追加", with: "脆弱性 CVE"},
	{typ: Statement, rank: reporting, stems: "と語っ と話し と話す と説明し と強調し とコメント と答弁 と主張し と明言 と断言 と発言し と釈明 と書き込 と投稿し と訴え と回答 と応じ と指弾 と表明 と釈明 と明かし と弁明 と一蹴 と切り捨て と突っぱね 関与を否定 疑惑を否定 犯行を主張 犯行を示唆 関与を示唆 犯行声明 実行を認 攻撃を認 連帯を表明 支持を表明 懸念を表明 遺憾の意 不快感を示 姿勢を示 コメントを出 コメントを発 コメントを公 犯行を自認 犯行を誇示 犯行を宣言 終了を告げ 終了を宣言 停止を宣言 解散を宣言 解散を告げ 引退を宣言 引退を告げ"},
	{typ: Disclosure, rank: reporting, stems: "明るみに 表沙汰に 存在を確認 検体を確認 検体が投稿 検体が登録 検体がアップロード 検体が提出 新種を確認 を把握し に気付い に気づい 暴かれ を突きとめ"},
	{typ: Notification, rank: reporting, stems: "情報提供を行 情報提供をし 第一報を の第一報 第一報があ 第一報が入 第1報があ 第1報が入 第1報を行 速報を行 共有済 連絡が届 連絡が入 連絡が来 警告が届 情報提供。 情報提供、 情報提供があ 個別に連絡 個別連絡 連絡を開始 連絡を始 通知を開始 通知を始 知らせを受け を知らせ に伝達 通報があ 通報を受け 届けを出 届を出 届を提出 報告を行 報告を提出 被害の申告", notBefore: "る る画面 る表示"},
	{typ: Notification, rank: reporting, stems: "調査を依頼 調査を委託 支援を要請 専門家に相談", notBefore: "依"},
	{typ: Report, rank: reporting, stems: "を報告", notBefore: "書 会 義務 期限 先 対象 内容 する すべ"},
	{typ: Report, rank: reporting, stems: "提言をまとめ 報告をまとめ 報告書をまとめ 調査結果をまとめ 白書を 論文を 論文で ホワイトペーパーを 続報を 詳細を説明 詳細を解説 分析結果を レポートを 報告書を 解析結果を 調査報告を 最終報告を 中間報告を", notBefore: "受け"},
	{typ: Vulnerability, rank: reporting, stems: "修正版 アップデートを アップデートが 更新版 対策版 パッチが 改修 を塞い をふさい を解消し", with: "脆弱性 CVE ゼロデイ 不具合 欠陥"},
	{typ: Vulnerability, rank: reporting, stems: "脆弱性を公表 脆弱性が公表 脆弱性を公開 脆弱性が公開 脆弱性を発見 脆弱性が発見 脆弱性が見つか 脆弱性を見つけ 脆弱性が判明 脆弱性が発覚 脆弱性が明らかに 脆弱性を明らかに 脆弱性の悪用を 脆弱性の悪用が 脆弱性が報告 脆弱性を報告 脆弱性が確認 " +
		"脆弱性情報を 脆弱性情報が 脆弱性の存在 脆弱性の詳細 脆弱性カタログに ゼロデイが ゼロデイを見つけ ゼロデイを公 欠陥を公表 欠陥が見つか 欠陥が公表"},
	{typ: Vulnerability, rank: reporting, stems: "）を公表 ）が公表 ）を公開 ）が公開 ）が見つか ）を発見 ）が発見 )を公表 )が公表 )を公開 )が公開 )が見つか )を発見 )が発見", of: "脆弱性（ 脆弱性( 脆弱性「"},
	{typ: Vulnerability, rank: reporting, stems: "修正プログラムを 修正プログラムが 修正プログラム提供 更新プログラムを 更新プログラムが セキュリティー更新 セキュリティ更新 パッチを公開 パッチを提供 パッチを配布 パッチがリリース パッチをリリース 緊急リリース", notBefore: "適用 当て"},
}
