package source

import (
	"strings"

	"github.com/BurntSushi/toml"
)

// tomlNode is the place of a key with its value in a TOML text.
// The decoder that we use keeps no places, so they are read once more from the text.
type tomlNode struct {
	key, value Span
	kids       map[string]*tomlNode
	items      []*tomlNode
	again      Span // where the key is written a second time
	open       bool // made by a header or a dotted key: may be added to
}

// kid returns the node of a key, one without place if the scanner has not seen it.
func (n *tomlNode) kid(key string) *tomlNode {
	if k := n.kids[key]; k != nil {
		return k
	}
	return &tomlNode{key: n.key, value: n.value}
}

// item returns the node of a list's element.
func (n *tomlNode) item(i int) *tomlNode {
	if i < len(n.items) {
		return n.items[i]
	}
	return &tomlNode{key: n.key, value: n.value}
}

// child returns the node of a key, making it where there is none.
func (n *tomlNode) child(key string, at Span) *tomlNode {
	if n.kids == nil {
		n.kids = make(map[string]*tomlNode)
	}
	if n.kids[key] == nil {
		n.kids[key] = &tomlNode{key: at, value: at, open: true}
	}
	return n.kids[key]
}

// last returns the table that a header under n adds to:
// n itself, or the newest element of an array of tables.
func (n *tomlNode) last() *tomlNode {
	if len(n.items) > 0 {
		return n.items[len(n.items)-1]
	}
	return n
}

// repeated returns the first place where a key is written again.
func (n *tomlNode) repeated() (Span, bool) {
	best, found := n.again, n.again.End > 0
	for _, key := range sortedKeys(n.kids) {
		if s, ok := n.kids[key].repeated(); ok && (!found || s.Start < best.Start) {
			best, found = s, true
		}
	}
	for _, item := range n.items {
		if s, ok := item.repeated(); ok && (!found || s.Start < best.Start) {
			best, found = s, true
		}
	}
	return best, found
}

// tomlScanner reads the places of keys and values. It trusts the text to be
// valid TOML; of other text it returns some tree, and never fails.
type tomlScanner struct {
	text     string
	at       int
	root     *tomlNode
	comments []Span
	depth    int
	deep     Span // where the text nests deeper than the limit; the rest is not scanned
}

// Comments returns the places of the comments of a TOML file, from # to the end of the line, for what writes it anew.
func Comments(f *File) []Span { return scannedTOML(f.Text).comments }

// scanTOML returns the places in a text.
func scanTOML(text string) *tomlNode { return scannedTOML(text).root }

func scannedTOML(text string) *tomlScanner {
	root := &tomlNode{value: Span{0, 0}}
	s := &tomlScanner{text: text, root: root}
	table := root
	for s.blank(); s.at < len(s.text); s.blank() {
		before := s.at
		if s.text[s.at] == '[' {
			table = s.header(root)
		} else {
			s.pair(table)
		}
		if s.at == before {
			s.at++ // not TOML: go on all the same
		}
	}
	return s
}

// blank skips white space, line ends and comments.
func (s *tomlScanner) blank() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\r', '\n':
			s.at++
		case '#':
			start := s.at
			s.skipTo("\n")
			s.comments = append(s.comments, Span{start, start + len(strings.TrimRight(s.text[start:s.at], "\r\n"))})
		default:
			return
		}
	}
}

// skipTo moves behind the next mark, or to the end.
func (s *tomlScanner) skipTo(mark string) {
	if i := strings.Index(s.text[s.at:], mark); i >= 0 {
		s.at += i + len(mark)
		return
	}
	s.at = len(s.text)
}

// accept moves over a mark if it comes next.
func (s *tomlScanner) accept(mark string) bool {
	if strings.HasPrefix(s.text[s.at:], mark) {
		s.at += len(mark)
		return true
	}
	return false
}

// header reads [a.b] or [[a.b]] and returns the table that it opens.
func (s *tomlScanner) header(root *tomlNode) *tomlNode {
	start := s.at
	s.accept("[")
	list := s.accept("[")
	table := root
	path := s.path()
	s.accept("]")
	if list {
		s.accept("]")
	}
	at := Span{start, s.at}
	for i, part := range path {
		table = table.child(part.name, part.at)
		if i < len(path)-1 {
			table = table.last()
		}
	}
	if list {
		item := &tomlNode{key: at, value: at}
		table.items = append(table.items, item)
		return item
	}
	table = table.last()
	if !table.open && len(path) > 0 {
		table.again = at
	}
	table.key, table.value, table.open = at, at, false
	return table
}

