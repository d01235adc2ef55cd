"""A data release: tables, codebook, checksums, counts, versions, licence and citation, in a Frictionless package."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diurna.code.ontology import load_ontology
from diurna.show.exports.flat import ExportError, copy_query

if TYPE_CHECKING:
    import duckdb

# What only the machine needs, and what would give the articles' whole text away.
_LEFT_OUT = ("copy_bands", "event_blocks", "learned", "meta")
_TEXTS = {
    "articles": ("text", "record", "origin", "error"), "sentences": ("text",), "reports": ("telling",),
    "machine_records": ("article_key", "record"),
}  # fmt: skip
_FRICTIONLESS = {
    "VARCHAR": "string", "DATE": "date", "TIMESTAMP": "datetime", "INTEGER": "integer", "BIGINT": "integer",
    "DOUBLE": "number", "BOOLEAN": "boolean",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class About:
    """What a release says of itself; `licence` is an SPDX identifier such as CC-BY-4.0."""

    title: str
    author: str
    licence: str


def release(connection: duckdb.DuckDBPyConnection, folder: Path, about: About, *, texts: bool = False) -> list[Path]:
    """Write a release of a store into a new or empty folder; return its files. The same store gives the same bytes.

    The articles' texts stay out unless `texts`: whoever codes news has seldom the right to hand it on. The sentence of
    each event is there, as a quotation. Raises ExportError where the folder has something in it.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportError(f"{folder} is there already and not empty; give the name of a new folder")
    (folder / "tables").mkdir(parents=True)
    columns = _columns(connection, texts)
    resources = [_resource(connection, folder, table, fields) for table, fields in columns.items()]
    versions = _versions(connection)
    _write(folder / "datapackage.json", _json(_package(about, resources, versions)))
    _write(folder / "codebook.md", _codebook(columns))
    _write(folder / "counts.json", _json({"tables": {r["name"]: r["rows"] for r in resources}, **versions}))
    _write(folder / "CITATION.cff", _citation(about, versions))
    _write(folder / "LICENCE", f"SPDX-License-Identifier: {about.licence}\n")
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    sums = (f"{_digest(file)}  {file.relative_to(folder).as_posix()}\n" for file in files)
    _write(folder / "SHA256SUMS", "".join(sums))
    return [*files, folder / "SHA256SUMS"]


def _columns(connection: duckdb.DuckDBPyConnection, texts: bool) -> dict[str, list[tuple[str, str, str]]]:
    rows = connection.execute(
        "SELECT table_name, column_name, data_type, coalesce(comment, '') FROM duckdb_columns() WHERE NOT internal "
        "AND column_name <> 'rowid' ORDER BY table_name, column_index"
    ).fetchall()
    made: dict[str, list[tuple[str, str, str]]] = {}
    for table, *field in rows:
        if table not in _LEFT_OUT and (texts or field[0] not in _TEXTS.get(table, ())):
            made.setdefault(table, []).append((field[0], field[1], field[2]))
    return made


def _resource(
    connection: duckdb.DuckDBPyConnection, folder: Path, table: str, fields: list[tuple[str, str, str]]
) -> dict[str, Any]:
    names = ", ".join(f'"{name}"' for name, *_ in fields)
    # Sorted by every column: in what order rows were written is no part of what they say.
    query = f'SELECT {names} FROM "{table}" ORDER BY ALL'
    for form in ("csv", "parquet"):
        copy_query(connection, query, form, folder / "tables" / f"{table}.{form}")
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchall()
    file = folder / "tables" / f"{table}.csv"
    schema = [{"name": n, "type": _FRICTIONLESS.get(kind, "string"), "description": told} for n, kind, told in fields]
    return {
        "name": table,
        "path": f"tables/{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{_digest(file)}",
        "rows": count[0],
        "schema": {"fields": schema},
    }


def _versions(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """Return what made the store, and when it was last written, from the store itself: not the time of the release."""
    runs = connection.execute("SELECT DISTINCT version, ontology FROM runs ORDER BY ALL").fetchall()
    last = connection.execute("SELECT max(started)::DATE::VARCHAR FROM runs").fetchall()
    schema = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchall()
    return {
        "diurna": sorted({version for version, _ in runs}),
        "ontology": sorted({ontology for _, ontology in runs if ontology}),
        "schema_version": schema[0][0],
        "updated": last[0][0],
    }


def _package(about: About, resources: list[dict[str, Any]], versions: dict[str, Any]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in about.title.lower()).split()),
        "title": about.title,
        "contributors": [{"title": about.author, "role": "author"}],
        "licenses": [{"name": about.licence}],
        "created": versions["updated"],
        "versions": versions,
        "resources": resources,
    }


def _codebook(columns: dict[str, list[tuple[str, str, str]]]) -> str:
    ontology = load_ontology()
    lines = ["# Codebook", "", "## Event types (PLOVER)", "", "| type | quad | score | modes | meaning |"]
    lines.append("| --- | --- | --- | --- | --- |")
    for kind in ontology.types.values():
        modes = ", ".join(kind.modes)
        lines.append(f"| {kind.name} | {kind.quad} | {kind.score} | {modes} | {kind.description} |")
    lines += ["", "## Contexts", ""] + [f"- `{name}`: {told}" for name, told in ontology.contexts.items()]
    for table, fields in columns.items():
        lines += ["", f"## {table}", "", "| column | type | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{name}` | {kind} | {told} |" for name, kind, told in fields]
    return "\n".join(lines) + "\n"


def _citation(about: About, versions: dict[str, Any]) -> str:
    # A JSON string is a YAML string, quoted as it must be.
    lines = [
        "cff-version: 1.2.0",
        "message: If you use these data, please cite them as below.",
        "type: dataset",
        f"title: {json.dumps(about.title, ensure_ascii=False)}",
        "authors:",
        f"  - name: {json.dumps(about.author, ensure_ascii=False)}",
        f"license: {json.dumps(about.licence)}",
    ]
    if versions["updated"]:
        lines.append(f'date-released: "{versions["updated"]}"')
    return "\n".join(lines) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")


def _digest(file: Path) -> str:
    with file.open("rb") as data:
        made = sha256()
        while some := data.read(1 << 20):
            made.update(some)
    return made.hexdigest()
