package main

import (
	"context"
	"errors"
	"fmt"

	"jikenbo/internal/build"
)

// shardFlags are the flags of jikenbo analyze for a share of the archive.
type shardFlags struct {
	buildFlags
	shard string
}

// analyzeShard analyses a share of the archive's texts into the cache.
func (p program) analyzeShard(ctx context.Context, f shardFlags, files []string) error {
	shard, err := build.ParseShard(f.shard)
	switch {
	case err != nil:
		return usageError{fmt.Errorf("--shard: %w", err)}
	case len(files) > 0:
		return usageError{errors.New("--shard is for the texts of this archive; leave out the files")}
	case f.cache == "":
		return usageError{errors.New("--shard wants --cache with the folder that the share goes to")}
	}
	b, err := p.builder(f.buildFlags)
	if err != nil {
		return err
	}
	n, err := b.Analyze(ctx, shard)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, "%d texts are analysed, share %d of %d\n", n, shard.Number, shard.Of)
	return nil
}
