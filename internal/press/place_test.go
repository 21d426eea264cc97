package press

import (
	"bytes"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

// inner is embedded by pointer, which may lead nowhere.
type inner struct{ Name string }

type outer struct {
	*inner
	First byte // so that what follows stands at odd distances
	Items []item
	Long  int64
	Empty []struct{}
}

type item struct {
	Small byte
	Text  kind
	Plain string
	Next  *item
}

// Up makes its result anew each time.
func (i item) Up() item { return item{Text: kind(strings.ToUpper(string(i.Text))), Next: i.Next} }

// TestPlaces holds that what stands behind pointers, in lists, in results of methods and functions is what html/template finds there, for more numbers
// and texts than are kept, also while memory is collected.
func TestPlaces(t *testing.T) {
	const text = `{{.Name}} {{if .Long}}long{{end}}{{len .Empty}}{{range .Empty}}-{{end}}{{range $i, $x := .Items}}
{{$i}} {{count "n" $i}} {{t .Text}} {{t "a" .Plain}} {{with .Next}}{{.Text}}{{end}}{{$up := .Up}}{{len $.Items}}{{$up.Text}}{{with $up.Up.Next}}{{.Up.Text}}{{end}}{{end}}`
	sheet, err := Compile(parsed(t, text), "page", functions, reflect.TypeFor[outer]())
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 3, len(numbers) + 200} {
		v := outer{inner: &inner{"name"}, Long: int64(n) << 32, Empty: make([]struct{}, n%7)}
		for i := range n {
			v.Items = append(v.Items, item{Text: kind(fmt.Sprint("x", i)), Plain: fmt.Sprint("y", i)})
			if i%2 > 0 {
				v.Items[i].Next = &item{Text: "odd"}
			}
		}
		var want bytes.Buffer
		if err := parsed(t, text).ExecuteTemplate(&want, "page", v); err != nil {
			t.Fatal(err)
		}
		done := make(chan struct{})
		go func() {
			defer close(done)
			for range 5 {
				runtime.GC()
			}
		}()
		for range 3 {
			if got, err := sheet.Append(nil, v); err != nil || !bytes.Equal(got, Lean(want.Bytes())) {
				t.Errorf("%d items become\n%.300q, %v\nnot\n%.300q", n, got, err, Lean(want.Bytes()))
			}
		}
		<-done
	}
	if out, err := sheet.Append(nil, outer{}); err == nil {
		t.Errorf("a field behind nothing writes %q", out)
	}
}

func TestLeading(t *testing.T) {
	set := Bytes{'a': true, 0xe3: true}
	for n := range 20 {
		for _, rest := range []string{"", "b", "ba", "baaaaaaaaa"} {
			if text := strings.Repeat("a", n) + rest; set.Leading(text) != n {
				t.Errorf("%q begins with %d of the set, not %d", text, set.Leading(text), n)
			}
		}
	}
}
