package content

import (
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A Known tells of articles that are what they were, so that their files need not be read. Its methods may be called from several goroutines,
// and after the loading too.
type Known interface {
	// Article returns what [Article.Keep] gave of an article in whose folder everything is as it was then, "" where that is not known.
	Article(id string) string
	// Lost is told the file of a text that is not what it was, when its text is asked for. The text is empty then, and what is made of it worth nothing.
	Lost(path string)
}

// Keep appends what is kept of an article. It is not ok for one of which more came up than what is kept: a draft, or one with a problem or a
// waiver, or without one of its versions.
func (a *Article) Keep(b []byte) (out []byte, ok bool) {
	if !a.plain || a.JA == nil || a.EN == nil || len(a.EN.Behind) > 0 {
		return b, false
	}
	p := packing{out: b}
	for _, v := range []*Version{a.JA, a.EN} {
		p.out = append(p.out, v.sum[:]...)
		p.text(v.Title)
		p.text(v.Summary)
		p.number(len(v.Links))
		for _, l := range v.Links {
			p.text(l.Href)
			p.position(a, l.Pos)
		}
	}
	p.number(len(a.SourcePos))
	for i, pos := range a.SourcePos {
		p.text(a.Sources[i])
		p.position(a, pos)
	}
	for _, list := range [][]string{a.About, a.Moved} {
		p.number(len(list))
		for _, id := range list {
			p.text(id)
		}
	}
	p.text(a.Published.String())
	p.text(a.Reference.String())
	p.position(a, a.Pos)
	p.number(len(a.refs))
	for _, r := range a.refs {
		p.position(a, r.pos)
		p.text(r.id)
		p.text(string(r.kind))
		p.number(flags(r.free))
	}
	return p.out, len(a.Sources) == len(a.SourcePos)
}

// position writes a place in one of the versions of an article.
func (p *packing) position(a *Article, at source.Position) {
	p.number(flags(at.Path == a.EN.Path))
	p.number(at.Line)
	p.number(at.Col)
}

// knownArticle is article for one that is known, as far as what is kept of it can be read.
func (l *loader) knownArticle(id, folder string) (part[*Article], bool) {
	kept := ""
	if l.known != nil {
		kept = l.known.Article(id)
	}
	if kept == "" {
		return part[*Article]{}, false
	}
	u := unpacking{rest: kept}
	a := &Article{ID: id, JA: &Version{Lang: i18n.JA, Path: folder + "/ja.md"}, EN: &Version{Lang: i18n.EN, Path: folder + "/en.md"}}
	l.knownVersion(&u, a, a.JA)
	l.knownVersion(&u, a, a.EN)
	for range u.list() {
		a.Sources, a.SourcePos = append(a.Sources, u.string()), append(a.SourcePos, u.position(a))
	}
	for _, list := range []*[]string{&a.About, &a.Moved} {
		for range u.list() {
			*list = append(*list, u.string())
		}
	}
	a.Published, a.Reference = u.day(), u.day()
	a.Pos = u.position(a)
	for range u.list() {
		r := reference{pos: u.position(a), id: u.string(), kind: Kind(u.string())}
		r.free = u.number() == 1
		a.refs = append(a.refs, r)
	}
	return part[*Article]{value: a, refs: a.refs}, !u.bad && u.rest == ""
}

// knownVersion reads what is kept of a version of an article.
func (l *loader) knownVersion(u *unpacking, a *Article, v *Version) {
	if len(u.rest) < len(v.sum) {
		u.bad = true
		return
	}
	u.rest = u.rest[copy(v.sum[:], u.rest):]
	v.Title, v.Summary = u.string(), u.string()
	for range u.list() {
		v.Links = append(v.Links, Link{u.string(), u.position(a)})
	}
	v.prose.read = func() (*source.File, []source.Passage) { return l.later(v) }
}

// list reads how many values follow.
func (u *unpacking) list() int {
	n := u.number()
	if n < 0 || n > len(u.rest) {
		u.bad = true
	}
	if u.bad {
		return 0
	}
	return n
}

func (u *unpacking) position(a *Article) source.Position {
	v := a.JA
	if u.number() == 1 {
		v = a.EN
	}
	return source.Position{Path: v.Path, Line: u.number(), Col: u.number()}
}

// day reads a date without a place, "" for none.
func (u *unpacking) day() edtf.Date {
	s := u.string()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	u.bad = u.bad || err != nil
	return d
}

// later reads a text that had no problem when what is kept of it was made.
func (l *loader) later(v *Version) (*source.File, []source.Passage) {
	room, ok := l.rooms.Get().(*[]byte)
	if !ok {
		room = new([]byte)
	}
	defer l.rooms.Put(room)
	f, _ := source.ReadKnown(l.fsys, v.Path, room, func(is source.Digest) bool { return is == v.sum })
	if f == nil || f.Sum() != v.sum {
		l.known.Lost(v.Path)
		return source.NewFile(v.Path, ""), nil
	}
	var front frontTOML
	if kept := getParsed(l.parsed, v.sum, v.Lang); kept != "" {
		if read, ok := unpackVersion(f, v.Lang, &front, kept); ok {
			return f, read.Passages()
		}
	}
	_, read, _ := parseVersion(f, v.Lang, &front, room)
	return f, read.Passages()
}
