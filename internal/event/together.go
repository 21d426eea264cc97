package event

import (
	"slices"
	"strings"
)

// Some words are said of much else, too, but together of nothing but operations against computers: a domain may be one of a protein, and police
// seize much, but what they seize as a domain is one of the Internet. News of a sentence or two often has no plainer words.

// together has groups of lists, parted by " + ", of each of which one word must stand in a text; its words are parted by spaces.
var together = []string{
	"ドメイン + 差し押さえ 差押 押収 没収",
	"ハッキング + 攻撃 組織 集団 グループ ハッカー 被害 サーバ ネットワーク 内部網 流出 北朝鮮 データ",
	"サーバ 社内システム 社内ネットワーク + 機密 社外秘 営業秘密 秘密情報 設計図 + 持ち出 取得 不正に 渡し 送信 コピー",
	"サイト + を差し押さえ を差押 を押収 サイトの差し押さえ",
	"脆弱性 + 修正プログラム 更新プログラム パッチ セキュリティー更新 セキュリティ更新 cve-",
	"北朝鮮 + it技術者 it_技術者 it要員 it人材 itエンジニア it技能者 + 外貨 身分 なりすま 偽 リモート 遠隔で 制裁",
	"仮想通貨 暗号資産 暗号通貨 ビットコイン イーサリアム defi 分散型金融 + 奪われ 流れ出 流出 盗まれ 盗み出 不正に出金 抜き取ら",
	"カード情報 顧客情報 個人情報 会員情報 顧客の情報 + 外部から侵入 第三者による 第三者に 侵入を受け 攻撃を受け 改ざん + 漏れ 漏え 漏洩 流出",
	"アカウント メールアドレス + 不正利用 不正に利用 不正に使われ 乗っ取ら",
	"犯行声明 犯人側 脅迫 + ビットコイン 仮想通貨 暗号資産 + 会社 同社 企業 データ システム",
	"偽サイト 偽のサイト 偽ログイン 偽のログイン 偽の通販サイト + 疑い 容疑 書類送検 逮捕 摘発",
	makers + " + 通じた侵入 を通じた一連の侵入 への侵入 に侵入 への攻撃 攻撃 悪用 脆弱性 改ざん 混入 バックドア",
	"国外から 海外から + 大量のアクセス 大量の通信 大量のデータ 大量の接続 + ダウン 閲覧 つながり 接続しにく 表示 停止 障害",
	"cisa jpcert ncsc nisc + 警戒を促 注意を促 注意喚起 注意を呼 警戒を呼 対策を促 勧告 警告 手引 ガイダンス 緊急指令",
}

// makers are the makers and products of whose programs is told hardly more than by what was broken into with them.
const makers = "solarwinds ソーラーウィンズ ソーラーウインズ moveit log4j log4shell citrix シトリックス ivanti イバンティ fortinet フォーティネット fortigate fortios pulse_secure パルス・セキュア パルスセキュア f5_big-ip big-ip accellion goanywhere kaseya 3cx vmware_esxi exchange_server exchangeサーバ proxyshell proxylogon"

// groupsOf has, for each word of these, the bits of the lists that it stands in; wholes the bits of the lists of each group.
var groupsOf, wholes = func() (bits map[string]uint64, wholes []uint64) {
	bits = map[string]uint64{}
	next := uint64(1)
	for _, group := range together {
		var whole uint64
		for _, ws := range strings.Split(group, " + ") {
			for _, w := range list(ws) {
				bits[w] |= next
			}
			whole |= next
			next <<= 1
		}
		wholes = append(wholes, whole)
	}
	return bits, wholes
}()

// isWhole reports whether words with these bits have one of each list of a group.
func isWhole(bits uint64) bool {
	return slices.ContainsFunc(wholes, func(whole uint64) bool { return bits&whole == whole })
}
