#!/usr/bin/env python3
"""kill -9 at random moments under sixteen who send inspel: what was acknowledged is there, once."""
import argparse
import http.client
import random
import tempfile
import threading
import time

from site_under_test import Browser, Site, check, postgres_schema, skip

CLIENTS = 16
SLOWEST_START = 2.0  # seconds


class Sender(threading.Thread):
    """Sends one inspel after another until the server is gone. Remembers what was promised, and the last that was not."""

    def __init__(self, site, name):
        super().__init__()
        self.site, self.name = site, name
        self.promised, self.unknown, self.refused = {}, None, []

    def run(self):
        browser = Browser(self.site)
        try:
            while True:
                self.unknown = None
                key = browser.form_key()
                self.unknown = (key, f"{self.name}: {key}")
                code, status, _ = browser.send_inspel(*self.unknown)
                if code is None:
                    self.refused.append(status)
                else:
                    self.promised[key] = (code, self.unknown[1])
        except (OSError, http.client.HTTPException):
            pass


def send_until_killed(site, round_number):
    senders = [Sender(site, f"{round_number}-{n}") for n in range(CLIENTS)]
    for sender in senders:
        sender.start()
    time.sleep(random.uniform(0.05, 0.8))
    site.kill()
    for sender in senders:
        sender.join()
    return senders


def send_again(site, senders):
    """Every form once more: a promised one gives the same receipt, an unknown one is now promised."""
    browser = Browser(site)
    promised = {}
    for sender in senders:
        for key, (code, text) in sender.promised.items():
            again, _, _ = browser.send_inspel(key, text)
            if again != code:
                check(False, f"the form {key} gives the receipt {code} again, not {again}")
            promised[key] = code
        if sender.unknown and sender.unknown[0] not in promised:
            promised[sender.unknown[0]], status, _ = browser.send_inspel(*sender.unknown)
            if promised[sender.unknown[0]] is None:
                check(False, f"a form whose answer was lost is taken when it is sent again, not {status}")
    return promised


def check_database(site, promised):
    kept = site.kept()
    check(len(kept) == len(set(kept)), "no form is kept twice")
    check(set(kept) == set(promised), f"all {len(promised)} promised inspel are kept, and no others")
    check(site.database.is_whole(), "the database is whole")
    first, last, entries = (int(site.database.column(f"SELECT {what} FROM log_entry")[0])
                            for what in ("min(idx)", "max(idx)", "count(*)"))
    check(first == 0 and last == entries - 1, f"the log's {entries} entries have no gap")
    logged = site.database.column("SELECT object FROM log_entry WHERE data LIKE '%inspel.received%'")
    inspel = site.database.column("SELECT public_id FROM inspel")
    check(sorted(logged) == sorted(f"inspel/{name}" for name in inspel), "each inspel was logged once")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--rounds", type=int, default=10)
    options.add_argument("--postgres", action="store_true")
    asked = options.parse_args()
    random.seed(f"{time.time()}")
    url = postgres_schema(f"killed_{time.time_ns()}") if asked.postgres else None
    if asked.postgres and not url:
        skip("MEDSKAPA_TEST_POSTGRES is not set")

    with tempfile.TemporaryDirectory() as folder:
        site = Site(asked.program, folder, url)
        site.start()
        promised, slowest = {}, 0.0
        for number in range(asked.rounds):
            senders = send_until_killed(site, number)
            check(all(not sender.refused for sender in senders), "nobody was refused")
            slowest = max(slowest, site.start())
            promised.update(send_again(site, senders))
            check_database(site, promised)
        check(slowest <= SLOWEST_START, f"the slowest start took {slowest:.2f} s")
        site.kill()


main()
