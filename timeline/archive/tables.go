package archive

import (
	"net/url"
	"strings"
)

// tables are those that both engines have; id is the type of a row's number, blob
// that of bytes.
//
// about: the format. versions: programs and seeds. articles: text and what else is
// known, by the hash of it. results: the report of an article under some options, and the
// version that made it. events: where the words of an event come from, and its
// bounds in seconds as edtf gives them, null in the tray. runs: what a report of a
// batch was made of last time.
func tables(id, blob string) []string {
	r := strings.NewReplacer("ID", id, "BLOB", blob)
	return []string{
		"CREATE TABLE dateline_about (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
		r.Replace("CREATE TABLE dateline_versions (id ID, code TEXT NOT NULL, knowledge TEXT NOT NULL, UNIQUE (code, knowledge))"),
		r.Replace("CREATE TABLE dateline_articles (id ID, hash BLOB NOT NULL UNIQUE, body BLOB NOT NULL, known BLOB NOT NULL)"),
		r.Replace(`CREATE TABLE dateline_results (id ID, article BIGINT NOT NULL REFERENCES dateline_articles (id), options TEXT NOT NULL,
			version BIGINT NOT NULL REFERENCES dateline_versions (id), body BLOB NOT NULL, UNIQUE (article, options))`),
		r.Replace("CREATE TABLE dateline_events (id ID, result BIGINT NOT NULL REFERENCES dateline_results (id), n BIGINT NOT NULL, first BIGINT, next BIGINT)"),
		"CREATE INDEX dateline_events_result ON dateline_events (result)",
		r.Replace("CREATE TABLE dateline_runs (report TEXT PRIMARY KEY, mark BLOB NOT NULL, body BLOB NOT NULL)"),
	}
}

// Name is how an archive is spoken of: its path, or its address without a password.
func Name(where string) string {
	if !Server(where) {
		return where
	}
	u, err := url.Parse(where)
	if err != nil {
		return "on a server"
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
}
