#!/usr/bin/env python3
"""Short of memory and of processor time: whoever is refused is told so, what was acknowledged is kept, the service manager's watch and
a SIGTERM are answered. Memory by prlimit for every machine; processor time and real memory by control groups, where this one lets us.

Usage: short_of_all.py MEDSKAPA [--all], where --all tries more bounds of memory, and processor time too"""
import http.client
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

from site_under_test import PROCESS, Browser, Site, check

GROUPS = pathlib.Path("/sys/fs/cgroup")


class Group:
    """A control group of the first or second kind with its bounds, and a command that begins in it; None where none can be made."""

    def __init__(self, kind, bounds):
        first = GROUPS / kind
        root = first if first.is_dir() else GROUPS
        self.folder = root / f"medskapa-{os.getpid()}"
        self.folder.mkdir()
        for name, value in bounds.items():
            if (self.folder / name).exists():
                (self.folder / name).write_text(value)

    @classmethod
    def made(cls, kind, bounds):
        try:
            group = cls(kind, bounds)
            return group if any((group.folder / name).exists() for name in bounds) else group.remove()
        except OSError:
            return None

    def command(self):
        return ["sh", "-c", f'echo $$ > {self.folder}/cgroup.procs && exec "$@"', "sh"]

    def remove(self):
        try:
            self.folder.rmdir()
        except OSError:
            pass
        return None


class Sender(threading.Thread):
    """Sends inspel and asks for large things until it is stopped; remembers what was promised and how else it was answered."""

    def __init__(self, site):
        super().__init__(daemon=True)
        self.site, self.promised, self.answers, self.stopping = site, set(), {}, False

    def run(self):
        browser = Browser(self.site)
        while not self.stopping:
            try:
                key = browser.form_key()
                code, status, _ = browser.send_inspel(key, "Ord " * 4000)
                if code:
                    self.promised.add(key)
                self.count(status)
                self.count(browser.get(f"/processer/{PROCESS}/inspel.csv")[0])
            except (OSError, TypeError, http.client.HTTPException) as error:
                self.count(type(error).__name__)
                time.sleep(0.05)

    def count(self, answer):
        self.answers[answer] = self.answers.get(answer, 0) + 1


def under_load(site, seconds, clients=8):
    senders = [Sender(site) for _ in range(clients)]
    for sender in senders:
        sender.start()
    time.sleep(seconds)
    for sender in senders:
        sender.stopping = True
    for sender in senders:
        sender.join(30)
    answers = {}
    for sender in senders:
        for answer, count in sender.answers.items():
            answers[answer] = answers.get(answer, 0) + count
    return set().union(*(sender.promised for sender in senders)), answers


def check_kept(site, promised, called):
    site.start()
    check(promised <= set(site.kept()), f"{called}: all {len(promised)} acknowledged inspel are kept")
    check(site.database.is_whole(), f"{called}: the database is whole")
    check(Browser(site).send_inspel(Browser(site).form_key(), "Efteråt")[0], f"{called}: with enough again an inspel is taken")
    check(site.end()[0] == 0, f"{called}: the server ends well")


def little_memory(program, bounds):
    """From too little to start with, to enough."""
    for megabytes in bounds:
        with tempfile.TemporaryDirectory() as folder:
            site = Site(program, folder)
            before = ["prlimit", f"--as={megabytes << 20}"]
            site.server = subprocess.Popen([*before, *site._command("serve", "--listen", "127.0.0.1:0", "--workers", "8")],
                                           stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            said = site.server.stdout.readline()
            if "listening on" not in said:
                code = site.server.wait(timeout=30)
                check(code == 1, f"{megabytes} MB of addresses: it does not start, exit {code}: {site.server.stderr.read().strip()[-120:]}")
                continue
            threading.Thread(target=site.server.stderr.read, daemon=True).start()
            site.port = int(said.rsplit(":", 1)[1])
            promised, answers = under_load(site, 4)
            ended = site.server.poll()
            print(f"{megabytes} MB of addresses: answers {answers}, {'goes on' if ended is None else f'ended with {ended}'}")
            check(ended in (None, 1), f"{megabytes} MB: it goes on, or ends for the service manager to start it again")
            if ended is None:
                code, seconds = site.end()
                check(seconds < 10, f"{megabytes} MB: it ends within 10 s of SIGTERM ({seconds:.1f} s, exit {code})")
            check_kept(site, promised, f"{megabytes} MB")


def little_real_memory(program):
    group = Group.made("memory", {"memory.limit_in_bytes": str(100 << 20), "memory.max": str(100 << 20)})
    if not group:
        return print("not tried: a bound on real memory (no control group could be made here)")
    with tempfile.TemporaryDirectory() as folder:
        site = Site(program, folder)
        site.start(*group.command())
        promised, answers = under_load(site, 5)
        ended = site.server.poll()
        print(f"100 MB of memory: answers {answers}, at most, {'goes on' if ended is None else f'ended with {ended}'}")
        site.end() if ended is None else None
        check_kept(site, promised, "100 MB of memory")
    group.remove()


def little_time(program):
    """A tenth of one processor."""
    group = Group.made("cpu", {"cpu.cfs_quota_us": "10000", "cpu.max": "10000 100000"})
    if not group:
        return print("not tried: a bound on processor time (no control group could be made here)")
    with tempfile.TemporaryDirectory() as folder:
        site = Site(program, folder)
        began = site.start(*group.command())
        promised, answers = under_load(site, 8, clients=4)
        check(site.server.poll() is None, f"a tenth of a processor: it starts in {began:.1f} s and goes on, answers {answers}")
        check(set(answers) <= {200, 303, 503, 504}, "a tenth of a processor: everybody is answered")
        code, seconds = site.end()
        check(code == 0 and seconds < 10, f"a tenth of a processor: it ends in {seconds:.1f} s")
        check_kept(site, promised, "a tenth of a processor")
    group.remove()


def crowded(program):
    """Six for each processor who do nothing but compute."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(6 * (os.cpu_count() or 1))]
    try:
        with tempfile.TemporaryDirectory() as folder:
            site = Site(program, folder)
            site.start()
            promised, answers = under_load(site, 8, clients=4)
            began = time.monotonic()
            status, _ = site.get(f"/processer/{PROCESS}")
            check(status == 200 and time.monotonic() - began < 5, f"a crowd: a page is answered in {time.monotonic() - began:.2f} s")
            check(set(answers) <= {200, 303}, f"a crowd: everybody is served, {answers}")
            code, seconds = site.end()
            check(code == 0 and seconds < 10, f"a crowd: it ends in {seconds:.1f} s")
    finally:
        for one in busy:
            one.kill()
            one.wait()
    check(promised, "a crowd: inspel were taken")


def main(program, *options):
    everything = "--all" in options
    little_memory(program, (150, 250, 350, 450, 600) if everything else (150, 450))
    little_real_memory(program)
    if everything:
        little_time(program)
        crowded(program)


if __name__ == "__main__":
    main(*sys.argv[1:])
