package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
)

// A File is a script of the search data.
type File struct {
	Path string // from the root of the site
	Data []byte // good until the next file is made
	// Make makes the data, likewise; it is nil where the data is there. Of stands for all that it is made of. Whoever has a file of the same path made
	// of the same need not make it again.
	Make func() ([]byte, error)
	Of   [sha256.Size]byte
	// Stays says that the file is what it was in the archive of which something was kept, whatever Of is. Make is for where it is gone.
	Stays bool
}

// made returns the file with its data, which stays.
func (f File) made() (File, error) {
	data, err := f.Data, error(nil)
	if f.Make != nil {
		data, err = f.Make()
	}
	return File{Path: f.Path, Data: slices.Clone(data)}, err
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
	_, err := Each(c, nil, nil, func(f File) error {
		f, err := f.made()
		files = append(files, f)
		return err
	})
	return files, err
}

// Each hands on every script as soon as it is made, so that those of a large archive are never in memory together. Where most
// records are those of the archive of which old was kept, the index is made of that, and records of the same origin are not made; old and
// origins may be nil. It returns what to keep for the next time, nil where the archive is small.
func Each(c *casebook.Casebook, old *Kept, origins Origins, put func(File) error) (*Kept, error) {
	read := readings(c)
	return pack(entries(c, read, origins), names(c, read), old, sizes(), put)
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
	// Lines is for how many lines each record has room.
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

func pack(list []entry, names []Name, old *Kept, size limits, put func(File) error) (*Kept, error) {
	measure(list, old)
	one, small, err := inOne(list, names, size.one)
	switch {
	case err != nil:
		return nil, err
	case small:
		return nil, put(File{Path: Path, Data: one})
	}
	starts, err := putTexts(list, size.text, put)
	if err != nil {
		return nil, err
	}
	kept := newKept(list, starts, names)
	if err := kept.putIndex(old, list, size, put); err != nil {
		return nil, err
	}
	p := plan{Grams: kept.layout.shards, Starts: starts, Runs: runs(list)}
	for _, r := range kept.records {
		p.Lines = append(p.Lines, r.room()-1)
	}
	one, err = script("window.jikenboSearch = ", head{Names: names, plan: &p}, ";\n")
	return kept, errors.Join(err, put(File{Path: Path, Data: one}))
}

// inOne returns the script of an archive that is small enough for one, with the pages that there are.
func inOne(list []entry, names []Name, size int) (one []byte, ok bool, err error) {
	called := make([]Name, 0, len(names))
	for i := range names {
		if !list[2*i].empty {
			called = append(called, names[i])
		}
	}
	list = present(list)
	length := 0
	for i := range list {
		length += list[i].length
	}
	if length > size {
		return nil, false, nil
	}
	var records []Record
	for i := range list {
		records = append(records, *list[i].record())
	}
	one, err = script("window.jikenboSearch = ", head{Names: called, Records: records}, ";\n")
	return one, len(one) <= size, err
}

// script returns a script around a value. Nothing in it can end the script or break a string:
// encoding/json escapes <, >, & and the line separators of Unicode.
func script(before string, value any, after string) ([]byte, error) {
	data, err := json.Marshal(value)
	return slices.Concat([]byte(before), data, []byte(after)), err
}

const partEnd = ");\n"

// partHead begins a script of the index ("g"), of one posting ("h") or of records ("t").
func partHead(series string, n int) string {
	return `jikenboSearch.put("` + series + strconv.Itoa(n) + `", `
}

func partPath(series string, n int) string {
	return Folder + series + strconv.Itoa(n) + ".js"
}

// length is how many bytes of text there are in a record, than which no script with it is shorter.
func (r *Record) length() int {
	n := len(r.Title)
	for _, name := range r.Names {
		n += len(name)
	}
	for _, l := range r.Lines {
		n += len(l.Text)
	}
	return n
}

// putTexts cuts the records into scripts, and tells with which record each begins.
func putTexts(list []entry, size int, put func(File) error) (starts []int, err error) {
	from, bytes := 0, 0
	var room []byte
	for i := range list {
		e := &list[i]
		bytes += e.length + 10*(1+e.names+e.lines)
		if bytes < size && i+1 < len(list) {
			continue
		}
		n, in := len(starts), list[from:i+1]
		write := func() ([]byte, error) {
			room = append(room[:0], partHead("t", n)...)
			for i := range in {
				room = in[i].appendJSON(append(room, "[,"[min(i, 1)]))
			}
			room = append(append(room, ']'), partEnd...)
			return room, nil
		}
		if err := put(File{Path: partPath("t", n), Make: write, Of: sumOf(in)}); err != nil {
			return nil, err
		}
		starts = append(starts, from)
		from, bytes = i+1, 0
	}
	return starts, nil
}

// appendJSON appends the record, null for one that is not there.
func (e *entry) appendJSON(out []byte) []byte {
	if e.empty {
		return append(out, "null"...)
	}
	return e.record().appendJSON(out)
}

// runs returns what the pairs of records are, Japanese and English.
func runs(list []entry) []run {
	var out []run
	for i := 0; i < len(list); i += 2 {
		e := &list[i]
		if n := len(out); n > 0 && out[n-1].kind == e.kind && out[n-1].years == e.years {
			out[n-1].n++
		} else {
			out = append(out, run{1, e.kind, e.years})
		}
	}
	return out
}

// putIndex puts the scripts of the index. Where those of an old archive can be mended, only what changes in them is made.
func (k *Kept) putIndex(old *Kept, list []entry, size limits, put func(File) error) (err error) {
	if mended, ok := old.mend(k, list, size); ok {
		k.layout = mended.layout
		return mended.put(func() index { return k.indexOf(nil, list) }, size, put)
	}
	k.layout, err = k.indexOf(old, list).put(size, put)
	return err
}

// put puts the index in scripts, and returns how. Which shard a gram is in follows from the gram; a
// heavy posting is in a script of its own ("h"), and in the shard stands "!", its number, ":" and how many lines it has.
func (x index) put(size limits, put func(File) error) (out layout, err error) {
	heavy := map[int]string{}
	var room []byte
	for i, l := range x {
		length := l.size()
		if length > size.heavy {
			n := len(out.heavy)
			out.heavy = append(out.heavy, l.gram)
			heavy[i] = heavyCode(n, l.n)
			length = len(heavy[i])
			room = l.appendHeavy(room[:0], n)
			if err := put(File{Path: partPath("h", n), Data: room}); err != nil {
				return out, err
			}
		}
		out.total += weight(l.gram, length)
	}
	out.shards = size.shards(out.total)
	lists := make([][]int32, out.shards)
	for i, l := range x {
		n := hash(l.gram) % uint32(len(lists))
		lists[n] = append(lists[n], int32(i))
	}
	for n, list := range lists {
		room = append(room[:0], partHead("g", n)...)
		for i, at := range list {
			room = append(room, "{,"[min(i, 1)])
			room = x[at].appendJSON(room, heavy[int(at)])
		}
		if err := put(File{Path: partPath("g", n), Data: endShard(room, len(list))}); err != nil {
			return out, err
		}
	}
	return out, nil
}

// heavyCode is what stands in the shard for a posting that has a script of its own.
func heavyCode(number, lines int) string {
	return "!" + strconv.Itoa(number) + ":" + strconv.Itoa(lines)
}

// appendHeavy appends that script.
func (p *posting) appendHeavy(out []byte, number int) []byte {
	out = append(append(out, partHead("h", number)...), '"')
	return append(append(p.appendBase64(out), '"'), partEnd...)
}

// weight is about how many bytes a gram takes up in a shard where what stands for its lines has so many.
func weight(gram string, length int) int { return len(gram) + length + 6 }

// shards is in how many scripts an index is cut that takes up so many bytes.
func (size limits) shards(total int) int { return total/size.grams + 1 }

// endShard ends a script with so many grams.
func endShard(out []byte, grams int) []byte {
	if grams == 0 {
		out = append(out, '{')
	}
	return append(append(out, '}'), partEnd...)
}

// appendJSON appends the gram and its lines, or what stands for these, as a field of an object.
func (l listed) appendJSON(out []byte, instead string) []byte {
	out = append(appendString(out, l.gram), `:"`...)
	if instead != "" {
		out = append(out, instead...)
	} else {
		out = l.appendBase64(out)
	}
	return append(out, '"')
}

// hash is FNV-1a over the characters of a gram, as static/search.js computes it.
func hash(gram string) uint32 {
	h := uint32(2166136261)
	for _, r := range gram {
		h = (h ^ uint32(r)) * 16777619
	}
	return h
}
