"""Text that waits until all of it is there."""

from cchc.cli.spool import Spool

LONG = "Số hồ sơ đã tiếp nhận: 331.\r\n" * 400_000


def test_text_of_any_length_comes_back_as_it_was() -> None:
    with Spool() as spool:
        for piece in (LONG, "\udcff", "hết"):
            spool.add(piece)
        assert "".join(spool) == LONG + "\udcff" + "hết"
