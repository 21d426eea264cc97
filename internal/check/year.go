package check

import (
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/parallel"
	"jikenbo/internal/source"
)

// years wants one of the years that a description names, in either language, to be one of its dates.
func (r *records) years(pos source.Position, title i18n.Text, dates ...edtf.Date) {
	for _, l := range i18n.Langs {
		named := parallel.Years(l, title.In(l))
		if len(named) == 0 {
			continue
		}
		if known, meant := anyYear(named, dates); known && !meant {
			r.problems.Warn(DataYear, pos, "correct the title or the date", "the title %q names a year in which none of its dates lies", title.In(l))
		}
	}
}

// anyYear reports whether one of the years lies in one of the dates, and whether any date is known at all.
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
