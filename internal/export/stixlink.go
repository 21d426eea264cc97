package export

import (
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// links are the types of relationship for the properties of claims. Those that STIX has come first;
// the others are words of our own, which it allows.
var links = map[string]string{
	"attribution": "attributed-to", "target": "targets", "victim": "targets", "uses": "uses",
	"located-in": "located-at", "developer": "authored-by", "country": "located-at",
	"sponsor": "sponsored-by", "operator": "operated-by", "employer": "employed-by", "member-of": "member-of",
	"discovered-by": "discovered-by", "named-by": "named-by", "exploits": "exploits", "brand": "brand-of",
	"parent": "part-of", "counters": "counters", "court": "authorized-by",
}

// roleLinks are those for the roles of participants in a campaign; those in a counter-operation follow.
var roleLinks = map[string]string{
	"agent": "attributed-to", "target": "targets", "victim": "targets", "instrument": "uses",
	"partner": "supported-by", "place": "located-at",
}

var counterRoleLinks = map[string]string{
	"agent": "carried-out-by", "target": "counters", "victim": "protects", "instrument": "uses",
	"partner": "supported-by", "place": "located-at",
}

// linkOf returns the type of relationship for a relation; "related-to" is what STIX has for all others.
func linkOf(e *casebook.Entity, property, role string, other *casebook.Entity) string {
	from, to := stixType(e), stixType(other)
	l := links[property]
	switch {
	case property == "participant" && from == "course-of-action":
		l = counterRoleLinks[role]
	case property == "participant":
		l = roleLinks[role]
	case property == "exploits" && from != "malware":
		l = "targets" // as STIX says it of groups and campaigns
	case property == "country" && from == "intrusion-set":
		l = "originates-from"
	}
	if l == "counters" && (to == "malware" || to == "vulnerability") && e.Operation != nil && e.Operation.Type == "takedown" {
		return "remediates"
	}
	if l == "" {
		return "related-to"
	}
	return l
}

// relationships adds every relation once, from the end that states it.
func (w *stixWriter) relationships() {
	for _, e := range w.book.Entities {
		for _, r := range e.Relations {
			if r.Inverse || r.Other == nil {
				continue
			}
			o := w.relate(e, r.Property, r.Role, r.Other, r.Source)
			x := o.Extensions[w.extension()]
			if r.Claim != nil {
				w.relations[r.Claim] = o.ID
				x.Alleged, x.AsOf, x.By = r.Claim.Alleged, r.Claim.AsOf.String(), w.who(r.Claim.Claim.By)
			}
			if !plain(r.Note).IsZero() {
				w.say(o, stixText{"description", r.Note, &o.Description})
			}
			w.add(o)
		}
		if e.Kind == content.Place {
			continue // a location says by itself where it is
		}
		if e.Country != nil {
			w.add(w.relate(e, "country", "", e.Country, nil))
		}
		if e.Parent != nil {
			w.add(w.relate(e, "parent", "", e.Parent, nil))
		}
	}
}

// relate makes a relationship. Its id is made of what it says and who says so, so that a further claim changes no other's.
func (w *stixWriter) relate(e *casebook.Entity, property, role string, other *casebook.Entity, source *casebook.Source) *stixObject {
	l := linkOf(e, property, role, other)
	from, to := w.entity(e).ID, w.entity(other).ID
	name := strings.Join([]string{e.ID, property, role, other.ID}, "/")
	if source != nil {
		name += "/" + source.ID
	}
	o := w.object("relationship", w.unused("relationship", name), ageOf(e.Articles, w.archive))
	o.RelationshipType, o.SourceRef, o.TargetRef = l, from, to
	o.ExternalReferences = w.cite(w.page(nil, e.Path), source)
	x := stixExtension{Property: property, Role: role}
	if source != nil {
		x.Sources = []string{source.ID}
	}
	w.extend(o, &x)
	return o
}

// unused returns a name that no object of a type was made of, by a number at its end.
func (w *stixWriter) unused(typ, name string) string {
	free := name
	for n := 2; w.byID[w.ref(typ, free)]; n++ {
		free = name + "#" + strconv.Itoa(n)
	}
	return free
}

// claims adds a note for each claim of an entity that says more than a relationship can: words,
// a date, a number, the sentence that is the evidence, or a remark of the editors.
func (w *stixWriter) claims(e *casebook.Entity) {
	for _, c := range e.Claims {
		relation := w.relations[c]
		if relation != "" && len(c.Evidence) == 0 && plain(c.Note).IsZero() {
			continue
		}
		name := e.ID + "/" + c.Property
		if c.Source != nil {
			name += "/" + c.Source.ID
		}
		o := w.object("note", w.unused("note", name), ageOf(e.Articles, w.archive))
		o.ObjectRefs = []string{w.entities[e].ID}
		if relation != "" {
			o.ObjectRefs = []string{relation}
		}
		o.Authors = some1(w.who(c.Claim.By))
		o.ExternalReferences = w.cite(w.page(nil, e.Path+"#"+c.ID), c.Source)
		x := stixExtension{Record: e.ID + "#" + c.ID, Path: e.Path + "#" + c.ID, Property: c.Property, Alleged: c.Alleged, AsOf: c.AsOf.String(), By: w.who(c.Claim.By), Figure: plainFigure(c.Figure), Evidence: list(c.Evidence, w.evidence)}
		x.Dates = appendDate(nil, c.Property, c.Date, nil)
		if c.Source != nil {
			x.Sources = []string{c.Source.ID}
		}
		w.extend(o, &x)
		w.say(o, stixText{"content", w.claimText(c), &o.Content}, stixText{"abstract", w.label("property", c.Property), &o.Abstract})
		w.add(o)
	}
}

// plainFigure is a figure whose words are fit to be shown.
func plainFigure(f *content.Figure) *figureJSON {
	if f == nil {
		return nil
	}
	out := *f
	out.Unit, out.Counts = plain(f.Unit), plain(f.Counts)
	return figure(&out)
}

// label is the word of the interface for a value of a closed list, the value itself where it has none.
func (w *stixWriter) label(family, value string) i18n.Text {
	key := i18n.Key(family + "." + value)
	if !w.messages.Has(key) {
		return i18n.Both(value)
	}
	return i18n.Text{JA: w.messages.In(i18n.JA, key), EN: w.messages.In(i18n.EN, key)}
}

// inBoth makes a text by a function of the language.
func inBoth(in func(l i18n.Lang) string) i18n.Text {
	return i18n.Text{JA: in(i18n.JA), EN: in(i18n.EN)}
}

// claimText is a claim in words, then its evidence, then what the editors remark, a line each.
func (w *stixWriter) claimText(c *casebook.Claim) i18n.Text {
	return inBoth(func(l i18n.Lang) string {
		value, _ := c.Text.Best(l)
		switch {
		case c.Value != nil:
			value, _ = named(c.Value.Name, c.Value.ID).Best(l)
		case c.Claim.Entity != "":
			value = c.Claim.Entity
		case !c.Date.IsZero():
			value = c.Date.In(l)
		case c.Figure != nil:
			value = figureText(c.Figure, l)
		}
		label := w.label("property", c.Property).In(l)
		lines := []string{label + ": " + value}
		lines = append(lines, w.quotes(c.Evidence, l)...)
		if note, _ := c.Note.Best(l); note != "" {
			lines = append(lines, w.messages.In(l, "note.editor")+": "+note)
		}
		return strings.Join(lines, "\n")
	})
}

// figureText is a number in words: at-least 4258 computers (what it counts).
func figureText(f *content.Figure, l i18n.Lang) string {
	unit, _ := f.Unit.Best(l)
	text := number(f.Min)
	if up := upper(f.Min, f.Max); up != "" && up != text {
		text += "–" + up
	}
	if l == i18n.EN {
		text += " "
	}
	text += unit
	if f.Qualifier != "" {
		text = f.Qualifier + " " + text
	}
	if counts, _ := f.Counts.Best(l); counts != "" {
		text += " (" + counts + ")"
	}
	return text
}

// told is how many sentences a note quotes, and how many sources it cites, of what many texts tell; archive.json lists all.
const told = 5

// first returns no more of a list than a note tells.
func first[T any](list []T) []T { return list[:min(told, len(list))] }

// quotes are sentences of evidence that may be shown, each with the text it stands in.
func (w *stixWriter) quotes(evidence []casebook.Evidence, l i18n.Lang) []string {
	open, end := w.messages.In(l, "quote.open"), w.messages.In(l, "quote.close")
	var out []string
	for _, e := range evidence {
		if !e.May() || len(out) == told {
			continue
		}
		title := ""
		if e.Article != nil {
			title, _ = e.Article.Title().Best(l)
		} else {
			title = e.Source.Title
		}
		out = append(out, open+e.Text+end+" ("+oneLine(title)+")")
	}
	return out
}

// evidence is a sentence under its rights, its words fit to be shown.
func (w *stixWriter) evidence(e casebook.Evidence) evidenceJSON {
	out := converter{w.book}.evidence(e)
	out.Text, out.DateAsWritten = printable(out.Text), printable(out.DateAsWritten)
	return out
}

// act adds an act of the timeline as a note about those who took part.
func (w *stixWriter) act(a *casebook.Act, order int) {
	at := ageOfAct(a, w.archive)
	o := w.object("note", "act/"+a.ID, at)
	o.order = order
	if w.Made != nil {
		o.of = aged(w.Made.Act(a), at)
	}
	x := stixExtension{Record: a.ID, Kind: "act", Path: timeline(a), Act: string(a.Type), Found: !a.Edited, Reviewed: a.Reviewed}
	refer := func(e *casebook.Entity) string {
		id := w.entity(e).ID
		if !slices.Contains(o.ObjectRefs, id) {
			o.ObjectRefs = append(o.ObjectRefs, id)
		}
		return id
	}
	if a.Operation != nil {
		refer(a.Operation)
	}
	for _, p := range a.Participants {
		if !p.Entity.Registered() {
			x.Participants = append(x.Participants, stixParticipant{Role: string(p.Role), Words: printable(words(p.Entity))})
			continue
		}
		x.Participants = append(x.Participants, stixParticipant{Ref: refer(p.Entity), Role: string(p.Role)})
	}
	if len(o.ObjectRefs) == 0 {
		o.ObjectRefs = []string{w.creator()} // a note must be about something
	}
	w.acts[a] = o.ID
	if w.extend(o, &x); w.stands(o) {
		return
	}
	x.Evidence, x.More = list(first(a.Evidence), w.evidence), len(a.Evidence)-len(first(a.Evidence))
	x.Sources = list(a.Sources, idOfSource)
	x.Dates = appendDate(appendDate(nil, "date", a.Date, nil), "announced", a.Announced, nil)
	o.ExternalReferences = w.cite(w.page(nil, timeline(a)), first(a.Sources)...)
	text := inBoth(func(l i18n.Lang) string {
		title, _ := named(a.Title, a.ID).Best(l)
		if !a.Date.IsZero() {
			title = a.Date.In(l) + ": " + title
		}
		gist, _ := a.Text.Best(l)
		lines := append([]string{title}, some1(gist)...)
		return strings.Join(append(lines, w.quotes(a.Evidence, l)...), "\n")
	})
	w.say(o, stixText{"content", text, &o.Content}, stixText{"abstract", named(a.Title, a.ID), &o.Abstract})
	w.add(o)
}

// report adds one of our articles. One without a day cannot be a report.
func (w *stixWriter) report(a *casebook.Article, order int) {
	if !a.Published.IsDay() {
		return
	}
	o := w.object("report", "article/"+a.ID, age{a.Published, a.Published})
	if w.Made != nil {
		o.of = w.Made.Article(a)
	}
	o.ReportTypes, o.Published, o.order = []string{"threat-report"}, o.Created, order
	for _, e := range a.Entities {
		o.ObjectRefs = append(o.ObjectRefs, w.entity(e).ID)
	}
	for _, act := range a.Acts {
		o.ObjectRefs = append(o.ObjectRefs, w.acts[act])
	}
	if len(o.ObjectRefs) == 0 {
		o.ObjectRefs = []string{w.creator()}
	}
	for _, id := range a.About {
		if e := w.book.Entity(id); e != nil {
			o.about = append(o.about, w.entity(e).ID)
		}
	}
	x := stixExtension{Record: a.ID, Kind: "article", Path: a.Path}
	if w.extend(o, &x); w.stands(o) {
		return
	}
	x.Dates = appendDate(nil, "published", a.Published, nil)
	w.say(o, stixText{"name", named(a.Title(), a.ID), &o.Name}, stixText{"description", summary(a), &o.Description})
	o.ExternalReferences = w.cite(w.page(nil, a.Path), a.Sources...)
	w.add(o)
}
