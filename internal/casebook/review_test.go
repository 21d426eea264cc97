package casebook

import (
	"fmt"
	"strings"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
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

// words lets somebody take part in the last find of a document whom only words name.
func words(doc *analysis.Document, role event.Role, who string) *analysis.Event {
	e := &doc.Events[len(doc.Events)-1]
	e.State = analysis.Accepted
	if who != "" {
		e.Participants = append(e.Participants, event.Participant{Role: role, Mention: entity.Mention{Surface: who, Discovered: true}})
	}
	return e
}

// TestReviewedFindsStand holds that what an editor has looked at stands on the timeline whoever took part, named by
// the words of the text where the registry has nobody, and that what he has not does not.
func TestReviewedFindsStand(t *testing.T) {
	for _, tt := range []struct {
		name string
		make func(a *archive)
		want string
	}{
		{"by words", func(a *archive) {
			found(a.ja, 2, event.Statement, "2025-03-12", "")
			words(a.ja, event.Agent, "海洋省")
		}, "2025-03-12 海洋省、声明 海洋省: statement undated=false agent:海洋省 evidence 1"},
		{"the registry's before the others", func(a *archive) {
			found(a.ja, 2, event.Statement, "2025-03-12", "")
			words(a.ja, event.Agent, "Sea Office")
			e := words(a.ja, event.Agent, "")
			e.Participants = append(e.Participants, event.Participant{Role: event.Agent, Mention: entity.Mention{Entity: "agency"}})
		}, "2025-03-12 架空庁、声明 Agency: statement undated=false agent:架空庁 agent:Sea Office evidence 1"},
		{"the same words in two sentences", func(a *archive) {
			for _, sentence := range []int{1, 2} {
				found(a.ja, sentence, event.Statement, "2025-03-12", "")
				words(a.ja, event.Agent, "海洋省")
			}
		}, "2025-03-12 海洋省、声明 海洋省: statement undated=false agent:海洋省 evidence 2"},
		{"nobody", func(a *archive) {
			found(a.ja, 1, event.Statement, "2025-03-12", "")
			words(a.ja, "", "")
			found(a.ja, 2, event.Statement, "2025-03-12", "")
			words(a.ja, "", "")
		}, "2025-03-12 声明 statement undated=false evidence 2"},
		{"nobody, before one that only the machine has seen", func(a *archive) {
			found(a.ja, 1, event.Statement, "2025-03-12", "")
			words(a.ja, "", "")
			found(a.ja, 2, event.Statement, "2025-03-12", "", "agency")
		}, "2025-03-12 架空庁、声明 Agency: statement undated=false agent:架空庁 evidence 2"},
		{"no date", func(a *archive) {
			found(a.ja, 2, event.Statement, "2025", "")
			words(a.ja, event.Agent, "海洋省").Event.Date = edtf.Date{}
		}, " 海洋省、声明 海洋省: statement undated=true agent:海洋省 evidence 1"},
		{"the machine's own", func(a *archive) {
			found(a.ja, 2, event.Statement, "2025-03-12", "")
			words(a.ja, event.Agent, "海洋省").State = analysis.ByMachine
		}, ""},
	} {
		a := newArchive()
		tt.make(a)
		var got []string
		for _, act := range a.mustLink(t).Acts {
			if act.Type != event.Statement {
				continue
			}
			en := act.Title.EN
			line := fmt.Sprintf("%s %s %s undated=%v", act.Date, act.Title.JA, en, strings.HasPrefix(act.ID, "statement-undated-"))
			for _, p := range act.Participants {
				line += " " + string(p.Role) + ":" + p.Entity.name(i18n.JA)
				if p.Entity.Path != "" && !p.Entity.Registered() {
					t.Errorf("%s: %s has a page", tt.name, p.Entity.name(i18n.JA))
				}
			}
			got = append(got, fmt.Sprintf("%s evidence %d", line, len(act.Evidence)))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.name, s, tt.want)
		}
	}
}
