#!/usr/bin/env python3
"""The database, its journal or the secret is deleted or replaced under a server and before a start: nothing is acknowledged
that is not kept, the server stops and says so, and no empty database is ever made in its place.

Usage: database_gone.py MEDSKAPA"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from site_under_test import PROCESS, Browser, Site, check, headline

SOONEST = 5  # seconds until the server has stopped


def remove(path):
    path.unlink()


def rename(path):
    path.rename(path.with_suffix(".away"))


def replace_by_empty(path):
    path.unlink()
    path.touch()


def replace_by_copy(path):
    shutil.copy(path, path.with_suffix(".copy"))
    os.replace(path.with_suffix(".copy"), path)


FAULTS = [("medskapa.db", remove), ("medskapa.db", rename), ("medskapa.db", replace_by_empty),
          ("medskapa.db", replace_by_copy), ("medskapa.db-wal", remove)]


def under_a_server(program, whole, folder, name, fault):
    data = folder / "data"
    shutil.copytree(whole, data)
    site = Site.existing(program, data)
    errors = folder / "stderr"
    with open(errors, "w") as stderr:
        site.start(stderr=stderr)
    browser = Browser(site)
    taken, status, page = browser.send_inspel(browser.form_key(), "Det första")
    check(taken, "an inspel is taken before" if taken else
          f"an inspel is taken before ({status}: {headline(page)}; {errors.read_text()[-300:]})")
    form = browser.form_key(), "Det som sändes när databasen var borta."
    fault(data / name)
    what = f"{name}: {fault.__name__}"
    try:
        code, status, page = browser.send_inspel(*form)
        check(code is None and status == 503, f"{what}: nothing more is acknowledged ({status})")
        check(form[1] in page, f"{what}: what was typed is on the page")
    except OSError:
        pass  # it has stopped already
    began = time.monotonic()
    try:
        ended = site.server.wait(timeout=SOONEST)
    except subprocess.TimeoutExpired:
        ended = None
    check(ended == 1, f"{what}: the server stops by itself ({ended}, {time.monotonic() - began:.1f} s)")
    check("deleted or replaced" in errors.read_text(), f"{what}: and says why")
    shutil.rmtree(data)


def refuses_to_start(program, data, what, word, command="serve"):
    before = sorted(path.name for path in data.iterdir())
    more = ["--listen", "127.0.0.1:0"] if command == "serve" else []
    started = subprocess.run([program, command, "--data", str(data), *more], capture_output=True, text=True, timeout=30,
                             env={**os.environ, "LANG": "C"})
    check(started.returncode == 1 and word in started.stderr and started.stderr.count("\n") == 1,
          f"{what}: {command} says in one sentence why not ({started.returncode}: {started.stderr.strip()[:150]})")
    made = {path.name for path in data.iterdir()} - {*before, "medskapa.db-wal", "medskapa.db-shm"}
    check(not made, f"{what}: {command} makes nothing {made or ''}")


def before_a_start(program, whole, folder):
    for what, change, word in (
            ("no database", lambda data: [path.unlink() for path in data.glob("medskapa.db*")], "database"),
            ("no secret", lambda data: (data / "secret").unlink(), "secret"),
            ("another secret", lambda data: (data / "secret").write_bytes(os.urandom(32)), "secret"),
            ("half a secret", lambda data: (data / "secret").write_bytes(b"x" * 16), "secret")):
        data = folder / "data"
        shutil.copytree(whole, data)
        change(data)
        for command in ("serve", "setup", "migrate"):
            refuses_to_start(program, data, what, word, command)
        shutil.rmtree(data)
    empty = folder / "empty"
    empty.mkdir()
    for command in ("serve", "migrate"):
        refuses_to_start(program, empty, "an empty folder", "setup", command)
    check(subprocess.run([program, "setup", "--data", str(empty)], stdout=subprocess.DEVNULL).returncode == 0,
          "setup makes an installation in an empty folder")


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        Site(program, folder / "whole")
        for path, fault in FAULTS:
            under_a_server(program, folder / "whole", folder, path, fault)
        before_a_start(program, folder / "whole", folder)


if __name__ == "__main__":
    main(sys.argv[1])
