package build

import (
	"archive/zip"
	"compress/flate"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"jikenbo/internal/i18n"
	"jikenbo/internal/render"
	"jikenbo/internal/source"
)

// Files that stand in a zip beside the tree.
const (
	offlineFile = "OFFLINE.txt"
	sumsFile    = "SHA256SUMS"
)

// WriteZip writes the files, sorted by path, as one zip for reviewers without a network, with OFFLINE.txt in both
// languages and SHA256SUMS. Equal files give equal bytes: no entry has a date of its own. The file is replaced whole;
// its folder must be there.
func WriteZip(ctx context.Context, path string, files []render.File, title i18n.Text) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	l, err := acquire(ctx, path, nil)
	if err != nil {
		return err
	}
	defer l.release()
	if err := ourZip(path); err != nil {
		return err
	}
	if l.held {
		removeAll(path, zipForm)
	}
	fresh, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(fresh.Name())
	err = writeZip(fresh, files, title)
	if err = errors.Join(err, fresh.Chmod(0o644), fresh.Close()); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return os.Rename(fresh.Name(), path)
}

// zipForm is what stands behind the name of a zip while it is written.
var zipForm = regexp.MustCompile(`^-[0-9]+$`)

// ourZip reports, as an error, that a file stands at the path that WriteZip did not write.
func ourZip(path string) error {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	z, err := zip.OpenReader(path)
	if err == nil {
		defer z.Close()
		ours := func(f *zip.File) bool { return f.Name == offlineFile }
		if slices.ContainsFunc(z.File, ours) {
			return nil
		}
	}
	return fmt.Errorf("%s is not a zip that jikenbo wrote; choose another name or delete it", path)
}

func writeZip(w io.Writer, files []render.File, title i18n.Text) error {
	files = append(slices.Clone(files), render.File{Path: offlineFile, Data: offline(title)})
	slices.SortFunc(files, func(a, b render.File) int { return strings.Compare(a.Path, b.Path) })
	var sums strings.Builder
	for _, f := range files {
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(f.Data), f.Path)
	}
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, f := range append(files, render.File{Path: sumsFile, Data: []byte(sums.String())}) {
		entry, err := z.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = entry.Write(f.Data)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// offline is OFFLINE.txt. The mark at its beginning and the ends of its lines are for editors of old.
func offline(title i18n.Text) []byte {
	ja, _ := title.Best(i18n.JA)
	en, _ := title.Best(i18n.EN)
	text := ja + "\n\n" +
		"このフォルダーは、ネットワークなしで読める事件簿の全体です。\n\n" +
		"読む　　　すべてのファイルを展開してから、index.htmlをブラウザーで開いてください。\n" +
		"　　　　　ZIPの中から直接開くと、リンクと検索が働きません。\n" +
		"通信　　　どのページも外部と通信しません。検索もこの中で行います。外へ出るのは、出典などのリンクを開いたときだけです。\n" +
		"確かめる　SHA256SUMSは全ファイルのSHA-256です。このフォルダーで次を実行します。\n" +
		"　　　　　　Linux      sha256sum --quiet -c SHA256SUMS\n" +
		"　　　　　　macOS      shasum -a 256 -c SHA256SUMS\n" +
		"データ　　data/に、JSON、CSVなどの形で同じ内容があります。\n" +
		"\n----\n\n" + en + "\n\n" +
		"This folder is the whole archive, to be read without a network.\n\n" +
		"Read      Unpack all files, then open index.html in any browser.\n" +
		"          Opened inside the zip, links and search do not work.\n" +
		"Network   No page fetches anything; search works inside this folder too. Only links to sources and\n" +
		"          other sites lead out, when you open them.\n" +
		"Verify    SHA256SUMS holds the SHA-256 of every file. In this folder, run\n" +
		"            Linux      sha256sum --quiet -c SHA256SUMS\n" +
		"            macOS      shasum -a 256 -c SHA256SUMS\n" +
		"Data      data/ holds the same as JSON, CSV and more.\n"
	return []byte("\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"))
}

// What GitHub Pages takes.
const (
	maxFile = 100 << 20
	maxTree = 1 << 30
)

// limits warns of what GitHub Pages would not take.
func limits(files []entry) source.Problems {
	var ps source.Problems
	total := 0
	for _, f := range files {
		total += f.Size
		if f.Size > maxFile {
			ps.Warn(source.Size, source.Position{Path: f.Path}, "split it, or publish elsewhere", "the file has %d MB; GitHub takes 100", f.Size>>20)
		}
	}
	if total > maxTree {
		ps.Warn(source.Size, source.Position{}, "split the archive, or publish elsewhere", "the site has %d MB; GitHub Pages takes 1024", total>>20)
	}
	return ps
}
