package export

import (
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
)

// entityJSON is an entity with all that links to it: one of archive.json and the whole of data/entities/ID.json.
type entityJSON struct {
	ID         string          `json:"id" doc:"of the entity; the same in both languages"`
	Kind       string          `json:"kind" doc:"what it is" is:"kind"`
	Class      string          `json:"class,omitempty" doc:"the kind within the kind"`
	Path       string          `json:"path" doc:"its page, below ja/ and en/"`
	Name       i18n.Text       `json:"name" doc:"its name"`
	Reading    string          `json:"reading,omitempty" doc:"how the Japanese name is read, in hiragana"`
	Title      *i18n.Text      `json:"title,omitempty" doc:"a person's post"`
	Summary    *i18n.Text      `json:"summary,omitempty" doc:"what it is, in a sentence"`
	Country    *refJSON        `json:"country,omitempty" doc:"the country that it is said to act from, or is in"`
	Parent     *refJSON        `json:"parent,omitempty" doc:"what it is part of"`
	Code       string          `json:"code,omitempty" doc:"of a country (ISO 3166-1)"` // ISO 3166
	Region     string          `json:"region,omitempty" doc:"of a place (UN M49)"`
	IDs        []idJSON        `json:"ids,omitempty" doc:"in other catalogues"`
	References []referenceJSON `json:"references,omitempty" doc:"pages elsewhere that tell of it"`
	FormerIDs  []string        `json:"former_ids,omitempty" doc:"ids that it had before"`
	Aliases    []aliasJSON     `json:"aliases,omitempty" doc:"its other names"`
	Variants   []string        `json:"variants,omitempty" doc:"spellings in which texts write the names"`
	Spellings  []spellingJSON  `json:"spellings,omitempty" doc:"the same, each with its script and the name that it spells"`
	Operation  *operationJSON  `json:"operation,omitempty" doc:"what only operations have"`
	Claims     []claimJSON     `json:"claims,omitempty" doc:"facts that an editor wrote down, each with who says so"`
	Relations  []relationJSON  `json:"relations,omitempty" doc:"to other entities; each stands at both ends"`
	Acts       []string        `json:"acts,omitempty" doc:"the ids of the acts in which it took part"`
	// Operations are those in which it took part, Countered those directed against it.
	Operations []string `json:"operations,omitempty" doc:"the ids of the operations in which it took part"`
	Countered  []string `json:"countered_by,omitempty" doc:"the ids of the operations directed against it"`
	Articles   []string `json:"articles,omitempty" doc:"the ids of the articles that name it"`
	Sources    []string `json:"sources,omitempty" doc:"the ids of the sources whose text names it"`
	// Mentions are the sentences that name it, where the site shows them; their words stand there.
	Mentions []mentionsJSON `json:"mentions,omitempty" doc:"the sentences that name it, where the site shows them"`
}

// mentionsJSON is the sentences of one text that name an entity. The page is that of the article or the source, in the tree of the language.
type mentionsJSON struct {
	Article   string    `json:"article,omitempty" doc:"the id of the article"`
	Source    string    `json:"source,omitempty" doc:"the id of the source, where they stand in no article"`
	Language  i18n.Lang `json:"language" doc:"of the sentences, in whose tree the page of the article or source stands" is:"lang"`
	Fragments []string  `json:"fragments" doc:"of the sentences on the page"`
}

// idJSON is the entity's id in another catalogue.
type idJSON struct {
	System string `json:"system" doc:"attack, misp, malpedia, cve or another catalogue"`
	Value  string `json:"value" doc:"the id there"`
	URL    string `json:"url,omitempty" doc:"its page there"`
}

// referenceJSON is a page elsewhere.
type referenceJSON struct {
	URL   string `json:"url" doc:"its address"`
	Title string `json:"title,omitempty" doc:"its title"`
}

// aliasJSON is another name, with who uses it and for how much of the same thing.
type aliasJSON struct {
	Name   string     `json:"name" doc:"the name"`
	By     *refJSON   `json:"by,omitempty" doc:"who uses it"`
	Scope  string     `json:"scope" doc:"for how much of the same thing it is used" is:"scope"`
	Source string     `json:"source,omitempty" doc:"the id of the source"`
	Note   *i18n.Text `json:"note,omitempty" doc:"a remark of the editors"`
	Script string     `json:"script" doc:"in which it is written, by ISO 15924, as its own characters tell" is:"script"`
}

// spellingJSON is a spelling in which texts write a name of the entity.
type spellingJSON struct {
	Name   string `json:"name" doc:"the spelling"`
	Script string `json:"script" doc:"in which it is written, by ISO 15924" is:"script"`
	Spells string `json:"spells,omitempty" doc:"the name that it spells, where its sounds tell that"`
}

// operationJSON is what only operations have.
type operationJSON struct {
	Type         string            `json:"type" doc:"what kind of act it was" is:"type"`
	Period       string            `json:"period,omitempty" doc:"when it was carried out" is:"edtf"`
	Announced    string            `json:"announced,omitempty" doc:"when it was made public" is:"edtf"`
	Counters     []string          `json:"counters,omitempty" doc:"the ids of the entities that it was directed against"`
	Participants []participantJSON `json:"participants,omitempty" doc:"who took part"`
	Legal        []legalJSON       `json:"legal,omitempty" doc:"the orders, warrants and complaints that it rested on"`
}

