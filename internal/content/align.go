package content

import (
	"fmt"
	"slices"

	"jikenbo/internal/source"
)

// agree reports front matter in which the two versions of an article contradict each other.
// What one of them leaves out, the other one says for both.
func agree(ja, en *draft) {
	at := func(d *draft, s source.Span) string { return d.pos(s).String() }
	a, b := ja.front, en.front
	if a.Sources.IsSet() && b.Sources.IsSet() && !a.Sources.Refused && !b.Sources.Refused && !slices.Equal(plain(a.Sources), plain(b.Sources)) {
		en.add(source.Versions, b.Sources.Span, "give both versions the same list, in the same order", "sources differ from those at %s", at(ja, a.Sources.Span))
	}
	for _, d := range []struct {
		key    string
		ja, en date
	}{{"published", a.Published, b.Published}, {"reference", a.Reference, b.Reference}} {
		if d.ja.IsSet() && d.en.IsSet() && !d.ja.Refused && !d.en.Refused && d.ja.Value != d.en.Value {
			en.add(source.Versions, d.en.Span, "give both versions the same date", "%q is %q, but %q at %s", d.key, d.en.Value, d.ja.Value, at(ja, d.ja.Span))
		}
	}
	if b.About.IsSet() && !a.About.Refused && !b.About.Refused && !slices.Equal(plain(a.About), plain(b.About)) {
		en.add(source.Versions, b.About.Span, `"about" stands in ja.md`, "about differs from that of the Japanese version")
	}
	behind(ja, en)
	if !a.Sources.IsSet() {
		ja.namer = en
	}
	if !a.Published.IsSet() {
		ja.front.Published = b.Published
	}
	if !a.Reference.IsSet() {
		ja.front.Reference = b.Reference
	}
}

// plain returns a list without places.
func plain(list words) []string {
	var out []string
	for _, v := range list.Value {
		out = append(out, v.Value)
	}
	return out
}

// align reports where the blocks of two versions part, once.
func align(ja, en *draft) source.Problems {
	var ps source.Problems
	if !ja.whole || !en.whole {
		return nil
	}
	const hint = "the n-th block of both versions says the same and is of the same kind"
	a, b := ja.version.Passages(), en.version.Passages()
	for i := range min(len(a), len(b)) {
		if x, y := form(a[i]), form(b[i]); x != y {
			ps.Add(source.Versions, start(en, i), hint, "block %d is %s, but %s at %s", i+1, y, x, start(ja, i))
			return ps
		}
	}
	switch {
	case len(a) > len(b):
		ps.Add(source.Versions, start(ja, len(b)), hint, "block %d, %s, has no counterpart: %s ends after block %d", len(b)+1, form(a[len(b)]), en.file.Path, len(b))
	case len(b) > len(a):
		ps.Add(source.Versions, start(en, len(a)), hint, "block %d, %s, has no counterpart: %s ends after block %d", len(a)+1, form(b[len(a)]), ja.file.Path, len(a))
	}
	return ps
}

// start returns where a passage of a version begins.
func start(d *draft, i int) source.Position {
	return d.pos(d.version.Passages()[i].Runs[0].File)
}

// form says what a passage is, as far as the other version has to be the same.
func form(p source.Passage) string {
	switch {
	case p.Kind == source.Heading:
		return fmt.Sprintf("a heading of level %d", p.Level)
	case p.Kind == source.Item && p.Ordered:
		return fmt.Sprintf("a numbered list item of depth %d", p.Level)
	case p.Kind == source.Item:
		return fmt.Sprintf("a list item of depth %d", p.Level)
	case p.Kind == source.Row:
		head := "table row"
		if p.Header {
			head = "table head"
		}
		return fmt.Sprintf("a %s of %d cells", head, p.Runs[len(p.Runs)-1].Cell+1)
	case p.Kind == source.Quote:
		return "a quotation"
	case p.Kind == source.Listing:
		return "code"
	}
	return "a " + string(p.Kind)
}
