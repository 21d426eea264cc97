package seeds

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"jikenbo/internal/source"
)

// texts reads the texts beside the records.
func (l *loader) texts() {
	files, _ := fs.Glob(l.fsys, dir+"/*.txt") // only a bad pattern is an error
	for _, file := range files {
		id := strings.TrimSuffix(path.Base(file), ".txt")
		pos := source.Position{Path: file}
		data, ok := l.read(l.fsys, file)
		if !ok {
			continue
		}
		sum := hash(data)
		src := l.set.byID[id]
		switch {
		case src == nil:
			hint := fmt.Sprintf("add %s/%s.toml with sha256 = %q", dir, id, sum)
			if owner := l.bySum[sum]; owner != nil {
				hint = fmt.Sprintf("it is the text of %q: rename it to %s.txt", owner.ID, owner.ID)
			}
			l.problems.Add(source.Unowned, pos, hint, "no record belongs to this text")
			continue
		case src.SHA256 == "":
			l.problems.Warn(source.Checksum, pos, fmt.Sprintf("add sha256 = %q", sum), "the record %q has no sha256", id)
		case src.SHA256 != sum:
			l.problems.Add(source.Checksum, pos, fmt.Sprintf("put the text as received back; if it is right, write sha256 = %q", sum),
				"the text is not the one of the record %q", id)
		}
		l.hold(src, file, data)
	}
}

// originals reads a folder of texts and gives them to the records that know their hashes.
func (l *loader) originals(originals fs.FS) {
	err := fs.WalkDir(originals, ".", func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if hidden := strings.HasPrefix(e.Name(), ".") && file != "."; hidden {
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if e.Type().IsRegular() {
			l.original(originals, file)
		}
		return nil
	})
	if err != nil {
		l.problems.Add(source.Unreadable, source.Position{}, "check the folder of the originals", "originals: %v", err)
	}
}

func (l *loader) original(originals fs.FS, file string) {
	data, ok := l.read(originals, file)
	if !ok {
		return
	}
	sum := hash(data)
	src := l.bySum[sum]
	if src == nil {
		l.problems.Warn(source.Unowned, source.Position{Path: file},
			fmt.Sprintf("write sha256 = %q into its record, or take the file away", sum), "no record knows this original")
		return
	}
	if src.Text == nil { // the text beside the record goes before its copies
		l.hold(src, file, data)
	}
}

// hold decodes a text and gives it to its record.
func (l *loader) hold(src *Source, file string, data []byte) {
	text, encoding, err := Decode(data)
	if err != nil {
		l.problems.Add(source.Encoding, source.Position{Path: file}, "save it as UTF-8", "not read: %v", err)
		return
	}
	f := source.NewFile(file, text)
	if at, long := LongLine(f); long {
		l.problems.Add(source.Limit, at, "put the text as received there, with its line ends", "the line has more than %d bytes, which is the limit; the text is not read", source.MaxBlock)
		return
	}
	src.Text = f
	src.Encoding = encoding
	src.Passages = Passages(src.Text)
}

// LongLine returns the place of a line that is longer than the limit, beyond which no text is analysed.
func LongLine(f *source.File) (source.Position, bool) {
	start := 0
	for line := range strings.Lines(f.Text) {
		if len(line) > source.MaxBlock {
			return f.Position(start), true
		}
		start += len(line)
	}
	return source.Position{}, false
}

func (l *loader) read(fsys fs.FS, file string) ([]byte, bool) {
	data, ps := source.ReadBytes(fsys, file, source.MaxOriginal)
	l.problems = append(l.problems, ps...)
	return data, len(ps) == 0
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
