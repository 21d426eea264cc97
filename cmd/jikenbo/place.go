package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"jikenbo/internal/config"
	"jikenbo/internal/content"
	"jikenbo/internal/draft"
)

// placed reports, as an error, that this folder is no place for an archive, for it stands in another one: what is new would
// be written where no build looks.
func (p program) placed() error {
	here, err := filepath.Abs(p.Dir)
	if err != nil {
		return err
	}
	for dir := filepath.Dir(here); ; dir = filepath.Dir(dir) {
		rel, _ := filepath.Rel(dir, here)
		part, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
		if isArchive(dir) && (part == "content" || part == "seeds" || !isArchive(here)) {
			return absentError{fmt.Errorf("this folder is %s of the archive in %s, and no archive; run jikenbo there: cd %s", filepath.ToSlash(rel), dir, dir)}
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
	}
}

// isArchive reports whether a folder holds an archive: content with folders that content has, or settings that are ours.
func isArchive(dir string) bool {
	archive := os.DirFS(dir)
	folders := []string{"articles", "pages"}
	for _, k := range content.Kinds {
		folders = append(folders, k.Folder())
	}
	entries, _ := fs.ReadDir(archive, "content")
	if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return slices.Contains(folders, e.Name()) }) {
		return true
	}
	_, err := fs.Stat(archive, config.Path)
	_, problems := config.Load(archive)
	return err == nil && problems.Errors() == 0
}

// begun reports whether something of an archive is in this folder.
func (p program) begun() bool {
	for _, name := range []string{config.Path, "content", "seeds"} {
		if _, err := os.Lstat(p.path(name)); err == nil {
			return true
		}
	}
	return false
}

// write writes the files of something new: before them, where it is a source, what keeps its text out of git.
func (p program) write(files []draft.File) error {
	begun := p.begun()
	if slices.ContainsFunc(files, func(f draft.File) bool { return path.Dir(f.Path) == seedsFolder }) {
		if err := p.ignoreTexts(); err != nil {
			return err
		}
	}
	if err := draft.Write(p.Dir, files); err != nil {
		return err
	}
	if !begun {
		fmt.Fprintln(p.Stderr, "note: nothing of an archive was in this folder; one begins here")
	}
	return nil
}

const (
	seedsFolder  = "seeds"
	seedsIgnored = seedsFolder + "/.gitignore"
)

// textsIgnored is what git is to leave alone in the folder of sources.
const textsIgnored = `# The texts of others stay on this machine; what is committed is their records, ID.toml.
# A text that may be published whole (rights = "full") gets a line that lets it in: !ID.txt
*.txt
`

// ignoreTexts has git ignore the texts of sources, unless the archive has settled that in its own way.
func (p program) ignoreTexts() error {
	if _, err := os.Lstat(p.path(seedsIgnored)); err == nil || p.ignoresTexts() {
		return nil
	}
	err := draft.Write(p.Dir, []draft.File{{Path: seedsIgnored, Data: []byte(textsIgnored)}})
	switch {
	case errors.Is(err, draft.ErrExists): // another import was quicker
		return nil
	case err == nil:
		fmt.Fprintf(p.Stderr, "written %s: git leaves the texts of others alone\n", seedsIgnored)
	}
	return err
}

// ignoresTexts reports whether the .gitignore of the archive speaks of the texts of sources.
func (p program) ignoresTexts() bool {
	data, _ := os.ReadFile(p.path(".gitignore"))
	for line := range strings.Lines(string(data)) {
		switch strings.Trim(strings.TrimSpace(line), "/") {
		case seedsFolder, seedsFolder + "/*", seedsFolder + "/*.txt", seedsFolder + "/**", "*.txt", "**/*.txt":
			return true
		}
	}
	return false
}
