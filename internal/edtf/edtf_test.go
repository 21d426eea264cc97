package edtf_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
)

// valid lists dates with their bounds ("" where a side has none) and both readings.
var valid = []struct{ in, first, last, ja, en string }{
	{"2024", "2024-01-01", "2024-12-31", "2024年", "2024"},
	{"2024-02", "2024-02-01", "2024-02-29", "2024年2月", "February 2024"},
	{"2024-09-18", "2024-09-18", "2024-09-18", "2024年9月18日", "18 September 2024"},
	{"0000", "0000-01-01", "0000-12-31", "0年", "0"},
	{"2024-21", "2024-03-01", "2024-05-31", "2024年春", "spring 2024"},
	{"2024-22", "2024-06-01", "2024-08-31", "2024年夏", "summer 2024"},
	{"2024-23", "2024-09-01", "2024-11-30", "2024年秋", "autumn 2024"},
	{"2023-24", "2023-12-01", "2024-02-29", "2023年冬", "winter 2023"},
	{"2024-33", "2024-01-01", "2024-03-31", "2024年第1四半期", "first quarter of 2024"},
	{"2024-36", "2024-10-01", "2024-12-31", "2024年第4四半期", "fourth quarter of 2024"},
	{"2024-25", "2024-03-01", "2024-05-31", "2024年春（北半球）", "northern spring 2024"},
	{"2024-30", "2024-12-01", "2025-02-28", "2024年夏（南半球）", "southern summer 2024"},
	{"2024-32", "2024-06-01", "2024-08-31", "2024年冬（南半球）", "southern winter 2024"},
	{"2024-39", "2024-09-01", "2024-12-31", "2024年9〜12月期", "last third of 2024"},
	{"2024-40", "2024-01-01", "2024-06-30", "2024年上半期", "first half of 2024"},
	{"2024-41", "2024-07-01", "2024-12-31", "2024年下半期", "second half of 2024"},
	{"201X", "2010-01-01", "2019-12-31", "2010年代", "the 2010s"},
	{"20XX", "2000-01-01", "2099-12-31", "2000〜2099年", "2000–2099"},
	{"2024-XX", "2024-01-01", "2024-12-31", "2024年（月は不明）", "2024 (month unknown)"},
	{"2024-02-XX", "2024-02-01", "2024-02-29", "2024年2月（日は不明）", "February 2024 (day unknown)"},
	{"2024-XX-XX", "2024-01-01", "2024-12-31", "2024年（月日は不明）", "2024 (month and day unknown)"},
	{"2021-01~", "2021-01-01", "2021-01-31", "2021年1月頃", "about January 2021"},
	{"2021?", "2021-01-01", "2021-12-31", "2021年（不確か）", "2021 (uncertain)"},
	{"2021-01-05%", "2021-01-05", "2021-01-05", "2021年1月5日頃（不確か）", "about 5 January 2021 (uncertain)"},
	{"201X~", "2010-01-01", "2019-12-31", "2010年代頃", "about the 2010s"},

	{"2021/..", "2021-01-01", "", "2021年から", "since 2021"},
	{"../2024-07-14", "", "2024-07-14", "2024年7月14日まで", "until 14 July 2024"},
	{"2021/", "2021-01-01", "", "2021年から（終わりは不明）", "from 2021 (end unknown)"},
	{"/2021", "", "2021-12-31", "2021年まで（始まりは不明）", "until 2021 (start unknown)"},
	{"../..", "", "", "始まりも終わりも定めず", "with no set start or end"},
	{"/", "", "", "始まりも終わりも不明", "start and end unknown"},
	{"/..", "", "", "始まりは不明、終わりは定めず", "start unknown, with no set end"},
	{"../", "", "", "始まりは定めず、終わりは不明", "with no set start, end unknown"},
	{"2002~/..", "2002-01-01", "", "2002年頃から", "since about 2002"},
	{"2022-22/2023-23", "2022-06-01", "2023-11-30", "2022年夏〜2023年秋", "summer 2022 – autumn 2023"},
	{"2022-22/2022-23", "2022-06-01", "2022-11-30", "2022年夏〜秋", "summer–autumn 2022"},
	{"2019/2024", "2019-01-01", "2024-12-31", "2019年〜2024年", "2019–2024"},
	{"2024-08/2025-01-03", "2024-08-01", "2025-01-03", "2024年8月〜2025年1月3日", "August 2024 – 3 January 2025"},
	{"2014-05/2014-09", "2014-05-01", "2014-09-30", "2014年5月〜9月", "May–September 2014"},
	{"2024-01-04/2024-01-06", "2024-01-04", "2024-01-06", "2024年1月4日〜6日", "4–6 January 2024"},
	{"2024-01-04/2024-02-06", "2024-01-04", "2024-02-06", "2024年1月4日〜2月6日", "4 January – 6 February 2024"},
	{"2024-05-01/2024-05", "2024-05-01", "2024-05-31", "2024年5月1日〜5月", "1 May – May 2024"},
	{"2024/2024-05", "2024-01-01", "2024-05-31", "2024年〜2024年5月", "2024 – May 2024"},
	{"2024-05/2024-05", "2024-05-01", "2024-05-31", "2024年5月", "May 2024"},
	{"2024-33/2024-34", "2024-01-01", "2024-06-30", "2024年第1四半期〜第2四半期", "first quarter – second quarter of 2024"},
	{"1984?/2004-06~", "1984-01-01", "2004-06-30", "1984年（不確か）〜2004年6月頃", "1984 (uncertain) – about June 2004"},
	{"2024-01~/2024-05", "2024-01-01", "2024-05-31", "2024年1月頃〜5月", "about January 2024 – May 2024"},

	{"[2023,2024]", "2023-01-01", "2024-12-31", "2023年または2024年", "2023 or 2024"},
	{"[2024-05,2024-06]", "2024-05-01", "2024-06-30", "2024年5月または6月", "May or June 2024"},
	{"[2024-01-04,2024-01-06,2024-01-09]", "2024-01-04", "2024-01-09", "2024年1月4日、6日または9日", "4, 6 or 9 January 2024"},
	{"[2023-12-21..2023-12-31]", "2023-12-21", "2023-12-31", "2023年12月21日〜31日のいずれか", "between 21 and 31 December 2023"},
	{"[2024-01..2024-03]", "2024-01-01", "2024-03-31", "2024年1月〜3月のいずれか", "between January and March 2024"},
	{"[2020,2022..2024]", "2020-01-01", "2024-12-31", "2020年、2022年〜2024年のいずれか", "2020 or between 2022 and 2024"},
}

func TestValid(t *testing.T) {
	for _, c := range valid {
		d, err := edtf.Parse(c.in)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		if d.String() != c.in {
			t.Errorf("%s: String gives %q", c.in, d)
		}
		if first, last := bounds(d); first != c.first || last != c.last {
			t.Errorf("%s: bounds %q to %q, want %q to %q", c.in, first, last, c.first, c.last)
		}
		if got := d.In(i18n.JA); got != c.ja {
			t.Errorf("%s: in Japanese %q, want %q", c.in, got, c.ja)
		}
		if got := d.In(i18n.EN); got != c.en {
			t.Errorf("%s: in English %q, want %q", c.in, got, c.en)
		}
	}
}

// bounds writes the bounds of a date, "" for a side without one.
func bounds(d edtf.Date) (first, last string) {
	a, b, hasFirst, hasLast := d.Bounds()
	if hasFirst {
		first = a.String()
	}
	if hasLast {
		last = b.String()
	}
	return first, last
}

// invalid lists what is refused, and a part of the reason given.
var invalid = []struct{ in, why string }{
	{"", "no date"},
	{"2025-02-30", "February 2025 has 28 days"},
	{"2024-02-30", "February 2024 has 29 days"},
	{"2024-04-31", "April 2024 has 30 days"},
	{"2024-05-00", `no day "00"`},
	{"2024-13", `no month "13"`},
	{"2024-00", `no month "00"`},
	{"2024-20", `no month "20"`},
	{"2024-42", `no month "42"`},
	{"2024-22-01", "a season or a quarter has no days"},
	{"24", "four digits"},
	{"12024", "four digits"},
	{"20X4", "four digits"},
	{"2XXX", "four digits"},
	{"XXXX", "four digits"},
	{"201X-05", "a month cannot follow"},
	{"2024-X1", "two digits"},
	{"2024-XX-05", "a day cannot follow"},
	{"201x", "capital X"},
	{"2024-9-18", `month "9" is not two digits`},
	{"2024-09-1", `day "1" is not two digits`},
	{"2024/9/18", "one slash"},
	{"2024-01-01-01", "more than year, month and day"},
	{"2024年", "write 2024, 2024-09 or 2024-09-18"},
	{"２０２４", "write 2024"},
	{"spring 2024", "space"},
	{"2024-09-18T10:00:00Z", "time of day"},
	{"-0044", "before the year 0000"},
	{"Y17000", "outside the years"},
	{"?2024", "at the end of a date"},
	{"2024?~", "at the end of a date"},
	{"2024-01-01/2023", "ends (2023) before it starts (2024-01-01)"},
	{"2012-24/2012-21", "before it starts"},
	{"2024-06-11/2024-06", "before it starts"},
	{"2024-02/2024", "before it starts"},
	{"[2024", "closing"},
	{"[]", "empty place"},
	{"[2024]", "at least two dates"},
	{"[2024,]", "empty place"},
	{"[2024,2023]", "comes too late"},
	{"[2024,2024]", "comes too late"},
	{"[2024,2024-05]", "comes too late"},
	{"[2024..2023]", "ends before it starts"},
	{"[2024..2024-05]", "same precision"},
	{"[2023~,2024]", "no qualifier"},
	{"[201X,2024]", "no qualifier and no X"},
	{"[2023/2024]", "not a date"},
	{"{2023,2024}", "not used here"},
	{"[2024-02-30..2024-03-01]", "has 29 days"},
}

