package pack

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/textproto"
	"strconv"
	"strings"
)

// warc walks the records of a web archive (ISO 28500, WARC 1.0 and 1.1): pages that
// a server answered with 200, and resources that were stored as such.
func (w *walker) warc(name string, r *bufio.Reader) error {
	for {
		if err := toRecord(r); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return fmt.Errorf("unpack: %w", err)
		}
		h, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return fmt.Errorf("unpack: the head of a record: %w", err)
		}
		size, err := strconv.ParseInt(strings.TrimSpace(h.Get("Content-Length")), 10, 64)
		if err != nil || size < 0 {
			return errors.New("unpack: a record without its length")
		}
		body := io.LimitReader(r, size)
		if err := w.record(name, h, body, size); err != nil {
			return err
		}
		if n, err := io.Copy(io.Discard, body); err != nil {
			return fmt.Errorf("unpack: after %d bytes of a record: %w", n, err)
		}
	}
}

// toRecord goes to the line "WARC/1.0" that begins a record, past empty lines.
func toRecord(r *bufio.Reader) error {
	for {
		line, err := r.ReadString('\n')
		switch s := strings.TrimSpace(line); {
		case strings.HasPrefix(s, "WARC/"):
			return nil
		case err != nil:
			return err
		case s != "":
			return errors.New("something stands between two records")
		}
	}
}

// record hands on the page or resource that a record holds. What is neither, or
// cannot be unpacked, is passed over; only the walk's own errors end it.
func (w *walker) record(name string, h textproto.MIMEHeader, body io.Reader, size int64) error {
	kind := strings.ToLower(h.Get("Warc-Type"))
	if kind != "response" && kind != "resource" && kind != "conversion" {
		return nil
	}
	address := strings.Trim(h.Get("Warc-Target-Uri"), "<> ")
	if size > 2*w.limits.Entry {
		w.odd(name+" "+address, fmt.Errorf("it is larger than %d MB", w.limits.Entry>>20))
		return nil
	}
	e := Entry{Name: name, URL: address, Captured: h.Get("Warc-Date"), ContentType: h.Get("Content-Type")}
	media, _, _ := mime.ParseMediaType(e.ContentType)
	var err error
	switch {
	case media == "application/http":
		e.Body, e.ContentType, err = w.response(body)
	case kind != "response":
		e.Body, err = io.ReadAll(body)
	default:
		return nil
	}
	if errors.Is(err, errNoPage) {
		return nil
	}
	if err != nil && len(e.Body) == 0 {
		w.odd(name+" "+address, err)
		return nil
	}
	if !mayHoldText(e.ContentType, e.Body) {
		return nil
	}
	return w.give(e)
}

// errNoPage says that a response is none with a page in it.
var errNoPage = errors.New("no page")

// response reads an HTTP response (RFC 9112).
func (w *walker) response(in io.Reader) (body []byte, contentType string, err error) {
	r := bufio.NewReader(in)
	line, err := r.ReadString('\n')
	if err != nil {
		return nil, "", errNoPage
	}
	if f := strings.Fields(line); len(f) < 2 || !strings.HasPrefix(f[0], "HTTP/") || f[1] != "200" {
		return nil, "", errNoPage
	}
	h, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil && len(h) == 0 {
		return nil, "", fmt.Errorf("the head of the page: %w", err)
	}
	var from io.Reader = r
	if strings.Contains(strings.ToLower(h.Get("Transfer-Encoding")), "chunked") {
		from = &chunks{r: r}
	}
	switch strings.ToLower(h.Get("Content-Encoding")) {
	case "", "identity":
	case "gzip", "x-gzip":
		if from, err = gzip.NewReader(from); err != nil {
			return nil, "", fmt.Errorf("unpack the page: %w", err)
		}
	case "deflate":
		if from, err = zlib.NewReader(from); err != nil {
			return nil, "", fmt.Errorf("unpack the page: %w", err)
		}
	default:
		return nil, "", fmt.Errorf("the page is packed as %q, which is not read", h.Get("Content-Encoding"))
	}
	body, err = io.ReadAll(io.LimitReader(from, w.limits.Entry+1))
	if int64(len(body)) > w.limits.Entry {
		return nil, "", fmt.Errorf("the page is larger than %d MB", w.limits.Entry>>20)
	}
	return body, h.Get("Content-Type"), err
}

// chunks reads a chunked body. Archives often store bodies with the header left and
// the chunks taken out: what does not begin with a chunk's size is read as it is.
type chunks struct {
	r     *bufio.Reader
	left  int64
	begun bool
	plain bool
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.plain {
		return c.r.Read(p)
	}
	if c.left == 0 {
		if err := c.next(); err != nil {
			return 0, err
		}
		if c.plain {
			return c.r.Read(p)
		}
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}

// next reads the size of the next chunk; the last one's is 0.
func (c *chunks) next() error {
	if !c.begun {
		c.begun = true
		if head, _ := c.r.Peek(18); !startsWithSize(head) {
			c.plain = true
			return nil
		}
	} else if _, err := c.r.ReadString('\n'); err != nil {
		return err
	}
	line, err := c.r.ReadString('\n')
	if err != nil {
		return err
	}
	size, _, _ := strings.Cut(strings.TrimSpace(line), ";")
	if c.left, err = strconv.ParseInt(size, 16, 64); err != nil || c.left < 0 {
		return errors.New("a chunk without its size")
	}
	if c.left == 0 {
		return io.EOF
	}
	return nil
}

// startsWithSize reports whether a body begins with a line of hexadecimal digits.
func startsWithSize(b []byte) bool {
	end := bytes.IndexByte(b, '\n')
	if end < 1 {
		return false
	}
	size, _, _ := strings.Cut(strings.TrimSpace(string(b[:end])), ";")
	_, err := strconv.ParseUint(size, 16, 63)
	return err == nil
}

// mayHoldText reports whether a stored thing can be an article.
func mayHoldText(contentType string, body []byte) bool {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil || media == "" {
		return bytes.Contains(bytes.ToLower(body[:min(len(body), 2048)]), []byte("<html"))
	}
	switch media {
	case "text/html", "application/xhtml+xml", "text/plain", "application/pdf":
		return true
	}
	return strings.HasSuffix(media, "xml") && !strings.HasPrefix(media, "image/") && media != "text/xml" || strings.Contains(media, "wordprocessingml")
}
