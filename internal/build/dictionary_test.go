package build

import (
	"path/filepath"
	"testing"
)

// TestDictionaryAhead holds that the dictionary is loaded beside the reading of the archive where no text has been kept, and not loaded
// where all have.
func TestDictionaryAhead(t *testing.T) {
	b := builder(quay())
	b.Cache = filepath.Join(t.TempDir(), "cache")
	called := make(chan bool, 2)
	b.Ahead = func() { called <- true }
	mustBuild(t, b)
	<-called
	mustBuild(t, b)
	select {
	case <-called:
		t.Error("the dictionary was loaded though every text was kept")
	default:
	}
}
