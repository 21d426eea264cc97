package build

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jikenbo/internal/source"
)

// TestTreeIsKnownAgain takes away what is known of a tree, or brings it elsewhere: what had to be read once is known in the build after the next one.
func TestTreeIsKnownAgain(t *testing.T) {
	for what, bring := range map[string]func(h *home) error{
		"the machine was started again": func(h *home) error { return h.forget() },
		"a tree that was read, and nothing is kept of its pages": func(h *home) error {
			return firstError(h.forget(), os.Remove(h.kept(pagesEnd)))
		},
		"a copy": func(h *home) error {
			to := h.T.TempDir()
			err := os.CopyFS(to, os.DirFS(h.at))
			h.settle(to)
			return err
		},
		"moved": func(h *home) error {
			to := filepath.Join(h.T.TempDir(), "moved")
			err := os.Rename(h.at, to)
			h.settle(to)
			return err
		},
	} {
		t.Run(what, func(t *testing.T) {
			h := newHome(t)
			for n := range 2 {
				h.edit(n)
				h.build()
			}
			if err := bring(h); err != nil {
				t.Fatal(err)
			}
			h.b.Clock = func(stage string) {
				if stage == "swap" { // else what was linked last may be too young to be known
					rest(openLedger(h.kept("x")))
				}
			}
			h.edit(2)
			if r := h.build(); r.Written > r.Files/2 {
				t.Errorf("%d of %d files were written", r.Written, r.Files)
			} else if l := h.b.ledger(h.dir, filesEnd); len(l.known) != r.Files {
				t.Errorf("%d of %d files are known", len(l.known), r.Files)
			}
			page := filepath.Join("ja", "articles", "crane.html")
			was, _ := openLedger(h.kept("x")).look(nil, filepath.Join(h.dir, page))
			h.edit(3)
			h.build()
			h.edit(4)
			h.build()
			tree, err := os.Stat(filepath.Join(h.dir, page))
			kept, err2 := os.Stat(filepath.Join(h.spare(), page))
			if err != nil || err2 != nil || !os.SameFile(tree, kept) {
				t.Errorf("the spare does not have the page that the tree has: %v, %v", err, err2)
			}
			h.edit(5)
			h.build()
			if is, _ := openLedger(h.kept("x")).look(nil, filepath.Join(h.dir, page)); is.node != was.node {
				t.Error("a page that stays was written")
			}
			wantCold(t, fmt.Sprint("after ", what), h.dir, h.archive)
		})
	}
}

// kept is a file of the cache that tells of the tree.
func (h *home) kept(end string) string {
	return strings.TrimSuffix(h.b.stampFile(h.dir), ".json") + end
}

// forget takes away what is known by marks.
func (h *home) forget() error {
	return firstError(os.Remove(h.kept(filesEnd)), os.Remove(h.kept(inputsEnd)))
}

// settle makes another folder the home.
func (h *home) settle(at string) {
	h.at, h.dir = at, filepath.Join(at, "public")
	b := small(source.Disk(filepath.Join(at, "archive")))
	b.Cache, b.Edition = filepath.Join(at, "cache"), h.b.Edition
	h.b = b
}
