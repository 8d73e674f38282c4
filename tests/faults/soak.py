#!/usr/bin/env python3
"""A soak at half load: readers, senders of inspel and voters for as long as asked. After the warm-up resident memory grows by less than
1 MB an hour, the descriptors stay as many, the journal stays bounded, and nobody is refused."""
import argparse
import http.client
import http.cookies
import pathlib
import random
import re
import statistics
import tempfile
import threading
import time

from site_under_test import PROCESS, Browser, Site, check, inspel_form

PAGES = [f"/processer/{PROCESS}{rest}" for rest in ("", "/inspel", "/nyheter", "/dokument", "/kalender", "/logg", "/inspel?q=buss")]
TALK = f"/processer/{PROCESS}/aktiviteter/oversyn-pastaenden"
CLIENTS = 8
MOST_JOURNAL_MB = 64  # between two checkpoints, with readers in the way


class Voter(Browser):
    """Keeps the cookie of its voter, and votes until nothing is left to vote on."""

    def __init__(self, site):
        super().__init__(site)
        self.cookie = ""

    def _ask(self, method, path, body=None):
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=20)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        page = answer.read().decode()
        jar = http.cookies.SimpleCookie(answer.getheader("Set-Cookie") or "")
        if jar:
            self.cookie = "; ".join(f"{name}={one.value}" for name, one in jar.items())
        return answer, page

    def vote(self):
        _, page = self.get(TALK + "/pastaenden")
        form = re.search(r'<form class="vote".*?</form>', page, re.S)
        if not form:
            self.cookie = ""
            return 303
        fields = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form[0]))
        return self.post(TALK + "/rost", {**fields, "rost": random.choice(("1", "-1", "0"))})[0]


class Client(threading.Thread):
    """One act after another: seven pages, an inspel, four votes; `pause` between two."""

    def __init__(self, site):
        super().__init__(daemon=True)
        self.site, self.pause, self.acts, self.failures, self.stopping = site, 0.0, 0, [], False

    def acts_of(self):
        browser, voter = Browser(self.site), Voter(self.site)
        while True:
            for page in PAGES:
                yield page, lambda: browser.get(page)[0] == 200
            yield "an inspel", lambda: browser.post(
                f"/processer/{PROCESS}/inspel", inspel_form(browser.form_key(), f"Ord {random.random()} " * 20))[0] == 303
            for _ in range(4):
                yield "a vote", lambda: voter.vote() in (200, 303)

    def run(self):
        for name, act in self.acts_of():
            if self.stopping:
                return
            began = time.monotonic()
            try:
                if not act():
                    self.failures.append(name)
            except (OSError, TypeError, http.client.HTTPException) as error:
                self.failures.append(f"{name}: {error!r}")
            self.acts += 1
            time.sleep(max(0.0, self.pause - (time.monotonic() - began)))


def full_speed(clients, seconds):
    """Acts a second when nobody waits."""
    before, began = sum(client.acts for client in clients), time.monotonic()
    time.sleep(seconds)
    return (sum(client.acts for client in clients) - before) / (time.monotonic() - began)


def look(site):
    process = pathlib.Path(f"/proc/{site.server.pid}")
    journal = site.data / "medskapa.db-wal"
    return {"kb": site.resident_kb(), "files": len(list((process / "fd").iterdir())),
            "threads": len(list((process / "task").iterdir())),
            "journal": journal.stat().st_size if journal.exists() else 0}


def sample(site, clients, seconds, every):
    """What was seen, with the second it was seen at; every thirtieth look is printed, for who waits."""
    seen, began = [], time.monotonic()
    while (now := time.monotonic() - began) < seconds:
        seen.append((now, look(site)))
        if len(seen) % 30 == 1:
            print(f"{now:6.0f} s {sum(client.acts for client in clients):8} acts, {seen[-1][1]}", flush=True)
        time.sleep(every)
    return seen


def slope_mb_an_hour(seen):
    """By the median of the slopes between all pairs (Theil and Sen): a single peak tells nothing."""
    points = [(at, value["kb"]) for at, value in seen]
    points = points[:: max(1, len(points) // 400)]
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for i, a in enumerate(points) for b in points[i + 1:] if b[0] > a[0]]
    return statistics.median(slopes) * 3600 / 1024


def spread(seen, what):
    values = [value[what] for _, value in seen]
    return min(values), max(values)


def report(seen, warm_up, most_growth):
    settled = [(at, value) for at, value in seen if at >= warm_up]
    growth, (least, most) = slope_mb_an_hour(settled), spread(settled, "kb")
    print(f"resident memory {least // 1024} to {most // 1024} MB, growing {growth:.2f} MB an hour after {warm_up:.0f} s")
    half = len(settled) // 2
    (_, files_before), (_, files_after) = spread(settled[:half], "files"), spread(settled[half:], "files")
    journal = spread(settled, "journal")[1] / 1e6
    check(files_after <= files_before + 3, f"at most {files_before} descriptors in the first half, {files_after} in the second")
    check(spread(settled, "threads")[1] <= spread(settled[:half], "threads")[1] + 1, "no more threads than before")
    check(journal <= MOST_JOURNAL_MB, f"the journal is at most {journal:.1f} MB")
    check(growth <= most_growth, f"memory grows by at most {most_growth} MB an hour")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--seconds", type=float, default=3600)
    options.add_argument("--warm-up", type=float, default=900)
    options.add_argument("--every", type=float, default=2)
    options.add_argument("--load", type=float, default=0.5, help="the part of what can be done that is done")
    options.add_argument("--growth", type=float, default=1.0, help="MB an hour that are allowed")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(asked.program, folder)
        site.start()
        clients = [Client(site) for _ in range(CLIENTS)]
        for client in clients:
            client.start()
        speed = full_speed(clients, min(10.0, asked.seconds / 4))
        for client in clients:
            client.pause = CLIENTS / (speed * asked.load)
        print(f"{speed:.0f} acts a second at most, {speed * asked.load:.0f} from now on", flush=True)
        seen = sample(site, clients, asked.seconds, asked.every)
        for client in clients:
            client.stopping = True
        for client in clients:
            client.join()
        failures = [failure for client in clients for failure in client.failures]
        check(not failures, f"{sum(client.acts for client in clients)} acts, none refused: {failures[:3]}")
        report(seen, asked.warm_up, asked.growth)
        check(site.database.is_whole(), "the database is whole")
        check(site.end()[0] == 0, "the server ends well")


if __name__ == "__main__":
    main()
