package jpdate

// A feast is a day that has a name, and how it falls in a year.
type feast struct {
	names   []string
	day     func(year int) day
	bare    bool // its name is nothing else, so that it needs no year before it
	poll    bool // it is an election
	foreign bool // another country before its name makes it that of the country
}

// feasts returns the days that texts name instead of counting them. Longer names come before their beginnings.
func feasts() []feast {
	on := func(m, d int) func(int) day { return func(y int) day { return day{y, m, d} } }
	monday := func(m, n int) func(int) day { return func(y int) day { return nthWeekday(y, m, n, 1) } }
	return []feast{
		{names: []string{"クリスマスイブ", "クリスマス・イブ", "クリスマスイヴ", "クリスマス・イヴ"}, day: on(12, 24)},
		{names: []string{"クリスマス"}, day: on(12, 25)},
		{names: []string{"元日", "元旦"}, day: on(1, 1)},
		{names: []string{"大みそか", "大晦日"}, day: on(12, 31)},
		{names: []string{"バレンタインデー"}, day: on(2, 14)},
		{names: []string{"ホワイトデー"}, day: on(3, 14)},
		{names: []string{"エイプリルフール"}, day: on(4, 1)},
		{names: []string{"メーデー"}, day: on(5, 1)},
		{names: []string{"戦勝記念日", "対独戦勝記念日"}, day: on(5, 9)},
		{names: []string{"独立記念日", "米独立記念日", "米国独立記念日", "米国の独立記念日"}, day: on(7, 4), bare: true, foreign: true},
		{names: []string{"ウクライナ独立記念日", "ウクライナの独立記念日"}, day: on(8, 24), bare: true},
		{names: []string{"国慶節"}, day: on(10, 1)},
		{names: []string{"ハロウィーン", "ハロウィン"}, day: on(10, 31)},
		{names: []string{"感謝祭"}, day: func(y int) day { return nthWeekday(y, 11, 4, 4) }, bare: true, foreign: true},
		{names: []string{"ブラックフライデー"}, day: func(y int) day { return nthWeekday(y, 11, 4, 4).addDays(1) }},
		{names: []string{"サイバーマンデー"}, day: func(y int) day { return nthWeekday(y, 11, 4, 4).addDays(4) }},
		{names: []string{"春節", "旧正月"}, day: springFestival},
		{names: []string{"春分の日"}, day: func(y int) day { return equinox(y, 3, 20.8431) }, bare: true},
		{names: []string{"秋分の日"}, day: func(y int) day { return equinox(y, 9, 23.2488) }, bare: true},
		{names: []string{"天皇誕生日"}, day: emperorsBirthday, bare: true},
		{names: []string{"成人の日"}, day: monday(1, 2), bare: true},
		{names: []string{"建国記念の日", "建国記念日"}, day: on(2, 11), bare: true},
		{names: []string{"昭和の日"}, day: on(4, 29), bare: true},
		{names: []string{"憲法記念日"}, day: on(5, 3), bare: true},
		{names: []string{"みどりの日"}, day: on(5, 4), bare: true},
		{names: []string{"こどもの日"}, day: on(5, 5), bare: true},
		{names: []string{"海の日"}, day: monday(7, 3), bare: true},
		{names: []string{"山の日"}, day: on(8, 11), bare: true},
		{names: []string{"終戦の日", "終戦記念日"}, day: on(8, 15), bare: true},
		{names: []string{"防災の日"}, day: on(9, 1), bare: true},
		{names: []string{"敬老の日"}, day: monday(9, 3), bare: true},
		{names: []string{"スポーツの日"}, day: monday(10, 2), bare: true},
		{names: []string{"文化の日"}, day: on(11, 3), bare: true},
		{names: []string{"勤労感謝の日"}, day: on(11, 23), bare: true},
		{names: []string{"米大統領選", "米国大統領選", "アメリカ大統領選"}, day: presidential, poll: true},
		{names: []string{"米中間選挙", "米国中間選挙"}, day: midterm, poll: true},
	}
}

// feastNames are the names of all feasts.
var feastNames = func() *phrases {
	var names []string
	for _, f := range theFeasts {
		names = append(names, f.names...)
	}
	return newPhrases(names...)
}()

