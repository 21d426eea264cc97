package jpdate

import "unicode/utf8"

// An opening says which forms a date can have that begins with a character.
type opening struct {
	number  forms // what it can be as a number, or as what stands before one
	seconds []second
}

// A second is the second character of a word, and what a date can be that begins with both.
type second struct {
	r     rune
	forms forms
}

// openings are by their character in its plain form, and mayOpen tells most others apart from them.
var openings, mayOpen = beginnings()

func beginnings() (map[rune]*opening, runeFilter) {
	out := map[rune]*opening{}
	filter := runeFilter{}
	at := func(r rune) *opening {
		if out[r] == nil {
			out[r] = &opening{}
			filter.add(r)
		}
		return out[r]
	}
	add := func(f forms, word string) {
		first, n := utf8.DecodeRuneInString(word)
		r, _ := utf8.DecodeRuneInString(word[n:])
		o := at(first)
		for i := range o.seconds {
			if o.seconds[i].r == r {
				o.seconds[i].forms |= f
				return
			}
		}
		o.seconds = append(o.seconds, second{r, f})
	}
	for f, list := range map[forms][]word{
		yearForms: theYearWords, seasonForms: theSeasonWords, monthForms: theMonthWords, dayForms: theDayWords, weekForms: theWeekWords,
	} {
		for _, w := range list {
			add(f, w.text)
		}
	}
	for _, e := range theEras {
		add(yearForms|joinedForms, e.name)
	}
	for _, z := range theZones {
		add(zoned, z)
	}
	add(yearForms, "西暦")
	for _, r := range "'RHS" {
		at(r).number = joinedForms | yearForms
	}
	for _, r := range "同翌" {
		at(r).number = yearForms | monthForms | dayForms
	}
	for _, r := range "0123456789千百十" + kanjiDigits {
		at(r).number = joinedForms | yearForms | monthForms | dayForms | agoForms
	}
	return out, filter
}

// forms returns the forms that a date at the cursor can have, as far as its first two characters and, of a
// number, what stands around it say.
func (c cursor) forms() forms {
	first := c.at(0)
	if !mayOpen.has(first) {
		return 0
	}
	o := openings[first]
	if o == nil {
		return 0
	}
	var out forms
	for next, i := c.at(1), 0; i < len(o.seconds); i++ {
		if o.seconds[i].r == next {
			out |= o.seconds[i].forms
		}
	}
	if o.number != 0 && c.opensNumber() {
		out |= o.number
	}
	return out
}

// opensNumber reports whether a number stands at the cursor, or behind the character there, that may be that of a date.
func (c cursor) opensNumber() bool {
	if !isDigit(c.at(0)) && !isKanjiNumber(c.at(0)) {
		c.pos++ // 同, 翌 or the letter of an era
		return isDigit(c.at(0)) || isKanjiNumber(c.at(0))
	}
	if c.insideNumber() {
		return false
	}
	for isDigit(c.at(0)) || isKanjiNumber(c.at(0)) {
		c.pos++
	}
	c.skipSpace()
	switch c.at(0) {
	case '年', '月', '日', '週', 'か', 'カ', 'ヶ', 'ヵ', 'ケ', '箇', '(':
		return true
	case '/', '.':
		return isDigit(c.at(1))
	case '-', '~', '、', '・':
		return c.at(1) == ' ' || isDigit(c.at(1)) || isKanjiNumber(c.at(1))
	}
	return false
}
