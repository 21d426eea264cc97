package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
)

// entityOf returns an entity with a page.
func entityOf(kind content.Kind, id, class string) *casebook.Entity {
	return &casebook.Entity{
		Entity: &content.Entity{ID: id, Kind: kind, Class: class, Name: i18n.Both(id)}, Path: kind.Folder() + "/" + id + ".html",
	}
}

// longTimeline is an archive with an attacker, a campaign of its own and an operation against it, with n acts
// of each over some years, one act of its own and one without a date.
func longTimeline(n int) *casebook.Casebook {
	fox, land := entityOf(content.Actor, "fox", ""), entityOf(content.Place, "land", "country")
	city := entityOf(content.Place, "city", "city")
	city.Parent = land
	campaign, counter := entityOf(content.Operation, "raids", "campaign"), entityOf(content.Operation, "hunt", "counter")
	campaign.Relations = []casebook.Relation{{Property: "participant", Role: "agent", Other: fox}}
	counter.Relations = []casebook.Relation{{Property: "counters", Other: campaign}}
	alone := entityOf(content.Operation, "alone", "campaign")
	c := &casebook.Casebook{Entities: []*casebook.Entity{fox, campaign, counter, alone, land}}
	add := func(op *casebook.Entity, typ event.Type, date string) {
		a := &casebook.Act{
			ID: fmt.Sprintf("a%d", len(c.Acts)), Path: "timeline/undated.html", Type: typ, Title: i18n.Both("x"), Operation: op, Edited: true,
			Participants: []casebook.Participant{{Entity: city, Role: event.PlaceOf}},
		}
		if date != "" {
			a.Date, a.Path = edtf.MustParse(date), "timeline/"+date[:4]+".html"
		}
		c.Acts = append(c.Acts, a)
	}
	for i := range n {
		year := fmt.Sprint(2015 + i%8)
		add(campaign, event.Intrusion, year+"-03")
		add(counter, event.Takedown, year+"-09-01")
		add(alone, event.Campaign, year+"/..")
	}
	add(nil, event.Report, "2020")
	add(counter, event.Report, "")
	return c
}

// drawn returns the places to which the marks and bars of an overview lead.
func drawn(o Overview) []string {
	var out []string
	marks := o.Undated
	for _, l := range o.Lanes {
		marks = append(marks, l.Marks...)
		for _, b := range l.Bars {
			out = append(out, b.Href)
		}
	}
	for _, m := range marks {
		out = append(out, m.Href)
	}
	return out
}

// TestOverview holds that every act is drawn once, in the lane of its attacker or campaign.
func TestOverview(t *testing.T) {
	c := longTimeline(4)
	s := chartScope(t).at(i18n.EN, "en/timeline.html")
	s.book = newBook(c)
	o := s.overview(c.Acts)
	links := drawn(o)
	for _, a := range c.Acts {
		if n := len(slices.DeleteFunc(slices.Clone(links), func(l string) bool { return l != a.Href() })); n != 1 {
			t.Errorf("%s is drawn %d times", a.Href(), n)
		}
	}
	var names []string
	for _, l := range o.Lanes {
		names = append(names, l.Text)
	}
	if got := strings.Join(names, ", "); got != "fox, alone, Others" {
		t.Errorf("lanes %s", got)
	}
	if len(o.Undated) != 1 || o.Since != "" {
		t.Errorf("%d undated, since %q", len(o.Undated), o.Since)
	}
	if o := s.overview(longTimeline(50).Acts); len(drawn(o)) != lanesActs+1 || o.Since == "" {
		t.Errorf("of too many acts %d are drawn, since %q", len(drawn(o)), o.Since)
	}
}

// TestOverviewTellsDatesApart looks at how kinds of date are drawn.
func TestOverviewTellsDatesApart(t *testing.T) {
	s := chartScope(t)
	as := acts("2020-01-01", "2020-05", "2020-09~", "2020-02/..", "2020-03~/2020-12", "2020-11-11")
	as[5].Announced = edtf.MustParse("2020-12-24")
	l := s.lane(as, axisOf(as))
	day, month, about, told := l.Marks[0], l.Marks[1], l.Marks[2], l.Marks[3]
	if day.From != "" || day.Loose || month.From == "" || month.Loose || !about.Loose || told.Told == "" || day.Told != "" {
		t.Errorf("marks %+v", l.Marks)
	}
	if day.Facets != "takedown 2020 found" || l.Bars[0].Facets != "takedown 2020 found" {
		t.Errorf("filters look at %q and %q", day.Facets, l.Bars[0].Facets)
	}
	if open, loose := l.Bars[0], l.Bars[1]; !open.OpenEnd || open.Loose || loose.OpenEnd || !loose.Loose {
		t.Errorf("bars %+v", l.Bars)
	}
}

// TestFacets holds what the filters look at.
func TestFacets(t *testing.T) {
	c := longTimeline(12)
	if got := facets(c.Acts[1]); got != "takedown 2015 fox land" {
		t.Errorf("facets %q", got)
	}
	s := chartScope(t)
	s.book = newBook(c)
	f := s.filters(c.Acts)
	if len(f.Actors) != 1 || f.Actors[0] != (FilterChoice{"fox", "fox", 25}) {
		t.Errorf("actors %v", f.Actors)
	}
	if len(f.Countries) != 1 || f.Countries[0].ID != "land" || f.Found {
		t.Errorf("countries %v, found %v", f.Countries, f.Found)
	}
	for _, k := range f.Kinds {
		if slices.Contains(event.Types[:], event.Type(k.ID)) {
			t.Errorf("%q is a family and a type", k.ID)
		}
	}
}

// TestLongTimeline holds that a long timeline has a page per year, each act one place, and no page is heavy.
func TestLongTimeline(t *testing.T) {
	c := longTimeline(34)
	r := renderer()
	places := map[string]int{}
	for _, p := range r.Pages(c) {
		if !strings.HasPrefix(p.Path, "en/timeline") {
			continue
		}
		f, err := r.Render(p)
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Data) > 60<<10 {
			t.Errorf("%s has %d bytes", p.Path, len(f.Data))
		}
		for _, a := range c.Acts {
			if strings.Contains(string(f.Data), ` id=`+a.ID+` `) {
				places["en/"+a.Path+a.ID]++
				if p.Path != "en/"+a.Path {
					t.Errorf("%s stands in %s, not in %s", a.ID, p.Path, a.Path)
				}
			}
		}
	}
	if len(places) != len(c.Acts) {
		t.Errorf("%d of %d acts have a place", len(places), len(c.Acts))
	}
}

func TestPressedAxis(t *testing.T) {
	few := axisOf(acts("2005-01-01", "2020-01-01", "2021-01-01", "2021-02-01", "2021-03-01", "2021-05-01", "2021-06-01"))
	if x := few.pressed(acts("2005-01-01", "2020-01-01", "2021-01-01", "2021-02-01", "2021-03-01", "2021-05-01", "2021-06-01")); x.dense != 2020 {
		t.Errorf("dense from %d", x.dense)
	} else if at := x.at(edtf.Day{Year: 2020, Month: 1, Day: 1}); at != earlyRoom {
		t.Errorf("2020 at %v", at)
	}
	even := acts("2005-01-01", "2006-01-01", "2007-01-01", "2008-01-01")
	if x := axisOf(even).pressed(even); x.dense != 0 {
		t.Errorf("even years are pressed together before %d", x.dense)
	}
}
