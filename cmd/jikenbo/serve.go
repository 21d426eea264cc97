package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"

	"github.com/spf13/cobra"

	"jikenbo/internal/serve"
	"jikenbo/internal/source"
)

// serveFlags are the flags of jikenbo serve.
type serveFlags struct {
	buildFlags
	port    int
	anyPort bool // another port will do
	open    bool
	editor  string
}

// firstPort is where the site is served unless somebody else is there already; then it is one of the next.
const firstPort, portsTried = 4400, 20

func (p program) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "show the site while you write",
		Long: `Serves the site on this machine, at http://127.0.0.1:4400/ or the next port that is free. After every change in
config.toml, content/, seeds/, templates/ and static/ the site is made anew and open pages reload.

Problems are shown here and on the page, each with a link to its line. While there are errors, the last
good site stays. Nothing is written but the cache; run jikenbo build for the files. Ctrl-C ends it.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f.anyPort = !cmd.Flags().Changed("port")
			return p.serve(cmd.Context(), f)
		},
	}
	cmd.Flags().IntVar(&f.port, "port", firstPort, "port to serve on; 0 for any that is free")
	cmd.Flags().BoolVar(&f.open, "open", false, "open the site in the browser")
	cmd.Flags().StringVar(&f.editor, "editor", "", "what links to a line open: code, codium, cursor, zed, idea and others, or an address with {path}, {line} and {column} (default: $VISUAL or $EDITOR, where that is one of them)")
	cmd.Flags().StringVar(&f.originals, "originals", "", "folder with the texts of sources as received; each is known by its SHA-256")
	cmd.Flags().BoolVar(&f.drafts, "drafts", false, "show drafts too")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	f.cacheFlags(cmd)
	return cmd
}

func (p program) serve(ctx context.Context, f serveFlags) error {
	b, err := p.builder(f.buildFlags)
	if err != nil {
		return err
	}
	editor, err := editorOf(f.editor)
	if err != nil {
		return usageError{fmt.Errorf("--editor: %w", err)}
	}
	archive, err := filepath.Abs(p.path("."))
	if err != nil {
		return err
	}
	l, err := listen(f)
	if err != nil {
		return err
	}
	live := b.Live()
	t := teller{program: p, strict: f.strict}
	s := &serve.Server{
		Archive: archive,
		Make: func(ctx context.Context) (serve.Site, source.Problems, error) {
			view, problems, err := live.Next(ctx)
			if view == nil {
				return nil, problems, err
			}
			return view, problems, err
		},
		Editor: editor,
		Told: func(r serve.Report) {
			if t.tell(r); t.states == 1 {
				live.Warm()
			}
		},
	}
	if f.originals != "" {
		s.Watched = []string{p.path(f.originals)}
	}
	address := "http://" + l.Addr().String() + "/"
	fmt.Fprintf(p.Stdout, "serving %s (Ctrl-C ends it)\n", address)
	if f.open {
		if err := open(address); err != nil {
			fmt.Fprintf(p.Stderr, "no browser could be opened: %v\n", err)
		}
	}
	return s.Run(ctx, l)
}

// listen takes the port, or the next that is free where any will do.
func listen(f serveFlags) (net.Listener, error) {
	if f.port < 0 || f.port > 65535 {
		return nil, usageError{fmt.Errorf("--port: %d is no port; choose one from 1024 to 65535, or 0 for any", f.port)}
	}
	tries := 1
	if f.anyPort {
		tries = portsTried
	}
	var err error
	for i := range tries {
		var l net.Listener
		if l, err = net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(f.port+i))); err == nil {
			return l, nil
		}
	}
	return nil, fmt.Errorf("port %d cannot be served on, perhaps because another program does; choose another with --port, or --port 0 for any: %w", f.port, err)
}

// editorOf returns what opens files: as the flag says, or else as the environment does; nil where nothing is known to.
func editorOf(flag string) (serve.Editor, error) {
	if flag != "" {
		editor, err := serve.NewEditor(flag)
		if err == nil && editor == nil {
			err = fmt.Errorf("%q has no address by which a page could open it; write one with {path}, {line} and {column}", flag)
		}
		return editor, err
	}
	settings := []string{os.Getenv("VISUAL"), os.Getenv("EDITOR")}
	if os.Getenv("TERM_PROGRAM") == "vscode" {
		settings = append(settings, "code")
	}
	for _, s := range settings {
		if editor, err := serve.NewEditor(s); err == nil && editor != nil {
			return editor, nil
		}
	}
	return nil, nil
}

// open opens an address in the browser of whoever runs the program.
func open(address string) error {
	command := []string{"xdg-open", address}
	switch runtime.GOOS {
	case "darwin":
		command[0] = "open"
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	c := exec.Command(command[0], command[1:]...)
	if err := c.Start(); err != nil {
		return err
	}
	return c.Process.Release()
}

// A teller says on the terminal how the site is.
type teller struct {
	program
	strict bool
	states int
	good   bool   // there is a site
	last   string // problems, as they were shown
}

// tell says what has become of a change. Problems that were shown and are the same are not shown again.
func (t *teller) tell(r serve.Report) {
	t.states++
	if now := r.Problems.String(); now != t.last {
		t.last = now
		t.showProblems(r.Problems)
	}
	t.good = t.good || r.Fresh
	took := fmt.Sprintf("%.2f s", r.Took.Seconds())
	switch {
	case !r.Fresh && !t.good:
		fmt.Fprintf(t.Stderr, "%s; there is no site yet\n", count(r.Problems))
	case !r.Fresh:
		fmt.Fprintf(t.Stderr, "%s; the last good site stays\n", count(r.Problems))
	case len(r.Problems) > 0:
		fmt.Fprintf(t.Stderr, "made in %s, with %s\n", took, warnings(len(r.Problems)))
	default:
		fmt.Fprintf(t.Stderr, "made in %s\n", took)
	}
}

func warnings(n int) string {
	if n == 1 {
		return "1 warning"
	}
	return strconv.Itoa(n) + " warnings"
}
