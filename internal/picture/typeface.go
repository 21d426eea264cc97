package picture

import (
	"fmt"
	"image"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A typeface is a font in all sizes. Letters are drawn once and kept.
type typeface struct {
	font  *opentype.Font
	mu    sync.Mutex // over all below, and the glyphs of the faces
	buf   sfnt.Buffer
	known map[rune]bool
	faces map[int]*face
}

// A face is a typeface in one size.
type face struct {
	of     *typeface
	size   int
	drawer font.Face
	glyphs map[rune]*glyph
}

// A glyph is a drawn letter.
type glyph struct {
	mask          []uint8 // how much of each pixel it covers, row by row
	width, height int
	left, top     int // of the mask from the place of the letter on its line
	advance       int // in 64ths of a pixel
}

// newTypeface reads a font, or the Japanese one of a collection.
func newTypeface(data []byte) (_ *typeface, err error) {
	defer func() { // the library does not promise to bear files that are no fonts
		if r := recover(); r != nil {
			err = fmt.Errorf("the file is broken: %v", r)
		}
	}()
	all, err := opentype.ParseCollection(data)
	if err != nil {
		return nil, err
	}
	var chosen *opentype.Font
	for i := range all.NumFonts() {
		f, err := all.Font(i)
		if err != nil {
			return nil, err
		}
		name, _ := f.Name(nil, sfnt.NameIDFull)
		if chosen == nil || strings.Contains(name, " JP") && !strings.Contains(name, "Mono") {
			chosen = f
		}
		if strings.Contains(name, " JP") {
			break
		}
	}
	if chosen == nil {
		return nil, fmt.Errorf("no font in it")
	}
	return &typeface{font: chosen, known: map[rune]bool{}, faces: map[int]*face{}}, nil
}

// has reports whether the font has every letter of a text.
func (t *typeface) has(text string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, r := range text {
		known, seen := t.known[r]
		if !seen {
			i, err := t.font.GlyphIndex(&t.buf, r)
			known = err == nil && i != 0
			t.known[r] = known
		}
		if !known {
			return false
		}
	}
	return true
}

// at returns the typeface in a size.
func (t *typeface) at(size int) *face {
	t.mu.Lock()
	defer t.mu.Unlock()
	f := t.faces[size]
	if f == nil {
		drawer, err := opentype.NewFace(t.font, &opentype.FaceOptions{Size: float64(size), DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			panic(err) // it only errs on options
		}
		f = &face{of: t, size: size, drawer: drawer, glyphs: map[rune]*glyph{}}
		t.faces[size] = f
	}
	return f
}

// glyph returns a letter, drawn.
func (f *face) glyph(r rune) *glyph {
	f.of.mu.Lock()
	defer f.of.mu.Unlock()
	g := f.glyphs[r]
	if g == nil {
		g = f.draw(r)
		f.glyphs[r] = g
	}
	return g
}

func (f *face) draw(r rune) *glyph {
	box, mask, from, advance, ok := f.drawer.Glyph(fixed.Point26_6{}, r)
	g := &glyph{advance: int(advance)}
	alpha, isAlpha := mask.(*image.Alpha)
	if !ok || !isAlpha {
		return g
	}
	g.left, g.top, g.width, g.height = box.Min.X, box.Min.Y, box.Dx(), box.Dy()
	for y := range g.height {
		at := alpha.PixOffset(from.X, from.Y+y)
		g.mask = append(g.mask, alpha.Pix[at:at+g.width]...)
	}
	return g
}

// width returns how long a text is on one line, in pixels.
func (f *face) width(text string) int {
	total := 0
	for _, r := range text {
		total += f.glyph(r).advance
	}
	return (total + 63) >> 6
}
