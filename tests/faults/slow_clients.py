#!/usr/bin/env python3
"""Hundreds of clients that hardly send, or hardly read: the others are served as before, and memory stays bounded."""
import argparse
import socket
import statistics
import tempfile
import time

from site_under_test import PROCESS, Browser, Site, check

HEAD = b"GET /processer/oversyn HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
BODY = (b"POST /processer/oversyn/inspel HTTP/1.1\r\nHost: localhost\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n")
READ = b"GET /processer/oversyn/inspel.csv HTTP/1.1\r\nHost: localhost\r\n\r\n"
MOST_GROWTH_KB = 64 * 1024


def connect(site, first, window=None):
    client = socket.socket()
    if window:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
    client.connect(("127.0.0.1", site.port))
    client.sendall(first)
    client.setblocking(False)
    return client


def drip(clients):
    """One more byte from each; those that the server has left are dropped."""
    for client in list(clients):
        try:
            client.send(b"x")
        except BlockingIOError:
            pass
        except OSError:
            clients.remove(client)


def answer_times(site, seconds, meanwhile):
    """How long a page and a sent inspel take for an ordinary citizen."""
    browser, times, end = Browser(site), [], time.monotonic() + seconds
    while time.monotonic() < end:
        meanwhile()
        began = time.monotonic()
        status, _ = browser.get(f"/processer/{PROCESS}/inspel")
        if status != 200:
            check(False, f"a page is answered with 200, not {status}")
        times.append(time.monotonic() - began)
        if browser.send_inspel(browser.form_key(), "Jag skriver medan andra dröjer")[0] is None:
            check(False, "an inspel is received")
        time.sleep(0.02)
    return times


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--clients", type=int, default=300)
    options.add_argument("--seconds", type=float, default=5)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(asked.program, folder)
        site.start()
        alone = statistics.median(answer_times(site, 1, lambda: None))
        before = site.resident_kb()
        for kind, first, window in (("heads", HEAD, None), ("bodies", BODY, None), ("readers", READ, 1)):
            clients = [connect(site, first, window) for _ in range(asked.clients)]
            times = answer_times(site, asked.seconds, (lambda: None) if window else (lambda: drip(clients)))
            grown = site.resident_kb() - before
            print(f"{asked.clients} slow {kind}: a page takes {statistics.median(times) * 1e3:.1f} ms "
                  f"({alone * 1e3:.1f} ms without them), the longest {max(times) * 1e3:.0f} ms; memory +{grown} kB")
            check(len(times) > 10, f"others are served beside {asked.clients} slow {kind}")
            check(grown < MOST_GROWTH_KB, f"slow {kind} take less than {MOST_GROWTH_KB} kB together")
            for client in clients:
                client.close()
        check(site.end()[0] == 0, "the server ends well")


main()
