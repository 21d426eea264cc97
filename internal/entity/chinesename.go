package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// The dictionary has hardly any name of China or Korea and cuts them into single characters. A family name that is one of few hundred, the
// two characters behind it, and what stands beside them tell that they name somebody: 管理者、|王雲鶴|を逮捕, |呉穎卓|ら3人.

// chinese reports whether a run of two or three kanji begins with a family name of China or Korea and goes on with no common word.
func (p *passage) chinese(s source.Span) bool {
	n := p.count(s)
	first := firstRune(p.text[s.Start:])
	if n < 2 || n > 3 || !strings.ContainsRune(chineseFamilies, first) {
		return false
	}
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].End < s.End || ok && !p.words[i].is(listed) || ok && p.words[i].is(personal)
}

// chineseFamilies are family names of China and Korea, in the characters of Japan and of the mainland.
const chineseFamilies = "王李張劉陳楊趙黄周呉徐孫胡朱高林何郭馬羅梁宋鄭謝韓唐馮于董蕭程曹袁鄧許傅沈曾彭呂蘇盧蒋蔡賈丁魏薛葉閻余潘杜戴夏鍾汪田任姜范方石姚譚廖鄒熊金陸郝孔白崔康毛邱秦江史顧侯邵孟龍万段雷銭湯尹黎易常武喬賀頼龔文朴申権安柳洪全裵南車禹閔池厳玄咸卞廉" +
	"麦関聶霍柯詹翁耿倪苗俞凌鮑殷屈鄔阮裴瞿" + mainlandFamilies

// mainlandFamilies are written with characters that Japan does not have.
const mainlandFamilies = "吴陈刘张杨赵黄马罗郑谢韩冯萧邓许蒋叶阎钟陆孙龙汤贺龚庞关闫苏卢贾邹谭韦顾钱严饶"

// chineseInFull reports whether three kanji are a family name and a given name of China or Korea and nothing else: the first is a word of
// its own, and the other two are none. Names in characters of the mainland have two or three.
func (p *passage) chineseInFull(s source.Span) bool {
	n := p.count(s)
	if strings.ContainsRune(mainlandFamilies, firstRune(p.surface(s))) && (n == 2 || n == 3) {
		return true
	}
	if n != 3 || !p.chinese(s) || noNameEnd(p.surface(s)) {
		return false
	}
	i, ok := p.tokenAt(s.Start)
	if !ok || i+1 == len(p.words) || p.count(p.words[i].Span) > 1 && !p.words[i].is(personal) {
		return false
	}
	next := p.words[i+1]
	return next.End <= s.End && !(next.is(listed) && !next.is(proper) && p.count(next.Span) > 1)
}

// seized are what is done to persons, and what they are, behind the particle that follows their names.
var seized = slices.Concat(
	pairs([]string{"を", "に", "ら", "の"}, "逮捕", "起訴", "訴追", "制裁", "指名手配", "拘束", "送還", "告発", "提訴", "1", "2", "3", "4", "5", "6", "7", "8", "9", "１", "２", "３", "４", "５", "６", "７", "８", "９"),
	pairs([]string{"ら"}, ranksOfSeized...),
)

// ranksOfSeized are what those are who are counted with somebody: 王東ら|将校|5人.
var ranksOfSeized = []string{"将校", "軍人", "士官", "幹部", "技術者", "構成員", "ハッカー", "中国人", "中国籍", "職員", "社員", "従業員", "元社員", "元幹部", "工作員", "将官", "男女", "男", "容疑者", "被告", "実行役", "当局者"}

// chineseSeized finds the names of China and Korea before such words: |尹可成|を制裁, |李哲南|ら3人, |王東|ら将校5人を起訴.
func (p *passage) chineseSeized() {
	for _, at := range p.spots[seizedWords] {
		s := source.Span{Start: p.runBefore(at.Start, kanji), End: at.Start}
		rest := p.text[at.Start+len("ら"):]
		if n := ranksTable.Longest(rest); n > 0 && strings.HasPrefix(p.text[at.Start:], "ら") {
			rest = rest[n:]
		}
		if beginsAny(p.text[at.Start:], "ら", "の") != countsPersons(rest) || !p.chineseInFull(s) && !(p.count(s) == 2 && p.chinese(s) && !p.listedWord(s) && !p.places(s) && !noNameEnd(p.surface(s)) && strings.HasPrefix(p.text[at.Start:], "ら") && p.oneOnTrial(p.surface(p.sentence(s)))) {
			continue
		}
		p.namesBackFrom(s.End, likely)
	}
}

var ranksTable = morph.NewWordTable(ranksOfSeized)

// kanjiOf finds the person in Latin letters whose name in kanji stands in the bracket behind: Wu Haibo (|吴海波|).
func (p *passage) kanjiOf(latin source.Span) {
	open := p.afterSpace(latin.End)
	if !beginsAny(p.text[open:], "(", "（") {
		return
	}
	s := source.Span{Start: open + runeLen(p.text[open:])}
	s.End = p.run(s.Start, kanji)
	if n := p.count(s); n < 2 || n > 3 || !beginsAny(p.text[s.End:], ")", "）", "、", ",") || !p.chinese(s) && !p.chineseInFull(s) {
		return
	}
	p.sight(latin, content.Person, 0.75, "spelling")
	p.sight(s, content.Person, 0.75, "spelling")
}

