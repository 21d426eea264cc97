package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"io"
	"sync"
)

// deflaters are writers of compressed data that can be used again; making one takes longer than a picture.
type deflaters struct{ pool sync.Pool }

func (d *deflaters) to(w io.Writer) *zlib.Writer {
	if z, ok := d.pool.Get().(*zlib.Writer); ok {
		z.Reset(w)
		return z
	}
	z, err := zlib.NewWriterLevel(w, zlib.BestSpeed)
	if err != nil {
		panic(err) // it only errs on a level that there is not
	}
	return z
}

// encode writes a picture of sixteen colours as PNG: two pixels a byte, rows as they are. The encoder
// of the standard library does the same pixel by pixel, which takes most of the time of a picture.
func (d *deflaters) encode(img *image.Paletted) ([]byte, error) {
	var rows bytes.Buffer
	z := d.to(&rows)
	defer d.pool.Put(z)
	row := make([]byte, 1+Width/2) // the first byte says that the row is not filtered
	for y := range Height {
		pixels := img.Pix[y*img.Stride : y*img.Stride+Width]
		for i := range row[1:] {
			row[i+1] = pixels[2*i]<<4 | pixels[2*i+1]
		}
		if _, err := z.Write(row); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, Width), Height)
	var colours []byte
	for _, c := range img.Palette {
		r, g, b, _ := c.RGBA()
		colours = append(colours, byte(r>>8), byte(g>>8), byte(b>>8))
	}
	out := []byte("\x89PNG\r\n\x1a\n")
	out = appendChunk(out, "IHDR", append(head, 4, 3, 0, 0, 0)) // four bits, with a palette
	out = appendChunk(out, "PLTE", colours)
	out = appendChunk(out, "IDAT", rows.Bytes())
	return appendChunk(out, "IEND", nil), nil
}

func appendChunk(to []byte, kind string, data []byte) []byte {
	to = binary.BigEndian.AppendUint32(to, uint32(len(data)))
	from := len(to)
	to = append(append(to, kind...), data...)
	return binary.BigEndian.AppendUint32(to, crc32.ChecksumIEEE(to[from:]))
}
