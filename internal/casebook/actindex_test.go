package casebook

import (
	"slices"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
)

// TestCandidatesAreAllThatCanMatch holds that every act whose date agrees with that of a find, and who takes part in both, is among
// those that are looked at, whatever the forms of the two dates.
func TestCandidatesAreAllThatCanMatch(t *testing.T) {
	dates := []string{
		"2024-05-14", "2024-05", "2024", "2023", "2023-12-31", "2024-01-01", "2023-24", "2024-21", "2024-05-14~", "2024-05-15?", "2024-05-14/2024-05-14", "0101-01-01", "0101", "0000-01-01", "2024?", "202X", "20XX", "2024-05-XX", "1999",
		"2014/..", "../2024-05-14", "2019/2024", "2024-05/2024-06", "[2023..2025]", "[2010..2024]", "2000/2024",
	}
	who := &Entity{Entity: &content.Entity{ID: "gull", Kind: content.Actor}}
	in := &text{outline: &Outline{}}
	agree := 0
	for _, known := range dates {
		for _, announced := range []bool{false, true} {
			a := &Act{Type: event.Takedown, Participants: []Participant{{who, event.Target}}, Date: edtf.MustParse("1980-01-01")}
			if announced {
				a.Announced = edtf.MustParse(known)
			} else {
				a.Date = edtf.MustParse(known)
			}
			l := &linker{book: &Casebook{}, acts: actIndex{number: map[*Act]int{}, byDate: map[concerned][]int{}}}
			l.addAct(&Act{Date: edtf.MustParse("1980"), Type: event.Arrest})
			l.addAct(a)
			for _, d := range append(dates, "") {
				found := find{said: new(said), typ: event.Takedown}
				if d != "" {
					found.date = edtf.MustParse(d)
				}
				if a.matches(in, &found, a.Participants) == 0 {
					continue
				}
				agree++
				if !slices.Contains(l.candidates(in, &found, a.Participants), 1) {
					t.Errorf("the find of %s is not held against the act of %s (announced %s)", d, a.Date, a.Announced)
				}
			}
		}
	}
	if agree < len(dates) {
		t.Errorf("only %d pairs agree", agree)
	}
}

// TestActIsKnownByWhatItLearns holds that an act is among those that are looked at for the day of its announcement, and for whoever takes part in
// it, once a find has told them.
func TestActIsKnownByWhatItLearns(t *testing.T) {
	gull := &content.Entity{ID: "gull", Kind: content.Actor}
	heron := &content.Entity{ID: "heron", Kind: content.Actor}
	told := func(date, announced string, concerned ...*content.Entity) find {
		e := find{said: new(said), typ: event.Takedown, date: edtf.MustParse(date), confidence: 1}
		if announced != "" {
			e.announced = edtf.MustParse(announced)
		}
		for _, w := range concerned {
			e.who = append(e.who, who{entity: w.ID, role: event.Target})
		}
		return e
	}
	for what, finds := range map[string][]find{
		"announced":      {told("2023-12-31", "", gull), told("2023-12-31", "2024-02-01", gull), told("2024-02-01", "", gull)},
		"a further one":  {told("2023-12-31", "", gull), told("2023-12-31", "", gull, heron), told("2023-12-31", "", heron)},
		"an exact date":  {told("2023-24", "", gull), told("2023-12-31", "", gull), told("2023-12-31", "", gull)},
		"nothing at all": {told("2023-12-31", "", gull), told("2023-12-31", "", gull), told("2023-12-31", "", gull)},
	} {
		l := &linker{book: &Casebook{entities: map[string]*Entity{"gull": {Entity: gull}, "heron": {Entity: heron}}}, acts: actIndex{
			number: map[*Act]int{}, byDate: map[concerned][]int{}, bySentence: map[sentence][]int{}, byWords: map[string]*Entity{}, byText: map[toldIn]*Act{},
		}}
		for i := range finds {
			l.foundAct(&text{outline: &Outline{}, article: &Article{Article: &content.Article{}}}, &finds[i])
		}
		if len(l.book.Acts) != 1 {
			t.Errorf("%s: %d acts, want 1", what, len(l.book.Acts))
		}
	}
}

// TestKinOfWhatAnEditorWrote holds that a find of another type tells an act that an editor wrote down, where it is of the same family and on the very day.
func TestKinOfWhatAnEditorWrote(t *testing.T) {
	who := []Participant{{&Entity{Entity: &content.Entity{ID: "gull", Kind: content.Actor}}, event.Target}}
	found := find{said: new(said), typ: event.Seizure, date: edtf.MustParse("2024-05-14")}
	for _, edited := range []bool{true, false} {
		a := &Act{Type: event.Takedown, Date: found.date, Participants: who, Edited: edited}
		if got := a.matches(&text{outline: &Outline{}}, &found, who) > 0; got != edited {
			t.Errorf("written by an editor: %v; told by the find: %v", edited, got)
		}
	}
}
