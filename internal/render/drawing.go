package render

import (
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
)

// Drawing is the figure of an entity's relations: its own box in the middle, others to the left that
// do something to it or stand above it, and to the right those to which it does something. The table has them all.
type Drawing struct {
	Width, Height int
	Self          Box
	Others        []Box
	More          int // relations that only the table has
}

// Box is an entity in the figure, with the line between it and the middle.
type Box struct {
	Link
	X, Y    int
	Word    string   // what the relation is
	Lines   []string // the name, in at most two lines
	Shade   Family
	Alleged bool
	Left    bool
	Path    string // of the line, from the one that acts to the other
}

// Measures of the figure, in its own units.
const (
	boxWidth   = 210
	boxHeight  = 58
	boxStep    = 72
	boxGap     = 95 // room for a line
	boxesASide = 4
	boxLine    = 190 // room for text in a line of a box
	kanjiWidth = 14
	latinWidth = 8 // more than most are, so that no name runs out of its box
)

// drawnFirst lists the properties in the order in which relations get a box.
var drawnFirst = [...]string{"attribution", "sponsor", "operator", "employer", "member-of", "counters", "overlaps", "uses", "developer", "exploits", "target", "victim", "participant", "court"}

// drawing returns the figure of an entity's relations, nothing for fewer than two.
func (s scope) drawing(e *casebook.Entity) *Drawing {
	var rs []casebook.Relation
	for _, r := range e.Relations {
		if r.Other.Path != "" && !slices.ContainsFunc(rs, func(o casebook.Relation) bool { return o.Other == r.Other }) {
			rs = append(rs, r)
		}
	}
	if len(rs) < 2 {
		return nil
	}
	slices.SortStableFunc(rs, func(a, b casebook.Relation) int { return drawnRank(a) - drawnRank(b) })
	var left, right []casebook.Relation
	for _, r := range rs {
		switch towards := above(r); {
		case towards && len(left) < boxesASide:
			left = append(left, r)
		case !towards && len(right) < boxesASide:
			right = append(right, r)
		}
	}
	d := &Drawing{Width: 3*boxWidth + 2*boxGap, Height: max(len(left), len(right))*boxStep - boxStep + boxHeight + 4}
	d.More = len(rs) - len(left) - len(right)
	d.Self = Box{Link: s.entity(e), X: boxWidth + boxGap, Y: (d.Height - boxHeight) / 2, Word: s.kindOf(e), Shade: stamp(e)}
	d.Self.Lines = inLines(d.Self.Text)
	d.side(s, left, 1, true)
	d.side(s, right, 2*(boxWidth+boxGap)-1, false)
	return d
}

// drawnRank is the place of a relation among those that want a box.
func drawnRank(r casebook.Relation) int {
	if i := slices.Index(drawnFirst[:], r.Property); i >= 0 {
		return i
	}
	return len(drawnFirst)
}

// above reports whether the other one stands to the left: it is said to stand behind the entity, or acts on it.
func above(r casebook.Relation) bool {
	switch r.Property {
	case "attribution", "sponsor", "operator", "employer", "member-of", "developer", "discovered-by", "named-by", "court", "located-in":
		return !r.Inverse
	case "participant":
		return !r.Inverse && (r.Role == "agent" || r.Role == "partner") || r.Inverse && r.Role != "agent" && r.Role != "partner"
	}
	return r.Inverse
}

// side places the boxes of one side below each other.
func (d *Drawing) side(s scope, rs []casebook.Relation, x int, left bool) {
	top := (d.Height - (len(rs)*boxStep - boxStep + boxHeight)) / 2
	middle := d.Self.Y + boxHeight/2
	for i, r := range rs {
		b := Box{
			Link: s.entity(r.Other), X: x, Y: top + i*boxStep, Word: s.relationWord(r), Shade: stamp(r.Other),
			Alleged: r.Claim != nil && r.Claim.Alleged, Left: left,
		}
		b.Lines = inLines(b.Text)
		y := b.Y + boxHeight/2
		from, to := x+boxWidth, d.Self.X
		y1, y2 := y, middle
		if !left {
			from, to = d.Self.X+boxWidth, x
			y1, y2 = middle, y
		}
		half := (from + to) / 2
		if b.Alleged {
			half -= 12 // so that a broken line does not run on a whole one
		}
		b.Path = elbow(from, y1, half, to, y2)
		d.Others = append(d.Others, b)
	}
}

// elbow is a line between two boxes: across, down or up, across, with the head of an arrow at its end.
func elbow(x1, y1, half, x2, y2 int) string {
	return "M" + pair(x1, y1) + "H" + num(half) + "V" + num(y2) + "H" + num(x2) + "m-7-4 7 4-7 4"
}

// inLines cuts a name into at most two lines that fit a box.
func inLines(name string) []string {
	var lines []string
	rest := name
	for len(lines) < 2 && rest != "" {
		cut := fitting(rest)
		if len(lines) == 1 && cut < len(rest) {
			return append(lines, strings.TrimSpace(rest[:cut])+"…")
		}
		lines = append(lines, strings.TrimSpace(rest[:cut]))
		rest = strings.TrimSpace(rest[cut:])
	}
	return lines
}

// fitting returns how much of a text fits a line: up to a space, behind a middle dot, or between Japanese letters.
func fitting(text string) int {
	width, last, wide := 0, 0, false
	for i, r := range text {
		was := wide
		wide = r >= 0x2E80
		if r == ' ' || i > 0 && (wide || was) && !strings.ContainsRune(notFirst, r) {
			last = i
		}
		if width += latinWidth; wide {
			width += kanjiWidth - latinWidth
		}
		if width > boxLine {
			if dot := strings.LastIndex(text[:last], "・") + len("・"); dot > last/3 {
				return dot
			}
			if last > 0 {
				return last
			}
			return i
		}
	}
	return len(text)
}

// notFirst are letters that do not begin a line.
const notFirst = "、。，．・：；？！）」』】〉》］｝ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"

// num and pair write numbers for a path.
func num(n int) string     { return strconv.Itoa(n) }
func pair(x, y int) string { return num(x) + " " + num(y) }

// isRecord reports whether a kind of entity has a figure of its relations.
func isRecord(k content.Kind) bool { return k != content.Place && k != content.Vulnerability }
