package export

import (
	"strings"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
)

// TestReviewedShows holds that every file which says that something was found by machine says whether an editor has looked at it.
func TestReviewedShows(t *testing.T) {
	c := archive(t, "架空")
	c.Acts[0].Edited, c.Acts[0].Reviewed = false, true
	c.Articles[0].Docs.In(i18n.JA).Figures[0].State = analysis.Corrected
	files := written(t, exporter(), c)
	compact := strings.NewReplacer("\n", "", " ", "")
	for _, tt := range []struct{ file, want string }{
		{"data/events.csv", ",found,takedown,"},
		{"data/events.csv", "timeline.html#lantern-down,true,\r\n"},
		{"data/figures.csv", "ja/articles/news.html#s2,true\r\n"},
		{"data/archive.json", `"edited":false,"reviewed":true,`},
		{"data/archive.json", `"review":{"found":1,"reviewed":1}`},
		{"data/stix.json", `"found":true,"reviewed":true,`},
		{"data/schemas/archive.schema.json", `"reviewed":{`},
		{"data/schemas/stix-extension.schema.json", `"reviewed":{`},
		{"data/datapackage.json", `"name":"reviewed"`},
	} {
		text := files[tt.file]
		if strings.HasSuffix(tt.file, ".json") {
			text = compact.Replace(text)
		}
		if !strings.Contains(text, tt.want) {
			t.Errorf("%s lacks %q", tt.file, tt.want)
		}
	}
}

// TestWordsTakePart holds that every file names those in an act whom the registry does not have, and links them nowhere.
func TestWordsTakePart(t *testing.T) {
	c := archive(t, "架空")
	act := c.Acts[0]
	ministry := &casebook.Entity{Entity: &content.Entity{Name: i18n.Text{JA: "海洋省"}}}
	act.Participants = append([]casebook.Participant{{Entity: ministry, Role: event.Agent}}, act.Participants...)
	files := written(t, exporter(), c)
	compact := strings.NewReplacer("\n", "", " ", "")
	for _, tt := range []struct{ file, want string }{
		{"data/events.csv", ",takedown,,lantern,,,,,"},
		{"data/events.csv", ",agent:海洋省\r\n"},
		{"data/archive.json", `{"words":"海洋省","role":"agent"}`},
		{"data/stix.json", `{"role":"agent","words":"海洋省"}`},
		{"ja/feeds/lantern.xml", "海洋省"},
	} {
		text := files[tt.file]
		if strings.HasSuffix(tt.file, ".json") {
			text = compact.Replace(text)
		}
		if !strings.Contains(text, tt.want) {
			t.Errorf("%s lacks %q", tt.file, tt.want)
		}
	}
}
