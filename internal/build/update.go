package build

import (
	"context"
	"errors"
	"path/filepath"

	"jikenbo/internal/i18n"
	"jikenbo/internal/render"
	"jikenbo/internal/source"
)

// A Report says what a build has made.
type Report struct {
	Title i18n.Text // of the site
	Pages []PageCount
	Finds []FindCount
	Acts  int // on the timeline
	Files int // in the tree; 0 where problems stopped the build, and the old tree stands
	// Unchanged says that the tree was what it had to be, and nothing was made.
	Unchanged bool `json:"-"`
	// Written are the files that the old tree did not hold already.
	Written int `json:"-"`
}

// Update builds the site into a folder, and does nothing where nothing has changed since it built it last:
// neither what it reads nor what it wrote. Problems and the error are those of [Builder.Build] and of [Write].
func (b *Builder) Update(ctx context.Context, dir string) (Report, source.Problems, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Report{}, nil, err
	}
	own := *b // the fonts that it reads are noted
	b = &own
	fonts := b.fonts()
	defer b.stage("")
	inputs := ""
	if b.Cache != "" {
		b.stage("compare")
		if inputs, err = b.inputs(ctx); errors.Is(err, context.Canceled) {
			return Report{}, nil, err
		}
		if s := b.readStamp(dir); err == nil && b.unchanged(ctx, s, inputs, dir) {
			s.Report.Unchanged = true
			return s.Report, s.Problems, nil
		}
		if err != nil { // a file that cannot be read is for the stages to report
			inputs = ""
		}
	}
	report, entries, problems, err := b.into(ctx, dir, fonts)
	if err != nil || report.Files == 0 || inputs == "" {
		return report, problems, err
	}
	s := stamp{Inputs: inputs, Outputs: outputs(entries), Fonts: fonts, Report: report, Problems: problems}
	if err := b.writeStamp(dir, s); err != nil {
		problems.Warn(source.Cache, source.Position{}, "", "nothing is kept for the next build: %v", err)
	}
	return report, problems, nil
}

// into runs all stages and puts the site into a folder.
func (b *Builder) into(ctx context.Context, dir string, fonts map[string]string) (Report, []entry, source.Problems, error) {
	l, err := b.link(ctx)
	if err != nil {
		return Report{}, nil, nil, err
	}
	if b.stops(l.problems) {
		return Report{}, nil, l.problems, nil
	}
	t, err := newOutput(dir)
	if err != nil {
		return Report{}, nil, l.problems, err
	}
	defer t.discard()
	cache := b.pages(ctx, dir, t, fonts)
	if err := b.render(ctx, l, t, cache); err != nil {
		return Report{}, nil, l.problems, err
	}
	entries, err := t.sorted()
	if err != nil {
		return Report{}, nil, l.problems, err
	}
	problems := append(l.problems, limits(entries)...)
	if b.Strict && len(problems) > 0 {
		return Report{}, nil, problems, nil
	}
	b.stage("swap")
	report := Report{
		Title: l.conf.Title, Pages: pageCounts(t.paths()), Finds: findCounts(l.book), Acts: len(l.book.Acts), Files: len(entries), Written: t.written,
	}
	if err := t.swapIn(); err != nil {
		return Report{}, nil, problems, err
	}
	cache.write()
	return report, entries, problems, nil
}

// ReadTree returns the files of a finished site.
func ReadTree(ctx context.Context, dir string) ([]render.File, error) {
	files, err := listTree(dir)
	if err != nil {
		return nil, err
	}
	return each(ctx, files, func(f input) (render.File, error) {
		data, err := f.read()
		return render.File{Path: f.path, Data: data}, err
	})
}
