package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"os"
	"strings"
)

// Files of the cache that are read as a whole begin with what they are and for which edition of the program, and end with the digest of all
// before. So nobody reads what is damaged, what another edition has laid out in another way, or one file in the place of another.

// sealHead is the beginning of a file.
func sealHead(what, edition string) string { return "jikenbo " + what + "\n" + edition + "\n" }

// sealed ends what begins with that.
func sealed(data []byte) []byte {
	sum := sha256.Sum256(data)
	return append(data, sum[:]...)
}

// unsealed reads what stands between; nothing where the file is missing, or not sealed like that.
func unsealed(file, head string) []byte {
	data, err := os.ReadFile(file)
	if err != nil || len(data) < len(head)+sha256.Size {
		return nil
	}
	whole, sum := data[:len(data)-sha256.Size], data[len(data)-sha256.Size:]
	body, ours := bytes.CutPrefix(whole, []byte(head))
	if want := sha256.Sum256(whole); !ours || !bytes.Equal(sum, want[:]) {
		return nil
	}
	return body
}

// An unpacker reads what was written as numbers and bytes. It is used on what was sealed.
type unpacker struct{ rest []byte }

func (p *unpacker) number() int {
	v, n := binary.Uvarint(p.rest)
	p.rest = p.rest[n:]
	return int(v)
}

func (p *unpacker) bytes(n int) []byte {
	b := p.rest[:n]
	p.rest = p.rest[n:]
	return b
}

// unsealedText is unsealed for what is read as texts: these are parts of it.
func unsealedText(file, head string) string {
	f, err := os.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() < int64(len(head)+sha256.Size) {
		return ""
	}
	size := int(info.Size()) - sha256.Size
	var all strings.Builder
	all.Grow(size)
	sum, want := sha256.New(), make([]byte, sha256.Size)
	_, err = io.CopyBuffer(io.MultiWriter(sum, &all), io.LimitReader(f, int64(size)), make([]byte, 64<<10))
	if _, end := io.ReadFull(f, want); err != nil || end != nil || !bytes.Equal(sum.Sum(nil), want) {
		return ""
	}
	body, ours := strings.CutPrefix(all.String(), head)
	if !ours {
		return ""
	}
	return body
}

// A textUnpacker is an unpacker of such a text.
type textUnpacker struct{ rest string }

func (p *textUnpacker) number() int {
	v, n := binary.Uvarint([]byte(p.rest[:min(len(p.rest), binary.MaxVarintLen64)]))
	p.rest = p.rest[n:]
	return int(v)
}

func (p *textUnpacker) text() string {
	n := p.number()
	s := p.rest[:n]
	p.rest = p.rest[n:]
	return s
}

func (p *textUnpacker) digest() (d [sha256.Size]byte) {
	p.rest = p.rest[copy(d[:], p.rest):]
	return d
}
