package intake

import (
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// mispKind says what a cluster of the galaxy holds, by its type; no kind where neither actors nor malware.
func mispKind(cluster string) (content.Kind, string) {
	switch cluster {
	case "threat-actor", "360net-threat-actor", "microsoft-activity-group", "mitre-intrusion-set", "jikenbo-actor":
		return content.Actor, ""
	case "malpedia", "mitre-malware":
		return content.Malware, ""
	case "backdoor", "botnet", "ransomware", "stealer":
		return content.Malware, cluster
	case "banker", "rat":
		return content.Malware, "trojan"
	}
	return "", ""
}

var (
	uuidForm    = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)
	groupID     = regexp.MustCompile(`^G[0-9]{4}$`)
	countryCode = regexp.MustCompile(`^[A-Z]{2}$`)
)

// MISP reads a cluster of the MISP galaxy. The Catalogue is nil where the file is no such cluster.
func MISP(f *source.File) (*Catalogue, source.Problems) {
	var ps source.Problems
	list, head, ok := objects(f, "values", &ps)
	if !ok {
		return nil, ps
	}
	kind, class := mispKind(head.text("type"))
	if kind == "" {
		ps.Add(BadFile, head.pos, "clusters of actors and of malware can be read, as clusters/threat-actor.json", "cluster of type %q holds neither", shorten(head.text("type")))
		return nil, ps
	}
	c := &Catalogue{
		Source: "misp-" + head.text("type"), By: "MISP", Label: i18n.Text{JA: "MISP galaxy", EN: "the MISP galaxy"},
		Title:     "MISP galaxy, clusters/" + head.text("type") + ".json",
		Publisher: "MISP Project", URL: "https://github.com/MISP/misp-galaxy",
		Passed: map[string]int{},
	}
	for _, o := range list {
		if r, ok := mispRecord(o, kind); ok {
			if r.Class == "" {
				r.Class = class
			}
			c.Records = append(c.Records, r)
		}
	}
	c.sharedIDs()
	return c, ps
}

func mispRecord(o object, kind content.Kind) (Record, bool) {
	r := Record{Kind: kind, Pos: o.pos}
	meta := o.sub("meta")
	name, attack := o.text("value"), ""
	for _, id := range meta.texts("external_id") {
		if attackID.MatchString(id) { // clusters of MITRE have it in the name too
			attack, name = id, strings.TrimSuffix(name, " - "+id)
		}
	}
	if !r.setName(o, name) {
		return r, false
	}
	if id := strings.ToLower(o.text("uuid")); uuidForm.MatchString(id) {
		r.IDs = append(r.IDs, ID{"misp", id})
	} else {
		o.problems.Warn(BadEntry, o.pos, "", "%q has no uuid: it will be known again by its name only", r.Name)
	}
	namers := map[string]string{}
	for _, s := range meta.texts("name-attribution") {
		if i := strings.LastIndexByte(s, ':'); i > 0 {
			namers[s[:i]] = mispNamer(strings.ToLower(s[i+1:]))
		}
	}
	var groups []string
	for _, s := range meta.texts("synonyms") {
		if groupID.MatchString(s) {
			groups = append(groups, s)
			continue
		}
		by := namers[s]
		if by == "" && meta.fields["origin:"+s] != nil {
			by = meta.text("origin:" + s)
		}
		r.addAlias(o, s, by)
	}
	groups = slices.Compact(slices.Sorted(slices.Values(groups)))
	if attack == "" && len(groups) == 1 {
		attack = groups[0]
	}
	if attack != "" && (kind == content.Actor) == groupID.MatchString(attack) {
		r.IDs = append(r.IDs, ID{"attack", attack})
	}
	if code := strings.TrimSpace(meta.text("country")); countryCode.MatchString(code) {
		r.Country = code
	}
	if kind == content.Actor && len(meta.texts("cfr-suspected-state-sponsor")) > 0 {
		r.Class = "state-linked"
	}
	for _, u := range meta.texts("refs") {
		r.addReference(o, u, "")
	}
	return r, true
}

// setName sets the name, or reports why the entry has to be left out.
func (r *Record) setName(o object, s string) bool {
	name, why := cleanName(s)
	if why != "" {
		o.problems.Add(BadEntry, o.pos, "correct it in the file, or do without it", "the name %q %s; the entry is left out", shorten(s), why)
		return false
	}
	r.Name = name
	return true
}

// addAlias adds another name, unless the entry has it.
func (r *Record) addAlias(o object, s, by string) {
	name, why := cleanName(s)
	if why != "" {
		o.problems.Warn(BadEntry, o.pos, "", "the other name %q of %q %s; it is left out", shorten(s), r.Name, why)
		return
	}
	if by, why = cleanName(by); why != "" {
		by = ""
	}
	same := func(a Alias) bool { return content.Fold(a.Name) == content.Fold(name) }
	if content.Fold(name) != content.Fold(r.Name) && !slices.ContainsFunc(r.Aliases, same) {
		r.Aliases = append(r.Aliases, Alias{name, by})
	}
}

// addReference adds an address, unless the entry has it.
func (r *Record) addReference(o object, u, title string) {
	u = strings.TrimSpace(u)
	if len(u) > maxURL || !content.IsWebAddress(u) || strings.ContainsFunc(u, hidden) {
		o.problems.Warn(BadEntry, o.pos, "", "the reference %q of %q is no web address; it is left out", shorten(u), r.Name)
		return
	}
	if !slices.ContainsFunc(r.References, func(x content.Reference) bool { return x.URL == u }) {
		r.References = append(r.References, content.Reference{URL: u, Title: cleanTitle(title)})
	}
}

// sharedIDs takes an ATT&CK id away from entries that share it: it tells none of them.
func (c *Catalogue) sharedIDs() {
	count := map[ID]int{}
	for _, r := range c.Records {
		for _, id := range r.IDs {
			count[id]++
		}
	}
	for i := range c.Records {
		r := &c.Records[i]
		r.IDs = slices.DeleteFunc(r.IDs, func(id ID) bool { return id.System == "attack" && count[id] > 1 })
	}
}
