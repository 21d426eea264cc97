package event

// incidents are the families of what attackers do.
var incidents = []family{
	{typ: DDoS, rank: incident, notBefore: guard, stems: "DDoS攻撃 DoS攻撃 DDoS_攻撃 分散型サービス拒否 サービス妨害攻撃 ＤＤｏＳ攻撃"},
	{typ: DDoS, rank: incident, notBefore: guard, stems: "閲覧障害 接続障害", with: "サイト ホームページ HP ＨＰ ポータル"},
	{typ: DDoS, rank: incident, stems: "相次ぎダウン 相次いでダウン 次々とダウン 一時ダウン 一斉にダウン", with: "サイト ホームページ HP ＨＰ ポータル サービス"},
	{typ: Ransomware, rank: incident, notBefore: guard, stems: "に身代金ウイルス 身代金ウイルスに 身代金要求型ウイルスに 身代金要求型ウイルスの 身代金ウイルスの 身代金型ウイルスに 身代金要求型のウイルスに"},
	{typ: DDoS, rank: incident, stems: "アクセスが集中 アクセスが殺到 通信が集中 通信が殺到 大量の通信を送 大量のデータを送 大量のパケット 通信を送り付け 閲覧できな 閲覧しにく 表示されな 表示できな サイトがダウン サーバーがダウン 閲覧不能 つながりにく 接続しにく アクセスできな", with: "サイト ホームページ HP ＨＰ ポータル サーバ サービス システム ネットワーク"},
	{typ: Ransomware, rank: incident, notBefore: guard + " いを認 いについて いを否定 いを拒 ったことを認 ったと認 ったことを明", stems: "ランサムウェア攻撃 ランサムウエア攻撃 ランサムウェアに ランサムウエアに ランサムウェア感染 ランサムウエア感染 " +
		"ランサムウェアによる ランサムウエアによる ランサムウェアで攻撃 ランサムウエアで攻撃 ランサムウェアの被害 ランサムウエアの被害 ランサムウェア被害 ランサムウエア被害 " +
		"身代金を要求 身代金要求 脅迫文 脅迫状 身代金を支払 身代金を払 身代金の支払 二重恐喝 暗号化型ウイルス ランサムウェアが ランサムウエアが ランサムウェアにより ランサムウエアにより ランサムウェアを使 ランサムウェアを展開 ランサムウエアを展開"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "を暗号化 が暗号化", notAfter: "通信 保存時 ディスク", with: "ランサム 身代金 脅迫 復号 攻撃 侵入 何者か ハッカー 集団 た罪"},
	{typ: DataBreach, rank: incident, notBefore: guard, stems: "流出 漏えい 漏洩 漏れ 外部に送ら 外部へ送ら 外部に送信 外部へ送信 外部に転送 外部へ転送 社外に送 個人情報が閲覧 情報が閲覧され 情報が盗 データが盗 データを公開され 情報が公開され 外部に持ち出 外部へ持ち出"},
	{typ: DataBreach, rank: incident, stems: "外部に公開され 外部へ公開され ネット上に公開され ネットに公開され", of: "図面 個人情報 顧客情報 データ 文書 ファイル 資料 名簿 メール 設計"},
	{typ: Ransomware, rank: incident, stems: "交渉を促す連絡 交渉を求める連絡 交渉を求めるメール 交渉を促すメール 交渉を迫るメール 交渉に応じるよう", with: "攻撃者 犯人 集団 名乗 称"},
	{typ: Theft, rank: incident, notBefore: guard, stems: "だまし取 騙し取 不正に出金 不正出金 窃取 詐取 盗ん 盗み 盗ま 盗む事 盗難 不正に送信 不正に移 不正に持ち出 抜き取 奪っ 奪わ 奪取 不正に送金 不正送金 不正に引き出 持ち出 複製し 盗み出"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "侵入 不正アクセス 侵害 ハッキング サイバー攻撃 サイバー・スパイ サイバースパイ サイバーテロ 乗っ取 遠隔操作 標的型メール " +
		"マルウェアに感染 マルウエアに感染 ウイルスに感染 マルウェアがインストール シャットダウン 不正ログイン 感染を広げ 感染が広が 感染が拡大 感染が判明 感染が確認 " +
		"マルウェア感染 マルウエア感染 ウイルス感染 感染させ 感染したことが 感染し、 感染した。 感染が見つか 被害を受け 被害に遭 被害が出 被害が発生 " +
		"不審な通信 不審なアクセス 不正な通信 不正に接続 不正にアクセス 遠隔で操作 外部から操作 メールが届 メールが送ら 停電 拡散 に広が 悪用され 停止に追い込 サービスが停止 が使えなくな " +
		"仕込ま 仕掛けられ 改ざん 暗号化され 攻撃にさら 攻撃に見舞 攻撃に遭 攻撃を繰り返 攻撃を始め 攻撃を開始 攻撃が始ま 攻撃が発生 攻撃を確認 攻撃が確認 攻撃が相次 攻撃を受け 攻撃をうけ 攻撃を行 攻撃を仕掛け 攻撃した 攻撃が による攻撃 マルウェアを展開 マルウエアを展開 " +
		"メールを送信 メールが送信 メールを送り付け " +
		"標的型攻撃 フィッシング攻撃 フィッシングメール ゼロデイ攻撃 サプライチェーン攻撃 水飲み場攻撃 総当たり攻撃 不正プログラムが 不正プログラムを ウェブシェルを設置 バックドアを設置 バックドアが設置 踏み台に 悪意のあるコードが 混入さ " +
		"ファイルが削除 データが削除 設定が変更され 権限を取得 認証を回避 SMSが届 ショートメッセージが届 メッセージが届 権限を奪 アカウントを奪 アカウントが奪 書き換えられ 書き換えた 消去 展開され 送り込 植え付け 仕込ん " +
		"感染していた 端末が感染 端末に感染 台が感染 台に感染 に感染、 侵入を許 不正に閲覧 閲覧された可能性 閲覧された恐れ 脆弱性を突 脆弱性が突 横展開 内部に入り 入り込 潜入 なりすましメール 偽メール を装うメール を装ったメール"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "生産停止 出荷停止 操業停止 稼働停止 業務停止 サービス停止 システム停止 受け入れを止 受け入れを停止 診療を停止 診療が 出荷が滞 生産が止 欠航 運休 ダウンした 麻痺 システムを停止させ 業務を停止させ 操業を停止させ サービスを停止させ 生産を停止させ 通信を停止させ が止ま が途絶 は途絶 寸断 通信障害 障害が起き 障害が相次 被害を訴 被害に気付 被害に気づ",
		notAfter: "協力 連携 対話 交流 交渉 国交 往来 販売 支援 降雨 雨 運転 エスカレーター エレベーター 観測 活動 連絡 消息 足取り"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "障害が発生 システム障害 システムが停止 一斉に停止 操業を停止 稼働を停止 業務が停止 システムが止ま 工場が停止 操業が停止 " +
		"システムを破壊 システムが破壊 データを破壊 データが破壊 データを消去 まひ", with: "システム サーバ ネットワーク コンピュータ パソコン データ"},
	{typ: Intrusion, rank: incident, notBefore: guard + " させ を 命令 処分 期間 状態 措置 中", stems: "停止",
		notAfter: "を 販売 支援 運転 エスカレーター エレベーター 発行 執行 資格 出場 職務 免許 一時 活動 機能 更新 提供 引き続き 引続き"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "が止められ を止められ 開けない事象 ファイルが開けな ファイルを開けな 使用不能 利用不能 使用できな 起動できな 起動しなく 操作不能 操作できな",
		with: "システム サーバ ネットワーク コンピュータ パソコン データ 端末 モデム ルーター 機器 電子カルテ ファイル"},
	{typ: Intrusion, rank: incident, notBefore: guard + " は を なし はな もな 届 額 状況 総 の届 の申告 の報告 の相談", stems: "に被害 ウイルス被害 サイバー被害", notAfter: "台風 大雨 地震 火災 農作物"},
	{typ: Intrusion, rank: incident, notBefore: guard + " し な さ", stems: "が標的に も標的に"},
	{typ: Other, rank: incident, stems: "対策本部を設置 対策本部を設け 対策本部が設置 本部を設置 委員会を設置 窓口を設置 相談窓口を設け 専用窓口を"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "を設置し が設置され", notAfter: "本部 窓口 委員会 会議 チーム 部署 センター 拠点 組織 室"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "不正に操作 不正に変更 不正に改変 不正に書き換え"},
	{typ: Theft, rank: incident, notBefore: guard, stems: "が消失 を消失", with: "暗号資産 仮想通貨 ビットコイン イーサリアム"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "急速に拡大 急拡大 猛威 世界で流行 で大流行 で流行 が流行 が急増 が爆発的", with: "マルウェア マルウエア ランサム ウイルス ワーム 感染が 攻撃が 被害が",
		notAfter: "インフルエンザ 感染症 風邪"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "標的にした 標的にし、 標的にしまし 標的とした 標的とし、 標的となった 標的になった 標的にされた 標的とされた を狙った を狙い、 が狙われ 狙い撃ち"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "接触を確認 接触が確認 による接触 に接触し に接触。 で接触し で接触。 に接近し に接近。", with: "SNS リンクトイン LinkedIn リンクドイン テレグラム WhatsApp 社員 従業員 技術者 偽 装い なりすま"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "」を開始 』を開始 」を展開 』を展開 」を始め 』を始め 」を仕掛け 』を仕掛け", of: "攻撃「 攻撃『 攻撃活動「 攻撃作戦「 攻撃キャンペーン「 キャンペーン「", notAfter: "募金 販促"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "への攻撃で への攻撃によ に対する攻撃で"},
	{typ: Intrusion, rank: incident, stems: "への攻撃についても への攻撃や への攻撃に関わ への攻撃にも関わ への攻撃に関与 への攻撃にも関与 への攻撃に加わ への攻撃を主導 への攻撃を指揮 への攻撃も主導", notAfter: "ウクライナ ロシア イスラエル イラン ガザ 本土 領土 都市 市民"},
	{typ: Ransomware, rank: incident, stems: "を支払った を支払い、 を支払う を払った", with: "身代金 ランサム 攻撃者に 犯人に", notBefore: "ことを認 と認 かどう よう"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "に届いた に届き、 届いた。", with: "かたるメール 騙るメール 装うメール 装ったメール 不審なメール 偽メール なりすま 偽のメール"},
	{typ: DataBreach, rank: incident, notBefore: guard, stems: "売りに出さ 売り出さ が販売され が出品され", with: "データ 情報 アカウント パスワード 名簿"},
	{typ: Campaign, rank: incident, notBefore: guard, stems: "動き出し 動きだし 動き始め 活動を始め 活動を開始 活動が始ま 活動を再開 活動が再開 活動の再開 活動が活発化", notAfter: "募金 捜査 営業 支援 救助 選挙 啓発 清掃 救援 復旧 販売 ボランティア 就職 監視 広報 委員会の"},
	{typ: Campaign, rank: incident, notBefore: guard, stems: "結成さ 結成し", with: "集団 グループ 組織 ハッカー 一味"},
	{typ: Other, rank: incident, notBefore: guard, stems: "契約", with: "サーバーを サーバを ドメインを"},
	{typ: Other, rank: incident, notBefore: guard, stems: "出所を隠 資金洗浄し 資金を洗浄 洗浄した 譲り渡 暗号資産に換え 販売してい"},
	{typ: Intrusion, rank: incident, notBefore: guard + " する目的", stems: "足場を築 足場を固 足場を確保 足掛かりを 足がかりを 初期アクセスを 不正なアクセス 第三者がアクセス 何者かがアクセス ハックされ ハックし 妥協させ 妥協され 不正利用され 不正に利用され 不正使用され 悪用して入 " +
		"コードが埋め込 コードを埋め込 スクリプトが埋め込 紛れ込 送り込ん 盗み見 盗聴され 盗聴し 傍受され を傍受し 不正にログイン 外部からログイン でログインされ 添付ファイルを開 リンクをクリック データが消え データが失われ が消去され 作動し、 発動し、データ 侵入した形跡 侵入の形跡 侵入の痕跡 侵入を受け 攻撃され 攻撃に悪用 なりすまし被害 システムを破ら システムが破ら 防御を破 が破られ によって暗号化 により暗号化 台が暗号化 台を暗号化 電子カルテが開けな 襲われ 乗っ取りの被害が急増 被害が急増 " +
		"送水を止 送電を止 供給を止 運行を止 操業を止 生産を止 稼働が止 サイトが落 サイトが止 業務が止 機能が止 システムがダウン サーバーがダウン サイトがダウン 使えない状態 利用できない状態 システムに不具合 業務に支障 サービスに支障 診療に支障 接続を確立 外部と通信 指令サーバーと通信 通信していた 遠隔操作を 遠隔から操作"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "が導入され をインストール がインストール を植え付 を送り込", with: "マルウェア マルウエア バックドア ウイルス スパイウェア"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "着信", notAfter: "電話 電話の 電話に 不在"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "偵察", notAfter: "軍事 航空 敵情", with: "ネットワーク システム サーバ 内部 社内 攻撃者 ハッカー 集団"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "まひ マヒ 機能不全 ダウン。 ダウン、 がダウン", with: "業務 銀行 サービス サイト 病院 決済 交通 窓口 送電 通信 インフラ 空港 鉄道 機関"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "に展開し に展開され に配備し に投下し", of: "システム 端末 サーバ ネットワーク 機器 網 パソコン"},
	{typ: Intrusion, rank: incident, notBefore: guard, stems: "た攻撃を た攻撃が た攻撃で た攻撃に た攻撃は", of: "受け 行 起き 発生し あっ 仕掛け 狙っ 見舞 始まっ"},
	{typ: Intrusion, rank: incident, notBefore: guard + " 中", stems: "を展開し を展開。 を配備し を投下し を実行し を仕掛け を忍ばせ を混入 を植え付け を注入", of: "マルウェア マルウエア マルウェアを ウイルス バックドア ワイパー ウェブシェル スパイウェア プログラム ツール コード ランサム システムに 端末に サーバーに サーバに 網に"},
	{typ: DataBreach, rank: incident, notBefore: guard, stems: "が暴露され を暴露し が投稿され が掲載され を掲載し をリークし がリークされ の手に渡 が渡った が漏出 漏出し が流れ出 閲覧可能な状態 閲覧できる状態 がコピーされ がダウンロードされ をダウンロードし が抜かれ が引き出され が収集され を販売し が売買され を公開し が公開され がさらされ をさらし が開示され",
		of: data, with: "流出 漏 盗 ハッカー 攻撃 集団 暴露 リーク ダークウェブ 闇 不正 脅 侵入 第三者 外部", notAfter: "分析を 報告書を 結果を 手口を 詳細を 技術情報を 資料を 文書を 勧告を レポートを 手順を"},
	{typ: DataBreach, rank: incident, notBefore: guard, stems: "ダークウェブ上で見つか ダークウェブで見つか 闇サイトで見つか ダークウェブ上で確認 ダークウェブで確認"},
	{typ: Theft, rank: incident, notBefore: guard, stems: "が送金され を送金し が引き出され を引き出し が抜かれ を抜い を持ち去 が持ち去 が移され を移し が移動され が消え を失っ を失い 不正流出 をかすめ取 を巻き上げ をだまし取 を換金 を横取り", of: money, notAfter: "信頼を 職を 命を 目を 力を"},
	{typ: DDoS, rank: incident, notBefore: guard, stems: "DDoSを DDoSで DDoSに DDoSの DDoSとみられ 接続不能 大量のデータが送 大量のアクセスが 大量のアクセスを 大量の通信が 大量の通信を 過剰な負荷を 負荷をかける攻撃 アクセスを集中 アクセスしづら アクセスしにく 閲覧しづら 見られなくな 見られない状態 見づらくな 開けなくな 開けない状態 接続しづら つながりづら つながらな 接続できな 繋がりにく 閲覧不可", with: "サイト ホームページ HP ＨＰ ポータル サーバ サービス システム ネットワーク DDoS",
		notAfter: "ファイルサーバへ ファイルサーバに ファイルサーバーへ ファイルサーバーに フォルダに フォルダへ 社内システムに 社内システムへ 基幹システムに 基幹システムへ 業務システムに 業務システムへ"},
	{typ: Ransomware, rank: incident, notBefore: guard + " いを認 いについて いを否定", stems: "ランサム攻撃 ランサム被害 ランサムに 身代金要求型ウイルス 身代金要求型ウィルス 身代金要求型の 脅迫型ウイルス 身代金を求め 身代金目的 恐喝され 脅迫メッセージ ランサムノート"},
	{typ: Ransomware, rank: incident, stems: "犯行を主張し", with: "ランサム 身代金 リークサイト 暗号化 要求"},
}
