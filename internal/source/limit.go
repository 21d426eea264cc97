package source

import "io/fs"

// What is read has limits far beyond anything an archive needs, so that no file can take the memory or the time of the machine.
// docs/reliability.md states them and what they bound.
const (
	MaxFile     = 2 << 20  // bytes of a file that editors write
	MaxOriginal = 32 << 20 // bytes of the text of a source as received
	MaxBlock    = 64 << 10 // bytes without an empty line in Markdown, and of a line in the text of a source
	MaxNesting  = 100      // blocks in blocks in Markdown
	MaxDepth    = 32       // tables and lists in each other, and parts of a key, in TOML
	MaxEntries  = 100_000  // files of one folder
	MaxProblems = 1_000    // that are told of one file
)

// tooLarge reports a file that is larger than a limit.
func tooLarge(ps *Problems, path string, size, limit int64) bool {
	if size > limit {
		ps.Add(Limit, Position{Path: path}, "split it", "the file has %d bytes, and %d is the limit; it is not read", size, limit)
	}
	return size > limit
}

// TooMany reports a folder with more entries than anything reads, and returns as many as are read.
func TooMany(ps *Problems, path string, entries []fs.DirEntry) []fs.DirEntry {
	if len(entries) <= MaxEntries {
		return entries
	}
	ps.Add(Limit, Position{Path: path}, "split the archive", "the folder has %d entries, and %d is the limit; the rest is not read", len(entries), MaxEntries)
	return entries[:MaxEntries]
}

// Enough reports whether a file has had all the problems that are told of one, and says so once.
func (ps *Problems) Enough(at Position) bool {
	if len(*ps) == MaxProblems {
		ps.Add(Limit, at, "mend those above first", "there are more than %d problems in this file; the rest of them is not told", MaxProblems)
	}
	return len(*ps) > MaxProblems
}
