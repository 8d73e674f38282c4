"""A PostgreSQL of a test's own, which it may stop as it likes, and a line to it that can go silent."""
import atexit
import glob
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

from site_under_test import skip


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Postgres:
    """Listens on a free port of loopback. `url(database)` names a database of it."""

    def __init__(self):
        programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        if not programs:
            skip("PostgreSQL is not installed")
        self.programs, self.port = programs[-1], free_port()
        self.folder = tempfile.mkdtemp(prefix="medskapa-postgres-")
        self.owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        if self.owner:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-D", self.data, "-A", "trust", "-U", "medskapa", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()
        atexit.register(self.remove)

    @property
    def data(self):
        return f"{self.folder}/data"

    def _run(self, program, *arguments):
        subprocess.run([*self.owner, f"{self.programs}/{program}", *arguments], check=True, cwd="/",
                       stdout=subprocess.DEVNULL)

    def start(self):
        self._run("pg_ctl", "-D", self.data, "-w", "-l", f"{self.folder}/log", "-o",
                  f"-k {self.folder} -c fsync=off -c listen_addresses=127.0.0.1 -p {self.port}", "start")

    def url(self, database="postgres", user="medskapa", port=None):
        return f"postgresql://{user}@127.0.0.1:{port or self.port}/{database}"

    def do(self, statement, database="postgres"):
        subprocess.run(["psql", self.url(database), "-Xqc", statement], check=True, stdout=subprocess.DEVNULL)

    def processes(self):
        """The postmaster and its children, as the system knows them."""
        first = int(pathlib.Path(self.data, "postmaster.pid").read_text().split()[0])
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(first)], capture_output=True, text=True)
        return [first, *map(int, children.stdout.split())]

    def stop_all(self):
        """SIGSTOP to all of them: the system still takes connections for them, and nobody answers."""
        self.stopped = self.processes()
        for process in self.stopped:
            os.kill(process, signal.SIGSTOP)

    def go_on(self):
        for process in self.stopped:
            try:
                os.kill(process, signal.SIGCONT)
            except ProcessLookupError:
                pass

    def end(self):
        subprocess.run([*self.owner, f"{self.programs}/pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop"],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")

    def remove(self):
        if getattr(self, "stopped", None):
            self.go_on()
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)


class Line:
    """Carries what goes to a port and back. `is_silent`: both ends stay open, and nothing comes through. `cut()`: what is
    open is closed, wherever it was in what it said."""

    def __init__(self, port):
        self.target, self.is_silent, self.ends = port, False, []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            near, _ = self.listener.accept()
            if self.is_silent:
                self._silent = getattr(self, "_silent", []) + [near]
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                near.close()
                continue
            self.ends += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def cut(self):
        ends, self.ends = self.ends, []
        for end in ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def _carry(self, one, other):
        try:
            while data := one.recv(65536):
                while self.is_silent:
                    time.sleep(0.05)
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
