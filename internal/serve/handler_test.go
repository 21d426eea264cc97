package serve

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// resting is a server that nothing watches, with a site.
func resting(t *testing.T, dir string, site Site, problems ...source.Problem) *Server {
	t.Helper()
	s := &Server{Archive: dir, port: "4400", run: "run"}
	var err error
	if s.messages, err = i18n.LoadMessages(); err != nil {
		t.Fatal(err)
	}
	if s.root, err = os.OpenRoot(dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.root.Close() })
	s.board.show(site, problems)
	return s
}

var someFiles = files{
	"index.html": doc("cover"), "ja/index.html": doc("home"), "assets/jikenbo.css": "a{}", "assets/theme.js": "1", "assets/favicon.svg": "<svg/>",
	"data/archive.json": "{}", "data/sources.bib": "@", "data/acts.csv": "a", "en/feed.xml": "<feed/>", "robots.txt": "x", "assets/cards/a.png": "x",
	"assets/x.bin": "x", ".nojekyll": "x",
}

func TestAnswers(t *testing.T) {
	s := resting(t, t.TempDir(), someFiles)
	tests := []struct {
		path   string
		status int
		kind   string // content type, or where to
	}{
		{"/", 200, "text/html; charset=utf-8"},
		{"/index.html?x=y", 200, "text/html; charset=utf-8"},
		{"/ja/", 200, "text/html; charset=utf-8"},
		{"/ja", 302, "/ja/"},
		{"/assets/", 404, "text/html; charset=utf-8"},
		{"/assets", 404, "text/html; charset=utf-8"},
		{"/ja/index.html/", 404, "text/html; charset=utf-8"},
		{"/assets/jikenbo.css", 200, "text/css; charset=utf-8"},
		{"/assets/theme.js", 200, "text/javascript; charset=utf-8"},
		{"/assets/favicon.svg", 200, "image/svg+xml; charset=utf-8"},
		{"/assets/cards/a.png", 200, "image/png"},
		{"/assets/x.bin", 200, "application/octet-stream"},
		{"/data/archive.json", 200, "application/json; charset=utf-8"},
		{"/data/sources.bib", 200, "text/plain; charset=utf-8"},
		{"/data/acts.csv", 200, "text/csv; charset=utf-8"},
		{"/en/feed.xml", 200, "application/xml; charset=utf-8"},
		{"/robots.txt", 200, "text/plain; charset=utf-8"},
		{"/.nojekyll", 200, "application/octet-stream"},
		{"/.jikenbo/live.js", 200, "text/javascript; charset=utf-8"},
		{"/.jikenbo/live.css", 200, "text/css; charset=utf-8"},
		{"/.jikenbo/page.css", 200, "text/css; charset=utf-8"},
		{"/.jikenbo/", 404, "text/html; charset=utf-8"},
		{"/.jikenbo/page.html", 404, "text/html; charset=utf-8"},
		{"/.jikenbo/serve.go", 404, "text/html; charset=utf-8"},
		{"/none.html", 404, "text/html; charset=utf-8"},
	}
	for _, tt := range tests {
		for _, method := range []string{"GET", "HEAD"} {
			w := httptest.NewRecorder()
			r := httptest.NewRequest(method, tt.path, nil)
			r.Host = "localhost:4400"
			s.ServeHTTP(w, r)
			got := w.Header().Get("Content-Type")
			if tt.status == 302 {
				got = w.Header().Get("Location")
			}
			if w.Code != tt.status || got != tt.kind {
				t.Errorf("%s %s: %d %q, want %d %q", method, tt.path, w.Code, got, tt.status, tt.kind)
			}
			for name, want := range map[string]string{"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "Etag": "", "Last-Modified": ""} {
				if got := w.Header().Get(name); got != want {
					t.Errorf("%s: %s is %q, want %q", tt.path, name, got, want)
				}
			}
		}
	}
}

func TestNothingIsConditional(t *testing.T) {
	s := resting(t, t.TempDir(), someFiles)
	r := httptest.NewRequest("GET", "/index.html", nil)
	r.Host = "127.0.0.1:4400"
	r.Header = http.Header{"If-None-Match": {"*"}, "If-Modified-Since": {"Sun, 22 Nov 2099 00:00:00 GMT"}, "Range": {"bytes=0-1"}}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != 200 || !strings.Contains(w.Body.String(), "cover") {
		t.Errorf("%d, %d bytes", w.Code, w.Body.Len())
	}
}

