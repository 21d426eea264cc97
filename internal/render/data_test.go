package render

import (
	"strings"
	"testing"
)

// TestDataPage holds that data.html tells of every file that there is, with its size and sum, and of nothing else.
func TestDataPage(t *testing.T) {
	r := renderer()
	r.Extra = Extra{Data: true, EntityData: true, Feed: true}
	r.SiteURL = "https://example.org/book/"
	sum := strings.Repeat("0123456789abcdef", 4)
	book := testBook(t)
	files := []Download{{"data/archive.json", 1_234_567, sum}, {"data/events.csv", 4321, sum}, {"data/schemas/archive.schema.json", 12, sum}}
	for _, p := range r.WithDownloads(book, r.Pages(book), files) {
		if !strings.HasSuffix(p.Path, "/data.html") {
			continue
		}
		f, err := r.Render(p)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(string(f.Data), "<wbr>", "")
		for _, want := range []string{
			`<a href=../data/archive.json download>archive.json</a>`, "1.2\u00a0MB", "4\u00a0kB", "12\u00a0B", "<code>" + sum + "</code>", `href=../data/schemas/archive.schema.json`,
			`href=../data/stix/blue-fox.json`, `href=feeds/blue-fox.xml`, `href=feed.json`, "SHA-256: " + sum, "https://example.org/book/" + string(p.Lang) + "/data.html",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("%s lacks %s", p.Path, want)
			}
		}
		if strings.Contains(got, "entities.csv") || strings.Contains(got, "police.xml") {
			t.Errorf("%s tells of files that there are not", p.Path)
		}
	}
}

// TestDataPageOfNothing holds that a page without files says nothing of any.
func TestDataPageOfNothing(t *testing.T) {
	r := renderer()
	r.Extra = Extra{Data: true}
	page := string(render(t, r)["ja/data.html"].data)
	if strings.Contains(page, "SHA-256") || strings.Contains(page, "../data/") {
		t.Errorf("links to files that there are not:\n%s", page)
	}
}
