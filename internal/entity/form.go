package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// fullForms are the legal forms that are written out, before a name or after it.
var fullForms = []string{
	"株式会社", "有限会社", "合同会社", "合資会社", "学校法人", "医療法人", "社会医療法人", "特定医療法人", "医療法人社団", "社会福祉法人", "一般社団法人", "一般財団法人", "公益財団法人", "公益社団法人", "宗教法人", "独立行政法人", "国立研究開発法人", "国立大学法人", "公立大学法人", "NPO法人", "特定非営利活動法人", "㈱", "㈲", "有限公司", "有限責任公司", "股份有限公司", "科技公司",
}

// formed finds the organisation whose legal form stands at a span: 株式会社はまゆう印刷, ネジュミ興業合同会社, 東洋ネットワークス㈱.
func (p *passage) formed(form source.Span) {
	if inner, end := p.quotation(form.End); end > 0 && p.firmName(p.surface(inner)) {
		p.sight(inner, content.Organization, 0.75, "form")
		return
	}
	after := source.Span{Start: form.Start, End: p.ownName(form.End)}
	before := source.Span{Start: p.ownNameBefore(form.Start), End: form.End}
	word := p.surface(form)
	switch {
	case after.End > form.End && (word != "株式会社" || p.scriptAt(form.End) == hiragana):
		if p.scriptBefore(form.Start) != kanji && p.scriptBefore(form.Start) != katakana || before.Start == form.Start {
			p.sight(after, content.Organization, 0.75, "form")
		}
	case before.Start < form.Start && (word != "株式会社" || p.scriptAt(before.Start) == hiragana) && !strings.HasSuffix(word, "法人"):
		p.sight(before, content.Organization, 0.75, "form")
	}
}

// ownName returns where the name ends that begins at i: in hiragana, which tokens do not hold together, and then
// in kanji, katakana or Latin letters. It returns i where there is none.
func (p *passage) ownName(i int) int {
	end := p.run(i, hiragana)
	if soft := p.surface(source.Span{Start: i, End: end}); soft != "" && (utf8.RuneCountInString(soft) < 2 || utf8.RuneCountInString(soft) > 6 || beginsAny(soft, grammar...)) {
		return i
	}
	hard := end
	for hard < len(p.text) {
		if k := p.scriptAt(hard); k != kanji && k != katakana && k != latin && firstRune(p.text[hard:]) != '・' && p.text[hard] != '&' {
			break
		}
		hard += runeLen(p.text[hard:])
	}
	if name := strings.TrimRight(p.surface(source.Span{Start: end, End: hard}), "・&"); name != "" {
		for _, w := range []string{"代表取締役", "取締役", "代表", "社長", "様", "御中", "製", "等", "内"} {
			if n := strings.Index(name, w); n > 0 {
				name = name[:n]
			}
		}
		if hard = end + len(name); p.count(source.Span{Start: i, End: hard}) >= 2 {
			return hard
		}
	}
	return i
}

// run returns where the characters of a script end that stand at i.
func (p *passage) run(i, script int) int {
	for i < len(p.text) && p.scriptAt(i) == script {
		i += runeLen(p.text[i:])
	}
	return i
}

// grammar begins what is no name after a legal form or before a kind of institution.
var grammar = []string{
	"による", "により", "によれ", "として", "とし", "について", "など", "から", "では", "とは", "への", "との", "にお", "には", "にも", "にて", "に対", "です", "でし", "であ", "でも", "とな", "といっ", "という", "との", "とと", "を", "が", "および", "ならびに", "または", "ほか",
	"だけ", "のみ", "まで", "より", "ので", "のうち", "はじめ", "をめ", "また", "なお", "ただし", "さらに", "さて", "そし", "その", "この", "もと", "いわゆる", "あるいは", "うち", "かつて", "それ", "これ", "すで", "あわせ", "しか", "やはり", "ここ", "そこ", "いずれ", "まず", "つい", "ただ", "もう", "ため", "こと", "もの",
}

