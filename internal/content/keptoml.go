package content

import (
	"crypto/sha256"
	"encoding"
	"encoding/binary"
	"math"
	"reflect"

	"jikenbo/internal/source"
)

// A tomlReader reads the TOML of a file into a struct, as [source.DecodeTOML] does, which it asks unless it is kept what that gave of the same bytes. All
// entities are read in each build, and decoding takes far longer than everything else that is done with their files.
type tomlReader struct {
	keep  Parsed // may be nil
	sound bool   // nothing is wrong with the characters of the file
	kept  string // what was given of the file, "" where that is not known
}

// tomlKey is the key of a file that is read into a type.
func tomlKey(sum source.Digest, k Kind) [sha256.Size]byte {
	return sha256.Sum256(append(append(sum[:], "toml "...), k...))
}

// readTOML reads a file, of which it is perhaps known what its TOML says.
func (l *loader) readTOML(k Kind, file string) (*source.File, tomlReader, source.Problems) {
	t := tomlReader{keep: l.decoded}
	f, ps := source.ReadKnown(l.fsys, file, new([]byte), func(is source.Digest) bool {
		if t.keep != nil {
			t.kept = t.keep.Get(tomlKey(is, k))
		}
		return t.kept != ""
	})
	t.sound = len(ps) == 0
	return f, t, ps
}

// read reads the file of an entity, or of those of a kind, into v, and keeps what has no problem.
func (t tomlReader) read(f *source.File, k Kind, v any) source.Problems {
	into := reflect.ValueOf(v).Elem()
	if t.kept != "" {
		u := unpacking{rest: t.kept}
		if u.value(into); !u.bad && u.rest == "" {
			return nil
		}
		into.SetZero()
	}
	ps := source.DecodeTOML(f, f.All(), v)
	if t.keep != nil && t.sound && len(ps) == 0 {
		p := packing{}
		p.value(into)
		t.keep.Put(tomlKey(f.Sum(), k), p.out)
	}
	return ps
}

var textual = reflect.TypeFor[encoding.TextUnmarshaler]()

// isText reports whether a type is written as a text, as a date is.
func isText(t reflect.Type) bool { return reflect.PointerTo(t).Implements(textual) }

// value writes what [source.DecodeTOML] can fill: strings, bools, numbers and what reads itself from a text, and structs, lists and maps of these.
func (p *packing) value(v reflect.Value) {
	if v.Kind() != reflect.Float64 && v.IsZero() { // as most are; -0.0 counts as zero, and is written in another way
		p.number(0)
		return
	}
	p.number(1)
	switch v.Kind() {
	case reflect.String:
		p.text(v.String())
	case reflect.Bool:
	case reflect.Int:
		p.number(int(v.Int()))
	case reflect.Float64:
		p.text(string(binary.LittleEndian.AppendUint64(nil, math.Float64bits(v.Float()))))
	case reflect.Slice:
		p.number(v.Len())
		for i := range v.Len() {
			p.value(v.Index(i))
		}
	case reflect.Map:
		p.number(v.Len())
		for i := v.MapRange(); i.Next(); {
			p.text(i.Key().String())
			p.value(i.Value())
		}
	default:
		p.fields(v)
	}
}

func (p *packing) fields(v reflect.Value) {
	if isText(v.Type()) {
		text, _ := v.Interface().(encoding.TextMarshaler).MarshalText()
		p.text(string(text))
		return
	}
	for i := range v.NumField() {
		p.value(v.Field(i))
	}
}

// value reads what value of a packing wrote into a variable of the same type that is zero.
func (u *unpacking) value(v reflect.Value) {
	if u.number() == 0 || u.bad {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(u.string())
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(u.number()))
	case reflect.Float64:
		bits := u.string()
		if len(bits) != 8 {
			u.bad = true
			return
		}
		v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64([]byte(bits))))
	case reflect.Slice:
		n := u.list()
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			u.value(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range u.list() {
			key, value := u.string(), reflect.New(v.Type().Elem()).Elem()
			u.value(value)
			v.SetMapIndex(reflect.ValueOf(key), value)
		}
	default:
		u.fields(v)
	}
}

func (u *unpacking) fields(v reflect.Value) {
	if isText(v.Type()) {
		err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(u.string()))
		u.bad = u.bad || err != nil
		return
	}
	for i := range v.NumField() {
		u.value(v.Field(i))
	}
}
