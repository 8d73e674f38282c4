#!/usr/bin/env python3
"""The mail server is gone, says nothing, drips, refuses for now or for good: nobody who sends an inspel waits for it, what waits is
bounded, it all comes once when the server is back, and what has waited for days is given up.

Usage: mail_down.py MEDSKAPA"""
import socketserver
import sqlite3
import statistics
import sys
import tempfile
import threading
import time

from mail_killed import Server, Sink, prepare, states
from site_under_test import PROCESS, Browser, Site, check, inspel_form

SENT_IN_EACH = 40
DAY = 24 * 3600 * 1000


class Bad(socketserver.StreamRequestHandler):
    """A mail server that is as `manner` says."""

    manner = "silent"

    def handle(self):
        try:
            getattr(self, self.manner)()
        except OSError:
            pass

    def silent(self):
        self.rfile.read()

    def dripping(self):
        for byte in b"220 slowly.test ESMTP\r\n" * 50:
            self.wfile.write(bytes([byte]))
            time.sleep(0.5)

    def refusing(self, code):
        self.wfile.write(b"220 sink.test\r\n")
        while line := self.rfile.readline():
            if line.startswith(b"QUIT"):
                return self.wfile.write(b"221 bye\r\n")
            self.wfile.write(b"%s no\r\n" % code if line.startswith((b"RCPT", b"DATA")) else b"250 OK\r\n")

    def not_now(self):
        self.refusing(b"451")

    def never(self):
        self.refusing(b"550")

    def full(self):
        self.wfile.write(b"421 too many connections\r\n")

    def garbage(self):
        self.wfile.write(b"\xff\x00" * 100_000)


def send_some(site, number):
    """Seconds that each inspel took, with a receipt asked for by mail. Everybody writes from an address of their own."""
    browser, times = Browser(site), []
    for n in range(number):
        key = browser.form_key()
        form = {**inspel_form(key, "Fler bussar"), "kontakt": f"n{time.monotonic_ns()}@example.org"}
        began = time.monotonic()
        status, _, _ = browser.post(f"/processer/{PROCESS}/inspel", form)
        times.append(time.monotonic() - began)
        if status != 303:
            check(False, f"an inspel is taken, not {status}")
    return times


def options(port):
    return ("--mail-server", f"smtp://127.0.0.1:{port}", "--mail-from", "svar@region.example", "--mail-unencrypted")


def try_manner(site, manner, alone):
    with Server(("127.0.0.1", 0), Bad) as bad:
        threading.Thread(target=bad.serve_forever, daemon=True).start()
        Bad.manner = manner or "silent"
        port = bad.server_address[1] if manner else 1  # nobody listens there
        site.start(more=options(port))
        before = sum(int(n) for n in states(site).values())
        times = send_some(site, SENT_IN_EACH)
        after = sum(int(n) for n in states(site).values())
        code, seconds = site.end()
    called = manner or "gone"
    check(after - before == SENT_IN_EACH, f"{called}: one mail waits for each inspel")
    print(f"{called}: an inspel takes {statistics.median(times) * 1e3:.0f} ms, at most {max(times) * 1e3:.0f}, "
          f"without mail {statistics.median(alone) * 1e3:.0f}")
    check(statistics.median(times) < 3 * statistics.median(alone) + 0.05 and max(times) < 2, f"{called}: nobody waits for the mail")
    check(code == 0 and seconds < 10, f"{called}: the server ends in {seconds:.1f} s")


def come_back(site):
    """All that still waits comes, once; what was refused for good is not sent again."""
    with sqlite3.connect(site.database.file) as database:
        database.execute("UPDATE mail SET next_at = made_at WHERE state = 'waiting'")
    waits = int(states(site).get("waiting", 0))
    with Server(("127.0.0.1", 0), Sink) as sink:
        Sink.pause = 0
        threading.Thread(target=sink.serve_forever, daemon=True).start()
        site.start(more=options(sink.server_address[1]))
        end = time.monotonic() + 60
        while int(states(site).get("waiting", 0)) and time.monotonic() < end:
            time.sleep(0.2)
        site.end()
    check(len(Sink.taken) == len(set(Sink.taken)) and len(Sink.taken) >= waits > 0,
          f"back again: {len(Sink.taken)} mails come, each once, of {waits} that waited")
    check("waiting" not in states(site), f"and none waits: {states(site)}")


def wait_for_days(site):
    """A server that is gone for four days: what is about to be sent then is too old."""
    site.start(more=options(1))
    send_some(site, 5)
    site.end()
    with sqlite3.connect(site.database.file) as database:
        database.execute("UPDATE mail SET made_at = made_at - ?, next_at = made_at WHERE state = 'waiting'", (4 * DAY,))
    before = int(states(site).get("bounced", 0))
    site.start(more=options(1))
    end = time.monotonic() + 20
    while int(states(site).get("waiting", 0)) and time.monotonic() < end:
        time.sleep(0.2)
    site.end()
    check(int(states(site).get("bounced", 0)) == before + 5, "what has waited for four days is given up")


def main(program):
    with tempfile.TemporaryDirectory() as data:
        site = Site(program, data + "/site")
        prepare(site)
        site.start()
        alone = send_some(site, SENT_IN_EACH)
        site.end()
        for manner in (None, "silent", "dripping", "not_now", "full", "garbage", "never"):
            try_manner(site, manner, alone)
        come_back(site)
        wait_for_days(site)


if __name__ == "__main__":
    main(sys.argv[1])