func TestHosts(t *testing.T) {
	s := resting(t, t.TempDir(), someFiles)
	for host, want := range map[string]int{
		"localhost:4400": 200, "LocalHost:4400": 200, "127.0.0.1:4400": 200, "[::1]:4400": 200,
		"localhost": 421, "127.0.0.1": 421, "localhost:4401": 421, "127.0.0.1:80": 421, "[::1]": 421, "": 421, ":4400": 421,
		"example.org": 421, "example.org:4400": 421, "localhost.example.org:4400": 421, "localhost.:4400": 421, "127.0.0.1.nip.io:4400": 421,
		"127.0.0.2:4400": 421, "0.0.0.0:4400": 421, "localhost:4400:4400": 421, "example.org@localhost:4400": 421, "127.1:4400": 421, "[::ffff:127.0.0.1]:4400": 421,
	} {
		for _, path := range []string{"/", "/.jikenbo/source?file=config.toml", "/.jikenbo/live.js"} {
			r := httptest.NewRequest("GET", path, nil)
			r.Host = host
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if got := w.Code; want == 421 && got != 421 || want == 200 && got == 421 {
				t.Errorf("Host %q, %s: %d, want %d", host, path, got, want)
			}
		}
	}
	s.port = "80" // which a browser leaves out
	r := httptest.NewRequest("GET", "/", nil)
	r.Host = "localhost"
	w := httptest.NewRecorder()
	if s.ServeHTTP(w, r); w.Code != 200 {
		t.Errorf("port 80: %d", w.Code)
	}
}

func TestMethods(t *testing.T) {
	s := resting(t, t.TempDir(), someFiles)
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host, r.Method = "localhost:4400", method
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD" || strings.Contains(w.Body.String(), "cover") {
			t.Errorf("%s: %d", method, w.Code)
		}
	}
}

// greedy is a site that has every file, and notes what it is asked for.
type greedy struct{ asked []string }

func (g *greedy) ReadFile(path string) ([]byte, error) {
	g.asked = append(g.asked, path)
	return []byte("secret"), nil
}

// attacks are paths that are none of the site, as they come over the network.
var attacks = []string{
	"/..", "/../x", "/../../etc/passwd", "/ja/../../x", "/%2e%2e/x", "/%2E%2E%2Fx", "/ja/%2e%2e/%2e%2e/x", "/..%2fx", "/./x", "/ja/./x", "//x", "/ja//x", "/ja///",
	"//example.org/x", "/%2fetc/passwd", "/%2f%2fexample.org/", `/..\x`, `/ja\..\..\x`, "/..%5cx", "/ja%5c..%5cx", "/%00", "/index.html%00.png", "/ja/%00/x", "/%0d%0aSet-Cookie:x", "/%7f",
	"/%ff%fe", "/ja/..", "/ja/.", "/C:%5cx", "/.jikenbo/../x", "/.jikenbo/%2e%2e/x", "/.jikenbo//live.js",
}

// TestPathsOutside sends the paths as they are, past the care that a client takes.
func TestPathsOutside(t *testing.T) {
	site := &greedy{}
	s := resting(t, t.TempDir(), site)
	server := httptest.NewServer(s)
	defer server.Close()
	address := server.Listener.Addr().String()
	_, s.port, _ = net.SplitHostPort(address)
	for _, path := range attacks {
		if code := ask(t, address, path); code != 400 {
			t.Errorf("%q: %d, want 400", path, code)
		}
	}
	for _, path := range []string{"x", "http://example.org/", "http://localhost:1/", "*"} {
		if code := ask(t, address, path); code != 400 && code != 421 {
			t.Errorf("%q: %d", path, code)
		}
	}
	if len(site.asked) > 0 {
		t.Errorf("the site was asked for %q", site.asked)
	}
	if code := ask(t, address, "/ja/x"); code != 200 {
		t.Errorf("a path of the site: %d", code)
	}
}

// ask sends a request line and returns the status.
func ask(t *testing.T, address, path string) int {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", path, address)
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatalf("%q: %v", path, err)
	}
	answer.Body.Close()
	return answer.StatusCode
}

