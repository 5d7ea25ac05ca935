// Package dateline is the root of the module. It holds no code but the test of
// the import rules; see ARCHITECTURE.md, and package timeline for the types.
package dateline
