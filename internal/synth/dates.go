package synth

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"time"
)

var (
	dayJA  = regexp.MustCompile(`(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日`)
	dayEN  = regexp.MustCompile(`([0-9]{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (20[0-9]{2})`)
	yearJA = regexp.MustCompile(`\b(20[0-2][0-9])年`)
	yearEN = regexp.MustCompile(`[A-Za-z]-20[0-2][0-9]|\b20[0-2][0-9]\b`) // the first is part of a number, as in CVE-2021
)

// lastYear is the year of the newest article.
const lastYear = 2026

// redate moves the dates of a sentence so that it could have been written on a day: full dates move to days
// days before it, the same in both languages, and years by as much as the article is older than the newest.
func redate(p pair, written time.Time, days func() int) pair {
	to := map[string]time.Time{}
	moved := func(key string) time.Time {
		if _, ok := to[key]; !ok {
			to[key] = written.AddDate(0, 0, -days())
		}
		return to[key]
	}
	p.ja = dayJA.ReplaceAllStringFunc(p.ja, func(s string) string {
		m := dayJA.FindStringSubmatch(s)
		d := moved(m[1] + "-" + m[2] + "-" + m[3])
		return fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day())
	})
	p.en = dayEN.ReplaceAllStringFunc(p.en, func(s string) string {
		m := dayEN.FindStringSubmatch(s)
		month, _ := time.Parse("January", m[2])
		return moved(fmt.Sprintf("%s-%d-%s", m[3], month.Month(), m[1])).Format("2 January 2006")
	})
	if len(to) > 0 {
		return p
	}
	return reyear(p, lastYear-written.Year())
}

// reyear moves the years of a sentence, where both languages name the same.
func reyear(p pair, older int) pair {
	var out pair
	var ja, en []string
	out.ja = yearJA.ReplaceAllStringFunc(p.ja, func(s string) string {
		ja = append(ja, s[:4])
		return moveYear(s[:4], older) + "年"
	})
	out.en = yearEN.ReplaceAllStringFunc(p.en, func(s string) string {
		if len(s) != 4 {
			return s
		}
		en = append(en, s)
		return moveYear(s, older)
	})
	if slices.Sort(ja); !slices.Equal(slices.Compact(ja), slices.Compact(slices.Sorted(slices.Values(en)))) {
		return p
	}
	return out
}

func moveYear(year string, older int) string {
	n, _ := strconv.Atoi(year)
	return strconv.Itoa(max(1990, n-older))
}
