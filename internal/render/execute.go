package render

import (
	"bytes"
	"html/template"
	"reflect"
	"sync"

	"jikenbo/internal/i18n"
	"jikenbo/internal/press"
)

// A sheetKey is a template for one type of view.
type sheetKey struct {
	lang i18n.Lang
	name string
	view reflect.Type
}

// execute runs the template of a page: as a sheet, or by html/template where it does what a sheet cannot do or fails. What
// it returns is good until the room is used again.
func (r *Renderer) execute(t *template.Template, p Page, view any, room *[]byte) ([]byte, error) {
	if s := r.sheet(t, p, reflect.TypeOf(view)); s != nil {
		out, err := s.Append((*room)[:0], view)
		*room = out
		if err == nil {
			return out, nil
		}
	}
	var b bytes.Buffer
	err := t.ExecuteTemplate(&b, "layout", view)
	return press.Lean(b.Bytes()), err
}

// buffer returns room for a page, to be given back by release.
func (r *Renderer) buffer() *[]byte {
	if b, ok := r.buffers.Get().(*[]byte); ok {
		return b
	}
	b := make([]byte, 0, 64<<10)
	return &b
}

func (r *Renderer) release(b *[]byte) { r.buffers.Put(b) }

// sheet returns the template of a page made ready for its views, nil where it cannot be.
func (r *Renderer) sheet(t *template.Template, p Page, view reflect.Type) *press.Sheet {
	key := sheetKey{p.Lang, p.template, view}
	if once, ok := r.sheets.Load(key); ok {
		return once.(func() *press.Sheet)()
	}
	make := sync.OnceValue(func() *press.Sheet {
		s, err := press.Compile(t, "layout", r.functions(p.Lang), view)
		if err != nil {
			return nil
		}
		return s
	})
	once, _ := r.sheets.LoadOrStore(key, make)
	return once.(func() *press.Sheet)()
}
