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
}

// sizes are such that a query, which needs a dozen scripts of the index and about as many with records,
// stays well under 3 MB. An archive of 1,000 articles is about as large as one script may be.
var sizes = limits{one: 6 << 20, text: 20 << 10, grams: 40 << 10}

// Files returns the scripts: [Path] always, and for a large archive those that it
// leads to, with its records and an index of them.
func Files(c *casebook.Casebook) ([]File, error) {
	return pack(Records(c), names(c), sizes)
}

// A head is what [Path] sets: with the records themselves, or with what is needed to ask for them.
type head struct {
	Names []Name `json:"names"`
	*plan
	Records lines[Record] `json:"records,omitempty"`
}

// A plan says where the records are that are in scripts of their own.
// Records are counted in pairs, Japanese and English.
type plan struct {
	// Grams is the number of scripts that the index is in.
	Grams int `json:"grams"`
	// Starts are the pairs with which the scripts of records begin.
	Starts []int `json:"starts"`
	// Runs say what the pairs are, so that they can be filtered unread.
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
	one, err := script("window.jikenboSearch = ", head{Names: names, Records: records}, ";\n")
	if err != nil || len(one) <= size.one {
		return []File{{Path, one}}, err
	}
	x := indexed(records, names)
	p := plan{Grams: x.scripts(size.grams), Runs: runs(records)}
	grams, err := x.files(p.Grams)
	if err != nil {
		return nil, err
	}
	texts, starts, err := textFiles(records, size.text)
	if err != nil {
		return nil, err
	}
	p.Starts = starts
	one, err = script("window.jikenboSearch = ", head{Names: names, plan: &p}, ";\n")
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

// textFiles cuts the records into scripts between pairs, and tells where.
func textFiles(records []Record, size int) (files []File, starts []int, err error) {
	from, bytes := 0, 0
	for i := 0; i < len(records); i += 2 {
		for _, r := range records[i : i+2] {
			for _, l := range r.Lines {
				bytes += len(l.Text) + 10
			}
			bytes += len(r.Title) + 100
		}
		if bytes < size && i+2 < len(records) {
			continue
		}
		f, err := part("t", len(files), records[from:i+2])
		if err != nil {
			return nil, nil, err
		}
		files, starts = append(files, f), append(starts, from/2)
		from, bytes = i+2, 0
	}
	return files, starts, nil
}

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
	x, f := index{}, folder{}
	folded := make([][]string, len(records))
	for i, r := range records {
		fields := r.fields()
		for j, field := range fields {
			fields[j] = f.fold(field)
			x.add(uint32(i), fields[j], j <= len(r.Names))
		}
		folded[i] = fields
	}
	for n, name := range names {
		x.addName(n, name, records, folded)
	}
	return x
}

// addName adds the records that have one of the names of an entity.
func (x index) addName(n int, name Name, records []Record, folded [][]string) {
	found := map[uint32]bool{} // whether in the title
	for _, said := range name.Said {
		for _, record := range x.candidates(said) {
			has := func(field string) bool { return wordIn(field, said) }
			titles := 1 + len(records[record].Names)
			if slices.ContainsFunc(folded[record], has) {
				found[record] = found[record] || slices.ContainsFunc(folded[record][:titles], has)
			}
		}
	}
	for _, record := range slices.Sorted(maps.Keys(found)) {
		x.put(nameMark+strconv.Itoa(n), record, found[record])
	}
}

// scripts returns how many scripts of a size the index fills.
func (x index) scripts(size int) int {
	total := 0
	for gram, p := range x {
		total += len(gram) + len(p.String()) + 6
	}
	return total/size + 1
}

// files returns the index in n scripts; which one a gram is in follows from the gram.
func (x index) files(n int) ([]File, error) {
	shards := make([]map[string]string, n)
	for gram, p := range x {
		i := hash(gram) % uint32(n)
		if shards[i] == nil {
			shards[i] = map[string]string{}
		}
		shards[i][gram] = p.String()
	}
	var out []File
	for i, shard := range shards {
		f, err := part("g", i, shard)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// hash is FNV-1a over the characters of a gram, as static/search.js computes it.
func hash(gram string) uint32 {
	h := uint32(2166136261)
	for _, r := range gram {
		h = (h ^ uint32(r)) * 16777619
	}
	return h
}
