# Every target is a short script in scripts/; a stamp in .venv makes a second run quick.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup run test check bench docs lock clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 16

setup:  ## make .venv with everything that development needs
	@scripts/setup dev

run:  ## install what running needs and serve the desk with a demonstration park
	@scripts/setup run
	@scripts/run

test:  ## set everything up and run all tests, the browser ones last
	@scripts/setup dev
	@scripts/debian
	@scripts/test

check: setup  ## style, types, layers and our own rules
	@scripts/check

bench: setup  ## measure us and the peers
	@scripts/bench

docs: setup  ## regenerate the reference pages
	@scripts/docs

lock:  ## choose versions anew and write the two lock files
	@scripts/lock

clean:  ## remove .venv and all caches
	@scripts/clean
