"""The figures of one district or all as open data: CSV and GeoJSON, with metadata that tell the stamp, every column and every right."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import pandas as pd

from petaucj.data.dictionary import ColumnMeaning
from petaucj.data.notices import BoundaryRights
from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import visible_at
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.month import Month
from petaucj.domain.records import PROVINCE, CoverageFact, Source
from petaucj.draw.assets import assets
from petaucj.share.artefact import Artefact, file_stem
from petaucj.share.csv_files import cell_text, write_csv
from petaucj.share.geojson_file import write_geojson
from petaucj.share.metadata_file import SOURCE_FIELDS, both
from petaucj.views.handout import Handout
from petaucj.views.stamp import Stamp

# Columns bear the names of the seeds' dictionary; ``source_ids`` and ``conflict_ids`` join several with a semicolon.
COVERAGE = ("fact_key", "kemendagri_code", "district", "as_of", "as_of_precision", "as_of_basis", "segment", "segments_counted", "coverage_pct_printed",
            "active_participants", "denominator", "denominator_wording", "basis", "basis_status", "target_pct_printed", "target_year", "status", "usable",
            "disputed", "conflict_ids", "source_ids")
FUNDING = ("fact_key", "kemendagri_code", "district", "funding_source", "segment", "group_id", "group_en", "workers", "contribution_idr", "contribution_kind",
           "months_funded", "period_start", "period_end", "end_of_cover", "cover_start", "cover_end", "status", "count_kind", "conflict_ids", "source_ids")
TABLE_OF = {"angka": "coverage", "pendanaan": "funding", "sumber": "sources"}
Row = tuple[object, ...]


def write_data(stamp: Stamp, handouts: tuple[Handout, ...], atlas: Atlas, dictionary: Mapping[str, Mapping[str, ColumnMeaning]],
               rights: BoundaryRights) -> tuple[Artefact, ...]:
    """Return figures, funding and sources as CSV, the boundaries as GeoJSON, and the metadata of them all.

    Coverage statements are those known by the stamp's month; one row is one statement with all its documents. For the
    province its own statements stand before the districts'.
    """
    per, codes = Month.parse(stamp.as_of_iso), tuple(handout.code for handout in handouts)
    areas = codes if stamp.code else (PROVINCE, *codes)
    facts = [f for code in areas for f in atlas.coverage_by_area.get(code, ()) if visible_at(f, per, atlas.newest_month)]
    paid = [f for code in areas for f in atlas.funding_by_area.get(code, ())]
    used = dict.fromkeys([*(e.source_id for fact in (*facts, *paid) for e in fact.evidence), *(n.source.source_id for h in handouts for n in h.sources)])
    sources = [atlas.sources[key] for key in used]
    stem, names = file_stem(stamp), {code: d.name for code, d in atlas.district_by_code.items()} | {PROVINCE: stamp.place}
    frames = {"angka": _frame(COVERAGE, [_coverage(f, names) for f in facts]), "pendanaan": _frame(FUNDING, [_funding(f, names) for f in paid]),
              "sumber": _frame(SOURCE_FIELDS, [_source(s) for s in sources])}
    files = {f"{stem}-{name}.csv": write_csv(frame) for name, frame in frames.items()}
    files[f"{stem}.geojson"] = write_geojson(atlas, assets()["districts.geojson"].body, rights, codes, per)
    told = [_file(name, body, frames.get(name.removeprefix(f"{stem}-").removesuffix(".csv")), dictionary) for name, body in files.items()]
    files[f"{stem}-metadata.json"] = _metadata(stamp, told, sources, rights)
    return tuple(Artefact(name, body) for name, body in files.items())


def _frame(columns: tuple[str, ...], rows: list[Row]) -> pd.DataFrame:
    # As objects: a column with an empty cell must not turn whole numbers into decimals.
    return pd.DataFrame(rows, columns=list(columns), dtype=object)


def _coverage(fact: CoverageFact, names: Mapping[str, str]) -> Row:
    return (fact.fact_key, fact.area_code, names[fact.area_code], _date(fact), fact.as_of.precision, fact.as_of.rests_on, fact.segment,
            ";".join(sorted(fact.segments_counted)), fact.pct_printed, fact.active, fact.denominator, fact.denominator_wording, fact.basis, fact.basis_status,
            fact.target_pct_printed, fact.target_year, fact.status, fact.usable, fact.disputed, ";".join(fact.conflict_ids), _documents(fact))


def _funding(fact: FundingFact, names: Mapping[str, str]) -> Row:
    return (fact.fact_key, fact.area_code, names[fact.area_code], fact.funding_source, fact.segment, fact.group.id, fact.group.en, fact.workers,
            fact.contribution_idr, fact.contribution_kind, fact.months_funded, fact.period_start, fact.period_end, fact.end_of_cover,
            str(fact.cover_start or ""), str(fact.cover_end or ""), fact.status, fact.count_kind, ";".join(fact.conflict_ids), _documents(fact))


def _source(source: Source) -> Row:
    return tuple(getattr(source, field) for field in SOURCE_FIELDS)


def _date(fact: CoverageFact) -> str:
    """Return the month of a statement, with its day where that is known; empty for one without a date."""
    held = fact.as_of
    return "" if held.month is None else f"{held.month}-{held.day:02d}" if held.day and held.precision == "day" else str(held.month)


def _documents(fact: CoverageFact | FundingFact) -> str:
    return ";".join(dict.fromkeys(piece.source_id for piece in fact.evidence))


def _file(name: str, body: bytes, frame: pd.DataFrame | None, dictionary: Mapping[str, Mapping[str, ColumnMeaning]]) -> dict[str, object]:
    told: dict[str, object] = {"name": name, "bytes": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    if frame is None:
        return told | {"description": both("sumber.file.geojson")}
    table = TABLE_OF[name.rpartition("-")[2].removesuffix(".csv")]
    return told | {"description": both(f"sumber.table.{table}"), "rows": len(frame),
                   "columns": [_column(column, dictionary.get(table, {}).get(column)) for column in frame.columns]}


def _column(name: str, held: ColumnMeaning | None) -> dict[str, object]:
    if held is not None:
        return {"name": name, "unit": held.unit._asdict(), "values": held.values._asdict(), "meaning": held.meaning._asdict()}
    return {"name": name, "meaning": both(f"buku.data.{name}")}


def _metadata(stamp: Stamp, files: list[dict[str, object]], sources: list[Source], rights: BoundaryRights) -> bytes:
    whole = {
        "title": both("sumber.file.title"), "place": stamp.place, "kemendagri_code": stamp.code, "as_of": stamp.as_of_iso, "made_on": stamp.made_on_iso,
        "stamp": list(stamp.lines), "address": stamp.address, "warning": both("sumber.file.warning"),
        "release": {"date": stamp.release_date, "hash": stamp.release_hash},
        "rights": {"facts": both("sumber.file.rights"), "boundaries": {
            "attribution": list(rights.attribution), "origin": rights.origin, "licences": dict(rights.licences)}},
        "files": files, "sources": [{field: cell_text(getattr(source, field)) for field in SOURCE_FIELDS} for source in sources],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
