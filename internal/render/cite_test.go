package render

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestCite looks at what a reader copies.
func TestCite(t *testing.T) {
	r := renderer()
	r.SiteURL = "https://example.org/book/"
	p := render(t, r)["en/articles/fox-hunt.html"]
	var forms []string
	for _, n := range p.all(func(n *html.Node) bool {
		for _, a := range n.Attr {
			if a.Key == "data-copy" {
				return true
			}
		}
		return false
	}) {
		forms = append(forms, text(n))
	}
	if len(forms) != 4 {
		t.Fatalf("%d forms: %q", len(forms), forms)
	}
	want := "@misc{jikenbo-fox-hunt-en,\ntitle = {{Police chase the <b>Blue Fox</b>}},\nhowpublished = {Testbook},\nyear = {2025},\nmonth = {2},\nday = {1},\nurl = {https://example.org/book/en/articles/fox-hunt.html},\nlanguage = {english}\n}"
	if forms[2] != want {
		t.Errorf("BibTeX %q", forms[2])
	}
	var items []map[string]any
	if err := json.Unmarshal([]byte(forms[3]), &items); err != nil || len(items) != 1 || items[0]["title"] != "Police chase the <b>Blue Fox</b>" {
		t.Errorf("CSL-JSON %v %s", err, forms[3])
	}
	if got := tex(`50% {a} \ #1 & b_c`); strings.Count(got, "{") != strings.Count(got, "}") || !strings.Contains(got, `50\%`) {
		t.Errorf("TeX %q", got)
	}
}
