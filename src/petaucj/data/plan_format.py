"""The permanent words of a plan, in its file and in the address, and what the domain calls them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FORMAT = "petaucj-rencana-1"


def _both_ways(words: dict[str, str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    return MappingProxyType(words), MappingProxyType({code: word for word, code in words.items()})


FUND_OF, FUND_WORD = _both_ways({
    "pemberi-kerja": "employer", "mandiri": "self_paid", "dbh-sawit": "palm_oil_share", "csr": "csr", "baznas": "zakat", "asn": "civil_servants",
    "donasi": "donation", "apb-nagari": "village_budget", "dana-desa": "village_fund", "apbd-provinsi": "province_budget", "apbd": "district_budget",
})
BASIS_OF, BASIS_WORD = _both_ways({
    "bekerja": "bps_employed", "potensi": "bpjs_potential", "angkatan": "bps_labour_force", "tidak-diketahui": "unknown",
})
COMMITMENT_OF, COMMITMENT_WORD = _both_ways({"terbayar": "paid", "dianggarkan": "budgeted", "rencana": "planned", "skenario": "scenario"})
SECTOR_OF, SECTOR_WORD = _both_ways({"non-transportasi": "non_transport", "transportasi": "transport"})
PACKAGE_OF, PACKAGE_WORD = _both_ways({"jkk-jkm": "two", "jkk-jkm-jht": "three"})
REGIME_OF, REGIME_WORD = _both_ways({
    "daerah": "district", "mou": "mou", "provinsi": "province", "rpjmn": "rpjmn", "rkp": "rkp", "nasional": "national_other", "rpjpn": "rpjpn",
})
