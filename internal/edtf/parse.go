package edtf

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// forms ends the errors for text that is nothing like a date.
const forms = "write 2024, 2024-09 or 2024-09-18"

func parse(s string) (expr, error) {
	switch {
	case s == "":
		return expr{}, errors.New("no date: " + forms)
	case s[0] == '[' || s[0] == '{':
		return parseSet(s)
	case strings.Contains(s, "/"):
		return parseInterval(s)
	}
	d, err := parseDate(s)
	if err != nil {
		return expr{}, err
	}
	return expr{point, []span{{d, d}}}, nil
}

func parseInterval(s string) (expr, error) {
	from, to, _ := strings.Cut(s, "/")
	if strings.Contains(to, "/") {
		return expr{}, errors.New("an interval has one slash; a day is written 2024-09-18")
	}
	start, err := parseEnd(from)
	if err != nil {
		return expr{}, err
	}
	end, err := parseEnd(to)
	if err != nil {
		return expr{}, err
	}
	// An end that begins before its start (2024-06-11/2024-06) says less than it seems to.
	if start.limit == dated && end.limit == dated && end.first().Compare(start.first()) < 0 {
		return expr{}, fmt.Errorf("the interval ends (%s) before it starts (%s)", to, from)
	}
	return expr{interval, []span{{start, end}}}, nil
}

// parseEnd reads one side of an interval.
func parseEnd(s string) (date, error) {
	switch s {
	case "":
		return date{limit: unknown}, nil
	case "..":
		return date{limit: open}, nil
	}
	return parseDate(s)
}

func parseSet(s string) (expr, error) {
	if s[0] == '{' {
		return expr{}, errors.New("sets of several dates {…} are not used here: give each date its own entry")
	}
	inner, ok := strings.CutSuffix(s[1:], "]")
	if !ok {
		return expr{}, errors.New(`the set lacks its closing "]"`)
	}
	e := expr{kind: set}
	for member := range strings.SplitSeq(inner, ",") {
		sp, err := parseMember(member)
		if err != nil {
			return expr{}, err
		}
		if n := len(e.spans); n > 0 && sp.from.first().Compare(e.spans[n-1].to.last()) <= 0 {
			return expr{}, fmt.Errorf("the dates of a set stand in order and apart: %q comes too late", member)
		}
		e.spans = append(e.spans, sp)
	}
	if len(e.spans) == 1 && e.spans[0].from == e.spans[0].to {
		return expr{}, errors.New("a set has at least two dates: [2023,2024] or [2023-12-21..2023-12-31]")
	}
	return e, nil
}

// parseMember reads a date or a range of dates of a set.
func parseMember(s string) (span, error) {
	from, to, ranged := strings.Cut(s, "..")
	start, err := parseSure(from)
	if err != nil || !ranged {
		return span{start, start}, err
	}
	end, err := parseSure(to)
	if err != nil {
		return span{}, err
	}
	if start.precision() != end.precision() {
		return span{}, fmt.Errorf("both ends of %q need the same precision", s)
	}
	if end.first().Compare(start.first()) <= 0 {
		return span{}, fmt.Errorf("the range %q ends before it starts", s)
	}
	return span{start, end}, nil
}

// parseSure reads a date of a set, which is vague as a whole and not in its parts.
func parseSure(s string) (date, error) {
	if s == "" {
		return date{}, errors.New("the set has an empty place")
	}
	d, err := parseDate(s)
	if err == nil && !d.plain() {
		return date{}, fmt.Errorf("a set cannot hold %q: its dates have no qualifier and no X", s)
	}
	return d, err
}

func parseDate(s string) (date, error) {
	if err := checkShape(s); err != nil {
		return date{}, err
	}
	var d date
	body := s
	if last := s[len(s)-1]; strings.IndexByte("?~%", last) >= 0 {
		d.qualifier, body = last, s[:len(s)-1]
	}
	parts := strings.Split(body, "-")
	if len(parts) > 3 {
		return date{}, fmt.Errorf("%q has more than year, month and day", s)
	}
	if err := d.setYear(parts[0]); err != nil {
		return date{}, err
	}
	if len(parts) > 1 {
		if err := d.setMonth(parts[1]); err != nil {
			return date{}, err
		}
	}
	if len(parts) > 2 {
		if err := d.setDay(parts[2]); err != nil {
			return date{}, err
		}
	}
	return d, nil
}

// checkShape refuses what people write for dates elsewhere, with the reason.
func checkShape(s string) error {
	switch {
	case strings.ContainsAny(s, " \t\n"):
		return fmt.Errorf("%q has a space in it", s)
	case strings.Contains(s, "T"):
		return fmt.Errorf("%q has a time of day: leave it out", s)
	case strings.HasPrefix(s, "-"):
		return fmt.Errorf("%q lies before the year 0000", s)
	case strings.HasPrefix(s, "Y"):
		return fmt.Errorf("%q lies outside the years 0000 to 9999", s)
	case strings.Contains(s, "x"):
		return fmt.Errorf("%q: an unspecified digit is a capital X", s)
	case strings.Trim(s, "0123456789X-?~%") != "":
		return fmt.Errorf("%q is not a date: %s", s, forms)
	case strings.ContainsAny(s[:len(s)-1], "?~%"):
		return fmt.Errorf("%q: one of ? ~ %% may stand at the end of a date, nowhere else", s)
	}
	return nil
}

func (d *date) setYear(s string) error {
	digits := strings.TrimRight(s, "X")
	d.blurred = len(s) - len(digits)
	n, ok := number(digits)
	if len(s) != 4 || d.blurred > 2 || !ok {
		return fmt.Errorf("year %q is not four digits (2024), a decade (201X) or a century (20XX)", s)
	}
	for range d.blurred {
		n *= 10
	}
	d.year = n
	return nil
}

func (d *date) setMonth(s string) error {
	if s == "XX" && d.blurred == 0 {
		d.noMonth = true
		return nil
	}
	n, ok := number(s)
	switch {
	case d.blurred > 0:
		return errors.New("a month cannot follow a year with X")
	case len(s) != 2 || !ok:
		return fmt.Errorf("month %q is not two digits", s)
	case n >= 1 && n <= 12, isGrouping(n):
		d.month = n
		return nil
	}
	return fmt.Errorf("there is no month %q: 01 to 12, seasons 21 to 24, quarters 33 to 36, halves 40 and 41", s)
}

func (d *date) setDay(s string) error {
	if d.month > 12 {
		return errors.New("a season or a quarter has no days")
	}
	if s == "XX" {
		d.noDay = true
		return nil
	}
	n, ok := number(s)
	switch {
	case d.noMonth:
		return errors.New("a day cannot follow an unspecified month")
	case len(s) != 2 || !ok:
		return fmt.Errorf("day %q is not two digits", s)
	case n < 1 || n > daysIn(d.year, d.month):
		return fmt.Errorf("there is no day %q: %s %04d has %d days", s, time.Month(d.month), d.year, daysIn(d.year, d.month))
	}
	d.day = n
	return nil
}

// number reads ASCII digits alone; it takes neither a sign nor nothing.
func number(s string) (int, bool) {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || n > 9999 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, s != ""
}

// daysIn returns the number of days of a month.
func daysIn(year, month int) int {
	switch {
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	case month != 2:
		return 31
	case year%4 == 0 && year%100 != 0 || year%400 == 0:
		return 29
	}
	return 28
}
