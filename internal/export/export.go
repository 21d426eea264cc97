// Package export is the stage that writes the archive for other programs:
// Casebook → JSON, CSV, STIX, MISP, citations, feeds, and what search engines read.
//
// In: a [casebook.Casebook]. Out: [File] values below data/, with schemas and a description
// of the tables made from the very types that they are written from, the feeds of both
// languages, robots.txt and, where the site's address is known, sitemap.xml.
// The bytes depend on the casebook and the fields of the [Exporter] alone, never on the clock.
//
// A sentence of a source is written only where its rights allow it
// ([casebook.Evidence.May]); a fact, and where it stands, always is.
package export

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// A File is a file of the finished site.
type File struct {
	Path string // relative to the root of the site, with slashes
	Data []byte
	// Write writes a file that is too large to be held; it is nil for others. It may be called once, and puts the smaller
	// files that are made beside it. To a [RangeWriter] it hands what stays.
	Write func(io.Writer) error
	// Make makes the data of a small file; it is nil where the data are there. They are good until the next file is put.
	Make func() ([]byte, error)
	// Stands is told of the size and SHA-256 of the file by whoever has put it, if it is not nil.
	Stands func(size int, sum Digest)
	// Of stands for all that Write or Make would give, and is zero where that is not told. Whoever has a file of the same path made of
	// the same need not call them.
	Of Digest
}

// made returns a small file with its data.
func (f File) made() (File, error) {
	if f.Make == nil {
		return f, nil
	}
	data, err := f.Make()
	return File{Path: f.Path, Data: data, Stands: f.Stands, Of: f.Of}, err
}

// An Exporter writes the data files of one archive.
type Exporter struct {
	Title       i18n.Text
	Description i18n.Text
	// Licence is that of the archive's own texts, with the address of its page; both may be empty.
	Licence    i18n.Text
	LicenceURL string
	// Namespace is what the ids of STIX, MISP and the feeds are made in; "" is that of the program.
	Namespace string
	// SiteURL is where the site will stand, or "", and then no absolute address and no sitemap is written.
	SiteURL string
	// Zone is where the days of the archive begin; nil is UTC.
	Zone *time.Location
	// Pages are the paths of the pages of the site, for the sitemap, in any order.
	Pages []string
	// Made is nil where it is not known what the casebook was made of.
	Made Made
	// Shelf has what was written last time, nil for nothing. It is of use only with Made.
	Shelf Shelf

	onePart int // for tests; 0 is the constant
}

// Files returns all files, sorted by path. It errs on two files of one path.
func (x *Exporter) Files(c *casebook.Casebook) ([]File, error) {
	var files []File
	_, err := x.Each(c, func(f File) error {
		f, err := f.made()
		if f.Write != nil {
			var b bytes.Buffer
			err = f.Write(&b)
			f.Data, f.Write = b.Bytes(), nil
		}
		if f.Stands != nil {
			f.Stands(len(f.Data), sha256.Sum256(f.Data))
		}
		f.Data, f.Stands = bytes.Clone(f.Data), nil
		files = append(files, f)
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	for i := 1; i < len(files); i++ {
		if files[i].Path == files[i-1].Path {
			return nil, fmt.Errorf("two files have the path %s", files[i].Path)
		}
	}
	return files, nil
}

// Each hands on every file as soon as it is made, so that a large archive is never in memory as a whole, and
// returns those that a reader may want to download.
func (x *Exporter) Each(c *casebook.Casebook, put func(File) error) ([]Download, error) {
	messages, err := i18n.LoadMessages()
	if err != nil {
		return nil, err
	}
	var top []Download
	emit := func(f File) (err error) {
		if f.Make != nil && (f.Of == Digest{} || f.Stands != nil || isDownload(f.Path)) {
			if f, err = f.made(); err != nil {
				return err
			}
		}
		if isDownload(f.Path) {
			stands := f.Stands
			f.Stands = func(size int, sum Digest) {
				top = append(top, Download{f.Path, size, hex.EncodeToString(sum[:])})
				if stands != nil {
					stands(size, sum)
				}
			}
		}
		return put(f)
	}
	all := func(files []File, err error) error {
		for _, f := range files {
			err = errors.Join(err, emit(f))
		}
		return err
	}
	made := newMadeOf(x.Made, c)
	err = errors.Join(
		all([]File{{Path: "data/sources.bib", Data: bibliography(c)}, {Path: "robots.txt", Data: x.robots()}}, nil),
		x.json(c, made, emit), x.stix(c, made, messages, emit),
	)
	tables := tables(c, made)
	err = errors.Join(err,
		all(x.misp(c)), all(x.spreadsheets(tables), nil), all(citations(c)), all(x.feeds(c, messages, made)), all(x.schemas()),
	)
	if err != nil {
		return nil, err
	}
	about, err := x.datapackage(sortedDownloads(top), tables, ageOfArchive(c))
	if err == nil {
		err = emit(about)
	}
	if err == nil && x.SiteURL != "" {
		err = emit(File{Path: "sitemap.xml", Data: x.sitemap()})
	}
	return sortedDownloads(top), err
}
