package export

import "jikenbo/internal/i18n"

// stixExtension is what the archive records of an object and STIX has no property for.
type stixExtension struct {
	ExtensionType string            `json:"extension_type" doc:"always property-extension"`
	Record        string            `json:"record,omitempty" doc:"the id of the record in the archive"`
	Kind          string            `json:"kind,omitempty" doc:"the kind of record: a kind of entity, act or article"`
	Class         string            `json:"class,omitempty" doc:"the kind within the kind"`
	Path          string            `json:"path,omitempty" doc:"the page of the record below ja/ and en/"`
	Act           string            `json:"act,omitempty" doc:"the type of act" is:"type"`
	Found         bool              `json:"found,omitempty" doc:"found by machine, not written down by an editor"`
	Reviewed      bool              `json:"reviewed,omitempty" doc:"an editor has checked what the machine found, corrected it or added it"`
	Property      string            `json:"property,omitempty" doc:"what a claim is about, or the way in which a relation came about"`
	Role          string            `json:"role,omitempty" doc:"the role of a participant" is:"role"`
	Alleged       bool              `json:"alleged,omitempty" doc:"alleged, not proven"`
	By            string            `json:"said_by,omitempty" doc:"who says so"`
	AsOf          string            `json:"as_of,omitempty" doc:"as of when" is:"edtf"`
	Dates         []stixDate        `json:"dates,omitempty" doc:"dates as precisely as they are known"`
	Names         []stixName        `json:"names,omitempty" doc:"other names, with who uses them and for how much of the same thing"`
	Legal         []stixLegal       `json:"legal,omitempty" doc:"orders, warrants and complaints"`
	Participants  []stixParticipant `json:"participants,omitempty" doc:"who took part in an act"`
	Figure        *figureJSON       `json:"figure,omitempty" doc:"the number that is claimed"`
	Evidence      []evidenceJSON    `json:"evidence,omitempty" doc:"the sentences that are the evidence"`
	More          int               `json:"more_evidence,omitempty" doc:"how many further sentences archive.json lists as evidence"`
	Sources       []string          `json:"sources,omitempty" doc:"the ids of the sources"`
}

// stixDate is a date with its precision.
type stixDate struct {
	Property string `json:"property" doc:"what happened then"`
	EDTF     string `json:"edtf" doc:"the date" is:"edtf"`
	Earliest string `json:"earliest,omitempty" doc:"the first day that it can mean" is:"day"`
	Latest   string `json:"latest,omitempty" doc:"the last day that it can mean" is:"day"`
	Alleged  bool   `json:"alleged,omitempty" doc:"alleged, not proven"`
	AsOf     string `json:"as_of,omitempty" doc:"as of when" is:"edtf"`
	Source   string `json:"source,omitempty" doc:"the id of the source"`
}

// stixName is another name.
type stixName struct {
	Name   string `json:"name" doc:"the name"`
	By     string `json:"said_by,omitempty" doc:"who uses it"`
	Scope  string `json:"scope" doc:"for how much of the same thing it is used" is:"scope"`
	Source string `json:"source,omitempty" doc:"the id of the source"`
}

// stixLegal is a legal instrument.
type stixLegal struct {
	Instrument i18n.Text `json:"instrument" doc:"what it is"`
	Court      string    `json:"court,omitempty" doc:"the court"`
	Number     string    `json:"number,omitempty" doc:"the number of the case or order"`
	Date       string    `json:"date,omitempty" doc:"when it was issued" is:"edtf"`
	Source     string    `json:"source,omitempty" doc:"the id of the source"`
}

// stixParticipant is an object in its role.
type stixParticipant struct {
	Ref   string `json:"ref,omitempty" doc:"the id of the object"`
	Role  string `json:"role" doc:"its role in the act" is:"role"`
	Words string `json:"words,omitempty" doc:"where the registry has no such entity: the words of the text"`
}
