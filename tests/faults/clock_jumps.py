#!/usr/bin/env python3
"""The machine's clock jumps years forwards and back, over both changes of daylight saving time and a leap second, while the
server runs: it goes on, nothing acknowledged is lost, and time never goes back in the log.

Needs Debian's libfaketime. Usage: clock_jumps.py MEDSKAPA
"""
import glob
import http.client
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from site_under_test import PROCESS, Browser, Site, check, skip

LIBRARIES = [os.environ.get("MEDSKAPA_TEST_FAKETIME", ""), *glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")]
JUMPS = ["+20d", "-20d", "+2h", "-3d", "+0", "+10y", "+0", "-1y", "+0", "@2027-03-28 00:59:58", "@2027-10-31 00:59:58", "@2016-12-31 23:59:58",
         "@2038-01-19 03:14:05", "@2100-02-28 23:59:58", "@1999-12-31 23:59:58", "+0"]
PAGES = ("", "/inspel", "/kalender", "/nyheter.atom", "/inspel/nytt")


def server_time(site):
    """As the answer's own head tells it, or nothing."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)
    connection.request("GET", f"/processer/{PROCESS}")
    answer = connection.getresponse()
    answer.read()
    return answer.getheader("Date", "")


def send(site, browser, promised, jump):
    """Before the first day and after the last there is no form."""
    status, page = browser.get(f"/processer/{PROCESS}/inspel/nytt")
    key = re.search(r'name="nyckel" value="([^"]+)"', page)
    if not key:
        return check(status == 200, f"{jump}: the page says that nothing can be sent now ({status})")
    code, status, _ = browser.send_inspel(key[1], f"Skrivet när klockan är {jump}")
    if code:
        promised.add(key[1])
    else:
        check(status in (403, 409, 410, 422), f"{jump}: an inspel is taken, or refused in words ({status})")


def main(program):
    library = next((path for path in LIBRARIES if path and os.path.exists(path)), None)
    if not library:
        skip("libfaketime is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        site = Site(program, folder / "site")
        now = folder / "now"
        now.write_text("+0\n")
        site.start("env", f"LD_PRELOAD={library}", f"FAKETIME_TIMESTAMP_FILE={now}", "FAKETIME_NO_CACHE=1",
                   "FAKETIME_DONT_FAKE_MONOTONIC=1", "DONT_FAKE_MONOTONIC=1")
        promised = set()
        for jump in JUMPS:
            other = now.with_suffix(".next")
            other.write_text(jump + "\n")
            other.rename(now)
            for _ in range(3):
                browser = Browser(site)
                send(site, browser, promised, jump)
                for page in PAGES:
                    status, _ = browser.get(f"/processer/{PROCESS}{page}")
                    if status != 200:
                        check(False, f"{jump}: {page or '/'} is read ({status})")
                time.sleep(0.4)
            check(site.server.poll() is None, f"{jump}: the server goes on ({server_time(site)})")
        check(len(promised) > 10, f"{len(promised)} inspel were acknowledged")
        check(sorted(site.kept()) == sorted(promised), "and all are kept once")
        times = [re.search(r"\ntime (\S+)", entry)[1] for entry in
                 site.database.column("SELECT replace(data, char(10), char(1)) FROM log_entry ORDER BY idx")
                 for entry in [entry.replace("\1", "\n")]]
        check(times == sorted(times), f"time never goes back in the log's {len(times)} entries, up to {times[-1]}")
        check(site.end()[0] == 0, "the server ends well")
        said = subprocess.run([program, "log", "verify", str(site.data)], capture_output=True, text=True)
        check(said.returncode == 0, "the log holds: " + said.stdout.strip().splitlines()[-1])


if __name__ == "__main__":
    main(sys.argv[1])
