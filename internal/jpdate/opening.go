package jpdate

import (
	"strings"
	"unicode/utf8"
)

// An opening says which forms a date can have that begins with a character.
type opening struct {
	r       rune
	next    *opening // in its place of the table
	number  forms    // what it can be as a number, or as what stands before one
	seconds []second
}

// A second is the second character of a word, and what a date can be that begins with both.
type second struct {
	r     rune
	forms forms
}

// An openingTable holds openings by their character in its plain form.
type openingTable [1 << 10]*opening

var openings = beginnings()

// at returns the opening of a character, nil where no date begins with it.
func (t *openingTable) at(r rune) *opening {
	o := t[uint32(r)%uint32(len(t))]
	for o != nil && o.r != r {
		o = o.next
	}
	return o
}

// made returns the opening of a character, a new one where there is none.
func (t *openingTable) made(r rune) *opening {
	o := t.at(r)
	if o == nil {
		place := &t[uint32(r)%uint32(len(t))]
		o = &opening{r: r, next: *place}
		*place = o
	}
	return o
}

// add enters what a date can be that begins with the first two characters of a word.
func (t *openingTable) add(f forms, word string) {
	first, n := utf8.DecodeRuneInString(word)
	r, _ := utf8.DecodeRuneInString(word[n:])
	o := t.made(first)
	for i := range o.seconds {
		if o.seconds[i].r == r {
			o.seconds[i].forms |= f
			return
		}
	}
	o.seconds = append(o.seconds, second{r, f})
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
	out.add(yearForms, "元年")
	for _, w := range theBareWords {
		if utf8.RuneCountInString(w.text) > 1 {
			out.add(bareForms, w.text)
			continue
		}
		for _, next := range w.after.words {
			out.add(bareForms, w.text+next)
		}
	}
	for _, w := range strings.Fields(englishMonths) {
		out.add(bareForms, w)
	}
	for _, w := range []string{"FY", "その", "この年", "第1", "第2", "第3", "第4", "第一", "第二", "第三", "第四"} {
		out.add(bareForms, w)
	}
	for _, w := range []string{"R元", "H元", "同.", "同/"} {
		out.add(yearForms|joinedForms, w)
	}
	for _, r := range "'RHS令平昭" {
		out.made(r).number = joinedForms | yearForms
	}
	out.made('同').number = yearForms | monthForms | dayForms | joinedForms
	out.made('翌').number = yearForms | monthForms | dayForms
	for _, r := range "0123456789千百十" + kanjiDigits {
		out.made(r).number = joinedForms | yearForms | monthForms | dayForms | agoForms
	}
	return out
}

// forms returns the forms that a date at the cursor can have, as far as its first two characters and, of a
// number, what stands around it say.
func (c cursor) forms() forms {
	o := openings.at(c.at(0))
	if o == nil {
		return 0
	}
	var out forms
	for next, i := c.at(1), 0; i < len(o.seconds); i++ {
		if o.seconds[i].r == next {
			out |= o.seconds[i].forms
		}
	}
	if o.number != 0 {
		out |= o.number & c.numberForms()
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
	case '年':
		return yearForms | agoForms
	case '月':
		return monthForms
	case '日':
		return dayForms | agoForms
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
