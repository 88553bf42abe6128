"""Parameters are read from the cell by its syntax, and checked before anything runs."""

import pytest

from tests.running import notebooks
from tipdata import resources
from tipdata.errors import BriefError, UnknownValueError
from tipdata.running.parameters import declared, parse, resolved


@pytest.mark.parametrize(
    ("source", "name", "default", "told"),
    [
        ("x = 1", "x", 1, ""),
        ("x = -1.5", "x", -1.5, ""),
        ("x: int = 2018  # edition", "x", 2018, "edition"),
        ("x: str | None = None", "x", None, ""),
        ('x = "PER"  # code = three letters', "x", "PER", "code = three letters"),
        ("x = True  # draft", "x", True, "draft"),
        ('x = (\n    "two "\n    "lines"\n)  # text', "x", "two lines", "text"),
        ('"""Set these."""\nx = ["a", "b"]', "x", ["a", "b"], ""),
    ],
)
def test_a_parameter_is_seen(source, name, default, told):
    (found,) = parse(source, "a notebook")
    assert (found.name, found.default, found.help) == (name, default, told)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('iso3 = "PER"\nout = iso3 + ".html"', "'out' is derived"),
        ("import os", "'import os'"),
        ("x = y = 1\nprint(x)", "no literal"),
        ("a, b = 1, 2", "no literal"),
        ("x: int", "no literal"),
        ("if True:\n    x = 1", "no literal"),
        ("x = f(1)", "'x' is derived"),
        ('x = f"{1}"', "'x' is derived"),
    ],
)
def test_anything_but_literals_is_refused(source, said):
    with pytest.raises(BriefError, match="a notebook") as told:
        parse(source, "a notebook")
    assert said in str(told.value)


@pytest.fixture
def typed(tmp_path):
    cell = 'n = 1\nf = 0.5\ns = "a"\nyes = False\nfree = None'
    return notebooks.write(tmp_path / "typed.ipynb", parameters=cell)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("n", "7", 7),
        ("f", "2", 2.0),
        ("s", "NO", "NO"),
        ("s", "007", "007"),
        ("yes", "True", True),
        ("free", "NAN", "NAN"),
    ],
)
def test_a_text_takes_the_type_of_the_default(typed, name, text, value):
    read = resolved(typed, given={}, texts={name: text})[name]
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(("name", "text"), [("n", "7.5"), ("n", "x"), ("f", ""), ("yes", "1")])
def test_a_text_of_another_type_is_refused(typed, name, text):
    with pytest.raises(UnknownValueError, match=f"parameter '{name}' of typed.ipynb"):
        resolved(typed, given={}, texts={name: text})


@pytest.mark.parametrize("given", [{"n": "7"}, {"n": True}, {"n": 1.0}, {"s": 1}, {"yes": 0}])
def test_a_value_of_another_type_is_refused(typed, given):
    with pytest.raises(UnknownValueError, match="it takes"):
        resolved(typed, given=given)


def test_an_unknown_parameter_names_the_nearest():
    notebook = resources.notebook("country_brief")
    with pytest.raises(UnknownValueError, match=r"'iso' is unknown .* did you mean 'iso3'"):
        resolved(notebook, given={"iso": "MEX"})


def test_country_and_edition_are_checked_and_the_country_is_its_code():
    notebook = resources.notebook("country_brief")
    assert resolved(notebook, given={"iso3": "peru", "edition": 2018})["iso3"] == "PER"
    for given in ({"iso3": "Peruu"}, {"edition": 1999}, {"edition": 2031}):
        with pytest.raises(UnknownValueError):
            resolved(notebook, given=given)


def test_a_notebook_needs_one_parameters_cell(tmp_path):
    import nbformat

    notebook = notebooks.write(tmp_path / "none.ipynb")
    held = nbformat.read(notebook, 4)
    held.cells[0].metadata.tags = ["paramters"]
    nbformat.write(held, notebook)
    with pytest.raises(BriefError, match="0 cells tagged 'parameters'"):
        declared(notebook)


@pytest.mark.parametrize(("content", "said"), [(None, "does not exist"), ("{", "no notebook")])
def test_a_file_that_is_no_notebook_is_told(tmp_path, content, said):
    path = tmp_path / "x.ipynb"
    if content is not None:
        path.write_text(content)
    with pytest.raises(BriefError, match=said):
        declared(path)
