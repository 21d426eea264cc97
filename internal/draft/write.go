package draft

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// ErrExists says that a file that is to be new is there already.
var ErrExists = errors.New("is there already; nothing was written")

// Write puts files into an archive: all of them, or none where one fails. A new file replaces nothing. Nothing is
// written outside of the archive, wherever links in it lead.
//
// Everything is written beside its place first, new folders with all that is in them, and then put there in the order
// of files, each in one step. Where the program is killed between two steps, what is there is whole, and the rest has a
// name that nothing reads.
func Write(dir string, files []File) (err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	w := writing{root: root}
	defer func() {
		if err != nil {
			err = errors.Join(err, w.undo())
		}
		w.clean()
	}()
	for _, f := range files {
		if err := w.prepare(f); err != nil {
			return fmt.Errorf("%s: %w", f.Path, reason(err))
		}
	}
	for _, s := range w.steps {
		if err := w.place(s); err != nil {
			return fmt.Errorf("%s: %w", s.path, reason(err))
		}
	}
	return nil
}

// reason is an error of the file system without the path and the name of the call.
func reason(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.Is(err, fs.ErrExist):
		return ErrExists
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// writing is the state of one Write.
type writing struct {
	root  *os.Root
	steps []*step
}

// A step puts one thing in its place: a new file, a new folder, or a file to which something was added.
type step struct {
	path, beside string
	folder       bool
	data, old    []byte // of a file; old is nil where it is new
	mode         fs.FileMode
	placed       bool
}

// prepare writes a file beside its place: in a folder that is new too, beside the place of that.
func (w *writing) prepare(f File) error {
	if folder := w.missing(path.Dir(f.Path)); folder != "" {
		return w.inFolder(folder, f)
	}
	s := &step{path: f.Path, beside: beside(f.Path), data: f.Data, mode: 0o644}
	info, err := w.root.Lstat(f.Path)
	switch {
	case err == nil && !f.Adds:
		return ErrExists
	case err == nil && !info.Mode().IsRegular():
		return errors.New("is no file to which something can be added")
	case err == nil:
		if s.old, err = w.root.ReadFile(f.Path); err != nil {
			return err
		}
		s.data, s.mode = joined(s.old, f.Data), info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	w.steps = append(w.steps, s)
	return w.write(s.beside, s.data)
}

// beside is the place of something before it is put where it belongs. No stage reads a name like that.
func beside(p string) string { return path.Join(path.Dir(p), ".new-"+path.Base(p)+"~") }

// missing returns the outermost folder of a path that does not exist, "" where all do.
func (w *writing) missing(dir string) string {
	if dir == "." {
		return ""
	}
	if above := w.missing(path.Dir(dir)); above != "" {
		return above
	}
	if _, err := w.root.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return dir
	}
	return ""
}

// inFolder writes a file into a new folder, beside the place of the folder.
func (w *writing) inFolder(folder string, f File) error {
	i := slices.IndexFunc(w.steps, func(s *step) bool { return s.path == folder })
	if i < 0 {
		i = len(w.steps)
		w.steps = append(w.steps, &step{path: folder, beside: beside(folder), folder: true})
		if err := w.root.RemoveAll(w.steps[i].beside); err != nil { // of a program that was killed
			return err
		}
	}
	name := path.Join(w.steps[i].beside, strings.TrimPrefix(f.Path, folder))
	if err := w.root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	return w.write(name, f.Data)
}

// write writes a file that must not exist under its name.
func (w *writing) write(name string, data []byte) error {
	if err := w.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	out, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return errors.Join(err, out.Sync(), out.Close())
}

// joined adds text to a file, after an empty line and with the line ends that it has.
func joined(old, more []byte) []byte {
	end := []byte("\n")
	if bytes.Contains(old, []byte("\r\n")) {
		end = []byte("\r\n")
		more = bytes.ReplaceAll(more, []byte("\n"), end)
	}
	out := bytes.Clone(old)
	if len(out) > 0 && !bytes.HasSuffix(out, []byte("\n")) {
		out = append(out, end...)
	}
	if len(out) > 0 {
		out = append(out, end...)
	}
	return append(out, more...)
}

// place takes one step. A link replaces nothing, whoever writes there at the same moment; where the file system has no
// links, a file is made that must be new. A folder replaces no other that holds anything.
func (w *writing) place(s *step) (err error) {
	defer func() { s.placed = err == nil }()
	switch {
	case s.folder:
		return w.root.Rename(s.beside, s.path)
	case s.old != nil:
		now, err := w.root.ReadFile(s.path)
		if err == nil && !bytes.Equal(now, s.old) {
			err = errors.New("was changed in the meantime; nothing was written")
		}
		if err != nil {
			return err
		}
		return errors.Join(w.root.Chmod(s.beside, s.mode), w.root.Rename(s.beside, s.path))
	}
	err = w.root.Link(s.beside, s.path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	out, err := w.root.OpenFile(s.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, s.mode)
	if err != nil {
		return err
	}
	_, err = out.Write(s.data)
	if err = errors.Join(err, out.Close()); err != nil {
		err = errors.Join(err, w.root.Remove(s.path))
	}
	return err
}

// undo takes back the steps that were taken.
func (w *writing) undo() error {
	var errs []error
	for _, s := range slices.Backward(w.steps) {
		switch {
		case !s.placed:
		case s.folder:
			errs = append(errs, w.root.Rename(s.path, s.beside))
		case s.old != nil:
			errs = append(errs, w.root.WriteFile(s.path, s.old, s.mode))
		default:
			errs = append(errs, w.root.Remove(s.path))
		}
	}
	return errors.Join(errs...)
}

// clean removes what still stands beside its place.
func (w *writing) clean() {
	for _, s := range w.steps {
		_ = w.root.RemoveAll(s.beside) // of no harm where it stays
	}
}
