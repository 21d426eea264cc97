package export

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
)

// stixType returns the type of object that an entity becomes.
func stixType(e *casebook.Entity) string {
	switch e.Kind {
	case content.Actor:
		return "intrusion-set"
	case content.Operation:
		if e.Class == "counter" {
			return "course-of-action"
		}
		return "campaign"
	case content.Malware:
		switch e.Class {
		case "botnet":
			return "infrastructure"
		case "tool":
			return "tool"
		}
		return "malware"
	case content.Place:
		return "location"
	case content.Vulnerability:
		return "vulnerability"
	}
	return "identity"
}

// malwareTypes are the words of STIX for the classes of malware.
var malwareTypes = map[string]string{
	"backdoor": "backdoor", "worm": "worm", "trojan": "trojan", "web-shell": "webshell", "ransomware": "ransomware", "stealer": "spyware",
}

// entity adds an entity and returns its node.
func (w *stixWriter) entity(e *casebook.Entity) *stixNode {
	if n := w.entities[e]; n != nil {
		return n
	}
	at := w.age(e)
	n := w.node(stixType(e), "entity/"+e.ID, w.made.object("entity/"+e.ID, e, at))
	w.entities[e] = n
	if w.stands(n) {
		return n
	}
	o := w.object(n, at)
	w.say(o, stixText{"name", named(e.Name, e.ID), &o.Name}, stixText{"description", e.Summary, &o.Description})
	switch o.Type {
	case "malware":
		family := true
		o.IsFamily, o.MalwareTypes = &family, some1(malwareTypes[e.Class])
	case "infrastructure":
		o.InfrastructureTypes = []string{"botnet"}
	case "tool":
		o.ToolTypes = []string{"unknown"}
	case "identity":
		o.IdentityClass = "organization"
		if e.Kind == content.Person {
			o.IdentityClass = "individual"
			o.Roles = some1(best(e.Title))
		}
	case "location":
		w.place(o, e)
	}
	if slices.Contains([]string{"intrusion-set", "campaign", "infrastructure", "malware", "tool"}, o.Type) {
		o.Aliases = aliases(e)
	}
	x := w.record(o, e)
	w.extend(o, &x)
	w.identifiers(o, e)
	w.add(o)
	return n
}

// age is that of an entity.
func (w *stixWriter) age(e *casebook.Entity) age { return w.made.ageOf(e, w.archive) }

