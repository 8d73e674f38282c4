#!/usr/bin/env python3
"""Floods from one client, each while an ordinary citizen uses the site: large bodies to nowhere, large bodies that never end, an
idle crowd, few file descriptors, posts that hang up at once. The citizen is served, memory is bounded, the log is published."""
import argparse
import resource
import socket
import statistics
import struct
import subprocess
import tempfile
import threading
import time
import urllib.parse
import urllib.request

from site_under_test import PROCESS, Browser, Site, check, inspel_form

MOST_KB = 200 * 1024
LARGE = 11_900_000


def raise_own_limit(wanted):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))
    return max(soft, most)


def connect(address):
    client = socket.socket()
    client.settimeout(5)
    client.connect(address)
    return client


def post_head(path, length, kind="application/x-www-form-urlencoded"):
    return (f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n").encode()


class Citizen:
    """Reads a page and sends an inspel again and again; remembers how long each took, and what was not answered."""

    def __init__(self, site):
        self.site, self.times, self.failures, self.stopping = site, [], [], False
        self.thread = threading.Thread(target=self._live)

    def _live(self):
        browser = Browser(self.site)
        while not self.stopping:
            began = time.monotonic()
            try:
                status, _ = browser.get(f"/processer/{PROCESS}/inspel")
                if status != 200:
                    self.failures.append(f"a page was answered {status}")
                if browser.send_inspel(browser.form_key(), "Jag skriver under en flod")[0] is None:
                    self.failures.append("an inspel was refused")
            except (OSError, AttributeError, TypeError) as error:
                self.failures.append(repr(error))
            self.times.append(time.monotonic() - began)
            time.sleep(0.02)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopping = True
        self.thread.join()

    def slowest(self):
        return sorted(self.times)[int(len(self.times) * 0.99)] if self.times else float("inf")


def most_memory(site, seconds, meanwhile=lambda: None):
    most, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        most = max(most, site.resident_kb())
        meanwhile()
        time.sleep(0.05)
    return most


def send_what_is_taken(client, size):
    """As much of a body as the server will have."""
    part, sent = b"x" * 65536, 0
    try:
        while sent < size:
            sent += client.send(part[: size - sent])
    except OSError:
        pass
    return sent


def flood(clients, work):
    threads = [threading.Thread(target=work, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    return threads


def report(what, citizen, most, alone):
    print(f"{what}: an inspel takes {statistics.median(citizen.times) * 1e3:.0f} ms, p99 {citizen.slowest() * 1e3:.0f} ms "
          f"({alone * 1e3:.0f} ms alone); at most {most // 1024} MB")
    check(not citizen.failures, f"during {what} the citizen is served: {citizen.failures[:3]}")
    check(len(citizen.times) > 5, f"during {what} the citizen gets through")
    check(most < MOST_KB, f"during {what} memory stays below {MOST_KB // 1024} MB")


def large_bodies(site, path, what, alone, number):
    """Bodies that lack their last byte, and are held for as long as the server lets them."""
    clients = [connect(("127.0.0.1", site.port)) for _ in range(number)]

    def work(client):
        try:
            client.sendall(post_head(path, LARGE, "multipart/form-data; boundary=x"))
            client.settimeout(3)
            send_what_is_taken(client, LARGE - 1)
        except OSError:
            pass
    with Citizen(site) as citizen:
        threads = flood(clients, work)
        most = most_memory(site, 5)
        for thread in threads:
            thread.join()
    for client in clients:
        client.close()
    report(what, citizen, most, alone)


def idle_crowd(site, alone, number):
    crowd = []
    with Citizen(site) as citizen:
        for _ in range(number):
            crowd.append(connect(("127.0.0.1", site.port)))
        most = most_memory(site, 3)
    for client in crowd:
        client.close()
    report(f"{number} idle connections", citizen, most, alone)


def published(site):
    with urllib.request.urlopen(f"http://127.0.0.1:{site.port}/logg/checkpoint") as answer:
        return int(answer.read().decode().splitlines()[1])


def few_descriptors(program, folder, number):
    site = Site(program, folder)
    site.start("prlimit", "--nofile=1024:1024")
    before = published(site)
    crowd = [connect(("127.0.0.1", site.port)) for _ in range(number)]
    browser = Browser(site)
    check(browser.send_inspel(browser.form_key(), "Med få fildeskriptorer")[0] is not None,
          f"with 1024 descriptors and {number} idle connections an inspel is received")
    end = time.monotonic() + 10
    while published(site) <= before and time.monotonic() < end:
        time.sleep(0.1)
    check(published(site) > before, "and the log is published")
    for client in crowd:
        client.close()
    check(site.end()[0] == 0, "the server ends well")


def own_address():
    """An address of this machine that is not loopback; None when it has none."""
    found = subprocess.run(["hostname", "-I"], capture_output=True, text=True).stdout.split()
    return next((address for address in found if "." in address), None)


def hang_up(site, address, number):
    """Posts whose sender is gone, by a reset, before anybody can ask who it was."""
    path = f"/processer/{PROCESS}/inspel"
    browser = Browser(site)
    before = len(site.kept())
    for i in range(number):
        body = urllib.parse.urlencode(inspel_form(browser.form_key(), f"Jag lägger på {i}")).encode()
        client = connect((address, site.port))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.sendall(post_head(path, len(body)) + body)
        client.close()
    time.sleep(1)
    return len(site.kept()) - before


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--bodies", type=int, default=80)
    options.add_argument("--idle", type=int, default=12_000)
    asked = options.parse_args()
    room = raise_own_limit(asked.idle + 500) - 500
    with tempfile.TemporaryDirectory() as folder:
        site = Site(asked.program, folder)
        site.start()
        with Citizen(site) as citizen:
            time.sleep(1.5)
        alone = statistics.median(citizen.times)
        large_bodies(site, "/finns-inte", f"{asked.bodies} large bodies to nowhere", alone, asked.bodies)
        large_bodies(site, f"/processer/{PROCESS}/inspel", f"{asked.bodies} large bodies to a form", alone, asked.bodies)
        large_bodies(site, f"/processer/{PROCESS}/remiss/1/svar", f"{asked.bodies} large bodies to a form with a file",
                     alone, asked.bodies)
        idle_crowd(site, alone, min(asked.idle, room))
        check(site.end()[0] == 0, "the server ends well")
    with tempfile.TemporaryDirectory() as folder:
        few_descriptors(asked.program, folder, min(3000, room))
    address = own_address()
    if address is None:
        print("posts that hang up were not tried: this machine has no address but loopback")
        return
    with tempfile.TemporaryDirectory() as folder:
        site = Site(asked.program, folder)
        site.start(more=("--limit-writing", "20+1/h"), listen="0.0.0.0:0")
        kept = hang_up(site, address, 60)
        check(kept <= 20, f"who hangs up at once has the same limit as others: {kept} of 60 where the limit is 20")
        check(site.end()[0] == 0, "the server ends well")


main()
