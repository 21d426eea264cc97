package render

import (
	"reflect"
	"testing"

	"jikenbo/internal/casebook"
)

func digestOf(t *testing.T, v any) string {
	t.Helper()
	w := digester{types: &digestTypes{}}
	if !w.value(reflect.ValueOf(v)) {
		t.Fatalf("%T has no digest", v)
	}
	return string(w.b)
}

func TestDigester(t *testing.T) {
	type inner struct{ A, B string }
	type view struct {
		S    []inner
		P    *inner
		I    any
		N    int
		F    float64
		Flag bool
	}
	views := []view{
		{}, {N: 1}, {F: 1}, {Flag: true}, {S: []inner{{}}}, {S: []inner{{"ab", ""}}}, {S: []inner{{"a", "b"}}}, {S: []inner{{"a", ""}, {"b", ""}}},
		{P: &inner{}}, {P: &inner{"a", ""}}, {I: inner{}}, {I: "a"}, {I: 1}, {I: 1.0},
	}
	seen := map[string]int{}
	for i, v := range views {
		d := digestOf(t, v)
		if at, ok := seen[d]; ok {
			t.Errorf("views %d and %d have one digest", at, i)
		}
		seen[d] = i
	}
	first, second := &inner{"a", "b"}, &inner{"a", "b"}
	if digestOf(t, view{P: first}) != digestOf(t, view{P: second}) {
		t.Error("the digest depends on where a value stands in memory")
	}
	for _, v := range []any{func() {}, map[string]int{"a": 1}, struct{ E *casebook.Entity }{&casebook.Entity{}}} {
		w := digester{types: &digestTypes{}}
		if w.value(reflect.ValueOf(v)) {
			t.Errorf("%T was taken for a value", v)
		}
	}
}
