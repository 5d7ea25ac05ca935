package feed

import (
	"crypto/sha1"
	"crypto/sha256"
	"fmt"
	"strings"
)

// urn names a timeline by its title, as `diff` does.
func urn(title string) string {
	return fmt.Sprintf("urn:dateline:%x", sha256.Sum256([]byte(first(title, "Timeline"))))
}

// urnPart is s with nothing but what a URN may hold; IDs of events are that already.
func urnPart(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '-', c == '.', c == '_':
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// uuid5 is the UUID of RFC 9562, version 5, of a name within a space: the same name has
// the same one in every run.
func uuid5(space [16]byte, name string) string {
	h := sha1.New()
	h.Write(space[:])
	h.Write([]byte(name))
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
