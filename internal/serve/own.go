package serve

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"jikenbo/internal/i18n"
)

// reserved is below what the server has of its own. No file of a site is there: names with a dot are left out of it.
const reserved = "/.jikenbo/"

//go:embed assets
var assets embed.FS

// own answers with what is the server's: the stream, the script and the sheets, and the page that shows a file of the archive.
func (s *Server) own(w http.ResponseWriter, r *http.Request, name string) {
	switch name {
	case "events":
		s.events(w, r)
	case "source":
		s.source(w, r)
	case "live.js", "live.css", "page.css":
		data, err := assets.ReadFile("assets/" + name)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		answer(w, http.StatusOK, contentType(name), data)
	default:
		if now := s.first(r); now != nil {
			s.missing(w, r, now)
		}
	}
}

// A page is one of the server's own. It says what it has to say in both languages.
type page struct {
	Lang     i18n.Lang
	Title    string
	Mark, ID string // attribute and value by which it knows that it is old
	Says     []says
}

// says is what a page says in one language.
type says struct {
	Lang       i18n.Lang
	Heading    string
	Text       string
	Href, Link string // where to go on; may be empty
	Problem    *note
}

var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(assets, "assets/*.html"))
})

// pagePolicy is that of the server's own pages.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func show(w http.ResponseWriter, status int, name string, view any) {
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, name, view); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Security-Policy", pagePolicy)
	answer(w, status, contentType(name), b.Bytes())
}

// say answers with a page that says the same in both languages, that of the path first.
func (s *Server) say(w http.ResponseWriter, r *http.Request, status int, m mark, in func(i18n.Lang) says) {
	first := i18n.JA
	if strings.HasPrefix(r.URL.Path, "/en/") || langOf(r) == i18n.EN {
		first = i18n.EN
	}
	p := page{Lang: first, Mark: m.of, ID: m.id}
	for _, l := range []i18n.Lang{first, first.Other()} {
		said := in(l)
		said.Lang = l
		p.Says = append(p.Says, said)
	}
	p.Title = p.Says[0].Heading
	show(w, status, "page.html", p)
}

// missing says that the site has no such page. There may be one in the next site.
func (s *Server) missing(w http.ResponseWriter, r *http.Request, now *state) {
	s.say(w, r, http.StatusNotFound, s.mark("site", now.siteNumber), func(l i18n.Lang) says {
		return says{
			Heading: s.messages.In(l, "serve.missing"), Text: s.messages.In(l, "serve.path", "path", r.URL.Path),
			Href: "/", Link: s.messages.In(l, "serve.home"),
		}
	})
}

// nothing says that there is no site yet.
func (s *Server) nothing(w http.ResponseWriter, r *http.Request, now *state) {
	s.say(w, r, http.StatusServiceUnavailable, s.mark("site", now.siteNumber), func(l i18n.Lang) says {
		return says{Heading: s.messages.In(l, "serve.nothing"), Text: s.messages.In(l, "serve.waiting")}
	})
}

// broken says why a page cannot be made.
func (s *Server) broken(w http.ResponseWriter, r *http.Request, now *state, err error) {
	s.say(w, r, http.StatusInternalServerError, s.mark("state", now.number), func(l i18n.Lang) says {
		n := s.notes([]problem{problemOf(err)}, l)[0]
		return says{Heading: s.messages.In(l, "serve.broken"), Text: s.messages.In(l, "serve.waiting"), Problem: &n}
	})
}

// langOf is the language that an address asks for.
func langOf(r *http.Request) i18n.Lang {
	if l := i18n.Lang(query(r).Get("lang")); l.Valid() {
		return l
	}
	return i18n.JA
}

func query(r *http.Request) url.Values { return r.URL.Query() }
