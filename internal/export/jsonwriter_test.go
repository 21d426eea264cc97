package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// ranges is a RangeWriter that counts what it copies.
type ranges struct {
	bytes.Buffer
	copies, copied int
}

func (r *ranges) CopyOld(from io.ReaderAt, at, size int) error {
	r.copies, r.copied = r.copies+1, r.copied+size
	b := make([]byte, size)
	_, err := from.ReadAt(b, int64(at))
	r.Write(b)
	return err
}

// randomLists are lists of records, some of which have no digest.
func randomLists(r *rand.Rand) map[string][]string {
	out := map[string][]string{}
	for _, name := range []string{"a", "b"} {
		for range r.IntN(12) {
			n := r.IntN(20)
			out[name] = append(out[name], fmt.Sprintf(`{"%s":%d}`, name, n)) // of different lengths
		}
		slices.Sort(out[name])
		out[name] = slices.Compact(out[name])
	}
	return out
}

// write writes lists, with a field between them.
func write(t *testing.T, to io.Writer, old Old, lists map[string][]string) []Place {
	t.Helper()
	j := newJSONWriter(to, stocked(old))
	j.field("name", "x")
	for _, name := range []string{"a", "b"} {
		in := lists[name]
		j.list(name, lister{
			n: len(in), item: func(i int) ([]byte, error) { return []byte(in[i]), nil },
			of: func(i int) Digest {
				if strings.HasSuffix(in[i], "7}") {
					return Digest{}
				}
				return sha256.Sum256([]byte(in[i]))
			},
			then: func(i int, compact []byte) error {
				if compact != nil && string(compact) != in[i] {
					t.Errorf("%s is told of as %s", in[i], compact)
				}
				return nil
			},
		})
	}
	if err := j.close(); err != nil {
		t.Fatal(err)
	}
	return j.places
}

// TestRecordsAreTakenByRanges writes lists of which an old file has some records, and holds that they are what is written without one, that records stand where
// they are said to, and that what stands together is copied together.
func TestRecordsAreTakenByRanges(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 6))
	copied := 0
	for range 500 {
		before, after := randomLists(r), randomLists(r)
		var was, want, plain bytes.Buffer
		old := Old{Places: write(t, &was, Old{}, before), Data: nil}
		old.Data = bytes.NewReader(was.Bytes())
		wantPlaces := write(t, &want, Old{}, after)
		var got ranges
		places := write(t, &got, old, after)
		write(t, &plain, old, after)
		if got.String() != want.String() || plain.String() != want.String() {
			t.Fatalf("from\n%s\nis written\n%s\nand\n%s\nwant\n%s", &was, &got.Buffer, &plain, &want)
		}
		if !slices.Equal(places, wantPlaces) {
			t.Fatalf("places are %v, want %v", places, wantPlaces)
		}
		copied += got.copied
		var all ranges
		write(t, &all, old, before)
		if most := 2 + strings.Count(was.String(), "7}"); all.copies > most {
			t.Errorf("%d copies of what stays as a whole, want %d at most:\n%s", all.copies, most, &was)
		}
	}
	if copied == 0 {
		t.Error("nothing was copied")
	}
}

// TestDamagedDigestsAreNotFound holds that a record is found by all of its digest, though it is looked for by the beginning.
func TestDamagedDigestsAreNotFound(t *testing.T) {
	of := sha256.Sum256(nil)
	s := stocked(Old{Places: []Place{{Of: of}, {}}})
	if s.find(of) != 0 {
		t.Error("the record is not found")
	}
	for i := range of {
		other := of
		other[i]++
		if s.find(other) >= 0 {
			t.Errorf("another digest is taken for it: byte %d differs", i)
		}
	}
	if s.find(Digest{}) >= 0 {
		t.Error("what is made of something unknown is found")
	}
}

