package export

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// csv writes the table as spreadsheets read it: UTF-8 with a byte order mark, CRLF.
func (t table) csv(to io.Writer, old stock) ([]Place, error) {
	r := &sheet{recordWriter: newRecordWriter(to, 64<<10, "", old)}
	r.b = append(r.b, "\ufeff"...)
	for _, c := range t.columns {
		r.cells(c.name)
	}
	r.end()
	t.rows(r)
	r.group(Digest{}, func() {}) // what is not written yet
	return r.places, r.close()
}

// A sheet is the rows of a table, as they are written, cell by cell. What stands there is what encoding/csv writes, a test holds; but a
// row need not be there as a list of strings.
type sheet struct {
	recordWriter
	b    []byte // rows that are not written yet
	more bool   // a cell of the row is
}

// group writes the rows of something, unless they stood in the old file, made of the same.
func (r *sheet) group(of Digest, rows func()) {
	if len(r.b) > 0 {
		r.put(Place{}, r.b, false)
		r.b = r.b[:0]
	}
	if stood := r.old.find(of); stood >= 0 {
		r.take(r.old.Places[stood], false)
		return
	}
	rows()
	r.put(Place{Of: of}, r.b, false)
	r.b = r.b[:0]
}

// cells writes cells of a row.
func (r *sheet) cells(cells ...string) {
	for _, cell := range cells {
		if r.more {
			r.b = append(r.b, ',')
		}
		r.more = true
		r.cell(harmless(cell))
	}
}

// end ends a row.
func (r *sheet) end() {
	r.b = append(r.b, "\r\n"...)
	r.more = false
}

// cell writes a cell, in quotation marks where a reader would take it for something else without.
func (r *sheet) cell(cell string) {
	first, _ := utf8.DecodeRuneInString(cell)
	if !strings.ContainsAny(cell, ",\"\n") && !unicode.IsSpace(first) && cell != `\.` {
		r.b = append(r.b, cell...)
		return
	}
	r.b = append(r.b, '"')
	for i := range len(cell) {
		switch c := cell[i]; c {
		case '"':
			r.b = append(r.b, `""`...)
		case '\n':
			r.b = append(r.b, "\r\n"...)
		default:
			r.b = append(r.b, c)
		}
	}
	r.b = append(r.b, '"')
}

// harmless keeps a spreadsheet from running a cell: one that begins like a formula, in either
// width, with or without white space before, gets an apostrophe before it.
func harmless(cell string) string {
	cell = printable(cell)
	if cell == "" || '0' <= cell[0] && cell[0] <= '9' || 'A' <= cell[0] && cell[0] <= 'z' {
		return cell
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(cell, unseen))
	if strings.ContainsRune("\t\n", rune(cell[0])) || first != utf8.RuneError && strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}

// unseen is white space, or a mark that shows as nothing.
func unseen(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// printable drops control characters other than the tab and the newline, and those that
// turn the direction of the text around them; a carriage return becomes a newline.
func printable(s string) string {
	if isPrintable(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	return strings.Map(func(r rune) rune {
		if dropped(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// isPrintable reports whether nothing of a text is dropped, as of nearly all.
func isPrintable(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || dropped(r) {
			return false
		}
		i += n
	}
	return true
}

func dropped(r rune) bool {
	turns := '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
	return turns || r == '\ufeff' || unicode.IsControl(r) && r != '\n' && r != '\t'
}
