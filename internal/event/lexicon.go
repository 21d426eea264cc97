package event

import (
	"slices"
	"strings"

	"golang.org/x/text/width"

	"jikenbo/internal/morph"
)

// A family is the triggers of one type that stand alike. Its lists are words parted by spaces; _ is a space in a word.
type family struct {
	typ       Type
	rank      rank
	stems     string
	with      string // words of which one must stand in the same sentence
	of        string // words of which one must stand shortly before a stem, for what is done to what
	notAfter  string // words that may not stand before a stem
	notBefore string // words that may not stand behind it
}

const (
	// guard makes of an incident what is done about such things, or who does them.
	guard = "対策 防止 検知 経路 手法 手口 ツール テスト 能力 機能 リスク キャンペーン サービス グループ 集団 者 組織 への対 に備え に対抗 を防 から守 後 に使 に用い に利用 禁止法 用 型の 」という 」と呼ば の疑い 容疑 保険 罪 事業"
	// ours are what those who were hit stop themselves.
	ours = "配信 業務 サービス 操業 稼働 運転 利用 販売 受注 取引 提供 システム ネットワーク サーバー サーバ サイト 機能 受付 受け付け"
	// cutsOff stand before what those who were hit do: they cut themselves off.
	cutsOff = "ネットワークを ネットワークから 通信を 外部から 外部との接続を 社内から インターネットから インターネットとの接続を 接続を 回線を システムを システムの 一時 サービスを一時 サイトを一時"
	// powers are who acts against attackers, and what gives them the right.
	powers = "FBI 連邦捜査局 司法省 司法当局 警察 警視庁 県警 府警 道警 捜査 当局 検察 裁判所 地裁 令状 ユーロポール インターポール 刑事警察機構 作戦 法執行 犯罪対策庁 NCA 憲兵 CSIRT CERT マイクロソフト Microsoft グーグル Google"
	// nets are what attackers work with, and where it runs.
	nets = "ボット bot サイト サーバ インフラ 基盤 プロキシ網 サーバー網 C2 ドメイン 端末 機器 ルータ パソコン IPアドレス 闇市場 フォーラム マーケット マルウェア マルウエア ランサム 集団 サービス"
	// programs are what is cleared away.
	programs = "マルウェア マルウエア ウイルス バックドア ウェブシェル プログラム ファイル コード スパイウェア ボットを 検体"
	// persons are whom the police take away.
	persons = "人を 名を 人が 名が 男 女 容疑者 被告 幹部 管理者 運営者 開発者 首謀者 者を 者が 長を 人物 ハッカー メンバー 少年 少女 高校生 大学生 中学生 会社員 身柄"
	// data are what is copied from those who were hit, and money what is taken from them.
	data  = "情報 データ ファイル 図面 資料 文書 名簿 メール パスワード ソースコード 機密 記録 氏名 番号 チャット 写真"
	money = "円 ドル XEM BTC ETH USDT XRP NEM ユーロ ポンド ウォン ビットコイン イーサ 暗号資産 仮想通貨 暗号通貨 資金 預金 現金 NFT トークン コイン 残高 口座"
	// nominal makes of a verb of reporting a noun.
	nominal = "官 機関 関係 陣 各社 者 日 元 によ では は が した声明の中 された声明の中 の"
)

// triggers returns the triggers of a family.
func (f family) triggers(made tables) []trigger {
	model := trigger{typ: f.typ, rank: f.rank, notAfter: inBothWidths(list(f.notAfter)), notBefore: made.of(f.notBefore), with: made.of(f.with), of: made.of(f.of)}
	var out []trigger
	for _, stem := range inBothWidths(list(f.stems)) {
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

// tables are those of lists, which many families share.
type tables map[string]*morph.WordTable

// of returns the table of a list, nil for none.
func (made tables) of(ws string) *morph.WordTable {
	if ws == "" {
		return nil
	}
	t, ok := made[ws]
	if !ok {
		t = words(list(ws)...)
		made[ws] = t
	}
	return t
}

// words returns the table of some words, as they are written in both widths.
func words(ws ...string) *morph.WordTable { return morph.NewWordTable(inBothWidths(ws)) }

// inBothWidths adds to words those of them with Latin letters or digits as newspapers and ministries write them: DDoS攻撃, ＤＤｏＳ攻撃.
func inBothWidths(ws []string) []string {
	out := slices.Clone(ws)
	for _, w := range ws {
		if wide := width.Widen.String(w); wide != w {
			out = append(out, wide)
		}
	}
	return out
}
