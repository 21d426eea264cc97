package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTerminalObeysNoText holds that the words of a text reach the terminal without what it would obey or hide.
func TestTerminalObeysNoText(t *testing.T) {
	const text = "a.md:1:1: \x1b[31m港\u202e\a [x]\n\thint: put here: a\u00a0b\u3000c\x1b]0;t\r"
	const want = "a.md:1:1: \ufffd[31m港\ufffd\ufffd [x]\n\thint: put here: a\u00a0b\u3000c\ufffd]0;t\ufffd"
	if got := (painter{}).problem(text, false); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestAnalyzeObeysNoText shows a text from anywhere, in colours and without.
func TestAnalyzeObeysNoText(t *testing.T) {
	const text = "FBIは14日、\x1b]0;t\aムスタング・パンダの「\x1b[2J」を止めた。\u202eabc\n"
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout strings.Builder
	p := program{Stdout: &stdout, Stderr: discard{}, Dir: dir}
	if code := p.Run(context.Background(), []string{"analyze", "--explain", "a.txt"}); code != exitDone {
		t.Fatalf("exit %d", code)
	}
	if got := stdout.String(); !strings.Contains(got, "ムスタング・パンダ") || strings.ContainsAny(got, "\x1b\a\u202e") {
		t.Errorf("got %q", got)
	}
	if got := (painter{on: true}).in(red, "a\x1b[2Jb"); got != "\x1b["+red+"ma\ufffd[2Jb\x1b[0m" {
		t.Errorf("got %q", got)
	}
}
