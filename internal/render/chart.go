package render

import "jikenbo/internal/casebook"

// Chart is a figure of acts on an axis of years.
type Chart struct {
	Lanes []Lane
}

// Lane is one row of a chart.
type Lane struct{}

func (s scope) chartOf([]*casebook.Act) Chart  { return Chart{} }
func (s scope) overview([]*casebook.Act) Chart { return Chart{} }
