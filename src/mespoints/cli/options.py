"""The options of each command, in a table, and their reader: argparse alone would cost a third of our start."""

from itertools import pairwise

FLAG = ""
VALUE = "…"
REPEATED = "… …"
LANGUAGES = ("fr", "en")

FATES = ("accepted", "known", "refused", "waiting")

Kind = str | tuple[str, ...]
"""A flag, any value, any value as many times as wanted, or one of several words."""

ON: dict[str, Kind] = {"--on": VALUE, "--lang": LANGUAGES}

OPTIONS: dict[str, dict[str, Kind]] = {
    "statement": {**ON, "--known-on": VALUE, "--json": FLAG, "--reading": ("registered", "strict"), "--lines": FLAG},
    "forecast": {**ON, "--known-on": VALUE, "--json": FLAG, "--reading": ("registered", "strict"), "--if": REPEATED},
    "ics": {**ON, "--reading": ("registered", "strict"), "--output": VALUE, "--explicit": FLAG},
    "check": {"--json": FLAG, "--lang": LANGUAGES},
    "bareme": {**ON, "--json": FLAG},
    "letters": {"--samples": FLAG, "--output": VALUE, "--png": FLAG, "--lang": LANGUAGES},
    "intake": {"--format": VALUE, "--progress": FLAG, "--json": FLAG, "--lang": LANGUAGES},
    "feeds": {"--fate": FATES, "--page": VALUE, "--json": FLAG, "--lang": LANGUAGES},
    "replay": {"--fate": ("refused", "waiting"), "--progress": FLAG, "--json": FLAG, "--lang": LANGUAGES},
    "samples": {"--seed": VALUE, "--lines": VALUE, "--lang": LANGUAGES},
    "load": {"--processes": VALUE, "--lang": LANGUAGES},
    "generate": {
        **ON,
        "--licences": VALUE,
        "--seed": VALUE,
        "--codes": FLAG,
        "--output": VALUE,
        "--load": FLAG,
        "--processes": VALUE,
    },
    "nightly": {**ON, "--json": FLAG},
    "erase": {**ON, "--apply": FLAG, "--json": FLAG},
    "dispatch": {**ON, "--spool": VALUE, "--json": FLAG},
    "examine": {
        "--notified-on": VALUE,
        "--not-notified": FLAG,
        "--seen": FLAG,
        "--agent": VALUE,
        "--reason": VALUE,
        "--json": FLAG,
        "--lang": LANGUAGES,
    },
    "codes": {"--neph": FLAG, "--lost": FLAG, "--agent": VALUE, "--json": FLAG, "--lang": LANGUAGES},
    "notices": {"--json": FLAG, "--lang": LANGUAGES},
    "duties": {**ON, "--output": VALUE, "--json": FLAG},
    "close-letters": {"--loaded-on": VALUE, "--up-to": VALUE, "--apply": FLAG, "--json": FLAG, "--lang": LANGUAGES},
    "accesses": {
        "--neph": FLAG,
        "--who": VALUE,
        "--from": VALUE,
        "--to": VALUE,
        "--article": VALUE,
        "--auditor": VALUE,
        "--reason": VALUE,
        "--json": FLAG,
        "--lang": LANGUAGES,
    },
    "figures": {**ON, "--json": FLAG},
    "purge-accesses": {**ON, "--apply": FLAG, "--json": FLAG},
    "agents": {
        "--name": VALUE,
        "--service": VALUE,
        "--departement": VALUE,
        "--role": ("instruction", "validation", "audit", "exploitation"),
        "--email": VALUE,
        "--idp": VALUE,
        "--uid": VALUE,
        "--by": VALUE,
        "--json": FLAG,
        "--lang": LANGUAGES,
    },
    "sessions": {
        "--neph": FLAG,
        "--agent": VALUE,
        "--drivers": FLAG,
        "--agents": FLAG,
        "--by": VALUE,
        "--reason": VALUE,
        "--json": FLAG,
        "--lang": LANGUAGES,
    },
    "authorities": {
        "--name": VALUE,
        "--kind": VALUE,
        "--keys": VALUE,
        "--from": VALUE,
        "--to": VALUE,
        "--per-minute": VALUE,
        "--output": VALUE,
        "--json": FLAG,
        "--lang": LANGUAGES,
    },
    "seal": {"--output": VALUE, "--lang": LANGUAGES},
    "verify": {"--seals": VALUE, "--json": FLAG, "--lang": LANGUAGES},
    "rebuild": ON,
    "backup": {"--output": VALUE, "--lang": LANGUAGES},
    "restore": {"--seals": VALUE, "--json": FLAG, "--lang": LANGUAGES},
    "verify-document": {**ON, "--certificates": VALUE},
    "roles": {"--application": VALUE, "--erasure": VALUE, "--apply": FLAG, "--lang": LANGUAGES},
    "nation replay": {
        **ON,
        "--known-on": VALUE,
        "--reading": ("registered", "strict"),
        "--output": VALUE,
        "--movements": VALUE,
        "--register": FLAG,
        "--cores": VALUE,
        "--rows": VALUE,
        "--plain": FLAG,
        "--json": FLAG,
    },
    "nation reform": {
        **ON,
        "--acts": VALUE,
        "--register": FLAG,
        "--reading": ("registered", "strict"),
        "--picture": VALUE,
        "--cores": VALUE,
        "--rows": VALUE,
        "--plain": FLAG,
        "--json": FLAG,
    },
    "nation audit": {**ON, "--plain": FLAG, "--json": FLAG},
    "nation export": {**ON, "--known-on": VALUE, "--output": VALUE, "--cores": VALUE, "--json": FLAG},
    "nation synthesize": {
        **ON,
        "--licences": VALUE,
        "--seed": VALUE,
        "--output": VALUE,
        "--cores": VALUE,
        "--json": FLAG,
    },
    "serve": {"--host": VALUE, "--port": VALUE, "--proxy": VALUE, "--processes": VALUE, "--lang": LANGUAGES},
    "demo": {"--port": VALUE, "--provider-port": VALUE, "--data": VALUE, "--open": FLAG, "--lang": LANGUAGES},
}

