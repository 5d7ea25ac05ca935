// Command dateline turns news articles into dated, ordered, cited events.
// `dateline --help` tells the rest.
package main

import (
	"context"
	"os"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], system()))
}
