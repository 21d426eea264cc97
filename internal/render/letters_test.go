package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// crowd returns actors whose English names begin with K, but each tenth with a letter of its own, and which are read as their number says.
func crowd(n int) []*casebook.Entity {
	readings := []rune("あかさたなはまやらわ")
	var out []*casebook.Entity
	for i := range n {
		e := entityOf(content.Actor, fmt.Sprintf("crowd-%04d", i), "")
		e.Name = i18n.Text{JA: fmt.Sprintf("群%d", i), EN: fmt.Sprintf("K %d", i)}
		e.Reading = string(readings[i%10]) + "む"
		switch {
		case i%10 == 3:
			e.Name.EN = fmt.Sprintf("%c %d", 'A'+i/10%26, i)
		case i%50 == 4:
			e.Name, e.Reading = i18n.Both(fmt.Sprintf("%d", i)), "" // of no letters
		case i%50 == 5:
			e.Aliases = []content.Alias{{Name: fmt.Sprintf("Zed %d", i), By: "x", Scope: "same"}, {Name: "ねこ", By: "x", Scope: "overlaps"}}
		}
		out = append(out, e)
	}
	return out
}

// listPages returns the views of all pages of the list of actors, by path.
func listPages(t *testing.T, l i18n.Lang, es []*casebook.Entity) (paths []string, views map[string]ListView) {
	t.Helper()
	s := chartScope(t)
	s.book, views = newBook(&casebook.Casebook{Entities: es}), map[string]ListView{}
	add := func(path string, view func() any) {
		s = s.at(l, string(l)+"/"+path)
		paths = append(paths, path)
		views[path] = view().(ListView)
	}
	add(listPath(content.Actor), func() any { return s.list(content.Actor) })
	for _, p := range s.book.letters[content.Actor]() {
		add(p.path, func() any { return s.letterPage(content.Actor, p) })
	}
	return paths, views
}

// TestListOfMany holds of a list that does not stand on one page: both languages have the same pages, none has too many rows, each entity and
// each other name stands under its letter once, and every page leads to every other.
func TestListOfMany(t *testing.T) {
	es := crowd(1300)
	ja, inJA := listPages(t, i18n.JA, es)
	en, inEN := listPages(t, i18n.EN, es)
	if !slices.Equal(ja, en) || !slices.Contains(ja, "actors/index/row-ka.html") || !slices.Contains(ja, "actors/index/k-3.html") || !slices.Contains(ja, "actors/index/rest.html") {
		t.Fatalf("the pages are %q and %q", ja, en)
	}
	for l, views := range map[i18n.Lang]map[string]ListView{i18n.JA: inJA, i18n.EN: inEN} {
		entities, names := map[string]int{}, map[string]int{}
		for path, v := range views {
			rows := slices.Concat(v.Rows, v.Others)
			if len(rows) != 1 || len(rows[0].Entries) == 0 || len(rows[0].Entries) > rowsOnAPage || v.Count != len(es) {
				t.Fatalf("%s %s has %d rows", l, path, len(rows))
			}
			leads := map[string]bool{}
			for _, j := range slices.Concat(v.Jump, v.OtherJump) {
				if j.Href != "" {
					leads[relativeTo(string(l)+"/"+path, j.Href)] = true
				}
			}
			if len(leads) != len(views)-1 {
				t.Errorf("%s %s leads to %d of %d letters", l, path, len(leads), len(views)-1)
			}
			if path == listPath(content.Actor) {
				if len(rows[0].Entries) != mostFromList {
					t.Errorf("the list begins with %d", len(rows[0].Entries))
				}
				continue
			}
			for _, e := range rows[0].Entries {
				if e.See == "" {
					entities[e.Href]++
				} else {
					names[e.See]++
				}
			}
		}
		if len(entities) != len(es) || slices.ContainsFunc(es, func(e *casebook.Entity) bool { return entities["../"+e.ID+".html"] != 1 }) {
			t.Errorf("%s: %d of %d entities stand there once", l, len(entities), len(es))
		}
		if names["Zed 55"] != 1 || names["ねこ"] != len(es)/50 || names[es[0].Name.In(l.Other())] != 1 {
			t.Errorf("%s: other names %d %d %d", l, names["Zed 55"], names["ねこ"], names[es[0].Name.In(l.Other())])
		}
	}
	if got := inEN["actors/index/k-3.html"]; got.Rows[0].Letter != "K 3" || got.Under != (Words{Text: "K 3"}) || !strings.HasPrefix(got.Title, "Threat actors: K 3") {
		t.Errorf("%q under %v, %q", got.Title, got.Under, got.Rows[0].Letter)
	}
	if got := inEN["actors/index/row-ka.html"]; got.Under != (Words{"か", i18n.JA}) {
		t.Errorf("the page is under %v", got.Under)
	}
	if got := inJA["actors/index/row-ka.html"]; got.Rows[0].Letter != "か" || got.Rows[0].ID != "r2" || len(got.Rows[0].Entries) != 130 {
		t.Errorf("%q has %d", got.Rows[0].Letter, len(got.Rows[0].Entries))
	}
}

// TestLetterOfOneLanguage has hundreds of names that begin with no letter in English, and one such name in Japanese: both languages have two
// pages for them, and what stands on the second in Japanese is reached, the first one left out.
func TestLetterOfOneLanguage(t *testing.T) {
	es := crowd(rowsOnAPage + 100)
	for i, e := range es {
		e.Name.EN = fmt.Sprintf("%d", i)
		if e.Aliases = nil; e.Reading == "" {
			e.Reading = "あむ"
		}
	}
	es[7].Name.JA, es[7].Reading = "7", ""
	_, views := listPages(t, i18n.JA, es)
	if first, second := views["actors/index/rest.html"], views["actors/index/rest-2.html"]; len(first.Rows) != 0 || len(second.Rows) != 1 {
		t.Fatalf("%d and %d rows", len(first.Rows), len(second.Rows))
	}
	var rest []string
	for _, j := range views[listPath(content.Actor)].Jump {
		if j.Href != "" {
			rest = append(rest, j.Href)
		}
	}
	if want := "index/rest-2.html"; rest[len(rest)-1] != want || slices.Contains(rest, "index/rest.html") {
		t.Errorf("the list leads to %q, want %s last", rest, want)
	}
}

// relativeTo is where a link of a page leads.
func relativeTo(page, href string) string {
	if strings.HasPrefix(href, "#") {
		return page
	}
	parts := strings.Split(page, "/")
	parts = parts[:len(parts)-1]
	for strings.HasPrefix(href, "../") {
		href, parts = href[3:], parts[:len(parts)-1]
	}
	return strings.Join(append(parts, href), "/")
}

// TestListOfFew holds that a list of as many as a page may have stands on one.
func TestListOfFew(t *testing.T) {
	for n, want := range map[int]int{rowsOnAPage: 1, rowsOnAPage + 1: 38} {
		if paths, _ := listPages(t, i18n.JA, crowd(n)); len(paths) != want {
			t.Errorf("%d entities stand on %d pages, want %d: %q", n, len(paths), want, paths)
		}
	}
}
