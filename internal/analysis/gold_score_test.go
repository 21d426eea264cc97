package analysis

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// score counts what was found right, found wrongly, and missed.
type score struct{ tp, fp, fn int }

func (s score) precision() float64 { return share(s.tp, s.tp+s.fp) }
func (s score) recall() float64    { return share(s.tp, s.tp+s.fn) }
func (s score) f1() float64        { return share(2*s.tp, 2*s.tp+s.fp+s.fn) }

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// measurement is the scores over a set of texts.
type measurement struct {
	texts       int
	kinds       []string // in the order of the table
	scores      map[string]*score
	falseAlarms []string // acts and actors in texts that have none
	log         []string
	file        string
}

func newMeasurement() *measurement {
	kinds := []string{
		"dates", "dates, extent", "actors", "malware", "organizations", "people", "places",
		"cves", "indicators", "events", "events, date", "figures",
	}
	m := &measurement{kinds: kinds, scores: map[string]*score{}}
	for _, k := range kinds {
		m.scores[k] = &score{}
	}
	return m
}

func (m *measurement) of(kind string) *score { return m.scores[kind] }

// keep drops all kinds but one, and gives that another name.
func (m *measurement) keep(kind, name string) {
	m.kinds, m.scores = []string{name}, map[string]*score{name: m.scores[kind]}
	m.log = slices.DeleteFunc(m.log, func(line string) bool { return !strings.Contains(line, ": "+kind+" ") })
}

func (m *measurement) hit(kind string) { m.scores[kind].tp++ }

func (m *measurement) miss(kind string, what any) {
	m.scores[kind].fn++
	m.log = append(m.log, fmt.Sprintf("%s: %s missed %v", m.file, kind, what))
}

func (m *measurement) wrong(kind string, what any) {
	m.scores[kind].fp++
	m.log = append(m.log, fmt.Sprintf("%s: %s false %v", m.file, kind, what))
}

// add scores what was found in a text.
func (m *measurement) add(g goldText, d *Document) {
	m.texts++
	m.file = g.file
	m.dates(g, d)
	for _, k := range nameKinds() {
		m.names(g, d, k)
	}
	m.cves(g, d)
	if g.Indicators != nil {
		m.indicators(g, d)
	}
	m.events(g, d)
	if len(g.Figures) > 0 { // an empty list says that nobody has annotated them
		m.figures(g, d)
	}
	if g.Negative {
		m.alarms(d)
	}
}

func (m *measurement) alarms(d *Document) {
	for _, e := range d.Events {
		m.falseAlarms = append(m.falseAlarms, fmt.Sprintf("%s: %s in %q", m.file, e.Type, d.Sentences[e.Sentence].Text))
	}
	for _, x := range d.Mentions {
		if x.Kind == content.Actor {
			m.falseAlarms = append(m.falseAlarms, fmt.Sprintf("%s: actor %q", m.file, x.Surface))
		}
	}
}

// dates: a date is right when its value is one of the right ones and its span overlaps.
// A wrong value is a miss and a false find at once.
func (m *measurement) dates(g goldText, d *Document) {
	used := make([]bool, len(d.Dates))
	for _, want := range g.Dates {
		if want.Optional {
			continue
		}
		span, right := g.at(want.Surface, want.Offset), append([]string{want.EDTF}, want.Alt...)
		there, hit := false, -1
		for i, x := range d.Dates {
			if used[i] || !x.File.Overlaps(span) {
				continue
			}
			there = true
			if hit < 0 && slices.Contains(right, x.Value.Stretch().String()) {
				hit = i
			}
		}
		m.extent(there)
		if hit < 0 {
			m.miss("dates", fmt.Sprintf("%q %v", want.Surface, right))
			continue
		}
		used[hit] = true
		m.hit("dates")
	}
	for i, x := range d.Dates {
		if on, optional := g.onDate(x.File); !used[i] && !optional {
			m.wrong("dates", fmt.Sprintf("%q = %s", x.Surface, x.Value))
			if !on {
				m.scores["dates, extent"].fp++
			}
		}
	}
}

