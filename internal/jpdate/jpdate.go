// Package jpdate is an analysis stage: Japanese date expressions in running
// text → EDTF values.
//
// In: the prose of a text, passage by passage in order, and its publication date.
// Out: [Date] values with spans in the passage. It looks at text alone, not at tokens,
// since kagome cuts dates at unhelpful places.
package jpdate

import (
	"strings"
	"unicode/utf8"

	"jikenbo/internal/edtf"
	"jikenbo/internal/source"
)

// A Basis says how a date was resolved. Its value stands in the JSON contract.
type Basis string

// The bases.
const (
	Stated    Basis = "stated"    // the year stands in the text
	Published Basis = "published" // completed from the publication date
	Earlier   Basis = "earlier"   // completed from an earlier date of the text
)

// A Date is a date expression found in a text.
type Date struct {
	Span    source.Span // in the passage
	Surface string
	Value   edtf.Date
	Basis   Basis
	// AsOf marks 時点 and 現在: the date of a figure rather than of an act.
	AsOf bool
	// From is the date that it was completed from, zero where it states all of itself.
	From edtf.Date
	// Why says how it was read, a reason each.
	Why []string
}

// A Reader finds dates in one text. It keeps the reference that later
// expressions (同月, 翌年, a bare 14日) count from; make a new one for each text.
type Reader struct {
	day     day             // of publication, as far as known
	named   []named         // the dates of the text so far
	last    [precisions]day // the last of them that is known so finely
	ofYear  map[day]day     // the last of them of a month and day, of as many as are counted
	counted int
	told    day // the first day of the news that the text tells, counted from the publication
	toldAt  int // its place in named
	stated  int // the last year with four digits, 0 before there is one
	heading int // the year that the passages stand under, 0 where there is none
	headed  int // the passage that named it

	entry   day // of the entry of a log that the passages stand under
	entryAt int // the passage that named it

	era                     era  // that was named last
	eraIsNear, eraIsHeading bool // years may leave it out; it stands above the lines

	passage, sentence int
	passageText       string
	quoted            int  // how many quotations are open
	ref               day  // what the last expression was completed from
	shift             bool // から alone stands between them: 8月9日から9月13日に延期
	joined            bool // the date before is joined to this one: 5月15日と16日

	said speech // the last day that is no part of a quotation

	start, after  int  // where the phrase begins and ends that is resolved
	atLine, atRow bool // it opens a line; it is set off there
	ahead         bool // it was found to lie ahead
	news          bool // the last month or day that left out its year was one of the time before the publication
	source        sourcing
	afterQuote    bool // the passage before ends a quotation
	row           row
	title         row    // the year that a line above the rows names in a title
	columns       joints // what joins the days at the head of lines
	slashes       bool   // the text writes days as 5/3
	cells         bool   // it has a table with a cell a line, where dates have lines of their own
	nextCell      bool   // the passage is such a date
	years         bool   // lines open with years that have no 年
	forms         bool   // and with those of an era or of two digits: R5, '19
	yearColumn    bool   // lines open with years that are a column of their own: 2017年　3月15日
	shortDates    joints // what joins the days of a column with years of two digits: 21/6/16
	formDates     bool   // the text writes months as R5.6
	joinedDates   joints // what joins the days that have their year
	shorts        bool   // lines open with years of two digits
	latest        int    // the latest year of the text, where its publication is not known

	pages   []page   // the passages that have been read
	sheet   sheet    // with their characters
	page    int      // the next one of them
	phrases []placed // in them
	anew    []placed // those of a passage that were read again
	text    text     // of the passage
	found   []Date   // in the text
	whys    []string // of them
	// publication is the day of it as a date, and how what counts from it says so.
	publication    edtf.Date
	sincePublished string
}

// named is a date of the text that later ones may count from.
type named struct {
	at                day
	basis             Basis
	passage, sentence int
	ranged            bool // it is an end of a range
	onward            bool // things have gone on from it: 2015年以来
	weekday           bool // it is one of the week that stands alone
	monthly           bool // it names its month
	back              bool // it is of the year before that of another: 前年の第4四半期
	part              part // of the year, the month or the decade
	span              span
	season            int
	act               [2]rune // the word behind it
	rest              string  // the passage behind it
}

// NewReader returns a Reader for a text that was published on a date.
// With the zero date, expressions that need it are not resolved and not returned.
func NewReader(published edtf.Date) *Reader {
	r := &Reader{}
	r.Reset(published)
	return r
}

// Reset makes the Reader one for another text. It takes back the room of what it has returned: of the dates that are
// to stay, and of their reasons, there must be copies.
func (r *Reader) Reset(published edtf.Date) {
	clear(r.found)
	clear(r.whys)
	clear(r.named)
	clear(r.pages)
	*r = Reader{
		day: dayOf(published), pages: r.pages[:0], sheet: r.sheet.kept(), phrases: r.phrases[:0], anew: r.anew[:0],
		found: r.found[:0], whys: r.whys[:0], named: r.named[:0],
	}
}

