package main

import (
	"context"
	"os"
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
		{[]string{"analyze"}, exitUsage},
		{[]string{"analyze", "--published", "2025-02-30", "x.txt"}, exitUsage},
		{[]string{"analyze", "no-such-file.txt"}, exitProblems},
	}
	for _, tt := range tests {
		p := program{Stdout: discard{}, Stderr: discard{}, Dir: t.TempDir()}
		if got := p.Run(context.Background(), tt.args); got != tt.want {
			t.Errorf("jikenbo %q: exit %d, want %d", tt.args, got, tt.want)
		}
	}
}

type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }
