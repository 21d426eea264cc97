package jpdate

import (
	"strings"

	"jikenbo/internal/edtf"
)

// A heading names the year or the month of the lines below it, which leave it out: ［16年］, ＜'17年＞, ■2018年.

// frame is what may stand around a date that is a line of its own, in the plain form of its characters.
const frame = " \t\n|#*=・■□●○◎◆◇▼▽▲△▶►★☆【】[]〔〕〖〗()<>〈〉《》「」『』:\u3000"

// isFrame reports whether a text is nothing but frame, and what lines are drawn with.
func isFrame(s string) bool {
	for _, r := range s {
		if r = fold(r); r != '-' && r != '~' && !strings.ContainsRune(frame, r) {
			return false
		}
	}
	return true
}

// underHeading keeps the year of a passage that is nothing but a year: the passages
// below it, as of a chronicle, leave it out.
func (r *Reader) underHeading(s string, found []Date) {
	if len(found) == 0 && len(s) < 64 {
		r.headEra(s)
	}
	r.underEntry(s, found)
	if len(found) != 1 || found[0].Basis == Earlier {
		return
	}
	d := found[0]
	r.inSession(s, d)
	if d.Basis == Stated || tellsOfYear(s[d.Span.End:]) {
		r.keepTitle(s, d)
	}
	if isFrame(unnumbered(s[:d.Span.Start])) && isFrame(s[d.Span.End:]) {
		r.heading = d.Value.Year()
		if d.Value.Month() != 0 || d.Value.IsInterval() {
			r.heading = 0
		}
		r.headed = r.passage
		if r.source.taken && r.source.passage != r.passage {
			r.leaveSource()
		}
	}
}

// underEntry keeps the day of a line above an entry of a log, whose writer calls it today: ◆2023年6月30日　再開について追記しました.
func (r *Reader) underEntry(s string, found []Date) {
	if len(found) == 0 || len(s) > titleLen || strings.Contains(strings.TrimSuffix(s, "。"), "。") {
		return
	}
	d := found[0]
	if at := dayOf(d.Value); d.Basis == Stated && at.d != 0 && !d.Value.IsInterval() && isFrame(s[:d.Span.Start]) && tellsEntry(s[:d.Span.Start], s[d.Span.End:]) {
		r.entry, r.entryAt = at, r.passage
	}
}

// tellsEntry reports whether the words about the day of such a line are those of a log.
func tellsEntry(before, rest string) bool {
	if strings.Trim(before, " \t\u3000") == "" {
		return false
	}
	for _, w := range []string{"追記", "更新", "掲載", "第1報", "第2報", "第3報", "第4報", "第5報", "第一報", "第二報", "第三報", "第四報", "続報", "最終報", "お知らせ", "公開", "訂正", "修正"} {
		if strings.Contains(rest, w) {
			return true
		}
	}
	return false
}

// unnumbered returns what stands before a heading without the number of its section: (1), 2. .
func unnumbered(s string) string {
	trimmed := strings.TrimLeft(s, "(（")
	rest := strings.TrimLeft(trimmed, "0123456789０１２３４５６７８９")
	if len(trimmed)-len(rest) > 0 && len(trimmed)-len(rest) < 7 && rest != "" {
		return strings.TrimLeft(rest, ".．")
	}
	return s
}

// standsAbove reports whether the phrase that is resolved is all of its line, in a frame that is more than space.
func (r *Reader) standsAbove() bool {
	marked := false
	for i, c := range r.text.runes {
		switch {
		case r.start <= i && i < r.after, c == ' ':
		case c != '-' && c != '~' && !strings.ContainsRune(frame, c):
			return false
		default:
			marked = true
		}
	}
	return marked
}

// titleLen is how long a title is at most, in bytes.
const titleLen = 150

// keepTitle keeps the year of a title: 2023年のできごと, 2023年度 一覧. It ends the heading of another year.
func (r *Reader) keepTitle(s string, d Date) {
	if len(s) > titleLen || strings.Contains(s, "。") || strings.Contains(s, "、") || d.Value.Year() == 0 {
		return
	}
	from, to, _, _ := d.Value.Bounds()
	switch {
	case from == (edtf.Day{Year: from.Year, Month: 1, Day: 1}) && to == (edtf.Day{Year: from.Year, Month: 12, Day: 31}):
		r.title = row{at: day{y: from.Year}, passage: r.passage}
	case from.Month == 4 && from.Day == 1 && to == (edtf.Day{Year: from.Year + 1, Month: 3, Day: 31}):
		r.title = row{at: day{y: from.Year, m: 4}, passage: r.passage}
	default:
		return
	}
	if isFrame(s[:d.Span.Start]) {
		r.heading = 0
	}
}

// tellsOfYear reports whether a title says that what follows it is what a year has brought: 昨年|の主な事件.
func tellsOfYear(rest string) bool {
	rest = strings.TrimPrefix(rest, "の")
	for _, w := range []string{"主な", "動き", "出来事", "できごと", "事件", "経過", "経緯", "一覧", "年表", "十大", "10大", "ニュース", "まとめ", "回顧"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}
