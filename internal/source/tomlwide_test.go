package source

import (
	"strings"
	"testing"
)

// TestWide holds what is said of characters that a Japanese keyboard gives in the place of those of TOML.
func TestWide(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"title　= \"港\"", "x.toml:1:6: TOML: this is a full-width space [content.syntax]\n\thint: type an ordinary space, or none"},
		{"a = 1\n　b = 2", "x.toml:2:1: TOML: this is a full-width space"},
		{"title ＝ \"港\"", "x.toml:1:7: TOML: this is a full-width equals sign [content.syntax]\n\thint: type ="},
		{"title = “港”", "x.toml:1:9: TOML: this is a curly quotation mark [content.syntax]\n\thint: type straight quotation marks"},
		{"title = 「港」", "x.toml:1:9: TOML: this is a Japanese quotation mark"},
		{"title = ＂港＂", "x.toml:1:9: TOML: this is a full-width quotation mark"},
		{"title = \"港”", "x.toml:1:11: TOML: this is a curly quotation mark"},
		{"a = [\"b\"，\"c\"]", "x.toml:1:9: TOML: this is a full-width comma"},
		{"［claim］\n", "x.toml:1:1: TOML: this is a full-width bracket"},
		// what stands in a text or a comment is not meant
		{"title = \"「港」\" x", "x.toml:1:14: TOML: expected"},
		{"a = # “港”", "x.toml:1:5: TOML: expected value"},
		{"title = \"港　市", "x.toml:1:12: TOML: unexpected"},
		{"a = \"\\\"「\" 」", "x.toml:1:11: TOML: this is a Japanese quotation mark"},
	} {
		var v struct{}
		f := NewFile("x.toml", tt.text)
		if got := DecodeTOML(f, f.All(), &v).String(); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%q:\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
	for _, fine := range []string{"title = \"「港」　“x”\" # ＝", "title = '＝'"} {
		var v struct {
			Title string `toml:"title"`
		}
		f := NewFile("x.toml", fine)
		if ps := DecodeTOML(f, f.All(), &v); len(ps) > 0 {
			t.Errorf("%q: %s", fine, ps)
		}
	}
}

func TestSlip(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{{"us-dj", "us-doj", true}, {"npa-japna", "npa-japan", true}, {"nhk", "npa", false}, {"us-abc", "us-doj", false}, {"asahi-news", "asahi-shim", false}} {
		if got := Slip(tt.a, tt.b); got != tt.want {
			t.Errorf("%s, %s: %v", tt.a, tt.b, got)
		}
	}
}
