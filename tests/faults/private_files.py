#!/usr/bin/env python3
"""With the widest umask nobody else can read what an installation holds, from the first byte of each file on: looked at again
and again while it is made, served and backed up. And `doctor` says when somebody has made it wider.

Usage: private_files.py MEDSKAPA"""
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

from site_under_test import Browser, Site, check


class Lookout(threading.Thread):
    """Remembers every file and folder that others could read at any moment."""

    def __init__(self, *folders):
        super().__init__(daemon=True)
        self.folders, self.wide, self.over = folders, set(), False

    def look(self):
        for folder in self.folders:
            for path in [folder, *folder.rglob("*")]:
                try:
                    mode = path.lstat().st_mode
                except OSError:
                    continue
                if mode & 0o077:
                    self.wide.add(f"{oct(mode & 0o777)} {path.name}")

    def run(self):
        while not self.over:
            self.look()


def main(program):
    os.umask(0)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        data, backups, keys = folder / "made" / "data", folder / "backups", folder / "keys"
        (folder / "made").mkdir(mode=0o777)
        data.mkdir(mode=0o777)  # as an operator makes it: setup narrows it
        backups.mkdir(mode=0o700)
        subprocess.run([program, "setup", "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
        check(data.stat().st_mode & 0o077 == 0, "setup narrows the folder that it is given")
        demo = folder / "demo"
        demo.mkdir(mode=0o700)
        lookout = Lookout(data, demo, backups)
        lookout.start()
        site = Site(program, demo)
        site.start()
        browser = Browser(site)
        check(browser.send_inspel(browser.form_key(), "Bara för oss")[0], "an inspel is taken")
        for more in ([], ["--keys", str(keys)]):
            subprocess.run([program, "backup", str(backups / f"copy{len(more)}"), "--data", str(demo), *more], check=True,
                           stdout=subprocess.DEVNULL)
        check(site.end()[0] == 0, "the server ends well")
        lookout.over = True
        lookout.join()
        lookout.folders = (*lookout.folders, keys)
        lookout.look()
        check(not lookout.wide, f"nobody else could read anything: {sorted(lookout.wide)[:5]}")
        for path, mode in ((demo, 0o755), (demo / "medskapa.db", 0o644), (demo / "secret", 0o640)):
            was = path.stat().st_mode & 0o777
            path.chmod(mode)
            said = subprocess.run([program, "doctor", "--data", str(demo)], capture_output=True, text=True,
                                  env={**os.environ, "LANG": "C"})
            check(said.returncode == 1 and f"chmod {oct(was)[2:]} {path}" in said.stdout,
                  f"doctor says that {path.name} can be read by others, and what to do")
            path.chmod(was)


if __name__ == "__main__":
    main(sys.argv[1])
