package search

import (
	"bytes"
	"encoding/json"
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
	return pack(Records(c), names(c), sizes())
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

func pack(records []Record, names []Name, size limits) ([]File, error) {
	if length(records) <= size.one {
		one, err := script("window.jikenboSearch = ", head{Names: names, Records: records}, ";\n")
		if err != nil || len(one) <= size.one {
			return []File{{Path, one}}, err
		}
	}
	grams, shards, err := indexed(records, names).files(size)
	if err != nil {
		return nil, err
	}
	texts, starts, err := textFiles(records, size.text)
	if err != nil {
		return nil, err
	}
	p := plan{Grams: shards, Starts: starts, Runs: runs(records)}
	for _, r := range records {
		p.Lines = append(p.Lines, len(r.Lines))
	}
	one, err := script("window.jikenboSearch = ", head{Names: names, plan: &p}, ";\n")
	return slices.Concat([]File{{Path, one}}, texts, grams), err
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

// textFiles cuts the records into scripts, and tells with which record each begins.
func textFiles(records []Record, size int) (files []File, starts []int, err error) {
	from, bytes := 0, 0
	for i, r := range records {
		bytes += length(records[i:i+1]) + 10*(1+len(r.Names)+len(r.Lines))
		if bytes < size && i+1 < len(records) {
			continue
		}
		f, err := part("t", len(files), records[from:i+1])
		if err != nil {
			return nil, nil, err
		}
		files, starts = append(files, f), append(starts, from)
		from, bytes = i+1, 0
	}
	return files, starts, nil
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
	x, f := indexer{pieces: map[gram]*posting{}, named: map[string]*posting{}, called: newTrie(names)}, folder{}
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

// files returns the index in scripts. Which of the shards a gram is in follows from the gram; a heavy
// posting is in a script of its own ("h"), and in the shard stands "!", its number, ":" and how many lines it has.
func (x index) files(size limits) (files []File, shards int, err error) {
	written, total := make(map[string]string, len(x)), 0
	for _, gram := range slices.Sorted(maps.Keys(x)) {
		p := x[gram]
		text := p.String()
		if len(text) > size.heavy {
			f, err := part("h", len(files), text)
			if err != nil {
				return nil, 0, err
			}
			text = "!" + strconv.Itoa(len(files)) + ":" + strconv.Itoa(p.n)
			files = append(files, f)
		}
		written[gram] = text
		total += len(gram) + len(text) + 6
	}
	lists := make([]map[string]string, total/size.grams+1)
	for i := range lists {
		lists[i] = map[string]string{}
	}
	for gram, text := range written {
		lists[hash(gram)%uint32(len(lists))][gram] = text
	}
	for i, list := range lists {
		f, err := part("g", i, list)
		if err != nil {
			return nil, 0, err
		}
		files = append(files, f)
	}
	return files, len(lists), nil
}

// hash is FNV-1a over the characters of a gram, as static/search.js computes it.
func hash(gram string) uint32 {
	h := uint32(2166136261)
	for _, r := range gram {
		h = (h ^ uint32(r)) * 16777619
	}
	return h
}
