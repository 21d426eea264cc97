package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Lengths of the working list of a draft.
const (
	longestList     = 100 // lines of a section
	longestEvidence = 30  // characters of the source beside a find
)

// Found counts what was found in a text.
type Found struct {
	Acts    int    `json:"acts"`
	Dates   int    `json:"dates"`
	Figures int    `json:"figures"`
	Known   int    `json:"known"` // names
	Unknown []Name `json:"unknown"`
}

// A Name is a name that the registry does not know, as one text has it.
type Name struct {
	Surface string       `json:"surface"`
	Kind    content.Kind `json:"kind"`
	Times   int          `json:"times"`
	Why     string       `json:"why"` // the rule by which it was found
	Sure    float64      `json:"confidence"`
	Line    int          `json:"line"` // where it stands first
}

func mentionsIn(doc *analysis.Document) []analysis.Mention {
	if doc == nil {
		return nil
	}
	return doc.Mentions
}

func contains(list []string, s string) bool { return slices.Contains(list, s) }

// found counts what a document holds.
func (d *Desk) found(doc *analysis.Document) Found {
	if doc == nil {
		return Found{}
	}
	f := Found{Acts: len(doc.Events), Dates: len(doc.Dates), Figures: len(doc.Figures), Unknown: d.unknown(doc)}
	seen := map[string]bool{}
	for _, m := range doc.Mentions {
		if m.Entity != "" && !seen[m.Entity] {
			seen[m.Entity] = true
			f.Known++
		}
	}
	return f
}

// unknown returns the names that nobody knows, the frequent ones first.
func (d *Desk) unknown(doc *analysis.Document) []Name {
	type key struct {
		kind content.Kind
		name string
	}
	at := map[key]int{}
	var out []Name
	for _, m := range doc.Mentions {
		k := key{m.Kind, content.Fold(m.Surface)}
		if !m.Discovered || m.Kind == content.Indicator || d.names[k.name] {
			continue
		}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, Name{Surface: m.Surface, Kind: m.Kind, Why: m.Why, Sure: m.Confidence, Line: line(doc, m.File)})
		}
		out[i].Times++
		if m.Confidence > out[i].Sure {
			out[i].Why, out[i].Sure = m.Why, m.Confidence
		}
	}
	slices.SortStableFunc(out, func(a, b Name) int { return cmp.Compare(b.Times, a.Times) })
	return out
}

func line(doc *analysis.Document, at source.Span) int {
	return doc.Text.File.Position(at.Start).Line
}

// article writes the draft: front matter with the working list in comments, which no page ever shows, and no text.
func (d *Desk) article(r Received, in *Import) []byte {
	var b strings.Builder
	b.WriteString("+++\n")
	b.WriteString("# 下書き。draft = true の間はサイトに出ません。本文は自分の言葉で書き、原文の文を写さないでください。書き終えたら draft の行を消します。\n")
	b.WriteString("# A draft: left out of the site while draft = true. Report every fact in your own words; do not copy sentences of the source.\n")
	title := "TODO"
	if r.Clip.Title.Sure >= sureEnough {
		title += " " + r.Clip.Title.Value
	}
	lines := []keyLine{
		{"draft", "true", ""},
		{"title", source.QuoteTOML(title), "a title of your own"},
		{"# published", `"…"`, "TODO the day on which it comes out in the archive"},
	}
	if day := day(r.Clip); !day.IsZero() {
		lines = append(lines, keyLine{"reference", source.QuoteTOML(day.String()), "the day of the source, from which 14日 and 昨年 count"})
	} else {
		lines = append(lines, keyLine{"# reference", `"…"`, "the day of the source, from which 14日 and 昨年 count"})
	}
	lines = append(lines,
		keyLine{"sources", "[" + source.QuoteTOML(in.ID) + "]", ""},
		keyLine{"about", quoted(about(in.Document, r.Clip.Title.Value, 2)), "whom it is chiefly about"},
		keyLine{"summary", source.QuoteTOML("TODO"), "one sentence for lists and feeds"})
	writeKeys(&b, lines)
	list := workingList{b: &b, doc: in.Document}
	fmt.Fprintf(&b, "#\n# What was found in %s, by line (jikenbo analyze --explain %[1]s tells more). Delete what is done.\n", textPath(in.ID))
	switch {
	case in.Document == nil && len(r.Clip.Text) > source.MaxFile:
		fmt.Fprintf(&b, "# Nothing: it is longer than %d MB, and was not analysed.\n", source.MaxFile>>20)
	case in.Document == nil:
		fmt.Fprintf(&b, "# Nothing: only Japanese and English texts are analysed, and this one is in %q.\n", r.Clip.Language.Value)
	default:
		list.acts()
		list.dates()
		list.figures()
		list.names(in.Found.Unknown)
	}
	list.section("Readings that the page gives", len(r.Clip.Readings), func(i int) string {
		return fmt.Sprintf("{%s|%s}", r.Clip.Readings[i].Word, r.Clip.Readings[i].Kana)
	})
	b.WriteString("+++\n")
	return []byte(b.String())
}

