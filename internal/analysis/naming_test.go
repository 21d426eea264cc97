package analysis

import (
	"reflect"
	"slices"
	"testing"

	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// TestNamingHasAllOfAMention holds that no field of an [entity.Mention] is lost on the way, whatever fields there will be.
func TestNamingHasAllOfAMention(t *testing.T) {
	var want entity.Mention
	(&filler{}).fill(reflect.ValueOf(&want).Elem())
	m := Mention{Naming: NewNaming(want, "ヨミ"), Span: want.Span}
	if got := m.Found(); !reflect.DeepEqual(got, want) || m.Reading != "ヨミ" {
		t.Errorf("%+v became %+v", want, got)
	}
}

// TestNamingsAreShared holds that what says the same is one, and what differs in anything is another.
func TestNamingsAreShared(t *testing.T) {
	ns, text := namings{}, "架空社が"
	base := entity.Mention{Surface: text[:9], Name: i18n.Both(text[:9]), Kind: "organization", Candidates: []string{"a", "b"}}
	first := ns.shared(NewNaming(base, ""))
	if again := ns.shared(NewNaming(base, "")); again != first {
		t.Error("the same is not shared")
	}
	for i := range reflect.TypeFor[Naming]().NumField() {
		other := namingOf(&base, "")
		switch v := reflect.ValueOf(&other).Elem().Field(i); v.Interface().(type) {
		case []string:
			v.Set(reflect.ValueOf([]string{"a", "c"}))
		default:
			(&filler{}).fill(v)
		}
		if got := ns.shared(&other); got == first || !reflect.DeepEqual(*got, other) {
			t.Errorf("a naming with another %s became %+v", reflect.TypeFor[Naming]().Field(i).Name, got)
		}
	}
}

// TestNamingsAreForgotten holds that they do not grow for ever.
func TestNamingsAreForgotten(t *testing.T) {
	ns := namings{}
	for i := range mostNamings + 10 {
		ns.shared(&Naming{Surface: string(rune('一'+i%1000)) + string(rune('一'+i/1000))})
	}
	if len(ns) > mostNamings {
		t.Errorf("%d namings are kept", len(ns))
	}
}

func TestSpansOfSharedNamings(t *testing.T) {
	d := full()
	d.Mentions = append(d.Mentions, Mention{Naming: d.Mentions[0].Naming, Span: source.Span{Start: 7, End: 9}, Sentence: 1})
	got, err := decode(d.Text, d.encode(), namings{})
	if err != nil || !reflect.DeepEqual(got.Mentions, d.Mentions) || got.Mentions[0].Naming != got.Mentions[2].Naming {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestReasonsAreShared(t *testing.T) {
	rs, list := reasons{}, []string{"a", "b"}
	first := rs.shared(list)
	list[0] = "x" // its room is used again
	if !slices.Equal(first, []string{"a", "b"}) || &rs.shared([]string{"a", "b"})[0] != &first[0] {
		t.Errorf("the reasons are %q", first)
	}
	for _, other := range [][]string{{"ab"}, {"a"}, {"b", "a"}, {"a", "b", ""}, nil} {
		if got := rs.shared(other); !slices.Equal(got, other) || (got == nil) != (other == nil) {
			t.Errorf("%q became %q", other, got)
		}
	}
}
