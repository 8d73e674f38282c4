#!/usr/bin/env python3
"""SIGTERM under load: what is in flight is finished, nobody gets half an answer, and the server ends well within ten seconds."""
import argparse
import http.client
import random
import tempfile
import threading
import time

from site_under_test import PROCESS, Browser, Site, check

CLIENTS = 16


class Visitor(threading.Thread):
    """Reads and writes until the server takes no more. Half an answer is remembered."""

    def __init__(self, site):
        super().__init__()
        self.site, self.promised, self.answered, self.broken = site, {}, 0, None

    def run(self):
        browser = Browser(self.site)
        try:
            while True:
                key = browser.form_key()
                code, status, _ = browser.send_inspel(key, "Ord " * 500)
                if code is None:
                    self.broken = f"an inspel was answered with {status}"
                    return
                self.promised[key] = code
                browser.get(f"/processer/{PROCESS}/inspel.csv")
                self.answered += 1
        except http.client.IncompleteRead as error:
            self.broken = f"an answer was cut off: {error}"
        except (OSError, http.client.HTTPException):
            pass  # no answer had begun


def one_end(site, slowest):
    visitors = [Visitor(site) for _ in range(CLIENTS)]
    for visitor in visitors:
        visitor.start()
    time.sleep(random.uniform(0.3, 1.5))
    code, seconds = site.end()
    for visitor in visitors:
        visitor.join()
    check(code == 0, f"the server ends well: {code}")
    check(seconds <= slowest, f"it took {seconds:.2f} s")
    broken = [visitor.broken for visitor in visitors if visitor.broken]
    check(not broken, f"{sum(v.answered for v in visitors)} answers, none half: {broken[:1]}")
    return {key for visitor in visitors for key in visitor.promised}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site, promised = Site(asked.program, folder), set()
        for _ in range(asked.rounds):
            site.start()
            promised |= one_end(site, 10)
            kept = set(site.kept())
            check(promised <= kept, f"all {len(promised)} promised inspel are kept")


main()
