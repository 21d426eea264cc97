package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/edtf"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// Figures returns the figures of a sentence, in order.
func Figures(s Sentence) []Figure { return AppendFigures(nil, &s) }

// AppendFigures appends what [Figures] returns to others.
func AppendFigures(out []Figure, s *Sentence) []Figure {
	text := s.Text[s.Span.Start:s.Span.End]
	for last, i := 0, nextNumber(text, 0); i < len(text); i = nextNumber(text, i) {
		if end := s.taken(s.Span.Start + i); end > 0 { // the number of a date or of a name
			i = max(i+1, end-s.Span.Start)
			continue
		}
		a, ok := readAmount(text, last, i)
		if !ok {
			i++
			continue
		}
		s.thing(&a, text)
		floor := s.Span.Start + last
		i, last = a.end, a.end
		if !a.counts(text) {
			continue
		}
		f, ok := a.figure(text)
		f.Span = source.Span{Start: s.Span.Start + f.Span.Start, End: s.Span.Start + f.Span.End}
		if !ok || s.occupied(f.Span) {
			continue
		}
		f.AsOf = s.asOf()
		f.Counts = s.counted(&f, floor)
		f.By = s.told(&f)
		out = append(out, f)
	}
	return out
}

// nextNumber returns the next place from i where a number or the sign of a currency may begin, or one at or behind the
// end of the text.
func nextNumber(text string, i int) int {
	for i = numberStarts.Next(text, i); i < len(text); i = numberStarts.Next(text, i) {
		r, n := utf8.DecodeRuneInString(text[i:]) // the set may stop at others
		if classOf(r)&numberStart != 0 {
			return i
		}
		i += n
	}
	return i
}

// numberStarts are the characters of [numberStart].
var numberStarts = morph.NewRuneSet("0123456789０１２３４５６７８９一二三四五六七八九十百千数何$＄€£¥￥")

// An amount is a number with its qualifiers and its unit.
type amount struct {
	start, end int // in the text of the sentence
	number     int // where the number begins
	// limit and rough stand before it: 少なくとも|約|300.
	limit, rough string
	sign         string // of a currency
	value        extent
	inner        string // the unit of the lower end of a range
	before       string // a qualifier before the unit: 1,200|以上|の組織
	unit         string
	joined       bool   // の joins it to the number
	after        string // a qualifier behind the unit
}

// readAmount reads the amount whose number, or sign of a currency, begins at i, with what belongs to it before, down to last.
func readAmount(text string, last, i int) (amount, bool) {
	a := amount{start: i}
	c := cursor{text, i}
	if c.one(currency) {
		a.sign = text[i:c.at]
	}
	a.number = c.at
	var ok bool
	if a.value, ok = c.numeral(); !ok {
		return a, false
	}
	a.upTo(&c)
	a.counter(&c)
	a.end = c.at
	a.qualified(text[last:i])
	return a, true
}

// upTo reads the upper end of a range, where there is one: 3|〜5|社, 2|、3|台.
func (a *amount) upTo(c *cursor) {
	next := *c
	inner := next.word(bothUnits)
	next.literal(" ")
	joint := next.word(rangeTable)
	next.literal(" ")
	next.literal("約")
	upper, ok := next.numeral()
	if !ok || joint == "" || joint == "、" && (inner != "" || upper.least != a.value.least+1 || upper.most >= 10) {
		return
	}
	a.inner, a.value.most = inner, upper.most
	*c = next
}

// counter reads the unit with the qualifiers before and behind it: 1,200| 以上の|組織, 20万|台|超.
func (a *amount) counter(c *cursor) {
	next := *c
	next.literal(" ")
	if a.before = next.word(boundsBefore); a.before != "" {
		*c = next
	}
	of := next.literal("の")
	next.literal(" ")
	if a.unit = next.word(unitTable); a.unit != "" {
		*c, a.joined = next, of
	}
	next = *c
	next.literal(" ") // 26 万 台| 以上
	if a.after = next.word(boundsAfter); a.after != "" {
		*c = next
		return
	}
	behind := cursor{text: skipAside(c.text[c.at:])}
	if len(behind.text) < len(c.text)-c.at && a.inMoney() {
		a.after = behind.word(aboveAside) // 13億ドル（約1370億円）|超
	}
}

// inMoney reports whether an amount is one of money, which another currency may follow in brackets.
func (a *amount) inMoney() bool {
	return a.sign != "" || endsAny(a.unit, "ドル", "ユーロ", "ポンド", "円", "元", "ウォン", "BTC", "ビットコイン", "ETH", "イーサ")
}

// qualified takes in the qualifiers that the text before the number ends with.
func (a *amount) qualified(before string) {
	rest := before
	if a.sign != "" {
		rest, _ = cutEnd(rest, countries)
	}
	rest = strings.TrimSuffix(rest, " ")
	rest, a.rough = cutEnd(rest, roughly)
	if apart, limit := cutEnd(strings.TrimSuffix(rest, " "), limits); limit != "" {
		rest, a.limit = apart, limit // 少なくとも |約
	}
	if a.start -= len(before) - len(rest); a.rough == "" && a.limit == "" && strings.HasPrefix(before[len(rest):], " ") {
		a.start++
	}
}

