package content

import (
	"crypto/sha256"
	"fmt"
	"os"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
)

// TestDecoded loads the registry of this repository, as an archive and as what is shipped, with what was kept of it: it is what is loaded without.
func TestDecoded(t *testing.T) {
	archive := os.DirFS("../..")
	kept := &shelf{kept: map[[sha256.Size]byte]string{}}
	want, wantProblems := Load(archive, archive)
	for _, known := range []bool{false, true} {
		kept.found, kept.missed = 0, 0
		got, problems := Loading{Decoded: kept}.Load(archive, archive)
		if !reflect.DeepEqual(bare(got), bare(want)) || len(got.Waivers) != len(want.Waivers) || problems.String() != wantProblems.String() {
			t.Errorf("known: %v; what is loaded differs\n%s\n%s", known, problems, wantProblems)
		}
		if known && (kept.found < len(want.Registry.All()) || kept.missed > kept.found/10) {
			t.Errorf("%d files were known, %d not", kept.found, kept.missed)
		}
	}
	for key, data := range kept.kept { // what is kept is sealed; yet no part of it is taken for the whole
		kept.kept[key] = data[:len(data)-1]
	}
	got, problems := Loading{Decoded: kept}.Load(archive, archive)
	if !reflect.DeepEqual(bare(got), bare(want)) || problems.String() != wantProblems.String() {
		t.Error("with cut data something else is loaded")
	}
}

// TestDecodedTellsFilesApart loads files of entities one after the other with what was kept of those before: of other kinds, with values that are written
// in several ways, and with something wrong, which is told each time.
func TestDecodedTellsFilesApart(t *testing.T) {
	const head = "summary = { ja = \"要約\", en = \"Summary\" }\nname = { ja = \"甲\", en = \"A\" }\n"
	files := []struct{ path, text string }{
		{"actors/a.toml", head},
		{"malware/a.toml", head},
		{"people/a.toml", head + "title = { ja = \"長官\", en = \"Director\" }\n"},
		{"actors/a.toml", head + "title = { ja = \"長官\", en = \"Director\" }\n"},
		{"actors/a.toml", head + "variants = []\n"},
		{"actors/a.toml", head + "variants = [\"甲組\"]\nambiguous = true\nids = { attack = \"G0001\" }\n"},
		{"actors/a.toml", head + "variants = [1]\n"},
		{"actors/a.toml", head + "variants = [\"TODO\"]\n"},
		{"actors/a.toml", head + "reading = \"\u200b\"\n"},
		{"actors/a.toml", head + "[[claim]]\nproperty = \"figure\"\nfigure = { value = -0.0, unit = { ja = \"件\", en = \"cases\" } }\nas_of = 2024-01-02\n"},
		{"actors/a.toml", head + "[[claim]]\nproperty = \"figure\"\nfigure = { value = nan, min = 1, max = inf }\nas_of = \"2024\"\n"},
		{"actors/a.toml", head + "[[alias]]\nname = \"乙\"\nscope = \"contested\"\n"},
		{"places.toml", "[[place]]\nid = \"a\"\nname = { ja = \"甲\", en = \"A\" }\ncode = \"XA\"\n"},
		{"actors/a.toml", "name = "},
		{"actors/a.toml", ""},
	}
	kept := &shelf{kept: map[[sha256.Size]byte]string{}}
	for range 2 {
		for _, f := range files {
			tree := fstest.MapFS{"content/" + f.path: {Data: []byte(f.text)}}
			want, wantProblems := Load(nil, tree)
			got, problems := Loading{Decoded: kept}.Load(nil, tree)
			if text := problems.String(); text != wantProblems.String() || said(got) != said(want) {
				t.Errorf("%s\n%s\nwith what is kept: %s\nwithout: %s\n%s\n%s", f.path, f.text, said(got), said(want), text, wantProblems)
			}
		}
	}
	if kept.found == 0 {
		t.Error("nothing of it was kept")
	}
}

// said tells all of a registry: also NaN, which does not equal itself, and -0, which equals 0.
func said(c *Content) string {
	var out string
	for _, e := range bare(c) {
		e.Claims = slices.Clone(e.Claims)
		for i := range e.Claims {
			if f := e.Claims[i].Figure; f != nil {
				out += fmt.Sprintf("%+v\n", *f)
			}
			e.Claims[i].Figure = nil
		}
		out += fmt.Sprintf("%+v\n", e)
	}
	return out
}

// bare returns the entities without their files, which hold what was asked of them.
func bare(c *Content) (out []Entity) {
	for _, e := range c.Registry.All() {
		own := *e
		own.File = nil
		out = append(out, own)
	}
	return out
}
