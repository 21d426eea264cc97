package seeds

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// dir is the folder of the records in the archive.
const dir = "seeds"

// Kinds lists the kinds of source.
var Kinds = [...]string{"news", "blog", "release", "court", "advisory", "statement", "report", "page", "catalogue"}

var (
	idForm  = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	sumForm = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

// Load reads seeds/ of an archive, whose root is fsys, and the folder of originals, which may be nil.
// An archive without seeds/ has no sources.
//
// The Set holds every record that could be read, also where problems are reported. An editor mends:
//   - records that are no TOML, have unknown keys, or lack title, kind, publisher or language
//   - unknown kinds, rights and languages; dates, addresses and hashes of a wrong form
//   - translates that names no record, or leads back to its own record
//   - a text without a record, or with another hash than its record says
//   - a text in no encoding that Japanese is written in
//
// An original that no record knows, and a text whose record lacks the hash, give a warning.
func Load(fsys, originals fs.FS) (*Set, source.Problems) {
	l := loader{fsys: fsys, set: &Set{byID: make(map[string]*Source)}, bySum: make(map[string]*Source)}
	l.records()
	l.translations()
	l.texts()
	if originals != nil {
		l.originals(originals)
	}
	return l.set, l.problems
}

// NewSet returns a set of sources. Of two with the same id the later one wins.
func NewSet(sources ...*Source) *Set {
	s := &Set{byID: make(map[string]*Source, len(sources))}
	for _, src := range sources {
		s.byID[src.ID] = src
	}
	for _, src := range s.byID {
		s.sources = append(s.sources, src)
	}
	slices.SortFunc(s.sources, func(a, b *Source) int { return cmp.Compare(a.ID, b.ID) })
	return s
}

// loader is the state of one Load.
type loader struct {
	fsys     fs.FS
	set      *Set
	bySum    map[string]*Source
	refs     []reference
	problems source.Problems
}

// reference is a translates to be checked when all records are read.
type reference struct {
	from *Source
	pos  source.Position
}

// record is a record as it is written.
type record struct {
	Title      source.Located[string]    `toml:"title"`
	TitleIn    source.Located[i18n.Text] `toml:"title_in"`
	Kind       source.Located[string]    `toml:"kind"`
	Publisher  source.Located[string]    `toml:"publisher"`
	Author     string                    `toml:"author"`
	Translator string                    `toml:"translator"`
	Published  edtf.Date                 `toml:"published"`
	URL        source.Located[string]    `toml:"url"`
	Archived   source.Located[string]    `toml:"archived"`
	Number     string                    `toml:"number"`
	Language   source.Located[string]    `toml:"language"`
	Rights     source.Located[string]    `toml:"rights"`
	Translates source.Located[string]    `toml:"translates"`
	SHA256     source.Located[string]    `toml:"sha256"`
	Note       source.Located[i18n.Text] `toml:"note"`

	Waive []source.Located[source.WaiverTOML] `toml:"waive"`
}

// records reads the records in the order of their names.
func (l *loader) records() {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.problems.Add(source.Unreadable, source.Position{Path: dir}, "make it a folder that can be read", "cannot be read: %v", err)
	}
	for _, e := range source.TooMany(&l.problems, dir, entries) {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."), strings.HasPrefix(name, "README"):
		case e.IsDir() && path.Ext(name) != ".txt":
			l.problems.Warn(source.Stray, source.Position{Path: path.Join(dir, name)},
				"records and texts stand in "+dir+"/ itself", "nothing reads this folder")
		case strings.HasSuffix(name, ".review.toml"): // read by internal/review
		case path.Ext(name) == ".txt":
		case path.Ext(name) == ".toml":
			l.record(path.Join(dir, name))
		default:
			l.problems.Warn(source.Stray, source.Position{Path: path.Join(dir, name)},
				"a record is called ID.toml, its text ID.txt", "neither a record nor a text")
		}
	}
}

// record reads one record and checks what can be checked on its own.
func (l *loader) record(file string) {
	id := strings.TrimSuffix(path.Base(file), ".toml")
	if !idForm.MatchString(id) {
		l.problems.Add(source.BadID, source.Position{Path: file}, "rename the file: lower-case letters, digits and single hyphens",
			"%q is no id", id)
	}
	if id == "index" {
		l.problems.Add(source.BadID, source.Position{Path: file}, "rename the file", "the id %q cannot be the name of a page", id)
	}
	f, ps := source.Read(l.fsys, file)
	l.problems = append(l.problems, ps...)
	if f == nil {
		return
	}
	var r record
	ps = source.DecodeTOML(f, f.All(), &r)
	l.problems = append(l.problems, ps...)
	if slices.ContainsFunc(ps, func(p source.Problem) bool { return p.Code == source.Syntax || p.Code == source.Limit }) {
		return // no TOML
	}
	src := r.source(id, f)
	for _, w := range f.Waivers(r.Waive, &l.problems) {
		w.Covers = func(path string) bool { return path == file || src.Text != nil && path == src.Text.Path }
		l.set.waivers = append(l.set.waivers, w)
	}
	c := checker{file: f, problems: &l.problems}
	c.record(&r, src)
	l.set.sources = append(l.set.sources, src)
	l.set.byID[id] = src
	if src.Translates != "" {
		l.refs = append(l.refs, reference{src, f.Position(r.Translates.Span.Start)})
	}
	if src.SHA256 == "" {
		return
	}
	if other := l.bySum[src.SHA256]; other != nil {
		c.add(source.Checksum, r.SHA256.Span, "keep one record for each text", "%q has the same sha256", other.ID)
		return
	}
	l.bySum[src.SHA256] = src
}

