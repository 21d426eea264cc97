//go:build unix

package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// nobody is a user to whom the rights of files apply, as they do not to root.
const nobody = 65534

// restricted returns what runs the program as a user to whom the rights of files apply.
func (s *site) restricted() func(args ...string) (string, error) {
	s.Helper()
	root := os.Geteuid() == 0
	if root {
		for _, dir := range []string{s.dir, filepath.Dir(s.bin)} {
			s.give(dir)
		}
	}
	return func(args ...string) (string, error) {
		cmd, said := s.command(args...)
		if root {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		}
		err := cmd.Run()
		return said.String(), err
	}
}

// give makes nobody the owner of a folder and of all in it, and lets him get there.
func (s *site) give(dir string) {
	s.Helper()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		s.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err == nil {
			err = os.Lchown(path, nobody, nobody)
		}
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
}
