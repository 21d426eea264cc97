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

// ListView is the list of the entities of a kind: in 五十音 order in Japanese, A–Z in English. Where they are many, each letter has a page
// of its own, and the list those that are most written about.
type ListView struct {
	Frame
	Heading, Lead string
	Under         Words // the letter of a page that holds no other
	Count         int
	Jump          []Jump
	Rows          []ListRow
	// Others are the names in the letters of the other language.
	OtherJump []Jump
	Others    []ListRow
	Names     []Link // names that several entities of the kind claim
}

// Jump is a letter of the row of letters; without entries it has no link.
type Jump struct {
	Letter, Href string
	N            int
}

// ListRow is the entities under one letter.
type ListRow struct {
	ID, Letter string
	Wide       bool // the heading is more than a letter
	Entries    []ListEntry
}

// ListEntry is an entity in a list.
type ListEntry struct {
	Link
	See     string // another name: the entry only leads from it to the entity
	Kind    string
	Reading string
	Names   []string
	Summary Words
	Mark    *Mark
	Date    Date
	Spark   Spark
	Acts    int
	Texts   int // articles that name it
}

// namesShown is how many other names an entry shows.
const namesShown = 4

// withPage returns the entities of a kind that have a page.
func (s scope) withPage(k content.Kind) []*casebook.Entity { return withPage(s.book.Casebook, k) }

func withPage(c *casebook.Casebook, k content.Kind) []*casebook.Entity {
	return slices.DeleteFunc(c.ByKind(k), func(e *casebook.Entity) bool { return e.Path == "" })
}

// listed returns the entities of a kind by the letters of the page's language, in their order.
func (s scope) listed(k content.Kind) [][]*casebook.Entity {
	return s.book.byName[listKey{s.lang, k}]()
}

// grouped sorts entities as a language does, and parts them by letter.
func grouped(l i18n.Lang, all []*casebook.Entity) [][]*casebook.Entity {
	type place struct {
		entity *casebook.Entity
		key    string
		rank   int
	}
	places := make([]place, len(all))
	for i, e := range all {
		key := sortKey(l, e)
		places[i] = place{e, key, rank(l, key)}
	}
	slices.SortStableFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.key, b.key), cmp.Compare(a.entity.ID, b.entity.ID))
	})
	var out [][]*casebook.Entity
	for i, p := range places {
		if i == 0 || places[i-1].rank != p.rank {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], p.entity)
	}
	return out
}

// sortKey returns what an entity is sorted by.
func (s scope) sortKey(e *casebook.Entity) string { return sortKey(s.lang, e) }

func sortKey(l i18n.Lang, e *casebook.Entity) string {
	if l == i18n.EN {
		return strings.ToLower(e.Name.EN)
	}
	return kanaKey(cmp.Or(e.Reading, e.Name.JA))
}

// letters returns the letters of the page's language.
func (s scope) letters() []string { return alphabet(s.lang) }

func alphabet(l i18n.Lang) []string {
	if l == i18n.EN {
		return latinAlphabet
	}
	return kanaAlphabet
}

var latinAlphabet, kanaAlphabet = func() (latin, kana []string) {
	for r := 'A'; r <= 'Z'; r++ {
		latin = append(latin, string(r))
	}
	for _, row := range kanaRows {
		kana = append(kana, kanaRow(row))
	}
	return slices.Clip(latin), slices.Clip(kana) // so that whoever adds to them has a list of their own
}()

// rank returns the place of a key's letter among the letters; names that begin with none stand last.
func rank(l i18n.Lang, key string) int {
	letter := kanaRow(key)
	if l == i18n.EN {
		letter = latinRow(key)
	}
	all := alphabet(l)
	if i := slices.Index(all, letter); i >= 0 {
		return i
	}
	return len(all)
}

func (s scope) list(k content.Kind) any {
	heading := s.msg(i18n.Key("nav." + k.Folder()))
	v := ListView{Heading: heading, Lead: s.msg(i18n.Key("list." + k.Folder())), Count: len(s.withPage(k)), Names: s.contestedOf(k)}
	switch {
	case len(s.book.letters[k]()) > 0:
		v.Jump, v.OtherJump = s.letterJumps(k)
		v.Rows = []ListRow{s.mostWritten(k)}
	case k == content.Place:
		v.Rows, v.Jump = s.byRegion()
		v.Others, v.OtherJump = s.byOtherLetter(k)
	default:
		v.Rows, v.Jump = s.byLetter(k)
		v.Others, v.OtherJump = s.byOtherLetter(k)
	}
	v.Frame = s.frame(pageHead{title: heading, description: v.Lead, section: listPath(k), crumbs: s.crumbs("", Words{Text: heading})})
	return v
}

// byLetter returns the rows of a kind in the order of the page's language, with the aliases that lead to an entity
// among its entries, and the letters that lead to the rows.
func (s scope) byLetter(k content.Kind) ([]ListRow, []Jump) {
	return s.rowsOf("r", append(s.letters(), s.msg("list.rest")), s.book.indexed(s.lang, k).own)
}

// byOtherLetter returns the names of a kind that are written in the letters of the other language,
// each leading to its entity: A–Z on a Japanese page, 五十音 on an English one.
func (s scope) byOtherLetter(k content.Kind) ([]ListRow, []Jump) {
	return s.rowsOf("o", alphabet(s.lang.Other()), s.book.indexed(s.lang, k).others)
}

// rowsOf returns the rows that have entries and the letters of all. What begins with none of the alphabet's is left out where nothing
// stands there.
func (s scope) rowsOf(id string, letters []string, all [][]lettered) ([]ListRow, []Jump) {
	var rows []ListRow
	var jumps []Jump
	for i, l := range letters {
		j := Jump{Letter: l}
		if len(all[i]) > 0 {
			row := ListRow{ID: id + strconv.Itoa(i+1), Letter: l, Entries: s.letteredEntries(all[i])}
			j.Href, j.N = "#"+row.ID, len(row.Entries)
			rows = append(rows, row)
		} else if i == len(s.letters()) && id == "r" {
			continue
		}
		jumps = append(jumps, j)
	}
	if len(rows) == 0 && id == "o" {
		return nil, nil
	}
	return rows, jumps
}

// entry returns an entity as a list shows it.
func (s scope) entry(e *casebook.Entity) ListEntry {
	out := ListEntry{
		Link: s.entity(e), Kind: s.class(e), Summary: s.words(e.Summary), Spark: s.spark(e.Acts), Acts: len(e.Acts), Texts: len(e.Articles),
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
