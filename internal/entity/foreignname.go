package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// A name in katakana with a point in it is a person's where only persons stand, whatever its words are: 被告の1人である|…, 「…」と|…|は述べた,
// |…|の3人を起訴した.

// beforeForeign stand right before the name of a person.
var beforeForeign = []string{"人である", "男である", "女である", "被告である", "容疑者である", "被告人である", "首謀者である", "開発者である", "管理者である", "指導者である", "創設者である", "幹部である", "国籍の", "国籍を持つ", "国人の", "人の", "上官の", "部下の", "同僚の", "共犯の", "側近の", "代表の", "社長の", "首領の", "創業者の", "記者の", "研究者の", "専門家の", "担当者の", "社員の", "職員の", "将校の", "士官の", "工作員の", "労働者の", "学生の", "男の", "女の", "名前の", "役の", "取引先の", "仲間の", "友人の", "知人の", "妻の", "夫の", "兄の", "弟の", "息子の", "娘の", "人ハッカーの", "ハッカーの", "実行役の", "開発者の", "管理者の", "幹部の", "創設者の", "弁護士の", "被告の", "容疑者の"}

// onTrial are what a sentence says that has persons for its object.
var onTrial = []string{"逮捕", "起訴", "訴追", "指名手配", "送検", "拘束", "収監", "引き渡", "制裁", "告発", "有罪", "懲役", "指名"}

// foreignInSlot reports whether a name in katakana with a point stands where a person does.
func (p *passage) foreignInSlot(s source.Span) bool {
	if !p.strangers(s) || p.oneOfMany(s) {
		return false
	}
	before, after := strings.TrimRight(p.text[:s.Start], " "), strings.TrimLeft(p.text[s.End:], " ")
	topic := beginsAny(after, "は", "が", "も", "を", "と", "に", "ら", "、", "（", "(")
	first, _, _ := strings.Cut(p.surface(s), "・")
	switch {
	case topic && (endsAny(before, beforeForeign...) || asianInKana[first] && endsAny(before, "である", "、", "」と")):
		return true
	case endsAny(before, "」と", "』と", "”と", "\"と") && beginsAny(after, "は", "が", "も"):
		return beginsAny(strings.TrimLeft(after[len("は"):], " 、"), "述べ", "語", "話", "言", "指摘", "強調", "コメント", "訴え", "主張", "説明", "書", "付け加え", "振り返")
	case endsAny(before, "」と、", "』と、", "”と、", "\"と、") && strings.HasPrefix(after, "、") && tellsOfSpeech(p.surface(p.sentence(s))):
		return true
	case beginsAny(after, "が", "を", "は", "も") && beginsAny(after[len("が"):], "逮捕", "起訴", "訴追", "指名手配", "書類送検", "送検", "収監", "出廷", "有罪を認め", "無罪を主張", "懲役", "禁錮", "告発"):
		return true
	case p.agedHere(s.End) && (p.oneOnTrial(p.surface(p.sentence(s))) || strings.Contains(after[:min(len(after), 16)], "歳") || endsAny(before, "、")):
		return true
	}
	return p.amongPersons(s)
}

// oneOfMany reports whether a name that no list goes before is followed by a number of persons: it is that of a group, グレー・ヘロン|の3人.
func (p *passage) oneOfMany(s source.Span) bool {
	rest, ok := strings.CutPrefix(p.text[p.afterSpace(s.End):], "の")
	if !ok || !countsPersons(strings.TrimLeft(rest, " ")) {
		return false
	}
	before := strings.TrimRight(p.text[:s.Start], " ")
	list := strings.TrimRight(before, "、と，,や／・ ")
	k := p.scriptBefore(len(list))
	return len(list) == len(before) || k != katakana && k != latin && !endsAny(list, "）", ")") && !(k == kanji && p.chinese(source.Span{Start: p.runBefore(len(list), kanji), End: len(list)}))
}

// ofYears finds the names in katakana, with spaces for points, before the years of their age: ラミ ハレド アーメド、36 歳.
func (p *passage) ofYears() {
	for _, at := range p.spots[yearWords] {
		end := len(strings.TrimRight(p.text[:at.Start], " "))
		digits := end
		for digits > 0 && '0' <= p.text[digits-1] && p.text[digits-1] <= '9' {
			digits--
		}
		before, ok := strings.CutSuffix(strings.TrimRight(p.text[:digits], " "), "、")
		if !ok || end-digits != 2 {
			continue
		}
		start, parts := len(before), 0
		for {
			word := p.runBefore(start, katakana)
			if word == start {
				break
			}
			parts++
			start = word
			if !endsAny(p.text[:word], " ", "・") || p.scriptBefore(word-len(lastWord(p.text[:word]))) != katakana {
				break
			}
			start -= len(lastWord(p.text[:word]))
		}
		if s := (source.Span{Start: start, End: len(before)}); parts > 1 && parts < 5 && !company(p.surface(s)) {
			p.sight(s, content.Person, 0.75, "age")
		}
	}
}

// lastWord returns the last character of a text.
func lastWord(s string) string { return s[len(s)-utf8.RuneLen(lastRune(s)):] }

