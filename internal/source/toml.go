package source

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// A Located is a TOML value together with its place, for a field of a struct
// that [DecodeTOML] fills: a check that comes later can still name line and column.
// For a table under a [header] the place is that of the header.
type Located[T any] struct {
	Value T
	Span  Span // in the file; zero where the key was not written
	// Refused reports that a problem of the value was reported when it was decoded:
	// what Value lacks is not missing.
	Refused bool
}

// IsSet reports whether the key was written.
func (l Located[T]) IsSet() bool { return l.Span.End > 0 }

// place records the place and returns a pointer to the value.
func (l *Located[T]) place(s Span) any {
	l.Span = s
	return &l.Value
}

// refuse records that the value was not decoded whole.
func (l *Located[T]) refuse() { l.Refused = true }

// located is implemented by every *Located[T].
type located interface {
	place(Span) any
	refuse()
}

// DecodeTOML reads the TOML that stands in f between the ends of at into v,
// a pointer to a struct whose fields have `toml:"key"` tags, and returns what an
// editor has to mend, each problem with its line and column:
//
//   - wrong syntax, and keys that are written twice (then nothing is decoded)
//   - keys that v has no field for, with the nearest one that it has as hint;
//     of an unknown table only the table is reported, not all that it holds
//   - values of another type than the field's; all others are still decoded
//   - what the UnmarshalText method of a field's type refuses
//   - as a warning, comments and values that begin with TODO
//
// Fields may be strings, bools, integers, float64, structs, slices, maps with string keys,
// pointers to those, types with UnmarshalText (they take a string, or a bare TOML date as it is
// written), and [Located] of any of them. The fields of an embedded struct count as the struct's own.
// A field without a tag, or with the tag "-", takes no part.
//
// For a file that is TOML from end to end, at is [File.All].
func DecodeTOML(f *File, at Span, v any) Problems {
	text := f.Text[at.Start:at.End]
	d := tomlDecoder{file: f, base: at.Start}
	places := scannedTOML(text)
	if places.deep.End > 0 {
		d.add(Limit, places.deep, "write it flat", "this nests more than %d deep, which is the limit; nothing of it is read", MaxDepth)
		return d.problems
	}
	var values map[string]any
	if _, err := toml.Decode(text, &values); err != nil {
		d.syntax(text, err)
		return d.problems
	}
	d.fill(reflect.ValueOf(v).Elem(), values, places.root, "")
	d.todos(places)
	return d.problems
}

// All returns the span of the whole text.
func (f *File) All() Span { return Span{0, len(f.Text)} }

// tomlDecoder is the state of one [DecodeTOML].
type tomlDecoder struct {
	file     *File
	base     int // offset in the file of the text that is decoded
	problems Problems
}

// fieldsByType remembers what tomlFields has found. It depends on the type alone, so it is the same whoever asks.
var fieldsByType sync.Map

// fieldsOf returns the fields of a struct by their keys. Each file has the same few types of them.
func fieldsOf(t reflect.Type) map[string][]int {
	if known, ok := fieldsByType.Load(t); ok {
		return known.(map[string][]int)
	}
	fields := tomlFields(t)
	fieldsByType.Store(t, fields)
	return fields
}

// in turns a span of the decoded text into one of the file.
func (d *tomlDecoder) in(s Span) Span { return Span{d.base + s.Start, d.base + s.End} }

func (d *tomlDecoder) add(code Code, s Span, hint, format string, args ...any) {
	pos := d.file.Position(d.in(s).Start)
	if !d.problems.Enough(pos) {
		d.problems.Add(code, pos, hint, format, args...)
	}
}

// syntax reports an error of the TOML parser.
func (d *tomlDecoder) syntax(text string, err error) {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		d.add(Syntax, Span{}, "", "%v", err)
		return
	}
	at := max(0, min(pe.Position.Start, len(text)))
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	msg := strings.TrimSuffix(pe.Message, ".")
	hint := `text stands in quotes: key = "…"; see https://toml.io for the form of these files`
	switch {
	case strings.HasPrefix(msg, "invalid datetime"):
		hint = `write a day that the calendar has: "2025-01-14"`
	case strings.Contains(msg, "already been defined"):
		if s, ok := scanTOML(text).repeated(); ok {
			at = s.Start
		}
		hint = "keep one of the two"
	}
	if wide, ok := wideIn(text, at); ok {
		at, msg, hint = wide.at, "this is "+wide.name, wide.hint
	}
	d.add(Syntax, Span{at, at}, hint, "TOML: %s", lowerFirst(msg))
}

