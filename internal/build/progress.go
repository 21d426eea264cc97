package build

import "sync"

// counted wraps the work of a stage so that progress hears of every finished item, one call at a time.
func counted[T, R any](progress func(stage string, done, total int), stage string, total int, f func(T) (R, error)) func(T) (R, error) {
	if progress == nil {
		return f
	}
	var mu sync.Mutex
	done := 0
	return func(item T) (R, error) {
		out, err := f(item)
		mu.Lock()
		defer mu.Unlock()
		done++
		progress(stage, done, total)
		return out, err
	}
}
