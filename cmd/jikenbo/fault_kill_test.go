//go:build unix

package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// kills is how many builds TestKilledBuilds ends. All of them take a minute, so only the CI asks for a hundred.
func kills(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("JIKENBO_KILLS"))
	if err != nil {
		return 12
	}
	return n
}

// TestKilledBuilds ends builds with SIGKILL at random moments, spread over the time that a build takes and a little more.
// Whatever the moment, the site is the old one or the new one, byte by byte. Some of the builds after it find what several
// killed ones left; each that is let be makes the new site, with what is left of the cache, and clears up.
// A half of them changes all pages, the other half one article, so that the tree is made of the one before it.
func TestKilledBuilds(t *testing.T) {
	n := kills(t)
	t.Run("all pages", func(t *testing.T) { killBuilds(t, n-n/2, (*site).title) })
	t.Run("one article", func(t *testing.T) { killBuilds(t, n/2, (*site).article) })
}

// killBuilds ends n builds of two states of an archive.
func killBuilds(t *testing.T, n int, change func(s *site, to string)) {
	s := newSite(t)
	trees := map[string]map[string]string{}
	var cold, warm time.Duration
	for i, title := range []string{"A", "B", "A", "B"} {
		change(s, title)
		begun := time.Now()
		s.build("-q")
		switch took := time.Since(begun); {
		case i == 0:
			cold = took
		case i == 1 || took < warm:
			warm = took
		}
		trees[title] = s.tree("public")
	}
	rnd := rand.New(rand.NewPCG(1, uint64(n)))
	var early, between, late int
	from, to := "B", "A"
	for i := range n {
		change(s, to)
		took, what := warm, "kill "+strconv.Itoa(i)
		if i%20 == 19 { // the dictionary is put into the cache too
			took = cold
			if err := os.RemoveAll(filepath.Join(s.dir, cacheFolder)); err != nil {
				t.Fatal(err)
			}
		}
		ended := s.kill(i%4 == 3, time.Duration(rnd.Float64()*1.1*float64(took)))
		found := s.wantTree(what, trees[from], trees[to])
		switch {
		case ended:
			late++
		case found == 1:
			between++
		default:
			early++
		}
		if i%5 == 4 {
			s.build("-q")
			found = s.wantTree("the build after "+what, trees[to]) + 1
			s.wantClean(what)
		}
		if found == 1 {
			from, to = to, from
		}
	}
	s.build("-q")
	if out := s.build(); !strings.Contains(out, "nothing has changed") {
		t.Errorf("the cache is of no use any more: %s", out)
	}
	s.wantClean("in the end")
	t.Logf("%d kills before the new tree stood, %d after it and before the end, %d came too late", early, between, late)
	if early+between == 0 {
		t.Error("no kill has hit a build")
	}
}

// kill begins a build and kills it after a while, or else as soon as another tree stands in the old one's place. It reports
// whether the build had ended before.
func (s *site) kill(atSwap bool, after time.Duration) (ended bool) {
	s.Helper()
	public := filepath.Join(s.dir, "public")
	before, err := os.Stat(public)
	if err != nil {
		s.Fatal(err)
	}
	cmd, _ := s.command("build", "-q")
	if err := cmd.Start(); err != nil {
		s.Fatal(err)
	}
	if atSwap {
		for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); {
			if now, err := os.Stat(public); err != nil || !os.SameFile(before, now) {
				break
			}
		}
	} else {
		time.Sleep(after)
	}
	cmd.Process.Kill() // errs if it has ended
	return exit(cmd.Wait()) != -1
}
