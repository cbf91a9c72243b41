"""View to artefact: CSV and GeoJSON with their metadata."""
