module github.com/datelinehq/dateline

go 1.26
