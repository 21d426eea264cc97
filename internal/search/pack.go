package search

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
)

// A File is a script of the search data.
type File struct {
	Path string // from the root of the site
	Data []byte
}

// limits say how the data is cut into scripts.
type limits struct {
	one   int // up to so many bytes there is one script
	text  int // about so large is a script with records
	grams int // and so large one of the index
	heavy int // a posting of so many bytes has a script of its own
}

// sizes are such that a query, which needs a dozen scripts of the index and some more with records,
// stays well under 3 MB. An archive of 1,000 articles is about as large as one script may be.
func sizes() limits { return limits{one: 6 << 20, text: 10 << 10, grams: 40 << 10, heavy: 12 << 10} }

// Files returns the scripts: [Path] always, and for a large archive those that it
// leads to, with its records and an index of them.
func Files(c *casebook.Casebook) ([]File, error) {
	var files []File
	err := Each(c, func(f File) error {
		files = append(files, f)
		return nil
	})
	return files, err
}

// Each hands on every script as soon as it is made, so that those of a large archive are never in memory together.
func Each(c *casebook.Casebook, put func(File) error) error {
	return pack(Records(c), names(c), sizes(), put)
}

// A head is what [Path] sets: with the records themselves, or with what is needed to ask for them.
type head struct {
	Names []Name `json:"names"`
	*plan
	Records lines[Record] `json:"records,omitempty"`
}

// A plan says where the records are that are in scripts of their own.
type plan struct {
	// Grams is the number of scripts that the index is in, apart from heavy postings.
	Grams int `json:"grams"`
	// Lines is how many lines each record has.
	Lines []int `json:"lines"`
	// Starts are the records with which the scripts of records begin.
	Starts []int `json:"starts"`
	// Runs say what the pairs of records are, Japanese and English, so that they can be filtered unread.
	Runs []run `json:"runs"`
}

// A run is a number of pairs of one kind and one stretch of years.
type run struct {
	n     int
	kind  string
	years Years
}

// MarshalJSON writes the run as [n, kind, from, to].
func (r run) MarshalJSON() ([]byte, error) {
	return json.Marshal([4]any{r.n, r.kind, r.years.From, r.years.To})
}

// MarshalJSON writes the name as two lists in one string each.
func (n Name) MarshalJSON() ([]byte, error) {
	return json.Marshal([2]string{strings.Join(n.Said, "\t"), strings.Join(n.Asked, "\t")})
}

// lines is a JSON list with a line for each value.
type lines[T any] []T

// MarshalJSON writes the list.
func (l lines[T]) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, v := range l {
		data, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		b.WriteString([]string{"[", ","}[min(i, 1)])
		b.Write(data)
	}
	b.WriteString("]")
	return b.Bytes(), nil
}

func pack(records []Record, names []Name, size limits, put func(File) error) error {
	if length(records) <= size.one {
		one, err := script("window.jikenboSearch = ", head{Names: names, Records: records}, ";\n")
		if err != nil {
			return err
		}
		if len(one) <= size.one {
			return put(File{Path, one})
		}
	}
	starts, err := putTexts(records, size.text, put)
	if err != nil {
		return err
	}
	p := plan{Starts: starts, Runs: runs(records)}
	for _, r := range records {
		p.Lines = append(p.Lines, len(r.Lines))
	}
	if p.Grams, err = indexed(records, names).put(size, put); err != nil {
		return err
	}
	one, err := script("window.jikenboSearch = ", head{Names: names, plan: &p}, ";\n")
	return errors.Join(err, put(File{Path, one}))
}

// script returns a script around a value. Nothing in it can end the script or break a string:
// encoding/json escapes <, >, & and the line separators of Unicode.
func script(before string, value any, after string) ([]byte, error) {
	data, err := json.Marshal(value)
	return slices.Concat([]byte(before), data, []byte(after)), err
}

// part returns a script of the index ("g") or of records ("t").
func part(series string, n int, value any) (File, error) {
	name := series + strconv.Itoa(n)
	data, err := script(`jikenboSearch.put("`+name+`", `, value, ");\n")
	return File{"assets/search/" + name + ".js", data}, err
}

// length is how many bytes of text there are in records, which no script with them is shorter than.
func length(records []Record) int {
	n := 0
	for _, r := range records {
		for _, text := range r.fields() {
			n += len(text)
		}
	}
	return n
}

// putTexts cuts the records into scripts, and tells with which record each begins.
func putTexts(records []Record, size int, put func(File) error) (starts []int, err error) {
	from, bytes := 0, 0
	for i, r := range records {
		bytes += length(records[i:i+1]) + 10*(1+len(r.Names)+len(r.Lines))
		if bytes < size && i+1 < len(records) {
			continue
		}
		f, err := part("t", len(starts), records[from:i+1])
		if err := errors.Join(err, put(f)); err != nil {
			return nil, err
		}
		starts = append(starts, from)
		from, bytes = i+1, 0
	}
	return starts, nil
}

// runs returns what the pairs of records are, Japanese and English.
func runs(records []Record) []run {
	var out []run
	for i := 0; i < len(records); i += 2 {
		r := records[i]
		if n := len(out); n > 0 && out[n-1].kind == r.Kind && out[n-1].years == r.Years {
			out[n-1].n++
		} else {
			out = append(out, run{1, r.Kind, r.Years})
		}
	}
	return out
}

// indexed returns the index of the records.
func indexed(records []Record, names []Name) index {
	x, f := newIndexer(names), folder{}
	for _, r := range records {
		for _, name := range append([]string{r.Title}, r.Names...) {
			x.add(0, f.fold(name))
		}
		for i, l := range r.Lines {
			x.add(1+i, f.fold(l.Text))
		}
		x.first += uint32(1 + len(r.Lines))
	}
	return x.index()
}

// nameKey is the gram of an entity.
func nameKey(n int) string { return nameMark + strconv.Itoa(n) }

// put puts the index in scripts, and returns how many shards there are. Which of them a gram is in follows from the gram; a
// heavy posting is in a script of its own ("h"), and in the shard stands "!", its number, ":" and how many lines it has.
func (x index) put(size limits, put func(File) error) (shards int, err error) {
	heavy, total := map[string]string{}, 0
	for _, gram := range slices.Sorted(maps.Keys(x)) {
		p := x[gram]
		length := p.size()
		if length > size.heavy {
			n := len(heavy)
			heavy[gram] = "!" + strconv.Itoa(n) + ":" + strconv.Itoa(p.n)
			length = len(heavy[gram])
			f, err := part("h", n, p.String())
			if err := errors.Join(err, put(f)); err != nil {
				return 0, err
			}
		}
		total += len(gram) + length + 6
	}
	lists := make([][]string, total/size.grams+1)
	for gram := range x {
		i := hash(gram) % uint32(len(lists))
		lists[i] = append(lists[i], gram)
	}
	for i, grams := range lists {
		shard := make(map[string]string, len(grams))
		for _, gram := range grams {
			text, ok := heavy[gram]
			if !ok {
				text = x[gram].String()
			}
			shard[gram] = text
		}
		f, err := part("g", i, shard)
		if err := errors.Join(err, put(f)); err != nil {
			return 0, err
		}
	}
	return len(lists), nil
}

// hash is FNV-1a over the characters of a gram, as static/search.js computes it.
func hash(gram string) uint32 {
	h := uint32(2166136261)
	for _, r := range gram {
		h = (h ^ uint32(r)) * 16777619
	}
	return h
}
