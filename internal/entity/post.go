package entity

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// posts stand before the names of those who hold them or are in their place: 裁判官 綿貫諒, 無職　山田 太郎（41）.
var posts = []string{
	"裁判長", "裁判官", "判事", "検事", "検察官", "弁護士", "弁護人", "被告人", "被告", "容疑者", "被疑者", "無職", "会社員", "会社役員", "自営業", "アルバイト", "団体職員", "派遣社員", "大学生", "大学院生", "元社員", "元従業員",
	"社長", "社長執行役員", "会長", "代表取締役", "取締役", "専務", "常務", "執行役員", "本部長", "理事長", "理事", "委員長", "座長", "知事", "市長", "学長", "所長", "局長", "部長", "課長", "室長", "院長", "園長", "校長", "署長", "事務長", "支店長", "編集長",
	"代表", "主任研究員", "研究員", "アナリスト", "専門家", "教授", "医師", "監督", "主将", "代打", "選手", "大臣", "首相", "大統領", "外相", "長官", "大使", "記者", "担当", "聞き手", "CEO", "CISO", "CTO", "CFO", "CIO", "COO", "ＣＥＯ", "ＣＩＳＯ",
	"著者について", "研究者", "ジャーナリスト", "リサーチャー", "責任者", "エンジニア", "コンサルタント", "ディレクター", "マネージャー", "マネジャー",
}

// aged reports whether the age of a person stands in brackets at i: (31), （22歳）, and as machine translation has it, （ 24 歳 ）.
func (p *passage) aged(i int) bool {
	i = p.afterSpace(i)
	r := firstRune(p.text[i:])
	return (r == '(' || r == '（') && agePattern.MatchString(p.text[i:])
}

var agePattern = regexp.MustCompile(`^[(（] ?[1-9１-９][0-9０-９] ?歳? ?[)）]`)

// yearsOld reports whether a text begins with the years of somebody's age, apart from the name before it: 、35歳, 、35 歳、, ,35歳.
func yearsOld(s string) bool { return yearsPattern.MatchString(s) }

var yearsPattern = regexp.MustCompile(`^ ?[、,，] ?(?:当時 ?)?[1-9１-９][0-9０-９] ?歳(?:[^未以代前]|$)`)

// postEnds reports whether a post ends at i or before the space or colon there.
func (p *passage) postEnds(i int) bool {
	before := beforeBlanks(p.text[:i])
	if at := strings.TrimRight(before, ":："); len(at) < len(before) {
		before = beforeBlanks(at)
	}
	return i-len(before) <= 2*len("　") && p.endsWith(postWords, source.Span{End: len(before)})
}

// common reports whether the first and the last word of a name are words of the dictionary that name nobody: メール・サーバー.
func (p *passage) common(s source.Span) bool {
	for i, ok := p.tokenAt(s.Start); ok && i < len(p.words) && p.words[i].Start < s.End; i++ {
		if w := p.words[i]; !w.is(listed) || w.is(proper) || p.count(w.Span) == 1 {
			return false
		}
	}
	return true
}

// posted finds names in kanji after a post: 裁判官 綿貫諒, 会社役員　須永 大樹（41）, 被告人綿貫諒を.
func (p *passage) posted() {
	for _, post := range p.spots[postWords] {
		at := post.End + len(p.text[post.End:]) - len(strings.TrimLeft(p.text[post.End:], ":： 　・"))
		if at-post.End > 2*len("　") {
			continue
		}
		if strings.HasPrefix(p.text[post.End:], "の") {
			p.ofPost(post.End + len("の"))
		}
		if strings.HasPrefix(p.text[post.End:], "は") {
			p.holder(post.End + len("は"))
		}
		s := p.fullKanjiName(at)
		if p.surface(post.Span) == "担当" && !p.inTwoParts(s) {
			p.contacts(at)
		}
		if s.Len() == 0 || strings.HasPrefix(p.text[post.End:], "・") && !strings.ContainsAny(p.surface(s), " 　") || at == post.End && !strings.HasPrefix(p.surface(post.Span), "被") && !p.cut(at) {
			continue
		}
		if p.partedName(s) || p.named(s) && !(strings.ContainsAny(p.surface(s), " 　") && noNameEnd(p.surface(s))) {
			p.sight(s, content.Person, 0.75, "post")
		}
	}
	for _, end := range p.spots[strongTitleWords] { // 被告人綿貫は
		if rest, ok := strings.CutPrefix(p.text[end.Start:], "被告人"); ok {
			s := source.Span{Start: len(p.text) - len(rest), End: len(p.text) - len(rest)}
			for p.scriptAt(s.End) == kanji || p.scriptAt(s.End) == katakana {
				s.End += runeLen(p.text[s.End:])
			}
			if n := p.count(s); n > 0 && n < 5 && p.nameToken(s) && beginsAny(p.text[s.End:], "は", "を", "が", "に", "の", "と", "、") {
				p.sight(s, content.Person, 0.7, "post")
			}
		}
	}
}

