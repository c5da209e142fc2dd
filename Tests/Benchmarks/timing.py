"""What the benchmarks share: the release build, times of two programs taken in turn, programs at a pseudo-terminal."""
import fcntl
import os
import pathlib
import pty
import random
import re
import select
import signal
import statistics
import struct
import subprocess
import termios
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def build():
    """The release build, made now unless REPLYWELL_BINARY names one."""
    if "REPLYWELL_BINARY" in os.environ:
        return os.path.abspath(os.environ["REPLYWELL_BINARY"])
    subprocess.run(
        ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", "replywell"], cwd=ROOT, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return str(ROOT / ".build/release/replywell")


def timed(command, env=None):
    start = time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def paired(first, second, runs=21, warm_ups=2, time_of=timed):
    """The median of the ratios first/second, the two run in turn, and the median time of the first."""
    ratios, times = [], []
    for number in range(warm_ups + runs):
        a, b = time_of(first), time_of(second)
        if number >= warm_ups:
            ratios.append(a / b)
            times.append(a)
    return statistics.median(ratios), statistics.median(times)


def peak_mebibytes(command, env=None):
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss / 1024


class Terminal:
    """A program at a pseudo-terminal of 80 columns and 24 rows."""

    SEQUENCE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\a]*\a|[78=>])")

    def __init__(self, command, env):
        self.started = time.perf_counter()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execvpe(command[0], command, env)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Hangs up, as a window that is closed does, and waits for the program's end."""
        os.close(self.master)
        for number in (None, signal.SIGTERM, signal.SIGKILL):
            if number:
                os.kill(self.pid, number)
            for _ in range(500):
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    return
                time.sleep(0.01)

    def type(self, text):
        os.write(self.master, text.encode())

    def chunk(self, seconds):
        """What comes next; nothing when nothing does in this time."""
        if not select.select([self.master], [], [], max(0, seconds))[0]:
            return ""
        return os.read(self.master, 65536).decode(errors="replace")

    def listen(self, seconds):
        """All that comes in this time."""
        end, text = time.perf_counter() + seconds, ""
        while (left := end - time.perf_counter()) > 0:
            text += self.chunk(left)
        return text

    def quiet(self, seconds=0.1):
        """All that comes until nothing has come for this time, and when the last of it came."""
        text, last = "", time.perf_counter()
        while new := self.chunk(seconds):
            text, last = text + new, time.perf_counter()
        return text, last

    def wait_for(self, wanted, seconds=30):
        """The moment at which `wanted` stands in what has come, control sequences apart."""
        text, end = "", time.perf_counter() + seconds
        while wanted not in self.plain(text):
            if time.perf_counter() > end:
                raise TimeoutError(f"{wanted!r} has not come, but {text!r}")
            text += self.chunk(1)
        return time.perf_counter()

    @classmethod
    def plain(cls, text):
        return cls.SEQUENCE.sub("", text)


# Characters that neither prompt nor notices nor control sequences hold. A redraw of the shell's own accord shows the line
# as it was before the key; so each stands once in a line, and never in the line before.
KEYS = ("CFGQVXYZ", "&$~@^*+{")


def echo_times(terminal, count, rng=random.Random(7)):
    """Seconds from a key to the first byte of its echo, one key at a time, 20 to 40 ms apart.

    The echo is the very character, which can't come otherwise: that is checked before each key."""
    found = []
    for number in range(count):
        keys = KEYS[number // 8 % 2]
        if number % 8 == 0:
            terminal.type("\x15")
            terminal.listen(0.05)
        key = keys[number % 8]
        before = terminal.plain(terminal.listen(rng.uniform(0.02, 0.04)))
        assert not set(before) & set(keys[number % 8:]), f"{before!r} holds keys that have not been typed"
        start = time.perf_counter()
        terminal.type(key)
        found.append(terminal.wait_for(key, 10) - start)
    return found


def quantile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]
