"""Two commits side by side: the same pages, inspel, votes and computations, one run of each in turn."""
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from serving import Programs, run_of, serving

PROCESS = "/processer/bench"
ENGINES = {  # each with what it is given to write in
    "openlog_bench": ("the open log", ["a folder"]),
    "bench_opinion": ("the opinion map", []),
    "bench/regional_bench": ("the regional analysis", []),
}


def pages(inspel):
    return {
        "start page, made anew": ("", "--anew"),
        "list, made anew": ("/inspel", "--anew"),
        "list, a topic, made anew": ("/inspel?amne=amne-3", "--anew"),
        "list, search, made anew": ("/inspel?q=bussen", "--anew"),
        "an inspel, made anew": (f"/inspel/{inspel // 2}", "--anew"),
        "list, kept": ("/inspel",),
    }


def built(root, commit):
    """The build folder of that commit, in a work tree of its own below build/."""
    name = subprocess.run(["git", "-C", root, "rev-parse", "--short=12", commit], capture_output=True, text=True)
    if name.returncode:
        sys.exit(f"There is no commit {commit}")
    tree = root / "build/compare" / name.stdout.strip()
    if not tree.exists():
        subprocess.run(["git", "-C", root, "worktree", "add", "--detach", tree, name.stdout.strip()], check=True)
    build(tree)
    return tree / "build/release"


def build(tree):
    subprocess.run(["cmake", "--preset", "release"], cwd=tree, check=True, stdout=subprocess.DEVNULL)
    known = subprocess.run(["ninja", "-C", "build/release", "-t", "targets", "all"], cwd=tree, capture_output=True, text=True)
    wanted = ["medskapa", "bench_fill", "bench_load", *(pathlib.Path(engine).name for engine in ENGINES)]
    targets = {line.split(":")[0] for line in known.stdout.splitlines()}
    # As bin/build does, so that what another tree has compiled serves this one.
    environment = {"CCACHE_SLOPPINESS": "pch_defines,time_macros", "CCACHE_BASEDIR": str(tree), "CCACHE_NOHASHDIR": "1"} | os.environ
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", *[one for one in wanted if one in targets]],
                   cwd=tree, check=True, env=environment)


def in_turn(runs, first, second):
    """What each of two gives, one run of the one and one of the other, `runs` times, after one that is not counted."""
    first(), second()
    pairs = [(first(), second()) for _ in range(runs)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


class Table:
    """The figures that were measured: printed as they come, and written as a page at the end."""

    def __init__(self):
        self.rows = []

    def add(self, what, unit, before, now):
        ratios = sorted(b / a for a, b in zip(before, now) if a > 0)
        if not ratios:
            print(f"  {what:<40} too short to be measured", flush=True)
            return
        row = (what, unit, statistics.median(before), statistics.median(now), statistics.median(ratios), ratios[0], ratios[-1],
               os.getloadavg()[0])
        self.rows.append(row)
        print(f"  {what:<40} {row[2]:9.3f} {row[3]:9.3f} {unit:<10} ratio {row[4]:.2f} ({row[5]:.2f}-{row[6]:.2f})"
              f"  load {row[7]:.1f}", flush=True)


def compare_site(table, before, now, asked):
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        places = []
        for name, programs in (("before", before), ("now", now)):
            place = ["--data", str(pathlib.Path(folder) / name)]
            os.makedirs(place[1], mode=0o700)
            subprocess.run([programs.fill, *place, "--inspel", str(asked.inspel[0])], check=True)
            places.append(place)
        with serving(before, places[0]) as old, serving(now, places[1]) as new:
            compare_servers(table, old, new, asked)


def compare_servers(table, old, new, asked):
    def cpu(server, clients, seconds, path, *more):
        return lambda: run_of(server, clients, seconds, PROCESS + path, *more)[0]

    table.add("memory, idle", "MB", [old.resident_mb()], [new.resident_mb()])
    for what, (path, *more) in pages(asked.inspel[0]).items():
        table.add(what, "ms CPU", *in_turn(asked.runs, cpu(old, 4, asked.seconds, path, *more),
                                           cpu(new, 4, asked.seconds, path, *more)))
    forms = ("--forms", max(20, asked.forms // 16))
    table.add("durable inspel, 16 clients", "ms CPU", *in_turn(asked.runs, cpu(old, 16, 0, "", *forms), cpu(new, 16, 0, "", *forms)))
    for clients in (16, 64, 256):
        votes = ("--votes", asked.votes // clients)
        at = "/aktiviteter/rosta"
        table.add(f"durable votes, {clients} clients", "ms CPU",
                  *in_turn(asked.runs, cpu(old, clients, 0, at, *votes), cpu(new, clients, 0, at, *votes)))
    table.add("memory after all that", "MB", [old.resident_mb()], [new.resident_mb()])


def cpu_of(program, names):
    """Seconds of CPU of the program and all that it starts; `names`: folders that it makes itself."""
    with tempfile.TemporaryDirectory() as scratch:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, *(pathlib.Path(scratch) / name for name in names)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compare_engines(table, before, now, asked):
    for program, (what, names) in ENGINES.items():
        old, new = before / program, now / program
        if not old.exists() or not new.exists():
            print(f"  {what}: not built of both")
            continue
        table.add(f"{what}, {new.name}", "s CPU",
                  *in_turn(max(2, asked.runs // 2), lambda: cpu_of(old, names), lambda: cpu_of(new, names)))


def page_of(table, commits, asked):
    processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "")
    lines = [
        "# Speed, measured", "",
        f"Commit {commits[1]} against {commits[0]}, {time.strftime('%-d %B %Y')}: {processor}, {os.cpu_count()} cores, "
        f"{platform.release()}; `bin/bench --compare {asked.compare} --inspel {asked.inspel[0]} --runs {asked.runs}`. SQLite with "
        f"FULL, {asked.inspel[0]} inspel. One run of each commit in turn; medians, the median of the ratios and their range. A ratio "
        "below 1 is quicker, or smaller. The load is the machine's, which counts the program and its clients too.", "",
        "| what | before | now | unit | ratio | range | load |", "|---|---|---|---|---|---|---|"]
    for what, unit, before, now, ratio, least, most, load in table.rows:
        lines.append(f"| {what} | {before:.3f} | {now:.3f} | {unit} | {ratio:.2f} | {least:.2f} to {most:.2f} | {load:.1f} |")
    return "\n".join(lines) + "\n"


def name_of(root, commit):
    return subprocess.run(["git", "-C", root, "rev-parse", "--short", commit], capture_output=True, text=True).stdout.strip()


def compare(root, asked):
    before, now = built(root, asked.compare), root / "build/release"
    build(root)
    table = Table()
    print(f"{asked.compare} and the work tree, {asked.inspel[0]} inspel, SQLite")
    load = now / "bench/site/bench_load"
    compare_site(table, Programs(before, load), Programs(now, load), asked)
    compare_engines(table, before, now, asked)
    if asked.write:
        pathlib.Path(asked.write).write_text(page_of(table, (name_of(root, asked.compare), name_of(root, "HEAD")), asked))
