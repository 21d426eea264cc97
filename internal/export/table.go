package export

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/event"
)

// A table is a CSV file of data/. Several values in a cell have a space between them where they
// are ids, and a bar where they are names.
type table struct {
	name string
	head []string
	rows [][]string
}

// csv writes the table as spreadsheets read it: UTF-8 with a byte order mark, CRLF.
func (t table) csv() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := append([][]string{t.head}, t.rows...)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// harmless keeps a spreadsheet from running a cell: one that begins like a formula, in either
// width, with or without white space before, gets an apostrophe before it.
func harmless(cell string) string {
	cell = printable(cell)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(cell, unseen))
	if cell != "" && (strings.ContainsRune("\t\n", rune(cell[0])) || first != utf8.RuneError && strings.ContainsRune("=+-@＝＋－＠", first)) {
		return "'" + cell
	}
	return cell
}

// unseen is white space, or a mark that shows as nothing.
func unseen(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// printable drops control characters other than the tab and the newline, and those that
// turn the direction of the text around them; a carriage return becomes a newline.
func printable(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	return strings.Map(func(r rune) rune {
		turns := '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\ufeff' || turns {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// events is the timeline.
func events(c *casebook.Casebook) table {
	t := table{name: "events", head: []string{
		"id", "edtf", "earliest", "latest", "announced", "type", "title_ja", "title_en", "text_ja", "text_en", "origin",
		"operation", "agents", "targets", "instruments", "partners", "victims", "places", "sources", "evidence", "path",
	}}
	for _, a := range c.Acts {
		earliest, latest := bounds(a.Date)
		operation := ""
		if a.Operation != nil {
			operation = a.Operation.ID
		}
		row := []string{
			a.ID, a.Date.String(), earliest, latest, a.Announced.String(), string(a.Type),
			a.Title.JA, a.Title.EN, a.Text.JA, a.Text.EN, origin(a.Edited), operation,
		}
		for _, role := range []event.Role{event.Agent, event.Target, event.Instrument, event.Partner, event.Victim, event.PlaceOf} {
			row = append(row, inRole(a, role))
		}
		row = append(row, ids(a.Sources, idOfSource), ids(a.Evidence, address), timeline(a))
		t.rows = append(t.rows, row)
	}
	return t
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
		if p.Role == role {
			out = append(out, p.Entity.ID)
		}
	}
	return strings.Join(out, " ")
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
	t := table{name: "entities", head: []string{
		"id", "kind", "class", "name_ja", "name_en", "reading", "title_ja", "title_en", "summary_ja", "summary_en",
		"country", "parent", "aliases", "identifiers", "articles", "acts", "path",
	}}
	for _, e := range c.Entities {
		names := list(e.Aliases, func(a content.Alias) string { return a.Name })
		t.rows = append(t.rows, []string{
			e.ID, string(e.Kind), e.Class, e.Name.JA, e.Name.EN, e.Reading, e.Title.JA, e.Title.EN, e.Summary.JA, e.Summary.EN,
			e.Entity.Country, e.Entity.Parent, strings.Join(names, " | "),
			ids(e.IDs, func(id content.ExternalID) string { return id.System + ":" + id.Value }),
			strconv.Itoa(len(e.Articles)), strconv.Itoa(len(e.Acts)), e.Path,
		})
	}
	return t
}

// figures is every number: those that editors wrote down, then those that were found in texts.
func figures(c *casebook.Casebook) table {
	t := table{name: "figures", head: []string{
		"origin", "entity", "claim", "min", "max", "qualifier", "unit_ja", "unit_en", "counts_ja", "counts_en",
		"as_of", "by", "alleged", "source", "as_written", "path",
	}}
	for _, e := range c.Entities {
		for _, claim := range e.Claims {
			if claim.Figure != nil {
				t.rows = append(t.rows, claimed(claim))
			}
		}
	}
	for _, a := range c.Articles {
		for _, doc := range []*analysis.Document{a.Docs.JA, a.Docs.EN} {
			t.rows = append(t.rows, counted(doc, a.Path, "", func(int) bool { return true })...)
		}
	}
	for _, s := range c.Sources {
		t.rows = append(t.rows, counted(s.Doc, s.Path, s.ID, s.Shows)...)
	}
	return t
}

// claimed returns the row of a figure that an editor wrote down.
func claimed(c *casebook.Claim) []string {
	f, src := c.Figure, ""
	if c.Source != nil {
		src = c.Source.ID
	}
	return []string{
		"edited", c.Entity.ID, c.ID, number(f.Min), upper(f.Min, f.Max), f.Qualifier, f.Unit.JA, f.Unit.EN, f.Counts.JA, f.Counts.EN,
		c.AsOf.String(), c.Claim.By, strconv.FormatBool(c.Alleged), src, "", c.Entity.Path + "#" + c.ID,
	}
}

// counted returns the rows of the figures that were found in the sentences of a text that may be shown.
func counted(doc *analysis.Document, path, src string, shows func(sentence int) bool) [][]string {
	if doc == nil {
		return nil
	}
	var out [][]string
	for _, f := range doc.Figures {
		if !shows(f.Sentence) {
			continue
		}
		out = append(out, []string{
			"found", "", "", number(f.Min), upper(f.Min, f.Max), f.Qualifier, f.Unit, "", "", "",
			f.AsOf.String(), "", "", src, f.Surface,
			string(doc.Text.Lang) + "/" + path + "#s" + strconv.Itoa(f.Sentence+1),
		})
	}
	return out
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// upper returns the upper bound of a figure, "" where it has none.
func upper(low, high float64) string {
	if high == 0 && low != 0 {
		return ""
	}
	return number(high)
}
