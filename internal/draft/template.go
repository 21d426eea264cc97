package draft

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"text/template"

	"jikenbo/internal/content"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

//go:embed templates
var templates embed.FS

// The kinds of file that are no entities.
const (
	kindArticle = "article"
	kindSource  = "source"
	kindPage    = "page"
)

// KindNames lists what New can begin.
func KindNames() []string {
	names := []string{kindArticle}
	for _, k := range content.Kinds {
		names = append(names, string(k))
	}
	return append(names, kindSource, kindPage)
}

// An Entity is what is known of an entity that has no record yet.
type Entity struct {
	Kind content.Kind
	ID   string
	// Name is the name in both languages, made of the id where nothing is known.
	Name     i18n.Text
	Reading  string
	Class    string
	Variants []string
	Notes    []string // for the head of the file, a line each
}

// New begins a file of a kind, one of [KindNames]. There are no files where that is impossible; the problems say why.
func New(archive fs.FS, r *content.Registry, kind, id string, name i18n.Text) ([]File, source.Problems) {
	var ps source.Problems
	at := source.Position{Path: kind + " " + id}
	if !slices.Contains(KindNames(), kind) {
		ps.Add(source.UnknownWord, at, "the kinds are: "+strings.Join(KindNames(), ", "), "unknown kind %q", kind)
		return nil, ps
	}
	if !checkID(id, at, &ps) {
		return nil, ps
	}
	about := map[string]any{"ID": id, "Kinds": strings.Join(seeds.Kinds[:], ", ")}
	var files []File
	switch kind {
	case kindArticle:
		files = []File{{Path: articlePath(id, i18n.JA), Data: fill("ja.md", about)}, {Path: articlePath(id, i18n.EN), Data: fill("en.md", about)}}
	case kindPage:
		for _, l := range i18n.Langs {
			files = append(files, File{Path: path.Join("content/pages", id+"."+string(l)+".md"), Data: fill("page.md", about)})
		}
	case kindSource:
		files = []File{{Path: recordPath(id), Data: fill("source.toml", about)}}
	default:
		return NewEntity(archive, r, Entity{Kind: content.Kind(kind), ID: id, Name: name})
	}
	return fresh(archive, at, files)
}

// fresh returns files that are new, none where one of them exists.
func fresh(archive fs.FS, at source.Position, files []File) ([]File, source.Problems) {
	var ps source.Problems
	for _, f := range files {
		if _, err := fs.Lstat(archive, f.Path); err == nil && !f.Adds {
			ps.Add(Taken, at, "edit that file, or choose another id", "%s exists", f.Path)
		}
	}
	if len(ps) > 0 {
		return nil, ps
	}
	return files, nil
}

// NewEntity begins the record of an entity. Where the program has one of that id, the file adds to it.
func NewEntity(archive fs.FS, r *content.Registry, e Entity) ([]File, source.Problems) {
	var ps source.Problems
	at := source.Position{Path: string(e.Kind) + " " + e.ID}
	if !checkID(e.ID, at, &ps) {
		return nil, ps
	}
	file := File{Path: path.Join("content", e.Kind.Folder(), e.ID+".toml")}
	if e.Kind == content.Place {
		file = File{Path: "content/places.toml", Adds: true}
	}
	had := r.Get(e.ID)
	switch {
	case had != nil && had.Shipped && had.Kind == e.Kind && e.Kind != content.Place:
		file.Data = fill("adds.toml", map[string]any{"ID": e.ID, "JA": words(had.Name.JA), "EN": words(had.Name.EN), "Properties": properties()})
		return fresh(archive, at, []File{file})
	case had != nil:
		where, hint := "the program", fmt.Sprintf("ids are unique over all kinds of entity: choose another; to add to that one, jikenbo new %s %s", had.Kind, had.ID)
		if !had.Shipped {
			where, hint = had.Pos.Path, "ids are unique over all kinds of entity: choose another, or edit that record"
		}
		ps.Add(Taken, at, hint, "%q is the id of the %s %q in %s", e.ID, had.Kind, had.Name.EN, where)
		return nil, ps
	}
	guessed := e.name()
	if owner := holder(r, e.Name); owner != nil {
		ps.Add(Taken, at, fmt.Sprintf("if it is the same, add to %s; if not, give the new one another name: --ja, --en", cmp.Or(owner.ID, owner.Pos.Path)),
			"the name %q is that of the %s %q", held(owner, e.Name), owner.Kind, owner.ID)
		return nil, ps
	}
	view := e.view()
	view["Guessed"] = guessed
	file.Data = fill("entity.toml", view)
	return fresh(archive, at, []File{file})
}