// lowerFirst makes the parser's sentence a message of ours.
func lowerFirst(s string) string {
	if len(s) > 1 && 'A' <= s[0] && s[0] <= 'Z' && s[1] >= 'a' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// fill sets rv, which is settable, from a decoded TOML value. Name is the key, for messages.
func (d *tomlDecoder) fill(rv reflect.Value, value any, n *tomlNode, name string) {
	if l, ok := rv.Addr().Interface().(located); ok {
		before := len(d.problems)
		d.fill(reflect.ValueOf(l.place(d.in(n.value))).Elem(), value, n, name)
		if len(d.problems) > before {
			l.refuse()
		}
		return
	}
	if u, ok := rv.Addr().Interface().(encoding.TextUnmarshaler); ok {
		d.fillText(u, value, n, name)
		return
	}
	switch rv.Kind() {
	case reflect.Pointer:
		rv.Set(reflect.New(rv.Type().Elem()))
		d.fill(rv.Elem(), value, n, name)
	case reflect.Struct:
		d.fillStruct(rv, value, n, name)
	case reflect.Slice:
		d.fillSlice(rv, value, n, name)
	case reflect.Map:
		d.fillMap(rv, value, n, name)
	default:
		d.fillScalar(rv, value, n, name)
	}
}

// fillText hands a string to UnmarshalText, or a bare date as it is written.
func (d *tomlDecoder) fillText(u encoding.TextUnmarshaler, value any, n *tomlNode, name string) {
	s, ok := value.(string)
	if _, isTime := value.(time.Time); isTime {
		s, ok = d.file.Text[d.in(n.value).Start:d.in(n.value).End], true
	}
	if !ok {
		d.mismatch(n, name, value, `a string, as in "2025-01-14"`)
		return
	}
	if err := u.UnmarshalText([]byte(s)); err != nil {
		d.add(BadDate, n.value, "", "%s: %v", name, err)
	}
}

func (d *tomlDecoder) fillScalar(rv reflect.Value, value any, n *tomlNode, name string) {
	switch rv.Kind() {
	case reflect.String:
		if s, ok := value.(string); ok {
			rv.SetString(s)
			return
		}
		d.mismatch(n, name, value, "a string")
	case reflect.Bool:
		if b, ok := value.(bool); ok {
			rv.SetBool(b)
			return
		}
		d.mismatch(n, name, value, "true or false")
	case reflect.Int, reflect.Int64:
		if i, ok := value.(int64); ok {
			rv.SetInt(i)
			return
		}
		d.mismatch(n, name, value, "a whole number")
	case reflect.Float64:
		switch x := value.(type) {
		case float64:
			rv.SetFloat(x)
		case int64:
			rv.SetFloat(float64(x))
		default:
			d.mismatch(n, name, value, "a number")
		}
	default:
		panic(fmt.Sprintf("source.DecodeTOML: field for %q has type %s", name, rv.Type()))
	}
}

func (d *tomlDecoder) fillStruct(rv reflect.Value, value any, n *tomlNode, name string) {
	table, ok := value.(map[string]any)
	fields := fieldsOf(rv.Type())
	if !ok {
		d.mismatch(n, name, value, "a table with the keys "+strings.Join(sortedKeys(fields), ", "))
		return
	}
	for _, key := range sortedKeys(table) {
		kid := n.kid(key)
		if index, ok := fields[key]; ok {
			d.fill(rv.FieldByIndex(index), table[key], kid, key)
			continue
		}
		d.unknown(kid, key, sortedKeys(fields))
	}
}

// unknown reports a key that no field takes.
func (d *tomlDecoder) unknown(n *tomlNode, key string, known []string) {
	if len(d.problems) > MaxProblems { // looking for the nearest takes time
		return
	}
	hint := "the keys here are: " + strings.Join(known, ", ")
	if near := Nearest(key, known); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	d.add(UnknownKey, n.key, hint, "unknown key %q", key)
}

func (d *tomlDecoder) fillSlice(rv reflect.Value, value any, n *tomlNode, name string) {
	list := reflect.ValueOf(value)
	if list.Kind() != reflect.Slice {
		d.mismatch(n, name, value, "a list: [ … ]")
		return
	}
	out := reflect.MakeSlice(rv.Type(), list.Len(), list.Len())
	for i := range list.Len() {
		d.fill(out.Index(i), list.Index(i).Interface(), n.item(i), name)
	}
	rv.Set(out)
}

func (d *tomlDecoder) fillMap(rv reflect.Value, value any, n *tomlNode, name string) {
	table, ok := value.(map[string]any)
	if !ok {
		d.mismatch(n, name, value, "a table")
		return
	}
	out := reflect.MakeMap(rv.Type())
	for _, key := range sortedKeys(table) {
		elem := reflect.New(rv.Type().Elem()).Elem()
		d.fill(elem, table[key], n.kid(key), key)
		out.SetMapIndex(reflect.ValueOf(key), elem)
	}
	rv.Set(out)
}

// mismatch reports a value of the wrong type.
func (d *tomlDecoder) mismatch(n *tomlNode, name string, value any, want string) {
	d.add(WrongType, n.value, "", "%q is %s, want %s", name, describe(value), want)
}

// describe names the type of a TOML value as editors know it.
func describe(value any) string {
	switch value.(type) {
	case string:
		return "a string"
	case bool:
		return "true or false"
	case int64, float64:
		return "a number"
	case time.Time:
		return "a date without quotes"
	case map[string]any:
		return "a table"
	}
	return "a list"
}

// tomlFields returns the fields of a struct, and of those embedded in it, by their keys.
func tomlFields(t reflect.Type) map[string][]int {
	fields := make(map[string][]int)
	for _, f := range reflect.VisibleFields(t) {
		if key := f.Tag.Get("toml"); key != "" && key != "-" {
			fields[key] = f.Index
		}
	}
	return fields
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