func (m *measurement) extent(there bool) {
	if there {
		m.scores["dates, extent"].tp++
	} else {
		m.scores["dates, extent"].fn++
	}
}

// onDate reports whether a span overlaps an annotated date, and an optional one.
func (g goldText) onDate(s source.Span) (on, optional bool) {
	for _, d := range g.Dates {
		if g.at(d.Surface, d.Offset).Overlaps(s) {
			on, optional = true, optional || d.Optional
		}
	}
	return on, optional
}

// A nameKind is a kind of name as the annotations and as the mentions call it.
type nameKind struct {
	annotated string
	kind      content.Kind
}

func nameKinds() []nameKind {
	return []nameKind{
		{"actors", content.Actor}, {"malware", content.Malware}, {"organizations", content.Organization},
		{"people", content.Person}, {"places", content.Place},
	}
}

// names: every form of a name counts once a text. A find that is a name of another kind is
// not false, for some are both; a person cannot be.
func (m *measurement) names(g goldText, d *Document, k nameKind) {
	want, others, got := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, of := range nameKinds() {
		set := others
		if of == k {
			set = want
		}
		for _, n := range g.names(of.annotated) {
			for _, s := range n.surfaces() {
				set[fold(s)] = true
			}
		}
	}
	for _, x := range d.Mentions {
		if x.Kind == k.kind {
			got[fold(x.Surface)] = true
		}
	}
	for _, w := range slices.Sorted(maps.Keys(want)) {
		if sameAsOne(w, got) {
			m.hit(k.annotated)
		} else {
			m.miss(k.annotated, w)
		}
	}
	for _, s := range slices.Sorted(maps.Keys(got)) {
		if !sameAsOne(s, want) && (k.kind == content.Person || !sameAsOne(s, others)) {
			m.wrong(k.annotated, s)
		}
	}
}

// fold makes names comparable: width, case, spaces, dots, quotation marks and brackets do not count.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("・「」『』\"“”()'’®", r) {
			return -1
		}
		return r
	}, cases.Fold().String(norm.NFKC.String(s)))
}

func sameAsOne(s string, set map[string]bool) bool {
	for other := range set {
		if sameName(s, other) {
			return true
		}
	}
	return false
}

// sameName: one may be a part of the other if it is most of it.
func sameName(a, b string) bool {
	if a == b {
		return true
	}
	short, long := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if short > long {
		short, long = long, short
	}
	return short >= 2 && (strings.Contains(a, b) || strings.Contains(b, a)) && float64(short)/float64(long) >= 0.6
}

func (m *measurement) cves(g goldText, d *Document) {
	want, got := map[string]bool{}, map[string]bool{}
	for _, c := range g.CVEs {
		want[strings.ToUpper(c)] = true
	}
	for _, x := range d.Mentions {
		if s := strings.ToUpper(x.Surface); x.Kind == content.Vulnerability && strings.HasPrefix(s, "CVE") {
			got[s] = true
		}
	}
	m.sets("cves", want, got)
}

func (m *measurement) indicators(g goldText, d *Document) {
	want, got := map[string]bool{}, map[string]bool{}
	for _, s := range g.Indicators {
		want[s] = true
	}
	for _, x := range d.Mentions {
		if x.Kind == content.Indicator {
			got[x.Surface] = true
		}
	}
	m.sets("indicators", want, got)
}

func (m *measurement) sets(kind string, want, got map[string]bool) {
	for _, s := range slices.Sorted(maps.Keys(want)) {
		if got[s] {
			m.hit(kind)
		} else {
			m.miss(kind, s)
		}
	}
	for _, s := range slices.Sorted(maps.Keys(got)) {
		if !want[s] {
			m.wrong(kind, s)
		}
	}
}