// cutEnd cuts off the first of some words that a text ends with.
func cutEnd(s string, words []string) (rest, word string) {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return s[:len(s)-len(w)], w
		}
	}
	return s, ""
}

// counts reports whether an amount is one, and no part of a name, a version, a date or an order.
func (a *amount) counts(text string) bool {
	if a.sign != "" && a.unit == "" {
		a.unit = signUnit(a.sign)
	}
	switch {
	case a.sign != "" && beginsLatin(strings.TrimLeft(text[a.end:], " ")): // $4.4 million
		return false
	case a.limit == "" && a.rough == "" && a.joined && (a.isIndex(text) || a.before == "" && isNoThing(a.unit)):
		return false // バージョン3以上の端末, 2の倍数
	case a.unit == "", a.inner != "" && a.unit != a.inner, a.unit == "つ" && a.value.most == 1:
		return false
	}
	if strings.HasPrefix(text[a.number:], "何") && a.value.most < 10 && a.after != "もの" && !strings.HasPrefix(text[a.end:], "も") {
		return false // 何人 asks, 何人も and 何百人 do not
	}
	return a.standsAlone(text) && !numberGoesOn(text, a.start)
}

// figure returns the Figure of an amount, with its place in the text; it is false where a range goes down.
func (a *amount) figure(text string) (Figure, bool) {
	unit, listed := units[a.unit]
	if !listed {
		unit = a.unit
	}
	f := Figure{Span: source.Span{Start: a.start, End: a.end}, Surface: text[a.start:a.end], Min: a.value.least, Max: a.value.most, Unit: unit}
	f.bounded(a.limit, a.rough, a.before, a.after)
	return f, a.value.least <= a.value.most
}

// standsAlone refuses a number that is part of a name, a version, a date or an order: APT28, 7.2.10, 第3回, 2人目, 九州.
func (a *amount) standsAlone(text string) bool {
	before, after, number := text[:a.number], text[a.end:], text[a.number:]
	if before != "" && inName(before[len(before)-1]) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(number)
	if inKanji := classOf(first)&(unity|ten) != 0 && !begins(number, "数", "何"); inKanji && endsKanji(text[:a.start]) && a.start == a.number {
		return false
	}
	if endsAny(before, "第", "複", "少", "分の") || a.unit == "つ" && strings.HasSuffix(before, "年") || strings.HasPrefix(number, "九州") {
		return false
	}
	if begins(after, "目", "者択一", "次", "般", "致", "的", "期生", "口", "度", "部", "組", "未満の", "ひとり", "ショップ", "均一", "事件") {
		return false
	}
	switch a.unit {
	case "氏", "個人":
		return classOf(first)&(unity|ten) == 0 && (!beginsKanji(after) || begins(after, "及び", "等"))
	case "元", "行", "本", "点", "種", "通", "機関", "戸", "棟", "頭", "隻", "基", "株", "県", "集団":
		return !beginsKanji(after) || begins(after, "以上", "以下", "及び", "届", "等", "押収", "並び", "分")
	}
	return true
}

// inName reports whether a byte before a number makes it part of a name or of a version.
func inName(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b == '.' || b == '-' || b == '_' || b == '/'
}

func beginsKanji(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x4E00 && r <= 0x9FFF
}

func beginsLatin(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.In(r, unicode.Latin)
}

func endsKanji(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= 0x4E00 && r <= 0x9FFF
}

// occupied reports whether a span belongs to a date or to a name with a number in it.
func (s *Sentence) occupied(span source.Span) bool {
	for i := range s.Dates {
		if d := &s.Dates[i]; d.Span.Overlaps(span) {
			return true
		}
	}
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Span.Overlaps(span) {
			return true
		}
	}
	return false
}

// taken returns the end of the date or the name that a place lies in, 0 where there is none.
func (s *Sentence) taken(at int) int {
	for i := range s.Dates {
		if d := &s.Dates[i]; d.Span.Start <= at && at < d.Span.End {
			return d.Span.End
		}
	}
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Span.Start <= at && at < m.Span.End {
			return m.Span.End
		}
	}
	return 0
}

// asOf returns the date of the figures of the sentence: that of its 時点.
func (s *Sentence) asOf() edtf.Date {
	for i := range s.Dates {
		if d := &s.Dates[i]; d.AsOf && s.Span.Contains(d.Span) {
			return d.Value
		}
	}
	return edtf.Date{}
}

// numberGoesOn reports whether a match begins inside a number, as in 半数 or 12万6000 cut short.
func numberGoesOn(text string, start int) bool {
	return endsAny(text[:start], "半", "複", "少", "過半", "多") && strings.HasPrefix(text[start:], "数")
}
