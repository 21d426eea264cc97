package search

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

var (
	write    = flag.String("write", "", "folder to write the search data of the synthetic archive to, for the tests in the browser")
	articles = flag.Int("articles", 120, "articles of the synthetic archive")
	split    = flag.Bool("split", false, "cut it into scripts however small it is")
	from     = flag.String("from", "", "the one script of a small archive, to cut that up instead of a synthetic one")
)

// words cuts a query into what has to be found, folded.
func words(query string) []string {
	list := strings.Fields(query)
	if strings.HasPrefix(query, `"`) {
		list = []string{query}
	}
	var f folder
	for i, w := range list {
		list[i] = f.fold(w)
	}
	return list
}

// fields returns what a record can be found by: its title and names, then its lines.
func (r Record) fields() []string {
	out := append([]string{r.Title}, r.Names...)
	for _, l := range r.Lines {
		out = append(out, l.Text)
	}
	return out
}

// foldAll returns the fields of each record, folded, a line each.
func foldAll(records []Record) []string {
	var f folder
	out := make([]string, len(records))
	for i, r := range records {
		fields := r.fields()
		for j := range fields {
			fields[j] = f.fold(fields[j])
		}
		out[i] = strings.Join(fields, "\n")
	}
	return out
}

// scan returns the records that have all words.
func scan(folded, words []string) []uint32 {
	out := []uint32{}
	for i, text := range folded {
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) }) {
			out = append(out, uint32(i))
		}
	}
	return out
}

// lineOf returns where the lines of each record begin, and for each line its record.
func lineOf(records []Record) (first []uint32, record []int) {
	for i, r := range records {
		first = append(first, uint32(len(record)))
		for range (lined{lines: len(r.Lines)}).room() {
			record = append(record, i)
		}
	}
	return first, record
}

// TestIndexMissesNothing compares the index of a large archive with a plain scan of the folded text: each gram of
// each line is listed for it, and each entity for the records that name it.
func TestIndexMissesNothing(t *testing.T) {
	s := newSynth()
	records, names := s.archive(40)
	x, folded := newKept(measured(records), nil, names).indexOf(nil, measured(records)), foldAll(records)
	first, record := lineOf(records)
	has := map[string]map[uint32]bool{}
	for _, l := range x {
		gram := l.gram
		has[gram] = map[uint32]bool{}
		for _, line := range l.lines() {
			if int(line) >= len(record) {
				t.Fatalf("%q: line %d of %d", gram, line, len(record))
			}
			has[gram][line] = true
		}
	}
	var f folder
	for i, r := range records {
		for j, field := range r.fields() {
			line := first[i] + uint32(max(j-len(r.Names), 0))
			for _, p := range appendPieces(nil, f.runes(field)) {
				g, alone := p.gram(), p.alone()
				gram := g.String()
				if alone && !has[gram][first[i]] && !has[gram][first[i]+1] || !alone && !has[gram][line] {
					t.Fatalf("%q stands in line %d of %s (%s), which the index lacks", gram, j, r.Path, r.Lang)
				}
			}
		}
	}
	for n, name := range names {
		for i, text := range folded {
			in := slices.ContainsFunc(name.Said, func(said string) bool { return wordIn(text, said) })
			if got := has[(named | gram(n)).String()][first[i]] || has[(named | gram(n)).String()][first[i]+1]; got != in {
				t.Fatalf("%q: %s (%s): in the text %v, not so in the index", name.Said[0], records[i].Path, records[i].Lang, in)
			}
		}
	}
}

// TestGrams names every gram of a text in words.
func TestGrams(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""}, {"警", "警!"}, {"警察庁", "警! 察! 警察 庁! 察庁"}, {"𠮷野家", "𠮷! 野! 𠮷野 家! 野家"},
		{"abc", "a! b! ab! c! bc! abc"}, {"a b", "a! _! a_! b! _b! a_b"}, {"pc事件", "p! c! pc! 事! c事 件! 事件"}, {"12台", "1! 2! 12! 台! 2台"},
	} {
		var got []string
		for _, p := range appendPieces(nil, []rune(tt.text)) {
			g, alone := p.gram(), p.alone()
			mark := ""
			if alone {
				mark = "!"
			}
			got = append(got, strings.ReplaceAll(g.String(), " ", "_")+mark)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q has %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestPosting(t *testing.T) {
	for _, lines := range [][]uint32{{0}, {7}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 300, 70000}} {
		var p posting
		for _, l := range lines {
			p.put(l)
			p.put(l)
		}
		if got := p.lines(); !slices.Equal(got, lines) || p.size() != len(p.String()) {
			t.Errorf("%v came back as %v, as long as %d: %s", lines, got, p.size(), p.String())
		}
	}
}

// TestPackedArchive cuts an archive up, a synthetic one or that of -from, and looks whether every record is in one script, and none is large.
// With -write it leaves the scripts, and queries for them, to the tests in the browser.
func TestPackedArchive(t *testing.T) {
	s := newSynth()
	records, names := s.archive(*articles)
	if *from != "" {
		records, names = built(t, *from)
	}
	size := sizes()
	if *write == "" || *split {
		size.one = 0
	}
	var files []File
	_, err := pack(entriesOf(records), names, nil, size, func(f File) error {
		f, err := f.made()
		files = append(files, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if *write != "" && *from != "" {
		writeAll(t, files)
	} else if *write != "" {
		queries, err := json.Marshal(s.queries(records))
		if err != nil {
			t.Fatal(err)
		}
		folds, err := json.Marshal(folds())
		if err != nil {
			t.Fatal(err)
		}
		writeAll(t, append(files, File{Path: "queries.json", Data: queries}, File{Path: "folds.json", Data: folds}))
	}
	var all strings.Builder
	for _, file := range files {
		if file.Path != Path && !strings.Contains(file.Path, "/h") && len(file.Data) > 100<<10 {
			t.Errorf("%s has %d bytes", file.Path, len(file.Data))
		}
		if strings.HasPrefix(file.Path, "assets/search/t") {
			all.Write(file.Data)
		}
	}
	if n := strings.Count(all.String(), `"path":`); n != len(records) && len(files) > 1 {
		t.Errorf("%d records are in the scripts, want %d", n, len(records))
	}
}

// built reads the one script of a small archive back.
func built(t *testing.T, path string) ([]Record, []Name) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var archive struct {
		Records []Record
		Names   [][2]string
	}
	data = bytes.TrimSuffix(bytes.TrimPrefix(data, []byte("window.jikenboSearch = ")), []byte(";\n"))
	if err := json.Unmarshal(data, &archive); err != nil {
		t.Fatal(err)
	}
	var names []Name
	for _, n := range archive.Names {
		cut := func(list string) []string { return strings.FieldsFunc(list, func(r rune) bool { return r == '\t' }) }
		names = append(names, Name{Said: cut(n[0]), Asked: cut(n[1])})
	}
	return archive.Records, names
}

// folds returns texts and what they are folded to: odd ones, and every character that is nothing exotic.
func folds() [][2]string {
	var f folder
	var out [][2]string
	for _, text := range odd {
		out = append(out, [2]string{text, f.fold(text)})
	}
	for r := rune(' '); r <= 0xffef; r++ {
		if unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z) && !unicode.In(r, unicode.Hangul) {
			text := "a" + string(r) + "z" // what parts words is seen between Latin letters
			out = append(out, [2]string{text, f.fold(text)})
		}
	}
	return out
}

// writeAll writes the files.
func writeAll(t *testing.T, files []File) {
	t.Helper()
	for _, file := range files {
		path := filepath.Join(*write, filepath.FromSlash(file.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
