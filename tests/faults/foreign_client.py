#!/usr/bin/env python3
"""A client that was written from the C2SP specifications alone, in another language, reads a log that is served.

Usage: foreign_client.py MEDSKAPA
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from site_under_test import PROCESS, Browser, check, skip
from witnessed import MARK, checkpoint, site_with_witness, waits_for


def main(program):
    if not shutil.which("node"):
        skip("node is not here")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        site, _, (vkey, key), witnesses = site_with_witness(program, folder)
        site.start(more=["--witnesses", str(witnesses), "--wait-for-witnesses"])

        earlier = folder / "earlier.checkpoint"
        earlier.write_text(checkpoint(site))
        browser = Browser(site)
        code, status, _ = browser.send_inspel(browser.form_key(), "En buss till varje by, varje timme.")
        check(code, f"an inspel is received (status {status})")
        address = f"/processer/{PROCESS}/kvittens/{code}/kvitto.txt"
        check(waits_for(lambda: site.get(address)[0] == 200, 10) is not None, "its receipt can be fetched")
        check(MARK in checkpoint(site), "the checkpoint did not move before its witness had cosigned")
        receipt = folder / "receipt.txt"
        receipt.write_text(site.get(address)[1])

        client = pathlib.Path(__file__).with_name("tlog_client.mjs")
        read = subprocess.run(["node", str(client), f"http://127.0.0.1:{site.port}/logg", vkey, key, str(earlier), str(receipt)])
        check(read.returncode == 0, "the client finds that all holds")
        check(site.end()[0] == 0, "the server ends cleanly")


if __name__ == "__main__":
    main(sys.argv[1])
