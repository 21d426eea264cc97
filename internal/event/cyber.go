package event

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
)

// Cyber reports whether a text speaks of cyber operations: it names an actor, malware,
// an operation or a vulnerability, or has a word of the field. Economic sanctions, a bear
// that breaks in and a rocket that is launched are acts too, but not ours.
func Cyber(text string, mentions []entity.Mention) bool {
	for _, m := range mentions {
		switch m.Kind {
		case content.Actor, content.Malware, content.Operation, content.Vulnerability, content.Indicator:
			return true
		}
	}
	text = strings.ToLower(text)
	return slices.ContainsFunc(cyberCues, func(c string) bool { return strings.Contains(text, c) })
}

// cyberCues are the words of the field, in lower case.
var cyberCues = []string{
	"サイバー", "ハッカー", "ハッキング", "マルウェア", "マルウエア", "ランサム", "ボットネット", "botネット", "botnet", "不正アクセス", "脆弱性",
	"ddos", "dos攻撃", "フィッシング", "標的型", "バックドア", "トロイの木馬", "スパイウェア", "不正ログイン", "情報漏えい", "情報漏洩", "情報流出",
	"個人情報", "コンピュータウイルス", "コンピューターウイルス", "サーバ", "リークサイト", "ウェブサイト", "コンピュータ", "パソコン", "パスワード", "インターネット",
	"ネットワーク", "認証情報", "漏えい", "漏洩", "暗号資産", "仮想通貨", "無害化", "ウェブシェル", "クラッカー", "情報窃取", "情報を窃取", "機密情報", "メールアドレス", "ダークウェブ", "vpn", "ルーター", "リモートデスクトップ", "サイトを制御", "システム障害",
}
