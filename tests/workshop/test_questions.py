"""Every quiz can be answered, and every choice is answered in turn."""

import pytest

from tipdata.errors import UnknownValueError
from tipdata.workshop import quiz
from tipdata.workshop.questions import quizzes


@pytest.mark.parametrize("name", quizzes())
def test_questions_are_well_formed(name):
    for question in quizzes()[name]:
        assert set(question) == {"ask", "right", "choices"}
        assert question["right"] in question["choices"]
        assert all(len(choice) == 2 and all(choice) for choice in question["choices"].values())


@pytest.mark.parametrize("name", quizzes())
def test_right_letters_are_counted(name):
    letters = [each["right"] for each in quizzes()[name]]
    assert repr(quiz(name, *letters)).endswith(f"{len(letters)} of {len(letters)} right")
    assert quiz(name, *[...] * len(letters)).right == 0


def test_the_right_letter_is_not_always_the_same():
    assert {each["right"] for quiz in quizzes().values() for each in quiz} == {"a", "b", "c"}


def test_open_wrong_and_impossible_answers_are_told_apart():
    text = repr(quiz("narrative", ..., "a", "z"))
    assert "not yet: ['a'] is none of a, b, c" in repr(quiz("narrative", ["a"], ..., ...))
    assert "not done yet" in text
    assert "not yet: the number also grows" in text
    assert "not yet: 'z' is none of a, b, c" in text


def test_too_few_answers_are_refused():
    with pytest.raises(UnknownValueError, match="number of answers 1"):
        quiz("narrative", "a")
