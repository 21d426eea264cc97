package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"jikenbo/internal/render"
	"jikenbo/internal/source"
)

// A stamp is what is kept of a build, so that the next one can tell that there is nothing to do.
//
// Nothing is taken for unchanged by a date that could be set: all that a build reads, and all that it wrote, is
// read again and must have the same digest, but where the system itself tells that nobody touched it (see [ledger]).
type stamp struct {
	Edition  string
	Inputs   string // digest of all that was read, and of how the program was called
	Outputs  string // digest of the tree
	Fonts    map[string]string
	Report   Report
	Problems source.Problems
	Tree     string // where it stands
}

// roots are what a build reads of an archive.
var roots = [...]string{"config.toml", "content", "seeds", "templates", "static"}

// stampFile is where the stamp for a tree is kept. A tree is named by the way that leads to it from the cache: it is the same where both are moved.
func (b *Builder) stampFile(dir string) string {
	cache, err := filepath.Abs(b.Cache)
	if way, ok := filepath.Rel(cache, dir); err == nil && ok == nil {
		dir = way
	}
	sum := sha256.Sum256([]byte(dir))
	return filepath.Join(b.Cache, "trees", hex.EncodeToString(sum[:12])+".json")
}

// readStamp returns the stamp for a tree, nil if there is none.
func (b *Builder) readStamp(dir string) *stamp { return readStampFile(b.stampFile(dir)) }

func readStampFile(file string) *stamp {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	var s stamp
	if json.Unmarshal(data, &s) != nil {
		return nil
	}
	return &s
}

func (b *Builder) writeStamp(dir string, s stamp) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	file := b.stampFile(dir)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	brokenWrites(filepath.Dir(file), time.Now())
	err = replace(file, data)
	b.abandoned(filepath.Dir(file))
	return err
}

// replace writes a file beside its place and moves it there.
func replace(file string, data []byte) error {
	beside, err := writeBeside(file, data)
	if err != nil {
		return err
	}
	if err = os.Rename(beside, file); err != nil {
		return errors.Join(err, os.Remove(beside))
	}
	return nil
}

// writeBeside writes what is to be a file beside its place, and returns where.
func writeBeside(file string, data []byte) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(file), newPart+"*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// inputs is what stands in a build's way to read at one moment: the files of the archive and of the originals, each with
// its digest.
type inputs struct {
	call   string // how the program was called
	files  []input
	own    int // how many of the files are the archive's own
	sums   [][sha256.Size]byte
	marks  []mark // of the files, zero where that cannot be told
	broken bool   // something could not be read, which is for the stages to report
}

// inputs reads all that a build reads, as far as it is not known. It errors if the build is cancelled.
func (b *Builder) inputs(ctx context.Context, known *ledger) (inputs, error) {
	in := inputs{call: fmt.Sprintf("%q %q %q %v %v %v\n", b.Edition, b.SiteURL, b.Version, b.Strict, b.Drafts, b.Originals != nil)}
	add := func(fsys fs.FS, root string) {
		more, err := known.list(fsys, root)
		in.files, in.broken = append(in.files, more...), in.broken || err != nil
	}
	for _, root := range roots {
		add(b.Archive, root)
	}
	in.own = len(in.files)
	if b.Originals != nil {
		add(b.Originals, ".")
	}
	sums, marks, broken, err := known.digests(ctx, in.files)
	in.sums, in.marks, in.broken = sums, marks, in.broken || broken
	return in, err
}

