package jpdate

import "strings"

// A text that tells a story of an earlier time leaves out of its dates what the sentence before has told: 2018年4月、…。6日に….

// storyMonths is how many months at least a story lies before the publication whose bare days are not those of news.
const storyMonths = 2

// storySentences is how many sentences back at most the month of a story is named.
const storySentences = 4

// storyScope is how many bytes behind the month its passage may go on.
const storyScope = 600

// storyGoesOn reports whether the sentences between the date of a story and the day that is resolved go on with it, and tell of nothing
// that is so today.
func (r *Reader) storyGoesOn(n *named) bool {
	var between string
	switch {
	case n.passage == r.passage && r.sentence == n.sentence+1 && n.at.d == 0:
		return true
	case n.passage == r.passage:
		between = r.since(n)
	default:
		between = n.rest + r.passageText[:r.text.offsets[r.start]]
	}
	for _, w := range ofToday {
		if strings.Contains(between, w) {
			return false
		}
	}
	return true
}

// mayTell reports whether a day may be one of the story whose date stands before it: that lies long before the publication, begins no stretch
// of time, and is no more than some sentences back, in this passage or in the one before.
func (r *Reader) mayTell(n *named, at day) bool {
	switch gap := r.passage - n.passage; {
	case n.at.m == 0, n.ranged, n.onward, r.sentence == n.sentence, r.sentence-n.sentence > storySentences:
		return false
	case gap > 1, gap == 1 && (n.basis == Published || r.atRow || r.heading != 0 || len(n.rest) > storyScope):
		return false
	}
	return r.day.m != 0 && at.valid() && (r.day.y-at.y)*12+r.day.m-at.m >= storyMonths
}

// opensNarration reports whether the day opens its sentence as a story tells its days: 18日には….
func (r *Reader) opensNarration() bool {
	before := cursor{r.text.runes, r.start}.at(-1)
	return (before == '。' || before == 0 || before == ' ') && r.rest().sees("には")
}

// ofToday are the words of a sentence that has left the story.
var ofToday = [...]string{"現在", "今も", "いまも", "今回", "このほど", "ている。", "ています。", "という。", "発表", "明らかに", "によると", "疑い"}

// storyDay returns a bare day as one of the month that one of the sentences before has named for its story. Those on which the text
// says that news was given are counted from the publication, and so are those of the last days before it, if the sentence
// does not say 当時 before them or tell them as a story does. In the passage behind, a day of the month of the publication is rather
// one of news.
func (r *Reader) storyDay(d int) (day, bool) {
	last := r.lastNamed()
	if last.at.d != 0 {
		return r.laterDay(&last, d)
	}
	at := day{last.at.y, last.at.m, d}
	if !r.mayTell(&last, at) || last.passage != r.passage && d <= r.day.d || !r.storyGoesOn(&last) || r.givesNews() {
		return day{}, false
	}
	recent := r.day.d != 0 && r.lastSuch(d).distance(r.day) <= recentDays
	return at, !recent || strings.Contains(r.sentenceBefore(), "当時") || r.opensNarration()
}

// laterDay returns a bare day that opens its sentence as a later one of the story whose last day was told before it, long before the
// publication: 2019年7月4日、港が止まった。6日に復旧した. A text that has told a day of news may have gone back to it in another passage.
func (r *Reader) laterDay(last *named, d int) (day, bool) {
	at := day{last.at.y, last.at.m, d}
	switch before := (cursor{r.text.runes, r.start}).at(-1); {
	case before != '。' && before != 0 && !(before == '、' && r.rest().sees("になって")), last.basis == Published, d <= last.at.d, !r.rest().seesAny(narrated):
		return day{}, false
	case last.passage != r.passage && r.told.known():
		return day{}, false
	}
	return at, r.mayTell(last, at) && r.storyGoesOn(last) && !r.givesNews() && (r.tense() == past || r.rest().sees("になって"))
}

// sentenceBefore returns what the sentence says before the date that is resolved.
func (r *Reader) sentenceBefore() string {
	first := r.start
	for first > 0 && r.text.runes[first-1] != '。' && r.text.runes[first-1] != '\n' {
		first--
	}
	return string(r.text.runes[first:r.start])
}

// givesNews reports whether the day is said as news says the day on which it was given: 警視庁は6日、…, 6日、…と発表した.
func (r *Reader) givesNews() bool {
	c := r.rest()
	if c.seesAny(newsGiven) {
		return true
	}
	if c.at(0) != '、' {
		return false
	}
	if (cursor{r.text.runes, r.start}).follows("は", "が", "も") {
		return true
	}
	for range scope {
		switch c.pos++; c.at(0) {
		case 0, '。', '\n':
			return false
		case '発', '公', '明', '述', '報':
			if c.sees("発表", "公表", "明らか", "述べ", "報じ") {
				return true
			}
		}
	}
	return false
}

// narrated stand behind a day that opens a sentence of a story.
var narrated = newPhrases("に", "未明", "早朝", "朝", "夜", "午前", "午後", "夕", "深夜", "まで")

// newsGiven stand behind the day of news.
var newsGiven = newPhrases("に発表", "に公表", "に明らか", "付", "の会見", "の記者会見", "の発表", "までに")

// runMonth returns a month that goes on from two dates of its passage that are of one earlier year: 2021年2月に…、同年3月に…。6月中旬には….
// Who tells of the month of the publication says 今月.
func (r *Reader) runMonth(d day) (day, bool) {
	n := len(r.named)
	if d.d != 0 || n < 2 || r.heading != 0 {
		return day{}, false
	}
	last, first := &r.named[n-1], &r.named[n-2]
	if last.passage != r.passage || first.passage != r.passage || last.sentence < r.sentence-1 || last.basis == Published || first.basis == Published {
		return day{}, false
	}
	return day{last.at.y, d.m, 0}, last.at.y == first.at.y && last.at.y < r.day.y && last.at.m != 0 && last.at.m < d.m
}

// sameSentence completes a bare day that goes on from a whole date before it in its sentence.
func (r *Reader) sameSentence(d int) (day, bool) {
	last, ok := r.inPassage()
	if !ok || last.sentence != r.sentence || last.at.d == 0 {
		return day{}, false
	}
	if last.basis == Published { // 6月7日に検知し、9日に公表した
		at := day{last.at.y, last.at.m, d}
		return at, at.valid() && d > last.at.d && !r.future(at)
	}
	at := day{last.at.y, last.at.m, d}
	if d < last.at.d || !at.valid() {
		at = nearestMonth(d, last.at)
	}
	return at, at.compare(last.at) > 0 && !r.future(at)
}
