"""The benchmarks are no part of the installed package: they are found from the root of the project."""

import sys

from tests.conftest import ROOT

sys.path.append(str(ROOT))
