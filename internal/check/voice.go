package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A voice is a version of an article, or of a text in a record, with whom it names.
type voice struct {
	lang   i18n.Lang
	blocks []block
	// first is the first block that names an entity.
	first map[string]int
}

// A block is a paragraph of a voice. Block i of one voice says what block i of the other says.
type block struct {
	text, folded string
	names        []sighting
	has          map[string]bool // ids of the names
	// meant are the entities that are meant besides: by 同社, by a name that several claim.
	meant map[string]bool
}

// A sighting is an entity where a block names it first.
type sighting struct {
	*content.Entity
	others  []*content.Entity // whom the name can mean besides
	surface string
	span    source.Span // in the block, where it matters
	at      source.Position
}

// voice reads a version of an article.
func (r *records) voice(doc *analysis.Document) voice {
	v := voice{lang: doc.Text.Lang, blocks: make([]block, len(doc.Text.Passages)), first: map[string]int{}}
	covered := make([][]source.Span, len(v.blocks))
	for i := range v.blocks {
		v.blocks[i] = block{text: doc.Text.Passages[i].Text(), has: map[string]bool{}, meant: map[string]bool{}}
		v.blocks[i].folded = plain(v.blocks[i].text)
	}
	for _, m := range doc.Mentions {
		i := doc.Sentences[m.Sentence].Passage
		covered[i] = append(covered[i], m.Span)
		seen := sighting{Entity: r.Content.Registry.Get(m.Entity), surface: m.Surface, at: doc.Text.File.Position(m.File.Start)}
		for _, id := range m.Candidates {
			v.blocks[i].meant[id] = true
			if e := r.Content.Registry.Get(id); e != nil {
				seen.others = append(seen.others, e)
			}
		}
		if len(seen.others) > 0 {
			seen.Entity = seen.others[0]
		}
		v.names(i, seen)
	}
	for _, ref := range doc.References {
		v.blocks[doc.Sentences[ref.Sentence].Passage].meant[doc.Mentions[ref.Mention].Entity] = true
	}
	for i := range v.blocks {
		p := &doc.Text.Passages[i]
		for _, s := range r.adjectives(v.lang, v.blocks[i].text, covered[i]) {
			s.at = doc.Text.File.Position(p.Span(s.span).Start)
			v.names(i, s)
		}
	}
	return v
}

// short reads a text of a record, which stands at a position.
func (r *records) short(l i18n.Lang, text string, at source.Position) voice {
	v := voice{lang: l, blocks: []block{{text: text, folded: plain(text), has: map[string]bool{}, meant: map[string]bool{}}}, first: map[string]int{}}
	var covered []source.Span
	for _, m := range r.finder.Find(l, text, nil) {
		covered = append(covered, m.Span)
		v.names(0, sighting{Entity: r.Content.Registry.Get(m.Entity), surface: m.Surface, at: at})
	}
	for _, s := range r.adjectives(l, text, covered) {
		s.at = at
		v.names(0, s)
	}
	return v
}

// adjectives returns the countries that an English text names by an adjective, outside of other names.
func (r *records) adjectives(l i18n.Lang, text string, covered []source.Span) []sighting {
	var out []sighting
	if l != i18n.EN {
		return nil
	}
	for _, w := range adjectives.find(text) {
		if e := r.country(w.key); e != nil && !slices.ContainsFunc(covered, w.Span.Overlaps) {
			out = append(out, sighting{Entity: e, surface: text[w.Start:w.End], span: w.Span})
		}
	}
	return out
}

// names notes that a block names an entity.
func (v *voice) names(i int, n sighting) {
	if n.Entity == nil {
		return
	}
	b := &v.blocks[i]
	if !b.has[n.ID] {
		b.has[n.ID] = true
		b.names = append(b.names, n)
	}
	if first, known := v.first[n.ID]; !known || i < first {
		v.first[n.ID] = i
	}
}

// crowded reports whether a block names so many that only its letters are looked at: who stands for whom is asked of each two.
func (b *block) crowded() bool {
	const crowd = 200
	return len(b.names) > crowd
}

// says reports whether a block names an entity, in whatever way the language has.
func (b *block) says(l i18n.Lang, e *content.Entity) bool {
	if b.meant[e.ID] || b.has[e.ID] {
		return true
	}
	if e.Kind == content.Place && abbreviated(l, e, b.text) {
		return true
	}
	return slices.ContainsFunc(spellings(e), b.holds) || l == i18n.JA && slices.ContainsFunc(ministers(e), b.holds)
}

// seat reports whether a block names the place that an office is named for, and so perhaps the office: a court of Pennsylvania.
func (b *block) seat(e *content.Entity) bool {
	return e.Kind == content.Organization && !b.crowded() && slices.ContainsFunc(b.names, func(n sighting) bool { return n.Kind == content.Place && namedFor(e, n.Entity) })
}

// spellings returns all that an entity is called.
func spellings(e *content.Entity) []string {
	names := append([]string{e.Name.JA, e.Name.EN}, e.Variants...)
	for _, a := range e.Aliases {
		names = append(names, a.Name)
	}
	if e.Kind == content.Place { // Washington, D.C.
		short, _, _ := strings.Cut(e.Name.EN, ",")
		names = append(names, short)
	}
	if e.Kind == content.Person { // スミス氏, Ms Smith
		names = append(names, strings.FieldsFunc(e.Name.JA+" "+e.Name.EN, func(r rune) bool { return r == ' ' || r == '・' })...)
	}
	return names
}

// ministers returns how Japanese texts call those who speak for a ministry: 財務次官 is of the 財務省.
func ministers(e *content.Entity) []string {
	stem, ok := strings.CutSuffix(e.Name.JA, "省")
	if !ok || e.Kind != content.Organization {
		return nil
	}
	stem = strings.TrimPrefix(strings.TrimPrefix(stem, "米国"), "日本")
	return []string{stem + "長官", stem + "副長官", stem + "次官", stem + "相", stem + "大臣"}
}

// holds reports whether a name stands in a block, as letters; one in Latin letters as a word, so that no bureau holds the EU.
func (b *block) holds(name string) bool {
	name = plain(name)
	for at := 0; name != ""; {
		i := strings.Index(b.folded[at:], name)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(b.folded[:start])
		after, _ := utf8.DecodeRuneInString(b.folded[end:])
		if !(isLetter(rune(name[0])) && isLetter(before)) && !(isLetter(rune(name[len(name)-1])) && isLetter(after)) {
			return true
		}
		at = end
	}
	return false
}

// plain is a text as its letters alone: small ones without accents, with one space where something else stands between words.
func plain(text string) string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(text) {
		switch {
		case r == '・':
		case unicode.Is(unicode.Latin, r):
			base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
			b.WriteRune(unicode.ToLower(base))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lm, r):
			b.WriteRune(unicode.ToLower(r))
		case !strings.HasSuffix(b.String(), " "):
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

// isLetter reports whether a folded character is part of a word in Latin letters.
func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' }
