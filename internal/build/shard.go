package build

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/seeds"
)

// A Shard is a share of the texts of an archive, for one of several machines. The same text is in the same
// share on each of them, whatever else the archive holds.
type Shard struct {
	Number int // from 1
	Of     int
}

// ParseShard reads a share, written as 2/5.
func ParseShard(s string) (Shard, error) {
	number, of, ok := strings.Cut(s, "/")
	i, err1 := strconv.Atoi(number)
	n, err2 := strconv.Atoi(of)
	if !ok || err1 != nil || err2 != nil || i < 1 || i > n {
		return Shard{}, fmt.Errorf("%q is no share: write 1/4 for the first of four", s)
	}
	return Shard{i, n}, nil
}

// holds reports whether a text belongs to the share.
func (s Shard) holds(t analysis.Text) bool {
	if t.File == nil {
		return false
	}
	h := fnv.New32a()
	h.Write([]byte(string(t.Lang) + "/" + t.ID))
	return int(h.Sum32()%uint32(s.Of)) == s.Number-1
}

// Analyze analyses a share of the archive's texts into the cache, and returns how many those are. A build that has the
// caches of all shares in one folder analyses nothing. What is wrong with the content is for that build to say.
func (b *Builder) Analyze(ctx context.Context, s Shard) (int, error) {
	if b.Cache == "" {
		return 0, errors.New("a share of the analysis is kept in the cache, and there is to be none")
	}
	if err := prepareCache(b.Cache); err != nil {
		return 0, err
	}
	written, _ := content.Loading{Many: many}.Load(b.Shipped, b.Archive)
	sources, _ := seeds.Load(b.Archive, b.Originals)
	texts := slices.DeleteFunc(textsOf(written, sources, nil), func(t analysis.Text) bool { return !s.holds(t) })
	l := b.library(written.Registry)
	_, err := l.documents(ctx, texts)
	l.close(err == nil)
	return len(texts), err
}
