package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// called finds names by the noun beside them, ハッカー集団「…」 and …と呼ばれるマルウェア,
// and by 「…」と呼ばれる in a sentence that has such a noun.
func called(p *passage) {
	p.handles()
	p.eachHead(source.Span{End: len(p.text)}, func(h *head, s source.Span) bool {
		if !headOf(p, s, h) {
			return true
		}
		kind := h.kind
		if kind == content.Malware && beginsAny(p.text[s.End:], "の実行役", "のアフィリエイト", "の運営者", "の攻撃者", "の実行者", "を名乗る", "の運用者") {
			kind = content.Actor
		}
		if kind == content.Malware && !h.weak && beginsAny(p.text[s.End:], "だ。", "です", "である", "で、", "の一種") {
			for _, n := range p.definedAs(s) {
				p.sight(n, kind, 0.7, "called")
			}
		}
		for _, n := range p.namesAfter(s, h) {
			p.sight(n, kind, 0.75, "called")
		}
		for _, n := range p.namesBefore(s, h) {
			if h.word == "RAT" && n.End >= s.Start-1 {
				n.End = s.End // Xeno RAT
			}
			p.sight(n, kind, 0.75, "called")
		}
		return true
	})
	p.quotedNames()
}

// definedAs returns the quoted names of which a sentence says that they are what the head at a span says: 「…」は情報を盗む|マルウェア|だ.
func (p *passage) definedAs(s source.Span) []source.Span {
	in := p.sentence(s)
	i := strings.Index(p.text[in.Start:s.Start], "」は")
	if i < 0 {
		return nil
	}
	return p.quotesBefore(in.Start + i + len("」"))
}

// namesAfter returns the names that follow a head, quoted, in Latin letters or in katakana.
func (p *passage) namesAfter(s source.Span, h *head) []source.Span {
	rest := p.text[s.End:]
	at := s.End
	for _, link := range []string{"（以下、", "（以下", "(以下、", "(以下", "である", "の", "、", " ", "：", ":", "名", "は、", "・"} {
		if strings.HasPrefix(rest, link) {
			at += len(link)
			break
		}
	}
	if _, end := p.quotation(at); end > 0 {
		if h.weak && !p.cued(s) && !(p.told && (h.word == "ウイルス" || h.word == "ハッカー")) && !(p.touched && ownTools.ends(p.text[:s.Start])) && !((p.wired(s) || p.told && endsAny(p.text[:s.Start], "別の", "新たな", "新しい", "もう一つの", "もう1つの", "同じ")) && (h.word == "集団" || h.word == "組織")) || p.otherCrime(s, h) || remedies.ends(p.text[:s.Start]) {
			return nil
		}
		if h.kind == content.Actor && (!h.weak || soft(h) && (p.told || p.kindBy(p.sentence(s)) == content.Actor)) {
			return p.quotedRow(at)
		}
		return p.quotes(at)
	}
	if rest, ok := strings.CutPrefix(rest, "は"); ok && h.word == "攻撃者" && p.told && firstOf(p.surface(p.sentence(s)), []string{"評価", "特定", "断定", "推定", "とみ", "帰属"}) >= 0 {
		return p.quotes(len(p.text) - len(rest))
	}
	if names := p.topicIs(s, h); names != nil {
		return names
	}
	if h.kind == content.Malware && (!h.weak || h.word == "ウイルス") {
		for _, topic := range []string{"には、", "は、", "には", "は"} {
			if rest, ok := strings.CutPrefix(rest, topic); ok {
				return p.toldOf(len(p.text)-len(rest), topic)
			}
		}
	}
	link := p.text[s.End:at]
	if link == "である" && p.told && (h.kind == content.Actor || !h.weak) {
		if h.weak {
			return p.coinedAfter(at)
		}
		return p.bareAfter(at, true, false)
	}
	if link == "の" && h.word == "ツール" && p.told && ownTools.ends(p.text[:s.Start]) {
		return p.coinedAfter(at)
	}
	if link == "、" && h.kind == content.Actor && !h.weak && p.strange(p.kanaAt(at).Span) && beginsAny(p.text[p.kanaAt(at).End:], "は", "が", "、", "（", "(", "による", "の活動", "の関与", "の攻撃", "の犯行") {
		return p.bareAfter(at, true, false) // ハッカー集団、|ジェイドスワロー|は
	}
	spaced := link == " " && at < len(p.text) && upper(p.text[at]) // left by translation: 脅威アクター Blue Fox は
	if (h.word == "グループ" || h.word == "攻撃者" || h.word == "アクター" || h.word == "クラスター") && (link == " " || link == "") && p.told && p.scriptBefore(s.Start) != katakana {
		return p.coinedAfter(at)
	}
	if rest, ok := strings.CutPrefix(rest, "の名前は"); ok && (!h.weak || h.word == "攻撃者" && p.aware(s)) {
		return p.bareAfter(len(p.text)-len(rest), true, false) // 攻撃者の名前は|アンバー・トード
	}
	if h.weak || at != s.End && link != "の" && !spaced && !(link == "・" && h.kind == content.Actor) {
		return nil
	}
	return p.bareAfter(at, at != s.End, p.scriptBefore(s.End) == katakana && !(h.kind == content.Actor && link == "の" && p.strange(p.kanaAt(at).Span)))
}

