#!/usr/bin/env python3
"""Bytes are flipped in what lies on the disk. A damaged file of the published log is never given out, neither the first time
nor later; a damaged database is found at the start, said, and not written in; and `doctor` finds what `log verify` finds.

Usage: damaged.py MEDSKAPA [--seeds N]
"""
import argparse
import http.client
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
import time

from site_under_test import Browser, Site, check
from witnessed import waits_for


def fetch(site, path):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read()


def flip(file, where, bit=1):
    content = bytearray(file.read_bytes())
    content[where % len(content)] ^= bit
    file.write_bytes(content)


def published(data):
    """The paths of the published log's files below its address."""
    folder = data / "logg"
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*")
                  if file.is_file() and (file.name == "checkpoint" or "tile" in file.parts))


def doctor(program, data):
    said = subprocess.run([program, "doctor", "--data", str(data)], capture_output=True, text=True,
                          env={**os.environ, "LANG": "C"}, timeout=120)
    return said.returncode, said.stdout + said.stderr


def settle(file):
    """Waits until the start has been logged and published, and all files written anew from the database."""
    was, since = file.read_bytes(), time.monotonic()
    while time.monotonic() - since < 4:
        time.sleep(0.2)
        if file.read_bytes() != was:
            was, since = file.read_bytes(), time.monotonic()


def flipped_under_a_server(program, data, seeds):
    site = Site.existing(program, data)
    site.start(stderr=subprocess.DEVNULL)
    settle(data / "logg" / "checkpoint")
    right = {path: (data / "logg" / path).read_bytes() for path in published(data)}
    asked_before = set(random.sample(sorted(right), len(right) // 2))
    for path in asked_before:
        check(fetch(site, f"/logg/{path}") == (200, right[path]), f"{path} is given out as it is")
    wrong = 0
    for seed in range(seeds):
        draw = random.Random(seed)
        path = draw.choice(sorted(right))
        file = data / "logg" / path
        flip(file, draw.randrange(1 << 30), 1 << draw.randrange(8))
        status, body = fetch(site, f"/logg/{path}")
        if status == 200 and body != right[path]:
            check(False, f"{path}, with a bit flipped by seed {seed}, is not given out")
        wrong += status != 200
        for other in draw.sample(sorted(right), 3):
            status, body = fetch(site, f"/logg/{other}")
            if status == 200 and body != right[other]:
                check(False, f"{other} is given out as it is, or not at all")
        file.write_bytes(right[path])
        if fetch(site, f"/logg/{path}") != (200, right[path]):
            check(False, f"{path} is given out again when it is right again")
    check(wrong > 0, f"of {seeds} damaged files none was given out, {wrong} were refused")
    file = data / "logg" / "checkpoint"
    flip(file, 30)
    check(waits_for(lambda: file.read_bytes() == right["checkpoint"], 10) is not None,
          "a damaged checkpoint is written again")
    tile = next(path for path in right if path.startswith("tile/0/"))
    flip(data / "logg" / tile, 99)
    code, said = doctor(program, data)
    check(code == 1 and "hashed into the tree" in said, "doctor says while the server runs that a tile is damaged")
    check(site.end()[0] == 0, "the server ends well")
    site.start(stderr=subprocess.DEVNULL)
    check(waits_for(lambda: fetch(site, f"/logg/{tile}") == (200, right[tile]), 10) is not None,
          "a start writes the tile again from the database")
    check(site.end()[0] == 0, "the server ends well")
    check(doctor(program, data)[0] == 0, "and then doctor finds nothing")


def damaged_database(program, whole, data, seed):
    """A page is filled with noise. What doctor calls damaged the server calls damaged too, or does not start."""
    shutil.copytree(whole, data)
    file = data / "medskapa.db"
    draw = random.Random(seed)
    pages = file.stat().st_size // 4096
    page = draw.randrange(1, pages)
    with open(file, "r+b") as database:
        database.seek(page * 4096)
        database.write(draw.randbytes(4096))
    code, said = doctor(program, data)
    check(code in (0, 1), f"page {page} of {pages}: doctor ends as it should ({code})")
    errors = data.parent / "stderr"
    with open(errors, "w") as stderr:
        server = subprocess.Popen([program, "serve", "--data", str(data), "--listen", "127.0.0.1:0"],
                                  stdout=subprocess.PIPE, stderr=stderr, text=True, env={**os.environ, "LANG": "C"})
        line = server.stdout.readline()
        is_damaged = "database is damaged" in said
        if line:
            site = Site.existing(program, whole)
            site.server, site.port = server, int(line.rsplit(":", 1)[1])
            found = not is_damaged or waits_for(lambda: "damaged" in errors.read_text(), 15) is not None
            check(found, f"page {page}: the server says that it is damaged")
            if is_damaged:
                check(Browser(site).send_inspel("x" * 20, "Detta får inte skrivas")[0] is None, "and writes nothing more")
            server.terminate()
            check(server.wait(timeout=30) == 0, "and ends well")
        else:
            check(server.wait(timeout=30) == 1 and errors.read_text().count("\n") >= 1,
                  f"page {page}: it does not start, and says why: {errors.read_text().strip()[:100]}")
    shutil.rmtree(data)
    return is_damaged


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--seeds", type=int, default=40)
    options.add_argument("--pages", type=int, default=4)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        whole, data = folder / "whole", folder / "data"
        Site(asked.program, whole)
        with sqlite3.connect(whole / "medskapa.db") as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copytree(whole, data)
        flipped_under_a_server(asked.program, data, asked.seeds)
        shutil.rmtree(data)
        found = sum(damaged_database(asked.program, whole, data, seed) for seed in range(asked.pages))
        check(found > 0, f"{found} of {asked.pages} damaged pages were found")


if __name__ == "__main__":
    main()