// amongPersons reports whether a list goes on to how many persons it has, of whom a court or police speaks: A、B、Cの3人を起訴.
func (p *passage) amongPersons(s source.Span) bool {
	around := p.sentence(s)
	sentence := p.surface(around)
	if !strings.Contains(sentence, "人") && !strings.Contains(sentence, "両") {
		return false
	}
	at := s.End
	for n := 0; n < 8; n++ { // over the members behind it
		rest := strings.TrimPrefix(p.text[at:around.End], "被疑者")
		at = around.End - len(rest)
		switch {
		case beginsAny(rest, "の両被告", "の両容疑者", "両被告", "両容疑者", "の両氏", "の両名", "両名", "両被疑者"):
			return true
		case beginsAny(rest, "の", "ら") && countsPersons(rest[len("の"):]):
			return p.oneOnTrial(sentence)
		}
		next := len(rest) - len(afterLink(rest))
		if rest == "" || next == 0 && !beginsAny(rest, "（", "(") {
			return false
		}
		if next == 0 {
			end := strings.IndexAny(rest, "）)")
			if end < 0 {
				return false
			}
			at += end + runeLen(rest[end:])
			continue
		}
		at += next
		end := at
		for end < around.End && (p.scriptAt(end) == katakana || p.scriptAt(end) == kanji || strings.HasPrefix(p.text[end:], "・")) {
			end += runeLen(p.text[end:])
		}
		if end == at {
			return false
		}
		at = end
	}
	return false
}

// afterLink returns a text without what parts it from the member of a list before it.
func afterLink(s string) string {
	s = strings.TrimLeft(s, "、と,，　 ")
	for _, and := range []string{"及び", "および", "並びに", "ならびに"} {
		if rest, ok := strings.CutPrefix(s, and); ok {
			return strings.TrimLeft(rest, "、 ")
		}
	}
	return s
}

// tellsOfSpeech reports whether a sentence ends with what somebody said.
func tellsOfSpeech(sentence string) bool {
	return endsAny(strings.TrimRight(sentence, " 。"), "言った", "述べた", "語った", "話した", "言いました", "述べました", "言い まし た", "述べ まし た", "語りました", "付け加えた", "コメントした", "は 言った", "は 述べた")
}

// oneOnTrial reports whether a sentence speaks of what is done to persons.
func (p *passage) oneOnTrial(sentence string) bool {
	for _, w := range onTrial {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	return false
}

// agedHere is aged with the space before the bracket that translation leaves.
func (p *passage) agedHere(i int) bool { return p.aged(i) || p.aged(p.afterSpace(i)) }

// countsPersons reports whether a text begins with a number of persons: 3人, 12名, 三人, 計4人.
func countsPersons(s string) bool {
	s = strings.TrimPrefix(s, "計")
	digits := len(s) - len(strings.TrimLeft(s, "0123456789０１２３４５６７８９一二三四五六七八九十両 "))
	return digits > 0 && beginsAny(s[digits:], "人", "名", "容疑者", "被告") || beginsAny(s, "両被告", "両容疑者", "各被告", "各容疑者")
}

// strangers reports whether both ends of a name in katakana are no common words, and none that firms and attackers have in theirs.
func (p *passage) strangers(s source.Span) bool {
	name := p.surface(s)
	if p.scriptAt(s.Start) != katakana || company(name) || endsAny(name, families...) || utf8.RuneCountInString(name) > 24 || commonTable.In(name) {
		return false
	}
	first, _, ok := strings.Cut(strings.ReplaceAll(name, " ", "・"), "・")
	if !ok || len(first) < 2*len("ア") {
		return false
	}
	last := name[strings.LastIndexAny(name, "・ ＝=")+1:]
	if i := strings.LastIndex(name, "・"); i >= 0 {
		last = name[i+len("・"):]
	}
	for _, part := range []source.Span{{Start: s.Start, End: s.Start + len(first)}, {Start: s.End - len(last), End: s.End}} {
		i, ok := p.tokenAt(part.Start)
		if ok && p.words[i].Span == part && p.words[i].is(listed) && !p.words[i].is(proper) {
			return false
		}
	}
	return len(last) >= 2*len("ア")
}

// accented reports whether the word that ends at i has a letter with an accent.
func (p *passage) accented(i int) bool { return p.accentedName(i).Len() > 0 }

// accentedName returns the name of several words that ends at i and has letters with accents in it: Maud Lefèvre.
func (p *passage) accentedName(i int) source.Span {
	start := i
	for start > 0 && (p.scriptBefore(start) == latin || p.text[start-1] == ' ' || p.text[start-1] == '-') {
		start -= utf8.RuneLen(p.before(source.Span{Start: start}))
	}
	s := source.Span{Start: start + len(p.text[start:i]) - len(strings.TrimLeft(p.text[start:i], " -")), End: i}
	for s.Len() > 0 && strings.ContainsRune(" -", rune(p.text[s.End-1])) {
		s.End--
	}
	if s.Len() == 0 || s.Len() > 60 || ascii(p.surface(s)) || !strings.Contains(p.surface(s), " ") || !unicode.IsUpper(firstRune(p.surface(s))) {
		return source.Span{}
	}
	return s
}
