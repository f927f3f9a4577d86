"""The sentences beside the figures in `indicators/figures/`: each must give exactly the figures that it states."""

import pytest
from tests.reading.reader import content

from cchc.packs.figure_schema import ReadCase
from cchc.reading.figures.cases import Cases, expected

CASES = [(group.group, case) for group in content().figure_groups for case in group.cases]
RUN = Cases(content())


@pytest.mark.parametrize(("group", "case"), CASES, ids=[f"{g}: {c.text[:60]}" for g, c in CASES])
def test_a_sentence_gives_the_figures_it_states_and_no_others(group: str, case: ReadCase) -> None:
    assert RUN.reads(case) == expected(case)


def test_every_context_that_a_wording_asks_for_exists() -> None:
    assert [problem for problem in RUN.failing() if "ngữ cảnh" in problem.message] == []
