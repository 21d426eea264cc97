package review

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// ArticlePath is where the review of an article stands.
func ArticlePath(id string) string { return "content/articles/" + id + "/review.toml" }

// SourcePath is where the review of a source's text stands.
func SourcePath(id string) string { return "seeds/" + id + ".review.toml" }

// Strays reports reviews of sources that have no record.
func Strays(archive fs.FS) source.Problems {
	var problems source.Problems
	entries, _ := fs.ReadDir(archive, "seeds") // what cannot be read is for the loading of sources to say
	for _, e := range entries {
		id, ok := strings.CutSuffix(e.Name(), ".review.toml")
		if _, err := fs.Stat(archive, "seeds/"+id+".toml"); ok && err != nil {
			problems.Add(source.Unowned, source.Position{Path: SourcePath(id)}, "write the record seeds/"+id+".toml, or rename the file", "there is no source %q", id)
		}
	}
	return problems
}

// Read reads one review file, nil where it could not be decoded. A file with errors is not to be applied: what could not
// be understood would be missing from the site. The registry says which entities there are.
func Read(archive fs.FS, file string, registry *content.Registry) (*File, source.Problems) {
	f, ps := source.Read(archive, file)
	if f == nil {
		return nil, ps
	}
	out, more := Parse(f, registry)
	return out, append(ps, more...)
}

// Parse reads the text of a review file.
func Parse(f *source.File, registry *content.Registry) (*File, source.Problems) {
	var raw fileTOML
	r := reader{file: f, registry: registry}
	r.problems = source.DecodeTOML(f, f.All(), &raw)
	if slices.ContainsFunc(r.problems, func(p source.Problem) bool { return p.Code == source.Syntax || p.Code == source.Limit }) {
		return nil, r.problems
	}
	out := &File{Path: f.Path, sum: f.Sum()}
	for i := range raw.Sentences {
		out.Sentences = append(out.Sentences, r.sentence(raw.Sentences[i]))
	}
	r.comments(out, raw.Sentences)
	for _, s := range out.Sentences {
		r.unconfirmed(s)
		if s.Text != "" {
			r.problems = append(r.problems, misplaced(s.Finds, s.Text, registry)...)
		}
	}
	return out, r.problems
}

// A reader reads one file.
type reader struct {
	file     *source.File
	registry *content.Registry
	problems source.Problems
}

func (r *reader) pos(at source.Span) source.Position { return r.file.Position(at.Start) }

func (r *reader) add(code source.Code, at source.Span, hint, format string, args ...any) {
	r.problems.Add(code, r.pos(at), hint, format, args...)
}

func (r *reader) sentence(raw source.Located[sentenceTOML]) *Sentence {
	v := &raw.Value
	s := &Sentence{Nth: r.nth(v.Nth), pos: r.pos(raw.Span)}
	written := 0
	for _, w := range []struct {
		lang i18n.Lang
		text text
	}{{i18n.JA, v.JA}, {i18n.EN, v.EN}} {
		if strings.TrimSpace(w.text.Value) != "" {
			written++
			s.Lang, s.Text, s.pos = w.lang, w.text.Value, r.pos(w.text.Span)
		}
	}
	if v.Hash.Value != "" {
		written++
		s.Lang, s.Text, s.Hash, s.pos = "", "", v.Hash.Value, r.pos(v.Hash.Span)
	}
	if refused := v.JA.Refused || v.EN.Refused || v.Hash.Refused; written != 1 && !refused {
		r.add(BadAnchor, raw.Span, `write its words, ja = "…" or en = "…"; of a source the hash may stand instead`, "a sentence wants one of ja, en and hash, and has %d of them", written)
	}
	for i := range v.Finds.Value {
		item := &v.Finds.Value[i]
		s.Finds = append(s.Finds, r.find(&item.Value, item.Span))
	}
	return s
}

func (r *reader) nth(v source.Located[int]) int {
	if !v.IsSet() || v.Refused {
		return 1
	}
	if v.Value < 1 {
		r.add(BadAnchor, v.Span, "count from 1", "nth is %d", v.Value)
		return 1
	}
	return v.Value
}

