package source

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestRead(t *testing.T) {
	tests := []struct{ name, data, text, problem string }{
		{"plain", "日本\n", "日本\n", ""},
		{"byte order mark", "\ufeff日本\r\n", "日本\r\n", ""},
		{"not UTF-8", "日本\n" + "\x93\xfa\x96{", "", "x:2:1: not UTF-8: the byte 0x93 is no character here [content.encoding]\n\thint: save the file as UTF-8\n"},
		{"cut off", "日\xe6\x9c", "", "x:1:2: not UTF-8: the byte 0xe6 is no character here [content.encoding]\n\thint: save the file as UTF-8\n"},
		{"NUL", "日\x00本", "日\x00本", "x:1:2: control character U+0000 [content.control]\n\thint: delete it\n"},
		{"carriage return alone", "a\rb\r\n", "a\rb\r\n", "x:1:2: control character U+000D [content.control]\n\thint: delete it\n"},
		{"empty", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, ps := Read(fstest.MapFS{"x": {Data: []byte(tt.data)}}, "x")
			if got := ps.String(); got != tt.problem {
				t.Errorf("problems %q, want %q", got, tt.problem)
			}
			if f != nil && f.Text != tt.text {
				t.Errorf("text %q, want %q", f.Text, tt.text)
			}
			if (f == nil) != (tt.text == "" && tt.problem != "") {
				t.Errorf("file is %v", f)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	fsys := fstest.MapFS{
		"link":     {Data: []byte("folder/a"), Mode: fs.ModeSymlink},
		"folder/a": {Data: []byte("a")},
		"pipe":     {Mode: fs.ModeNamedPipe},
	}
	for path, want := range map[string]string{
		"link":    "link: this is a symbolic link, which is not followed [content.symlink]\n\thint: put the file itself here\n",
		"missing": "missing: cannot be read: file does not exist [content.unreadable]\n",
		"folder":  "folder: this is a folder [content.unreadable]\n\thint: put a file here\n",
		"pipe":    "pipe: this is a device or a pipe [content.unreadable]\n\thint: put a file here\n",
	} {
		f, ps := Read(fsys, path)
		if f != nil || ps.String() != want {
			t.Errorf("%s: got %v, %q", path, f, ps.String())
		}
	}
}
