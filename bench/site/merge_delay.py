#!/usr/bin/env python3
"""How long it takes from an acknowledged act to a published checkpoint that covers it, while others send inspel too.

Usage: merge_delay.py [--rate INSPEL_PER_SECOND] [--seconds N], with medskapa, bench_fill and bench_load built. Prints the median,
the slowest hundredth and the slowest."""
import argparse
import json
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build/release"
sys.path.insert(0, str(ROOT / "tests/faults"))
from site_under_test import Browser, Site  # noqa: E402


def send_others(site, rate, ended, sent):
    """So many inspel a second, in bursts of a second's, from four clients."""
    while not ended.is_set():
        began = time.monotonic()
        command = [BUILD / "bench/site/bench_load", "--port", site.port, "--clients", 4, "--forms", rate // 4,
                   "/processer/bench"]
        seen = json.loads(subprocess.run(map(str, command), capture_output=True, text=True, check=True).stdout)
        sent.append(seen["requests"] - seen["refused"])
        ended.wait(max(0, 1 - (time.monotonic() - began)))


def checkpoint_size(browser):
    return int(browser.get("/logg/checkpoint")[1].splitlines()[1])


def delay_of_one(site, browser):
    code, _, _ = browser.send_inspel(browser.form_key(), "En buss till varje by, varje timme.")
    acknowledged = time.monotonic()
    if not code:
        sys.exit("an inspel was not received")
    with sqlite3.connect(f"file:{site.database.file}?mode=ro", uri=True) as database:
        size = database.execute("SELECT max(idx) + 1 FROM log_entry").fetchone()[0]
    while checkpoint_size(browser) < size:
        time.sleep(0.01)
    return time.monotonic() - acknowledged


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rate", type=int, default=200)
    options.add_argument("--seconds", type=float, default=60)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(str(BUILD / "medskapa"), folder)
        subprocess.run([BUILD / "bench/site/bench_fill", "--data", folder, "--inspel", "100"], check=True)
        site.start()
        ended, sent = threading.Event(), []
        others = threading.Thread(target=send_others, args=(site, asked.rate, ended, sent))
        began = time.monotonic()
        others.start()
        delays, browser = [], Browser(site)
        while time.monotonic() - began < asked.seconds:
            delays.append(delay_of_one(site, browser))
        taken = time.monotonic() - began
        ended.set()
        others.join()
        site.end()
    delays.sort()
    print(f"{sum(sent) / taken:.0f} inspel/s besides; {len(delays)} acts: median {statistics.median(delays):.2f} s, "
          f"p99 {delays[int(len(delays) * 0.99)]:.2f} s, slowest {delays[-1]:.2f} s")


main()
