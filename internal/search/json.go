package search

import (
	"strconv"
	"unicode/utf8"
)

// Records are most of the data, so they are written without encoding/json, as that writes them.

// MarshalJSON writes the record.
func (r Record) MarshalJSON() ([]byte, error) { return r.appendJSON(nil), nil }

// appendJSON appends the record as an object.
func (r *Record) appendJSON(b []byte) []byte {
	b = appendString(append(b, `{"kind":`...), r.Kind)
	b = appendString(append(b, `,"lang":`...), string(r.Lang))
	b = appendString(append(b, `,"path":`...), r.Path)
	b = appendString(append(b, `,"title":`...), r.Title)
	if r.TitleLang != "" {
		b = appendString(append(b, `,"titleLang":`...), r.TitleLang)
	}
	if r.When != "" {
		b = appendString(append(b, `,"when":`...), r.When)
	}
	if r.Years != (Years{}) {
		b = strconv.AppendInt(append(b, `,"years":[`...), int64(r.Years.From), 10)
		b = append(strconv.AppendInt(append(b, ','), int64(r.Years.To), 10), ']')
	}
	for i, name := range r.Names {
		b = appendString(append(b, [...]string{`,"names":[`, `,`}[min(i, 1)]...), name)
	}
	if len(r.Names) > 0 {
		b = append(b, ']')
	}
	for i, l := range r.Lines {
		b = appendString(append(b, [...]string{`,"lines":[[`, `,[`}[min(i, 1)]...), l.Fragment)
		b = append(appendString(append(b, ','), l.Text), ']')
	}
	if len(r.Lines) > 0 {
		b = append(b, ']')
	}
	return append(b, '}')
}

// appendString appends a text in quotes. What could end the script in which it stands is written as a number.
func appendString(b []byte, text string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if sign := escape(r, n); sign != "" {
			b = append(append(b, text[from:i]...), sign...)
			from = i + n
		}
		i += n
	}
	return append(append(b, text[from:]...), '"')
}

// escape returns what is written for a character of so many bytes, "" for itself.
func escape(r rune, size int) string {
	switch {
	case r == '"' || r == '\\':
		return `\` + string(r)
	case r < ' ' || r == '<' || r == '>' || r == '&':
		const hex = "0123456789abcdef"
		switch r {
		case '\b':
			return `\b`
		case '\f':
			return `\f`
		case '\n':
			return `\n`
		case '\r':
			return `\r`
		case '\t':
			return `\t`
		}
		return `\u00` + hex[r>>4:r>>4+1] + hex[r&15:r&15+1]
	case r == utf8.RuneError && size == 1:
		return `\ufffd`
	case r == '\u2028':
		return `\u2028`
	case r == '\u2029':
		return `\u2029`
	}
	return ""
}
