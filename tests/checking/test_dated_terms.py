"""One text judged on several days: for every dated entry what is right on each, as the law of the day has it."""

from datetime import date
from typing import Any

import pytest
from tests.checking.facts import BARE

from cchc.checking.results import check, results
from cchc.checking.wordings import judged
from cchc.model.outcome import CheckResult
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve

DAYS = (
    date(2020, 6, 1), date(2022, 6, 1), date(2022, 9, 1), date(2024, 1, 15), date(2025, 4, 15), date(2025, 7, 15),
    date(2025, 10, 15), date(2026, 1, 15), date(2026, 5, 15), date(2026, 7, 15),
)  # fmt: skip
# One letter a day: r right, w wrong, o open (no source tells). Written from the dates of the law, not from the tables.
EXPECTED = {
    #                                     6/20 6/22 9/22 1/24 4/25 7/25 10/25 1/26 5/26 7/26
    "online-levels":                      "r r o w w w w w w w",
    "online-levels-proactive":            "r r o o o o o o o r",
    "so-thong-tin-va-truyen-thong":       "r r r r w w w w w w",
    "so-ke-hoach-va-dau-tu":              "r r r r w w w w w w",
    "so-giao-thong-van-tai":              "r r r r w w w w w w",
    "so-tai-nguyen-va-moi-truong":        "r r r r w w w w w w",
    "so-nong-nghiep-va-phat-trien-nong-thon": "r r r r w w w w w w",
    "so-lao-dong-thuong-binh-va-xa-hoi":  "r r r r o o o o o o",
    "bo-thong-tin-va-truyen-thong":       "r r r r o o o o o o",
    "bo-ke-hoach-va-dau-tu":              "r r r r o o o o o o",
    "bo-giao-thong-van-tai":              "r r r r o o o o o o",
    "bo-tai-nguyen-va-moi-truong":        "r r r r o o o o o o",
    "bo-nong-nghiep-va-phat-trien-nong-thon": "r r r r o o o o o o",
    "bo-lao-dong-thuong-binh-va-xa-hoi":  "r r r r o o o o o o",
    "cuc-quan-ly-thi-truong":             "r r r r w w w w w w",
    "district-level":                     "r r r r r w w w w w",
    "province-bac-giang":                 "r r r r r w w w w w",
    "provincial-portal":                  "r r r r r w w w w w",
    "procedure-control":                  "r r r r r r r w w w",
    "portal-accounts":                    "r r r r o w w w w w",
    "portal-accounts-persons":            "r r r r w w w w w w",
    # No source that was seen tells the day of Law 80/2025/QH15.
    "civil-service-grades":               "r r r r r o o o o o",
    "civil-service-discipline":           "r r r r r o o o o o",
    "national-portal":                    "r r r r r r r r r r",
    "qd-34-2021-ttg":                     "r r r w w w w w w w",
    "nd-61-2018":                         "r r r r r w w w w w",
    "nd-107-2021":                        "r r r r r w w w w w",
    "tt-01-2018-vpcp":                    "r r r r r r w w w w",
    "law-80-2015":                        "r r r r w w w w w w",
    "nd-34-2016":                         "r r r r w w w w w w",
    "law-22-2008":                        "r r r r r w w w w w",
    "law-58-2010":                        "r r r r r r r r r o",
    "nd-60-2021":                         "r r r r r w w w w w",
    "nd-111-2022":                        "r r r r r r r r r o",
    "nd-42-2022":                         "r r r r r r r r r w",
    "nd-64-2007":                         "r r r r r r r r r w",
    "nd-130-2005":                        "r r r r r r r r w w",
    "nd-117-2013":                        "r r r r r r r r w w",
    "nq-30c":                             "r w w w w w w w w w",
}  # fmt: skip
WORDS = {"r": "right", "w": "wrong", "o": "open"}


def report(*mentions: dict[str, Any], **more: Any) -> Report:
    return Report.model_validate({**BARE, "mentions": list(mentions), "citations": [], **more})


def met(entry: str, at: str = "II.2", **more: Any) -> dict[str, Any]:
    return {"entry": entry, "printed": "như in", "at": at, **more}


def verdict(pack: Pack, one: Report, day: date | None = None) -> str:
    (only,) = judged(resolve(pack, one, as_of=day))
    return only.verdict


def found(pack: Pack, one: Report, day: date | None = None) -> dict[str, CheckResult]:
    table, matrix = check(pack, [resolve(pack, one, as_of=day)])
    return {o.code: o for o in results(table, matrix, 0, "vi") if o.topic == "terms"}


def test_every_entry_is_in_the_table(pack: Pack) -> None:
    assert set(EXPECTED) == set(pack.wordings.uses)


@pytest.mark.parametrize("entry", EXPECTED)
def test_one_report_judged_on_ten_days(pack: Pack, entry: str) -> None:
    one = report(met(entry))
    assert [verdict(pack, one, day) for day in DAYS] == [WORDS[letter] for letter in EXPECTED[entry].split()]


def test_a_quotation_of_an_older_document_is_right_at_any_date(pack: Pack) -> None:
    one = report(met("so-thong-tin-va-truyen-thong", "V", quoted="2024-08-01"))
    assert {verdict(pack, one, day) for day in DAYS} == {"right"}
    assert verdict(pack, report(met("so-thong-tin-va-truyen-thong", "V", quoted="2025-03-02"))) == "wrong"


def test_the_day_before_and_the_day_of_a_change(pack: Pack) -> None:
    one = report(met("district-level", "IV"))
    assert [verdict(pack, one, day) for day in (date(2025, 6, 30), date(2025, 7, 1))] == ["right", "wrong"]


