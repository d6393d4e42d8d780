"""The command `loosen`: words in, words out. Everything it does is done elsewhere."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from loosen import __version__, options
from loosen.commands import (
    SCHEMAS,
    InputError,
    check,
    follow,
    ledger,
    new_movement,
    preview,
    print_json,
    schema,
    text_of,
    timeline,
)  # fmt: skip
from loosen.web.serving import DEMO_PORT, LOOPBACK, PORT, PREVIEW_PORT

if TYPE_CHECKING:
    from loosen.core.moment import Moment
    from loosen.core.record import Record
    from loosen.web.personal import Start

FAULTY = 2
"""The exit status of bad input, and of a home that cannot be used."""

EARLIEST, LATEST = 2000, 2200
"""Years a moment may lie in: wide enough for any journal, and far from the ends of the calendar."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit status; what cannot be done is said in one message."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    asked = _parser().parse_args(arguments if _names_a_command(arguments) else ["serve", *arguments])
    try:
        return int(asked.run(asked) or 0)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except _refusals() as refusal:
        print(f"loosen: {refusal}", file=sys.stderr)
        return FAULTY


def serve(asked: argparse.Namespace) -> None:
    """Serve the person's own home."""
    from loosen.web import home, personal

    personal.serve(home.place(), _start(asked))


def demo(asked: argparse.Namespace) -> None:
    """Serve an invented person."""
    from loosen.web import demo as invented

    invented.serve(_start(asked))


def where(_asked: argparse.Namespace) -> None:
    """Print where the person's things are."""
    from loosen.web import home

    for what, place in home.contents(home.place()):
        print(f"{what:<10}{place}")


def plan(asked: argparse.Namespace) -> None:
    """Print the morning that a record leads to, or what a programme gives somebody ordinary on its days."""
    from loosen.content import loading

    if asked.record.name in loading.programmes() and not asked.record.exists():
        follow(asked.record.name, asked.day)
        return
    if asked.day is not None:
        raise InputError(f"--day belongs to a programme; choose one of {', '.join(loading.programmes())}")
    from loosen.core.planning import plan_day
    from loosen.exchange import plan_json

    record = _record(asked.record)
    known = (record, _moment(asked.at, record.person.zone), loading.practice())
    print_json(plan_json.write(plan_day(*known), known[2], plans=plan_json.plans_shown(*known)))


def explain(asked: argparse.Namespace) -> None:
    """Print what the morning is, what becomes of every movement, and why."""
    from loosen.content import loading
    from loosen.core import explaining
    from loosen.core.planning import plan_day, today_of
    from loosen.exchange import explanation, plan_json

    record = _record(asked.record)
    known = (record, _moment(asked.at, record.person.zone), loading.practice())
    morning = (plan_day(*known), today_of(*known))
    of_the_morning = explanation.morning_lines(*morning)
    of_movements = explanation.lines(explaining.explain(*morning))
    of_plans = explanation.plan_lines(plan_json.plans_shown(*known))
    for line in (*of_the_morning, *of_movements, *of_plans):
        print(line)


def simulate(asked: argparse.Namespace) -> None:
    """Print an invented record."""
    from loosen.content import loading
    from loosen.exchange import record_json
    from loosen.insights.simulate import simulate as invented

    until = _moment(asked.until, "UTC")
    sys.stdout.write(record_json.write(invented(asked.days, asked.seed, until, loading.practice())))


# --- the words of the command line -----------------------------------------------------------------------------------


