package export

import (
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
)

// entityJSON is an entity with all that links to it: one of archive.json and the whole of data/ID.json.
type entityJSON struct {
	ID        string         `json:"id"`
	Kind      string         `json:"kind"`
	Class     string         `json:"class,omitempty"`
	Path      string         `json:"path"`
	Name      i18n.Text      `json:"name"`
	Reading   string         `json:"reading,omitempty"`
	Title     *i18n.Text     `json:"title,omitempty"` // a person's post
	Summary   *i18n.Text     `json:"summary,omitempty"`
	Country   *refJSON       `json:"country,omitempty"`
	Parent    *refJSON       `json:"parent,omitempty"`
	Code      string         `json:"code,omitempty"`   // ISO 3166
	Region    string         `json:"region,omitempty"` // UN M49
	IDs       []idJSON       `json:"ids,omitempty"`
	Aliases   []aliasJSON    `json:"aliases,omitempty"`
	Variants  []string       `json:"variants,omitempty"` // spellings in which texts write the names
	Operation *operationJSON `json:"operation,omitempty"`
	Claims    []claimJSON    `json:"claims,omitempty"`
	Relations []relationJSON `json:"relations,omitempty"`
	Acts      []string       `json:"acts,omitempty"`
	// Operations are those in which it took part, Countered those directed against it.
	Operations []string `json:"operations,omitempty"`
	Countered  []string `json:"countered_by,omitempty"`
	Articles   []string `json:"articles,omitempty"`
	Sources    []string `json:"sources,omitempty"` // whose text names it
	// Mentions are the sentences that name it, where the site shows them; their words stand there.
	Mentions []evidenceJSON `json:"mentions,omitempty"`
}

// idJSON is the entity's id in another catalogue.
type idJSON struct {
	System string `json:"system"`
	Value  string `json:"value"`
	URL    string `json:"url,omitempty"`
}

// aliasJSON is another name, with who uses it and for how much of the same thing.
type aliasJSON struct {
	Name   string     `json:"name"`
	By     *refJSON   `json:"by,omitempty"`
	Scope  string     `json:"scope"`
	Source string     `json:"source,omitempty"`
	Note   *i18n.Text `json:"note,omitempty"`
}

// operationJSON is what only operations have.
type operationJSON struct {
	Type         string            `json:"type"`
	Period       string            `json:"period,omitempty"`
	Announced    string            `json:"announced,omitempty"`
	Counters     []string          `json:"counters,omitempty"`
	Participants []participantJSON `json:"participants,omitempty"`
	Legal        []legalJSON       `json:"legal,omitempty"`
}

// legalJSON is a legal instrument.
type legalJSON struct {
	Court      *refJSON  `json:"court,omitempty"`
	Instrument i18n.Text `json:"instrument"`
	Number     string    `json:"number,omitempty"`
	Date       string    `json:"date,omitempty"`
	Source     string    `json:"source,omitempty"`
}

// claimJSON is a claim, with who makes it. One of Text, Entity, Date and Figure is set.
type claimJSON struct {
	ID       string         `json:"id"` // fragment on the entity's page
	Property string         `json:"property"`
	Text     *i18n.Text     `json:"text,omitempty"`
	Entity   *refJSON       `json:"entity,omitempty"`
	Date     string         `json:"date,omitempty"`
	Figure   *figureJSON    `json:"figure,omitempty"`
	By       *refJSON       `json:"by,omitempty"`
	AsOf     string         `json:"as_of,omitempty"`
	Alleged  bool           `json:"alleged"`
	Source   string         `json:"source,omitempty"`
	Evidence []evidenceJSON `json:"evidence,omitempty"`
	Note     *i18n.Text     `json:"note,omitempty"`
	// Disputes are claims that say something else.
	Disputes []disputeJSON `json:"disputes,omitempty"`
}

// disputeJSON names a claim.
type disputeJSON struct {
	Entity string `json:"entity"`
	Claim  string `json:"claim"`
}

// figureJSON is a number. Max is missing where there is no upper bound.
type figureJSON struct {
	Min       float64    `json:"min"`
	Max       *float64   `json:"max,omitempty"`
	Qualifier string     `json:"qualifier,omitempty"`
	Unit      *i18n.Text `json:"unit,omitempty"`
	Counts    *i18n.Text `json:"counts,omitempty"`
}

