package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/morph"
)

// nameLike reports whether a quotation or Latin word can be a name: short, with
// Latin letters or katakana, without the grammar of a sentence, and not a common word.
func nameLike(s string) bool {
	n, named := 0, false
	for _, r := range s {
		switch r {
		case '、', '。', '!', '?', '！', '？', '\n', '(', ')', '（', '）', '「', '」':
			return false
		}
		switch script(r) {
		case hiragana:
			return false
		case katakana:
			named = true
		case latin:
			named = named || (r > '9' || r < '0') && (r > '９' || r < '０')
		}
		n++
	}
	return named && 2 <= n && n <= 30 && !commonTable.In(s) && !commonNames[s] && !endsAny(s, "株", "型", "系統")
}

var (
	commonTable = morph.NewWordTable(commonParts)
	commonNames = func() map[string]bool {
		out := map[string]bool{}
		for _, w := range slices.Concat(platforms, wordsOf(heads), handleNames) {
			out[w] = true
		}
		return out
	}()
)

// commonParts are words that no name of attackers or of their tools holds.
var commonParts = []string{
	"攻撃", "事件", "被害", "作戦", "対策", "事案", "情報", "脅威", "ハッカー", "セキュリティ", "ウェブサイト", "リークサイト", "リスク", "メンバー", "サーバ",
	"フィッシング", "ソーシャル", "ゼロデイ", "Security", "ランサムウェア", "マルウェア", "ダークウェブ", "サイバー", "ソフトウェア", "システム", "データ", "メール", "サービス",
	"アクセス", "パスワード", "トクリュウ", "リクルーター", "ルーター", "ルータ", "カメラ", "レコーダー", "モデム", "テレビ", "アカウント", "インターネット", "ネットワーク", "コンピュータ", "スマートフォン", "スマホ",
}

// platforms are Latin words beside マルウェア that do not name it.
var platforms = []string{
	"Windows", "Linux", "Android", "iOS", "Mac", "macOS", "Web", "PC", "IoT", "IT", "ICT", "VPN", "DDoS", "DoS", "AI", "SNS", "SMS",
	"USB", "Microsoft", "Google", "Apple", "Office", "Excel", "Word", "JavaScript", "Java", "Python", "Go", "PowerShell", "RAT", "APT", "OT", "FBI",
	"UNIX", "Mac OS", "Mac OS X", "iPhone", "NAS", "P2P", "IRC", "Tor", "RaaS", "MaaS", "C2", "C&C", "POS", "ATM", "SCADA", "ICS", "EU", "NATO", "CISA", "NSA",
	"DNS", "HTTP", "HTTPS", "SSH", "RDP", "VBA", "DLL", "Rust", "Visual Basic", "NET", "MBR", "UEFI", "BIOS", "PDF", "LNK", "QR", "URL", "OS", "EDR", "LLM",
	"VBScript", "JScript", "Golang", "Nim", "Delphi", "Lua", "PHP", "Perl", "Ruby", "Kotlin", "Swift", "Node.js", "AutoIt", "Electron", "WordPress", "Docker", "Kubernetes", "VMware", "VMware ESXi", "ESXi", "Telegram", "Discord", "Bitcoin", "Type", "No", "Phase", "Tier", "Unix", "BYOVD", "Advanced IP", "LotL", "TTP", "IoC", "IOC",
}

// company reports whether a word of the name is one that firms have in theirs.
func company(name string) bool { // マクラウド has クラウド in it
	return companyTable.In(name) && companyTable.In(strings.ReplaceAll(name, "マクラウド", ""))
}

var companyTable = morph.NewWordTable([]string{
	"グループ", "テクノロジ", "コーポレーション", "ホールディングス", "システム", "セキュリティ", "サービス", "センター", "ネットワーク", "タイムズ", "ポスト",
	"ジャーナル", "バンク", "ソフトウェア", "タイフーン", "パンダ", "サイバー", "ハッカー", "マルウェア", "サーバ", "リーダー",
	"オペレーション", "プロジェクト", "キャンペーン", "コンピューティング", "インテリジェンス", "キャピタル", "ファイナンス", "アナリティクス", "ヘルスケア", "エンジニアリング", "クラウド", "プロバイダ", "インフラ", "ハッキング", "スパイダー", "ランサム", "フィッシング", "アクセス", "インターネット",
	"Group", "Technolog", "Corporation", "Security", "Systems", "Labs", "Networks", "Times", "News", "Inc", "Ltd", "Typhoon", "Panda", "Cloud",
})
