package check

import (
	"regexp"
	"strconv"

	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// years wants a title that names a year to name one of its dates. A title without a year says nothing,
// and neither do dates that are not known.
func (r *records) years(pos source.Position, title i18n.Text, dates ...edtf.Date) {
	for _, l := range i18n.Langs {
		named := yearsOf(title.In(l), l)
		if len(named) == 0 {
			continue
		}
		if known, meant := anyYear(named, dates); known && !meant {
			r.problems.Warn(DataYear, pos, "correct the title or the date", "the title %q names a year in which none of its dates lies", title.In(l))
		}
	}
}

// yearsOf returns the years that a title names: 2021年 in Japanese, the bare number in English.
func yearsOf(title string, l i18n.Lang) []int {
	form := regexp.MustCompile(`\b((?:19|20)\d\d)\b`)
	if l == i18n.JA {
		form = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)年`)
	}
	var out []int
	for _, m := range form.FindAllStringSubmatch(title, -1) {
		year, _ := strconv.Atoi(m[1]) // four digits
		out = append(out, year)
	}
	return out
}

// anyYear reports whether a date is known, and whether one can mean one of the years. An open end can mean any.
func anyYear(years []int, dates []edtf.Date) (known, meant bool) {
	for _, date := range dates {
		if date.IsZero() {
			continue
		}
		known = true
		earliest, latest, from, to := date.Bounds()
		for _, year := range years {
			if (!from || earliest.Year <= year) && (!to || year <= latest.Year) {
				meant = true
			}
		}
	}
	return known, meant
}
