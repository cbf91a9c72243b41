"""The 19 districts as GeoJSON, with their newest figure on each basis."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from petaucj.data.notices import BoundaryRights
from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import newest_coverage, percentage
from petaucj.domain.month import Month
from petaucj.domain.records import BASES, CoverageFact, District
from petaucj.text.words import LANGUAGES, words_in

# What each basis tells of a district; every name stands once for each basis, as ``<basis>_<name>``.
FIGURE = ("pct", "pct_printed", "as_of", "as_of_precision", "active_participants", "denominator", "basis_status", "disputed", "fact_key",
          "source_url")


def write_geojson(atlas: Atlas, boundaries: bytes, rights: BoundaryRights, codes: Collection[str] | None = None, per: Month | None = None) -> bytes:
    """Return the districts with names, both codes and figures.

    Parameters
    ----------
    boundaries : GeoJSON whose features carry ``kemendagri_code``, ``label_lon`` and ``label_lat``.
    rights : what must travel with the boundaries.
    codes : the districts wanted; all when not given.
    per : the month whose figures are told; the newest of the facts when not given.

    Returns
    -------
    GeoJSON; each basis has its own properties (``bps_employed_pct``, ``…_as_of``, …, null where there is no
    figure), so that a GIS shows them as columns. The top-level member ``metadata`` tells release and rights.
    """
    collection = json.loads(boundaries)
    if codes is not None:
        collection["features"] = [f for f in collection["features"] if f["properties"]["kemendagri_code"] in codes]
        # The box around the whole province would be wrong for some of its districts.
        collection.pop("bbox", None)
    for feature in collection["features"]:
        district = atlas.district_by_code[feature["properties"]["kemendagri_code"]]
        feature["properties"] = _properties(atlas, district, feature["properties"], per or atlas.newest_month)
    as_of = {} if per is None else {"as_of": str(per)}
    whole = {"type": collection["type"], "metadata": _metadata(atlas, rights) | as_of,
             **{name: member for name, member in collection.items() if name != "type"}}
    return (json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def _metadata(atlas: Atlas, rights: BoundaryRights) -> dict[str, object]:
    def told(key: str) -> dict[str, str]:
        return {language: words_in(language)(f"sumber.file.{key}") for language in LANGUAGES}

    return {
        "title": told("title"), "description": told("description"), "warning": told("warning"), "figures": told("figures"),
        "release": {"number": atlas.release_number, "date": atlas.release_date, "hash": atlas.release_hash},
        "rights": told("rights"), "attribution": list(rights.attribution), "boundaries_origin": rights.origin,
        "licences": dict(rights.licences),
    }


def _properties(atlas: Atlas, district: District, held: Mapping[str, object], per: Month) -> dict[str, object]:
    known: dict[str, object] = {
        "kemendagri_code": district.code, "bps_code": district.bps_code, "name": district.name, "district_kind": district.kind,
        "label_lon": held["label_lon"], "label_lat": held["label_lat"],
    }
    for basis in BASES:
        known |= _figure(atlas, basis, newest_coverage(atlas, district.code, per, basis))
    return known


def _figure(atlas: Atlas, basis: str, fact: CoverageFact | None) -> dict[str, object]:
    """Return the newest figure on one basis as flat properties; ``pct_printed`` is text, so that its decimals stay as printed."""
    values: dict[str, object] = dict.fromkeys(FIGURE)
    if fact is not None:
        values |= {
            "pct": float(percentage(fact)), "pct_printed": str(fact.pct_printed), "as_of": str(fact.as_of.month) if fact.as_of.month else None,
            "as_of_precision": fact.as_of.precision, "active_participants": fact.active, "denominator": fact.denominator,
            "basis_status": fact.basis_status, "disputed": fact.disputed, "fact_key": fact.fact_key,
            "source_url": atlas.sources[fact.evidence[0].source_id].url,
        }
    return {f"{basis}_{name}": value for name, value in values.items()}
