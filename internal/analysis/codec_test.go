package analysis

import (
	"fmt"
	"reflect"
	"testing"

	"jikenbo/internal/edtf"
	"jikenbo/internal/source"
)

// encode writes what was found in a text, in room of its own.
func (d *Document) encode() []byte { return newWriter().document(d) }

// decode is [reader.decode] in room of its own.
func decode(t Text, data []byte, shared namings) (*Document, error) {
	return new(reader).decode(t, data, shared)
}

// filler gives every field of a value something of its own, so that a field that the codec
// leaves out shows, whatever fields there will be.
type filler struct{ n int }

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch v.Interface().(type) {
	case edtf.Date:
		v.Set(reflect.ValueOf(edtf.MustParse(fmt.Sprintf("20%02d-%02d", f.n%100, 1+f.n%12))))
		return
	case source.Span:
		v.Set(reflect.ValueOf(source.Span{Start: f.n, End: 3 * f.n}))
		return
	case State: // set behind the cache, which holds what the machine found
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			f.fill(v.Index(i))
		}
	case reflect.String:
		v.SetString(fmt.Sprint("s", f.n))
	case reflect.Int:
		v.SetInt(int64(f.n))
	case reflect.Float64:
		v.SetFloat(float64(f.n) + 0.5)
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic(fmt.Sprintf("the codec does not know fields of kind %s", v.Kind()))
	}
}

// full is a document in which no field is zero.
func full() *Document {
	text := prose(source.Paragraph, act)
	d := &Document{}
	v := reflect.ValueOf(d).Elem()
	f := &filler{}
	for i := range v.NumField() {
		if v.Type().Field(i).Name != "Text" {
			f.fill(v.Field(i))
		}
	}
	d.Text = text
	for i := range d.Sentences {
		d.Sentences[i].Passage, d.Sentences[i].Inner = 0, source.Span{Start: 3 * i, End: len(act)}
		d.Sentences[i].Text = act[3*i:]
	}
	return d
}

func TestEveryFieldRoundTrips(t *testing.T) {
	want := full()
	got, err := decode(want.Text, want.encode(), namings{})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("a document came back changed; is there a new field?\ngot  %+v\nwant %+v", got, want)
	}
}

func TestDecodeRefusesWhatIsCut(t *testing.T) {
	d := full()
	data := d.encode()
	for n := range data {
		if _, err := decode(d.Text, data[:n], namings{}); err == nil {
			t.Fatalf("the first %d bytes of %d passed for a document", n, len(data))
		}
	}
	if _, err := decode(d.Text, append(data, 0), namings{}); err == nil {
		t.Error("a byte too much passed")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(full().encode())
	f.Add([]byte{0})
	f.Fuzz(func(_ *testing.T, data []byte) {
		if d, err := decode(prose(source.Paragraph, act), data, namings{}); err == nil {
			d.encode()
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	d := analyzer().Analyze(prose(source.Paragraph, act))
	data := d.encode()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(d.Text, data, namings{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	d := analyzer().Analyze(prose(source.Paragraph, act))
	b.ReportAllocs()
	for b.Loop() {
		d.encode()
	}
}
