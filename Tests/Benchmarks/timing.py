"""What the benchmarks share: the release build, and times of two programs taken in turn."""
import os
import pathlib
import statistics
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def build():
    subprocess.run(
        ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", "replywell"], cwd=ROOT, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return str(ROOT / ".build/release/replywell")


def timed(command, env=None):
    start = time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def paired(first, second, runs=21):
    """The median of the ratios first/second, the two run in turn, and the median time of the first."""
    ratios, times = [], []
    for number in range(runs + 2):
        a, b = timed(first), timed(second)
        if number >= 2:
            ratios.append(a / b)
            times.append(a)
    return statistics.median(ratios), statistics.median(times)


def peak_mebibytes(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss / 1024
