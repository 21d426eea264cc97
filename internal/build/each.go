package build

import (
	"context"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// each calls f on every item, several at a time and the first ones first, and returns the results in the
// order of the items, so that output never depends on scheduling. The first error stops it.
func each[T, R any](ctx context.Context, items []T, f func(T) (R, error)) ([]R, error) {
	out := make([]R, len(items))
	g, ctx := errgroup.WithContext(ctx)
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(items)) {
		g.Go(func() (err error) {
			for i := next.Add(1) - 1; err == nil && i < int64(len(items)); i = next.Add(1) - 1 {
				if err = ctx.Err(); err == nil {
					out[i], err = f(items[i])
				}
			}
			return err
		})
	}
	return out, g.Wait()
}

// many calls f for each number below n, several at a time, for stages that start nothing by themselves.
func many(n int, f func(i int)) {
	var g errgroup.Group
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), n) {
		g.Go(func() error {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				f(int(i))
			}
			return nil
		})
	}
	g.Wait()
}

// all is each for work without a result.
func all[T any](ctx context.Context, items []T, f func(T) (struct{}, error)) error {
	_, err := each(ctx, items, f)
	return err
}

// sideBySide returns two jobs that hold much while they are at work: one job where there are two processors, of which the pages keep the
// other busy for longer than both take, but where most pages are spared.
func sideBySide(spared bool, a, b func() error) []func() error {
	if spared || runtime.GOMAXPROCS(0) > 2 {
		return []func() error{a, b}
	}
	return []func() error{func() error {
		if err := a(); err != nil {
			return err
		}
		return b()
	}}
}
