package synth

import (
	"bytes"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jikenbo/internal/content"
	"jikenbo/internal/parallel"
	"jikenbo/internal/seeds"
)

func archive(t *testing.T, n int) []File {
	t.Helper()
	files, err := Archive(os.DirFS("../.."), os.DirFS("../.."), n)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestArchiveHasNoProblems(t *testing.T) {
	tree := fstest.MapFS{}
	for _, f := range archive(t, 60) {
		tree[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	c, problems := content.Load(os.DirFS("../.."), tree)
	if len(problems) > 0 {
		t.Errorf("the made archive has problems:\n%s", problems)
	}
	if len(c.Articles) != 60 {
		t.Errorf("it has %d articles, want 60", len(c.Articles))
	}
	for _, a := range c.Articles {
		if a.JA == nil || a.EN == nil || len(a.JA.Passages()) != len(a.EN.Passages()) {
			t.Errorf("%s: the versions do not stand opposite each other", a.ID)
		}
	}
}

// TestVersionsAgree holds that the two versions of a made paragraph say the same, by numbers and dates, and that no article, and no event of an
// operation, is older or younger than its source allows.
func TestVersionsAgree(t *testing.T) {
	tree := fstest.MapFS{}
	for _, f := range archive(t, 300) {
		tree[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	c, _ := content.Load(os.DirFS("../.."), tree)
	set, _ := seeds.Load(tree, nil)
	cited := 0
	for _, a := range c.Articles {
		if !strings.HasPrefix(a.ID, "made-") {
			continue
		}
		for i := range a.JA.Passages() {
			for _, d := range parallel.Compare(a.JA.Passages()[i].Text(), a.EN.Passages()[i].Text()) {
				t.Errorf("%s, paragraph %d: %q is in one version only", a.ID, i, d.Surface)
			}
		}
		for _, id := range a.Sources {
			cited++
			if s := set.Get(id); s.Published.String() > a.Published.String() {
				t.Errorf("%s came out before its source %s", a.ID, id)
			}
		}
	}
	if cited < 150 {
		t.Errorf("%d articles cite a source", cited)
	}
}

func TestArchiveIsTheSameEveryTime(t *testing.T) {
	first, second := archive(t, 30), archive(t, 30)
	if len(first) != len(second) {
		t.Fatalf("%d files, then %d", len(first), len(second))
	}
	for i := range first {
		if first[i].Path != second[i].Path || !bytes.Equal(first[i].Data, second[i].Data) {
			t.Errorf("%s differs", first[i].Path)
		}
	}
}

func TestArchiveWantsSentences(t *testing.T) {
	tree := fstest.MapFS{"config.toml": {}, "content/x": {}, "seeds/x.toml": {}}
	if _, err := Archive(tree, nil, 10); err == nil {
		t.Error("an archive was made of no sentences")
	}
}

func TestHugoHasTheSameBodies(t *testing.T) {
	made := archive(t, 20)
	site, err := Hugo(made)
	if err != nil {
		t.Fatal(err)
	}
	bodies := map[string]string{}
	for _, f := range site {
		bodies[f.Path] = string(f.Data)
	}
	if bodies["layouts/_default/single.html"] == "" || bodies["hugo.toml"] == "" {
		t.Error("the site lacks its templates or its settings")
	}
	pages := 0
	for _, f := range made {
		id, ok := strings.CutPrefix(f.Path, "content/articles/")
		if !ok || path.Ext(id) != ".md" {
			continue
		}
		id, lang, _ := strings.Cut(strings.TrimSuffix(id, ".md"), "/")
		page := bodies["content/"+lang+"/articles/"+id+".md"]
		_, want, _ := strings.Cut(strings.TrimPrefix(string(f.Data), "+++"), "\n+++\n")
		if _, got, _ := strings.Cut(strings.TrimPrefix(page, "+++"), "\n+++\n"); got != want {
			t.Errorf("%s: the body differs", f.Path)
		}
		if strings.HasPrefix(id, "made-") && (!strings.Contains(page, `actors = ["made-actor-`) || !strings.Contains(page, `operations = ["made-operation-`)) {
			t.Errorf("%s has no taxonomies:\n%.200s", f.Path, page)
		}
		pages++
	}
	if pages != 40 {
		t.Errorf("%d pages, want 40", pages)
	}
}

func TestRedate(t *testing.T) {
	written := time.Date(2016, 3, 10, 0, 0, 0, 0, time.UTC)
	ten := func() int { return 10 }
	for _, c := range []struct{ ja, en, wantJA, wantEN string }{
		{"2021年7月19日、起訴した。", "On 19 July 2021 it indicted him.", "2016年2月29日、起訴した。", "On 29 February 2016 it indicted him."},
		{"2021年から活動する。", "Active since 2021.", "2011年から活動する。", "Active since 2011."},
		{"2021年7月に公表した。", "It said so in July 2021.", "2011年7月に公表した。", "It said so in July 2011."},
		{"2021年から活動する。", "Active since 2020.", "2021年から活動する。", "Active since 2020."},
		{"CVE-2021-26855を悪用した。", "It used CVE-2021-26855.", "CVE-2021-26855を悪用した。", "It used CVE-2021-26855."},
		{"7月19日に公表した。", "It said so on 19 July.", "7月19日に公表した。", "It said so on 19 July."},
	} {
		if got := redate(pair{c.ja, c.en}, written, ten); got.ja != c.wantJA || got.en != c.wantEN {
			t.Errorf("redate(%q, %q) = %q, %q", c.ja, c.en, got.ja, got.en)
		}
	}
}
