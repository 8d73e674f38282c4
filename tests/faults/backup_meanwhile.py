#!/usr/bin/env python3
"""Backups are made one after another while citizens send and read: how much slower it makes them, and whether each is whole."""
import argparse
import pathlib
import statistics
import subprocess
import tempfile
import threading
import time

from site_under_test import PROCESS, Browser, Site, check

CLIENTS = 4
PAUSE = 0.05  # of a citizen between two things: half of what the machine can do, or less


class Citizen(threading.Thread):
    """Sends an inspel and reads a page, again and again; remembers when each began and how long it took."""

    def __init__(self, site):
        super().__init__(daemon=True)
        self.site, self.times, self.refused, self.stopping = site, [], 0, False

    def run(self):
        browser = Browser(self.site)
        while not self.stopping:
            began = time.monotonic()
            code, _, _ = browser.send_inspel(browser.form_key(), "Medan det säkerhetskopieras " * 20)
            status, _ = browser.get(f"/processer/{PROCESS}/inspel?q={len(self.times)}")
            self.times.append((began, time.monotonic() - began))
            self.refused += code is None or status != 200
            time.sleep(PAUSE)


def between(citizens, start, end):
    return [took for citizen in citizens for began, took in list(citizen.times) if start <= began < end]


def part(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1e3


def back_up(site, folder, seconds, made):
    """One after another for so long, and adds them to those that have been made."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        file = pathlib.Path(folder) / f"{len(made)}.db"
        done = subprocess.run(site._command("backup", str(file)), capture_output=True, text=True)
        if done.returncode != 0:
            check(False, f"backup {len(made) + 1} is made: {done.stderr.strip()}")
        made.append(file)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--slower", type=float, default=2.0, help="the p99 may be so many times that without")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(asked.program, folder + "/site")
        site.start()
        citizens = [Citizen(site) for _ in range(CLIENTS)]
        for citizen in citizens:
            citizen.start()
        time.sleep(2)
        alone, meanwhile, made = [], [], []
        for _ in range(3):  # in turns, since a machine is not as fast all the time
            start = time.monotonic()
            time.sleep(asked.seconds / 3)
            middle = time.monotonic()
            alone += between(citizens, start, middle)
            back_up(site, folder, asked.seconds / 3, made)
            meanwhile += between(citizens, middle, time.monotonic())
        for citizen in citizens:
            citizen.stopping = True
        for citizen in citizens:
            citizen.join()
        print(f"alone {len(alone)}: median {statistics.median(alone) * 1e3:.0f} ms, p99 {part(alone, 0.99):.0f} ms; "
              f"during backups {len(meanwhile)}: median {statistics.median(meanwhile) * 1e3:.0f} ms, p99 {part(meanwhile, 0.99):.0f} ms")
        check(made, f"{len(made)} backups were made")
        check(not sum(citizen.refused for citizen in citizens), "nobody is refused")
        check(part(meanwhile, 0.99) <= asked.slower * max(part(alone, 0.99), 0.025), f"the p99 is at most {asked.slower} times that without")
        rehearsed = subprocess.run([site.program, "rehearse", "--backup", str(made[-1])], capture_output=True, text=True)
        check(rehearsed.returncode == 0, f"the last of them is whole {rehearsed.stderr.strip()[:200]}")
        check(site.end()[0] == 0, "the server ends well")


main()
