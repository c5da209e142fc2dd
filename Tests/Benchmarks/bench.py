"""What the families of figures share: a folder with made mails, orders and desks, and the table that they fill."""
import functools
import json
import math
import os
import subprocess
import time

from timing import ROOT, paired, peak_mebibytes, timed

# The end of what make-mails and make-orders invent: desks are asked as of then.
NOW = ["--now", "2026-11-20T00:30:00Z"]
ADDRESS = "service@lampshop.example"
# The least that a program can cost: the sqlite3 shell starts, answers and ends.
SQLITE_START = ["sqlite3", ":memory:", "SELECT 1"]


def sizes(largest):
    """1,000, 10,000 and so on up to the largest."""
    return [10**power for power in range(3, math.ceil(math.log10(max(largest, 1001))))] + [largest]


class Table:
    """The figures as they come: each is printed at once, kept, and held against its target."""

    def __init__(self):
        self.figures, self.notes = [], []

    def add(self, name, value, unit="x", most=None, least=None, details=""):
        """A figure; `most` and `least` are its target, where it has one."""
        is_met = None if most is None and least is None else value >= least if most is None else value <= most
        self.figures.append({"name": name, "value": value, "unit": unit, "most": most, "least": least, "met": is_met,
                             "details": details})
        print(self.row(self.figures[-1]), flush=True)

    def note(self, words):
        self.notes.append(words)
        print(f"note: {words}", flush=True)

    @staticmethod
    def row(figure):
        wanted = (f"<= {figure['most']:g}" if figure["most"] is not None
                  else f">= {figure['least']:g}" if figure["least"] is not None else "")
        mark = {None: "", True: "met", False: "MISSED"}[figure["met"]]
        return (f"{figure['name']:46} {figure['value']:9.2f} {figure['unit']:4} {wanted:>8} {mark:6} "
                f"{figure['details']}").rstrip()

    def write(self, path):
        with open(path, "w") as file:
            json.dump({"figures": self.figures, "notes": self.notes}, file, indent=2)
            file.write("\n")


class Bench:
    """A program to be measured, its folder, and what has been made there so far."""

    def __init__(self, program, folder, mails, orders):
        self.program, self.folder = program, folder
        self.mails, self.orders = mails, orders
        places = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        self.env = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm", "LC_ALL": "C.UTF-8", "TZ": "UTC",
                    "NOTMUCH_CONFIG": str(folder / "notmuch-config"), **places}
        # One time of a command, the ratio of two: in this environment.
        self.timed = functools.partial(timed, env=self.env)
        self.paired = functools.partial(paired, time_of=self.timed)

    def command(self, desk, *words):
        return [self.program, "--desk", desk, *words]

    def run(self, desk, *words):
        subprocess.run(self.command(desk, *words), env=self.env, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def new_desk(self, name):
        """An empty desk with one account, in place of one of that name."""
        desk = str(self.folder / f"{name}.sqlite")
        self.remove(desk)
        self.run(desk, "account", "add", "us", "--profile", "amazon", "--address", ADDRESS)
        return desk

    @staticmethod
    def remove(database):
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(database + suffix):
                os.remove(database + suffix)

    def imported(self, desk, kind, file):
        """Seconds and the peak of memory in MiB."""
        start = time.perf_counter()
        peak = peak_mebibytes(self.command(desk, *NOW, "import", kind, str(file)), self.env)
        return time.perf_counter() - start, peak

    # What is made is made once.

    @functools.cache
    def mbox(self, count, end="2026-11-20"):
        path = self.folder / f"{count}-{end[:10]}.mbox"
        subprocess.run([ROOT / "Tests/Benchmarks/make-mails", str(count), path, "--end", end], check=True)
        return path

    @functools.cache
    def csv(self, count, days=730):
        path = self.folder / f"orders-{count}.csv"
        with open(path, "w") as file:
            subprocess.run([ROOT / "Tests/Benchmarks/make-orders", str(count), str(days)], stdout=file, check=True)
        return path

    @functools.cache
    def filled(self, kind, count):
        """A desk of so many mails or orders, the seconds of its import and the peak of its memory."""
        desk = self.new_desk(f"{kind}-{count}")
        return (desk, *self.imported(desk, kind, self.mbox(count) if kind == "mail" else self.csv(count)))
