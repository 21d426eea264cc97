package config

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/i18n"
)

// flat is a Config that can be compared.
type flat struct {
	Title, Description i18n.Text
	URL, Zone, Font    string
	Namespace          string
	Licence            i18n.Text
	LicenceURL         string
	Languages          []i18n.Lang
}

func flatten(c Config) flat {
	return flat{c.Title, c.Description, c.SiteURL, c.TimeZone.String(), c.PictureFont, c.Namespace, c.Licence, c.LicenceURL, c.Languages}
}

func TestLoad(t *testing.T) {
	def := flatten(Default())
	tests := []struct {
		name, in string
		want     func(*flat)
		problems string
	}{
		{"empty", "", func(*flat) {}, ""},
		{"all", "title = { ja = \"あ\", en = \"a\" }\ndescription = { ja = \"い\", en = \"i\" }\nsite_url = \"https://example.org/a\"\nlanguages = [\"en\", \"ja\"]\ntime_zone = \"Europe/Paris\"\npicture_font = \"fonts/a.otf\"\nnamespace = \"harbour\"\nlicence = { ja = \"う\", en = \"u\" }\nlicence_url = \"https://example.org/u\"\n",
			func(f *flat) {
				*f = flat{i18n.Text{JA: "あ", EN: "a"}, i18n.Text{JA: "い", EN: "i"}, "https://example.org/a/", "Europe/Paris", "fonts/a.otf", "harbour", i18n.Text{JA: "う", EN: "u"}, "https://example.org/u", []i18n.Lang{i18n.EN, i18n.JA}}
			}, ""},
		{"no address", `site_url = ""`, func(*flat) {}, ""},
		{"one title", `title = { en = "a" }`, func(f *flat) { f.Title.EN = "a" },
			"config.toml:1:9: \"title\" is not given in both languages [content.one-language]\n\thint: title = { ja = \"…\", en = \"…\" }\n"},
		{"not an address", `site_url = "example.org"`, func(*flat) {},
			"config.toml:1:12: \"example.org\" is not the address of a site [content.form]\n\thint: site_url = \"https://example.org/casebook/\", or \"\" where the address is not known\n"},
		{"script", `site_url = "javascript:alert(1)"`, func(*flat) {},
			"config.toml:1:12: \"javascript:alert(1)\" is not the address of a site [content.form]\n\thint: site_url = \"https://example.org/casebook/\", or \"\" where the address is not known\n"},
		{"language", `languages = ["ja", "fr", "ja"]`, func(f *flat) { f.Languages = []i18n.Lang{"ja"} },
			"config.toml:1:20: unknown language \"fr\" [content.unknown-word]\n\thint: the languages are \"ja\" and \"en\"\nconfig.toml:1:26: language \"ja\" is written twice [content.repeated]\n\thint: keep one of the two\n"},
		{"no language", `languages = []`, func(*flat) {},
			"config.toml:1:13: no language is given [content.missing]\n\thint: languages = [\"ja\", \"en\"]\n"},
		{"zone", `time_zone = "Tokyo"`, func(*flat) {},
			"config.toml:1:13: unknown time zone \"Tokyo\" [content.form]\n\thint: time_zone = \"Asia/Tokyo\"\n"},
		{"the machine's zone", `time_zone = "Local"`, func(*flat) {},
			"config.toml:1:13: unknown time zone \"Local\" [content.form]\n\thint: time_zone = \"Asia/Tokyo\"\n"},
		{"licence", `licence_url = "javascript:alert(1)"`, func(*flat) {},
			"config.toml:1:15: \"javascript:alert(1)\" is not the address of a page [content.form]\n\thint: licence_url = \"https://example.org/licence\"\n"},
		{"types", "title = \"a\"\nlanguages = \"ja\"\ntime_zone = 3\n", func(*flat) {},
			"config.toml:1:9: \"title\" is a string, want a table with the keys en, ja [content.type]\n" +
				"config.toml:2:13: \"languages\" is a string, want a list: [ … ] [content.type]\n" +
				"config.toml:3:13: \"time_zone\" is a number, want a string [content.type]\n"},
		{"waivers", "[[waive]]\ncode = \"tree.size\"\nreason = \"so\"\npath = \"[\"\n[[waive]]\ncode = \"tree.size\"\n", func(*flat) {},
			"config.toml:4:8: \"[\" is no pattern [content.waiver]\n\thint: as in path = \"public/data/*.json\"; * stands for anything but a slash\n" +
				"config.toml:5:1: the waiver of \"tree.size\" gives no reason [content.waiver]\n\thint: write why, as in reason = \"the source gives no date\"\n"},
		{"key", "site-url = \"\"", func(*flat) {},
			"config.toml:1:1: unknown key \"site-url\" [content.unknown-key]\n\thint: did you mean \"site_url\"?\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, ps := Load(fstest.MapFS{Path: {Data: []byte(tt.in)}})
			if diff := cmp.Diff(tt.problems, ps.String()); diff != "" {
				t.Errorf("problems: -want +got\n%s", diff)
			}
			want := def
			tt.want(&want)
			if diff := cmp.Diff(want, flatten(c)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestLoadWithoutFile(t *testing.T) {
	c, ps := Load(fstest.MapFS{})
	if len(ps) > 0 {
		t.Error(ps)
	}
	if diff := cmp.Diff(flatten(Default()), flatten(c)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestOwnConfig(t *testing.T) {
	c, ps := Load(os.DirFS("../.."))
	if len(ps) > 0 {
		t.Error(ps)
	}
	if c.SiteURL != "" {
		t.Errorf("site_url is %q: a copy of the repository would claim another's address", c.SiteURL)
	}
}

func TestWaivers(t *testing.T) {
	c, ps := Load(fstest.MapFS{Path: {Data: []byte("[[waive]]\ncode = \"tree.size\"\nreason = \"so\"\npath = \"public/data/*.json\"\n[[waive]]\ncode = \"tree.alt\"\nreason = \"so\"\n")}})
	if len(ps) > 0 || len(c.Waivers) != 2 {
		t.Fatalf("%d waivers, %s", len(c.Waivers), ps)
	}
	for _, tt := range []struct {
		waiver int
		path   string
		want   bool
	}{
		{0, "public/data/a.json", true}, {0, "public/data/b/a.json", false}, {0, "public/data/a.csv", false}, {1, "public/x.html", true},
	} {
		if got := c.Waivers[tt.waiver].Covers(tt.path); got != tt.want {
			t.Errorf("waiver %d covers %q: %v", tt.waiver, tt.path, got)
		}
	}
}
