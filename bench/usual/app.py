"""The usual page, for comparison: folium.Choropleth in the script, st_folium, two plotly figures, a data frame.

Written the way the tutorials write it: data cached with ``st.cache_data``, the map built and sent
again on every interaction. ``--boundaries PATH`` (environment: PETAUCJ_BENCH_BOUNDARIES) takes another
GeoJSON of the same 19 districts, for instance one that nobody simplified.
"""

import json
import os
import sys
from pathlib import Path

import folium
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import streamlit as st
from streamlit_folium import st_folium

ROOT = Path(__file__).parents[2]
BOUNDARIES = os.environ.get("PETAUCJ_BENCH_BOUNDARIES") or str(ROOT / "geodata" / "districts.geojson")
if "--boundaries" in sys.argv:
    BOUNDARIES = sys.argv[sys.argv.index("--boundaries") + 1]
MONTHS = [f"{year}-{month:02d}" for year in range(2022, 2026) for month in range(1, 13)]
INDICATORS = {"Cakupan (%)": "coverage_pct_printed", "Peserta aktif": "active_participants"}


@st.cache_data
def load_coverage() -> pd.DataFrame:
    """Read the coverage figures of the districts."""
    frame = pd.read_csv(ROOT / "seeds" / "coverage.csv", dtype={"kemendagri_code": str, "as_of": str})
    return frame[(frame["kemendagri_code"].str.len() == 5) & (frame["segment"] == "all")]


@st.cache_data
def load_names() -> pd.DataFrame:
    """Read the names of the 19 districts."""
    return pd.read_csv(ROOT / "seeds" / "districts.csv", dtype={"kemendagri_code": str})[["kemendagri_code", "name"]]


@st.cache_data
def load_boundaries(path: str) -> dict:
    """Read the boundaries; the key has another name in the file as published."""
    areas = json.loads(Path(path).read_text(encoding="utf-8"))
    for feature in areas["features"]:
        properties = feature["properties"]
        feature["properties"] = {"kemendagri_code": properties.get("kemendagri_code") or properties["kode"]}
    return areas


def newest_figures(month: str, column: str) -> pd.DataFrame:
    """Return the newest figure of each district up to a month."""
    frame = load_coverage()
    frame = frame[(frame["as_of"].str[:7] <= month) & frame[column].notna()].sort_values("as_of")
    frame = frame.groupby("kemendagri_code", as_index=False).last()
    return load_names().merge(frame.drop(columns="district"), on="kemendagri_code", how="left")


def draw_map(figures: pd.DataFrame, column: str, label: str, district: str) -> folium.Map:
    """Return the choropleth with a tooltip on each district and an outline around the chosen one."""
    areas = load_boundaries(BOUNDARIES)
    by_code = figures.set_index("kemendagri_code")
    for feature in areas["features"]:
        row = by_code.loc[feature["properties"]["kemendagri_code"]]
        feature["properties"]["name"] = row["name"]
        feature["properties"]["value"] = "belum ada data" if pd.isna(row[column]) else f"{row[column]:,.2f}"
    picture = folium.Map(location=[-0.9, 100.4], zoom_start=8)
    layer = folium.Choropleth(
        geo_data=areas, data=figures, columns=["kemendagri_code", column], key_on="feature.properties.kemendagri_code",
        fill_color="YlGnBu", fill_opacity=0.7, line_opacity=0.4, nan_fill_color="lightgrey", legend_name=label,
    ).add_to(picture)
    folium.GeoJsonTooltip(fields=["name", "value"], aliases=["Daerah", label]).add_to(layer.geojson)
    chosen = [feature for feature in areas["features"] if feature["properties"]["name"] == district]
    folium.GeoJson({"type": "FeatureCollection", "features": chosen}, style_function=outline).add_to(picture)
    return picture


def outline(_: dict) -> dict:
    """Return the style of the chosen district."""
    return {"fillOpacity": 0, "color": "black", "weight": 3}


def draw_gauge(value: float, label: str) -> go.Figure:
    """Return the gauge of the chosen district."""
    return go.Figure(go.Indicator(
        mode="gauge+number", value=None if pd.isna(value) else float(value), title={"text": label},
        gauge={"axis": {"range": [0, 110]}, "threshold": {"line": {"color": "red", "width": 3}, "value": 66.5}},
    ))


st.set_page_config(page_title="UCJ Sumatera Barat", layout="wide")
st.title("Cakupan Jaminan Sosial Ketenagakerjaan Sumatera Barat")

names = load_names()
left, middle, right = st.columns(3)
label = left.selectbox("Indikator", list(INDICATORS), key="indikator")
month = middle.select_slider("Per bulan", MONTHS, value="2025-12", key="per")
district = right.selectbox("Daerah", names["name"], key="daerah")
column = INDICATORS[label]
figures = newest_figures(month, column)
chosen = figures.set_index("name").loc[district]

map_side, panel = st.columns([3, 2])
with map_side:
    st_folium(draw_map(figures, column, label, district), height=550, use_container_width=True)
with panel:
    st.subheader(district)
    st.plotly_chart(draw_gauge(chosen.get("coverage_pct_printed"), "Cakupan (%)"))
    st.plotly_chart(px.bar(figures.sort_values(column), x=column, y="name", orientation="h", labels={column: label, "name": ""}))
st.dataframe(figures[["name", column, "as_of", "source_id"]])
