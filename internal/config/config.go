// Package config is the loading stage for config.toml: the site's name,
// address, languages, time zone and the font of its pictures.
//
// In: the root of an archive. Out: a [Config], whole even where the file is
// missing or wrong, and what an editor can mend.
package config

import (
	"errors"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // time zones also on machines that have none

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// Path is where the file stands in the archive.
const Path = "config.toml"

// A Config is what holds for the whole site.
type Config struct {
	Title       i18n.Text
	Description i18n.Text
	// SiteURL is where the site will stand, with a slash at the end,
	// or "": then no absolute address is written.
	SiteURL string
	// Languages are the languages of the site, the first one being that of its front door.
	Languages []i18n.Lang
	// TimeZone is where the days of the archive begin.
	TimeZone *time.Location
	// Licence is the name of that under which the archive's own texts may be used, and LicenceURL its page; both may be empty.
	Licence    i18n.Text
	LicenceURL string
	// Namespace is that of the ids of STIX objects, MISP clusters and feeds; "" is that of the program.
	Namespace string
	// PictureFont is the file of the font in which the pictures of pages are written, by its path, which may be relative
	// to the archive; "" for one of those that systems have.
	PictureFont   string
	PictureFontAt source.Position
	// Waivers are what the editor has waived in the finished site, and in files that cannot say so themselves.
	Waivers []source.Waiver
}

// configTOML is the file. A missing key leaves its default.
type configTOML struct {
	Title       source.Located[i18n.Text]                `toml:"title"`
	Description source.Located[i18n.Text]                `toml:"description"`
	SiteURL     source.Located[string]                   `toml:"site_url"`
	Languages   source.Located[[]source.Located[string]] `toml:"languages"`
	TimeZone    source.Located[string]                   `toml:"time_zone"`
	PictureFont source.Located[string]                   `toml:"picture_font"`
	Namespace   source.Located[string]                   `toml:"namespace"`
	Licence     source.Located[i18n.Text]                `toml:"licence"`
	LicenceURL  source.Located[string]                   `toml:"licence_url"`
	Waive       []source.Located[waiverTOML]             `toml:"waive"`
}

// waiverTOML is a waiver for the files that a pattern names.
type waiverTOML struct {
	source.WaiverTOML
	Path source.Located[string] `toml:"path"`
}

// Default returns what holds where nothing is said.
func Default() Config {
	tokyo, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		tokyo = time.FixedZone("Asia/Tokyo", 9*60*60)
	}
	return Config{
		Title:       i18n.Text{JA: "事件簿", EN: "Casebook"},
		Description: i18n.Text{JA: "国家の関与が指摘されるサイバー作戦と、それへの対抗作戦の記録", EN: "A record of state-linked cyber operations and of the operations against them"},
		Languages:   slices.Clone(i18n.Langs[:]),
		TimeZone:    tokyo,
	}
}

// Load reads config.toml. A key that is missing or wrong has its default, and so
// has a whole file that is missing, which is no problem.
func Load(fsys fs.FS) (Config, source.Problems) {
	c := Default()
	if _, err := fs.Stat(fsys, Path); errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	f, ps := source.Read(fsys, Path)
	if f == nil {
		return c, ps
	}
	var raw configTOML
	ps = append(ps, source.DecodeTOML(f, f.All(), &raw)...)
	r := reader{file: f, problems: ps}
	r.text(&c.Title, raw.Title, "title")
	r.text(&c.Description, raw.Description, "description")
	r.siteURL(&c.SiteURL, raw.SiteURL)
	r.languages(&c.Languages, raw.Languages)
	r.timeZone(&c.TimeZone, raw.TimeZone)
	r.text(&c.Licence, raw.Licence, "licence")
	r.licenceURL(&c.LicenceURL, raw.LicenceURL)
	c.Namespace = raw.Namespace.Value
	c.PictureFont, c.PictureFontAt = raw.PictureFont.Value, f.Position(raw.PictureFont.Span.Start)
	c.Waivers = r.waivers(raw.Waive)
	return c, r.problems
}

