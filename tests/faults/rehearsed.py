#!/usr/bin/env python3
"""Backups made while sixteen write are restored on trial and in earnest: whole, counted, with a log that holds; a damaged or
incomplete one is refused and leaves nothing, and nothing that is there is overwritten.

Usage: rehearsed.py MEDSKAPA [--seeds N] [--postgres]
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import threading
import time

from postgres_under_test import Postgres
from site_under_test import Browser, Site, check

CLIENTS = 16


def run(program, *arguments):
    ended = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=300,
                           env={**os.environ, "LANG": "C"})
    return ended.returncode, ended.stdout, ended.stderr


def rehearse(program, file, *more):
    code, said, complaint = run(program, "rehearse", "--backup", file, "--json", *more)
    return code, json.loads(said) if said else {}, complaint


def backed_up_under_load(program, site, file, *more):
    over = threading.Event()

    def write():
        browser = Browser(site)
        while not over.is_set():
            browser.send_inspel(browser.form_key(), "Skrivet medan kopian görs. " * 20)

    writers = [threading.Thread(target=write) for _ in range(CLIENTS)]
    for writer in writers:
        writer.start()
    time.sleep(0.5)
    code, _, complaint = run(program, "backup", file, "--data", site.data, *site.database.arguments(), *more)
    over.set()
    for writer in writers:
        writer.join()
    check(code == 0, f"a backup is made while {CLIENTS} write {complaint}")


def files_below(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def damaged(program, file, folder, seeds, *more):
    """Each time one file of the backup has a bit flipped, is cut, or is gone."""
    names = [name for name in os.listdir(file.parent) if name.startswith(file.name) and not name.endswith((".logg.key",))]
    refused = 0
    for seed in range(seeds):
        draw = random.Random(seed)
        copy = folder / "damaged"
        shutil.copytree(file.parent, copy)
        hurt = copy / draw.choice(names)
        content = bytearray(hurt.read_bytes())
        how = draw.choice(("flip", "cut", "gone", "empty"))
        if how == "flip":
            content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)
        hurt.write_bytes(content[:len(content) // 2] if how == "cut" else b"" if how == "empty" else content)
        if how == "gone":
            hurt.unlink()
        code, report, complaint = rehearse(program, copy / file.name, *more)
        if not (code == 1 or hurt.name.endswith(".manifest")):
            check(False, f"seed {seed}: {hurt.name} with a {how} is refused ({code}, {report}, {complaint})")
        refused += code
        target = folder / "never"
        if not more and code == 1:
            check(run(program, "restore", copy / file.name, "--data", target)[0] == 1 and
                  not (target / "medskapa.db").exists(), f"seed {seed}: {how} of {hurt.name}: nor restored in earnest")
            shutil.rmtree(target, ignore_errors=True)
        shutil.rmtree(copy)
    check(refused > 0, f"of {seeds} damaged backups {refused} were refused, the others lacked their numbers alone")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--seeds", type=int, default=12)
    options.add_argument("--postgres", action="store_true")
    asked = options.parse_args()
    program, postgres, server = asked.program, None, []
    if asked.postgres:
        postgres = Postgres()
        postgres.do("CREATE DATABASE site")
        postgres.do("CREATE DATABASE other")
        server = ["--database", postgres.url("site")]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "backups").mkdir()
        file = folder / "backups" / "copy"
        site = Site(program, folder / "site", postgres and postgres.url("site"))
        site.start()
        backed_up_under_load(program, site, file)
        check(site.end()[0] == 0, "the server ends well")

        check(any(c["name"] == "rehearsal" and c["state"] == "warn" for c in
                  json.loads(run(program, "doctor", "--json", "--data", site.data, *server)[1])["checks"]),
              "doctor says that nobody has tried to restore a backup")
        before = files_below(folder / "backups")
        code, report, complaint = rehearse(program, file, "--data", site.data, *server)
        check(code == 0 and report["holds"], f"the backup is whole: {complaint}{[c for c in report.get('checks', []) if c['state'] != 'ok']}")
        check(report["rows"]["inspel"] > 0 and report["log"]["size"] >= report["log"]["signed"] > 0,
              f"{report['rows']['inspel']} inspel, a log of {report['log']['size']}, in {report['seconds']:.1f} s")
        check(files_below(folder / "backups") == before, "nothing is left next to the backup")
        check(any(c["name"] == "rehearsal" and c["state"] == "ok" for c in
                  json.loads(run(program, "doctor", "--json", "--data", site.data, *server)[1])["checks"]),
              "doctor says when it was last tried")

        target = folder / "target"
        other = ["--database", postgres.url("other")] if postgres else []
        code, said, _ = run(program, "restore", file, "--data", target, "--dry-run", "--json", *other)
        check(code == 0 and json.loads(said)["rows"] == report["rows"], "restore --dry-run says the same")
        check(not target.exists() or not any(target.iterdir()), "and puts nothing anywhere")
        for taken in ([], ["--dry-run"]):
            check(run(program, "restore", file, "--data", site.data, *server, *taken)[0] == 1,
                  "a place that is taken is not overwritten")
        target.mkdir(exist_ok=True)
        (target / "secret").write_bytes(b"another secret, of 32 characters")
        check(run(program, "restore", file, "--data", target, *other)[0] == 1 and
              (target / "secret").read_bytes().startswith(b"another"), "nor is another secret")
        (target / "secret").unlink()
        code, said, complaint = run(program, "restore", file, "--data", target, "--json", *other)
        check(code == 0 and json.loads(said)["holds"], f"it is restored {complaint}")
        check(not (target / "restoring").exists(), "nothing is left of the way there")
        damaged(program, file, folder, asked.seeds, *server)
        if not postgres:
            keys = folder / "keys"
            encrypted = folder / "encrypted"
            encrypted.mkdir()
            check(run(program, "backup", encrypted / "copy", "--data", site.data, "--keys", keys)[0] == 0, "encrypted")
            check(rehearse(program, encrypted / "copy", "--keys", keys)[0] == 0, "an encrypted backup is rehearsed")
            check(rehearse(program, encrypted / "copy")[0] == 1, "but not without its key")
            damaged(program, encrypted / "copy", folder, asked.seeds // 2, "--keys", keys)


if __name__ == "__main__":
    main()
