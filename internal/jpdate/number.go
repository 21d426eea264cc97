package jpdate

import "strconv"

// A numeral is a whole number as written.
type numeral struct {
	value  int
	digits int  // how many digits it has
	kanji  bool // written 二〇二四 or 十二
	places bool // written 二〇二四
}

const kanjiDigits = "〇一二三四五六七八九"

// numeral reads a number and moves behind it. It fails on a number with more than four digits,
// on a part of a number (of 1,200 or 7.2.10), and on digits that belong to a word or a code.
func (c *cursor) numeral() (numeral, bool) {
	if c.insideNumber() {
		return numeral{}, false
	}
	if isDigit(c.at(0)) {
		return c.arabic()
	}
	return c.kanjiNumeral()
}

// insideNumber reports whether what stands before the cursor makes the number a part of something else.
func (c cursor) insideNumber() bool {
	switch prev := c.at(-1); prev {
	case '.', ',', '/', '-', ':':
		return isDigit(c.at(-2)) || isLatin(c.at(-2))
	case '#', '§':
		return true
	default:
		return isDigit(prev) || isKanjiNumber(prev)
	}
}

func (c *cursor) arabic() (numeral, bool) {
	n := numeral{}
	for isDigit(c.at(0)) {
		n.value = n.value*10 + int(c.at(0)-'0')
		n.digits++
		c.pos++
		if n.digits > 4 {
			return numeral{}, false
		}
	}
	return n, true
}

func isKanjiNumber(r rune) bool {
	switch r {
	case '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千':
		return true
	}
	return false
}

// kanjiNumeral reads digits in a row (二〇二四) and numbers with their powers (二千二十四).
func (c *cursor) kanjiNumeral() (numeral, bool) {
	n := numeral{kanji: true}
	sum, digit, powers, start := 0, 0, false, c.pos
	for isKanjiNumber(c.at(0)) && c.pos < start+8 {
		switch r := c.at(0); r {
		case '十', '百', '千':
			sum += max(digit, 1) * power(r)
			digit, powers = 0, true
		default:
			digit = digit*10 + kanjiValue(r)
		}
		n.digits++
		c.pos++
	}
	n.value, n.places = sum+digit, !powers
	switch {
	case powers && digit > 9, !powers && n.digits > 4, n.digits == 0:
		return numeral{}, false
	case powers:
		n.digits = len(strconv.Itoa(n.value))
	}
	return n, true
}

// power returns what 十, 百 and 千 stand for.
func power(r rune) int {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	}
	return 1000
}

func kanjiValue(r rune) int {
	i := 0
	for _, k := range kanjiDigits {
		if k == r {
			return i
		}
		i++
	}
	return 0
}
