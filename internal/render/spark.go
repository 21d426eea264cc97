package render

import (
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
)

// Spark is a small figure of an entity's acts, a column for each of the last years.
type Spark struct {
	Parts []SparkPart // none where no act falls into those years
	Width int
	Says  string // the same in words
}

// SparkPart is the acts of one family.
type SparkPart struct {
	Family Family
	Path   string
}

// Measures of a spark, in pixels.
const (
	sparkYears = 8
	sparkStep  = 7
	sparkTall  = 16 // its height
	sparkAct   = 4  // the height of an act
)

// spark returns the figure of some acts over the last years of the archive. A column that would be too tall ends at the top.
func (s scope) spark(acts []*casebook.Act) Spark {
	last := s.book.lastYear
	n := map[Family]map[int]int{}
	var says []string
	for _, a := range acts {
		f, _, _ := sign(a.Type)
		if n[f] == nil {
			n[f] = map[int]int{}
		}
		n[f][a.Date.Year()]++
	}
	out := Spark{Width: sparkYears * sparkStep}
	for _, f := range families {
		if p := sparkPath(n, f, last); p != "" {
			out.Parts = append(out.Parts, SparkPart{f, p})
		}
	}
	for y := last - sparkYears + 1; y <= last; y++ {
		count := 0
		for _, f := range families {
			count += n[f][y]
		}
		if count > 0 {
			says = append(says, s.msg("date.year", "n", strconv.Itoa(y))+" "+strconv.Itoa(count))
		}
	}
	out.Says = strings.Join(says, s.msg("list.comma"))
	return out
}

// sparkPath draws the acts of a family on top of those of the families before it.
func sparkPath(n map[Family]map[int]int, family Family, last int) string {
	var b strings.Builder
	for i := range sparkYears {
		y := last - sparkYears + 1 + i
		below := 0
		for _, f := range families {
			if f == family {
				break
			}
			below += n[f][y]
		}
		from := sparkTall - below*sparkAct
		tall := min(n[family][y]*sparkAct, from)
		if tall > 0 {
			b.WriteString("M" + strconv.Itoa(i*sparkStep+3) + " " + strconv.Itoa(from) + "v-" + strconv.Itoa(tall))
		}
	}
	return b.String()
}
