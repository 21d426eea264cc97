package jpdate

// A mention is a date as written, before it is resolved.
type mention struct {
	year, month, day field
	era              *era    // the era of the year, if it was written in one
	part             part    // of the finest of year, month and decade
	span             span    // what the mention means by its year: the year itself, its decade, …
	season           int     // 21 to 24, and 33 to 36 for quarters
	feast            int     // the place in feasts of a day with a name, from 1; 0 where there is none
	election         int     // the place in elections of one whose polls are named, from 1
	previous         int     // so many elections back from the publication: 1 for 前回の参院選, 2 for 前々回の; 0 elsewhere
	midterm          bool    // it is one between two of presidents
	week             field   // n weeks away, where the week alone is named
	weekday          int     // 1 for Monday to 7, of the week or in brackets behind the day; 0 where none is named
	weekend          bool    // 先週末, of the week
	nth              int     // the week of the month, from 1: 12月第1週; 0 where none is named
	lastDay          bool    // 末日, of the month
	closing          bool    // of the business year that ends with it: 24年3月期
	about            bool    // 頃, 前後
	kanji            bool    // its last number is one of kanji
	clock            bool    // a time of day follows: から then begins no stretch of days
	minute           int     // of the day that its time of day is, from 1
	lone             bool    // that is all of it: 04:40頃 at the head of a line
	within           bool    // it stands only where a year has been named for it: 暮れに
	paired           bool    // it stands only where its other half has been named: 2022年前半に…、後半に
	halvesMonth      bool    // and that may be half a month
	newYear          bool    // after the turn of the year: 年明けの1月
	deadline         bool    // まで follows, so that a bare day may lie ahead
	ahead            bool    // what follows says that it lies ahead: 4月上旬をめどに
	ago              bool    // so long before the publication, or before the day of its row: 6日前
	then             bool    // so long after a date that the passage has to name: 3日後に
	deed             [2]rune // what was done from which it is counted: 公表の5日後
	next             bool    // the first such month or day after the date named before (翌9日)
	yearBefore       bool    // of the season or year before that of the date named before: 前シーズンは9月6日
	act              [2]rune // what was done on the day that 当日 means: 宣告当日
	// through is the last number of 5~9月 and 4〜6日, 0 elsewhere; it is of the finest unit.
	through int
	// joint is what joins the numbers of 2024-09-18 and its like, 0 where 年, 月 and 日 do.
	joint rune
	stand stand // of a month and a day that joint joins
}

// A field is one of year, month and day.
type field struct {
	how how
	n   int
}

// how says what the number of a field counts from.
type how uint8

const (
	absent    how = iota
	number        // as it stands
	short         // a year of two digits
	marked        // one behind an apostrophe
	doubtful      // a year of two digits that may be a number of years
	elided        // a year of an era that was named before
	bare          // not said: 年末, 月末
	published     // away from the publication date
	earlier       // away from the date named before
)

func (f field) given() bool { return f.how != absent }

// A span is what a year stands for.
type span uint8

const (
	calendarYear span = iota
	fiscalYear        // 年度: from April
	americanYear      // that of the American state: from October of the year before
	decade            // 年代
)

// A part is a stretch of a year, a month or a decade.
type part uint8

const (
	whole part = iota
	beginning
	middle
	end
	firstTen  // 上旬
	secondTen // 中旬
	lastTen   // 下旬
	firstHalf
	secondHalf
)

// A bound says that the date starts or ends a stretch of time.
type bound uint8

const (
	exact bound = iota
	since       // 以降, から
	until       // まで, 以前
)

// A phrase is one expression of the text: a date, or a range of two.
type phrase struct {
	from  mention
	first int      // where the first date ends
	to    *mention // nil where there is one date
	// open marks a range that goes on to the present (2002年〜現在).
	open    bool
	outside bool // より前: it lies before the date
	lasts   bool // it has まで and no に: until, not by
	shifted bool // a date that was moved to another
	bound   bound
	asOf    bool
}

// finest returns the finest unit that is given, as the word for it: 年, 月, 日.
func (m *mention) finest() string {
	switch {
	case m.day.given(), m.feast != 0, m.election != 0:
		return "日"
	case m.month.given():
		return "月"
	case m.year.given():
		return "年"
	}
	return ""
}
