"""What a report admits, explains, claims, plans and asks, in the hands of different agencies."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.outlined import APRIL, outlined, said, sayings, statements

from cchc.model.blocks import Block
from cchc.model.report import Part
from cchc.reading.passage import Outlined, Passage
from cchc.reading.said.addressees import addressees_in
from cchc.reading.said.statements import read_statements

WEAK = ("III.2", "Tồn tại, hạn chế")


def test_each_thing_admitted_is_a_weakness_of_its_own() -> None:
    found = statements(
        *WEAK,
        "Tỷ lệ hồ sơ nộp trực tuyến của xã còn thấp. Việc số hóa kết quả giải quyết TTHC chưa kịp thời.",
        "- Công tác tuyên truyền CCHC đôi khi chưa thường xuyên; chưa có nhiều sáng kiến.",
    )
    assert said(found, "weakness") == [("online_dossiers",), ("digitization",), ("communication",), ("initiatives",)]
    assert found[1].text == "Việc số hóa kết quả giải quyết TTHC chưa kịp thời"


def test_praise_before_the_admission_and_its_effects_are_not_what_is_weak() -> None:
    found = statements(
        *WEAK,
        "Mặc dù công tác tuyên truyền CCHC được quan tâm nhưng việc thanh toán trực tuyến mới đạt 40%, ảnh hưởng đến sự hài lòng.",
    )
    assert said(found, "weakness") == [("online_payment",)]


def test_a_sentence_that_carries_on_is_no_weakness_of_its_own() -> None:
    found = statements(*WEAK, "Việc số hóa hồ sơ còn chậm. Do đó, một số hồ sơ trực tuyến chưa được trả đúng hạn.")
    assert said(found, "weakness") == [("digitization",)]


def test_an_announcement_of_weaknesses_is_none_beside_them() -> None:
    general = "Công tác CCHC của ngành y tế vẫn còn một số tồn tại, hạn chế nhất định."
    assert said(statements(*WEAK, general, "Việc số hóa hồ sơ còn chậm."), "weakness") == [("digitization",)]
    assert said(statements(*WEAK, general), "weakness") == [()]


def test_an_unknown_subject_has_no_topic() -> None:
    assert said(statements(*WEAK, "Văn bản trình ký của một số phòng còn sai thể thức."), "weakness") == [()]


@pytest.mark.parametrize("none", ["Không có.", "Không", "- Không có", "Không có khó khăn, vướng mắc."])
@pytest.mark.parametrize("part", ["III.2", "III.3", "IV", "V"])
def test_nothing_is_no_statement(part: str, none: str) -> None:
    assert statements(part, "", none) == []


@pytest.mark.parametrize(
    "marker",
    ["* Nguyên nhân", "**** Nguyên nhân***", "Nguyên nhân:", "b) Nguyên nhân của tồn tại, hạn chế", "2.2. Nguyên nhân"],
)
def test_after_its_marker_every_item_is_a_cause(marker: str) -> None:
    found = statements(*WEAK, "Việc số hóa hồ sơ còn chậm.", marker, "Công chức còn kiêm nhiệm.", "Máy quét còn thiếu.")
    assert len(said(found, "cause")) == 2
    assert said(found, "weakness") == [("digitization",)]


def test_a_cause_may_run_on_behind_its_lead_word() -> None:
    found = statements(
        *WEAK, "Việc số hóa hồ sơ còn chậm.", "- Nguyên nhân chủ quan: cán bộ, công chức kiêm nhiệm nhiều việc."
    )
    assert said(found, "cause") == [("part_time_staff",)]
    assert next(s for s in found if s.kind == "cause").text == "cán bộ, công chức kiêm nhiệm nhiều việc"


def test_a_reason_inside_the_sentence_is_the_cause_of_that_weakness() -> None:
    found = statements(*WEAK, "Số hóa kết quả giải quyết TTHC còn chậm do công chức phải kiêm nhiệm.")
    assert said(found, "weakness") == [("digitization",)]
    assert said(found, "cause") == [("digitization", "part_time_staff")]


def test_by_whom_is_no_reason() -> None:
    found = statements(*WEAK, "Chưa kịp thời cập nhật TTHC do Bộ Y tế ban hành.")
    assert said(found, "cause") == []


def test_a_general_cause_explains_only_what_the_report_admits() -> None:
    cause = ("* Nguyên nhân", "Cán bộ kiêm nhiệm nhiều công việc.")
    assert said(statements(*WEAK, "Chưa có sáng kiến.", *cause), "cause") == [("initiatives", "part_time_staff")]
    assert said(statements(*WEAK, "Việc số hóa còn chậm.", *cause), "cause") == [("part_time_staff",)]


def test_lines_of_one_block_and_lead_words_in_one_line_are_told_apart() -> None:
    both = "Ưu điểm: không có hồ sơ quá hạn.{}Hạn chế: tỷ lệ hồ sơ trực tuyến còn thấp."
    for between in ("\n", " "):
        found = statements("III.1", "Ưu điểm", both.format(between))
        assert said(found, "strength") == [("late_dossiers",)]
        assert said(found, "weakness") == [("online_dossiers",)]


def test_without_sub_headings_only_plain_admissions_are_weaknesses() -> None:
    found = statements(
        "III", "ĐÁNH GIÁ CHUNG", "Kỷ luật, kỷ cương hành chính được giữ vững. Tuy nhiên, việc thanh toán trực tuyến còn thấp.",
        "Không còn hồ sơ trễ hạn.",
    )  # fmt: skip
    assert said(found, "strength") == [("discipline",), ("late_dossiers",)]
    assert said(found, "weakness") == [("online_payment",)]


@pytest.mark.parametrize(
    "praise",
    ["Không có hồ sơ chậm muộn.", "100% hồ sơ được giải quyết trước hạn, không có hồ sơ nào bị trễ hạn.", "Không để xảy ra tình trạng hồ sơ giải quyết quá hạn."],
)  # fmt: skip
def test_that_no_dossier_is_late_is_no_weakness(praise: str) -> None:
    found = statements("III", "ĐÁNH GIÁ CHUNG", praise)
    assert (said(found, "strength"), said(found, "weakness")) == ([("late_dossiers",)], [])


def test_praise_before_the_turn_of_a_sentence_counts_where_no_heading_tells() -> None:
    found = statements(
        "III", "ĐÁNH GIÁ CHUNG", "Hồ sơ quá hạn tuy đã giảm mạnh nhưng vẫn tập trung ở lĩnh vực đất đai."
    )
    assert (len(said(found, "strength")), len(said(found, "weakness"))) == (1, 1)
    assert said(statements("III", "ĐÁNH GIÁ", "Tuy nhiên, số hóa còn chậm."), "strength") == []


def test_a_sentence_that_gives_the_cause_is_no_weakness() -> None:
    text = "Còn hồ sơ giải quyết quá hạn. Nguyên nhân do việc xác minh kéo dài; công chức mới chưa quen quy trình."
    for found in (statements(*WEAK, text), statements("III", "ĐÁNH GIÁ CHUNG", text)):
        assert said(found, "weakness") == [("late_dossiers",)]
        assert [(s.text[:11], "late_dossiers" in s.topics) for s in found if s.kind == "cause"] == [
            ("Nguyên nhân", True)
        ]


def test_under_a_heading_of_their_own_causes_and_lessons_are_no_weaknesses() -> None:
    heading, lesson = "3. Nguyên nhân", "4. Bài học kinh nghiệm"
    report = Outlined(
        (
            Passage(Block("2. Tồn tại, hạn chế", "đoạn 1"), "III.2", 19),
            Passage(Block("Việc số hóa hồ sơ còn chậm.", "đoạn 2"), "III.2"),
            Passage(Block(heading, "đoạn 3"), "III.2", len(heading)),
            Passage(Block("Máy quét còn thiếu.", "đoạn 4"), "III.2"),
            Passage(Block(lesson, "đoạn 5"), "III.2", len(lesson)),
            Passage(Block("Cần phân công rõ, không để chậm trễ.", "đoạn 6"), "III.2"),
        ),
        (Part(id="III.2", title="Tồn tại, hạn chế"),),
        (Block("2. Tồn tại, hạn chế", "đoạn 1"),),
    )
    found = list(read_statements(report, APRIL, sayings()))
    assert [(s.kind, s.text) for s in found] == [
        ("weakness", "Việc số hóa hồ sơ còn chậm"),
        ("cause", "Máy quét còn thiếu"),
    ]


def test_what_a_heading_for_weaknesses_and_causes_does_not_tell_apart_is_both() -> None:
    found = statements("III.2", "Hạn chế, nguyên nhân", "Một số công chức chưa quen số hóa.")
    assert said(found, "weakness") == said(found, "cause") != []
    told = statements("III.2", "Hạn chế, nguyên nhân", "Việc số hóa còn chậm do máy quét còn thiếu.")
    assert len(said(told, "cause")) == 1


def test_a_joint_heading_leaves_weaknesses_and_difficulties_apart() -> None:
    found = statements(
        "III.2",
        "Tồn tại, hạn chế, khó khăn",
        "Việc số hóa hồ sơ còn chậm.",
        "Hạ tầng mạng ở các xã vùng cao gây khó khăn cho tra cứu hồ sơ.",
    )
    assert said(found, "weakness") == [("digitization",)]
    assert said(found, "difficulty") == [("digital_infrastructure", "portal_lookup")]


def test_a_difficulty_raised_before_is_known_by_its_words() -> None:
    text = "Phần mềm chưa có chức năng tra cứu hồ sơ (nội dung này Sở đã nhiều lần kiến nghị)."
    (found,) = statements("III.3", "Khó khăn, vướng mắc", text)
    assert found.asked_before
    assert found.topics == ("portal_lookup",)


@pytest.mark.parametrize(
    ("part", "text", "topics"),
    [
        ("I", "Các nhiệm vụ trong kế hoạch CCHC được triển khai bảo đảm tiến độ.", ("plan_progress",)),
        (
            "II.2",
            "Việc niêm yết công khai TTHC được thực hiện kịp thời, đầy đủ, đúng quy định.",
            ("procedure_publication",),
        ),
        ("II.2", "100% hồ sơ được số hóa theo quy định.", ("digitization",)),
        ("III.1", "Không để xảy ra tình trạng hồ sơ giải quyết trễ hạn.", ("late_dossiers",)),
        ("III.1", "100% hồ sơ giải quyết trước và đúng hạn.", ("late_dossiers",)),
        ("II.1.b", "Phòng Tư pháp thường xuyên rà soát, hệ thống hóa VBQPPL.", ("legal_review",)),
        ("II.5.a", "Thu ngân sách nhà nước đạt đúng tiến độ.", ("revenue",)),
        (
            "III.1",
            "Công tác tuyên truyền CCHC được đổi mới, tạo chuyển biến rõ nét trong nhân dân.",
            ("communication",),
        ),
        ("I", "Sở ban hành kế hoạch CCHC năm 2025. Kế hoạch được thực hiện đúng tiến độ.", ("plan_progress",)),
    ],
)
def test_what_can_be_checked_is_a_claim(part: str, text: str, topics: tuple[str, ...]) -> None:
    assert said(statements(part, "", text), "claim") == [topics]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("I", "Kế hoạch CCHC chưa được thực hiện đúng tiến độ."),
        ("I", "Phấn đấu 100% hồ sơ được số hóa."),
        ("I", "Lãnh đạo Sở yêu cầu thực hiện kế hoạch CCHC đúng tiến độ."),
        ("II.2", "Đã giải quyết 322 hồ sơ, không có hồ sơ quá hạn; đang giải quyết 9 hồ sơ, quá hạn 2."),
        ("III.1", "Lĩnh vực đất đai không có hồ sơ trễ hạn."),
        ("III.1", "Trong 9 hồ sơ đang giải quyết không có hồ sơ quá hạn."),
        ("III.1", "Không có hồ sơ trực tuyến giải quyết trễ hạn."),
        ("II.2", "Sở sẽ công khai TTHC kịp thời, đầy đủ."),
        ("II.2", "Tiếp tục công khai TTHC kịp thời, đầy đủ, đúng quy định."),
        ("II.2", "Phản ánh cho rằng “không có hồ sơ trễ hạn” là chưa đúng."),
        ("II.2", "Quyết định số 12/QĐ-SYT ngày 02/01/2025 về việc công khai TTHC kịp thời, đầy đủ."),
        ("II.4.b", "Việc bổ nhiệm được thực hiện đúng quy định."),
        ("III.2", "Không có hồ sơ trễ hạn."),
        ("IV", "Duy trì không có hồ sơ trễ hạn."),
        ("V", "Đề nghị giải quyết 100% hồ sơ được số hóa."),
    ],
)
def test_what_is_denied_planned_quoted_or_of_no_known_subject_is_no_claim(part: str, text: str) -> None:
    assert said(statements(part, "", text), "claim") == []


def test_work_under_way_has_its_due_date_only_where_it_is_said() -> None:
    first, second = (
        s for s in statements(
            "II.3", "", "Sở đang xây dựng dự thảo Quy chế phối hợp.",
            "Xã đang hoàn thiện Đề án vị trí việc làm, trình UBND huyện trước ngày 30/6/2025.",
            "Đơn vị đang sử dụng phần mềm quản lý văn bản. Trụ sở mới đang xây dựng.",
        )
    )  # fmt: skip
    assert (first.kind, first.deadline) == ("ongoing", None)
    assert (second.kind, second.deadline) == ("ongoing", date(2025, 6, 30))


def test_tasks_are_the_items_with_due_date_owner_and_goal() -> None:
    found = statements(
        "IV", "Nhiệm vụ tháng 5/2025", "Trong tháng 5/2025, Sở tập trung các nhiệm vụ sau:", "1. Về cải cách thể chế",
        "- Rà soát VBQPPL theo Kế hoạch số 12/KH-UBND ngày 03/02/2025, hoàn thành trước ngày 20/5/2025; giao Phòng Pháp chế chủ trì.",
        "- Phấn đấu tỷ lệ hồ sơ trực tuyến đạt từ 80% trở lên. Đơn vị chủ trì: Văn phòng Sở. Hoàn thành trong quý II/2025.",
        "Sở Y tế kính báo cáo UBND tỉnh, Sở Nội vụ./.",
    )  # fmt: skip
    assert [s.kind for s in found] == ["task", "task"]
    assert (found[0].topics, found[0].deadline, found[0].owner) == (
        ("legal_review",),
        date(2025, 5, 20),
        "Phòng Pháp chế",
    )
    assert found[1].goal == "Phấn đấu tỷ lệ hồ sơ trực tuyến đạt từ 80% trở lên"
    assert (found[1].deadline, found[1].owner) == ("quý II/2025", "Văn phòng Sở")


def test_a_table_of_tasks_gives_one_a_row() -> None:
    rows = (
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Rà soát, đơn giản hóa TTHC nội bộ", "Văn phòng"],
        ["2", "Số hóa hồ sơ lưu trữ còn tồn", "Phòng"],
    )
    assert said(statements("IV", "", *rows), "task") == [("procedure_review",), ("digitization",)]


def test_an_item_broken_by_a_page_is_one() -> None:
    found = statements("V", "", "1. Đề nghị Sở Nội vụ hướng dẫn việc", "tinh giản biên chế. Xã đã kiến nghị nhiều lần.")
    assert [(s.addressees, s.topics, s.asked_before) for s in found] == [(("Sở Nội vụ",), ("rotation",), True)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Đề nghị Sở Nội vụ, Văn phòng UBND tỉnh và Sở Y tế nghiên cứu, đề xuất với Văn phòng Chính phủ.", ["Sở Nội vụ", "Văn phòng UBND tỉnh", "Sở Y tế"]),
        ("Sở Y tế kính đề nghị UBND tỉnh chỉ đạo Sở Tài chính bố trí kinh phí.", ["UBND tỉnh"]),
        ("Kiến nghị với Bộ Lao động - Thương binh và Xã hội xem xét.", ["Bộ Lao động - Thương binh và Xã hội"]),
        ("Đề nghị Sở Văn hóa, Thể thao và Du lịch, UBND huyện Lục Ngạn phối hợp.", ["Sở Văn hóa, Thể thao và Du lịch", "UBND huyện Lục Ngạn"]),
        ("Đề nghị UBND tỉnh ưu tiên kinh phí.", ["UBND tỉnh"]),
        ("Đề nghị Ủy ban nhân dân tỉnh Lạng Sơn xem xét.", ["Ủy ban nhân dân tỉnh Lạng Sơn"]),
        ("Đề nghị Trung tâm Giám sát điều hành thông minh sớm khắc phục.", ["Trung tâm Giám sát điều hành thông minh"]),
        ("Đề nghị Sở Nội vụ hướng dẫn; đề nghị Bộ Tư pháp nâng cấp phần mềm.", ["Sở Nội vụ", "Bộ Tư pháp"]),
        ("Bộ Y tế sớm liên thông dữ liệu.", ["Bộ Y tế"]),
        ("Đề nghị cấp trên quan tâm chế độ đối với UBND xã.", []),
        ("Đề nghị ban hành hướng dẫn.", []),
    ],
)  # fmt: skip
def test_who_is_asked(text: str, bodies: list[str]) -> None:
    assert list(addressees_in(text, sayings())) == bodies


def test_items_under_a_body_are_addressed_to_it() -> None:
    found = statements(
        "V", "", "1. Đối với UBND tỉnh:", "- Bố trí kinh phí.", "- Tăng biên chế.", "2. Đề nghị Bộ Y tế sửa quy trình."
    )
    assert [s.addressees for s in found] == [("UBND tỉnh",), ("UBND tỉnh",), ("Bộ Y tế",)]


def test_the_first_letter_is_the_units_own_request() -> None:
    (own,) = statements(
        "V", "", "Đề nghị Sở Tài chính bố trí vốn (Sở đã gửi Công văn số 5/SYT-VP ngày 02/12/2024 đề nghị, và đã có Công văn số 9/SYT-VP ngày 03/3/2025 kiến nghị lại)."
    )  # fmt: skip
    assert own.first_asked == date(2024, 12, 2)
    (other,) = statements("V", "", "Đề nghị Sở Tài chính hướng dẫn Quyết định số 16/2021/QĐ-UBND ngày 18/5/2021.")
    assert other.first_asked is None


def test_statements_stand_in_the_order_of_the_parts_and_quote_the_report() -> None:
    report = outlined(
        ("II.2", "Cải cách TTHC", ["100% hồ sơ được số hóa theo quy định."]),
        ("III.1", "Ưu điểm", ["Không có hồ sơ trễ hạn."]),
        ("III.2", "Tồn tại, hạn chế", ["Chưa có sáng kiến.", "Nguyên nhân: cán bộ kiêm nhiệm."]),
        ("V", "Kiến nghị", ["Đề nghị UBND tỉnh bố trí kinh phí."]),
    )
    found = read_statements(report, APRIL, sayings())
    assert [s.kind for s in found] == ["claim", "claim", "strength", "weakness", "cause", "recommendation"]
    texts = {p.block.place: p.block.text for p in report.passages}
    assert all(s.at and s.at.quote and s.at.quote in texts[s.at.detail or ""] for s in found)


WORDS = ["Sở", "UBND tỉnh", "đề nghị", "không có", "hồ sơ", "trễ hạn", "Nguyên nhân:", "do", "100%", "số hóa", "còn thấp",
         "đúng tiến độ", "(1)", ";", ".", ",", "\n", "-", "“", "”", "ngày 31/02/2025", "đã có Công văn số 1/A-B", "Không"]  # fmt: skip


@given(
    st.sampled_from(["I", "II.2", "III", "III.1", "III.2", "III.3", "IV", "V"]),
    st.lists(st.sampled_from(WORDS), max_size=30),
)
def test_whatever_the_words_nothing_breaks_and_quotes_are_the_reports(part: str, words: list[str]) -> None:
    text = " ".join(words)
    for found in statements(part, "", text):
        assert found.at
        assert (found.at.quote or "") in text
        assert found.text in text
