package render

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"reflect"
	"strings"
	"sync"
)

// A Digest stands for all that a template is given. Pages of one template with equal digests are equal.
type Digest [sha256.Size]byte

// Viewed makes the view of a page, once, and returns its digest with the page that shows that view. The digest does not
// stand for the template itself nor for the messages. It is not ok if the view holds what cannot be told apart by
// its value, such as a function; then the page has to be rendered.
func (r *Renderer) Viewed(p Page) (viewed Page, d Digest, ok bool, err error) {
	if err := r.prepare(); err != nil {
		return p, d, false, err
	}
	view := p.view()
	viewed = p
	viewed.viewed = view
	room := r.buffer()
	defer r.release(room)
	w := digester{(*room)[:0], &r.digests}
	defer func() { *room = w.b }()
	w.text(p.Path)
	w.text(string(p.Lang))
	w.text(p.template)
	if !w.value(reflect.ValueOf(view)) {
		return viewed, d, false, nil
	}
	return viewed, sha256.Sum256(w.b), true, nil
}

// A digester writes values so that different ones give different bytes: a type is known by where it stands.
type digester struct {
	b     []byte
	types *digestTypes
}

// digestTypes holds what writes the values of each type, made once; several digesters may share it.
type digestTypes struct{ known sync.Map }

// A digestFunc writes the values of one type. It reports whether it could.
type digestFunc func(*digester, reflect.Value) bool

func (w *digester) text(s string) {
	w.b = binary.AppendUvarint(w.b, uint64(len(s)))
	w.b = append(w.b, s...)
}

// value writes a value and all in it. It reports whether it could.
func (w *digester) value(v reflect.Value) bool { return w.types.of(v.Type())(w, v) }

// of returns what writes the values of a type.
func (d *digestTypes) of(t reflect.Type) digestFunc {
	if f, ok := d.known.Load(t); ok {
		return f.(digestFunc)
	}
	// A type may lead back to itself: it is made ready when it is first met.
	made := sync.OnceValue(func() digestFunc { return d.make(t) })
	f, _ := d.known.LoadOrStore(t, digestFunc(func(w *digester, v reflect.Value) bool { return made()(w, v) }))
	return f.(digestFunc)
}

func (d *digestTypes) make(t reflect.Type) digestFunc {
	switch t.Kind() {
	case reflect.String:
		return func(w *digester, v reflect.Value) bool { w.text(v.String()); return true }
	case reflect.Bool:
		return func(w *digester, v reflect.Value) bool {
			w.b = append(w.b, '0')
			if v.Bool() {
				w.b[len(w.b)-1] = '1'
			}
			return true
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(w *digester, v reflect.Value) bool { w.b = binary.AppendVarint(w.b, v.Int()); return true }
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(w *digester, v reflect.Value) bool { w.b = binary.AppendUvarint(w.b, v.Uint()); return true }
	case reflect.Float32, reflect.Float64:
		return func(w *digester, v reflect.Value) bool {
			w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(v.Float()))
			return true
		}
	case reflect.Slice, reflect.Array:
		return d.list(t)
	case reflect.Struct:
		return d.fields(t)
	case reflect.Pointer:
		return d.pointer(t)
	case reflect.Interface:
		return pointed
	}
	return func(*digester, reflect.Value) bool { return false }
}

func (d *digestTypes) list(t reflect.Type) digestFunc {
	item := d.of(t.Elem())
	return func(w *digester, v reflect.Value) bool {
		n := v.Len()
		w.b = binary.AppendUvarint(w.b, uint64(n))
		for i := range n {
			if !item(w, v.Index(i)) {
				return false
			}
		}
		return true
	}
}

func (d *digestTypes) fields(t reflect.Type) digestFunc {
	if strings.HasSuffix(t.PkgPath(), "/casebook") { // it leads to the whole archive
		return func(*digester, reflect.Value) bool { return false }
	}
	fields := make([]digestFunc, t.NumField())
	for i := range fields {
		fields[i] = d.of(t.Field(i).Type)
	}
	return func(w *digester, v reflect.Value) bool {
		for i, f := range fields {
			if !f(w, v.Field(i)) {
				return false
			}
		}
		return true
	}
}

// pointer writes what a pointer leads to. Views are trees: nothing leads back.
func (d *digestTypes) pointer(t reflect.Type) digestFunc {
	to := d.of(t.Elem())
	return func(w *digester, v reflect.Value) bool {
		if v.IsNil() {
			w.b = append(w.b, 0)
			return true
		}
		w.b = append(w.b, 1)
		return to(w, v.Elem())
	}
}

// pointed writes what an interface holds, with its type.
func pointed(w *digester, v reflect.Value) bool {
	if v.IsNil() {
		w.b = append(w.b, 0)
		return true
	}
	w.b = append(w.b, 1)
	w.text(v.Elem().Type().String())
	return w.value(v.Elem())
}
