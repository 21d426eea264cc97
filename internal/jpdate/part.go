package jpdate

import "unicode/utf8"

// The words for parts of a year and of a month: 初め, 上旬, 第1週, 末.

// A partWord names a part of a year or month.
type partWord struct {
	text string
	part part
}

// partWords are words for parts, and what they begin with.
type partWords struct {
	first runeFilter
	list  []partWord
}

func newPartWords(list []partWord) partWords {
	p := partWords{list: list}
	for _, w := range list {
		r, _ := utf8.DecodeRuneInString(w.text)
		p.first.add(r)
	}
	return p
}

func yearParts() partWords {
	return newPartWords([]partWord{
		{"前半", firstHalf}, {"上半期", firstHalf}, {"上期", firstHalf}, {"後半", secondHalf}, {"下半期", secondHalf}, {"下期", secondHalf},
		{"初め", beginning}, {"はじめ", beginning}, {"始め", beginning}, {"初頭", beginning}, {"年明け", beginning}, {"年初め", beginning},
		{"半ば", middle}, {"なかば", middle}, {"中頃", middle}, {"中ごろ", middle}, {"中盤", middle},
		{"終わり", end}, {"終盤", end}, {"暮れ", end}, {"年末", end}, {"末", end},
	})
}

func monthParts() partWords {
	return newPartWords([]partWord{
		{"上旬", firstTen}, {"初旬", firstTen}, {"中旬", secondTen}, {"下旬", lastTen},
		{"初め", firstTen}, {"はじめ", firstTen}, {"始め", firstTen}, {"頭", firstTen},
		{"前半", firstHalf}, {"後半", secondHalf}, {"半ば", secondTen}, {"なかば", secondTen}, {"中頃", secondTen}, {"中ごろ", secondTen},
		{"終わり", lastTen}, {"末", lastTen},
	})
}

// weekOf reads 第1週 behind a month.
func (c *cursor) weekOf(m *mention) bool {
	ahead := *c
	if !ahead.takeRune('第') {
		return false
	}
	n, ok := ahead.numeral()
	if !ok || n.value < 1 || n.value > 5 || !ahead.takeRune('週') || ahead.sees("目", "間") {
		return false
	}
	*c, m.nth = ahead, n.value
	return true
}

// monthEnd reads 末日, which is a day.
func (c *cursor) monthEnd(m *mention) bool {
	m.lastDay = c.take("末日") != ""
	return m.lastDay
}

// part reads one of the words for a part.
func (c *cursor) part(m *mention, words partWords) bool {
	if !words.first.has(c.at(0)) {
		return false
	}
	for _, w := range words.list {
		if c.take(w.text) != "" {
			m.part = w.part
			return true
		}
	}
	return false
}
