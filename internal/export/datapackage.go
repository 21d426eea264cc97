package export

import (
	"path"
	"slices"
	"strings"
)

// dataPackage describes the files of data/ as the Data Package standard has it (Frictionless Data):
// what each holds, how large it is and its SHA-256, and of each table the columns.
type dataPackage struct {
	Profile     string         `json:"profile"`
	Name        string         `json:"name"`
	Title       string         `json:"title,omitempty"`
	Description string         `json:"description,omitempty"`
	Homepage    string         `json:"homepage,omitempty"`
	Licences    []dataLicence  `json:"licenses,omitempty"` // of the archive's own texts
	Version     string         `json:"version"`            // the day on which the newest article came out
	Resources   []dataResource `json:"resources"`
}

// dataLicence is a licence. The standard wants its address.
type dataLicence struct {
	Path  string `json:"path"`
	Title string `json:"title,omitempty"`
}

// dataResource is a file.
type dataResource struct {
	Name      string       `json:"name"`
	Path      string       `json:"path"`
	Title     string       `json:"title,omitempty"`
	Profile   string       `json:"profile"`
	Format    string       `json:"format"`
	MediaType string       `json:"mediatype,omitempty"`
	Encoding  string       `json:"encoding"`
	Bytes     int          `json:"bytes"`
	Hash      string       `json:"hash"`
	Schema    *tableSchema `json:"schema,omitempty"`
}

// tableSchema describes the columns of a table.
type tableSchema struct {
	Fields        []tableField `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    string       `json:"primaryKey,omitempty"`
}

// tableField describes a column.
type tableField struct {
	Name        string           `json:"name"`
	Type        string           `json:"type"`
	Description string           `json:"description"`
	Constraints *tableConstraint `json:"constraints,omitempty"`
}

// tableConstraint holds the values that a cell may have; one may be empty besides.
type tableConstraint struct {
	Enum []string `json:"enum"`
}

// mediaTypes are those of the files of data/, by ending.
var mediaTypes = map[string]string{".json": "application/json", ".csv": "text/csv", ".bib": "application/x-bibtex"}

// datapackage returns data/datapackage.json for the files of data/, leaving out those of single entities.
func (x *Exporter) datapackage(files []Download, tables []table, day age) (File, error) {
	title, _ := x.Title.Best("en")
	description, _ := x.Description.Best("en")
	p := dataPackage{
		Profile: "data-package", Name: "jikenbo", Title: printable(title), Description: printable(description), Homepage: webAddress(x.SiteURL),
		Version: day.last.String(),
	}
	if address := webAddress(x.LicenceURL); address != "" {
		p.Licences = []dataLicence{{address, best(x.Licence)}}
	}
	for _, f := range files {
		ext := path.Ext(f.Path)
		r := dataResource{
			Name: strings.ReplaceAll(strings.TrimSuffix(path.Base(f.Path), ext), ".", "-"), Path: strings.TrimPrefix(f.Path, "data/"), Profile: "data-resource",
			Format: strings.TrimPrefix(ext, "."), MediaType: mediaTypes[ext], Encoding: "utf-8", Bytes: f.Bytes, Hash: "sha256:" + f.SHA256,
		}
		if i := slices.IndexFunc(tables, func(t table) bool { return f.Path == "data/"+t.name+".csv" }); i >= 0 {
			r.Profile, r.Title, r.Schema = "tabular-data-resource", tables[i].title, tables[i].schema()
		}
		switch dir, _ := path.Split(f.Path); {
		case r.Name == "sources" && ext == ".bib":
			r.Name = "sources-bib"
		case dir == partFolder:
			r.Name = "archive-" + r.Name
		}
		p.Resources = append(p.Resources, r)
	}
	data, err := encode(p)
	return File{Path: "data/datapackage.json", Data: data}, err
}

// schema describes the columns.
func (t table) schema() *tableSchema {
	s := &tableSchema{MissingValues: []string{""}}
	for _, c := range t.columns {
		f := tableField{Name: c.name, Type: c.typ, Description: c.what}
		switch c.typ {
		case "string", "number", "integer", "boolean", "date":
		case "edtf":
			f.Type, f.Description = "string", c.what+" (EDTF, ISO 8601-2)"
		default:
			f.Type, f.Constraints = "string", &tableConstraint{closedList(c.typ)}
		}
		s.Fields = append(s.Fields, f)
	}
	if t.columns[0].name == "id" {
		s.PrimaryKey = "id"
	}
	return s
}

// A Download is a file of data/ that holds the archive or a part of it, other than one entity.
type Download struct {
	Path   string // from the root of the site
	Bytes  int
	SHA256 string // in hex
}

// isDownload reports whether a reader may want a file of data/: those at its top, which are of no single entity, the parts of a large
// archive, and the schemas.
func isDownload(file string) bool {
	dir, _ := path.Split(file)
	return dir == "data/schemas/" || dir == "data/" || dir == partFolder
}

func sortedDownloads(files []Download) []Download {
	slices.SortFunc(files, func(a, b Download) int { return strings.Compare(a.Path, b.Path) })
	return files
}
