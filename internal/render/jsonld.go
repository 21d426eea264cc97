package render

import (
	"encoding/json"
	"html/template"
	"regexp"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
)

// What search engines read from a page: JSON-LD in the words of schema.org. It needs
// absolute addresses, so it stands only where the address of the site is known.

// A thing is a node of schema.org. Its fields are written in this order, the empty ones not at all.
type thing struct {
	Context     string   `json:"@context,omitempty"`
	Type        string   `json:"@type"`
	ID          string   `json:"@id,omitempty"`
	URL         string   `json:"url,omitempty"`
	Name        string   `json:"name,omitempty"`
	Alternate   []string `json:"alternateName,omitempty"`
	Headline    string   `json:"headline,omitempty"`
	Description string   `json:"description,omitempty"`
	Image       string   `json:"image,omitempty"`
	Licence     string   `json:"license,omitempty"`
	Language    string   `json:"inLanguage,omitempty"`
	Published   string   `json:"datePublished,omitempty"`
	Start       string   `json:"startDate,omitempty"`
	End         string   `json:"endDate,omitempty"`
	JobTitle    string   `json:"jobTitle,omitempty"`
	SameAs      []string `json:"sameAs,omitempty"`
	Location    []thing  `json:"location,omitempty"`
	Organizer   []thing  `json:"organizer,omitempty"`
	About       []thing  `json:"about,omitempty"`
	Citation    []thing  `json:"citation,omitempty"`
	Original    *thing   `json:"translationOfWork,omitempty"`
	Translation *thing   `json:"workTranslation,omitempty"`
	Author      *thing   `json:"author,omitempty"`
	Publisher   *thing   `json:"publisher,omitempty"`
	Within      *thing   `json:"isPartOf,omitempty"`
	MainEntity  *thing   `json:"mainEntity,omitempty"`
}

// A LinkedPage is what a page says of itself to programs.
type LinkedPage struct {
	Data      template.JS // JSON-LD; "" where there is none
	Kind      string      // og:type
	Published string      // of an article
}

// linkedPage returns what the page at a path below its language says of itself.
func (s scope) linkedPage(own, title, picture string) LinkedPage {
	out := LinkedPage{Kind: "website"}
	if s.r.SiteURL == "" {
		return out
	}
	var t *thing
	article, _ := strings.CutPrefix(own, "articles/")
	source, _ := strings.CutPrefix(own, "sources/")
	if a := s.book.articles[strings.TrimSuffix(article, ".html")]; a != nil && a.Path == own {
		t = s.linkedArticle(a)
		out.Kind, out.Published = "article", t.Published
	} else if e := s.entityAt(own); e != nil {
		t = s.linkedEntity(e)
	} else if src := s.book.sources[strings.TrimSuffix(source, ".html")]; src != nil && src.Path == own {
		t = s.linkedSource(src, title)
	} else if s.path == coverPath {
		t = s.site("WebSite")
		t.ID, t.Description = t.URL, s.best(s.r.Description)
	} else {
		t = s.linkedWebPage(own, title)
	}
	t.Context, t.Image = "https://schema.org", picture
	data, err := json.Marshal(t) // writes <, > and & as \u003c: the data cannot end its element
	if err == nil {
		out.Data = template.JS(data)
	}
	return out
}

func (s scope) linkedArticle(a *casebook.Article) *thing {
	t := &thing{
		Type: "Article", ID: s.here(s.lang, a.Path), URL: s.here(s.lang, a.Path),
		Headline: s.best(a.Title()), Description: s.best(summaryOf(a)), Language: string(s.lang), Licence: s.r.LicenceURL,
		Published: day(a.Published), Author: s.site("Organization"), Publisher: s.site("Organization"), Within: s.site("WebSite"),
	}
	other := s.lang.Other()
	switch v := a.In(other); {
	case a.In(s.lang) == nil:
		t.Language = string(other)
	case v == nil:
	case s.lang == i18n.EN:
		t.Original = &thing{Type: "Article", ID: s.here(other, a.Path), Headline: v.Title, Language: string(other)}
	default:
		t.Translation = &thing{Type: "Article", ID: s.here(other, a.Path), Headline: v.Title, Language: string(other)}
	}
	for _, id := range a.About {
		if e := s.book.entity(id); e != nil {
			t.About = append(t.About, s.node(e))
		}
	}
	for _, src := range a.Sources {
		t.Citation = append(t.Citation, cited(src))
	}
	return t
}

