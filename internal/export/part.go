package export

import (
	"encoding/hex"
	"io"
	"slices"
	"strconv"

	"jikenbo/internal/casebook"
)

// onePart is how many acts and articles archive.json may hold itself. A file with more would at some time be too large for
// a repository on GitHub, and for readers that hold it whole.
const onePart = 4000

// partFolder is where the parts of an archive stand.
const partFolder = "data/archive/"

// partJSON is a part of the archive, as archive.json lists it.
type partJSON struct {
	Path     string `json:"path" doc:"of the file, from the root of the site"`
	Year     string `json:"year" doc:"the year, or undated"`
	Acts     int    `json:"acts" doc:"how many acts of the year it has"`
	Articles int    `json:"articles" doc:"how many articles of the year it has"`
	SHA256   string `json:"sha256" doc:"of the file, in hex"`
}

// partOfJSON is data/archive/YEAR.json.
type partOfJSON struct {
	Format   string         `json:"format" doc:"always jikenbo"`
	Version  int            `json:"version" doc:"as in archive.json"`
	Year     string         `json:"year" doc:"the year, or undated"`
	Acts     []*actJSON     `json:"acts" doc:"those of the timeline whose date begins in the year"`
	Articles []*articleJSON `json:"articles" doc:"those that came out in the year, whole"`
}

// parts emits the parts, and returns what archive.json says of them.
func (w *archiver) parts() ([]partJSON, error) {
	acts, articles := map[int][]*casebook.Act{}, map[int][]*casebook.Article{}
	var years []int
	for _, a := range w.book.Acts {
		years = append(years, a.Date.Year())
		acts[a.Date.Year()] = append(acts[a.Date.Year()], a)
	}
	for _, a := range w.book.Articles {
		years = append(years, a.Reference.Year())
		articles[a.Reference.Year()] = append(articles[a.Reference.Year()], a)
	}
	slices.Sort(years)
	years = slices.Compact(years)
	slices.Reverse(years)
	var out []partJSON
	for _, y := range years {
		p := partJSON{Year: "undated", Acts: len(acts[y]), Articles: len(articles[y])}
		if y != 0 {
			p.Year = strconv.Itoa(y)
		}
		p.Path = partFolder + p.Year + ".json"
		err := w.emit(File{
			Path:   p.Path,
			Write:  func(to io.Writer) error { return w.part(to, p, acts[y], articles[y]) },
			Of:     w.made.part(acts[y], articles[y]),
			Stands: func(_ int, sum Digest) { p.SHA256 = hex.EncodeToString(sum[:]) },
		})
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// part writes the fields of [partOfJSON].
func (w *archiver) part(out io.Writer, p partJSON, acts []*casebook.Act, articles []*casebook.Article) error {
	to := newJSONWriter(out, w.stock(p.Path))
	to.field("format", "jikenbo")
	to.field("version", version)
	to.field("year", p.Year)
	w.told(to, acts, articles)
	return w.closed(to, p.Path)
}
