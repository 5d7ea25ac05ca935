module github.com/datelinehq/dateline

go 1.26.0

require (
	github.com/goccy/go-yaml v1.19.2
	github.com/olebedev/when v1.1.0
	golang.org/x/text v0.44.0
)

require (
	github.com/AlekSi/pointer v1.0.0 // indirect
	github.com/pkg/errors v0.8.1 // indirect
	github.com/stretchr/testify v1.11.1 // indirect
)
