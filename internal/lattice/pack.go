package lattice

import (
	"encoding/binary"
	"errors"
)

// errPack says that bytes are no dictionary.
var errPack = errors.New("the bytes are not those of a dictionary")

// Append appends a dictionary to bytes, in a form that is read back quickly: how long each of its parts is, and the parts.
func (d *Dictionary) Append(b []byte) []byte {
	order := binary.LittleEndian
	for _, n := range [...]int{len(d.words), len(d.entries), d.contexts, len(d.kinds), len(d.category), len(d.unlisted)} {
		b = order.AppendUint32(b, uint32(n))
	}
	for _, n := range d.words {
		b = order.AppendUint32(order.AppendUint64(b, uint64(n.char)|uint64(n.next)<<32), uint32(n.word))
	}
	for _, e := range d.entries {
		b = order.AppendUint64(b, uint64(e))
	}
	for _, c := range d.table[:d.contexts*d.contexts] {
		b = order.AppendUint16(b, uint16(c))
	}
	for _, k := range d.kinds {
		b = append(b, flag(k.invoke), flag(k.group))
		b = order.AppendUint32(order.AppendUint32(b, uint32(k.first)), uint32(k.last))
	}
	b = append(b, d.category...)
	for _, e := range d.unlisted {
		b = order.AppendUint64(b, uint64(e))
	}
	return b
}

func flag(is bool) byte {
	if is {
		return 1
	}
	return 0
}

// Read reads what Append has appended, and returns the bytes behind it. It trusts what it reads to be as it was written, but for its length and for which words are whose.
func Read(b []byte) (*Dictionary, []byte, error) {
	const parts = 6
	r := &reader{b: b}
	var sizes [parts]int
	for i := range sizes {
		sizes[i] = int(r.next32())
	}
	d := &Dictionary{contexts: sizes[2]}
	if need := 12*sizes[0] + 8*sizes[1] + 2*sizes[2]*sizes[2] + 10*sizes[3] + sizes[4] + 8*sizes[5]; r.short || need > len(r.b) || sizes[0] == 0 || sizes[2] == 0 || sizes[2] > 1<<16 {
		return nil, nil, errPack
	}
	d.words = make(trie, sizes[0])
	for i := range d.words {
		n := r.next64()
		d.words[i] = slot{uint32(n), uint32(n >> 32), int32(r.next32())}
	}
	d.entries = r.entries(sizes[1])
	d.table = newTable(d.contexts)
	for i := range d.contexts * d.contexts {
		d.table[i] = int16(binary.LittleEndian.Uint16(r.b[2*i:]))
	}
	r.b = r.b[2*d.contexts*d.contexts:]
	d.kinds = make([]kind, sizes[3])
	for i := range d.kinds {
		k := &d.kinds[i]
		*k = kind{invoke: r.b[0] == 1, group: r.b[1] == 1, first: int32(binary.LittleEndian.Uint32(r.b[2:])), last: int32(binary.LittleEndian.Uint32(r.b[6:]))}
		if k.first < 0 || k.last < k.first || int(k.last) >= sizes[5] {
			return nil, nil, errPack
		}
		r.b = r.b[10:]
	}
	d.category = append([]uint8(nil), r.b[:sizes[4]]...)
	r.b = r.b[sizes[4]:]
	d.unlisted = r.entries(sizes[5])
	d.ready()
	return d, r.b, nil
}

// A reader takes numbers from bytes.
type reader struct {
	b     []byte
	short bool // there were not enough
}

func (r *reader) next32() uint32 {
	if len(r.b) < 4 {
		r.short = true
		return 0
	}
	n := binary.LittleEndian.Uint32(r.b)
	r.b = r.b[4:]
	return n
}

func (r *reader) next64() uint64 {
	n := binary.LittleEndian.Uint64(r.b)
	r.b = r.b[8:]
	return n
}

func (r *reader) entries(n int) []entry {
	out := make([]entry, n)
	for i := range out {
		out[i] = entry(r.next64())
	}
	return out
}
