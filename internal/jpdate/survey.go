package jpdate

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// joints is a set of the signs that join the numbers of dates.
type joints struct{ dot, slash, dash bool }

func (j joints) has(joint rune) bool {
	return joint == '.' && j.dot || joint == '/' && j.slash || joint == '-' && j.dash
}

func (j *joints) add(joint rune) {
	j.dot = j.dot || joint == '.'
	j.slash = j.slash || joint == '/'
}

// Survey looks over all passages of the text before they are read, for what one of them alone does not
// tell: whether 1.17 at the head of a line is a day of a table or the number of a section, and whether 5/3 is
// a day or a ratio. Without it the passages before have to show it.
func (r *Reader) Survey(passages func(yield func(string) bool)) {
	var s survey
	r.pages, r.page, r.phrases, r.sheet = r.pages[:0], 0, r.phrases[:0], r.sheet.kept()
	for p := range passages {
		r.read(p)
	}
	for i := range r.pages {
		p, runes := r.pages[i].prose, r.pages[i].runes
		if r.day.y == 0 {
			s.latest = max(s.latest, latestYear(runes))
		}
		opens := unframed(p)
		if opensWithShort(opens) {
			s.shorts++
		}
		if opens == "" && opensWithKanji(p) {
			s.shorts++
		}
		s.heads.look(p, opens)
		if len(p) <= cellLen && (opens != "" || startsEra(p)) {
			if (cursor{runes: runes}).isCell() {
				s.alone++
			}
		}
		if opensWithDash(opens) {
			s.dashed(cursor{runes: r.pages[i].head(headLen)})
		}
		joined := joinsNumbers(p, '/') || joinsNumbers(p, '.') || strings.Contains(p, "／")
		if !joined && opensWithYear(opens) {
			runes = r.pages[i].head(headLen)
		} else if !joined {
			continue
		}
		s.look(runes)
	}
	r.years = s.years > 1
	r.yearColumn, r.forms = s.heads.columns()
	r.shortDates, r.formDates = s.short.columns(), s.forms > 1
	r.shorts = s.shorts > 1
	r.latest = s.latest
	r.cells = s.alone > 1
	r.columns, r.joinedDates = s.columns(), s.full
	r.slashes = s.slashes || s.full.slash
	for i := range r.pages {
		r.spot(&r.pages[i])
	}
}

// joinsNumbers reports whether a sign stands between two digits.
func joinsNumbers(s string, sign byte) bool {
	for {
		i := strings.IndexByte(s, sign)
		if i < 0 || i+1 == len(s) {
			return false
		}
		if i > 0 && isDigit(rune(s[i-1])) && isDigit(rune(s[i+1])) {
			return true
		}
		s = s[i+1:]
	}
}

// latestYear returns the latest year of our time that stands in a passage, 0 where there is none.
func latestYear(runes []rune) int {
	latest := 0
	for i, r := range runes {
		if r != '年' {
			continue
		}
		c := cursor{runes, i}
		for c.at(-1) == ' ' {
			c.pos--
		}
		y, scale := 0, 1
		for ; isDigit(c.at(-1)) && scale < 10000; c.pos-- {
			y += int(c.at(-1)-'0') * scale
			scale *= 10
		}
		if y >= 1950 && y < 2100 {
			latest = max(latest, y)
		}
	}
	return latest
}

// cellLen is how long a line may be that is no more than a date, in bytes.
const cellLen = 60

// startsEra reports whether a line opens with the name of an era.
func startsEra(s string) bool {
	for i := range theEras[:3] {
		if strings.HasPrefix(s, theEras[i].name) {
			return true
		}
	}
	return len(s) > 2 && strings.IndexByte("RHS'", s[0]) >= 0 && isDigit(rune(s[1]))
}

// headLen is how much of a line may hold the date that it opens with, in bytes.
const headLen = 48

// unframed returns a line without the space, the frame and the bullet that it opens with, if it may then open with a digit.
func unframed(s string) string {
	for i := 0; i < len(s); {
		if b := s[i]; isDigit(rune(b)) {
			return s[i:]
		} else if b >= 0xe3 && b <= 0xe9 && !strings.HasPrefix(s[i:], "\u3000") && !strings.HasPrefix(s[i:], "【") && !strings.HasPrefix(s[i:], "「") {
			return "" // as most lines
		}
		r, n := decode(s[i:])
		if r != '-' && !strings.ContainsRune(frame, r) {
			return s[i:]
		}
		i += n
	}
	return ""
}

// opensWithYear reports whether four digits without 年 may stand first.
func opensWithYear(s string) bool {
	if len(s) < 4 || s[0] != '1' && s[0] != '2' {
		return strings.HasPrefix(s, "１９") || strings.HasPrefix(s, "２０")
	}
	return isDigit(rune(s[1])) && isDigit(rune(s[2])) && isDigit(rune(s[3])) && !strings.HasPrefix(s[4:], "年")
}

// opensWithShort reports whether a year of two digits stands first.
func opensWithShort(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "'"), "’")
	for range 2 {
		switch {
		case len(s) > 3 && isDigit(rune(s[0])):
			s = s[1:]
		case len(s) > 5 && s[:2] == "\xef\xbc" && s[2] >= 0x90 && s[2] <= 0x99: // ０ to ９
			s = s[3:]
		default:
			return false
		}
	}
	rest, ok := strings.CutPrefix(s, "年")
	return ok && !strings.HasPrefix(rest, "間") && !strings.HasPrefix(rest, "目")
}

