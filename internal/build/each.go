package build

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// each calls f on every item, several at a time, and returns the results in the
// order of the items, so that output never depends on scheduling. The first error stops it.
func each[T, R any](ctx context.Context, items []T, f func(T) (R, error)) ([]R, error) {
	out := make([]R, len(items))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, item := range items {
		g.Go(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			out[i], err = f(item)
			return err
		})
	}
	return out, g.Wait()
}

// many calls f for each number below n, several at a time, for stages that start nothing by themselves.
func many(n int, f func(i int)) {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		g.Go(func() error {
			f(i)
			return nil
		})
	}
	g.Wait()
}
