// Command dateline turns news articles into dated, ordered, cited events.
// `dateline --help` tells the rest.
package main

import (
	"context"
	"os"
	"runtime/debug"
)

// spare is how much memory may lie idle before it is swept, in percent of what is in
// use: half of Go's own, since merging many articles holds much. It costs some
// hundredths of the time. GOGC wins.
const spare = 50

func main() {
	if _, set := os.LookupEnv("GOGC"); !set {
		debug.SetGCPercent(spare)
	}
	os.Exit(run(context.Background(), os.Args[1:], system()))
}
