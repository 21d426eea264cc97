package export

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
)

// madeOf tells by [Made] what records and small files are made of. What it tells is zero where that is not known, and no more than the
// record says: where of an article or act only the id stands in a record, what else it has is not part of it.
type madeOf struct {
	Made
	ground   Digest
	b        []byte
	articles map[*casebook.Article]*madeArticle
	ages     map[*casebook.Entity]age // of those of which it was asked; zero where no article has a day
}

// A madeArticle is what is told of an article, once: lists and mentions of entities name it 400,000 times.
type madeArticle struct {
	of  Digest   // what its record is made of
	id  [16]byte // stands for its id
	day edtf.Date
}

func newMadeOf(m Made, c *casebook.Casebook) *madeOf {
	w := &madeOf{Made: m, ages: make(map[*casebook.Entity]age, len(c.Entities))}
	if m == nil {
		return w
	}
	w.ground, w.articles = m.Ground(), make(map[*casebook.Article]*madeArticle, len(c.Articles))
	all := make([]madeArticle, len(c.Articles))
	for i, a := range c.Articles {
		id := sha256.Sum256([]byte(a.ID))
		all[i] = madeArticle{w.linked(a), [16]byte(id[:]), a.Published}
		w.articles[a] = &all[i]
	}
	return w
}

// known reports whether anything is.
func (w *madeOf) known() bool { return w.Made != nil }

// begin begins what something of a kind is made of: of the ground always. It is ended by digest.
func (w *madeOf) begin(kind, id string) {
	w.b = append(w.b[:0], w.ground[:]...)
	w.text(kind)
	w.text(id)
}

func (w *madeOf) digest() Digest { return sha256.Sum256(w.b) }

func (w *madeOf) text(s string) {
	w.b = binary.AppendUvarint(w.b, uint64(len(s)))
	w.b = append(w.b, s...)
}

func (w *madeOf) number(n int) { w.b = binary.AppendVarint(w.b, int64(n)) }

func (w *madeOf) sum(d Digest) { w.b = append(w.b, d[:]...) }

// noteIDs notes which records stand in a list.
func noteIDs[T any](w *madeOf, in []T, id func(T) string) {
	w.number(len(in))
	for _, v := range in {
		w.text(id(v))
	}
}

// article tells what the record of an article is made of, and its report.
func (w *madeOf) article(a *casebook.Article) Digest {
	if !w.known() {
		return Digest{}
	}
	return w.articles[a].of
}

func (w *madeOf) linked(a *casebook.Article) Digest {
	w.begin("article", a.ID)
	w.sum(w.Made.Article(a))
	noteIDs(w, a.Acts, idOfAct)
	noteIDs(w, a.Entities, idOfEntity)
	noteIDs(w, a.Sources, idOfSource)
	return w.digest()
}

// act tells what the record of an act is made of.
func (w *madeOf) act(a *casebook.Act) Digest {
	if !w.known() {
		return Digest{}
	}
	return w.Made.Act(a)
}

// dated is act for a record that tells how old the act is, which the archive as a whole tells where no article with a day does.
func (w *madeOf) dated(a *casebook.Act, archive age) Digest {
	of := w.act(a)
	if !w.known() || hasAge(a) {
		return of
	}
	w.begin("act", a.ID)
	w.sum(of)
	w.age(archive)
	return w.digest()
}

// aged tells what something is made of that only the ground and an age tell.
func (w *madeOf) aged(name string, at age) Digest {
	if !w.known() {
		return Digest{}
	}
	w.begin("aged", name)
	w.age(at)
	return w.digest()
}

// object tells what the object of an entity is made of. It may lead to one that has no page.
func (w *madeOf) object(name string, e *casebook.Entity, at age) Digest {
	if !w.known() {
		return Digest{}
	}
	w.begin("object", name)
	w.age(at)
	w.text(e.Path)
	return w.digest()
}

