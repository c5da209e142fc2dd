"""One-shot commands against the start of the sqlite3 shell, and how they grow with the desk."""
import shutil

from bench import NOW, SQLITE_START, sizes

# Commands with the most that they may take of the sqlite3 shell's start, where that is agreed.
OF_MAILS = {"queue --limit 20": 5, "next": 5, "compliance": 5, "check": 5, "find ref0000500": 5}
OF_ORDERS = {"health": 5, "alerts": 5, "headroom": None}
MOST_GROWTH = 1.5


def measure(bench, table):
    if not shutil.which("sqlite3"):
        return table.note("sqlite3 is not installed: no command is compared with its start")
    for kind, commands, largest in (("mail", OF_MAILS, bench.mails), ("orders", OF_ORDERS, bench.orders)):
        counts = sizes(largest)
        desks = [bench.filled(kind, count)[0] for count in counts]
        for words, most in commands.items():
            lines = [bench.command(desk, *NOW, *words.split()) for desk in desks]
            found = [bench.paired(line, SQLITE_START) for line in lines]
            table.add(f"{words}, time: start of sqlite3", found[-1][0], most=most, details=f"{1000 * found[-1][1]:.1f} ms; "
                      + ", ".join(f"{count}: {ratio:.2f}" for count, (ratio, _) in zip(counts, found)))
            ratio, _ = bench.paired(lines[-1], lines[0])
            table.add(f"{words}, growth: {counts[-1]} to {counts[0]}", ratio, most=MOST_GROWTH)
    if (bench.folder / "maildir").exists() and shutil.which("notmuch"):
        # The same mails: what notmuch has indexed for the imports.
        desk = bench.filled("mail", min(10_000, bench.mails))[0]
        ratio, _ = bench.paired(bench.command(desk, *NOW, "find", "ref0000500"), ["notmuch", "search", "ref0000500"])
        table.add("find ref0000500, time: notmuch search", ratio)
