package casebook

import (
	"slices"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
)

// TestCandidatesAreAllThatCanMatch holds that every act whose date agrees with that of a find, and who takes part in both, is among
// those that are looked at, whatever the forms of the two dates.
func TestCandidatesAreAllThatCanMatch(t *testing.T) {
	dates := []string{
		"2024-05-14", "2024-05", "2024", "2023", "2023-12-31", "2024-01-01", "2023-24", "2024-21", "2024-05-14~", "2024?", "202X", "20XX", "2024-05-XX", "1999",
		"2014/..", "../2024-05-14", "2019/2024", "2024-05/2024-06", "[2023..2025]", "[2010..2024]", "2000/2024",
	}
	who := &Entity{Entity: &content.Entity{ID: "gull", Kind: content.Actor}}
	doc := &analysis.Document{}
	agree := 0
	for _, known := range dates {
		for _, announced := range []bool{false, true} {
			a := &Act{Type: event.Takedown, Participants: []Participant{{who, event.Target}}, Date: edtf.MustParse("1980-01-01")}
			if announced {
				a.Announced = edtf.MustParse(known)
			} else {
				a.Date = edtf.MustParse(known)
			}
			l := &linker{book: &Casebook{}, acts: actIndex{number: map[*Act]int{}, byYear: map[concerned][]int{}}}
			l.addAct(&Act{Date: edtf.MustParse("1980"), Type: event.Arrest})
			l.addAct(a)
			for _, d := range append(dates, "") {
				found := analysis.Event{Event: event.Event{Type: event.Takedown}}
				if d != "" {
					found.Date = edtf.MustParse(d)
				}
				if a.matches(text{doc: doc}, &found, a.Participants) == 0 {
					continue
				}
				agree++
				if !slices.Contains(l.candidates(text{doc: doc}, &found, a.Participants), 1) {
					t.Errorf("the find of %s is not held against the act of %s (announced %s)", d, a.Date, a.Announced)
				}
			}
		}
	}
	if agree < len(dates) {
		t.Errorf("only %d pairs agree", agree)
	}
}
