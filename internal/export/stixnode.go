package export

import (
	"cmp"
	"encoding/hex"
)

// A stixNode is an object with what it refers to, so that it goes into every bundle as it is. One that was written last time,
// made of the same, stands there: nobody makes it again.
type stixNode struct {
	typ  string
	uuid string // its 16 bytes
	of   Digest // what it is made of, or its own digest where that is not told
	old  int    // its number in the old file, -1 where it does not stand there
	data []byte // nil where it stands

	source, target *stixNode   // of a relationship
	link           string      // what a relationship is called
	text           *stixNode   // what a language-content says in the other language
	objects        []*stixNode // what a note or report is about
	about          []*stixNode // what a report is chiefly about
	frame          []*stixNode // what it rests on like most others: who made it, its marking, and its extension
	order          int         // of acts and reports: the newest have the greatest

	neighbours
}

// node makes the node of an object that has a name which no other of its type has. Of stands for all that the object is made of, and is zero where
// that is not told.
func (w *stixWriter) node(typ, name string, of Digest) *stixNode {
	n := w.newNode(typ, of, w.old.find(of))
	if !n.stands() {
		id := w.uuidOf(typ, name)
		n.uuid = string(id[:])
	}
	return n
}

// newNode makes a node that stands at a place of the old file, at none where that is below 0.
func (w *stixWriter) newNode(typ string, of Digest, old int) *stixNode {
	if len(w.room) == 0 {
		w.room = make([]stixNode, 512)
	}
	n := &w.room[0]
	w.room = w.room[1:]
	n.typ, n.of, n.old, n.frame = typ, of, -1, w.frames[typ == "language-content"]
	if old >= 0 && w.stood[old] == nil {
		w.stood[old], n.old, n.uuid = n, old, w.old.Places[old].Note
	} else {
		w.fresh = append(w.fresh, n)
	}
	return n
}

// stands reports whether the object was written last time as it is.
func (n *stixNode) stands() bool { return n.old >= 0 }

// stands is that of a node, and takes the object with its texts in the other language too.
func (w *stixWriter) stands(n *stixNode) bool {
	if !n.stands() {
		return false
	}
	of := inOther(n.of)
	if old := w.old.find(of); old >= 0 {
		w.newNode("language-content", of, old).text = n
	}
	return true
}

// textsOf makes the node of the texts of an object in the other language.
func (w *stixWriter) textsOf(n *stixNode) *stixNode {
	l := w.node("language-content", n.id(), inOther(n.of))
	l.text = n
	return l
}

// inOther stands for what the texts of an object in the other language are made of: the same.
func inOther(of Digest) Digest {
	if of == (Digest{}) {
		return of
	}
	for i := range of {
		of[i] ^= 0xff
	}
	return of
}

// id returns the id of the object.
func (n *stixNode) id() string {
	var room [64]byte
	return string(appendUUID(append(append(room[:0], n.typ...), "--"...), [16]byte([]byte(n.uuid))))
}

// hexUUID writes a UUID.
func hexUUID(u [16]byte) string {
	var room [36]byte
	return string(appendUUID(room[:0], u))
}

func appendUUID(to []byte, u [16]byte) []byte {
	for i, part := range [...][]byte{u[:4], u[4:6], u[6:8], u[8:10], u[10:]} {
		if i > 0 {
			to = append(to, '-')
		}
		to = hex.AppendEncode(to, part)
	}
	return to
}

// byRank orders objects: what others refer to before them, then by type and id.
func byRank(a, b *stixNode) int {
	return cmp.Or(cmp.Compare(stixRank(a.typ), stixRank(b.typ)), cmp.Compare(a.typ, b.typ), cmp.Compare(a.uuid, b.uuid))
}
