package render

import (
	"encoding/json"
	"strings"
	"testing"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
)

// linkedIn returns what an entity's page says of itself, read back from JSON.
func linkedIn(t *testing.T, l i18n.Lang, e *casebook.Entity, others ...*casebook.Entity) (raw string, data map[string]any) {
	t.Helper()
	c := &casebook.Casebook{Entities: append(others, e)}
	s := scope{r: &Renderer{SiteURL: "https://example.org/sub/", Title: i18n.Text{JA: "港", EN: "Harbour"}}, book: newBook(c), lang: l, room: new(Renderer).room()}
	raw = string(s.linkedPage(e.Path, "", "").Data)
	if err := json.Unmarshal([]byte(raw), &data); err != nil {
		t.Fatalf("%v in %s", err, raw)
	}
	return raw, data
}

func TestLinkedDataOfOperation(t *testing.T) {
	date := func(s string) edtf.Date {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	place := &casebook.Entity{Entity: &content.Entity{ID: "xh", Kind: content.Place, Name: i18n.Both("Harbouria")}, Path: "places/xh.html"}
	op := &casebook.Entity{Path: "operations/quay.html", Entity: &content.Entity{
		ID: "quay", Kind: content.Operation, Name: i18n.Text{JA: "岸壁", EN: `Quay </script><b> "q"` + "\u2028\x00"},
		Operation: &content.OperationFacts{Period: date("2022-22/2023-11"), Participants: []content.Participant{{Entity: "xh", Role: "place"}, {Entity: "none", Role: "place"}}},
	}}
	raw, data := linkedIn(t, i18n.EN, op, place)
	if strings.ContainsAny(raw, "<>&\u2028\x00") {
		t.Errorf("not escaped: %s", raw)
	}
	want := map[string]any{
		"@context": "https://schema.org", "@type": "Event", "@id": "https://example.org/sub/en/operations/quay.html",
		"startDate": "2022", "endDate": "2023-11", "name": op.Name.EN,
	}
	for k, v := range want {
		if data[k] != v {
			t.Errorf("%s = %v, want %v", k, data[k], v)
		}
	}
	if got, _ := json.Marshal(data["location"]); string(got) != `[{"@type":"Place","name":"Harbouria","url":"https://example.org/sub/en/places/xh.html"}]` {
		t.Errorf("location %s", got)
	}
}

func TestEndsAreNeverRounded(t *testing.T) {
	for in, want := range map[string][2]string{
		"2025-01-14": {"2025-01-14", "2025-01-14"}, "2024-08": {"2024-08", "2024-08"}, "2021/..": {"2021", ""}, "../2024-07-14": {"", "2024-07-14"},
		"2021-01~": {"2021-01", "2021-01"}, "2024-33": {"2024", "2024"}, "201X": {"", ""}, "[2023-12-21..2023-12-31]": {"", ""},
	} {
		d, err := edtf.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if start, end := ends(d); start != want[0] || end != want[1] {
			t.Errorf("%s: %q, %q, want %q", in, start, end, want)
		}
	}
}