func TestSourcesOutside(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret")
	dir := t.TempDir()
	for name, text := range map[string]string{
		"config.toml": "x", "content/a.md": "x", "seeds/a.txt": "x", ".git/config": "secret", ".env": "secret", "public/index.html": "secret", "contents/a.md": "secret",
	} {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	os.WriteFile(outside, []byte("secret"), 0o644)
	for link, to := range map[string]string{
		"content/file": outside, "content/folder": filepath.Dir(outside), "content/env": "../.env", "content/up": "..", "content/loop": "loop", "templates": ".git",
	} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	s := resting(t, dir, someFiles)
	for _, file := range []string{"config.toml", "content/a.md", "seeds/a.txt"} {
		if code, body := source1(s, file); code != 200 || !strings.Contains(body, "<h1>"+file+"</h1>") {
			t.Errorf("%s: %d", file, code)
		}
	}
	for _, file := range []string{
		"", ".", "..", "/", "/etc/passwd", outside, "../secret", "content", "content/", "content/..", "content/../.env", "content/../content/a.md", "content//a.md", "./content/a.md", `content\a.md`, "content/a.md\x00",
		".git/config", ".env", "public/index.html", "contents/a.md", "content/none", "content/a.md/x", "content/file", "content/folder/secret", "content/env", "content/up/.env", "content/up/content/a.md", "content/loop", "templates/config",
	} {
		if code, body := source1(s, file); code != 404 || strings.Contains(body, "secret<") {
			t.Errorf("%q: %d\n%s", file, code, body)
		}
	}
}

func source1(s *Server, file string) (int, string) {
	r := httptest.NewRequest("GET", "/.jikenbo/source", nil)
	r.Host = "localhost:4400"
	r.URL.RawQuery = "file=" + strings.NewReplacer("\\", "%5C", "\x00", "%00").Replace(file)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

func TestSourcePage(t *testing.T) {
	dir := t.TempDir()
	os.Mkdir(filepath.Join(dir, "content"), 0o755)
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("config.toml", "\ufeff一行目\r\n<script>二</script>\r\n")
	write("content/long.md", strings.Repeat(strings.Repeat("長い行", 100)+"\n", maxShown/900+2))
	write("content/bytes.md", "a\xffb")
	write("content/empty.md", "")
	s := resting(t, dir, someFiles, source.Problem{Pos: source.Position{Path: "config.toml"}, Msg: "all of it"}, source.Problem{Pos: source.Position{Path: "config.toml", Line: 99}, Msg: "far", Warning: true})
	get := func(query string) string {
		r := httptest.NewRequest("GET", "/.jikenbo/source?"+query, nil)
		r.Host = "localhost:4400"
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Code != 200 {
			t.Errorf("%s: %d", query, w.Code)
		}
		if got := w.Header().Get("Content-Security-Policy"); got != pagePolicy {
			t.Errorf("the policy is %q", got)
		}
		return w.Body.String()
	}
	for query, wants := range map[string][]string{
		"file=config.toml&line=1&column=2":         {`<html lang="ja">`, `<code>一<mark>行</mark>目</code>`, `<code>&lt;script&gt;二&lt;/script&gt;</code>`, "all of it", "far"},
		"file=config.toml&line=1&column=99":        {`<li id="L1" class="here" aria-current="location"><code>一行目</code>`},
		"file=config.toml&line=-5&column=x":        {`<li id="L1"><code>一行目</code>`},
		"file=config.toml&line=99&lang=en":         {`<html lang="en">`, "To the cover"},
		"file=content/long.md&lang=en":             {"this is its beginning"},
		"file=content/bytes.md&line=1&column=2":    {"a<mark>\ufffd</mark>b"},
		"file=content/empty.md&line=1&column=1":    {"<ol>\n</ol>"},
		"file=config.toml&line=1&column=-9&lang=x": {"一行目"},
	} {
		body := get(query)
		for _, want := range wants {
			if !strings.Contains(body, want) {
				t.Errorf("%s lacks %q:\n%.600s", query, want, body)
			}
		}
	}
	s.Editor, _ = NewEditor("cursor")
	if body := get("file=config.toml&line=2&column=3"); !strings.Contains(body, `<a href="cursor://file/`) || !strings.Contains(body, `config.toml:2:3">`) {
		t.Errorf("no link to the editor:\n%s", body)
	}
}

// failing is a site of which a page cannot be made.
type failing struct{ error }

func (f failing) ReadFile(string) ([]byte, error) { return nil, f.error }

func TestPageThatCannotBeMade(t *testing.T) {
	dir := t.TempDir()
	os.Mkdir(filepath.Join(dir, "templates"), 0o755)
	os.WriteFile(filepath.Join(dir, "templates", "article.html"), []byte("x\ny\n"), 0o644)
	s := resting(t, dir, failing{errors.New(`render x: template: article.html:2:7: executing "main" at <.None>: can't evaluate`)})
	r := httptest.NewRequest("GET", "/ja/x.html", nil)
	r.Host = "localhost:4400"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	body := w.Body.String()
	if w.Code != 500 || !strings.Contains(body, `file=templates%2Farticle.html`) || !strings.Contains(body, "executing &#34;main&#34; at &lt;.None&gt;") || !strings.Contains(body, `data-state="run-1"`) {
		t.Errorf("%d\n%s", w.Code, body)
	}
}

// TestManyProblems holds that a page is told of the errors first, and of so many that it stays quick.
func TestManyProblems(t *testing.T) {
	var problems source.Problems
	for i := range 2 * mostNotes {
		problems = append(problems, source.Problem{Pos: source.Position{Path: "content/x.toml", Line: i + 1}, Msg: "x", Warning: i < mostNotes+5})
	}
	s := resting(t, t.TempDir(), someFiles, problems...)
	now, _ := s.board.look()
	m := s.message(now, i18n.EN)
	if len(m.Problems) != mostNotes || m.More != "50 more; the terminal shows all of them" {
		t.Errorf("%d problems and %q", len(m.Problems), m.More)
	}
	for i, n := range m.Problems {
		if want := fmt.Sprintf("content/x.toml:%d", i+mostNotes+6); i < mostNotes-5 && (n.Kind != "error" || n.Place != want) {
			t.Errorf("problem %d is the %s at %s, want the error at %s", i, n.Kind, n.Place, want)
		}
	}
	if now.problems[0].Pos.Line != 1 {
		t.Error("the state has changed")
	}
}
