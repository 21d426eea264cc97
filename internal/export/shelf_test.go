package export

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"jikenbo/internal/casebook"
)

// editions is what an archive is made of where each thing has an edition.
type editions map[string]int

func (e editions) of(what string) Digest { return sha256.Sum256(fmt.Append(nil, what, e[what])) }

func (e editions) Ground() Digest                     { return e.of("ground") }
func (e editions) Article(a *casebook.Article) Digest { return e.of("article " + a.ID) }
func (e editions) Act(a *casebook.Act) Digest         { return e.of("act " + a.ID) }

// memoryShelf has the files of one run for the next.
type memoryShelf struct {
	was, files map[string][]byte
	old, new   map[string][]Place
}

func (m *memoryShelf) Old(path string) Old {
	return Old{m.old[path], bytes.NewReader(m.was[path])}
}

func (m *memoryShelf) Keep(path string, places []Place) { m.new[path] = places }

// run makes all files, with what the last run has left, and returns how much of them was copied.
func (m *memoryShelf) run(t *testing.T, x *Exporter, c *casebook.Casebook) (copied int) {
	t.Helper()
	m.was, m.files, m.old, m.new = m.files, map[string][]byte{}, m.new, map[string][]Place{}
	_, err := x.Each(c, func(f File) error {
		f, err := f.made()
		if f.Write != nil {
			var to ranges
			err = f.Write(&to)
			f.Data = to.Bytes()
			copied += to.copied
		}
		if f.Stands != nil {
			f.Stands(len(f.Data), sha256.Sum256(f.Data))
		}
		m.files[f.Path] = bytes.Clone(f.Data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return copied
}

// TestWhatStandsIsTaken writes an archive again and again, of which each time others say that they have changed, in one file and in parts: it is what is
// written from nothing.
func TestWhatStandsIsTaken(t *testing.T) {
	for _, c := range []*casebook.Casebook{archive(t, "架空"), mentioning(t)} {
		for _, most := range []int{0, 1} {
			x := exporter()
			x.onePart = most
			want := written(t, x, c)
			r := rand.New(rand.NewPCG(uint64(most), 6))
			now, shelf := editions{}, &memoryShelf{}
			x.Made, x.Shelf = now, shelf
			whole, least := 0, 1<<30
			for n := range 40 {
				copied := shelf.run(t, x, c)
				if n%2 == 1 {
					whole = copied
				} else if n > 0 {
					least = min(least, copied)
				}
				for path, text := range want {
					if got := string(shelf.files[path]); got != text {
						t.Fatalf("run %d, most %d: %s is\n%s\nwant\n%s", n, most, path, got, text)
					}
				}
				if len(shelf.files) != len(want) {
					t.Fatalf("run %d: %d files, want %d", n, len(shelf.files), len(want))
				}
				if n%2 == 1 { // else nothing changes
					bump(r, now, c)
				}
			}
			if whole <= least {
				t.Errorf("most %d: %d bytes are copied where nothing has changed, and %d at least", most, whole, least)
			}
		}
	}
}

// bump lets some things of an archive be of another edition.
func bump(r *rand.Rand, now editions, c *casebook.Casebook) {
	names := []string{"nothing"}
	for _, a := range c.Articles {
		names = append(names, "article "+a.ID)
	}
	for _, a := range c.Acts {
		names = append(names, "act "+a.ID)
	}
	if r.IntN(10) == 0 {
		names = []string{"ground"}
	}
	now[names[r.IntN(len(names))]]++
}

// TestPlacesAreRight holds that each record stands where the shelf is told that it does, and that all but a few objects of STIX are told.
func TestPlacesAreRight(t *testing.T) {
	c := archive(t, "架空")
	x := exporter()
	shelf := &memoryShelf{}
	x.Made, x.Shelf = editions{}, shelf
	shelf.run(t, x, c)
	for path, places := range shelf.new {
		for i, p := range places {
			record := shelf.files[path][p.At : p.At+p.Size]
			if len(record) > 0 && (record[0] != '{' || record[p.Size-1] != '}') && !bytes.HasSuffix(record, []byte("\r\n")) {
				t.Errorf("record %d of %s is %q", i, path, record)
			}
			if path == stixFile && !bytes.Contains(record, []byte(hexUUID([16]byte([]byte(p.Note))))) {
				t.Errorf("the UUID beside %s is another one", record)
			}
		}
		if !slices.IsSortedFunc(places, func(a, b Place) int { return a.At - b.At }) {
			t.Errorf("the records of %s are not in their order", path)
		}
	}
	if n := bytes.Count(shelf.files[stixFile], []byte(`"spec_version"`)); len(shelf.new[stixFile]) != n {
		t.Errorf("%d places of %d objects", len(shelf.new[stixFile]), n)
	}
}
