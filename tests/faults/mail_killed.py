#!/usr/bin/env python3
"""kill -9 at random moments while mail is sent: nobody gets the same mail twice, each mail is accounted for, and no more
are lost sight of than there were connections at the kills."""
import argparse
import random
import re
import socketserver
import sqlite3
import tempfile
import threading
import time

from site_under_test import Site, check


class Sink(socketserver.StreamRequestHandler):
    """A mail server that takes everything, slowly: first the words, then after a while it says so."""

    taken, lock, pause = [], threading.Lock(), 0.02

    def say(self, line):
        self.wfile.write(line + b"\r\n")

    def handle(self):
        try:
            self.say(b"220 sink.test")
            while line := self.rfile.readline():
                if line.startswith(b"DATA"):
                    self.take()
                elif line.startswith(b"QUIT"):
                    return self.say(b"221 bye")
                else:
                    self.say(b"250 OK")
        except OSError:
            pass

    def take(self):
        self.say(b"354 go on")
        words = b""
        while not words.endswith(b"\r\n.\r\n"):
            line = self.rfile.readline()
            if not line:
                return
            words += line
        with self.lock:
            self.taken.append(re.search(rb"Message-ID: <(\w+)@", words)[1].decode())
        time.sleep(self.pause)
        self.say(b"250 taken")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True


def prepare(site):
    """The demo's receipts, as if they had been made now on a site that is no example."""
    now = int(time.time() * 1000)
    with sqlite3.connect(site.database.file) as database:
        database.execute("UPDATE process SET is_example = 0")
        database.execute("DELETE FROM mail WHERE kind <> 'receipt' OR inspel_id NOT IN "
                         "(SELECT id FROM inspel WHERE state IN ('received', 'published'))")
        database.execute("UPDATE mail SET made_at = ?, next_at = ?", (now, now))
    return int(site.database.column("SELECT count(*) FROM mail")[0])


def states(site):
    return dict(row.split("|") for row in site.database.column("SELECT state || '|' || count(*) FROM mail GROUP BY state"))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--rounds", type=int, default=10)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as data, Server(("127.0.0.1", 0), Sink) as sink:
        threading.Thread(target=sink.serve_forever, daemon=True).start()
        site = Site(asked.program, data + "/site")
        total = prepare(site)
        check(total > 20, f"{total} receipts wait")
        more = ("--mail-server", f"smtp://127.0.0.1:{sink.server_address[1]}", "--mail-from", "svar@region.example",
                "--mail-unencrypted")
        for _ in range(asked.rounds):
            site.start(more=more)
            time.sleep(random.uniform(0.02, 0.25))
            site.kill()
        site.start(more=more)
        deadline = time.monotonic() + 120
        while int(states(site).get("waiting", 0)) + int(states(site).get("sending", 0)) and time.monotonic() < deadline:
            time.sleep(0.2)
        site.end()
        found = {state: int(n) for state, n in states(site).items()}
        check(len(Sink.taken) == len(set(Sink.taken)), f"none of {len(Sink.taken)} mails came twice")
        check(sum(found.values()) == total, f"each of {total} mails is accounted for: {found}")
        check(found.get("unknown", 0) <= asked.rounds, f"{found.get('unknown', 0)} are unknown after {asked.rounds} kills")
        sent = set(site.database.column("SELECT public_id FROM mail WHERE state = 'sent'"))
        check(sent <= set(Sink.taken), "whatever is called sent had come")


if __name__ == "__main__":
    main()
