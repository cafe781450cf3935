"""Bench: what it takes to build a long document, every format of it.

    bench.py OVERENS PAGES...
    bench.py --most MEGABYTES OVERENS PAGES

The first prints a row for each number of pages: how many they became, user time (the median of
several runs), instructions (when valgrind is installed; they are the same every time) and peak
memory. The second is a test: so many pages, at least, are built in no more memory than that."""
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

from long_case import LongCase

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RUNS = 5


class Measured:
    """One long case, built again and again."""

    def __init__(self, overens, pages, work):
        case = LongCase(pages).write(os.path.join(work, str(pages)))
        self.command = [overens, 'build', '--out', os.path.join(work, 'out'), case]
        told = subprocess.run(self.command, cwd=TOP, stderr=subprocess.PIPE, encoding='utf-8').stderr
        found = re.search(r' (\d+) sidor', told)
        if not found:
            sys.exit('not ok bench: no pages\n' + told)
        self.pages = int(found.group(1))

    def once(self):
        """User time in milliseconds and peak memory in bytes. Memory that the parent had counts for
        a child, so the parent is a process of its own that has next to nothing."""
        probe = ('import os, sys\n'
                 'child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)\n'
                 '_, status, used = os.wait4(child, 0)\n'
                 'print(status, used.ru_utime, used.ru_maxrss)\n')
        done = subprocess.run([sys.executable, '-I', '-S', '-c', probe] + self.command, cwd=TOP, check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding='utf-8')
        status, seconds, kibibytes = done.stdout.split()
        if int(status) != 0:
            sys.exit('not ok bench: the build fails')
        return float(seconds) * 1000, int(kibibytes) * 1024

    def instructions(self):
        """In millions, or None."""
        if not shutil.which('valgrind'):
            return None
        tool = ['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null']
        told = subprocess.run(tool + self.command, cwd=TOP, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              encoding='utf-8', errors='replace').stderr
        return int(re.search(r'Collected : (\d+)', told).group(1)) / 1e6


def show(overens, wanted, work):
    print('%6s %12s %22s %14s' % ('pages', 'user CPU', 'instructions', 'peak memory'))
    for pages in wanted:
        case = Measured(overens, pages, work)
        runs = [case.once() for _ in range(RUNS)]
        count = case.instructions()
        print('%6d %9.0f ms %20s M %11.1f MB' % (case.pages, statistics.median(time for time, _ in runs),
                                                '–' if count is None else '%.0f' % count,
                                                max(memory for _, memory in runs) / 1e6))


def judge(overens, most, pages, work):
    with open(overens, 'rb') as program:
        if b'__asan_init' in program.read():
            print('# skipped memory: the program is built with a sanitizer, which needs much of its own')
            return
    case = Measured(overens, pages, work)
    memory = case.once()[1] / 1e6
    sound = case.pages >= pages and memory <= most
    print('%s memory: %d pages take %.1f MB, of %d allowed' % ('ok' if sound else 'not ok', case.pages, memory, most))


if __name__ == '__main__':
    arguments = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        if arguments[0] == '--most':
            judge(os.path.abspath(arguments[2]), int(arguments[1]), int(arguments[3]), folder)
        else:
            show(os.path.abspath(arguments[0]), [int(pages) for pages in arguments[1:]], folder)
