package check

import (
	"context"
	"strings"
	"testing"

	"jikenbo/internal/build"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
)

// TestInverse takes one end of a relation away, which linking never leaves out.
func TestInverse(t *testing.T) {
	b := build.Builder{Archive: whole(t).archive, Shipped: whole(t).shipped, Tokenizer: func(words []morph.Word) morph.Tokenizer { return morph.New(ipadic.Load, words) }}
	in, ps, err := b.Inspect(context.Background())
	if err != nil || len(ps) > 0 {
		t.Fatal(err, ps)
	}
	archive := Archive{Input: in.Input, Book: in.Book, Today: today}
	if ps := Records(archive); len(ps) > 0 {
		t.Fatalf("want no problems, got\n%s", ps)
	}
	heron := in.Book.Entity("grey-heron")
	heron.Relations = nil
	ps = Records(archive)
	if len(ps) != 1 || ps[0].Code != DataInverse || !strings.Contains(ps[0].Msg, `"harbour-takedown" leads to "grey-heron"`) {
		t.Errorf("want %s, got\n%s", DataInverse, ps)
	}
}
