package entity

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// Names in Latin letters stand in Japanese text as those of programs and firms do. What stands beside them tells that they name somebody:
// Dr. |Grace Ndlovu|, President: |Alice B. Carmody|, 登録者名は「|Pavel Hruška|」, 金明洙 / |Kim Myong Su|.

// accentedNames finds the persons among the names that have letters with accents in them, which no run of ASCII holds whole.
func (p *passage) accentedNames() {
	end := 0
	for _, at := range p.accents {
		if at < end {
			continue
		}
		s := p.latinName(at)
		if end = s.End; s.Len() == 0 {
			continue
		}
		p.personNamed(s, false)
		p.inBracket(s)
	}
}

// touchesAccent reports whether a name of ASCII goes on with letters that have accents, so that it is a part of one: Thị |Lan Anh|.
func (p *passage) touchesAccent(s source.Span) bool {
	if len(p.accents) == 0 {
		return false
	}
	w := p.latinWord(s.Start)
	if s.Start > 1 && p.text[s.Start-1] == ' ' {
		w.Start = p.latinWord(s.Start - 2).Start
	}
	next := s.End - 1
	if s.End+1 < len(p.text) && p.text[s.End] == ' ' {
		next = s.End + 1
	}
	w.End = p.latinWord(next).End
	return slices.ContainsFunc(p.accents, func(i int) bool { return w.Start <= i && i < w.End })
}

// latinName returns the name of two to five words with capitals that the letter at i is a part of, without any character if there is none.
func (p *passage) latinName(i int) source.Span {
	s := p.latinWord(i)
	words := 1
	for s.Start > 1 && p.text[s.Start-1] == ' ' {
		w := p.latinWord(s.Start - 2)
		if !unicode.IsUpper(firstRune(p.surface(w))) || w.End != s.Start-1 {
			break
		}
		s.Start, words = w.Start, words+1
	}
	for s.End+1 < len(p.text) && p.text[s.End] == ' ' {
		w := p.latinWord(s.End + 1)
		if !unicode.IsUpper(firstRune(p.surface(w))) || w.Start != s.End+1 {
			break
		}
		s.End, words = w.End, words+1
	}
	if words < 2 || words > 5 || !unicode.IsUpper(firstRune(p.surface(s))) || company(p.surface(s)) || p.inURL(s) {
		return source.Span{}
	}
	return s
}

// latinWord returns the letters, hyphens and apostrophes about the character at i, without any character if it is none of them.
func (p *passage) latinWord(i int) source.Span {
	in := func(i int) bool {
		return p.marks[i]&scriptMark == latin || p.text[i] == '-' || p.text[i] == '\''
	}
	s := source.Span{Start: i, End: i}
	for s.Start > 0 && in(s.Start-1) {
		s.Start--
	}
	for s.End < len(p.text) && in(s.End) {
		s.End++
	}
	return s
}

var (
	// addresses stand before the names of persons in English.
	addresses = []string{"Dr.", "Prof.", "Mr.", "Ms.", "Mrs."}
	// namedIn say of what stands in the quotation marks behind them that somebody gave it for his name.
	namedIn = []string{"登録者名は", "登録名義は", "名義人は", "本名は", "氏名は", "登録者名", "名義人", "本名", "という偽名", "偽名"}
)

// latinSlot returns how sure it is that a name in Latin letters stands where only those of persons do, 0 if it does not.
func (p *passage) latinSlot(s source.Span) float64 {
	before := strings.TrimRight(p.text[:s.Start], " ")
	if endsAny(before, addresses...) {
		return 0.8
	}
	if post := strings.TrimRight(before, ":："); len(post) < len(before) && p.latinPost(post) {
		return 0.75
	}
	if quoted, ok := strings.CutSuffix(before, "「"); ok && beginsAny(p.text[s.End:], "」") && endsAny(quoted, namedIn...) {
		return 0.7
	}
	if p.inByline(s, before) {
		return 0.7
	}
	return 0
}

// givenLatin returns the given names in Latin letters, and the family names that stand first in East Asia.
var givenLatin = sync.OnceValue(func() map[string]bool { return wordsIn("given-latin.txt") })

