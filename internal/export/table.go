package export

import (
	"io"
	"strconv"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
)

// A table is a CSV file of data/. Several values in a cell have a space between them where they
// are ids, and a bar where they are names.
type table struct {
	name, title string
	columns     []column
	rows        func(*sheet) // writes the rows below the names of the columns
}

// A column is what stands in the n-th cell of each row.
type column struct {
	name string
	typ  string // string, number, integer, boolean or date; "edtf" for a string that is a date; else the name of a closed list
	what string // what it means
}

// roles are those that have a column each in events.csv.
var roles = [...]event.Role{event.Agent, event.Target, event.Instrument, event.Partner, event.Victim, event.PlaceOf}

// tables returns all tables.
func tables(c *casebook.Casebook, made *madeOf) []table {
	return []table{events(c, made), entities(c), figures(c, made), aliasTable(c)}
}

// spreadsheets returns the tables as files.
func (x *Exporter) spreadsheets(tables []table) []File {
	return list(tables, func(t table) File {
		path := "data/" + t.name + ".csv"
		return File{Path: path, Write: func(to io.Writer) error {
			places, err := t.csv(to, x.stock(path))
			if err == nil {
				x.shelf().Keep(path, places)
			}
			return err
		}}
	})
}

// events is the timeline.
func events(c *casebook.Casebook, made *madeOf) table {
	t := table{name: "events", title: "the timeline", columns: []column{
		{"id", "string", "of the act"}, {"edtf", "edtf", "when it was done"}, {"earliest", "date", "the first day that the date can mean"},
		{"latest", "date", "the last day that the date can mean"}, {"announced", "edtf", "when it was made public"}, {"type", "type", "what was done"},
		{"title_ja", "string", "what was done, in one line, in Japanese"}, {"title_en", "string", "the same in English"},
		{"text_ja", "string", "what was done, in a sentence or two, in Japanese"}, {"text_en", "string", "the same in English"},
		{"origin", "origin", "edited: an editor wrote it down; found: a machine found it in a text"}, {"operation", "string", "the id of the operation that it belongs to"},
		{"agents", "string", "ids of those that did it"}, {"targets", "string", "ids of those that it was directed against"},
		{"instruments", "string", "ids of what was used"}, {"partners", "string", "ids of those that helped"}, {"victims", "string", "ids of those that it harmed"},
		{"places", "string", "ids of where it was done"}, {"sources", "string", "ids of the sources"},
		{"evidence", "string", "pages of the sentences that tell it, from the root of the site"}, {"path", "string", "its place below ja/ and en/"},
		{"reviewed", "boolean", reviewed}, {"others", "string", "those who took part and are no entity of the registry, as role:words, with bars between them"},
	}}
	t.rows = func(r *sheet) {
		for _, a := range c.Acts {
			r.group(made.act(a), func() { r.act(a) })
		}
	}
	return t
}

// act writes the row of an act.
func (r *sheet) act(a *casebook.Act) {
	earliest, latest := bounds(a.Date)
	operation := ""
	if a.Operation != nil {
		operation = a.Operation.ID
	}
	r.cells(
		a.ID, a.Date.String(), earliest, latest, a.Announced.String(), string(a.Type),
		a.Title.JA, a.Title.EN, a.Text.JA, a.Text.EN, origin(a.Edited), operation,
	)
	for _, role := range roles {
		r.cells(inRole(a, role))
	}
	r.cells(ids(a.Sources, idOfSource), ids(a.Evidence, address), timeline(a), checked(a.Edited, a.Reviewed), others(a))
	r.end()
}

// reviewed is what the column of that name means.
const reviewed = "an editor has checked what was found, corrected it or added it; empty where an editor wrote it down"

// checked is a cell of that column.
func checked(edited, reviewed bool) string {
	if edited {
		return ""
	}
	return strconv.FormatBool(reviewed)
}

// origin is the word for who wrote something down.
func origin(edited bool) string {
	if edited {
		return "edited"
	}
	return "found"
}

// inRole returns the ids of the entities that have a role in an act.
func inRole(a *casebook.Act, role event.Role) string {
	var out []string
	for _, p := range a.Participants {
		if p.Role == role && p.Entity.Registered() {
			out = append(out, p.Entity.ID)
		}
	}
	return strings.Join(out, " ")
}

// others returns the roles and words of those in an act whom the registry does not have.
func others(a *casebook.Act) string {
	var out []string
	for _, p := range a.Participants {
		if !p.Entity.Registered() {
			out = append(out, string(p.Role)+":"+words(p.Entity))
		}
	}
	return strings.Join(out, " | ")
}

// ids joins the ids of several things.
func ids[T any](in []T, id func(T) string) string { return strings.Join(list(in, id), " ") }

// address returns the path of a sentence with its fragment.
func address(e casebook.Evidence) string {
	p := place(e)
	if p.Fragment == "" {
		return p.Path
	}
	return p.Path + "#" + p.Fragment
}