POSITIONAL = {
    "statement": "DOSSIER", "forecast": "DOSSIER", "ics": "DOSSIER", "check": "RELEVE", "intake": "FICHIER",
    "load": "FICHIER", "verify-document": "FICHIER", "restore": "FICHIER",
    "nation replay": "ACTES", "nation reform": "REFORME",
}  # fmt: skip
"""The commands that read one file, and how the help calls it."""

STANDS_FOR_FILE = {"nation replay": "--register"}
"""The option with which a command reads no file, but the register."""

WRITES_INTO = {"samples": "REPERTOIRE"}
"""The commands that write into one folder, and how the help calls it."""

TAKES_WORDS = ("bareme", "feeds", "replay", "examine", "agents", "sessions", "authorities")
"""The commands that take words, as many as wanted."""

OF_TWO_WORDS = ("nation",)
"""The commands whose second word says what to do."""

SHORT = {"-o": "--output", "-h": "--help"}

MESSAGES = {
    "command": ("commande inconnue : « {0} » (voir mespoints --help)", 'unknown command: "{0}" (see mespoints --help)'),
    "missing_command": (
        "une commande est attendue (voir mespoints --help)",
        "a command is expected (see mespoints --help)",
    ),
    "option": (
        "{1} : option inconnue « {0} » (voir mespoints {1} --help)",
        '{1}: unknown option "{0}" (see mespoints {1} --help)',
    ),
    "value": ("{1} : l'option {0} attend une valeur", "{1}: option {0} expects a value"),
    "no_value": ("{1} : l'option {0} n'a pas de valeur", "{1}: option {0} takes no value"),
    "choice": (
        "{1} : l'option {0} attend {3}, et non « {2} »",
        '{1}: option {0} expects {3}, not "{2}"',
    ),
    "missing": (
        "{1} : il manque {0} (un fichier, ou - pour l'entrée standard)",
        "{1}: {0} is missing (a file, or - for standard input)",
    ),
    "missing_folder": ("{1} : il manque {0} (un dossier où écrire)", "{1}: {0} is missing (a folder to write into)"),
    "extra": ("{1} : argument en trop « {0} »", '{1}: unexpected argument "{0}"'),
}