// TestEntitiesAreEncodedWhole holds that a record with its mentions is what encoding/json makes of it.
func TestEntitiesAreEncodedWhole(t *testing.T) {
	c := mentioning(t)
	var room encoder
	texts := 0
	for _, e := range c.Entities {
		record := converter{c}.entity(e)
		for _, m := range e.Mentions {
			record.slowly(m.Evidence())
		}
		texts += len(record.Mentions)
		want, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		got, err := room.entity(converter{c}, e)
		if err != nil || string(got) != string(want) {
			t.Errorf("%s is encoded as\n%s\nwant\n%s\n%v", e.ID, got, want, err)
		}
	}
	if texts != 4 {
		t.Errorf("%d texts mention an entity", texts)
	}
}

// titled is a version of an article without text.
func titled(l i18n.Lang, title string, f *source.File) *content.Version {
	v := content.NewVersion(l, f, nil)
	v.Title = title
	return v
}

// mentioning is an archive of two articles, one of them in both languages, and of two sources, of which one shows nothing, that name two of three entities.
func mentioning(t *testing.T) *casebook.Casebook {
	t.Helper()
	name := func(id string, l i18n.Lang, in ...int) *analysis.Document {
		doc := document(id, l, "一。", "二。", "三。")
		for _, sentence := range in {
			doc.Mentions = append(doc.Mentions, analysis.Mention{Naming: &analysis.Naming{Entity: "lantern"}, Sentence: sentence, Span: doc.Sentences[sentence].Inner})
		}
		return doc
	}
	day := edtf.MustParse("2026-11-22")
	var articles []*content.Article
	var docs []casebook.Versions
	for _, v := range []casebook.Versions{casebook.Whole(name("a", i18n.JA, 0, 2), name("a", i18n.EN, 1)), casebook.Whole(name("b", i18n.JA, 1, 1), nil)} {
		ja, en := v.In(i18n.JA), v.In(i18n.EN)
		id := ja.Text.ID
		a := &content.Article{ID: id, Published: day, Reference: day, JA: titled(i18n.JA, id, ja.Text.File)}
		if en != nil {
			a.EN = titled(i18n.EN, id, en.Text.File)
		}
		articles, docs = append(articles, a), append(docs, v)
	}
	shown, hidden := name("s", i18n.JA, 1), name("t", i18n.JA, 1)
	sources := seeds.NewSet(
		&seeds.Source{ID: "s", Language: "ja", Rights: seeds.Full, Text: shown.Text.File}, &seeds.Source{ID: "t", Language: "ja", Rights: seeds.None, Text: hidden.Text.File},
	)
	others := content.Entity{ID: "nobody", Kind: content.Operation, Name: both("作戦"), Operation: &content.OperationFacts{Type: "takedown"}}
	c, _ := casebook.Link(casebook.Input{
		Content: &content.Content{Articles: articles, Registry: content.NewRegistry(&content.Entity{ID: "lantern", Kind: content.Actor, Name: both("灯")}, &others)},
		Sources: sources, Articles: docs, Originals: []*analysis.Document{shown, hidden},
	})
	return c
}

// slowly adds a sentence to those of its text.
func (e *entityJSON) slowly(m casebook.Evidence) {
	if !m.May() {
		return
	}
	in := mentionsJSON{Language: m.Lang, Fragments: []string{}}
	if m.Article != nil {
		in.Article = m.Article.ID
	} else {
		in.Source = m.Source.ID
	}
	n := len(e.Mentions)
	if n == 0 || e.Mentions[n-1].Article != in.Article || e.Mentions[n-1].Source != in.Source || e.Mentions[n-1].Language != in.Language {
		e.Mentions = append(e.Mentions, in)
	}
	last := &e.Mentions[len(e.Mentions)-1]
	last.Fragments = append(last.Fragments, m.Fragment(m.Lang))
}

func TestAppendString(t *testing.T) {
	for _, s := range append(texts, "", "an-id_2", "A", "<", "é") {
		want, err := json.Marshal(s)
		if got := appendString(nil, s); err != nil || string(got) != string(want) {
			t.Errorf("%q is written as %s, want %s", s, got, want)
		}
	}
}
