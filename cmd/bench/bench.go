package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"jikenbo"
	"jikenbo/internal/synth"
)

// A bench is the measuring of one size of archive.
type bench struct {
	program   string
	n, rounds int
	dir       string // holds jikenbo/ and hugo/
}

// make writes the archive and the Hugo site, unless they are there.
func (b bench) make() error {
	if _, err := os.Stat(b.dir); err == nil {
		return nil
	}
	archive, err := synth.Archive(os.DirFS("."), jikenbo.Files, b.n)
	if err != nil {
		return err
	}
	hugo, err := synth.Hugo(archive)
	if err != nil {
		return err
	}
	if err := writeAll(filepath.Join(b.dir, "jikenbo"), archive); err != nil {
		return err
	}
	return writeAll(filepath.Join(b.dir, "hugo"), hugo)
}

func writeAll(dir string, files []synth.File) error {
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// A cost is what a process took.
type cost struct {
	Wall float64 `json:"wall_s"`
	CPU  float64 `json:"cpu_s"`
	MB   float64 `json:"peak_mb"`
}

// A result is the cost of one kind of build at one size.
type result struct {
	N    int    `json:"articles"`
	What string `json:"what"`
	cost
	// Of is the share of the cold build, and OfHugo that of Hugo's in the same run; 0 where there is none.
	Of         float64 `json:"of_cold,omitempty"`
	OfHugo     float64 `json:"of_hugo,omitempty"`
	OfHugoPeak float64 `json:"of_hugo_peak,omitempty"`
}

// The kinds of build.
const (
	cold      = "jikenbo, cold"
	unchanged = "jikenbo, nothing changed"
	edited    = "jikenbo, one article changed"
	served    = "jikenbo serve, one article saved"
	hugoCold  = "hugo"
)

// measure runs all kinds of build in turn, as often as there are rounds, and keeps the fastest of each.
func (b bench) measure() ([]result, error) {
	hugo, _ := exec.LookPath("hugo")
	best := map[string]cost{}
	for round := range b.rounds {
		if err := b.round(round, hugo, best); err != nil {
			return nil, err
		}
	}
	if err := os.RemoveAll(filepath.Join(b.dir, aside)); err != nil {
		return nil, err
	}
	var out []result
	for _, what := range []string{cold, unchanged, edited, served, hugoCold} {
		c, ok := best[what]
		if !ok {
			continue
		}
		r := result{N: b.n, What: what, cost: c, Of: c.Wall / best[cold].Wall}
		if h, ok := best[hugoCold]; ok {
			r.OfHugo, r.OfHugoPeak = c.Wall/h.Wall, c.MB/h.MB
		}
		out = append(out, r)
	}
	return out, nil
}

func (b bench) round(round int, hugo string, best map[string]cost) error {
	archive, site := filepath.Join(b.dir, "jikenbo"), filepath.Join(b.dir, "hugo")
	keep := func(what string, c cost, err error) error {
		if old, ok := best[what]; err == nil && (!ok || c.Wall < old.Wall) {
			best[what] = c
		}
		fmt.Fprintf(os.Stderr, "%6d  %-33s %7.2f s\n", b.n, what, c.Wall)
		return err
	}
	if err := b.setAside(round, archive+"/public", archive+"/.jikenbo-cache", site+"/public", site+"/resources"); err != nil {
		return err
	}
	c, err := b.jikenbo(archive)
	if err := keep(cold, c, err); err != nil {
		return err
	}
	if hugo != "" {
		c, err := spend(site, hugo, "--quiet")
		if pages, _ := filepath.Glob(site + "/public/*/articles/*/index.html"); err == nil && len(pages) < 2*b.n {
			err = fmt.Errorf("hugo wrote %d pages of %d", len(pages), 2*b.n)
		}
		if err := keep(hugoCold, c, err); err != nil {
			return err
		}
	}
	c, err = b.jikenbo(archive)
	if err := keep(unchanged, c, err); err != nil {
		return err
	}
	if err := b.edit(archive, round); err != nil {
		return err
	}
	c, err = b.jikenbo(archive)
	if err := keep(edited, c, err); err != nil {
		return err
	}
	c, err = b.saved(archive)
	return keep(served, c, err)
}

// aside is where what was built stands when it is measured anew.
const aside = "built"

// setAside takes what was built out of the way, and does not delete it: ext4 looks at every file that was deleted in the last minutes again
// whenever it makes one, which would be measured too, and most of all for the program that makes most files.
func (b bench) setAside(round int, paths ...string) error {
	for i, path := range paths {
		to := filepath.Join(b.dir, aside, fmt.Sprintf("%d-%d-%d", os.Getpid(), round, i))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.Rename(path, to); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func (b bench) jikenbo(archive string) (cost, error) {
	program, err := filepath.Abs(b.program)
	if err != nil {
		return cost{}, err
	}
	return spend(archive, program, "build", "--quiet")
}

// edit changes a word of one made article, another one in every round.
func (b bench) edit(archive string, round int) error {
	path := filepath.Join(archive, "content", "articles", fmt.Sprintf("made-%05d", 1+(b.n/2+round)%max(1, b.n-10)), "ja.md")
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	more := fmt.Appendf(bytes.TrimSpace(text), "2024年3月%d日、警察庁が注意を呼びかけた。\n", 1+round)
	return os.WriteFile(path, more, 0o644)
}

// spend runs a program in a folder and tells what it took.
func spend(dir, name string, args ...string) (cost, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	start := time.Now()
	out, err := cmd.CombinedOutput()
	wall := time.Since(start)
	if err != nil {
		return cost{}, fmt.Errorf("%s in %s: %w\n%s", filepath.Base(name), dir, err, out)
	}
	used := cmd.ProcessState
	return cost{Wall: wall.Seconds(), CPU: (used.UserTime() + used.SystemTime()).Seconds(), MB: peak(used)}, nil
}
