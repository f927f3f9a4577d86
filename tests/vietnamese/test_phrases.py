"""Words, phrases in their notation, and how they are found."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cchc.vietnamese.phrases import PhraseBook, expand, words_in


def found(book: PhraseBook[str], text: str) -> list[tuple[str, str]]:
    return [(hit.value, text[hit.start : hit.end]) for hit in book.find(words_in(text))]


def test_the_notation_gives_every_wording() -> None:
    wordings = {" ".join(wording) for wording in expand("[hồ sơ] (trước|đúng) hạn")}
    assert wordings == {"trước hạn", "đúng hạn", "hồ sơ trước hạn", "hồ sơ đúng hạn"}


def test_the_longest_phrase_is_meant() -> None:
    book = PhraseBook([("giải quyết", "short"), ("đã giải quyết xong", "long")])
    assert found(book, "Sở đã giải quyết xong, còn giải quyết tiếp") == [
        ("long", "đã giải quyết xong"),
        ("short", "giải quyết"),
    ]


def test_one_phrase_may_stand_for_several_things() -> None:
    book = PhraseBook([("quá hạn", "resolved"), ("quá hạn", "pending")])
    assert [value for value, _ in found(book, "quá hạn")] == ["resolved", "pending"]


def test_only_whole_words_count_and_glued_digits_are_words_of_their_own() -> None:
    book = PhraseBook([("số", "number")])
    assert found(book, "Sở có sốt; số31") == [("number", "số")]
    assert [w.text for w in words_in("20/12/2021về")] == ["20", "/", "12", "/", "2021", "về"]


def test_a_footnote_mark_does_not_belong_to_its_word() -> None:
    assert [w.text for w in words_in("nhiệm vụ chính² và")] == ["nhiệm", "vụ", "chính", "và"]


def test_what_does_not_fit_hides_only_phrases_inside_it() -> None:
    book = PhraseBook([("hồ sơ quá hạn", "no"), ("quá hạn", "no"), ("quá hạn chưa giải quyết", "yes")])
    hits = book.find_fitting(words_in("hồ sơ quá hạn chưa giải quyết"), lambda hit: hit.value == "yes")
    assert [hit.value for hit in hits] == ["yes"]


def test_what_does_not_count_hides_nothing() -> None:
    book = PhraseBook([("đã xử lý # kiến nghị", "elsewhere"), ("đã xử lý", "here")])
    words = words_in("đã xử lý # kiến nghị")
    assert [hit.value for hit in book.find_fitting(words, lambda hit: hit.value == "here")] == []
    counted = book.find_fitting(words, lambda _: True, lambda value: value == "here")
    assert [hit.value for hit in counted] == ["here"]


@given(st.text(alphabet="aăâbcdđ ,;.()%123\n"))
def test_words_stand_in_order_where_they_say(text: str) -> None:
    words = words_in(text)
    assert all(text[w.start : w.end].lower() == w.text for w in words)
    assert all(a.end <= b.start for a, b in pairwise(words))


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=6), max_size=4))
def test_what_was_looked_for_before_changes_nothing(texts: list[list[str]]) -> None:
    entries = [("[a|b] c", 1), ("(a|b) [c] d", 2), ("[a] [b c] e", 3), ("c", 4), ("a b [c d]", 5), ("[d]", 6)]
    every = {wording for phrase, _ in entries for wording in expand(phrase) if wording}
    used = PhraseBook(entries)
    for text in texts:
        words = words_in(" ".join(text))
        for first in range(len(words)):
            longest = max((w for w in every if tuple(text[first : first + len(w)]) == w), key=len, default=())
            # One phrase may stand for several values: one hit each, all of one length.
            assert {hit.after - first for hit in used.at(words, first)} == ({len(longest)} if longest else set())
