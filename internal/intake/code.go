package intake

import "jikenbo/internal/source"

// What is wrong with a catalogue, or does not fit the archive.
const (
	BadFile  source.Code = "catalogue.file"
	BadEntry source.Code = "catalogue.entry"
	Clash    source.Code = "catalogue.clash"
)
