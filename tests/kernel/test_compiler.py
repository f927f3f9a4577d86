"""Compiled once and found again; without a compiler, or with one that fails, there is no kernel and no error."""

from pathlib import Path

import numpy as np
import pytest

from cchc.formula import tree as t
from cchc.kernel import compiler
from cchc.kernel.compiler import compile_program
from cchc.kernel.program import Check, Program, program
from cchc.model.columns import Columns


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    compiler._compiler.cache_clear()
    return tmp_path / "cache"


def small(number: float = 3.0) -> Program:
    return program([Check(t.Compare(">", t.Name("a.x"), t.Number(number)))], [])


def test_the_second_time_it_is_there_at_once(own_cache: Path) -> None:
    first = compile_program(small())
    assert first is not None
    assert first.kernel(wait=True) is not None
    kept = list(own_cache.rglob("*"))
    assert [path.suffix for path in kept if path.is_file()] == [".so"], "what was made on the way is gone"
    again = compile_program(small())
    assert again is not None
    assert again.running == []
    kernel = again.kernel()
    assert kernel is not None
    assert kernel.run(Columns(2, {"a.x": np.array([4.0, 3.0])}), [True]).tolist() == [[0], [1]]


def test_while_it_is_compiled_there_is_none_yet_and_closing_leaves_nothing(own_cache: Path) -> None:
    begun = compile_program(small(5.0))
    assert begun is not None
    begun.close()
    assert [path for path in own_cache.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("command", ["exit 1", "kill -9 $$"])
def test_a_compiler_that_fails_gives_no_kernel(
    own_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "cc").write_text(f"#!/bin/sh\n{command}\n")
    (folder / "cc").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    begun = compile_program(small(7.0))
    assert begun is not None
    assert begun.kernel(wait=True) is None
    assert begun.kernel(wait=True) is None, "and it is not tried again"
    assert [path for path in own_cache.rglob("*") if path.is_file()] == []


def test_no_compiler_no_kernel(own_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert compile_program(small()) is None
    compiler._compiler.cache_clear()


def test_a_cache_that_cannot_be_written_gives_no_kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    compiler._compiler.cache_clear()
    assert compile_program(small()) is None
