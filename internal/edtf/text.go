package edtf

import "jikenbo/internal/i18n"

// In returns the date as a person reads it: 「2022年夏〜2023年秋」, "summer 2022 – autumn 2023",
// 「2021年から」, "since 2021", 「2021年1月頃」, "about January 2021". The zero Date reads "".
func (d Date) In(l i18n.Lang) string {
	e := d.expr()
	switch {
	case e.kind == none:
		return ""
	case l == i18n.JA:
		return e.japanese()
	}
	return e.english()
}

// A shared says how much of a date stands already in the date before (or, in English, after) it.
type shared int

const (
	nothing shared = iota
	sameYear
	sameMonth
)

// share returns what two dates have in common that need not be said twice. A part is
// left out only where the date goes on after it: 2024/2024-05 is 「2024年〜2024年5月」.
func share(a, b date) shared {
	switch {
	case a.limit != dated || b.limit != dated || a.year != b.year || a.blurred+b.blurred > 0:
		return nothing
	case a.month == 0 || b.month == 0:
		return nothing
	case a.month == b.month && a.day != 0 && b.day != 0:
		return sameMonth
	}
	return sameYear
}

// members returns the dates of a set in one list, if it is one without ranges.
func (e expr) members() ([]date, bool) {
	var out []date
	for _, s := range e.spans {
		if s.from != s.to {
			return nil, false
		}
		out = append(out, s.from)
	}
	return out, true
}
