package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jikenbo/internal/source"
)

// files is a site.
type files map[string]string

func (f files) ReadFile(path string) ([]byte, error) {
	if text, ok := f[path]; ok {
		return []byte(text), nil
	}
	return nil, fs.ErrNotExist
}

// folder is a site that shows what stands in content/page.html, and has a problem where that is missing or says so.
func folder(dir string) func(context.Context) (Site, source.Problems, error) {
	return func(context.Context) (Site, source.Problems, error) {
		text, err := os.ReadFile(filepath.Join(dir, "content", "page.html"))
		if err != nil || strings.Contains(string(text), "broken") {
			var ps source.Problems
			ps = append(ps, source.Problem{Pos: source.Position{Path: "content/page.html", Line: 2, Col: 3}, Code: "content.broken", Msg: "it is <broken>", Hint: "mend it"})
			return nil, ps, nil
		}
		return files{"index.html": doc(string(text)), "ja/index.html": doc("ja"), "assets/a.css": "a{}", "data/a.json": "{}"}, nil, nil
	}
}

// policyText is the policy of the site's pages.
const policyText = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; object-src 'none'"

func doc(text string) string {
	return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="` + strings.ReplaceAll(policyText, "'", "&#39;") + `"><title>x</title></head><body>` + text + `</body></html>`
}

// A running server, and what it has told.
type running struct {
	*Server
	t       *testing.T
	dir     string
	address string
	told    chan Report
	stop    context.CancelFunc
	ended   chan error
}

