package edtf

import (
	"fmt"
	"strings"
	"time"
)

func (e expr) english() string {
	first := e.spans[0]
	switch e.kind {
	case interval:
		return first.englishInterval()
	case set:
		return e.englishSet()
	}
	return first.from.english(nothing)
}

func (s span) englishInterval() string {
	switch {
	case s.from == s.to && s.from.limit == open:
		return "with no set start or end"
	case s.from == s.to && s.from.limit == unknown:
		return "start and end unknown"
	case s.from == s.to:
		return s.from.english(nothing)
	case s.from.limit == dated && s.to.limit == open:
		return "since " + s.from.english(nothing)
	case s.from.limit == dated && s.to.limit == unknown:
		return "from " + s.from.english(nothing) + " (end unknown)"
	case s.from.limit == open && s.to.limit == dated:
		return "until " + s.to.english(nothing)
	case s.from.limit == unknown && s.to.limit == dated:
		return "until " + s.to.english(nothing) + " (start unknown)"
	case s.from.limit == unknown:
		return "start unknown, with no set end"
	case s.from.limit == open:
		return "with no set start, end unknown"
	}
	return s.englishRange()
}

// englishRange sets the dash close between single words or numbers, and open between phrases:
// 2019–2024, 4–6 January 2024, summer 2022 – autumn 2023.
func (s span) englishRange() string {
	from, to := s.from.english(englishShare(s.from, s.to)), s.to.english(nothing)
	said := s.to.english(englishShare(s.from, s.to)) // the part of to that answers to from
	if strings.Contains(from, " ") || strings.Contains(said, " ") {
		return from + " – " + to
	}
	return from + "–" + to
}

// englishShare is [share] for a language in which the later date has the year for both:
// a qualifier, which stands before or after the whole, would get lost between them.
func englishShare(a, b date) shared {
	if a.qualifier != 0 || b.qualifier != 0 || a.noDay || b.noDay {
		return nothing
	}
	return share(a, b)
}

// englishSet reads "May or June 2024" and "between 21 and 31 December 2023".
func (e expr) englishSet() string {
	var names []string
	for i, s := range e.spans {
		left := nothing
		if i+1 < len(e.spans) {
			left = englishShare(s.to, e.spans[i+1].from)
		}
		if s.from == s.to {
			names = append(names, s.from.english(left))
		} else {
			names = append(names, "between "+s.from.english(englishShare(s.from, s.to))+" and "+s.to.english(left))
		}
	}
	n := len(names) - 1
	if n == 0 {
		return names[0]
	}
	return strings.Join(names[:n], ", ") + " or " + names[n]
}

// english writes the date without the parts that are said after it.
func (d date) english(right shared) string {
	var parts []string
	if d.qualifier == '~' || d.qualifier == '%' {
		parts = append(parts, "about")
	}
	if d.day != 0 {
		parts = append(parts, fmt.Sprint(d.day))
	}
	if m := d.englishMonth(); m != "" && right < sameMonth {
		parts = append(parts, m)
	}
	if right < sameYear {
		if g, _ := d.grouping(); g.of {
			parts = append(parts, "of")
		}
		parts = append(parts, d.englishYear())
	}
	return strings.Join(parts, " ") + d.englishDoubt()
}

func (d date) englishYear() string {
	switch d.blurred {
	case 1:
		return fmt.Sprintf("the %ds", d.year)
	case 2: // not "the 2000s", which is a decade too
		return fmt.Sprintf("%d–%d", d.year, d.year+99)
	}
	return fmt.Sprint(d.year)
}

func (d date) englishMonth() string {
	if d.month == 0 {
		return ""
	}
	if g, ok := d.grouping(); ok {
		return g.en
	}
	return time.Month(d.month).String()
}

// englishDoubt says which parts nobody knows, and that the whole is uncertain.
func (d date) englishDoubt() string {
	var notes []string
	switch {
	case d.noMonth && d.noDay:
		notes = append(notes, "month and day unknown")
	case d.noMonth:
		notes = append(notes, "month unknown")
	case d.noDay:
		notes = append(notes, "day unknown")
	}
	if d.qualifier == '?' || d.qualifier == '%' {
		notes = append(notes, "uncertain")
	}
	if len(notes) == 0 {
		return ""
	}
	return " (" + strings.Join(notes, ", ") + ")"
}
