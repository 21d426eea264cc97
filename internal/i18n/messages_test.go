package i18n

import (
	"slices"
	"testing"
)

func TestMessages(t *testing.T) {
	m := &Messages{texts: map[Key]Text{
		"a.acts":  {JA: "出来事{n}件", EN: "{n} act|{n} acts"},
		"a.title": {JA: "{kind}: {name}", EN: "{kind}: {name}"},
	}}
	tests := []struct{ give, want string }{
		{m.In(JA, "a.title", "kind", "人物", "name", "x"), "人物: x"},
		{m.In(EN, "a.title", "kind", "Person", "name", "{kind}"), "Person: {kind}"},
		{m.In(EN, "no.such-key"), "⟦no.such-key⟧"},
		{m.Count(EN, "a.acts", 1), "1 act"},
		{m.Count(EN, "a.acts", 0), "0 acts"},
		{m.Count(EN, "a.acts", 1234), "1,234 acts"},
		{m.Count(JA, "a.acts", 1), "出来事1件"},
	}
	for _, tt := range tests {
		if tt.give != tt.want {
			t.Errorf("got %q, want %q", tt.give, tt.want)
		}
	}
	if m.Has("a") || !m.Has("a.acts") {
		t.Errorf("Has does not know the keys")
	}
}

func TestLoadMessages(t *testing.T) {
	m, err := LoadMessages()
	if err != nil {
		t.Fatal(err)
	}
	if keys := m.Keys(); len(keys) < 100 || !slices.IsSorted(keys) {
		t.Errorf("%d keys", len(keys))
	}
}

func TestDigits(t *testing.T) {
	for give, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", -1000: "-1,000", -100: "-100", 1234567: "1,234,567"} {
		if got := Digits(give); got != want {
			t.Errorf("%d: got %q, want %q", give, got, want)
		}
	}
}
