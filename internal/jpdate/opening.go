package jpdate

import (
	"strings"
	"unicode/utf8"
)

// An opening is what a date can be that begins with two characters. Where the second is 0, they are a number, or what stands
// before one, and its first character.
type opening struct {
	first, second rune
	forms         forms
}

// An openingTable holds openings by a hash of their characters.
type openingTable struct {
	alone  runeFilter // characters to stop at whatever follows them
	pairs  [1 << hashBits / 64]uint64
	places [1 << hashBits / 4]opening
}

// hashBits is how many bits the hash of two characters has.
const hashBits = 13

func hashOf(first, second rune) uint32 {
	return (uint32(first)<<16 ^ uint32(second)) * 0x9e3779b1 >> (32 - hashBits)
}

var openings = beginnings()

// next returns the next place from at where a date may begin or a sentence or a quotation may end or begin, or the end.
func (t *openingTable) next(runes []rune, at int) int {
	for ; at < len(runes); at++ {
		r := runes[at]
		if t.alone.has(r) {
			return at
		}
		if at+1 < len(runes) {
			if h := hashOf(r, runes[at+1]); t.pairs[h/64]>>(h%64)&1 != 0 {
				return at
			}
		}
	}
	return at
}

// at returns the place of an opening, an empty one where there is none.
func (t *openingTable) at(first, second rune) *opening {
	i := hashOf(first, second) / 4
	for {
		o := &t.places[i]
		if o.forms == 0 || o.first == first && o.second == second {
			return o
		}
		i = (i + 1) % uint32(len(t.places))
	}
}

// add enters what a date can be that begins with the first two characters of a word.
func (t *openingTable) add(f forms, word string) {
	first, n := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[n:])
	h := hashOf(first, second)
	t.pairs[h/64] |= 1 << (h % 64)
	t.enter(opening{first, second, f})
}

// addNumber enters what a number can be of which a character is the first, or stands before it.
func (t *openingTable) addNumber(f forms, r rune) {
	t.alone.add(r)
	t.enter(opening{r, 0, f})
}

func (t *openingTable) enter(o opening) {
	at := t.at(o.first, o.second)
	o.forms |= at.forms
	*at = o
}

func beginnings() *openingTable {
	out := &openingTable{}
	for f, list := range map[forms][]word{
		yearForms: theYearWords, seasonForms: theSeasonWords, monthForms: theMonthWords, dayForms: theDayWords, weekForms: theWeekWords,
	} {
		for _, w := range list {
			out.add(f, w.text)
		}
	}
	for _, e := range theEras {
		out.add(yearForms|joinedForms, e.name)
	}
	for _, z := range theZones {
		out.add(zoned, z)
	}
	out.add(yearForms, "西暦")
	for _, w := range turnWords.words {
		out.add(monthForms, w)
	}
	out.add(yearForms, "元年")
	out.add(agoForms, "半年")
	for _, w := range []string{"午前", "午後", "同 "} {
		out.add(clockForms, w)
	}
	for _, w := range theBareWords {
		if utf8.RuneCountInString(w.text) > 1 {
			out.add(bareForms, w.text)
			continue
		}
		for _, next := range w.after.words {
			out.add(bareForms, w.text+next)
		}
		out.add(bareForms, w.text+" ") // at the head of a line
		out.add(bareForms, w.text+"/")
	}
	for _, w := range strings.Fields(englishMonths) {
		out.add(bareForms, w)
	}
	for _, w := range []string{"FY", "その", "前回", "前々", "この年", "第1", "第2", "第3", "第4", "第一", "第二", "第三", "第四"} {
		out.add(bareForms, w)
	}
	for _, w := range []string{"R元", "H元", "同.", "同/"} {
		out.add(yearForms|joinedForms, w)
	}
	for _, r := range "'RHS令平昭" {
		out.addNumber(joinedForms|yearForms, r)
	}
	out.addNumber(yearForms|monthForms|dayForms|joinedForms, '同')
	out.addNumber(yearForms|monthForms|dayForms, '翌')
	for _, r := range "0123456789千百十" + kanjiDigits {
		out.addNumber(joinedForms|yearForms|monthForms|dayForms|agoForms|clockForms, r)
	}
	for _, r := range "。「『“」』”" {
		out.alone.add(r)
	}
	return out
}

// forms returns the forms that a date at the cursor can have, as far as its first two characters and, of a
// number, what stands around it say.
func (c cursor) forms() forms {
	first := c.at(0)
	out := openings.at(first, c.at(1)).forms
	if openings.alone.has(first) {
		if number := openings.at(first, 0).forms; number != 0 {
			out |= number & c.numberForms()
		}
	}
	return out
}

// numberForms returns the forms that the number at the cursor, or behind the character there, can have by what
// follows it, which spares most numbers the reading of all of them.
func (c cursor) numberForms() forms {
	switch first := c.at(0); {
	case isDigit(first) || isKanjiNumber(first):
		if c.insideNumber() {
			return 0
		}
	case !isDigit(c.at(1)) && !isKanjiNumber(c.at(1)):
		return 0
	case first == '同' || first == '翌':
		c.pos++
	default:
		return anyForm // behind the letter of an era
	}
	first, arabic, kanji := c.pos, 0, 0
	for ; ; c.pos++ {
		if isDigit(c.at(0)) {
			arabic++
		} else if isKanjiNumber(c.at(0)) {
			kanji++
		} else {
			break
		}
	}
	if c.pos == first+len("20240409") || arabic > 0 && kanji > 0 {
		return anyForm
	}
	return c.formsBefore()
}

// formsBefore returns the forms of a number that ends at the cursor.
func (c cursor) formsBefore() forms {
	c.skipSpace()
	switch c.at(0) {
	case '会':
		return yearForms // 2023会計年度
	case '年':
		return yearForms | agoForms
	case '月':
		return monthForms
	case '日':
		return dayForms | agoForms
	case ':', '時':
		return clockForms // at the head of a line
	case '週', 'か', 'カ', 'ヶ', 'ヵ', 'ケ', '箇':
		return agoForms
	case 'J', 'F', 'M', 'A', 'S', 'O', 'N', 'D': // 19 September 2025
		return joinedForms
	case '(':
		return yearForms // 2024(令和6)年
	case '/', '.':
		if isDigit(c.at(1)) {
			return joinedForms
		}
	case '1', '2', '3', '4', '5', '6', '7', '8', '9':
		c.digits(2)
		c.skipSpace()
		if c.at(0) == '月' {
			return dayForms // 7 5月 2021年
		}
	case '-', '~', '、', '・':
		if c.at(1) == ' ' || isDigit(c.at(1)) || isKanjiNumber(c.at(1)) {
			return joinedForms | yearForms | monthForms | dayForms
		}
	}
	return 0
}
