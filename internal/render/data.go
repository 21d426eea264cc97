package render

import (
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// A Download is a file of data/ that holds the archive or a part of it.
type Download struct {
	Path   string // from the root of the site
	Bytes  int
	SHA256 string // in hex
}

// DataView is the page that leads to the data files.
type DataView struct {
	Frame
	Files []DataFile
	// Entities says that each entity has a file of its own.
	Entities bool
	JSONFeed string // "" where there is no feed
	Parts    []DataPart
	Citation string
	Licence  Link // of the archive's own texts
	// MISP and ATTACK say that the archive holds names or ids of those catalogues.
	MISP, ATTACK bool
}

// Mitre is the line that MITRE asks for where its data is used.
func (DataView) Mitre() string {
	return "© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation."
}

// DataFile is a file with what is in it.
type DataFile struct {
	Href, Name string
	What       string
	Size       string
	Sum        []string // the SHA-256 in groups of digits, between which a line may break
}

// DataPart is what there is of a single actor or operation.
type DataPart struct {
	Entity     Link
	ID         string
	STIX, Feed string
}

// TellsOfDownloads reports whether the page is one that [Renderer.WithDownloads] makes anew.
func (p Page) TellsOfDownloads() bool { return p.template == "data" }

// WithDownloads returns the pages with data.html telling of the files that the export stage made,
// which that stage makes of the casebook and the paths of the pages.
func (r *Renderer) WithDownloads(c *casebook.Casebook, pages []Page, files []Download) []Page {
	b, out := r.book(c), slices.Clone(pages)
	for i, p := range out {
		if p.template == "data" {
			out[i] = r.page(b, p.Lang, p.Path, p.template, func(s scope) any { return s.dataView(files) })
		}
	}
	return out
}

func (s scope) dataPage() any { return s.dataView(nil) }

func (s scope) dataView(files []Download) DataView {
	title := Words{Text: s.msg("nav.data")}
	v := DataView{
		Frame:    s.frame(pageHead{title: title.Text, description: s.msg("data.lead"), section: "data.html", crumbs: s.crumbs("", title)}),
		Entities: s.r.Extra.EntityData, MISP: s.uses("misp"), ATTACK: s.uses("attack"),
	}
	v.Licence = Link{Href: s.r.LicenceURL, Words: s.words(s.r.Licence)}
	for _, f := range files {
		name := strings.TrimPrefix(f.Path, "data/")
		v.Files = append(v.Files, DataFile{s.root(f.Path), name, s.holds(name), size(f.Bytes), groups(f.SHA256)})
		if name == "archive.json" {
			v.Citation = s.citation(f.SHA256)
		}
	}
	if len(files) == 0 {
		return v
	}
	if v.Feed != "" {
		v.JSONFeed = s.to("feed.json")
	}
	for _, e := range s.book.Entities {
		if !apart(e) {
			continue
		}
		p := DataPart{Entity: s.entity(e), ID: e.ID, STIX: s.root(stixPath(e))}
		if v.Feed != "" {
			p.Feed = s.to(feedPath(e))
		}
		v.Parts = append(v.Parts, p)
	}
	return v
}

// holds returns what a file of data/ holds.
func (s scope) holds(name string) string {
	for _, f := range []struct {
		name string
		what i18n.Key
	}{
		{"archive.json", "data.archive"}, {"events.csv", "data.events"}, {"entities.csv", "data.entities"}, {"figures.csv", "data.figures"},
		{"aliases.csv", "data.aliases"}, {"stix.json", "data.stix"}, {"misp-galaxy.json", "data.misp"}, {"misp-clusters.json", "data.misp"},
		{"sources.bib", "data.sources"}, {"sources.csl.json", "data.csl"}, {"datapackage.json", "data.package"},
	} {
		if f.name == name {
			return s.msg(f.what)
		}
	}
	switch {
	case strings.HasPrefix(name, "schemas/"):
		return s.msg("data.schema")
	case strings.HasPrefix(name, "archive/"):
		return s.msg("data.part")
	}
	return ""
}

// uses reports whether the archive holds ids of a catalogue.
func (s scope) uses(system string) bool {
	return slices.ContainsFunc(s.book.Entities, func(e *casebook.Entity) bool {
		return slices.ContainsFunc(e.IDs, func(id content.ExternalID) bool { return id.System == system })
	})
}

// citation names the archive, its edition by the day of its newest article, and the sum of its data.
func (s scope) citation(sum string) string {
	var newest string
	for _, a := range s.book.Articles {
		newest = max(newest, a.Published.String())
	}
	date := newest
	for _, a := range s.book.Articles {
		if a.Published.String() == newest {
			date = a.Published.In(s.lang)
		}
	}
	url := ""
	if s.r.SiteURL != "" {
		url = " " + s.r.absolute(string(s.lang)+"/data.html")
	}
	return s.msg("data.citation", "title", s.words(s.r.Title).Text, "date", date, "sum", sum, "url", url)
}

// size writes a number of bytes in the unit that suits it.
func size(bytes int) string {
	switch n := float64(bytes); {
	case bytes >= 1_000_000:
		return strconv.FormatFloat(n/1e6, 'f', 1, 64) + "\u00a0MB"
	case bytes >= 1000:
		return strconv.FormatFloat(n/1e3, 'f', 0, 64) + "\u00a0kB"
	}
	return strconv.Itoa(bytes) + "\u00a0B"
}

// groups cuts a sum into groups of eight digits.
func groups(sum string) []string {
	var out []string
	for part := range slices.Chunk([]byte(sum), 8) {
		out = append(out, string(part))
	}
	return out
}
