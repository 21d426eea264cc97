package export

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/edtf"
)

func TestCSLHoldsWhatTheCasebookSays(t *testing.T) {
	for _, text := range texts {
		c := archive(t, text)
		var got []cslItem
		decode(t, written(t, exporter(), c)["data/sources.csl.json"], &got)
		s := c.Sources[0]
		want := cslItem{
			ID: "paper", Type: "article-newspaper", Title: oneLine(s.Title), Author: cslNames(text), Translator: cslNames(text), Publisher: oneLine(text),
			Container: oneLine(text), Issued: &cslDate{Parts: [][]int{{2024, 12, 5}}}, Number: oneLine(text), URL: oneLine(text), Archive: oneLine(text),
			Genre: "News report", Language: "ja",
		}
		if diff := cmp.Diff([]cslItem{want}, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestCSLDates(t *testing.T) {
	tests := []struct {
		in   string
		want cslDate
	}{
		{"2024-12-05", cslDate{Parts: [][]int{{2024, 12, 5}}}}, {"2024-12", cslDate{Parts: [][]int{{2024, 12}}}}, {"2024", cslDate{Parts: [][]int{{2024}}}},
		{"2022-22", cslDate{Parts: [][]int{{2022}}, Season: 2}}, {"2022-33", cslDate{Literal: "2022-33"}},
		{"2021-01~", cslDate{Literal: "2021-01~"}}, {"2014/..", cslDate{Literal: "2014/.."}}, {"201X", cslDate{Literal: "201X"}},
	}
	for _, tt := range tests {
		d, err := edtf.Parse(tt.in)
		if err != nil {
			continue // a form that this archive does not have
		}
		if diff := cmp.Diff(&tt.want, cslDateOf(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.in, diff)
		}
	}
	if cslDateOf(edtf.Date{}) != nil {
		t.Error("no date is a date")
	}
}

// TestMISPHoldsWhatTheCasebookSays reads the clusters back, and holds what MISP demands of them.
func TestMISPHoldsWhatTheCasebookSays(t *testing.T) {
	for _, text := range texts {
		c := archive(t, text)
		files := written(t, exporter(), c)
		var g mispGalaxy
		var got mispClusters
		decode(t, files["data/misp-galaxy.json"], &g)
		decode(t, files["data/misp-clusters.json"], &got)
		if g.Type != got.Type || g.Version != 20261122 || got.Version != g.Version || !isUUID(g.UUID) || !isUUID(got.UUID) || got.UUID == g.UUID {
			t.Errorf("%q: the galaxy is %+v", text, g)
		}
		for _, must := range []string{g.Name, g.Description, got.Name, got.Description, got.Source, got.Authors[0], got.Category} {
			if must == "" {
				t.Errorf("%q: the galaxy lacks what it must have: %+v", text, got)
			}
		}
		if len(got.Values) != 1 {
			t.Fatalf("%d clusters", len(got.Values))
		}
		v := got.Values[0]
		if want := oneLine(text); want != "" && v.Value != want || want == "" && v.Value != "lantern" || v.Description != printable(text) || !isUUID(v.UUID) {
			t.Errorf("%q is %+v", text, v)
		}
		if want := some1(oneLine(text)); !cmp.Equal(want, v.Meta.Synonyms) || v.Meta.ExternalID != oneLine(text) {
			t.Errorf("%q: names %q and ids %q", text, v.Meta.Synonyms, v.Meta.ExternalID)
		}
	}
}

func TestMISPLeadsToItsOwnGalaxies(t *testing.T) {
	c := archive(t, "架空")
	e := c.Entity("lantern")
	e.IDs[0].System, e.IDs[0].Value = "misp", "56b37b05-72e7-4a89-ba8a-61ce45269a8c"
	var got mispClusters
	decode(t, written(t, exporter(), c)["data/misp-clusters.json"], &got)
	if want := []mispRelated{{"56b37b05-72e7-4a89-ba8a-61ce45269a8c", "similar"}}; !cmp.Equal(want, got.Values[0].Related) {
		t.Errorf("related: %+v", got.Values[0].Related)
	}
	e.IDs[0].Value = "not a UUID"
	if data := written(t, exporter(), c)["data/misp-clusters.json"]; strings.Contains(data, "dest-uuid") {
		t.Error("leads to what is no UUID")
	}
}

func TestWebAddresses(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a?b=c#d": "https://example.org/a?b=c#d", "http://example.org": "http://example.org", "https://example.org/架空": "https://example.org/%E6%9E%B6%E7%A9%BA",
		"javascript:alert(1)": "", "data:text/html,x": "", "//example.org": "", "example.org": "", "": "", "https://": "", "https://ex ample.org/": "", "https://example.org/\x00": "",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("webAddress(%q) = %q, want %q", in, got, want)
		}
	}
}
