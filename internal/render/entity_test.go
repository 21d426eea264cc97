package render

import (
	"strings"
	"testing"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/event"
)

// TestRecordSources holds that a record ends with every source that it cites, once.
func TestRecordSources(t *testing.T) {
	for path, want := range map[string]int{"en/actors/blue-fox.html": 3, "ja/operations/fox-hunt-takedown.html": 3} {
		seen := map[string]bool{}
		for _, ul := range plain()[path].all(tag("ul"), class("refs")) {
			for li := range ul.ChildNodes() {
				seen[attr(li.FirstChild, "href")] = true
			}
		}
		if len(seen) != want || !seen["../sources/police-release.html"] {
			t.Errorf("%s cites %v, want %d sources", path, seen, want)
		}
	}
}

// TestKeyFacts holds that the box of key facts keeps what a claim says of itself, and names what countered a group.
func TestKeyFacts(t *testing.T) {
	s := plain()
	facts := text(s["en/actors/blue-fox.html"].one(t, class("facts")))
	for _, want := range []string{"Operations against it", "Fox Hunt", "since August 2024 alleged"} {
		if !strings.Contains(facts, want) {
			t.Errorf("the key facts lack %q: %s", want, facts)
		}
	}
	facts = text(s["en/operations/fox-hunt-takedown.html"].one(t, class("facts")))
	for _, want := range []string{"Court", "Number", "Directed against"} {
		if !strings.Contains(facts, want) {
			t.Errorf("the key facts lack %q: %s", want, facts)
		}
	}
}

// TestRoleIn holds that whoever speaks does not carry it out, and that a court is a court.
func TestRoleIn(t *testing.T) {
	s := chartScope(t)
	court := entityOf(content.Organization, "court", "court")
	for _, tt := range []struct {
		role event.Role
		kind event.Type
		who  *casebook.Entity
		want string
	}{
		{event.Agent, event.Takedown, nil, "carried it out"},
		{event.Agent, event.Intrusion, nil, "carried it out"},
		{event.Agent, event.Statement, nil, "said by"},
		{event.Agent, event.Sanction, nil, "imposed by"},
		{event.Agent, event.Legal, court, "court"},
		{event.Agent, event.Takedown, court, "court"},
		{event.Target, event.Statement, nil, "target"},
		{event.Victim, event.Legal, court, "victim"},
	} {
		if got := s.roleIn(tt.role, tt.kind, tt.who); got != tt.want {
			t.Errorf("%s of %s is %q, want %q", tt.role, tt.kind, got, tt.want)
		}
	}
}