// ownNameBefore returns where the name begins that ends at i: kanji, katakana and points, with the hiragana before
// them where these begin a line or follow a sign.
func (p *passage) ownNameBefore(i int) int {
	at := i
	for at > 0 {
		k := p.scriptBefore(at)
		if k != kanji && k != katakana && !strings.HasSuffix(p.text[:at], "・") {
			break
		}
		at -= utf8.RuneLen(lastRune(p.text[:at]))
	}
	at += len(p.text[at:i]) - len(strings.TrimLeft(p.text[at:i], "・"))
	if at == i {
		return i
	}
	at = p.softStart(at)
	if s := (source.Span{Start: at, End: i}); p.count(s) < 2 || oneIn("同両各当本旧元", string(firstRune(p.text[at:]))) || endsAny(p.surface(s), "子会社", "親会社", "等") {
		return i
	}
	return at
}

// founded end what stands before the name of an institution in hiragana: 県立|みなみ総合病院.
var founded = []string{"県立", "市立", "町立", "村立", "区立", "都立", "府立", "道立", "国立", "私立", "法人", "株式会社"}

// softNames are words in hiragana that institutions are named after and that end like grammar.
var softNames = wordSet("みなと", "やまと", "ふるさと", "はやと", "たちばな", "ひな", "せな", "あおい", "らい", "あかし", "むさし", "よし", "はやて", "すその", "しなの", "みの")

// softStart returns where the hiragana begin that a name begins with whose kanji stand at i: みどり|野農協. Only what
// follows a sign, a digit or nothing can be told from grammar.
func (p *passage) softStart(i int) int {
	start := p.runBefore(i, hiragana)
	soft := p.text[start:i]
	n := utf8.RuneCountInString(soft)
	if softNames[soft] && p.scriptBefore(start) == other {
		return start
	}
	if n < 2 || n > 5 || p.scriptBefore(start) != other && !endsAny(p.text[:start], founded...) || beginsAny(soft, grammar...) || endsAny(soft, "の", "は", "が", "を", "に", "で", "と", "な", "く", "て", "し", "い", "った") {
		return i
	}
	return start
}

// owned are the kinds of institution that are named by the words right before them alone.
var owned = []string{
	"カレッジ", "アカデミー",
	"信用金庫", "信用組合", "農協", "漁協", "農業協同組合", "警察署", "地方裁判所", "高等裁判所", "簡易裁判所", "家庭裁判所", "病院", "銀行", "高校", "高等学校", "中学校", "小学校", "大学", "新聞社", "放送局",
	"科学館", "動物園", "水族館", "図書館", "美術館", "博物館", "文学館", "資料館", "記念館", "協会", "研究会", "総合病院", "医療センター", "朝報", "民報", "夕刊", "衛生所", "防除所", "気象台", "総合研究所", "研究所", "財団", "保安部",
	"県警察本部", "県警", "府警", "時報", "新報", "日報", "サイバーリサーチ", "リサーチ", "ラボ", "スパイダース", "タイガース", "ライオンズ", "ベアーズ", "ホークス", "イーグルス", "タイフーンズ", "ドルフィンズ", "ジャイアンツ", "ファイターズ", "ドラゴンズ", "ジャガーズ", "パンサーズ",
}

// ownedGenerics stand before such a word without naming one.
var ownedGenerics = []string{
	"大手", "地方", "総合", "都市", "投資", "民間", "国内", "海外", "外国", "公立", "私立", "県立", "市立", "国立", "管轄", "所轄", "全国", "複数", "基幹", "救急", "中核", "拠点", "国営", "商業", "信託", "通信", "取引", "提携", "被害", "参加", "関係", "最寄", "近隣", "有名", "一部", "両", "各", "同", "当", "本", "他", "元", "旧", "新",
	"ネット", "デジタル", "オンライン", "メガ", "グループ", "サイバー", "セキュリティ", "マーケティング", "データ", "アジア", "ヨーロッパ", "アフリカ", "大学", "附属", "付属", "県内", "市内", "都内", "府内", "町内", "地元", "委託", "指定", "協力", "欧州", "地域", "感染", "一般", "専門", "動物", "電話", "電子",
}

