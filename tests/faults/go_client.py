#!/usr/bin/env python3
"""Go's own verifier of transparency logs reads a log that is served, and one in a folder; what is damaged it refuses.

Needs Debian's golang-go and golang-golang-x-mod-dev. Usage: go_client.py MEDSKAPA
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from site_under_test import Browser, Site, check, skip
from witnessed import checkpoint, grows, vkey_of

GO = os.environ.get("MEDSKAPA_TEST_GO", "/usr/bin/go")
LIBRARY = os.environ.get("MEDSKAPA_TEST_GOCODE", "/usr/share/gocode")


def built(folder):
    """The verifier, built without network from what is on the machine."""
    if not shutil.which(GO) or not pathlib.Path(LIBRARY, "src/golang.org/x/mod/sumdb").is_dir():
        skip("golang-go and golang-golang-x-mod-dev are not installed")
    program = folder / "verifier"
    subprocess.run([GO, "build", "-o", str(program), str(pathlib.Path(__file__).with_name("tlog_verifier.go"))], check=True,
                   env={**os.environ, "GO111MODULE": "off", "GOPATH": LIBRARY, "GOFLAGS": "", "GOPROXY": "off",
                        "GOCACHE": str(folder / "cache"), "HOME": str(folder)})
    return program


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        verifier = built(folder)
        site = Site(program, folder / "site")
        vkey = vkey_of(program, site.data)
        site.start()
        earlier = folder / "earlier.checkpoint"
        earlier.write_text(checkpoint(site))
        for _ in range(3):
            grows(site, 20)
        places = (f"http://127.0.0.1:{site.port}/logg", str(site.data / "logg"))
        for place in places:
            read = subprocess.run([str(verifier), place, vkey, str(earlier)], capture_output=True, text=True)
            check(read.returncode == 0, f"Go finds that all holds: {read.stdout.strip()}")
        check(site.end()[0] == 0, "the server ends well")
        other = vkey.replace("+A", "+B", 1) if "+A" in vkey else vkey[:-1]
        check(subprocess.run([str(verifier), places[1], other], capture_output=True).returncode == 1, "another key is refused")
        for path in ("checkpoint", "tile/0/000", "tile/entries/001", "tile/1/000.p"):
            copy = folder / "copy"
            shutil.copytree(site.data / "logg", copy)
            hurt = copy / path
            hurt = next(hurt.iterdir()) if hurt.is_dir() else hurt
            content = bytearray(hurt.read_bytes())
            content[len(content) // 2] ^= 1
            hurt.write_bytes(content)
            read = subprocess.run([str(verifier), str(copy), vkey, str(earlier)], capture_output=True, text=True)
            check(read.returncode != 0, f"a bit flipped in {path} is found: {read.stdout.strip()[:90]}")
            shutil.rmtree(copy)


if __name__ == "__main__":
    main(sys.argv[1])
