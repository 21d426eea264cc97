// Package press runs templates of html/template as that package would run them, to the byte, in a fraction of the time, and writes
// pages lean: without the white space, the quotes and the end tags that they do not need ([Lean]).
//
// In: a template that html/template has escaped, and the type of the value that it is given. Out: a [Sheet] that appends
// to a buffer. Everything that the type settles is done once: fields are found by where they stand in memory and not by name, messages that
// do not depend on the value are looked up and escaped, and text that needs no escaping is copied.
//
// What a template does and this package does not know is an error of [Compile]; then html/template has to run it. So is
// whatever goes wrong in a run: html/template knows how to say it.
package press

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"slices"
	"sync"
	"text/template/parse"
)

// A Sheet is a template made ready for values of one type. Several goroutines may use it.
type Sheet struct {
	typ   reflect.Type
	main  *unit
	rooms sync.Pool // of *room
}

// A room is where a sheet is run, again and again.
type room struct {
	view  reflect.Value // a pointer to where the value stands meanwhile
	stack []place
}

// errRun says that a run met what html/template reports as an error.
var errRun = errors.New("press: the template cannot be run")

// A step writes something, given the dot.
type step func(p *printer, dot place)

// A unit is one template of the set, for one type of dot.
type unit struct {
	run  step
	vars int // how many variables it has
}

// A printer is the state of a run.
type printer struct {
	out   []byte
	vars  []place // of the unit that runs, at the end of the stack
	stack []place
	depth int // of units in units
	base  int // where the page begins in out
	// Where stands, in out, what is settled by what comes next, -1 for nothing: the quote that opened the value at hand; that of a value whose
	// closing quote is the last byte; and an end tag behind which there is nothing but white space.
	attr, closed, end int
	ended             endTag
}

// maxDepth is how deep units may stand in each other. A template that calls itself for ever would end the program.
const maxDepth = 1_000

// call runs a unit with variables of its own. Where the stack has to move, the outer units keep theirs where they were.
func (p *printer) call(u *unit, dot place) {
	if p.depth++; p.depth > maxDepth {
		panic(problem{errRun})
	}
	outer, base := p.vars, len(p.stack)
	p.stack = slices.Grow(p.stack, u.vars)[:base+u.vars]
	p.vars = p.stack[base:]
	u.run(p, dot)
	p.vars, p.stack = outer, p.stack[:base]
	p.depth--
}

// Compile makes a template of a set ready for values of a type. Functions are those of the templates; their results must
// depend on their arguments alone.
func Compile(set *template.Template, name string, functions template.FuncMap, typ reflect.Type) (_ *Sheet, err error) {
	var bad *template.Error
	// The set is escaped when it is first run; what it says of the missing value does not matter.
	if err := set.ExecuteTemplate(io.Discard, name, nil); errors.As(err, &bad) {
		return nil, err
	}
	defer func() {
		if p, ok := recover().(problem); ok {
			err = p
		}
	}()
	c := &compiler{set: set, functions: functions, units: map[unitKey]*unit{}}
	return &Sheet{typ: typ, main: c.unit(name, typ)}, nil
}

// Append writes what the template makes of a value, lean. It fails where html/template would fail.
func (s *Sheet) Append(out []byte, value any) (_ []byte, err error) {
	v := reflect.ValueOf(value)
	if v.Type() != s.typ {
		return out, fmt.Errorf("press: a template for %s is given a %s", s.typ, v.Type())
	}
	defer func() {
		if recover() != nil {
			err = errRun
		}
	}()
	m, ok := s.rooms.Get().(*room)
	if !ok {
		m = &room{view: reflect.New(s.typ)}
	}
	m.view.Elem().Set(v)
	p := newPrinter(out)
	p.stack = m.stack
	p.call(s.main, m.view.UnsafePointer())
	m.stack = p.stack
	clear(m.stack[:cap(m.stack)]) // the value is held no longer
	m.view.Elem().SetZero()
	s.rooms.Put(m)
	return p.finish(), nil
}

// A problem is what the compiler does not know.
type problem struct{ error }

func fail(n parse.Node, format string, args ...any) {
	panic(problem{fmt.Errorf("press: %s: %s", n, fmt.Sprintf(format, args...))})
}
