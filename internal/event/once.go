package event

import (
	"strings"

	"jikenbo/internal/edtf"
)

// What was done once at the beginning of a stretch of time, and what went on through it.

// startsOnce reports whether an act told with a day or month since which it is so was done once: 5月中旬以降、システムに侵入し、….
func (r *Reader) startsOnce(h *hit) bool {
	from, _, hasFrom, hasTo := h.when.Value.Bounds()
	if hasFrom && !hasTo && fromDay(h.when.Value) && hasAny(h.stem, "障害", "停止", "止ま", "ダウン", "閲覧", "つながり", "開けな") {
		return true // 8日から障害が発生
	}
	if !entries.In(h.stem) || !hasFrom || hasTo || from.Month == 1 && h.when.Value.Month() == 0 {
		return false
	}
	return begins(r.behindHit(h), "し、", "した。", "。", "したとみられる", "した疑い", "り、", "った。") && !hasAny(r.text, "繰り返", "相次", "断続", "度々", "たびたび", "続け", "各地", "複数回")
}

// fromDay reports whether a stretch of time begins on a day.
func fromDay(d edtf.Date) bool {
	from, _, _ := strings.Cut(d.String(), "/")
	return len(from) >= len("2022-09-06")
}

// entries are the stems for what somebody does once to be inside for long.
var entries = words("侵入", "乗っ取", "内部に入り", "入り込")
