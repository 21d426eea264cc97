package event

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
)

// foundOut reports whether what a sentence has found to be so is an incident on its date, and no day of the finding is told: 調査の結果、
// 12月下旬に侵入|されたことが判明, 8月15日に侵害され|ていたことを確認. News tells the day on which it became known: 12日、侵入されていたことが分かった.
func (r *Reader) foundOut(h *hit) bool {
	day := len(h.when.Value.String()) == len("2024-12-21")
	behind := r.Text[h.span.End:r.Span.End]
	after := afterTime(r.Text[h.when.Span.End:r.Span.End])
	past := strings.Contains(behind, "ていたこと") && begins(after, "に", "から", "より", "までに")
	if (day && !past || begins(after, "、")) && !investigated.In(r.text) {
		return false
	}
	return strings.Contains(behind, "ことが判明") || strings.Contains(behind, "ことが分か") || strings.Contains(behind, "ものと判明") || strings.Contains(behind, "ことを確認")
}

// investigated says that a sentence tells what was found.
var investigated = words("調査の結果", "調査により", "調査では", "解析の結果", "ログを", "ログから", "記録から")

// ofCell returns the organization whose cell ends a row with the day on which it made known what the row tells: FBI（2022.4.14）.
func (r *Reader) ofCell(d *day) string {
	if !begins(r.Text[d.Span.End:r.Span.End], "）", ")") || strings.Trim(r.Text[d.Span.End:r.Span.End], "）) 　\t|") != "" || len(r.days) < 2 || r.days[0].Span.Start != r.Span.Start {
		return ""
	}
	cell, bracket := cutEnd(r.Text[r.Span.Start:d.Span.Start], []string{"（", "("})
	if bracket == "" {
		return ""
	}
	for _, gap := range []string{"\t", "|", "\u3000"} {
		if i := strings.LastIndex(cell, gap); i >= 0 {
			cell = cell[i+len(gap):]
		}
	}
	if slices.ContainsFunc(r.Mentions, func(m entity.Mention) bool {
		return m.Kind == content.Organization && m.Surface != "" && strings.HasSuffix(cell, m.Surface)
	}) {
		return cell
	}
	return ""
}
