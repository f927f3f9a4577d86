"""The pages of the shipped content: everything a reader asks is there, and no identifier stands in the sentences."""

import re

import pytest

from cchc.explaining import Pages
from cchc.model.errors import UsageError
from cchc.output.pages.page import Page, as_text
from cchc.packs.pack import Pack

_IDENTIFIER = re.compile(r"\b[a-z]{2,}(_[a-z0-9]+)*\.[a-z]{2,}[a-z_]*\b")
_TECHNICAL = {"Công thức", "Nơi khai báo", "Formula", "Declared in", "Số liệu dùng", "Figures used", "Căn cứ", "Source"}


@pytest.fixture(scope="module")
def vi(pack: Pack) -> Pages:
    return Pages(pack, "vi")


@pytest.fixture(scope="module")
def en(pack: Pack) -> Pages:
    return Pages(pack, "en")


def texts(page: Page, *titles: str) -> str:
    return "\n".join(line.text for one in page.entries if one.title in titles for line in one.lines)


def titles(page: Page) -> list[str]:
    return [one.title for one in page.entries]


def test_every_page_of_a_rule_answers_what_why_on_what_ground_and_what_to_do(pack: Pack, vi: Pages) -> None:
    for rule in pack.rules:
        found = titles(vi.rule(rule))
        assert {"Mức", "Điều phải đúng", "Vì sao", "Căn cứ", "Cần làm", "Ví dụ (đạt)", "Ví dụ (cần xem lại)"} <= set(
            found
        )
        assert ("Chỉ áp dụng khi" in found) == (rule.when is not None)


def test_sentences_hold_no_identifier_and_no_denied_denial(pack: Pack, vi: Pages, en: Pages) -> None:
    for rule in pack.rules:
        for page in (vi.rule(rule), en.rule(rule)):
            said = "\n".join(line.text for one in page.entries if one.title not in _TECHNICAL for line in one.lines)
            assert not _IDENTIFIER.search(re.sub(r"https?://\S+|\S+\.gov\.vn\S*|\S+\.yaml", "", said)), (page.id, said)
            must = texts(page, "Điều phải đúng", "Chỉ áp dụng khi", "What must hold", "Applies only when")
            for clumsy in ("không xảy ra việc", "this is not so", "không không", "chưa chưa", "not not"):
                assert clumsy not in must, (page.id, must)


def test_a_rule_in_words(vi: Pages) -> None:
    (page,) = vi.find("TG01")
    assert page.id == "ONL301"
    assert "127" in texts(page, "Ví dụ (đạt)")
    assert "còn thiếu 109" in texts(page, "Ví dụ (cần xem lại)")
    assert "tỷ lệ “DVC trực tuyến có phát sinh hồ sơ” trên “DVC trực tuyến cung cấp, tổng số”" in texts(
        page, "Tỷ lệ tính từ số liệu"
    )


def test_the_page_of_a_figure_says_how_it_is_recognised_and_what_uses_it(vi: Pages) -> None:
    (page,) = vi.find("digital.services_with_dossier")
    rules = next(one for one in page.entries if one.title == "Quy tắc dùng số liệu này")
    assert ("rules", "ONL301") in {line.page for line in rules.lines}
    targets = next(one for one in page.entries if one.title == "Chỉ tiêu phải đạt")
    assert ("targets", "online_uptake") in {line.page for line in targets.lines}
    assert "Cách diễn đạt nhận ra được" in titles(page)
    assert "hồ sơ" in texts(page, "Đơn vị tính") or "dịch vụ" in texts(page, "Đơn vị tính")


@pytest.mark.parametrize("name", ["online_uptake", "target.online_uptake"])
def test_the_page_of_a_target_gives_values_with_dates_and_the_words_of_the_source(vi: Pages, name: str) -> None:
    (page,) = vi.find(name)
    said = as_text(page)
    assert "90% (Bắc Giang, từ 1/1/2025 đến hết 31/12/2025)" in said
    assert "Nguyên văn: “chưa đạt so với tỷ lệ đề ra của tỉnh 90%”" in said


def test_a_target_without_a_value_says_so(vi: Pages) -> None:
    assert "Chưa có văn bản nào cho giá trị" in as_text(vi.find("online_dossiers")[0])


def test_the_page_of_an_index_has_every_criterion_its_bands_and_its_dates(pack: Pack, vi: Pages) -> None:
    for index in pack.indices.values():
        said = as_text(vi.index(index))
        assert all(f"{leaf.code} {leaf.title.vi}" in said for leaf in index.leaves())
        assert all(band.label.vi in said for band in index.bands.levels)
    said = as_text(vi.find("settlement-tt01")[0])
    assert "Hiệu lực:" in said
    assert "Tổng điểm: 18" in said


def test_the_page_of_a_profile_says_where_each_thing_comes_from(vi: Pages) -> None:
    said = as_text(vi.find("khanh-hoa")[0])
    assert "Kế thừa: general" in said
    assert "Cơ quan tổng hợp: Sở Nội vụ (từ hồ sơ general)" in said
    assert "2 ngày làm việc sau ngày chốt số liệu" in said
    assert "Quyết định 01/2023/QĐ-UBND Khánh Hòa" in said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("onl310", "ONL301"), ("dosiers.received", "dossiers.received"), ("on_tme", "on_time"), ("bac-nin", "bac-ninh"),
     ("settlement-tt1", "settlement-tt01")],
)  # fmt: skip
def test_a_typing_slip_is_answered_with_the_nearest_name(vi: Pages, typed: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"có phải '{meant}'"):
        vi.find(typed)
