package morph

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"maps"
	"slices"

	"github.com/ikawaha/kagome-dict/dict"
	doublearray "github.com/ikawaha/kagome-dict/dict/trie"
)

// errPack says that bytes are no dictionary, or a damaged one.
var errPack = errors.New("the bytes are not those of a dictionary")

// packMagic begins a packed dictionary and tells the form in which it is.
const packMagic = "jkd1"

// Pack writes a dictionary so that it can be read back in a fraction of the time that kagome's own form
// takes, which is inflated and read number by number.
func Pack(d *dict.Dict) []byte {
	w := &packer{b: append(make([]byte, 0, 48<<20), packMagic+"\x00\x00\x00\x00"...)}
	w.morphs(d.Morphs)
	w.number(len(d.POSTable.POSs))
	for _, pos := range d.POSTable.POSs {
		w.number(len(pos))
		for _, id := range pos {
			w.number(int(id))
		}
	}
	w.texts(d.POSTable.NameList)
	w.meta(d.ContentsMeta)
	w.rows(d.Contents)
	w.number(int(d.Connection.Row))
	w.number(int(d.Connection.Col))
	w.number(len(d.Connection.Vec))
	for _, v := range d.Connection.Vec {
		w.b = binary.LittleEndian.AppendUint16(w.b, uint16(v))
	}
	w.number(len(d.Index.Da))
	for _, n := range d.Index.Da {
		w.b = binary.LittleEndian.AppendUint32(w.b, uint32(n.Base))
		w.b = binary.LittleEndian.AppendUint32(w.b, uint32(n.Check))
	}
	w.pairs(d.Index.Dup)
	w.texts(d.CharClass)
	w.text(string(d.CharCategory))
	w.flags(d.InvokeList)
	w.flags(d.GroupList)
	w.morphs(d.UnkDict.Morphs)
	w.pairs(d.UnkDict.Index)
	w.pairs(d.UnkDict.IndexDup)
	w.meta(d.UnkDict.ContentsMeta)
	w.rows(d.UnkDict.Contents)
	binary.LittleEndian.PutUint32(w.b[len(packMagic):], checksum(w.b[len(packMagic)+4:]))
	return w.b
}

// Unpack reads what Pack wrote. It fails where a byte of it has changed.
func Unpack(data []byte) (*dict.Dict, error) {
	head := len(packMagic) + 4
	if len(data) < head || string(data[:len(packMagic)]) != packMagic || binary.LittleEndian.Uint32(data[len(packMagic):]) != checksum(data[head:]) {
		return nil, errPack
	}
	r := &unpacker{b: data[head:]}
	d := &dict.Dict{Morphs: r.morphs()}
	d.POSTable.POSs = r.poss()
	d.POSTable.NameList = r.texts()
	d.ContentsMeta = r.meta()
	d.Contents = r.rows()
	d.Connection.Row, d.Connection.Col = int64(r.number()), int64(r.number())
	d.Connection.Vec = make([]int16, r.count(2))
	for i, b := 0, r.take(2*len(d.Connection.Vec)); i < len(b)/2; i++ {
		d.Connection.Vec[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
	}
	d.Index.Da = make(doublearray.DoubleArray, r.count(8))
	for i, b := 0, r.take(8*len(d.Index.Da)); i < len(b)/8; i++ {
		d.Index.Da[i].Base = int32(binary.LittleEndian.Uint32(b[8*i:]))
		d.Index.Da[i].Check = int32(binary.LittleEndian.Uint32(b[8*i+4:]))
	}
	d.Index.Dup = r.pairs()
	d.CharClass = r.texts()
	d.CharCategory = []byte(r.text())
	d.InvokeList, d.GroupList = r.flags(), r.flags()
	d.UnkDict = dict.UnkDict{Morphs: r.morphs(), Index: r.pairs(), IndexDup: r.pairs(), ContentsMeta: r.meta(), Contents: r.rows()}
	if r.bad || len(r.b) > 0 {
		return nil, errPack
	}
	return d, nil
}

func checksum(b []byte) uint32 { return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)) }

// A packer puts values one after the other.
type packer struct{ b []byte }

func (w *packer) number(n int) { w.b = binary.AppendUvarint(w.b, uint64(n)) }

func (w *packer) text(s string) {
	w.number(len(s))
	w.b = append(w.b, s...)
}