// unknownPublisher is what a record says of a document of which nobody knows who published it.
const unknownPublisher = "unknown"

func (r *record) publisher() string {
	if r.Publisher.Value == unknownPublisher {
		return ""
	}
	return r.Publisher.Value
}

func (r *record) source(id string, f *source.File) *Source {
	return &Source{
		ID: id, Pos: source.Position{Path: f.Path, Line: 1},
		Kind:  r.Kind.Value,
		Title: strings.TrimSpace(r.Title.Value), TitleIn: r.TitleIn.Value,
		Publisher: r.publisher(), PublisherPos: f.Position(r.Publisher.Span.Start), Author: r.Author, Translator: r.Translator,
		Published: r.Published,
		URL:       r.URL.Value, Archived: r.Archived.Value,
		Number: r.Number, Language: r.Language.Value,
		Rights:     Rights(cmp.Or(r.Rights.Value, string(QuoteOnly))),
		Translates: r.Translates.Value,
		SHA256:     strings.ToLower(r.SHA256.Value),
		Note:       r.Note.Value,
	}
}

// checker checks one record. What it finds wrong it takes out of the source,
// so that the later stages meet no value outside its vocabulary.
type checker struct {
	file     *source.File
	problems *source.Problems
}

func (c *checker) add(code source.Code, at source.Span, hint, format string, args ...any) {
	c.problems.Add(code, c.file.Position(at.Start), hint, format, args...)
}

func (c *checker) record(r *record, src *Source) {
	c.required("title", r.Title, "the title in the document's own language")
	c.required("kind", r.Kind, "one of "+strings.Join(Kinds[:], ", "))
	c.required("publisher", r.Publisher, "the id of the organisation, or its name; \"unknown\" where nobody knows")
	c.required("language", r.Language, "as in \"ja\"")
	if !c.oneOf("kind", r.Kind, Kinds[:]) {
		src.Kind = "page"
	}
	if !c.oneOf("rights", r.Rights, []string{string(Full), string(QuoteOnly), string(None)}) {
		src.Rights = None // what is not understood is not shown
	}
	if _, err := language.Parse(src.Language); src.Language != "" && err != nil {
		c.add(source.Form, r.Language.Span, "as in \"ja\", \"en\", \"zh\"", "%q is no language", src.Language)
	}
	c.address("url", r.URL, &src.URL)
	c.address("archived", r.Archived, &src.Archived)
	if src.SHA256 != "" && !sumForm.MatchString(src.SHA256) {
		c.add(source.Checksum, r.SHA256.Span, "sha256sum FILE prints it: 64 hexadecimal digits", "%q is no SHA-256", r.SHA256.Value)
		src.SHA256 = ""
	}
	c.both("title_in", r.TitleIn)
	c.both("note", r.Note)
}

func (c *checker) required(key string, v source.Located[string], hint string) {
	if v.Refused {
		return
	}
	if strings.TrimSpace(v.Value) == "" {
		c.add(source.Missing, v.Span, fmt.Sprintf("write %s = \"…\": %s", key, hint), "no %s", key)
	}
}

// oneOf reports whether a value is empty or in its vocabulary.
func (c *checker) oneOf(key string, v source.Located[string], known []string) bool {
	if v.Value == "" || slices.Contains(known, v.Value) {
		return true
	}
	hint := "one of " + strings.Join(known, ", ")
	if near := source.Nearest(v.Value, known); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	c.add(source.UnknownWord, v.Span, hint, "unknown %s %q", key, v.Value)
	return false
}

// address checks a web address and takes a bad one out: it would become a link.
func (c *checker) address(key string, v source.Located[string], out *string) {
	if v.Value == "" {
		return
	}
	u, err := url.Parse(v.Value)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.ContainsAny(v.Value, " \t\n　") {
		c.add(source.Form, v.Span, "a whole address, as in \"https://example.com/page\"", "%s: %q is no web address", key, v.Value)
		*out = ""
	}
}

func (c *checker) both(key string, v source.Located[i18n.Text]) {
	if t := v.Value; v.IsSet() && (t.JA == "") != (t.EN == "") {
		missing := i18n.EN
		if t.JA == "" {
			missing = i18n.JA
		}
		c.problems.Warn(source.OneLanguage, c.file.Position(v.Span.Start), fmt.Sprintf("add %s = \"…\"", missing), "%s is in one language only", key)
	}
}

// translations checks what each record translates.
func (l *loader) translations() {
	for _, ref := range l.refs {
		id := ref.from.Translates
		switch {
		case l.set.byID[id] == nil:
			hint := fmt.Sprintf("add %s/%s.toml", dir, id)
			if near := source.Nearest(id, l.ids()); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			l.problems.Add(source.UnknownSource, ref.pos, hint, "translates: no source has the id %q", id)
			ref.from.Translates = ""
		case l.circular(ref.from):
			l.problems.Add(source.UnknownSource, ref.pos, "the original translates nothing", "translates: %q leads back to this record", id)
			ref.from.Translates = ""
		}
	}
}

// circular reports whether a source translates itself, over others or directly.
func (l *loader) circular(src *Source) bool {
	next := l.set.byID[src.Translates]
	for range l.set.sources {
		if next == nil || next == src {
			break
		}
		next = l.set.byID[next.Translates]
	}
	return next == src
}

func (l *loader) ids() []string {
	var ids []string
	for _, s := range l.set.sources {
		ids = append(ids, s.ID)
	}
	return ids
}
