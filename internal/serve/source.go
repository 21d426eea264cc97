package serve

import (
	"errors"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

type problem = source.Problem

// maxShown is how much of a file is shown, in bytes.
const maxShown = 1 << 19

// sourceHref is the address of the page that shows a place.
func sourceHref(at source.Position, l i18n.Lang) string {
	q := url.Values{"file": {at.Path}, "lang": {string(l)}}
	if at.Line == 0 {
		return reserved + "source?" + q.Encode()
	}
	q.Set("line", strconv.Itoa(at.Line))
	if at.Col > 0 {
		q.Set("column", strconv.Itoa(at.Col))
	}
	return reserved + "source?" + q.Encode() + "#L" + strconv.Itoa(at.Line)
}

// canShow reports whether a file may be shown, and is there.
func (s *Server) canShow(file string) bool {
	f, err := s.open(file)
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// open opens a file that the site is made of, by its path from the folder of the archive. Other files of that folder are
// not there, nor is what a symbolic link leads to, which no stage follows.
func (s *Server) open(file string) (*os.File, error) {
	top, _, _ := strings.Cut(file, "/")
	if !fs.ValidPath(file) || strings.ContainsAny(file, "\\\x00") || !slices.Contains(roots[:], top) {
		return nil, fs.ErrNotExist
	}
	for part := file; part != "."; part = path.Dir(part) {
		info, err := s.root.Lstat(filepath.FromSlash(part))
		if err != nil || part == file && !info.Mode().IsRegular() || part != file && !info.IsDir() {
			return nil, fs.ErrNotExist
		}
	}
	return s.root.Open(filepath.FromSlash(file))
}

// A sourcePage shows a file with its problems.
type sourcePage struct {
	Lang    i18n.Lang
	ID      string
	File    string
	Cut     string // says that not all of it is shown; "" where all is
	Editor  template.URL
	Opening string
	Home    string
	Lines   []sourceLine
	Notes   []note // of the file as a whole
}

// A sourceLine is a line, with the character that the address names apart.
type sourceLine struct {
	Number             int
	Here               bool
	Before, At, Behind string
	Notes              []note
}

// source answers with a file of the archive, and shows in it what the address names and where its problems are.
func (s *Server) source(w http.ResponseWriter, r *http.Request) {
	now := s.first(r)
	if now == nil {
		return
	}
	q := query(r)
	line, _ := strconv.Atoi(q.Get("line"))
	col, _ := strconv.Atoi(q.Get("column"))
	at := source.Position{Path: q.Get("file"), Line: line, Col: col}
	text, cut, err := s.text(at.Path)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			s.broken(w, r, now, err)
			return
		}
		s.missing(w, r, now)
		return
	}
	l := langOf(r)
	p := sourcePage{
		Lang: l, ID: s.id(now.number), File: at.Path, Editor: template.URL(s.editorHref(at)), Opening: s.messages.In(l, "serve.editor"),
		Home: s.messages.In(l, "serve.home"), Lines: lines(text, at),
	}
	if cut {
		p.Cut = s.messages.In(l, "serve.cut")
	}
	for _, n := range now.problems {
		switch {
		case n.Pos.Path != at.Path:
		case n.Pos.Line < 1 || n.Pos.Line > len(p.Lines):
			p.Notes = append(p.Notes, s.notes([]problem{n}, l)...)
		default:
			on := &p.Lines[n.Pos.Line-1]
			on.Notes = append(on.Notes, s.notes([]problem{n}, l)...)
		}
	}
	show(w, http.StatusOK, "source.html", p)
}

// text reads a file, or the beginning of a long one. What is no UTF-8 is shown as such.
func (s *Server) text(file string) (text string, cut bool, err error) {
	f, err := s.open(file)
	if err != nil {
		return "", false, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxShown+1))
	if cut = len(data) > maxShown; cut {
		data = data[:maxShown]
	}
	return strings.ToValidUTF8(strings.TrimPrefix(string(data), "\ufeff"), "\ufffd"), cut, err
}

// lines cuts a text into lines, and the named line before and behind the named character.
func lines(text string, at source.Position) []sourceLine {
	var out []sourceLine
	for line := range strings.Lines(text) {
		l := sourceLine{Number: len(out) + 1, Behind: strings.TrimRight(line, "\r\n")}
		if l.Here = l.Number == at.Line; l.Here && at.Col > 0 {
			chars := []rune(l.Behind)
			i := min(at.Col-1, len(chars))
			j := min(i+1, len(chars))
			l.Before, l.At, l.Behind = string(chars[:i]), string(chars[i:j]), string(chars[j:])
		}
		out = append(out, l)
	}
	return out
}
