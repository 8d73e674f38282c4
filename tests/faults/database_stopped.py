#!/usr/bin/env python3
"""PostgreSQL is stopped without a word, or the line to it goes silent: pages that are kept and the log are served on, the
rest is answered 503 within five seconds, and afterwards all is as before, with nothing lost and nothing twice.

Usage: database_stopped.py MEDSKAPA"""
import concurrent.futures
import http.client
import random
import subprocess
import sys
import tempfile
import threading
import time

from postgres_under_test import Line, Postgres
from site_under_test import PROCESS, Browser, Site, check
from witnessed import waits_for

KEPT = ("/", f"/processer/{PROCESS}", f"/processer/{PROCESS}/inspel", f"/processer/{PROCESS}/kalender", "/logg")
NOT_KEPT = (f"/processer/{PROCESS}/inspel?q=buss", f"/processer/{PROCESS}/nyheter.atom", f"/processer/{PROCESS}/inspel/nytt")
FILES = ("/logg/checkpoint", "/logg/tile/entries/000", "/logg/tile/0/000")
LONGEST = 5.0
AT_ONCE = 40


def timed(site, path):
    began = time.monotonic()
    answer = Browser(site).status_of(path)
    return path, answer, time.monotonic() - began


def check_meanwhile(site, browser, form, how):
    for path in KEPT + FILES:
        path, status, seconds = timed(site, path)
        check(status == 200 and seconds < 1.0 + (path in KEPT) * 4, f"{how}: {path} is served ({status}, {seconds:.2f} s)")
    for path in KEPT + FILES:
        path, status, seconds = timed(site, path)
        check(status == 200 and seconds < 1.0, f"{how}: and at once the second time, {path} ({status}, {seconds:.2f} s)")
    for path in NOT_KEPT:
        path, status, seconds = timed(site, path)
        check(status in (200, 503) and seconds < LONGEST, f"{how}: {path} is answered ({status}, {seconds:.2f} s)")
    began = time.monotonic()
    code, status, page = browser.send_inspel(*form)
    seconds = time.monotonic() - began
    check(code is None and status == 503 and seconds < LONGEST, f"{how}: an inspel is answered {status} in {seconds:.2f} s")
    check(form[1] in page, f"{how}: with all that was typed")
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as many:
        answers = list(many.map(lambda n: timed(site, (KEPT + NOT_KEPT + FILES)[n % 11] + ("" if n % 2 else "?n=%d" % n)),
                                range(2 * AT_ONCE)))
    slowest = max(answers, key=lambda answer: answer[2])
    check(slowest[2] < LONGEST, f"{how}: of {AT_ONCE} at once the slowest waits {slowest[2]:.2f} s, for {slowest[0]}")


def check_afterwards(site, form, promised, how):
    began = time.monotonic()
    code = None
    while code is None and time.monotonic() - began < 10:
        code, status, _ = Browser(site).send_inspel(*form)
        time.sleep(0.1)
    check(code, f"{how}: the same form is taken {time.monotonic() - began:.1f} s after ({status})")
    promised.add(form[0])
    for path in KEPT + NOT_KEPT + FILES:
        check(timed(site, path)[1] == 200, f"{how}: {path} is served again")
    kept = site.kept()
    check(sorted(kept) == sorted(promised), f"{how}: all {len(promised)} promised inspel are kept once, and no others")


def warm(site, promised):
    waits_for(lambda: Browser(site).status_of(NOT_KEPT[-1]) == 200, 10)
    browser = Browser(site)
    form = (browser.form_key(), "Det som sändes före.")
    check(browser.send_inspel(*form)[0], "an inspel is taken")
    promised.add(form[0])
    later = browser.form_key(), "Det som sändes under tiden. En buss till varje by."
    time.sleep(2.5)  # the log is published
    for path in KEPT:
        browser.get(path)
    return browser, later


def silence(site, promised, how, begin, end):
    browser, form = warm(site, promised)
    begin()
    check_meanwhile(site, browser, form, how)
    end()
    check_afterwards(site, form, promised, how)


class Sender(threading.Thread):
    """Sends inspel, each again with its key until it is acknowledged."""

    def __init__(self, site, over):
        super().__init__()
        self.site, self.over, self.promised, self.refused, self.wrong = site, over, [], 0, []

    def run(self):
        while not self.over.is_set():
            try:
                form = Browser(self.site).form_key(), "Skrivet medan linjen bryts. " * 10
            except (OSError, http.client.HTTPException):
                continue
            while True:
                code, status, _ = Browser(self.site).send_inspel(*form)
                if code:
                    break
                self.refused += 1
                if status != 503:
                    self.wrong.append(status)
                time.sleep(0.05)
            self.promised.append(form[0])


def cut_in_the_middle(site, line, promised, cuts):
    """The answer to a COMMIT is lost now and then: who sends again with the same key is kept once."""
    over = threading.Event()
    senders = [Sender(site, over) for _ in range(8)]
    for sender in senders:
        sender.start()
    for _ in range(cuts):
        time.sleep(random.uniform(0.05, 0.4))
        line.cut()
    over.set()
    for sender in senders:
        sender.join()
    promised |= {key for sender in senders for key in sender.promised}
    check(not any(sender.wrong for sender in senders), "who is refused is refused with 503")
    kept = site.kept()
    check(sorted(kept) == sorted(promised), f"after {cuts} cuts, {sum(sender.refused for sender in senders)} refusals: all "
          f"{len(promised)} promised inspel are kept once, and no others")


def check_few_connections(program, postgres, folder):
    postgres.do("CREATE ROLE few LOGIN CONNECTION LIMIT 8; GRANT ALL ON SCHEMA public TO few;"
                "GRANT ALL ON ALL TABLES IN SCHEMA public TO few", "site")
    started = subprocess.run([program, "serve", "--data", str(folder), "--database", postgres.url("site", "few"),
                              "--listen", "127.0.0.1:0"], capture_output=True, text=True, timeout=30)
    check(started.returncode == 1 and "--workers" in started.stderr,
          f"a role with eight connections is a sentence, not a crash: {started.returncode} {started.stderr.strip()[:120]}")


def main(program):
    postgres, promised = Postgres(), set()
    postgres.do("CREATE DATABASE site")
    line = Line(postgres.port)
    with tempfile.TemporaryDirectory() as folder:
        site = Site(program, folder, postgres.url("site"))
        site.start()
        silence(site, promised, "stopped", postgres.stop_all, postgres.go_on)
        _, form = warm(site, promised)
        postgres.stop_all()
        code, seconds = site.end()
        check(code == 0 and seconds <= 10, f"the server ends while its database is stopped ({code}, {seconds:.1f} s)")
        postgres.go_on()

        site.database.url = postgres.url("site", port=line.port)
        site.start()
        def hush():
            line.is_silent = True
        def speak():
            line.is_silent = False
        silence(site, promised, "half-open", hush, speak)

        cut_in_the_middle(site, line, promised, cuts=20)

        browser, form = warm(site, promised)
        postgres.end()
        check(browser.send_inspel(*form)[1] == 503, "ended: an inspel is answered 503")
        postgres.start()
        check_afterwards(site, form, promised, "ended and started again")
        check(site.end()[0] == 0, "the server ends well")
        check_few_connections(program, postgres, folder)


if __name__ == "__main__":
    main(sys.argv[1])