// find reads a line. What stands in one without a verdict is read as far as it goes: it decides nothing.
func (r *reader) find(raw *findTOML, at source.Span) *Find {
	f := &Find{Verdict: Verdict(raw.Verdict.Value), Nth: r.nth(raw.Nth), pos: r.pos(at)}
	if f.decided() && !slices.Contains(verdicts[:], raw.Verdict.Value) {
		r.add(BadVerdict, raw.Verdict.Span, choice(raw.Verdict.Value, verdicts[:]), "unknown verdict %q", raw.Verdict.Value)
	}
	named := 0
	for _, c := range classes {
		if w := raw.surface(c); w.IsSet() {
			named++
			f.Class, f.Surface, f.words = c, w.Value, r.pos(w.Span)
			if strings.TrimSpace(w.Value) == "" && !w.Refused {
				r.add(BadAnchor, w.Span, "copy the words from the sentence", "there are no words")
			}
		}
	}
	if named != 1 {
		r.add(BadKey, at, `as in { verdict = "add", date = "同月", edtf = "2021-12" }`, "a find is one of mention, date, event and figure, and this is %d of them", named)
		return f
	}
	for _, k := range raw.own() {
		if k.at.End > 0 && !slices.Contains(k.of, f.Class) {
			r.add(BadKey, k.at, "it belongs to "+joined(k.of), "%q says nothing of %s", k.name, f.Class.one())
		}
	}
	v := valuer{reader: r, quiet: !f.holds(), at: at}
	f.Values = v.values(f.Class, raw)
	f.who = v.who
	return f
}

func joined(cs []Class) string {
	words := make([]string, len(cs))
	for i, c := range cs {
		words[i] = c.one()
	}
	return strings.Join(words, " and ")
}

// one is a find of the class, in words.
func (c Class) one() string {
	if c == Event {
		return "an event"
	}
	return "a " + string(c)
}

// choice names the words that there are.
func choice(word string, known []string) string {
	if near := source.Nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "write one of " + strings.Join(known, ", ")
}

// A valuer reads the values of a line. It is quiet where they decide nothing.
type valuer struct {
	*reader
	quiet bool
	at    source.Span
	who   []source.Position
}

func (v *valuer) add(code source.Code, at source.Span, hint, format string, args ...any) {
	if !v.quiet {
		v.reader.add(code, at, hint, format, args...)
	}
}

func (v *valuer) values(c Class, raw *findTOML) Values {
	var out Values
	switch c {
	case Mention:
		v.mention(raw, &out)
	case Date:
		out.EDTF = v.date("edtf", raw.EDTF)
		if !raw.EDTF.IsSet() {
			v.add(source.Missing, v.at, `write edtf = "2021-12-06", or edtf = "" where nobody can tell`, "the date has no edtf")
		}
	case Event:
		v.event(raw, &out)
	case Figure:
		v.figure(raw, &out)
	}
	return out
}

func (v *valuer) mention(raw *findTOML, out *Values) {
	out.Entity = v.entity(raw.Entity)
	kinds := []string{string(content.Indicator)}
	for _, k := range content.Kinds {
		kinds = append(kinds, string(k))
	}
	out.Kind = content.Kind(v.word(raw.Kind, kinds))
	switch e := v.registry.Get(out.Entity); {
	case out.Entity == "" && out.Kind == "" && !raw.Entity.Refused && !raw.Kind.Refused && raw.Entity.Value+raw.Kind.Value == "":
		v.add(source.Missing, v.at, `write entity = "id", or kind = "person" where the registry has no such entity`, "the mention has neither entity nor kind")
	case e != nil && out.Kind != "" && out.Kind != e.Kind:
		v.add(BadKey, raw.Kind.Span, "leave out the kind: the entity has one", "%q is of the kind %s", e.ID, e.Kind)
	case e != nil:
		out.Kind = ""
	}
}

// entity takes over an id, and reports one that no entity has.
func (v *valuer) entity(w text) string {
	if w.Value != "" && v.registry.Get(w.Value) == nil {
		v.add(source.Reference, w.Span, unknown(v.registry, w.Value), "unknown entity %q", w.Value)
		if !v.quiet {
			return ""
		}
	}
	return w.Value
}

