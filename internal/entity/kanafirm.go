package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// Firms in katakana by the last word of their names. The tokenizer makes one unknown word of all of it, or of half: ノルデン・システムズ, メリディアエナジー.

// kanaTails end the names of firms and hardly anything else; kanaKinds end other words, too, and want a word before them that the dictionary does not
// have: テルミナ・セキュリティー, and not クラウド・セキュリティー.
var (
	kanaTails = newSuffixTable([]string{
		"システムズ", "テクノロジーズ", "ネットワークス", "インダストリーズ", "ラボズ", "ラボラトリーズ", "エアロスペース", "コーポレーション", "ホールディングス", "ファーマシューティカルズ", "コミュニケーションズ", "エアラインズ", "モーターズ", "インスツルメンツ", "インターナショナル", "フィナンシャル",
	})
	kanaKinds = newSuffixTable([]string{
		"セキュリティー", "セキュリティ", "エナジー", "キャピタル", "バンク", "メディカル", "ヘルスケア", "ロジスティクス", "ファーマ", "リサーチ", "コンサルティング", "ソフトウェア", "ソフトウエア", "エレクトリック", "テレコム", "エアウェイズ", "データ", "ソリューションズ", "パートナーズ", "ダイナミクス", "エレクトロニクス",
	})
)

// kanaFirms finds them.
func (p *passage) kanaFirms() {
	for _, k := range p.kana {
		s, name := k.Span, p.surface(k.Span)
		if p.isTaken(s) || p.count(s) < 6 || !p.begins(s) || p.scriptAt(s.End) == kanji && !beginsAny(p.text[s.End:], "社", "日本", "製", "側", "幹部", "広報") {
			continue
		}
		if before := p.scriptBefore(s.Start); before == latin || before == kanji && !strings.ContainsRune("米英独仏韓露豪伊加印", p.before(s)) {
			continue // 三菱電機|インフォメーションシステムズ
		}
		if !(kanaTails.ends(name) && len(name)-kanaTails.longest(name) >= 2*len("ア")) && !(kanaKinds.ends(name) && p.strangeHead(k)) || strings.Count(name, "・") > 2 || p.cued(s) && strings.HasSuffix(name, "リサーチ") {
			continue
		}
		p.sight(s, content.Organization, 0.65, "firm")
	}
}

// generics begin words for kinds of things that end as names of firms do.
var generics = morph.NewWordTable([]string{"クラウド", "エンドポイント", "ゼロトラスト", "サイバー", "データ", "ネットワーク", "モバイル", "オンライン", "デジタル", "インターネット", "アプリ", "ゲーム", "セキュア", "メール", "ウェブ", "ホーム", "スマート", "グリーン", "ビッグ", "オープン", "フリー", "マイクロ", "ワイヤレス", "コンテナ", "サプライチェーン", "フィジカル", "ソーシャル", "ベンチャー", "プライベート", "ヒューマン", "メガ", "ネット", "バイオ", "ナショナル", "エッジ", "オフショア", "マネー", "ストレージ", "システム", "アカウント", "ウイルス", "マルウェア", "ランサム", "オフィス", "カスタム", "クリーン", "ブロックチェーン", "パッケージ", "シェア", "ダミー", "バックアップ", "ログ", "ビジネス", "グループ", "パワー", "カーエ", "フレキシブル", "サードパーティ", "コールドチェーン", "リバース", "スレット", "レガシー", "アプライアンス", "メンタル", "デンタル", "ウェアラブル", "ディープ", "リモート"})

// strangeHead reports whether the first part of a name is no word of the dictionary but one that names something.
func (p *passage) strangeHead(k kanaWord) bool {
	first, _, pointed := strings.Cut(p.surface(k.Span), "・")
	if generics.Longest(p.surface(k.Span)) > 0 {
		return false
	}
	if !pointed {
		i, ok := p.tokenAt(k.Start)
		return ok && (p.words[i].Span == k.Span || p.words[i].End < k.End) && !p.words[i].is(listed) && !commonTable.In(first)
	}
	head := source.Span{Start: k.Start, End: k.Start + len(first)}
	i, ok := p.tokenAt(head.Start)
	return ok && p.count(head) >= 3 && !(p.words[i].End == head.End && p.words[i].is(listed) && !p.words[i].is(proper)) && !commonTable.In(first)
}
