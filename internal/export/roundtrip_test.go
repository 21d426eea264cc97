package export

import (
	"encoding/csv"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// validText is a text as JSON holds it.
func validText(t i18n.Text) i18n.Text { return i18n.Text{JA: valid(t.JA), EN: valid(t.EN)} }

// text is what stands behind a text that may be missing.
func orEmpty(t *i18n.Text) i18n.Text {
	if t == nil {
		return i18n.Text{}
	}
	return *t
}

// TestArchiveSaysWhatTheCasebookSays reads archive.json back and compares every record with the casebook.
func TestArchiveSaysWhatTheCasebookSays(t *testing.T) {
	for _, text := range texts {
		c := archive(t, text)
		var got archiveJSON
		decode(t, written(t, exporter(), c)["data/archive.json"], &got)
		same := func(what string, want, have any) {
			if diff := cmp.Diff(want, have); diff != "" {
				t.Errorf("%s of %q (-casebook +archive):\n%s", what, text, diff)
			}
		}
		for i, o := range append(got.Entities, got.Operations...) {
			e := c.Entities[i] // actors come before operations
			same("entity", []any{e.ID, string(e.Kind), e.Class, e.Path, validText(e.Name), valid(e.Reading), validText(e.Title), validText(e.Summary)},
				[]any{o.ID, o.Kind, o.Class, o.Path, o.Name, o.Reading, orEmpty(o.Title), orEmpty(o.Summary)})
			same("links", []any{ids(e.Acts, idOfAct), ids(e.Articles, idOfArticle), ids(e.Sources, idOfSource), ids(e.Operations, idOfEntity), ids(e.Countered, idOfEntity)},
				[]any{strings.Join(o.Acts, " "), strings.Join(o.Articles, " "), strings.Join(o.Sources, " "), strings.Join(o.Operations, " "), strings.Join(o.Countered, " ")})
			same("aliases", list(e.Aliases, func(a content.Alias) string { return valid(a.Name) + a.Scope + a.Source }), list(o.Aliases, func(a aliasJSON) string { return a.Name + a.Scope + a.Source }))
			same("relations", list(e.Relations, func(r casebook.Relation) string { return r.Property + r.Role + r.Other.ID }), list(o.Relations, func(r relationJSON) string { return r.Property + r.Role + r.Other.ID }))
			for n, claim := range e.Claims {
				j := o.Claims[n]
				same("claim", []any{claim.ID, claim.Property, validText(claim.Text), claim.Date.String(), claim.AsOf.String(), claim.Alleged, validText(claim.Note), len(claim.Disputes), len(claim.Evidence)},
					[]any{j.ID, j.Property, orEmpty(j.Text), j.Date, j.AsOf, j.Alleged, orEmpty(j.Note), len(j.Disputes), len(j.Evidence)})
				same("figure", claim.Figure != nil, j.Figure != nil)
			}
		}
		for i, a := range c.Acts {
			j := got.Acts[i]
			same("act", []any{a.ID, a.Date.String(), a.Announced.String(), string(a.Type), validText(a.Title), validText(a.Text), a.Edited, ids(a.Sources, idOfSource), len(a.Evidence), len(a.Participants)},
				[]any{j.ID, j.EDTF, j.Announced, j.Type, j.Title, orEmpty(j.Text), j.Edited, strings.Join(j.Sources, " "), len(j.Evidence), len(j.Participants)})
		}
		for i, a := range c.Articles {
			j := got.Articles[i]
			same("article", []any{a.ID, a.Path, a.Published.String(), validText(a.Title()), len(a.Docs.In(i18n.JA).Sentences)}, []any{j.ID, j.Path, j.Published, j.Title, len(j.Sentences[i18n.JA])})
		}
		for i, s := range c.Sources {
			j := got.Sources[i]
			same("source", []any{s.ID, s.Path, s.Kind, valid(s.Title), validText(s.TitleIn), valid(s.Author), s.Published.String(), valid(s.URL), string(s.Rights), validText(s.Note)},
				[]any{j.ID, j.Path, j.Kind, j.Title, orEmpty(j.TitleIn), j.Author, j.Published, j.URL, j.Rights, orEmpty(j.Note)})
		}
	}
}

// rows reads a table back as a spreadsheet does, by the names of its columns.
func rows(t *testing.T, data string) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(data, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range all[1:] {
		cells := map[string]string{}
		for i, name := range all[0] {
			cells[name] = strings.TrimPrefix(row[i], "'")
		}
		out = append(out, cells)
	}
	return out
}

// TestTablesSayWhatTheCasebookSays reads the tables back.
func TestTablesSayWhatTheCasebookSays(t *testing.T) {
	for _, text := range texts {
		c := archive(t, text)
		files := written(t, exporter(), c)
		// A reader of CSV makes one line break of what had two characters; ours are one already.
		for i, row := range rows(t, files["data/events.csv"]) {
			a := c.Acts[i]
			if row["id"] != a.ID || row["edtf"] != a.Date.String() || row["title_ja"] != printable(a.Title.JA) || row["text_en"] != printable(a.Text.EN) || row["sources"] != ids(a.Sources, idOfSource) {
				t.Errorf("%q: the act is %q", text, row)
			}
		}
		for i, row := range rows(t, files["data/entities.csv"]) {
			e := c.Entities[i]
			if row["id"] != e.ID || row["name_ja"] != printable(e.Name.JA) || row["summary_en"] != printable(e.Summary.EN) || row["path"] != e.Path {
				t.Errorf("%q: the entity is %q", text, row)
			}
		}
		aliases := rows(t, files["data/aliases.csv"])
		if len(aliases) != 4 || aliases[0]["entity"] != "lantern" || aliases[0]["name"] != printable(text) || aliases[0]["scope"] != "same" || aliases[0]["source"] != "paper" {
			t.Errorf("%q: the aliases are %q", text, aliases)
		}
		if spelled := aliases[1]; spelled["entity"] != "lantern" || spelled["name"] != printable(text) || spelled["scope"] != "spelling" || spelled["script"] != i18n.Script(text) {
			t.Errorf("%q: the spelling is %q", text, spelled)
		}
		if f := rows(t, files["data/figures.csv"])[0]; f["entity"] != "lantern" || f["min"] != "4258" || f["max"] != "" || f["unit_ja"] != printable(text) {
			t.Errorf("%q: the figure is %q", text, f)
		}
	}
}

// TestBibTeXReadsBack takes the title out of its braces and commands.
func TestBibTeXReadsBack(t *testing.T) {
	title := regexp.MustCompile(`(?m)^  title = \{\{(.*)\}\},?$`)
	plain := strings.NewReplacer(
		`{\textbackslash}`, `\`, `{\textbraceleft}`, "{", `{\textbraceright}`, "}", `{\textasciitilde}`, "~", `{\textasciicircum}`, "^",
		`\$`, "$", `\&`, "&", `\#`, "#", `\_`, "_", `\%`, "%",
	)
	for _, text := range texts {
		m := title.FindStringSubmatch(written(t, exporter(), archive(t, text))["data/sources.bib"])
		if m == nil {
			if oneLine(text) != "" {
				t.Errorf("%q: no title", text)
			}
			continue
		}
		if got := plain.Replace(m[1]); got != oneLine(text) {
			t.Errorf("%q reads back as %q", text, got)
		}
	}
}
