package event

const (
	// assets are what the police take and courts let them keep.
	assets = "ドメイン サイト サーバ 資産 暗号資産 仮想通貨 ビットコイン ドル 円 ユーロ ポンド 身代金 資金 運営権 管理権 パソコン 端末 携帯電話 スマートフォン 証拠 点 台 現金 高級車 車 インフラ 基盤"
	// papers are what researchers and authorities write, and speeches what is said aloud.
	papers   = "報告 レポート 統計 白書 論文 ブログ 調査 分析 推計 集計 結果 技術文書 技術資料 評価 検証 年鑑 ホワイトペーパー 解説 続報 詳細 手口 痕跡 指標"
	speeches = "声明 談話 コメント 見解 抗議 謝罪 会見 演説 遺憾 懸念 認識 考え 姿勢 立場 見方"
	// warnings are what authorities send to all whom it may concern, and cares what they ask of them.
	warnings = "注意 警戒 警報 警告 勧告 緊急の 緊急文書 手引 指針 ガイド 事務連絡 通達 アラート アドバイザリ 助言 推奨 対策をまと 備え"
	cares    = "注意 警戒 備え 対応 対策 点検 確認 更新 適用 用心 見直 強化 変更 使うよう 徹底 至急 速やか 早急 認証 利用者 事業者 企業に 各社に 機関に 監視 遮断 停止 無効 廃棄 交換 講じ 設定 防御 慎重 暗号化"
	// recipients are who is told: authorities, and those whom it concerns. A thing is told to them, not done.
	recipients = "委員会に 委員会へ 当局に 当局へ 当局にも 警察に 警察へ 警察にも 県警に 県警へ 警視庁に 府警に 省に 省へ 庁に 庁へ 局に 議会に 議会へ 証券取引委 会員に 顧客に 利用者に お客様に 取引先に 患者に 本人に 対象者 社員に 全員に 関係者に 関係先に 被害者に 被害企業に 速報 確報 一報 第一報 第1報 被害届 被害を 者に 社に 組織に 企業に"
	// flaws are what programs have, and what mends them.
	flaws = "脆弱性 欠陥 弱点 パッチ 更新プログラム 修正プログラム 修正版 ゼロデイ 不具合 CVE 対策版 アップデート 穴を"
	// records are what is lost of those who were hit.
	records = data + " データ 個人情報 設計 住所 口座番号 内容 スクリーンショット 画像"
	// secrets let an attacker in.
	secrets = "権限 認証情報 パスワード 秘密鍵 暗号鍵 クッキー トークン 資格情報 アカウントの"
	// courts are who decides what is law.
	courts = "裁判所 地裁 高裁 最高裁 判事 裁判長 陪審 裁判官 控訴院 法廷"
	// regulators are who supervises.
	regulators = "委員会 コミッショナー 監督 金融庁 総務省 財務局 規制当局 保護局 当局 厚労省 経産省 FTC SEC"
	// goods are what sanctions and lists of them are about.
	curbs = "制裁 制限措置 制限的措置 禁輸 取引制限 輸出規制 取引禁止 ブラックリスト 渡航禁止 入国禁止 資産凍結 エンティティ 特別指定"
	// inside is where an intruder moves.
	inside = "社内 内部 ネットワーク システム サーバ 端末 網 パソコン 機器 アカウント 口座 メール 装置 ルータ クラウド 省内 庁内 校内 院内"
	// lures are what an attacker sends.
	lures = "メール 招待状 添付 リンク ショートメッセージ SMS メッセージ 偽の なりすま 求人 QRコード USB"
	// weapons are what an attacker works with.
	weapons = "マルウェア マルウエア ウイルス 裏口 バックドア 不正プログラム 不正なプログラム 不正な スパイウェア ワイパー ランサム コード 偽 悪意 細工 スクリプト ツール ウェブシェル"
	// pages are what a flood keeps people from.
	pages = "サイト ホームページ HP ＨＰ アクセス 通信 負荷 リクエスト パケット トラフィック 予約ページ ポータル"
	// reporters are words by which those who were hit tell the police, and do not act as such.
	reporters = "被害を申告 被害の申告 被害を届け 被害届 警察署へ 警察署に 警察に相談 警察へ相談 警察に通報 警察へ通報 警察に届 警察へ届 県警に相談 府警に相談 警視庁に相談 県警に通報 警視庁に通報"
	// forgeries are what an intruder puts on the pages of others.
	forgeries = "偽の記事 偽記事 偽のニュース 偽ニュース 虚偽の記事 虚偽のニュース 虚偽の投稿 偽の投稿 偽の速報 虚偽の速報 うその記事 うそのニュース ニセの記事 偽の緊急速報"
	// foes are nets that only attackers have.
	foes = "ボット 指令 C2 闇市場 闇サイト リークサイト 集団の 集団が 一味 マルウェア マルウエア 詐欺サイト 偽サイト 偽アカウント アカウント 犯罪 攻撃者 不正な ハッカー"
)

