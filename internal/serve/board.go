package serve

import (
	"sync"

	"jikenbo/internal/source"
)

// A state is what is shown at one time. It does not change.
type state struct {
	number int
	// site is the last that could be made, nil where none could; siteNumber is that of the state which brought it.
	site       Site
	siteNumber int
	problems   source.Problems
}

// A board shows the newest state to whoever looks. Those who are slow miss states, and nobody waits for them.
type board struct {
	mu   sync.Mutex
	now  *state
	next chan struct{} // closed when there is a newer one
}

// show puts up the next state. The site of the last one stays where there is none.
func (b *board) show(site Site, problems source.Problems) {
	b.mu.Lock()
	defer b.mu.Unlock()
	next := &state{number: 1, site: site, siteNumber: 1, problems: problems}
	if b.now != nil {
		next.number = b.now.number + 1
		next.siteNumber = next.number
		if site == nil {
			next.site, next.siteNumber = b.now.site, b.now.siteNumber
		}
	}
	b.now = next
	if b.next != nil {
		close(b.next)
	}
	b.next = make(chan struct{})
}

// look returns the newest state, nil before the first, and what is closed when there is another one.
func (b *board) look() (*state, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.next == nil {
		b.next = make(chan struct{})
	}
	return b.now, b.next
}