// entities is every entity that has a page.
func entities(c *casebook.Casebook) table {
	t := table{name: "entities", title: "every entity that has a page", columns: []column{
		{"id", "string", "of the entity"}, {"kind", "kind", "what it is"}, {"class", "string", "the kind within the kind"},
		{"name_ja", "string", "its name in Japanese"}, {"name_en", "string", "its name in English"}, {"reading", "string", "how the Japanese name is read"},
		{"title_ja", "string", "a person's post, in Japanese"}, {"title_en", "string", "the same in English"},
		{"summary_ja", "string", "what it is, in Japanese"}, {"summary_en", "string", "the same in English"}, {"country", "string", "the id of its country"},
		{"parent", "string", "the id of what it is part of"}, {"aliases", "string", "its other names, with bars between them; see aliases.csv"},
		{"identifiers", "string", "its ids in other catalogues, as system:id"}, {"articles", "integer", "how many articles name it"},
		{"acts", "integer", "in how many acts it took part"}, {"path", "string", "its page below ja/ and en/"},
	}}
	t.rows = func(r *sheet) {
		for _, e := range c.Entities {
			names := list(e.Aliases, func(a content.Alias) string { return a.Name })
			r.cells(
				e.ID, string(e.Kind), e.Class, e.Name.JA, e.Name.EN, e.Reading, e.Title.JA, e.Title.EN, e.Summary.JA, e.Summary.EN,
				e.Entity.Country, e.Entity.Parent, strings.Join(names, " | "),
				ids(e.IDs, func(id content.ExternalID) string { return id.System + ":" + id.Value }),
				strconv.Itoa(len(e.Articles)), strconv.Itoa(len(e.Acts)), e.Path,
			)
			r.end()
		}
	}
	return t
}

// aliasTable is every other name of an entity, then how texts spell its names.
func aliasTable(c *casebook.Casebook) table {
	t := table{name: "aliases", title: "every other name, with who uses it", columns: []column{
		{"entity", "string", "the id of the entity"}, {"name", "string", "the name"}, {"by", "string", "who uses it: an id, or words"},
		{"scope", "use", "for how much of the same thing it is used; spelling where it is only how texts write a name"}, {"source", "string", "the id of the source"},
		{"note_ja", "string", "a remark of the editors, in Japanese"}, {"note_en", "string", "the same in English"}, {"path", "string", "the page of the entity below ja/ and en/"},
		{"script", "script", "in which the name is written, by ISO 15924, as its own characters tell"}, {"spells", "string", "the name that a spelling spells, where its sounds tell that"},
	}}
	t.rows = func(r *sheet) {
		for _, e := range c.Entities {
			for _, a := range e.Aliases {
				r.cells(e.ID, a.Name, a.By, a.Scope, a.Source, a.Note.JA, a.Note.EN, e.Path, i18n.Script(a.Name), "")
				r.end()
			}
			for _, v := range spellings(e) {
				r.cells(e.ID, v.Name, "", "spelling", "", "", "", e.Path, v.Script, v.Spells)
				r.end()
			}
		}
	}
	return t
}

// figures is every number: those that editors wrote down, then those that were found in texts.
func figures(c *casebook.Casebook, made *madeOf) table {
	t := table{name: "figures", title: "every number, as editors wrote it down or as it was found in a text", columns: []column{
		{"origin", "origin", "edited: an editor wrote it down; found: a machine found it in a text"}, {"entity", "string", "the id of the entity that it is about"},
		{"claim", "string", "the id of the claim"}, {"min", "number", "the number, or the lower bound"}, {"max", "number", "the upper bound; empty where there is none"},
		{"qualifier", "qualifier", "how exact it is"}, {"unit_ja", "string", "of the number, in Japanese"}, {"unit_en", "string", "the same in English"},
		{"counts_ja", "string", "what is counted, in Japanese"}, {"counts_en", "string", "the same in English"}, {"as_of", "edtf", "as of when"},
		{"by", "string", "who says so: an id, or words"}, {"alleged", "boolean", "the source alleges it; empty where it was found"},
		{"source", "string", "the id of the source"}, {"as_written", "string", "the number in the words of the text"}, {"path", "string", "its place on the site"},
		{"reviewed", "boolean", reviewed},
	}}
	t.rows = func(r *sheet) {
		for _, e := range c.Entities {
			for _, claim := range e.Claims {
				if claim.Figure != nil {
					r.claimed(claim)
				}
			}
		}
		for _, a := range c.Articles {
			r.group(made.article(a), func() {
				for _, l := range i18n.Langs {
					r.counted(a.Docs.In(l), a.Path, "", func(int) bool { return true })
				}
			})
		}
		for _, s := range c.Sources {
			r.counted(s.Doc, s.Path, s.ID, s.Shows)
		}
	}
	return t
}

// claimed writes the row of a figure that an editor wrote down.
func (r *sheet) claimed(c *casebook.Claim) {
	f, src := c.Figure, ""
	if c.Source != nil {
		src = c.Source.ID
	}
	r.cells(
		"edited", c.Entity.ID, c.ID, number(f.Min), upper(f.Min, f.Max), f.Qualifier, f.Unit.JA, f.Unit.EN, f.Counts.JA, f.Counts.EN,
		c.AsOf.String(), c.Claim.By, strconv.FormatBool(c.Alleged), src, "", c.Entity.Path+"#"+c.ID, "",
	)
	r.end()
}

// counted writes the rows of the figures that were found in the sentences of a text that may be shown.
func (r *sheet) counted(doc *analysis.Document, path, src string, shows func(sentence int) bool) {
	if doc == nil {
		return
	}
	for _, f := range doc.Figures {
		if !shows(f.Sentence) {
			continue
		}
		r.cells(
			"found", "", "", number(f.Min), upper(f.Min, f.Max), f.Qualifier, f.Unit, "", "", "",
			f.AsOf.String(), "", "", src, f.Surface,
			string(doc.Text.Lang)+"/"+path+"#s"+strconv.Itoa(f.Sentence+1), checked(false, f.State != analysis.ByMachine),
		)
		r.end()
	}
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// upper returns the upper bound of a figure, "" where it has none.
func upper(low, high float64) string {
	if high == 0 && low != 0 {
		return ""
	}
	return number(high)
}
