package serve

import (
	"errors"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
)

// ServeHTTP answers a request for a file of the site, or for what the server has of its own, below [reserved].
//
// It refuses a request that does not name this machine, since a page of the network may have led a name of its own
// here to read what is not public yet; what is neither GET nor HEAD; and every path that is not that of a file.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin") // other sites may not take our scripts, which hold the archive
	h.Set("Referrer-Policy", "same-origin")
	switch name, ok := strings.CutPrefix(r.URL.Path, "/"); {
	case !s.isOurs(r.Host):
		http.Error(w, "This server answers only at http://127.0.0.1:"+s.port+"/ and http://localhost:"+s.port+"/.", http.StatusMisdirectedRequest)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "This server is only read from.", http.StatusMethodNotAllowed)
	case !ok || !isPath(name):
		http.Error(w, "This is no path of the site.", http.StatusBadRequest)
	case strings.HasPrefix(r.URL.Path, reserved):
		s.own(w, r, strings.TrimPrefix(r.URL.Path, reserved))
	default:
		s.file(w, r, name)
	}
}

// isOurs reports whether a Host header names this server.
func (s *Server) isOurs(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil { // without a port, which is then that of the scheme
		name, port = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]"), "80"
	}
	return port == s.port && (strings.EqualFold(name, "localhost") || name == "127.0.0.1" || name == "::1")
}

// isPath reports whether what follows the first slash may be the path of a file or, with a slash at its end, of a folder.
func isPath(name string) bool {
	name = strings.TrimSuffix(name, "/")
	return name == "" || fs.ValidPath(name) && name != "." && !strings.ContainsFunc(name, func(r rune) bool {
		return r == '\\' || r < ' ' || r == 0x7f
	})
}

// file answers with a file of the site; with its index.html for a folder.
func (s *Server) file(w http.ResponseWriter, r *http.Request, name string) {
	now := s.first(r)
	switch {
	case now == nil:
		return // whoever asked is gone
	case now.site == nil:
		s.nothing(w, r, now)
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	data, err := now.site.ReadFile(name)
	switch {
	case err == nil:
		if path.Ext(name) == ".html" {
			data = withReload(data, s.mark("site", now.siteNumber))
		}
		answer(w, http.StatusOK, contentType(name), data)
	case !errors.Is(err, fs.ErrNotExist):
		s.broken(w, r, now, err)
	case isFolder(now.site, name):
		http.Redirect(w, r, (&url.URL{Path: "/" + name + "/"}).String(), http.StatusFound)
	default:
		s.missing(w, r, now)
	}
}

func isFolder(site Site, name string) bool {
	_, err := site.ReadFile(name + "/index.html")
	return err == nil
}

// first returns the newest state, and waits for the first one; nil where whoever asks goes away meanwhile.
func (s *Server) first(r *http.Request) *state {
	now, next := s.board.look()
	if now != nil {
		return now
	}
	select {
	case <-next:
		now, _ = s.board.look()
		return now
	case <-r.Context().Done():
		return nil
	}
}

// mark is what a page is known by: of a site, or of a state.
func (s *Server) mark(of string, number int) mark { return mark{of, s.id(number)} }

func (s *Server) id(number int) string { return s.run + "-" + strconv.Itoa(number) }

func answer(w http.ResponseWriter, status int, contentType string, data []byte) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(status)
	_, _ = w.Write(data) // to a browser that is gone, perhaps
}

// contentType is told by the ending alone, the same on every system.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json; charset=utf-8"
	case ".xml":
		return "application/xml; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".txt", ".md", ".bib":
		return "text/plain; charset=utf-8"
	case ".svg":
		return "image/svg+xml; charset=utf-8"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".webp":
		return "image/webp"
	case ".gif":
		return "image/gif"
	case ".ico":
		return "image/x-icon"
	case ".woff2":
		return "font/woff2"
	case ".pdf":
		return "application/pdf"
	}
	return "application/octet-stream"
}
