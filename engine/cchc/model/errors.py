"""Errors that a person can mend: what happened, where, what to do next."""


class CchcError(Exception):
    """Base of every error shown to people as one sentence and exit code 2."""


class InputError(CchcError):
    """A file that a user gave cannot be used.

    `file` is as the user wrote it; `line` counts from 1; `key` is the path inside the file.
    """

    def __init__(self, message: str, file: str, line: int | None = None, key: str | None = None) -> None:
        self.message, self.file, self.line, self.key = message, file, line, key
        super().__init__(self.text())

    def text(self) -> str:
        """Return `file:line: key: message` with the parts that are known."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


class ContentError(CchcError):
    """Content under `rules/` or `indicators/` is broken: the author's error, never the report's."""

    def __init__(self, problems: "list[InputError]") -> None:
        self.problems = problems
        super().__init__("\n".join(problem.text() for problem in problems))


class UsageError(CchcError):
    """The call itself is wrong: an unknown profile, an unknown code."""