// unknown is what to do about an id that no entity has.
func unknown(r *content.Registry, id string) string {
	known := make([]string, 0, len(r.All()))
	for _, e := range r.All() {
		known = append(known, e.ID)
	}
	if near := source.Nearest(id, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "Write its file in content/, or correct the id."
}

// word takes over a word of a closed list.
func (v *valuer) word(w text, known []string) string {
	if w.Value != "" && !slices.Contains(known, w.Value) {
		v.add(source.UnknownWord, w.Span, choice(w.Value, known), "unknown word %q", w.Value)
		return ""
	}
	return w.Value
}

func (v *valuer) date(name string, w text) edtf.Date {
	if w.Value == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(w.Value)
	if err != nil {
		v.add(source.BadDate, w.Span, `as in "2021-12-06", "2021-12", "2021/2023" or "2021~"`, "%s: %v", name, err)
	}
	return d
}

func (v *valuer) event(raw *findTOML, out *Values) {
	var types []string
	for _, t := range event.Types {
		types = append(types, string(t))
	}
	out.EDTF, out.Announced = v.date("edtf", raw.EDTF), v.date("announced", raw.Announced)
	if out.Type = event.Type(v.word(raw.Type, types)); raw.Type.Value == "" && !raw.Type.Refused {
		v.add(source.Missing, v.at, "write type = \"…\": "+strings.Join(types, ", "), "the event has no type")
	}
	modalities := []string{string(event.Alleged), string(event.Denied), string(event.Planned), string(event.Attempted), string(event.Done)}
	if out.Modality = event.Modality(v.word(raw.Modality, modalities)); out.Modality == event.Done {
		out.Modality = ""
	}
	for i, list := range raw.who() {
		for _, w := range list.Value {
			if w.Value = strings.TrimSpace(w.Value); w.Value != "" {
				out.Who[i] = append(out.Who[i], w.Value)
				v.who = append(v.who, v.pos(w.Span))
			}
		}
	}
}

func (v *valuer) figure(raw *findTOML, out *Values) {
	out.Min, out.Max = raw.Min.Value, raw.Max.Value
	refused := raw.Value.Refused || raw.Min.Refused || raw.Max.Refused
	switch {
	case raw.Value.IsSet() && (raw.Min.IsSet() || raw.Max.IsSet()):
		v.add(source.BadFigure, raw.Value.Span, "write value where it is exact, min and max where it is not", "the figure has a value and bounds")
	case raw.Value.IsSet():
		out.Min, out.Max = raw.Value.Value, raw.Value.Value
	case !raw.Min.IsSet() && !raw.Max.IsSet() && !refused:
		v.add(source.Missing, v.at, "write value = 28, or min = 20 and max = 29; without max there is no upper bound", "the figure has no value")
	}
	if raw.Max.IsSet() && raw.Max.Value < raw.Min.Value || out.Min < 0 {
		v.add(source.BadFigure, v.at, "the lower bound is min", "min is %s and max is %s", numeral(raw.Min.Value), numeral(raw.Max.Value))
	}
	out.Unit, out.Counts, out.By = raw.Unit.Value, raw.Counts.Value, raw.By.Value
	out.Qualifier = v.word(raw.Qualifier, []string{"about", "at-least", "more-than", "up-to", "less-than"})
	out.AsOf = v.date("as_of", raw.AsOf)
}

func numeral(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// unconfirmed warns of lines that an editor changed, and gave no verdict.
func (r *reader) unconfirmed(s *Sentence) {
	for _, f := range s.Finds {
		if f.changed() && f.Class != "" {
			r.problems.Warn(Unconfirmed, f.pos, `give it a verdict: "correct" or "add"; or delete it, and the next run of jikenbo review writes it as the machine finds it`,
				"the line was changed, and has no verdict")
		}
	}
}

// nameOf returns what a file reviews.
func nameOf(file string) string {
	if path.Base(file) == "review.toml" {
		return path.Dir(file)
	}
	return strings.TrimSuffix(file, ".review.toml") + ".txt"
}
