"""The quiz at the end of each notebook: questions from a file of data, choices that explain."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tipdata.errors import unknown

_FILE = Path(__file__).parent / "quiz.yml"


@cache
def quizzes() -> dict[str, list[dict[str, Any]]]:
    """Return the questions of every quiz: ask, right, and choices as {letter: [text, why]}."""
    import yaml

    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Quiz:
    """The questions of a quiz, each with what is to be said of the answer given."""

    name: str
    answers: tuple[object, ...]

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(given == each["right"] for each, given in self._answered())

    def __repr__(self) -> str:
        return "\n\n".join("\n".join(lines) for lines in self._blocks())

    def _repr_markdown_(self) -> str:
        return "\n\n".join("  \n".join(lines) for lines in self._blocks())

    def _answered(self) -> list[tuple[dict[str, Any], object]]:
        return list(zip(quizzes()[self.name], self.answers, strict=True))

    def _blocks(self) -> list[list[str]]:
        asked = [
            [
                f"{number}. {each['ask']}",
                *(f"({letter}) {text}" for letter, (text, _) in each["choices"].items()),
                _said(each, given),
            ]
            for number, (each, given) in enumerate(self._answered(), start=1)
        ]
        return [*asked, [f"{self.right} of {len(self.answers)} right"]]


def _said(question: dict[str, Any], given: object) -> str:
    if given is ...:
        return "not done yet: put a letter in place of the three dots"
    if given not in list(question["choices"]):
        return f"not yet: {given!r} is none of {', '.join(question['choices'])}"
    state = "right" if given == question["right"] else "not yet"
    return f"{state}: {question['choices'][given][1]}"


def quiz(name: str, *answers: object) -> Quiz:
    """Return the questions of a quiz and what is to be said of the answers.

    Parameters
    ----------
    name
        The quiz, as the notebook gives it.
    answers
        A letter for each question; three dots (...) where it is not done yet.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a quiz that does not exist, or more or fewer answers than questions.
    """
    if name not in quizzes():
        raise unknown(name, what="quiz", place="the workshop", choices=quizzes())
    asked = len(quizzes()[name])
    if len(answers) != asked:
        raise unknown(
            len(answers), what="number of answers", place=f"quiz {name!r}", choices=[asked]
        )
    return Quiz(name, answers)
