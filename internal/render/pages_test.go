package render

import "testing"

// TestByPlace holds that every page is drawn once, both languages of a place together, and that no page depends on those drawn before.
func TestByPlace(t *testing.T) {
	r, book := renderer(), testBook(t)
	alone, n := plain(), 0
	for _, same := range ByPlace(r.Pages(book)) {
		for _, p := range same {
			if n++; p.own() != same[0].own() {
				t.Errorf("%s is drawn with %s", p.Path, same[0].Path)
			}
			f, err := r.Render(p)
			if err != nil {
				t.Fatal(err)
			}
			if string(f.Data) != string(alone[p.Path].data) {
				t.Errorf("%s is another page beside %s", p.Path, same[0].Path)
			}
		}
	}
	if all := r.Pages(book); n != len(all) {
		t.Errorf("%d of %d pages", n, len(all))
	}
}
