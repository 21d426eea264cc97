package jpdate

import "strings"

// What a speaker calls today is the day on which he speaks: one that is named before the quotation, or in the title of the minutes.

// spokenOn returns the day on which the words are said that are quoted at the phrase, where the sentence tells it before them:
// 8月7日の会見で「|本日|、…」, 10月21日、報道官は「|きょう|…」.
func (r *Reader) spokenOn() (day, bool) {
	if r.quoted == 0 || r.said == (speech{}) || r.said.passage != r.passage {
		return day{}, false
	}
	c, depth := cursor{r.text.runes, r.start}, 1
	for c.pos > r.said.end && depth > 0 {
		switch c.pos--; c.at(0) {
		case '「', '“':
			depth--
		case '」', '”':
			depth++
		}
	}
	if depth > 0 {
		return day{}, false
	}
	between := string(r.text.runes[r.said.end:c.pos])
	if before, ok := strings.CutSuffix(between, "。"); ok && !strings.ContainsAny(before, "。\n") && speechFollows(before) && tellsSpeech(before) {
		return r.said.at, true // 10月7日、政府は声明を出した。「|今日|、…」
	}
	if strings.ContainsAny(between, "。\n") || !speechFollows(between) {
		return day{}, false
	}
	return r.said.at, true
}

// statementDays is how long before the publication a statement that it quotes may lie.
const statementDays = 14

// statementDay is the 本日 of a quotation: the last day that the text has named, if it lies shortly
// before the publication, since news quotes what was said on the day it tells of.
func (r *Reader) statementDay() (day, Basis, bool) {
	if at, ok := r.spokenOn(); ok {
		r.ref = at
		return at, Earlier, true
	}
	if last := r.lastNamed(); last.passage == r.passage && last.basis == Published && !strings.ContainsAny(r.since(&last), "「」“”") {
		return r.day, Published, r.day.d != 0 // 「昨日…、|今日|…」 are counted from one day
	}
	said, basis, ok := r.baseDay(field{earlier, 0})
	if ago := said.distance(r.day); ok && r.day.d != 0 && ago >= 0 && ago <= statementDays {
		return said, basis, true
	}
	return r.day, Published, r.day.d != 0
}

// A speech is a day on which somebody may have said what is quoted behind it.
type speech struct {
	at           day
	passage, end int // where it is named
}

// speechFollows reports whether what stands between a day and a quotation makes it the day of the words.
func speechFollows(between string) bool {
	if strings.HasPrefix(between, "、") {
		return true
	}
	rest, ok := strings.CutPrefix(between, "の")
	if !ok {
		rest, ok = strings.CutPrefix(between, "に")
	}
	return ok && ofSession(rest)
}

// tellsSpeech reports whether a sentence tells that somebody has said something.
func tellsSpeech(s string) bool {
	for _, w := range [...]string{"発表", "表明", "述べ", "語っ", "訴え", "証言"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return ofSession(s)
}

// sessions are the words for where somebody speaks.
var sessions = [...]string{"会見", "声明", "演説", "談話", "講演", "インタビュー", "答弁", "取材", "閣議", "投稿", "書簡", "公聴会", "委員会", "会議", "議事録", "議事要旨", "挨拶", "あいさつ", "質疑"}

// ofSession reports whether a text has one of them.
func ofSession(s string) bool {
	for _, w := range sessions {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// headLines is how many passages the head of a text has at most.
const headLines = 6

// inSession makes the day in brackets that ends the title of minutes the one that the rest of the text counts from:
// 記者会見（令和6年12月24日）.
func (r *Reader) inSession(s string, d Date) {
	at := dayOf(d.Value)
	if r.passage > headLines || at.d == 0 || d.Basis != Stated || len(s) > titleLen || r.future(at) || strings.Contains(s, "。") || !ofSession(s[:d.Span.Start]) {
		return
	}
	if before := s[:d.Span.Start]; (strings.HasSuffix(before, "(") || strings.HasSuffix(before, "（")) && strings.Trim(s[d.Span.End:], ")） 　午前後夜") == "" {
		r.day = at
	}
}
