package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/review"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// review applies what editors decided about the finds, and notes which articles have a review, and whether nothing is wrong with it. It comes behind the cache of analysed texts, which a review does not touch.
func (b *Builder) review(ctx context.Context, in *casebook.Input, reviews map[string]bool) (source.Problems, error) {
	var all []reviewed
	for i, a := range in.Content.Articles {
		if b.articles.knows(a.ID) {
			all = append(all, reviewed{})
			continue
		}
		r := reviewed{path: review.ArticlePath(a.ID), docs: []*analysis.Document{in.Articles[i].In(i18n.JA), in.Articles[i].In(i18n.EN)}}
		for _, v := range []*content.Version{a.JA, a.EN} {
			r.unread = append(r.unread, !in.Content.WasRead(v))
		}
		all = append(all, r)
	}
	for i, s := range in.Sources.All() {
		all = append(all, reviewed{path: review.SourcePath(s.ID), docs: in.Originals[i : i+1]})
	}
	all, err := each(ctx, all, func(r reviewed) (reviewed, error) { return r.apply(b.Archive, in.Content.Registry), nil })
	problems := review.Strays(b.Archive)
	for i, r := range all {
		problems = append(problems, r.problems...)
		switch n := i - len(in.Articles); {
		case err != nil || r.path == "":
		case n < 0:
			if fine := len(r.problems) == 0 && b.articles.asTold(r.path, r.sum); r.exists || !fine {
				reviews[in.Content.Articles[i].ID] = fine
			}
			in.Articles[i] = casebook.Whole(r.docs[0], r.docs[1])
		default:
			in.Originals[n] = r.docs[0]
		}
	}
	return problems, err
}

// later returns a document of an article that is known, as its review leaves it if there is one: nothing was wrong with that.
func (b *Builder) later(a *content.Article, r *content.Registry, texts *library, l i18n.Lang, hasReview bool) *analysis.Document {
	if !hasReview {
		return texts.document(articleText(a, l))
	}
	docs := reviewed{path: review.ArticlePath(a.ID), unread: make([]bool, len(i18n.Langs))}
	for _, lang := range i18n.Langs {
		docs.docs = append(docs.docs, texts.document(articleText(a, lang)))
	}
	docs = docs.apply(b.Archive, r)
	if !b.articles.asTold(docs.path, docs.sum) {
		b.articles.Lost(docs.path)
	}
	return docs.docs[slices.Index(i18n.Langs[:], l)]
}

// reviewed is the documents of a text, and what came of its review.
type reviewed struct {
	path     string
	docs     []*analysis.Document
	unread   []bool // of the documents: they are of no more than a part of the text; nil for none
	exists   bool
	sum      source.Digest // of the review; none where it does not exist or cannot be read
	problems source.Problems
}

// apply applies the review of the text, if there is one; to a version that was not read whole it says nothing. That of a source whose text is not here is read only for its problems.
func (r reviewed) apply(archive fs.FS, registry *content.Registry) reviewed {
	if r.path == "" {
		return r
	}
	if _, err := fs.Stat(archive, r.path); err != nil {
		return r
	}
	r.exists = true
	f, problems := review.Read(archive, r.path, registry)
	r.problems = problems
	if f != nil {
		r.sum = f.Sum()
	}
	docs := slices.Clone(r.docs)
	for i, unread := range r.unread {
		if unread {
			docs[i] = nil
		}
	}
	here := slices.ContainsFunc(docs, func(d *analysis.Document) bool { return d != nil })
	if f == nil || problems.Errors() > 0 || !here {
		return r
	}
	docs, more := f.Apply(docs, registry)
	for i, doc := range docs {
		if doc == nil {
			docs[i] = r.docs[i]
		}
	}
	r.docs, r.problems = docs, append(r.problems, more...)
	return r
}

// A Review is the review of one text, brought up to date.
type Review struct {
	ID   string
	File *review.File
	// Old and New are the file as it stands, "" where there is none, and as it is to be.
	Old, New string
}

// Reviewed lists what has a review file, as Review takes it.
func (b *Builder) Reviewed() []string {
	var out []string
	for _, pattern := range []string{review.ArticlePath("*"), review.SourcePath("*")} {
		found, _ := fs.Glob(b.Archive, pattern) // the pattern is a good one
		out = append(out, found...)
	}
	return out
}

