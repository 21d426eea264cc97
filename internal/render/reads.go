package render

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"strconv"
	"sync"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// Origin tells, by digests, what a casebook was made of. An article, with all that was found in it and all that editors decided about it, is
// made of the files of its folder and of the ground: everything else that was read, the registry among it.
type Origin struct {
	Ground   Digest
	Articles map[string]Digest // by id
}

// A Reader tells what pages read: a digest of all that the view of a page can be made of. Pages of one path with equal digests have
// equal views, so that whoever has the page of one need not make the other's view. Its methods may be called from several goroutines.
//
// What is told of a page is more than it shows. The ground counts for every page, as a whole. So what the pages have to
// name are the articles whose texts they show or lead to, the acts, how long the lists are that grow with articles, and of those to whom they
// lead whether they have a page, which texts decide. The digests are made along the same ways as the views, by the same functions where these choose; a test edits archives at random and
// holds that no view changes whose digest did not.
type Reader struct {
	book     *book
	ground   Digest // what every page reads
	articles map[*casebook.Article]Digest
	acts     map[*casebook.Act]actDigests
	whole    bool      // the origin of every article is known
	rooms    sync.Pool // of *reading
}

// reading begins one that reads the ground. It is ended by [reading.end].
func (rd *Reader) reading() *reading {
	w, ok := rd.rooms.Get().(*reading)
	if !ok {
		w = &reading{Reader: rd}
	}
	w.b = append(w.b[:0], rd.ground[:]...)
	return w
}

// end returns the digest of what was read.
func (w *reading) end() Digest {
	defer w.rooms.Put(w)
	return sha256.Sum256(w.b)
}

// actDigests stand for an act with all that tells it, for what a list shows of that, and for what stands beside a text.
type actDigests struct{ whole, row, line Digest }

// Reader returns the Reader of the pages of a casebook. The digests stand for the renderer's own fields only where the ground does.
func (r *Renderer) Reader(c *casebook.Casebook, o Origin) *Reader {
	rd := &Reader{
		book: r.book(c), articles: make(map[*casebook.Article]Digest, len(c.Articles)), acts: make(map[*casebook.Act]actDigests, len(c.Acts)), whole: true,
	}
	for _, a := range c.Articles {
		d, ok := o.Articles[a.ID]
		rd.articles[a], rd.whole = d, rd.whole && ok
	}
	w := reading{Reader: rd}
	for _, a := range c.Acts {
		rd.acts[a] = w.actItself(a)
	}
	w.b = append(w.b[:0], o.Ground[:]...)
	w.extra(r.Extra)
	rd.ground = sha256.Sum256(w.b)
	return rd
}

// Digest returns the digest of what a page reads, whatever its path. It is not ok for the few pages of which nothing is told, as that
// of the whole archive: their views have to be made.
func (rd *Reader) Digest(p Page) (d Digest, ok bool) {
	if p.reads == nil || !rd.whole {
		return d, false
	}
	return p.reads.to(rd), true
}

// told is what a page reads, which is the same in both languages.
type told struct {
	note func(*reading)

	mu     sync.Mutex
	reader *Reader // for which the digest was made
	digest Digest
}

// to returns the digest of it.
func (t *told) to(rd *Reader) Digest {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.reader != rd {
		w := rd.reading()
		t.note(w)
		t.reader, t.digest = rd, w.end()
	}
	return t.digest
}

// Reading returns the digest of what a script of readings is made of. It is not ok where that is not known.
func (rd *Reader) Reading(r Reading) (d Digest, ok bool) {
	of := rd.articles[r.article]
	return sha256.Sum256(append(rd.ground[:], of[:]...)), rd.whole
}

// Act returns the digest of what all that is said of an act is made of.
func (rd *Reader) Act(a *casebook.Act) [sha256.Size]byte {
	d := rd.acts[a].whole
	return sha256.Sum256(append(rd.ground[:], d[:]...))
}

// Article returns the digest of what an article itself is made of, with all that was found in it; what else it is linked with is not in it.
func (rd *Reader) Article(a *casebook.Article) [sha256.Size]byte { return rd.articles[a] }

// Ground returns the digest of what anything may be made of that no article decides. Who has a page is decided by articles.
func (rd *Reader) Ground() [sha256.Size]byte { return rd.ground }

// Whole reports whether it is known what all articles are made of. Else no digest stands for anything.
func (rd *Reader) Whole() bool { return rd.whole }

// A reading collects what a page reads.
type reading struct {
	*Reader
	b []byte
}

func (w *reading) text(s string) {
	w.b = binary.AppendUvarint(w.b, uint64(len(s)))
	w.b = append(w.b, s...)
}

func (w *reading) number(n int) { w.b = binary.AppendVarint(w.b, int64(n)) }

// extra notes which pages of other stages there are.
func (w *reading) extra(extra Extra) {
	for _, on := range []bool{extra.Search, extra.Data, extra.Feed, extra.EntityData} {
		w.text(strconv.FormatBool(on))
	}
}

// timelinePage notes how a page of the timeline is called.
func (w *reading) timelinePage(path string) {
	first := w.book.actsOn[path][0].Date
	w.text(path)
	w.number(first.Year())
	w.number(first.Month())
}

// entities notes which entities stand in a list.
func (w *reading) entities(es []*casebook.Entity) {
	w.number(len(es))
	for _, e := range es {
		w.entity(e)
	}
}

