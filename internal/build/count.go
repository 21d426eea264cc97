package build

import (
	"path"
	"slices"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// A PageCount says how many pages of a kind the site has in each language.
type PageCount struct {
	Name  string // of the folder, "pages" for those of the language's root
	Count map[i18n.Lang]int
}

// pageCounts counts the pages by folder, sorted by name, the sum last.
func pageCounts(paths []string) []PageCount {
	sum := PageCount{Name: "all", Count: map[i18n.Lang]int{}}
	byName := map[string]PageCount{}
	for _, p := range paths {
		lang, rest, ok := strings.Cut(p, "/")
		if !ok || !i18n.Lang(lang).Valid() || path.Ext(rest) != ".html" {
			continue
		}
		name := path.Dir(rest)
		if name == "." {
			name = "pages"
		}
		if byName[name].Count == nil {
			byName[name] = PageCount{Name: name, Count: map[i18n.Lang]int{}}
		}
		byName[name].Count[i18n.Lang(lang)]++
		sum.Count[i18n.Lang(lang)]++
	}
	var out []PageCount
	for _, c := range byName {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b PageCount) int { return strings.Compare(a.Name, b.Name) })
	return append(out, sum)
}

// A FindCount says what was found in texts of one kind.
type FindCount struct {
	Name                                               string
	Texts, Sentences, Mentions, Dates, Events, Figures int
}

// findCounts counts what was found in the articles, by language, and in the originals.
func findCounts(book *casebook.Casebook) []FindCount {
	ja, en, originals := FindCount{Name: "articles, ja"}, FindCount{Name: "articles, en"}, FindCount{Name: "originals"}
	for _, a := range book.Articles {
		ja.add(a.Docs.Outline(i18n.JA))
		en.add(a.Docs.Outline(i18n.EN))
	}
	for _, src := range book.Sources {
		originals.add(src.Outline)
	}
	return []FindCount{ja, en, originals}
}

func (c *FindCount) add(o *casebook.Outline) {
	if o == nil {
		return
	}
	c.Texts++
	c.Sentences += o.Sentences
	c.Mentions += o.Mentions
	c.Dates += o.Dates
	c.Events += o.Events
	c.Figures += o.Figures
}
