package search

import (
	"encoding/json"
	"testing"

	"jikenbo/internal/i18n"
)

// asJSON is what encoding/json makes of a record by its tags.
func asJSON(t *testing.T, r Record) string {
	t.Helper()
	type tagged Record
	data, err := json.Marshal(tagged(r))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestRecordsAreWrittenAsTheirTagsSay(t *testing.T) {
	s := newSynth()
	records, _ := s.archive(20)
	odd := "\x00\x1f\b\f\n\r\t\"\\</script>&\x7f\xff\u2028\u2029\ufffd架空"
	records = append(records, Record{}, Record{Kind: odd, Lang: i18n.Lang(odd), Path: odd, Title: odd, TitleLang: odd, When: odd, Names: []string{odd, ""},
		Lines: []Line{{odd, odd}, {}}, Years: Years{-1, 9999}}, Record{Years: Years{0, 2}}, Record{Names: []string{"a"}, Lines: []Line{{"", "b"}}})
	for _, r := range records {
		if got, want := string(r.appendJSON(nil)), asJSON(t, r); got != want {
			t.Errorf("it writes\n%s\nwant\n%s", got, want)
		}
	}
}

func FuzzRecord(f *testing.F) {
	f.Add("t", "見出し</script>", "\xe3\x81", 2020)
	f.Fuzz(func(t *testing.T, kind, title, text string, year int) {
		r := Record{Kind: kind, Title: title, When: text, Names: []string{text}, Lines: []Line{{kind, text}}, Years: Years{year, -year}}
		if got, want := string(r.appendJSON(nil)), asJSON(t, r); got != want {
			t.Errorf("it writes\n%s\nwant\n%s", got, want)
		}
	})
}
