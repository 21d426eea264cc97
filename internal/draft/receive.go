package draft

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/clipping"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// told is from where a guess comes that the editor has given.
const told = "told by the editor"

// A Desk takes in what an editor receives, one text after another. It remembers what it has taken in.
type Desk struct {
	Archive  fs.FS
	Registry *content.Registry
	Sources  *seeds.Set
	Analyze  func(analysis.Text) *analysis.Document

	organizations map[string]string // ids, by folded name
	names         map[string]bool   // of the registry, folded
	taken         map[string]string // what has each sha256, of the archive and of this run
	ids           map[string]bool   // of this run
}

// NewDesk prepares a Desk for an archive.
func NewDesk(archive fs.FS, r *content.Registry, s *seeds.Set, analyze func(analysis.Text) *analysis.Document) *Desk {
	d := &Desk{Archive: archive, Registry: r, Sources: s, Analyze: analyze, organizations: organizationNames(r), names: map[string]bool{}, taken: map[string]string{}, ids: map[string]bool{}}
	for _, e := range r.All() {
		for _, n := range namesOf(e) {
			d.names[content.Fold(n)] = true
		}
	}
	for _, s := range s.All() {
		if s.SHA256 != "" {
			d.taken[s.SHA256] = s.ID
		}
	}
	return d
}

// Received is a file as an editor has received it.
type Received struct {
	Name string // as the editor calls it
	Clip *clipping.Clipping
	ID   string // that it is to have; "" to make one
	// InPlace is the id of a text that stands in seeds/ already, without a record: it stays there.
	InPlace string
}

// Tell makes a guess of what the editor says.
func Tell(value string) clipping.Guess { return clipping.Guess{Value: value, Sure: 1, From: told} }

// An Import is what is made of a file.
type Import struct {
	ID string
	// Known is the id of the record that has the text already; then there is nothing to write.
	Known     string
	Files     []File
	Publisher clipping.Guess
	Document  *analysis.Document // nil for a text in a third language
	Found     Found
}

// Receive makes a source record, its text and a draft article of a file. It is nil where that is impossible; the problems say why.
func (d *Desk) Receive(r Received) (*Import, source.Problems) {
	var ps source.Problems
	at := source.Position{Path: r.Name}
	sum := sha256.Sum256(r.Clip.Data)
	digest := hex.EncodeToString(sum[:])
	if known := d.taken[digest]; known != "" {
		return &Import{ID: known, Known: known}, nil
	}
	d.alike(r, at, &ps)
	in := &Import{ID: r.ID, Publisher: d.publisher(r.Clip), Document: d.analyze(r.Clip)}
	in.Found = d.found(in.Document)
	if r.InPlace != "" && (r.ID == "" || r.ID == r.InPlace) && r.Clip.Format == "text" {
		in.ID = r.InPlace
	} else {
		r.InPlace = ""
	}
	if in.ID == "" {
		in.ID = d.newID(r, in.Document, digest)
	} else if !checkID(in.ID, at, &ps) {
		return nil, ps
	}
	if where := d.exists(in.ID, r.InPlace != ""); where != "" {
		hint := fmt.Sprintf("give it another id: --id %s", d.free(in.ID))
		if r.InPlace == in.ID && where == recordPath(in.ID) {
			hint = fmt.Sprintf("its record is there already: write sha256 = %q into that", digest)
		}
		ps.Add(Taken, at, hint, "the id %q is taken by %s", in.ID, where)
		return nil, ps
	}
	d.ids[in.ID], d.taken[digest] = true, in.ID
	if text, _, err := seeds.Decode(r.Clip.Data); err == nil {
		ps = append(ps, source.NewFile(textPath(in.ID), text).Concealed()...)
	}
	// In this order an archive is whole at every moment: a draft is left out, a record may lack its text.
	in.Files = []File{
		{Path: articlePath(in.ID, i18n.JA), Data: d.article(r, in)},
		{Path: recordPath(in.ID), Data: d.record(r, in.Publisher, digest)},
		{Path: textPath(in.ID), Data: r.Clip.Data},
	}
	if r.InPlace != "" {
		in.Files = in.Files[:2]
	}
	return in, ps
}

func articlePath(id string, l i18n.Lang) string {
	return path.Join("content/articles", id, string(l)+".md")
}
func recordPath(id string) string { return path.Join("seeds", id+".toml") }
func textPath(id string) string   { return path.Join("seeds", id+".txt") }

