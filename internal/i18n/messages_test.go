package i18n

import "testing"

func TestMessages(t *testing.T) {
	m, err := LoadMessages()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		give, want string
	}{
		{m.In(JA, "nav.timeline"), "年表"},
		{m.In(EN, "nav.timeline"), "Timeline"},
		{m.In(EN, "mention.title", "kind", "Person", "name", "{kind}"), "Person: {kind}"},
		{m.In(EN, "no.such-key"), "⟦no.such-key⟧"},
		{m.Count(EN, "entity.n-acts", 1), "1 act"},
		{m.Count(EN, "entity.n-acts", 0), "0 acts"},
		{m.Count(EN, "entity.n-acts", 1234), "1,234 acts"},
		{m.Count(JA, "entity.n-acts", 1), "出来事1"},
		{Digits(0), "0"}, {Digits(999), "999"}, {Digits(1000), "1,000"}, {Digits(-1000), "-1,000"}, {Digits(-100), "-100"}, {Digits(1234567), "1,234,567"},
	}
	for _, tt := range tests {
		if tt.give != tt.want {
			t.Errorf("got %q, want %q", tt.give, tt.want)
		}
	}
}
