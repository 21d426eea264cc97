package content

import (
	"io/fs"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
)

// harbour is an archive of two articles, a shipped entity and two of its own, one of which contests a name.
func harbour() (shipped, local fstest.MapFS) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	article := func(lang string) *fstest.MapFile {
		return file("+++\ntitle = \"" + lang + "\"\npublished = \"2024-05-01\"\nabout = [\"gull\"]\n+++\n\nText.\n")
	}
	entity := func(name string) *fstest.MapFile {
		return file("name = { ja = \"" + name + "\", en = \"" + name + "\" }\nsummary = { ja = \"s\", en = \"s\" }\n")
	}
	shipped = fstest.MapFS{"content/actors/tern.toml": entity("Tern")}
	local = fstest.MapFS{
		"content/actors/gull.toml":     entity("Gull"),
		"content/articles/a/ja.md":     article("ja"),
		"content/articles/a/en.md":     article("en"),
		"content/articles/b/ja.md":     article("ja"),
		"content/articles/b/en.md":     article("en"),
		"content/pages/about.ja.md":    file("+++\ntitle = \"x\"\n+++\n\nText.\n"),
		"content/pages/about.en.md":    file("+++\ntitle = \"x\"\n+++\n\nText.\n"),
		"content/articles/b/.ja.md.sw": file("x"),
	}
	return shipped, local
}

// TestMemory changes an archive step by step, and holds that what is loaded with a memory is always what Load gives, and that
// what has not changed is the same value.
func TestMemory(t *testing.T) {
	shipped, local := harbour()
	write := func(name, text string) { local[name] = &fstest.MapFile{Data: []byte(text)} }
	const ja = "content/articles/a/ja.md"
	good := string(local[ja].Data)
	var m Memory
	before, _ := Loading{Memory: &m}.Load(shipped, local)
	for _, step := range []struct {
		what           string
		do             func()
		drafts         bool
		keepA, keepB   bool
		keepRegistry   bool
		articles       int
		errors, drafty int
	}{
		{what: "nothing", do: func() {}, keepA: true, keepB: true, keepRegistry: true, articles: 2},
		{what: "a letter", do: func() { write(ja, good+"\nMore.\n") }, keepB: true, keepRegistry: true, articles: 2, errors: 1},
		{what: "front matter that is none", do: func() { write(ja, "+++\ntitle\n+++\n\nText.\n") }, keepB: true, keepRegistry: true, articles: 2, errors: 2},
		{what: "no UTF-8", do: func() { write(ja, "\xff") }, keepB: true, keepRegistry: true, articles: 2, errors: 1},
		{what: "mended", do: func() { write(ja, good) }, keepB: true, keepRegistry: true, articles: 2},
		{what: "a stray file", do: func() { write("content/articles/a/notes.txt", "") }, keepB: true, keepRegistry: true, articles: 2, errors: 1},
		{what: "a folder in the place of a file", do: func() {
			delete(local, "content/articles/a/notes.txt")
			local[ja] = &fstest.MapFile{Mode: fs.ModeDir}
		}, keepB: true, keepRegistry: true, articles: 2, errors: 1},
		{what: "a draft", do: func() { write(ja, "+++\ndraft = true\n"+good[4:]) }, keepB: true, keepRegistry: true, articles: 1, drafty: 1},
		{what: "with drafts", do: func() {}, drafts: true, articles: 2},
		{what: "without drafts", do: func() {}, articles: 1, drafty: 1},
		{what: "an article gone", do: func() {
			delete(local, ja)
			delete(local, "content/articles/a/en.md")
		}, keepB: true, keepRegistry: true, articles: 1},
		{what: "a new entity", do: func() { local["content/actors/tern2.toml"] = local["content/actors/gull.toml"] }, keepB: true, articles: 1, errors: 1},
		{what: "an entity gone", do: func() {
			delete(local, "content/actors/gull.toml")
		}, keepB: true, articles: 1, errors: 2},
	} {
		step.do()
		got, problems := Loading{Drafts: step.drafts, Memory: &m, Many: backwards}.Load(shipped, local)
		want, wantProblems := Load(shipped, local)
		if step.drafts {
			want, wantProblems = Loading{Drafts: true}.Load(shipped, local)
		}
		if !reflect.DeepEqual(got, want) || problems.String() != wantProblems.String() {
			t.Errorf("%s: with a memory:\n%+v\n%s\nwithout:\n%+v\n%s", step.what, got, problems, want, wantProblems)
		}
		if len(got.Articles) != step.articles || len(got.Drafts) != step.drafty || problems.Errors() != step.errors {
			t.Errorf("%s: %d articles, %d drafts, problems:\n%s", step.what, len(got.Articles), len(got.Drafts), problems)
		}
		for id, keep := range map[string]bool{"a": step.keepA, "b": step.keepB} {
			if (named(got, id) == named(before, id)) != keep && named(before, id) != nil && named(got, id) != nil {
				t.Errorf("%s: article %s is the same value: %v", step.what, id, !keep)
			}
		}
		if (got.Registry == before.Registry) != step.keepRegistry {
			t.Errorf("%s: the registry is the same value: %v", step.what, !step.keepRegistry)
		}
		before = got
	}
}

// backwards calls for the last number first.
func backwards(n int, f func(i int)) {
	for i := range n {
		f(n - 1 - i)
	}
}

func named(c *Content, id string) *Article {
	all := slices.Concat(c.Articles, c.Drafts)
	if i := slices.IndexFunc(all, func(a *Article) bool { return a.ID == id }); i >= 0 {
		return all[i]
	}
	return nil
}

// TestMemoryDoesNotWearOut loads often: what is put together from remembered parts must not change them.
func TestMemoryDoesNotWearOut(t *testing.T) {
	shipped, local := harbour()
	local["content/actors/tern.toml"] = &fstest.MapFile{Data: []byte("adds = true\nvariants = [\"Terns\"]\n[[alias]]\nname = \"Gull\"\nscope = \"contested\"\n")}
	local["content/articles/a/ja.md"].Data = append(local["content/articles/a/ja.md"].Data, "\nMore.\n"...)
	var m Memory
	want, wantProblems := Load(shipped, local)
	for range 5 {
		got, problems := Loading{Memory: &m}.Load(shipped, local)
		if !reflect.DeepEqual(got, want) || problems.String() != wantProblems.String() {
			t.Fatalf("%+v\n%s\nwant\n%+v\n%s", got, problems, want, wantProblems)
		}
	}
}
