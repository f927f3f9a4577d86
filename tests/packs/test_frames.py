"""Indices of which only the frame is known give no number and say what is missing."""

import pytest

from cchc.choosing import choose_index, scorable
from cchc.model.errors import UsageError
from cchc.packs.pack import Pack

FRAME = "par-index-province"


def test_the_fields_have_names_and_no_criteria(pack: Pack) -> None:
    index = pack.indices[FRAME]
    assert [domain.max for domain in index.domains] == [9.5, 10, 13, 10.5, 15, 11.5, 12.5, 18]
    assert index.leaves() == ()
    assert {domain.basis for domain in index.domains} == {"unsourced"}


def test_a_frame_gives_no_number_and_says_what_is_missing(pack: Pack) -> None:
    with pytest.raises(UsageError, match=r"bảng tiêu chí.*876/QĐ-BNV.*892/QĐ-BNV"):
        scorable(pack.indices[FRAME])
    with pytest.raises(UsageError, match="chưa chấm điểm được"):
        choose_index(pack, FRAME, ["province"], None)


def test_a_frame_is_never_chosen_for_a_user(pack: Pack) -> None:
    assert choose_index(pack, None, ["province"], None).id != FRAME