// Short is the record with its few keys that are known, for a look at it.
func (e Entity) Short() string {
	e.name()
	var b strings.Builder
	lines := []keyLine{{"name", fmt.Sprintf("{ ja = %s, en = %s }", source.QuoteTOML(e.Name.JA), source.QuoteTOML(e.Name.EN)), ""}}
	if e.Reading != "" {
		lines = append(lines, keyLine{"reading", source.QuoteTOML(e.Reading), ""})
	}
	lines = append(lines, keyLine{"summary", `{ ja = "TODO", en = "TODO" }`, ""})
	if len(e.Variants) > 0 {
		lines = append(lines, keyLine{"variants", quoted(e.Variants), ""})
	}
	writeKeys(&b, lines)
	return b.String()
}

// name makes up the names that are not known, of the id and of each other, and reports whether it had to guess.
func (e *Entity) name() bool {
	made, guessed := strings.ToUpper(e.ID), e.Name.JA == "" || e.Name.EN == ""
	if strings.HasPrefix(e.ID, "cve-") {
		guessed = false
	} else {
		parts := strings.Split(e.ID, "-")
		for i, p := range parts {
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
		made = strings.Join(parts, " ")
	}
	e.Name.JA = cmp.Or(e.Name.JA, e.Name.EN, made)
	e.Name.EN = cmp.Or(e.Name.EN, e.Name.JA)
	return guessed
}

// holder returns the entity that has a name already, nil if none has.
func holder(r *content.Registry, name i18n.Text) *content.Entity {
	for _, e := range r.All() {
		if held(e, name) != "" {
			return e
		}
	}
	return nil
}

// held returns which of the two names an entity has, "" for none.
func held(e *content.Entity, name i18n.Text) string {
	for _, n := range namesOf(e) {
		if key := content.Fold(n); key == content.Fold(name.JA) || key == content.Fold(name.EN) {
			return n
		}
	}
	return ""
}

// view is what the template is given.
func (e *Entity) view() map[string]any {
	ja, en := called(e.Kind)
	v := map[string]any{
		"ID": e.ID, "JA": e.Name.JA, "EN": e.Name.EN, "Reading": e.Reading, "Variants": e.Variants, "Notes": e.Notes, "Class": e.Class,
		"KindJA": ja, "KindEN": en, "Classes": strings.Join(content.Classes(e.Kind), ", "), "Properties": properties(), "Prefix": "",
		"Place": e.Kind == content.Place, "Person": e.Kind == content.Person, "Operation": e.Kind == content.Operation,
		"HasParent": e.Kind == content.Place || e.Kind == content.Organization,
	}
	switch e.Kind {
	case content.Place:
		v["Prefix"] = "place."
	case content.Operation:
		v["Class"] = cmp.Or(e.Class, "campaign")
		var types []string
		for _, t := range event.Types {
			types = append(types, string(t))
		}
		v["Types"] = strings.Join(types, ", ")
	case content.Vulnerability:
		if strings.HasPrefix(e.ID, "cve-") {
			v["IDs"] = []content.ExternalID{{System: "cve", Value: strings.ToUpper(e.ID)}}
		}
	}
	return v
}

// called is what a kind is called, with the article that English has.
func called(k content.Kind) (ja, en string) {
	switch k {
	case content.Actor:
		return "攻撃者", "an actor"
	case content.Operation:
		return "作戦", "an operation"
	case content.Malware:
		return "マルウェア", "malware"
	case content.Organization:
		return "組織", "an organization"
	case content.Person:
		return "人物", "a person"
	case content.Vulnerability:
		return "脆弱性", "a vulnerability"
	}
	return "場所", "a place"
}

func properties() string {
	var names []string
	for _, p := range content.Properties {
		names = append(names, p.Name)
	}
	return strings.Join(names, ", ")
}

// fill fills in a template. The templates are part of the program, so that an error is one of its tests.
func fill(name string, v any) []byte {
	t := template.Must(template.New(name).Funcs(template.FuncMap{"quote": source.QuoteTOML}).ParseFS(templates, "templates/"+name))
	var b strings.Builder
	if err := t.Execute(&b, v); err != nil {
		panic(err)
	}
	return []byte(strings.TrimLeft(b.String(), "\n"))
}
