// Package clipping stands beside the pipeline: it cuts the article out of a file as an editor has received it.
//
// In: the bytes of a text, of an HTML page saved from a browser, or of Markdown, in any encoding that Japanese is
// written in. Out: a [Clipping], immutable: the text without page furniture, and what the file tells of title,
// publisher, day, address and language, each with how sure that is and from what it was guessed.
//
// It looks at nothing but the file: nothing is fetched, and no guess depends on an archive.
package clipping

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"

	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// MaxSize is how many bytes a file may have: as many as the text of a source.
const MaxSize = source.MaxOriginal

// ErrNoText says that a page shows no text, or only by script.
var ErrNoText = errors.New("no text was found in it")

// A Clipping is what was cut out of a file.
type Clipping struct {
	Format   string // "text", "HTML", "MHTML" or "Markdown"
	Encoding string // as [seeds.Decode] names it
	// Data is what an archive keeps: a text as it was received, else the text that was cut out, in UTF-8.
	Data []byte
	// Text is Data, decoded. A title that the page had stands in its first line.
	Text string

	Title, Publisher, Author, Published, URL, Language, Kind Guess
	// Readings are those that the page gives as ruby, in their order, each once.
	Readings []Reading
	// Lost counts the places where the file had bytes that are no characters. U+FFFD stands there now.
	Lost int
}

// A Reading is how a page says that a word is read.
type Reading struct{ Word, Kana string }

// Cut cuts the article out of a file. Name is its name or "", zone is that of the archive: the day of an
// instant depends on it. It fails on what holds no text.
func Cut(name string, data []byte, zone *time.Location) (*Clipping, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("it has more than %d MB, as no text has", MaxSize>>20)
	}
	if what := foreign(data); what != "" {
		return nil, fmt.Errorf("it is %s; copy its text into a text file", what)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, fmt.Errorf("it is empty")
	}
	c := &cutter{name: name, zone: zone}
	var err error
	switch formatOf(name, data) {
	case "MHTML":
		err = c.mhtml(data)
	case "HTML":
		err = c.html(data, "")
	case "Markdown":
		err = c.markdown(data)
	default:
		err = c.text(data)
	}
	if err != nil {
		return nil, err
	}
	return c.clipping()
}

// cutter is the state of one Cut.
type cutter struct {
	name string
	zone *time.Location
	out  Clipping
	// what was found, surest or not
	title, publisher, author, published, url, language, kind []Guess
	bodyText                                                 string // the text as the page has it for machines
}

// foreign names what a file is that has no text to be cut out, by its first bytes.
func foreign(data []byte) string {
	for _, f := range []struct{ magic, what string }{
		{"%PDF-", "a PDF"}, {"PK\x03\x04", "a zip file or an Office document"}, {"\xd0\xcf\x11\xe0", "an Office document"},
		{"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"}, {"RIFF", "a picture or a sound"},
		{"\x1f\x8b", "a compressed file"}, {"{\\rtf", "an RTF document"}, {"bplist", "a web archive of Safari"}, {"\x7fELF", "a program"},
	} {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return f.what
		}
	}
	return ""
}

// formatOf says how a file is to be read, by its name, and by what it begins with where the name says nothing.
func formatOf(name string, data []byte) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xht":
		return "HTML"
	case ".md", ".markdown", ".mdown":
		return "Markdown"
	case ".mht", ".mhtml":
		return "MHTML"
	}
	first := bytes.ReplaceAll(data[:min(len(data), 1024)], []byte{0}, nil) // UTF-16 has zeros between the letters
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		first = bytes.TrimPrefix(first, []byte(mark))
	}
	start := strings.ToLower(strings.TrimSpace(string(first)))
	for _, s := range []string{"<!doctype html", "<html", "<head", "<body", "<!-- saved from url"} {
		if strings.HasPrefix(start, s) {
			return "HTML"
		}
	}
	if strings.HasPrefix(start, "<?xml") && strings.Contains(start, "<html") {
		return "HTML"
	}
	if strings.HasPrefix(start, "from: <saved by") {
		return "MHTML"
	}
	return "text"
}

// clipping weighs what was found.
func (c *cutter) clipping() (*Clipping, error) {
	out := &c.out
	if out.Format != "text" && len(out.Text) > source.MaxFile {
		return nil, fmt.Errorf("the text in it has more than %d MB, as no article has", source.MaxFile>>20)
	}
	c.fromText()
	out.Title, out.Publisher, out.Author = weigh(c.title), weigh(c.publisher), weigh(c.author)
	out.Published, out.URL, out.Language = weigh(c.published), weigh(c.url), weigh(c.language)
	c.genre()
	out.Kind = weigh(c.kind)
	if out.Format != "text" {
		title := out.Title.Value
		if out.Title.Sure <= byName { // the name of the file is no part of the text
			title = ""
		}
		out.setText(title, out.Publisher.Value)
	}
	if strings.TrimSpace(out.Text) == "" {
		return nil, ErrNoText
	}
	if at, long := seeds.LongLine(source.NewFile("", out.Text)); long {
		return nil, fmt.Errorf("line %d of its text has more than %d bytes, and no archive reads that", at.Line, source.MaxBlock)
	}
	return out, nil
}

// setText puts the title above the text that was cut out, and leaves out the furniture that lines show by themselves,
// and the title and the publisher where they stand above the text.
func (c *Clipping) setText(title, publisher string) {
	lines := strings.Split(withoutFurniture(c.Text), "\n")
	for i := range lines[:min(len(lines), 5)] {
		if key := squeeze(lines[i]); key == squeeze(title) || key == squeeze(publisher) {
			lines[i] = ""
		}
	}
	body := tidy(strings.Join(lines, "\n"))
	if c.Text = body; body == "" {
		return
	}
	if title != "" {
		body = title + "\n\n" + body
	}
	c.Text = body + "\n"
	c.Data = []byte(c.Text)
}

// withoutFurniture drops the lines that the archive would mark as furniture.
func withoutFurniture(text string) string {
	f := source.NewFile("", text)
	var b strings.Builder
	last := 0
	for _, p := range seeds.Passages(f) {
		if p.Kind != source.Furniture {
			continue
		}
		at := p.Runs[0].File
		b.WriteString(text[last:at.Start])
		last = at.End
	}
	b.WriteString(text[last:])
	return tidy(b.String())
}

// tidy takes white space off the lines, and leaves at most one empty line between two.
func tidy(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.Trim(line, " \t\r\n\u3000\u00a0\u200b\ufeff")
		if line == "" && (len(out) == 0 || out[len(out)-1] == "") {
			continue
		}
		out = append(out, line)
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return strings.Join(out, "\n")
}
