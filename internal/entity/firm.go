package entity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

var (
	// datelinePattern matches who sends a report from where: 【ワシントン＝共同通信】.
	datelinePattern = regexp.MustCompile(`^【[^】=＝]{2,15}[=＝]([^】]{2,12})】`)
	// statedFirm matches the abbreviated legal forms: 東西運輸(株), （株）東西運輸.
	statedFirm = regexp.MustCompile(`[一-龠々ァ-ヴーA-Za-z0-9&・]{2,20}[(（][株有財社独][)）]|[(（][株有財社独][)）][一-龠々ァ-ヴーA-Za-z0-9&・]{2,20}`)
	// definedPattern matches what a notice calls somebody from there on: （以下「東西社」という。）.
	definedPattern = regexp.MustCompile(`[(（]以下[、,]?(?:単に)?「([^」]{2,20})」`)
)

// stated finds organisations that the text itself says to be such: by the legal form, in a
// dateline, and by a short name that it gives to one.
func (p *passage) stated() {
	for _, at := range p.spots[datelineWords] {
		if sign := (source.Span{Start: at.End, End: at.End + 16*utf8.UTFMax}); len(p.within(equalWords, sign)) == 0 {
			continue
		}
		if m := datelinePattern.FindStringSubmatchIndex(p.text[at.Start:]); m != nil {
			p.sight(source.Span{Start: at.Start + m[2], End: at.Start + m[3]}, content.Organization, 0.7, "dateline")
		}
	}
	for _, at := range p.spots[agencyWords] {
		if p.scriptBefore(at.Start) != other && strings.LastIndex(p.text[max(0, at.Start-30):at.Start], "【") >= 0 {
			p.sight(source.Span{Start: at.Start, End: at.End - len("】")}, content.Organization, 0.65, "dateline") // 【ベルリン|時事|】
		}
	}
	for _, at := range p.spots[fullFormWords] {
		p.formed(at.Span)
	}
	end := 0 // of the last
	for _, at := range p.spots[formWords] {
		from := max(end, at.Start-len("（")-longestWord)
		if m := statedFirm.FindStringIndex(p.text[from:min(len(p.text), at.End+longestWord)]); m != nil {
			p.sight(source.Span{Start: from + m[0], End: from + m[1]}, content.Organization, 0.8, "form")
			end = from + m[1]
		}
	}
}

// defined finds the short names that a text gives in brackets to an organisation that it has named in full right before.
func (p *passage) defined(beside []neighbour) {
	for _, at := range definedPattern.FindAllStringSubmatchIndex(p.text, -1) {
		named := slices.ContainsFunc(beside, func(n neighbour) bool {
			return n.kind == content.Organization && n.End <= at[0] && at[0]-n.End <= len("　")
		})
		s := source.Span{Start: at[2], End: at[3]}
		if named && !endsAny(p.surface(s), "本件", "当社", "本サービス", "同社", "当機構", "当局") && !strings.HasPrefix(p.surface(s), "本") {
			p.sight(s, content.Organization, 0.75, "defined")
		}
	}
}

// trades are the words that end the names of firms. After a name or a katakana word they
// make a firm of it; after a common noun they do not.
var trades = []string{
	"農協", "漁協", "生協", "電機", "電気", "電工", "電子", "化成", "化学", "港運", "運輸", "運送", "海運", "物流", "倉庫", "製菓", "食品", "飲料", "建設", "工務店", "不動産", "印刷", "出版", "書店", "書房", "薬品", "製薬", "鉄工", "造船", "精機",
	"精密", "商会", "商店", "興業", "工機", "酒造", "鉱業", "繊維", "紡績", "硝子", "製紙", "石油", "瓦斯", "ガス", "水産", "製粉", "製糖", "自動車", "交通", "観光", "百貨店", "信用組合", "損保", "火災", "文具", "玩具", "家具", "金属", "製鉄", "重機", "機械", "電軌", "電器", "鉄鋼", "工業", "産業", "建機", "通商",
	"ソフト", "データ", "マテリアル", "ケミカル", "フーズ", "ファーマ", "モーターズ", "エナジー", "メディカル", "フィナンシャル", "クレジット", "カード", "セキュリティ", "ソリューションズ", "ソリューション", "エンジニアリング", "エレクトロニクス", "インターナショナル", "プロダクツ", "フォレンジクス", "ロジスティクス",
}

