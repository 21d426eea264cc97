package press

import (
	"html/template"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"text/template/parse"
)

// An expr is a value of a known type.
type expr struct {
	typ   reflect.Type
	value func(p *printer, dot reflect.Value) reflect.Value
	fixed bool // it is always the same
}

func constant(v any) expr {
	c := reflect.ValueOf(v)
	return expr{c.Type(), func(*printer, reflect.Value) reflect.Value { return c }, true}
}

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
		return expr{typ: dot, value: func(_ *printer, dot reflect.Value) reflect.Value { return dot }}
	case *parse.FieldNode:
		return b.path(n, expr{typ: dot, value: func(_ *printer, dot reflect.Value) reflect.Value { return dot }}, n.Ident)
	case *parse.VariableNode:
		for i := len(b.vars) - 1; i >= 0; i-- {
			if b.vars[i].name == n.Ident[0] {
				return b.path(n, expr{typ: b.vars[i].typ, value: func(p *printer, _ reflect.Value) reflect.Value { return p.vars[i] }}, n.Ident[1:])
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
	typ, from := e.typ, e.value
	if m, ok := typ.MethodByName(name); ok && typ.Kind() != reflect.Interface {
		if m.Type.NumIn() != 1 || m.Type.NumOut() != 1 {
			fail(n, "the method %s", name)
		}
		return expr{typ: m.Type.Out(0), value: func(p *printer, dot reflect.Value) reflect.Value { return from(p, dot).Method(m.Index).Call(nil)[0] }}
	}
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
		pointer := from
		from = func(p *printer, dot reflect.Value) reflect.Value {
			v := pointer(p, dot)
			if v.IsNil() {
				panic(errRun)
			}
			return v.Elem()
		}
	}
	if _, ok := reflect.PointerTo(typ).MethodByName(name); ok || typ.Kind() != reflect.Struct {
		fail(n, "%s of %s", name, typ)
	}
	f, ok := typ.FieldByName(name)
	if !ok || !f.IsExported() {
		fail(n, "no field %s in %s", name, typ)
	}
	if len(f.Index) == 1 {
		at := f.Index[0]
		return expr{typ: f.Type, value: func(p *printer, dot reflect.Value) reflect.Value { return from(p, dot).Field(at) }}
	}
	return expr{typ: f.Type, value: func(p *printer, dot reflect.Value) reflect.Value { return from(p, dot).FieldByIndex(f.Index) }}
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
		return expr{typ: reflect.TypeFor[int](), value: func(p *printer, dot reflect.Value) reflect.Value { return reflect.ValueOf(in[0].value(p, dot).Len()) }}
	case f.Ident == "index" && len(in) == 2 && in[0].typ.Kind() == reflect.Slice && in[1].typ.Kind() == reflect.Int:
		return expr{typ: in[0].typ.Elem(), value: func(p *printer, dot reflect.Value) reflect.Value {
			return in[0].value(p, dot).Index(int(in[1].value(p, dot).Int()))
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
	call := func(p *printer, dot reflect.Value) reflect.Value {
		args := make([]reflect.Value, len(in))
		for i, e := range in {
			args[i] = e.value(p, dot).Convert(argument(typ, i))
		}
		return f.Call(args)[0]
	}
	varying := slices.DeleteFunc(slices.Clone(in), func(e expr) bool { return e.fixed })
	if len(varying) == 1 && varying[0].typ.Kind() == reflect.Int {
		call = ofNumber(varying[0], call)
	}
	return expr{typ: typ.Out(0), value: call}
}

// ofNumber calls a function that depends on a number alone, of small numbers once.
func ofNumber(n expr, call func(*printer, reflect.Value) reflect.Value) func(*printer, reflect.Value) reflect.Value {
	known := new([256]atomic.Pointer[reflect.Value])
	return func(p *printer, dot reflect.Value) reflect.Value {
		i := n.value(p, dot).Int()
		if i < 0 || i >= int64(len(known)) {
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

// argument is the type of the n-th argument of a function.
func argument(f reflect.Type, n int) reflect.Type {
	if f.IsVariadic() && n >= f.NumIn()-1 {
		return f.In(f.NumIn() - 1).Elem()
	}
	return f.In(n)
}

// A cond is a condition.
type cond func(p *printer, dot reflect.Value) bool

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
			return func(p *printer, dot reflect.Value) bool { return !c[0](p, dot) }
		}
	case "and", "or":
		// The value of an "and" is true if all are, that of an "or" if one is.
		c, all := b.conditions(args, dot), f.Ident == "and"
		return func(p *printer, dot reflect.Value) bool {
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
	return func(p *printer, dot reflect.Value) bool { return full(e.value(p, dot)) }
}

// truth returns what tells whether a value of a type counts as true.
func truth(n parse.Node, typ reflect.Type) func(reflect.Value) bool {
	switch typ.Kind() {
	case reflect.String, reflect.Slice:
		return func(v reflect.Value) bool { return v.Len() > 0 }
	case reflect.Bool:
		return reflect.Value.Bool
	case reflect.Int, reflect.Int64:
		return func(v reflect.Value) bool { return v.Int() != 0 }
	case reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }
	case reflect.Struct:
		return func(reflect.Value) bool { return true }
	case reflect.Interface:
		return func(v reflect.Value) bool {
			ok, _ := template.IsTrue(v.Interface())
			return ok
		}
	}
	fail(n, "a %s as a condition", typ)
	return nil
}

// compared compiles a comparison of two strings or two whole numbers.
func compared(f *parse.IdentifierNode, a, b expr) cond {
	var order func(p *printer, dot reflect.Value) int
	switch {
	case a.typ.Kind() == reflect.String && b.typ.Kind() == reflect.String:
		order = func(p *printer, dot reflect.Value) int {
			return strings.Compare(a.value(p, dot).String(), b.value(p, dot).String())
		}
	case a.typ.Kind() == reflect.Int && b.typ.Kind() == reflect.Int:
		order = func(p *printer, dot reflect.Value) int { return int(a.value(p, dot).Int() - b.value(p, dot).Int()) }
	default:
		fail(f, "%s and %s", a.typ, b.typ)
	}
	holds := map[string]func(int) bool{
		"eq": func(n int) bool { return n == 0 }, "ne": func(n int) bool { return n != 0 },
		"lt": func(n int) bool { return n < 0 }, "le": func(n int) bool { return n <= 0 },
		"gt": func(n int) bool { return n > 0 }, "ge": func(n int) bool { return n >= 0 },
	}[f.Ident]
	return func(p *printer, dot reflect.Value) bool { return holds(order(p, dot)) }
}
