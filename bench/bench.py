#!/usr/bin/env python3
"""Measures whole runs of migrationclean beside other programs on the same files, and prints the table of bench/README.md.

usage: bench/bench.py [--rows 100000] [--rounds 5] [--data bench/data] [--only 1,3,...]

Publishes the program as it is shipped (ReadyToRun; a plain Release build where the SDK's crossgen package can't be had), makes the inputs once (deterministic), installs nothing: a peer that is not there leaves its row out.
All programs of a row run in turn, round after round; a figure is the median of the rounds' ratios. Exit code 1 if a goal is missed.
"""
import argparse, os, platform, shutil, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PLAIN = os.path.join(ROOT, "src/MigrationClean.Cli/bin/Release/net10.0/migrationclean.dll")
GENERATOR = os.path.join(ROOT, "bench/MigrationClean.Benchmarks/bin/Release/net10.0/MigrationClean.Benchmarks.dll")


def run(command, cwd=None):
    """One run: wall and processor seconds, peak resident MiB, exit code."""
    start = time.perf_counter()
    with open(os.devnull, "w") as null:
        process = subprocess.Popen(command, stdout=null, stderr=null, cwd=cwd, env={**os.environ, "DOTNET_TieredPGO": "0"})
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return {"wall": time.perf_counter() - start, "cpu": usage.ru_utime + usage.ru_stime, "mib": usage.ru_maxrss / 1024, "code": process.returncode}


def rounds(n, **commands):
    """Runs all commands in turn, n times, after one round that is not counted."""
    figures = {name: [] for name in commands}
    for i in range(n + 1):
        for name, command in commands.items():
            figure = run(command)
            if figure["code"] not in (0, 1):
                sys.exit(f"{name} failed with {figure['code']}: {' '.join(command)}")
            if i:
                figures[name].append(figure)
    return figures


def build(folder):
    """The program to measure, and what it is. A publish for one system leaves the plain build and the committed lock files alone."""
    system = "win" if sys.platform == "win32" else "osx" if sys.platform == "darwin" else "linux"
    rid = f"{system}-{'arm64' if platform.machine().lower() in ('arm64', 'aarch64') else 'x64'}"
    project = os.path.join(ROOT, "src/MigrationClean.Cli")
    shipped = subprocess.run(["dotnet", "publish", project, "-c", "Release", "-r", rid, "-o", folder, "-v", "q", "-nr:false"], stdout=subprocess.DEVNULL)
    if shipped.returncode == 0:
        return os.path.join(folder, "migrationclean.dll"), "ReadyToRun"
    subprocess.run(["dotnet", "build", project, "-c", "Release", "-v", "q", "-nr:false"], check=True, stdout=subprocess.DEVNULL)
    return PLAIN, "without ReadyToRun"


def printed(*command):
    """The numbers that a command prints."""
    return [float(x) for x in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()]


def ratio(figures, a, b, what):
    return statistics.median(x[what] / y[what] for x, y in zip(figures[a], figures[b]))


def median(figures, name, what):
    return statistics.median(x[what] for x in figures[name])


class Table:
    def __init__(self):
        self.missed = 0

    def row(self, number, what, value, must, higher_is_better=False, note=""):
        good = value >= must if higher_is_better else value <= must
        self.missed += not good
        print(f"| {number} | {what} | {must:g} | {value:.3f} | {'met' if good else 'MISSED'} | {note} |", flush=True)

    def absent(self, number, what, peer):
        print(f"| {number} | {what} | | | not measured | {peer} is not installed |", flush=True)


def has_r(package):
    return shutil.which("Rscript") and subprocess.run(["Rscript", "-e", f"quit(status = !requireNamespace('{package}', quietly = TRUE))"],
                                                      capture_output=True).returncode == 0


