package build

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/config"
	"jikenbo/internal/source"
)

// An Inspection is an archive as far as it is known before a page is rendered.
type Inspection struct {
	Config config.Config
	casebook.Input
	Book *casebook.Casebook
	// Waivers are what the editors have waived, wherever they wrote it.
	Waivers []source.Waiver
}

// Inspect loads, analyses and links, as [Builder.Build] does, and renders nothing. It returns all problems that this brings to
// light, those too that the editors have waived.
func (b *Builder) Inspect(ctx context.Context) (*Inspection, source.Problems, error) {
	defer b.stage("")
	l, err := b.link(ctx)
	if err != nil {
		return nil, nil, err
	}
	return &Inspection{Config: l.conf, Input: l.in, Book: l.book, Waivers: l.waivers()}, l.found, nil
}

func (l *linked) waivers() []source.Waiver {
	return slices.Concat(l.conf.Waivers, l.in.Content.Waivers, l.in.Sources.Waivers())
}

// note takes in what a stage has found.
func (l *linked) note(found source.Problems) {
	l.found = append(l.found, found...).Sorted()
	l.problems, _, _ = l.found.Waive(l.waivers())
}

// Made reports whether a folder is a tree that this program has written.
func Made(dir string) bool {
	list, err := os.ReadFile(filepath.Join(dir, marker))
	return err == nil && strings.HasPrefix(string(list), markerHead)
}
