package entity

import "slices"

// One judgement of whether a text speaks of attacks on computers at all serves the names here and the acts, which are read
// later: what makes an act one of ours makes a name that of attackers.

// FieldWords returns the words, in lower case, that are said of operations against computers and of nothing else.
func FieldWords() []string { return slices.Clone(ofField) }

var ofField = []string{
	"サイバー", "ハッカー", "マルウェア", "マルウエア", "ランサム", "ボットネット", "botネット", "botnet", "不正アクセス",
	"ddos", "dos攻撃", "フィッシング", "標的型攻撃", "標的型メール", "スパイウェア", "スパイウエア", "不正ログイン", "コンピュータウイルス", "コンピューターウイルス",
	"脆弱性を", "脆弱性の悪用", "脆弱性への対策", "脆弱性情報", "脆弱性（", "脆弱性(", "リークサイト", "ダークウェブ", "ウェブシェル", "不正送金", "不正に接続", "不正指令", "不審な通信", "アンインストーラー", "不正プログラム", "ゼロデイ", "身代金要求型",
	"情報漏えい", "情報漏洩", "情報流出", "攻撃者", "攻撃グループ", "攻撃集団", "サイトを制御", "情報窃取", "情報を窃取", "攻撃元サーバ", "無害化措置", "サイトの改ざん", "サイトが改ざん", "ホームページの改ざん", "ホームページが改ざん", "コンピューター侵入", "コンピュータ侵入", "コンピューターへの侵入", "コンピュータへの侵入", "通信網に侵入", "通信網への侵入", "システムに侵入", "リモートアクセス型", "侵入用ツール", "ハッキングツール", "ハッキング・ツール", "ハッキング用", "攻撃ツール", "itワーカー", "it労働者", "北朝鮮it", "北朝鮮のit", "通信網に侵入", "通信網への侵入",
	"脅威グループ", "脅威アクター", "脅威クラスター", "ハッキング集団", "ハッキンググループ",
}