// trade reports whether a run is the name of a firm by its last word.
func (p *passage) trade(run []word) bool {
	if len(run) < 2 || !p.endsWith(tradeWords, run[len(run)-1].Span) {
		return false
	}
	first, last := run[0], run[len(run)-1]
	if !slices.Contains(trades, p.surface(last.Span)) {
		return false
	}
	if p.surface(last.Span) == "産業" && p.commonWord(first) && p.scriptAt(first.Start) == katakana {
		return false // ハイテク産業, of which a country has many firms
	}
	own := first.is(proper) && !first.is(nation)
	if p.scriptAt(last.Start) == katakana {
		return own && p.scriptAt(first.Start) == kanji
	}
	own = own || p.scriptAt(first.Start) == katakana && len(run) == 2 && p.count(first.Span) >= 3
	before := source.Span{Start: first.Start, End: last.Start}
	return own || len(run) > 2 && p.run(before.Start, katakana) == before.End && p.count(before) >= 3 && p.strange(before) // セ|ラム|製薬
}

// describedFirm finds the unknown word that a text says to be a firm: 防衛企業|ハンファオーシャン|から.
func (p *passage) describedFirm(run []word, described bool) {
	if !described || p.organizationWord(run[0]) {
		return
	}
	s := source.Span{Start: run[0].Start, End: run[len(run)-1].End}
	if !slices.ContainsFunc(run, func(w word) bool { return !w.is(listed) }) && !p.compoundFirm(run, s) || len(run) > 1 && (p.scriptAt(s.Start) != katakana || p.runBefore(s.End, katakana) > s.Start) {
		return
	}
	if p.capital(s) && beginsAny(p.text[s.End:], "は", "が", "を", "に", "の", "から", "と", "、", "で", "も", "へ", "や", "な", "(", "（", "」") && nameLike(p.surface(s)) {
		p.sight(s, content.Organization, 0.65, "firm")
	}
}

// compoundFirm reports whether a firm is named by two words in katakana that are no trade: 会社|ノース|ゲート.
func (p *passage) compoundFirm(run []word, s source.Span) bool {
	return len(run) > 1 && p.scriptAt(s.Start) == katakana && p.runBefore(s.End, katakana) <= s.Start && p.count(s) >= 5 && !company(p.surface(s)) &&
		!endsAny(p.surface(s), "サイト", "ツール", "ソフト", "アプリ", "メーカー", "ビジネス", "データ", "ユーザー", "スタッフ", "マネジャー", "マネージャー", "サポート", "ページ", "アナリスト", "エンジニア", "ブランド", "チェーン", "ストア", "ショップ", "カード", "モデル")
}

// firmKinds say of what kind a firm is.
var firmKinds = []string{"企業", "大手", "会社", "百貨店", "取引所", "商社", "メディア", "商店", "開発元", "運営元", "通信社", "メーカー", "最大手", "事業者", "子会社", "ベンダー", "業者", "ベンチャー", "スタートアップ", "交換所", "書店", "出版社", "新聞社", "放送局", "学習塾", "予備校"}

// afterKind drops the words that say of what kind a firm is: セキュリティ企業|ノーザン社.
func (p *passage) afterKind(run []word) []word {
	for i := len(run) - 2; i >= 0 && len(p.spots[kindWords]) > 0; i-- {
		if !p.endsWith(kindWords, run[i].Span) || !slices.Contains(firmKinds, p.surface(run[i].Span)) {
			if i == 0 || !slices.Contains(firmKinds, p.surface(source.Span{Start: run[i-1].Start, End: run[i].End})) { // 事業|者
				continue
			}
		}
		next := run[i+1]
		if next.is(proper) || !next.is(listed) || p.scriptAt(next.Start) == katakana {
			if strings.HasPrefix(p.surface(next.Span), "グループ") {
				return run
			}
			return run[i+1:]
		}
		return run
	}
	return run
}
