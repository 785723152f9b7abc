import pytest

from mespoints.cli.commands import run
from mespoints.cli.help import HELP
from mespoints.cli.options import OPTIONS, UsageRefused, read_options

REFUSED = {
    (): "une commande est attendue",
    ("relevé",): "commande inconnue : « relevé »",
    ("statement",): "il manque DOSSIER",
    ("statement", "a", "b"): "argument en trop « b »",
    ("serve", "a"): "argument en trop « a »",
    ("statement", "a", "--jsno"): "option inconnue « --jsno »",
    ("statement", "a", "-x"): "option inconnue « -x »",
    ("statement", "a", "--output", "f"): "option inconnue « --output »",
    ("statement", "a", "--on"): "l'option --on attend une valeur",
    ("statement", "a", "--on="): "l'option --on attend une valeur",
    ("statement", "a", "--json=1"): "l'option --json n'a pas de valeur",
    ("statement", "a", "--reading", "loose"): "l'option --reading attend registered, strict, et non « loose »",
    ("statement", "a", "--lang", "de"): "l'option --lang attend fr, en, et non « de »",
    ("statement", "a", "--on", "2201-01-01"): "AAAA-MM-JJ, le 2200-12-31 au plus tard, et non « 2201-01-01 »",
    ("statement", "a", "--on", "9999-12-31"): "AAAA-MM-JJ, le 2200-12-31 au plus tard, et non « 9999-12-31 »",
    ("statement", "a", "--on", "hier"): "l'option --on attend un jour écrit AAAA-MM-JJ, et non « hier »",
    ("forecast", "a", "--if"): "l'option --if attend une valeur",
    ("forecast", "a", "--if="): "l'option --if attend une valeur",
    ("forecast", "a", "--if", "--json"): "l'option --if attend une valeur",
    ("statement", "a", "--if", "nothing"): "option inconnue « --if »",
    ("ics", "a", "--if", "nothing"): "option inconnue « --if »",
    ("check",): "il manque RELEVE",
    ("check", "a", "--on", "2024-12-01"): "option inconnue « --on »",
    ("bareme", "--on", "hier"): "l'option --on attend un jour écrit AAAA-MM-JJ, et non « hier »",
    ("serve", "--port", "99999"): "l'option --port attend un nombre de 0 à 65535",
    ("demo", "--port", "²"): "l'option --port attend un nombre de 0 à 65535",
}


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_is_not_understood_is_named(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, and on standard error what was not understood."""
    status = run(list(arguments))
    captured = capsys.readouterr()

    assert (status, captured.out) == (2, "")
    assert REFUSED[arguments] in captured.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["statement", "a", "--jsno", "--lang", "en"], 'unknown option "--jsno"'),
        (["statement", "--lang=en"], "DOSSIER is missing"),
        (["statement", "a", "--on", "x", "--lang=en"], "a day written YYYY-MM-DD"),
    ],
)
def test_messages_in_english(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The language asked for holds for the refusals too."""
    run(arguments)

    assert words in capsys.readouterr().err


def test_options_stand_anywhere() -> None:
    """Before or after the file, with a space or an equals sign; what follows ``--`` is no option."""
    given = read_options(["ics", "--on=2024-12-01", "-o", "out.ics", "--explicit", "--", "-strange.json"])

    assert given.positional == "-strange.json"
    assert given.options == {"--on": "2024-12-01", "--output": "out.ics", "--explicit": ""}


def test_a_dash_is_a_file() -> None:
    """``-`` is standard input, and the last value of an option wins."""
    given = read_options(["statement", "-", "--on", "2024-12-01", "--on", "2025-12-01"])

    assert (given.positional, given.options["--on"]) == ("-", "2025-12-01")


def test_suppositions_are_kept_in_their_order() -> None:
    """``--if`` may be repeated, with a space or an equals sign, among the other options."""
    given = read_options(["forecast", "--if", "stage@2025-01-19", "a", "--json", "--if=nothing", "--if", "nothing"])

    assert given.suppositions == ("stage@2025-01-19", "nothing", "nothing")
    assert (given.positional, given.options) == ("a", {"--json": ""})


def test_without_supposition_there_is_none() -> None:
    """No ``--if``, no supposition, whatever the command."""
    assert read_options(["forecast", "a"]).suppositions == ()
    assert read_options(["statement", "a"]).suppositions == ()


def test_an_option_never_swallows_the_next() -> None:
    """``--on --json`` lacks a value."""
    with pytest.raises(UsageRefused, match="--on attend une valeur"):
        read_options(["statement", "a", "--on", "--json"])


@pytest.mark.parametrize("command", OPTIONS)
def test_every_command_has_its_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """French, then English, with every option but the language, which all know."""
    status = run([command, "--help"])
    said = capsys.readouterr().out

    assert (status, said) == (0, HELP[command])
    assert [line.startswith(f"mespoints {command}") for line in said.splitlines()].count(True) == 2
    examples = [line for line in said.splitlines() if line.startswith(f"    mespoints {command}")]
    assert (said.count("  Exemple"), said.count("  Example")) == (1, 1)
    assert len(examples) >= 2
    missing = [option for option in OPTIONS[command] if option not in said]
    assert [] == [option for option in missing if option not in ("--lang", "--reading", "--on")]


@pytest.mark.parametrize("command", OPTIONS)
def test_every_example_is_understood(command: str) -> None:
    """The command lines that the help gives are ones that the command reads."""
    examples = [line.split()[1:] for line in HELP[command].splitlines() if line.startswith("    mespoints ")]

    assert [command] * len(examples) == [read_options(example).command for example in examples]


def test_words_are_kept_in_their_order() -> None:
    """``bareme`` takes words, as many as wanted, among its options; none is no fault."""
    given = read_options(["bareme", "feu", "--on", "2005-06-01", "rouge", "--", "--json"])

    assert (given.words, given.positional, given.options) == (("feu", "rouge", "--json"), "", {"--on": "2005-06-01"})
    assert read_options(["bareme"]).words == ()


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["help"]])
def test_general_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """All the commands, in both languages."""
    status = run(arguments)
    said = capsys.readouterr().out

    assert status == 0
    assert [2] * len(OPTIONS) == [said.count(f"  mespoints {command} ") for command in OPTIONS]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The version that is installed."""
    status = run(["--version"])

    assert status == 0
    assert capsys.readouterr().out.startswith("mespoints 0.")
