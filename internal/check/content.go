package check

import (
	"io/fs"
	"time"

	"jikenbo/internal/config"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// Content reads everything that an editor of the archive writes, and returns what loading finds and,
// as warnings, what the records lack. Shipped is the tree that is built into the program,
// and what happens after now lies in the future.
func Content(shipped, archive fs.FS, now time.Time) source.Problems {
	var ps source.Problems
	conf, found := config.Load(archive)
	ps = append(ps, found...)
	written, found := content.Load(shipped, archive)
	ps = append(ps, found...)
	_, found = seeds.Load(archive, nil)
	ps = append(ps, found...)
	year, month, day := now.In(conf.TimeZone).Date()
	r := records{today: edtf.Day{Year: year, Month: int(month), Day: day}}
	r.check(written.Registry)
	return append(ps, r.problems...).Sorted()
}
