package event_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
)

// A goldEvent is what a careful reader found.
type goldEvent struct {
	EDTF     string   `json:"edtf"`
	Alt      []string `json:"edtf_alt"`
	Type     string   `json:"type"`
	TypeAlt  []string `json:"type_alt"`
	Optional bool     `json:"optional"`
}

// TestGold measures the acts against texts that were annotated by hand, where they are at hand.
func TestGold(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/gold/*/*.gold.json")
	if len(files) == 0 {
		t.Skip("no annotated texts here")
	}
	c, _ := content.Load(os.DirFS("../.."), os.DirFS("../.."))
	names, tokenizer := entity.NewFinder(c.Registry), morph.New(ipadic.Load, entity.Words(c.Registry))
	var right, found, wanted int
	for _, file := range files {
		var gold struct {
			Published string
			Events    []goldEvent
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &gold); err != nil {
			t.Fatal(err)
		}
		got := acts(t, names, tokenizer, text(t, file), gold.Published)
		r, f, w := score(gold.Events, got)
		right, found, wanted = right+r, found+f, wanted+w
	}
	precision, recall := float64(right)/float64(found), float64(right)/float64(wanted)
	t.Logf("%d files: precision %.3f, recall %.3f of %d acts", len(files), precision, recall, wanted)
	if precision < 0.75 || recall < 0.75 {
		t.Errorf("precision %.3f, recall %.3f: want 0.75 of both", precision, recall)
	}
}

// text returns the text of an annotation, which lies beside it or with the sources.
func text(t *testing.T, file string) string {
	t.Helper()
	name := strings.TrimSuffix(file, ".gold.json") + ".txt"
	raw, err := os.ReadFile(name)
	if err != nil {
		raw, err = os.ReadFile(filepath.Join("../../../shared/seeds", filepath.Base(name)))
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// acts finds the acts of a text, line by line.
func acts(t *testing.T, names *entity.Finder, tokenizer morph.Tokenizer, text, published string) []event.Event {
	t.Helper()
	var day edtf.Date
	if published != "" {
		day = edtf.MustParse(published)
	}
	var before jpdate.Date
	var out []event.Event
	for _, s := range sentences(names, tokenizer, text, day) {
		s.Before = before
		es := event.Find(s)
		if len(es) > 0 {
			before = es[0].When
		}
		out = append(out, es...)
	}
	return out
}

// sentences cuts a text, line by line, into sentences with what was found in them.
func sentences(names *entity.Finder, tokenizer morph.Tokenizer, text string, day edtf.Date) []event.Sentence {
	dates := jpdate.NewReader(day)
	var out []event.Sentence
	for _, line := range strings.Split(text, "\n") {
		tokens := tokenizer.Tokens(nil, line)
		mentions, found := names.Find(i18n.JA, line, tokens), dates.Find(line)
		for _, span := range morph.Sentences(line) {
			s := event.Sentence{Text: line, Span: span, Published: day}
			for _, t := range tokens {
				if span.Contains(t.Span) {
					s.Tokens = append(s.Tokens, t)
				}
			}
			for _, m := range mentions {
				if span.Contains(m.Span) {
					s.Mentions = append(s.Mentions, m)
				}
			}
			for _, d := range found {
				if span.Contains(d.Span) {
					s.Dates = append(s.Dates, d)
				}
			}
			out = append(out, s)
		}
	}
	return out
}

// score counts the acts that are right, that were found and that are wanted.
// An act is right when its type and its date are those of one that is wanted.
func score(gold []goldEvent, got []event.Event) (right, found, wanted int) {
	used := make([]bool, len(got))
	for _, g := range gold {
		if g.Optional {
			continue
		}
		wanted++
		for i, e := range got {
			if !used[i] && (g.Type == string(e.Type) || slices.Contains(g.TypeAlt, string(e.Type))) && sameDate(g, e) {
				used[i] = true
				right++
				break
			}
		}
	}
	for i, e := range got {
		if used[i] || !slices.ContainsFunc(gold, func(g goldEvent) bool { return g.Optional && sameDate(g, e) }) {
			found++
		}
	}
	return right, found, wanted
}

func sameDate(g goldEvent, e event.Event) bool {
	return slices.ContainsFunc(append(g.Alt, g.EDTF), func(want string) bool {
		a, b := strings.TrimRight(want, "~?%"), strings.TrimRight(e.Date.String(), "~?%")
		return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
	})
}
