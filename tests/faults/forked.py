#!/usr/bin/env python3
"""An older database is put back, by `restore` and by hand, without the newest log: nothing is signed and nothing acknowledged,
whatever is known of the history (the kept head, a witness, or only that a backup was restored), over restarts and while the
witness is silent; and the way back that the sentences name is the way back.

Usage: forked.py MEDSKAPA
"""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from site_under_test import Browser, Site, check
from witnessed import MARK, checkpoint, grows, site_with_witness, waits_for


def run(program, *arguments):
    ended = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=120,
                           env={**os.environ, "LANG": "C"})
    return ended.returncode, ended.stdout + ended.stderr


def signed_size(data):
    """What has been signed in a data folder."""
    with sqlite3.connect(data / "medskapa.db") as database:
        return database.execute("SELECT coalesce(max(size), 0) FROM log_signed").fetchone()[0]


def is_closed(program, data, what, more=()):
    """Whether the server there reads on, acknowledges nothing and signs nothing."""
    before, shown = signed_size(data), (data / "logg" / "checkpoint")
    was = shown.read_text() if shown.exists() else None
    site = Site.existing(program, data)
    errors = data.parent / "stderr"
    with open(errors, "w") as stderr:
        site.start(more=more, stderr=stderr)
    browser = Browser(site)
    code, status, _ = browser.send_inspel(browser.form_key(), "Detta får inte tas emot")
    check(code is None and status == 503, f"{what}: nothing is acknowledged ({status})")
    check(browser.get("/processer/oversyn/inspel")[0] == 200, f"{what}: reading goes on")
    waits_for(lambda: False, 2.5)
    said = errors.read_text()
    check("two histories" in said, f"{what}: the server says so: {said.strip()[:110]}")
    check(site.end()[0] == 0, f"{what}: it ends well")
    check(signed_size(data) == before, f"{what}: nothing is signed")
    check((shown.read_text() if shown.exists() else None) == was, f"{what}: no other checkpoint is shown")


def is_open(program, data, what, more=()):
    site = Site.existing(program, data)
    site.start(more=more)
    browser = Browser(site)
    check(browser.send_inspel(browser.form_key(), "Det går att skriva igen")[0], f"{what}: inspel are taken again")
    before = signed_size(data)
    grows(site, 20)
    return site, before


def put_by_hand(backup, data, *names):
    data.mkdir(parents=True)
    shutil.copy(backup, data / "medskapa.db")
    for name in names:
        shutil.copy(f"{backup}.{name}", data / name)


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        site, witness, _, policy = site_with_witness(program, folder)
        asked = ["--witnesses", str(policy)]
        site.start(more=asked)
        grows(site, 10)
        check(run(program, "backup", folder / "older", "--data", site.data)[0] == 0, "a backup is made")
        grows(site, 10)
        check(waits_for(lambda: MARK in checkpoint(site), 10) is not None, "the witness has cosigned what came after")
        site.kill()
        newest_log = folder / "newest-logg"
        shutil.copytree(site.data / "logg", newest_log)
        shutil.move(site.data, folder / "lost")

        put_by_hand(folder / "older", folder / "site", "secret", "logg.key")
        is_closed(program, folder / "site", "by hand in the same place, alone with the kept head")
        shutil.rmtree(folder / "site")

        put_by_hand(folder / "older", folder / "elsewhere" / "site", "secret", "logg.key")
        is_closed(program, folder / "elsewhere" / "site", "by hand elsewhere, with the witness", asked)
        witness.kill()
        is_closed(program, folder / "elsewhere" / "site", "again, when the witness is silent", asked)
        code, said = run(program, "log", "continue", "--data", folder / "elsewhere" / "site")
        check(code == 1 and "witness" in said, "nobody can vouch against a witness")
        witness.start()

        restored = folder / "restored" / "site"
        check(run(program, "restore", folder / "older", "--data", restored)[0] == 0, "the backup is restored")
        is_closed(program, restored, "restored, and nobody has answered")
        is_closed(program, restored, "restored, nobody has answered, a second start")
        check(run(program, "log", "repair", "--data", restored)[0] == 1, "without the newest log there is nothing to repair")
        check(run(program, "log", "continue", "--data", restored)[0] == 0, "the operator vouches, wrongly")
        is_closed(program, restored, "vouched for, but the witness objects", asked)

        shutil.rmtree(restored)
        check(run(program, "restore", folder / "older", "--data", restored)[0] == 0, "the backup is restored again")
        shutil.copytree(newest_log, restored / "logg", dirs_exist_ok=True)
        code, said = run(program, "log", "repair", "--data", restored)
        check(code == 0, f"with the newest log it is repaired: {said.strip()[:80]}")
        again, _ = is_open(program, restored, "repaired", asked)
        check(waits_for(lambda: MARK in checkpoint(again), 90) is not None, "and the witness cosigns")
        check(again.end()[0] == 0, "the server ends well")
        check(run(program, "log", "verify", restored)[0] == 0, "the log holds")

        check(run(program, "backup", folder / "newest", "--data", restored)[0] == 0, "a backup of the newest is made")
        shutil.rmtree(restored)
        check(run(program, "restore", folder / "newest", "--data", restored)[0] == 0, "and restored in the same place")
        again, _ = is_open(program, restored, "the kept head shows that nothing is newer")
        check(again.end()[0] == 0, "the server ends well")
        aside = folder / "aside" / "site"
        check(run(program, "restore", folder / "newest", "--data", aside)[0] == 0, "it is restored elsewhere too")
        is_closed(program, aside, "restored elsewhere")
        check(run(program, "log", "continue", "--data", aside)[0] == 0, "the operator vouches, rightly")
        again, _ = is_open(program, aside, "vouched for", asked)


if __name__ == "__main__":
    main(sys.argv[1])