// pair reads key = value into a table.
func (s *tomlScanner) pair(table *tomlNode) {
	path := s.path()
	s.accept("=")
	if len(path) == 0 {
		return
	}
	node := table
	for _, part := range path {
		node = node.child(part.name, part.at)
	}
	if !node.open {
		node.again = path[len(path)-1].at
	}
	node.open = false
	s.blank()
	s.depth += len(path) - 1
	s.value(node)
	s.depth -= len(path) - 1
}

type tomlPart struct {
	name string
	at   Span
}

// path reads a dotted key.
func (s *tomlScanner) path() []tomlPart {
	var path []tomlPart
	for {
		s.blank()
		part, ok := s.name()
		if !ok {
			return path
		}
		path = append(path, part)
		s.blank()
		if !s.accept(".") {
			return path
		}
		if len(path) >= MaxDepth {
			s.tooDeep(path[0].at.Start)
			return path
		}
	}
}

// name reads a bare or quoted key.
func (s *tomlScanner) name() (tomlPart, bool) {
	start := s.at
	if s.at < len(s.text) && strings.IndexByte(`"'`, s.text[s.at]) >= 0 {
		s.str()
		return tomlPart{unquoteTOML(s.text[start:s.at]), Span{start, s.at}}, true
	}
	for s.at < len(s.text) && strings.IndexByte(" \t\r\n=.#[]{},\"'", s.text[s.at]) < 0 {
		s.at++
	}
	return tomlPart{s.text[start:s.at], Span{start, s.at}}, s.at > start
}

// unquoteTOML returns what a quoted key means.
func unquoteTOML(quoted string) string {
	var v struct {
		K string `toml:"k"`
	}
	if _, err := toml.Decode("k = "+quoted, &v); err != nil {
		return quoted
	}
	return v.K
}

// value reads a value into its node.
func (s *tomlScanner) value(n *tomlNode) {
	start := s.at
	s.depth++
	defer func() { s.depth-- }()
	switch {
	case s.at >= len(s.text):
	case s.depth > MaxDepth:
		s.tooDeep(start)
	case s.accept("["):
		for s.blank(); s.at < len(s.text) && !s.accept("]"); s.blank() {
			item := &tomlNode{}
			s.value(item)
			item.key = item.value
			n.items = append(n.items, item)
			s.blank()
			s.accept(",")
		}
	case s.accept("{"):
		for s.blank(); s.at < len(s.text) && !s.accept("}"); s.blank() {
			before := s.at
			s.pair(n)
			s.blank()
			s.accept(",")
			if s.at == before {
				s.at++
			}
		}
	case strings.IndexByte(`"'`, s.text[s.at]) >= 0:
		s.str()
	default:
		s.scalar()
	}
	n.value = Span{start, s.at}
}

// tooDeep notes a place, and ends the scan.
func (s *tomlScanner) tooDeep(at int) {
	if s.deep.End == 0 {
		s.deep = Span{at, at + 1}
	}
	s.at = len(s.text)
}

// scalar skips a number, a date, true or false. It always moves on.
func (s *tomlScanner) scalar() {
	start := s.at
	for s.at < len(s.text) && strings.IndexByte("\r\n#,]}", s.text[s.at]) < 0 {
		s.at++
	}
	s.at = start + len(strings.TrimRight(s.text[start:s.at], " \t"))
	if s.at == start {
		s.at++
	}
}

// str skips a string of any of the four forms.
func (s *tomlScanner) str() {
	quote := s.text[s.at : s.at+1]
	if strings.HasPrefix(s.text[s.at:], strings.Repeat(quote, 3)) {
		s.at += 3
		s.closing(strings.Repeat(quote, 3))
		for i := 0; i < 2 && s.accept(quote); i++ { // the text may end in two quotes
		}
		return
	}
	s.at++
	s.closing(quote)
}

// closing moves behind the closing quote; \ escapes in "…" only.
func (s *tomlScanner) closing(quote string) {
	for s.at < len(s.text) {
		switch {
		case quote[0] == '"' && s.text[s.at] == '\\':
			s.at = min(s.at+2, len(s.text))
		case s.accept(quote):
			return
		default:
			s.at++
		}
	}
}
