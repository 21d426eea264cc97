package press

import (
	"html/template"
	"reflect"
	"text/template/parse"
	"unsafe"
)

// A compiler makes the units of a set.
type compiler struct {
	set       *template.Template
	functions template.FuncMap
	units     map[unitKey]*unit
}

type unitKey struct {
	name string
	typ  reflect.Type
}

// A block is the compiling of one unit: which variables are in sight.
type block struct {
	*compiler
	vars []variable
	most *int // variables in sight at once
}

type variable struct {
	name string
	typ  reflect.Type
}

// unit compiles a template for a type, once; templates may call each other in circles.
func (c *compiler) unit(name string, typ reflect.Type) *unit {
	key := unitKey{name, typ}
	if u := c.units[key]; u != nil {
		return u
	}
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		panic(problem{errRun})
	}
	u := &unit{}
	c.units[key] = u
	b := block{compiler: c, most: &u.vars}
	b = b.with("$", typ)
	body := b.list(t.Tree.Root, typ)
	u.run = func(p *printer, dot place) {
		p.vars[0] = dot
		body(p, dot)
	}
	return u
}

// with returns the block with one more variable in sight. Its place is that in the list.
func (b block) with(name string, typ reflect.Type) block {
	b.vars = append(b.vars[:len(b.vars):len(b.vars)], variable{name, typ})
	*b.most = max(*b.most, len(b.vars))
	return b
}

// list compiles nodes that stand one after the other. Variables declared among them are seen by those that follow.
func (b block) list(l *parse.ListNode, dot reflect.Type) step {
	var steps []step
	var text []byte // that is known, not yet a step
	flush := func() {
		if len(text) > 0 {
			known := newText(string(text))
			text = nil
			steps = append(steps, func(p *printer, _ place) { p.text(known) })
		}
	}
	if l != nil {
		for _, n := range l.Nodes {
			switch n := n.(type) {
			case *parse.TextNode:
				text = append(text, n.Text...)
			case *parse.CommentNode:
			case *parse.ActionNode:
				if known, ok := b.known(n); ok {
					text = append(text, known...)
					continue
				}
				flush()
				var s step
				s, b = b.action(n, dot)
				steps = append(steps, s)
			default:
				flush()
				steps = append(steps, b.node(n, dot))
			}
		}
	}
	flush()
	if len(steps) == 1 {
		return steps[0]
	}
	return func(p *printer, dot place) {
		for _, s := range steps {
			s(p, dot)
		}
	}
}

// node compiles what is neither text nor an action.
func (b block) node(n parse.Node, dot reflect.Type) step {
	switch n := n.(type) {
	case *parse.IfNode:
		if len(n.Pipe.Decl) > 0 {
			fail(n, "a variable in a condition")
		}
		cond, yes, no := b.condition(n.Pipe, dot), b.list(n.List, dot), b.list(n.ElseList, dot)
		return func(p *printer, dot place) {
			if cond(p, dot) {
				yes(p, dot)
			} else {
				no(p, dot)
			}
		}
	case *parse.WithNode:
		return b.withNode(n, dot)
	case *parse.RangeNode:
		return b.rangeNode(n, dot)
	case *parse.TemplateNode:
		return b.templateNode(n, dot)
	}
	fail(n, "a node of type %T", n)
	return nil
}

func (b block) withNode(n *parse.WithNode, dot reflect.Type) step {
	if len(n.Pipe.Decl) > 0 {
		fail(n, "a variable of with")
	}
	e := b.pipe(n.Pipe, dot)
	full, yes, no := truth(n, e.typ), b.list(n.List, e.typ), b.list(n.ElseList, dot)
	return func(p *printer, dot place) {
		if v := e.at(p, dot); full(v) {
			yes(p, v)
		} else {
			no(p, dot)
		}
	}
}