// deeds are in order: of those of one verb the first counts that stands as it wants.
var deeds = []frame{
	{typ: Vulnerability, bases: "直す 修正 塞ぐ ふさぐ 対処 解消 公開 公表 出す 提供 配布 配信 配る 加える 追加 見つかる 見つける 発見 発覚 判明 改修 リリース 掲載 載せる 登録 悪用", of: flaws, not: "情報が 報告書 調査 被害"},

	{typ: Arrest, bases: "逮捕 検挙 捕まる 捕まえる 捕らえる 捕える 捕らわれる 取り押さえる 連行 拘留 拘禁"},
	{typ: Arrest, bases: "摘発", of: persons + " 少年 少女 高校生 大学生 中学生 生徒 人を、 名を、"},
	{typ: Arrest, bases: "拘束 確保 押さえる 勾留 収容", of: persons + " 身柄"},

	{typ: Indictment, bases: "起訴 訴追 送検 立件"},
	{typ: Indictment, bases: "送る 送付 送致", of: "書類 身柄 事件を", with: "検 家裁"},
	{typ: Indictment, bases: "問う 問える", of: "罪に 罪で", not: "た罪に"},
	{typ: Indictment, bases: "開封 公開 開示 公にする 提出", of: "起訴状"},

	{typ: Legal, bases: "可決 成立 施行 公布 批准 採択 制定 改正", of: "法 条例 条約 規則 決議"},
	{typ: Legal, bases: "決定 閣議決定 提出 了承", of: "改正案 法案 条約案 条例案"},
	{typ: Legal, bases: "署名", of: "大統領令 条約 法案 法に 協定"},
	{typ: Sanction, bases: "命じる 命令 退去 追放", of: "国外 退去 出国 帰国", with: "外交官 大使館 職員"},
	{typ: Legal, bases: "命じる 命令 認める 退ける 棄却 却下 下す 言い渡す 言渡す 宣告 決定 決める 許可 支持", with: courts},
	{typ: Legal, bases: "言い渡す 宣告 求刑 結審 出廷 自白 控訴 上告 提訴 服役 収監 仮釈放 保釈 釈放 送還 和解"},
	{typ: Legal, bases: "認める 決める 承認 同意 拒む 拒否", of: "移送 引き渡し 身柄 送還 請求 保釈 罪を 起訴内容 起訴事実 司法取引"},
	{typ: Legal, bases: "移す 移送 引き渡す 引渡す 帰す 連れ戻す 戻す", of: persons + " 身柄 本国 米国へ 米国に"},
	{typ: Other, bases: "着手 開始 始める 依頼 頼む 委託 要請 求める 終わる 終える 完了", of: "調査 究明 解析 分析 特定", with: "調査会社 専門会社 専門機関 専門家 専門業者 専門企業 セキュリティ会社 セキュリティー会社 フォレンジック 外部機関 第三者機関 外部の 調査は 調査が", not: "警察 警視庁 県警 捜査 当局 司法省 委員会"},
	{typ: Legal, bases: "立ち入る 踏み込む 捜索 捜査 乗り出す 着手 事情聴取 聴取", of: "会社 自宅 事務所 拠点 住宅 所に 同社に 捜査 先を 関係者 本社 社に"},
	{typ: Legal, bases: "訴える 起こす 申し立てる 争う", of: "訴訟 訴え 裁判 賠償 地裁 裁判所 相手取 差し止め 仮処分"},
	{typ: Legal, bases: "科す 課す 支払う 払う 納付 命じる", of: "罰金 制裁金 過料 課徴金 反則金 賠償 和解金"},
	{typ: Legal, bases: "命じる 命令 処分 指導 勧告 注意 求める 立ち入る", with: regulators, of: "再発防止 改善 是正 是正を 業務 厳重 文書で 行政 停止 会社 同社 立ち入"},
	{typ: Legal, bases: "義務づける 義務付ける 義務化"},
	{typ: Legal, bases: "手配 指名手配"},
	{typ: Other, bases: "懸ける かける 支払う 払う 出す 設ける", of: "報奨金 懸賞金 賞金 報酬", with: "国務省 情報 逮捕 手配"},

	{typ: Sanction, bases: "科す 課す 発動 打ち出す 適用 実施 発表 加える 決める 決定 広げる 拡大 与える 踏み切る 導入 採択 合意", of: curbs},
	{typ: Sanction, bases: "載せる 載る 加える 加わる 追加 指定 登録 掲載 入れる 入る 含める", of: curbs},
	{typ: Sanction, bases: "指定 載せる 追加", with: "財務省 OFAC 外国資産管理 制裁", of: persons + " 団体 個人 企業 社を"},
	{typ: Sanction, bases: "凍結 差し止める", of: "資産 財産"},
	{typ: Sanction, bases: "禁じる 禁止 拒む 拒否 制限", of: "入国 渡航 取引 輸出 査証 ビザ"},

	{typ: Seizure, bases: "没収 押収 差し押さえる 差し押える 接収 取り返す 取り戻す 奪い返す"},
	{typ: Seizure, bases: "執行", with: "差し押さえ 差押 押収 没収", not: "刑の 猶予"},
	{typ: Seizure, bases: "取り上げる", of: assets, not: "として ニュース 話題"},
	{typ: Seizure, bases: "押さえる 収める 回収 確保 持ち帰る 掌握 握る 引き取る 差し止める 凍結", of: assets + " 口座", not: "権限 認証 社内 支持"},

	{typ: Takedown, bases: "停止 止める 閉じる 閉鎖 遮断 無効 つぶす 潰す 壊す 断つ 封じる 封鎖 落とす 凍結 削除 消す 消去 取り去る 取り除く 除去 駆除 掃除 浄化 切り離す 切断 解体 崩す 破壊 叩く 使えなくする 追い込む 使用不能にする 外す 停波 摘発 一掃", of: foes, not: "全社 社内 院内 業務を 操業 学外 学内 社外 庁内 すべてのアカウント 全アカウント 外部との"},
	{typ: Takedown, bases: "停止 止める 閉じる 閉鎖 遮断 無効 つぶす 潰す 断つ 封じる 封鎖 落とす 削除 消す 消去 取り去る 取り除く 除去 駆除 掃除 浄化 解体 崩す 破壊 使えなくする 追い込む 振り向ける 向ける 切り替える 動く 中断", of: nets + " " + programs, with: powers, not: "全社 社内 院内 業務を 操業 県警は 自社", unless: reporters},

	{typ: Ransomware, bases: "払う 支払う 渡す 送る 要求 求める 脅す 脅迫 現れる 表示 残す 迫る 届く 見つかる", of: "身代金 ランサム 脅迫文 脅迫メール 脅迫状 要求文 犯行声明文 身代金要求 復旧の対価 復号の対価 解除の対価"},
	{typ: Ransomware, bases: "払う 支払う 渡す", of: money, with: "攻撃者に 犯人に 集団に 脅迫 身代金 復号"},

	{typ: Statement, bases: "要請 求める 呼びかける 確認", of: "協力を"},
	{typ: Statement, bases: "控える 差し控える 避ける 拒む", of: "コメント 答え 回答 言及 明言 論評"},
	{typ: Statement, bases: "求める 促す", of: "説明を 釈明を 謝罪を 釈明 抗議"},
	{typ: Advisory, bases: "促す 求める 呼びかける 呼び掛ける 要請 勧める 助言 推奨 勧告 警告 喚起 注意 念を押す 指示 訴える", of: cares, not: "身代金 引き渡し 賠償 返還 支払 裁判 地裁 対価 代金 見返り 金銭 ドルを 円を"},
	{typ: Advisory, bases: "促す 呼びかける 呼び掛ける 警告 勧告 喚起 助言"},
	{typ: Advisory, bases: "配る 出す 発出 送る 流す 公表 公開 発表 発行 発する 配布 発令 改める まとめる", of: warnings},

	{typ: DataBreach, bases: "運び出す 持ち出す 抜き出す 抜き取る 吸い出す 吸い上げる 漏れる 漏らす 漏出 流出 流れる 流れ出る 出回る さらす 晒す 売る 売り出す コピー 複写 転送 送信 送り出す ダウンロード 閲覧 見られる 引き出す 抜く 盗む 盗み出す 盗み取る 奪う 奪取 窃取 渡る 取得 収集", of: records, not: money},
	{typ: DataBreach, bases: "公開 掲載 投稿 載せる 載る 暴露 挙げる 公表 売る 出品", of: records + " 社名 企業名", with: "リークサイト ダークウェブ 闇 盗 流出 暴露 ハッカー フォーラム"},
	{typ: DataBreach, bases: "状態になる なる 見る", of: "外部から見 誰でも見 閲覧できる 閲覧可能な 見られる状態 外部から閲覧"},

	{typ: Theft, bases: "盗む 盗み出す 盗み取る 抜く 抜き取る 奪う 奪い取る 奪取 引き出す だまし取る 詐取 窃取 消える 失う なくなる 流出 持ち去る 出金 引き落とす 送金 移す 移動 流れる 換金 洗浄 換える", of: money, not: "信頼 機能 目を 職を 視力"},
	{typ: Theft, bases: "送る 送信 動かす", of: money, with: "不正 勝手 口座 取引所 盗"},
	{typ: Theft, bases: "盗む 盗み出す 奪う 窃取 だまし取る"},

	{typ: DataBreach, bases: "送る 送りつける 送り付ける 渡す 送付 持ち込む", of: "盗んだ資料 盗んだ文書 盗んだデータ 盗んだ情報 盗んだメール 盗まれた 窃取した 入手した資料", not: "警察 当局 捜査"},
	{typ: Intrusion, bases: "送る 送りつける 送り付ける 送信 送付 届ける", of: "偽の 偽装した なりすまし マルウェアを マルウエアを ウイルスを", not: "注意 警告 対策"},
	{typ: Notification, bases: "報告 届ける 届け出る 連絡 通報 伝える 知らせる 通知 入れる 相談 申告 共有 提供 送る 送付 伝達 案内 発送 発信 照会 お知らせ 郵送 問い合わせる", of: recipients, not: "金券 見舞"},
	{typ: Notification, bases: "ある 入る 来る 受ける 届く 寄せられる 寄せる もらう 受け取る いただく", of: "連絡 電話 通報 情報提供 情報の提供 指摘 一報 相談 知らせ 通知 照会 届け出 問い合わせ 申告"},
	{typ: Notification, bases: "届ける 届け出る 通報 通知 連絡 お知らせ 知らせる 共有 申告 照会"},

	{typ: DDoS, bases: "できなくする 接続できなくする 閲覧できなくする つながらなくする 見られなくする", of: pages},
	{typ: DDoS, bases: "ダウン 落ちる 落とす 押し寄せる 殺到 集中 かかる かける つながる つながらなくなる 閲覧できなくなる できなくなる 接続できなくなる 表示できなくなる 送りつける 送る 浴びせる 襲う 襲われる さらす 止まる", of: pages, with: "サイト ホームページ HP ＨＰ 通信 アクセス 負荷", not: "指令 メール 感染 命令"},

	{typ: Intrusion, bases: "入る 入り込む 忍び込む もぐり込む 潜り込む 侵入 移る 移動 動き回る 渡り歩く", of: inside, not: "稼働 手に"},
	{typ: Intrusion, bases: "得る 入れる 握る 集める 収集 盗む 奪う 取得 掌握 破る 突破 推測 悪用 使う 高める 昇格", of: secrets + " 防御 認証 壁", not: "捜査 当局は 警察"},
	{typ: Intrusion, bases: "入れる 仕掛ける 仕込む 埋め込む 植え付ける 植えつける 配る 配布 配信 入る 広げる 送り込む 置く 設置 混ぜる 混入 登録 差し込む 実行 動く 動かす 展開 使う 忍ばせる 残す 送る 見つかる 動作 作動 起動", of: weapons, not: "対策 捜査"},
	{typ: Intrusion, bases: "送る 送りつける 送り付ける 届く 送信 開く 踏む 押す 引っかかる クリック だます 装う ばらまく 届ける", of: lures},
	{typ: Intrusion, bases: "載せる 掲載 投稿 書き込む 表示 流す 流れる 配信 出す", of: forgeries},
	{typ: Intrusion, bases: "使う 用いる 利用 仕立てる 添付", of: "おとりに おとりと 囮に 餌に"},
	{typ: Intrusion, bases: "始まる 始める 起きる 続く 広がる", of: "悪用 攻撃 侵入 感染 不正アクセス", not: "対策 捜査 調査 防"},
	{typ: Ransomware, bases: "化 実行", of: "暗号 暗号化を", with: "ランサム 身代金"},
	{typ: Intrusion, bases: "乗っ取る 襲う 襲われる 感染 改ざん 書き換える 書き換わる 書き込む 操る 操作 消す 消去 削除 壊す 破壊 麻痺 ハッキング 盗聴 傍受 狙う 遠隔操作 暗号化 化 停電 ダウン 開閉 細工 悪用 攻撃 落ちる 止まる 開く", of: inside + " 設定 画面 データ ファイル 操業 工場 発電 変電 送電 水 弁 遮断器 薬品 公式 会話 台が ハッカー 業務 設備"},
	{typ: Intrusion, bases: "関わる 加わる 加担 関与 携わる 主導 指揮 首謀", of: "攻撃に 攻撃を 攻撃にも 侵入に 侵入を", not: "疑い 容疑 罪"},
	{typ: Intrusion, bases: "乗っ取る 襲う 襲われる 感染 改ざん 書き換える ハッキング 盗聴 傍受 使えなくなる 動かなくなる 起動しなくなる"},

	{typ: Other, bases: "実施 行う 開く", of: "訓練 演習"},
	{typ: Other, bases: "計上 減らす 辞任 退任 配る 配布 贈る 返す 返還 返金", of: "損失 特別 利益 売上 社長 責任者 金券 商品券 ドル 円 資金 大半 一部"},
	{typ: Other, bases: "再開 復旧 復帰 再稼働 回復 立ち上げる 設ける 交換 入れ替える 導入 雇う 契約 借りる 購入 買う 再設定 隔離 切り離す 運び込む"},

	{typ: Other, bases: "遮断 停止 止める 中断 休止 見合わせる 制限 閉じる", of: "アクセス 接続 通信 サービス サイト 業務 受注 出荷 診療 外来 受け入れ システム サーバ 決済 予約 窓口 販売 生産 操業 入金 出金 取引 ネットワーク", not: "攻撃で 攻撃により 攻撃によって ボット 攻撃者 ハッカー 集団が"},
	{typ: Other, bases: "発足 設立 新設 立ち上げる 設ける 設置", of: "組織 ネットワーク 部隊 隊を 隊が チーム 本部 会議 センター 機関 部門 局を 局が 課を 課が 室を 室が", not: "マルウェア サーバーを サーバに"},
	{typ: Other, bases: "死亡 死去 自殺 亡くなる 遺体"},

	{typ: Report, bases: "まとめる 示す 出す 公表 公開 発表 提出 刊行 発行 採択 載せる 掲載 投稿 出版 配布 明らかにする 発信", of: papers, not: "情報が漏"},
	{typ: Report, bases: "ある 出る 流れる", of: "報道が 報道も"},
	{typ: Report, bases: "解説 分析 解析 推計 推定 見積もる 試算 突き止める 名付ける 名づける 命名 位置づける 位置付ける 評価 指摘 紹介 報じる 詳述 講演 論じる 検証 報道 結論づける 結論付ける"},

	{typ: Disclosure, bases: "投稿 登録 提出 アップロード", of: "検体"},
	{typ: Disclosure, bases: "見つかる 見つける 発覚 判明 気づく 気付く 検知 発見 露見 露呈 察知 検出 覚知 認知 明らかになる", not: "死亡 遺体 亡くなっ"},
	{typ: Other, bases: "見つかる 発見", of: "死亡 遺体 亡くなっ"},
	{typ: Disclosure, bases: "確認 把握", of: "ことを ことが 痕跡 形跡 感染 侵入 被害 不正アクセス 流出 漏えい 改ざん 異常 障害 暗号化"},
	{typ: Disclosure, bases: "公表 公開 発表 開示 公にする 明るみに出る 掲載 お知らせ 告知"},

	{typ: Statement, bases: "出す 発する 発表 公表 示す 表す 開く 読み上げる 述べる 寄せる 伝える 申し入れる 行う", of: speeches},
	{typ: Statement, bases: "述べる 語る 話す 強調 証言 説明 否定 認める 主張 反論 明かす 断言 明言 言明 謝罪 陳謝 謝る 抗議 表明 答える 応じる 発言 コメント 弁明 釈明 宣言 告げる 約束 歓迎 支持 批判 訴える 会見 呼び出す 打ち明ける 述懐 振り返る 誓う 反発 一蹴 突っぱねる 切り捨てる 名乗る 名乗り出る 退ける はねつける 提言"},
	{typ: Statement, bases: "発出", of: speeches},
	{typ: Statement, bases: "言う"},
	{typ: Statement, bases: "する 行う", of: "発表を 公表を 会見を 説明を 抗議を 演説を"},
	{typ: Statement, bases: "召喚 呼ぶ 呼び出す 呼びつける 呼び戻す 召還", of: "大使 大使館 代表を 外交官 臨時代理"},
	{typ: Legal, bases: "召喚", with: courts},
	{typ: Statement, bases: "合意 一致 確認 申し合わせる 約束", of: "首脳 両国 両政府 外相 閣僚 会談 各国 会議"},
	{typ: Statement, bases: "申し合わせる 一致 合意", with: "会議 会合 サミット 首脳 会談 閣僚"},
	{typ: Statement, bases: "下げる", of: "頭を"},
}
