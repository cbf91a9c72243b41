"""The ready text that reports a wrong figure."""

from __future__ import annotations

from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import newest_coverage, percentage
from petaucj.views.phrases import Reader, as_of_name, basis_short, percent
from petaucj.views.state import ViewState


def build_report(atlas: Atlas, state: ViewState, reader: Reader, address: str) -> str:
    """Return the text: district, figure, source, this view's address and the data release."""
    words = reader.words
    district = atlas.district_by_code.get(state.daerah)
    fact = newest_coverage(atlas, state.daerah, reader.per) if district else None
    figure = words("frame.report.no_figure") if fact is None else (
        f"{percent(percentage(fact), reader)} ({basis_short(fact.basis, reader)}), {as_of_name(fact.as_of, reader)}")
    source = "–" if fact is None else "; ".join(f"{atlas.sources[e.source_id].publisher} {atlas.sources[e.source_id].url}" for e in fact.evidence)
    return words("frame.report.body", district=f"{district.name} ({district.code})" if district else words("frame.report.no_district"),
                 figure=figure, source=source, address=address,
                 release=f"{atlas.release_number} ({atlas.release_date}, {atlas.release_hash})").strip()
