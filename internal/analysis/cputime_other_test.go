//go:build !unix

package analysis

import "time"

// cpuTime is 0: there is no portable way to ask for it.
func cpuTime() time.Duration { return 0 }
