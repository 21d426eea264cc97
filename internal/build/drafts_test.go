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

// TestProblemsOfWaitingSources holds that only what is left to be done in the record of a source that waits with its draft goes untold:
// errors in it are told, and what is wrong with the records that are published.
func TestProblemsOfWaitingSources(t *testing.T) {
	const record = "title = \"出典\"\nkind = \"news\"\npublisher = \"p\"\nlanguage = \"ja\"\n"
	tests := []struct {
		name, file, text string
		want             string
	}{
		{"left to be done in a record that waits", "seeds/waiting.toml", "# TODO ask\n" + record, ""},
		{"left to be done in one that is published", "seeds/shared.toml", "# TODO ask\n" + record, "seeds/shared.toml:1:3: warning: still to be done"},
		{"an error in a record that waits", "seeds/waiting.toml", record + "kinds = 1\n", "seeds/waiting.toml:5:1: unknown key"},
		{"a text that no record knows", "seeds/waiting-too.txt", "港の話。\n", "seeds/waiting-too.txt: no record belongs to this text"},
		{"a file that is no record, for one that waits", "seeds/waiting", "", "seeds/waiting: warning: neither a record nor a text"},
		{"a text without a sum of a record that waits", "seeds/waiting.txt", "港の話。\n", "seeds/waiting.txt: warning: the record \"waiting\" has no sha256"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			archive := quay()
			write := func(name, text string) { archive[name] = &fstest.MapFile{Data: []byte(text)} }
			write("content/articles/secret/ja.md", "+++\ntitle = \"下書き\"\ndraft = true\nsources = [\"waiting\", \"shared\"]\n+++\n")
			write("content/articles/open/ja.md", "+++\ntitle = \"公開\"\npublished = \"2026-11-22\"\nsources = [\"shared\"]\n+++\n\n公開の本文。\n")
			write("content/articles/open/en.md", "+++\ntitle = \"Open\"\n+++\n\nOpen text.\n")
			write("seeds/waiting.toml", record)
			write("seeds/shared.toml", record)
			write(tt.file, tt.text)
			_, problems, err := small(archive).Inspect(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			var told string
			for _, p := range problems {
				if strings.HasPrefix(p.Pos.Path, "seeds/") {
					told += p.String() + "\n"
				}
			}
			if tt.want == "" && told != "" || !strings.Contains(told, tt.want) {
				t.Errorf("got %q, want %q", told, tt.want)
			}
		})
	}
}
