"""A site under test: a data folder filled with the demo, the server as its own process, and what a citizen does on it."""
import atexit
import http.client
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.parse

PROCESS = "oversyn"
SKIPPED = 77  # what ctest takes for "this machine cannot"


def check(holds, sentence):
    """Says the sentence, and ends the program with it when it does not hold."""
    print(("ok: " if holds else "FAILED: ") + sentence, flush=True)
    if not holds:
        sys.exit(1)


def skip(why):
    print("skipped: " + why)
    sys.exit(SKIPPED)


class Database:
    """The server's database, looked at from outside."""

    def __init__(self, data, url):
        self.file, self.url = pathlib.Path(data) / "medskapa.db", url

    def arguments(self):
        return ["--database", self.url] if self.url else []

    def column(self, statement):
        """The first column of the answer, as text."""
        if self.url:
            asked = subprocess.run(["psql", self.url, "-XAtc", statement], capture_output=True, text=True, check=True)
            return asked.stdout.splitlines()
        with sqlite3.connect(self.file) as database:
            return [str(row[0]) for row in database.execute(statement)]

    def is_whole(self):
        return self.url is not None or self.column("PRAGMA integrity_check") == ["ok"]


class Site:
    """One installation. `program` is the medskapa that is tested; the server listens on a free port of loopback."""

    def __init__(self, program, data, url=None, is_filled=False):
        self.program, self.data = program, pathlib.Path(data)
        self.database = Database(data, url)
        self.server, self.port = None, None
        atexit.register(self.kill)
        if not is_filled:
            self._run("demo", "--no-serve")
        self._sent_before = set(self._form_keys())

    @classmethod
    def existing(cls, program, data):
        """One that lies in the folder already."""
        return cls(program, data, is_filled=True)

    def _form_keys(self):
        return self.database.column("SELECT form_key FROM inspel WHERE form_key IS NOT NULL")

    def kept(self):
        """The keys of the forms that have been taken since the demo was filled."""
        return [key for key in self._form_keys() if key not in self._sent_before]

    def _command(self, verb, *more):
        return [self.program, verb, "--data", str(self.data), *self.database.arguments(), *more]

    def _run(self, verb, *more):
        subprocess.run(self._command(verb, *more), check=True, stdout=subprocess.DEVNULL)

    def start(self, *before, more=(), listen="127.0.0.1:0", stderr=None):
        """Starts the server, under the command `before` if one is given, with `more` options. Seconds until it has
        answered a page."""
        began = time.monotonic()
        self.server = subprocess.Popen([*before, *self._command("serve", "--listen", listen, *more)],
                                       stdout=subprocess.PIPE, stderr=stderr, text=True)
        said = self.server.stdout.readline()
        check("listening on" in said, "the server listens")
        self.port = int(said.rsplit(":", 1)[1])
        status, _ = self.get(f"/processer/{PROCESS}")
        check(status == 200, "the first page is answered")
        return time.monotonic() - began

    def kill(self):
        if self.server:
            self.server.kill()
            self.server.wait()

    def end(self):
        """SIGTERM. The exit code, and the seconds it took."""
        began = time.monotonic()
        self.server.send_signal(signal.SIGTERM)
        return self.server.wait(timeout=30), time.monotonic() - began

    def resident_kb(self):
        status = pathlib.Path(f"/proc/{self.server.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])

    def get(self, path):
        return Browser(self).get(path)


class Browser:
    """A citizen's browser: one connection, opened again whenever it was closed."""

    def __init__(self, site):
        self.site, self.connection, self.port = site, None, None

    def _ask(self, method, path, body=None):
        if self.connection is None or self.port != self.site.port:
            self.port = self.site.port
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            return answer, answer.read().decode()
        except (OSError, http.client.HTTPException):
            self.connection = None
            raise

    def get(self, path):
        answer, body = self._ask("GET", path)
        return answer.status, body

    def status_of(self, path):
        """For what need not be text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=20)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status

    def form_key(self):
        status, page = self.get(f"/processer/{PROCESS}/inspel/nytt")
        if status != 200:
            raise ConnectionError(f"the form was answered with {status}")
        return re.search(r'name="nyckel" value="([^"]+)"', page)[1]

    def post(self, path, fields):
        """Status, page, and where the answer leads."""
        answer, body = self._ask("POST", path, urllib.parse.urlencode(fields))
        return answer.status, body, answer.getheader("Location", "")

    def send_inspel(self, key, text):
        """The receipt's code when the inspel was acknowledged; else the status and the page."""
        status, page, location = self.post(f"/processer/{PROCESS}/inspel", inspel_form(key, text))
        return location.rsplit("/", 1)[1] if status == 303 else None, status, page


def headline(page):
    """What a page says first, and what it complains of: why something was not taken."""
    said = re.search(r"<main.*?<h1[^>]*>(.*?)</h1>", page, re.S)
    complaints = re.findall(r'class="[^"]*(?:error|complaint)[^"]*"[^>]*>(.*?)<', page, re.S)
    return " / ".join([said[1].strip() if said else page[:200], *complaints[:3]])


def inspel_form(key, text):
    return {"nyckel": key, "aktivitet": "oversyn-inspel", "text": text, "rubrik": "", "galler": "future-needs",
            "amne": "", "kommun": "", "vem": "citizen", "organisation": "", "kontakt": "",
            "en-till": "ja"}  # who sends the same words again here means to


def postgres_schema(name):
    """The address of a schema of its own on the server for tests; None where no server is offered."""
    url = os.environ.get("MEDSKAPA_TEST_POSTGRES")
    if not url:
        return None
    subprocess.run(["psql", url, "-Xqc", f"CREATE SCHEMA {name}"], check=True)
    return url + ("&" if "?" in url else "?") + f"options=-csearch_path%3D{name}"
