#!/usr/bin/env python3
"""The disk refuses to make something durable: nothing of it is acknowledged, and nothing more is written until a restart.

strace makes the Nth call and all after it fail."""
import argparse
import shutil
import subprocess
import tempfile
import time

from site_under_test import PROCESS, Browser, Site, check, skip


def send_until_refused(browser):
    """The acknowledged forms, then the refused one with its status and page."""
    promised = {}
    for n in range(1000):
        form = (browser.form_key(), f"Inspel {n} om vägen")
        code, status, page = browser.send_inspel(*form)
        if code is None:
            return promised, form, status, page
        promised[form[0]] = code
    check(False, "the disk fails sooner or later")


def fail_disk(site, call, number):
    """Makes the server's `number`th call from now on, and all after it, fail with EIO. The tracer, once it is at work."""
    tracer = subprocess.Popen(["strace", "-f", "-qq", "-e", f"trace={call}", "-e",
                               f"inject={call}:error=EIO:when={number}+", "-p", str(site.server.pid), "-o", "/dev/null"])
    status = f"/proc/{site.server.pid}/status"
    while "TracerPid:\t0\n" in open(status).read() and tracer.poll() is None:
        time.sleep(0.01)
    time.sleep(0.2)  # the other threads are taken one by one
    if tracer.poll() is not None:
        skip("strace may not look at other programs here")
    return tracer


def one_failure(program, call, number):
    with tempfile.TemporaryDirectory() as folder:
        site = Site(program, folder)
        site.start()
        browser = Browser(site)
        browser.send_inspel(browser.form_key(), "Det första")
        tracer = fail_disk(site, call, number)
        promised, refused, status, page = send_until_refused(browser)
        check(status == 503, f"when {call} number {number} fails the inspel is not acknowledged: {status}")
        check("Just nu går det bara att läsa" in page and refused[1] in page, "the page says so, and shows what was typed")
        tracer.terminate()
        tracer.wait()
        check(browser.send_inspel(*refused)[1] == 503, "a disk that has failed once is not believed again")
        check(browser.get(f"/processer/{PROCESS}/inspel")[0] == 200, "reading goes on")
        check(site.end()[0] == 0, "the server ends well")

        site.start()
        browser = Browser(site)
        check(browser.send_inspel(*refused)[0] is not None, "after a restart the refused form is taken")
        kept = site.kept()
        check(set(promised) < set(kept), f"all {len(promised)} promised inspel are kept")
        check(len(kept) == len(set(kept)) and kept.count(refused[0]) == 1, "none is kept twice")
        check(site.database.is_whole(), "the database is whole")
        site.kill()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--calls", type=int, default=3)
    asked = options.parse_args()
    if not shutil.which("strace"):
        skip("strace is not installed")
    for number in range(1, asked.calls + 1):
        one_failure(asked.program, "fdatasync", number)
        one_failure(asked.program, "pwrite64", 7 * number)


main()
