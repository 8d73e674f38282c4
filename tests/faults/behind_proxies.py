#!/usr/bin/env python3
"""The same hostile requests to the server itself and behind nginx, Caddy and HAProxy, those that are installed: nobody gets an answer
to what is hidden in a body, and the visitor behind gets the answer to their own request on a connection that both use."""
import argparse
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

from hostile_requests import HIDDEN, SECRET, corpus
from site_under_test import PROCESS, Site, check

PAGE = f"GET /processer/{PROCESS} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def nginx(folder, port, behind):
    file = folder / "nginx.conf"
    file.write_text(f"""daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{ access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream us {{ server 127.0.0.1:{behind}; keepalive 1; }}
  server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://us; proxy_http_version 1.1; proxy_set_header Connection "";
    proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_request_buffering off; }} }} }}
""")
    return ["nginx", "-p", str(folder), "-c", str(file)]


def caddy(folder, port, behind):
    file = folder / "Caddyfile"
    file.write_text(f"""{{
  admin off
  auto_https off
  storage file_system {folder}/store
}}
http://localhost:{port} {{
  bind 127.0.0.1
  reverse_proxy 127.0.0.1:{behind}
}}
""")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)]


def haproxy(folder, port, behind):
    file = folder / "haproxy.cfg"
    file.write_text(f"""defaults
  mode http
  timeout connect 5s
  timeout client 20s
  timeout server 20s
  http-reuse always
frontend f
  bind 127.0.0.1:{port}
  default_backend b
backend b
  option forwardfor
  server s 127.0.0.1:{behind}
""")
    return ["haproxy", "-db", "-f", str(file)]


def say(port, bytes_sent, seconds=3):
    """All that is answered until the other side closes, or for so long."""
    heard = b""
    try:
        client = socket.create_connection(("127.0.0.1", port), timeout=seconds)
    except OSError:
        return heard
    with client:
        try:
            client.sendall(bytes_sent)
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                client.settimeout(max(0.05, end - time.monotonic()))
                part = client.recv(65536)
                if not part:
                    break
                heard += part
                if b"</html>" in part:
                    client.settimeout(0.3)
                    end = min(end, time.monotonic() + 0.3)
        except OSError:
            pass
    return heard


def is_hidden_answer(heard):
    """The page of a link that is not good: 410."""
    return b"HTTP/1.1 410" in heard


def attack(port, what):
    check(is_hidden_answer(say(port, HIDDEN.encode())), f"{what}: what is hidden would be answered {SECRET}")
    found = []
    for request in corpus():
        if is_hidden_answer(say(port, request)):
            found.append(request)
        after = say(port, PAGE)
        if not after.startswith(b"HTTP/1.1 200"):
            found.append((request, after[:80]))
    return found


def behind(name, program, config, site, folder):
    port = free_port()
    own = folder / name
    own.mkdir()
    proxy = subprocess.Popen([program, *config(own, port, site.port)[1:]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 10
        while not say(port, PAGE, 1).startswith(b"HTTP/1.1 200"):
            check(time.monotonic() < end and proxy.poll() is None, f"{name} serves the site")
            time.sleep(0.2)
        found = attack(port, name)
        # A proxy reads requests that follow each other as such; what it must not do is to send ours in two pieces.
        check(not [one for one in found if isinstance(one, tuple)], f"behind {name} the next visitor gets their own page: {found[:2]}")
        print(f"behind {name}: {len([one for one in found if not isinstance(one, tuple)])} of {len(corpus())} requests are read by "
              f"{name} as two whole ones")
    finally:
        proxy.terminate()
        proxy.wait()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    asked = options.parse_args()
    proxies = {"nginx": nginx, "caddy": caddy, "haproxy": haproxy}
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        site = Site(asked.program, folder / "data")
        site.start(more=("--trusted-proxy", "127.0.0.1"))
        found = attack(site.port, "the server itself")
        check(not found, f"the server itself answers nothing that is hidden in a body: {found[:2]}")
        for name, config in proxies.items():
            program = shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
            if program:
                behind(name, program, config, site, folder)
            else:
                print(f"{name} is not installed, so nothing was tried behind it")
        check(site.end()[0] == 0, "the server ends well")


main()
