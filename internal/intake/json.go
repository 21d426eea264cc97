package intake

import (
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// An object is a JSON object of a list, with its place.
type object struct {
	fields   map[string]json.RawMessage
	pos      source.Position
	problems *source.Problems
}

// objects reads a file that is a JSON object with a list under key. It returns the
// objects of the list, and the other keys. Ok reports whether the file has that form.
func objects(f *source.File, key string, ps *source.Problems) (list []object, head object, ok bool) {
	if i := invalidUTF8(f.Text); i >= 0 {
		ps.Add(BadFile, f.Position(i), "save the file as UTF-8", "not UTF-8")
		return nil, object{}, false
	}
	var whole json.RawMessage
	if err := json.Unmarshal([]byte(f.Text), &whole); err != nil {
		at := len(f.Text)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			at = min(at, int(syntax.Offset))
		}
		ps.Add(BadFile, f.Position(at), "fetch the file again: it is not whole, or not JSON", "JSON: %v", err)
		return nil, object{}, false
	}
	head = object{fields: map[string]json.RawMessage{}, pos: source.Position{Path: f.Path}, problems: ps}
	dec := json.NewDecoder(strings.NewReader(f.Text))
	if t, _ := dec.Token(); t != json.Delim('{') {
		ps.Add(BadFile, f.Position(0), "", "the file is no JSON object, want one with the list %q", key)
		return nil, object{}, false
	}
	for dec.More() {
		name, _ := dec.Token() // a string: the whole is valid
		if name != key {
			var raw json.RawMessage
			if err := dec.Decode(&raw); err != nil {
				break
			}
			head.fields[name.(string)] = raw
			continue
		}
		if t, _ := dec.Token(); t != json.Delim('[') {
			break
		}
		ok = true
		list = append(list, elements(f, dec, ps)...)
	}
	if !ok {
		ps.Add(BadFile, f.Position(0), "is it another kind of file?", "the file has no list %q", key)
	}
	return list, head, ok
}

// elements reads the objects up to the end of a list.
func elements(f *source.File, dec *json.Decoder, ps *source.Problems) []object {
	var out []object
	for dec.More() {
		at := int(dec.InputOffset())
		at += len(f.Text[at:]) - len(strings.TrimLeft(f.Text[at:], " \t\r\n,"))
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			break
		}
		o := object{pos: f.Position(at), problems: ps}
		if json.Unmarshal(raw, &o.fields) != nil || o.fields == nil {
			ps.Add(BadEntry, o.pos, "", "the entry is no JSON object, left out")
			continue
		}
		out = append(out, o)
	}
	dec.Token()
	return out
}

// text returns a string, "" where there is none.
func (o object) text(key string) string {
	var s string
	o.decode(key, &s, "a string")
	return s
}

// flag returns true or false.
func (o object) flag(key string) bool {
	var b bool
	o.decode(key, &b, "true or false")
	return b
}

// texts returns a list of strings; a single string is a list of one.
func (o object) texts(key string) []string {
	var one string
	if json.Unmarshal(o.fields[key], &one) == nil && one != "" {
		return []string{one}
	}
	var list []string
	if !o.decode(key, &list, "a list of strings") {
		return nil
	}
	return list
}

// sub returns the object under a key.
func (o object) sub(key string) object {
	s := object{pos: o.pos, problems: o.problems}
	o.decode(key, &s.fields, "an object")
	return s
}

// subs returns the objects of the list under a key.
func (o object) subs(key string) []object {
	var list []json.RawMessage
	o.decode(key, &list, "a list of objects")
	var out []object
	for _, raw := range list {
		s := object{pos: o.pos, problems: o.problems}
		if json.Unmarshal(raw, &s.fields) != nil {
			o.problems.Warn(BadEntry, o.pos, "", "%q holds something that is no object, left out", key)
			continue
		}
		out = append(out, s)
	}
	return out
}

// decode sets v from the value under a key. It reports one of another type, and whether v was set.
func (o object) decode(key string, v any, want string) bool {
	raw, ok := o.fields[key]
	if !ok || string(raw) == "null" {
		return false
	}
	err := json.Unmarshal(raw, v)
	if err != nil {
		o.problems.Warn(BadEntry, o.pos, "", "%q is not %s, left out", key, want)
	}
	return err == nil
}

func invalidUTF8(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}
