"""What the facts on terms, names and acts must be for small reports; for the table of test_facts_declared."""

from typing import Any

from tests.checking.facts import cite

JULY_2026 = {"document": {"issued": "2026-07-20"}, "period": {"kind": "month", "year": 2026, "number": 7}}


def met(entry: str, printed: str = "như in", at: str = "IV", **more: Any) -> dict[str, Any]:
    return {"entry": entry, "printed": printed, "at": at, **more}


def july(*mentions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {**JULY_2026, "mentions": list(mentions), "citations": [], **more}


def ended(*numbers: str) -> dict[str, Any]:
    return {**JULY_2026, "citations": [cite(number, at="IV") for number in numbers]}


Row = tuple[dict[str, Any], float, list[str]]
TERM_TABLE: dict[str, Row] = {
    "terms.online_levels": (july(met("online-levels", at="II.6.g")), 1, ["II.6.g"]),
    "terms.information_department": (july(met("so-thong-tin-va-truyen-thong", at="V")), 1, ["V"]),
    "terms.departments": (july(met("so-giao-thong-van-tai"), met("cuc-quan-ly-thi-truong")), 2, ["IV", "IV"]),
    "terms.districts": (july(met("district-level")), 1, ["IV"]),
    "terms.province_names": (july(met("province-bac-giang")), 1, ["IV"]),
    "terms.provincial_portals": (july(met("provincial-portal")), 1, ["IV"]),
    "terms.procedure_control": (july(met("procedure-control", at="V")), 1, ["V"]),
    "terms.civil_service": (july(met("law-22-2008"), met("law-58-2010")), 1, ["IV"]),
    "terms.portal_accounts": (july(met("portal-accounts")), 1, ["IV"]),
    "terms.one_stop_decrees": (ended("61/2018/NĐ-CP", "107/2021/NĐ-CP", "118/2025/NĐ-CP"), 2, ["IV", "IV"]),
    "terms.one_stop_circular": (ended("01/2018/TT-VPCP"), 1, ["IV"]),
    "terms.electronic_identity": (ended("34/2021/QĐ-TTg", "34/2021/QĐ-UBND"), 1, ["IV"]),
    "terms.legal_documents_law": (ended("80/2015/QH13"), 1, ["IV"]),
    "terms.autonomy_decree": (ended("60/2021/NĐ-CP"), 1, ["IV"]),
    "terms.contract_decree": (ended("111/2022/NĐ-CP", "235/2026/NĐ-CP"), 0, []),
    "terms.online_service_decrees": (ended("42/2022/NĐ-CP"), 1, ["IV"]),
    "terms.administrative_autonomy": (ended("130/2005/NĐ-CP"), 1, ["IV"]),
    "terms.reform_programme": (ended("30c/NQ-CP"), 1, ["IV"]),
    # Decree 60/2021 is amended, not ended; 211/SNV-CCHC is not known and not taken for being in force.
    "terms.ended_acts": (ended("34/2021/QĐ-TTg", "60/2021/NĐ-CP", "211/SNV-CCHC"), 1, ["IV"]),
    "terms.acts_not_known": (ended("34/2021/QĐ-TTg", "211/SNV-CCHC"), 1, ["IV"]),
    "terms.portal_names": (
        july(
            met("national-portal", "Cổng Dịch vụ công quốc gia", "I"),
            met("national-portal", "Cổng dịch vụ công Quốc gia", "II.2"),
            met("national-portal", "Cổng DVCQG", "II.6"),
            met("national-portal", "Cổng dịch vụ quốc gia", "V"),
        ),
        2,
        ["I", "II.2", "II.6", "V"],
    ),
    "terms.agency_capitals": (july(met("agency-capitals", "Sở nội vụ", "II.4.d", should="Sở Nội vụ")), 1, ["II.4.d"]),
}
