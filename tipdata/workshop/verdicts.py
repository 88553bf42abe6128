"""Checking an answer: right, not yet and why, or not done yet; never an exception for a learner."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from tipdata.errors import unknown
from tipdata.workshop.difference import difference

State = Literal["right", "not yet", "not done yet"]


@dataclass(frozen=True)
class Verdict:
    """What became of an answer, in words for the learner."""

    state: State
    text: str

    def __repr__(self) -> str:
        return f"{self.state}: {self.text}"


@dataclass(frozen=True)
class Exercise:
    """An exercise: what is wrong with an answer, the mistakes that people make, why it matters."""

    faults: Callable[[object], Iterable[str]]
    because: str
    mistakes: list[tuple[Callable[[], object], str]] = field(default_factory=list)

    def verdict(self, answer: object) -> Verdict:
        """Return the verdict on an answer."""
        faults = list(self.faults(answer))
        if not faults:
            return Verdict("right", self.because)
        for wrong, hint in self.mistakes:
            if difference(answer, wrong()) is None:
                return Verdict("not yet", hint)
        return Verdict("not yet", "; ".join(faults[:3]))


EXERCISES: dict[str, Exercise] = {}


def answered(name: str, *, because: str) -> Callable[[Callable[[], object]], Callable]:
    """Enter an exercise whose right answer the decorated function gives, from the data of today."""

    def enter(right: Callable[[], object]) -> Callable[[], object]:
        def faults(answer: object) -> Iterator[str]:
            found = difference(answer, right())
            if found is not None:
                yield found

        EXERCISES[name] = Exercise(faults, because)
        return right

    return enter


def judged(name: str, *, because: str) -> Callable[[Callable], Callable]:
    """Enter an exercise with many right answers: the decorated function tells what is wrong."""

    def enter(faults: Callable[[object], Iterable[str]]) -> Callable:
        EXERCISES[name] = Exercise(faults, because)
        return faults

    return enter


def mistake(name: str, hint: str) -> Callable[[Callable[[], object]], Callable]:
    """Enter a wrong answer that people give, and the hint that it earns."""

    def enter(wrong: Callable[[], object]) -> Callable[[], object]:
        EXERCISES[name].mistakes.append((wrong, hint))
        return wrong

    return enter


@cache
def exercises() -> dict[str, Exercise]:
    """Return every exercise by its name."""
    import tipdata.workshop.exercises  # noqa: F401  (entering them is what the import does)

    return EXERCISES


def check(name: str, answer: object) -> Verdict:
    """Return the verdict on an answer, which says what is wrong where something is.

    Parameters
    ----------
    name
        The exercise, as the notebook gives it.
    answer
        Yours; three dots (...) where it is not done yet.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For an exercise that does not exist.

    Examples
    --------
    >>> from tipdata import workshop
    >>> workshop.check("narrative.victims", 248)
    not yet: you added the women and the girls to the total that they are part of
    """
    if name not in exercises():
        raise unknown(name, what="exercise", place="the workshop", choices=exercises())
    if _open(answer):
        return Verdict("not done yet", "put your answer in place of the three dots")
    return exercises()[name].verdict(answer)


def _open(answer: object) -> bool:
    """Return whether nothing was filled in yet."""
    if isinstance(answer, dict):
        return bool(answer) and all(each is ... for each in answer.values())
    if isinstance(answer, list | tuple | set):
        return any(each is ... for each in answer)
    return answer is ...
