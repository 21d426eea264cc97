package search

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// The scripts of an archive are read again when those of the next one are made of them. What is not as it was written is not read.

// contentOf returns what a script of a series puts.
func contentOf(data []byte, series string, n int) ([]byte, bool) {
	body, head := bytes.CutPrefix(data, []byte(partHead(series, n)))
	body, tail := bytes.CutSuffix(body, []byte(partEnd))
	return body, head && tail
}

// A coded gram is one as it stands in a shard: as a text in quotes, and with what stands for its lines.
type coded struct {
	gram         string
	quoted, code []byte
}

// readShard reads a shard of the index. The grams are in order.
func readShard(data []byte, n int) (out []coded, ok bool) {
	body, ok := contentOf(data, "g", n)
	if !ok || len(body) < 2 || body[0] != '{' || body[len(body)-1] != '}' {
		return nil, false
	}
	for rest := body[1 : len(body)-1]; len(rest) > 0; {
		var c coded
		if len(out) > 0 {
			if rest[0] != ',' {
				return nil, false
			}
			rest = rest[1:]
		}
		if c.quoted, rest, ok = cutString(rest); !ok || len(rest) == 0 || rest[0] != ':' {
			return nil, false
		}
		if c.code, rest, ok = cutString(rest[1:]); !ok {
			return nil, false
		}
		c.code = c.code[1 : len(c.code)-1]
		if c.gram, ok = unquote(c.quoted); !ok {
			return nil, false
		}
		out = append(out, c)
	}
	return out, true
}

// cutString cuts off a text in quotes.
func cutString(data []byte) (text, rest []byte, ok bool) {
	if len(data) == 0 || data[0] != '"' {
		return nil, nil, false
	}
	for i := 1; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return data[: i+1 : i+1], data[i+1:], true
		}
	}
	return nil, nil, false
}

// unquote returns what a text in quotes says.
func unquote(text []byte) (said string, ok bool) {
	if bytes.IndexByte(text, '\\') < 0 {
		return string(text[1 : len(text)-1]), true
	}
	return said, json.Unmarshal(text, &said) == nil
}

// readHeavy reads what stands for the lines of a gram in a script of its own.
func readHeavy(data []byte, n int) (code []byte, ok bool) {
	body, ok := contentOf(data, "h", n)
	if !ok || len(body) < 2 {
		return nil, false
	}
	return body[1 : len(body)-1], true
}

// readRecords reads a script of records.
func readRecords(data []byte, n int) (records []Record, ok bool) {
	body, ok := contentOf(data, "t", n)
	return records, ok && json.Unmarshal(body, &records) == nil
}

// heavyNumber returns the number of the script in which the lines are, -1 where they stand in the shard.
func (c *coded) heavyNumber() int {
	number, isHeavy := strings.CutPrefix(string(c.code[:min(len(c.code), 20)]), "!")
	if !isHeavy {
		return -1
	}
	number, _, _ = strings.Cut(number, ":")
	n, err := strconv.Atoi(number)
	if err != nil {
		return -1
	}
	return n
}

// readPosting reads what [posting.appendBase64] wrote.
func readPosting(code []byte) (p posting, ok bool) {
	data := make([]byte, base64.RawStdEncoding.DecodedLen(len(code)))
	n, err := base64.RawStdEncoding.Decode(data, code)
	if err != nil || n == 0 {
		return p, false
	}
	how, data := data[0], data[1:n]
	switch how {
	case 0:
		p.deltas = slices.Clip(data)
		for rest := data; len(rest) > 0; {
			delta, n := binary.Uvarint(rest)
			if n <= 0 {
				return p, false
			}
			p.last, p.n, rest = p.last+uint32(delta), p.n+1, rest[n:]
		}
	case 1:
		for i, bits := range data {
			for b := range 8 {
				if bits>>b&1 != 0 {
					p.put(uint32(8*i + b))
				}
			}
		}
	default:
		return p, false
	}
	return p, true
}

// posting reads the lines of a gram, from a script of their own where they are in one.
func (k *Kept) posting(c *coded) (p posting, ok bool) {
	code := c.code
	if n := c.heavyNumber(); n >= 0 {
		if code, ok = readHeavy(k.script(partPath("h", n)), n); !ok {
			return p, false
		}
	}
	return readPosting(code)
}

// index reads the index, nil where a script is not what it was.
func (k *Kept) index() index {
	var out index
	for n := range k.layout.shards {
		shard, ok := readShard(k.script(partPath("g", n)), n)
		if !ok {
			return nil
		}
		for i := range shard {
			p, ok := k.posting(&shard[i])
			if !ok {
				return nil
			}
			out = append(out, listed{shard[i].gram, p})
		}
	}
	slices.SortFunc(out, func(a, b listed) int { return strings.Compare(a.gram, b.gram) })
	return out
}