class UsageRefused(Exception):
    """The command line cannot be understood; the message names what in it."""


class Given:
    """A command, its file, and its options by their long names; a flag is there or is not."""

    def __init__(
        self,
        command: str,
        positional: str,
        options: dict[str, str],
        suppositions: tuple[str, ...] = (),
        words: tuple[str, ...] = (),
    ) -> None:
        """``positional``: empty when the command takes none; for help, the command that it is about.

        ``suppositions``: the value of each ``--if``, in their order. ``words``: what ``bareme`` looks for.
        """
        self.command = command
        self.positional = positional
        self.options = options
        self.suppositions = suppositions
        self.words = words

    @property
    def language(self) -> str:
        """French unless asked otherwise."""
        return self.options.get("--lang", "fr")


def refuse(message: str, arguments: list[str], *words: str) -> UsageRefused:
    """The refusal, in the language that the same command line asks for."""
    in_french, in_english = MESSAGES[message]
    asks_for_english = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    return UsageRefused((in_english if asks_for_english else in_french).format(*words))


def read_options(arguments: list[str]) -> Given:
    """Read a whole command line. Raises UsageRefused."""
    if not arguments:
        raise refuse("missing_command", arguments)
    command, *rest = arguments
    if command in ("--help", "-h", "help", "--version"):
        return Given(command if command == "--version" else "--help", rest[0] if rest else "", {})
    if command in OF_TWO_WORDS and rest and not rest[0].startswith("-"):
        command, rest = f"{command} {rest[0]}", rest[1:]
    if command in OF_TWO_WORDS and ("--help" in rest or "-h" in rest):
        return Given("--help", command, {})
    if command not in OPTIONS:
        raise refuse("command", arguments, command)
    if "--help" in rest or "-h" in rest:
        return Given("--help", command, {})
    return read_command(command, rest)


def read_command(command: str, rest: list[str]) -> Given:
    """Read what follows the name of a command."""
    options: dict[str, str] = {}
    positionals: list[str] = []
    suppositions: list[str] = []
    words = iter(rest)
    for word in words:
        if word == "--":
            positionals += words
        elif word == "-" or not word.startswith("-"):
            positionals.append(word)
        else:
            name, equals, value = word.partition("=")
            name = SHORT.get(name, name)
            if name not in OPTIONS[command]:
                raise refuse("option", rest, name, command)
            if OPTIONS[command][name] != FLAG and not equals:
                value = next(words, "")
                value = "" if value.startswith("--") else value
            value = checked(command, name, value, rest)
            if OPTIONS[command][name] == REPEATED:
                suppositions.append(value)
            else:
                options[name] = value
    if command in TAKES_WORDS:
        return Given(command, "", options, words=tuple(positionals))
    reads_none = STANDS_FOR_FILE.get(command) in options
    return Given(command, file_of(command, positionals, rest, reads_none), options, tuple(suppositions))


def file_of(command: str, positionals: list[str], rest: list[str], reads_none: bool) -> str:
    """The one file that a command reads, or the folder that it writes into; empty when there is none."""
    expected = None if reads_none else POSITIONAL.get(command) or WRITES_INTO.get(command)
    if expected is not None and not positionals:
        raise refuse("missing" if command in POSITIONAL else "missing_folder", rest, expected, command)
    surplus = positionals[1:] if expected is not None else positionals
    if surplus:
        raise refuse("extra", rest, surplus[0], command)
    return positionals[0] if positionals else ""


def checked(command: str, name: str, value: str, rest: list[str]) -> str:
    """The value of an option, when the option may have it."""
    kind = OPTIONS[command][name]
    if kind == FLAG:
        if value:
            raise refuse("no_value", rest, name, command)
    elif not value:
        raise refuse("value", rest, name, command)
    elif isinstance(kind, tuple) and value not in kind:
        raise refuse("choice", rest, name, command, value, ", ".join(kind))
    return value
