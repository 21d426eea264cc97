package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestInterruptedImport holds that an interrupted import begins no other file and says how many are left.
func TestInterruptedImport(t *testing.T) {
	var stdout, stderr strings.Builder
	p := program{Stdout: &stdout, Stderr: &stderr, Dir: t.TempDir()}
	if err := os.WriteFile(filepath.Join(p.Dir, "a.txt"), []byte("港\n\n本文です。\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	got := p.Run(ctx, []string{"import", "a.txt"})
	if want := "jikenbo: interrupted: 0 files taken in, 1 left\n"; got != exitInterrupted || stderr.String() != want || stdout.String() != "" {
		t.Errorf("exit %d, %q, %q; want %d, %q", got, stdout.String(), stderr.String(), exitInterrupted, want)
	}
	if _, err := os.Stat(filepath.Join(p.Dir, "seeds")); err == nil {
		t.Error("something was written")
	}
}

func TestShortened(t *testing.T) {
	long := strings.Repeat("あ", 200) + "名前" + strings.Repeat("い", 200)
	for _, tt := range []struct{ sentence, want string }{
		{"短い 文。", "短い 文。"},
		{"名前\x1b[31m。", "名前\ufffd[31m。"},
		{long, "…" + strings.Repeat("あ", 80) + "名前" + strings.Repeat("い", 78) + "…"},
		{"名前" + long, "名前" + strings.Repeat("あ", 158) + "…"},
	} {
		if got := shortened(tt.sentence, "名前"); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
