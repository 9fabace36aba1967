"""Tide tables for the harbour's log."""

from tidewater import Client

STATION = "north-mole"


def table(day, limit=24, *, station=STATION):
    """Makes the tide table of a day.

    Args:
        day: The day, as a date.
        limit: How many levels there are at most. Defaults to 48.
        station: Where the gauge stands. Defaults to "north-mole".

    Returns:
        list[str]: One line a level.
    """
    client = Client(station)
    return [f"{level.time} {level.metres:.1f} m" for level in client.levels(day, limit=limit)]


def show(lines, width=72):
    """Prints a table.

    Args:
        lines: The lines of the table.
        widht: Where lines are cut.

    Returns:
        str: The text that was printed.
    """
    for line in lines:
        print(line[:width])