// dayOf returns what is sure of a date: its year, and its month and day where it names them.
func dayOf(d edtf.Date) day {
	earliest, latest, from, to := d.Bounds()
	switch {
	case !from || !to || earliest.Year != latest.Year, !(day{y: earliest.Year}).valid():
		return day{}
	case earliest.Month != latest.Month:
		return day{y: earliest.Year}
	case earliest.Day != latest.Day:
		return day{y: earliest.Year, m: earliest.Month}
	}
	return day{earliest.Year, earliest.Month, earliest.Day}
}

// Find returns the dates of the next passage, in order, not overlapping. They are good until [Reader.Reset].
func (r *Reader) Find(s string) []Date {
	p := r.turn(s)
	r.passage++
	r.endSource(s, r.phrases[p.from:p.to])
	r.passageText = s
	r.sentence++
	begun, first := r.sentence, len(r.found)
	r.text, r.quoted = p.text, 0
	r.keepCells()
	phrases := r.phrases[p.from:p.to]
	if at := r.yearCell(s); at > 0 {
		phrases = r.readOn(p, placed{end: at})
	}
	last := -1 // where the date before ended
	for i := 0; i < len(phrases); i++ {
		x := &phrases[i]
		r.sentence, r.quoted = begun+x.sentence, x.quoted
		d, whole := r.resolve(x, last)
		if !whole {
			x.end = x.first
		}
		if !d.Value.IsZero() {
			d.Span = source.Span{Start: int(r.text.offsets[x.at]), End: int(r.text.offsets[x.end])}
			d.Surface = s[d.Span.Start:d.Span.End]
			r.found = append(r.found, d)
			last = x.end
			r.outlives(&d)
			if len(r.found) == first+1 {
				r.takenFrom(s, &r.found[first])
			}
		}
		if !whole {
			phrases, i = r.readOn(p, *x), -1
		}
	}
	r.sentence = begun + p.sentences
	found := r.found[first:len(r.found):len(r.found)]
	r.underHeading(s, found)
	if len(found) == 0 {
		return nil
	}
	return found
}

// resolve returns the date of a phrase; it is not the whole of that where of two dates only the first can be resolved. The date before
// ended at last.
func (r *Reader) resolve(x *placed, last int) (d Date, whole bool) {
	start, after := cursor{r.text.runes, x.at}, cursor{r.text.runes, x.end}
	r.joined = last >= 0 && isJoint(r.text.runes[last:x.at])
	r.shift = last >= 0 && x.at == last+2 && start.follows("から")
	r.start, r.after, r.ahead = x.at, x.end, false
	r.atRow = after.opensRow(x.at)
	r.atLine = r.atRow || start.opensLine()
	d, whole = r.date(&x.phrase)
	if !d.Value.IsZero() {
		d.From, d.Why = r.reasons(&d, &x.phrase)
	}
	return d, whole
}

// isJoint reports whether what stands between two dates makes the second go on from the first.
func isJoint(between []rune) bool {
	if len(between) > 4 {
		return false
	}
	switch string(between) {
	case "と", "、", "・", "や", "及び", "および", "または", "並びに", "ならびに":
		return true
	}
	return false
}

// date resolves a phrase. Where only its first date can be resolved, whole is false;
// where none can, the value is zero.
func (r *Reader) date(p *phrase) (d Date, whole bool) {
	at, basis, ok := r.place(&p.from)
	if !ok {
		return Date{}, true
	}
	if next, found := r.beforeNextYear(p); found {
		at = next
	}
	ref := r.ref
	defer func() { r.ref = ref }()
	r.note(&p.from, at, basis)
	if r.quoted == 0 && at.d != 0 {
		r.said = speech{at, r.passage, r.after}
	}
	r.named[len(r.named)-1].onward = p.bound == since
	if r.atRow {
		r.keepRow(&p.from, at, basis != Published)
	}
	if r.source.taken && basis == Published {
		basis, r.ref = Earlier, r.day
		ref = r.ref
	}
	d = Date{Basis: basis, AsOf: p.asOf}
	from := p.from.value(at)
	if p.to != nil {
		to, ok := r.end(p, at)
		if from.shape == among && strings.HasPrefix(to, from.rough+"-") {
			from = single(from.lo) // 6月中旬から下旬
		}
		if ok && to == from.start() && p.from.day.given() {
			d.Value, ok = parsed(to) // 午後3時から同日午後5時まで
		} else if ok {
			d.Value, ok = parsed(from.start() + "/" + to)
		}
		if ok {
			for i := len(r.named) - 1; i >= max(0, len(r.named)-2); i-- {
				r.named[i].ranged = true
			}
			return d, true
		}
	}
	switch {
	case p.bound != exact && p.from.finest() == "日" && r.isPoint(p, at):
		d.Value, _ = parsed(from.text())
	case p.open, p.bound == since:
		d.Value, _ = parsed(from.start() + "/..")
	case p.outside:
		d.Value, _ = parsed("../" + at.before().String())
	case p.bound == until:
		from.about = from.about && (p.from.about || p.from.part != end)
		d.Value, _ = parsed("../" + from.finish())
	default:
		d.Value, _ = parsed(from.text())
	}
	return d, p.to == nil
}

