#!/usr/bin/env python3
"""Too few descriptors, too many or no workers: one sentence and exit 1, never a crash; and with few that are enough it serves.

Usage: scarce.py MEDSKAPA"""
import os
import resource
import subprocess
import sys
import tempfile

from site_under_test import Browser, Site, check


def start(program, data, *more, files=None):
    def limit():
        if files:
            resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    return subprocess.run([program, "serve", "--data", data, "--listen", "127.0.0.1:0", *more], capture_output=True,
                          text=True, timeout=30, preexec_fn=limit, env={**os.environ, "LANG": "C"})


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        site = Site(program, folder)
        for files in (12, 16, 25, 40, 64, 100):
            ended = start(program, folder, files=files)
            check(ended.returncode == 1 and ended.stderr.count("\n") == 1,
                  f"{files} descriptors: {ended.returncode}, {ended.stderr.strip()[:130]}")
        for workers in ("0", "513", "1000000", "4294967295"):
            ended = start(program, folder, "--workers", workers)
            check(ended.returncode == 1 and ended.stderr.count("\n") == 1,
                  f"{workers} workers: {ended.returncode}, {ended.stderr.strip()[:130]}")
        for workers in ("-1", "many", "99999999999999999999"):
            ended = start(program, folder, "--workers", workers)
            check(ended.returncode in (1, 2) and ended.stderr, f"{workers} workers: {ended.returncode}")
        site.start("prlimit", "--nofile=120", more=["--workers", "2"])
        for _ in range(50):
            browser = Browser(site)
            check(browser.send_inspel(browser.form_key(), "Med få handtag")[0], "with 120 descriptors an inspel is taken")
        check(site.end()[0] == 0, "the server ends well")


if __name__ == "__main__":
    main(sys.argv[1])
