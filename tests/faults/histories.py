#!/usr/bin/env python3
"""Whole histories against a model: many at once send inspel, send them again, add to them, withdraw them and read them, by a seed, while
the server is killed and started. Each read must be explained by some order of the acts that keeps to when they began and ended."""
import argparse
import http.client
import random
import tempfile
import threading
import time

from site_under_test import PROCESS, Browser, Site, check

CLIENTS = 8
ABSENT, RECEIVED, WITHDRAWN = "absent", "received", "withdrawn"
WITHDRAWN_WORDS = "Du har tagit tillbaka"


class Thing:
    """One inspel that several work with: its form, and what was done to it, each act with when it began and ended."""

    def __init__(self, number):
        self.text, self.key, self.code = f"Inspel {number} i en historia", None, None
        self.acts, self.lock = [], threading.Lock()

    def note(self, kind, began, outcome):
        with self.lock:
            self.acts.append((began, time.monotonic(), kind, outcome))


class Client(threading.Thread):
    def __init__(self, site, things, seed, until):
        super().__init__(daemon=True)
        self.site, self.things, self.random, self.until = site, things, random.Random(seed), until
        self.lost = 0

    def run(self):
        browser = Browser(self.site)
        while time.monotonic() < self.until:
            thing = self.random.choice(self.things)
            act = self.random.choice((self.send, self.send, self.read, self.read, self.read, self.withdraw))
            began = time.monotonic()
            kind = act.__name__
            try:
                outcome = act(browser, thing)
            except (OSError, TypeError, http.client.HTTPException):
                outcome, self.lost = None, self.lost + 1
                time.sleep(0.05)
            if outcome != "skipped":
                thing.note(kind, began, outcome)

    def send(self, browser, thing):
        with thing.lock:
            if thing.key is None:
                thing.key = browser.form_key()
        code, status, _ = browser.send_inspel(thing.key, thing.text)
        if code is None:
            return f"status {status}"
        if thing.code not in (None, code):
            return f"another receipt: {code}"
        thing.code = code
        return "ok"

    def read(self, browser, thing):
        if thing.code is None:
            return "skipped"
        status, page = browser.get(f"/processer/{PROCESS}/kvittens/{thing.code}")
        if status != 200:
            return ABSENT if status == 404 else None if status >= 500 else f"status {status}"
        return WITHDRAWN if WITHDRAWN_WORDS in page else RECEIVED if thing.text in page else "without its words"

    def withdraw(self, browser, thing):
        if thing.code is None or self.random.random() < 0.7:
            return "skipped"
        status, _, _ = browser.post(f"/processer/{PROCESS}/kvittens/{thing.code}/aterkallelse", {"nyckel": ""})
        return "ok" if status == 303 else f"status {status}" if status not in (409, 503) else None


def faults_of(thing):
    """What no order of the acts explains. The states only go forward, so a read is right when no act that ended before it
    began had gone further, and none that is needed for it began after it ended."""
    sent = [act for act in thing.acts if act[2] == "send"]
    withdrawn = [act for act in thing.acts if act[2] == "withdraw"]
    reads = [act for act in thing.acts if act[2] == "read" and act[3] is not None]
    found = [f"{kind}: {outcome}" for _, _, kind, outcome in sent + withdrawn if outcome not in ("ok", None)]
    for began, ended, _, outcome in reads:
        if outcome == ABSENT and any(act[3] == "ok" and act[1] < began for act in sent):
            found.append("an acknowledged inspel is gone")
        elif outcome == RECEIVED and any(act[3] == "ok" and act[1] < began for act in withdrawn):
            found.append("a withdrawn inspel is back")
        elif outcome == WITHDRAWN and not any(act[0] < ended for act in withdrawn):
            found.append("it is withdrawn before anybody did it")
        elif outcome not in (ABSENT, RECEIVED, WITHDRAWN):
            found.append(outcome)
        if outcome == RECEIVED and any(other[3] == WITHDRAWN and other[1] < began for other in reads):
            found.append("a read goes back behind another")
    return found


def one_seed(site, seed, seconds, kills):
    chance = random.Random(seed)
    things = [Thing(f"{seed}-{number}") for number in range(30)]
    until = time.monotonic() + seconds
    clients = [Client(site, things, f"{seed}-{n}", until) for n in range(CLIENTS)]
    for client in clients:
        client.start()
    for _ in range(kills):
        time.sleep(seconds / (kills + 1) * chance.uniform(0.6, 1.1))
        site.kill()
        site.start(listen=f"127.0.0.1:{site.port}")
    for client in clients:
        client.join(40)
    acts = sum(len(thing.acts) for thing in things)
    found = [f"{thing.text}: {fault}" for thing in things for fault in faults_of(thing)]
    seen = {state: sum(act[3] == state for thing in things for act in thing.acts) for state in (ABSENT, RECEIVED, WITHDRAWN)}
    check(seen[RECEIVED] and seen[WITHDRAWN], f"seed {seed}: what was read is of all kinds, {seen}")
    check(not found, f"seed {seed}: {acts} acts, {sum(client.lost for client in clients)} without an answer, all explained {found[:3]}")
    kept = site.database.column("SELECT form_key FROM inspel WHERE form_key IS NOT NULL")
    check(len(kept) == len(set(kept)), f"seed {seed}: no form is kept twice")
    return acts


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--seeds", type=int, default=3)
    options.add_argument("--first", type=int, default=1)
    options.add_argument("--seconds", type=float, default=8)
    options.add_argument("--kills", type=int, default=3)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(asked.program, folder)
        site.start()
        acts = sum(one_seed(site, seed, asked.seconds, asked.kills)
                   for seed in range(asked.first, asked.first + asked.seeds))
        check(site.database.is_whole(), f"after {acts} acts of {asked.seeds} seeds the database is whole")
        check(site.end()[0] == 0, "the server ends well")


if __name__ == "__main__":
    main()
