package content

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// readingForm is what a reading in hiragana is made of.
var readingForm = regexp.MustCompile(`^[ぁ-ゖゝゞー・\x{3000} ]*$`)

// newEntity takes over the keys that all kinds have. At is the header of a place, or
// the zero Span for an entity with a file of its own.
func (f *fields) newEntity(kind Kind, id string, raw *entityTOML, at source.Span) *Entity {
	e := &Entity{
		ID: id, Kind: kind, File: f.file, Pos: f.pos(at),
		Name:      f.text(raw.Name, at, "name", !raw.Adds.Value),
		Reading:   raw.Reading.Value,
		Class:     f.class(kind, raw.Class, at),
		Summary:   f.text(raw.Summary, at, "summary", kind != Place && !raw.Adds.Value),
		Country:   f.entity(raw.Country, at, "country", Place, false),
		Parent:    f.entity(raw.Parent, at, "parent", "", false),
		Ambiguous: raw.Ambiguous,
		adds:      raw.Adds.Value,
	}
	if e.adds {
		e.Pos = f.pos(raw.Adds.Span)
	}
	if raw.Name.IsSet() {
		e.Pos = f.pos(raw.Name.Span)
	}
	if !readingForm.MatchString(raw.Reading.Value) {
		f.add(source.Form, raw.Reading.Span, `as in reading = "ふらっくす・たいふーん"`, "reading %q is not in hiragana", raw.Reading.Value)
	}
	if e.Parent == id && id != "" {
		f.add(source.Reference, raw.Parent.Span, "name what it is part of, or delete the key", "%q is its own parent", id)
	}
	for _, v := range raw.Variants.Value {
		if strings.TrimSpace(v.Value) == "" && !v.Refused {
			f.add(source.Missing, v.Span, "write it, or delete it", "empty variant")
			continue
		}
		if f.once(&e.Variants, v, "variants") {
			e.variantPos = append(e.variantPos, f.pos(v.Span))
		}
	}
	for _, system := range slices.Sorted(maps.Keys(raw.IDs)) {
		value := f.word(raw.IDs[system], at, system, true)
		e.IDs = append(e.IDs, ExternalID{System: system, Value: value, URL: catalogueURL(system, value)})
	}
	e.Moved = f.moved(raw.Moved, id)
	for _, r := range raw.References {
		e.References = append(e.References, f.reference(r))
	}
	for _, a := range raw.Aliases {
		e.Aliases = append(e.Aliases, f.alias(a))
	}
	for _, c := range raw.Claims {
		if c, ok := f.claim(c); ok {
			e.Claims = append(e.Claims, c)
		} else {
			e.Rejected = append(e.Rejected, c.Evidence)
		}
	}
	return e
}

// class takes over the class, which only operations need.
func (f *fields) class(kind Kind, v word, at source.Span) string {
	known := Classes(kind)
	if v.IsSet() && known == nil {
		f.add(source.UnknownKey, v.Span, "delete the key", "a %s has no class", kind)
		return ""
	}
	return f.oneOf(v, at, "class", known, kind == Operation)
}

// catalogueURL returns the page of an entity in another catalogue, "" where it is not known.
func catalogueURL(system, id string) string {
	const attack = "https://attack.mitre.org/"
	switch {
	case system == "attack" && strings.HasPrefix(id, "G"):
		return attack + "groups/" + id + "/"
	case system == "attack" && strings.HasPrefix(id, "S"):
		return attack + "software/" + id + "/"
	case system == "attack" && strings.HasPrefix(id, "C"):
		return attack + "campaigns/" + id + "/"
	case system == "cve":
		return "https://www.cve.org/CVERecord?id=" + id
	}
	return ""
}

func (f *fields) alias(v source.Located[aliasTOML]) Alias {
	raw, at := v.Value, v.Span
	a := Alias{
		Name:      f.word(raw.Name, at, "name", true),
		By:        f.who(raw.By),
		Scope:     f.oneOf(raw.Scope, at, "scope", scopes(), false),
		Ambiguous: raw.Ambiguous,
		Source:    f.source(raw.Source, at, false),
		SourcePos: f.at(raw.Source, at),
		Note:      f.text(raw.Note, at, "note", false),
		Pos:       f.pos(at),
	}
	if a.Scope == "" {
		a.Scope = "same"
	}
	return a
}

// claim takes over a claim. One without a property or a value is reported and left out.
func (f *fields) claim(v source.Located[claimTOML]) (Claim, bool) {
	raw, at := v.Value, v.Span
	before := len(f.problems)
	c := Claim{
		Property: f.oneOf(raw.Property, at, "property", propertyNames(), true),
		By:       f.who(raw.By),
		AsOf:     raw.AsOf.Value,
		Alleged:  raw.Alleged,
		Evidence: f.evidence(raw.evidenceTOML, at),
		Note:     f.text(raw.Note, at, "note", false),
		Pos:      f.pos(at),
	}
	valued := f.value(&c, raw, at)
	return c, len(f.problems) == before || c.Property != "" && valued
}

// value takes over the one value of a claim, and reports whether there is one.
func (f *fields) value(c *Claim, raw claimTOML, at source.Span) bool {
	var keys []string
	for _, k := range []struct {
		key string
		set bool
	}{{"text", raw.Text.IsSet()}, {"entity", raw.Entity.IsSet()}, {"date", raw.Date.IsSet()}, {"figure", raw.Figure.IsSet()}} {
		if k.set {
			keys = append(keys, k.key)
		}
	}
	switch {
	case len(keys) == 0:
		f.add(source.BadClaim, at, "add one of text, entity, date and figure", "claim has no value")
		return false
	case len(keys) > 1:
		f.add(source.BadClaim, at, "make a claim of each", "claim has several values: %s", strings.Join(keys, ", "))
		return false
	}
	if p, ok := property(c.Property); ok && !slices.Contains(p.values(), keys[0]) {
		f.add(source.BadClaim, at, "the value of this property is "+strings.Join(p.values(), " or "), "a claim of %q has no %s", c.Property, keys[0])
		return false
	}
	switch keys[0] {
	case "text":
		c.Text = f.text(raw.Text, at, "text", true)
		return !c.Text.IsZero()
	case "entity":
		c.Entity = f.entity(raw.Entity, at, "entity", "", true)
		return c.Entity != ""
	case "date":
		c.Date = raw.Date.Value
		return !c.Date.IsZero()
	}
	c.Figure = f.figure(raw.Figure)
	return true
}
