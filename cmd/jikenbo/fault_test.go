//go:build unix

package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A site is a folder with an archive, built by the program as people run it.
type site struct {
	testing.TB
	dir, bin string
}

// newSite builds the program and writes an archive.
func newSite(t testing.TB) *site {
	t.Helper()
	s := &site{TB: t, dir: t.TempDir(), bin: filepath.Join(t.TempDir(), "jikenbo")}
	if out, err := exec.Command("go", "build", "-o", s.bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, id := range []string{"crane", "lighthouse", "pier"} {
		s.write("content/articles/"+id+"/ja.md", "+++\ntitle = \"港の"+id+"\"\npublished = \"2024-05-01\"\nsummary = \"要約。\"\n+++\n\n警察庁は2024年4月3日、ランサムウェア集団LockBitのサーバーを停止させたと発表した。\n")
		s.write("content/articles/"+id+"/en.md", "+++\ntitle = \"Harbour "+id+"\"\nsummary = \"Summary.\"\n+++\n\nPolice said on 3 April 2024 that they had taken down servers of LockBit.\n")
	}
	s.title("A")
	return s
}

// title gives the site another title: then no page is what it was.
func (s *site) title(title string) {
	s.write("config.toml", "title = { ja = \"港の記録"+title+"\", en = \"Harbour records "+title+"\" }\n")
}

// article gives one article another title.
func (s *site) article(title string) {
	s.write("content/articles/pier/en.md", "+++\ntitle = \"Harbour pier "+title+"\"\nsummary = \"Summary.\"\n+++\n\nPolice said on 3 April 2024 that they had taken down servers of LockBit.\n")
}

func (s *site) write(name, text string) {
	s.Helper()
	path := filepath.Join(s.dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
		s.Fatal(err)
	}
}

// command is a call of the program that has not begun.
func (s *site) command(args ...string) (*exec.Cmd, *bytes.Buffer) {
	cmd := exec.Command(s.bin, args...)
	cmd.Dir = s.dir
	said := &bytes.Buffer{}
	cmd.Stdout, cmd.Stderr = said, said
	return cmd, said
}

// build builds, and wants to succeed.
func (s *site) build(args ...string) string {
	s.Helper()
	cmd, said := s.command(append([]string{"build"}, args...)...)
	if err := cmd.Run(); err != nil {
		s.Fatalf("%v\n%s", err, said)
	}
	return said.String()
}

// tree is the digest of each file of the site; it is nil where there is none.
func (s *site) tree(name string) map[string]string {
	s.Helper()
	out := map[string]string{}
	dir := os.DirFS(filepath.Join(s.dir, name))
	err := fs.WalkDir(dir, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dir, path)
		out[path] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		s.Fatal(err)
	}
	return out
}

// wantTree wants the site to be one of some trees, byte by byte, and returns which.
func (s *site) wantTree(what string, wants ...map[string]string) int {
	s.Helper()
	got := s.tree("public")
	for i, want := range wants {
		if maps.Equal(got, want) {
			return i
		}
	}
	var differ []string
	for path, sum := range got {
		if wants[0][path] != sum {
			differ = append(differ, path)
		}
	}
	s.Fatalf("%s: the site with %d files is neither the old nor the new one; it differs from the first in %.300q", what, len(got), differ)
	return -1
}

// wantClean wants nothing beside the archive but the site and the cache.
func (s *site) wantClean(what string) {
	s.Helper()
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		s.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, ".") && name != cacheFolder {
			s.Errorf("%s: %s is left behind", what, name)
		}
	}
}

// exit is the exit code of a command that has ended, -1 where a signal ended it.
func exit(err error) int {
	var e *exec.ExitError
	if errors.As(err, &e) {
		return e.ExitCode()
	}
	return 0
}
