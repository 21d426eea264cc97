package check

import (
	"strings"
	"testing"
	"testing/fstest"
)

// FuzzTree wants no panic, whatever stands in the files, and every problem whole: a code, a file of the tree, a line that it has.
func FuzzTree(f *testing.F) {
	for _, c := range pageCases {
		f.Add(c.body)
	}
	for _, seed := range []string{"/*", "'\\", "`", "//", "/[", "url(", `@import "`, "=/", `srcset=",,a,, b"`, "\x00\xff", `<a href="%zz#%zz">`} {
		f.Add(seed)
		f.Add(`<img srcset="` + seed + `">`)
	}
	for _, seed := range []string{`{"path":"\u0000#x","url":"//"}`, `{"path":"a.json`, "id,path\n\"", "<a><loc>x</loc>", `<a href="%"/>`, "<x type=\"html\">&lt;a href=y&gt;</x>", "Sitemap: /x", "GIF89a", "\x89PNG\r\n\x1a\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		data := []byte(text)
		ps, err := Tree(fstest.MapFS{"a.html": {Data: data}, "a.css": {Data: data}, "a.js": {Data: data}, "a.svg": {Data: data}, "a.json": {Data: data}, "a.csv": {Data: data}, "a.xml": {Data: data}, "a.png": {Data: data}, "robots.txt": {Data: data}})
		if err != nil {
			t.Fatal(err)
		}
		lines := 1 + strings.Count(text, "\n")
		for _, p := range ps {
			if p.Code == "" || p.Msg == "" || !strings.HasPrefix(p.Pos.Path, "a.") && p.Pos.Path != "robots.txt" || p.Pos.Line > lines {
				t.Errorf("half a problem: %#v", p)
			}
		}
	})
}
