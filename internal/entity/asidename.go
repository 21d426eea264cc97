package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// asides finds the names that are told by the bracket behind them: the Latin spelling in 尹可成 (Yin Kecheng), the post in
// ヘンリク・ソルベルグ（NUPI上級研究員）.
func (p *passage) asides() {
	for _, run := range p.ascii {
		if run.has&(withUpper|withLower) == withUpper|withLower {
			p.spelled(run.span)
		}
	}
	for _, state := range p.spots[stateWords] {
		p.ofState(state.Span)
	}
	p.called()
	for i, k := range p.kana {
		p.officeInKana(k)
		if k.pointed && (i == 0 || p.scriptBefore(k.Start) != kanji) && p.strangers(k.Span) && p.postInBracket(k.End) {
			p.sight(k.Span, content.Person, 0.7, "post")
		}
	}
}

// ofState finds the names in kanji of a list behind which their state stands in brackets: 朱華、張士龍（|中国|）.
func (p *passage) ofState(state source.Span) {
	open := p.before(state)
	if open != '(' && open != '（' || !beginsAny(p.text[state.End:], ")", "）") {
		return
	}
	end := state.Start - utf8.RuneLen(open)
	if s := (source.Span{Start: p.runBefore(end, kanji), End: end}); p.count(s) == 3 && p.chinese(s) && !p.listedWord(s) && !noNameEnd(p.surface(s)) {
		p.namesBackFrom(end, unlikely)
	}
}

// postInBracket reports whether a bracket stands at i that ends with what somebody is.
func (p *passage) postInBracket(i int) bool {
	n := p.bracketAt(i)
	if n == 0 {
		return false
	}
	inner := strings.TrimRight(p.text[i:i+n], ")） ")
	return p.endsWith(titleWords, source.Span{Start: i, End: i + len(inner)}) || p.endsWith(postWords, source.Span{Start: i, End: i + len(inner)})
}

// spelled finds the person in Latin letters in a bracket of a run of ASCII, and the one in Japanese before it.
func (p *passage) spelled(run source.Span) {
	for i := run.Start; i < run.End; i++ {
		if !upper(p.text[i]) || i > run.Start && inWord(p.text[i-1]) {
			continue
		}
		n := latinPerson(p.text[i:run.End])
		if n == 0 {
			if n = wordEnd(p.text, i) - i; n < 2 || strings.ToUpper(p.text[i:i+n]) == p.text[i:i+n] {
				continue
			}
		}
		inner := source.Span{Start: i, End: i + n}
		i = inner.End
		p.kanjiOf(inner)
		if short := p.shortInBracket(inner); short.Len() > 0 && !company(p.surface(inner)) {
			p.sight(inner, content.Person, 0.7, "spelling")
			p.sight(short, content.Person, 0.7, "spelling")
			continue
		}
		p.inBracket(inner)
	}
}

// shortInBracket returns the part of a name of two words that a bracket behind it repeats, which is what the text calls the person by from there
// on, where the name stands as a person's: 従業員の 1 人である Guan Tianfeng (|Guan|).
func (p *passage) shortInBracket(s source.Span) source.Span {
	rest := strings.TrimLeft(p.text[s.End:], " ")
	if !beginsAny(rest, "(", "（") || !endsAny(strings.TrimRight(p.text[:s.Start], " "), "人である", "者である", "員である", "男である", "員の", "者の", "国籍の") {
		return source.Span{}
	}
	at := len(p.text) - len(rest) + runeLen(rest)
	short := source.Span{Start: at, End: wordEnd(p.text, at)}
	if short.Len() < 2 || !beginsAny(p.text[short.End:], ")", "）") || !slices.Contains(strings.Fields(p.surface(s)), p.surface(short)) {
		return source.Span{}
	}
	return short
}

// personBeforeBracket returns the name of a person that ends a text: in kanji as China has it, or in katakana with a point.
func (p *passage) personBeforeBracket(before string) source.Span {
	end := len(before)
	switch p.scriptBefore(end) {
	case kanji:
		if s := (source.Span{Start: p.runBefore(end, kanji), End: end}); p.chinese(s) {
			return s
		}
	case katakana:
		if s := (source.Span{Start: p.katakanaStart(end), End: end}); strings.Contains(p.surface(s), "・") && !company(p.surface(s)) && !p.common(s) {
			return s
		}
	}
	return source.Span{}
}

// officeStarts begin the names of offices of state that no firm has.
var officeStarts = []string{"安全保障", "国防", "外務", "外交", "財務", "司法", "国務", "内務", "国家", "連邦", "大統領", "首相", "上院", "下院", "参謀", "最高", "副", "次期", "前", "元", "米", "英", "仏", "独", "露", "韓", "中", "豪", "伊", "台湾", "駐", "上級", "筆頭", "執行", "常任", "首席", "代理", "臨時", "暫定", "特別", "欧州", "地方", "州", "市", "危機", "情報", "通信", "経済", "商務", "運輸", "保健", "教育", "環境", "法務", "検察", "警察", "軍", "空軍", "海軍", "陸軍", "統合", "最高経営", "最高技術", "最高情報", "最高執行", "共同", "主任", "シニア"}

