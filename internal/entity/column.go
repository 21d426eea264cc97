package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A table says in the head of a column what its cells name. There a name needs nothing beside it.

// columnHeads are the heads of columns that hold the names of attackers or of malware.
var columnHeads = map[string]content.Kind{
	"集団": content.Actor, "攻撃者": content.Actor, "攻撃主体": content.Actor, "関与主体": content.Actor, "関与が指摘される主体": content.Actor, "関与したとされる集団": content.Actor, "攻撃グループ": content.Actor,
	"グループ名": content.Actor, "攻撃集団": content.Actor, "ランサムウェア集団": content.Actor, "ランサムウエア集団": content.Actor, "サイバー攻撃集団": content.Actor, "攻撃元の集団": content.Actor, "ハッカー集団": content.Actor, "アクター": content.Actor, "脅威アクター": content.Actor, "実行者": content.Actor, "実行主体とされる集団": content.Actor, "犯行グループ": content.Actor,
	"関与が疑われる主体": content.Actor, "関与が疑われる集団": content.Actor, "背後の集団": content.Actor, "犯行主体": content.Actor, "帰属": content.Actor, "アトリビューション": content.Actor,
	"マルウェア": content.Malware, "マルウエア": content.Malware, "ランサムウェア": content.Malware, "ランサムウエア": content.Malware, "ボットネット": content.Malware, "使用マルウェア": content.Malware, "マルウェア名": content.Malware, "ウイルス": content.Malware,
}

// A column is one of a table whose cells are names.
type column struct {
	mark  string // what parts the cells
	index int
	kind  content.Kind
}

// columns adds the names in the cells of such columns.
func columns(parts []Part) {
	var open []column
	for i := range parts {
		start := 0
		for line := range strings.Lines(parts[i].Text) {
			mark, cells := cellsOf(line)
			if heads := headsIn(line, mark, cells); heads != nil {
				open = heads
			} else if len(cells) < 3 {
				open = nil
			}
			for _, c := range open {
				if c.mark == mark && c.index < len(cells) {
					parts[i].addCell(start, cells[c.index], c.kind)
				}
			}
			start += len(line)
		}
	}
}

// cellsOf parts a line into the spans of its cells.
func cellsOf(line string) (mark string, cells []source.Span) {
	for _, mark = range []string{"\t", "|", "　"} {
		if strings.Count(line, mark) < 2 {
			continue
		}
		for at := 0; at <= len(line); {
			end := len(line)
			if n := strings.Index(line[at:], mark); n >= 0 {
				end = at + n
			}
			cells = append(cells, source.Span{Start: at, End: end})
			at = end + len(mark)
		}
		for i := range cells {
			s := &cells[i]
			s.Start += len(line[s.Start:s.End]) - len(strings.TrimLeft(line[s.Start:s.End], " "))
			s.End = s.Start + len(strings.TrimRight(line[s.Start:s.End], " \n"))
		}
		return mark, cells
	}
	return "", nil
}

// headsIn returns the columns that a line is the head of, nil if it is none.
func headsIn(line, mark string, cells []source.Span) []column {
	var out []column
	for i, c := range cells {
		if kind, ok := columnHeads[line[c.Start:c.End]]; ok {
			out = append(out, column{mark, i, kind})
		}
	}
	return out
}

// addCell adds the names that fill a cell, in a list and with brackets behind them: Bluenoroff、APT38（北朝鮮）.
func (part *Part) addCell(line int, cell source.Span, kind content.Kind) {
	for at := line + cell.Start; at < line+cell.End; {
		end, next := line+cell.End, line+cell.End
		for _, comma := range []string{"、", "／", "/", ","} {
			if n := strings.Index(part.Text[at:end], comma); n >= 0 {
				end, next = at+n, at+n+len(comma)
			}
		}
		s := source.Span{Start: at, End: end}
		if n := strings.IndexAny(part.Text[at:end], "（("); n > 0 {
			s.End = at + n
		}
		for _, mark := range []string{" ", "「"} {
			s.Start += len(part.Text[s.Start:s.End]) - len(strings.TrimPrefix(part.Text[s.Start:s.End], mark))
		}
		s.End = s.Start + len(strings.TrimRight(part.Text[s.Start:s.End], " 」"))
		part.addName(s, kind)
		at = next
	}
}

// addName adds a mention of what has the form of a name, unless there is one.
func (part *Part) addName(s source.Span, kind content.Kind) {
	name := part.Text[s.Start:s.End]
	k := script(firstRune(name))
	if k != katakana && !(k == latin && name != "" && capitalOrDigit(name[0])) || utf8.RuneCountInString(name) < 4 || !nameLike(name) || company(name) || strings.HasPrefix(name, "CVE") {
		return
	}
	if i := slices.IndexFunc(part.Mentions, func(m Mention) bool { return m.Span.Overlaps(s) }); i >= 0 {
		if m := &part.Mentions[i]; m.Span == s && (m.Kind == content.Actor || m.Kind == content.Malware) {
			m.Kind = kind // a name that attackers and their malware share
		}
		return
	}
	m := Mention{Span: s, Kind: kind, Surface: name, Name: i18n.Both(name), Discovered: true, Confidence: 0.7, Why: "row"}
	part.Mentions = append(slices.Clip(part.Mentions), m)
	slices.SortFunc(part.Mentions, func(a, b Mention) int { return a.Span.Start - b.Span.Start })
}
