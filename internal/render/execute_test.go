package render

import (
	"bytes"
	"html/template"
	"reflect"
	"slices"
	"testing"

	"jikenbo/internal/i18n"
	"jikenbo/internal/press"
)

// TestSheetsWriteWhatTemplatesWrite runs the template of every page both ways, with and without an address. Each of the
// shipped templates can be a sheet.
func TestSheetsWriteWhatTemplatesWrite(t *testing.T) {
	book := testBook(t)
	seen := map[string]bool{}
	for _, address := range []string{"", "https://example.org/a?b&c/"} {
		r := renderer()
		r.SiteURL, r.Extra = address, Extra{Search: true, Data: true, Feed: true, EntityData: true}
		r.Licence, r.LicenceURL = i18n.Text{JA: "<許諾>", EN: "<licence> & more"}, "https://example.org/?a=1&b='2'"
		if err := r.prepare(); err != nil {
			t.Fatal(err)
		}
		pages := r.WithDownloads(book, r.Pages(book), []Download{{"data/archive.json", 12, "00"}, {"data/<odd>.csv", 1, "ff"}})
		for _, p := range slices.Concat(pages, r.Moved(book)) {
			seen[p.template] = true
			html, view := r.templates[p.Lang][p.template], p.view()
			if r.sheet(html, p, reflect.TypeOf(view)) == nil {
				t.Errorf("%s: the template %q cannot be a sheet", p.Path, p.template)
				continue
			}
			got, err := r.execute(html, p, view, new([]byte))
			if err != nil {
				t.Fatal(err)
			}
			var want bytes.Buffer
			if err := html.ExecuteTemplate(&want, "layout", view); err != nil {
				t.Fatal(err)
			}
			if lean := press.Lean(want.Bytes()); !bytes.Equal(got, lean) {
				t.Errorf("%s: the sheet writes\n%s\nthe template\n%s", p.Path, got, lean)
			}
		}
	}
	// The pages that lead on are few, and their address stands in a place of its own kind: html/template runs them.
	rare := map[string]reflect.Type{"record": reflect.TypeFor[RecordView](), "custom": reflect.TypeFor[CustomView]()}
	r := renderer()
	if err := r.prepare(); err != nil {
		t.Fatal(err)
	}
	for _, name := range templateNames {
		if view := rare[name]; view != nil && r.sheet(r.templates[i18n.JA][name], Page{Lang: i18n.JA, template: name}, view) == nil {
			t.Errorf("the template %q cannot be a sheet", name)
		} else if view == nil && !seen[name] && name != "moved" {
			t.Errorf("no page of the test is made by the template %q", name)
		}
	}
}

// TestOddTemplates holds that a template that cannot be a sheet is run all the same, and that one that fails says why.
func TestOddTemplates(t *testing.T) {
	parse := func(text string) *template.Template {
		set, err := template.New("").Funcs(renderer().functions(i18n.JA)).Parse(`{{define "layout"}}` + text + `{{end}}`)
		if err != nil {
			t.Fatal(err)
		}
		return set
	}
	view := ListView{Heading: "見出し"}
	if got, err := renderer().execute(parse(`{{printf "%s!" .Heading}}`), Page{}, view, new([]byte)); err != nil || string(got) != "見出し!\n" {
		t.Errorf("it writes %q, %v", got, err)
	}
	for _, text := range []string{`{{.Nothing}}`, `{{index .Rows 3}}`, `<p title="`} {
		if got, err := renderer().execute(parse(text), Page{}, view, new([]byte)); err == nil {
			t.Errorf("%s writes %q", text, got)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	r, book := renderer(), testBook(b)
	if err := r.prepare(); err != nil {
		b.Fatal(err)
	}
	pages := r.Pages(book)
	at := slices.IndexFunc(pages, func(p Page) bool { return p.Path == "ja/articles/fox-hunt.html" })
	b.Run("view", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			pages[at].view()
		}
	})
	viewed, _, _, err := r.Viewed(pages[at])
	if err != nil {
		b.Fatal(err)
	}
	b.Run("digest", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Viewed(viewed)
		}
	})
	b.Run("page", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := r.Render(viewed); err != nil {
				b.Fatal(err)
			}
		}
	})
}
