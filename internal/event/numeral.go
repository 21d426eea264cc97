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
	myriad                     // 万, 億, 兆
	several                    // 数, 何
	comma                      // of either width
	point                      // of either width
	currency                   // a sign before a number

	numberStart = digit | unity | ten | myriad | several | currency
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
	case '万', '億', '兆':
		return myriad
	case '数', '何':
		return several
	case ',', '，':
		return comma
	case '.', '．':
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

// numeral takes a number: 4,258, 12万6000, 3.5億, 数十万, 百二十.
func (c *cursor) numeral() bool {
	if !c.whole() {
		return c.kanji()
	}
	if next := *c; next.one(point) && next.one(digit) {
		for next.one(digit) {
		}
		*c = next
	}
	for next := *c; next.scale(); *c = next {
		next.whole()
	}
	return true
}

// whole takes a whole number with its commas: 4,258.
func (c *cursor) whole() bool {
	if !c.one(digit) {
		return false
	}
	for c.one(digit) {
	}
	for next := *c; next.one(comma) && next.one(digit) && next.one(digit) && next.one(digit); {
		*c = next
	}
	return true
}

// scale takes 万 and the like, a space at most before them.
func (c *cursor) scale() bool {
	c.literal(" ")
	if !c.one(ten | myriad) {
		return false
	}
	for c.one(ten | myriad) {
	}
	return true
}

// vague are the words that a number which is not told begins with.
var vague = morph.NewWordTable([]string{"数", "何", "十数", "百数", "百数十", "二十数", "三十数"})

// kanji takes a number in kanji: 数十万, 三百数十万, 二十三.
func (c *cursor) kanji() bool {
	next := *c
	if w := next.word(vague); w != "" {
		if w != "百数十" {
			next.one(ten)
		}
		next.one(myriad)
		*c = next
		return true
	}
	if one := next.one(unity); next.one(ten) || one {
		next.literal("数")
		next.one(ten)
		if next.one(myriad) {
			*c = next
			return true
		}
	}
	one := c.one(unity)
	if !c.one(ten) {
		return one
	}
	c.one(unity)
	return true
}

// value reads a numeral as the least and the greatest number that it can mean:
// 4,258 is one number, 数千 is 2,000 to 9,999.
func value(s string) (lo, hi float64, ok bool) {
	if head, rest, found := strings.Cut(s, "数"); found && head != "" && head != "十" { // 百数十, 二十数
		base, ok := numeralValue(head)
		lo, hi, ok2 := value(s[len(head):])
		if rest == "" {
			lo--
		}
		return base + lo, base + hi, ok && ok2
	}
	for _, vague := range []struct {
		word       string
		least, top float64
	}{{"十数", 11, 20}, {"数", 2, 10}, {"何", 2, 10}} {
		if rest, found := strings.CutPrefix(s, vague.word); found {
			scale, ok := numeralValue(rest)
			if rest == "" {
				scale, ok = 1, true
			}
			return vague.least * scale, vague.top*scale - 1, ok
		}
	}
	n, ok := numeralValue(s)
	return n, n, ok
}

// A count is a number that is being read.
type count struct {
	total   float64 // up to the last 万
	section float64 // since then
	figures float64 // the digits since the last character that is none, without their point
	digits  int
	point   int // how many digits there were before the point, -1 without one
}

// numeralValue reads digits and kanji numerals mixed: 3万2000, 百二十, 1億.
func numeralValue(s string) (float64, bool) {
	c := count{point: -1}
	for _, r := range s {
		switch classOf(r) {
		case digit, unity:
			c.figures = 10*c.figures + digitValue(r)
			c.digits++
		case point:
			if c.point >= 0 {
				return 0, false
			}
			c.point = c.digits
		case ten, myriad:
			c.scale(r)
		case comma:
		default:
			if r != ' ' {
				return 0, false
			}
		}
	}
	return c.total + c.section + c.take(0), s != ""
}

// take returns the digits since the last character that is none, or the number that is meant where there are none.
func (c *count) take(none float64) float64 {
	if c.digits == 0 {
		return none
	}
	n := c.figures
	if c.point >= 0 {
		n /= math.Pow10(c.digits - c.point)
	}
	c.figures, c.digits, c.point = 0, 0, -1
	return n
}

// scale multiplies what stands before 百 or 万 by it: a 万 takes all since the last one.
func (c *count) scale(r rune) {
	switch r {
	case '十':
		c.section += 10 * c.take(1)
	case '百':
		c.section += 100 * c.take(1)
	case '千':
		c.section += 1000 * c.take(1)
	default:
		none := 1.0
		if c.section > 0 {
			none = 0
		}
		c.total += (c.section + c.take(none)) * myriads(r)
		c.section = 0
	}
}

func digitValue(r rune) float64 {
	switch {
	case '0' <= r && r <= '9':
		return float64(r - '0')
	case '０' <= r && r <= '９':
		return float64(r - '０')
	}
	return float64(strings.IndexRune("一二三四五六七八九", r)/len("一") + 1)
}

func myriads(r rune) float64 {
	switch r {
	case '億':
		return 1e8
	case '兆':
		return 1e12
	}
	return 1e4
}
