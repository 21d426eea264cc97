package parallel

import (
	"regexp"
	"strings"
)

// A scratch is a text of which what has been read is struck out, so that a year is not taken for a number too.
type scratch struct {
	text    []byte
	figures []figure
	lasting *regexp.Regexp // behind a number, says that it counts days and is no date
}

func (t *scratch) add(p part, value float64, from, to int, sure bool) {
	t.figures = append(t.figures, figure{part: p, value: value, surface: string(t.text[from:to]), at: from, sure: sure})
	t.strike(from, to)
}

func (t *scratch) strike(from, to int) {
	for i := from; i < to; i++ {
		t.text[i] = ' '
	}
}

// names strikes out the words that hold both letters and digits: those are names, not figures. Where a name begins or ends
// in a number, the other text may write the number apart: 2channel is 2ちゃんねる.
func (t *scratch) names(form *regexp.Regexp) {
	for _, m := range form.FindAllIndex(t.text, -1) {
		s := strings.ToLower(string(t.text[m[0]:m[1]]))
		letters := strings.IndexFunc(s, func(r rune) bool { return 'a' <= r && r <= 'z' })
		if letters < 0 || !hasDigit(s) || figured.MatchString(s) {
			continue
		}
		for _, n := range []string{leading.FindString(s), trailing.FindString(s)} {
			if n != "" {
				t.figures = append(t.figures, figure{value: valueOf(n)})
			}
		}
		t.strike(m[0], m[1])
	}
}

var (
	// figured is a figure with letters: 14th, 2010s, 20-year-old, mid-2022.
	figured  = regexp.MustCompile(`^(?:[0-9]+(?:st|nd|rd|th|s)|[0-9]+-[a-z]+(?:-[a-z]+)*|(?:mid|early|late|pre|post)-(?:19|20)[0-9]{2})$`)
	leading  = regexp.MustCompile(`^[0-9]+`)
	trailing = regexp.MustCompile(`[0-9]+$`)
)

// dates reads the parts of dates that a form finds: its first group is the number, and of what follows only the sign is
// part of it.
func (t *scratch) dates(p part, form *regexp.Regexp) {
	for from := 0; from < len(t.text); {
		m := form.FindSubmatchIndex(t.text[from:])
		if m == nil {
			return
		}
		start, end, whole := from+m[2], from+m[3], from+m[1]
		from = end
		behind := string(t.text[end:])
		if start > 0 && hasDigit(string(t.text[start-1:start])) || t.lasting != nil && p == day && t.lasting.MatchString(string(t.text[whole:])) {
			continue
		}
		to := end
		for _, sign := range []string{"年", "月", "日"} {
			if strings.HasPrefix(behind, sign) {
				to = end + len(sign)
			}
		}
		surface := string(t.text[start:to])
		t.figures = append(t.figures, figure{part: p, value: valueOf(string(t.text[start:end])), surface: surface, at: start, sure: true})
		t.strike(start, to)
	}
}
