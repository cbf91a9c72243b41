"""The dated tables beside the methods: contribution rates, targets, corrections."""

from __future__ import annotations

from petaucj.domain.atlas import Atlas
from petaucj.domain.rates import Correction, Rate, expired
from petaucj.domain.records import NATION, PROVINCE, Target
from petaucj.domain.targets import REGIME_ORDER
from petaucj.text.dates import iso_name
from petaucj.views.phrases import Reader, basis_short, listed, month_name, people, percent, regime_name, rupiah
from petaucj.views.sumber import Cell, Grid, area_name, area_order, cell, source_cell

RATE_COLUMNS = ("segment", "programme", "sector", "payer", "amount", "valid", "legal", "checked", "source", "remark")
TARGET_COLUMNS = ("area", "regime", "year", "pct", "people", "basis", "legal", "source")
CHANGE_COLUMNS = ("where", "printed", "meant", "reason", "source")


def key_words(group: str, key: str, reader: Reader) -> str:
    """Return a key of the seeds in words; the key itself where nobody wrote words for it."""
    name = f"methods.{group}.{key}"
    return reader.words(name) if reader.words.has(name) else key.replace("_", " ")


def rates_table(atlas: Atlas, rates: tuple[Rate, ...], reader: Reader) -> tuple[Grid, tuple[str, ...]]:
    """Return every rate with its dates and legal basis, and the numbered remarks the last column points at.

    A rate whose last month has passed is marked; many rates share a remark, so each remark stands once.
    """
    notes = tuple(dict.fromkeys(note for rate in rates if (note := rate.note.of(reader.language))))
    columns = tuple(reader.words(f"methods.rates.{name}") for name in RATE_COLUMNS)
    return Grid(columns, tuple(_rate_row(atlas, rate, notes, reader) for rate in rates)), notes


def _rate_row(atlas: Atlas, rate: Rate, notes: tuple[str, ...], reader: Reader) -> tuple[Cell, ...]:
    words, note = reader.words, rate.note.of(reader.language)
    checked = words("methods.rates.checked_on", how=key_words("verification", rate.verification, reader),
                    date=iso_name(rate.checked_on, reader.language))
    return (cell(key_words("segment", rate.segment, reader)), cell(key_words("programme", rate.programme, reader)),
            cell(key_words("sector", rate.sector, reader)), cell(key_words("payer", rate.payer_class, reader)),
            cell(_amount(rate, reader)), cell(_validity(rate, reader), strong=expired(rate, reader.today)),
            cell(rate.legal_basis or words("methods.rates.no_legal")), cell(checked), source_cell(atlas, (rate.source_id,)),
            cell(str(notes.index(note) + 1) if note else ""))


def _amount(rate: Rate, reader: Reader) -> str:
    words = reader.words
    parts = []
    if rate.ratio is not None:
        parts.append(words(f"methods.rates.{rate.kind}", share=percent(rate.ratio.scaleb(2), reader)))
    if rate.amount_idr_per_month is not None:
        parts.append(words(f"methods.rates.{rate.kind}", amount=rupiah(rate.amount_idr_per_month, reader)))
    for name, value in (("least", rate.min_idr_per_month), ("most", rate.max_idr_per_month), ("cap", rate.wage_cap_idr)):
        if value is not None:
            parts.append(words(f"methods.rates.{name}", amount=rupiah(value, reader)))
    return ", ".join(parts) or words("shared.none")


def _validity(rate: Rate, reader: Reader) -> str:
    words = reader.words
    if rate.valid_from is None and rate.valid_to is None:
        return words("methods.rates.no_dates")
    start = month_name(rate.valid_from, reader) if rate.valid_from else words("methods.rates.start_unknown")
    if rate.valid_to is None:
        return words("methods.rates.since", start=start)
    key = "methods.rates.expired" if expired(rate, reader.today) else "methods.rates.until"
    return words(key, start=start, end=month_name(rate.valid_to, reader))


def targets_grid(atlas: Atlas, reader: Reader) -> Grid:
    """Return every target; between the first and the last year of a plan, a year nobody published keeps an empty row."""
    columns = tuple(reader.words(f"methods.targets.{name}") for name in TARGET_COLUMNS)
    held = sorted(atlas.targets, key=lambda t: _target_order(atlas, t))
    rows: list[tuple[Cell, ...]] = []
    for i, target in enumerate(held):
        rows.append(_target_row(atlas, target, reader))
        following = held[i + 1] if i + 1 < len(held) else None
        if following and _plan(following) == _plan(target) and target.year and following.year:
            rows += [_empty_row(atlas, target, year, reader) for year in range(target.year + 1, following.year)]
    return Grid(columns, tuple(rows))


def _plan(target: Target) -> tuple[str, str, str]:
    return target.area_code, target.regime, target.segment


def _target_order(atlas: Atlas, target: Target) -> tuple:
    return area_order(atlas, target.area_code), REGIME_ORDER.index(target.regime), target.segment, target.year or 0


def _target_row(atlas: Atlas, target: Target, reader: Reader) -> tuple[Cell, ...]:
    words = reader.words
    regime = regime_name(target.regime, reader)
    told = regime if target.segment == "all" else f"{regime} ({words(f'shared.segment.{target.segment}')})"
    legal = words(f"methods.targets.legal_{target.legal_basis_status}", legal=target.legal_basis).strip()
    basis = words(f"methods.targets.basis_{target.basis_status}", basis=basis_short(target.basis, reader))
    return (cell(area_name(atlas, target.area_code, reader)), cell(told), cell(str(target.year or words("methods.targets.no_year"))),
            cell(percent(target.pct_printed, reader) if target.pct_printed is not None else ""),
            cell(people(target.people, reader) if target.people is not None else ""), cell(basis), cell(legal),
            source_cell(atlas, (target.source_id,)))


def _empty_row(atlas: Atlas, target: Target, year: int, reader: Reader) -> tuple[Cell, ...]:
    return (cell(area_name(atlas, target.area_code, reader)), cell(regime_name(target.regime, reader)), cell(str(year)), cell(""), cell(""),
            cell(""), cell(reader.words("methods.targets.not_published")), cell(""))


def missing_years(atlas: Atlas, reader: Reader) -> str:
    """Return which districts have no published percentage target, and which plans name no year after the last published one."""
    words = reader.words
    with_pct = {t.area_code for t in atlas.targets if t.pct_printed is not None and t.segment == "all"}
    without = [d.name for d in atlas.districts if d.code not in with_pct]
    parts = [words("methods.targets.without", count=len(without), total=len(atlas.districts), names=listed(without, reader))] if without else []
    last = max((t.year for t in atlas.targets if t.year and t.area_code not in (NATION, PROVINCE) and t.pct_printed is not None), default=None)
    if last:
        parts.append(words("methods.targets.after", year=last))
    return " ".join(parts)


def correction_grid(atlas: Atlas, corrections: tuple[Correction, ...], reader: Reader) -> Grid:
    """Return every change of a seed cell: where, what is printed, what is meant, why."""
    columns = tuple(reader.words(f"methods.changes.{name}") for name in CHANGE_COLUMNS)
    rows = tuple((cell(f"{c.table}.{c.column}, {c.record_id}"), cell(c.printed), cell(c.meant), cell(c.reason.of(reader.language)),
                  source_cell(atlas, (c.source_id,))) for c in corrections)
    return Grid(columns, rows) if rows else Grid((), ())
