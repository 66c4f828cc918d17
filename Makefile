# The development commands. `make check` is what has to be green before anything lands.
BIN := .venv/bin

.PHONY: check lint format-check format types imports test keys screenshot words cells hostile edits \
	mutants debug

check: lint format-check types imports test

lint:
	$(BIN)/ruff check

format-check:
	$(BIN)/ruff format --check

format:
	$(BIN)/ruff format

types:
	$(BIN)/python -m mypy

imports:
	$(BIN)/lint-imports

# The static checks have their own targets above, so they are not run a second time here.
test:
	$(BIN)/python -m pytest -m "not static"

# README's table of keys and the ids in docs/settings.md, from the bindings.
keys:
	$(BIN)/python docs/keys.py

# README's picture, drawn by the program itself.
screenshot:
	$(BIN)/python docs/screenshot.py

# How long each card is beside its story, and its brief beside three minutes.
words:
	$(BIN)/python docs/words.py

# How many cells characters take, from the table of the terminal toolkit.
cells:
	$(BIN)/python docs/cells.py

# Half an hour of hostile trials: prints what went wrong and a table, which should say 0.
MINUTES := 30
JOBS := 2
hostile:
	$(BIN)/python -m tests.hostile --minutes $(MINUTES) --jobs $(JOBS)

# Cards edited by seeds and fixed again: says how many bytes were left other than they were.
EDITS := 5000
edits:
	$(BIN)/python -m tests.check.fixing $(EDITS)

# Ten minutes of small changes to evidence/ and check/: prints those that no test noticed.
mutants: MINUTES := 10
mutants:
	$(BIN)/python -m tests.mutants --minutes $(MINUTES) --jobs $(JOBS)

# The reader with the toolkit's log in a file; see CONTRIBUTING.md.
LIBRARY := .
LOG := /tmp/briefing.log
debug:
	TEXTUAL_LOG=$(LOG) $(BIN)/python -c "from pathlib import Path; from briefing.tui.app import BriefingApp; BriefingApp(Path('$(LIBRARY)')).run()"
