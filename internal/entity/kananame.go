package entity

import (
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// Many given names of Japan are written in kana, of which the dictionary knows few: 雪城|ひかり, 西森|ハル. The family name before them and
// what follows tell them from other words in kana.

// givenInKana are such names, in hiragana and in katakana.
var givenInKana = func() []string {
	var out []string
	for w := range wordsIn("given-kana.txt") {
		out = append(out, w)
		if script(firstRune(w)) == hiragana {
			out = append(out, toKatakana(w))
		}
	}
	return out
}()

// honorifics follow the names of persons whom a text does not accuse.
var honorifics = []string{"さん", "くん", "君", "ちゃん", "氏", "選手", "容疑者", "被告"}

// inKana finds the names in kanji and kana.
func (p *passage) inKana() {
	for _, at := range p.spots[kanaGivenWords] {
		if p.scriptBefore(at.Start) != kanji || !p.endsKanaName(at.Span) {
			continue
		}
		s := source.Span{Start: p.familyBefore(at.Start, 2), End: at.End}
		if s.Start < at.Start {
			p.sight(s, content.Person, 0.65, "given")
		}
	}
	for _, at := range p.spots[honorificWords] {
		p.honoured(at.Span)
	}
}

// familyBefore returns where the family name begins that ends at i, i if none does. One that only could be a name has at least so many characters.
func (p *passage) familyBefore(i, least int) int {
	s := source.Span{Start: p.runBefore(i, kanji), End: i}
	n := p.count(s)
	if n > 3 {
		return p.behindJob(s)
	}
	if n < 1 || n > 3 || kinTable[p.surface(s)] || p.places(s) && !familyNamesOfJapan()[p.surface(s)] {
		return i
	}
	if g := p.gradeOf(s); g == likely || g == unlikely && n >= least {
		return s.Start
	}
	return i
}

// behindJob returns where the family name begins that ends a run of kanji behind what somebody does, the end of the run where none does: 会社員|水野|さくら.
func (p *passage) behindJob(s source.Span) int {
	r := []rune(p.surface(s))
	for n := min(3, len(r)-1); n > 0; n-- {
		family := source.Span{Start: s.End - len(string(r[len(r)-n:])), End: s.End}
		if strings.ContainsRune("員職業者師士生工官役営長", r[len(r)-n-1]) && p.cut(family.Start) && p.familyAt(family) {
			return family.Start
		}
	}
	return s.End
}

// endsKanaName reports whether a word in kana ends where it could end as a name: before a particle, a sign, a title, or nothing.
func (p *passage) endsKanaName(s source.Span) bool {
	rest := p.text[s.End:]
	if rest == "" || beginsAny(rest, honorifics...) {
		return true
	}
	switch p.scriptAt(s.End) {
	case katakana, latin:
		return false
	case kanji:
		return p.titleBegins(s.End)
	case hiragana:
		return beginsAny(rest, "は", "が", "も", "を", "に", "の", "と", "ら", "で", "から", "による", "によ") && (p.scriptAt(s.Start) == katakana || p.cut(s.End))
	}
	return true
}

// honoured finds the names in kanji and kana before さん and the like, whatever their kana are: 小倉めい|さん, 木暮ハツ|さん.
func (p *passage) honoured(title source.Span) {
	k := p.scriptBefore(title.Start)
	if k == kanji {
		p.pupil(title)
		return
	}
	if k != hiragana && k != katakana {
		return
	}
	start := p.runBefore(title.Start, k)
	given := p.text[start:title.Start]
	if n := utf8.RuneCountInString(given); n < 2 || n > 4 || p.scriptBefore(start) != kanji && !endsAny(p.text[:start], " ", "　") {
		return
	}
	if k == hiragana && beginsAny(given, "の", "と", "や", "は", "が", "も", "お", "を", "に", "ら", "へ", "で", "ご", "い", "た", "る", "く") && !nameInKana[given] {
		return
	}
	if before := beforeBlanks(p.text[:start]); len(before) < start { // 中村| |ひなた|さん
		family := source.Span{Start: p.runBefore(len(before), kanji), End: len(before)}
		if start-len(before) <= len("　") && p.surnameAtDesk(family) {
			p.sight(source.Span{Start: family.Start, End: title.Start}, content.Person, 0.75, "title")
		}
		return
	}
	if at := p.familyBefore(start, 2); at < start {
		p.sight(source.Span{Start: at, End: title.Start}, content.Person, 0.75, "title")
	}
}

var nameInKana = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range givenInKana {
		out[w] = true
	}
	return out
}()