// legalJSON is a legal instrument.
type legalJSON struct {
	Court      *refJSON  `json:"court,omitempty" doc:"the court"`
	Instrument i18n.Text `json:"instrument" doc:"what it is"`
	Number     string    `json:"number,omitempty" doc:"of the case, order or release"`
	Date       string    `json:"date,omitempty" doc:"when it was issued" is:"edtf"`
	Source     string    `json:"source,omitempty" doc:"the id of the source"`
}

// claimJSON is a claim, with who makes it. One of Text, Entity, Date and Figure is set.
type claimJSON struct {
	ID       string         `json:"id" doc:"fragment on the entity's page; it may change from build to build"`
	Property string         `json:"property" doc:"what the claim is about" is:"property"`
	Text     *i18n.Text     `json:"text,omitempty" doc:"the value, in words"`
	Entity   *refJSON       `json:"entity,omitempty" doc:"the value, an entity"`
	Date     string         `json:"date,omitempty" doc:"the value, a date" is:"edtf"`
	Figure   *figureJSON    `json:"figure,omitempty" doc:"the value, a number"`
	By       *refJSON       `json:"by,omitempty" doc:"who says so"`
	AsOf     string         `json:"as_of,omitempty" doc:"as of when" is:"edtf"`
	Alleged  bool           `json:"alleged" doc:"the source alleges it; it has not been proven"`
	Source   string         `json:"source,omitempty" doc:"the id of the source"`
	Evidence []evidenceJSON `json:"evidence,omitempty" doc:"the sentences that say so"`
	Note     *i18n.Text     `json:"note,omitempty" doc:"what a better source says: a remark of the editors"`
	// Disputes are claims that say something else.
	Disputes []disputeJSON `json:"disputes,omitempty" doc:"claims that say something else"`
}

// disputeJSON names a claim.
type disputeJSON struct {
	Entity string `json:"entity" doc:"the id of the entity that has the claim"`
	Claim  string `json:"claim" doc:"the id of the claim"`
}

// figureJSON is a number. Max is missing where there is no upper bound.
type figureJSON struct {
	Min       float64    `json:"min" doc:"the number, or the lower bound"`
	Max       *float64   `json:"max,omitempty" doc:"the upper bound; the same as min for a single number, missing where there is no bound"`
	Qualifier string     `json:"qualifier,omitempty" doc:"how exact it is" is:"qualifier"`
	Unit      *i18n.Text `json:"unit,omitempty" doc:"of the number"`
	Counts    *i18n.Text `json:"counts,omitempty" doc:"what is counted"`
}

// relationJSON leads to another entity; the other has the same relation with Inverse turned round.
type relationJSON struct {
	Property string     `json:"property" doc:"of the claim, or participant, counters or court"`
	Role     string     `json:"role,omitempty" doc:"of a participant" is:"role"`
	Inverse  bool       `json:"inverse" doc:"the claim stands at the other end"`
	Other    *refJSON   `json:"other" doc:"the other entity"`
	Claim    string     `json:"claim,omitempty" doc:"the id of the claim, at the entity where inverse is false"`
	Note     *i18n.Text `json:"note,omitempty" doc:"what a participant did"`
	Source   string     `json:"source,omitempty" doc:"the id of the source"`
}

// entity makes the record of an entity but for its mentions, which [mentioned] writes.
func (j converter) entity(e *casebook.Entity) *entityJSON {
	return &entityJSON{
		ID: e.ID, Kind: string(e.Kind), Class: e.Class, Path: e.Path, Name: e.Name, Reading: e.Reading,
		Title: some(e.Title), Summary: some(e.Summary), Country: j.ref(e.Country), Parent: j.ref(e.Parent),
		Code: e.Code, Region: e.Region, Variants: e.Variants, Spellings: spellings(e), Operation: j.operation(e.Operation),
		IDs: list(e.IDs, func(id content.ExternalID) idJSON { return idJSON(id) }), Aliases: list(e.Aliases, j.alias),
		References: list(e.References, func(r content.Reference) referenceJSON { return referenceJSON(r) }), FormerIDs: e.Moved,
		Claims: list(e.Claims, j.claim), Relations: list(e.Relations, j.relation), Acts: list(e.Acts, idOfAct),
		Operations: list(e.Operations, idOfEntity), Countered: list(e.Countered, idOfEntity),
		Articles: list(e.Articles, idOfArticle), Sources: list(e.Sources, idOfSource),
	}
}

func (j converter) alias(a content.Alias) aliasJSON {
	return aliasJSON{a.Name, j.named(a.By), a.Scope, a.Source, some(a.Note), i18n.Script(a.Name)}
}

// spellings returns the variants of the names of an entity with what they spell.
func spellings(e *casebook.Entity) []spellingJSON {
	if len(e.Variants) == 0 {
		return nil
	}
	names := append([]string{e.Name.EN, e.Name.JA}, list(e.Aliases, func(a content.Alias) string { return a.Name })...)
	return list(e.Variants, func(name string) spellingJSON {
		return spellingJSON{name, i18n.Script(name), entity.Spelled(name, names)}
	})
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
