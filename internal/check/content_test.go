package check

import (
	"testing"
	"testing/fstest"
)

const (
	article = "+++\ntitle = \"港\"\npublished = \"2026-11-22\"\n+++\n\n港が狙われた。\n"
	english = "+++\ntitle = \"Harbour\"\n+++\n\nHarbours were attacked.\n"
)

func TestContent(t *testing.T) {
	tests := []struct {
		name       string
		path, text string
		code       Code
	}{
		{"whole", "config.toml", `time_zone = "Asia/Tokyo"`, ""},
		{"configuration", "config.toml", `time_zome = "Asia/Tokyo"`, ConfigLoad},
		{"entity", "content/actors/x.toml", `nmae = "x"`, ContentLoad},
		{"source", "seeds/x.toml", `[[source]]` + "\n" + `idd = "x"`, SeedsLoad},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ps := Content(nil, fstest.MapFS{
				"content/articles/x/ja.md": {Data: []byte(article)},
				"content/articles/x/en.md": {Data: []byte(english)},
				tt.path:                    {Data: []byte(tt.text)},
			})
			if tt.code == "" && len(ps) > 0 || tt.code != "" && len(ps) == 0 {
				t.Fatalf("want problems: %v, got\n%s", tt.code != "", ps)
			}
			for _, p := range ps {
				if p.Code != tt.code || p.Pos.Path != tt.path {
					t.Errorf("want %s of %s, got %s", tt.code, tt.path, p)
				}
			}
		})
	}
}