func (b block) rangeNode(n *parse.RangeNode, dot reflect.Type) step {
	e := b.pipe(&parse.PipeNode{NodeType: parse.NodePipe, Cmds: n.Pipe.Cmds}, dot)
	if e.typ.Kind() != reflect.Slice {
		fail(n, "a range over %s", e.typ)
	}
	inner, index, item := b, -1, -1
	switch decl := n.Pipe.Decl; len(decl) {
	case 0:
	case 1:
		item = len(inner.vars)
		inner = inner.with(decl[0].Ident[0], e.typ.Elem())
	case 2:
		index = len(inner.vars)
		inner = inner.with(decl[0].Ident[0], reflect.TypeFor[int]())
		item = index + 1
		inner = inner.with(decl[1].Ident[0], e.typ.Elem())
	}
	body, none := inner.list(n.List, e.typ.Elem()), b.list(n.ElseList, dot)
	size := e.typ.Elem().Size()
	return func(p *printer, dot place) {
		first, length := sliceAt(e.at(p, dot))
		if length == 0 {
			none(p, dot)
		}
		for i := range length {
			v := unsafe.Add(first, uintptr(i)*size)
			if index >= 0 {
				p.vars[index] = placeOfNumber(i)
			}
			if item >= 0 {
				p.vars[item] = v
			}
			body(p, v)
		}
	}
}

func (b block) templateNode(n *parse.TemplateNode, dot reflect.Type) step {
	if n.Pipe == nil {
		u := b.unit(n.Name, reflect.TypeFor[struct{}]())
		return func(p *printer, _ place) { p.call(u, place(&struct{}{})) }
	}
	e := b.pipe(n.Pipe, dot)
	u := b.unit(n.Name, e.typ)
	return func(p *printer, dot place) { p.call(u, e.at(p, dot)) }
}

// action compiles {{.Field | escaper}} and {{$name := .Field}}.
func (b block) action(n *parse.ActionNode, dot reflect.Type) (step, block) {
	if decl := n.Pipe.Decl; len(decl) > 0 {
		if len(decl) > 1 || n.Pipe.IsAssign {
			fail(n, "an assignment")
		}
		e := b.pipe(&parse.PipeNode{NodeType: parse.NodePipe, Cmds: n.Pipe.Cmds}, dot)
		at := len(b.vars)
		return func(p *printer, dot place) { p.vars[at] = e.at(p, dot) }, b.with(decl[0].Ident[0], e.typ)
	}
	value, chain := split(n.Pipe)
	e := b.pipe(value, dot)
	esc := escaperOf(n, chain)
	if esc.isText(e.typ) {
		return func(p *printer, dot place) {
			from := len(p.out)
			p.out = esc.text(p.out, textAt(e.at(p, dot)))
			p.value(from)
		}, b
	}
	print := esc.printer(e.typ)
	return func(p *printer, dot place) {
		from := len(p.out)
		p.out = print(p.out, e.at(p, dot))
		p.value(from)
	}, b
}

// known returns the text of an action that does not depend on the value.
func (b block) known(n *parse.ActionNode) ([]byte, bool) {
	if len(n.Pipe.Decl) > 0 {
		return nil, false
	}
	value, chain := split(n.Pipe)
	if len(value.Cmds) != 1 {
		return nil, false
	}
	call := value.Cmds[0].Args
	name, ok := call[0].(*parse.IdentifierNode)
	if !ok || b.functions[name.Ident] == nil {
		return nil, false
	}
	for _, arg := range call[1:] {
		if _, ok := arg.(*parse.StringNode); !ok {
			return nil, false
		}
	}
	e := b.pipe(value, reflect.TypeFor[struct{}]())
	return escaperOf(n, chain).printer(e.typ)(nil, e.at(&printer{}, nil)), true
}

// split parts the value of a pipeline from the functions that html/template has put behind it.
func split(pipe *parse.PipeNode) (value *parse.PipeNode, chain string) {
	at := len(pipe.Cmds)
	for at > 0 {
		name, ok := pipe.Cmds[at-1].Args[0].(*parse.IdentifierNode)
		if !ok || len(pipe.Cmds[at-1].Args) != 1 || !isEscaper(name.Ident) {
			break
		}
		at--
		chain = name.Ident + " " + chain
	}
	return &parse.PipeNode{NodeType: parse.NodePipe, Cmds: pipe.Cmds[:at]}, chain
}