// ofPost finds the family name of who holds a post and speaks or acts: 知事の|宇田川|が説明する.
func (p *passage) ofPost(i int) {
	if s := p.partedAt(i); s.Len() > 0 {
		p.sight(s, content.Person, 0.7, "post")
		return
	}
	s := source.Span{Start: i, End: p.run(i, kanji)}
	if familyNamesOfJapan()[p.surface(s)] && !p.places(s) && beginsAny(p.text[s.End:], "は", "が", "も", "より", "から", "です", "と申") {
		p.sight(s, content.Person, 0.65, "post")
	}
}

// holder finds the name of China or Korea, or the full one of Japan, that a clause gives for who holds a post: 社長は|呉海波|。
func (p *passage) holder(i int) {
	s := source.Span{Start: i, End: p.run(i, kanji)}
	rest := p.text[s.End:]
	if n := p.count(s); n < 3 || n > 5 || rest != "" && !beginsAny(rest, "。", "、", "で、", "（", "(", "だ。", "です。", "\n") {
		return
	}
	if p.chineseInFull(s) || p.allPersonal(s) {
		p.sight(s, content.Person, 0.7, "post")
	}
}

// partedName reports whether a space parts a name in kanji of which no part is another word: 須呂 健士.
func (p *passage) partedName(s source.Span) bool {
	space := strings.IndexAny(p.surface(s), " 　")
	if space < 0 {
		return false
	}
	family := source.Span{Start: s.Start, End: s.Start + space}
	given := source.Span{Start: family.End + runeLen(p.text[family.End:]), End: s.End}
	if familyNamesOfJapan()[p.surface(family)] && p.givenLike(given) {
		return true
	}
	return p.gradeOf(family) >= unlikely && (p.gradeOf(given) >= unlikely || p.count(given) == 1)
}

// inTwoParts reports whether a name in kanji is a family name and a given name with a space between them, and not two family names: 佐藤 一郎.
func (p *passage) inTwoParts(s source.Span) bool {
	i := strings.LastIndexAny(p.surface(s), " 　")
	return i > 0 && p.partedName(s) && !familyNamesOfJapan()[p.surface(s)[i+runeLen(p.surface(s)[i:]):]]
}

// givenLike reports whether one to three kanji, or the kana of a given name, behind a family name and a space can be a given name: they are no
// other word of the dictionary.
func (p *passage) givenLike(s source.Span) bool {
	n := p.count(s)
	if n == 0 || n > 4 || n == 4 && p.scriptAt(s.Start) == kanji || otherAsides[p.surface(s)] || familyNamesOfJapan()[p.surface(s)] {
		return false
	}
	for i, ok := p.tokenAt(s.Start); ok && i < len(p.words) && p.words[i].Start < s.End; i++ {
		w := p.words[i]
		if w.End <= s.End && p.count(w.Span) > 1 && !w.is(personal) && w.is(listed) && (!w.is(proper) || w.is(orgName|regional)) {
			return false
		}
	}
	return p.scriptAt(s.Start) == kanji || nameInKana[p.surface(s)]
}

// partedAt returns the name of a family and a person with a space between them that stands at i, nothing if none does.
func (p *passage) partedAt(i int) source.Span {
	s := p.fullKanjiName(i)
	if s.Len() > 0 && p.partedName(s) && familyNamesOfJapan()[p.text[s.Start:s.Start+strings.IndexAny(p.surface(s), " 　")]] {
		return s
	}
	return source.Span{}
}

// contacts finds the surnames of those who answer for a notice: 担当：梶谷、野々村, 担当　早瀬　電話.
func (p *passage) contacts(i int) {
	for _, bracket := range []string{"）", ")", "者：", "者:"} {
		if rest, ok := strings.CutPrefix(p.text[i:], bracket); ok {
			i = len(p.text) - len(rest)
		}
	}
	if i > 0 && p.scriptBefore(i) == kanji {
		return // 担当者, 担当課
	}
	for {
		end := i
		for n := 0; n < 5 && p.scriptAt(end) == kanji; n++ {
			end += runeLen(p.text[end:])
		}
		s := source.Span{Start: i, End: end}
		w, ok := p.tokenAt(i)
		n := p.count(s)
		family := ok && (familyNamesOfJapan()[p.surface(s)] || p.words[w].is(surname) && p.words[w].Span == s || n == 2 && !p.words[w].is(listed) || n >= 2 && n <= 3 && p.words[w].is(personal))
		if !family || n > 4 || !(end == len(p.text) || beginsAny(p.text[end:], "、", "・", "，", ",", " ", "　", "（", "(", "）", ")", "/", "／", "\n")) {
			return
		}
		p.sight(s, content.Person, 0.7, "post")
		next := firstRune(p.text[end:])
		if next != '、' && next != '・' && next != '，' && next != ',' {
			return
		}
		i = end + utf8.RuneLen(next)
	}
}

