package casebook

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// minConfidence is how sure the machine must be of an act that no editor wrote
// down before it stands on the timeline.
const minConfidence = 0.5

// linkActs makes the timeline: first the acts that editors wrote down, then the finds that they have
// reviewed, then what only the machine has seen, those finds last that name nobody, each find joined to the act that it tells or becoming one of its own.
func (l *linker) linkActs() {
	finds := 0
	for i := range l.texts {
		finds += len(l.texts[i].outline.finds)
	}
	l.acts = newActIndex(finds)
	for _, e := range l.in.Content.Registry.All() {
		if e.Operation == nil {
			continue
		}
		for i := range e.Operation.Events {
			l.writtenAct(l.book.entities[e.ID], &e.Operation.Events[i])
		}
	}
	for turn := range 3 {
		for i := range l.texts {
			t := &l.texts[i]
			for i := range t.outline.finds {
				if found := &t.outline.finds[i]; turn == turnOf(found) {
					l.foundAct(t, found)
				}
			}
		}
	}
	for _, a := range l.book.Acts {
		l.settle(a)
	}
	l.nameActs()
	l.tellActs()
}

// turnOf says when a find has its turn: 0 for one that an editor has reviewed, 1 for the machine's, and 2 for a reviewed one that
// names nobody, which may tell what any other does.
func turnOf(found *find) int {
	switch {
	case found.state == analysis.ByMachine:
		return 1
	case len(found.who) == 0:
		return 2
	}
	return 0
}

// writtenAct adds an act of an operation file, with the evidence that the editor names.
func (l *linker) writtenAct(op *Entity, e *content.Event) {
	a := &Act{
		ID: e.ID, Date: e.Date, Announced: e.Announced, Type: event.Type(e.Type),
		Title: e.Title, Text: e.Text, Edited: true, Operation: op,
	}
	for _, p := range e.Participants {
		a.add(l.book.entities[p.Entity], event.Role(p.Role))
	}
	src := l.source(e.Evidence.Source, e.SourcePos)
	if src != nil {
		a.Sources = append(a.Sources, src)
	}
	says := func(doc *analysis.Document, sentence int) bool {
		d := dateIn(sayingOf(doc, sentence).dates, e.Date)
		return d != nil && d.value == e.Date
	}
	for _, ev := range l.evidence(e.Evidence, src, e.Date, says) {
		a.tell(ev)
	}
	l.addAct(a)
	for _, ev := range a.Evidence {
		l.indexSentence(a, ev)
	}
}

// foundAct joins a find to the act that it tells best. Where no act fits, it becomes one, if an editor
// stands behind it, or the machine is sure enough and knows when it was and someone who took part.
func (l *linker) foundAct(t *text, found *find) {
	who := l.participants(found)
	var best *Act
	var bestScore int
	for _, i := range l.candidates(t, found, who) {
		if s := l.book.Acts[i].matches(t, found, who); s > bestScore {
			best, bestScore = l.book.Acts[i], s
		}
	}
	if best == nil && found.state != analysis.ByMachine && len(who) == 0 {
		best = l.acts.told(t, found)
	}
	if best == nil {
		known := !found.date.IsZero() && slices.ContainsFunc(who, Participant.tellsWho)
		if found.state == analysis.ByMachine && (found.confidence < minConfidence || !known) {
			return
		}
		best = &Act{Date: found.date, Announced: found.announced, Type: found.typ}
		l.addAct(best)
	}
	if !best.Edited && best.learn(found, who) {
		l.index(best)
	}
	ev := withDate(t.evidence(found.said, source.Span{}), found.dates, found.date)
	best.tell(ev)
	l.indexSentence(best, ev)
}

// participants are the known entities in a find, each once, in the order of the sentence. In one that an editor
// has looked at, those whom only words name take part, too: it holds as its line says.
func (l *linker) participants(found *find) []Participant {
	var out []Participant
	for i := range found.who {
		p := &found.who[i]
		e := l.book.entities[p.entity]
		if e == nil && found.state != analysis.ByMachine {
			e = l.worded(p.surface)
		}
		if e == nil || slices.ContainsFunc(out, func(q Participant) bool { return q.Entity == e }) {
			continue
		}
		out = append(out, Participant{Entity: e, Role: p.role})
	}
	return out
}