// alike warns of records with the address of the page, or with its title: another state or another copy of the same text, perhaps.
func (d *Desk) alike(r Received, at source.Position, ps *source.Problems) {
	const hint = "look whether the two tell the same; if so, delete the new files"
	u, title := r.Clip.URL.Value, content.Fold(r.Clip.Title.Value)
	for _, s := range d.Sources.All() {
		switch {
		case u != "" && s.URL == u:
			ps.Warn(Taken, at, hint, "%s has the address %s too", recordPath(s.ID), u)
		case title != "" && r.Clip.Title.Sure >= sureEnough && content.Fold(s.Title) == title:
			ps.Warn(Taken, at, hint, "%s has the title %q too", recordPath(s.ID), s.Title)
		}
	}
}

// analyze runs the analysis as a build does with the text of a source; not over one that is far longer than any article, for
// what would be found in it no draft can list.
func (d *Desk) analyze(c *clipping.Clipping) *analysis.Document {
	lang := i18n.Lang(c.Language.Value)
	if !lang.Valid() || d.Analyze == nil || len(c.Text) > source.MaxFile {
		return nil
	}
	f := source.NewFile("text", c.Text)
	return d.Analyze(analysis.Text{ID: "text", Lang: lang, File: f, Passages: seeds.Passages(f), Published: day(c)})
}

// day returns the day of a text, if it is one and sure enough for other dates to count from.
func day(c *clipping.Clipping) edtf.Date {
	date, err := edtf.Parse(c.Published.Value)
	if err != nil || !date.IsDay() || c.Published.Sure < sureEnough {
		return edtf.Date{}
	}
	return date
}

// exists returns what has an id already, "" if nothing has. A text that stands in its place is to be there.
func (d *Desk) exists(id string, inPlace bool) string {
	if d.ids[id] {
		return "an earlier text of this import"
	}
	for _, p := range []string{recordPath(id), textPath(id), path.Join("content/articles", id)} {
		if _, err := fs.Lstat(d.Archive, p); err == nil && !(inPlace && p == textPath(id)) {
			return p
		}
	}
	return ""
}

// free returns the first id like another that nothing has.
func (d *Desk) free(id string) string {
	for n := 2; ; n++ {
		if next := fmt.Sprintf("%s-%d", id, n); d.exists(next, false) == "" {
			return next
		}
	}
}

var latinWord = regexp.MustCompile(`[A-Za-z][A-Za-z0-9.'’-]*[A-Za-z0-9]|[A-Z]{1,2}[0-9]{2,}`)

// newID makes an id of the entities or the Latin words of the title, else of whom the text names first, else of the name of the
// file or page, and of the day.
// The same text gets the same id.
func (d *Desk) newID(r Received, doc *analysis.Document, digest string) string {
	c := r.Clip
	var parts []string
	add := func(s string) {
		if s = content.Slug(s); s != "" && len(strings.Join(parts, "-"))+len(s) <= 40 {
			parts = append(parts, s)
		}
	}
	for _, id := range titleEntities(doc, c.Title.Value) {
		add(id)
	}
	if len(parts) == 0 && c.Title.Sure > 0.2 {
		for _, w := range latinWord.FindAllString(c.Title.Value, 4) {
			add(w)
		}
	}
	if ids := about(doc, c.Title.Value, 1); len(parts) == 0 && len(ids) > 0 {
		add(ids[0])
	}
	if len(parts) == 0 {
		add(telling(strings.TrimSuffix(path.Base(r.Name), path.Ext(r.Name))))
	}
	if len(parts) == 0 {
		add(telling(path.Base(strings.TrimSuffix(c.URL.Value, path.Ext(c.URL.Value)))))
	}
	if len(parts) == 0 {
		add(c.Kind.Value)
		if day(c).IsZero() {
			add(digest[:8])
		}
	}
	id := strings.Join(parts, "-")
	if day := day(c).String(); !strings.Contains(id, day) {
		id += "-" + day
	}
	if !content.IsID(id) {
		id = "text-" + digest[:8]
	}
	return id
}

var nothingTold = regexp.MustCompile(`^(?:index|page|saved?|article|download|text|txt|memo|clip|document|untitled|standard-input|default|news|entry|post|print|main|detail|view|show|source|-|[0-9_-]+)?[0-9_-]*$`)

var fourLetters = regexp.MustCompile(`[a-z]{4}`)

// telling is the name of a file or page if it says something, else "".
func telling(name string) string {
	if s := content.Slug(name); !fourLetters.MatchString(s) || nothingTold.MatchString(s) {
		return ""
	}
	return name
}

// titleEntities returns the ids of actors, malware and operations, at most two, that stand in the title.
func titleEntities(doc *analysis.Document, title string) []string {
	var out []string
	for _, m := range mentionsIn(doc) {
		if m.Entity == "" || m.Kind != content.Actor && m.Kind != content.Malware && m.Kind != content.Operation || !strings.Contains(title, m.Surface) {
			continue
		}
		if len(out) < 2 && !contains(out, m.Entity) {
			out = append(out, m.Entity)
		}
	}
	return out
}
