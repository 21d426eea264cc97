package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"jikenbo/internal/casebook"
)

// TestParts writes an archive in one file and in parts: the two say the same, and all of it keeps the schemas.
func TestParts(t *testing.T) {
	c := archive(t, "架空")
	x := exporter()
	var whole archiveJSON
	one := written(t, x, c)
	decode(t, one["data/archive.json"], &whole)
	for path := range one {
		if strings.HasPrefix(path, partFolder) {
			t.Errorf("%s is a part of a small archive", path)
		}
	}
	x.onePart = 1
	files := written(t, x, c)
	var got archiveJSON
	decode(t, files["data/archive.json"], &got)
	if got.Acts != nil || got.Articles != nil || len(got.Parts) < 2 {
		t.Fatalf("%d acts and %d articles are in archive.json, and %d parts", len(got.Acts), len(got.Articles), len(got.Parts))
	}
	keeps(t, files, "archive.schema.json", "data/archive.json")
	var years []string
	for _, p := range got.Parts {
		var part partOfJSON
		decode(t, files[p.Path], &part)
		sum := sha256.Sum256([]byte(files[p.Path]))
		if p.SHA256 != hex.EncodeToString(sum[:]) || p.Acts != len(part.Acts) || p.Articles != len(part.Articles) || p.Year != part.Year {
			t.Errorf("%+v is not what %s holds", p, p.Path)
		}
		keeps(t, files, "archive-part.schema.json", p.Path)
		for _, a := range part.Acts {
			if a.Earliest != "" && !strings.HasPrefix(a.Earliest, part.Year) {
				t.Errorf("%s of %s is in %s", a.ID, a.Earliest, p.Path)
			}
		}
		got.Acts, got.Articles, years = append(got.Acts, part.Acts...), append(got.Articles, part.Articles...), append(years, p.Year)
	}
	if !slices.IsSortedFunc(years, func(a, b string) int { return -strings.Compare(a, b) }) && !slices.Contains(years, "undated") {
		t.Errorf("the years are %q", years)
	}
	parts := got.Parts
	got.Parts = nil
	byID := func(a archiveJSON) string {
		slices.SortFunc(a.Acts, func(x, y *actJSON) int { return strings.Compare(x.ID, y.ID) })
		slices.SortFunc(a.Articles, func(x, y *articleJSON) int { return strings.Compare(x.ID, y.ID) })
		data, err := encode(a)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if a, b := byID(whole), byID(got); a != b {
		t.Errorf("whole: %s\nin parts: %s", a, b)
	}
	var about dataPackage
	if err := json.Unmarshal([]byte(files["data/datapackage.json"]), &about); err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if !slices.ContainsFunc(about.Resources, func(r dataResource) bool {
			return r.Name == "archive-"+p.Year && "data/"+r.Path == p.Path && r.Hash == "sha256:"+p.SHA256
		}) {
			t.Errorf("the description does not tell of %s", p.Path)
		}
	}
}

// keeps validates a file by an emitted schema.
func keeps(t *testing.T, files map[string]string, schema, path string) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(files[path]))
	if err != nil {
		t.Fatal(err)
	}
	if err := emitted(t, files["data/schemas/"+schema]).Validate(doc); err != nil {
		t.Errorf("%s: %v", path, err)
	}
}

// madeOfIDs says that an act or article is made of its id.
type madeOfIDs struct{}

func (madeOfIDs) Act(a *casebook.Act) [sha256.Size]byte { return sha256.Sum256([]byte("act " + a.ID)) }
func (madeOfIDs) Article(a *casebook.Article) [sha256.Size]byte {
	return sha256.Sum256([]byte("article " + a.ID))
}
func (madeOfIDs) Ground() [sha256.Size]byte { return sha256.Sum256([]byte("ground")) }

// TestPartsThatStand tells of parts that they stand already instead of having them written: all that is said of them is the same.
func TestPartsThatStand(t *testing.T) {
	c := archive(t, "架空")
	x := exporter()
	x.onePart = 1
	type file struct {
		of, sum [sha256.Size]byte
		data    []byte
	}
	run := func(old map[string]file) (map[string]file, []Download, int) {
		files, stood := map[string]file{}, 0
		told, err := x.Each(c, func(f File) error {
			if f.Of != [sha256.Size]byte{} && old[f.Path].of == f.Of {
				stood++
				files[f.Path] = old[f.Path]
				if f.Stands != nil {
					f.Stands(len(old[f.Path].data), old[f.Path].sum)
				}
				return nil
			}
			f, err := f.made()
			if err != nil {
				return err
			}
			data := f.Data
			if f.Write != nil {
				var b bytes.Buffer
				if err := f.Write(&b); err != nil {
					return err
				}
				data = b.Bytes()
				if f.Stands != nil {
					f.Stands(len(data), sha256.Sum256(data))
				}
			}
			files[f.Path] = file{f.Of, sha256.Sum256(data), data}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return files, told, stood
	}
	if _, _, stood := run(map[string]file{}); stood != 0 {
		t.Error("a part is told of where it is not known what it is made of")
	}
	x.Made = madeOfIDs{}
	made, told, _ := run(map[string]file{})
	again, toldAgain, stood := run(made)
	if stood < 2 || !slices.Equal(told, toldAgain) {
		t.Errorf("%d parts stand; downloads are %v and then %v", stood, told, toldAgain)
	}
	for path, f := range made {
		if !bytes.Equal(again[path].data, f.data) {
			t.Errorf("%s is\n%s\nwhere its parts stand, and was\n%s", path, again[path].data, f.data)
		}
	}
}
