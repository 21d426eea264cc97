package config

import (
	"testing"
	"testing/fstest"

	"jikenbo/internal/i18n"
)

// FuzzLoad holds that whatever stands in config.toml, the configuration is whole and every problem has its place.
func FuzzLoad(f *testing.F) {
	f.Add("title = { ja = \"港\", en = \"Harbour\" }\nsite_url = \"https://example.org/a\"\nlanguages = [\"en\"]\ntime_zone = \"Asia/Tokyo\"\n")
	f.Add("[title]\nja = \"\"\nen = 3\n[[languages]]\n")
	f.Add("licence_url = \"javascript:alert(1)\"\nsite_url = \"https://a@b/?c#d\"\ntime_zone = \"../../etc/passwd\"\n")
	f.Add("namespace = 1979-05-27\npicture_font = '''\n/dev/zero'''\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, ps := Load(fstest.MapFS{Path: {Data: []byte(text)}})
		for _, p := range ps {
			if p.Pos.Path != Path || p.Pos.Line < 1 || p.Pos.Col < 1 {
				t.Errorf("a problem without its place: %v", p)
			}
		}
		if c.Title.JA == "" || c.Title.EN == "" || c.TimeZone == nil || len(c.Languages) == 0 {
			t.Errorf("the configuration is not whole: %+v", c)
		}
		for _, l := range c.Languages {
			if !i18n.Lang(l).Valid() {
				t.Errorf("language %q", l)
			}
		}
		if c.SiteURL != "" {
			if again, ok := SiteURL(c.SiteURL); !ok || again != c.SiteURL {
				t.Errorf("the address %q is read as %q", c.SiteURL, again)
			}
		}
	})
}
