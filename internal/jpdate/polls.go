package jpdate

import "strings"

// The election before, that texts call 前回の大統領選: the last one that was held before the publication, and 前々回の the one before it.

// While an election is news, 前回 means the one before it; for some time after that nobody can tell.
const (
	pollNews = 60  // days in which the election that was held is 今回の
	pollDays = 120 // days after which it is 前回の
)

// lastElection reads 前回の参院選 and 前々回の参院選. Which president was elected the text around it has to tell.
func (c *cursor) lastElection() (mention, bool) {
	m := mention{year: field{bare, 0}, previous: 1}
	if c.take("前々回の", "前々回") != "" {
		m.previous = 2
	} else if c.take("前回の", "前回") == "" {
		return mention{}, false
	}
	for i := range theElections {
		if c.take(theElections[i].names...) != "" {
			m.election = i + 1
			break
		}
	}
	if m.election == 0 && c.take("大統領選") == "" && !c.feast(&m) {
		m.midterm = c.take("中間選挙") != ""
		if !m.midterm {
			return mention{}, false
		}
	}
	if m.feast != 0 && !theFeasts[m.feast-1].poll {
		return mention{}, false
	}
	c.takeRune('挙')
	return m, !c.seesOneOf("比並区")
}

// electionBefore returns the day of the last election of its kind before the publication, or of the one before that.
func (r *Reader) electionBefore(m *mention) (day, Basis, bool) {
	if m.election == 0 && m.feast == 0 && !m.ofCountry(r.passageText) || r.day.d == 0 {
		return day{}, Published, false
	}
	if told, ok := r.pollTold(m); ok {
		at := m.pollBefore(told, m.previous)
		r.ref = told
		return at, Earlier, at.known()
	}
	back := m.previous
	for y := r.day.y; y > r.day.y-pollYears; y-- {
		at := m.poll(y)
		if !at.known() || at.compare(r.day) > 0 {
			continue
		}
		switch ago := at.distance(r.day); {
		case ago <= pollNews:
			continue
		case ago <= pollDays:
			return day{}, Published, false
		}
		if back--; back == 0 {
			return at, Published, true
		}
	}
	return day{}, Published, false
}

// pollYears is how many years back elections are looked for.
const pollYears = 16

// pollTold returns the day of an election of the same kind that the passage has named, before which the one lies that is 前回 to it.
func (r *Reader) pollTold(m *mention) (day, bool) {
	for i := len(r.named) - 1; i >= 0 && r.named[i].passage == r.passage; i-- {
		if at := r.named[i].at; at.d != 0 && m.poll(at.y) == at && r.named[i].basis == Stated {
			return at, true
		}
	}
	return day{}, false
}

// pollBefore returns the day of the election so many before another.
func (m *mention) pollBefore(told day, back int) day {
	for y := told.y; y > told.y-pollYears; y-- {
		if at := m.poll(y); at.known() && at.compare(told) < 0 {
			if back--; back == 0 {
				return at
			}
		}
	}
	return day{}
}

// poll returns the day of the election of a year, the zero day where there was none.
func (m *mention) poll(year int) day {
	if m.election != 0 {
		return theElections[m.election-1].day(year)
	}
	return theFeasts[m.feast-1].day(year)
}

// countries are those whose president the words of a passage tell of, the name of the election first. The last ones are told
// apart from them alone.
var countries = [...][]string{
	{"米大統領選", "米国", "アメリカ", "米大統領", "米政府", "米当局", "米司法省", "米情報", "米連邦"},
	{"仏大統領選", "フランス", "仏大統領", "仏政府", "仏当局"},
	{"韓国大統領選", "韓国"},
	{"", "ウクライナ", "ルーマニア", "ブラジル", "メキシコ", "フィリピン", "インドネシア", "ポーランド", "トルコ", "モルドバ", "ロシアの大統領", "ロシア大統領"},
}

// ofCountry makes 大統領選 the one of the only country of the passage that elects a president.
func (m *mention) ofCountry(passage string) bool {
	found, name := 0, ""
	for _, words := range countries {
		if containsAny(passage, words[1:]) {
			found, name = found+1, words[0]
		}
	}
	if m.midterm && name == countries[0][0] {
		name = "米中間選挙"
	} else if m.midterm {
		name = ""
	}
	if found != 1 {
		return false
	}
	c := cursor{runes: []rune(name)}
	for i := range theElections {
		if c.take(theElections[i].names...) != "" {
			m.election = i + 1
		}
	}
	return m.election != 0 || c.feast(m)
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
