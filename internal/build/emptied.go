package build

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// emptied reports an archive without any article whose site has articles: its folder was renamed or lost, rather than
// every article deleted.
func (b *Builder) emptied(l *linked, dir string) {
	if len(l.in.Content.Articles)+len(l.in.Content.Drafts) > 0 || !Made(dir) {
		return
	}
	pages := 0
	for _, lang := range i18n.Langs {
		entries, _ := os.ReadDir(filepath.Join(dir, string(lang), "articles"))
		pages = max(pages, len(entries)-1) // the list of them is always there
	}
	if pages <= 0 {
		return
	}
	var ps source.Problems
	ps.Add(source.Empty, source.Position{Path: "content/articles"}, "bring the folder back"+b.strayContent()+"; if all articles are to go, delete the folder of the site first",
		"there is no article, but the site that would be replaced has %d", pages)
	l.note(ps)
}

// strayContent names a folder of the archive that is content/ by another name, as the end of a hint.
func (b *Builder) strayContent() string {
	if _, err := fs.Stat(b.Archive, "content"); err == nil {
		return ""
	}
	entries, _ := fs.ReadDir(b.Archive, ".")
	var folders []string
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, e.Name())
		}
	}
	if near := source.Nearest("content", folders); near != "" {
		return fmt.Sprintf("; did you mean %s/ to be content/?", near)
	}
	return ""
}
