package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// ListView is the list of the entities of a kind: in 五十音 order in Japanese, A–Z in English.
type ListView struct {
	Frame
	Heading, Lead string
	Count         int
	Jump          []Jump
	Rows          []ListRow
	Names         []Link // names that several entities of the kind claim
}

// Jump is a letter of the row of letters; without entries it has no link.
type Jump struct{ Letter, Href string }

// ListRow is the entities under one letter.
type ListRow struct {
	ID, Letter string
	Entries    []ListEntry
}

// ListEntry is an entity in a list.
type ListEntry struct {
	Link
	Kind    string
	Reading string
	Names   []string
	Summary Words
	Mark    *Mark
	Date    Date
	Tallies []Tally
	Texts   int // articles that name it
}

// namesShown is how many other names an entry shows.
const namesShown = 4

// withPage returns the entities of a kind that have a page.
func (s scope) withPage(k content.Kind) []*casebook.Entity {
	return slices.DeleteFunc(s.book.ByKind(k), func(e *casebook.Entity) bool { return e.Path == "" })
}

// listed returns the entities of a kind under their letters, in the order of the page's language.
func (s scope) listed(k content.Kind) [][]*casebook.Entity {
	all := s.withPage(k)
	slices.SortStableFunc(all, func(a, b *casebook.Entity) int {
		x, y := s.sortKey(a), s.sortKey(b)
		return cmp.Or(cmp.Compare(s.rank(x), s.rank(y)), cmp.Compare(x, y), cmp.Compare(a.ID, b.ID))
	})
	var out [][]*casebook.Entity
	for i, e := range all {
		if i == 0 || s.rank(s.sortKey(all[i-1])) != s.rank(s.sortKey(e)) {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], e)
	}
	return out
}

// sortKey returns what an entity is sorted by.
func (s scope) sortKey(e *casebook.Entity) string {
	if s.lang == i18n.EN {
		return strings.ToLower(e.Name.EN)
	}
	return kanaKey(cmp.Or(e.Reading, e.Name.JA))
}

// letters returns the letters of the page's language.
func (s scope) letters() []string {
	var out []string
	if s.lang == i18n.EN {
		for r := 'A'; r <= 'Z'; r++ {
			out = append(out, string(r))
		}
		return out
	}
	for _, row := range kanaRows {
		out = append(out, kanaRow(row))
	}
	return out
}

// rank returns the place of a key's letter among the letters; names that begin with none stand last.
func (s scope) rank(key string) int {
	letter := kanaRow(key)
	if s.lang == i18n.EN {
		letter = latinRow(key)
	}
	if i := slices.Index(s.letters(), letter); i >= 0 {
		return i
	}
	return len(s.letters())
}

func (s scope) list(k content.Kind) any {
	heading := s.msg(i18n.Key("nav." + k.Folder()))
	v := ListView{Heading: heading, Lead: s.msg(i18n.Key("list." + k.Folder()))}
	letters := append(s.letters(), s.msg("list.rest"))
	jumps := make([]Jump, len(letters))
	for i, l := range letters {
		jumps[i].Letter = l
	}
	for _, group := range s.listed(k) {
		i := s.rank(s.sortKey(group[0]))
		row := ListRow{ID: "r" + strconv.Itoa(i+1), Letter: letters[i]}
		for _, e := range group {
			row.Entries = append(row.Entries, s.entry(e))
		}
		v.Count += len(group)
		jumps[i].Href = "#" + row.ID
		v.Rows = append(v.Rows, row)
	}
	if last := len(jumps) - 1; jumps[last].Href == "" {
		jumps = jumps[:last]
	}
	v.Jump = jumps
	v.Names = s.contestedOf(k)
	v.Frame = s.frame(pageHead{title: heading, description: v.Lead, section: listPath(k), crumbs: s.crumbs("", Words{Text: heading})})
	return v
}

// entry returns an entity as a list shows it.
func (s scope) entry(e *casebook.Entity) ListEntry {
	out := ListEntry{
		Link: s.entity(e), Kind: s.class(e), Summary: s.words(e.Summary), Tallies: s.tallies(e.Acts), Texts: len(e.Articles),
	}
	if s.lang == i18n.JA {
		out.Reading = e.Reading
	}
	if e.Kind == content.Operation {
		out.Kind = s.kindOf(e)
		if o := s.operations([]*casebook.Entity{e})[0]; o.Mark.Shape != "" {
			out.Mark, out.Date = &o.Mark, o.Date
		}
	}
	for _, a := range s.aliases(e) {
		if len(out.Names) < namesShown && !slices.Contains(out.Names, a.Name) && a.Scope == "same" {
			out.Names = append(out.Names, a.Name)
		}
	}
	return out
}

// contestedOf returns the names that entities of a kind claim together.
func (s scope) contestedOf(k content.Kind) []Link {
	var out []Link
	for _, n := range s.book.Contested {
		if slices.ContainsFunc(n.Entities, func(e *casebook.Entity) bool { return e.Kind == k }) {
			out = append(out, Link{Href: s.to(n.Path), Words: Words{Text: n.Name}})
		}
	}
	return out
}
