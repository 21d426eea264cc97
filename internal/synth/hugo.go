package synth

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

//go:embed all:hugo
var hugoFiles embed.FS

var (
	aboutLine     = regexp.MustCompile(`(?m)^about += (\[.*\])$`)
	publishedLine = regexp.MustCompile(`(?m)^published += (".*")$`)
	quotedID      = regexp.MustCompile(`"([^"]+)"`)
)

// Hugo returns a Hugo site in two languages with the Markdown of the articles of an archive: the same titles,
// summaries and bodies, and what an article is about as taxonomies of actors and operations.
func Hugo(archive []File) ([]File, error) {
	var files []File
	kind := map[string]string{} // of an id: actors, operations
	heads := map[string]string{}
	for _, f := range archive {
		dir := path.Dir(f.Path)
		switch dir {
		case "content/actors", "content/operations":
			kind[strings.TrimSuffix(path.Base(f.Path), ".toml")] = path.Base(dir)
		}
		if path.Base(f.Path) == "ja.md" {
			heads[dir] = string(f.Data)
		}
	}
	for _, f := range archive {
		dir := path.Dir(f.Path)
		if lang, ok := strings.CutSuffix(path.Base(f.Path), ".md"); ok && path.Dir(dir) == "content/articles" {
			files = append(files, File{"content/" + lang + "/articles/" + path.Base(dir) + ".md", hugoPage(string(f.Data), heads[dir], kind)})
		}
	}
	err := fs.WalkDir(hugoFiles, "hugo", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(hugoFiles, name)
		files = append(files, File{strings.TrimPrefix(name, "hugo/"), data})
		return err
	})
	return files, err
}

// hugoPage gives a version of an article the front matter that Hugo reads; head is the Japanese version.
func hugoPage(text, head string, kind map[string]string) []byte {
	var front strings.Builder
	if m := publishedLine.FindStringSubmatch(head); m != nil {
		fmt.Fprintf(&front, "date = %s\n", m[1])
	}
	terms := map[string][]string{}
	if m := aboutLine.FindStringSubmatch(head); m != nil {
		for _, id := range quotedID.FindAllStringSubmatch(m[1], -1) {
			terms[kind[id[1]]] = append(terms[kind[id[1]]], id[1])
		}
	}
	for _, taxonomy := range []string{"actors", "operations"} {
		fmt.Fprintf(&front, "%s = %s\n", taxonomy, quoted(terms[taxonomy]))
	}
	text = aboutLine.ReplaceAllString(publishedLine.ReplaceAllString(text, ""), "")
	return []byte(strings.Replace(text, "+++\n", "+++\n"+front.String(), 1))
}