// Reviews brings the reviews of articles and sources up to date, and writes nothing. A text is named by its id or by a path of it; with
// rest, finds without a verdict count as accepted. Problems are those of the review files, and of texts that are not there: for
// these there is no review. The error is for names of nothing, and for what stops the program.
func (b *Builder) Reviews(ctx context.Context, names []string, rest bool) ([]Review, source.Problems, error) {
	c, _ := content.Loading{Drafts: true}.Load(b.Shipped, b.Archive)
	set, _ := seeds.Load(b.Archive, b.Originals)
	r := reviewing{Builder: b, content: c, sources: set}
	var subjects []subject
	for _, name := range names {
		s, err := r.subject(name)
		if err != nil {
			return nil, nil, err
		}
		if !slices.ContainsFunc(subjects, func(o subject) bool { return o.path == s.path }) {
			subjects = append(subjects, s)
		}
	}
	var out []Review
	texts := b.library(c.Registry)
	defer texts.close(false)
	for _, s := range subjects {
		if s.missing != "" {
			r.problems.Add(review.NoText, source.Position{Path: s.path}, s.hint, "%s", s.missing)
			continue
		}
		docs, err := texts.documents(ctx, s.texts)
		if err != nil {
			return nil, nil, err
		}
		if got, ok := r.update(s, docs, rest); ok {
			out = append(out, got)
		}
	}
	return out, r.problems.Sorted(), nil
}

// reviewing is the state of bringing reviews up to date.
type reviewing struct {
	*Builder
	content  *content.Content
	sources  *seeds.Set
	problems source.Problems
}

// A subject is what is to be reviewed.
type subject struct {
	id, path      string
	texts         []analysis.Text
	whole         bool
	missing, hint string // why it cannot be
}

// ErrNoSubject says that a name is that of no text.
var ErrNoSubject = errors.New("there is no article and no source")

// subject finds what a name means: an id, which is that of the article where a source has it too, or a path such as
// content/articles/ID or seeds/ID.txt.
func (r *reviewing) subject(name string) (subject, error) {
	clean := strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "content/")
	id, inArticles := strings.CutPrefix(clean, "articles/")
	id, inSeeds := strings.CutPrefix(id, "seeds/")
	if inArticles {
		id, _, _ = strings.Cut(id, "/")
	}
	if inSeeds {
		id, _, _ = strings.Cut(id, ".")
	}
	at := slices.IndexFunc(r.content.Articles, func(a *content.Article) bool { return a.ID == id && !inSeeds })
	src := r.sources.Get(id)
	if inArticles {
		src = nil
	}
	switch {
	case at >= 0:
		a := r.content.Articles[at]
		return r.articleSubject(a), nil
	case src != nil:
		return sourceSubject(src), nil
	}
	return subject{}, fmt.Errorf("%w %q%s", ErrNoSubject, name, r.meant(id, inSeeds))
}

// articleSubject is the review of an article; there is none while a text of it cannot be read: verdicts on it would seem to be of no use.
func (r *reviewing) articleSubject(a *content.Article) subject {
	out := subject{id: a.ID, path: review.ArticlePath(a.ID), whole: true, texts: []analysis.Text{articleText(a, i18n.JA), articleText(a, i18n.EN)}}
	for _, file := range r.content.Unread {
		if path.Dir(file) == path.Dir(out.path) {
			out.missing, out.hint = fmt.Sprintf("the text %s cannot be read", path.Base(file)), "jikenbo check says why"
		}
	}
	return out
}

func sourceSubject(s *seeds.Source) subject {
	out := subject{id: s.ID, path: review.SourcePath(s.ID), whole: s.Rights == seeds.Full, texts: []analysis.Text{sourceText(s)}}
	switch {
	case s.Text == nil:
		out.missing, out.hint = "the text of the source is not here", "put it at seeds/"+s.ID+".txt, or name its folder with --originals"
	case out.texts[0].File == nil:
		out.missing = fmt.Sprintf("nothing is found in texts of the language %q", s.Language)
	}
	return out
}

// update brings one review up to date; it is not ok where the file has errors: nothing in it may be lost.
func (r *reviewing) update(s subject, docs []*analysis.Document, rest bool) (Review, bool) {
	var old *review.File
	out := Review{ID: s.id}
	if _, err := fs.Stat(r.Archive, s.path); err == nil {
		f, problems := review.Read(r.Archive, s.path, r.content.Registry)
		if f != nil {
			_, more := f.Apply(docs, r.content.Registry)
			problems = append(problems, more...)
		}
		r.problems = append(r.problems, problems...)
		if problems.Errors() > 0 {
			return out, false
		}
		data, _ := source.ReadBytes(r.Archive, s.path, source.MaxFile)
		old, out.Old = f, string(data)
	}
	out.File = old.Update(review.Subject{Path: s.path, Docs: docs, Whole: s.whole, Registry: r.content.Registry})
	if rest {
		out.File = out.File.AcceptRest()
	}
	out.New = string(out.File.Bytes())
	return out, true
}
