package render

import (
	"cmp"
	"slices"
	"strconv"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
)

// Overview is the figure at the head of the timeline: a lane for each attacker, campaign or operation
// that several acts are about, with every act of the archive in one of them.
type Overview struct {
	Ticks   []Tick
	Break   string // where the years that are pressed together end, empty where there are none
	Early   string // the last of those years
	Lanes   []Lane
	Undated []ChartMark // acts without a date
	Since   string      // the first year that is drawn, where older acts are left out
}

// Lane is what is known about one subject. The last lane may have none.
type Lane struct {
	Link
	Kind   string
	Height int
	Marks  []ChartMark
	Bars   []ChartBar
}

// Measures of the overview.
const (
	laneTop     = 4
	laneLeast   = 2  // a subject of fewer acts has no lane of its own
	lanesMost   = 24 // subjects beyond these share the last lane
	undatedMost = 30
	lanesActs   = 110 // of more acts only the newest are drawn
)

// overview returns the figure of all acts; of an archive with too many to draw, the newest.
func (s scope) overview(acts []*casebook.Act) Overview {
	all := dated(acts)
	if len(all) < chartLeast {
		return Overview{}
	}
	slices.SortStableFunc(all, newestFirst)
	var out Overview
	if len(all) > lanesActs {
		all = all[:lanesActs]
		out.Since = strconv.Itoa(all[lanesActs-1].Date.Year())
	}
	x := axisOf(all).pressed(all)
	out.Ticks = x.ticks()
	if x.dense > 0 {
		out.Break, out.Early = percent(earlyRoom), strconv.Itoa(x.dense-1)
	}
	var rest []*casebook.Act
	for i, g := range bySubject(all) {
		if g.subject == nil || len(g.acts) < laneLeast || i >= lanesMost {
			rest = append(rest, g.acts...)
			continue
		}
		lane := s.lane(g.acts, x)
		lane.Link, lane.Kind = s.entity(g.subject), s.kindOf(g.subject)
		out.Lanes = append(out.Lanes, lane)
	}
	if len(rest) > 0 {
		slices.SortStableFunc(rest, newestFirst)
		lane := s.lane(rest, x)
		lane.Text = s.msg("timeline.rest")
		out.Lanes = append(out.Lanes, lane)
	}
	for _, a := range acts {
		if a.Date.Year() == 0 && len(out.Undated) < undatedMost {
			at := percent(chartSide + float64(len(out.Undated))*2*chartSide)
			out.Undated = append(out.Undated, ChartMark{Mark: s.mark(a.Type), Href: s.actHref(a), Title: s.chartTitle(a), Facets: facets(a), X: at, Y: laneTop + chartRow/2})
		}
	}
	return out
}

// lane draws acts on an axis.
func (s scope) lane(acts []*casebook.Act, x axis) Lane {
	p := plot{s: s, x: x, asked: true, top: laneTop}
	p.draw(acts)
	return Lane{Height: p.height() + laneTop, Marks: p.marks, Bars: p.bars}
}

// A laneGroup is the acts about one subject.
type laneGroup struct {
	subject *casebook.Entity
	acts    []*casebook.Act
}

// bySubject groups acts by their subject; those with the newest act stand first.
func bySubject(acts []*casebook.Act) []laneGroup {
	var out []laneGroup
	for _, a := range acts {
		about := subject(a)
		i := slices.IndexFunc(out, func(g laneGroup) bool { return g.subject == about })
		if i < 0 {
			i = len(out)
			out = append(out, laneGroup{subject: about})
		}
		out[i].acts = append(out[i].acts, a)
	}
	return out
}

// subject returns what an act is about in the first place: the attacker, or the campaign whose attacker
// is not known, or the operation; nil where it belongs to none.
func subject(a *casebook.Act) *casebook.Entity {
	if who := attackers(a); len(who) > 0 {
		return who[0]
	}
	op := a.Operation
	for _, e := range countered(op) {
		if e.Kind == content.Operation {
			return e
		}
	}
	return op
}

// attackers returns the actors that an act is about: those of its campaign or against whom its operation
// is directed, then those among its participants.
func attackers(a *casebook.Act) []*casebook.Entity {
	var out []*casebook.Entity
	add := func(es ...*casebook.Entity) {
		for _, e := range es {
			if e.Kind == content.Actor && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	add(agents(a.Operation)...)
	for _, e := range countered(a.Operation) {
		add(e)
		add(agents(e)...)
	}
	for _, p := range a.Participants {
		add(p.Entity)
	}
	return out
}

// agents returns who carried out an operation.
func agents(op *casebook.Entity) []*casebook.Entity {
	var out []*casebook.Entity
	if op == nil {
		return nil
	}
	for _, r := range op.Relations {
		if r.Property == "participant" && r.Role == "agent" && !r.Inverse {
			out = append(out, r.Other)
		}
	}
	return out
}

// countered returns what an operation is directed against.
func countered(op *casebook.Entity) []*casebook.Entity {
	var out []*casebook.Entity
	if op == nil {
		return nil
	}
	for _, r := range op.Relations {
		if r.Property == "counters" && !r.Inverse {
			out = append(out, r.Other)
		}
	}
	slices.SortStableFunc(out, func(a, b *casebook.Entity) int { return cmp.Compare(a.ID, b.ID) })
	return out
}
