package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"jikenbo": main,
	})
}

// TestScripts runs the program as a person does: each script is an archive, the commands, and what they print.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE") != "",
	})
}

func TestExitCodes(t *testing.T) {
	tests := []struct {
		args []string
		want int
	}{
		{nil, exitDone},
		{[]string{"--help"}, exitDone},
		{[]string{"version"}, exitDone},
		{[]string{"biuld"}, exitUsage},
		{[]string{"build", "--ouptut", "x"}, exitUsage},
		{[]string{"build", "extra"}, exitUsage},
		{[]string{"build", "--originals", "nowhere"}, exitUsage},
		{[]string{"build", "--site-url", "example.org"}, exitUsage},
		{[]string{"build", "--site-url", "javascript:alert(1)"}, exitUsage},
		{[]string{"check"}, exitDone},
		{[]string{"check", "nowhere"}, exitUsage},
		{[]string{"check", "."}, exitUsage},
		{[]string{"check", "a", "b"}, exitUsage},
		{[]string{"analyze"}, exitUsage},
		{[]string{"analyze", "--published", "2025-02-30", "x.txt"}, exitUsage},
		{[]string{"analyze", "--published", "2025", "x.txt"}, exitUsage},
		{[]string{"analyze", "no-such-file.txt"}, exitProblems},
		{[]string{"analyze", "--shard", "0/4"}, exitUsage},
		{[]string{"analyze", "--shard", "1/4", "x.txt"}, exitUsage},
		{[]string{"analyze", "--shard", "1/4", "--cache", ""}, exitUsage},
	}
	for _, tt := range tests {
		p := program{Stdout: discard{}, Stderr: discard{}, Dir: t.TempDir()}
		if got := p.Run(context.Background(), tt.args); got != tt.want {
			t.Errorf("jikenbo %q: exit %d, want %d", tt.args, got, tt.want)
		}
	}
}

func TestInterruptedBuild(t *testing.T) {
	var stderr strings.Builder
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	p := program{Stdout: discard{}, Stderr: &stderr, Dir: t.TempDir()}
	got := p.Run(ctx, []string{"build"})
	if want := "jikenbo: interrupted; nothing was written\n"; got != exitInterrupted || !strings.HasSuffix(stderr.String(), want) {
		t.Errorf("exit %d, %q, want %d, %q", got, stderr.String(), exitInterrupted, want)
	}
	if _, err := os.Stat(filepath.Join(p.Dir, "public")); err == nil {
		t.Error("a site was written")
	}
}

type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }
