"""The command ``tipdata``: one function a subcommand; what a subcommand needs is imported in it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tipdata import __version__
from tipdata.errors import TipdataError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0, or 1 after a one-line error, 2 for usage."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except TipdataError as error:
        print(f"tipdata: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tipdata",
        description="Data and country briefs from the Trafficking in Persons Report.",
    )
    parser.add_argument("--version", action="version", version=f"tipdata {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (_add_brief, _add_build):
        add(commands)
    return parser


def _add_brief(commands: argparse._SubParsersAction) -> None:
    brief = commands.add_parser("brief", help="make the brief of one country in one edition")
    brief.add_argument("country", metavar="COUNTRY", help="code or name: PER, Peru")
    brief.add_argument("edition", metavar="EDITION", type=int, help="year of issue: 2018")
    brief.add_argument("--out", type=Path, default=Path("briefs"), metavar="DIR")
    brief.add_argument("--notebook", type=Path, metavar="FILE", help="a notebook of your own")
    brief.add_argument("--narrative", type=Path, metavar="FILE", help="a narrative of your own")
    brief.add_argument(
        "-p",
        dest="parameters",
        type=_pair,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another parameter of the notebook",
    )
    brief.set_defaults(run=_brief)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name.strip(), value


def _brief(options: argparse.Namespace) -> int:
    from tipdata.running.brief import brief

    texts = dict(options.parameters)
    if options.narrative is not None:
        texts["narrative"] = str(options.narrative.resolve())
    made = brief(
        options.country, options.edition, out=options.out, notebook=options.notebook, texts=texts
    )
    print(made.page)
    return 0


def _add_build(commands: argparse._SubParsersAction) -> None:
    build = commands.add_parser("build", help="make the tables of data/ from the raw source files")
    build.add_argument("--sources", type=Path, metavar="DIR", help="the raw source files")
    build.add_argument("--out", type=Path, metavar="DIR", help="instead of the packaged data/")
    build.set_defaults(run=_build)


def _build(options: argparse.Namespace) -> int:
    from tipdata.building.build import build

    for line in build(options.sources, out=options.out):
        print(line)
    return 0
