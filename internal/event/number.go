package event

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

var separators = strings.NewReplacer(",", "", " ", "")

// value reads a numeral as the least and the greatest number that it can mean:
// 4,258 is one number, 数千 is 2,000 to 9,999.
func value(s string) (lo, hi float64, ok bool) {
	s = separators.Replace(norm.NFKC.String(s))
	if head, rest, found := strings.Cut(s, "数"); found && head != "" && head != "十" { // 百数十, 二十数
		base, ok := numeralValue(head)
		lo, hi, ok2 := value("数" + rest)
		return base + lo - map[bool]float64{true: 1}[rest == ""], base + hi, ok && ok2
	}
	for _, vague := range []struct {
		word       string
		least, top float64
	}{{"十数", 11, 20}, {"数", 2, 10}, {"何", 2, 10}} {
		if rest, found := strings.CutPrefix(s, vague.word); found {
			scale, ok := numeralValue(rest)
			if rest == "" {
				scale, ok = 1, true
			}
			return vague.least * scale, vague.top*scale - 1, ok
		}
	}
	n, ok := numeralValue(s)
	return n, n, ok
}

// numeralValue reads digits and kanji numerals mixed: 3万2000, 百二十, 1億.
func numeralValue(s string) (float64, bool) {
	var total, section float64
	digits := ""
	flush := func(unit float64, big bool) bool {
		n := 1.0
		if digits != "" {
			var err error
			if n, err = strconv.ParseFloat(digits, 64); err != nil {
				return false
			}
			digits = ""
		} else if big && section > 0 || unit == 1 {
			n = 0
		}
		if !big {
			section += n * unit
			return true
		}
		total += (section + n) * unit
		section = 0
		return true
	}
	for _, r := range s {
		ok := true
		switch {
		case r >= '0' && r <= '9' || r == '.':
			digits += string(r)
		case strings.ContainsRune("一二三四五六七八九", r):
			digits += strconv.Itoa(strings.IndexRune("一二三四五六七八九", r)/3 + 1)
		case r == '十':
			ok = flush(10, false)
		case r == '百':
			ok = flush(100, false)
		case r == '千':
			ok = flush(1000, false)
		case r == '万':
			ok = flush(1e4, true)
		case r == '億':
			ok = flush(1e8, true)
		case r == '兆':
			ok = flush(1e12, true)
		default:
			ok = false
		}
		if !ok {
			return 0, false
		}
	}
	if !flush(1, false) {
		return 0, false
	}
	return total + section, s != ""
}