// knownGiven reports whether a name in Latin letters begins with a given name and does or suffers what only persons do: |Andrew Patel| は…と語った, and
// not |James Webb| Telescope, nor |John Deere| は侵害を公表した, which is a firm.
func (p *passage) knownGiven(s source.Span) bool {
	name := p.surface(s)
	first, rest, _ := strings.Cut(name, " ")
	if !givenLatin()[first] || notSurnames.ends(name) || company(name) || strings.ToUpper(rest) == rest && len(rest) > 2 || overlapped(p.known, s) {
		return false
	}
	after := p.text[p.afterSpace(s.End):]
	line := p.surface(p.sentence(s))
	inList := (after == "" || beginsAny(after, "、", ",", "ほか", "他", "\n")) && !strings.ContainsAny(line, "はが。") // 5人 |Zhu Hua|、Zhang Shilong
	if !inList && !beginsAny(after, "ら", "を逮捕", "を起訴", "を拘束", "を訴追", "を指名手配", "に懲役", "に有罪", "「") && !personalDeeds.In(line) {
		return false
	}
	switch before := p.before(s); {
	case before < utf8.RuneSelf && inWord(byte(before)), strings.ContainsRune("/_-.@", before):
		return false
	case p.afterSpace(s.End) > s.End && after != "" && (upper(after[0]) || lower(after[0]) || '0' <= after[0] && after[0] <= '9'), beginsAny(after, "'", "&", "+", "_", "-", "@", "/", ".c", "社", "賞", "法", "財団", "研究所", "大学", "銀行", "ホテル", "病院", "空港", "号", "製", "版"):
		return false
	}
	return true
}

// personalDeeds are said of persons and of no firm.
var personalDeeds = morph.NewWordTable([]string{"述べ", "語っ", "語る", "話し", "話す", "指摘", "警告し", "説明し", "説明する", "コメント", "逮捕", "起訴", "拘束", "訴追", "有罪", "懲役", "証言", "死亡", "国籍", "勤務", "名乗", "罪状", "書い", "投稿し", "振り返", "研究者", "教授", "記者", "アナリスト", "出身", "生まれ", "とみている", "と考え", "容疑", "身柄", "引き渡", "手配"})

// notSurnames end what begins with a given name and is nobody.
var notSurnames = newSuffixTable([]string{
	"Security", "Group", "Labs", "Lab", "Systems", "Inc", "Corp", "Ltd", "Networks", "Times", "Journal", "Post", "News", "Report", "Research", "Institute", "University", "College", "Bank", "Technologies", "Technology", "Cyber", "Team", "Proxy", "Tool", "Loader", "Backdoor",
	"Stealer", "Bot", "Panda", "Bear", "Kitten", "Spider", "Typhoon", "Street", "Park", "City", "County", "Hotel", "Motors", "Airlines", "Beach", "Island", "Islands", "Creek", "Method", "Controls", "Hospital", "Foundation", "Partners", "Associates", "Bros", "Brothers", "Sons", "Company",
	"Software", "Solutions", "Holdings", "Capital", "Center", "Centre", "School", "Press", "Media", "Records", "Store", "Prize", "Award", "Act", "Bay", "River", "Lake", "Hill", "Hills", "Airport", "Station", "Cup", "Open", "Mode", "Code", "Kit", "Cloud", "Server", "Platform", "Telescope", "Disease", "Syndrome", "Consulting", "Logistics", "Trading", "Electronics", "Pharma", "Foods", "Energy", "Mining", "Shipping", "Steel", "Marine", "Aerospace", "Telecom", "Insurance", "Financial", "Ventures", "Global", "International", "Japan", "America", "Express", "Ransomware", "Gang", "Crew", "Campaign", "Operation",
	"Enterprises", "Services", "Stores", "Health", "Hotels", "Bridge", "State", "Index", "Accessories", "Brand", "Sands", "Empire", "Monitor", "Computers", "Optics", "DB", "Air", "Springs", "Town",
})

// datesOfPosts begin the lines that say when a text was posted, and by whom.
var datesOfPosts = []string{"Posted", "Published", "By ", "公開", "投稿", "掲載"}

// inByline reports whether a name stands between the signs of a line that says when a text was posted: Posted: Oct 21, 2025 | |Jane Roe|, |John Doe|.
func (p *passage) inByline(s source.Span, before string) bool {
	line := before[strings.LastIndexByte(before, '\n')+1:]
	bar := strings.LastIndexAny(line, "|｜")
	if bar < 0 || !beginsAny(line, datesOfPosts...) || !endsAny(before, "|", "｜", ",", "、") {
		return false
	}
	for _, r := range line[bar+runeLen(line[bar:]):] {
		if r != ' ' && r != ',' && r != '、' && r != '-' && r != '.' && script(r) != latin {
			return false
		}
	}
	return s.End == len(p.text) || beginsAny(p.text[s.End:], ",", "、", " |", " ｜", "|", "｜", "\n", "(", "（", " (")
}

