package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestComments(t *testing.T) {
	text := "# one\r\na = \"#\" # two\nb = [ # three\n '#', { c = 1 }, # four\n]\n[[d]] # five\nk = \"\"\"\n# no\n\"\"\" # six"
	f := NewFile("x", text)
	var got []string
	for _, s := range Comments(f) {
		got = append(got, text[s.Start:s.End])
	}
	if diff := cmp.Diff([]string{"# one", "# two", "# three", "# four", "# five", "# six"}, got); diff != "" {
		t.Error(diff)
	}
}
