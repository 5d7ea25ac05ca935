package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
)

// unzipped reads a gzipped file.
type unzipped struct {
	*gzip.Reader
	file *os.File
}

func openGzip(file string) (io.ReadCloser, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return unzipped{z, f}, nil
}

func (u unzipped) Close() error { return u.file.Close() }

// writeGzip makes a gzipped file of what write writes.
func writeGzip(file string, write func(w io.Writer)) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		return err
	}
	write(z) // an error stays, and Close tells it
	return z.Close()
}