// opensWithDash reports whether a number of at most two digits and a hyphen stand first, as in 24-8-13.
func opensWithDash(s string) bool {
	n := 0
	for n < len(s) && n < 3 && isDigit(rune(s[n])) {
		n++
	}
	return n > 0 && n < 3 && strings.HasPrefix(s[n:], "-")
}

// dashed reads the day with hyphens that a line may open with.
func (s *survey) dashed(c cursor) {
	for c.seesFrame() {
		c.pos++
	}
	m, ok := c.shortDate()
	if ok && m.joint == '-' && m.stand == head {
		s.short.add(&m)
	} else {
		s.short.dashBad = true
	}
}

// opensWithKanji reports whether a year of two digits in kanji stands first, or in a frame: 一九年.
func opensWithKanji(s string) bool {
	s = strings.TrimLeft(s, "■◆●【〔［（「")
	for range 2 {
		r, n := utf8.DecodeRuneInString(s)
		if r != '〇' && (r == '十' || r == '百' || r == '千' || !isKanjiNumber(r)) {
			return false
		}
		s = s[n:]
	}
	return strings.HasPrefix(s, "年") && !strings.HasPrefix(s, "年間")
}

// A survey counts what the lines of a text open with.
type survey struct {
	full    joints         // some line opens with a date that has its year
	cells   map[rune][]day // what lines open with: months and days
	bad     joints         // some line opens with what is no day: 3.14, 1.0
	slashes bool           // 7/9(火) stands somewhere
	latest  int            // the latest year of four digits
	alone   int            // how many lines are no more than a date
	shorts  int            // how many lines open with a year of two digits
	years   int            // how many lines open with a year without 年
	heads   heads          // the other years that lines open with
	short   shortDates     // days with years of two digits
	forms   int            // how many months and days are written with the letter of an era: R5.6
}

// look reads the head of a passage, and the months and days with a slash in it.
func (s *survey) look(runes []rune) {
	for c := (cursor{runes: runes}); c.pos < len(runes); c.pos++ {
		if !isDigit(c.at(0)) || isDigit(c.at(-1)) {
			continue
		}
		if c.seesFormDate() {
			s.forms++
		}
		signs := c.signBehind()
		head := (signs || c.pos < headLen) && c.opensLine()
		if head && !signs && c.opensYear() {
			s.years++
		}
		if !signs {
			continue
		}
		s.date(c, head)
	}
}

// signBehind reports whether a sign that joins dates stands behind the digits at the cursor.
func (c cursor) signBehind() bool {
	c.digits(4)
	return c.at(0) == '/' || c.at(0) == '.'
}

// date reads what is written with signs at the cursor.
func (s *survey) date(c cursor, head bool) {
	start := c
	m, ok := c.joined()
	setOff := head || start.at(-1) == ' ' || start.at(-1) == '\t'
	switch {
	case !ok && setOff && start.isTriple():
		s.short.bad = true
	case !ok && setOff && start.isRatio():
		s.bad.add('.')
	case !ok:
	case (m.year.how == short || m.year.how == marked) && m.day.given():
		s.short.add(&m)
	case m.stand == weekday, m.stand == noted:
		s.slashes = s.slashes || m.joint == '/'
		fallthrough
	case head && m.stand != plain, m.stand == apart:
		if s.cells == nil {
			s.cells = map[rune][]day{}
		}
		s.cells[m.joint] = append(s.cells[m.joint], day{0, m.month.n, m.day.n})
	case m.year.how == number && m.day.given():
		s.full.add(m.joint)
	case m.stand == running && m.day.n > 12:
		s.slashes = true
	}
}

// isRatio reports whether two numbers with a dot stand at the cursor that are no month and day, set off by space.
func (c cursor) isRatio() bool {
	c.digits(2)
	if c.at(0) != '.' || !isDigit(c.at(1)) {
		return false
	}
	c.pos++
	c.digits(4)
	return c.at(0) == 0 || c.seesOneOf(" \t")
}

// columns tells with which signs the lines open that are dates without their year.
func (s *survey) columns() joints {
	var out joints
	if n := s.cells['/']; len(n) > 0 && (s.full.slash || s.slashes || len(n) > 1) {
		out.slash = true
		s.slashes = s.slashes || len(n) > 2 && late(n)
	}
	if n := s.cells['.']; len(n) > 0 && !s.bad.dot && (s.full.dot || len(n) > 2 && ordered(n)) {
		out.dot = true
	}
	return out
}

// ordered reports whether days go forward, or backward, in a list, and are not counted up as sections are.
func ordered(days []day) bool {
	steps, up, down := 0, 0, 0
	for i, d := range days {
		if i == 0 {
			continue
		}
		before := days[i-1]
		if d.m == before.m && d.d == before.d+1 || d.d == 1 {
			steps++
		}
		switch c := d.compare(before); {
		case c > 0:
			up++
		case c < 0:
			down++
		}
	}
	return late(days) && steps*2 < len(days) && min(up, down)*4 <= len(days)
}

// late reports whether one of the days is later in its month than months are many, as no ratio of months is.
func late(days []day) bool { return slices.ContainsFunc(days, func(d day) bool { return d.d > 12 }) }
