package entity

import (
	"reflect"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// unseen are the fields of an entity on which no mention depends.
var unseen = map[string]bool{
	"Pos": true, "File": true, "Summary": true, "Title": true, "IDs": true, "References": true, "Claims": true,
	"Moved": true, "Operation": true, "variantPos": true, "adds": true, "Shipped": true,
	"Replaces":     true,
	"Rejected":     true,
	"Alias.Source": true, "Alias.SourcePos": true, "Alias.Note": true, "Alias.Pos": true,
}

// Every field of an entity must be in the digest, or be known not to matter: a field that finders
// begin to read without this test would leave stale mentions in the cache.
func TestDigestSeesEveryField(t *testing.T) {
	base := func() *content.Entity {
		return &content.Entity{ID: "a", Kind: content.Actor, Variants: []string{"v"}, Aliases: []content.Alias{{Name: "b"}}}
	}
	digest := func(e *content.Entity) Digest { return NewFinder(content.NewRegistry(e)).Digest() }
	want := digest(base())
	check := func(prefix string, typ reflect.Type, change func(e *content.Entity, field int)) {
		for i := range typ.NumField() {
			name := prefix + typ.Field(i).Name
			if unseen[name] {
				continue
			}
			e := base()
			change(e, i)
			if digest(e) == want {
				t.Errorf("%s changes no digest; add it to seen or, if no finder reads it, to unseen", name)
			}
		}
	}
	check("", reflect.TypeFor[content.Entity](), func(e *content.Entity, i int) { alter(t, reflect.ValueOf(e).Elem().Field(i)) })
	check("Alias.", reflect.TypeFor[content.Alias](), func(e *content.Entity, i int) { alter(t, reflect.ValueOf(&e.Aliases[0]).Elem().Field(i)) })
}

// alter gives a field another value.
func alter(t *testing.T, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Slice:
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
	case reflect.Struct:
		alter(t, v.Field(0))
	default:
		t.Fatalf("a field of kind %s", v.Kind())
	}
}

func TestReach(t *testing.T) {
	flax := func() *content.Entity {
		return &content.Entity{ID: "flax", Kind: content.Actor, Name: i18n.Text{JA: "フラックス・タイフーン", EN: "Flax Typhoon"}}
	}
	tick := &content.Entity{ID: "tick", Kind: content.Actor, Name: i18n.Text{JA: "ティック", EN: "Tick"}}
	cve := &content.Entity{ID: "cve-2021-26855", Kind: content.Vulnerability, Name: i18n.Both("ProxyLogon")}
	digest := func(text string, es ...*content.Entity) Digest {
		f := NewFinder(content.NewRegistry(es...))
		var found, met Met
		f.FindAll(i18n.JA, []Part{{Text: text, Tokens: tokenizer().Tokens(nil, text)}}, &found)
		f.Meets([]string{text}, &met)
		if f.Reach().Digest(&found) != f.Reach().Digest(&met) {
			t.Errorf("%s: whoever looks for mentions meets something else", text)
		}
		return f.Reach().Digest(&met)
	}
	class := flax()
	class.Class = "criminal"
	short := flax()
	short.Variants = []string{"タイフーン"}
	iran := &content.Entity{ID: "iran", Kind: content.Place, Name: i18n.Text{JA: "イランの狐", EN: "Iranian"}}
	for _, c := range []struct {
		what, text string
		with       []*content.Entity
		same       bool
	}{
		{"an entity that the text does not name", "フラックス・タイフーンが動いた。", []*content.Entity{flax(), tick}, true},
		{"an entity that it names", "ティックとフラックス・タイフーンが動いた。", []*content.Entity{flax(), tick}, false},
		{"another class", "フラックス・タイフーンが動いた。", []*content.Entity{class}, false},
		{"another class of one it does not name", "何も起きなかった。", []*content.Entity{class}, true},
		{"a name within a name", "フラックス・タイフーンが動いた。", []*content.Entity{short}, false},
		{"a name of which folding drops the beginning", "スレイランの狐が動いた。", []*content.Entity{flax(), iran}, false},
		{"one of the gazetteer, likewise", "スエイミネント・モニターが動いた。", []*content.Entity{flax(), {ID: "rat", Kind: content.Malware, Name: i18n.Both("Imminent Monitor")}}, false},
		{"anything where characters are joined", "か\u3099動いた。", []*content.Entity{flax(), tick}, false},
		{"an id", "CVE2021-26855が突かれた。", []*content.Entity{flax(), cve}, false},
	} {
		if got := digest(c.text, flax()) == digest(c.text, c.with...); got != c.same {
			t.Errorf("%s: the digest stays the same: %v, want %v", c.what, got, c.same)
		}
	}
}
