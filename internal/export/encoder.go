package export

import (
	"bytes"
	"encoding/json"
	"strconv"

	"jikenbo/internal/casebook"
)

// An encoder encodes records as JSON without white space, one after the other, in one room.
type encoder struct {
	room   bytes.Buffer
	json   *json.Encoder
	record []byte // of an entity, with its mentions
}

// encode returns what [json.Marshal] does. It is good until the next record is encoded.
func (c *encoder) encode(v any) ([]byte, error) {
	if c.json == nil {
		c.json = json.NewEncoder(&c.room)
	}
	c.room.Reset()
	if err := c.json.Encode(v); err != nil {
		return nil, err
	}
	c.room.Truncate(c.room.Len() - len("\n"))
	return c.room.Bytes(), nil
}

// entity encodes the record of an entity. Its mentions, of which there may be thousands, are written without being made before.
func (c *encoder) entity(j converter, e *casebook.Entity) ([]byte, error) {
	record, err := c.encode(j.entity(e))
	if err != nil {
		return nil, err
	}
	c.record = mentioned(append(c.record[:0], record...), e.Mentions)
	return c.record, nil
}

// mentioned puts the field of mentions, of [mentionsJSON], at the end of a record of an entity, where the site shows any.
func mentioned(record []byte, ms casebook.Mentions) []byte {
	const first = `,"mentions":[`
	var last casebook.Mention
	some := false
	end := func() { record = append(record, "]}"...) }
	record = record[:len(record)-1]
	for _, m := range ms {
		switch {
		case !m.May():
			continue
		case !some:
			record = append(record, first...)
			record = inText(record, m)
		case !m.Beside(last):
			end()
			record = inText(append(record, ','), m)
		default:
			record = append(record, ',')
		}
		some, last = true, m
		record = append(record, `"s`...)
		record = strconv.AppendInt(record, int64(m.Sentence())+1, 10)
		record = append(record, '"')
	}
	if some {
		end()
		record = append(record, ']')
	}
	return append(record, '}')
}

// inText begins the sentences of a text.
func inText(to []byte, m casebook.Mention) []byte {
	if a := m.Article(); a != nil {
		to = appendString(append(to, `{"article":`...), a.ID)
	} else {
		to = appendString(append(to, `{"source":`...), m.Source().ID)
	}
	to = appendString(append(to, `,"language":`...), string(m.Lang()))
	return append(to, `,"fragments":[`...)
}

// appendString writes a string as encoding/json does: those of ids as they are.
func appendString(to []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c != '-' && c != '_' && (c < '0' || '9' < c) && (c < 'a' || 'z' < c) {
			quoted, _ := json.Marshal(s) // a string has no error
			return append(to, quoted...)
		}
	}
	return append(append(append(to, '"'), s...), '"')
}
