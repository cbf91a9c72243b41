"""What is known about a boundary source: origin, licence caveat, defects that matter. Read by the README alone."""

from __future__ import annotations

CAHYADSN_ID = """
## Asal, lisensi, dan yang belum pasti

- Kompilasi: Cahya DSN, lisensi MIT (ditemukan di sumber). Pernyataan lisensinya ada di `LICENSE-*.txt` dan wajib ikut ke mana pun data ini disalin.
- Geometrinya milik Badan Informasi Geospasial (BIG): ini **kesimpulan kami dari pengukuran** (luas tiap wilayah dalam 0,2 % dari luas resmi BIG,
  jumlah pulau sama dengan lapisan BIG 2023), bukan pernyataan sumbernya; repositori asal tidak menyebut dari mana poligonnya.
- MIT hanya mencakup karya penyusunnya. Syarat BIG sendiri belum dapat dibaca. UU Hak Cipta 28/2014 pasal 43(b) membolehkan penyebaran karya
  pemerintah kecuali dinyatakan dilindungi; satu ringkasan UU 4/2011 (Informasi Geospasial) menyebut larangan mengubah atau menyebarkan data
  dasar tanpa izin, tetapi naskahnya belum diperiksa. Mintalah pendapat hukum sebelum penerbitan komersial. Ini bukan nasihat hukum.
- Luas resmi: surat BIG B-16.10/DIGD-BIG/IGD.04.04/12/2024. Karena tabel itu dan geometrinya berasal dari lembaga yang sama, kecocokannya
  membuktikan pengolahan, bukan kebenaran garisnya.
- Berkas masukan dibuat dari `db/kel/13/*.sql` (desa digabung per kabupaten/kota; celah dan tindihan antardesa dibersihkan; lubang 33 km² di
  nagari Maek, 13.07, diisi). Konteks dari `db/kel/*/*.sql`.

## Cacat yang diketahui

- **Danau tidak dipotong**: Singkarak terbagi antara 13.02 dan 13.04, Maninjau ada di dalam 13.06. Luas memuat danau.
- Titik label dihitung; `lat`/`lng` dari sumber tidak dipakai karena pada 13.09 jatuh di luar poligon.
- Di pantai garis sumber menyimpang paling jauh 364 m (13.01), 114 m (13.71), dan 113 m (13.09) dari BIG resolusi penuh.
- BPS pernah memakai luas lain (42.012,89 dan 42.297,30 km² untuk provinsi); tabel BPS terbaru tidak ditemukan untuk pembanding.
"""

CAHYADSN_EN = """
## Origin, licence, and what is not certain

- Compilation: Cahya DSN, MIT licence (found in the source). The notices in `LICENSE-*.txt` must travel with every copy of the data.
- The geometry is that of Badan Informasi Geospasial (BIG): this is **our inference from measurements** (every district within 0.2 % of BIG's
  official area, the same number of islands as BIG's 2023 layer), not a statement of the source, which does not say where its polygons come from.
- MIT covers the compiler's work. BIG's own terms could not be read. Copyright Law 28/2014 art. 43(b) allows redistribution of government works
  unless stated protected; one summary of Law 4/2011 (Geospatial Information) says changing or distributing base data without permission is
  prohibited, but the statute was not checked. Ask counsel before a commercial release. Nothing here is legal advice.
- Official areas: BIG letter B-16.10/DIGD-BIG/IGD.04.04/12/2024. Table and geometry come from the same authority, so agreement proves the
  processing, not the truth of the lines.
- The input was made from `db/kel/13/*.sql` (villages dissolved by district; gaps and overlaps between villages cleaned; a hole of 33 km² in
  nagari Maek, 13.07, filled). The context comes from `db/kel/*/*.sql`.

## Known defects that matter

- **Lakes are not cut out**: Singkarak is split between 13.02 and 13.04, Maninjau lies inside 13.06. Areas include the lakes.
- Label points are computed; the source's `lat`/`lng` are not used because for 13.09 they fall outside the polygon.
- On the coast the source's line lies up to 364 m (13.01), 114 m (13.71) and 113 m (13.09) off BIG's full resolution.
- BPS has used other areas (42,012.89 and 42,297.30 km² for the province); no current BPS table was found to compare with.
"""

UNKNOWN_ID = "\nCacat sumber ini belum dicatat.\n"
UNKNOWN_EN = "\nThe defects of this source have not been recorded.\n"


def known_notes(url: str) -> tuple[str, str]:
    """Return what is known about the source at ``url``, in Indonesian and in English."""
    if "cahyadsn/wilayah_boundaries" in url:
        return CAHYADSN_ID, CAHYADSN_EN
    return UNKNOWN_ID, UNKNOWN_EN
