package source

import (
	"regexp"
	"strings"
)

// A Waiver is an editor's word that the problems of a kind in a file are none, with the reason.
type Waiver struct {
	Code Code
	// Text, unless empty, narrows the waiver to problems whose message holds it.
	Text string
	// Reason says why. It is never empty.
	Reason string
	// Covers reports whether a file is one that the waiver is about.
	Covers func(path string) bool
	Pos    Position
}

// WaiverTOML is a waiver as it is written, under the key waive.
type WaiverTOML struct {
	Code   Located[string] `toml:"code"`
	Text   Located[string] `toml:"text"`
	Reason Located[string] `toml:"reason"`
}

var codeForm = regexp.MustCompile(`^[a-z]+\.[a-z0-9-]+$`)

// Waivers takes over the waivers of a file, which hold for that file, and reports what they lack.
func (f *File) Waivers(written []Located[WaiverTOML], ps *Problems) []Waiver {
	var out []Waiver
	for _, w := range written {
		waiver, ok := f.Waiver(w.Value, w.Span, ps)
		waiver.Covers = func(path string) bool { return path == f.Path }
		if ok && !w.Refused {
			out = append(out, waiver)
		}
	}
	return out
}

// Waiver takes over one waiver, at its place; it is for the caller to say what it covers.
func (f *File) Waiver(w WaiverTOML, at Span, ps *Problems) (waiver Waiver, ok bool) {
	pos := f.Position(at.Start)
	switch {
	case w.Code.Refused || w.Reason.Refused:
		return waiver, false
	case !codeForm.MatchString(w.Code.Value):
		ps.Add(BadWaiver, pos, `write the code of the problem, as in code = "data.reading"; docs/problems.md has them all`, "a waiver names no code")
		return waiver, false
	case strings.TrimSpace(w.Reason.Value) == "":
		ps.Add(BadWaiver, pos, `write why, as in reason = "the source gives no date"`, "the waiver of %q gives no reason", w.Code.Value)
		return waiver, false
	}
	return Waiver{Code: Code(w.Code.Value), Text: w.Text.Value, Reason: w.Reason.Value, Pos: pos}, true
}

// waives reports whether an editor may and does waive a problem: an error that stops a build stays one, since no site could be
// made of what it is about.
func (w *Waiver) waives(p Problem) bool {
	return !p.Stops() && w.Code == p.Code && w.Covers(p.Pos.Path) && strings.Contains(p.Msg, w.Text)
}

// Stops reports whether the problem is one that stops a build: an error of loading or linking, or a waiver that is none.
func (p Problem) Stops() bool {
	return !p.Warning && (strings.HasPrefix(string(p.Code), "content.") || p.Code == "")
}

// A Waived is a problem with the waiver that takes it away.
type Waived struct {
	Problem
	Waiver Waiver
}

// Waive takes away the problems that editors have waived. Unused are the waivers that did not take away any.
func (ps Problems) Waive(waivers []Waiver) (left Problems, waived []Waived, unused []Waiver) {
	used := make([]bool, len(waivers))
next:
	for _, p := range ps {
		for i := range waivers {
			if waivers[i].waives(p) {
				used[i] = true
				waived = append(waived, Waived{p, waivers[i]})
				continue next
			}
		}
		left = append(left, p)
	}
	for i, w := range waivers {
		if !used[i] {
			unused = append(unused, w)
		}
	}
	return left, waived, unused
}