// some1 is a list of a value, none where it is empty.
func some1(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

// best is a text in English, or in Japanese where there is no other.
func best(t i18n.Text) string {
	s, _ := plain(t).Best(i18n.EN)
	return s
}

// aliases are the other names of the very same thing. Names that mean more, less or something else stand in the extension.
func aliases(e *casebook.Entity) []string {
	var out []string
	for _, a := range e.Aliases {
		name := oneLine(a.Name)
		if a.Scope == "same" && name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// record returns what STIX has no property for, and sets the times that it does have one for.
func (w *stixWriter) record(o *stixObject, e *casebook.Entity) stixExtension {
	x := stixExtension{Record: e.ID, Kind: string(e.Kind), Class: e.Class, Path: e.Path}
	for _, a := range e.Aliases {
		x.Names = append(x.Names, stixName{printable(a.Name), w.who(a.By), a.Scope, a.Source})
	}
	if e.Operation != nil {
		x.Act = e.Operation.Type
		x.Dates = appendDate(x.Dates, "period", e.Operation.Period, nil)
		x.Dates = appendDate(x.Dates, "announced", e.Operation.Announced, nil)
		for _, l := range e.Operation.Legal {
			x.Legal = append(x.Legal, stixLegal{plain(l.Instrument), w.who(l.Court), printable(l.Number), l.Date.String(), l.Source})
		}
		if o.Type == "campaign" {
			o.FirstSeen, o.LastSeen = ends(e.Operation.Period)
		}
	}
	for _, c := range e.Claims {
		x.Dates = appendDate(x.Dates, c.Property, c.Date, c)
		sure := !c.Alleged && len(c.Disputes) == 0 && c.Property == "first-seen" && o.FirstSeen == ""
		if sure && (o.Type == "intrusion-set" || o.Type == "malware" || o.Type == "infrastructure") {
			o.FirstSeen, _ = ends(c.Date)
		}
	}
	return x
}

// appendDate adds a date, as precisely as it is known, with who gives it.
func appendDate(to []stixDate, property string, d edtf.Date, c *casebook.Claim) []stixDate {
	if d.IsZero() {
		return to
	}
	out := stixDate{Property: property, EDTF: d.String()}
	out.Earliest, out.Latest = bounds(d)
	if c != nil {
		out.Alleged, out.AsOf = c.Alleged, c.AsOf.String()
		if c.Source != nil {
			out.Source = c.Source.ID
		}
	}
	return append(to, out)
}

// ends returns the first and the last day of a date as moments, each only where it is known to the day;
// which hour of it is not known, and the EDTF in the extension says so.
func ends(d edtf.Date) (first, last string) {
	from, to, ok := strings.Cut(d.String(), "/")
	if !ok {
		to = from
	}
	day := func(s string) string {
		if p, err := edtf.Parse(s); err != nil || !p.IsDay() {
			return ""
		}
		return s + "T00:00:00Z"
	}
	return day(from), day(to)
}

// who returns the name of the entity with an id, or the words of the editor.
func (w *stixWriter) who(idOrWords string) string {
	if e := w.book.Entity(idOrWords); e != nil {
		return best(named(e.Name, e.ID))
	}
	return printable(idOrWords)
}

// regions are the words of STIX for the regions of UN M49.
var regions = map[string]string{
	"015": "northern-africa", "011": "western-africa", "017": "middle-africa", "014": "eastern-africa", "018": "southern-africa",
	"021": "northern-america", "013": "central-america", "029": "caribbean", "005": "south-america", "143": "central-asia", "030": "eastern-asia",
	"035": "south-eastern-asia", "034": "southern-asia", "145": "western-asia", "151": "eastern-europe", "154": "northern-europe",
	"039": "southern-europe", "155": "western-europe", "053": "australia-new-zealand", "054": "melanesia", "057": "micronesia", "061": "polynesia",
}

// isCountry is a code of ISO 3166-1.
var isCountry = regexp.MustCompile(`^[A-Z]{2}$`).MatchString

// place says where a place is: STIX wants a country or a region.
func (w *stixWriter) place(o *stixObject, e *casebook.Entity) {
	switch e.Class {
	case "city":
		o.City = o.Name
	case "state":
		o.AdministrativeArea = o.Name
	}
	for up, n := e, 0; up != nil && n < 8; up, n = cmp.Or(up.Parent, up.Country), n+1 {
		if o.Country == "" && isCountry(up.Code) {
			o.Country = up.Code
		}
		if o.Region == "" {
			o.Region = regions[up.Region]
		}
	}
	if o.Country == "" && o.Region == "" {
		o.Region = e.ID // regions are an open list
	}
}

// systems are the names that other programs know the catalogues by.
var systems = map[string]string{"attack": "mitre-attack", "misp": "misp-galaxy", "malpedia": "malpedia", "cve": "cve"}

// identifiers adds the ids of other catalogues, the page, and the sources that say something of the entity.
func (w *stixWriter) identifiers(o *stixObject, e *casebook.Entity) {
	o.ExternalReferences = w.page(nil, e.Path)
	for _, id := range e.IDs {
		o.ExternalReferences = appendReference(o.ExternalReferences, stixReference{
			SourceName: cmp.Or(systems[id.System], id.System), ExternalID: oneLine(id.Value), URL: webAddress(id.URL),
		})
	}
	for _, r := range e.References {
		o.ExternalReferences = appendReference(o.ExternalReferences, stixReference{SourceName: host(r.URL), Description: oneLine(r.Title), URL: webAddress(r.URL)})
	}
	var sources []*casebook.Source
	for _, c := range e.Claims {
		sources = append(sources, c.Source)
	}
	for _, a := range e.Aliases {
		sources = append(sources, w.book.Source(a.Source))
	}
	o.ExternalReferences = w.cite(o.ExternalReferences, sources...)
}

// page adds the page of the archive, where the site has an address.
func (w *stixWriter) page(to []stixReference, path string) []stixReference {
	if w.SiteURL == "" || path == "" {
		return to
	}
	return appendReference(to, stixReference{SourceName: "jikenbo", URL: webAddress(w.absolute("en/" + path))})
}

// cite adds sources, each once.
func (w *stixWriter) cite(to []stixReference, sources ...*casebook.Source) []stixReference {
	for _, s := range sources {
		if s == nil {
			continue
		}
		date := s.Published.String()
		if date != "" {
			date = " (" + date + ")"
		}
		to = appendReference(to, stixReference{
			SourceName: cmp.Or(w.who(s.Publisher), s.ID), Description: cmp.Or(oneLine(s.Title), s.ID) + date, URL: webAddress(s.URL),
		})
	}
	return to
}

// isCVE reports whether an id is one of CVE: such stand under that name alone, so the schemas of STIX demand.
var isCVE = regexp.MustCompile(`^CVE-[0-9]{4}-(0[0-9]{3}|[1-9][0-9]{3,})$`).MatchString

// appendReference adds a reference, once, if it says anything that STIX lets it say.
func appendReference(to []stixReference, r stixReference) []stixReference {
	r.SourceName = cmp.Or(oneLine(r.SourceName), "unnamed")
	switch {
	case r.SourceName == "cve" && !isCVE(r.ExternalID), r.SourceName == "capec":
		r.SourceName = "unnamed"
	case r.SourceName != "cve" && (isCVE(r.ExternalID) || strings.HasPrefix(r.ExternalID, "CAPEC-")):
		r.ExternalID = ""
	}
	if r.ExternalID == "" && r.URL == "" && r.Description == "" || slices.Contains(to, r) {
		return to
	}
	return append(to, r)
}

// host returns the name of the site of an address, which stands for who publishes it.
func host(address string) string {
	u, err := url.Parse(webAddress(address))
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// webAddress returns an address of the web as other programs accept it, "" for anything else.
func webAddress(s string) string {
	odd := func(r rune) bool { return r <= ' ' || r > unicode.MaxASCII || strings.ContainsRune("\"<>\\^`{|}", r) }
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	if s = u.String(); strings.ContainsFunc(s, odd) {
		return ""
	}
	return s
}
