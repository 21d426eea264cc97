package parallel

import (
	"regexp"
	"slices"
	"strings"
)

const monthNames = `January|February|March|April|May|June|July|August|September|October|November|December`

// What is told of a date in English.
var (
	dayMonth     = regexp.MustCompile(`\b(?:(\d{1,2})(?:st|nd|rd|th)?(?: ?[–-] ?| to | and | or |, ))?(\d{1,2})(?:st|nd|rd|th)?(?: of)? (` + monthNames + `)\b`)
	monthDay     = regexp.MustCompile(`\b(` + monthNames + `) (\d{1,2})(?:st|nd|rd|th)?\b(?:(?: ?[–-] ?| to | and | or )(\d{1,2})\b)?`)
	monthAlone   = regexp.MustCompile(`\b(` + monthNames + `)\b`)
	bareDay      = regexp.MustCompile(`\bthe (\d{1,2})(?:st|nd|rd|th)\b`)
	firstDay     = regexp.MustCompile(`\bthe first (?:day )?of (?:the|that|this|a|each|every) month\b`)
	fourFigures  = regexp.MustCompile(`\b(1[89]\d\d|20\d\d)s?\b`)
	englishName  = regexp.MustCompile(`[0-9A-Za-z]+(?:[-_./:][0-9A-Za-z]+)*`)
	englishDigit = regexp.MustCompile(`\b(\d+(?:,\d{3})*(?:\.\d+)?)(?:st|nd|rd|th)?(?:[ -](thousand|million|billion|trillion)\b)?`)
	englishWord  = regexp.MustCompile(`(?i)\b[a-z]+(?:-[a-z]+)?\b(?:[ -](?:hundred|thousand|million|billion|trillion)\b)*`)
)

// cardinal is a number in words that nothing but a number can say in the other text: "two" may be 両国 or と, and what is capitalised a name.
var cardinal = regexp.MustCompile(`^(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve)$`)

// readEnglish returns the figures of an English text.
func readEnglish(text string) []figure {
	t := scratch{text: []byte(text)}
	t.names(englishName)
	t.englishDates()
	for _, m := range fourFigures.FindAllSubmatchIndex(t.text, -1) {
		// Without a comma, so it can only be a year; but the other text may say the number.
		t.add(year, valueOf(text[m[2]:m[3]]), m[0], m[1], true)
	}
	for _, m := range englishDigit.FindAllSubmatchIndex(t.text, -1) {
		v := valueOf(text[m[2]:m[3]])
		if m[4] >= 0 {
			v *= scales[text[m[4]:m[5]]]
		}
		t.add(count, v, m[0], m[1], true)
	}
	for _, m := range englishWord.FindAllIndex(t.text, -1) {
		if v, ok := wordValue(strings.ToLower(text[m[0]:m[1]])); ok {
			t.add(count, v, m[0], m[1], cardinal.MatchString(text[m[0]:m[1]]))
		}
	}
	return t.figures
}

func (t *scratch) englishDates() {
	// put notes the parts of one expression, and strikes it out.
	put := func(m []int, monthGroup int, dayGroups ...int) {
		for _, g := range dayGroups {
			if m[2*g] >= 0 {
				s := string(t.text[m[2*g]:m[2*g+1]])
				t.figures = append(t.figures, figure{part: day, value: valueOf(s), surface: string(t.text[m[0]:m[1]]), at: m[0], sure: true})
			}
		}
		if monthGroup > 0 {
			name := string(t.text[m[2*monthGroup]:m[2*monthGroup+1]])
			n := slices.Index(strings.Split(monthNames, "|"), name) + 1
			t.figures = append(t.figures, figure{part: month, value: float64(n), surface: string(t.text[m[0]:m[1]]), at: m[0], sure: true})
		}
		t.strike(m[0], m[1])
	}
	for _, m := range dayMonth.FindAllSubmatchIndex(t.text, -1) {
		put(m, 3, 1, 2)
	}
	for _, m := range monthDay.FindAllSubmatchIndex(t.text, -1) {
		put(m, 1, 2, 3)
	}
	for _, m := range monthAlone.FindAllSubmatchIndex(t.text, -1) {
		put(m, 1)
	}
	for _, m := range bareDay.FindAllSubmatchIndex(t.text, -1) {
		put(m, 0, 1)
	}
	for _, m := range firstDay.FindAllIndex(t.text, -1) {
		t.figures = append(t.figures, figure{part: day, value: 1, surface: string(t.text[m[0]:m[1]]), at: m[0], sure: true})
		t.strike(m[0], m[1])
	}
}

var scales = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

var words = map[string]float64{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
	"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "one": 1, "a": 1,
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "twice": 2, "both": 2, "pair": 2, "couple": 2, "dozen": 12, "decade": 10, "fortnight": 14, "half": 0.5,
	"twofold": 2, "double": 2, "doubled": 2, "triple": 3, "tripled": 3, "week": 7, "once": 1,
}

// wordValue reads a number in words: "two hundred thousand", "twenty-one".
func wordValue(s string) (float64, bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' })
	v, ok := words[parts[0]]
	if !ok {
		return 0, false
	}
	for _, p := range parts[1:] {
		if scale := scales[p]; scale > 0 {
			v *= scale
		} else {
			v += words[p]
		}
	}
	return v, v > 1 || parts[0] == "one"
}
