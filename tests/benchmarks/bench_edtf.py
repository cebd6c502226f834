"""How long 100,000 dates take to read, beside the least work the standard library does for them.

Run from the checkout: `python tests/benchmarks/bench_edtf.py [COUNT]`.
"""

from __future__ import annotations

import datetime as dt
import platform
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from explorer.model.date import DateError, parse_date

RUNS = 5
DAYS = ("2016-04-05", "2020-09-27", "1992-05-15", "2024-02-22")
ORDINARY = (
    *("2016-04-05", "2004~", "2014-10/2015-02", "[2021-09..2021-11]", "1994-11", "2020-09-27"),
    *("1991?", "2002-10-07", "../1991", "2016-04-02/2016-04-05"),
)
RARE = (
    *("15X6-XX-21", "2019-24", "?2004-06-~11", "Y171010000S3", "201X", "2020-11-10T00:00:00+04:00"),
    *("[1667,1668,1670..1672]", "XXXX-02-29", "2004-06-~01/2004-06-~20", "-0044-03-15"),
)
WRONG = ("2021-02-29", "2015/2014", "2004?~", "XXX1-02-29", "5 April 2016", "Y9E999999999")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def refuse(text: str) -> bool:
    """Read a text that is no date, and tell whether it was refused."""
    try:
        parse_date(text)
    except DateError:
        return True
    return False


def microseconds(task: Callable[[str], object], texts: tuple[str, ...], count: int) -> float:
    """Return the median of `RUNS` timings of `task` over `count` texts, in microseconds a text."""
    row = (texts * (count // len(texts) + 1))[:count]
    timings = []
    for _ in range(RUNS):
        start = time.perf_counter()
        for text in row:
            task(text)
        timings.append(time.perf_counter() - start)
    return statistics.median(timings) / count * 1e6


def main() -> None:
    """Print the floor and our reader: microseconds a text, seconds in all, times the floor."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    few = max(1, count // 20)
    print(f"Python {platform.python_version()}, {count:,} texts, median of {RUNS} runs")
    floor = microseconds(dt.date.fromisoformat, DAYS, count)
    rows = (
        ("date.fromisoformat, days", floor),
        ("re.fullmatch, days", microseconds(DATE.fullmatch, DAYS, count)),
        ("parse_date, days", microseconds(parse_date, DAYS, count)),
        ("parse_date, ordinary", microseconds(parse_date, ORDINARY, count)),
        ("parse_date, rare forms", microseconds(parse_date, RARE, few)),
        ("parse_date, refused", microseconds(refuse, WRONG, few)),
    )
    for name, each in rows:
        total = each * count / 1e6
        print(f"{name:26} {each:8.2f} us each {total:8.3f} s in all {each / floor:8.1f} x floor")


if __name__ == "__main__":
    main()
