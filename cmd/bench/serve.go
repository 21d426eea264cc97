package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// saves is how often an article is saved; the fastest counts.
const saves = 5

// saved serves an archive, saves an article again and again, and tells how long it takes until its page holds what was
// written, as it does in a browser: the stream of events tells of a new state, and the page is asked for.
func (b bench) saved(archive string) (cost, error) {
	program, err := filepath.Abs(b.program)
	if err != nil {
		return cost{}, err
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	cmd := exec.CommandContext(ctx, program, "serve", "--port", "0")
	cmd.Dir = archive
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	out, err := cmd.StdoutPipe()
	if err != nil {
		return cost{}, err
	}
	if err := cmd.Start(); err != nil {
		return cost{}, err
	}
	c, err := b.saveOften(archive, out, cmd.Process.Pid)
	stop()
	if waitErr := cmd.Wait(); err == nil && !errors.Is(waitErr, context.Canceled) {
		err = waitErr
	}
	c.MB = peak(cmd.ProcessState)
	return c, err
}

// saveOften talks to a server that has just been started, and writes to stdout where it serves.
func (b bench) saveOften(archive string, stdout io.Reader, pid int) (cost, error) {
	line, err := bufio.NewReader(stdout).ReadString('\n')
	_, address, ok := strings.Cut(line, "serving ")
	address, _, _ = strings.Cut(address, " ")
	if err != nil || !ok {
		return cost{}, fmt.Errorf("the server says %q: %w", line, err)
	}
	events, err := http.Get(address + ".jikenbo/events")
	if err != nil {
		return cost{}, err
	}
	defer events.Body.Close()
	states := bufio.NewScanner(events.Body)
	if err := nextState(states); err != nil {
		return cost{}, err
	}
	var walls []float64
	began := cpuOf(pid)
	for i := range saves {
		wall, err := b.save(archive, address, states, i)
		if err != nil {
			return cost{}, err
		}
		walls = append(walls, wall)
	}
	return cost{Wall: slices.Min(walls), CPU: (cpuOf(pid) - began) / saves}, nil
}

// save adds a sentence to an article and waits for it in its page, in seconds.
func (b bench) save(archive, address string, states *bufio.Scanner, i int) (float64, error) {
	id := fmt.Sprintf("made-%05d", max(1, b.n/2-3)) // not the one that the other kinds edit
	path := filepath.Join(archive, "content", "articles", id, "ja.md")
	text, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	mark := fmt.Sprintf("第%d回の注意", i+1)
	start := time.Now()
	if err := os.WriteFile(path, fmt.Appendf(bytes.TrimSpace(text), "2024年3月%d日、警察庁が%sを呼びかけた。\n", i+1, mark), 0o644); err != nil {
		return 0, err
	}
	for {
		if err := nextState(states); err != nil {
			return 0, err
		}
		answer, err := http.Get(address + "ja/articles/" + id + ".html")
		if err != nil {
			return 0, err
		}
		page, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil {
			return 0, err
		}
		if bytes.Contains(page, []byte(mark)) {
			return time.Since(start).Seconds(), nil
		}
	}
}

// nextState waits for the next state that the server tells of.
func nextState(states *bufio.Scanner) error {
	for states.Scan() {
		if strings.HasPrefix(states.Text(), "data:") {
			return nil
		}
	}
	return errors.Join(states.Err(), io.ErrUnexpectedEOF)
}
