package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTodos(t *testing.T) {
	f := NewFile("x.toml", `# TODO: all of it
#TODO
a = "TODO the name" # later
b = "x" # TODO: the other name
c = ["TODO", "TODO too", "not TODO"]
d = "a # TODO" # no TODO
e = '''
# TODO in a text
'''
`)
	var v struct {
		A Located[string] `toml:"a"`
		B string          `toml:"b"`
		C []string        `toml:"c"`
		D string          `toml:"d"`
		E string          `toml:"e"`
	}
	want := `x.toml:1:3: warning: still to be done: all of it [content.todo]
	hint: do it, then delete the comment
x.toml:2:2: warning: still to be done: this place [content.todo]
	hint: do it, then delete the comment
x.toml:3:6: warning: still to be done: the name [content.todo]
	hint: write what belongs there
x.toml:4:11: warning: still to be done: the other name [content.todo]
	hint: do it, then delete the comment
x.toml:5:7: warning: still to be done: c [content.todo]
	hint: write what belongs there
`
	got := DecodeTOML(f, f.All(), &v)
	if v.A.Refused {
		t.Error("a value that is to be written counts as refused")
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Error(diff)
	}
}
