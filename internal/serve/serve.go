// Package serve is the editor's server: it shows the site while it is written.
//
// In: a function that makes the site of what stands in the archive now, and the
// folders to watch. Out: the site on 127.0.0.1, in the browser again after every
// change, with the problems of the last one on its pages, each with a link to its line.
//
// The files of the site are never altered, and none is written. What reloads a page is
// added to the answer, and the page's policy is widened there by what it needs.
package serve

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A Site is the site as it is at one time. It may be read by several goroutines.
type Site interface {
	// ReadFile returns a file by its path from the root of the site. The error is
	// [fs.ErrNotExist] where the site has no such file.
	ReadFile(path string) ([]byte, error)
}

// Roots are what the site of an archive is made of; nothing else of its folder is watched or shown.
var roots = [...]string{"config.toml", "content", "seeds", "templates", "static"}

// A Server serves the site of one archive. Its exported fields do not change after [Server.Run] is called.
type Server struct {
	// Archive is the folder of config.toml, content/ and seeds/.
	Archive string // required
	// Watched are further folders that are watched, as that of the originals.
	Watched []string
	// Make makes the site anew. It is nil where problems stopped that: then the last one stays. Make is not
	// called twice at once.
	Make func(context.Context) (Site, source.Problems, error) // required
	// Editor returns the address that opens a file in the editor; nil where none does.
	Editor Editor
	// Told is told of every state after it is shown; may be nil.
	Told func(Report)

	run      string // another one for every run, so that pages of the last one reload
	messages *i18n.Messages
	root     *os.Root
	port     string
	board    board
}

// A Report says how a site was made.
type Report struct {
	Problems source.Problems
	// Fresh reports whether there is a new site; if not, the one before is shown, if any.
	Fresh bool
	Took  time.Duration
}

// Run serves on a listener until the context ends, and then returns nil. It closes the listener.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	defer l.Close()
	var err error
	if s.messages, err = i18n.LoadMessages(); err != nil {
		return err
	}
	if s.root, err = os.OpenRoot(s.Archive); err != nil {
		return err
	}
	defer s.root.Close()
	if _, s.port, err = net.SplitHostPort(l.Addr().String()); err != nil {
		return err
	}
	s.run = rand.Text()[:8]
	w, err := newWatcher(s.Archive, s.Watched)
	if err != nil {
		return err
	}
	defer w.close()

	ctx, stop := context.WithCancel(ctx)
	var work sync.WaitGroup
	work.Go(func() { w.run(ctx) })
	work.Go(func() { s.keepMaking(ctx, w.changed, settle) })
	err = s.listen(ctx, l)
	stop()
	work.Wait()
	return err
}

// listen answers until the context ends. All streams end with it.
func (s *Server) listen(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          log.New(io.Discard, "", 0), // what a browser breaks off is no news
	}
	ended := context.AfterFunc(ctx, func() { server.Close() })
	defer ended()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// keepMaking makes the site, and anew after every change. A change while it does so is seen when it is done:
// the newest state is made next, and what lay between is never made.
func (s *Server) keepMaking(ctx context.Context, changed <-chan struct{}, settle func(context.Context, <-chan struct{})) {
	for ctx.Err() == nil {
		s.make(ctx)
		select {
		case <-ctx.Done():
		case <-changed:
			settle(ctx, changed)
		}
	}
}

// make makes the site and shows it, or what is wrong with it.
func (s *Server) make(ctx context.Context) {
	start := time.Now()
	site, problems, err := s.Make(ctx)
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		site, problems = nil, append(problems, problemOf(err))
	}
	s.board.show(site, problems.Sorted())
	if s.Told != nil {
		s.Told(Report{Problems: problems.Sorted(), Fresh: site != nil, Took: time.Since(start)})
	}
}

// How long nothing may change until the site is made: an editor writes a file in several steps, git many files.
const (
	quiet = 30 * time.Millisecond
	most  = 300 * time.Millisecond
)

// settle waits until nothing has changed for a while.
func settle(ctx context.Context, changed <-chan struct{}) {
	enough := time.After(most)
	for {
		select {
		case <-changed:
		case <-time.After(quiet):
			return
		case <-enough:
			return
		case <-ctx.Done():
			return
		}
	}
}
