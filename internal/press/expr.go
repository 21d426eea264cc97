package press

import (
	"cmp"
	"html/template"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"text/template/parse"
	"unsafe"
)

// pipe compiles a pipeline of one command.
func (b block) pipe(n *parse.PipeNode, dot reflect.Type) expr {
	if len(n.Cmds) != 1 || len(n.Decl) > 0 {
		fail(n, "a pipeline of %d commands", len(n.Cmds))
	}
	args := n.Cmds[0].Args
	if f, ok := args[0].(*parse.IdentifierNode); ok {
		return b.call(f, args[1:], dot)
	}
	if len(args) != 1 {
		fail(n, "arguments of a method")
	}
	return b.operand(args[0], dot)
}

// operand compiles what may be an argument.
func (b block) operand(n parse.Node, dot reflect.Type) expr {
	switch n := n.(type) {
	case *parse.DotNode:
		return expr{typ: dot}
	case *parse.FieldNode:
		return b.path(n, expr{typ: dot}, n.Ident)
	case *parse.VariableNode:
		for i := len(b.vars) - 1; i >= 0; i-- {
			if b.vars[i].name == n.Ident[0] {
				return b.path(n, expr{typ: b.vars[i].typ, from: func(p *printer, _ place) place { return p.vars[i] }}, n.Ident[1:])
			}
		}
	case *parse.PipeNode:
		return b.pipe(n, dot)
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.NumberNode:
		if n.IsInt {
			return constant(int(n.Int64))
		}
	case *parse.BoolNode:
		return constant(n.True)
	}
	fail(n, "an operand of type %T", n)
	return expr{}
}

// path compiles a chain of fields and methods.
func (b block) path(n parse.Node, e expr, names []string) expr {
	for _, name := range names {
		e = member(n, e, name)
	}
	return e
}

// member compiles a field or a method without arguments. As in html/template methods come first.
func member(n parse.Node, e expr, name string) expr {
	if m, ok := e.typ.MethodByName(name); ok && e.typ.Kind() != reflect.Interface {
		if m.Type.NumIn() != 1 || m.Type.NumOut() != 1 {
			fail(n, "the method %s", name)
		}
		return e.method(m)
	}
	if e.typ.Kind() == reflect.Pointer {
		e = e.pointee()
	}
	if _, ok := reflect.PointerTo(e.typ).MethodByName(name); ok || e.typ.Kind() != reflect.Struct {
		fail(n, "%s of %s", name, e.typ)
	}
	f, ok := e.typ.FieldByName(name)
	if !ok || !f.IsExported() {
		fail(n, "no field %s in %s", name, e.typ)
	}
	return e.field(f)
}

// call compiles a function: one of the templates' own, or one of those that every template has.
func (b block) call(f *parse.IdentifierNode, args []parse.Node, dot reflect.Type) expr {
	var in []expr
	for _, a := range args {
		in = append(in, b.operand(a, dot))
	}
	if own := b.functions[f.Ident]; own != nil {
		return b.own(f, reflect.ValueOf(own), in)
	}
	switch {
	case f.Ident == "len" && len(in) == 1 && in[0].typ.Kind() == reflect.Slice:
		return expr{typ: reflect.TypeFor[int](), from: func(p *printer, dot place) place {
			_, length := sliceAt(in[0].at(p, dot))
			return placeOfNumber(length)
		}}
	case f.Ident == "index" && len(in) == 2 && in[0].typ.Kind() == reflect.Slice && in[1].typ.Kind() == reflect.Int:
		size := in[0].typ.Elem().Size()
		return expr{typ: in[0].typ.Elem(), from: func(p *printer, dot place) place {
			first, length := sliceAt(in[0].at(p, dot))
			i := numberAt(in[1].at(p, dot))
			if i < 0 || i >= length {
				panic(errRun)
			}
			return unsafe.Add(first, uintptr(i)*size)
		}}
	}
	fail(f, "the function %s", f.Ident)
	return expr{}
}

// own compiles a function of the templates: its arguments are strings or whole numbers of any type.
func (b block) own(n parse.Node, f reflect.Value, in []expr) expr {
	typ := f.Type()
	if typ.NumOut() != 1 || len(in) < typ.NumIn()-1 || !typ.IsVariadic() && len(in) != typ.NumIn() {
		fail(n, "%d arguments", len(in))
	}
	for i, e := range in {
		want := argument(typ, i)
		same := e.typ.Kind() == want.Kind() && (want.Kind() == reflect.String || want.Kind() == reflect.Int)
		if !same {
			fail(n, "a %s for a %s", e.typ, want)
		}
	}
	call := func(p *printer, dot place) place {
		args := make([]reflect.Value, len(in))
		for i, e := range in {
			args[i] = valueAt(e.typ, e.at(p, dot)).Convert(argument(typ, i))
		}
		return placeOf(f.Call(args)[0])
	}
	if varying := slices.DeleteFunc(slices.Clone(in), func(e expr) bool { return e.fixed }); len(varying) == 1 {
		switch varying[0].typ.Kind() {
		case reflect.Int:
			call = ofNumber(varying[0], call)
		case reflect.String:
			call = ofText(varying[0], call)
		}
	}
	return expr{typ: typ.Out(0), from: call}
}

