// Command bench measures how long jikenbo takes for made archives and, where there is a
// hugo on the PATH, how long Hugo takes for the same Markdown.
//
// It builds each archive with both, alternating, saves an article while jikenbo serves it, and prints wall time, processor time
// and peak memory of the processes as a table, or writes them as JSON.
//
//	go run ./cmd/bench -jikenbo bin/jikenbo -n 100,1000 -json bench.json
package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	var (
		program = flag.String("jikenbo", "bin/jikenbo", "the program to measure")
		sizes   = flag.String("n", "100,1000,10000", "numbers of articles")
		rounds  = flag.Int("rounds", 3, "builds of each kind; the fastest counts")
		out     = flag.String("json", "", "file to write the figures to")
		work    = flag.String("dir", "", "folder to work in, kept afterwards (default: a temporary one)")
		only    = flag.Bool("make", false, "make the archives in -dir and build nothing")
	)
	flag.Parse()
	if err := run(*program, *sizes, *rounds, *out, *work, *only); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(program, sizes string, rounds int, out, work string, only bool) error {
	if work == "" {
		dir, err := os.MkdirTemp("", "jikenbo-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		work = dir
	}
	var results []result
	for _, s := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 1 {
			return fmt.Errorf("-n: %q is not a number of articles", s)
		}
		b := bench{program: program, n: n, rounds: rounds, dir: fmt.Sprintf("%s/%d", work, n)}
		if err := b.make(); err != nil {
			return err
		}
		if only {
			continue
		}
		r, err := b.measure()
		if err != nil {
			return err
		}
		results = append(results, r...)
	}
	if only {
		return nil
	}
	table(os.Stdout, results)
	if out == "" {
		return nil
	}
	return write(out, results)
}
