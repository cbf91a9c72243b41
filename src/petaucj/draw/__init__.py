"""View to picture (folium, plotly, SVG); takes no decisions."""