// worded returns who is meant by words that no entity has for a name: the same one whenever the words are the same.
func (l *linker) worded(words string) *Entity {
	key := content.Fold(words)
	if key == "" {
		return nil
	}
	if l.acts.byWords[key] == nil {
		name := i18n.Text{JA: words} // of English texts only names are analysed
		if strings.IndexFunc(words, func(r rune) bool { return r > unicode.MaxASCII }) < 0 {
			name.EN = words
		}
		l.acts.byWords[key] = &Entity{Entity: &content.Entity{Name: name}}
	}
	return l.acts.byWords[key]
}

// tellsWho reports whether a participant tells one act from another on the same day: places do not.
func (p Participant) tellsWho() bool {
	return p.Role != event.PlaceOf && p.Entity.Kind != content.Place
}

// matches returns how well a find tells the act, 0 where it does not. It must be of the same type,
// stand in a sentence that is evidence already, or be of the same family on the very day of an act
// that an editor wrote down; its date must be able to mean the same day; and it must share a participant.
func (a *Act) matches(t *text, found *find, who []Participant) int {
	if found.typ != a.Type && !a.Edited {
		return 0
	}
	date := dateScore(a, found)
	if date == 0 {
		return 0
	}
	same := a.rests(t, found.sentence)
	switch {
	case same && found.typ == a.Type:
		return 20 + date
	case same && a.Edited && date >= 2:
		return 10 + date
	case found.typ == a.Type:
		date += 3
	case !a.Edited || date < 3 || !a.Date.IsDay() || family[found.typ] != family[a.Type]:
		return 0
	}
	shared := 0
	for _, p := range who {
		if p.tellsWho() && a.concerns(p.Entity) {
			shared++
		}
	}
	if shared == 0 {
		return 0
	}
	return date + min(shared, 4)
}

// rests reports whether a sentence of a text is evidence for the act.
func (a *Act) rests(t *text, sentence int) bool {
	for i := range a.Evidence {
		e := &a.Evidence[i]
		if e.Sentence == sentence && e.Article == t.article && e.Source == t.source && e.Lang == t.outline.Lang {
			return true
		}
	}
	return false
}

// family joins the types that *texts use for one act: what one calls a report, another calls a warning.
var family = map[event.Type]string{
	event.Advisory: "said", event.Attribution: "said", event.Disclosure: "said", event.Statement: "said",
	event.Notification: "said", event.Report: "said", event.Vulnerability: "said",
	event.Takedown: "countered", event.Seizure: "countered", event.Legal: "countered", event.Sanction: "countered",
	event.Indictment: "charged", event.Arrest: "charged",
	event.Intrusion: "attacked", event.DataBreach: "attacked", event.Theft: "attacked", event.Ransomware: "attacked",
	event.DDoS: "attacked", event.Campaign: "attacked",
	event.Other: "other",
}

// dateScore says how well the dates agree: 3 the same, 2 one within the other, 0 not at all.
// An act that was announced on the day of the find agrees too. Stretches of time agree only where they are the same.
func dateScore(a *Act, found *find) int {
	best := 0
	for _, d := range []edtf.Date{a.Date, a.Announced} {
		switch {
		case d.IsZero() || found.date.IsZero():
		case d == found.date:
			best = 3
		case d.IsInterval() || found.date.IsInterval():
		case d.Within(found.date) || found.date.Within(d):
			best = max(best, 2)
		}
	}
	return best
}

// concerns reports whether an entity takes part in the act or in what it belongs to.
func (a *Act) concerns(e *Entity) bool {
	if slices.ContainsFunc(a.Participants, func(p Participant) bool { return p.Entity == e }) || a.Operation == e {
		return true
	}
	return a.Operation != nil && slices.Contains(a.Operation.Entity.Operation.Counters, e.ID)
}

// learn takes over what a further find knows of an act. What an editor has looked at stays as it is, unless
// he looked at that find too. It reports whether the act concerns somebody else now, or is of another date.
func (a *Act) learn(found *find, who []Participant) bool {
	reviewed := found.state != analysis.ByMachine
	if a.Reviewed && !reviewed {
		return false
	}
	a.Reviewed = reviewed
	date, announced, concerned := a.Date, a.Announced, len(a.Participants)
	a.sharpen(found)
	for _, p := range who {
		a.add(p.Entity, p.Role)
	}
	return a.Date != date || a.Announced != announced || len(a.Participants) > concerned
}

