//go:build unix

package main

import (
	"maps"
	"strconv"
	"sync"
	"testing"
)

// together runs builds at the same time, and wants all of them to succeed.
func (s *site) together(args ...[]string) {
	s.Helper()
	var all sync.WaitGroup
	for _, a := range args {
		cmd, said := s.command(append([]string{"build", "-q"}, a...)...)
		all.Go(func() {
			if err := cmd.Run(); err != nil {
				s.Errorf("%q: %v\n%s", a, err, said)
			}
		})
	}
	all.Wait()
}

// TestTwoBuildsOfOneFolder builds different sites into one folder at the same time, with one cache: one after the other
// gets the folder, and what stands there in the end is the whole of one of them.
func TestTwoBuildsOfOneFolder(t *testing.T) {
	s := newSite(t)
	one, two := []string{"--site-url", "https://example.org/one/"}, []string{"--site-url", "https://example.org/two/"}
	var trees []map[string]string
	for _, a := range [][]string{one, two} {
		s.build(append(a, "-q")...)
		trees = append(trees, s.tree("public"))
	}
	for i := range 4 {
		s.together(one, two, one)
		s.wantTree("round "+strconv.Itoa(i), trees...)
		s.wantClean("round " + strconv.Itoa(i))
	}
}

// TestTwoBuildsWithOneCache builds into different folders at the same time, from an empty cache.
func TestTwoBuildsWithOneCache(t *testing.T) {
	s := newSite(t)
	s.together([]string{"--output", "a"}, []string{"--output", "b"}, []string{"--output", "c", "--zip", "z.zip"}, []string{"--output", "d", "--zip", "z.zip"})
	s.build("-q", "--no-cache")
	for _, name := range []string{"a", "b", "c", "d"} {
		if !maps.Equal(s.tree(name), s.tree("public")) {
			t.Errorf("%s is not what a build alone gives", name)
		}
	}
	s.wantClean("in the end")
}
