package check

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// readData looks at a file of data: whether it can be read back, and what it says of files of the site.
func (t *tree) readData(name, kind string) error {
	if t.sizes[name] > maxFile {
		return nil // told by its size
	}
	data, err := fs.ReadFile(t.fsys, name)
	if err != nil {
		return err
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch kind {
	case ".json":
		t.json(name, data, 0)
	case ".csv":
		t.csv(name, data)
	default:
		t.xml(name, data)
	}
	return nil
}

// broken reports data that no program can read.
func (t *tree) broken(name string, line int, what string, err error) {
	t.problems.Add(TreeData, at(name, line), "a fault of what writes it: please report it", "not %s: %v", what, err)
}

// naming are the keys of JSON whose values name pages.
var naming = regexp.MustCompile(`"(path|url|home_page_url|feed_url|next_url|content_html)"\s*:\s*("(?:[^"\\]|\\.)*")`)

// json looks at JSON that begins behind a line of a file.
func (t *tree) json(name string, data []byte, line int) {
	if !json.Valid(data) {
		t.broken(name, line, "JSON", json.Unmarshal(data, new(any)))
		return
	}
	lines := counter{text: data, line: line + 1}
	for from := 0; ; { // one after the other: of a large archive there are millions
		m := naming.FindSubmatchIndex(data[from:])
		if m == nil {
			return
		}
		var value string
		if json.Unmarshal(data[from+m[4]:from+m[5]], &value) == nil { // a string in valid JSON cannot fail
			t.named(name, string(data[from+m[2]:from+m[3]]), value, lines.at(from+m[0]))
		}
		from += m[1]
	}
}

// named follows what data say under a key.
func (t *tree) named(name, key, value string, line int) {
	switch {
	case value == "":
	case key == "path" && !hasScheme(value):
		t.dataPath(name, value, line)
	case key == "content_html":
		t.quotedHTML(name, value, line)
	default:
		t.resolve(name, link{element: key, address: value, line: line, optional: true})
	}
}

// dataPath follows a path of the data: that of a file beside them, of the site, or, without a language, of the pages in both.
func (t *tree) dataPath(from, value string, line int) {
	file, _, _ := strings.Cut(value, "#")
	_, beside := t.sizes[path.Join(path.Dir(from), file)]
	_, whole := t.sizes[file]
	folders := []string{"ja", "en"}
	switch {
	case beside:
		folders = []string{path.Dir(from)}
	case whole:
		folders = []string{"."}
	}
	for _, folder := range folders {
		t.target(from, link{element: "data", address: value, line: line}, value, folder)
	}
}

// quotedHTML follows the links of HTML that stands in a feed.
func (t *tree) quotedHTML(name, text string, line int) {
	for _, l := range parse(name, text).links {
		l.line += line - 1
		t.resolve(name, l)
	}
}

// A dataBlock is JSON in a page, and the line on which it begins.
type dataBlock struct {
	text string
	line int
}

// jsonBlock looks at data that stand in a page.
func (t *tree) jsonBlock(name string, b dataBlock) { t.json(name, []byte(b.text), b.line-1) }

// csv looks at a table: the column path names pages.
func (t *tree) csv(name string, data []byte) {
	r := csv.NewReader(bytes.NewReader(data))
	r.ReuseRecord = true
	column := -1
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			line := 0
			if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
				line = parse.Line
			}
			t.broken(name, line, "CSV", err)
			return
		}
		line, _ := r.FieldPos(0)
		switch {
		case line == 1:
			column = slices.Index(row, "path")
		case column >= 0 && row[column] != "":
			t.dataPath(name, row[column], line)
		}
	}
}

// xml looks at a feed or the map of the site.
func (t *tree) xml(name string, data []byte) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		line, _ := d.InputPos()
		if err != nil {
			t.broken(name, line, "XML", err)
			return
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if err := t.xmlElement(name, d, start, line); err != nil {
			t.broken(name, line, "XML", err)
			return
		}
	}
}

// xmlElement follows what an element names by its attributes or its text.
func (t *tree) xmlElement(name string, d *xml.Decoder, start xml.StartElement, line int) error {
	kind := ""
	for _, a := range start.Attr {
		switch a.Name.Local {
		case "href":
			t.resolve(name, link{element: start.Name.Local, address: a.Value, line: line, optional: true})
		case "type":
			kind = a.Value
		}
	}
	location := start.Name.Local == "loc"
	if !location && kind != "html" {
		return nil
	}
	var text string
	if err := d.DecodeElement(&text, &start); err != nil {
		return err
	}
	if location {
		t.resolve(name, link{element: "loc", address: text, line: line})
	} else {
		t.quotedHTML(name, text, line)
	}
	return nil
}

// robots follows the address of the map of the site.
func (t *tree) robots(name, text string) {
	line := 0
	for s := range strings.Lines(text) {
		line++
		if address, ok := strings.CutPrefix(strings.TrimSpace(s), "Sitemap:"); ok {
			t.resolve(name, link{element: "Sitemap", address: address, line: line})
		}
	}
}

// A counter tells the lines of growing offsets.
type counter struct {
	text []byte
	from int
	line int
}

func (c *counter) at(offset int) int {
	c.line += bytes.Count(c.text[c.from:offset], []byte{'\n'})
	c.from = offset
	return c.line
}