func TestInvalid(t *testing.T) {
	for _, c := range invalid {
		d, err := edtf.Parse(c.in)
		if err == nil {
			t.Errorf("%q is accepted as %s", c.in, d)
			continue
		}
		if !strings.Contains(err.Error(), c.why) {
			t.Errorf("%q: %v; want %q in it", c.in, err, c.why)
		}
		if !d.IsZero() {
			t.Errorf("%q: refused, and yet %s", c.in, d)
		}
	}
}

func TestFromDay(t *testing.T) {
	d, err := edtf.FromDay(edtf.Day{Year: 2024, Month: 2, Day: 29})
	if err != nil || d.String() != "2024-02-29" {
		t.Errorf("got %s, %v", d, err)
	}
	for _, bad := range []edtf.Day{{2023, 2, 29}, {2023, 0, 1}, {2023, 22, 1}, {-1, 1, 1}, {10000, 1, 1}, {}} {
		if d, err := edtf.FromDay(bad); err == nil {
			t.Errorf("%v is accepted as %s", bad, d)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		in              string
		interval, isDay bool
		year, month     int
		html            string
	}{
		{"2024", false, false, 2024, 0, "2024"},
		{"2024-09", false, false, 2024, 9, "2024-09"},
		{"2024-09-18", false, true, 2024, 9, "2024-09-18"},
		{"0000", false, false, 0, 0, ""},
		{"2024-09-18?", false, false, 2024, 9, ""},
		{"2024-09-XX", false, false, 2024, 9, ""},
		{"2024-22", false, false, 2024, 0, ""},
		{"2024-33", false, false, 2024, 0, ""},
		{"201X", false, false, 2010, 0, ""},
		{"2024-08/2025-01", true, false, 2024, 8, ""},
		{"2021/..", true, false, 2021, 0, ""},
		{"../2024-07-14", true, false, 2024, 7, ""},
		{"../..", true, false, 0, 0, ""},
		{"[2023-12-21..2023-12-31]", false, false, 2023, 12, ""},
		{"[2023-12..2024-01]", false, false, 2023, 0, ""},
	} {
		d := edtf.MustParse(c.in)
		if d.IsInterval() != c.interval || d.IsDay() != c.isDay || d.Year() != c.year || d.Month() != c.month || d.HTML() != c.html {
			t.Errorf("%s: interval %t, day %t, year %d, month %d, html %q", c.in, d.IsInterval(), d.IsDay(), d.Year(), d.Month(), d.HTML())
		}
	}
}

func TestZero(t *testing.T) {
	var d edtf.Date
	if !d.IsZero() || d.IsInterval() || d.IsDay() || d.Year() != 0 || d.Month() != 0 || d.HTML() != "" || d.In(i18n.JA) != "" || d.In(i18n.EN) != "" {
		t.Error("the zero date says something")
	}
	if some := edtf.MustParse("../.."); d.Overlaps(some) || some.Overlaps(d) || d.Within(some) || some.Within(d) {
		t.Error("the zero date has days")
	}
}

// TestCompare lists dates in the order of a timeline.
func TestCompare(t *testing.T) {
	want := []string{
		"../2013-12-31", "2014-01-01", "2014", "2014~", "2014/2016", "2014/", "2014/..",
		"2014-02", "../2014-02-15", "2014-03-01", "2014-05/2014-09", "../..", "/", "",
	}
	got := make([]edtf.Date, len(want))
	for i, s := range want {
		if err := got[i].UnmarshalText([]byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	slices.Reverse(got)
	slices.SortFunc(got, edtf.Compare)
	for i, d := range got {
		if d.String() != want[i] {
			t.Fatalf("place %d has %q, want %q; all: %v", i, d, want[i], got)
		}
	}
}

func TestOverlapsWithin(t *testing.T) {
	for _, c := range []struct {
		a, b             string
		overlaps, within bool
	}{
		{"2024-09-18", "2024-09", true, true},
		{"2024-09", "2024-09-18", true, false},
		{"2024-09", "2024-09", true, true},
		{"2024-09", "2024-10", false, false},
		{"2024-02", "2023-24", true, true},
		{"2024-03", "2023-24", false, false},
		{"2022", "2021/..", true, true},
		{"2020", "2021/..", false, false},
		{"2021/..", "2022", true, false},
		{"2021/..", "2020/..", true, true},
		{"../2021", "2021/..", true, false},
		{"../2020", "2021/..", false, false},
		{"2021", "../..", true, true},
		{"2021", "[2020,2022]", false, false},
		{"2021", "[2020,2021]", true, true},
		{"2020/2021", "[2020,2021]", true, true},
		{"2020/2022", "[2020,2022]", true, false},
		{"[2020,2022]", "2020/2022", true, true},
		{"2024-01-03", "2024-01/2024-12", true, true},
	} {
		a, b := edtf.MustParse(c.a), edtf.MustParse(c.b)
		if got := a.Overlaps(b); got != c.overlaps || b.Overlaps(a) != got {
			t.Errorf("%s overlaps %s: %t, and the other way %t", a, b, got, b.Overlaps(a))
		}
		if got := a.Within(b); got != c.within {
			t.Errorf("%s within %s: %t", a, b, got)
		}
	}
}

func TestText(t *testing.T) {
	type record struct{ Date, Zero edtf.Date }
	give := record{Date: edtf.MustParse("2021-01~")}
	raw, err := json.Marshal(give)
	if err != nil || string(raw) != `{"Date":"2021-01~","Zero":""}` {
		t.Fatalf("%s, %v", raw, err)
	}
	var got record
	if err := json.Unmarshal(raw, &got); err != nil || got != give {
		t.Errorf("%v, %v", got, err)
	}
	err = json.Unmarshal([]byte(`{"Date":"2025-02-30"}`), &got)
	if err == nil || !strings.Contains(err.Error(), `date "2025-02-30": there is no day "30": February 2025 has 28 days`) {
		t.Errorf("error %v", err)
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	edtf.MustParse("2025-02-30")
}

func TestStretch(t *testing.T) {
	for s, want := range map[string]string{
		"[2024-03-21..2024-03-31]": "2024-03-21/2024-03-31",
		"[2010..2014]":             "2010/2014",
		"[2024-03,2024-05]":        "[2024-03,2024-05]",
		"2024-03~":                 "2024-03~",
		"2024-03/..":               "2024-03/..",
	} {
		if got := edtf.MustParse(s).Stretch().String(); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
	if got := (edtf.Date{}).Stretch(); !got.IsZero() {
		t.Errorf("the zero Date: %s", got)
	}
}
