package check

import (
	"jikenbo/internal/content"
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
			r.problems.Warn(DataYear, pos, "correct the words or the date", "%q names a year in which none of its dates lies", title.In(l))
		}
	}
}

// quotation is a phrase, in the language that it is in.
func quotation(s string) i18n.Text {
	if hasHan(s) {
		return i18n.Text{JA: s}
	}
	return i18n.Text{EN: s}
}

// later wants a claim to name no year after the day as of which it holds.
func (r *records) later(c content.Claim) {
	_, latest, _, ended := c.AsOf.Bounds()
	if !ended || c.AsOf.IsZero() {
		return
	}
	for _, l := range i18n.Langs {
		for _, year := range parallel.Years(l, c.Text.In(l)) {
			if year > latest.Year {
				r.problems.Warn(DataYear, c.Pos, "correct the year, or as_of", "%q names %d, a year after that as of which it holds, %s", shorten(c.Text.In(l)), year, c.AsOf)
			}
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
