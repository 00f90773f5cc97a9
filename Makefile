# Parchemin: every task that a person or the continuous integration starts. `make help` lists them.
#
# SWIFT may name another Swift driver, CONTENT and OUTPUT another catalogue, DATE the date that the pages state:
#   make site CONTENT=~/catalogue OUTPUT=~/www DATE=2026-01-31

SWIFT ?= swift
PYTHON ?= python3
CONTENT ?= Content
OUTPUT ?= public
DATE ?=
PORT ?= 8420

UNAME := $(shell uname -s)
# Apple's linker has no static Swift runtime: there the system ships it.
STATIC := $(if $(filter Linux,$(UNAME)),--static-swift-stdlib -Xlinker --strip-all,)
RELEASE := .build/release/parchemin
SOURCES := Package.swift Sources Tests
export SWIFT PYTHON

.DEFAULT_GOAL := help
.PHONY: help site release serve test unit faults browser format lint benchmark clean dependencies test-dependencies

help: ## list these tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: release ## build Parchemin and publish Content/ into public/
	$(RELEASE) build --content "$(CONTENT)" --output "$(OUTPUT)" $(if $(DATE),--date $(DATE))

release: dependencies ## build the program alone, in release
	$(SWIFT) build -c release $(STATIC) --product parchemin

serve: release ## show the catalogue on this machine, rebuilt at each change
	$(RELEASE) serve --content "$(CONTENT)" --port $(PORT)

test: test-dependencies lint unit faults browser ## everything that a change has to pass

unit: ## build without a warning, then the Swift tests
	Scripts/build-without-warnings
	Scripts/run-swift-tests

faults: release ## kill, starve and crowd the publication, and see that the site stays whole
	$(PYTHON) Tests/Faults/faults.py $(RELEASE)

browser: release ## publish the demonstration, then look at it in a browser
	Scripts/check-in-browser

benchmark: release ## measure builds at four sizes, up to the national base (BENCHMARK="--sizes 1000" for less)
	$(PYTHON) Benchmarks/BuildBenchmark/measure.py --program $(RELEASE) $(BENCHMARK)

format: ## rewrite the Swift files in the common form
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

lint: ## check the form of the Swift files
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

dependencies:
	@Scripts/install-dependencies site

test-dependencies:
	@Scripts/install-dependencies test

clean: ## remove what was built (public/ stays: it is your site)
	rm -rf .build .venv
