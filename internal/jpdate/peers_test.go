package jpdate_test

import (
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
)

// reasons lists the rows of another project's tests that we read differently, with the reason.
var reasons = []struct{ why, ids string }{
	{"joined by commas or middle dots, as lists and versions are", "jt0005 jt0006 jt0032 jt0034 jt0036"},
	{"a fraction or a score where no day of the week stands behind it", "jt0014 jt0018 jt0019 jt0020 jt0528 jt0529"},
	{"signs and 年月日 mixed, or a month of one digit with a sign in running text", "jt0016 jt0017 jt0026"},
	{"the year 13", "jt0022"},
	{"no such year of the era", "jt0037"},
	{"an era without a Gregorian calendar, the year 500, before the year 1000", "jt0048 jt0466 jt0467"},
	{"a day of the week alone fixes no day", "jt0057 jt0058 jt0059 jt0060 jt0061 jt0062 jt0063 jt0064 jt0065 jt0066 jt0067 jt0068 jt0593 jt0596"},
	{"the day of the week belongs to the date before it", "jt0598 jt0600"},
	{"a season without 年 is mostly a title", "jt0070 jt0071 jt0072 jt0073 jt0075"},
	{"a quarter of no year", "jt0082 jt0083 jt0084 jt0085 jt0086"},
	{"centuries", "jt0095 jt0096 jt0097 jt0098 jt0179 jt0184 jt0591 jt0594 jt0601"},
	{"before our era", "jt0099 jt0100 jt0101 jt0102 jt0103 jt0104 jt0185 jt0592 jt0595"},
	{"the era of 皇紀", "jt0187"},
	{"every year", "jt0448 jt0449"},
	{"a day of a week that is named without a date before it", "jt0461"},
	{"a number of days", "jt0481 jt0494 jt0495 jt0496 jt0497 jt0498 jt0499 jt0500 jt0501 jt0502 jt0503"},
}

// refusals returns the reasons by row.
func refusals() map[string]string {
	out := map[string]string{}
	for _, r := range reasons {
		for id := range strings.FieldsSeq(r.ids) {
			out[id] = r.why
		}
	}
	return out
}

// TestPeers reads the cases of another project's tests, which are not part of the repository: every row with a date
// is read alike or stands in refused, and nothing is found where that project finds nothing.
func TestPeers(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/peer-tests/ja_timex_tests.tsv")
	if err != nil {
		t.Skip("no peers' tests here")
	}
	refused := refusals()
	alike, negatives, seen := 0, 0, map[string]bool{}
	for line := range strings.Lines(string(raw)) {
		row := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(row) < 10 {
			continue
		}
		ds := jpdate.NewReader(edtf.MustParse("2024-07-16")).Find(row[1])
		why := refused[row[0]]
		seen[row[0]] = true
		switch row[5] {
		case "NONE":
			negatives++
			if len(ds) > 0 || why != "" {
				t.Errorf("%s %s: finds %s where there is none", row[0], row[1], found(ds))
			}
		case "DATE":
			ok := reads(ds, row)
			if ok {
				alike++
			}
			if ok == (why != "") {
				t.Errorf("%s %s: got %s, theirs %s, listed as %q", row[0], row[1], found(ds), row[6], why)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(refused)) {
		if !seen[id] {
			t.Errorf("%s is listed and not in the table", id)
		}
	}
	t.Logf("%d date rows alike, %d listed, %d texts without a date", alike, len(refused), negatives)
}

// reads reports whether one of the dates covers their expression and agrees with all parts that they give.
func reads(ds []jpdate.Date, row []string) bool {
	start, err := strconv.Atoi(row[4])
	if err != nil {
		return false
	}
	from := len(string([]rune(row[1])[:start]))
	to := from + len(row[3])
	for _, d := range ds {
		if d.Span.Start < to && from < d.Span.End && agrees(d.Value, row[6]) {
			return true
		}
	}
	return false
}

// agrees compares a value with a date of theirs: 2021-07-XX, XXXX-07-18, 2021-SP, FY2021, XXXX-Q1.
func agrees(v edtf.Date, theirs string) bool {
	seasons := map[string]string{"SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}
	if fiscal, ok := strings.CutPrefix(theirs, "FY"); ok {
		return strings.HasPrefix(v.String(), fiscal+"-04/")
	}
	parts := strings.Split(theirs, "-")
	if len(parts) == 2 {
		return v.String() == parts[0]+"-"+seasons[parts[1]]
	}
	if len(parts) != 3 {
		return false
	}
	first, last, hasFirst, hasLast := v.Bounds()
	return hasFirst && fits(first, parts) || hasLast && fits(last, parts)
}

func fits(d edtf.Day, parts []string) bool {
	for i, n := range []int{d.Year, d.Month, d.Day} {
		want, err := strconv.Atoi(parts[i])
		if err == nil && want != n || err != nil && !strings.HasPrefix(parts[i], "XX") {
			return false
		}
	}
	return true
}

// TestAgrees holds the comparison itself.
func TestAgrees(t *testing.T) {
	for _, c := range []struct {
		value, theirs string
		want          bool
	}{
		{"2021-07-18", "2021-07-18", true}, {"2021-07-18", "XXXX-07-18", true}, {"2021-07", "2021-07-XX", true},
		{"2021-07-18", "2021-07-19", false}, {"2021-04/2022-03", "FY2021", true}, {"2021", "FY2021", false},
		{"2021-22", "2021-SU", true}, {"2021-22", "2021-FA", false}, {"1901/2000", "2000-XX-XX", true}, {"2021", "BC0001", false},
	} {
		if got := agrees(edtf.MustParse(c.value), c.theirs); got != c.want {
			t.Errorf("%s, %s: %t", c.value, c.theirs, got)
		}
	}
}
