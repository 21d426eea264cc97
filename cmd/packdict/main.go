// Command packdict writes the IPA dictionary as internal/ipadic wants it to be built into the program. `make` runs it.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"jikenbo/internal/ipadic"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: packdict FILE")
		os.Exit(2)
	}
	if err := write(os.Args[1], ipadic.FromKagome().Pack()); err != nil {
		fmt.Fprintln(os.Stderr, "packdict:", err)
		os.Exit(1)
	}
}

// write leaves a whole file or none: make takes one that is there for finished. What begins with a dot is not built in.
func write(name string, data []byte) error {
	beside := filepath.Join(filepath.Dir(name), "."+filepath.Base(name))
	if err := os.WriteFile(beside, data, 0o644); err != nil {
		return errors.Join(err, os.Remove(beside))
	}
	return os.Rename(beside, name)
}