// coinedAfter returns the Latin name at i if it has the form of one that attackers are given: 別のグループ SideFox.
func (p *passage) coinedAfter(i int) []source.Span {
	names := p.bareAfter(i, true, true)
	return slices.DeleteFunc(names, func(s source.Span) bool {
		name := p.surface(s)
		return !coined(name) && !strings.Contains(name, " ") || company(name) || productTable[strings.ToLower(name)]
	})
}

// ownTools stand before the tools of attackers, which are no products: 独自|ツールの TernExfil.
var ownTools = newSuffixTable([]string{"独自", "自作", "自前の", "独自の", "独自開発の", "カスタム", "専用", "攻撃用", "侵入", "窃取用", "自作の", "自ら作った", "自ら開発した", "自作した"})

// remedies stand before the tools of those who defend: 無償の復号|ツール.
var remedies = newSuffixTable([]string{"公開する", "公開した", "提供する", "提供した", "配布する", "無償の", "無料の", "復号", "検査", "検知", "検出", "駆除", "診断", "確認", "調査", "解析", "監視", "分析", "防御", "対策", "正規の", "管理"})

// wired reports whether the sentence around a span speaks of what only attacks on computers have to do with.
func (p *passage) wired(s source.Span) bool {
	in := p.surface(p.sentence(s))
	for _, w := range []string{"サーバ", "ドメイン", "暗号資産", "仮想通貨", "ランサム", "身代金要求", "DDoS", "不正アクセス", "脆弱性", "改ざん", "ハッキング", "遠隔操作", "サイバー", "感染端末"} {
		if strings.Contains(in, w) {
			return true
		}
	}
	return false
}

// otherCrime reports whether a head names those who do other crimes, or sing.
func (p *passage) otherCrime(s source.Span, h *head) bool {
	if h.kind != content.Actor {
		return false
	}
	return endsAny(p.text[:s.End], otherGroups...) || strings.HasPrefix(h.word, "犯罪") && !p.cued(s) && !p.wired(s) && !strings.HasSuffix(p.text[:s.Start], "サイバー") &&
		!(p.touched && strings.HasPrefix(p.text[s.End:], "「") && p.scriptAt(s.End+len("「")) == latin)
}

// otherGroups are groups that attack no computers.
var otherGroups = []string{
	"詐欺グループ", "詐欺集団", "詐欺組織", "強盗グループ", "強盗集団", "窃盗グループ", "窃盗集団", "音楽グループ", "アイドルグループ", "ダンスグループ", "コーラスグループ", "お笑いグループ", "企業グループ",
	"テロ組織", "テロ集団", "過激派組織", "過激派集団", "武装組織", "武装集団", "麻薬組織", "密輸組織", "密輸グループ", "労働組織", "市民グループ", "研究グループ", "国際組織", "宗教集団",
}

