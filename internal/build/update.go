package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"jikenbo/internal/i18n"
	"jikenbo/internal/render"
	"jikenbo/internal/source"
)

// A Report says what a build has made.
type Report struct {
	Title  i18n.Text // of the site
	Pages  []PageCount
	Finds  []FindCount
	Acts   int // on the timeline
	Drafts int // left out
	Files  int // in the tree; 0 where problems stopped the build, and the old tree stands
	// Unchanged says that the tree was what it had to be, and nothing was made.
	Unchanged bool `json:"-"`
	// Written are the files that the old tree did not hold already.
	Written int `json:"-"`
}

// attempts is how often a build is begun anew because the archive has changed under it.
const attempts = 3

// A changedError is a file that was changed while the site was built from it.
type changedError struct{ path string }

func (e changedError) Error() string {
	return e.path + " is being changed while the site is built from it; nothing was written, build again when it is at rest"
}

// Update builds the site into a folder, and does nothing where nothing has changed since it built it last:
// neither what it reads nor what it wrote. What it writes is made of the archive as it stood at one moment: where a file is
// changed meanwhile, it begins anew. Problems and the error are those of [Builder.Build] and of [Write]; it errors too if
// the archive does not come to rest.
func (b *Builder) Update(ctx context.Context, dir string) (Report, source.Problems, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Report{}, nil, err
	}
	defer b.stage("")
	for try := 1; ; try++ {
		report, problems, err := b.update(ctx, dir, try == 1)
		var changed changedError
		var spare spareError
		if try == attempts || !errors.As(err, &changed) && !errors.As(err, &spare) {
			return report, problems, err
		}
	}
}

// update is one attempt. Only the first one counts on what is known of articles.
func (b *Builder) update(ctx context.Context, dir string, first bool) (Report, source.Problems, error) {
	own := *b // the fonts that it reads are noted
	b = &own
	fonts := b.fonts()
	b.stage("compare")
	known := b.ledger(dir, inputsEnd)
	in, err := b.inputs(ctx, known)
	if err != nil {
		return Report{}, nil, err
	}
	known.write(pathsIn(in.files))
	tree := b.ledger(dir, filesEnd)
	last := b.readStamp(dir)
	if b.Cache != "" && !in.broken && b.unchanged(ctx, last, in.digest(), dir, tree) {
		last.Report.Unchanged = true
		return last.Report, last.Problems, b.asItIs(ctx, dir, last.Report)
	}
	if last != nil && last.Edition == b.Edition {
		b.known() // most likely
	}
	origin := in.origin()
	if b.Cache != "" && !in.broken {
		if b.articles = b.newArticles(dir, in, origin); !first {
			b.articles.open = func() {}
		}
		go b.articles.open() // beside what else is to be read
		defer b.articles.discard()
	}
	report, entries, problems, err := b.into(ctx, dir, fonts, in, origin, ledgers{known, tree})
	if err != nil || report.Files == 0 || in.broken || b.Cache == "" {
		return report, problems, err
	}
	s := stamp{Edition: b.Edition, Inputs: in.digest(), Outputs: outputs(entries), Fonts: fonts, Report: report, Problems: problems, Tree: dir}
	if err := b.writeStamp(dir, s); err != nil {
		problems.Warn(source.Cache, source.Position{}, "", "nothing is kept for the next build: %v", err)
	}
	return report, problems, nil
}

// ledgers tell what is known of the files that a build reads, and of those of the tree.
type ledgers struct{ inputs, tree *ledger }

// asItIs does what is left to do where the tree stays: clear up after a build that was killed, and write the zip.
func (b *Builder) asItIs(ctx context.Context, dir string, r Report) error {
	dir, err := outputDir(dir)
	if err != nil {
		return err
	}
	if b.Zip == "" {
		clearUp(dir)
		return nil
	}
	l, err := acquire(ctx, dir, b.waiting)
	if err != nil {
		return err
	}
	t := output{dir: dir, lock: l}
	defer t.discard()
	t.recover()
	return b.zip(ctx, dir, r)
}