// relationJSON leads to another entity; the other has the same relation with Inverse turned round.
type relationJSON struct {
	Property string     `json:"property"`
	Role     string     `json:"role,omitempty"`
	Inverse  bool       `json:"inverse"`
	Other    *refJSON   `json:"other"`
	Claim    string     `json:"claim,omitempty"` // its id, at the entity where Inverse is false
	Note     *i18n.Text `json:"note,omitempty"`
	Source   string     `json:"source,omitempty"`
}

func (j converter) entity(e *casebook.Entity) *entityJSON {
	out := &entityJSON{
		ID: e.ID, Kind: string(e.Kind), Class: e.Class, Path: e.Path, Name: e.Name, Reading: e.Reading,
		Title: some(e.Title), Summary: some(e.Summary), Country: j.ref(e.Country), Parent: j.ref(e.Parent),
		Code: e.Code, Region: e.Region, Variants: e.Variants, Operation: j.operation(e.Operation),
		IDs: list(e.IDs, func(id content.ExternalID) idJSON { return idJSON(id) }), Aliases: list(e.Aliases, j.alias),
		Claims: list(e.Claims, j.claim), Relations: list(e.Relations, j.relation), Acts: list(e.Acts, idOfAct),
		Operations: list(e.Operations, idOfEntity), Countered: list(e.Countered, idOfEntity),
		Articles: list(e.Articles, idOfArticle), Sources: list(e.Sources, idOfSource),
	}
	for _, m := range e.Mentions {
		if m.May() {
			out.Mentions = append(out.Mentions, place(m))
		}
	}
	return out
}

func (j converter) alias(a content.Alias) aliasJSON {
	return aliasJSON{a.Name, j.named(a.By), a.Scope, a.Source, some(a.Note)}
}

// operation returns what only operations have, nil for any other entity.
func (j converter) operation(o *content.OperationFacts) *operationJSON {
	if o == nil {
		return nil
	}
	out := &operationJSON{Type: o.Type, Period: o.Period.String(), Announced: o.Announced.String(), Counters: o.Counters}
	for _, p := range o.Participants {
		if who := j.named(p.Entity); who != nil {
			out.Participants = append(out.Participants, participantJSON{*who, p.Role, some(p.Note), p.Source})
		}
	}
	for _, l := range o.Legal {
		out.Legal = append(out.Legal, legalJSON{j.named(l.Court), l.Instrument, l.Number, l.Date.String(), l.Source})
	}
	return out
}

func (j converter) claim(c *casebook.Claim) claimJSON {
	out := claimJSON{
		ID: c.ID, Property: c.Property, Text: some(c.Text), Entity: j.named(c.Claim.Entity), Date: c.Date.String(),
		Figure: figure(c.Figure), By: j.named(c.Claim.By), AsOf: c.AsOf.String(), Alleged: c.Alleged,
		Evidence: list(c.Evidence, j.evidence), Note: some(c.Note),
	}
	if c.Source != nil {
		out.Source = c.Source.ID
	}
	for _, d := range c.Disputes {
		out.Disputes = append(out.Disputes, disputeJSON{d.Entity.ID, d.ID})
	}
	return out
}

func figure(f *content.Figure) *figureJSON {
	if f == nil {
		return nil
	}
	out := &figureJSON{Min: f.Min, Qualifier: f.Qualifier, Unit: some(f.Unit), Counts: some(f.Counts)}
	if f.Max != 0 || f.Min == 0 {
		out.Max = &f.Max
	}
	return out
}

func (j converter) relation(r casebook.Relation) relationJSON {
	out := relationJSON{Property: r.Property, Role: r.Role, Inverse: r.Inverse, Other: j.ref(r.Other), Note: some(r.Note)}
	if r.Claim != nil {
		out.Claim = r.Claim.ID
	}
	if r.Source != nil {
		out.Source = r.Source.ID
	}
	return out
}

// bounds returns the earliest and the latest day that a date can mean, "" where there is none.
func bounds(d edtf.Date) (earliest, latest string) {
	first, last, hasFirst, hasLast := d.Bounds()
	if hasFirst {
		earliest = first.String()
	}
	if hasLast {
		latest = last.String()
	}
	return earliest, latest
}