// bareAfter returns the name without quotation marks that stands at i. After の only a
// name that a particle follows is taken, since much else may stand there.
// A katakana name does not follow a head in katakana, of which it would be a part.
func (p *passage) bareAfter(i int, linked, afterKatakana bool) []source.Span {
	n, ok := latinAfter(p.text, i)
	if !ok {
		n = source.Span{Start: i, End: i}
		if !afterKatakana && p.scriptAt(i) == katakana {
			n = p.kanaAt(i).Span
		}
		if belongings.ends(p.surface(n)) {
			return nil
		}
	}
	if n.Start == n.End || !p.alone(n) || !nameLike(p.surface(n)) || beginsGeneric(p.surface(n)) || commonKatakana(p, n) {
		return nil
	}
	if linked && !beginsAny(p.text[p.afterSpace(n.End):], "が", "は", "を", "に", "の", "と", "や", "で", "も", "、", "（", "(", "」", "。", "および", "及び", "など", "等") {
		return nil
	}
	return []source.Span{n}
}

// belongings end what a group has, or who is in it: ハッカー集団の|テレグラムチャンネル.
var belongings = newSuffixTable(strings.Fields("チャンネル サイト ページ アカウント チャット インフラ ツール ツールキット サーバー サーバ フォーラム ブログ ポータル アドレス ウォレット ドメイン リーダー サブリーダー メンバー ボス アフィリエイト オペレーター モジュール サンプル ペイロード コード キャンペーン オペレーション ロゴ パートナー スポンサー エンジニア プログラマー テクニック トレンド ターゲット モデル プロジェクト"))

// commonKatakana reports whether the katakana at a span is a single word of the dictionary: メンバー, サーバー.
func commonKatakana(p *passage, s source.Span) bool {
	if p.scriptAt(s.Start) != katakana {
		return false
	}
	i, ok := p.tokenAt(s.Start)
	return !ok || p.words[i].is(listed) && !p.words[i].is(proper) && p.words[i].End == s.End
}

// namesBefore returns the names that stand before a head: 「…」と呼ばれる攻撃グループ, LockBitランサムウェア,
// 「A」や「B」などのマルウェア.
func (p *passage) namesBefore(s source.Span, h *head) []source.Span {
	before := p.text[:s.Start]
	for _, w := range qualifiers {
		before = strings.TrimSuffix(before, w)
	}
	evil := endsAny(p.text[:s.Start], "新種の", "新型の", "未知の", "悪質な", "不正な", "悪意のある", "フィッシング用の", "攻撃用の", "ハッキング用の", "窃取用の", "不正送金用の", "遠隔操作用の")
	counted := false
	if h.kind == content.Actor {
		whole := before
		before = beforeCount(before, strings.HasPrefix(h.word, "グループ") || strings.HasPrefix(h.word, "集団")) // 「A」と「B」の|2|グループ
		counted = before != whole && strings.HasSuffix(before, "の")
	}
	link := namingTable.longest(before)
	linked := link > 0
	before = before[:len(before)-link]
	if open := p.opening(len(before)); open >= 0 {
		if h.weak && (!linked || !p.cued(s) && !(p.told && (soft(h) || evil || slices.Contains([]string{"新種", "変種", "ハッカー"}, h.word)))) {
			return nil
		}
		if names := p.quotesBefore(len(before)); names != nil || !linked || h.kind != content.Actor {
			if (counted || linked) && len(names) > 0 && h.kind == content.Actor && strings.HasSuffix(p.text[:names[0].Start], "「") {
				return p.phrasesBefore(names, names[0].Start-len("「"))
			}
			return names
		}
		return p.phrasesBefore(p.phrase(source.Span{Start: open + runeLen(p.text[open:]), End: len(before) - utf8.RuneLen(lastRune(before))}), open)
	}
	if h.weak && p.told && (counted || soft(h) && endsAny(p.text[:s.Start], "などの", "といった")) {
		return p.rowBefore(len(before))
	}
	if n, ok := latinBefore(p.text, len(before)); ok && h.weak && h.kind == content.Actor && link > len("の") && p.touched && coined(p.surface(n)) && p.listable(n) {
		return []source.Span{n} // 各社が|AzureMole|と呼ぶ攻撃者
	}
	if h.weak {
		return nil
	}
	if names := p.bareBefore(len(before), linked); names != nil {
		return names
	}
	return p.spacedBefore(s.Start)
}

