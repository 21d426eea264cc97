package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"unicode"
)

// slowlyPrintable says character by character what [printable] is.
func slowlyPrintable(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		turns := '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\ufeff' || turns {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// FuzzCSV writes rows of two cells as encoding/csv does.
func FuzzCSV(f *testing.F) {
	for _, s := range append(texts, `\.`, " a", "a\"b", "\u3000x", "\u2028", "\u0085", "a\x7fb", "\xe3\x81", "=1", "\n=1", "\u200b=1", "a\rb\r\nc,") {
		f.Add(s, "x")
		f.Add("", s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if got, want := printable(a), slowlyPrintable(a); got != want {
			t.Errorf("printable(%q) = %q, want %q", a, got, want)
		}
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		w.UseCRLF = true
		var r sheet
		for _, row := range [][2]string{{a, b}, {b, a}} {
			if err := w.Write([]string{harmless(row[0]), harmless(row[1])}); err != nil {
				t.Fatal(err)
			}
			r.cells(row[0])
			r.cells(row[1])
			r.end()
		}
		w.Flush()
		if string(r.b) != want.String() {
			t.Errorf("%q and %q are written as\n%s\nwant\n%s", a, b, r.b, want.String())
		}
	})
}
