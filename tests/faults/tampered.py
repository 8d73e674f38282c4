#!/usr/bin/env python3
"""Whatever is changed behind the log's back, in the database or in the files, is found and named by `log verify`, by `doctor`
and by a server that runs.

Usage: tampered.py MEDSKAPA
"""
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from site_under_test import Site, check
from witnessed import waits_for

DEMO = {  # what is done: statements in the database, what the report must say
    "a byte is changed in an old entry": (
        "UPDATE log_entry SET data = replace(data, 'inspel.published', 'inspel.publishee') WHERE idx = "
        "(SELECT min(idx) FROM log_entry WHERE data LIKE '%type inspel.published%')", "It was changed"),
    "a row is deleted": (
        "PRAGMA foreign_keys = OFF; DELETE FROM log_entry WHERE idx = 500", "Entry 500: "),
    "a decision is back-dated": (
        "UPDATE log_entry SET data = replace(data, 'time 2021-02-17', 'time 2021-02-16') "
        "WHERE data LIKE '%type decision.taken' || char(10) || '%'", "It was changed"),
    "the decided text is changed": (
        "UPDATE revision SET text = 'Andra ord' WHERE id = (SELECT max(l.revision_id) FROM version_line l "
        "JOIN version v ON v.id = l.version_id WHERE v.kind = 'adopted')", "is not the one that was logged"),
    "a vote is changed after the freeze": (
        "UPDATE vote_cast SET value = -value WHERE id = (SELECT min(id) FROM vote_cast WHERE value <> 0)",
        "are not those that were committed"),
    "the frozen result is changed": (
        "UPDATE opinion_snapshot SET result = replace(result, '\"participants\":', '\"participants\":1') "
        "WHERE is_final = 1", "is not the one that was logged"),
}


def verify(program, data):
    """The exit code, and what is said."""
    said = subprocess.run([program, "log", "verify", str(data)], capture_output=True, text=True,
                          env={"LANG": "C"})
    return said.returncode, said.stdout


def doctor(program, data):
    said = subprocess.run([program, "doctor", "--data", str(data)], capture_output=True, text=True, env={"LANG": "C"})
    return said.returncode, said.stdout


def said_by_server(program, data, words):
    """What a server says by itself that serves this, within the first examination."""
    site = Site.existing(program, data)
    errors = data.parent / "stderr"
    with open(errors, "w") as stderr:
        site.start(stderr=stderr)
        waits_for(lambda: words in errors.read_text(), 30)
    check(site.end()[0] == 0, "the server ends well")
    return errors.read_text()


def main(program):
    with tempfile.TemporaryDirectory() as name:
        whole, other = pathlib.Path(name) / "whole", pathlib.Path(name) / "other"
        Site(program, whole)
        check(verify(program, whole)[0] == 0, "the demo's log holds")
        for what, (statements, words) in DEMO.items():
            shutil.copytree(whole, other)
            with sqlite3.connect(other / "medskapa.db") as database:
                database.executescript(statements)
            code, said = verify(program, other)
            check(code == 1 and words in said, what + ", and that is named")
            code, said = doctor(program, other)
            check(code == 1 and words.rstrip(": ") in said, what + ", and doctor says it")
            at_server = "are not those that were signed" if "log_entry" in statements else words
            check(at_server in said_by_server(program, other, at_server), what + ", and a server says it")
            shutil.rmtree(other)
        shutil.copytree(whole, other)
        tile = next(file for file in (other / "logg/tile/0").rglob("*") if file.is_file())
        content = bytearray(tile.read_bytes())
        content[99] ^= 1
        tile.write_bytes(content)
        code, said = verify(program, other)
        check(code == 1 and "hashed into the tree" in said, "a byte is changed in a published tile, and that is named")
        code, said = doctor(program, other)
        check(code == 1 and "hashed into the tree" in said, "and doctor says it")


if __name__ == "__main__":
    main(sys.argv[1])