// personBefore reports whether a full name ends before the comma or bracket at i, so that what follows is another name of somebody and not of
// attackers: 周帥 (Zhou Shuai、|別名「Coldface」).
func (p *passage) personBefore(i int) bool {
	before := strings.TrimRight(p.text[:i], " 、,(（")
	end := len(before)
	if end == i {
		return false
	}
	before = strings.TrimRight(before, ")）") // Zhou Shuai (周帅)、別名
	end = len(before)
	switch p.scriptBefore(end) {
	case kanji:
		s := source.Span{Start: p.runBefore(end, kanji), End: end}
		return p.chineseInFull(s) || p.chinese(s) && !p.listedWord(s) && !noNameEnd(p.surface(s))
	case katakana:
		s := source.Span{Start: p.katakanaStart(end), End: end}
		return strings.Contains(p.surface(s), "・") && p.fullForeign(s)
	case latin:
		from := max(0, end-maxQuotation)
		open := strings.LastIndexAny(before[from:], "(（")
		if open < 0 {
			return false
		}
		open += from
		inner := before[open+runeLen(before[open:]):]
		return inner != "" && latinPerson(inner) == len(inner) && p.personBeforeBracket(strings.TrimRight(before[:open], " ")).Len() > 0
	}
	return false
}

// shortFamilies are family names of two kana, which before an office are nothing else.
var shortFamilies = map[string]bool{
	"リー": true, "シン": true, "タン": true, "チョウ": true, "ブイ": true, "ホー": true, "ウー": true, "ワン": true, "リン": true, "キム": true, "パク": true, "チェ": true, "ユン": true, "カン": true, "ハン": true, "マー": true, "リウ": true, "ヤン": true, "ソン": true, "ムン": true, "アン": true, "スー": true,
	"ラオ": true, "ダス": true, "ロイ": true, "ラム": true, "ファム": true, "ダン": true, "ウォン": true, "チャン": true, "チェン": true, "グエン": true, "ホアン": true, "チュー": true, "リム": true,
}

// chineseLed finds the names of China and Korea that fill a run of kanji before a title: 王建国|国家主席, 汪|報道官.
func (p *passage) chineseLed() {
	for _, title := range p.spots[titleWords] {
		s := source.Span{Start: p.runBefore(title.Start, kanji), End: title.Start}
		switch n := p.count(s); {
		case n > 1 && oneIn(beforeTitles, string(lastRune(p.surface(s)))): // 石破|前|首相
		case n == 1 && alonePosts[p.surface(title.Span)] && strings.Contains(chineseFamilies, p.surface(s)) && !strings.Contains("韓万全安南車成文任", p.surface(s)):
			p.sight(source.Span{Start: s.Start, End: title.End}, content.Person, 0.75, "title")
		case n == 2 && p.shortChinese(s, p.surface(title.Span)),
			n == 3 && (p.chineseInFull(s) || p.chinese(s) && patriotic(p.surface(s))):
			p.sight(s, content.Person, 0.75, "title")
		}
	}
}

// shortChinese reports whether two kanji before an office are a family name and a given name of China or Korea, and no town (周南|市長) or army
// (韓軍|報道官).
func (p *passage) shortChinese(s source.Span, office string) bool {
	name := p.surface(s)
	if !p.chinese(s) || p.listedWord(s) || p.places(s) || mayors[office] || familyNamesOfJapan()[name] || rankTable[name] || p.partOfTitle(s) {
		return false
	}
	return !noNameEnd(name) || strings.HasSuffix(name, "軍") && !oneIn("韓白赤黄黒金", string(firstRune(name))) && alonePosts[office]
}

// alonePosts are offices before which a family name of China or Korea stands alone.
var alonePosts = map[string]bool{
	"報道官": true, "外相": true, "国家主席": true, "首相": true, "国防相": true, "総書記": true, "主席": true, "大統領": true,
}

// mayors are offices before which the name of a town stands, which in Japan may be written as a name of China: 周南|市長.
var mayors = map[string]bool{"市長": true, "町長": true, "村長": true, "知事": true, "区長": true, "市議": true, "県議": true, "町議": true, "署長": true, "局長": true, "市教育長": true}

// patriotic reports whether a name ends with what many names of China have that other words end with, too: 王|建国, 李|衛軍.
func patriotic(name string) bool {
	return !strings.HasSuffix(name, "海軍") && endsAny(name, pairs([]string{"建", "衛", "愛", "保", "立", "興", "振", "定", "安", "治", "護", "富", "志", "永", "海", "紅", "学", "暁"}, "国", "軍")...)
}

// ofKorea reports whether the sign of a country, which is a family name too, stands before an office of state: 韓|外相.
func (p *passage) ofKorea(s source.Span) bool {
	return p.surface(s) == "韓" && alonePosts[p.text[s.End:s.End+titleTable.Longest(p.text[s.End:])]]
}
