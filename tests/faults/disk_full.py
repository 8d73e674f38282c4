#!/usr/bin/env python3
"""The data folder's disk fills up: reading goes on, writing says so and loses nothing typed, and comes back by itself.

usage: disk_full.py MEDSKAPA      (as root, for the small disk)"""
import contextlib
import os
import pathlib
import subprocess
import sys
import tempfile

from site_under_test import PROCESS, Browser, Site, check, skip

SIZE = "24m"
PAGES = ("", "/inspel", "/inspel?q=buss", "/kalender", "/nyheter.atom", "/inspel/nytt", "/inspel.csv")


@contextlib.contextmanager
def small_disk():
    with tempfile.TemporaryDirectory() as folder:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder], capture_output=True)
        if mounted.returncode != 0:
            skip("a small disk cannot be mounted here: " + mounted.stderr.decode().strip())
        try:
            yield pathlib.Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


def fill(folder, leave=0):
    """Takes all the space that is left but `leave` bytes, and returns the file that holds it."""
    ballast = folder / "ballast"
    left = os.statvfs(folder)
    with open(ballast, "wb") as file:
        os.posix_fallocate(file.fileno(), 0, left.f_bavail * left.f_frsize - leave)
    return ballast


def send_until_refused(browser, promised):
    """What the refusal said, and the form that was refused."""
    for n in range(20_000):
        form = (browser.form_key(), f"Inspel {n} om bussen. " + "Ord som fyller disken. " * 200 + "Det sista ordet.")
        code, status, page = browser.send_inspel(*form)
        if code is None:
            return status, page, form
        promised[form[0]] = (code, form[1])
    sys.exit("the disk never became full")


def check_reading(browser, promised):
    for page in PAGES:
        status, _ = browser.get(f"/processer/{PROCESS}{page}")
        if status != 200:
            check(False, f"{page} is read with the disk full, not answered with {status}")
    code, _ = next(iter(promised.values()))
    check(browser.get(f"/processer/{PROCESS}/kvittens/{code}")[0] == 200, "pages and receipts are read while the disk is full")


def check_promises(site, browser, promised):
    for key, (code, text) in promised.items():
        if browser.send_inspel(key, text)[0] != code:
            check(False, f"the form {key} gives its receipt again")
    kept = site.kept()
    check(sorted(kept) == sorted(promised), f"all {len(promised)} promised inspel are kept once, and no others")
    check(site.database.is_whole(), "the database is whole")


def full_once(site, browser, folder, promised, leave):
    ballast = fill(folder, leave)
    for _ in range(5):
        status, page, form = send_until_refused(browser, promised)
        check(status == 507, f"with {leave} bytes left the refusal is 507: {status}")
        check("Just nu går det bara att läsa" in page and "Det sista ordet." in page,
              "the refusal says so in Swedish, and shows what was typed")
        check_reading(browser, promised)
    ballast.unlink()
    code, status, _ = browser.send_inspel(*form)
    check(code is not None, f"the same form is taken once there is room, without a restart: {status}")
    promised[form[0]] = (code, form[1])


def main():
    with small_disk() as folder:
        site = Site(sys.argv[1], folder)
        site.start()
        browser, promised = Browser(site), {}
        key = browser.form_key()
        promised[key] = (browser.send_inspel(key, "Det första")[0], "Det första")
        for leave in (0, 4096, 300_000, 3_000_000):
            full_once(site, browser, folder, promised, leave)
        check_promises(site, browser, promised)
        site.kill()
        check(site.start() <= 2.0, "the server starts within two seconds")
        check_promises(site, browser, promised)
        check(site.end()[0] == 0, "the server ends well")


main()
