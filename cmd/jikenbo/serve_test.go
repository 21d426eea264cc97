package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestServe serves an archive, looks at a page, changes it, and ends the server as Ctrl-C does.
func TestServe(t *testing.T) {
	dir := t.TempDir()
	article := filepath.Join(dir, "content", "articles", "quay")
	if err := os.MkdirAll(article, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(title string) {
		for _, name := range []string{"ja.md", "en.md"} {
			text := "+++\ntitle = \"" + title + "\"\npublished = \"2024-05-01\"\nsummary = \"x\"\n+++\n\n灯台。\n"
			if err := os.WriteFile(filepath.Join(article, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	write("岸壁")
	stdout, out := io.Pipe()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	code := make(chan int)
	var stderr strings.Builder
	go func() {
		p := program{Stdout: out, Stderr: &stderr, Dir: dir}
		code <- p.Run(ctx, []string{"serve", "--port", "0", "--no-cache", "--editor", "code"})
	}()
	line, err := bufio.NewReader(stdout).ReadString('\n')
	address, ok := strings.CutPrefix(strings.TrimSuffix(line, " (Ctrl-C ends it)\n"), "serving http://127.0.0.1:")
	if err != nil || !ok {
		t.Fatalf("it says %q: %v", line, err)
	}
	address = "http://127.0.0.1:" + address
	events, err := http.Get(address + ".jikenbo/events")
	if err != nil {
		t.Fatal(err)
	}
	defer events.Body.Close()
	lines := bufio.NewScanner(events.Body)
	await := func(title string) { // until a page of a later state has it
		t.Helper()
		for lines.Scan() {
			if !strings.HasPrefix(lines.Text(), "data:") {
				continue
			}
			answer, err := http.Get(address + "ja/articles/quay.html")
			if err != nil {
				t.Fatal(err)
			}
			page, _ := io.ReadAll(answer.Body)
			answer.Body.Close()
			if strings.Contains(string(page), title) {
				return
			}
		}
		t.Fatalf("the page never had %q", title)
	}
	await("岸壁")
	write("灯台の岸壁")
	await("灯台の岸壁")
	stop()
	if got := <-code; got != exitDone {
		t.Errorf("exit %d, %s", got, stderr.String())
	}
	if !strings.HasPrefix(stderr.String(), "made in ") {
		t.Errorf("it tells %q", stderr.String())
	}
	entries, _ := os.ReadDir(dir)
	if len(entries) != 1 || entries[0].Name() != "content" {
		t.Errorf("it wrote %v", entries)
	}
}

func TestTakenPort(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	if _, err := listen(serveFlags{port: port}); err == nil || !strings.Contains(err.Error(), "choose another with --port") {
		t.Errorf("a port that was asked for is taken: %v", err)
	}
	if port+portsTried > 65535 {
		t.Skip("there is no port behind it")
	}
	l, err := listen(serveFlags{port: port, anyPort: true})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if a := l.Addr().(*net.TCPAddr); !a.IP.IsLoopback() || a.Port <= port {
		t.Errorf("it listens on %v", a)
	}
}

func TestServeUsage(t *testing.T) {
	for _, args := range [][]string{
		{"serve", "extra"}, {"serve", "--port", "70000"}, {"serve", "--port", "-1"}, {"serve", "--port", "x"}, {"serve", "--editor", "vim"},
		{"serve", "--editor", "javascript:{path}"}, {"serve", "--originals", "nowhere"}, {"serve", "--prot", "1"},
	} {
		p := program{Stdout: discard{}, Stderr: discard{}, Dir: t.TempDir()}
		if got := p.Run(context.Background(), args); got != exitUsage {
			t.Errorf("jikenbo %q: exit %d, want %d", args, got, exitUsage)
		}
	}
}

func TestEditorOf(t *testing.T) {
	for _, tt := range []struct {
		flag, visual, editor, terminal string
		want                           string
	}{
		{"", "", "", "", ""},
		{"", "vim", "nano", "", ""},
		{"", "vim", "code -w", "", "vscode:"},
		{"", "cursor", "code", "", "cursor:"},
		{"zed", "cursor", "code", "", "zed:"},
		{"", "vim", "", "vscode", "vscode:"},
		{"x:{path}", "", "", "", "x:/"},
	} {
		t.Setenv("VISUAL", tt.visual)
		t.Setenv("EDITOR", tt.editor)
		t.Setenv("TERM_PROGRAM", tt.terminal)
		e, err := editorOf(tt.flag)
		got := ""
		if e != nil {
			got = e("/a", 1, 1)
		}
		if err != nil || (got != "") != (tt.want != "") || !strings.HasPrefix(got, tt.want) {
			t.Errorf("%+v: %q, %v", tt, got, err)
		}
	}
}
