"""HTTP routes beside the app: Leaflet, boundaries, open data, health."""
