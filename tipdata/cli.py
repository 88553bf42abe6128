"""The command ``tipdata``: one function a subcommand; what a subcommand needs is imported in it."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tipdata import __version__
from tipdata.errors import BriefError, TipdataError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0, or 1 after a one-line error, 2 for usage."""
    arguments = sys.argv[1:] if arguments is None else arguments
    options = _parser().parse_args(arguments, argparse.Namespace(arguments=arguments))
    try:
        return options.run(options)
    except TipdataError as error:
        print(f"tipdata: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("tipdata: interrupted", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tipdata",
        description="Data and country briefs from the Trafficking in Persons Report.",
    )
    parser.add_argument("--version", action="version", version=f"tipdata {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (
        _add_brief,
        _add_region,
        _add_compare,
        _add_briefs,
        _add_site,
        _add_read,
        _add_evaluate,
        _add_build,
        _add_check,
        _add_workshop,
    ):
        add(commands)
    return parser


def _add_brief(commands: argparse._SubParsersAction) -> None:
    brief = commands.add_parser("brief", help="make the brief of one country in one edition")
    brief.add_argument("country", metavar="COUNTRY", help="code or name: PER, Peru")
    brief.add_argument("edition", metavar="EDITION", type=int, help="year of issue: 2018")
    _add_files(brief)
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


def _add_files(parser: argparse.ArgumentParser) -> None:
    """Add what is asked of every page: where its files go, by which notebook, in which formats."""
    parser.add_argument("--out", type=Path, default=Path("briefs"), metavar="DIR")
    parser.add_argument("--notebook", type=Path, metavar="FILE", help="a notebook of your own")
    parser.add_argument(
        "--format",
        dest="formats",
        action="append",
        metavar="FORMAT",
        help="html, ipynb, pdf or csv (the rows); several times for several; default html, ipynb",
    )


def _files(options: argparse.Namespace) -> dict[str, Any]:
    formats = options.formats or ("html", "ipynb")
    return {"out": options.out, "notebook": options.notebook, "formats": formats}


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name.strip(), value


def _brief(options: argparse.Namespace) -> int:
    from tipdata.running import warm

    if warm.possible() and not warm.prepared():
        return _again(options.arguments, warm.ENVIRONMENT)
    from tipdata.running.brief import brief

    texts = dict(options.parameters)
    if options.narrative is not None:
        texts["narrative"] = str(options.narrative.resolve())
    made = brief(
        options.country,
        options.edition,
        texts=texts,
        fork=warm.prepared(),
        **_files(options),
    )
    print(made)
    return 0


