"""The shell at a pseudo-terminal: keys against bash, the start against the sqlite3 shell, idling, Tab.

Both programs of a pair are measured in turn, in short bursts, so that what else the machine does falls on both."""
import datetime
import pathlib
import re
import subprocess
import time

from timing import Terminal, echo_times, paired, quantile

BURST = 48
BASH = ["bash", "--norc", "--noprofile", "-i"]
LINES = ["re", "show 4", "queue buyer:", "resp late", "reply 1 lptr", "queue tag:", "assign 1 ", "snooze "]
# All open cases came within so many hours, so that none is overdue.
HOURS = 10


def measure(bench, table):
    keys_during_import(bench, table)
    desk = open_cases(bench, "open", bench.mails)
    keys(bench, table, "idle", desk, lambda keys: keys < 960)
    start(bench, table, desk)
    idle(bench, table, desk)
    completion(bench, table, desk)


def open_cases(bench, name, cases):
    """A desk of open cases, the newest due in 23 hours: the right edge counts down to the next deadline."""
    desk, rows = bench.new_desk(name), bench.folder / f"{name}.csv"
    now = datetime.datetime.now(datetime.timezone.utc)
    buyers = ("Dana Poe", "Ana Diaz", "Sam Okoro", "Li Wei", "Jonas Beck", "Mia Lind", "Omar Said", "Eve Novak")
    with open(rows, "w") as file:
        file.write("message_id,thread,buyer,direction,at,subject,text\n")
        for number in range(cases):
            at = now - datetime.timedelta(seconds=3600 * (1 + HOURS * number / cases))
            file.write(f"m{number},t{number},{buyers[number % 8]},in,{at:%Y-%m-%dT%H:%M:%SZ},Where is my lamp?,"
                       f"Hello I ordered lamp {number} and it has not arrived yet\n")
    bench.run(desk, "import", "messages", str(rows))
    bench.run(desk, "tag", "buyer:dana", "+vip", "--yes")
    return desk


def shell(bench, desk):
    terminal = Terminal(bench.command(desk), bench.env)
    terminal.wait_for("replywell>")
    return terminal


# Keys

def keys(bench, table, name, desk, goes_on, p99=None):
    """Bursts at both prompts in turn; the last one of each is left out, since the load may have ended within it."""
    ours, theirs = [], []
    with shell(bench, desk) as prompt, Terminal(BASH, bench.env) as bash:
        prompt.listen(2)
        while True:
            a, b = echo_times(prompt, BURST), echo_times(bash, BURST)
            if not goes_on(len(ours)):
                break
            ours, theirs = ours + a, theirs + b
        prompt.type("\x15notices\r")
        notices = len(re.findall(r" new", prompt.plain(prompt.quiet(1)[0])))
    if not ours:
        return table.note(f"the import ended before {BURST} keys: no echo of a key {name}; take more --mails")
    for words, share, most in (("median", 0.5, None), ("p99", 0.99, p99)):
        a, b = quantile(ours, share), quantile(theirs, share)
        table.add(f"echo of a key, {name}, {words}: bash", a / b, most=most,
                  details=f"{1000 * a:.2f} ms, bash {1000 * b:.2f} ms; {len(ours)} keys, {notices} notices")


def keys_during_import(bench, table):
    """An import of four times the mails, so that it lasts long enough for a 99th percentile."""
    desk = open_cases(bench, "busy", 1000)
    end = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None).isoformat(timespec="seconds")
    mails = bench.mbox(4 * bench.mails, end)
    load = subprocess.Popen(bench.command(desk, "import", "mail", str(mails)), env=bench.env,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        keys(bench, table, "during an import", desk, lambda _: load.poll() is None, p99=1.5)
    finally:
        load.kill()
        load.wait()
        mails.unlink()


# Start and idling

def start(bench, table, desk):
    def seconds(command):
        with Terminal(command, bench.env) as terminal:
            return terminal.wait_for("sqlite>" if command[0] == "sqlite3" else "replywell>") - terminal.started

    ratio, ours = paired(bench.command(desk), ["sqlite3", desk], runs=41, time_of=seconds)
    table.add("start to prompt, time: sqlite3", ratio, most=5, details=f"{1000 * ours:.1f} ms")


def idle(bench, table, desk, seconds=30):
    with shell(bench, desk) as prompt:
        def spent():
            # utime and stime together, to the nanosecond: Linux's clock of another process (clock_getcpuclockid).
            cpu = time.clock_gettime(~prompt.pid << 3 | 2)
            switches = [int(number) for task in pathlib.Path(f"/proc/{prompt.pid}/task").iterdir()
                        for number in re.findall(r"ctxt_switches:\t(\d+)", (task / "status").read_text())]
            return cpu, sum(switches)

        prompt.listen(5)
        before = spent()
        text = prompt.plain(prompt.listen(seconds))
        cpu, switches = (b - a for a, b in zip(before, spent()))
    countdowns = len(set(re.findall(r"#\d+ (-?\d+:\d\d:\d\d)", text)))
    table.add("idle at the prompt, of one core", 100 * cpu / seconds, "%", most=0.2,
              details=f"{switches / seconds:.1f} switches a second; {countdowns} countdowns in {seconds} s")


# Tab

def tab(terminal, line):
    """Milliseconds from Tab to the first byte of the answer.

    The shell writes by itself once a second: Tab comes right after that, so what follows is the answer."""
    terminal.type("\x15" + line)
    terminal.quiet()
    terminal.chunk(1.5)
    terminal.quiet()
    start = time.perf_counter()
    terminal.type("\t")
    first = terminal.chunk(5)
    took = 1000 * (time.perf_counter() - start)
    rest, _ = terminal.quiet(0.15)
    assert terminal.plain(first + rest).strip("\a\r\n "), f"no answer to {line!r}: {first + rest!r}"
    return took


def first_tab(bench, desk):
    """Typed as soon as the prompt stands, the answer is told by its words, which the greeting doesn't hold."""
    with shell(bench, desk) as prompt:
        start = time.perf_counter()
        prompt.type("re\t")
        return 1000 * (prompt.wait_for("reopen") - start)


def completion(bench, table, desk):
    times = [first_tab(bench, desk) for _ in range(11)]
    table.add("first Tab, at once, worst of 11", max(times), "ms", most=20, details=f"median {quantile(times, 0.5):.1f} ms")
    found = {line: [] for line in LINES}
    for _ in range(5):
        with shell(bench, desk) as prompt:
            for line in LINES:
                found[line].append(tab(prompt, line))
    for line, times in found.items():
        table.add(f"Tab after '{line}', worst of 5", max(times), "ms", most=20,
                  details=f"median {quantile(times, 0.5):.1f} ms")