// fullKanjiName returns the name of three to five characters that stands at i, with or without a space in it, and is followed by what follows names.
func (p *passage) fullKanjiName(i int) source.Span {
	s := source.Span{Start: i, End: p.nameRun(i)}
	first := p.count(s)
	if first == 0 || first > 5 {
		return source.Span{}
	}
	if next := s.End + len(p.text[s.End:]) - len(afterBlanks(p.text[s.End:])); next > s.End && next-s.End <= len("　") && first <= 3 {
		given := source.Span{Start: next, End: p.nameRun(next)}
		if k := p.scriptAt(next); k == hiragana || k == katakana {
			if end := p.run(next, k); nameInKana[p.text[next:end]] {
				given.End = end // 仁科 |まどか
			}
		}
		if n := p.count(given); n > 0 && n <= 3 && p.endsName(given.End) {
			s.End = given.End
			return s
		}
	}
	if first < 3 || !p.endsName(s.End) {
		return source.Span{}
	}
	return s
}

// nameRun returns where the kanji end that stand at i, with the kana of a given name behind a surname.
func (p *passage) nameRun(i int) int {
	end := i
	for p.scriptAt(end) == kanji {
		end += runeLen(p.text[end:])
	}
	if end == i {
		return i
	}
	if w, ok := p.tokenAt(end); ok && p.words[w].is(personal) && p.scriptAt(end) != latin {
		return p.words[w].End // 間宮|さやか
	}
	return end
}

// endsName reports whether what stands at i can follow the name of a person.
func (p *passage) endsName(i int) bool {
	if p.marks[i]&orgEnd != 0 {
		return false // 西海通信
	}
	switch p.scriptAt(i) {
	case kanji, katakana:
		return false
	case hiragana:
		return beginsAny(p.text[i:], "は", "が", "を", "に", "の", "と", "も", "ら", "氏", "さん")
	}
	return true
}

// named reports whether a name in kanji has a word that the dictionary knows as one of people or towns, and none that is common.
func (p *passage) named(s source.Span) bool {
	known := false
	for i, ok := p.tokenAt(s.Start); ok && i < len(p.words) && p.words[i].Start < s.End; i++ {
		w := p.words[i]
		switch {
		case w.is(personal), w.is(regional) && !w.is(nation) && w.Start == s.Start && !strings.HasSuffix(p.surface(w.Span), "県"):
			known = true
		case w.is(suffix), w.is(noun|listed) && !w.is(proper) && p.count(w.Span) > 1 && w.Start == s.Start:
			return false
		}
		if w.End > s.End {
			return false
		}
	}
	return known
}

var (
	// bracketedSpeaker matches who speaks: 【高槻院長】, 【間宮氏】.
	bracketedSpeaker = regexp.MustCompile(`^【([一-龠々ァ-ヴー]{1,8})】`)
	// bracketedReporter matches who asks, behind the house that sends him: 【極東放送　ハン記者】.
	bracketedReporter = regexp.MustCompile(`^【([^\s　【】（）]{2,15})[ 　・／]([一-龠々ァ-ヴー]{1,6}記者)】`)
	// lineSpeaker matches it at the beginning of a line: ○片桐委員長　, 片桐：, 日向大臣　会見録.
	lineSpeaker = regexp.MustCompile(`^[○◯●〇◎]?([一-龠々ァ-ヴー]{1,10})([:：　])`)
	// dietSpeaker matches the form of the Diet: ○政府参考人（碇谷弘毅君）.
	dietSpeaker = regexp.MustCompile(`^[○◯〇]?[^（(。、]{1,24}[（(]([一-龠々ぁ-んァ-ヴー　 ]{2,10})君[）)]`)
	// asking matches who asks by the house that sends him: （問）東亜放送の佐野です.
	asking = regexp.MustCompile(`^(?:[（(【](?:問|記者|質問|Q|Ｑ)[)）】]|[QＱ問][.．:：]?|記者[:：])[ 　]*([^\s、。「」の]{2,16})[の、]([一-龠々ァ-ヴー]{1,6})(?:です|と申します|だ。)`)
)

// signsOfSpeech stand behind who speaks or before who asks, near the beginning of a line.
var signsOfSpeech = []string{"：", ":", "】", "　", "（問", "(問", "（記者", "(記者", "【記者", "【問", "（質問", "(質問", "Q", "Ｑ"}