// monthNames are what days are said to be of instead of their month: 大みそかの31日.
var monthNames = [...]*phrases{
	0:  newPhrases("年明けの", "元日の", "正月の", "年始の", "成人の日の", "新年の"),
	1:  newPhrases("建国記念の日の", "建国記念日の", "バレンタインデーの"),
	2:  newPhrases("春分の日の", "年度末の"),
	3:  newPhrases("昭和の日の", "年度初めの", "新年度の"),
	4:  newPhrases("憲法記念日の", "みどりの日の", "こどもの日の", "メーデーの"),
	6:  newPhrases("海の日の", "七夕の"),
	7:  newPhrases("山の日の", "終戦の日の", "終戦記念日の", "原爆の日の"),
	8:  newPhrases("敬老の日の", "秋分の日の", "防災の日の"),
	9:  newPhrases("体育の日の", "スポーツの日の", "ハロウィーンの"),
	10: newPhrases("文化の日の", "勤労感謝の日の", "感謝祭の"),
	11: newPhrases("大みそかの", "大晦日の", "年末の", "クリスマスの", "クリスマスイブの", "師走の"),
}

// holidayBefore returns the month that a bare day at the cursor lies in by what it is said to be, 0 where nothing tells.
func (c cursor) holidayBefore() int {
	if c.at(-1) != 'の' {
		return 0
	}
	for i, names := range monthNames {
		if names != nil && c.followsAny(names) {
			return i + 1
		}
	}
	return 0
}

// nthWeekday returns the n-th such day of the week (1 for Monday) of a month.
func nthWeekday(y, m, n, weekday int) day {
	d := day{y, m, 1}
	for !d.isWeekday(weekday) {
		d.d++
	}
	d.d += 7 * (n - 1)
	return d
}

// electionDay is the Tuesday after the first Monday of November.
func electionDay(y int) day {
	d := nthWeekday(y, 11, 1, 1)
	d.d++
	return d
}

// equinox is the day in March or September that has the equinox in Japan, from its time in 1980.
func equinox(y, m int, in1980 float64) day {
	if y < 1980 || y > 2099 {
		return day{}
	}
	return day{y, m, int(in1980+0.242194*float64(y-1980)) - (y-1980)/4}
}

// emperorsBirthday is that of the emperor of the year.
func emperorsBirthday(y int) day {
	switch {
	case y >= 2020:
		return day{y, 2, 23}
	case y >= 1989 && y < 2019:
		return day{y, 12, 23}
	}
	return day{}
}

// springFestival is the first day of the Chinese year.
func springFestival(y int) day {
	days := [...]day{{2010, 2, 14}, {2011, 2, 3}, {2012, 1, 23}, {2013, 2, 10}, {2014, 1, 31}, {2015, 2, 19}, {2016, 2, 8}, {2017, 1, 28}, {2018, 2, 16}, {2019, 2, 5},
		{2020, 1, 25}, {2021, 2, 12}, {2022, 2, 1}, {2023, 1, 22}, {2024, 2, 10}, {2025, 1, 29}, {2026, 2, 17}, {2027, 2, 6}, {2028, 1, 26}, {2029, 2, 13}, {2030, 2, 3}}
	if y < days[0].y || y > days[len(days)-1].y {
		return day{}
	}
	return days[y-days[0].y]
}

func presidential(y int) day {
	if y%4 != 0 {
		return day{}
	}
	return electionDay(y)
}

func midterm(y int) day {
	if y%4 != 2 {
		return day{}
	}
	return electionDay(y)
}

// feast reads the name of a day behind its year.
func (c *cursor) feast(m *mention) bool {
	if !feastNames.first.has(c.at(0)) {
		return false
	}
	for i := range theFeasts {
		f := &theFeasts[i]
		ahead := *c
		if ahead.take(f.names...) == "" || ahead.sees("商戦", "セール", "島", "カード", "法") {
			continue
		}
		if m.year.how == number && !f.day(m.year.n).known() {
			return false
		}
		*c = ahead
		m.feast = i + 1
		return true
	}
	return false
}

// placeFeast finds the year of a feast that is named without one: that of the row or the sentence, else the year that brings it
// nearest to the publication, which it may be after only where the sentence says so.
func (r *Reader) placeFeast(m *mention, last day, near bool) (day, Basis, bool) {
	f := theFeasts[m.feast-1]
	if near {
		at := f.day(last.y)
		return at, Earlier, at.known() && at.valid()
	}
	at := f.day(r.day.y)
	switch t := r.tense(); {
	case r.day.m == 0:
		return day{}, Published, false
	case r.future(at) && t != coming && t != planned && !m.deadline:
		at = f.day(r.day.y - 1)
	case !r.future(at) && at.compare(r.day) < 0 && (t == coming || t == planned):
		at = f.day(r.day.y + 1)
	}
	return at, Published, at.known() && at.valid()
}
