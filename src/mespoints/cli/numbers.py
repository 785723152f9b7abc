"""The numbers that options bear, within their bounds."""

from mespoints.cli.options import Given, UsageRefused

EXPECTED = {
    "fr": "{command} : l'option {option} attend un nombre de {least} à {most}, et non « {found} »",
    "en": '{command}: option {option} expects a number from {least} to {most}, not "{found}"',
}


def number_of(given: Given, option: str, default: int, least: int, most: int) -> int:
    """The number of an option. Raises UsageRefused."""
    text = given.options.get(option, str(default))
    if text.isascii() and text.isdigit() and len(text) < 20 and least <= int(text) <= most:
        return int(text)
    words = {"command": given.command, "option": option, "least": least, "most": most, "found": text}
    raise UsageRefused(EXPECTED[given.language].format(**words))
