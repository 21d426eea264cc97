package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A table says in the head of a column what its cells name. There a name needs nothing beside it.

// columnHeads are the heads of columns that hold the names of attackers or of malware.
var columnHeads = map[string]content.Kind{
	"集団": content.Actor, "攻撃者": content.Actor, "攻撃主体": content.Actor, "関与主体": content.Actor, "関与が指摘される主体": content.Actor, "関与したとされる集団": content.Actor, "攻撃グループ": content.Actor,
	"グループ名": content.Actor, "攻撃集団": content.Actor, "ランサムウェア集団": content.Actor, "ランサムウエア集団": content.Actor, "サイバー攻撃集団": content.Actor, "攻撃元の集団": content.Actor, "ハッカー集団": content.Actor, "アクター": content.Actor, "脅威アクター": content.Actor, "実行者": content.Actor, "実行主体とされる集団": content.Actor, "犯行グループ": content.Actor,
	"関与が疑われる主体": content.Actor, "関与が疑われる集団": content.Actor, "背後の集団": content.Actor, "犯行主体": content.Actor, "帰属": content.Actor, "関与が疑われる者": content.Actor, "関与が指摘される者": content.Actor, "関与が指摘される集団": content.Actor, "関与が疑われるグループ": content.Actor, "関与したとされる主体": content.Actor, "攻撃者名": content.Actor, "攻撃主体名": content.Actor, "攻撃グループ名": content.Actor, "集団名": content.Actor, "実行主体": content.Actor, "犯行を名乗る集団": content.Actor, "アトリビューション": content.Actor,
	"マルウェア": content.Malware, "マルウエア": content.Malware, "ランサムウェア": content.Malware, "ランサムウエア": content.Malware, "ボットネット": content.Malware, "使用マルウェア": content.Malware, "マルウェア名": content.Malware, "ウイルス": content.Malware, "ウイルス名": content.Malware, "ランサムウェア名": content.Malware, "ランサムウエア名": content.Malware, "ランサムウェアの種類": content.Malware, "ランサムウエアの種類": content.Malware, "使われたマルウェア": content.Malware, "使用されたマルウェア": content.Malware, "使われたランサムウェア": content.Malware,
}

// A column is one of a table whose cells are names.
type column struct {
	mark  string // what parts the cells
	index int
	kind  content.Kind // "" where another cell of the row says it
	says  int          // which
}

// program is the kind of a column that says of each row of what sort it is: a name in it that attackers and their program share is the program's.
const program content.Kind = "program"

// cellMarks part the cells of a row.
var cellMarks = []string{"\t", "|", "　"}

// columns adds the names in the cells of such columns.
func columns(ps []*passage, parts []Part) {
	var open []column
	listed := content.Kind("") // what the marked lines name
	for i := range parts {
		start, table := 0, len(ps[i].spots[cellWords]) > 1
		for line := range strings.Lines(parts[i].Text) {
			if kind := titleOf(line); kind != "" || listed != "" {
				listed = parts[i].addMarked(line, start, listed, kind)
			}
			var mark string
			var cells []source.Span
			if table {
				mark, cells = cellsOf(line)
			}
			if slices.ContainsFunc(open, func(c column) bool { return c.kind == "" && c.kindIn(line, cells) != "" }) {
				// its second cell says what it is, and is no head
			} else if heads := headsIn(line, mark, cells); heads != nil {
				open = heads
			} else if len(cells) < 3 {
				open = nil
			}
			for _, c := range open {
				if kind := c.kindIn(line, cells); c.mark == mark && kind != "" {
					parts[i].addCell(start, cells[c.index], kind)
				}
			}
			start += len(line)
		}
	}
}

// addMarked adds the name that a marked line of a list begins with, and returns what the lines below it name.
func (part *Part) addMarked(line string, start int, listed, title content.Kind) content.Kind {
	if title != "" {
		return title
	}
	name := marked(line)
	n := line[name.Start:name.End]
	if n == "" {
		return ""
	}
	if script(firstRune(n)) == latin || strings.Contains(n, "・") || strings.Trim(line[name.End:], "」 \n") == "" && part.coinedItem(source.Span{Start: start + name.Start, End: start + name.End}) {
		part.addName(source.Span{Start: start + name.Start, End: start + name.End}, listed)
	}
	return listed
}

// coinedItem reports whether what fills an item of a list is no word of the dictionary: ニビイロ.
func (part *Part) coinedItem(s source.Span) bool {
	for i := range part.Tokens {
		if t := &part.Tokens[i]; t.Span == s && t.Is(listed) && !t.Is(proper) {
			return false
		}
	}
	return true
}