// beforeNextYear returns the month, or the day, with which a range begins that ends next year: 11月から|来年3月まで.
func (r *Reader) beforeNextYear(p *phrase) (day, bool) {
	if p.to == nil || p.to.year != (field{published, 1}) || p.from.year.given() || p.from.month.how != number || !p.to.month.given() {
		return day{}, false
	}
	at := day{r.day.y, p.from.month.n, p.from.day.n} // 来年 tells the end from the beginning
	return at, r.day.known() && at.valid()
}

// end resolves the second date of a range whose first is at a day.
func (r *Reader) end(p *phrase, at day) (string, bool) {
	m := *p.to
	if p.from.through != 0 {
		m.settle(at)
	}
	if m.month.how == bare && m.part != whole && at.m != 0 {
		m.year, m.month = field{number, at.y}, field{number, at.m}
	}
	if !m.next && !m.year.given() && m.week == (field{}) && m.day.how <= number && m.month.how <= number {
		m.year, m.era = field{number, at.y}, p.from.era
		if !m.month.given() && m.season == 0 && at.m != 0 {
			m.month = field{number, at.m}
		}
	}
	to, basis, ok := r.place(&m)
	if ok && (p.to.year.how == absent || p.from.through != 0) && m.month.given() && to.compare(at) < 0 {
		to = to.later(p.to.month.given())
	}
	if !ok || !to.valid() {
		return "", false
	}
	near := r.eraIsNear
	r.note(&m, to, basis)
	r.eraIsNear = r.eraIsNear || near && !p.to.year.given()
	v := m.value(to)
	if v.shape == among && p.from.part != whole && v.rough == p.from.value(at).rough {
		return v.hi, true
	}
	return v.finish(), true
}

// settle makes the year and the month of the last of 前年10〜12月 those of its first, from which they would be counted once more.
func (m *mention) settle(at day) {
	if m.year.how >= published {
		m.year = field{number, at.y}
	}
	if m.month.how >= published {
		m.year, m.month = field{number, at.y}, field{number, at.m}
	}
}

// later moves the end of a range behind its start: by a year if it names its month, else by a month.
func (a day) later(named bool) day {
	if named {
		return day{a.y + 1, a.m, a.d}
	}
	at := a.addMonths(1)
	at.d = a.d
	return at
}

// parsed reads EDTF.
func parsed(s string) (edtf.Date, bool) {
	d, err := edtf.Parse(s)
	return d, err == nil
}

// note keeps a date for those that count from it.
func (r *Reader) note(m *mention, at day, basis Basis) {
	r.nameEra(m)
	r.named = append(r.named, named{at: at, basis: basis, passage: r.passage, sentence: r.sentence, act: r.rest().actBehind(), rest: r.passageText[r.text.offsets[r.after]:], monthly: m.month.how == number, weekday: m.week.how == bare, back: m.year == yearBack, part: m.part, span: m.span, season: m.season})
	for p := range r.last {
		if at.fine(precision(p)) {
			r.last[p] = at
		}
	}
	if basis == Published && at.d != 0 && !r.told.known() {
		r.told, r.toldAt = at, len(r.named)-1
	}
	switch {
	case m.year.how == number:
		r.stated = at.y
	case (m.month.how == number || m.day.how == number) && !m.year.given() && (m.month.how == number || !m.month.given()):
		r.news = basis == Published
	}
}

// inName reports whether a year opens the name of what is held in it: 2028年|ロサンゼルス五輪.
func (n *named) inName() bool {
	c, _ := utf8.DecodeRuneInString(n.rest)
	return isLatin(c) || 'ァ' <= c && c <= 'ー' || isKanji(c) && !strings.ContainsRune("度末初春夏秋冬頃前後半以時現中上下", c)
}

// inPassage returns the last date of the passage if a bare month or day may count from it.
// A year alone serves within its sentence only.
func (r *Reader) inPassage() (named, bool) {
	last := r.lastNamed()
	ok := last.passage == r.passage && (last.at.m != 0 || last.sentence == r.sentence) && !(last.at.m == 0 && last.at.y > r.day.y && last.inName())
	return last, ok
}

// lastNamed returns the last date of the text, the zero value before there is one.
func (r *Reader) lastNamed() named {
	if len(r.named) == 0 {
		return named{}
	}
	return r.named[len(r.named)-1]
}
