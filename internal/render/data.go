package render

import "jikenbo/internal/i18n"

// DataView is the page that leads to the data files.
type DataView struct {
	Frame
	Files []DataFile
	// Entities says that each entity has a file of its own.
	Entities bool
}

// DataFile is a file with what is in it.
type DataFile struct {
	Href, Name string
	What       string
}

func (s scope) dataPage() any {
	title := Words{Text: s.msg("nav.data")}
	v := DataView{
		Frame:    s.frame(pageHead{title: title.Text, description: s.msg("data.lead"), section: "data.html", crumbs: s.crumbs("", title)}),
		Entities: s.r.Extra.EntityData,
	}
	for _, f := range []struct {
		name string
		what i18n.Key
	}{
		{"archive.json", "data.archive"}, {"events.csv", "data.events"}, {"entities.csv", "data.entities"},
		{"figures.csv", "data.figures"}, {"sources.bib", "data.sources"},
	} {
		v.Files = append(v.Files, DataFile{s.root("data/" + f.name), f.name, s.msg(f.what)})
	}
	return v
}
