package render

import (
	"cmp"
	"slices"
	"strconv"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
)

// byRegion returns the places by region of the world, those with most places first: in each the
// countries by name, each followed by what lies in it. What belongs to no region stands last.
func (s scope) byRegion() ([]ListRow, []Jump) {
	places := s.withPage(content.Place)
	count := map[string]int{}
	for _, p := range places {
		count[regionOf(p)]++
	}
	slices.SortStableFunc(places, func(a, b *casebook.Entity) int {
		x, y := regionOf(a), regionOf(b)
		if x != y {
			return cmp.Or(blankLast(x, y), cmp.Compare(count[y], count[x]), cmp.Compare(x, y))
		}
		return cmp.Or(cmp.Compare(s.placeKey(a), s.placeKey(b)), cmp.Compare(a.ID, b.ID))
	})
	var rows []ListRow
	var jumps []Jump
	for i, p := range places {
		if i == 0 || regionOf(places[i-1]) != regionOf(p) {
			row := ListRow{ID: "r" + strconv.Itoa(len(rows)+1), Letter: s.regionName(regionOf(p)), Wide: true}
			rows = append(rows, row)
			jumps = append(jumps, Jump{Letter: row.Letter, Href: "#" + row.ID, N: count[regionOf(p)]})
		}
		e := s.entry(p)
		if c := countryOf(p); c != nil && c != p {
			e.Kind += s.msg("list.comma") + s.words(c.Name).Text
		}
		last := &rows[len(rows)-1]
		last.Entries = append(last.Entries, e)
	}
	return rows, jumps
}

// blankLast compares so that an empty string stands last.
func blankLast(a, b string) int {
	switch {
	case a == "" && b != "":
		return 1
	case a != "" && b == "":
		return -1
	}
	return 0
}

// regionOf returns the region of a place: its own, or that of its country.
func regionOf(p *casebook.Entity) string {
	if c := countryOf(p); p.Region == "" && c != nil {
		return c.Region
	}
	return p.Region
}

// placeKey sorts a country before what lies in it.
func (s scope) placeKey(p *casebook.Entity) string {
	if c := countryOf(p); c != nil && c != p {
		return s.sortKey(c) + "\x00" + s.sortKey(p)
	}
	return s.sortKey(p)
}

// regionName returns the name of a region of the world.
func (s scope) regionName(code string) string {
	r, err := language.ParseRegion(code)
	if err != nil {
		return s.msg("list.no-region")
	}
	return display.Regions(language.Make(string(s.lang))).Name(r)
}