// waivers takes over what is waived, for the paths that match a pattern as [path.Match] reads it, or for every file.
func (r *reader) waivers(written []source.Located[waiverTOML]) []source.Waiver {
	var out []source.Waiver
	for _, w := range written {
		waiver, ok := r.file.Waiver(w.Value.WaiverTOML, w.Span, &r.problems)
		pattern := w.Value.Path.Value
		if _, err := path.Match(pattern, ""); err != nil {
			r.add(source.BadWaiver, w.Value.Path.Span, `as in path = "public/data/*.json"; * stands for anything but a slash`, "%q is no pattern", pattern)
			ok = false
		}
		waiver.Covers = func(file string) bool {
			match, _ := path.Match(pattern, file) // the form has been seen to
			return match || pattern == ""
		}
		if ok && !w.Refused {
			out = append(out, waiver)
		}
	}
	return out
}

// reader checks the values one by one.
type reader struct {
	file     *source.File
	problems source.Problems
}

func (r *reader) add(code source.Code, s source.Span, hint, format string, args ...any) {
	r.problems.Add(code, r.file.Position(s.Start), hint, format, args...)
}

// text takes over the languages that are written.
func (r *reader) text(to *i18n.Text, v source.Located[i18n.Text], key string) {
	if !v.IsSet() || v.Refused {
		return
	}
	if v.Value.JA == "" || v.Value.EN == "" {
		r.add(source.OneLanguage, v.Span, key+` = { ja = "…", en = "…" }`, "%q is not given in both languages", key)
	}
	if v.Value.JA != "" {
		to.JA = v.Value.JA
	}
	if v.Value.EN != "" {
		to.EN = v.Value.EN
	}
}

func (r *reader) siteURL(to *string, v source.Located[string]) {
	if v.Value == "" {
		return
	}
	address, ok := SiteURL(v.Value)
	if !ok {
		r.add(source.Form, v.Span, `site_url = "https://example.org/casebook/", or "" where the address is not known`, "%q is not the address of a site", v.Value)
		return
	}
	*to = address
}

func (r *reader) licenceURL(to *string, v source.Located[string]) {
	if u, err := url.Parse(v.Value); err != nil || v.Value != "" && (u.Scheme != "https" && u.Scheme != "http" || u.Host == "") {
		r.add(source.Form, v.Span, `licence_url = "https://example.org/licence"`, "%q is not the address of a page", v.Value)
		return
	}
	*to = v.Value
}

// SiteURL returns the address of a site with a slash at the end. It is not ok where s
// is no address at which a site can stand.
func SiteURL(s string) (address string, ok bool) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.ContainsAny(s, "?#") || u.User != nil {
		return "", false
	}
	return strings.TrimRight(s, "/") + "/", true
}

func (r *reader) languages(to *[]i18n.Lang, v source.Located[[]source.Located[string]]) {
	var langs []i18n.Lang
	for _, s := range v.Value {
		switch l := i18n.Lang(s.Value); {
		case s.Refused:
		case !l.Valid():
			r.add(source.UnknownWord, s.Span, `the languages are "ja" and "en"`, "unknown language %q", s.Value)
		case slices.Contains(langs, l):
			r.add(source.Repeated, s.Span, "keep one of the two", "language %q is written twice", s.Value)
		default:
			langs = append(langs, l)
		}
	}
	if v.IsSet() && len(v.Value) == 0 && !v.Refused {
		r.add(source.Missing, v.Span, `languages = ["ja", "en"]`, "no language is given")
	}
	if len(langs) > 0 {
		*to = langs
	}
}

func (r *reader) timeZone(to **time.Location, v source.Located[string]) {
	if !v.IsSet() || v.Refused {
		return
	}
	zone, err := time.LoadLocation(v.Value)
	if err != nil || v.Value == "" || v.Value == "Local" {
		r.add(source.Form, v.Span, `time_zone = "Asia/Tokyo"`, "unknown time zone %q", v.Value)
		return
	}
	*to = zone
}
