package press

// Bytes is a set of bytes.
type Bytes [256]bool

// Leading returns how many bytes of a text belong to the set, from the beginning on.
func (set *Bytes) Leading(text string) int {
	i := 0
	for ; i+8 <= len(text); i += 8 { // eight with one look at the length
		t := text[i : i+8]
		if !(set[t[0]] && set[t[1]] && set[t[2]] && set[t[3]] && set[t[4]] && set[t[5]] && set[t[6]] && set[t[7]]) {
			break
		}
	}
	for i < len(text) && set[text[i]] {
		i++
	}
	return i
}
