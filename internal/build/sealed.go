package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"os"
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