// speakers finds who speaks in the minutes of a meeting.
func (p *passage) speakers() {
	last := -1
	for _, sign := range p.spots[speechWords] {
		line := strings.LastIndexByte(p.text[:sign.Start], '\n') + 1
		if line != last && sign.Start-line <= 24*len("片") {
			last = line
			p.speaker(line)
		}
	}
}

// speaker finds who speaks or asks in the line that begins at i.
func (p *passage) speaker(i int) {
	i += len(p.text[i:]) - len(afterBlanks(p.text[i:]))
	line := p.text[i:min(len(p.text), i+maxQuotation)]
	switch r := firstRune(line); {
	case r == '【' && !strings.Contains(line, "】"):
	case r == '【':
		if m := bracketedSpeaker.FindStringSubmatchIndex(line); m != nil {
			p.spoken(source.Span{Start: i + m[2], End: i + m[3]}, false)
		} else if strings.Contains(line, "記者】") {
			if m := bracketedReporter.FindStringSubmatchIndex(line); m != nil {
				p.sight(source.Span{Start: i + m[2], End: i + m[3]}, content.Organization, 0.75, "questioner")
				p.spoken(source.Span{Start: i + m[4], End: i + m[5]}, false)
			}
		}
	case (strings.ContainsRune("○◯〇", r) || script(r) == kanji) && strings.Contains(line, "君") && dietSpeaker.MatchString(line):
		m := dietSpeaker.FindStringSubmatchIndex(line)
		p.sight(source.Span{Start: i + m[2], End: i + m[3]}, content.Person, 0.8, "speaker")
	case mayOpenSpeech(line):
		if m := lineSpeaker.FindStringSubmatchIndex(line); m != nil {
			p.spoken(source.Span{Start: i + m[2], End: i + m[3]}, m[5]-m[4] == len("：") && line[m[4]:m[5]] != "　" || line[m[4]:m[5]] == ":")
		}
	}
	if !mayAsk(line) {
		return
	}
	if m := asking.FindStringSubmatchIndex(line); m != nil {
		if s := (source.Span{Start: i + m[4], End: i + m[5]}); p.named(s) || p.nameToken(s) {
			p.sight(source.Span{Start: i + m[2], End: i + m[3]}, content.Organization, 0.75, "questioner")
			p.sight(s, content.Person, 0.75, "questioner")
		}
	}
}

// mayOpenSpeech reports whether a sign of speech follows words in kanji or katakana at the head of a line, without which its pattern need not be tried.
func mayOpenSpeech(line string) bool {
	words := strings.TrimLeft(line, "○◯●〇◎")
	rest := strings.TrimLeftFunc(words, func(r rune) bool { k := script(r); return k == kanji || k == katakana })
	return len(rest) < len(line) && beginsAny(rest, ":", "：", "　")
}

// mayAsk reports whether a line begins as that of somebody who asks.
func mayAsk(line string) bool {
	if beginsAny(line, "（", "(", "【") {
		return beginsAny(line[runeLen(line):], "問", "記者", "質問", "Q", "Ｑ")
	}
	return beginsAny(line, "Q", "Ｑ", "問", "記者:", "記者：")
}

// deskKinds stand before a title without naming anybody: 【広報|課長】.
var deskKinds = wordSet("担当", "関係", "現場", "広報", "人事", "総務", "企画", "技術", "事務", "営業", "調査", "外務", "財務", "法務", "警備", "情報")

// spoken sights a surname with its title, or where a colon follows a surname alone.
func (p *passage) spoken(s source.Span, colon bool) {
	i, ok := p.tokenAt(s.Start)
	if !ok || officeTable.Longest(p.surface(s)) == s.Len() || titleTable.Longest(p.surface(s)) == s.Len() {
		return // 官房長官, who needs no name
	}
	name := p.words[i]
	stranger := p.scriptAt(s.Start) == katakana && nameLike(p.surface(name.Span)) && (!name.is(listed) || name.is(personal))
	family := name.is(personal) || p.before(s) == '【' && p.count(name.Span) == 2 && !p.commonWord(name) && !deskKinds[p.surface(name.Span)] || name.is(regional) && !name.is(nation) && p.count(name.Span) <= 3 && p.scriptAt(s.Start) == kanji
	if own, ok := strings.CutSuffix(p.surface(s), "大臣"); ok && familyNamesOfJapan()[own] {
		p.sight(s, content.Person, 0.8, "speaker") // 平大臣
		return
	}
	switch n := titleTable.Longest(p.text[name.End:]); {
	case n > 0 && name.End+n == s.End && (family || stranger):
		p.sight(s, content.Person, 0.8, "speaker")
	case colon && name.Span == s && name.is(personal|surname) && utf8.RuneCountInString(p.surface(s)) > 1:
		p.sight(s, content.Person, 0.7, "speaker")
	}
}
