#!/usr/bin/env python3
"""Kept pages and durable votes next to the least that they could cost: limit.c, one run of each in turn.

Usage: limit.py [--build FOLDER] [--runs N], with medskapa, bench_fill and bench_load built there; limit.c is compiled here.
Prints medians of processor time and the load of the machine."""
import argparse
import contextlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "bench/site"))
from serving import Programs, Server, run_of, serving  # noqa: E402

PROCESS = "/processer/bench"
PAGE_BYTES = 20_700  # the list's first page


class Limit(Server):
    """limit.c, asked and measured as the site is."""

    def __init__(self, programs, folder):
        self.programs = programs
        program = pathlib.Path(folder) / "limit"
        subprocess.run(["cc", "-O2", "-o", program, ROOT / "bench/limit/limit.c", "-lsqlite3"], check=True)
        self.process = subprocess.Popen([program, pathlib.Path(folder) / "votes.db", str(PAGE_BYTES)],
                                        stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline().rsplit(":", 1)[1])


def compare(what, first, second, runs):
    first(), second()
    pairs = [(first(), second()) for _ in range(runs)]
    ours, least = (statistics.median(run[0] for run in side) for side in zip(*pairs))
    rates = [statistics.median(run[1] for run in side) for side in zip(*pairs)]
    print(f"{what:<28} {ours:7.4f} ms CPU {rates[0]:6.0f}/s   limit {least:7.4f} ms CPU {rates[1]:6.0f}/s   "
          f"{ours / least:5.1f} times   load {os.getloadavg()[0]:.1f}", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", default=ROOT / "build/release", type=pathlib.Path)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--votes", type=int, default=8000, help="in each run")
    asked = options.parse_args()
    programs = Programs(asked.build)
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as open_servers:
        place = ["--data", folder + "/site"]
        subprocess.run([programs.fill, *place, "--inspel", "200"], check=True)
        site = open_servers.enter_context(serving(programs, place))
        limit = Limit(programs, folder)
        open_servers.callback(limit.end)
        for clients in (1, 16):
            compare(f"kept page, {clients} clients", lambda: run_of(site, clients, 1, PROCESS + "/inspel"),
                    lambda: run_of(limit, clients, 1, "/"), asked.runs)
        for clients in (16, 64):
            votes = ("--votes", max(20, asked.votes // clients // 20 * 20))
            compare(f"durable votes, {clients} clients",
                    lambda: run_of(site, clients, 0, PROCESS + "/aktiviteter/rosta", *votes),
                    lambda: run_of(limit, clients, 0, "/", *votes), asked.runs)


main()
