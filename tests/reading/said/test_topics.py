"""Topics are recognised by wordings that say them by themselves; anything else has none."""

import pytest
from tests.conftest import ROOT
from tests.reading.outlined import outlined, sayings

from cchc.packs.load import load_pack
from cchc.packs.reading_content import reading_content
from cchc.reading.said.topics import part_topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ đạt 20%", {"online_uptake"}),
        ("Tỷ lệ DVCTT phát sinh hồ sơ trực tuyến thấp", {"online_uptake"}),
        ("Còn 37 dịch vụ công không có hồ sơ", {"online_uptake"}),
        ("tỷ lệ hồ sơ nộp trực tuyến", {"online_dossiers"}),
        ("Nộp phí, lệ phí trực tuyến", {"online_payment"}),
        ("Người dân chưa sử dụng dịch vụ công trực tuyến", {"online_uptake", "online_dossiers"}),
        ("số hoá thành phần hồ sơ, kết quả giải quyết TTHC", {"digitization"}),
        ("số hóa tài liệu lưu trữ", set()),
        ("chuyển đổi số trong cơ quan", set()),
        ("Hồ sơ đất đai của một số hộ dân giải quyết chậm muộn", {"late_dossiers"}),
        ("nhiệm vụ chậm muộn", set()),
        ("Nhiều thủ tục không phát sinh hồ sơ", {"no_arising_dossiers"}),
        ("rà soát, đơn giản hóa thủ tục hành chính", {"procedure_review"}),
        ("rà soát, hệ thống hóa văn bản quy phạm pháp luật", {"legal_review"}),
        ("công bố, công khai TTHC", {"procedure_publication"}),
        ("tuyên truyền, phổ biến, giáo dục pháp luật", {"legal_education"}),
        ("công tác tuyên truyền cải cách hành chính", {"communication"}),
        ("Các nghị định, thông tư hướng dẫn thường xuyên có sự thay đổi", {"legal_changes"}),
        ("Nhân sự thường xuyên thay đổi", set()),
        ("luân chuyển, chuyển đổi vị trí công tác", {"rotation"}),
        ("quy trình luân chuyển hồ sơ", set()),
        ("Hệ thống của tỉnh thường xuyên bị lỗi", {"digital_infrastructure"}),
        ("tiếp nhận phản ánh, kiến nghị", {"feedback"}),
        ("theo chỉ đạo của UBND tỉnh", set()),
        ("kỷ luật, kỷ cương hành chính", {"discipline"}),
        ("hệ thống quản lý chất lượng TCVN ISO 9001:2015", {"quality_system"}),
        ("văn bản trình ký còn sai thể thức", set()),
    ],
)
def test_what_a_clause_is_about(text: str, topics: set[str]) -> None:
    assert set(sayings().topics.about(text)) == topics


def test_old_tone_marks_commas_and_short_forms_do_not_matter() -> None:
    book = sayings().topics
    for text in ("SẮP XẾP, TINH GỌN TỔ CHỨC BỘ MÁY", "sắp xếp tinh gọn tổ chức bộ máy", "Tinh gọn tổ chức bộ máy"):
        assert book.about(text) == ("apparatus",)
    assert book.about("kiểm tra cải cách hành chính") == book.about("kiểm tra CCHC") == ("inspection",)


def test_topics_are_found_in_the_words_given_and_not_beside_them() -> None:
    text = "Việc số hóa còn chậm; chưa có sáng kiến"
    assert sayings().topics.about(text, 0, text.index(";")) == ("digitization",)


def test_a_part_has_the_topics_of_its_own_body() -> None:
    report = outlined(
        ("II.1", "Cải cách thể chế", []),
        ("II.1.c", "Công tác kiểm tra, xử lý VBQPPL", ["Sở thường xuyên rà soát, hệ thống hóa văn bản."]),
        ("II.6.c", "Nền tảng", ["Không có."]),
    )
    topics = part_topics(report, sayings().topics)
    assert topics == {"II.1": None, "II.1.c": ("legal_review",), "II.6.c": None}


def test_a_hint_in_the_body_is_enough_not_to_be_off_topic() -> None:
    report = outlined(
        ("II.1.c", "Kiểm tra, xử lý VBQPPL", ["Sở đã tự kiểm tra và rà soát, hệ thống hóa văn bản."]),
        ("II.4.d", "Đào tạo", ["Cử 5 người dự lớp kỹ năng số; triển khai Đề án 06."]),
    )
    topics = part_topics(report, sayings().topics)
    assert "legal_check" in (topics["II.1.c"] or ())
    assert "training" in (topics["II.4.d"] or ())


def test_every_topic_has_phrases_and_every_name_is_a_topic() -> None:
    topics, words = load_pack(ROOT).topics, reading_content(ROOT).statements
    assert [t.id for t in topics.values() if not t.phrases] == []
    named = {t for group in words.part_hints.values() for t in group} | {t for c in words.claims for t in c.topics}
    named |= set(words.explains) | {t for group in words.explains.values() for t in group}
    assert named <= set(topics)


def test_every_rate_that_something_is_left_out_of_is_a_figure() -> None:
    figures = load_pack(ROOT).figures
    assert {f for rate in reading_content(ROOT).statements.rates for f in rate.figures} <= set(figures)
