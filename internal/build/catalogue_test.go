package build

import (
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"jikenbo/internal/intake"
	"jikenbo/internal/source"
)

// TestArchiveWithCatalogues takes both catalogues into the archive, where they are at hand, and holds that the site
// still builds without an error, is whole, and keeps its data in order.
func TestArchiveWithCatalogues(t *testing.T) {
	const dir = root + "/../shared/data/"
	taken := fstest.MapFS{}
	archive := overlay{taken, os.DirFS(root)}
	for _, c := range []struct {
		file string
		read func(*source.File) (*intake.Catalogue, source.Problems)
	}{{"misp-threat-actor.json", intake.MISP}, {"attack-enterprise-subset.json", intake.STIX}} {
		data, err := os.ReadFile(dir + c.file)
		if err != nil {
			t.Skip("the catalogues are not at hand; imports are tested in internal/intake")
		}
		catalogue, ps := c.read(source.NewFile(c.file, string(data)))
		plan, more := catalogue.Plan(archive, fstest.MapFS{})
		if plan == nil {
			t.Fatalf("%s: %s%s", c.file, ps, more)
		}
		for _, f := range plan.Files {
			taken[f.Path] = &fstest.MapFile{Data: f.Data}
		}
	}
	if len(taken) < 1700 {
		t.Errorf("only %d files were written", len(taken))
	}
	// An article that names some of them, so that they have pages.
	names := "Gallmaker、Dragonfish、Aquatic Panda、TA505、Molerats、Machete、Windshift"
	taken["content/articles/catalogued/ja.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"架空の記事\"\npublished = \"2024-05-01\"\nsummary = \"要約。\"\n+++\n\n警察は2024年5月1日、" + names + "を調べた。\n")}
	taken["content/articles/catalogued/en.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Invented article\"\npublished = \"2024-05-01\"\nsummary = \"Summary.\"\n+++\n\nOn 1 May 2024 police looked into " + strings.ReplaceAll(names, "、", ", ") + ".\n")}
	site, problems, err := builder(archive).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) > 0 {
		t.Errorf("problems:\n%.2000s", problems)
	}
	checkTree(t, site.Files)
	imported := 0
	for _, f := range site.Files {
		if err := readable(f); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
	for _, e := range site.Casebook.Entities {
		if _, ok := taken["content/actors/"+e.ID+".toml"]; ok {
			imported++
		}
	}
	if imported < 30 {
		t.Errorf("only %d actors of the catalogues have pages", imported)
	}
}
