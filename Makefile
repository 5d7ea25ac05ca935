# Dateline. `make demo` shows it, `make test` proves it.
.PHONY: help demo build test lint selftest score bench fuzz model names vendor lists schema clean
SHELL := /bin/sh
DATA ?= ../shared/data

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

demo: build ## run the main job on the sample articles
	@bin/dateline batch configs/demo.yaml
	@echo
	@echo "Open in a browser:  out/beijing/page.html   out/a380/page.html"
	@echo "Read:               out/beijing/briefing.md out/a380/briefing.md"
	@echo "Data:               events.jsonl, timeline.json and ahead.ics beside them"

build: ## build bin/dateline
	@CGO_ENABLED=0 go build -trimpath -o bin/dateline ./cmd/dateline

test: ## run all tests; installs Chromium and PostgreSQL for some of them where it may
	@./scripts/chromium.sh
	@./scripts/postgresql.sh
	go test ./...

lint: ## run vet, gofmt and staticcheck
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo "run gofmt"; exit 1; }
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

selftest: ## measure on the built-in articles and record the figures that briefings quote
	go run ./cmd/dateline selftest --misses
	@go run ./cmd/dateline selftest --json > seeds/selftest/figures.json.new && mv seeds/selftest/figures.json.new seeds/selftest/figures.json

score: ## measure accuracy on DATA and compare with the recorded figures
	go run ./cmd/score -data $(DATA) -baseline cmd/score/baseline.txt

bench: ## measure speed on one core: on DATA, beside another tagger, and by length
	DATA=$(abspath $(DATA)) go test -run '^$$' -bench . -benchtime 3s -cpu 1 ./timeline/pipeline
	go test -run '^$$' -bench . -benchmem -cpu 1 ./timeline/syntax
	go test -run '^$$' -bench 'Render|Open' -benchtime 1x ./render/html

fuzz: ## fuzz each boundary for a while
	@for p in timeline/edtf timeline/text timeline/lang timeline/langid timeline/learn timeline/moment timeline/source timeline/source/markup timeline/source/pack timeline/timex timeline/colloquial timeline/resolve timeline/syntax timeline/actor timeline/event timeline/merge timeline/correct timeline/pipeline timeline/archive/record timeline configs render/markdown cmd/dateline/fetch; do \
		for f in $$(go test -list '^Fuzz' ./$$p | grep '^Fuzz'); do go test -run '^$$' -fuzz "^$$f$$" -fuzztime 20s -fuzzminimizetime 1s ./$$p || exit 1; done; done

model: ## train the models of seeds/models from DATA, in about a quarter of an hour on two cores
	go run ./cmd/train -data $(DATA)/ud -raw $(DATA) -out seeds/models

names: ## train the model of names of seeds/models from DATA
	go run ./cmd/train -names -data $(DATA)/ud -out seeds/models

lists: ## fetch the sources of the lists of names anew, check them, and make the lists
	./scripts/lists.sh

page: ## bundle the page's script anew from render/html/app
	./scripts/page.sh

access: ## ask axe-core, fetched from npm, for faults of the page against WCAG 2.2 AA
	./scripts/access.sh

shots: ## take pictures of the page in its states, into out/shots
	@mkdir -p out/shots
	SHOTS=$(abspath out/shots) PAGES=$(abspath out) go test ./render/html -run TestShots -count 1

vendor: ## fetch the embedded chart library and outlines anew and check them
	./scripts/vendor.sh

schema: ## write the JSON Schemas
	go run ./cmd/dateline schema config > configs/dateline.schema.json
	go run ./cmd/dateline schema timeline > timeline/timeline.schema.json

clean: ## remove what was built
	rm -rf bin out
