#!/usr/bin/env python3
"""Restarts in a loop, as a service manager does them: the program says READY on its own NOTIFY_SOCKET only when it serves, dies at any
moment, before that too, and loses nothing that was acknowledged."""
import argparse
import http.client
import os
import pathlib
import random
import re
import socket
import subprocess
import tempfile
import time

from site_under_test import PROCESS, Browser, Site, check


class Manager:
    """A service manager's end of the socket, and the service that it starts again and again."""

    def __init__(self, site, folder):
        self.site, self.path = site, f"{folder}/notify"
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            site.port = free.getsockname()[1]

    def start(self):
        self.site.server = subprocess.Popen(
            self.site._command("serve", "--listen", f"127.0.0.1:{self.site.port}"), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env={**os.environ, "NOTIFY_SOCKET": self.path})

    def heard(self, seconds):
        """What it says within so many seconds; empty when it says nothing."""
        self.socket.settimeout(max(0.001, seconds))
        try:
            return self.socket.recv(4096).decode()
        except TimeoutError:
            return ""

    def waits_until_ready(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if "READY=1" in self.heard(end - time.monotonic()):
                return True
        return False

    def forget_what_was_said(self):
        while self.heard(0.01):
            pass


def is_served(site):
    try:
        return site.get(f"/processer/{PROCESS}")[0] == 200
    except (OSError, http.client.HTTPException):
        return False


def one_life(manager, promised):
    """Starts it and kills it, often before it is ready. Seconds until it was, if it came so far."""
    site = manager.site
    manager.forget_what_was_said()
    began = time.monotonic()
    manager.start()
    if random.random() < 0.4:
        time.sleep(random.uniform(0, 0.15))
        site.kill()
        return None
    check(manager.waits_until_ready(20), "it says that it is ready")
    seconds = time.monotonic() - began
    check(is_served(site), f"and serves when it says so, after {seconds:.2f} s")
    browser = Browser(site)
    key = browser.form_key()
    if browser.send_inspel(key, "Före nästa omstart")[0]:
        promised.add(key)
    if random.random() < 0.5:
        site.kill()
    else:
        check(site.end()[0] == 0, "it ends well")
        said = manager.heard(0.5)
        check("STOPPING=1" in said, f"and says so: {said!r}")
    return seconds


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--rounds", type=int, default=30)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site, promised = Site(asked.program, folder + "/site"), set()
        manager = Manager(site, folder)
        lives = [one_life(manager, promised) for _ in range(asked.rounds)]
        ready = [seconds for seconds in lives if seconds is not None]
        manager.forget_what_was_said()
        manager.start()
        check(manager.waits_until_ready(20) and is_served(site), "after all that it serves")
        check(site.end()[0] == 0, "and ends well")
        check(promised <= set(site.kept()), f"all {len(promised)} acknowledged inspel are kept")
        check(site.database.is_whole(), "the database is whole")
        left = [path.name for path in pathlib.Path(site.data).iterdir() if re.search(r"\.(new|tmp|part)", path.name)]
        check(not left, f"no half file is left: {left}")
        print(f"{asked.rounds} starts, {len(ready)} until they were ready, the slowest after {max(ready):.2f} s")


main()