// claim tells what a note on a claim is made of.
func (w *madeOf) claim(name string, c *casebook.Claim, at age) Digest {
	if !w.known() {
		return Digest{}
	}
	w.begin("claim", name)
	w.age(at)
	w.evidence(c.Evidence)
	return w.digest()
}

func (w *madeOf) age(at age) {
	w.text(at.first.String())
	w.text(at.last.String())
}

// part tells what the part of a year is made of.
func (w *madeOf) part(acts []*casebook.Act, articles []*casebook.Article) Digest {
	if !w.known() {
		return Digest{}
	}
	w.begin("part", "")
	w.number(len(acts))
	for _, a := range acts {
		w.sum(w.act(a))
	}
	for _, a := range articles {
		w.sum(w.article(a))
	}
	return w.digest()
}

// entity tells what the record of an entity is made of.
func (w *madeOf) entity(e *casebook.Entity) Digest {
	w.begin("entity", e.ID)
	noteIDs(w, e.Acts, idOfAct)
	var at age // an entity may have thousands of articles: they are gone through once
	w.number(len(e.Articles))
	for _, a := range e.Articles {
		article := w.articles[a]
		w.b = append(w.b, article.id[:]...)
		at.add(article.day)
	}
	w.ages[e] = at
	noteIDs(w, e.Sources, idOfSource)
	noteIDs(w, e.Operations, idOfEntity)
	noteIDs(w, e.Countered, idOfEntity)
	w.number(len(e.Claims))
	for _, c := range e.Claims {
		w.text(c.ID)
		w.evidence(c.Evidence)
		w.number(len(c.Disputes))
		for _, d := range c.Disputes {
			w.text(d.Entity.ID)
			w.text(d.ID)
		}
	}
	w.mentions(e.Mentions)
	return w.digest()
}

// ageOf is the age of an entity, that of the archive where no article has a day.
func (w *madeOf) ageOf(e *casebook.Entity, archive age) age {
	at, ok := w.ages[e]
	if !ok {
		at = ageOf(e.Articles, age{})
		w.ages[e] = at
	}
	return at.or(archive)
}

// evidence notes sentences with their words.
func (w *madeOf) evidence(es []casebook.Evidence) {
	w.number(len(es))
	for _, e := range es {
		if e.Article != nil {
			w.text(e.Article.ID)
			w.sum(w.Made.Article(e.Article))
		} else {
			w.text(e.Source.ID) // its text is in the ground
			w.number(shown(e.May()))
		}
		w.text(string(e.Lang))
		w.number(e.Sentence)
		w.text(e.AsWritten)
	}
}

func shown(may bool) int {
	if may {
		return 1
	}
	return 0
}

// mentions notes where sentences stand; their words are not told.
func (w *madeOf) mentions(ms casebook.Mentions) {
	var last casebook.Mention
	for _, m := range ms {
		if !m.Beside(last) {
			if a := m.Article(); a != nil {
				w.number(-1)
				w.b = append(w.b, w.articles[a].id[:]...)
			} else {
				w.number(-2)
				w.text(m.Source().ID)
			}
			w.text(string(m.Lang()))
		}
		last = m
		w.number(m.Sentence())
		if m.Source() != nil {
			w.number(shown(m.May()))
		}
	}
}

// feed tells what the feed of an actor or operation is made of. The archive as a whole tells how old is what no article with a day tells.
func (w *madeOf) feed(e *casebook.Entity, archive age) Digest {
	if !w.known() {
		return Digest{}
	}
	w.begin("feed", e.ID)
	w.number(len(e.Articles))
	timeless := len(e.Acts) == 0 && !slices.ContainsFunc(e.Articles, dated)
	for _, a := range e.Articles {
		w.sum(w.article(a))
	}
	for _, a := range e.Acts {
		w.sum(w.act(a))
		timeless = timeless || !hasAge(a)
	}
	if timeless {
		w.age(archive)
	}
	return w.digest()
}