// linkedWebPage returns a page that is about nothing in particular.
func (s scope) linkedWebPage(own, title string) *thing {
	here := s.here(s.lang, own)
	return &thing{Type: "WebPage", ID: here, URL: here, Name: title, Language: string(s.lang), Within: s.site("WebSite")}
}

// linkedSource returns the page of a source, which is about the work of another.
func (s scope) linkedSource(src *casebook.Source, title string) *thing {
	t, work := s.linkedWebPage(src.Path, title), cited(src)
	if by := s.publisher(src).Text; by != "" {
		work.Publisher = &thing{Type: "Organization", Name: by}
	}
	t.MainEntity = &work
	return t
}

// cited returns a source as a work.
func cited(src *casebook.Source) thing {
	return thing{Type: "CreativeWork", Name: src.Title, URL: src.URL, Language: src.Language, Published: day(src.Published)}
}

// linkedEntity returns an operation as an event, and a page about any other entity.
func (s scope) linkedEntity(e *casebook.Entity) *thing {
	main := s.node(e)
	main.Description = s.best(e.Summary)
	for _, a := range e.Aliases {
		if a.Scope == "same" {
			main.Alternate = append(main.Alternate, a.Name)
		}
	}
	for _, id := range e.IDs {
		if id.URL != "" {
			main.SameAs = append(main.SameAs, id.URL)
		}
	}
	if e.Kind == content.Person {
		main.JobTitle = s.best(e.Title)
	}
	if e.Operation == nil {
		page := s.linkedWebPage(e.Path, s.best(e.Name))
		page.MainEntity = &main
		return page
	}
	main.ID, main.Language = main.URL, string(s.lang)
	period := e.Operation.Period
	if period.IsZero() {
		period = e.Operation.Announced
	}
	main.Start, main.End = ends(period)
	for _, p := range e.Operation.Participants {
		o := s.book.entity(p.Entity)
		switch {
		case o == nil:
		case p.Role == "place":
			main.Location = append(main.Location, s.node(o))
		case p.Role == "agent" && (o.Kind == content.Organization || o.Kind == content.Person):
			main.Organizer = append(main.Organizer, s.node(o))
		}
	}
	for _, id := range e.Operation.Counters {
		if o := s.book.entity(id); o != nil {
			main.About = append(main.About, s.node(o))
		}
	}
	return &main
}

// node returns an entity with its name, and its page if it has one.
func (s scope) node(e *casebook.Entity) thing {
	t := thing{Type: "Thing", Name: s.best(e.Name)}
	switch e.Kind {
	case content.Operation:
		t.Type = "Event"
	case content.Organization:
		t.Type = "Organization"
	case content.Person:
		t.Type = "Person"
	case content.Place:
		t.Type = "Place"
	}
	if e.Path != "" {
		t.URL = s.here(s.lang, e.Path)
	}
	return t
}

// site returns the archive itself.
func (s scope) site(kind string) *thing {
	return &thing{Type: kind, Name: s.best(s.r.Title), URL: s.r.absolute(coverPath)}
}

func (s scope) here(l i18n.Lang, path string) string { return s.r.absolute(string(l) + "/" + path) }

func (s scope) best(t i18n.Text) string { text, _ := t.Best(s.lang); return text }

// isoDate is the part of an EDTF date that ISO 8601 has too.
var isoDate = regexp.MustCompile(`^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?`)

// day returns a date as ISO 8601 has it, as precisely as it is known; "" for what it cannot say.
func day(d edtf.Date) string {
	start, _ := ends(d)
	return start
}

// ends returns the first and the last date of a period, which are the same for a single date. Seasons
// and quarters become their year; nothing is rounded to a day.
func ends(d edtf.Date) (start, end string) {
	first, last, interval := strings.Cut(d.String(), "/")
	if !interval {
		last = first
	}
	return isoDate.FindString(first), isoDate.FindString(last)
}