// pupil finds a full name in kanji before 君, which the dictionary takes for the end of another word: 江崎陽太郎|君から.
func (p *passage) pupil(title source.Span) {
	if p.surface(title) != "君" || p.scriptAt(title.End) == kanji || p.scriptAt(title.End) == katakana {
		return
	}
	s := source.Span{Start: p.runBefore(title.Start, kanji), End: title.Start}
	if n := p.count(s); n >= 3 && n <= 5 && p.gradeOf(s) == likely {
		p.sight(s, content.Person, 0.7, "title")
	}
}

// deskLines are the ends of the desks before whose space or line end names are looked for: 総合政策部　高梨、須永.
var deskLines = pairs([]string{"部", "課", "室", "係", "局", "班", "所", "センター", "窓口", "担当", "グループ", "事務局"}, "　", " ")

// atDeskLine finds the surnames that fill the rest of a line behind a desk, but for a number and what is in brackets.
func (p *passage) atDeskLine(i int) {
	end := len(p.text)
	if n := strings.IndexAny(p.text[i:], "\n。"); n >= 0 {
		end = i + n
	}
	if end-i > 30*len("字") {
		return
	}
	if s := p.fullKanjiName(i); strings.ContainsAny(p.surface(s), " 　") && s.End == end && p.partedAtDesk(s) {
		p.sight(s, content.Person, 0.65, "credit")
		return
	}
	var names []source.Span
	for at := i; at < end; {
		at += len(p.text[at:end]) - len(strings.TrimLeft(p.text[at:end], " 　、・,，/／"))
		if at == end || at > i && beginsAny(p.text[at:], "電話", "内線", "℡", "☎", "TEL", "Tel", "（", "(", "直通", "まで", "FAX", "E", "メール") {
			break
		}
		s := source.Span{Start: at, End: p.run(at, kanji)}
		if !p.surnameAtDesk(s) {
			return
		}
		names = append(names, s)
		at = s.End
	}
	for _, s := range names {
		if len(names) > 1 || !p.places(s) || familyNamesOfJapan()[p.surface(s)] && strings.TrimSpace(p.text[s.End:end]) != "" {
			p.sight(s, content.Person, 0.65, "credit")
		}
	}
}

// surnameAtDesk reports whether a run of kanji is a family name that is known for one.
func (p *passage) surnameAtDesk(s source.Span) bool {
	name := p.surface(s)
	if familyNamesOfJapan()[name] {
		return true
	}
	i, ok := p.tokenAt(s.Start)
	return ok && p.words[i].Span == s && p.words[i].is(personal|surname) && p.count(s) > 1
}

// partedAtDesk reports whether the two words at a span, which fill a line behind a desk, are no common words nor places.
func (p *passage) partedAtDesk(s source.Span) bool {
	family := source.Span{Start: s.Start, End: p.run(s.Start, kanji)}
	given := source.Span{Start: family.End + runeLen(p.text[family.End:]), End: s.End}
	return !p.listedWord(family) && !p.listedWord(given) && !noNameEnd(p.surface(family)) && !(p.places(family) && p.places(given))
}

// soleGiven are given names of one kanji, which the dictionary takes for other words.
var soleGiven = morph.NewRuneSet("紬蓮陽湊葵樹律翔凛澪結杏楓凪碧櫂朔暖蒼颯怜遥航悠翼諒亮淳靖誠渉環圭恵透潤瑛奏栞詩凌匠慧晴暁旭昴岳剛隼駿舜純聡聖瞬智哲徹渚渓潮樹梓椿桜梢澄薫馨諭譲豊蘭遼毅勲勇勉努博司孝宏宗寛将崇巌弘彰徳忍忠惇惣愛憲拓斉旬昇昌明晃晋智朗望未林武歩治浩海涼清満滋瀬然")

// soles finds the full names whose given name is of one kanji, before a particle or a sign: 長谷川|紬|が.
func (p *passage) soles() {
	for _, i := range p.lone {
		w := p.words[i]
		if i == 0 || p.scriptAt(w.End) == kanji && !p.titleBegins(w.End) || p.scriptAt(w.End) == katakana {
			continue
		}
		end := len(beforeBlanks(p.text[:w.Start]))
		family := source.Span{Start: p.runBefore(end, kanji), End: end}
		if n := p.count(family); n < 2 || n > 3 || !familyNamesOfJapan()[p.surface(family)] || !p.cut(family.Start) || !beginsAny(p.text[w.End:], "が", "は", "も", "を", "に", "ら", "、", "。", "（", "(", "」", "さん", "氏", "選手") && p.text[w.End:] != "" && !p.titleBegins(w.End) || w.Start-end > len("　") {
			continue
		}
		if p.surface(w.Span) == "愛" && p.places(family) {
			continue // 千葉愛を語る
		}
		p.sight(source.Span{Start: family.Start, End: w.End}, content.Person, 0.65, "given")
	}
}
