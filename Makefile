# Two commands for a fresh machine (Python 3.11, gcc, make): `make demo` and `make test`.
PYTHON ?= python3.11
BIN := .venv/bin

.PHONY: demo test lint clean

.venv/.ready: pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Cần Python 3.11 (hoặc: make $(MAKECMDGOALS) PYTHON=python3.12)"; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: .venv/.ready
	$(BIN)/cchc check sample_reports/seed-2025-04.yaml --fail-on error || test $$? -eq 1
	$(BIN)/cchc check sample_reports/documents/so-tu-phap-thang-5-2025.docx --fail-on error || test $$? -eq 1
	$(BIN)/cchc score sample_reports/units-2025.csv

test: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cchc pack check
	$(BIN)/pytest

lint: .venv/.ready
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

clean:
	rm -rf .venv dist
