"""Check public administration reform (CCHC) reports and score the units behind them."""

__version__ = "0.1.0"
