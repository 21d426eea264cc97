package export

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
)

// mispGalaxy is the definition of a galaxy, without which MISP does not read its clusters.
type mispGalaxy struct {
	Description string `json:"description"`
	Icon        string `json:"icon"`
	Name        string `json:"name"`
	Namespace   string `json:"namespace"`
	Type        string `json:"type"`
	UUID        string `json:"uuid"`
	Version     int    `json:"version"`
}

// mispClusters are the actors as clusters of the galaxy.
type mispClusters struct {
	Authors     []string      `json:"authors"`
	Category    string        `json:"category"`
	Description string        `json:"description"`
	Name        string        `json:"name"`
	Source      string        `json:"source"`
	Type        string        `json:"type"`
	UUID        string        `json:"uuid"`
	Values      []mispCluster `json:"values"`
	Version     int           `json:"version"`
}

// mispCluster is an actor.
type mispCluster struct {
	Description string        `json:"description,omitempty"`
	Meta        mispMeta      `json:"meta"`
	Related     []mispRelated `json:"related,omitempty"`
	UUID        string        `json:"uuid"`
	Value       string        `json:"value"`
}

// mispMeta is what a cluster holds beside its description.
type mispMeta struct {
	Country     string   `json:"country,omitempty"`     // ISO 3166-1
	ExternalID  string   `json:"external_id,omitempty"` // of ATT&CK; MISP has one at most
	Synonyms    []string `json:"synonyms,omitempty"`
	Attribution []string `json:"name-attribution,omitempty"` // NAME:who uses it
	Refs        []string `json:"refs,omitempty"`
	NameJA      string   `json:"name_ja,omitempty"`
	Summary     string   `json:"description_ja,omitempty"`
}

// mispRelated leads to a cluster of another galaxy.
type mispRelated struct {
	Dest string `json:"dest-uuid"`
	Type string `json:"type"`
}

// mispType is the type of the galaxy. It is not MISP's own threat-actor, with whose clusters ours are not to be mixed.
const mispType = "jikenbo-actor"

// misp returns the actors as a MISP galaxy: its definition and its clusters.
func (x *Exporter) misp(c *casebook.Casebook) ([]File, error) {
	title := oneLine(best(named(x.Title, "jikenbo")))
	// A version is a number that rises: the day on which the newest article came out.
	version, _ := strconv.Atoi(strings.ReplaceAll(ageOfArchive(c).last.String(), "-", ""))
	g := mispGalaxy{
		Description: cmp.Or(best(x.Description), title), Icon: "user-secret", Name: title + " actors", Namespace: "jikenbo", Type: mispType,
		UUID: hexUUID(x.uuid("misp/galaxy")), Version: version,
	}
	clusters := mispClusters{
		Authors: []string{title}, Category: "actor", Description: g.Description, Name: g.Name, Source: cmp.Or(webAddress(x.SiteURL), title), Type: mispType,
		UUID: hexUUID(x.uuid("misp/clusters")), Values: []mispCluster{}, Version: version,
	}
	for _, e := range c.ByKind(content.Actor) {
		clusters.Values = append(clusters.Values, x.mispCluster(c, e))
	}
	var files []File
	for _, f := range []struct {
		name string
		of   any
	}{{"misp-galaxy", g}, {"misp-clusters", clusters}} {
		data, err := encode(f.of)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Path: "data/" + f.name + ".json", Data: data})
	}
	return files, nil
}

// isUUID is a UUID of any version.
var isUUID = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`).MatchString

func (x *Exporter) mispCluster(c *casebook.Casebook, e *casebook.Entity) mispCluster {
	w := stixWriter{Exporter: x, book: c}
	out := mispCluster{Value: oneLine(best(named(e.Name, e.ID))), UUID: hexUUID(x.uuid("misp/actor/" + e.ID)), Description: best(e.Summary)}
	out.Value = cmp.Or(out.Value, e.ID)
	out.Meta.Synonyms = aliases(e)
	if ja := oneLine(e.Name.JA); ja != out.Value {
		out.Meta.NameJA = ja
	}
	if ja := printable(e.Summary.JA); ja != out.Description {
		out.Meta.Summary = ja
	}
	if e.Country != nil && isCountry(e.Country.Code) {
		out.Meta.Country = e.Country.Code
	}
	for _, a := range e.Aliases {
		if by := oneLine(w.who(a.By)); by != "" && a.Scope == "same" && oneLine(a.Name) != "" {
			out.Meta.Attribution = append(out.Meta.Attribution, oneLine(a.Name)+":"+by)
		}
	}
	for _, id := range e.IDs {
		switch value := oneLine(id.Value); {
		case id.System == "misp" && isUUID(value):
			out.Related = append(out.Related, mispRelated{value, "similar"})
		case id.System == "attack" && value != "":
			out.Meta.ExternalID = value
		}
	}
	o := stixObject{}
	w.identifiers(&o, e)
	for _, r := range o.ExternalReferences {
		if r.URL != "" && !slices.Contains(out.Meta.Refs, r.URL) {
			out.Meta.Refs = append(out.Meta.Refs, r.URL)
		}
	}
	return out
}
