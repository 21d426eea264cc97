package content

import (
	"sync"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A Version is an article in one language.
// The n-th passage of one version says what the n-th passage of the other says, and is of the same kind.
type Version struct {
	Lang    i18n.Lang
	Path    string // of its file
	Title   string
	Summary string
	// Links are where its text leads, in the order of the text.
	Links []Link
	// Behind is what has happened to the Japanese text since this translation was made from it,
	// as far as the editor records what it was made from.
	Behind []Drift

	draft    bool     // it is not to be published yet
	original []string // a print of each passage of that text
	sum      source.Digest
	prose    prose
}

// A Link is what an editor made a link of.
type Link struct {
	Href string
	Pos  source.Position
}

// A prose is what a version says. It is read when it is first asked for, where it is known without that.
type prose struct {
	once     sync.Once
	read     func() (*source.File, []source.Passage) // nil where it was read
	file     *source.File
	passages []source.Passage
}

func (t *prose) get() *prose {
	t.once.Do(func() {
		if t.read != nil {
			t.file, t.passages = t.read()
		}
	})
	return t
}

// NewVersion returns what is written in a file, without a title.
func NewVersion(l i18n.Lang, f *source.File, passages []source.Passage) *Version {
	v := &Version{Lang: l, Path: f.Path, Links: linksIn(f, passages), sum: f.Sum()}
	v.prose.file, v.prose.passages = f, passages
	return v
}

// File returns the file of the version.
func (v *Version) File() *source.File { return v.prose.get().file }

// Passages returns its text.
func (v *Version) Passages() []source.Passage { return v.prose.get().passages }

// Sum is the digest of the file.
func (v *Version) Sum() source.Digest { return v.sum }

// linksIn lists the links of a text, one for runs beside each other that lead to the same.
func linksIn(f *source.File, passages []source.Passage) []Link {
	var out []Link
	last := ""
	for i := range passages {
		runs := passages[i].Runs
		for j := range runs {
			run := &runs[j]
			if run.Href != "" && run.Href != last {
				out = append(out, Link{run.Href, f.Position(run.File.Start)})
			}
			last = run.Href
		}
	}
	return out
}