// inBracket finds the person whose other spelling a name in Latin letters is: モーラ・オサリヴァン（|Mórag Súilleabháin|）,
// キム・ミョンス(金明洙 / |Kim Myong Su|), |Pavel Morozov|(パーヴェル・モロゾフ).
func (p *passage) inBracket(s source.Span) {
	if p.readInKana(s) {
		return
	}
	open := strings.TrimRight(p.text[:s.Start], " ")
	if inner, ok := cutAny(open, "/", "／", "、", ","); ok {
		inner = strings.TrimRight(inner, " ")
		name := source.Span{Start: p.runBefore(len(inner), kanji), End: len(inner)}
		if open = p.text[:name.Start]; !p.chinese(name) || p.personBeforeBracket(beforeBracket(open)).Len() == 0 {
			return
		}
		p.sight(name, content.Person, 0.75, "spelling")
	}
	if beforeBracket(open) == open || !beginsAny(p.text[s.End:], ")", "）", "、", ",") || company(p.surface(s)) {
		return
	}
	if before := p.personBeforeBracket(beforeBracket(open)); before.Len() > 0 {
		p.sight(before, content.Person, 0.75, "spelling")
		p.sight(s, content.Person, 0.75, "spelling")
	}
}

// beforeBracket returns a text without the bracket that opens at its end, the text itself if none does.
func beforeBracket(s string) string {
	before, ok := cutAny(s, "(", "（")
	if !ok {
		return s
	}
	return strings.TrimRight(before, " ")
}

// cutAny returns a text without the first of some endings that it has, and whether it has any.
func cutAny(s string, ends ...string) (string, bool) {
	for _, end := range ends {
		if before, ok := strings.CutSuffix(s, end); ok {
			return before, true
		}
	}
	return s, false
}

// readInKana finds the person in Latin letters behind whom the name stands in katakana, and its reading: |Pavel Morozov|(|パーヴェル・モロゾフ|).
func (p *passage) readInKana(s source.Span) bool {
	open := p.afterSpace(s.End)
	if !beginsAny(p.text[open:], "(", "（") {
		return false
	}
	k := p.kanaAt(open + runeLen(p.text[open:]))
	if !k.pointed || !strings.Contains(p.surface(s), " ") || !beginsAny(p.text[k.End:], ")", "）") || !p.fullForeign(k.Span) || company(p.surface(s)) || company(p.surface(k.Span)) {
		return false
	}
	p.sight(s, content.Person, 0.75, "spelling")
	p.sight(k.Span, content.Person, 0.75, "spelling")
	return true
}

// behindReading reports whether the reading of a name ends at i, behind which the house stands that somebody is of: 柳智雅（ユ・ジア）|韓西大教授.
func (p *passage) behindReading(i int) bool {
	inner, ok := cutAny(p.text[:i], "）", ")")
	if !ok || p.scriptBefore(len(inner)) != katakana {
		return false
	}
	return beforeBracket(p.text[:p.katakanaStart(len(inner))]) != p.text[:p.katakanaStart(len(inner))]
}

// knights stand before the full names of persons and are joined to them: サー・|ヒュー・ペンブルック|.
var knights = []string{"サー・", "デイム・", "デーム・", "ロード・", "レディ・", "レディー・"}

// behindTitle returns the full name behind the title that is joined to it, the span itself if there is none.
func (p *passage) behindTitle(s source.Span) source.Span {
	for _, title := range knights {
		if rest, ok := strings.CutPrefix(p.surface(s), title); ok && strings.Contains(rest, "・") && !company(rest) {
			return source.Span{Start: s.End - len(rest), End: s.End}
		}
	}
	return s
}

// rankPattern matches the rank of an officer of Japan, with its number: 1佐, ２等陸佐, 3等空曹.
var rankPattern = regexp.MustCompile(`[1-3１-３一二三](?:等[陸海空])?[佐尉曹](?:[はがもをにのとらたで、。（(」』 ]|$)`)

// ranked finds the family names before such ranks: |谷口|1佐.
func (p *passage) ranked() {
	if len(p.spots[officerWords]) == 0 {
		return
	}
	for _, at := range rankPattern.FindAllStringIndex(p.text, -1) {
		s := source.Span{Start: p.runBefore(at[0], kanji), End: at[0]}
		if familyNamesOfJapan()[p.surface(s)] || p.nameToken(s) {
			p.sight(s, content.Person, 0.75, "title")
		}
	}
}

// affiliated finds the names of China and Korea before the house and the post of the person: |林雅婷|・海洋科技大副教授.
func (p *passage) affiliated() {
	for _, title := range p.spots[titleWords] {
		start := title.Start
		for k := p.scriptBefore(start); k == kanji || k == katakana; k = p.scriptBefore(start) {
			start--
		}
		before, ok := strings.CutSuffix(p.text[:start], "・")
		if !ok || title.Start-start < 2*len("字") || title.End < len(p.text) && (p.scriptAt(title.End) == kanji || p.scriptAt(title.End) == katakana) {
			continue
		}
		s := source.Span{Start: p.runBefore(len(before), kanji), End: len(before)}
		if (p.chineseInFull(s) && !p.listedWord(s) || p.givenAt(s) > 0) && p.before(s) != '・' {
			p.sight(s, content.Person, 0.7, "post")
		}
	}
}
