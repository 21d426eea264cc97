package parallel

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The eras, by the year before their first.
var eras = map[string]float64{"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}

const digits = `[0-9０-９]`

// What is told of a date in Japanese. The last group is the number, what stands behind it is only looked at.
var (
	eraYear  = regexp.MustCompile(`(明治|大正|昭和|平成|令和)(元|` + digits + `{1,2})年`)
	fullYear = regexp.MustCompile(`(` + digits + `{4})(?:年|[〜～~–−-]` + digits + `{2,4}年|、` + digits + `{4}年)`)
	months   = regexp.MustCompile(`(` + digits + `{1,2})(?:月|[〜～~–−-]` + digits + `{1,2}月)`)
	days     = regexp.MustCompile(`(` + digits + `{1,2})(?:日|[〜～~–−、-]` + digits + `{1,2}日)`)
	lasting  = regexp.MustCompile(`^(?:間|後|前|以内|ぶり|目|ほど|あまり|分)`)
)

// readJapanese returns the figures of a Japanese text.
func readJapanese(text string) []figure {
	t := scratch{text: []byte(text), lasting: lasting}
	t.names(japaneseName)
	for _, m := range eraYear.FindAllSubmatchIndex(t.text, -1) {
		n := 1.0 // 元年
		if s := text[m[4]:m[5]]; s != "元" {
			n = valueOf(s)
		}
		t.add(year, eras[text[m[2]:m[3]]]+n, m[0], m[1], true)
	}
	t.dates(year, fullYear)
	t.relativeYears()
	t.dates(month, months)
	t.dates(day, days)
	for _, m := range japaneseNumber.FindAllIndex(t.text, -1) {
		s := text[m[0]:m[1]]
		behind := text[m[1]:]
		v, ok := japaneseValue(s)
		loose := strings.HasSuffix(text[:m[0]], "数") || strings.HasPrefix(behind, "数") || strings.ContainsRune("十百千", lastRune(s)) && !hasDigit(s) && utf8.RuneCountInString(s) == 1
		if !ok || loose {
			continue
		}
		if strings.HasPrefix(behind, "割") {
			v *= 10 // per cent
		}
		t.add(count, v, m[0], m[1], hasDigit(s) || strings.HasPrefix(behind, "つ") && v > 2)
	}
	for word, v := range map[string]float64{"半年": 6, "半減": 0.5, "倍": 2} {
		if strings.Contains(text, word) {
			t.figures = append(t.figures, figure{value: v})
		}
	}
	return t.figures
}

// relativeYears adds the years that 前年 and 翌年 may mean.
func (t *scratch) relativeYears() {
	for word, step := range map[string]float64{"前年": -1, "翌年": 1} {
		if !strings.Contains(string(t.text), word) {
			continue
		}
		for _, f := range t.figures {
			if f.part == year {
				t.figures = append(t.figures, figure{part: year, value: f.value + step})
			}
		}
	}
}

// japaneseName is a name with digits in it, or a number of a file: APT40, CVE-2021-26855, 24-mj-1387.
var japaneseName = regexp.MustCompile(`[0-9A-Za-z]+(?:[-_./:][0-9A-Za-z]+)*`)

// japaneseNumber is a number in digits or kanji, with its 万 and 億: 4,258, 1億2000万, 二十三.
var japaneseNumber = regexp.MustCompile(`(?:` + digits + `+(?:[,，]` + digits + `{3})*(?:[.．]` + digits + `+)?[十百千]?[万億兆]?|[〇一二三四五六七八九十百千]+[万億兆]?|[万億兆])+`)

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func hasDigit(s string) bool {
	return strings.ContainsAny(s, "0123456789０１２３４５６７８９")
}

// valueOf is the value of a number in digits of either width.
func valueOf(s string) float64 {
	s = strings.Map(func(r rune) rune {
		switch {
		case '０' <= r && r <= '９':
			return r - '０' + '0'
		case r == '．':
			return '.'
		case r == ',' || r == '，':
			return -1
		}
		return r
	}, s)
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return -1
	}
	return v
}

// japaneseValue reads a number of digits and kanji: each of 万, 億 and 兆 raises what stands before it since the last of them.
func japaneseValue(s string) (float64, bool) {
	var sum, group, unit float64 // above the last 万; since then; the number that 十, 百 or 千 will raise
	pending := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case hasDigit(string(r)):
			end := i + len(s[i:]) - len(strings.TrimLeft(s[i:], "0123456789０１２３４５６７８９,，.．"))
			unit, pending, n = valueOf(s[i:end]), true, end-i
		case strings.ContainsRune("〇一二三四五六七八九", r):
			d := float64(strings.Index("〇一二三四五六七八九", string(r)) / len("〇"))
			if pending {
				d += 10 * unit // 二〇二四
			}
			unit, pending = d, true
		case strings.ContainsRune("十百千", r):
			if !pending {
				unit = 1
			}
			group += unit * map[rune]float64{'十': 10, '百': 100, '千': 1000}[r]
			unit, pending = 0, false
		default:
			if group+unit == 0 {
				return 0, false // 万 alone is part of a word
			}
			sum += (group + unit) * map[rune]float64{'万': 1e4, '億': 1e8, '兆': 1e12}[r]
			group, unit, pending = 0, 0, false
		}
		i += n
	}
	return sum + group + unit, true
}
