"""The nearest valid name to one that is not: "did you mean 'speaker'?"."""

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name most like the one given, or None when nothing is near.

    Case does not count. A swapped pair of letters is one slip (optimal string alignment distance);
    one slip is allowed for every three letters, and at least one.

    Args:
        name: What was typed.
        names: What would have been valid.
    """
    from rapidfuzz.distance import OSA  # its import costs more than reading a card does

    wanted = name.casefold()
    budget = max(1, len(wanted) // 3)
    scored = [
        (OSA.distance(wanted, valid.casefold(), score_cutoff=budget), valid) for valid in names
    ]
    close = [pair for pair in scored if pair[0] <= budget and pair[0] < len(pair[1])]
    return min(close)[1] if close else None


def did_you_mean(name: str, names: Iterable[str], otherwise: str = "") -> str:
    """Return a hint that names the nearest valid name, or `otherwise` when nothing is near."""
    found = nearest(name, names)
    return f"did you mean '{found}'?" if found is not None else otherwise


def one_of(names: Iterable[str]) -> str:
    """Return names as they are in a sentence: `'a', 'b' or 'c'`."""
    quoted = [f"'{name}'" for name in names]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
