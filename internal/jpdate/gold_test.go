package jpdate_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
)

// goldMin is the F1 that the reader reached when it was last measured, less a little.
const goldMin = 0.97

// A goldText is a text with the dates that a careful reader found in it.
type goldText struct {
	Published string `json:"published"`
	Dates     []struct {
		Surface  string   `json:"surface"`
		Offset   int      `json:"offset"` // in characters
		EDTF     string   `json:"edtf"`
		Alt      []string `json:"edtf_alt"`
		Optional bool     `json:"optional"`
	} `json:"dates"`
}

// TestGold measures the dates against annotated texts, which are not part of the repository.
func TestGold(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/gold/*/*.gold.json")
	if len(files) == 0 {
		t.Skip("no annotated texts here")
	}
	var exact, loose score
	for _, file := range files {
		e, l := measure(t, file)
		exact.add(e)
		loose.add(l)
	}
	t.Logf("span and value: %s", exact)
	t.Logf("value, spans overlap: %s", loose)
	if exact.f1() < goldMin {
		t.Errorf("F1 %.3f, want at least %.3f", exact.f1(), goldMin)
	}
}

func measure(t *testing.T, file string) (exact, loose score) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var g goldText
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatal(err)
	}
	text := readText(t, file)
	found := findLines(t, text, g.Published)
	used, usedLoose := make([]bool, len(found)), make([]bool, len(found))
	optional := func(f jpdate.Date) bool {
		for _, d := range g.Dates {
			at := runeOffset(text, d.Offset)
			if d.Optional && f.Span.Start < at+len(d.Surface) && at < f.Span.End {
				return true
			}
		}
		return false
	}
	for _, d := range g.Dates {
		if d.Optional {
			continue
		}
		at := runeOffset(text, d.Offset)
		right := append([]string{d.EDTF}, d.Alt...)
		hit, hitLoose := false, false
		for i, f := range found {
			if !slices.Contains(right, f.Value.String()) {
				continue
			}
			if !used[i] && f.Span.Start == at && f.Span.End == at+len(d.Surface) {
				used[i], hit = true, true
			}
			if !usedLoose[i] && !hitLoose && f.Span.Start < at+len(d.Surface) && at < f.Span.End {
				usedLoose[i], hitLoose = true, true
			}
		}
		exact.gold(hit)
		loose.gold(hitLoose)
		if !hit {
			t.Logf("%s: missed %q at %d, want %v", filepath.Base(file), d.Surface, at, right)
		}
	}
	for i, f := range found {
		if optional(f) {
			continue
		}
		if !used[i] {
			exact.falseHits++
			t.Logf("%s: false %q at %d = %s", filepath.Base(file), f.Surface, f.Span.Start, f.Value)
		}
		if !usedLoose[i] {
			loose.falseHits++
		}
	}
	return exact, loose
}

func readText(t *testing.T, file string) string {
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

// findLines reads a text line by line; the spans are those of the text.
func findLines(t *testing.T, text, published string) []jpdate.Date {
	day := edtf.Date{}
	if published != "" {
		day = edtf.MustParse(published)
	}
	r := jpdate.NewReader(day)
	var out []jpdate.Date
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		for _, d := range r.Find(line) {
			d.Span.Start += at
			d.Span.End += at
			out = append(out, d)
		}
		at += len(line)
	}
	return out
}

// runeOffset turns an offset in characters into one in bytes.
func runeOffset(s string, n int) int {
	at := 0
	for range n {
		_, w := utf8.DecodeRuneInString(s[at:])
		at += w
	}
	return at
}
