package build

import (
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// plainMode is the mode of a file that a build writes.
const plainMode = unix.S_IFREG | 0o644

// kindBits are the bits of a mode that say what something is, kindFolder those of a folder.
const (
	kindBits   = unix.S_IFMT
	kindFolder = unix.S_IFDIR
)

// A device is a disk on which marks can be trusted: a file system of this machine, which notes itself when a file is changed.
type device struct {
	number uint64
	run    string // of the machine: after another one, who knows what became of its disks
}

// trusted are the file systems that are known to do so. What others say of their files, as those of a network do, is not asked for.
var trusted = [...]int64{unix.EXT4_SUPER_MAGIC, unix.XFS_SUPER_MAGIC, unix.BTRFS_SUPER_MAGIC, unix.F2FS_SUPER_MAGIC, unix.TMPFS_MAGIC, unix.OVERLAYFS_SUPER_MAGIC}

// deviceOf returns the disk of a folder, if it is one of those.
func deviceOf(dir string) (device, bool) {
	var system unix.Statfs_t
	var folder unix.Stat_t
	run, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil || unix.Statfs(dir, &system) != nil || unix.Stat(dir, &folder) != nil {
		return device{}, false
	}
	for _, magic := range trusted {
		if int64(system.Type) == magic {
			return device{uint64(folder.Dev), strings.TrimSpace(string(run))}, true
		}
	}
	return device{}, false
}

// mark returns the mark of a file, if it is on the disk. No link is followed.
func (d device) mark(in *os.File, name string) (mark, bool) {
	at := unix.AT_FDCWD
	if in != nil {
		at = int(in.Fd())
	}
	var s unix.Stat_t
	if unix.Fstatat(at, name, &s, unix.AT_SYMLINK_NOFOLLOW) != nil || uint64(s.Dev) != d.number {
		return mark{}, false
	}
	return mark{s.Ino, s.Size, s.Mtim.Nano(), s.Ctim.Nano(), s.Mode}, true
}
