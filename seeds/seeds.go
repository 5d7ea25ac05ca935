// Package seeds embeds everything that a run grows from: language packs, actors,
// places, models and sample articles. --seeds DIR puts a folder of the same
// layout in its place.
package seeds

import "embed"

// FS holds the seeds. Its layout is described in seeds/README.md.
//
//go:embed lang colloquial actors ontology models names places agencies.txt months.txt articles selftest
var FS embed.FS
