package build

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jikenbo"
	"jikenbo/internal/morph"
	"jikenbo/internal/synth"
)

// realArchive returns a copy of the archive of this repository that can be edited.
func realArchive(t *testing.T) fstest.MapFS {
	t.Helper()
	from, out := os.DirFS(root), fstest.MapFS{}
	for _, top := range []string{"config.toml", "content", "seeds"} {
		err := fs.WalkDir(from, top, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(from, name)
			out[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// sourced is an archive of texts of sources under all rights, with many articles for each source, and many texts for each act.
func sourced() fstest.MapFS {
	archive := quay()
	put := func(name, format string, args ...any) {
		archive[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, args...)}
	}
	for i, rights := range []string{"full", "quote", "none"} {
		put(fmt.Sprintf("seeds/s%d.toml", i), "title = \"発表%d\"\nkind = \"release\"\nlanguage = \"ja\"\npublisher = \"警察庁\"\nurl = \"https://example.org/%d\"\npublished = \"2024-04-0%d\"\nrights = %q\n", i, i, i+3, rights)
		put(fmt.Sprintf("seeds/s%d.txt", i), "警察庁は2024年4月%d日、LockBitのサーバーを停止させたと発表した。\n\nLockBitは2023年%d月%d日、名古屋港を攻撃した。\n\n捜査は続く。\n", i+3, i+6, i+1)
	}
	put("content/actors/lockbit.toml", "name = { ja = \"ロックビット\", en = \"LockBit\" }\nreading = \"ろっくびっと\"\nclass = \"criminal\"\nsummary = { ja = \"要約。\", en = \"Summary.\" }\n"+
		"[[claim]]\nproperty = \"first-seen\"\ndate = \"2023\"\nby = \"警察庁\"\nsource = \"s1\"\nquote = \"名古屋港を攻撃した\"\n")
	for i := range 75 {
		dir := fmt.Sprintf("content/articles/news-%02d", i)
		put(dir+"/ja.md", "+++\ntitle = \"続報%d\"\npublished = \"%d-%02d-%02d\"\nsummary = \"要約。\"\nsources = [\"s%d\"]\nabout = [\"lockbit\"]\n+++\n\n警察庁は2024年4月%d日、LockBitのサーバーを停止させたと発表した。\n\nLockBitは2023年%d月%d日、名古屋港を攻撃した。端末%d台が止まった。\n",
			i, 2024+i%2, 5+i%7, 1+i%28, i%3, 3+i%3, 6+i%3, 1+i%3, i)
		put(dir+"/en.md", "+++\ntitle = \"More news %d\"\nsummary = \"Summary.\"\n+++\n\nPolice took down servers of LockBit. They said so.\n\nLockBit had attacked the port of Nagoya. It stopped %d machines.\n", i, i)
	}
	return archive
}

// parted is sourced with a source of which there is just too much for one page, of five years.
func parted() fstest.MapFS {
	archive := sourced()
	for i := range 56 {
		text := fmt.Sprintf("+++\ntitle = \"その後%d\"\npublished = \"%d-06-%02d\"\nsummary = \"要約。\"\nsources = [\"s0\"]\n+++\n", i, 2021+i%5, 1+i%28)
		for j := range 3 {
			text += fmt.Sprintf("\n警察庁は%d年%d月%d日、LockBitのサーバーを停止させたと発表した。\n", 2017+i%5-j, 1+i/5, 2+i%26)
		}
		archive[fmt.Sprintf("content/articles/later-%02d/ja.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return archive
}

// few takes the operations and most articles out of an archive, so that all acts stand on one page.
func few(archive fstest.MapFS) fstest.MapFS {
	keep := ""
	for _, name := range slices.Sorted(maps.Keys(archive)) {
		if path.Base(name) == "ja.md" && strings.Contains(string(archive[name].Data), "PlugX") {
			keep = path.Dir(name)
		}
	}
	maps.DeleteFunc(archive, func(name string, _ *fstest.MapFile) bool {
		return strings.HasPrefix(name, "content/operations/") || strings.HasPrefix(name, "content/articles/") && path.Dir(name) != keep
	})
	return archive
}

// made is a made archive of n articles that can be edited.
func made(t *testing.T, n int) fstest.MapFS {
	t.Helper()
	files, err := synth.Archive(os.DirFS(root), jikenbo.Files, n)
	if err != nil {
		t.Fatal(err)
	}
	archive := fstest.MapFS{}
	for _, f := range files {
		archive[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	return archive
}

// cutless is builder without the dictionary, which takes most of the time of a build.
func cutless(archive fs.FS) *Builder {
	b := builder(archive)
	b.Tokenizer = func([]morph.Word) morph.Tokenizer { return spaces{} }
	return b
}
