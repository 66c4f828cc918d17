"""What the numbers of a text mean, in figures, in words and in Han digits."""

import pytest

from briefing.check.claims.figures import figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,250,000", {1_250_000.0}),
        ("1.250", {1250.0, 1.25}),
        ("1'250'000", {1_250_000.0}),
        ("1\u202f250\u202f000", {1_250_000.0}),
        ("1.250.000,50", {1_250_000.5}),
        ("12,5", {12.5}),
        ("0.125", {0.125}),
        ("1.25 million", {1_250_000.0}),
        ("3,2 milliards", {3.2e9}),
        ("5 тыс. человек", {5000.0}),
        ("two hundred and fifty", {250.0}),
        ("forty-two", {42.0}),
        ("two thousand", {2000.0}),
        ("21st", {21.0}),
        ("三十五人", {35.0}),
        ("1兆2000億円", {1.2e12}),
        ("1,250.5", {1250.5}),
        ("12.345,6", {12_345.6}),
        ("1234.567", {1234.567}),
        ("1.2500", {1.25}),
        ("1.25.30", {"1.25.30"}),
        ("1.250.00", {"1.250.00"}),
        ("7:30", {"7:30"}),
        ("24/7", {"24/7", 24.0, 7.0}),
        ("3/0", {"3/0"}),
        ("3k", {3.0, 3e3}),
        ("3m", {3.0, 3e6}),
        ("3mn", {3.0, 3e6}),
        ("3b", {3.0, 3e9}),
        ("3bn", {3.0, 3e9}),
        ("3tn", {3.0, 3e12}),
        ("3trn", {3.0, 3e12}),
        ("twenty-first", {21.0}),
        ("two dozen ships", {24.0}),
        ("three hundred thousand and six", {300_006.0}),
        ("a million", {1e6}),
        ("½", {0.5, 50.0}),
        ("one third", {0.333333, 33.0}),
        ("⅔", {0.666667, 67.0, 66.0}),
        ("a hundred ships", {100.0}),
        ("a dozen ships", {12.0}),
        ("十人", {10.0}),
        ("百万人", {1e6}),
        ("1.5億円", {1.5e8}),
        ("三百二十人", {320.0}),
        ("二万人", {20_000.0}),
        ("三萬人", {30_000.0}),
        ("二億円", {2e8}),
        ("五亿人", {5e8}),
        ("三兆円", {3e12}),
        ("二千二十四年", {2024.0}),
    ],
)
def test_a_number_means_the_same_however_it_is_written(text: str, values: set[object]) -> None:
    (figure,) = figures(text)

    assert set(figure.values) == values
    assert text[figure.span.start : figure.span.end] == figure.words