func (w *packer) texts(list []string) {
	w.number(len(list))
	for _, s := range list {
		w.text(s)
	}
}

func (w *packer) flags(list []bool) {
	w.number(len(list))
	for _, f := range list {
		if f {
			w.number(1)
		} else {
			w.number(0)
		}
	}
}

func (w *packer) morphs(ms dict.Morphs) {
	w.number(len(ms))
	for _, m := range ms {
		for _, n := range [...]int16{m.LeftID, m.RightID, m.Weight} {
			w.b = binary.LittleEndian.AppendUint16(w.b, uint16(n))
		}
	}
}

func (w *packer) pairs(m map[int32]int32) {
	w.number(len(m))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		w.number(int(uint32(k)))
		w.number(int(uint32(m[k])))
	}
}

func (w *packer) meta(m dict.ContentsMeta) {
	w.number(len(m))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		w.text(k)
		w.number(int(uint8(m[k])))
	}
}

// rows writes the lengths of all cells, then all that is in them.
func (w *packer) rows(rows [][]string) {
	w.number(len(rows))
	for _, row := range rows {
		w.number(len(row))
		for _, s := range row {
			w.number(len(s))
		}
	}
	for _, row := range rows {
		for _, s := range row {
			w.b = append(w.b, s...)
		}
	}
}

// An unpacker takes values in the order in which a packer put them.
type unpacker struct {
	b   []byte
	bad bool
}

func (r *unpacker) number() int {
	n, size := binary.Uvarint(r.b)
	if size <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

// count reads how many values of at least so many bytes follow, and refuses more than there is room for.
func (r *unpacker) count(size int) int {
	n := r.number()
	if n < 0 || n > len(r.b)/size {
		r.bad, r.b = true, nil
		return 0
	}
	return n
}

func (r *unpacker) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad, r.b = true, nil
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *unpacker) text() string { return string(r.take(r.number())) }

func (r *unpacker) texts() []string {
	out := make([]string, r.count(1))
	for i := range out {
		out[i] = r.text()
	}
	return out
}

func (r *unpacker) flags() []bool {
	out := make([]bool, r.count(1))
	for i := range out {
		out[i] = r.number() == 1
	}
	return out
}

func (r *unpacker) morphs() dict.Morphs {
	out := make(dict.Morphs, r.count(6))
	b := r.take(6 * len(out))
	for i := range len(b) / 6 {
		at := b[6*i:]
		out[i] = dict.Morph{
			LeftID: int16(binary.LittleEndian.Uint16(at)), RightID: int16(binary.LittleEndian.Uint16(at[2:])), Weight: int16(binary.LittleEndian.Uint16(at[4:])),
		}
	}
	return out
}

// poss reads the parts of speech of all words into one list, which they share.
func (r *unpacker) poss() []dict.POS {
	out := make([]dict.POS, r.count(1))
	all := make(dict.POS, 0, 4*len(out))
	for i := range out {
		from := len(all)
		for range r.count(1) {
			all = append(all, dict.POSID(r.number()))
		}
		out[i] = all[from:len(all):len(all)]
	}
	return out
}

func (r *unpacker) pairs() map[int32]int32 {
	n := r.count(2)
	out := make(map[int32]int32, n)
	for range n {
		k := int32(uint32(r.number()))
		out[k] = int32(uint32(r.number()))
	}
	return out
}

func (r *unpacker) meta() dict.ContentsMeta {
	n := r.count(2)
	out := make(dict.ContentsMeta, n)
	for range n {
		k := r.text()
		out[k] = int8(uint8(r.number()))
	}
	return out
}

// rows reads all cells into one string and one list, which the rows share.
func (r *unpacker) rows() [][]string {
	out := make([][]string, r.count(1))
	lengths := make([]int, 0, 5*len(out))
	ends := make([]int, len(out))
	total := 0
	for i := range out {
		for range r.count(1) {
			n := r.number()
			lengths, total = append(lengths, n), total+n
		}
		ends[i] = len(lengths)
	}
	all := string(r.take(total))
	if r.bad {
		return nil
	}
	cells := make([]string, len(lengths))
	at := 0
	for i, n := range lengths {
		if n < 0 || n > len(all)-at {
			r.bad = true
			return nil
		}
		cells[i], at = all[at:at+n], at+n
	}
	from := 0
	for i, end := range ends {
		out[i], from = cells[from:end:end], end
	}
	return out
}
