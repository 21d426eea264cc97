package main

import (
	"fmt"
	"io"
	"os"
	"runtime/pprof"
	"text/tabwriter"
	"time"
)

// A clock notes how long each stage of a build takes.
type clock struct {
	names []string
	took  []time.Duration
	since time.Time
	open  bool
}

// stage ends the stage before and begins another one; "" begins none.
func (c *clock) stage(name string) {
	now := time.Now()
	if c.open {
		c.took[len(c.took)-1] += now.Sub(c.since)
	}
	c.since, c.open = now, name != ""
	if c.open {
		c.names, c.took = append(c.names, name), append(c.took, 0)
	}
}

// show writes a line for each stage, and the sum.
func (c *clock) show(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	var sum time.Duration
	for i, name := range c.names {
		fmt.Fprintf(t, "%s\t%.3f s\t\n", name, c.took[i].Seconds())
		sum += c.took[i]
	}
	fmt.Fprintf(t, "all\t%.3f s\t\n", sum.Seconds())
	t.Flush()
}

// measure starts what measures a build. What it returns ends it and shows the figures that were asked for.
func (p program) measure(f buildFlags) (*clock, func(), error) {
	c := &clock{}
	stop := func() {
		c.stage("")
		if f.timings {
			c.show(p.Stderr)
		}
	}
	if f.cpuProfile == "" {
		return c, stop, nil
	}
	file, err := os.Create(p.path(f.cpuProfile))
	if err != nil {
		return nil, nil, err
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		return nil, nil, err
	}
	return c, func() {
		pprof.StopCPUProfile()
		file.Close()
		stop()
	}, nil
}