// digest stands for all of it.
func (in inputs) digest() string {
	h := sha256.New()
	fmt.Fprint(h, in.call)
	for i := range in.files {
		in.tell(h, i)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// origin is the same, parted by what a casebook is made of. Nothing is told of articles where something could not be read.
func (in inputs) origin() render.Origin {
	ground := sha256.New()
	fmt.Fprint(ground, in.call)
	o := render.Origin{Articles: make(map[string]render.Digest, len(in.files)/3)}
	var last string
	var told []byte // of the files of that article
	end := func() {
		if before, ok := o.Articles[last]; ok {
			told = append(told, before[:]...)
		}
		if len(told) > 0 && !in.broken {
			o.Articles[last] = sha256.Sum256(told)
		}
		told = told[:0]
	}
	for i, f := range in.files {
		id, ok := articleOf(f.path)
		if !ok || i >= in.own {
			in.tell(ground, i)
			continue
		}
		if id != last { // those of an article stand together
			end()
			last = id
		}
		told = in.appendTold(told, i)
	}
	end()
	o.Ground = render.Digest(ground.Sum(nil))
	return o
}

// articleOf returns the article to whose folder a file belongs.
func articleOf(path string) (id string, ok bool) {
	below, ok := strings.CutPrefix(path, "content/articles/")
	id, _, _ = strings.Cut(below, "/")
	return id, ok
}

// tell writes what a file holds.
func (in inputs) tell(w io.Writer, i int) {
	w.Write(in.appendTold(make([]byte, 0, 160), i))
}

func (in inputs) appendTold(b []byte, i int) []byte {
	f := in.files[i]
	b = append(strconv.AppendQuote(b, f.path), ' ')
	b = append(append(b, f.mode.String()...), ' ')
	return append(hex.AppendEncode(b, in.sums[i][:]), '\n')
}

// changed returns a file that is not as it was then, "" if there is none. One that was changed and changed back has another mark.
func (in inputs) changed(then inputs) string {
	for i, f := range in.files {
		if i == len(then.files) || f.path != then.files[i].path || f.mode != then.files[i].mode || in.sums[i] != then.sums[i] || in.marks[i] != then.marks[i] {
			return f.path
		}
	}
	if len(then.files) > len(in.files) {
		return then.files[len(in.files)].path
	}
	return ""
}

// symlinks reports symbolic links that lead out of the archive: folders of it, and files of templates/ and static/. Nothing is read
// then. Those in content/ and seeds/ are for loading to report.
func symlinks(archive fs.FS) source.Problems {
	var ps source.Problems
	for _, root := range roots {
		if root != "templates" && root != "static" && !isLink(archive, root) {
			continue
		}
		files, _ := list(archive, root)
		for _, f := range files {
			if f.mode&fs.ModeSymlink != 0 {
				ps.Add(source.Symlink, source.Position{Path: f.path}, "put the file itself here", "this is a symbolic link, which is not followed")
			}
		}
	}
	return ps
}

func isLink(fsys fs.FS, path string) bool {
	info, err := fs.Lstat(fsys, path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// digester returns what makes the digest of what a file holds; of anything else its kind says enough. It may be called several times at once.
func digester() func(input) ([sha256.Size]byte, error) {
	type reader struct {
		sum  hash.Hash
		room [64 << 10]byte
	}
	idle := sync.Pool{New: func() any { return &reader{sum: sha256.New()} }}
	return func(i input) (sum [sha256.Size]byte, err error) {
		if !i.mode.IsRegular() {
			return sum, nil
		}
		f, err := i.fsys.Open(i.path)
		if err != nil {
			return sum, err
		}
		defer f.Close()
		r := idle.Get().(*reader)
		defer idle.Put(r)
		r.sum.Reset()
		for err == nil {
			var n int
			n, err = f.Read(r.room[:])
			r.sum.Write(r.room[:n])
		}
		if err == io.EOF {
			err = nil
		}
		r.sum.Sum(sum[:0])
		return sum, err
	}
}

// outputs is the digest of a tree.
func outputs(entries []entry) string {
	h := sha256.New()
	var line []byte
	for _, e := range entries {
		line = append(strconv.AppendQuote(line[:0], e.Path), ' ')
		line = append(hex.AppendEncode(line, e.Sum[:]), '\n')
		h.Write(line)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// treeAt reads a finished tree, as far as it is not known.
func treeAt(ctx context.Context, dir string, known *ledger) ([]entry, error) {
	files, err := known.listTree(dir)
	if err != nil {
		return nil, err
	}
	sums, _, broken, err := known.digests(ctx, files)
	if err == nil && broken {
		err = errNoFile(dir)
	}
	entries := make([]entry, len(files))
	for i, f := range files {
		if !f.mode.IsRegular() {
			return nil, errNoFile(f.path)
		}
		entries[i] = entry{Path: f.path, Sum: sums[i]}
	}
	slices.SortFunc(entries, byPath)
	known.write(pathsIn(files))
	return entries, err
}

// fonts notes which fonts a build reads: they are the only files that are not named by the archive.
func (b *Builder) fonts() map[string]string {
	if b.ReadFont == nil {
		return nil
	}
	read, seen := b.ReadFont, map[string]string{}
	b.ReadFont = func(name string) ([]byte, error) {
		data, err := read(name)
		seen[name] = fontDigest(data, err)
		return data, err
	}
	return seen
}

func fontDigest(data []byte, err error) string {
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// unchanged reports whether the tree is what a build would give.
func (b *Builder) unchanged(ctx context.Context, s *stamp, inputs, dir string, tree *ledger) bool {
	if s == nil || s.Inputs != inputs {
		return false
	}
	for name, want := range s.Fonts {
		if b.ReadFont == nil || fontDigest(b.ReadFont(name)) != want {
			return false
		}
	}
	entries, err := treeAt(ctx, dir, tree)
	return err == nil && outputs(entries) == s.Outputs
}
