//go:build linux

package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// maxMemory is how much memory a build may take over one hostile file, in bytes.
const maxMemory = 512 << 20

// front is the front matter of an article.
const front = "+++\ntitle = \"題\"\npublished = \"2024-05-01\"\nsummary = \"要約。\"\nsources = [\"paper\"]\n+++\n\n"

// bird is the beginning of the file of an actor.
const bird = "name = { ja = \"鷺\", en = \"Heron\" }\nsummary = { ja = \"架空。\", en = \"Invented.\" }\n"

// large stands at the end of a text that is filled up with 100 MB; the test itself must stay small, since what it takes counts
// as memory of the programs that it starts.
const large = "large"

// fill writes a text to a file.
func (s *site) fill(name, text string) {
	s.Helper()
	s.write(name, text)
	if !strings.HasSuffix(text, large) {
		return
	}
	f, err := os.OpenFile(filepath.Join(s.dir, name), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		s.Fatal(err)
	}
	defer f.Close()
	for range 100 {
		if _, err := f.Write(bytes.Repeat([]byte("a"), 1<<20)); err != nil {
			s.Fatal(err)
		}
	}
}

func repeat(n int, s string) string { return strings.Repeat(s, n) }

// each writes a text for each number.
func each(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// hostileInput is what archives from elsewhere may hold: each file alone, laid over an archive that is in order, and what is said of it, ""
// where nothing is amiss.
var hostileInput = []struct {
	name, file string
	text       func() string
	want       string
}{
	{"Markdown nested 10,000 deep", "content/articles/quay/ja.md", func() string { return front + repeat(10_000, ">") + " 甲" }, "content/articles/quay/ja.md:8:1: this nests more than 100 deep"},
	{"lists nested 10,000 deep", "content/articles/quay/ja.md", func() string { return front + repeat(10_000, "- ") + "甲" }, "ja.md:8:1: this nests more than 100 deep"},
	{"lists nested by indentation", "content/articles/quay/ja.md", func() string {
		var b strings.Builder
		for i := range 1_000 {
			b.WriteString(repeat(i, "  ") + "- 甲\n")
		}
		return front + b.String()
	}, "this nests more than 100 deep"},
	{"brackets", "content/articles/quay/ja.md", func() string { return front + repeat(60_000, "[") }, ""},
	{"half links", "content/articles/quay/ja.md", func() string { return front + repeat(15_000, "[a](") }, ""},
	{"half emphasis", "content/articles/quay/ja.md", func() string { return front + repeat(20_000, "*a ") }, ""},
	{"half furigana", "content/articles/quay/ja.md", func() string { return front + repeat(15_000, "{甲") }, ""},
	{"code marks of all lengths", "content/articles/quay/ja.md", func() string {
		var b strings.Builder
		for i := range 350 {
			b.WriteString(repeat(i, "`") + " ")
		}
		return front + b.String()
	}, ""},
	{"a table with 15,000 columns", "content/articles/quay/ja.md", func() string { return front + "|" + repeat(15_000, "a|") + "\n|" + repeat(15_000, "-|") + "\n" }, ""},
	{"a sentence without an end", "content/articles/quay/ja.md", func() string { return front + repeat(21_000, "港") }, ""},
	{"nothing but ends of sentences", "content/articles/quay/ja.md", func() string { return front + repeat(21_000, "。") }, ""},
	{"nothing but dates", "content/articles/quay/ja.md", func() string { return front + repeat(2_500, "2024年5月1日") }, ""},
	{"5,000 paragraphs", "content/articles/quay/ja.md", func() string { return front + repeat(5_000, "警察は5月1日、灯台を調べた。\n\n") }, ""},
	{"a line of 100 MB", "content/articles/quay/ja.md", func() string { return front + large }, " bytes, and 2097152 is the limit; it is not read"},
	{"a line of 3 MB", "content/articles/quay/ja.md", func() string { return front + repeat(600<<10, "港") }, "ja.md:8:1: more than 65536 bytes stand here without an empty line"},
	{"a file of 100 MB", "content/actors/heron.toml", func() string { return bird + "# " + large }, "content/actors/heron.toml: the file has "},
	{"a style sheet of 100 MB", "static/large.css", func() string { return large }, ""},
	{"a source of 100 MB", "seeds/paper.txt", func() string { return large }, "seeds/paper.txt: the file has 104857605 bytes"},
	{"a source with a line of 20 MB", "seeds/paper.txt", func() string { return "a\n" + repeat(20<<20, "a") }, "seeds/paper.txt:2:1: the line has more than 65536 bytes"},
	{"not UTF-8", "content/articles/quay/ja.md", func() string { return front + "港\xff" }, "ja.md:8:2: not UTF-8: the byte 0xff"},
	{"UTF-16", "config.toml", func() string { return "\xff\xfet\x00i\x00" }, "config.toml:1:1: not UTF-8"},
	{"a zero byte", "content/articles/quay/ja.md", func() string { return front + "港\x00" }, "ja.md:8:2: control character U+0000"},
	{"a zero byte in a record", "seeds/paper.toml", func() string { return "title = \"a\x00b\"" }, "control character U+0000"},
	{"a byte order mark", "content/articles/quay/ja.md", func() string { return "\ufeff" + front + "港。" }, ""},
	{"a text that turns its direction", "content/articles/quay/ja.md", func() string { return front + "cod\u202etxt.exe" }, "ja.md:8:4: U+202E turns the direction"},
	{"lists in lists", "content/actors/heron.toml", func() string { return bird + "x = " + repeat(1<<20, "[") }, "heron.toml:3:37: this nests more than 32 deep"},
	{"tables in tables", "content/actors/heron.toml", func() string { return bird + "x = " + repeat(10_000, "{x=") + "1" + repeat(10_000, "}") }, "this nests more than 32 deep"},
	{"a key of 10,000 parts", "config.toml", func() string { return repeat(10_000, "a.") + "a = 1" }, "config.toml:1:1: this nests more than 32 deep"},
	{"a header of 10,000 parts", "seeds/paper.toml", func() string { return "[" + repeat(10_000, "a.") + "a]" }, "seeds/paper.toml:1:2: this nests more than 32 deep"},
	{"front matter of lists in lists", "content/articles/quay/ja.md", func() string { return "+++\ntitle = " + repeat(10_000, "[") + "\n+++\n港" }, "ja.md:2:41: this nests more than 32 deep"},
	{"100,000 unknown keys", "content/actors/heron.toml", func() string { return bird + each(100_000, "a%d = 1\n") }, "there are more than 1000 problems in this file"},
	{"30,000 aliases", "content/actors/heron.toml", func() string { return bird + each(30_000, "[[alias]]\nname = \"鷺%d号\"\nscope = \"same\"\n") }, ""},
	{"15,000 places", "content/places.toml", func() string {
		return each(15_000, "[[place]]\nid = \"p%[1]d\"\nname = { ja = \"港%[1]d番\", en = \"Port %[1]d\" }\nclass = \"city\"\n")
	}, ""},
	{"a template that never ends", "templates/missing.html", func() string { return `{{define "main"}}{{template "main" .}}{{end}}` }, "exceeded maximum template depth"},
	{"a template that is none", "templates/missing.html", func() string { return "{{" }, "missing.html:1: "},
	{"a device as the font", "config.toml", func() string { return "site_url = \"https://example.org/\"\npicture_font = \"/dev/zero\"" }, "warning: \"/dev/zero\" is not a font that can be read: /dev/zero is not a plain file"},
}

// TestHostileInput builds archives with a hostile file: the program ends by itself with 0 or 1, says what is wrong and where, and
// stays within its memory; nothing is written but the site.
func TestHostileInput(t *testing.T) {
	s := newSite(t)
	s.write("seeds/paper.toml", "kind = \"news\"\ntitle = \"紙\"\npublisher = \"社\"\nlanguage = \"ja\"\n")
	s.build("-q") // the dictionary is in the cache
	most, at := int64(0), ""
	for _, tt := range hostileInput {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(s.dir, tt.file)
			before, err := os.ReadFile(path)
			s.fill(tt.file, tt.text())
			cmd, said := s.command("build", "-q", "--output", "hostile")
			failed := cmd.Run()
			text := said.String()
			if code := exit(failed); code != exitDone && code != exitProblems || (code == exitDone) != (tt.want == "" || strings.HasPrefix(tt.want, "warning: ")) || strings.Contains(text, "goroutine ") {
				t.Errorf("exit %d: %.2000s", code, text)
			}
			if !strings.Contains(text, tt.want) {
				t.Errorf("want %q in %.2000s", tt.want, text)
			}
			t.Logf("%d MB", cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss>>10)
			if used := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10; used > most {
				most, at = used, tt.name
			}
			if err == nil {
				s.write(tt.file, string(before))
			} else if err := os.RemoveAll(filepath.Join(s.dir, strings.Split(tt.file, "/")[0], strings.Join(strings.Split(tt.file, "/")[1:], "/"))); err != nil {
				t.Fatal(err)
			}
			os.Remove(filepath.Join(s.dir, "content/articles/quay"))
		})
	}
	t.Logf("at most %d MB of memory, for %s", most>>20, at)
	if most > maxMemory {
		t.Errorf("%s took %d MB of memory, want at most %d", at, most>>20, maxMemory>>20)
	}
	if err := filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		if rel, _ := filepath.Rel(s.dir, path); strings.Count(rel, "/") == 0 && !strings.Contains(" . config.toml content seeds static templates public hostile .jikenbo-cache ", " "+rel+" ") {
			t.Errorf("%s was written", rel)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
