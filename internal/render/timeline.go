package render

import (
	"cmp"
	"slices"
	"strconv"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// TimelineView is all acts, the newest first.
type TimelineView struct {
	Frame
	Count, Edited int
	Tallies       []Tally
	Legend        []Mark
	Overview      []YearBar
	Years         []TimelineYear
	Actors        []FilterChoice
}

// TimelineYear is the acts of one year.
type TimelineYear struct {
	ID      string
	Heading string
	Count   int
	Months  []TimelineMonth
}

// TimelineMonth is the acts of one month, or those of which only the year is known.
type TimelineMonth struct {
	Heading string
	Acts    []TimelineAct
}

// TimelineAct is an act with what the filters look at.
type TimelineAct struct {
	Act
	ActorIDs string // ids with spaces between
}

// FilterChoice is an actor that the timeline can be narrowed to.
type FilterChoice struct {
	ID, Name string
	N        int
}

func (s scope) timeline() any {
	acts := slices.Clone(s.book.Acts)
	slices.SortStableFunc(acts, newestFirst)
	v := TimelineView{Count: len(acts), Tallies: s.tallies(acts), Overview: s.overview(acts), Actors: s.choices(acts)}
	for _, a := range acts {
		if a.Edited {
			v.Edited++
		}
		v.add(s, a)
	}
	v.Legend = s.legend(acts)
	v.Frame = s.frame(pageHead{
		title: s.msg("nav.timeline"), section: "timeline.html", description: s.msg("timeline.lead"),
		crumbs: s.crumbs("", Words{Text: s.msg("nav.timeline")}),
	})
	return v
}

// add puts an act at the end of its year and month.
func (v *TimelineView) add(s scope, a *casebook.Act) {
	year, month := s.yearHeading(a), s.monthHeading(a)
	if n := len(v.Years); n == 0 || v.Years[n-1].ID != year.ID {
		v.Years = append(v.Years, year)
	}
	y := &v.Years[len(v.Years)-1]
	if n := len(y.Months); n == 0 || y.Months[n-1].Heading != month {
		y.Months = append(y.Months, TimelineMonth{Heading: month})
	}
	m := &y.Months[len(y.Months)-1]
	act := TimelineAct{Act: s.act(a)}
	for _, id := range actorsOf(a) {
		if act.ActorIDs != "" {
			act.ActorIDs += " "
		}
		act.ActorIDs += id
	}
	m.Acts = append(m.Acts, act)
	y.Count++
}

func (s scope) yearHeading(a *casebook.Act) TimelineYear {
	n := a.Date.Year()
	if n == 0 {
		return TimelineYear{ID: "undated", Heading: s.msg("date.undated")}
	}
	return TimelineYear{ID: "y" + strconv.Itoa(n), Heading: s.msg("date.year", "n", strconv.Itoa(n))}
}

// monthHeading returns 「1月」, or words for an act of which only the year is known.
func (s scope) monthHeading(a *casebook.Act) string {
	switch m := a.Date.Month(); {
	case a.Date.IsZero():
		return ""
	case m == 0:
		return s.msg("date.no-month")
	default:
		return s.msg(i18n.Key("month.m" + strconv.Itoa(m)))
	}
}

// actorsOf returns the ids of the actors among the participants, in their order.
func actorsOf(a *casebook.Act) []string {
	var out []string
	for _, p := range a.Participants {
		if p.Entity.Kind == content.Actor && !slices.Contains(out, p.Entity.ID) {
			out = append(out, p.Entity.ID)
		}
	}
	return out
}

// choices returns the actors that take part in acts, by name.
func (s scope) choices(acts []*casebook.Act) []FilterChoice {
	n := map[string]int{}
	for _, a := range acts {
		for _, id := range actorsOf(a) {
			n[id]++
		}
	}
	var out []FilterChoice
	for _, g := range s.listed(content.Actor) {
		for _, e := range g {
			if n[e.ID] > 0 {
				out = append(out, FilterChoice{e.ID, s.words(e.Name).Text, n[e.ID]})
			}
		}
	}
	return out
}

// legend returns the marks that occur, by family.
func (s scope) legend(acts []*casebook.Act) []Mark {
	var out []Mark
	for _, a := range acts {
		m := s.mark(a.Type)
		if !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(slices.Index(families[:], a.Family), slices.Index(families[:], b.Family)), cmp.Compare(a.Type, b.Type))
	})
	return out
}
