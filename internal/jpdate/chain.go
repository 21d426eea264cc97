package jpdate

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A sentence that goes on from what was done on a day of an earlier year leaves that year out of what was done next:
// 2021年7月28日に検知し、8月18日に公表した.

// chained completes a month, or a month and its day, from a month or day named before it, of whose clause the sentence goes on: the first
// such one that is not before that. What lies within a week of the publication is news, if what came before it is not of years ago.
func (r *Reader) chained(d day) (day, bool) {
	last := r.lastNamed()
	if last.passage != r.passage || last.sentence != r.sentence || last.at.m == 0 || last.at.y >= r.day.y || last.ranged || last.onward {
		return day{}, false
	}
	at := day{last.at.y, d.m, d.d}
	if at.m < last.at.m || at.m == last.at.m && at.d != 0 && at.d < last.at.d {
		at.y++
	}
	news, _ := r.beforePublication(d)
	recent := r.day.d != 0 && news.d != 0 && news.distance(r.day) <= recentDays
	if !at.valid() || r.future(at) || recent && (last.at.y > r.day.y-2 || r.givesNews()) {
		return day{}, false
	}
	return at, goesOnFromClause(r.since(&last))
}

// since returns what the passage says between a date of it and the phrase that is resolved.
func (r *Reader) since(n *named) string { return r.between(n, int(r.text.offsets[r.start])) }

// between returns what the passage says between a date of it and a place.
func (r *Reader) between(n *named, to int) string {
	from := len(r.passageText) - len(n.rest)
	return r.passageText[from:max(from, to)]
}

// goesOnFromClause reports whether a clause ends in what stands between two dates and the next one has its date at once, or behind whoever
// does what it tells: に検知し、, に逮捕され、東京地検が. What describes somebody is not gone on from: に侵入を受け、停止した同社が.
func goesOnFromClause(between string) bool {
	if strings.ContainsAny(between, "「」()（）\n") {
		return false
	}
	clause, ok := strings.CutSuffix(beforeLast(between, "、"), "、")
	for ok && !endsClause(clause) {
		clause, ok = strings.CutSuffix(beforeLast(clause, "、"), "、")
	}
	return ok && !strings.Contains(between[len(clause):], "た")
}

// beforeLast returns a text up to the last place where a sign stands in it, with that sign, "" where none does.
func beforeLast(s, sign string) string {
	i := strings.LastIndex(s, sign)
	if i < 0 {
		return ""
	}
	return s[:i+len(sign)]
}

// endsClause reports whether a text ends with a verb in the form from which a sentence goes on.
func endsClause(s string) bool {
	last, size := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
	switch last {
	case 'し', 'れ', 'け', 'せ', 'え', 'み', 'き', 'り', 'び':
		return isKanji(before) || before == 'さ' || before == 'ら' || before == 'か' || before == 'わ'
	case 'い', 'ち', 'ぎ':
		return isKanji(before) // 支払い、
	case 'て', 'で':
		return before == 'し' || before == 'っ' || before == 'れ' || before == 'け'
	case 'が':
		return before == 'た'
	}
	return false
}

// inComingYear completes a month, or a month and its day, of what is to come in a year that the sentence has named: 来年の大会は8月1日に開かれる.
func (r *Reader) inComingYear(d day) (day, bool) {
	last := r.lastNamed()
	if last.passage != r.passage || last.sentence != r.sentence || last.at.m != 0 || last.at.y <= r.day.y || r.day.y == 0 || r.tense() == past {
		return day{}, false
	}
	topic, ok := strings.CutPrefix(r.since(&last), "の")
	topic = strings.TrimSuffix(topic, "、")
	at := day{last.at.y, d.m, d.d}
	return at, ok && at.valid() && strings.HasSuffix(topic, "は") && !strings.ContainsAny(topic, "、。\n")
}

// ofTopicYear completes a month, or a month and its day, of a year that its sentence is about: 2023年度は5月に2件、1月に3件あった.
func (r *Reader) ofTopicYear(d day) (day, bool) {
	last := r.lastNamed()
	for i := len(r.named) - 2; i >= 0 && last.passage == r.passage && last.sentence == r.sentence && last.at.m != 0; i-- {
		last = r.named[i]
	}
	if last.passage != r.passage || last.sentence != r.sentence || last.at.m != 0 || last.part != whole || last.season != 0 || last.span == decade || last.at.y >= r.day.y {
		return day{}, false
	}
	at := day{last.at.y, d.m, d.d}
	if last.span == fiscalYear {
		at = inBusinessYear(d, last.at.y)
	}
	topic := r.since(&last)
	return at, at.valid() && !r.future(at) && strings.HasPrefix(topic, "は") && !strings.ContainsAny(topic, "「」()。\n")
}

// ofToldYear completes a month, or a month and its day, that opens the sentence behind one that tells of an earlier year: 2012年、…。ところが10月、….
func (r *Reader) ofToldYear(d day) (day, bool) {
	last := r.lastNamed()
	switch gap := r.sentence - last.sentence; {
	case last.passage != r.passage, gap < 1 || gap > 2, last.at.m != 0, last.at.y == 0, last.at.y >= r.day.y:
		return day{}, false
	case last.span == decade, last.span == fiscalYear, last.ranged, last.onward, !strings.HasPrefix(last.rest, "、"):
		return day{}, false
	}
	before := strings.TrimSuffix(strings.TrimSpace(r.sentenceBefore()), "、")
	at := day{last.at.y, d.m, d.d}
	return at, at.valid() && (before == "" || slices.Contains(turns, before)) && r.storyGoesOn(&last)
}

// turns are the words with which a story goes on.
var turns = []string{"ところが", "しかし", "そして", "さらに", "また", "その後", "続いて", "次いで", "だが", "すると", "やがて", "このうち"}

// inBusinessYear returns a month, or a month and its day, of the year that begins with the April of a year.
func inBusinessYear(d day, y int) day {
	if d.m < 4 {
		y++
	}
	return day{y, d.m, d.d}
}
