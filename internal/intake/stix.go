package intake

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

var (
	attackID = regexp.MustCompile(`^[GS][0-9]{4}$`)
	stixID   = regexp.MustCompile(`^(intrusion-set|threat-actor|malware)--[0-9a-f-]{36}$`)
)

// STIX reads a bundle of STIX 2.0 or 2.1, as that of MITRE ATT&CK. The Catalogue is nil where the file is none.
func STIX(f *source.File) (*Catalogue, source.Problems) {
	var ps source.Problems
	list, head, ok := objects(f, "objects", &ps)
	if !ok {
		return nil, ps
	}
	if t := head.text("type"); t != "bundle" {
		ps.Add(BadFile, head.pos, "a bundle has the type bundle, as enterprise-attack.json", "the type of the file is %q", shorten(t))
		return nil, ps
	}
	c := &Catalogue{Passed: map[string]int{}}
	attack, year := false, ""
	for _, o := range list {
		switch t := o.text("type"); {
		case t == "marking-definition":
			if s := cleanTitle(o.sub("definition").text("statement")); c.Notice == "" {
				c.Notice = s
			}
		case t != "intrusion-set" && t != "threat-actor" && t != "malware":
			c.Passed["of another type"]++
		case o.flag("revoked"):
			c.Passed["revoked"]++
		case o.flag("x_mitre_deprecated"):
			c.Passed["deprecated"]++
		default:
			if r, ok := stixRecord(o, t); ok {
				c.Records = append(c.Records, r)
				attack = attack || slices.ContainsFunc(r.IDs, func(id ID) bool { return id.System == "attack" })
				year = max(year, (o.text("modified") + "0000")[:4])
			}
		}
	}
	c.describe(f.Path, attack, year)
	return c, ps
}

// describe says what the bundle is. MITRE's terms want their copyright line to go with the data.
func (c *Catalogue) describe(file string, attack bool, year string) {
	if attack {
		c.Source, c.By, c.Label = "mitre-attack", "MITRE", i18n.Both("MITRE ATT&CK")
		c.Title, c.Publisher, c.URL = "MITRE ATT&CK", "MITRE", "https://attack.mitre.org/"
		if c.Notice == "" {
			c.Notice = "© " + year + " The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation."
		}
		return
	}
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	c.Source = strings.Trim("stix-"+content.Slug(name), "-")
	c.Title, _ = cleanName(name)
	if c.Title == "" {
		c.Title = "STIX"
	}
	c.By, c.Label, c.Publisher = c.Title, i18n.Text{JA: "STIXの資料" + c.Title, EN: "the STIX bundle " + c.Title}, c.Title
}

func stixRecord(o object, t string) (Record, bool) {
	r := Record{Kind: content.Actor, Pos: o.pos}
	if t == "malware" {
		r.Kind = content.Malware
		r.Class = malwareClass(append(o.texts("malware_types"), o.texts("labels")...))
	}
	if !r.setName(o, o.text("name")) {
		return r, false
	}
	cited := map[string]string{}
	refs := o.subs("external_references")
	for _, ref := range refs {
		name, id := ref.text("source_name"), ref.text("external_id")
		switch {
		case strings.HasPrefix(name, "mitre-") && attackID.MatchString(id):
			r.IDs = append(r.IDs, ID{"attack", id})
		case ref.fields["url"] == nil:
			cited[name] = ref.text("description")
		}
	}
	if len(r.IDs) == 0 && stixID.MatchString(o.text("id")) {
		r.IDs = append(r.IDs, ID{"stix", o.text("id")})
	}
	for _, a := range append(o.texts("aliases"), o.texts("x_mitre_aliases")...) {
		r.addAlias(o, a, citedNamer(cited[a]))
	}
	for _, ref := range refs {
		if u := ref.text("url"); u != "" {
			title := ref.text("description")
			if title == "" && ref.fields["external_id"] == nil {
				title = ref.text("source_name")
			}
			r.addReference(o, u, title)
		}
	}
	return r, true
}

// malwareClass returns the class that the first known type of malware has here.
func malwareClass(types []string) string {
	for _, t := range types {
		switch t {
		case "backdoor", "worm", "trojan", "ransomware":
			return t
		case "remote-access-trojan":
			return "trojan"
		case "webshell":
			return "web-shell"
		case "bot":
			return "botnet"
		}
	}
	return ""
}
