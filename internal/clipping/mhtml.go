package clipping

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strings"
)

// mhtml takes the page out of a file in which a browser has saved it together with its pictures.
func (c *cutter) mhtml(data []byte) error {
	c.out.Format = "MHTML"
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return errors.New("it is no whole MHTML file: " + err.Error())
	}
	c.address(m.Header.Get("Snapshot-Content-Location"), told, "Snapshot-Content-Location")
	if subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err == nil {
		title, _ := splitTitle(subject)
		c.title = append(c.title, Guess{Value: title, Sure: vague, From: "Subject"})
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return errors.New("it is no whole MHTML file: its parts have no boundary")
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for {
		part, err := parts.NextPart() // decodes quoted-printable
		if err != nil {
			return errors.New("the MHTML file holds no page")
		}
		kind, about, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if kind != "text/html" && kind != "application/xhtml+xml" {
			continue
		}
		var r io.Reader = part
		if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
			r = base64.NewDecoder(base64.StdEncoding, part)
		}
		page, err := io.ReadAll(r)
		if err != nil {
			return errors.New("the page in the MHTML file is not whole")
		}
		return c.html(page, about["charset"])
	}
}
