package entity

import (
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Institutions that are named without any word that the dictionary knows for a name: サセックス|大, 県警|サイバー対策課, 事業者の|メディアランド, テレビ|三河.

// universities are 大, as news shortens the word, with what follows it.
var universities = pairs([]string{"大"}, "の", "が", "は", "と", "や", "、", "）", ")", "など", "教授", "准教授", "名誉教授", "特任", "助教", "客員", "大学院", "医学部", "工学部", "法学部", "研究", "によ", "も", "でも", "付属", "附属")

// subjects end the names of universities: 京葉工科|大.
var subjects = []string{"工科", "理工", "理科", "医科", "歯科", "薬科", "商科", "経済", "外国語", "外語", "女子", "体育", "芸術", "美術", "音楽", "教育", "国際", "電機", "工業", "農業", "水産", "海洋", "学院", "学園", "都市", "情報", "科学"}

// university finds a university that is named in short.
func (p *passage) university(at source.Span) {
	s := source.Span{Start: at.Start, End: at.Start + len("大")}
	if !p.cut(s.Start) || !p.cut(s.End) {
		return
	}
	own := source.Span{Start: p.nameBefore(s.Start), End: s.Start}
	n := p.count(own)
	if n < 2 || n > 10 || own.Start > 0 && p.scriptBefore(own.Start) == p.scriptAt(own.Start) {
		return
	}
	i, ok := p.tokenAt(own.Start)
	if !ok || p.words[i].is(lead) || p.words[i].is(nation) && p.words[i].End == own.End {
		return
	}
	first := p.words[i]
	named := first.is(proper) || !first.is(listed) && n > 2 || endsAny(p.surface(own), subjects...)
	if named && !endsAny(p.surface(own), "最", "巨", "肥", "拡", "増", "強", "重", "大", "度", "倍", "量") {
		p.sight(source.Span{Start: own.Start, End: s.End}, content.Organization, 0.65, "institution")
	}
}

// policeForces are police of a prefecture without its name, which go on with their division: 県警|サイバー犯罪対策課.
var policeForces = []string{"県警", "府警", "道警"}

// policeDivision finds the division of police that are named without their prefecture.
func (p *passage) policeDivision(at source.Span) {
	if k := p.scriptBefore(at.Start); k == kanji || k == katakana {
		return
	}
	end := at.End
	for end < len(p.text) && (p.scriptAt(end) == kanji || p.scriptAt(end) == katakana) {
		end += runeLen(p.text[end:])
	}
	for end > at.End && !endsAny(p.text[:end], "課", "部", "隊", "室", "本部") {
		end -= utf8.RuneLen(lastRune(p.text[:end]))
	}
	if s := (source.Span{Start: at.Start, End: end}); p.count(s) > 4 && !endsAny(p.surface(s), "幹部", "内部", "一部") {
		p.sight(s, content.Organization, 0.65, "institution")
	}
}

// keepers say of what kind the firm is whose name follows, with の or without: 委託先の「オルビスソフト」, 事業者の|メディアランド|は.
var keepers = []string{"委託先", "再委託先", "取引先", "親会社", "運営会社", "関連会社", "グループ会社", "交換業者", "取引所", "交換所", "事業者", "請負業者", "会社", "企業", "大手", "ベンダー", "メーカー", "子会社", "銀行の", "商社", "新興企業", "スタートアップ"}

// kept finds the firm behind such a word.
func (p *passage) kept(at source.Span) {
	i := at.End
	rest, linked := strings.CutPrefix(p.text[i:], "の")
	i = len(p.text) - len(rest)
	if inner, end := p.quotation(i); end > 0 {
		if linked && p.firmName(p.surface(inner)) && beginsAny(p.text[end:], "の", "が", "は", "に", "を", "と", "、", "で", "（", "から") && !p.cuedWord(inner) {
			p.sight(inner, content.Organization, 0.65, "firm")
		}
		return
	}
	p.mixedFirm(i)
	if beginsAny(p.surface(at), "事業者", "企業", "大手", "会社") && !linked {
		return
	}
	if k := p.scriptBefore(at.Start); endsAny(p.surface(at), "企業", "会社", "大手", "メーカー", "ベンダー", "商社", "スタートアップ") && k != kanji && k != katakana && k != latin {
		return // what firms have, and not one of them: 企業の|テレワーク
	}
	s := p.kanaAt(i).Span
	if n, ok := latinAfter(p.text, i); ok {
		s = n
		if beginsAny(p.surface(at), "会社", "企業", "大手") || !upper(p.text[s.Start]) || productTable[strings.ToLower(p.surface(s))] || s.Len() <= 3 && strings.ToUpper(p.surface(s)) == p.surface(s) {
			return // メーカーの|EV
		}
	} else if p.count(s) < 4 || !p.strange(s) {
		return
	}
	if name := p.surface(s); nameLike(name) && !endsAny(name, "サイト", "サービス", "アプリ", "システム", "サーバー", "サーバ", "センター", "コード", "データ", "ウォレット", "アカウント", "ネットワーク", "ファイル", "サポート", "ユーザー", "メール", "ソフト", "セキュリティ", "セキュリティー") && beginsAny(p.text[s.End:], "の", "が", "は", "に", "を", "と", "、", "で", "（", "(", "から", "へ", "も") {
		p.sight(s, content.Organization, 0.65, "firm")
	}
}

// cuedWord reports whether a quotation holds a word that is said of attackers.
func (p *passage) cuedWord(s source.Span) bool { return commonTable.In(p.surface(s)) }

// strange reports whether a run of katakana has a part that is no common word of the dictionary.
func (p *passage) strange(s source.Span) bool {
	i, ok := p.tokenAt(s.Start)
	if ok && p.words[i].Span == s && p.words[i].is(listed) && (!p.words[i].is(proper) || p.words[i].is(regional)) {
		return false
	}
	for ; ok && i < len(p.words) && p.words[i].Start < s.End; i++ {
		if w := p.words[i]; !w.is(listed) || w.is(proper) {
			return true
		}
	}
	return ok && p.count(s) >= 6 && p.words[i-1].Span != s // two common words that no dictionary has together: レッド|カナリア
}

// stations begin the names of those who broadcast: テレビ|三河.
var stations = []string{"テレビ", "ラジオ", "ＦＣ", "FC"}

// station finds a broadcaster, or a club, by the word before its town.
func (p *passage) station(at source.Span) {
	if k := p.scriptBefore(at.Start); k == p.scriptAt(at.Start) || k == kanji {
		return
	}
	club := strings.Contains(p.surface(at), "C") || strings.Contains(p.surface(at), "Ｃ")
	end := p.run(at.End, kanji)
	if club && end > at.End {
		end = p.run(end, katakana)
	}
	own := source.Span{Start: at.End, End: end}
	if n := p.count(own); n < 2 || n > 8 || !club && n > 3 || !beginsAny(p.text[end:], "の", "が", "は", "を", "に", "と", "、", "で", "も", "へ", "記者", "によ", "）") && p.text[end:] != "" {
		return
	}
	i, ok := p.tokenAt(own.Start)
	if !ok {
		return
	}
	if w := p.words[i]; !(w.is(proper) || !w.is(listed) || w.End > own.End || p.count(w.Span) == 1) || w.is(nation) || w.is(suffix) {
		return
	}
	p.sight(source.Span{Start: at.Start, End: end}, content.Organization, 0.65, "institution")
}

// institutes finds institutions of all these kinds.
func (p *passage) institutes() {
	for _, at := range p.spots[universityWords] {
		p.university(at.Span)
	}
	for _, at := range p.spots[holdingWords] {
		p.held(at.Span)
	}
	for _, at := range p.spots[collegeWords] {
		p.college(at.Span)
	}
	for _, at := range p.spots[policeForceWords] {
		p.policeDivision(at.Span)
	}
	for _, at := range p.spots[keeperWords] {
		p.kept(at.Span)
	}
	for _, at := range p.spots[vendorWords] {
		p.vendor(at.Span)
	}
	for _, at := range p.spots[stationWords] {
		p.station(at.Span)
	}
}

// vendors are the words in katakana that end the names of those who look into attacks: アークライン・|セキュリティ.
var vendors = []string{"セキュリティ", "セキュリティー", "フォレンジック", "フォレンジックス", "インテリジェンス"}

// plainVendors stand before such a word in what is no name.
var plainVendors = newSuffixTable(strings.Fields("クラウド ネットワーク サイバー データ モバイル アプリ アプリケーション エンドポイント メール ウェブ ソフトウェア ソフトウエア ハードウェア デバイス システム インフラ ホーム コンテナ ブラウザ ブラウザー ゲートウェイ ゼロトラスト トラスト インターネット コンピュータ コンピューター サーバー サーバ ユーザー マルチ トータル フィジカル プロダクト オペレーション スマート デジタル パスワード アイデンティティ チェーン テレワーク リモート ネット サイト ファイル プラットフォーム エンタープライズ バイオ グローバル ナショナル ヒューマン ハイ オープンソース オープン メモリ メモリー ファスト ビジネス マーケット スレット アーティフィシャル カスタマー ワイヤレス カード アカウント ログイン ランサムウェア マルウェア プロアクティブ アクティブ"))

// vendor finds the firm that ends with such a word, where it stands as one that speaks or acts.
func (p *passage) vendor(at source.Span) {
	if p.scriptAt(at.End) == katakana || p.scriptAt(at.End) == kanji || strings.HasPrefix(p.text[at.End:], "・") {
		return
	}
	s := source.Span{Start: p.nameBefore(at.End), End: at.End}
	own := strings.TrimRight(p.text[s.Start:at.Start], "・")
	n := utf8.RuneCountInString(own)
	if n < 2 || n > 10 || s.Start >= at.Start || plainVendors.ends(own) || p.scriptAt(s.Start) == kanji && !p.places(source.Span{Start: s.Start, End: s.Start + len(own)}) || p.scriptBefore(s.Start) == latin {
		return
	}
	if rest := p.text[at.End:]; rest == "" || beginsAny(rest, "の", "は", "が", "、", " ", "　", "\n", "（", "(", "）", ")", "によ", "から", "」") {
		p.sight(s, content.Organization, 0.65, "firm")
	}
}