// owned finds institutions by the name right before their kind: 北斗|信用金庫, セパ|銀行, 港南|スパイダース.
func (p *passage) owned() {
	for _, kind := range p.spots[ownedWords] {
		if k := p.scriptAt(kind.End); k == p.scriptBefore(kind.End) && !p.cut(kind.End) {
			continue
		}
		end := len(strings.TrimSuffix(p.text[:kind.Start], "・")) // クリスタル・|ラボ
		s := source.Span{Start: p.wordOver(p.softStart(p.nameBefore(end))), End: kind.End}
		own := source.Span{Start: s.Start, End: end}
		if n := p.count(own); n < 2 || n > 10 && p.scriptAt(own.Start) != katakana || n > 18 || !p.ownsInstitution(own, owned[kind.word]) {
			continue
		}
		if rest := p.text[s.End:]; strings.HasPrefix(rest, "長") || beginsAny(rest, "側", "員", "生", "前") && p.scriptAt(s.End) == kanji && !p.cut(s.End) {
			continue
		}
		p.sight(s, content.Organization, 0.7, "institution")
	}
}

// nameBefore returns where the last word of one script begins that ends at i, with the kanji before katakana.
func (p *passage) nameBefore(i int) int {
	switch p.scriptBefore(i) {
	case kanji:
		if at := p.runBefore(i, kanji); p.scriptBefore(at) == katakana {
			return p.katakanaStart(at)
		} else {
			return at
		}
	case katakana:
		return p.katakanaStart(i)
	}
	return i
}

// ownsInstitution reports whether the words at a span are a name of their own, and not such that say of what sort an institution is.
func (p *passage) ownsInstitution(own source.Span, kind string) bool {
	name := p.surface(own)
	if beginsAny(name, ownedGenerics...) && !strings.HasSuffix(kind, "リサーチ") || endsAny(name, ownedGenerics...) && !(kind == "ラボ" && strings.Contains(name, "・")) {
		return false
	}
	if p.scriptAt(own.Start) == hiragana || strings.ContainsRune("つのツノヶケ", secondRune(name)) {
		return true
	}
	i, ok := p.tokenAt(own.Start)
	if !ok {
		return false
	}
	first := p.words[i]
	club := kind == "研究会" || kind == "協会"
	if first.is(nation) && !(club && first.End < own.End) || first.is(lead) || first.End > own.End && !p.pointedWhole(first, own) && !(kind == "ラボ" && p.unknownLab(first, own)) {
		return false
	}
	sure := slices.Contains([]string{"総合研究所", "信用金庫", "信用組合", "警察署", "地方裁判所", "簡易裁判所", "サイバーリサーチ"}, kind)
	team := script(lastRune(kind)) == katakana && kind != "ラボ"
	if foundation := kind == "研究所" || kind == "財団" || kind == "ラボ"; foundation && (p.scriptAt(own.Start) != katakana || first.End == own.End && first.is(listed) && !strings.HasPrefix(p.text[own.End:], "・") || p.count(own) < 4 || company(name) && !strings.Contains(name, "・")) {
		return false
	}
	return sure || first.is(proper) || p.scriptAt(own.Start) == katakana && !team && p.count(own) >= 2 && !(strings.HasSuffix(kind, "校") && first.End == own.End && first.is(listed)) || team && !first.is(listed)
}

// pointedWhole reports whether the tokenizer has taken a name in katakana and the kind behind its point for one unknown word: オーロラ・サイバー|・ラボ.
func (p *passage) pointedWhole(w word, own source.Span) bool {
	return !w.is(listed) && w.Start == own.Start && p.scriptAt(own.Start) == katakana && strings.HasPrefix(p.text[own.End:], "・")
}

// unknownLab reports whether the tokenizer has taken a name in katakana and the ラボ behind it for one unknown word: セキュリス|ラボ. A コラボ is none.
func (p *passage) unknownLab(w word, own source.Span) bool {
	return !w.is(listed) && w.End == own.End+len("ラボ") && w.Start <= own.Start && p.scriptAt(own.Start) == katakana && !strings.HasSuffix(p.surface(own), "コ")
}
