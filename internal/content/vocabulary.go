package content

// A Property is what a claim can be about, with the kinds of value that it takes.
type Property struct {
	Name                       string
	Text, Entity, Date, Figure bool
}

// Properties lists the properties of claims, in the order in which a page shows them.
var Properties = [...]Property{
	{Name: "active", Date: true, Text: true},
	{Name: "first-seen", Date: true, Text: true},
	{Name: "founded", Date: true, Text: true},
	{Name: "sponsor", Entity: true, Text: true},
	{Name: "attribution", Entity: true, Text: true},
	{Name: "operator", Entity: true, Text: true},
	{Name: "developer", Entity: true, Text: true},
	{Name: "employer", Entity: true, Text: true},
	{Name: "member-of", Entity: true, Text: true},
	{Name: "overlaps", Entity: true, Text: true},
	{Name: "brand", Entity: true, Text: true},
	{Name: "located-in", Entity: true, Text: true},
	{Name: "target", Entity: true, Text: true},
	{Name: "victim", Entity: true, Text: true},
	{Name: "uses", Entity: true, Text: true},
	{Name: "exploits", Entity: true, Text: true},
	{Name: "discovered-by", Entity: true, Text: true},
	{Name: "named-by", Entity: true, Text: true},
	{Name: "related", Entity: true, Text: true},
	{Name: "role", Text: true},
	{Name: "status", Text: true},
	{Name: "motive", Text: true},
	{Name: "method", Text: true},
	{Name: "scope", Text: true},
	{Name: "effect", Text: true},
	{Name: "figure", Figure: true},
	{Name: "notified", Text: true},
	{Name: "statement", Text: true},
	{Name: "response", Text: true},
	{Name: "dispute", Text: true},
	{Name: "history", Text: true},
}

// property returns the property of a name.
func property(name string) (Property, bool) {
	for _, p := range Properties {
		if p.Name == name {
			return p, true
		}
	}
	return Property{}, false
}

func propertyNames() []string {
	names := make([]string, len(Properties))
	for i, p := range Properties {
		names[i] = p.Name
	}
	return names
}

// values names the keys that a claim of the property may have as its value.
func (p Property) values() []string {
	var keys []string
	for _, v := range []struct {
		key string
		ok  bool
	}{{"text", p.Text}, {"entity", p.Entity}, {"date", p.Date}, {"figure", p.Figure}} {
		if v.ok {
			keys = append(keys, v.key)
		}
	}
	return keys
}

// Classes returns the classes of a kind, none where the kind has no classes.
func Classes(k Kind) []string {
	switch k {
	case Actor:
		return []string{"state-linked", "criminal", "hacktivist"}
	case Organization:
		return []string{"ministry", "police", "intelligence", "military", "agency", "court", "prosecutor", "government",
			"company", "research", "media", "party", "alliance", "think-tank", "unit"}
	case Malware:
		return []string{"botnet", "backdoor", "worm", "trojan", "web-shell", "ransomware", "stealer", "tool"}
	case Place:
		return []string{"country", "region", "state", "city"}
	case Operation:
		return []string{"campaign", "counter"}
	}
	return nil
}

// The values of keys that have few. They are functions, so that nobody can change them.

func scopes() []string { return []string{"same", "overlaps", "part-of", "contested"} }

func qualifiers() []string {
	return []string{"about", "at-least", "more-than", "up-to", "less-than"}
}

func roles() []string {
	return []string{"agent", "target", "instrument", "partner", "victim", "place"}
}

// eventTypes are those of package event, which stands above this one.
func eventTypes() []string {
	return []string{"takedown", "indictment", "arrest", "sanction", "seizure", "advisory", "attribution", "intrusion",
		"data_breach", "theft", "ransomware", "ddos", "campaign", "disclosure", "vulnerability", "legal",
		"statement", "notification", "report", "other"}
}
