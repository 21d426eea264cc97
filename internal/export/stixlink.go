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
			n := w.relate(e, r.Property, r.Role, r.Other, r.Source)
			if r.Claim != nil {
				w.relations[r.Claim] = n
			}
			if w.stands(n) {
				continue
			}
			o, x := w.relation(n, e, r.Property, r.Role, r.Source)
			if r.Claim != nil {
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
			w.belongs(e, "country", e.Country)
		}
		if e.Parent != nil {
			w.belongs(e, "parent", e.Parent)
		}
	}
}

// belongs adds the relationship of an entity to one of which it is a part.
func (w *stixWriter) belongs(e *casebook.Entity, property string, to *casebook.Entity) {
	if n := w.relate(e, property, "", to, nil); !w.stands(n) {
		o, _ := w.relation(n, e, property, "", nil)
		w.add(o)
	}
}

// relate makes the node of a relationship. Its id is made of what it says and who says so, so that a further claim changes no other's.
func (w *stixWriter) relate(e *casebook.Entity, property, role string, other *casebook.Entity, source *casebook.Source) *stixNode {
	name := strings.Join([]string{e.ID, property, role, other.ID}, "/")
	if source != nil {
		name += "/" + source.ID
	}
	name = w.unused("relationship", name)
	n := w.node("relationship", name, w.made.aged("relationship/"+name, w.age(e)))
	n.source, n.target = w.entity(e), w.entity(other)
	n.link = linkOf(e, property, role, other)
	return n
}

// relation begins the object of a relationship.
func (w *stixWriter) relation(n *stixNode, e *casebook.Entity, property, role string, source *casebook.Source) (*stixObject, *stixExtension) {
	o := w.object(n, w.age(e))
	o.RelationshipType, o.SourceRef, o.TargetRef = n.link, n.source.id(), n.target.id()
	o.ExternalReferences = w.cite(w.page(nil, e.Path), source)
	x := &stixExtension{Property: property, Role: role}
	if source != nil {
		x.Sources = []string{source.ID}
	}
	w.extend(o, x)
	return o, x
}

// unused returns a name that no object of a type was made of, by a number at its end.
func (w *stixWriter) unused(typ, name string) string {
	free := name
	for n := 2; w.names[typ+"/"+free]; n++ {
		free = name + "#" + strconv.Itoa(n)
	}
	w.names[typ+"/"+free] = true
	return free
}

// claims adds a note for each claim of an entity that says more than a relationship can: words,
// a date, a number, the sentence that is the evidence, or a remark of the editors.
func (w *stixWriter) claims(e *casebook.Entity) {
	for _, c := range e.Claims {
		relation := w.relations[c]
		if relation != nil && len(c.Evidence) == 0 && plain(c.Note).IsZero() {
			continue
		}
		name := e.ID + "/" + c.Property
		if c.Source != nil {
			name += "/" + c.Source.ID
		}
		name = w.unused("note", name)
		n := w.node("note", name, w.made.claim("note/"+name, c, w.age(e)))
		if n.objects = []*stixNode{w.entities[e]}; relation != nil {
			n.objects[0] = relation
		}
		if w.stands(n) {
			continue
		}
		o := w.object(n, w.age(e))
		o.ObjectRefs = list(n.objects, (*stixNode).id)
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
	n := w.node("note", "act/"+a.ID, w.made.dated(a, w.archive))
	n.order = order
	refer := func(e *casebook.Entity) {
		if to := w.entity(e); !slices.Contains(n.objects, to) {
			n.objects = append(n.objects, to)
		}
	}
	if a.Operation != nil {
		refer(a.Operation)
	}
	for _, p := range a.Participants {
		if p.Entity.Registered() {
			refer(p.Entity)
		}
	}
	if len(n.objects) == 0 {
		n.objects = []*stixNode{w.creator} // a note must be about something
	}
	if w.acts[a] = n; w.stands(n) {
		return
	}
	o := w.object(n, ageOfAct(a, w.archive))
	o.ObjectRefs = list(n.objects, (*stixNode).id)
	x := stixExtension{Record: a.ID, Kind: "act", Path: timeline(a), Act: string(a.Type), Found: !a.Edited, Reviewed: a.Reviewed}
	w.extend(o, &x)
	for _, p := range a.Participants {
		if p.Entity.Registered() {
			x.Participants = append(x.Participants, stixParticipant{Ref: w.entity(p.Entity).id(), Role: string(p.Role)})
		} else {
			x.Participants = append(x.Participants, stixParticipant{Role: string(p.Role), Words: printable(words(p.Entity))})
		}
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
	n := w.node("report", "article/"+a.ID, w.made.article(a))
	n.order, n.objects = order, make([]*stixNode, 0, len(a.Entities)+len(a.Acts))
	for _, e := range a.Entities {
		n.objects = append(n.objects, w.entity(e))
	}
	for _, act := range a.Acts {
		n.objects = append(n.objects, w.acts[act])
	}
	if len(n.objects) == 0 {
		n.objects = []*stixNode{w.creator}
	}
	for _, id := range a.About {
		if e := w.book.Entity(id); e != nil {
			n.about = append(n.about, w.entity(e))
		}
	}
	if w.stands(n) {
		return
	}
	o := w.object(n, age{a.Published, a.Published})
	o.ObjectRefs = list(n.objects, (*stixNode).id)
	o.ReportTypes, o.Published = []string{"threat-report"}, o.Created
	x := stixExtension{Record: a.ID, Kind: "article", Path: a.Path}
	w.extend(o, &x)
	x.Dates = appendDate(nil, "published", a.Published, nil)
	w.say(o, stixText{"name", named(a.Title(), a.ID), &o.Name}, stixText{"description", summary(a), &o.Description})
	o.ExternalReferences = w.cite(w.page(nil, a.Path), a.Sources...)
	w.add(o)
}