def has_python(module):
    return subprocess.run(["/usr/bin/python3", "-c", f"import {module}"], capture_output=True).returncode == 0


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rows", type=int, default=100_000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--data", default=os.path.join(HERE, "data"))
    arguments.add_argument("--only", default="")
    options = arguments.parse_args()
    only = set(filter(None, options.only.split(",")))
    wanted = lambda *numbers: not only or only & set(numbers)

    program, kind = build(os.path.join(options.data, "program"))
    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "-nr:false", os.path.join(ROOT, "bench/MigrationClean.Benchmarks")], check=True, stdout=subprocess.DEVNULL)

    def data(rows, columns=250):
        folder = os.path.join(options.data, f"{rows}x{columns}")
        if not os.path.exists(os.path.join(folder, "export.xlsx")):
            subprocess.run(["dotnet", GENERATOR, "generate", folder, str(rows), str(columns)], check=True)
        return folder

    def clean(folder, source, *extra):
        out = os.path.join(options.data, "out")
        return ["dotnet", program, "clean", os.path.join(folder, source), "--form", os.path.join(folder, "form.xlsx"), "-o", out,
                "--to", "csv", "--force", "--fail-on", "never", "-q", *extra]

    def validate(folder, source, *extra):
        return ["dotnet", program, "validate", os.path.join(folder, source), "--form", os.path.join(folder, "form.xlsx"),
                "--fail-on", "never", "-qq", *extra]

    big = data(options.rows)
    csv, xlsx = os.path.join(big, "export.csv"), os.path.join(big, "export.xlsx")
    csv_mib = os.path.getsize(csv) / 1048576
    readxl = ["Rscript", "-e", f"x <- readxl::read_xlsx('{xlsx}', col_types = 'text'); cat(nrow(x))"] if has_r("readxl") else None
    fread = ["Rscript", "-e", f"x <- data.table::fread('{csv}', colClasses = 'character'); cat(nrow(x))"] if has_r("data.table") else None
    python_copy = ["/usr/bin/python3", "-c",
                   f"import csv\nw = csv.writer(open('{options.data}/copy.csv', 'w', newline=''))\n"
                   f"for r in csv.reader(open('{csv}', newline='', encoding='utf-8'), delimiter=';'): w.writerow(r)"]
    table = Table()
    print(f"{options.rows:,} submissions x 250 columns, CSV {csv_mib:.0f} MiB, XLSX {os.path.getsize(xlsx) / 1048576:.0f} MiB, {os.cpu_count()} cores, {kind}, {options.rounds} rounds\n")
    print("| # | what | must | measured | | note |\n|---|---|---|---|---|---|")

    if wanted("1", "2", "V2"):
        what = "XLSX to clean CSV, wall / readxl reading"
        if readxl:
            f = rounds(options.rounds, ours=clean(big, "export.xlsx"), theirs=readxl, validate=validate(big, "export.xlsx"))
            table.row("1", what, ratio(f, "ours", "theirs", "wall"), 0.25, note=f"{median(f, 'ours', 'wall'):.2f} s / {median(f, 'theirs', 'wall'):.2f} s")
            table.row("2", "the same, peak memory / readxl's", ratio(f, "ours", "theirs", "mib"), 0.06, note=f"{median(f, 'ours', 'mib'):.0f} MiB / {median(f, 'theirs', 'mib'):.0f} MiB")
            table.row("V2", "validate XLSX, processor time / readxl reading", ratio(f, "validate", "theirs", "cpu"), 0.2, note=f"{median(f, 'validate', 'cpu'):.2f} s / {median(f, 'theirs', 'cpu'):.2f} s")
        else:
            table.absent("1", what, "readxl")

    if wanted("3", "V1"):
        what = "CSV to clean CSV, wall / fread reading"
        if fread:
            f = rounds(options.rounds, ours=clean(big, "export.csv"), theirs=fread, validate=validate(big, "export.csv"))
            table.row("3", what, ratio(f, "ours", "theirs", "wall"), 0.50, note=f"{median(f, 'ours', 'wall'):.2f} s / {median(f, 'theirs', 'wall'):.2f} s")
            table.row("V1", "validate CSV, processor time / fread reading", ratio(f, "validate", "theirs", "cpu"), 1.0, note=f"{median(f, 'validate', 'cpu'):.2f} s / {median(f, 'theirs', 'cpu'):.2f} s")
        else:
            table.absent("3", what, "data.table")

    if wanted("4", "9"):
        f = rounds(options.rounds, ours=clean(big, "export.csv"), theirs=python_copy)
        table.row("4", "CSV to clean CSV, wall / Python csv copy", ratio(f, "ours", "theirs", "wall"), 0.70, note=f"{median(f, 'ours', 'wall'):.2f} s / {median(f, 'theirs', 'wall'):.2f} s")
        table.row("9", "peak memory / size of the CSV", median(f, "ours", "mib") / csv_mib, 1.0, note=f"{median(f, 'ours', 'mib'):.0f} MiB")

    if wanted("5"):
        f = rounds(options.rounds * 2, ours=["dotnet", GENERATOR, "count", csv], theirs=["sh", "-c", f"cat '{csv}' | wc -c"])
        table.row("5", "CSV read and count only, byte rate / cat FILE | wc -c", ratio(f, "theirs", "ours", "wall"), 0.35, higher_is_better=True,
                  note=f"{median(f, 'ours', 'wall'):.2f} s / {median(f, 'theirs', 'wall'):.2f} s, start of the runtime included")

    if wanted("6"):
        f = rounds(options.rounds, ours=validate(big, "export.xlsx", "--select", "ID-01"), theirs=["sh", "-c", f"unzip -p '{xlsx}' xl/worksheets/sheet1.xml | wc -c"])
        table.row("6", "XLSX read and one check, wall / unzip -p", ratio(f, "ours", "theirs", "wall"), 0.7, note=f"{median(f, 'ours', 'wall'):.2f} s / {median(f, 'theirs', 'wall'):.2f} s; the child of sh is not in its processor time")

    if wanted("7"):
        what = "CSV to XLSX at 10,000 rows, wall / XlsxWriter"
        if has_python("xlsxwriter"):
            small = data(10_000)
            writer = ["/usr/bin/python3", "-c",
                      f"import csv, xlsxwriter\nb = xlsxwriter.Workbook('{options.data}/copy.xlsx', {{'constant_memory': True}})\ns = b.add_worksheet()\n"
                      f"for i, r in enumerate(csv.reader(open('{small}/export.csv', newline='', encoding='utf-8'), delimiter=';')):\n"
                      f"    for j, c in enumerate(r):\n        if c: s.write_string(i, j, c)\nb.close()"]
            f = rounds(options.rounds, ours=clean(small, "export.csv", "--to", "csv,xlsx"), theirs=writer)
            table.row("7", what, ratio(f, "ours", "theirs", "wall"), 0.20, note=f"{median(f, 'ours', 'wall'):.2f} s / {median(f, 'theirs', 'wall'):.2f} s; ours also checks, anonymises and writes CSV")
        else:
            table.absent("7", what, "XlsxWriter")

    if wanted("8"):
        what = "whole run on 1,200 submissions, XLSX, wall / readxl reading"
        if readxl:
            small = data(1_200)
            f = rounds(options.rounds, ours=clean(small, "export.xlsx"),
                       theirs=["Rscript", "-e", f"x <- readxl::read_xlsx('{small}/export.xlsx', col_types = 'text'); cat(nrow(x))"])
            table.row("8", what, ratio(f, "ours", "theirs", "wall"), 0.6, note=f"{median(f, 'ours', 'wall'):.2f} s / {median(f, 'theirs', 'wall'):.2f} s")
        else:
            table.absent("8", what, "readxl")

    if wanted("10"):
        k, duplicates = printed("dotnet", GENERATOR, "memory", big)
        table.row("10", "k-anonymity on four keys, bytes allocated a submission", k, 64)
        table.row("10", "duplicates, bytes allocated a submission", duplicates, 64)

    if wanted("11"):
        tenth = data(options.rows // 10)
        f = rounds(options.rounds, ours=clean(big, "export.csv"), theirs=clean(tenth, "export.csv"))
        table.row("11", "ten times the rows, time ratio", ratio(f, "ours", "theirs", "wall"), 11)

    if wanted("12"):
        f = rounds(options.rounds, ours=clean(data(2_500, 1000), "export.csv"), theirs=clean(data(10_000, 250), "export.csv"))
        table.row("12", "2,500 x 1,000 against 10,000 x 250, time ratio", ratio(f, "ours", "theirs", "wall"), 1.3)

    if wanted("13"):
        for source, must in (("export.xlsx", 0.80), ("export.csv", 0.90)):
            f = rounds(options.rounds, ours=clean(big, source, "--threads", "2"), theirs=clean(big, source, "--threads", "1"))
            table.row("13", f"two threads / one, {source} to CSV, wall", ratio(f, "ours", "theirs", "wall"), must,
                      note=f"{median(f, 'ours', 'wall'):.2f} s / {median(f, 'theirs', 'wall'):.2f} s")

    if wanted("14"):
        what = "--version and --help, wall / Rscript -e 1"
        if shutil.which("Rscript"):
            for option in ("--version", "--help"):
                f = rounds(options.rounds * 2, ours=["dotnet", program, option], theirs=["Rscript", "-e", "1"])
                table.row("14", what.replace("--version and --help", option), ratio(f, "ours", "theirs", "wall"), 0.6,
                          note=f"{median(f, 'ours', 'wall') * 1000:.0f} ms / {median(f, 'theirs', 'wall') * 1000:.0f} ms")
        else:
            table.absent("14", what, "R")

    if wanted("15"):
        table.row("15", "CSV to CSV, bytes allocated a row besides codes", *printed("dotnet", GENERATOR, "allocation"), 1024)

    sys.exit(1 if table.missed else 0)


if __name__ == "__main__":
    main()