class Parser(argparse.ArgumentParser):
    """Says what is amiss in one message, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        """Leave with status 2."""
        self.exit(FAULTY, f"{self.prog}: {message}. See: {self.prog} --help\n")


def _sentence(command: Callable[..., object]) -> str | None:
    """Return what a command does: the sentence it was written with."""
    return command.__doc__


def _names_a_command(arguments: Sequence[str]) -> bool:
    """Options alone belong to `serve`, which is what `loosen` alone does; help and version are about everything."""
    first = next(iter(arguments), "--port")
    return not first.startswith("-") or first in {"-h", "--help", "--version"}


def _parser() -> Parser:
    parser = Parser(prog="loosen", description="A daily practice of gentle movement for people with back pain.")
    parser.add_argument("--version", action="version", version=f"Loosen {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (_add_serving, _add_record_commands, _add_content_commands, _add_author_commands):
        add(commands)
    return parser


def _add_serving(commands: "argparse._SubParsersAction[Parser]") -> None:
    for run_it, port, what in (
        (serve, PORT, "open your own practice in the browser (what `loosen` alone does)"),
        (demo, DEMO_PORT, "look around with an invented person and 90 days of journal"),
    ):
        command = commands.add_parser(run_it.__name__, help=what, description=what)
        command.add_argument("--port", type=options.port, default=port, metavar="N", help=f"default {port}")
        command.add_argument("--no-open", action="store_true", help="print the sign-in link, open no browser")
        command.set_defaults(run=run_it, host=LOOPBACK[0], home=False)
        if run_it is serve:
            command.add_argument("--host", metavar="H", help=f"one of {', '.join(LOOPBACK)}")
            command.add_argument("--home", action="store_true", help="not yet: for other devices in the house")
    command = commands.add_parser("where", help="say where your things are", description=_sentence(where))
    command.set_defaults(run=where)


def _add_record_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    for run_it, what in (
        (plan, "print the morning a record leads to, as JSON; of a programme its first, 15th and 60th day"),
        (explain, "print one line per movement: given, eased, swapped or not given, and by which rules"),
    ):
        command = commands.add_parser(run_it.__name__, help=what, description=_sentence(run_it))
        command.add_argument(
            "record", type=Path, metavar="RECORD.json" if run_it is explain else "RECORD.json|PROGRAMME"
        )
        command.add_argument("--at", metavar="2026-11-22T07:30", help="when; default now, read in the record's zone")
        command.set_defaults(run=run_it)
        if run_it is plan:
            days = "of a programme: the day to print; default 1, 15 and 60"
            command.add_argument("--day", type=options.count, metavar="N", help=days)
    command = commands.add_parser("simulate", help="print an invented record", description=_sentence(simulate))
    command.add_argument("--days", type=options.count, default=90, metavar="N", help="default 90")
    command.add_argument("--seed", type=int, default=1, metavar="S", help="default 1; the same seed, the same record")
    command.add_argument("--until", metavar="2026-11-22T07:30", help="the last moment of the record, UTC; default now")
    command.set_defaults(run=simulate)


def _add_content_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    what = "print the cues of one movement, as JSON"
    command = commands.add_parser("timeline", help=what, description=_sentence(timeline))
    command.add_argument("movement", metavar="MOVEMENT")
    command.add_argument("--level", metavar="ID", help="default: as described")
    command.add_argument("--reps", type=options.count, metavar="N", help="default: the level's own")
    command.add_argument(
        "--count-s", type=options.count_s, default=1.0, metavar="S", help="seconds a count, 0.8 to 1.5"
    )
    command.set_defaults(run=timeline)
    what = "check movements and words; status 1 on a fault"
    command = commands.add_parser("check", help=what, description=_sentence(check))
    command.add_argument("path", type=Path, nargs="?", metavar="PATH", help="default: Loosen's own content")
    command.set_defaults(run=check)
    what = "print the rules: hazard, sentence, numbers, source, test"
    command = commands.add_parser("ledger", help=what, description=_sentence(ledger))
    command.add_argument("--compare", type=Path, metavar="PAGE.md", help="is this page still so? status 1 when not")
    command.set_defaults(run=ledger)
    command = commands.add_parser("schema", help="print a JSON Schema", description=_sentence(schema))
    command.add_argument("document", choices=sorted(SCHEMAS))
    command.set_defaults(run=schema)


def _add_author_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    what = "begin a movement: drawn like another one, its words and doses still questions"
    command = commands.add_parser("new-movement", help=what, description=_sentence(new_movement))
    command.add_argument("slug", type=options.slug, metavar="SLUG", help="its name for ever: small letters, hyphens")
    drawn = command.add_mutually_exclusive_group(required=True)
    drawn.add_argument("--like", metavar="MOVEMENT", help="the movement it is drawn like at first")
    drawn.add_argument("--position", type=options.position, metavar="P", help="or only where the body is: sitting, ...")
    command.add_argument("--to", type=options.folder, metavar="FOLDER", help="default: among Loosen's own movements")
    command.set_defaults(run=new_movement)
    what = "show a movement while you write it; its picture follows every change"
    command = commands.add_parser("preview", help=what, description=_sentence(preview))
    command.add_argument("movement", metavar="MOVEMENT", help="a slug, a file, or a folder of movements")
    command.add_argument("--port", type=options.port, default=PREVIEW_PORT, metavar="N", help=f"default {PREVIEW_PORT}")
    command.add_argument("--no-open", action="store_true", help="print the address, open no browser")
    command.set_defaults(run=preview)


# --- reading what was asked ------------------------------------------------------------------------------------------


def _record(path: Path) -> "Record":
    from loosen.exchange import record_json

    return record_json.read(text_of(path, "the path of a loosen-record JSON file"), str(path))


def _moment(at: str | None, zone: str) -> "Moment":
    from zoneinfo import ZoneInfo

    from loosen.core.moment import Moment

    if at is None:
        return Moment(_now(), zone)
    try:
        instant = datetime.fromisoformat(at)
    except ValueError as fault:
        like = "2026-11-22T07:30 or 2026-11-22T07:30+01:00"
        raise InputError(f"{at!r} is not a date and time; write it like {like}") from fault
    if not EARLIEST <= instant.year <= LATEST:
        raise InputError(f"{at!r} lies too far away; give a date and time between {EARLIEST} and {LATEST}")
    return Moment((instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC), zone)


def _start(asked: argparse.Namespace) -> "Start":
    from loosen.web.personal import Start
    from loosen.web.serving import Address

    if asked.home:
        raise InputError(
            "--home: opening Loosen from other devices in the house comes with a later version; "
            "leave it out, and open it on this computer"
        )
    if asked.host not in LOOPBACK:
        raise InputError(f"--host {asked.host}: Loosen answers this computer only; use one of {', '.join(LOOPBACK)}")
    host = "127.0.0.1" if asked.host == "localhost" else asked.host
    return Start(Address(host, asked.port), _now(), say=_say, hint=_hint, opens=not asked.no_open)


def _now() -> datetime:
    return datetime.now(UTC)


def _say(text: str) -> None:
    print(text, flush=True)


def _hint(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _refusals() -> tuple[type[Exception], ...]:
    from loosen.content.faults import ContentError
    from loosen.exchange.record_json import RecordError
    from loosen.web.home import HomeError

    return (InputError, HomeError, ContentError, RecordError)
