# Doelen voor iedereen; `make` toont ze. CI roept dezelfde doelen aan.
.DEFAULT_GOAL := help
SHELL := /bin/bash
JAAR ?= 2024
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help install bron pandas rapport test snel check lint matrix bench peers golden docs licenties sbom container lock clean

help: ## toon deze lijst
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: ## installeer wat nodig is om rapporten te maken
	@bash scripts/install.sh

bron: ## installeer ook wat brongegevens natelt (docs/bronnen.md)
	@bash scripts/install.sh requirements-bron.lock

pandas: ## installeer ook wat cijfers in Python opent (docs/python.md)
	@bash scripts/install.sh requirements-pandas.lock

rapport: install ## maak het rapport van een jaar: make rapport JAAR=2024
	@bash scripts/rapport.sh $(JAAR)

check: install ## controleer alle edities
	@$(BIN)/standrapport check alles

test: ## installeer testbenodigdheden en draai alle tests
	@bash scripts/install-test.sh
	@bash scripts/test.sh

snel: ## draai de snelle tests, in minder dan een minuut
	@bash scripts/install.sh requirements-test.lock
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -q -n 2 --dist loadgroup -m "not traag"

matrix: ## draai de tests met Python 3.11, 3.12 en 3.13, elk in een verse kloon
	@bash scripts/matrix.sh

lint: ## stijl en typen, zonder de tests
	@bash scripts/install-test.sh
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

bench: ## meet snelheid, en laat 20.000 gebroken bestanden los (MUTANTS=N: minder)
	@bash scripts/install-test.sh
	@$(BIN)/python -m bench

peers: ## installeer de gereedschappen waarmee bench vergelijkt (los van de rest; mag ontbreken)
	@python3 -m venv .venv-peers && .venv-peers/bin/pip install --quiet pandera pandas frictionless arelle-release typst

golden: ## vernieuw de bewaarde voorbeelden waarmee tests vergelijken
	@bash scripts/install-test.sh
	@$(BIN)/standrapport vaststellen 2021
	@$(BIN)/python -m pytest tests/golden tests/gevallen tests/docs --golden -q

docs: install ## maak de documentatie die uit het programma komt
	@$(BIN)/python scripts/catalogus.py
	@$(BIN)/python -m standrapport.messages > docs/meldingen.md
	@$(BIN)/python -m standrapport.project.reading docs/schemas

licenties: ## vernieuw docs/licenties.md, de licenties van alle pakketten
	@bash scripts/install-test.sh
	@$(BIN)/python scripts/licenties.py

sbom: install ## schrijf out/sbom.cdx.json: alle pakketten als CycloneDX
	@bash scripts/sbom.sh

container: ## bouw een container waarin alles zit (podman of docker)
	@bash scripts/container.sh

lock: install ## leg de versies vast; met NIEUW=1 de nieuwste
	@bash scripts/lock.sh

clean: ## haal gemaakte bestanden weg
	@rm -rf $(VENV) .venv-peers .venv-lock .venv-sbom out/[0-9]* out/verschil out/sbom.cdx.json .pytest_cache .mypy_cache .ruff_cache .hypothesis node_modules tests/web/node_modules build *.egg-info
