package content

import (
	"os"
	"testing"
)

func TestOwnContent(t *testing.T) {
	c, ps := Load(nil, os.DirFS("../.."))
	t.Logf("%d articles, %d entities, %d pages", len(c.Articles), len(c.Registry.All()), len(c.Pages))
	if len(ps) > 0 {
		t.Errorf("%s", ps)
	}
}
