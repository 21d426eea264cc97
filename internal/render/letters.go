package render

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

const (
	rowsOnAPage  = 500 // entities that the list of a kind shows on one page
	mostFromList = 50  // those most written about, which it shows first where there are more
)

// A lettered is an entity, or another name of it, under a letter of a list.
type lettered struct {
	key    string // what it is sorted by
	entity *casebook.Entity
	see    string // the other name
}

// An index is the names of a kind under the letters of a language, each in its order: those of the language itself, with what begins with
// none of its letters last, and those of the other language.
type index struct{ own, others [][]lettered }

// indexOf makes the index of a kind in a language.
func indexOf(l i18n.Lang, groups [][]*casebook.Entity) index {
	o := l.Other()
	in := index{make([][]lettered, len(alphabet(l))+1), make([][]lettered, len(alphabet(o)))}
	add := func(rows [][]lettered, of i18n.Lang, key, see string, e *casebook.Entity) {
		if i := rank(of, key); i < len(rows) {
			rows[i] = append(rows[i], lettered{key, e, see})
		}
	}
	all := slices.Concat(groups...)
	for _, e := range all {
		add(in.own, l, sortKey(l, e), "", e)
		for _, name := range seeNames(e) {
			add(in.own[:len(in.own)-1], l, nameKey(l, name), name, e)
		}
	}
	slices.SortFunc(all, func(a, b *casebook.Entity) int { return cmp.Compare(a.ID, b.ID) })
	for _, e := range all {
		own, _ := e.Name.Best(l)
		if name := e.Name.In(o); name != own {
			add(in.others, o, sortKey(o, e), name, e)
		}
		for _, name := range seeNames(e) {
			if name != own {
				add(in.others, o, nameKey(o, name), name, e)
			}
		}
	}
	for _, rows := range [][][]lettered{in.own, in.others} {
		for _, row := range rows {
			slices.SortStableFunc(row, func(a, b lettered) int { return cmp.Compare(a.key, b.key) })
		}
	}
	return in
}

// seeNames returns the other names of an entity that lead to it in a list: aliases, as far as the name is not disputed.
func seeNames(e *casebook.Entity) []string {
	var out []string
	for _, scope := range [...]string{"same", "overlaps", "part-of"} {
		for _, a := range e.Aliases {
			if a.Scope == scope && !variant(a) && a.Name != e.Name.JA && a.Name != e.Name.EN && !slices.Contains(out, a.Name) {
				out = append(out, a.Name)
			}
		}
	}
	return out
}

// nameKey returns what a name without a reading is sorted by.
func nameKey(l i18n.Lang, name string) string {
	if l == i18n.EN {
		return strings.ToLower(name)
	}
	return kanaKey(name)
}

// A letterPage is the page of a list that holds what stands under a letter, or an equal part of it. It stands at the same path in both
// languages: in one it has the entities, in the other those of their names that are not in its own letters.
type letterPage struct {
	path        string
	alphabet    i18n.Lang // "" for what begins with no letter of the page's own language
	letter      int       // its place in the alphabet
	part, parts int
}

// letterPages deals the list of a kind out to pages; there are none where one page holds it. Places are few, and stand under their regions.
func letterPages(k content.Kind, entities int, of func(i18n.Lang) index) []letterPage {
	if entities <= rowsOnAPage || k == content.Place {
		return nil
	}
	var out []letterPage
	add := func(p letterPage, name string) {
		most := 0
		for _, l := range i18n.Langs {
			most = max(most, len(p.of(l, of(l))))
		}
		p.parts = (most + rowsOnAPage - 1) / rowsOnAPage
		for p.part = range p.parts {
			p.path = path.Join(k.Folder(), "index", name+".html")
			if p.part > 0 {
				p.path = path.Join(k.Folder(), "index", name+"-"+strconv.Itoa(p.part+1)+".html")
			}
			out = append(out, p)
		}
	}
	for _, l := range i18n.Langs {
		for i, letter := range alphabet(l) {
			add(letterPage{alphabet: l, letter: i}, letterName(l, i, letter))
		}
	}
	add(letterPage{}, "rest")
	return out
}

// letterName is a letter as addresses have it: "k", and "row-ka" for a row of the 五十音.
func letterName(l i18n.Lang, i int, letter string) string {
	if l == i18n.EN {
		return strings.ToLower(letter)
	}
	return "row-" + [...]string{"a", "ka", "sa", "ta", "na", "ha", "ma", "ya", "ra", "wa"}[i]
}

// of returns all that stands under the letter in a language.
func (p letterPage) of(l i18n.Lang, in index) []lettered {
	switch p.alphabet {
	case l:
		return in.own[p.letter]
	case l.Other():
		return in.others[p.letter]
	}
	return in.own[len(in.own)-1]
}