// entity notes an entity, which may be nil, and whether it has a page, whose path has its id. What else is known of it is in the ground.
func (w *reading) entity(e *casebook.Entity) {
	if e == nil {
		w.text("")
		return
	}
	w.text(cmp.Or(e.Path, e.ID))
}

// contested notes the page of a contested name; nil is none.
func (w *reading) contested(n *casebook.Contested) {
	if n == nil {
		w.text("")
		return
	}
	w.text(n.Path)
	w.text(n.Name)
}

// article notes an article, with its texts and all that was found in them.
func (w *reading) article(a *casebook.Article) {
	d := w.articles[a]
	w.text(a.ID)
	w.b = append(w.b, d[:]...)
}

// row notes an article as lists show it.
func (w *reading) row(a *casebook.Article) {
	w.article(a)
	w.number(len(a.Acts))
	for _, act := range a.Acts {
		w.text(string(act.Type))
	}
}

func (w *reading) rows(as []*casebook.Article) {
	w.number(len(as))
	for _, a := range as {
		w.row(a)
	}
}

// act notes an act with all that tells it.
func (w *reading) act(a *casebook.Act) {
	d := w.acts[a].whole
	w.b = append(w.b, d[:]...)
}

// actRows notes acts as lists show them.
func (w *reading) actRows(as []*casebook.Act) {
	w.number(len(as))
	for _, a := range as {
		d := w.acts[a].row
		w.b = append(w.b, d[:]...)
	}
}

// actItself returns the digests of an act: of its fields, with the first of the texts that tell it, and where all others do, and of all of that
// with those too.
func (w *reading) actItself(a *casebook.Act) (d actDigests) {
	w.b = w.b[:0]
	w.actLine(a)
	d.line = sha256.Sum256(w.b)
	w.text(a.Announced.String())
	w.both(a.Text)
	w.number(len(a.Participants))
	for _, p := range a.Participants {
		w.text(string(p.Role))
		w.text(p.Entity.ID)
		w.both(p.Entity.Name) // one whom only words name is not in the ground
	}
	if a.Operation != nil {
		w.text(a.Operation.ID)
	}
	words, lang := written(a.Date, a.Evidence) // by any of the texts
	w.text(words)
	w.text(string(lang))
	w.evidence(a.Evidence, textsOfAct)
	w.number(len(a.Sources))
	for _, s := range a.Sources {
		w.text(s.ID)
	}
	d.row = sha256.Sum256(w.b)
	w.b = append(w.b[:0], d.row[:]...)
	w.moreTexts(a.Evidence, textsOfAct)
	d.whole = sha256.Sum256(w.b)
	return d
}

// moreTexts notes the articles in which sentences stand, but for the first of the texts.
func (w *reading) moreTexts(es []casebook.Evidence, texts int) {
	at, path := 0, ""
	for _, e := range es {
		if e.Path() == path {
			continue
		}
		if at, path = at+1, e.Path(); at > texts && e.Source == nil {
			w.article(e.Article)
		}
	}
}

// actLines notes acts as they stand beside a text.
func (w *reading) actLines(as []*casebook.Act) {
	w.number(len(as))
	for _, a := range as {
		d := w.acts[a].line
		w.b = append(w.b, d[:]...)
	}
}

// actLine notes an act as it stands beside a text.
func (w *reading) actLine(a *casebook.Act) {
	for _, s := range [...]string{a.ID, a.Path, a.Date.String(), string(a.Type), strconv.FormatBool(a.Edited), strconv.FormatBool(a.Reviewed)} {
		w.text(s)
	}
	w.both(a.Title)
}

func (w *reading) both(t i18n.Text) {
	w.text(t.JA)
	w.text(t.EN)
}

// evidence notes sentences, with the first of the texts in which they stand; those of one text stand together.
func (w *reading) evidence(es []casebook.Evidence, texts int) {
	w.number(len(es))
	at, path := 0, ""
	for _, e := range es {
		if e.Path() != path {
			at, path = at+1, e.Path()
		}
		switch {
		case e.Source != nil:
			w.text(e.Source.ID)
			w.text(strconv.FormatBool(e.Source.Shows(e.Sentence)))
		case at <= texts:
			w.article(e.Article)
		default:
			w.text(e.Article.ID)
		}
		w.text(string(e.Lang))
		for _, n := range []int{e.Sentence, e.Passage, e.Mark.Start, e.Mark.End} {
			w.number(n)
		}
		w.text(e.AsWritten)
	}
}

// sources notes sources as lists show them, with who published them; their records are in the ground.
func (w *reading) sources(all []*casebook.Source) {
	w.number(len(all))
	for _, s := range all {
		w.text(s.ID)
		w.entity(cmp.Or(s.PublisherEntity, w.book.entity(s.Publisher)))
	}
}

func (w *reading) claims(cs []*casebook.Claim) {
	w.number(len(cs))
	for _, c := range cs {
		w.text(c.ID)
		w.evidence(c.Evidence, len(c.Evidence))
		w.claimed(c)
		for _, d := range c.Disputes {
			w.claimed(d)
		}
	}
}

// claimed notes to whom a claim leads; what it says is in the ground.
func (w *reading) claimed(c *casebook.Claim) {
	w.entity(c.Entity)
	w.entity(c.Value)
	w.entity(c.By)
}
