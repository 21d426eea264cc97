//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterruptedAtWork interrupts builds while they write: the exit code is 130, the old site stands, and
// nothing is left beside it. A build that is so far that it finishes makes the new site.
func TestInterruptedAtWork(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		s := newSite(t)
		s.build("-q")
		old := s.tree("public")
		s.title("B")
		s.build("-q", "--output", "other")
		fresh := s.tree("other")
		interrupted := 0
		for try := 0; try < 50 && interrupted < 3; try++ {
			s.title("B")
			code, said := s.interrupt(sig)
			switch s.wantTree(sig.String(), old, fresh) {
			case 0:
				interrupted++
				if code != exitInterrupted || !strings.Contains(said, "jikenbo: interrupted; nothing was written\n") {
					t.Errorf("%v: exit %d, %q", sig, code, said)
				}
			case 1:
				if code != exitDone {
					t.Errorf("%v: exit %d although the new site stands: %q", sig, code, said)
				}
				s.title("A")
				s.build("-q")
			}
			s.wantClean(sig.String())
		}
		if interrupted == 0 {
			t.Errorf("%v: no build was interrupted", sig)
		}
	}
}

// interrupt begins a build, and interrupts it as soon as it has begun to write.
func (s *site) interrupt(sig syscall.Signal) (code int, said string) {
	s.Helper()
	cmd, out := s.command("build", "-q")
	if err := cmd.Start(); err != nil {
		s.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); {
		if found, _ := filepath.Glob(filepath.Join(s.dir, ".public-new-*")); len(found) > 0 {
			break
		}
	}
	cmd.Process.Signal(sig) // errs if it has ended
	return exit(cmd.Wait()), out.String()
}

// TestSecondInterrupt interrupts a program that cannot stop, since it waits for a text that does not come, until it ends: the
// second signal does it.
func TestSecondInterrupt(t *testing.T) {
	s := newSite(t)
	cmd, _ := s.command("analyze", "/dev/stdin")
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	cmd.Stdin = r
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error)
	go func() { ended <- cmd.Wait() }()
	for n := 0; ; n++ {
		select {
		case err := <-ended:
			if exit(err) != -1 || n == 0 {
				t.Errorf("it ended by itself after %d signals: %v", n, err)
			}
			return
		case <-time.After(100 * time.Millisecond):
			cmd.Process.Signal(syscall.SIGINT)
		}
	}
}
