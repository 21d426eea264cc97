package render

import (
	"strings"
	"testing"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
)

// listOf returns the list page of a kind over some entities.
func listOf(t *testing.T, l i18n.Lang, k content.Kind, es ...*casebook.Entity) ListView {
	t.Helper()
	s := chartScope(t).at(l, string(l)+"/"+listPath(k))
	s.book = newBook(&casebook.Casebook{Entities: es})
	return s.list(k).(ListView)
}

// shown writes the rows of a list on one line.
func shown(rows []ListRow) string {
	var out []string
	for _, r := range rows {
		line := r.Letter + ":"
		for _, e := range r.Entries {
			if e.See != "" {
				line += " " + e.See + ">"
			} else {
				line += " "
			}
			line += e.Text
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func TestListLeadsFromOtherNames(t *testing.T) {
	fox := entityOf(content.Actor, "fox", "")
	fox.Name, fox.Reading = i18n.Text{JA: "狐", EN: "Fox"}, "きつね"
	fox.Aliases = []content.Alias{
		{Name: "アズール", By: "x", Scope: "same"}, {Name: "Vixen", By: "x", Scope: "overlaps"},
		{Name: "フォックス", Scope: "same"}, {Name: "紅白団", By: "x", Scope: "contested"},
	}
	owl := entityOf(content.Actor, "owl", "")
	owl.Name, owl.Reading = i18n.Text{JA: "Owl", EN: "Owl"}, "あうる"
	ja, en := listOf(t, i18n.JA, content.Actor, fox, owl), listOf(t, i18n.EN, content.Actor, fox, owl)
	if got, want := shown(ja.Rows), "あ: Owl アズール>狐; か: 狐"; got != want {
		t.Errorf("rows %q, want %q", got, want)
	}
	if got, want := shown(ja.Others), "F: Fox>狐; V: Vixen>狐"; got != want {
		t.Errorf("others %q, want %q", got, want)
	}
	if got, want := shown(en.Rows), "F: Fox; O: Owl; V: Vixen>Fox"; got != want {
		t.Errorf("rows %q, want %q", got, want)
	}
	if got, want := shown(en.Others), "あ: アズール>Fox; か: 狐>Fox"; got != want {
		t.Errorf("others %q, want %q", got, want)
	}
	if ja.Jump[0] != (Jump{"あ", "#r1", 2}) || ja.Jump[2] != (Jump{Letter: "さ"}) || len(ja.Jump) != 10 {
		t.Errorf("letters %v", ja.Jump)
	}
}

func TestPlacesByRegion(t *testing.T) {
	place := func(id, class, region string, parent *casebook.Entity) *casebook.Entity {
		e := entityOf(content.Place, id, class)
		e.Region, e.Parent = region, parent
		return e
	}
	jp, us := place("jp", "country", "030", nil), place("us", "country", "021", nil)
	v := listOf(t, i18n.EN, content.Place, place("europe", "region", "", nil), place("zz-city", "city", "", us), us, jp, place("aomori", "city", "", jp), place("cn", "country", "030", nil))
	if got, want := shown(v.Rows), "Eastern Asia: cn jp aomori; Northern America: us zz-city; Across regions: europe"; got != want {
		t.Errorf("rows %q, want %q", got, want)
	}
}

func TestSpark(t *testing.T) {
	s := chartScope(t)
	as := acts("2020-01-01", "2020-02-01", "2024-01-01", "2010-01-01")
	as[1].Type = event.Intrusion
	s.book.lastYear = 2024
	sp := s.spark(as)
	if len(sp.Parts) != 2 || sp.Parts[0].Path != "M24 16v-4M52 16v-4" || sp.Parts[1].Path != "M24 12v-4" || sp.Says != "2020 2, 2024 1" {
		t.Errorf("%+v", sp)
	}
	if sp := s.spark(acts("2010-01-01")); len(sp.Parts) != 0 {
		t.Errorf("a figure of nothing: %+v", sp)
	}
}
