package build

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
)

// TestDrafts holds that a draft, and a source that it alone names, leave no trace in any file of the site, that what is left to
// be done in their files stops no strict build, and that both are there when they are asked for.
func TestDrafts(t *testing.T) {
	archive := quay()
	write := func(name, text string) { archive[name] = &fstest.MapFile{Data: []byte(text)} }
	write("content/articles/secret/ja.md", "+++\ntitle = \"秘密の下書き\"\ndraft = true\nsources = [\"waiting\", \"translated\", \"shared\"]\nsummary = \"TODO\"\n+++\n\n秘密の本文。\n")
	write("content/articles/open/ja.md", "+++\ntitle = \"公開\"\npublished = \"2026-11-22\"\nsources = [\"shared\"]\n+++\n\n公開の本文。\n")
	write("content/articles/open/en.md", "+++\ntitle = \"Open\"\n+++\n\nOpen text.\n")
	record := "kind = \"news\"\npublisher = \"p\"\nlanguage = \"ja\"\n"
	write("seeds/waiting.toml", "# TODO something\ntitle = \"秘密の出典\"\n"+record)
	write("seeds/translated.toml", "title = \"訳された出典\"\n"+record)
	write("seeds/translation.toml", "title = \"訳\"\ntranslates = \"translated\"\n"+record)
	write("seeds/shared.toml", "title = \"共通の出典\"\n"+record)

	b := small(archive)
	b.Strict = true
	site, problems, err := b.Build(context.Background())
	if err != nil || len(site.Files) == 0 {
		t.Fatalf("no site: %v\n%s", err, problems)
	}
	for _, f := range site.Files {
		if strings.Contains(string(f.Data), "秘密") || strings.Contains(f.Path, "secret") || strings.Contains(f.Path, "waiting") {
			t.Errorf("%s tells of the draft or its source", f.Path)
		}
	}
	for _, id := range []string{"shared", "translated", "translation"} {
		if site.Casebook.Source(id) == nil {
			t.Errorf("the source %s is left out", id)
		}
	}

	b.Strict, b.Drafts = false, true
	site, problems, err = b.Build(context.Background())
	if err != nil || len(site.Files) == 0 {
		t.Fatalf("no site with drafts: %v\n%s", err, problems)
	}
	found := map[string]string{}
	for _, f := range site.Files {
		found[f.Path] = string(f.Data)
	}
	if !strings.Contains(found["ja/articles/secret.html"], "秘密の本文") || !strings.Contains(found["ja/sources/waiting.html"], "秘密の出典") {
		t.Error("the draft or its source is left out when it is asked for")
	}
}