// rows returns what stands on the page.
func (p letterPage) rows(all []lettered) []lettered {
	return all[len(all)*p.part/p.parts : len(all)*(p.part+1)/p.parts]
}

// letterRow returns the letter with what stands on the page under it.
func (s scope) letterRow(p letterPage, k content.Kind) ListRow {
	id, i, letter := "r", p.letter, ""
	switch p.alphabet {
	case "":
		letter, i = s.msg("list.rest"), len(s.letters())
	default:
		letter = alphabet(p.alphabet)[i]
		if p.alphabet != s.lang {
			id = "o"
		}
	}
	if p.part > 0 {
		letter += " " + strconv.Itoa(p.part+1)
	}
	return ListRow{ID: id + strconv.Itoa(i+1), Letter: letter, Entries: s.letteredEntries(p.rows(p.of(s.lang, s.book.indexed(s.lang, k))))}
}

// letteredEntries returns entries as a list shows them.
func (s scope) letteredEntries(rows []lettered) []ListEntry {
	var out []ListEntry
	for _, r := range rows {
		if r.see != "" {
			out = append(out, ListEntry{Link: s.entity(r.entity), See: r.see})
		} else {
			out = append(out, s.entry(r.entity))
		}
	}
	return out
}

// letterJumps leads to all pages of a list, by the letters of the page's language and those of the other.
func (s scope) letterJumps(k content.Kind) (own, others []Jump) {
	all := s.book.letters[k]()
	jumps := func(alphabet i18n.Lang, letter int, name string) (out []Jump) {
		for _, p := range all {
			if p.alphabet != alphabet || p.letter != letter {
				continue
			}
			j := Jump{Letter: name, N: len(p.rows(p.of(s.lang, s.book.indexed(s.lang, k)))), Href: s.to(p.path)}
			if j.N == 0 {
				continue // it holds only what the other language has under the letter
			}
			if p.part > 0 {
				j.Letter += " " + strconv.Itoa(p.part+1)
			}
			out = append(out, j)
		}
		if out == nil {
			out = []Jump{{Letter: name}}
		}
		return out
	}
	for i, l := range s.letters() {
		own = append(own, jumps(s.lang, i, l)...)
	}
	if rest := jumps("", 0, s.msg("list.rest")); rest[0].N > 0 {
		own = append(own, rest...)
	}
	for i, l := range alphabet(s.lang.Other()) {
		others = append(others, jumps(s.lang.Other(), i, l)...)
	}
	return own, others
}

// mostWritten is the row of the entities of a kind of which most articles tell.
func (s scope) mostWritten(k content.Kind) ListRow {
	all := slices.Concat(s.listed(k)...)
	slices.SortStableFunc(all, func(a, b *casebook.Entity) int { return cmp.Compare(len(b.Articles), len(a.Articles)) })
	row := ListRow{ID: "most", Letter: s.msg("list.most"), Wide: true}
	for _, e := range all[:min(mostFromList, len(all))] {
		row.Entries = append(row.Entries, s.entry(e))
	}
	return row
}

// letterPage is the page of a letter.
func (s scope) letterPage(k content.Kind, p letterPage) any {
	list := s.msg(i18n.Key("nav." + k.Folder()))
	row := s.letterRow(p, k)
	v := ListView{Heading: list, Under: s.run(row.Letter, cmp.Or(p.alphabet, s.lang)), Lead: s.msg(i18n.Key("list." + k.Folder())), Count: len(s.withPage(k))}
	v.Jump, v.OtherJump = s.letterJumps(k)
	switch {
	case len(row.Entries) == 0:
	case p.alphabet == s.lang.Other():
		v.Others = []ListRow{row}
	default:
		v.Rows = []ListRow{row}
	}
	v.Frame = s.frame(pageHead{title: list + s.msg("list.under") + row.Letter, description: v.Lead, section: listPath(k), crumbs: s.crumbs(listPath(k), v.Under)})
	return v
}

// byLetters makes the indexes of all kinds ready to be asked for.
func (b *book) byLetters() {
	b.indexes, b.letters = map[listKey]func() index{}, map[content.Kind]func() []letterPage{}
	for _, k := range content.Kinds {
		for _, l := range i18n.Langs {
			b.indexes[listKey{l, k}] = sync.OnceValue(func() index { return indexOf(l, b.byName[listKey{l, k}]()) })
		}
		b.letters[k] = sync.OnceValue(func() []letterPage {
			return letterPages(k, len(withPage(b.Casebook, k)), func(l i18n.Lang) index { return b.indexed(l, k) })
		})
	}
}

// indexed returns the index of a kind in a language.
func (b *book) indexed(l i18n.Lang, k content.Kind) index { return b.indexes[listKey{l, k}]() }
