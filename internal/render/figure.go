package render

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// Figure is a number with what it counts and who gives it, as a table shows it.
type Figure struct {
	ID     string // of its claim on the entity's page
	Value  string
	Counts Words
	Percent
	AsOf    Date
	By      Link
	Alleged bool
	Source  Link
	Proofs  []Proof
	Note    Words
}

// Percent is the length of a bar: part of the largest figure with the same unit. Zero is no bar.
type Percent struct {
	Width  string // "35.2%"
	Beyond bool   // the number is a lower bound
}

// figures returns the figures among claims, the smallest first, those of one unit together.
func (s scope) figures(claims []*casebook.Claim) []Figure {
	var with []*casebook.Claim
	largest := map[string]float64{}
	for _, c := range claims {
		if c.Figure != nil {
			with = append(with, c)
			unit := c.Figure.Unit.EN
			largest[unit] = max(largest[unit], c.Figure.Min, c.Figure.Max)
		}
	}
	slices.SortStableFunc(with, func(a, b *casebook.Claim) int {
		return cmp.Or(cmp.Compare(a.Figure.Unit.EN, b.Figure.Unit.EN), cmp.Compare(a.Figure.Min, b.Figure.Min), cmp.Compare(a.Figure.Max, b.Figure.Max))
	})
	alone := func(c *casebook.Claim) bool {
		n := 0
		for _, d := range with {
			if d.Figure.Unit.EN == c.Figure.Unit.EN {
				n++
			}
		}
		return n == 1
	}
	var out []Figure
	for _, c := range with {
		f := Figure{
			ID: c.ID, Value: s.number(c.Figure), Counts: s.words(c.Figure.Counts), AsOf: s.date(c.AsOf, "", ""),
			By: s.by(c), Alleged: c.Alleged, Source: s.sourceRef(c.Source), Proofs: s.proofs(c.Evidence), Note: s.words(c.Note),
		}
		if most := largest[c.Figure.Unit.EN]; most > 0 && !alone(c) {
			part := max(c.Figure.Min, c.Figure.Max) / most * 100
			f.Percent = Percent{strconv.FormatFloat(math.Round(part*10)/10, 'f', -1, 64) + "%", c.Figure.Max == 0 || c.Figure.Qualifier == "at-least" || c.Figure.Qualifier == "more-than"}
		}
		out = append(out, f)
	}
	return out
}

// number writes a figure with its qualifier and unit: 約26万台, "about 260,000 devices".
func (s scope) number(f *content.Figure) string {
	n := s.digits(f.Min)
	switch {
	case f.Max > f.Min:
		n = s.msg("figure.range", "from", n, "to", s.digits(f.Max))
	case f.Min == 0 && f.Max == 0:
		n = "0"
	}
	qualifier := f.Qualifier
	if f.Max == 0 && f.Min > 0 && qualifier == "" {
		qualifier = "at-least"
	}
	unit, _ := f.Unit.Best(s.lang)
	if s.lang == i18n.EN && unit != "" {
		unit = " " + unit
	}
	if qualifier == "" {
		return n + unit
	}
	return s.msg(i18n.Key("figure."+qualifier), "n", n+unit)
}

// digits writes a number: 38万5000 and 4,258 in Japanese, 385,000 in English.
func (s scope) digits(f float64) string {
	if f != math.Trunc(f) || math.Abs(f) >= 1e15 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	if s.lang == i18n.EN || f < 10000 {
		return i18n.Digits(int(f))
	}
	var b strings.Builder
	n := int(f)
	for _, step := range []struct {
		size int
		name string
	}{{1e12, "兆"}, {1e8, "億"}, {1e4, "万"}, {1, ""}} {
		if part := n / step.size; part > 0 {
			b.WriteString(strconv.Itoa(part) + step.name)
			n %= step.size
		}
	}
	return b.String()
}
