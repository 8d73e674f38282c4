"""A running medskapa, and what it costs, for the programs that measure it."""
import contextlib
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

TICK = os.sysconf("SC_CLK_TCK")


class Programs:
    """What was built of a commit. `load` is the client, which may be another commit's."""

    def __init__(self, build, load=None):
        self.medskapa = build / "medskapa"
        self.fill = build / "bench/site/bench_fill"
        self.load = load or build / "bench/site/bench_load"


class Server:
    """A running medskapa: where it listens, and what it costs."""

    def __init__(self, programs, place):
        self.programs = programs
        began = time.monotonic()
        self.process = subprocess.Popen([programs.medskapa, "serve", "--listen", "127.0.0.1:0", *place],
                                        stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline().rsplit(":", 1)[1])
        self.load(1, 0.001, "/")
        self.started = time.monotonic() - began

    def load(self, clients, seconds, path, *more):
        command = [self.programs.load, "--port", self.port, "--clients", clients, "--seconds", seconds, path, *more]
        return json.loads(subprocess.run(map(str, command), capture_output=True, text=True, check=True).stdout)

    def cpu(self):
        """Seconds, with those of children that have ended."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return sum(map(int, fields[11:15])) / TICK

    def resident_mb(self):
        return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{self.process.pid}/status").read_text())[1]) / 1024

    def end(self):
        self.process.terminate()
        self.process.wait()


@contextlib.contextmanager
def serving(programs, place):
    server = Server(programs, place)
    try:
        yield server
    finally:
        server.end()


def run_of(server, clients, seconds, path, *more):
    """One run: milliseconds of the server's CPU a request, requests a second, the slowest hundredth in milliseconds."""
    before = server.cpu()
    seen = server.load(clients, seconds, path, *more)
    if seen["refused"]:
        sys.exit(f"{path}: {seen['refused']} of {seen['requests']} requests were refused")
    cpu = (server.cpu() - before) / seen["requests"] * 1e3
    return cpu, seen["requests"] / seen["seconds"], seen["p99_ms"]


def median_of(runs):
    return [statistics.median(figures) for figures in zip(*runs)]
