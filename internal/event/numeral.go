package event

import (
	"math"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/morph"
)

// A class is what a character is in a number; several of them are a set.
type class uint16

const (
	digit    class = 1 << iota // 0 to 9, of either width
	unity                      // 一 to 九
	ten                        // 十, 百, 千
	untold                     // 数
	asked                      // 何
	comma                      // of either width
	point                      // of either width
	currency                   // a sign before a number

	numberStart = digit | unity | ten | untold | asked | currency
)

// classOf returns the class of a character, 0 for one that is in no number.
func classOf(r rune) class {
	switch r {
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９':
		return digit
	case '一', '二', '三', '四', '五', '六', '七', '八', '九':
		return unity
	case '十', '百', '千':
		return ten
	case '数':
		return untold
	case '何':
		return asked
	case ',', '，':
		return comma
	case '.', '．', '・':
		return point
	case '$', '＄', '€', '£', '¥', '￥':
		return currency
	}
	return 0
}

// A cursor goes through a text and takes what it is told to take, as long as that comes next.
// A copy of it is a way that may be given up.
type cursor struct {
	text string
	at   int
}

// one takes a character of a set.
func (c *cursor) one(set class) bool {
	r, n := utf8.DecodeRuneInString(c.text[c.at:])
	if classOf(r)&set == 0 {
		return false
	}
	c.at += n
	return true
}

// literal takes a word.
func (c *cursor) literal(word string) bool {
	if !strings.HasPrefix(c.text[c.at:], word) {
		return false
	}
	c.at += len(word)
	return true
}

// word takes the longest word of a table and returns it.
func (c *cursor) word(t *morph.WordTable) string {
	from := c.at
	c.at += t.Longest(c.text[from:])
	return c.text[from:c.at]
}

// An extent is the least and the greatest that a numeral can mean: 4,258 is one number, 数千 is 2,000 to 9,999.
type extent struct{ least, most float64 }

// numeral takes a number of digits, of kanji or of both: 4,258, 12万6000, 3.5億, 百二十, 2千数百万. It goes
// down the scales, 兆, 億 and 万 and below each of them 千, 百 and 十; 数 stands for a digit that is not told.
func (c *cursor) numeral() (extent, bool) {
	n := numeral{ten: 1e4, myriad: 1e16}
	steps := 0
	for n.step(c, steps == 0) {
		steps++
	}
	out := extent{n.total.least + n.part.least, n.total.most + n.part.most}
	if n.open {
		out.most--
	}
	return out, steps > 0
}

// A numeral is a number that is being read.
type numeral struct {
	total, part extent  // up to the last of 兆, 億 and 万, and since then
	ten         float64 // the last of 千, 百 and 十 since then, 1 behind a digit without one
	myriad      float64 // the last of 兆, 億 and 万
	open        bool    // a digit is not told: the number stays below its upper end
	spaced      bool    // a space stood before a scale: 3 万 2,100
}

// step reads on by a digit, or some in a row, with its scale. It is false where the number ends.
func (n *numeral) step(c *cursor, first bool) bool {
	next := *c
	if n.spaced {
		next.literal(" ")
	}
	count, kind := next.count()
	scaled := next
	spaced := kind == digit && scaled.literal(" ")
	scale := scaled.scale()
	switch {
	case kind == asked && !first:
		return false
	case scale > 0 && scale < n.ten:
		if kind == 0 {
			count = extent{1, 1}
		}
		n.part.add(count, scale)
		n.ten = scale
	case scale >= 1e4 && scale < n.myriad && (kind != 0 && n.ten > 1 || kind == 0 && n.part.least > 0):
		n.unit(count, kind)
		n.total.add(n.part, scale)
		n.part, n.ten, n.myriad = extent{}, 1e4, scale
	case kind != 0 && n.ten > 1:
		n.unit(count, kind)
		n.ten, scaled = 1, next
	default:
		return false
	}
	n.spaced = n.spaced || spaced && scale > 0
	n.open = n.open || kind == untold || kind == asked
	*c = scaled
	return true
}

// unit adds a digit without 千, 百 or 十. Behind one with it, as in 十数, 数 begins with one.
func (n *numeral) unit(count extent, kind class) {
	if kind == untold && n.part.least > 0 {
		count.least = 1
	}
	n.part.add(count, 1)
}

func (e *extent) add(m extent, scale float64) {
	e.least += product(m.least, scale)
	e.most += product(m.most, scale)
}

// product multiplies what may have a point, and rounds what the product of 2.3 and 1億 has behind its own.
func product(n, scale float64) float64 {
	const fine = 1000
	if scale == 1 {
		return n
	}
	return math.Round(n*scale*fine) / fine
}

// count takes digits, a digit in kanji, or the character for one that is not told, and returns what it is; 0 for nothing.
func (c *cursor) count() (extent, class) {
	r, size := utf8.DecodeRuneInString(c.text[c.at:])
	switch kind := classOf(r); kind {
	case digit:
		n := c.decimal()
		return extent{n, n}, digit
	case unity:
		c.at += size
		n := float64(strings.IndexRune("一二三四五六七八九", r)/len("一") + 1)
		return extent{n, n}, unity
	case untold, asked:
		c.at += size
		return extent{2, 10}, kind
	}
	return extent{}, 0
}

// decimal takes a number of digits of either width, with its commas and its point: 4,258, 1.35.
func (c *cursor) decimal() float64 {
	n, _ := c.digits(0, 0)
	for next := *c; next.one(comma); *c = next {
		more, count := next.digits(n, 3)
		if count < 3 {
			break
		}
		n = more
	}
	next := *c
	if !next.one(point) {
		return n
	}
	more, count := next.digits(n, 0)
	if count == 0 {
		return n
	}
	*c = next
	return more / math.Pow10(count)
}

// digits takes digits, at most so many where that is not 0, and returns the number that they make behind n.
func (c *cursor) digits(n float64, most int) (float64, int) {
	count := 0
	for most == 0 || count < most {
		r, size := utf8.DecodeRuneInString(c.text[c.at:])
		if classOf(r) != digit {
			break
		}
		if r >= '０' {
			r -= '０' - '0'
		}
		n = 10*n + float64(r-'0')
		c.at += size
		count++
	}
	return n, count
}

// scale takes 千, 万 and the like and returns what it multiplies by, 0 without one.
func (c *cursor) scale() float64 {
	r, size := utf8.DecodeRuneInString(c.text[c.at:])
	out := 0.0
	switch r {
	case '十':
		out = 10
	case '百':
		out = 100
	case '千':
		out = 1000
	case '万':
		out = 1e4
	case '億':
		out = 1e8
	case '兆':
		out = 1e12
	default:
		return 0
	}
	c.at += size
	return out
}