def _again(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run this command in a process that has an environment from its start."""
    import os
    import subprocess

    command = [sys.executable, "-P", "-m", "tipdata", *arguments]
    return subprocess.run(command, env=os.environ | environment, check=False).returncode


def _add_region(commands: argparse._SubParsersAction) -> None:
    region = commands.add_parser("region", help="make the brief of one region in one edition")
    region.add_argument("region", metavar="REGION", help='such as "Western Hemisphere"')
    region.add_argument("edition", metavar="EDITION", type=int, help="year of issue: 2018")
    _add_files(region)
    region.set_defaults(run=_region)


def _region(options: argparse.Namespace) -> int:
    from tipdata.running.region import region

    print(region(options.region, options.edition, **_files(options)))
    return 0


def _add_compare(commands: argparse._SubParsersAction) -> None:
    compare = commands.add_parser("compare", help="set two to six countries side by side")
    compare.add_argument("countries", nargs="+", metavar="COUNTRY", help="code or name: PER, Peru")
    compare.add_argument(
        "--indicator",
        dest="indicators",
        action="append",
        required=True,
        metavar="INDICATOR",
        help="such as convictions; several times for several",
    )
    compare.add_argument("--first", type=int, required=True, metavar="EDITION")
    compare.add_argument("--last", type=int, required=True, metavar="EDITION")
    _add_files(compare)
    compare.set_defaults(run=_compare)


def _compare(options: argparse.Namespace) -> int:
    from tipdata.running.comparison import compare

    made = compare(
        options.countries,
        indicators=options.indicators,
        first=options.first,
        last=options.last,
        **_files(options),
    )
    print(made)
    return 0


def _add_briefs(commands: argparse._SubParsersAction) -> None:
    briefs = commands.add_parser(
        "briefs",
        help="make the briefs of many countries",
        description="Make the briefs of an edition: all, or those of some regions or countries.",
    )
    briefs.add_argument("plan", nargs="?", type=Path, metavar="PLAN", help="a plan file (YAML)")
    what = briefs.add_argument_group("what to make (instead of a plan file)")
    what.add_argument("--edition", type=int, action="append", metavar="YEAR")
    what.add_argument("--region", action="append", metavar="REGION")
    what.add_argument("--country", action="append", metavar="COUNTRY", help="by code or name")
    what.add_argument("--notebook", type=Path, metavar="FILE", help="a notebook of your own")
    what.add_argument(
        "-p",
        dest="texts",
        type=_pair,
        action="append",
        metavar="NAME=VALUE",
        help="another parameter of the notebook, for all briefs",
    )
    less = briefs.add_argument_group("less of it")
    less.add_argument("--only", action="append", metavar="ID", help="an identifier: PER-2018")
    less.add_argument("--limit", type=int, metavar="N", help="the first N briefs")
    less.add_argument("--dry-run", action="store_true", help="show the plan and stop")
    how = briefs.add_argument_group("how")
    how.add_argument("--out", metavar="DIR", help="folder or URL such as s3://bucket/briefs")
    how.add_argument("--force", action="store_true", help="also what has not changed")
    how.add_argument("--workers", type=int, metavar="N", help="briefs at a time")
    how.add_argument("--seconds", type=float, default=600, metavar="S", help="time for one brief")
    how.add_argument("--megabytes", type=int, default=4096, metavar="M", help="memory for one")
    how.add_argument("--dask", metavar="ADDRESS", help="a Dask cluster: tcp://host:8786 or local")
    how.add_argument("--no-fork", action="store_true", help="ordinary kernels, slower")
    briefs.set_defaults(run=_briefs)


def _briefs(options: argparse.Namespace) -> int:
    from tipdata.running.plan import plan

    asked = _asked(options)
    out = options.out or asked.pop("out", None) or "briefs"
    asked.pop("out", None)
    planned = plan(**asked, only=options.only, limit=options.limit)
    if options.dry_run:
        print(planned)
        return 0
    from tipdata.running.batch import briefs

    made = briefs(
        planned,
        out=out,
        workers=options.workers,
        seconds=options.seconds,
        megabytes=options.megabytes,
        force=options.force,
        fork=not options.no_fork,
        dask=options.dask,
    )
    print(made)
    return 0 if made.right else 1


def _asked(options: argparse.Namespace) -> dict[str, Any]:
    """Return what is to be made, as the plan file or the options say it, never both."""
    given = {
        name: getattr(options, name)
        for name in ("edition", "region", "country", "notebook", "texts")
        if getattr(options, name) is not None
    }
    if options.plan is not None and given:
        raise BriefError(
            f"{options.plan} says what to make; leave --{next(iter(given))} out, or the file"
        )
    if options.plan is not None:
        from tipdata.running.planfile import read

        return read(options.plan)
    if "edition" not in given:
        raise BriefError("no edition is named; give --edition YEAR or a plan file")
    return given | ({"texts": dict(given["texts"])} if "texts" in given else {})


def _add_site(commands: argparse._SubParsersAction) -> None:
    site = commands.add_parser("site", help="write an index of a folder of briefs, and a feed")
    site.add_argument("folder", type=Path, metavar="DIR", help="folder of a batch")
    site.set_defaults(run=_site)


def _site(options: argparse.Namespace) -> int:
    from tipdata.running.site import site

    print(site(options.folder))
    return 0


def _add_read(commands: argparse._SubParsersAction) -> None:
    read = commands.add_parser("read", help="read narratives into tables of rows")
    read.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files or folders")
    read.add_argument("--country", metavar="NAME", help="code or name, where no title tells it")
    read.add_argument("--edition", type=int, metavar="YEAR", help="where no title tells it")
    read.add_argument("--out", type=Path, default=Path("rows"), metavar="DIR")
    read.add_argument("--corrections", type=Path, metavar="FILE", help="corrections to apply")
    read.set_defaults(run=_read)


def _read(options: argparse.Namespace) -> int:
    from tipdata.reading.batch import files, read_files, save
    from tipdata.reading.corrections import read_corrections

    batch = read_files(
        files(options.files),
        country=options.country,
        edition=options.edition,
        corrections=read_corrections(options.corrections) if options.corrections else (),
        progress=lambda line: print(line, file=sys.stderr),
    )
    for path, narrative, extraction in batch.read:
        counted = ", ".join(f"{len(rows)} {name}" for name, rows in extraction.tables().items())
        flagged = extraction.figures["flags"].notna().sum()
        print(
            f"{narrative.country} {narrative.edition} ({path.name}): {counted}; {flagged} flagged"
        )
    if batch.read:
        save(batch.tables, options.out)
        print(f"wrote {len(batch.read)} narratives to {options.out}")
    for path, error in batch.failed:
        print(f"tipdata: {path}: {error}", file=sys.stderr)
    return 1 if batch.failed else 0


def _add_evaluate(commands: argparse._SubParsersAction) -> None:
    evaluate = commands.add_parser("evaluate", help="score the reading against hand-coded passages")
    evaluate.add_argument("folder", type=Path, metavar="FOLDER", help="a gold folder")
    evaluate.add_argument("--errors", action="store_true", help="list what was missed or invented")
    evaluate.set_defaults(run=_evaluate)


def _evaluate(options: argparse.Namespace) -> int:
    from tipdata.reading.evaluation import evaluate

    result = evaluate(options.folder)
    print(result.summary())
    if options.errors:
        print(result.listing())
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


def _add_check(commands: argparse._SubParsersAction) -> None:
    check = commands.add_parser("check", help="check the packaged data, and tell what does not fit")
    check.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    from tipdata.checking.check import check

    report = check()
    print(report)
    for line in [*report.broken, *report.stale, *report.open_lines]:
        print(line, file=sys.stderr)
    return 0 if report.sound else 1


def _add_workshop(commands: argparse._SubParsersAction) -> None:
    workshop = commands.add_parser("workshop", help="copy the teaching notebooks to a new folder")
    workshop.add_argument("folder", type=Path, metavar="DIR", help="a folder that is new or empty")
    workshop.set_defaults(run=_workshop)


def _workshop(options: argparse.Namespace) -> int:
    from tipdata.workshop.folder import lay_out, notebooks

    folder = lay_out(options.folder)
    print(f"{len(notebooks(folder))} notebooks and their solutions are in {folder}")
    print(f"Start with: jupyter lab {folder / notebooks(folder)[0].name}")
    return 0
