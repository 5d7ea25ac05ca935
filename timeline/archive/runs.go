package archive

import (
	"context"
	"database/sql"
	"errors"

	"github.com/datelinehq/dateline/timeline/archive/record"
)

// A Run is what a report of a batch was made of, and what came of it.
type Run struct {
	// Mark stands for all that went in: another mark, another run.
	Mark []byte
	// Body is the caller's own record.
	Body []byte
}

// LastRun is the last run of a report, and the zero Run if there was none.
func (a *Archive) LastRun(ctx context.Context, report string) (Run, error) {
	var r Run
	var body []byte
	err := a.db.QueryRowContext(ctx, "SELECT mark, body FROM dateline_runs WHERE report = $1", report).Scan(&r.Mark, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return Run{}, nil
	}
	if err != nil {
		return Run{}, a.wrap(err)
	}
	if record.Decode(body, report, &r.Body) != nil {
		return Run{}, nil // as if there had been none
	}
	return r, nil
}

// KeepRun keeps a run as the last one of its report.
func (a *Archive) KeepRun(ctx context.Context, report string, r Run) error {
	return a.wrap(a.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO dateline_runs (report, mark, body) VALUES ($1, $2, $3)
			ON CONFLICT (report) DO UPDATE SET mark = excluded.mark, body = excluded.body`, report, r.Mark, record.Encode(r.Body, report))
		return err
	}))
}
