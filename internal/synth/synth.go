package synth

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"time"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
)

// A File is a file of the made archive.
type File struct {
	Path string // relative to the archive, with slashes
	Data []byte
}

// Measures of an archive: an actor per this many articles, an operation per that many.
const (
	articlesPerActor     = 20
	articlesPerOperation = 40
	paragraphs           = 6
	sentences            = 3 // of a paragraph
)

// A maker makes articles out of sentences.
type maker struct {
	pairs         []pair
	ja, en        []string        // names of actors to be replaced
	named         [][]string      // names of each entity
	sources       []*seeds.Source // that say on which day they came out
	actors        []entity
	operations    []entity
	articlesSoFar int
}

// An article is a made article in both languages.
type article struct {
	id         string
	day        time.Time
	sources    []string
	actors     []entity
	operations []entity
	title      i18n.Text
	body       i18n.Text
}

// Archive makes an archive with n articles, those of the given one among them. Shipped is the registry in the program.
// It fails where the archive has no sentences to recombine.
func Archive(archive, shipped fs.FS, n int) ([]File, error) {
	files, m, err := newMaker(archive, shipped, n)
	if err != nil {
		return nil, err
	}
	for _, e := range m.actors {
		files = append(files, e.actorFile())
	}
	for i, e := range m.operations {
		files = append(files, m.operationFile(i, e))
	}
	for i := range n - m.articlesSoFar {
		a := m.article(i)
		for _, l := range i18n.Langs {
			files = append(files, File{"content/articles/" + a.id + "/" + string(l) + ".md", a.markdown(l)})
		}
	}
	return files, nil
}

// newMaker reads the archive and returns its files too.
func newMaker(archive, shipped fs.FS, n int) ([]File, *maker, error) {
	files, err := copied(archive)
	if err != nil {
		return nil, nil, err
	}
	c, _ := content.Load(shipped, archive)
	m := &maker{
		articlesSoFar: len(c.Articles), named: namesOf(c.Registry),
		actors:     named(1+n/articlesPerActor, "made-actor", i18n.Text{}),
		operations: named(1+n/articlesPerOperation, "made-operation", i18n.Text{JA: "作戦", EN: " operation"}),
	}
	m.ja, m.en = actorNames(c.Registry)
	m.pairs = slices.DeleteFunc(pairs(c.Articles), func(p pair) bool { return !m.agree(p) })
	if len(m.pairs) < sentences {
		return nil, nil, fmt.Errorf("%d sentences in both languages are too few to make articles of", len(m.pairs))
	}
	set, _ := seeds.Load(archive, nil)
	m.sources = slices.DeleteFunc(set.All(), func(s *seeds.Source) bool { return !s.Published.IsDay() })
	return files, m, nil
}

// copied returns config.toml, content/ and the records of seeds/.
func copied(archive fs.FS) ([]File, error) {
	var files []File
	for _, root := range []string{"config.toml", "content", "seeds"} {
		err := fs.WalkDir(archive, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || root == "seeds" && path.Ext(name) != ".toml" {
				return err
			}
			data, err := fs.ReadFile(archive, name)
			files = append(files, File{name, data})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// article makes the i-th article.
func (m *maker) article(i int) article {
	r := rand.New(rand.NewPCG(uint64(i), 6))
	a := article{
		id:  fmt.Sprintf("made-%05d", i+1),
		day: time.Date(lastYear, 11, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -r.IntN(15*365)),
	}
	for range 1 + r.IntN(2) {
		a.actors = once(a.actors, m.actors[rare(r, len(m.actors))])
	}
	a.operations = []entity{m.operations[rare(r, len(m.operations))]}
	if s := m.source(r, time.Time{}, a.day); s != "" {
		a.sources = []string{s}
	}
	a.title = i18n.Text{
		JA: fmt.Sprintf("%sをめぐる動き（%d年%d月%d日）", a.actors[0].name.JA, a.day.Year(), a.day.Month(), a.day.Day()),
		EN: fmt.Sprintf("News of %s, %s", a.actors[0].name.EN, a.day.Format("2 January 2006")),
	}
	m.write(&a, r)
	return a
}

// source returns the id of a source that came out between two days, "" if none did.
func (m *maker) source(r *rand.Rand, from, to time.Time) string {
	n := r.IntN(1 << 20)
	var fit []string
	for _, s := range m.sources {
		if day := dayOf(s); !day.Before(from) && !day.After(to) {
			fit = append(fit, s.ID)
		}
	}
	if len(fit) == 0 {
		return ""
	}
	return fit[n%len(fit)]
}

// newest is the day of the newest source.
func (m *maker) newest() time.Time {
	var out time.Time
	for _, s := range m.sources {
		if day := dayOf(s); day.After(out) {
			out = day
		}
	}
	return out
}

// dayOf is the day on which a source came out, which is known of those that the maker has.
func dayOf(s *seeds.Source) time.Time {
	day, _ := time.Parse(time.DateOnly, s.Published.String())
	return day
}

// rare returns a number below n, small ones far more often: few actors are in most of the news.
func rare(r *rand.Rand, n int) int {
	x := r.Float64()
	return int(x * x * x * float64(n))
}

func once(es []entity, e entity) []entity {
	for _, o := range es {
		if o.id == e.id {
			return es
		}
	}
	return append(es, e)
}

// write writes the text of an article.
func (m *maker) write(a *article, r *rand.Rand) {
	var ja, en strings.Builder
	for p := range paragraphs {
		if p == paragraphs/2 {
			ja.WriteString("## その後の動き\n\n")
			en.WriteString("## What followed\n\n")
		}
		for s := range sentences {
			one := m.pairs[r.IntN(len(m.pairs))]
			if p == 0 && s == 0 {
				one = pair{
					fmt.Sprintf("%sは%sの対象である。", a.actors[0].name.JA, a.operations[0].name.JA),
					fmt.Sprintf("%s is what the %s was directed against.", a.actors[0].name.EN, a.operations[0].name.EN),
				}
			}
			one = redate(m.rename(one, a.actors[s%len(a.actors)]), a.day, func() int { return r.IntN(400) })
			ja.WriteString(one.ja)
			en.WriteString(one.en)
			if s < sentences-1 {
				en.WriteString(" ")
			}
		}
		if len(a.sources) > 0 && p%2 == 0 {
			fmt.Fprintf(&ja, "[**資料**](source:%s)による。", a.sources[0])
			fmt.Fprintf(&en, " See the [**record**](source:%s).", a.sources[0])
		}
		ja.WriteString("\n\n")
		en.WriteString("\n\n")
	}
	a.body = i18n.Text{JA: strings.TrimSpace(ja.String()) + "\n", EN: strings.TrimSpace(en.String()) + "\n"}
}

// rename puts a made actor in the place of a real one.
func (m *maker) rename(p pair, to entity) pair {
	for _, name := range m.ja {
		p.ja = strings.ReplaceAll(p.ja, name, to.name.JA)
	}
	for _, name := range m.en {
		p.en = strings.ReplaceAll(p.en, name, to.name.EN)
		p.ja = strings.ReplaceAll(p.ja, name, to.name.JA)
	}
	return p
}
