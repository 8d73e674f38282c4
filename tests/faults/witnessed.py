#!/usr/bin/env python3
"""A witness outside cosigns what the server publishes; without it the log goes on, and with it again it catches up.

Usage: witnessed.py MEDSKAPA
"""
import atexit
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from site_under_test import Browser, Site, check

NAME = "library.example.org/witness"
MARK = "\u2014 " + NAME + " "


class Witness:
    """`medskapa witness` as a program of its own, on the same port each time."""

    def __init__(self, program, data, policy):
        self.command = [program, "witness", "--policy", str(policy), "--data", str(data), "--name", NAME]
        self.process, self.port = None, 0
        atexit.register(self.kill)

    def start(self):
        """Its key, as it says it."""
        self.process = subprocess.Popen([*self.command, "--listen", f"127.0.0.1:{self.port}"],
                                        stdout=subprocess.PIPE, text=True)
        key = self.process.stdout.readline().split(" ", 1)[1].strip()
        self.port = int(self.process.stdout.readline().rsplit(":", 1)[1])
        return key

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.wait()


def checkpoint(site):
    return site.get("/logg/checkpoint")[1]


def waits_for(holds, seconds):
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if holds():
            return time.monotonic() - began
        time.sleep(0.1)
    return None


def grows(site, seconds):
    """Sends an inspel, and waits until the checkpoint is another."""
    before = checkpoint(site)
    browser = Browser(site)
    code, status, _ = browser.send_inspel(browser.form_key(), "En buss till varje by, varje timme.")
    check(code, f"an inspel is received (status {status})")
    taken = waits_for(lambda: checkpoint(site).splitlines()[1] != before.splitlines()[1], seconds)
    check(taken is not None, f"the checkpoint moves within {seconds} s" + (f" ({taken:.1f} s)" if taken else ""))


def vkey_of(program, data):
    """Whoever checks the log finds that it holds; the key is the one that it names."""
    verified = subprocess.run([program, "log", "verify", str(data), "--json"], capture_output=True, text=True, check=True)
    return json.loads(verified.stdout)["signers"][0]["vkey"]


def site_with_witness(program, folder):
    """A site and a witness that runs, their keys, and the file that tells the site of it."""
    site = Site(program, folder / "site")
    vkey = vkey_of(program, folder / "site")
    logs, witnesses = folder / "logs.policy", folder / "witnesses.policy"
    logs.write_text(f"log {vkey}\nquorum none\n")
    witness = Witness(program, folder / "witness", logs)
    key = witness.start()
    witnesses.write_text(f"log {vkey}\nwitness w {key} http://127.0.0.1:{witness.port}\nquorum w\n")
    return site, witness, (vkey, key), witnesses


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        site, witness, _, witnesses = site_with_witness(program, folder)

        site.start(more=["--witnesses", str(witnesses)])
        check(waits_for(lambda: MARK in checkpoint(site), 10) is not None, "the witness has cosigned the checkpoint")
        grows(site, 10)
        check(waits_for(lambda: MARK in checkpoint(site), 10) is not None, "and the one after it")
        address = f"http://127.0.0.1:{site.port}/logg"
        # A newer checkpoint may stand there meanwhile, which the witness is about to cosign.
        holds = lambda: subprocess.run([program, "log", "verify", address, "--policy", str(witnesses)],
                                       stdout=subprocess.DEVNULL).returncode == 0
        check(waits_for(holds, 10) is not None, "the log holds for who asks for the witness")

        witness.kill()
        grows(site, 20)
        check(MARK not in checkpoint(site), "without the witness the log goes on, and nobody says that it cosigned")
        check(subprocess.run([program, "log", "verify", address, "--policy", str(witnesses)],
                             stdout=subprocess.DEVNULL).returncode == 1, "who asks for the witness is told that it is missing")
        witness.start()
        check(waits_for(lambda: MARK in checkpoint(site), 90) is not None, "the witness comes back and catches up")
        check(site.end()[0] == 0, "the server ends cleanly")


if __name__ == "__main__":
    main(sys.argv[1])
