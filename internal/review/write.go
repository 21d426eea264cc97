package review

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"jikenbo/internal/edtf"
)

// Bytes is the file as it is written.
func (f *File) Bytes() []byte {
	var b strings.Builder
	for _, line := range preface(f.title) {
		b.WriteString(mark + line + "\n")
	}
	lines(&b, "", f.head)
	gone := false
	for _, s := range f.Sentences {
		b.WriteByte('\n')
		if s.gone && !gone {
			gone = true
			b.WriteString(mark + " The text no longer has these sentences, so that their verdicts decide nothing. Where a sentence\n" +
				mark + " was rewritten, put its new words here if the verdict still holds. Delete what is of no more use.\n\n")
		}
		s.write(&b)
	}
	if len(f.tail) > 0 {
		b.WriteByte('\n')
	}
	lines(&b, "", f.tail)
	return []byte(b.String())
}

// preface are the comments at the head of a file.
func preface(title string) []string {
	return []string{
		" " + title + " から機械が見つけたものを、文ごとに並べています。一つずつ verdict に判断を書いてください。",
		`   "accept"   行のとおりで正しい`,
		`   "correct"  違っていたので、行を正しく直した`,
		`   "reject"   まったくの誤り。サイトに出ない`,
		`   "add"      機械が見落としたので、行を書き足した`,
		" 判断を書いた行はそのまま残ります。書いていない行と、この印で始まるコメントは、jikenbo review を実行するたびに",
		" 書き直されます。ほかのコメントは残ります。行の書き方は docs/format.md にあります。",
		"",
		" What the machine found in " + title + ", sentence by sentence. Give each find a verdict:",
		`   "accept"   it is as it stands in the line`,
		`   "correct"  it is not; you have changed the line to what it is`,
		`   "reject"   it is nothing of the kind, and will be gone from the site`,
		`   "add"      you have added the line: the machine had missed it`,
		" A line with a verdict is yours and stays as it is. One without is the machine's, and is written anew when you run",
		" jikenbo review again; so are comments marked as these are, whose first letters tell whether a line was changed.",
		" All other comments are yours and stay.",
		" docs/format.md says what stands in a line.",
	}
}

func lines(b *strings.Builder, indent string, comments []string) {
	for _, c := range comments {
		b.WriteString(indent + c + "\n")
	}
}

func (s *Sentence) write(b *strings.Builder) {
	lines(b, "", s.before)
	b.WriteString("[[sentence]]\n")
	switch {
	case s.Hash != "":
		fmt.Fprintf(b, "hash = %s", basic(s.Hash))
		if s.line > 0 {
			fmt.Fprintf(b, " %s line %d", mark, s.line)
		}
		b.WriteByte('\n')
	default:
		fmt.Fprintf(b, "%s = %s\n", s.Lang, basic(s.Text))
	}
	if s.Nth > 1 {
		fmt.Fprintf(b, "nth = %d\n", s.Nth)
	}
	b.WriteString("finds = [\n")
	for _, f := range s.Finds {
		f.write(b)
	}
	lines(b, "  ", s.after)
	b.WriteString("]\n")
}

func (f *Find) write(b *strings.Builder) {
	lines(b, "  ", f.before)
	fmt.Fprintf(b, "  { verdict = %s, %s },", basic(string(f.Verdict)), f.body())
	if f.print != "" || f.why != "" {
		b.WriteString(" " + strings.TrimSpace(mark+f.print+" "+f.why))
	}
	if f.beside != "" {
		b.WriteString(" " + f.beside)
	}
	b.WriteByte('\n')
}

// fingerprint tells whether a line is as the machine wrote it.
func (f *Find) fingerprint() string {
	sum := sha256.Sum256([]byte(f.body()))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5])[:3])
}

// body is a line without its verdict.
func (f *Find) body() string {
	w := pairsOf{}
	w.text(string(f.Class), f.Surface, true)
	if f.Nth > 1 {
		w.raw("nth", strconv.Itoa(f.Nth))
	}
	return strings.Join(append(w, f.values()...), ", ")
}

// values are what a line says of the words that were found.
func (f *Find) values() pairsOf {
	var w pairsOf
	switch v := &f.Values; f.Class {
	case Mention:
		w.text("kind", string(v.Kind), false)
		w.text("entity", v.Entity, false)
	case Date:
		w.text("edtf", v.EDTF.String(), f.Verdict != Reject)
	case Event:
		w.text("type", string(v.Type), false)
		w.date("edtf", v.EDTF)
		w.date("announced", v.Announced)
		w.text("modality", string(v.Modality), false)
		for i, names := range v.Who {
			w.list(string(roles[i]), names)
		}
	case Figure:
		if f.Verdict != Reject || v.Max != 0 || v.Min != 0 {
			v.figure(&w)
		}
	}
	return w
}

func (v *Values) figure(w *pairsOf) {
	switch {
	case v.Min == v.Max && v.Max != 0:
		w.number("value", v.Min)
	default:
		w.number("min", v.Min)
		if v.Max != 0 {
			w.number("max", v.Max)
		}
	}
	w.text("unit", v.Unit, false)
	w.text("qualifier", v.Qualifier, false)
	w.text("counts", v.Counts, false)
	w.text("by", v.By, false)
	w.date("as_of", v.AsOf)
}

// pairsOf are keys with their values, as they are written in a line.
type pairsOf []string

func (w *pairsOf) raw(key, value string) { *w = append(*w, key+" = "+value) }

func (w *pairsOf) text(key, value string, always bool) {
	if value != "" || always {
		w.raw(key, basic(value))
	}
}

func (w *pairsOf) date(key string, d edtf.Date) { w.text(key, d.String(), false) }

func (w *pairsOf) number(key string, x float64) {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if len(strings.TrimLeft(s, "-")) > 18 && !strings.Contains(s, ".") {
		s += ".0" // no whole number of TOML is so large
	}
	w.raw(key, s)
}

func (w *pairsOf) list(key string, names []string) {
	if len(names) == 0 {
		return
	}
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = basic(n)
	}
	w.raw(key, "["+strings.Join(quoted, ", ")+"]")
}

// basic writes a string of TOML. What cannot be seen is written as its number.
func basic(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r > 0xffff && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		case !unicode.IsPrint(r) && r != '\u3000':
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
