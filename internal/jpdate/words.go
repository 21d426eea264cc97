package jpdate

// A word is a relative date word and what it stands for: so many years, months, days or weeks from a date.
type word struct {
	text   string
	count  field
	season int // 21 to 24, of a year
}

// Each list has longer words before their beginnings. They are built once and never change.
var (
	theYearWords   = yearWords()
	theSeasonWords = seasonWords()
	theMonthWords  = monthWords()
	theDayWords    = dayWords()
	theWeekWords   = weekWords()
	theZones       = zones()
	theAnchors     = anchors()
	theEras        = eras()
	theFeasts      = feasts()
	theYearParts   = yearParts()
	theMonthParts  = monthParts()
	theElections   = elections()
	theBareWords   = bareWords()
	theQuarterEnds = quarterEnds()
)

func yearWords() []word {
	from := func(text string, h how, n int) word { return word{text: text, count: field{h, n}} }
	return []word{
		from("再来年", published, 2), from("さ来年", published, 2), from("一昨年", published, -2),
		from("おととし", published, -2), from("今年", published, 0), from("本年", published, 0), from("ことし", published, 0),
		from("昨年", published, -1), from("去年", published, -1), from("来年", published, 1),
		from("翌々年", earlier, 2), from("同年", earlier, 0), from("同じ年", earlier, 0), from("翌年", earlier, 1), from("前年", earlier, -1),
	}
}

// seasonWords are seasons that have their year in them.
func seasonWords() []word {
	var out []word
	for i, s := range []string{"春", "夏", "秋", "冬"} {
		for _, y := range []struct {
			text string
			how  how
			n    int
		}{{"一昨", published, -2}, {"今", published, 0}, {"この", published, 0}, {"昨", published, -1}, {"来", published, 1}, {"同", earlier, 0}, {"翌", earlier, 1}} {
			out = append(out, word{y.text + s, field{y.how, y.n}, 21 + i})
		}
	}
	return out
}

func monthWords() []word {
	from := func(text string, h how, n int) word { return word{text: text, count: field{h, n}} }
	return []word{
		from("先々月", published, -2), from("再来月", published, 2), from("今月", published, 0), from("本月", published, 0),
		from("先月", published, -1), from("来月", published, 1),
		from("翌々月", earlier, 2), from("同月", earlier, 0), from("同じ月", earlier, 0), from("その月", earlier, 0), from("この月", earlier, 0), from("翌月", earlier, 1), from("前月", earlier, -1),
	}
}

func dayWords() []word {
	from := func(text string, h how, n int) word { return word{text: text, count: field{h, n}} }
	return []word{
		from("一昨日", published, -2), from("明後日", published, 2), from("今日", published, 0), from("本日", published, 0),
		from("昨日", published, -1), from("明日", published, 1), from("今夜", published, 0),
		from("昨夜", published, -1), from("昨晩", published, -1), from("昨夕", published, -1), from("昨朝", published, -1),
		from("今朝", published, 0), from("けさ", published, 0), from("今晩", published, 0), from("今夕", published, 0), from("今暁", published, 0),
		from("前々日", earlier, -2), from("前夜", earlier, -1), from("前晩", earlier, -1), from("翌晩", earlier, 1), from("翌夕", earlier, 1), from("同夜", earlier, 0), from("同夕", earlier, 0),
		from("翌々日", earlier, 2), from("同日", earlier, 0), from("同じ日", earlier, 0), from("この日", earlier, 0), from("その日", earlier, 0), from("当日", earlier, 0), from("翌日", earlier, 1), from("前日", earlier, -1),
		from("翌朝", earlier, 1), from("おととい", published, -2), from("きょう", published, 0), from("きのう", published, -1),
		from("あす", published, 1), from("あさって", published, 2),
	}
}

func weekWords() []word {
	from := func(text string, h how, n int) word { return word{text: text, count: field{h, n}} }
	return []word{
		from("先々週", published, -2), from("再来週", published, 2), from("今週", published, 0), from("先週", published, -1),
		from("来週", published, 1), from("同週", earlier, 0), from("翌週", earlier, 1),
	}
}

// anchors are set before a number to count it from the date named before: 同7月, 翌9日.
func anchors() []string { return []string{"同", "翌"} }

// zones are said before a date or in brackets after it.
func zones() []string {
	return []string{
		"米国時間", "米東部時間", "米国東部時間", "東部時間", "太平洋時間", "現地時間", "日本時間", "英国時間", "韓国時間",
		"米太平洋時間", "中国時間", "欧州時間", "中央欧州時間", "協定世界時", "グリニッジ標準時", "ドイツ時間", "フランス時間", "ロシア時間", "台湾時間",
	}
}
