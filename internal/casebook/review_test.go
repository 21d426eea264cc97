package casebook

import (
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
)

// TestReviewedFindsComeFirst holds that an act keeps what an editor said of it, whichever text comes first, and that what he
// looked at stands on the timeline however sure the machine was.
func TestReviewedFindsComeFirst(t *testing.T) {
	for _, first := range []bool{true, false} {
		a := newArchive()
		a.original = document("paper", i18n.JA, []string{"2023年にランタンの摘発があった。"})
		a.source.Text = a.original.Text.File
		found(a.ja, 2, event.Arrest, "2023-04-02", "2021年", "lantern", "agency")
		found(a.original, 0, event.Arrest, "2023-04", "2023年", "lantern")
		reviewed := a.ja
		if !first {
			reviewed = a.original
		}
		e := &reviewed.Events[len(reviewed.Events)-1]
		e.State, e.Confidence = analysis.Corrected, 0.1
		want, who := e.Event.Date, len(e.Participants)
		book := a.mustLink(t)
		var act *Act
		for _, b := range book.Acts {
			if b.Type == event.Arrest {
				if act != nil {
					t.Fatalf("two acts: %v and %v", act.Date, b.Date)
				}
				act = b
			}
		}
		if act == nil || !act.Reviewed || !act.Checked() || act.Date != want || len(act.Participants) != who || len(act.Evidence) != 2 {
			t.Errorf("reviewed in the first text %v: %+v, want the date %s and %d participants", first, act, want, who)
		}
	}
	a := newArchive()
	found(a.ja, 2, event.Arrest, "2023-04-02", "2021年", "lantern")
	a.ja.Events[0].Confidence = 0.1
	for _, act := range a.mustLink(t).Acts {
		if act.Type == event.Arrest || act.Reviewed {
			t.Errorf("the machine was not sure: %v", act.Date)
		}
	}
}