// spacedBefore returns the names before a head at i to which machine translation has parted the link: GREYWIRE| と 命名 された 新しい |バックドア.
func (p *passage) spacedBefore(i int) []source.Span {
	from := max(0, i-maxModifier)
	if strings.Count(p.text[from:i], " ") < 2 {
		return nil
	}
	joined := strings.ReplaceAll(p.text[from:i], " ", "")
	before := joined
	for _, w := range qualifiers {
		before = strings.TrimSuffix(before, w)
	}
	link := namingTable.longest(before)
	if link <= len("の") {
		return nil
	}
	for n := len(joined) - len(before) + link; n > 0; i-- {
		if p.text[i-1] != ' ' {
			n--
		}
	}
	i = len(strings.TrimRight(p.text[:i], " "))
	if p.opening(i) >= 0 {
		return p.quotesBefore(i)
	}
	return p.bareBefore(i, true)
}

// beforeCount returns a text without the number that it ends with, of which の follows where the noun that it counts is no counter itself: 「A」と「B」という|2つの.
func beforeCount(text string, counter bool) string {
	before, of := strings.CutSuffix(text, "の")
	if !of && !counter {
		return text
	}
	if of {
		before = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(before, "つ"), "個"), "組")
	}
	if n := len(strings.TrimRight(before, numerals+"一二三四五六七八九十")); n < len(before) {
		return before[:n]
	}
	return text
}

// bareBefore returns the names without quotation marks that end at i, with those listed before them.
func (p *passage) bareBefore(i int, linked bool) []source.Span {
	var out []source.Span
	for {
		n, ok := latinBefore(p.text, i)
		if !ok {
			break
		}
		if p.scriptBefore(n.Start) == latin || !nameLike(p.surface(n)) || !p.alone(n) || p.inURL(n) {
			break
		}
		out = append(out, n)
		if i = p.beforeComma(n.Start); i == n.Start || !linked {
			break
		}
	}
	if len(out) > 0 || !linked {
		return out
	}
	for {
		n := source.Span{Start: p.katakanaStart(i), End: i}
		if p.count(n) < 3 || !nameLike(p.surface(n)) || commonKatakana(p, n) || len(out) > 0 && (p.count(n) < 4 || company(p.surface(n)) && !endsAny(p.surface(n), families...)) {
			return out
		}
		out = append(out, n)
		if i = p.beforeComma(n.Start); i == n.Start {
			return out
		}
	}
}

// katakanaStart returns where the katakana word, with its points, begins that ends at i.
func (p *passage) katakanaStart(i int) int {
	at := i
	for {
		at = p.runBefore(at, katakana)
		if !strings.HasSuffix(p.text[:at], "・") {
			break
		}
		at -= len("・")
	}
	return i - len(strings.TrimLeft(p.text[at:i], "・"))
}

// qualifiers stand between the link and the head.
var qualifiers = []string{"サイバー", "悪名高い", "新種の", "新型の", "未知の", "悪質な", "不正な", "悪意のある", "特殊な", "独自の", "別の", "新たな", "新しい", "巧妙な", "DDoS", "高度な", "国際的な", "ロシア系", "中国系", "北朝鮮系", "情報", "フィッシング用の", "攻撃用の", "ハッキング用の", "窃取用の", "不正送金用の", "遠隔操作用の", "自作の"}

// naming lists what stands between a name and its head.
var naming = []string{
	"と呼ばれる", "とよばれる", "といわれる", "と言われる", "として知られる", "を名乗る", "と名乗る", "と称する", "という", "といった", "と名付けられた",
	"という名の", "という種類の", "の名で活動する", "の名で知られる", "という名で活動する", "という名で知られる", "の通称で知られる", "と名付けた", "と名づけた", "と命名した", "の名で追跡する", "の名で追う", "という名前の", "と呼ばれている", "として知られている", "などの", "など", "等の", "の各", "の", "とみられる", "なる", "と命名された", "と呼ぶ", "と呼称される", "と呼称する", "名義の", "を自称する", "の異名を持つ", "の異名で知られる",
}

var namingTable = newSuffixTable(naming)
