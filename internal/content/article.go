package content

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

var (
	countryCode = regexp.MustCompile(`^[A-Z]{2}$`)
	regionCode  = regexp.MustCompile(`^[0-9]{3}$`)
)

// code takes over the code of a country.
func (f *fields) code(v word) string {
	if v.Value != "" && !countryCode.MatchString(v.Value) {
		f.add(source.Form, v.Span, `two capital letters, as in code = "JP"`, "%q is not a country code of ISO 3166", v.Value)
		return ""
	}
	return v.Value
}

// region takes over the code of a region.
func (f *fields) region(v word) string {
	if v.Value != "" && !regionCode.MatchString(v.Value) {
		f.add(source.Form, v.Span, `three digits, as in region = "030" (Eastern Asia)`, "%q is not a region code of UN M49", v.Value)
		return ""
	}
	return v.Value
}

// reviewFile stands beside the text of an article; internal/review reads it.
const reviewFile = "review.toml"

// head is the fence above the front matter, where keys are missing.
var head = source.Span{Start: 0, End: len(fence)}

// draft is one version of an article as it was read.
type draft struct {
	*fields
	version *Version
	front   frontTOML
	whole   bool   // front matter and body were found
	namer   *draft // the other version, where that one alone names the sources
}

// readVersion reads a Markdown file with front matter into raw, or takes what was read of the same text before. The version is nil
// where the file cannot be read at all.
func readVersion(l *loader, file string, lang i18n.Lang, raw any) (fl *fields, v *Version, whole bool) {
	var kept string
	room, ok := l.rooms.Get().(*[]byte)
	if !ok {
		room = new([]byte)
	}
	defer l.rooms.Put(room)
	f, ps := source.ReadKnown(l.fsys, file, room, func(sum source.Digest) bool {
		kept = getParsed(l.parsed, sum, lang)
		return kept != ""
	})
	if kept != "" {
		if v, ok := unpackVersion(f, lang, raw, kept); ok {
			return &fields{file: f}, v, true
		}
		f, ps = source.Read(l.fsys, file)
	}
	l.problems = append(l.problems, ps...)
	if f == nil {
		return nil, nil, false
	}
	fl, v, whole = parseVersion(f, lang, raw, room)
	if whole && len(ps)+len(fl.problems) == 0 {
		putParsed(l.parsed, v, raw)
	}
	return fl, v, whole
}

// parseVersion reads the text of a Markdown file with its front matter. It takes room for the text.
func parseVersion(f *source.File, lang i18n.Lang, raw any, room *[]byte) (fl *fields, v *Version, whole bool) {
	fl = &fields{file: f}
	parts := frontMatter(f, &fl.problems)
	if parts.ok {
		ps := source.DecodeTOML(f, parts.toml, raw)
		parts.ok = !slices.ContainsFunc(ps, isSyntax)
		fl.problems = append(fl.problems, ps...)
	}
	passages, ps := parseMarkdown(f, parts.body, lang, room)
	fl.problems = append(fl.problems, append(ps, todos(f, passages)...)...)
	return fl, NewVersion(lang, f, passages), parts.ok
}

