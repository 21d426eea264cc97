package source

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Read reads a text that editors wrote: UTF-8, with or without a byte order mark,
// with any line ends. The File is nil where a problem forbids reading on:
//
//   - the file is missing, a folder, or a symbolic link (they lead out of the archive)
//   - it is not UTF-8, or larger than MaxFile
//
// A control character, and one that nobody sees, is a problem too, but the file is read.
func Read(fsys fs.FS, path string) (*File, Problems) { return ReadKnown(fsys, path, new([]byte), nil) }

// ReadKnown is [Read] for a text that may be known, by its digest, to have no problem: then none is looked for. Known may be nil. It
// reads into a room, which can be used again.
func ReadKnown(fsys fs.FS, path string, room *[]byte, known func(Digest) bool) (*File, Problems) {
	data, ps := readBytes(fsys, path, MaxFile, room)
	if len(ps) > 0 {
		return nil, ps
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	sum := sha256.Sum256(data)
	if known != nil && known(sum) {
		f := NewFile(path, string(data))
		f.sum = sum
		return f, nil
	}
	if i := invalidUTF8(data); i >= 0 {
		ps.Add(Encoding, NewFile(path, string(data[:i])).Position(i), "save the file as UTF-8", "not UTF-8: the byte 0x%02x is no character here", data[i])
		return nil, ps
	}
	f := NewFile(path, string(data))
	f.sum = sum
	if i := controlIn(f.Text); i >= 0 {
		r, _ := utf8.DecodeRuneInString(f.Text[i:])
		ps.Add(Control, f.Position(i), "delete it", "control character %U", r)
	}
	ps = append(ps, hidden(f)...)
	return f, ps
}

// ReadBytes reads a file of the archive as it is. There is no data where there is a problem: the
// file is missing, a folder, a symbolic link (they lead out of the archive), a device, or larger than the limit.
func ReadBytes(fsys fs.FS, path string, limit int64) ([]byte, Problems) {
	return readBytes(fsys, path, limit, new([]byte))
}

func readBytes(fsys fs.FS, path string, limit int64, room *[]byte) ([]byte, Problems) {
	var ps Problems
	at := Position{Path: path}
	info, err := fs.Lstat(fsys, path)
	switch {
	case err != nil:
		ps.Add(Unreadable, at, "", "cannot be read: %v", reason(err))
	case info.Mode()&fs.ModeSymlink != 0:
		ps.Add(Symlink, at, "put the file itself here", "this is a symbolic link, which is not followed")
	case info.IsDir():
		ps.Add(Unreadable, at, "put a file here", "this is a folder")
	case !info.Mode().IsRegular():
		ps.Add(Unreadable, at, "put a file here", "this is a device or a pipe")
	}
	if len(ps) > 0 || tooLarge(&ps, path, info.Size(), limit) {
		return nil, ps
	}
	data, err := readFile(fsys, path, room)
	if err != nil {
		ps.Add(Unreadable, at, "", "cannot be read: %v", reason(err))
		return nil, ps
	}
	return data, ps
}

// reason is an error of the file system without the path, which the problem has already.
func reason(err error) error {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err
	}
	return err
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, -1 if there is none.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// controlIn returns the offset of the first character that has no place in a text, -1 if there is none.
// A carriage return has its place before a line feed.
func controlIn(text string) int {
	for i, r := range text {
		switch {
		case r == '\n' || r == '\t' || r == '\r' && strings.HasPrefix(text[i:], "\r\n"):
		case unicode.IsControl(r):
			return i
		}
	}
	return -1
}