// ofNumber calls a function that depends on a number alone, of small numbers once.
func ofNumber(n expr, call func(*printer, place) place) func(*printer, place) place {
	known := new([256]atomic.Pointer[place])
	return func(p *printer, dot place) place {
		i := numberAt(n.at(p, dot))
		if i < 0 || i >= len(known) {
			return call(p, dot)
		}
		v := known[i].Load()
		if v == nil {
			made := call(p, dot)
			v = &made
			known[i].Store(v)
		}
		return *v
	}
}

// ofText calls a function that depends on a text alone, of the first few texts once: most often it is a language.
func ofText(text expr, call func(*printer, place) place) func(*printer, place) place {
	type result struct {
		of string
		at place
	}
	known := new([4]atomic.Pointer[result])
	return func(p *printer, dot place) place {
		of := textAt(text.at(p, dot))
		for i := range known {
			r := known[i].Load()
			if r == nil {
				r = &result{strings.Clone(of), call(p, dot)}
				known[i].Store(r)
			}
			if r.of == of {
				return r.at
			}
		}
		return call(p, dot)
	}
}

// argument is the type of the n-th argument of a function.
func argument(f reflect.Type, n int) reflect.Type {
	if f.IsVariadic() && n >= f.NumIn()-1 {
		return f.In(f.NumIn() - 1).Elem()
	}
	return f.In(n)
}

// A cond is a condition.
type cond func(p *printer, dot place) bool

// condition compiles the pipeline of an if.
func (b block) condition(pipe *parse.PipeNode, dot reflect.Type) cond {
	if len(pipe.Cmds) != 1 {
		fail(pipe, "a pipeline of %d commands", len(pipe.Cmds))
	}
	args := pipe.Cmds[0].Args
	f, ok := args[0].(*parse.IdentifierNode)
	if !ok || b.functions[f.Ident] != nil {
		return b.isTrue(pipe, b.pipe(pipe, dot))
	}
	switch args = args[1:]; f.Ident {
	case "not":
		if c := b.conditions(args, dot); len(c) == 1 {
			return func(p *printer, dot place) bool { return !c[0](p, dot) }
		}
	case "and", "or":
		// The value of an "and" is true if all are, that of an "or" if one is.
		c, all := b.conditions(args, dot), f.Ident == "and"
		return func(p *printer, dot place) bool {
			for _, c := range c {
				if c(p, dot) != all {
					return !all
				}
			}
			return all
		}
	case "eq", "ne", "lt", "le", "gt", "ge":
		if len(args) == 2 {
			return compared(f, b.operand(args[0], dot), b.operand(args[1], dot))
		}
	default:
		return b.isTrue(pipe, b.pipe(pipe, dot))
	}
	fail(pipe, "the function %s", f.Ident)
	return nil
}

func (b block) conditions(args []parse.Node, dot reflect.Type) []cond {
	var out []cond
	for _, a := range args {
		pipe, ok := a.(*parse.PipeNode)
		if ok {
			out = append(out, b.condition(pipe, dot))
		} else {
			out = append(out, b.isTrue(a, b.operand(a, dot)))
		}
	}
	return out
}

func (b block) isTrue(n parse.Node, e expr) cond {
	full := truth(n, e.typ)
	return func(p *printer, dot place) bool { return full(e.at(p, dot)) }
}

// truth returns what tells whether a value of a type counts as true.
func truth(n parse.Node, typ reflect.Type) func(place) bool {
	switch typ.Kind() {
	case reflect.String:
		return func(at place) bool { return textAt(at) != "" }
	case reflect.Slice:
		return func(at place) bool {
			_, length := sliceAt(at)
			return length > 0
		}
	case reflect.Bool:
		return func(at place) bool { return *(*bool)(at) }
	case reflect.Int:
		return func(at place) bool { return numberAt(at) != 0 }
	case reflect.Int64:
		return func(at place) bool { return *(*int64)(at) != 0 }
	case reflect.Pointer:
		return func(at place) bool { return pointerAt(at) != nil }
	case reflect.Struct:
		return func(place) bool { return true }
	case reflect.Interface:
		return func(at place) bool {
			ok, _ := template.IsTrue(valueAt(typ, at).Interface())
			return ok
		}
	}
	fail(n, "a %s as a condition", typ)
	return nil
}

// compared compiles a comparison of two strings or two whole numbers.
func compared(f *parse.IdentifierNode, a, b expr) cond {
	switch {
	case a.typ.Kind() == reflect.String && b.typ.Kind() == reflect.String:
		if f.Ident == "eq" {
			return func(p *printer, dot place) bool { return textAt(a.at(p, dot)) == textAt(b.at(p, dot)) }
		}
		holds := orders[f.Ident]
		return func(p *printer, dot place) bool {
			return holds(strings.Compare(textAt(a.at(p, dot)), textAt(b.at(p, dot))))
		}
	case a.typ.Kind() == reflect.Int && b.typ.Kind() == reflect.Int:
		holds := orders[f.Ident]
		return func(p *printer, dot place) bool {
			return holds(cmp.Compare(numberAt(a.at(p, dot)), numberAt(b.at(p, dot))))
		}
	}
	fail(f, "%s and %s", a.typ, b.typ)
	return nil
}

// orders tell which order of two values holds for each comparison.
var orders = map[string]func(int) bool{
	"eq": func(n int) bool { return n == 0 }, "ne": func(n int) bool { return n != 0 },
	"lt": func(n int) bool { return n < 0 }, "le": func(n int) bool { return n <= 0 },
	"gt": func(n int) bool { return n > 0 }, "ge": func(n int) bool { return n >= 0 },
}