// titleOf returns the kind of what a line says that a list below it names, "" if it is no such title: 主な攻撃グループ.
func titleOf(line string) content.Kind {
	if len(line) > 84 {
		return ""
	}
	line = strings.TrimRight(line, "\n 　:：）)")
	line, announced := announcing(line)
	whole, kind := line, content.Kind("")
	for _, w := range []string{"の一覧", "一覧", "の例", "の概要"} {
		line = strings.TrimSuffix(line, w)
	}
	switch {
	case endsAny(line, "攻撃グループ", "攻撃集団", "ハッカー集団", "ハッカーグループ", "脅威アクター", "脅威グループ", "ランサムウェア集団", "ランサムウエア集団", "ランサムウェアグループ", "主な攻撃者"):
		kind = content.Actor
	case endsAny(line, "マルウェア", "マルウエア", "ランサムウェア", "ランサムウエア", "攻撃ツール", "ボットネット", "使用されたツール", "使われたツール", "使用したツール", "用いられたツール", "悪用されたツール", "攻撃者のツール"):
		kind = content.Malware
	}
	if kind == "" || strings.Contains(line, "。") || strings.Contains(line, "は") ||
		!announced && firstOf(whole, []string{"主な", "一覧", "使用", "使われ", "代表的な", "関連する", "主要な", "見つかった", "今回", "確認され", "確認した", "検出され", "検出した", "観測され", "観測した"}) < 0 {
		return ""
	}
	return kind
}

// announcing returns what a line says that the lines below it are, and whether it says so: 攻撃グループ|は次のとおり.
func announcing(line string) (of string, ok bool) {
	said := strings.TrimRight(line, "。")
	for _, end := range []string{"である", "です", "だ"} {
		said = strings.TrimSuffix(said, end)
	}
	if !endsAny(said, "とおり", "通り") {
		return line, false
	}
	for _, w := range []string{"とおり", "通り", "の", "次", "以下", "下記", "は", "、"} {
		said = strings.TrimSuffix(said, w)
	}
	return said, len(said)+len("は次の通り") <= len(line)
}

// marked returns the name that a marked line of a list begins with, up to what explains it, ・Onyx Curlew ― 中国, or that is all of a line.
func marked(line string) source.Span {
	rest := afterBlanks(line)
	name := strings.TrimLeft(rest, "・-*●■○◆◇▼▽•‐")
	if name == rest {
		name = numberedItem(rest)
	}
	plain := name
	name = strings.TrimLeft(name, " 　「")
	end := strings.IndexFunc(name, endsItem)
	if end < 0 {
		end = len(name)
	}
	if bare := rest == plain; end == 0 || bare && (strings.Trim(name[end:], "」 \n") != "" && !(upper(name[0]) && beginsAny(name[end:], "―", "—", "–", "：", ":")) || !nameLike(strings.TrimRight(name[:end], " "))) {
		return source.Span{}
	}
	start := len(line) - len(name)
	return source.Span{Start: start, End: start + len(strings.TrimRight(name[:end], " -"))}
}

// endsItem reports whether a character is one of the signs that stand behind the name of an item.
func endsItem(r rune) bool {
	switch r {
	case '―', '—', '–', ':', '：', '（', '(', '、', '」', '　', '\t', '|', '\n':
		return true
	}
	return false
}

// numberedItem returns what stands behind the number of an item of a list, else the line: (1) Onyx Curlew, 2. Jade Dunlin.
func numberedItem(line string) string {
	rest := strings.TrimLeft(strings.TrimLeft(line, "(（"), "0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨")
	if item := strings.TrimLeft(rest, ")）.．、"); len(rest) < len(line) && (len(item) < len(rest) || rest != line && firstRune(rest) == ' ') {
		return item
	}
	return line
}

// cellsOf parts a line into the spans of its cells.
func cellsOf(line string) (mark string, cells []source.Span) {
	for _, mark = range cellMarks {
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
		if kind, ok := columnHeads[strings.TrimPrefix(line[c.Start:c.End], "主な")]; ok {
			out = append(out, column{mark, i, kind, i})
		}
	}
	if name, says := cellIn(line, cells, "名称", "名前", "呼称", "名"), cellIn(line, cells, "種別", "種類", "分類", "区分", "類型"); out == nil && name >= 0 && says >= 0 {
		return []column{{mark, name, "", says}}
	}
	if sort := cellIn(line, cells, "種類", "種別", "ランサム"); out == nil && sort >= 0 {
		return []column{{mark, sort, program, sort}}
	}
	return out
}

// cellIn returns which cell of a line has one of these words, -1 if none does.
func cellIn(line string, cells []source.Span, words ...string) int {
	return slices.IndexFunc(cells, func(s source.Span) bool { return slices.Contains(words, line[s.Start:s.End]) })
}

// kindIn returns the kind of what a row names in a column, "" if that is nothing that is looked for.
func (c *column) kindIn(line string, cells []source.Span) content.Kind {
	if max(c.index, c.says) >= len(cells) {
		return ""
	}
	if c.kind == "" {
		said := line[cells[c.says].Start:cells[c.says].End]
		if kind := columnHeads[said]; kind != "" {
			return kind
		}
		return headKind(said)
	}
	return c.kind
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
		switch m := &part.Mentions[i]; {
		case m.Span != s || m.Kind != content.Actor && m.Kind != content.Malware:
		case kind != program:
			m.Kind = kind // a name that attackers and their malware share
		case shared[morph.Fold(name).Text]:
			m.Kind = content.Malware
		}
		return
	}
	if kind == program {
		return
	}
	m := Mention{Span: s, Kind: kind, Surface: name, Name: i18n.Both(name), Discovered: true, Confidence: 0.7, Why: "row"}
	part.Mentions = append(slices.Clip(part.Mentions), m)
	slices.SortFunc(part.Mentions, func(a, b Mention) int { return a.Span.Start - b.Span.Start })
}
