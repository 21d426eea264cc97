//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestFileSizeLimit builds under limits for the size of a file, at which the system refuses a write: exit 1, a message
// that names the file and why, the old site whole and nothing beside it.
func TestFileSizeLimit(t *testing.T) {
	s := newSite(t)
	s.build("-q")
	old := s.tree("public")
	s.title("B")
	for _, blocks := range []int{0, 1, 4, 8} {
		what := fmt.Sprintf("ulimit -f %d", blocks)
		cmd := exec.Command("sh", "-c", what+` && exec "$0" build -q`, s.bin)
		cmd.Dir = s.dir
		out, err := cmd.CombinedOutput()
		if exit(err) != exitProblems || !strings.Contains(string(out), "jikenbo: write ") || !strings.Contains(string(out), s.dir) || !strings.Contains(string(out), ": file too large") {
			t.Errorf("%s: exit %d, %s", what, exit(err), out)
		}
		s.wantTree(what, old)
		s.wantClean(what)
	}
	s.build("-q")
}

// TestFullDisk builds on a disk of its own that is too small for the new site: exit 1, the old site whole. The cache, which
// finds no room either, stops nothing. With more room the same build succeeds.
func TestFullDisk(t *testing.T) {
	s := newSite(t)
	s.build("-q")
	s.title("B")
	// The script runs where it may mount; what it mounts is gone with it.
	const script = `set -e
mkdir disk && mount -t tmpfs -o size=200m none disk && cp -R config.toml content public ` + cacheFolder + ` disk && cd disk
sums() { find public -type f | sort | xargs cksum; }
sums >../before
used=$(df -k . | awk 'NR == 2 { print $3 }')
mount -o remount,size=$((used + 300))k ../disk
echo mounted
code=0; "$0" build -q || code=$?
echo "exit $code"
sums | cmp -s - ../before && echo "the old site stands"
ls -A
mount -o remount,size=200m ../disk
"$0" build -q && echo built
sums | cmp -s - ../before || echo "the new site stands"
`
	cmd := exec.Command("unshare", "-rm", "sh", "-c", script, s.bin)
	cmd.Dir = s.dir
	out, err := cmd.CombinedOutput()
	if !strings.Contains(string(out), "mounted") {
		t.Skipf("no disk can be mounted here: %s", out)
	}
	for _, want := range []string{"no space left on device", "jikenbo: write ", "exit 1\n", "the old site stands\n", "built\n", "the new site stands\n"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("want %q in\n%s", want, out)
		}
	}
	if strings.Contains(string(out), "\n.public-") {
		t.Errorf("something is left behind:\n%s", out)
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestReadOnly builds where nothing may be written: a clear message, and the site as it was. Where nothing has changed,
// nothing needs to be written.
func TestReadOnly(t *testing.T) {
	s := newSite(t)
	s.build("-q")
	old := s.tree("public")
	run := s.restricted()
	if err := os.Chmod(s.dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(s.dir, 0o755)
	if out, err := run("build"); err != nil || !strings.Contains(out, "nothing has changed") {
		t.Errorf("%v, %s", err, out)
	}
	s.title("B") // the file may be written, the folder not
	out, err := run("build", "-q")
	if exit(err) != exitProblems || !strings.Contains(out, "nothing can be written") || !strings.Contains(out, "permission denied") || !strings.Contains(out, s.dir) {
		t.Errorf("exit %d, %s", exit(err), out)
	}
	s.wantTree("read-only", old)
	s.wantClean("read-only")
}
