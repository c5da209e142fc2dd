"""Imports against what else reads the same files, their memory, and `verify`, which reads all of it again."""
import pathlib
import shutil
import subprocess

from bench import NOW, sizes
from timing import ROOT, paired

# notmuch and mu take minutes for more.
INDEXED = 10_000
COLUMNS = ("order_id,purchased_at,ship_by,shipped_at,deliver_by,delivered_at,cancelled_at,cancelled_by,carrier,tracking,"
           "tracking_valid,fulfilled_by,business,units,total,currency,buyer")


def measure(bench, table):
    mails(bench, table)
    orders(bench, table)
    for kind, largest in (("mail", bench.mails), ("orders", bench.orders)):
        growth(bench, table, kind, sizes(largest))
        verify(bench, table, kind, largest)


# Mails

def mails(bench, table):
    count = min(INDEXED, bench.mails)
    mbox = bench.mbox(count)
    ours = bench.imported(bench.new_desk("mails"), "mail", mbox)[0]
    if shutil.which("notmuch"):
        (bench.folder / "notmuch-config").write_text(
            f"[database]\npath={maildir(bench, count)}\n[user]\nname=bench\nprimary_email=bench@example\n[new]\ntags=new\n")
        peer = bench.timed(["notmuch", "new", "--quiet"])
        table.add("import of mail, speed: notmuch new", peer / ours, least=20,
                  details=f"{count} mails: {ours:.2f} s, notmuch {peer:.1f} s")
    else:
        table.note("notmuch is not installed: not compared")
    if shutil.which("mu"):
        home = f"--muhome={bench.folder / 'mu'}"
        bench.timed(["mu", "init", home, f"--maildir={maildir(bench, count)}"])
        peer = bench.timed(["mu", "index", home, "--quiet"])
        table.add("import of mail, speed: mu index", peer / ours, details=f"{count} mails: {ours:.2f} s, mu {peer:.1f} s")
    else:
        table.note("mu is not installed: not compared")
    if plain := plain_import(bench):
        for size in sorted({count, bench.mails}):
            against_plain(bench, table, plain, size)
    else:
        table.note("no C compiler, or no headers of gmime-3.0 and sqlite3: not compared with the plain C loop")


def maildir(bench, count):
    path = bench.folder / "maildir"
    if not path.exists():
        subprocess.run([ROOT / "Tests/Benchmarks/make-mails", str(count), path, "--maildir"], check=True)
    return path


def plain_import(bench):
    """The plain C loop, compiled; None where that can't be done here."""
    compiler, source = shutil.which("cc") or shutil.which("clang"), pathlib.Path(__file__).parent / "plain-import.c"
    if not compiler or not shutil.which("pkg-config"):
        return None
    found = subprocess.run(["pkg-config", "--cflags", "--libs", "gmime-3.0", "sqlite3"], capture_output=True, text=True)
    if found.returncode != 0:
        return None
    program = str(bench.folder / "plain-import")
    subprocess.run([compiler, "-O2", "-Wall", "-Wextra", "-o", program, source, *found.stdout.split()], check=True)
    return program


def against_plain(bench, table, plain, count):
    mbox, database = bench.mbox(count), str(bench.folder / "plain.sqlite")

    def seconds(program):
        if program != plain:
            return bench.imported(bench.new_desk("mails"), "mail", mbox)[0]
        bench.remove(database)
        return bench.timed([plain, str(mbox), database])

    ratio, ours = paired(bench.program, plain, runs=5 if count <= INDEXED else 1, warm_ups=0, time_of=seconds)
    table.add("import of mail, time: plain C loop", ratio, most=1.5, details=f"{count} mails: {ours:.2f} s")


# Orders

def orders(bench, table):
    count = bench.orders
    csv, ours = bench.csv(count), bench.filled("orders", count)[1]
    names = COLUMNS.split(",")
    script = (f"PRAGMA cache_size = -200000; CREATE TABLE orders ({', '.join(names)}, PRIMARY KEY (order_id)); "
              f"CREATE INDEX bought ON orders(purchased_at);\n.import --csv --skip 1 {csv} orders\n")
    path = bench.folder / "orders.sql"
    path.write_text(script)
    peer = bench.timed(["sqlite3", str(bench.folder / "peer.sqlite"), f".read {path}"])
    table.add("import of orders, speed: sqlite3 .import", peer / ours, least=0.3,
              details=f"{count} orders: {ours:.1f} s, sqlite3 {peer:.1f} s")
    if not shutil.which("duckdb"):
        return table.note("duckdb is not installed: not compared")
    peer = bench.timed(["duckdb", str(bench.folder / "peer.duckdb"), "-c",
                        f"CREATE TABLE orders AS SELECT * FROM read_csv('{csv}')"])
    table.add("import of orders, speed: duckdb read_csv", peer / ours, details=f"{count} orders: duckdb {peer:.1f} s")
    scan = (f"SELECT sum((shipped_at > ship_by)::INT), count(*) FROM '{csv}' WHERE shipped_at IS NOT NULL AND "
            "fulfilled_by = 'seller' AND purchased_at >= '2026-10-21T00:30:00Z'")
    ratio, _ = bench.paired(["duckdb", "-c", scan], bench.command(bench.filled("orders", count)[0], *NOW, "health"), runs=5)
    table.add("one rate by duckdb's scan of the file, time: health", ratio, details="health tells all figures")


# Growth

def growth(bench, table, kind, counts):
    found = [bench.filled(kind, count) for count in counts]
    rates = [count / seconds for count, (_, seconds, _) in zip(counts, found)]
    table.add(f"import of {kind}, a row's time: {counts[-1]} to {counts[0]}", rates[0] / rates[-1],
              details="a second: " + ", ".join(f"{count}: {rate:.0f}" for count, rate in zip(counts, rates)))
    table.add(f"import of {kind}, peak of memory: {counts[-1]} to {counts[0]}", found[-1][2] / found[0][2],
              details=", ".join(f"{count}: {peak:.0f} MiB" for count, (_, _, peak) in zip(counts, found)))


def verify(bench, table, kind, largest):
    counts = sizes(largest)[-2:]
    times = [bench.timed(bench.command(bench.filled(kind, count)[0], "verify")) / count for count in counts]
    table.add(f"verify of {kind}, a row's time: {counts[-1]} to {counts[0]}", times[-1] / times[0],
              details=f"{1e6 * times[-1]:.1f} us a row, {times[-1] * largest:.1f} s")
