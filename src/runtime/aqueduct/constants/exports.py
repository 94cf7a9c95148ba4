"""File formats of parameters and objects."""

from __future__ import annotations

CSV = "csv"
JSON = "json"
PARQUET = "parquet"
SUPPORTED_EXPORTS = (CSV, JSON, PARQUET)
