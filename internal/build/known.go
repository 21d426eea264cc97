package build

import (
	"crypto/sha256"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/render"
	"jikenbo/internal/source"
)

// A knownArticles keeps of each article what everything is linked by: its front matter and the outlines of its documents. An article in whose folder
// all is as it was, in an archive of which everything else is as it was too, need not be read then, until somebody asks for its words.
// It implements [content.Known]. A nil one knows nothing.
type knownArticles struct {
	file, head string
	origin     render.Origin // of this build
	sums       map[string]source.Digest
	common     *casebook.Common
	old        map[string]keptArticle // only what counts
	new        []keptArticle
	written    string // the file beside its place
	open       func() // reads what is kept, once
	lost       atomic.Pointer[string]
}

// A keptArticle is what is kept of one: of which files it is made, whether it has a review, what content keeps of it, and its outlines.
type keptArticle struct {
	id                string
	of                render.Digest
	reviewed          bool
	content, outlines string
}

// articlesEnd ends the name of the file.
const articlesEnd = ".articles"

// newArticles returns what is known of the articles of a tree, which is read when it is first asked for.
func (b *Builder) newArticles(dir string, in inputs, o render.Origin) *knownArticles {
	k := &knownArticles{
		file: strings.TrimSuffix(b.stampFile(dir), ".json") + articlesEnd, head: sealHead("articles", b.Edition), origin: o,
		sums: map[string]source.Digest{}, common: casebook.NewCommon(), old: map[string]keptArticle{},
	}
	for i, f := range in.files[:in.own] {
		if _, ok := articleOf(f.path); ok {
			k.sums[f.path] = in.sums[i]
		}
	}
	k.open = sync.OnceFunc(k.read)
	return k
}

// read reads what is kept; nothing where that is missing, damaged, another edition's, or of an archive that differs in more than its articles.
func (k *knownArticles) read() {
	r := textUnpacker{unsealedText(k.file, k.head)}
	if r.rest == "" || r.digest() != k.origin.Ground {
		return
	}
	common, ok := casebook.ReadCommon(r.text())
	if !ok {
		return
	}
	k.common = common
	for r.rest != "" {
		a := keptArticle{id: r.text(), of: r.digest(), reviewed: r.number() == 1, content: r.text(), outlines: r.text()}
		if k.origin.Articles[a.id] == a.of {
			k.old[a.id] = a
		}
	}
}

// Article implements [content.Known].
func (k *knownArticles) Article(id string) string {
	k.open()
	return k.old[id].content
}

// Lost implements [content.Known].
func (k *knownArticles) Lost(path string) { k.lost.Store(&path) }

// gone returns the file of a text that was not what it had to be when it was asked for, "" where there is none.
func (k *knownArticles) gone() string {
	if k == nil {
		return ""
	}
	if path := k.lost.Load(); path != nil {
		return *path
	}
	return ""
}

// any reports whether any article is known.
func (k *knownArticles) any() bool {
	if k != nil {
		k.open()
	}
	return k != nil && len(k.old) > 0
}

// knows reports whether an article need not be read.
func (k *knownArticles) knows(id string) bool {
	if k == nil {
		return false
	}
	k.open()
	_, ok := k.old[id]
	return ok
}

// versions returns the outlines of an article that is known. Load loads a document of it, and says whether it is to be reviewed.
func (k *knownArticles) versions(a *content.Article, load func(l i18n.Lang, reviewed bool) *analysis.Document) casebook.Versions {
	kept := k.old[a.ID]
	ja, rest := k.common.Outline(kept.outlines)
	en, _ := k.common.Outline(rest)
	return casebook.Outlined(ja, en, func(l i18n.Lang) *analysis.Document { return load(l, kept.reviewed) })
}

// note takes in what is to be kept of all articles once they are linked. Reviews says of those that have one whether
// nothing is wrong with it.
func (k *knownArticles) note(book *casebook.Casebook, reviews map[string]bool) {
	for _, a := range book.Articles {
		if kept, ok := k.old[a.ID]; ok {
			k.new = append(k.new, kept)
			continue
		}
		of, told := k.origin.Articles[a.ID]
		clean, reviewed := reviews[a.ID]
		front, ok := a.Keep(nil)
		if !ok || !told || reviewed && !clean || !k.asTold(a.JA.Path, a.JA.Sum()) || !k.asTold(a.EN.Path, a.EN.Sum()) {
			continue
		}
		outlines := k.common.AppendOutline(nil, a.Docs.Outline(i18n.JA))
		outlines = k.common.AppendOutline(outlines, a.Docs.Outline(i18n.EN))
		k.new = append(k.new, keptArticle{a.ID, of, reviewed, string(front), string(outlines)})
	}
}

// asTold reports whether a file of an article that was read is what was told when the build began; one that was not there has no digest.
func (k *knownArticles) asTold(path string, sum source.Digest) bool {
	return k == nil || k.sums[path] == sum
}

// write writes what is to be kept beside its place. What cannot be written is no error.
func (k *knownArticles) write(l linked) {
	if k == nil {
		return
	}
	k.note(l.book, l.reviews)
	l.book.Forget()
	slices.SortFunc(k.new, func(a, b keptArticle) int { return strings.Compare(a.id, b.id) })
	size := 1 << 20
	for _, a := range k.new {
		size += len(a.id) + len(a.content) + len(a.outlines) + sha256.Size + 12
	}
	b := append(make([]byte, 0, size), k.head...)
	b = append(b, k.origin.Ground[:]...)
	common := k.common.Append(nil)
	b = append(binary.AppendUvarint(b, uint64(len(common))), common...)
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	for _, a := range k.new {
		text(a.id)
		b = append(b, a.of[:]...)
		b = append(b, 0)
		if a.reviewed {
			b[len(b)-1] = 1
		}
		text(a.content)
		text(a.outlines)
	}
	k.new = nil
	if os.MkdirAll(filepath.Dir(k.file), 0o755) == nil {
		k.written, _ = writeBeside(k.file, sealed(b))
	}
}

// keep puts what was written in its place.
func (k *knownArticles) keep() {
	if k != nil && k.written != "" && os.Rename(k.written, k.file) == nil {
		k.written = ""
	}
}

// discard takes away what was written and is not in its place.
func (k *knownArticles) discard() {
	if k != nil && k.written != "" {
		os.Remove(k.written)
	}
}