// sharpen takes over what a further find knows better: a more exact date, and when it was announced.
func (a *Act) sharpen(found *find) {
	if found.date != a.Date && found.date.Within(a.Date) {
		a.Date = found.date
	}
	if a.Announced.IsZero() {
		a.Announced = found.announced
	}
}

func (a *Act) add(e *Entity, role event.Role) {
	if e == nil || slices.ContainsFunc(a.Participants, func(p Participant) bool { return p.Entity == e }) {
		return
	}
	a.Participants = append(a.Participants, Participant{Entity: e, Role: role})
}

// tell adds a sentence to the evidence, once.
func (a *Act) tell(e Evidence) {
	i := 0
	for i < len(a.Evidence) {
		if o := &a.Evidence[i]; o.Sentence == e.Sentence && o.Article == e.Article && o.Source == e.Source && o.Lang == e.Lang {
			break
		}
		i++
	}
	if i == len(a.Evidence) {
		a.Evidence = append(a.Evidence, e)
	} else if a.Evidence[i].AsWritten == "" {
		a.Evidence[i] = e
	}
	if e.Source != nil {
		e.Source.shown[e.Sentence] = true
		if !slices.Contains(a.Sources, e.Source) {
			a.Sources = append(a.Sources, e.Source)
		}
	}
	if e.Article != nil {
		for _, s := range e.Article.Sources {
			if !slices.Contains(a.Sources, s) {
				a.Sources = append(a.Sources, s)
			}
		}
	}
}

// settle drops an announcement on the day of the act, which says nothing, and sorts what the act holds.
func (l *linker) settle(a *Act) {
	if a.Announced == a.Date && !a.Edited {
		a.Announced = edtf.Date{}
	}
	slices.SortStableFunc(a.Participants, func(x, y Participant) int {
		return cmp.Or(cmp.Compare(roleRank(x.Role), roleRank(y.Role)), registeredFirst(x.Entity, y.Entity),
			cmp.Compare(x.Entity.ID, y.Entity.ID), cmp.Compare(x.Entity.Name.JA, y.Entity.Name.JA))
	})
	sortEvidence(a.Evidence)
	slices.SortFunc(a.Sources, func(x, y *Source) int { return cmp.Compare(x.ID, y.ID) })
	if a.Title.IsZero() {
		a.Title = title(a)
	}
}

// registeredFirst puts those whom only words name behind the others.
func registeredFirst(x, y *Entity) int {
	switch {
	case x.Registered() == y.Registered():
		return 0
	case x.Registered():
		return -1
	}
	return 1
}

func roleRank(r event.Role) int {
	return slices.Index([]event.Role{
		event.Agent, event.Target, event.Victim, event.Instrument, event.Partner, event.PlaceOf,
	}, r)
}

// tellActs tells entities, articles and sources of their acts, in the order of the timeline.
func (l *linker) tellActs() {
	for _, a := range l.book.Acts {
		concerned := map[*Entity]bool{}
		if a.Operation != nil {
			concerned[a.Operation] = true
			a.Operation.Acts = append(a.Operation.Acts, a)
		}
		for _, p := range a.Participants {
			if !concerned[p.Entity] {
				concerned[p.Entity] = true
				p.Entity.Acts = append(p.Entity.Acts, a)
			}
		}
		for _, e := range a.Evidence {
			if e.Article != nil && !slices.Contains(e.Article.Acts, a) {
				e.Article.Acts = append(e.Article.Acts, a)
			}
		}
		for _, s := range a.Sources {
			s.Acts = append(s.Acts, a)
		}
	}
}

// title makes a title of an act that no editor wrote down: its type and who it concerns.
func title(a *Act) i18n.Text {
	name := typeNames[a.Type]
	for _, p := range a.Participants {
		if p.Role == event.PlaceOf {
			continue
		}
		return i18n.Text{
			JA: p.Entity.name(i18n.JA) + "、" + name.JA,
			EN: p.Entity.name(i18n.EN) + ": " + name.EN,
		}
	}
	return name
}