def test_elsewhere_the_day_of_a_merger_is_not_known_and_nobody_is_accused(pack: Pack) -> None:
    elsewhere = report(met("so-thong-tin-va-truyen-thong", "V"), province="Lạng Sơn")
    assert verdict(pack, elsewhere) == "open"
    result = found(pack, elsewhere)["TRM602"]
    assert result.outcome == "unknown"
    assert "chưa thấy ngày đổi tên ở tỉnh này" in result.message
    # The market surveillance body is known of one province alone: elsewhere its name says nothing.
    assert not list(judged(resolve(pack, report(met("cuc-quan-ly-thi-truong"), province="Lạng Sơn"))))


def test_a_result_of_a_period_that_holds_the_change_may_be_of_before_it(pack: Pack) -> None:
    year = {"period": {"kind": "year", "year": 2025, "number": 1}, "document": {"issued": "2025-12-20"}}
    assert verdict(pack, report(met("district-level", "II.2"), **year)) == "open"
    assert verdict(pack, report(met("district-level", "IV"), **year)) == "wrong"
    assert verdict(pack, report(met("online-levels", "II.2"), **year)) == "wrong"
    assert "kỳ số liệu bắt đầu trước 1/7/2025" in found(pack, report(met("district-level"), **year))["TRM604"].message


def test_a_decree_cited_with_its_amendment_is_right(pack: Pack) -> None:
    amended = [{"type": "Nghị định", "number": "111/2025/NĐ-CP", "at": "II.5"}]
    day = date(2025, 8, 1)
    assert verdict(pack, report(met("nd-60-2021"), citations=amended), day) == "right"
    assert verdict(pack, report(met("nd-60-2021")), day) == "wrong"
    assert verdict(pack, report(met("nd-60-2021"), citations=None), day) == "open"


def test_acts_of_a_report_given_by_hand_are_judged_by_its_citations(pack: Pack) -> None:
    cited = [{"type": "Quyết định", "number": "34/2021/QĐ-TTg", "at": "II.6.h"}]
    by_hand = found(pack, Report.model_validate({**BARE, "citations": cited}))
    assert by_hand["TRM611"].outcome == "fail"
    assert by_hand["TRM619"].outcome == "fail"
    assert by_hand["TRM618"].outcome == "pass"
    # Words that nobody looked for are not known.
    assert by_hand["TRM601"].outcome == "unknown"
    # The reader found it in the title of an older document.
    told = report(met("qd-34-2021-ttg", quoted="2022-02-10"), citations=cited)
    assert found(pack, told)["TRM611"].outcome == "pass"


def test_a_document_of_no_table_is_not_taken_for_being_in_force(pack: Pack) -> None:
    cited = [{"type": "Công văn", "number": "211/SNV-CCHC", "at": "mở đầu"}]
    result = found(pack, report(citations=cited))["TRM619"]
    assert result.outcome == "unknown"
    assert "chưa tra được hiệu lực của 1 văn bản: 211/SNV-CCHC" in result.message
    assert found(pack, report())["TRM619"].outcome == "pass"


def test_findings_name_the_words_and_what_is_right(pack: Pack) -> None:
    one = report({"entry": "online-levels", "printed": "mức độ 3, 4", "at": "II.6.g"})
    message = found(pack, one)["TRM601"].message
    assert "“mức độ 3, 4” (II.6.g), từ 15/8/2022 là: toàn trình, một phần" in message


def test_one_short_form_beside_the_full_name_of_the_portal_is_in_order(pack: Pack) -> None:
    def names(*printed: str) -> str:
        return found(pack, report(*({**met("national-portal"), "printed": name} for name in printed)))["TRM501"].outcome

    assert names("Cổng Dịch vụ công quốc gia", "Cổng DVCQG", "Cổng dịch vụ công Quốc gia") == "pass"
    assert names("Cổng DVCQG") == "pass"
    assert names("Cổng DVCQG", "Cổng DVC quốc gia") == "fail"
    assert names("Cổng Dịch vụ công quốc gia", "Cổng dịch vụ quốc gia") == "fail"


# What a careful reader says of the text of April 2025; TM02 and TM04 are exceptions within TM01 and TM03.
READER = {
    "TM01": "fail", "TM03": "fail", "TM05": "pass", "TM06": "not_applicable", "TM07": "not_applicable",
    "TM08": "not_applicable", "TM09": "not_applicable", "TM10": "fail", "TM11": "not_applicable",
    "TM12": "not_applicable", "TM13": "pass", "TM14": "not_applicable", "TM15": "not_applicable",
    "TM16": "not_applicable", "TM17": "not_applicable", "TM18": "not_applicable", "TM20": "fail", "TM23": "pass",
    "TM24": "pass", "EV15": "fail", "FM20": "fail",
}  # fmt: skip


def test_the_seed_is_judged_as_by_its_reader(pack: Pack, seed: Report) -> None:
    by_origin = {origin: o.outcome for o in found(pack, seed).values() for origin in o.origin}
    assert by_origin == READER


def test_the_letter_of_2024_in_the_seed_is_no_error(pack: Pack, seed: Report) -> None:
    named = [one for one in judged(resolve(pack, seed)) if one.mention.entry == "so-thong-tin-va-truyen-thong"]
    assert [(one.mention.quoted, one.verdict) for one in named] == [(None, "wrong"), (date(2024, 8, 1), "right")]


def test_the_mended_report_has_no_finding(pack: Pack) -> None:
    from tests.conftest import SAMPLES

    from cchc.intake.report_file import read_report

    mended = found(pack, read_report(SAMPLES / "mended-2025-04.yaml", pack))
    assert {o.outcome for o in mended.values()} <= {"pass", "not_applicable", "unknown"}
    assert [o.code for o in mended.values() if o.outcome == "unknown"] == ["TRM619"]
