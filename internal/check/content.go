package check

import (
	"io/fs"

	"jikenbo/internal/config"
	"jikenbo/internal/content"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// Content reads everything that an editor of the archive writes, and returns what loading finds.
// Shipped is the tree that is built into the program.
func Content(shipped, archive fs.FS) Problems {
	var ps Problems
	_, found := config.Load(archive)
	ps.take(ConfigLoad, found)
	_, found = content.Load(shipped, archive)
	ps.take(ContentLoad, found)
	_, found = seeds.Load(archive, nil)
	ps.take(SeedsLoad, found)
	return ps.Sorted()
}

// take gives problems of loading a code.
func (ps *Problems) take(code Code, found source.Problems) {
	for _, p := range found {
		*ps = append(*ps, Problem{code, p})
	}
}
