package edtf

import (
	"fmt"
	"strings"
)

func (e expr) japanese() string {
	first := e.spans[0]
	switch e.kind {
	case interval:
		return first.japaneseInterval()
	case set:
		return e.japaneseSet()
	}
	return first.from.japanese(nothing)
}

func (s span) japaneseInterval() string {
	switch {
	case s.from == s.to && s.from.limit == open:
		return "始まりも終わりも定めず"
	case s.from == s.to && s.from.limit == unknown:
		return "始まりも終わりも不明"
	case s.from == s.to:
		return s.from.japanese(nothing)
	case s.from.limit == dated && s.to.limit == open:
		return s.from.japanese(nothing) + "から"
	case s.from.limit == dated && s.to.limit == unknown:
		return s.from.japanese(nothing) + "から（終わりは不明）"
	case s.from.limit == open && s.to.limit == dated:
		return s.to.japanese(nothing) + "まで"
	case s.from.limit == unknown && s.to.limit == dated:
		return s.to.japanese(nothing) + "まで（始まりは不明）"
	case s.from.limit == unknown:
		return "始まりは不明、終わりは定めず"
	case s.from.limit == open:
		return "始まりは定めず、終わりは不明"
	}
	return s.japaneseRange(nothing)
}

func (s span) japaneseRange(left shared) string {
	return s.from.japanese(left) + "〜" + s.to.japanese(share(s.from, s.to))
}

// japaneseSet reads 「2023年または2024年」 and 「2023年12月21日〜31日のいずれか」.
func (e expr) japaneseSet() string {
	var names []string
	left := nothing
	for i, s := range e.spans {
		if i > 0 {
			left = share(e.spans[i-1].to, s.from)
		}
		if s.from == s.to {
			names = append(names, s.from.japanese(left))
		} else {
			names = append(names, s.japaneseRange(left))
		}
	}
	n := len(names) - 1
	if _, ok := e.members(); ok {
		return strings.Join(names[:n], "、") + "または" + names[n]
	}
	return strings.Join(names, "、") + "のいずれか"
}

// japanese writes the date without the parts that were said before.
func (d date) japanese(left shared) string {
	var b strings.Builder
	if left < sameYear {
		b.WriteString(d.japaneseYear())
	}
	if left < sameMonth {
		b.WriteString(d.japaneseMonth())
	}
	if d.day != 0 {
		fmt.Fprintf(&b, "%d日", d.day)
	}
	if d.qualifier == '~' || d.qualifier == '%' {
		b.WriteString("頃")
	}
	b.WriteString(d.japaneseDoubt())
	return b.String()
}

func (d date) japaneseYear() string {
	switch d.blurred {
	case 1:
		return fmt.Sprintf("%d年代", d.year)
	case 2: // not 「2000年代」, which is the decade
		return fmt.Sprintf("%d〜%d年", d.year, d.year+99)
	}
	return fmt.Sprintf("%d年", d.year)
}

func (d date) japaneseMonth() string {
	if d.month == 0 {
		return ""
	}
	if g, ok := d.grouping(); ok {
		return g.ja
	}
	return fmt.Sprintf("%d月", d.month)
}

// japaneseDoubt says which parts nobody knows, and that the whole is uncertain.
func (d date) japaneseDoubt() string {
	var notes []string
	switch {
	case d.noMonth && d.noDay:
		notes = append(notes, "月日は不明")
	case d.noMonth:
		notes = append(notes, "月は不明")
	case d.noDay:
		notes = append(notes, "日は不明")
	}
	if d.qualifier == '?' || d.qualifier == '%' {
		notes = append(notes, "不確か")
	}
	if len(notes) == 0 {
		return ""
	}
	return "（" + strings.Join(notes, "、") + "）"
}
