package check

import (
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"jikenbo/internal/golden"
	"jikenbo/internal/source"
)

// TestNamed lays an article over the whole archive: whom its two versions name differently is told, and nothing else.
func TestNamed(t *testing.T) {
	golden.Run(t, "testdata/names/*.txtar", func(t *testing.T, files []txtar.File) string {
		ts := whole(t)
		ts.add(files)
		all, _ := ts.find(t)
		return slices.DeleteFunc(all, func(p source.Problem) bool { return p.Code == DataUnmentioned || p.Code == DataReading }).String()
	})
}
