package main

import "testing"

// TestTerminalObeysNoText holds that the words of a text reach the terminal without what it would obey or hide.
func TestTerminalObeysNoText(t *testing.T) {
	const text = "a.md:1:1: \x1b[31m港\u202e\a [x]\n\thint: put here: a\u00a0b\u3000c\x1b]0;t\r"
	const want = "a.md:1:1: \ufffd[31m港\ufffd\ufffd [x]\n\thint: put here: a\u00a0b\u3000c\ufffd]0;t\ufffd"
	if got := (painter{}).problem(text, false); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