// articles reads content/articles.
func (l *loader) articles() []*Article {
	var ids, folders []string
	dir := path.Join(root, articles)
	for _, e := range l.list(dir) {
		folder := path.Join(dir, e.Name())
		if !e.IsDir() {
			l.problems.Add(source.Stray, source.Position{Path: folder}, "an article is a folder ID with ja.md and en.md", "nothing reads this file or folder")
			continue
		}
		if id, ok := l.idOf(folder, e.Name()); ok {
			ids, folders = append(ids, id), append(folders, folder)
		}
	}
	parts := make([]part[*Article], len(ids))
	l.each(len(ids), func(i int) {
		if p, ok := l.knownArticle(ids[i], folders[i]); ok {
			parts[i] = p
			return
		}
		parts[i] = l.recallArticle(ids[i], folders[i])
	})
	var out []*Article
	for i, p := range parts {
		if l.memory != nil {
			l.memory.next.articles[folders[i]] = p
		}
		a := p.value
		if a != nil && a.Draft && !l.drafts { // nothing is said of what is wrong with it
			l.aside = append(l.aside, a)
			continue
		}
		add(l, p)
		if a != nil {
			a.refs, a.plain = p.refs, len(p.problems)+len(p.waivers) == 0 && !a.Draft && a.Waiting == nil
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b *Article) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// each calls f for each number below n.
func (l *loader) each(n int, f func(i int)) {
	if l.many != nil {
		l.many(n, f)
		return
	}
	for i := range n {
		f(i)
	}
}

// article reads the folder of an article, nil if there is no text in it.
func (l *loader) article(id, folder string) *Article {
	drafts := make(map[i18n.Lang]*draft)
	names := make(map[i18n.Lang]bool)
	var files []string
	for _, lang := range i18n.Langs {
		files = append(files, string(lang)+".md")
	}
	for _, e := range l.list(folder) {
		if e.Name() == reviewFile {
			continue
		}
		lang := i18n.Lang(strings.TrimSuffix(e.Name(), ".md"))
		if !slices.Contains(files, e.Name()) {
			l.stranger(path.Join(folder, e.Name()), files)
			if near := source.Nearest(e.Name(), files); strings.HasSuffix(e.Name(), ".md") && near != "" {
				names[i18n.Lang(strings.TrimSuffix(near, ".md"))] = true // it is there, by another name
			}
			continue
		}
		names[lang] = true
		if d := l.draft(path.Join(folder, e.Name()), lang); d != nil {
			drafts[lang] = d
		}
	}
	ja, en := drafts[i18n.JA], drafts[i18n.EN]
	var waiting *Version
	if en.unfinished() && ja != nil && !ja.unfinished() && !l.drafts {
		waiting, en = en.version, nil
	}
	l.untranslated(folder, names)
	if ja == nil && en == nil {
		return nil
	}
	a := &Article{ID: id, Draft: ja.unfinished() || ja == nil && en.unfinished(), Waiting: waiting}
	main := ja
	if ja == nil {
		main = en
	} else if en != nil {
		agree(ja, en)
		l.problems = append(l.problems, align(ja, en)...)
	}
	if unread := names[i18n.JA] && ja == nil; main.whole && !unread && !main.front.Published.IsSet() {
		main.missing(head, "published", `published = "2026-11-22"`)
	}
	a.from(main)
	for _, d := range []*draft{ja, en} {
		if d == nil {
			continue
		}
		if d.version.Lang == i18n.JA {
			a.JA = d.version
		} else {
			a.EN = d.version
		}
		l.take(d.fields)
	}
	return a
}

// draft reads one version of an article.
func (l *loader) draft(file string, lang i18n.Lang) *draft {
	d := &draft{}
	d.fields, d.version, d.whole = readVersion(l, file, lang, &d.front)
	if d.version == nil {
		return nil
	}
	if !d.whole {
		return d
	}
	d.waive(d.front.waiversTOML)
	d.version.draft = d.front.Draft
	d.version.Title = d.word(d.front.Title, head, "title", true)
	d.version.Summary = d.front.Summary.Value
	d.originals()
	d.day(d.front.Published, "published")
	d.day(d.front.Reference, "reference")
	d.entities(d.front.About, "about")
	if len(d.version.Passages()) == 0 {
		d.problems.Add(source.Empty, source.Position{Path: file}, "write the text below the front matter", "the text is empty")
	}
	return d
}

// day reports a date that is valid but not a day.
func (d *draft) day(v date, key string) {
	if !v.Value.IsZero() && !v.Value.IsDay() {
		d.add(source.BadDate, v.Span, "year, month and day, as in 2026-11-22", "%q is %q, want a day", key, v.Value)
	}
}

// from takes over what the front matter says of the article as a whole.
func (a *Article) from(d *draft) {
	a.Pos = d.pos(source.Span{})
	a.name(d)
	a.Moved = d.moved(d.front.Moved, a.ID)
	for _, v := range d.front.About.Value {
		if !slices.Contains(a.About, v.Value) {
			a.About = append(a.About, v.Value)
		}
	}
	a.Published = onlyDay(d.front.Published.Value)
	a.Reference = onlyDay(d.front.Reference.Value)
	if a.Reference.IsZero() {
		a.Reference = a.Published
	}
}

// name takes over which sources it reports, from the version that names them.
func (a *Article) name(d *draft) {
	if d.namer != nil {
		d = d.namer
	}
	if d.front.Sources.IsSet() {
		a.Pos = d.pos(d.front.Sources.Span)
	}
	for _, v := range d.front.Sources.Value {
		if id := d.source(v, v.Span, true); id != "" && d.once(&a.Sources, v, "sources") {
			a.SourcePos = append(a.SourcePos, d.pos(v.Span))
		}
	}
}

// onlyDay returns a date that is a day, and none for another: relative dates count from it.
func onlyDay(d edtf.Date) edtf.Date {
	if !d.IsZero() && d.IsDay() {
		return d
	}
	return edtf.Date{}
}

// untranslated warns of an article that exists in one language only: the site is whole without the other.
func (l *loader) untranslated(folder string, names map[i18n.Lang]bool) {
	if len(names) == 0 {
		l.problems.Add(source.Empty, source.Position{Path: folder}, "write ja.md and en.md in it, or delete it", "there is no article in this folder")
		return
	}
	for _, lang := range i18n.Langs {
		if !names[lang] {
			l.problems.Warn(source.Untranslated, source.Position{Path: path.Join(folder, string(lang)+".md")},
				"translate "+path.Join(folder, string(lang.Other())+".md")+" into it; until then both trees show that one", "the %s version is missing", languageName(lang))
		}
	}
}

func languageName(l i18n.Lang) string {
	if l == i18n.JA {
		return "Japanese"
	}
	return "English"
}

// pages reads content/pages.
func (l *loader) pages() []*Page {
	byID := make(map[string]*Page)
	dir := path.Join(root, pages)
	for _, e := range l.list(dir) {
		file := path.Join(dir, e.Name())
		stem, isMD := strings.CutSuffix(e.Name(), ".md")
		name, ending, _ := strings.Cut(stem, ".")
		lang := i18n.Lang(ending)
		if e.IsDir() || !isMD || !lang.Valid() {
			l.problems.Add(source.Stray, source.Position{Path: file}, "here stand files called ID.ja.md and ID.en.md", "nothing reads this file or folder")
			continue
		}
		if id, ok := l.idOf(file, name); ok {
			l.page(byID, id, file, lang)
		}
	}
	var out []*Page
	for _, p := range byID {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b *Page) int { return strings.Compare(a.ID, b.ID) })
	for _, p := range out {
		for _, lang := range i18n.Langs {
			if p.In(lang) == nil {
				l.problems.Warn(source.Untranslated, source.Position{Path: path.Join(dir, p.ID+"."+string(lang)+".md")}, "translate the other one; until then both trees show that one", "the %s version is missing", languageName(lang))
			}
		}
	}
	return out
}

// page reads one version of a page.
func (l *loader) page(byID map[string]*Page, id, file string, lang i18n.Lang) {
	var raw pageTOML
	fl, v, whole := readVersion(l, file, lang, &raw)
	if v == nil {
		return
	}
	if whole {
		fl.waive(raw.waiversTOML)
		v.Title = fl.word(raw.Title, head, "title", true)
		v.Summary = raw.Summary.Value
	}
	l.take(fl)
	if byID[id] == nil {
		byID[id] = &Page{ID: id}
	}
	if lang == i18n.JA {
		byID[id].JA = v
	} else {
		byID[id].EN = v
	}
}
