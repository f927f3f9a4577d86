"""The pages under `docs/` are those of the content as it stands; `cchc pack docs` writes them anew."""

import re
from pathlib import Path

import pytest
from tests.conftest import ROOT

from cchc.packs.pack import Pack
from cchc.site import FOLDERS, MARK, site

_REFRESH = "hãy chạy: .venv/bin/cchc pack docs"


@pytest.fixture(scope="module")
def pages(pack: Pack) -> dict[str, str]:
    return dict(site(pack))


def on_disk() -> dict[str, str]:
    found = (path for folder in FOLDERS for path in (ROOT / "docs" / folder).glob("*/*.md"))
    return {path.relative_to(ROOT / "docs").as_posix(): path.read_text(encoding="utf-8") for path in found}


def test_the_pages_on_disk_are_fresh(pages: dict[str, str]) -> None:
    written = on_disk()
    assert sorted(written) == sorted(pages), _REFRESH
    stale = [path for path, text in pages.items() if written[path] != text]
    assert stale == [], _REFRESH


def test_everything_has_a_page_in_both_languages_and_stands_in_its_contents(pack: Pack, pages: dict[str, str]) -> None:
    things = {
        "rules": [rule.rule.code for rule in pack.rules],
        "figures": list(pack.figures),
        "targets": list(pack.targets),
        "indices": list(pack.indices),
        "profiles": list(pack.profiles),
    }
    for kind, ids in things.items():
        for lang in ("vi", "en"):
            contents = pages[f"{kind}/{lang}/README.md"]
            assert all(f"{kind}/{lang}/{id_}.md" in pages and f"]({id_}.md)" in contents for id_ in ids), (kind, lang)


def test_every_link_leads_somewhere(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        for target in re.findall(r"\]\(([^)\s]+\.md)\)", text):
            there = Path("/" + path).parent.joinpath(target)
            assert there.resolve().as_posix().lstrip("/") in pages, (path, target)


def test_every_page_says_who_wrote_it(pages: dict[str, str]) -> None:
    assert all(text.startswith(MARK) for text in pages.values())
