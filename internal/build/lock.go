package build

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// errLocked says that another program holds a lock.
var errLocked = errors.New("locked by another program")

// A lock belongs to the one program that may write a folder or file. The system gives it free when the program ends,
// however it ends; the file by which it is known is removed, or else lies there empty until the next build.
type lock struct {
	file *os.File
	held bool // nobody else can have it
}

// lockFile is the file by which the lock on a path is known.
func lockFile(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"-lock")
}

// acquire waits until no other build writes a path, and tells so, once, if it has to. Where the file system knows no locks,
// it returns one that keeps nobody out.
func acquire(ctx context.Context, path string, waiting func()) (*lock, error) {
	for first := true; ; first = false {
		l, err := tryAcquire(path)
		if !errors.Is(err, errLocked) {
			return l, err
		}
		if first && waiting != nil {
			waiting()
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// tryAcquire errors with errLocked where another build has the lock.
func tryAcquire(path string) (*lock, error) {
	name := lockFile(path)
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := lockOpen(f); errors.Is(err, errLocked) {
		return nil, errors.Join(err, f.Close())
	} else if err != nil {
		return &lock{file: f}, nil
	}
	// The build that had it may have removed the file after it was opened here: then it locks nobody out.
	mine, err1 := f.Stat()
	there, err2 := os.Stat(name)
	if err1 != nil || errors.Is(err2, fs.ErrNotExist) || err2 == nil && !os.SameFile(mine, there) {
		return nil, errors.Join(errLocked, f.Close())
	}
	return &lock{file: f, held: true}, err2
}

// release gives the lock free.
func (l *lock) release() error {
	if l == nil {
		return nil
	}
	removed := os.Remove(l.file.Name()) // while it is held: whoever has opened it sees that it is gone
	closed := l.file.Close()
	if removed != nil && !errors.Is(removed, fs.ErrNotExist) {
		removed = os.Remove(l.file.Name()) // Windows removes no open file
	}
	if errors.Is(removed, fs.ErrNotExist) {
		removed = nil
	}
	return errors.Join(removed, closed)
}