var officeStartTable = morph.NewWordTable(officeStarts)

// officeAt reports whether an office of state stands at i, with the country before it or not: 安全保障会議書記, 米|大統領.
// Those of firms are in Latin letters: CEO.
func (p *passage) officeAt(i int) bool {
	switch p.scriptAt(i) {
	case kanji, katakana:
	case latin:
		return p.chiefAt(i)
	default:
		return false
	}
	return officeTable.Longest(p.text[i:]) > 0 || officeStartTable.Longest(p.text[i:]) > 0 && p.titleBegins(i)
}

// leaders are the family names of heads of state of whom news tells without their titles.
var leaders = map[string]bool{
	"プーチン": true, "ゼレンスキー": true, "バイデン": true, "オバマ": true, "ネタニヤフ": true, "ルカシェンコ": true, "エルドアン": true, "マクロン": true, "メルケル": true, "スターマー": true, "ブリンケン": true, "メドベージェフ": true,
}

// leader reports whether a word of katakana is the name of such a head of state, and stands as one.
func (p *passage) leader(s source.Span) bool {
	if k := p.scriptAt(s.End); k != hiragana && k != other || s.Len() < 4*len("ア") {
		return false
	}
	return beginsAny(p.text[s.End:], "は", "が", "の", "に", "を", "と", "も", "、", "。", "ら", "から", "」") && p.before(s) != '・' && leaders[p.surface(s)]
}

// chiefs are the offices of firms in Latin letters.
var chiefs = morph.NewWordTable([]string{"CEO", "CISO", "CTO", "CFO", "COO", "CIO", "CSO", "ＣＥＯ", "ＣＩＳＯ", "ＣＴＯ", "ＣＦＯ", "ＣＯＯ", "ＣＩＯ", "ＣＳＯ"})

// chiefAt reports whether such an office stands at i and is not that of whom the text names behind it: アクメCEO|の|クック氏.
func (p *passage) chiefAt(i int) bool {
	n := chiefs.Longest(p.text[i:])
	return n > 0 && beginsAny(p.text[i+n:], "は", "が", "も", "、", "「", "ら", "に", "と", "を", "(", "（", "。")
}

// Lists of those who won or died tell of each in a bracket what his calling is: 吉田鋼太郎（俳優）、小曽根真（ジャズピアニスト）.

// professions end what such a bracket holds, and no word for a thing or a group.
var professions = []string{
	"俳優", "女優", "声優", "作家", "監督", "奏者", "歌手", "詩人", "歌人", "俳人", "棋士", "力士", "騎手", "画家", "漫画家", "落語家", "講談師", "漫才師", "美術家", "小説家", "作曲家", "作詞家", "写真家", "演出家", "評論家", "建築家", "音楽家", "脚本家", "翻訳家", "舞踊家", "振付家", "実業家", "書家", "陶芸家", "彫刻家", "思想家", "劇作家",
	"人形遣い", "狂言師", "能楽師", "浪曲師", "ピアニスト", "バイオリニスト", "チェリスト", "プロデューサー", "アナウンサー", "ジャーナリスト", "デザイナー", "イラストレーター", "ミュージシャン", "タレント", "コメディアン", "指揮者", "司会者", "登山家", "冒険家", "料理研究家", "教育学", "医師",
}

var professionTable = newSuffixTable(professions)

// called finds the names in kanji before such brackets.
func (p *passage) called() {
	if len(p.spots[professionWords]) == 0 {
		return
	}
	for at := 0; ; {
		i := strings.IndexAny(p.text[at:], "(（")
		if i < 0 {
			return
		}
		open := at + i
		at = open + runeLen(p.text[open:])
		s := source.Span{Start: p.runBefore(open, kanji), End: open}
		if n := p.count(s); n < 3 || n > 6 || noNameEnd(p.surface(s)) || p.listedWord(s) {
			continue
		}
		n := p.bracketAt(open)
		inner := strings.TrimRight(p.text[open:open+n], ")） ")
		if n == 0 || professionTable.longest(inner) == 0 || p.isTaken(s) {
			continue
		}
		rest := p.text[open+n:]
		if rest == "" || beginsAny(rest, "、", "」", "「", "『", "】", "ら", "が", "は", "を", "と", "も", "の", " ", "　", "。", "\n") {
			p.sight(s, content.Person, 0.65, "calling")
		}
	}
}

// officeInKana finds the name before an office of state that begins with a word in katakana: ミロシュ・モティカ・|エネルギー|相.
func (p *passage) officeInKana(k kanaWord) {
	at := strings.LastIndex(p.surface(k.Span), "・")
	if at < 0 || !beginsAny(p.text[k.End:], "相", "大臣", "担当相", "副大臣", "次官", "長官") {
		return
	}
	switch p.text[k.Start+at+len("・") : k.End] {
	case "エネルギー", "デジタル", "サイバー", "インフラ", "スポーツ", "サービス", "エコロジー":
		p.sight(source.Span{Start: k.Start, End: k.Start + at}, content.Person, 0.75, "title")
	}
}
