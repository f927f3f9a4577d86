"""Frozen types shared by every room: report, rule outcome, weakness, scorecard. No input, no output."""