// start serves a folder of its own, in which write has been.
func start(t *testing.T, change func(*Server), write ...string) *running {
	t.Helper()
	dir := t.TempDir()
	r := &running{t: t, dir: dir, told: make(chan Report, 100), ended: make(chan error, 1)}
	r.Server = &Server{Archive: dir, Make: folder(dir), Told: func(rep Report) { r.told <- rep }}
	for i := 0; i < len(write); i += 2 {
		r.write(write[i], write[i+1])
	}
	if change != nil {
		change(r.Server)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r.address = "http://" + l.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	r.stop = stop
	go func() { r.ended <- r.Run(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-r.ended; err != nil {
			t.Errorf("it ended with %v", err)
		}
	})
	<-r.told
	return r
}

func (r *running) write(name, text string) {
	r.t.Helper()
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

// get returns the answer to a request, and its body.
func (r *running) get(path string) (*http.Response, string) {
	r.t.Helper()
	answer, err := http.Get(r.address + path)
	if err != nil {
		r.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return answer, string(body)
}

// A tab is an open stream of events.
type tab struct {
	t     *testing.T
	body  io.ReadCloser
	lines *bufio.Scanner
}

func (r *running) open(query string) *tab {
	r.t.Helper()
	answer, err := http.Get(r.address + reserved + "events" + query)
	if err != nil {
		r.t.Fatal(err)
	}
	if got := answer.Header.Get("Content-Type"); got != "text/event-stream; charset=utf-8" {
		r.t.Fatalf("the stream is %q", got)
	}
	b := &tab{t: r.t, body: answer.Body, lines: bufio.NewScanner(answer.Body)}
	r.t.Cleanup(func() { b.body.Close() })
	return b
}

// hear waits for the next message.
func (b *tab) hear() message {
	b.t.Helper()
	for b.lines.Scan() {
		if data, ok := strings.CutPrefix(b.lines.Text(), "data: "); ok {
			var m message
			if err := json.Unmarshal([]byte(data), &m); err != nil {
				b.t.Fatal(err)
			}
			return m
		}
	}
	b.t.Fatalf("the stream ended: %v", b.lines.Err())
	return message{}
}

// until waits for a message that something holds of: a save may be seen in two steps.
func (b *tab) until(holds func(message) bool) message {
	b.t.Helper()
	for {
		if m := b.hear(); holds(m) {
			return m
		}
	}
}

func TestChangeReachesEveryTab(t *testing.T) {
	r := start(t, nil, "content/page.html", "one")
	tabs := []*tab{r.open(""), r.open("?lang=en")}
	var before string
	for _, tab := range tabs {
		before = tab.hear().Site
	}
	if _, body := r.get("/"); !strings.Contains(body, `data-site="`+before+`"`) {
		t.Errorf("the page does not know its site %s:\n%s", before, body)
	}
	r.write("content/page.html", "two")
	for _, tab := range tabs {
		m := tab.until(func(m message) bool { return m.Site != before && !m.Errors })
		if m.Heading != "" || len(m.Problems) != 0 {
			t.Errorf("problems where there are none: %+v", m)
		}
	}
	if _, body := r.get("/"); !strings.Contains(body, "two") || strings.Contains(body, before) {
		t.Errorf("the page is the old one:\n%s", body)
	}
}

func TestBrokenFileLeavesLastSite(t *testing.T) {
	r := start(t, func(s *Server) { s.Editor, _ = NewEditor("code --wait") }, "content/page.html", "one\n")
	ja, en := r.open("?lang=ja"), r.open("?lang=en")
	before := ja.hear()
	en.hear()

	r.write("content/page.html", "broken\nfile")
	isBroken := func(m message) bool { return m.Errors }
	m := ja.until(isBroken)
	if m.Site != before.Site || m.State == before.State || !strings.Contains(m.Heading, "問題が1件") {
		t.Errorf("got %+v after %+v", m, before)
	}
	n := m.Problems[0]
	if n.Kind != "error" || n.Word != "エラー" || n.Place != "content/page.html:2:3" || n.Text != "it is <broken> [content.broken]" || n.Hint != "mend it" {
		t.Errorf("the problem is %+v", n)
	}
	abs, _ := filepath.EvalSymlinks(r.dir)
	if want := "/content/page.html:2:3"; !strings.HasPrefix(n.Editor, "vscode://file/") || !strings.HasSuffix(n.Editor, want) || n.Opening == "" {
		t.Errorf("the editor is opened by %q below %s", n.Editor, abs)
	}
	if m := en.until(isBroken); !strings.Contains(m.Heading, "1 problem. Until it is mended") || m.Problems[0].Word != "Error" {
		t.Errorf("in English: %+v", m)
	}
	if _, body := r.get("/"); !strings.Contains(body, "one") {
		t.Errorf("the last good site is gone:\n%s", body)
	}
	if late := r.open("").hear(); late.Site != before.Site || !late.Errors {
		t.Errorf("a tab that comes later hears %+v", late)
	}

	answer, body := r.get(n.Source)
	if answer.StatusCode != http.StatusOK || !strings.Contains(body, `<li id="L2" class="here" aria-current="location"><code>fi<mark>l</mark>e</code><div class="note error">`) || !strings.Contains(body, "it is &lt;broken&gt;") {
		t.Errorf("%s: %d\n%s", n.Source, answer.StatusCode, body)
	}

	r.write("content/page.html", "mended")
	if m := ja.until(func(m message) bool { return !m.Errors }); m.Site == before.Site || m.Heading != "" {
		t.Errorf("mended, but %+v", m)
	}
	if _, body := r.get("/"); !strings.Contains(body, "mended") {
		t.Errorf("the new site does not show:\n%s", body)
	}
}

func TestNoSiteAtFirst(t *testing.T) {
	r := start(t, nil, "content/page.html", "broken")
	answer, body := r.get("/en/index.html")
	if answer.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, `<html lang="en">`) || !strings.Contains(body, "There is no site yet") || !strings.Contains(body, "サイトをまだ作れていません") {
		t.Errorf("%d\n%s", answer.StatusCode, body)
	}
	tab := r.open("?lang=en")
	m := tab.hear()
	if m.Heading != "There is no site yet: 1 problem" || !m.Errors || !strings.Contains(body, `data-site="`+m.Site+`"`) {
		t.Errorf("got %+v", m)
	}
	r.write("content/page.html", "one")
	tab.until(func(now message) bool { return now.Site != m.Site && !now.Errors })
	if _, body := r.get("/"); !strings.Contains(body, "one") {
		t.Errorf("it is not there:\n%s", body)
	}
}

// TestNewestStateWins holds that however often something changes while the site is made, it is made once more and no more.
func TestNewestStateWins(t *testing.T) {
	begun, go1 := make(chan int), make(chan bool)
	n := 0
	s := &Server{Make: func(context.Context) (Site, source.Problems, error) {
		n++
		begun <- n
		<-go1
		return files{}, nil, nil
	}}
	ctx, stop := context.WithCancel(context.Background())
	w := &watcher{changed: make(chan struct{}, 1)}
	ended := make(chan bool)
	go func() {
		s.keepMaking(ctx, w.changed, func(context.Context, <-chan struct{}) {})
		close(ended)
	}()
	if got := <-begun; got != 1 {
		t.Fatalf("made %d times", got)
	}
	for range 1000 {
		w.tell()
	}
	go1 <- true
	if got := <-begun; got != 2 {
		t.Fatalf("made %d times", got)
	}
	stop()
	go1 <- true
	<-ended
	if n != 2 {
		t.Errorf("the site was made %d times, want 2", n)
	}
}

func TestSettleWaitsForTheLastChange(t *testing.T) {
	changed := make(chan struct{}, 1)
	changed <- struct{}{}
	settle(context.Background(), changed)
	if len(changed) != 0 {
		t.Error("a change is left, for which the site would be made once more")
	}
}

func TestTabsThatGoAwayLeaveNothing(t *testing.T) {
	r := start(t, nil, "content/page.html", "one")
	for range 50 {
		tab := r.open("")
		tab.hear()
		tab.body.Close()
	}
	tab := r.open("")
	before := tab.hear()
	r.write("content/page.html", "two")
	tab.until(func(m message) bool { return m.Site != before.Site })
}

// TestEnd holds that the server ends, and every stream with it, when its context does.
func TestEnd(t *testing.T) {
	r := start(t, nil, "content/page.html", "one")
	tab := r.open("")
	tab.hear()
	r.stop()
	if err := <-r.ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
	if tab.lines.Scan(); tab.lines.Scan() {
		t.Error("the stream goes on")
	}
	if _, err := http.Get(r.address); err == nil {
		t.Error("it still answers")
	}
	r.ended <- nil // for the end of the test
}