// into runs all stages and puts the site into a folder, if the archive is still what it was.
func (b *Builder) into(ctx context.Context, dir string, fonts map[string]string, in inputs, origin render.Origin, known ledgers) (Report, []entry, source.Problems, error) {
	began := known.tree.now()
	old := b.oldTree(dir, known.tree)
	defer old.close()
	b.beside = func() { old.look(ctx) }
	l, err := b.link(ctx)
	if err != nil {
		return Report{}, nil, nil, err
	}
	if b.articles.any() {
		defer func() { l.texts.close(false) }()
	}
	b.emptied(&l, dir)
	if b.stops(l.problems) {
		return Report{}, nil, l.problems, b.still(ctx, in, known.inputs)
	}
	p, t, cache, err := b.begin(ctx, l, dir, fonts, origin, old)
	if err != nil {
		return Report{}, nil, l.problems, err
	}
	defer t.discard()
	if err := b.render(ctx, l, p, t, cache); err != nil {
		if changed := b.still(ctx, in, known.inputs); changed != nil && ctx.Err() == nil {
			err = changed // that may be why
		}
		return Report{}, nil, l.problems, err
	}
	entries, err := b.finished(ctx, t, in, known.inputs)
	if err != nil {
		return Report{}, nil, l.problems, err
	}
	problems := append(l.problems, limits(entries)...)
	if b.Strict && len(problems) > 0 {
		return Report{}, nil, problems, nil
	}
	b.stage("swap")
	report := Report{
		Title: l.conf.Title, Pages: pageCounts(t.paths()), Finds: findCounts(l.book), Acts: len(l.book.Acts), Drafts: len(l.in.Content.Drafts),
		Files: len(entries), Written: t.written,
	}
	swapped := known.tree.now()
	if err := t.swapIn(); err != nil {
		return Report{}, nil, problems, err
	}
	b.articles.keep()
	many(2, func(i int) {
		if i == 0 {
			cache.write()
			return
		}
		known.tree.enter(ctx, t.dir, t.stayed(entries), began, swapped)
		known.tree.write(pathsOf(entries, func(e entry) string { return e.Path }))
	})
	return report, entries, problems, b.zip(ctx, t.dir, report)
}

// begin makes ready what the site is to be, where it is written, and what of the last one is known.
func (b *Builder) begin(ctx context.Context, l linked, dir string, fonts map[string]string, o render.Origin, old *oldTree) (p plan, t *output, cache *pageCache, err error) {
	many(2, func(i int) {
		if i == 0 {
			p = b.plan(l, &o)
			return
		}
		b.articles.write(l)
		if t, err = newOutput(ctx, dir, b.waiting); err == nil {
			cache = b.pages(ctx, old, t, fonts)
		}
	})
	return p, t, cache, err
}

// finished returns what stands in the new tree, if nothing is there twice and the archive is still what it was.
func (b *Builder) finished(ctx context.Context, t *output, in inputs, known *ledger) (entries []entry, err error) {
	var changed error
	many(2, func(i int) {
		if i == 0 {
			changed = b.still(ctx, in, known)
			return
		}
		if entries, err = t.sorted(); err == nil {
			err = t.prune(entries)
		}
	})
	return entries, errors.Join(changed, err)
}

// still reports, as an error, a file of the archive that is not what it was when the build began.
func (b *Builder) still(ctx context.Context, then inputs, known *ledger) error {
	b.stage("verify")
	now, err := b.inputs(ctx, known)
	if err != nil {
		return err
	}
	if path := cmp.Or(now.changed(then), b.articles.gone()); path != "" {
		return changedError{path}
	}
	return nil
}

// zip writes the tree as one file, where one is wanted. No other build replaces the tree meanwhile.
func (b *Builder) zip(ctx context.Context, dir string, r Report) error {
	if b.Zip == "" {
		return nil
	}
	b.stage("zip")
	files, err := ReadTree(ctx, dir)
	if err == nil {
		err = WriteZip(ctx, b.Zip, files, r.Title)
	}
	if err != nil {
		return fmt.Errorf("the site is written, the zip is not: %w", err)
	}
	return nil
}

// waiting tells that another build of the same tree is at work.
func (b *Builder) waiting() {
	b.stage("wait")
	if b.Progress != nil {
		b.Progress("wait for another build of this site", 0, 1)
	}
}

// ReadTree returns the files of a finished site.
func ReadTree(ctx context.Context, dir string) ([]render.File, error) {
	files, err := (*ledger)(nil).listTree(dir)
	if err != nil {
		return nil, err
	}
	return each(ctx, files, func(f input) (render.File, error) {
		data, err := f.read()
		return render.File{Path: f.path, Data: data}, err
	})
}
