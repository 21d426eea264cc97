package press

import (
	"reflect"
	"unsafe"
)

// A place is where a value stands in memory. Its type is known where the template is compiled and nowhere else: what reads a place
// is made for that type, so that a field is a distance and not a question.
type place = unsafe.Pointer

func textAt(at place) string   { return *(*string)(at) }
func numberAt(at place) int    { return *(*int)(at) }
func pointerAt(at place) place { return *(*place)(at) }

// sliceAt returns where the items of a slice begin, and how many there are, whatever they are.
func sliceAt(at place) (first place, length int) {
	s := *(*[]struct{})(at)
	return place(unsafe.SliceData(s)), len(s)
}

// valueAt returns the value of a type that stands at a place.
func valueAt(typ reflect.Type, at place) reflect.Value { return reflect.NewAt(typ, at).Elem() }

// placeOf puts a value into a place of its own.
func placeOf(v reflect.Value) place {
	own := reflect.New(v.Type())
	own.Elem().Set(v)
	return own.UnsafePointer()
}

// numbers are the small ones, each in its place.
var numbers = func() (n [1024]int) {
	for i := range n {
		n[i] = i
	}
	return n
}()

// placeOfNumber returns a place of a whole number. Nothing is ever written to a place.
func placeOfNumber(n int) place {
	if n >= 0 && n < len(numbers) {
		return place(&numbers[n])
	}
	own := n // so that none but these takes memory
	return place(&own)
}

// An expr is a value of a known type: so many bytes behind a place, which is the dot's where nothing else finds it.
type expr struct {
	typ    reflect.Type
	from   func(p *printer, dot place) place
	offset uintptr
	fixed  bool // it is always the same
}

// at returns where the value stands.
func (e *expr) at(p *printer, dot place) place {
	if e.from != nil {
		dot = e.from(p, dot)
	}
	return unsafe.Add(dot, e.offset)
}

// pointee is what a pointer points to. A run in which that is nothing fails.
func (e expr) pointee() expr {
	return expr{typ: e.typ.Elem(), from: func(p *printer, dot place) place {
		to := pointerAt(e.at(p, dot))
		if to == nil {
			panic(errRun)
		}
		return to
	}}
}

// field is a field of a struct, or of one that is embedded in it.
func (e expr) field(f reflect.StructField) expr {
	for _, i := range f.Index {
		if e.typ.Kind() == reflect.Pointer {
			e = e.pointee()
		}
		in := e.typ.Field(i)
		e = expr{typ: in.Type, from: e.from, offset: e.offset + in.Offset}
	}
	return e
}

// method is what a method without arguments returns.
func (e expr) method(m reflect.Method) expr {
	return expr{typ: m.Type.Out(0), from: func(p *printer, dot place) place {
		return placeOf(valueAt(e.typ, e.at(p, dot)).Method(m.Index).Call(nil)[0])
	}}
}

func constant(v any) expr {
	at := placeOf(reflect.ValueOf(v))
	return expr{typ: reflect.TypeOf(v), from: func(*printer, place) place { return at }, fixed: true}
}
