package clipping

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
)

// found notes a day of publication.
func (c *cutter) found(day string, sure float64, from string) {
	if day != "" {
		add(&c.published, Guess{Value: day, Sure: sure, From: from})
	}
}

// instant takes a day or an instant as machines write it, or else as people do.
func (c *cutter) instant(s string, sure float64, from string) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05.999Z0700", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05 -0700",
		"2006-01-02 15:04:05Z07:00", time.RFC1123Z, time.RFC1123, "Mon Jan 2 15:04:05 MST 2006"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		if _, offset := t.Zone(); offset == 0 {
			t = t.In(c.zone) // the machine's way: no reader of the site was shown that day
		}
		c.found(valid(t.Year(), int(t.Month()), t.Day()), sure, from)
		return
	}
	for _, layout := range []string{"2006-01-02", "20060102", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "20060102150405", "2006/01/02 15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			c.found(valid(t.Year(), int(t.Month()), t.Day()), sure, from)
			return
		}
	}
	c.found(printedDay(s), sure, from)
}

// valid returns a day as it is written, "" for one that is none, or of a time before there were computers.
func valid(year, month, day int) string {
	s := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	if _, err := edtf.Parse(s); err != nil || year < 1950 {
		return ""
	}
	return s
}

var (
	changed   = regexp.MustCompile(`(?i)更新|改訂|改定|修正|最終|updated|modified|revised`)
	clock     = regexp.MustCompile(`^[\s　]*(?:[(（][月火水木金土日][)）])?[\s　]*(?:午前|午後)?[0-9０-９]{0,2}[:：時]?[0-9０-９]{0,2}(?:[:：分][0-9０-９]{0,2})?[\s　]*`)
	months    = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
	englishUS = regexp.MustCompile(`\b(` + months + `) ([0-9]{1,2})(?:st|nd|rd|th)?,? ([12][0-9]{3})\b`)
	englishUK = regexp.MustCompile(`\b([0-9]{1,2})(?:st|nd|rd|th)? (` + months + `),? ([12][0-9]{3})\b`)
	pathDay   = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})[-_/.]?([01][0-9])[-_/.]?([0-3][0-9])(?:[^0-9]|$)`)
)

// printedDay returns the first whole day in a line that is not that of a change, "" where there is none.
func printedDay(line string) string {
	last := 0
	for _, d := range jpdate.NewReader(edtf.Date{}).Find(line) {
		before, after := line[last:d.Span.Start], line[d.Span.End:]
		last = d.Span.End
		if !d.Value.IsDay() || d.Basis != jpdate.Stated || d.Value.Year() < 1950 {
			continue
		}
		after = after[len(clock.FindString(after)):]
		if changed.MatchString(tail(before, 12)) || changed.MatchString(shorten(after, 3)) {
			continue
		}
		return d.Value.String()
	}
	for _, form := range []*regexp.Regexp{englishUS, englishUK} {
		for _, m := range form.FindAllStringSubmatchIndex(line, -1) {
			month, day := line[m[2]:m[3]], line[m[4]:m[5]]
			if form == englishUK {
				month, day = day, month
			}
			t, err := time.Parse("Jan 2 2006", month[:3]+" "+day+" "+line[m[6]:m[7]])
			if err == nil && !changed.MatchString(tail(line[:m[0]], 20)) {
				return valid(t.Year(), int(t.Month()), t.Day())
			}
		}
	}
	return ""
}

// tail returns the last n characters.
func tail(s string, n int) string {
	r := []rune(s)
	return string(r[max(0, len(r)-n):])
}

// dayIn returns a day that an address or the name of a file has in it.
func dayIn(s string) string {
	m := pathDay.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	var y, mo, d int
	fmt.Sscan(m[1]+" "+strings.TrimLeft(m[2], "0")+" "+strings.TrimLeft(m[3], "0"), &y, &mo, &d)
	return valid(y, mo, d)
}

// shownDates reads the days that a page shows in places of their own. The first one in the order of the page is that of
// the article, unless the page says that it is the day of a change; lists of other articles come behind.
func (c *cutter) shownDates(body *html.Node, m measurements) {
	sure := shown
	note := func(n *html.Node, from string) {
		if m[n].text > dateLine || m.inText(n) {
			return
		}
		before := len(c.published)
		text := words(n)
		switch {
		case n.DataAtom == atom.Time && attr(n, "datetime") != "":
			if !changed.MatchString(text) && !changed.MatchString(tail(textBefore(n), 8)) {
				c.instant(attr(n, "datetime"), sure, from)
			}
		case attr(n, "content") != "":
			c.instant(attr(n, "content"), sure, from)
		default:
			c.found(printedDay(tail(textBefore(n), 8)+text), sure, from)
		}
		if len(c.published) > before {
			sure = vague - 0.1
		}
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for d := n.FirstChild; d != nil; d = d.NextSibling {
			if d.Type != html.ElementNode || unread(d.DataAtom) || invisible(d) || d.DataAtom == atom.Nav || d.DataAtom == atom.Aside || d.DataAtom == atom.Footer {
				continue
			}
			prop := strings.ToLower(attr(d, "itemprop"))
			parts, _ := names(d)
			switch {
			case prop == "datemodified":
			case prop == "datepublished":
				note(d, "itemprop datePublished")
			case d.DataAtom == atom.Time:
				note(d, "time element")
			case dated(parts):
				note(d, "date printed on the page")
				walk(d)
			default:
				walk(d)
			}
		}
	}
	walk(body)
}

// textBefore is the text that stands right before an element, where labels are.
func textBefore(n *html.Node) string {
	p := n.PrevSibling
	for p != nil && p.Type == html.TextNode && strings.TrimSpace(p.Data) == "" {
		p = p.PrevSibling
	}
	switch {
	case p == nil:
		return ""
	case p.Type == html.TextNode:
		return oneLine(p.Data)
	case p.Type == html.ElementNode && p.FirstChild != nil && p.FirstChild == p.LastChild && p.FirstChild.Type == html.TextNode:
		return oneLine(p.FirstChild.Data)
	}
	return ""
}

// dated reports whether what a page calls an element says that a day stands in it.
func dated(parts []string) bool {
	for _, w := range parts {
		switch w {
		case "date", "time", "pubdate", "published", "postdate", "posted", "datetime", "publishdate", "newsdate", "day", "release", "timestamp", "dateline", "hiduke", "hizuke":
			return true
		case "updated", "update", "modified":
			return false
		}
	}
	return false
}
