package analysis

import (
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"jikenbo"
	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
	"testing/fstest"
)

var listMisses = flag.Bool("misses", false, "list what the annotated texts miss and what is false")

const (
	ownGold    = "testdata/gold"
	blindGold  = "testdata/gold-blind"  // written and annotated by someone who had not seen the finders
	sharedGold = "../../../shared/gold" // not part of the repository
)

// bars are the least F1 of each kind of finding. Kinds without one are measured only.
func bars() map[string]float64 {
	return map[string]float64{
		"dates": 0.95, "actors": 0.95, "malware": 0.90, "people": 0.92, "organizations": 0.85, "places": 0.92,
		"cves": 1, "indicators": 1, "events": 0.72, "events, date": 0.85,
	}
}

// ownBars are those of our own texts: the same.
func ownBars() map[string]float64 { return bars() }

// actorsBar is the least F1 of actors where the registry has none, so that all have to be discovered.
const actorsBar = 0.80

// TestGold measures what is found in annotated texts. A false act or actor in a text that is about none of this fails by itself.
func TestGold(t *testing.T) {
	for _, set := range []struct {
		name, folder string
		bars         map[string]float64
	}{
		{"own", ownGold, ownBars()},
		{"blind", blindGold, bars()},
		{"shared", sharedGold, bars()},
	} {
		t.Run(set.name, func(t *testing.T) {
			texts := goldTexts(t, set.folder)
			if len(texts) == 0 {
				t.Skip("no annotated texts here")
			}
			with := measureGold(texts, analyzers().full)
			without := measureGold(texts, analyzers().withoutActors)
			without.keep("actors", "actors, none known")
			report(t, with, set.bars)
			report(t, without, map[string]float64{"actors, none known": actorsBar})
			for _, s := range append(with.falseAlarms, without.falseAlarms...) {
				t.Errorf("in a text that is about none of this: %s", s)
			}
		})
	}
}

// report prints the table of a measurement and fails what is below its bar.
func report(t *testing.T, m *measurement, bars map[string]float64) {
	t.Helper()
	var table strings.Builder
	fmt.Fprintf(&table, "%d texts\n%-20s %6s %6s %6s  %4s %4s %4s  %5s\n", m.texts, "", "P", "R", "F1", "tp", "fp", "fn", "bar")
	for _, kind := range m.kinds {
		s, bar := m.of(kind), "-"
		if *s == (score{}) {
			continue // not annotated, or not in these texts
		}
		if b, ok := bars[kind]; ok {
			bar = fmt.Sprintf("%.2f", b)
		}
		fmt.Fprintf(&table, "%-20s %6.3f %6.3f %6.3f  %4d %4d %4d  %5s\n", kind, s.precision(), s.recall(), s.f1(), s.tp, s.fp, s.fn, bar)
	}
	t.Log(table.String())
	if *listMisses {
		t.Log("\n" + strings.Join(m.log, "\n"))
	}
	for _, kind := range m.kinds {
		if f1 := m.of(kind).f1(); f1 < bars[kind] {
			t.Errorf("%s: F1 %.3f, want at least %.2f", kind, f1, bars[kind])
		}
	}
}

// measureGold analyses texts and compares what is found with what their annotators found.
func measureGold(texts []goldText, a *Analyzer) *measurement {
	m := newMeasurement()
	for _, g := range texts {
		m.add(g, a.Analyze(g.input()))
	}
	return m
}

// goldAnalyzers are analyzers over the registry of the program: whole, and without its actors.
type goldAnalyzers struct{ full, withoutActors *Analyzer }

var analyzers = sync.OnceValue(func() goldAnalyzers {
	c, _ := content.Load(jikenbo.Files, fstest.MapFS{}) // as it is in an empty folder
	var rest []*content.Entity
	for _, e := range c.Registry.All() {
		if e.Kind != content.Actor {
			rest = append(rest, e)
		}
	}
	return goldAnalyzers{kagomeAnalyzer(c.Registry), kagomeAnalyzer(content.NewRegistry(rest...))}
})

func kagomeAnalyzer(r *content.Registry) *Analyzer {
	return &Analyzer{Tokenizer: morph.New(ipadic.Load, entity.Words(r)), Names: entity.NewFinder(r)}
}

// goldTexts reads the annotated texts of a folder and of the folders in it.
func goldTexts(t testing.TB, folder string) []goldText {
	t.Helper()
	var out []goldText
	for _, pattern := range []string{"*.gold.json", "*/*.gold.json"} {
		files, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			out = append(out, readGold(t, file))
		}
	}
	return out
}