// quoted writes a list of strings.
func quoted(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = source.QuoteTOML(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// about returns whom a text is chiefly about: the actors, malware and operations of its title, else the one that it names
// most, if it does so often enough.
func about(doc *analysis.Document, title string, often int) []string {
	if ids := titleEntities(doc, title); len(ids) > 0 {
		return ids
	}
	count := map[string]int{}
	var order []string
	for _, m := range mentionsIn(doc) {
		if m.Entity != "" && (m.Kind == content.Actor || m.Kind == content.Malware || m.Kind == content.Operation) {
			if count[m.Entity]++; count[m.Entity] == 1 {
				order = append(order, m.Entity)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	if len(order) == 0 || count[order[0]] < often {
		return nil
	}
	return order[:1]
}

// workingList writes what was found as comments.
type workingList struct {
	b   *strings.Builder
	doc *analysis.Document
}

// section writes a heading and its lines.
func (w workingList) section(title string, n int, text func(i int) string) {
	if n == 0 {
		return
	}
	fmt.Fprintf(w.b, "#\n# %s: %d\n", title, n)
	for i := range min(n, longestList) {
		fmt.Fprintf(w.b, "#   %s\n", words(text(i)))
	}
	if n > longestList {
		fmt.Fprintf(w.b, "#   and %d more\n", n-longestList)
	}
}

// evidence is the few words of a sentence around a place in it.
func (w workingList) evidence(sentence int, at source.Span) string {
	s := w.doc.Sentences[sentence]
	text, from, to := s.Text, at.Start-s.Inner.Start, at.End-s.Inner.Start
	if from < 0 || to > len(text) || from > to {
		return ""
	}
	before, hit, after := []rune(text[:from]), []rune(text[from:to]), []rune(text[to:])
	hit = hit[:min(len(hit), longestEvidence)]
	room := longestEvidence - len(hit)
	before = before[max(0, len(before)-room*2/3):]
	after = after[:min(len(after), room-len(before))]
	return "「…" + string(before) + string(hit) + string(after) + "…」"
}

func (w workingList) acts() {
	w.section("出来事 / Acts", len(w.doc.Events), func(i int) string {
		e := w.doc.Events[i]
		when := e.Event.Date.String()
		if when == "" {
			when = "no date"
		}
		s := fmt.Sprintf("%d: %s %s", line(w.doc, e.File), when, e.Type)
		if !e.Announced.IsZero() && e.Announced != e.Event.Date {
			s += fmt.Sprintf(" (announced %s)", e.Announced)
		}
		for _, p := range e.Participants {
			s += fmt.Sprintf(", %s %s", p.Role, cmp.Or(p.Mention.Entity, p.Mention.Surface))
		}
		return fmt.Sprintf("%s, %.2f %s", s, e.Confidence, w.evidence(e.Sentence, e.Trigger))
	})
	w.section("否定・予定・未遂 / Denied, planned or in vain", len(w.doc.Undone), func(i int) string {
		e := w.doc.Undone[i]
		return fmt.Sprintf("%d: %s %s %s", line(w.doc, e.File), e.Modality, e.Type, w.evidence(e.Sentence, e.Trigger))
	})
}

func (w workingList) dates() {
	var lines []string
	for _, d := range w.doc.Dates {
		s := fmt.Sprintf("%d: %s → %s (%s)", line(w.doc, d.File), d.Surface, d.Value, d.Basis)
		if !contains(lines, s) {
			lines = append(lines, s)
		}
	}
	w.section("日付 / Dates", len(lines), func(i int) string { return lines[i] })
}

func (w workingList) figures() {
	w.section("数値 / Figures", len(w.doc.Figures), func(i int) string {
		f := w.doc.Figures[i]
		s := fmt.Sprintf("%d: %s", line(w.doc, f.File), f.Surface)
		if f.Counts != "" {
			s += " (" + f.Counts + ")"
		}
		return s
	})
}

func (w workingList) names(unknown []Name) {
	type known struct {
		id    string
		kind  content.Kind
		times int
	}
	var ks []known
	for _, m := range w.doc.Mentions {
		id := cmp.Or(m.Entity, strings.Join(m.Candidates, " or "))
		if id == "" {
			continue
		}
		i := slices.IndexFunc(ks, func(k known) bool { return k.id == id })
		if i < 0 {
			i = len(ks)
			ks = append(ks, known{id: id, kind: m.Kind})
		}
		ks[i].times++
	}
	slices.SortStableFunc(ks, func(a, b known) int { return cmp.Compare(b.times, a.times) })
	w.section("登録されている名前 / Names that the registry knows", len(ks), func(i int) string {
		return fmt.Sprintf("%s (%s) ×%d", ks[i].id, ks[i].kind, ks[i].times)
	})
	w.section("登録にない名前の候補 / Names that nobody knows (jikenbo suggest, jikenbo new)", len(unknown), func(i int) string {
		n := unknown[i]
		return fmt.Sprintf("%d: %s (%s) ×%d, by %s, %.2f", n.Line, n.Surface, n.Kind, n.Times, cmp.Or(n.Why, "?"), n.Sure)
	})
}
