"""Reads the settings back as Streamlit understands them."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomllib

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

WANTED = {
    "server.address": "127.0.0.1", "server.enableCORS": True, "server.enableXsrfProtection": True, "server.enableStaticServing": False,
    "server.fileWatcherType": "none", "server.runOnSave": False, "server.maxUploadSize": 10, "server.maxMessageSize": 20,
    "server.showEmailPrompt": False, "server.disconnectedSessionTTL": 900, "runner.postScriptGC": False, "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal", "client.showErrorDetails": "none", "client.showErrorLinks": False,
}


@pytest.mark.parametrize("name", WANTED)
def test_setting(name: str) -> None:
    from streamlit import config

    config.get_config_options(force_reparse=True)
    assert config.get_option(name) == WANTED[name]


def test_the_agent_door_and_headless_stay_at_their_defaults() -> None:
    assert "enableAgentApi" not in CONFIG["server"]
    assert "headless" not in CONFIG["server"], "on a laptop the browser opens by itself"
