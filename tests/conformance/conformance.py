"""Conformance: every PDF that the tests make is PDF/A-3a and PDF/UA-1 at once, and more than that.

    conformance.py OVERENS VERAPDF.jar [CASES [SEED]]

The PDFs are those of agreements/, of the golden cases, of the manual, of a case just begun, of whole.yaml
with a logotype and on two sides, and of as many generated cases as CASES says (200; SEED chooses which). Each is judged by veraPDF in both flavours, by qpdf, and by checks.py. Then
the judges are judged: whole.yaml's PDF is broken in every way of broken.py, and each must be found.

Prints "ok NAME" or "not ok NAME" with what is wrong on the lines after, and ends with a line that
counts them."""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import broken
import checks
import document
import formats
import generate
import reader

FLAVOURS = ['3a', 'ua1']
MANUAL = os.path.join(document.TOP, 'templates/manual/manual.yaml')
# The compiler of the second tier does not earn back what it costs in the time that this takes.
JAVA = ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
LOGOTYPE = 'Kommunens märke'
SHOWN = 5  # faults of one check on one PDF


class Log:
    passed = failed = 0

    def judge(self, name, faults):
        faults = list(faults)
        if faults:
            self.failed += 1
            print('not ok %s' % name)
            for fault in faults[:SHOWN]:
                print(fault)
            if len(faults) > SHOWN:
                print('and %d more' % (len(faults) - SHOWN))
        else:
            self.passed += 1
            print('ok %s' % name)
        sys.stdout.flush()


# ---- Making the PDFs ----

def new_case(overens, work):
    """A case as `overens new` begins it: of every document type, with nothing filled in."""
    types = [template['name'] for template in generate.read_templates()]
    subprocess.run([overens, 'new'] + types + ['--out', work, 'nytt'], capture_output=True, check=True,
                   cwd=document.TOP)
    return os.path.join(work, 'nytt.yaml')


def with_logotype(picture, printing, work):
    """A folder of templates whose layout has a logotype, printed in one way or the other."""
    folder = os.path.join(work, 'templates-' + picture)
    shutil.copytree(os.path.join(document.TOP, 'templates'), folder)
    shutil.copy(os.path.join(document.TOP, 'tests/fixtures/logotype', picture), folder)
    path = os.path.join(folder, 'layout.yaml')
    with open(path, encoding='utf-8') as file:
        layout = file.read().replace('utskrift: enkelsidig', 'utskrift: ' + printing)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(layout + 'logotyp: {fil: %s, höjd: 12 mm, beskrivning: %s}\n' % (picture, LOGOTYPE))
    return folder


def compile_case(overens, verb, case, stage, work, templates):
    """The manual is compiled by a command of its own."""
    verb = ['manual'] if case == MANUAL else [verb, case]
    return subprocess.run([overens] + verb + ['-q', '--show', stage, '--templates', templates, '--out', work],
                          capture_output=True, text=True, cwd=document.TOP)


def make_pdfs(log, overens, cases, work, templates='templates'):
    """{path of a PDF: its Expected}; a case that does not compile is a fault."""
    pdfs = {}
    for case in cases:
        name = os.path.basename(case)[:-len('.yaml')]
        ledger = compile_case(overens, 'check', case, 'ledger', work, templates)
        done = compile_case(overens, 'build', case, 'document', work, templates)
        if done.returncode != 0:
            log.judge('conformance %s: compiles' % name, [done.stderr.strip()])
            continue
        for expected in document.read_case(case, done.stdout, ledger.stdout):
            path = os.path.join(work, 'pdf', '%s-%s.pdf' % (name, expected.file))
            expected.beside = os.path.join(work, name, expected.file)
            os.rename(expected.beside + '.pdf', path)
            if templates != 'templates':
                expected.templates, expected.logotype = templates, LOGOTYPE
            pdfs[path] = expected
    return pdfs


# ---- The judges ----

def start_verapdf(jar, flavour, folder, report):
    return subprocess.Popen(
        JAVA + ['-cp', jar, 'org.verapdf.apps.GreenfieldCliWrapper', '--flavour', flavour,
                '--format', 'json', '--maxfailuresdisplayed', '1', '--loglevel', '1', folder], stdout=report)


def failed_rule(rule):
    place = (rule.get('checks') or [{}])[0].get('context', '')
    return '%s-%s: %s (%d times; %s)' % (rule['clause'], rule['testNumber'], rule['description'],
                                         rule['failedChecks'], place)


def read_verapdf(report):
    """{name of a file: the rules that it fails}; a file that could not be judged fails, too."""
    verdicts = {}
    try:
        jobs = json.load(report)['report']['jobs']
    except ValueError:
        return verdicts
    for job in jobs:
        name = os.path.basename(job['itemDetails']['name'])
        results = job.get('validationResult') or []
        verdicts[name] = []
        for result in results:
            rules = [failed_rule(rule) for rule in result['details']['ruleSummaries']
                     if rule['ruleStatus'] == 'FAILED']
            verdicts[name] += rules or ([] if result['compliant'] else [result['statement']])
        if not results:
            verdicts[name] = ['veraPDF could not read it: %s' % job.get('taskException')]
    return verdicts


def qpdf_faults(path):
    done = subprocess.run(['qpdf', '--check', path], capture_output=True, text=True)
    return [] if done.returncode == 0 else [(done.stdout + done.stderr).strip()]


def own_faults(path, expected):
    """(name of a check, what it found) for every check."""
    pdf = reader.Document(path)
    return [(name, list(check(pdf, expected))) for name, check in checks.CHECKS.items()]


def judge_own(log, pdfs):
    for path, expected in pdfs.items():
        name = os.path.basename(path)
        log.judge('conformance %s: qpdf' % name, qpdf_faults(path))
        faults = ['%s: %s' % (check, fault) for check, found in own_faults(path, expected) for fault in found]
        log.judge('conformance %s: own checks' % name, faults)


def judge_verapdf(log, flavour, verdicts, pdfs):
    for path in pdfs:
        name = os.path.basename(path)
        log.judge('conformance %s: %s' % (name, flavour), verdicts.get(name, ['veraPDF did not judge it']))


# ---- The judges judged ----

def judge_checks(log, paths, expected):
    """Each fault is found by the check that is there for it, and every check finds one."""
    found_in = {}
    for fault, check in broken.OWN:
        name = broken.name_of(fault)
        if name not in found_in:
            found_in[name] = dict(own_faults(paths[name], expected))
        log.judge('conformance broken %s: found by %s' % (name, check),
                  [] if found_in[name][check] else ['it found nothing'])
    proven = {check for _, check in broken.OWN}
    log.judge('conformance broken: every check finds a fault', sorted(set(checks.CHECKS) - proven))


def judge_formats(log, pdf, expected):
    """A word changed, a heading lost, two paragraphs swapped in the HTML or the Markdown are each found."""
    page, markdown = expected.read('html'), expected.read('md')
    log.judge('conformance formats: whole.yaml is one text in three', formats.compare(pdf, page, markdown))
    for name, (pattern, other) in broken.HTML.items():
        changed = re.sub(pattern, other, page, count=1, flags=re.M | re.S)
        log.judge('conformance broken %s: found in HTML' % name,
                  [] if changed != page and list(formats.compare(pdf, changed, markdown)) else ['it was not'])
    for name, (pattern, other) in broken.MARKDOWN.items():
        changed = re.sub(pattern, other, markdown, count=1, flags=re.M)
        log.judge('conformance broken %s: found in Markdown' % name,
                  [] if changed != markdown and list(formats.compare(pdf, page, changed)) else ['it was not'])


def judge_rules(log, flavour, verdicts):
    for fault, of, clause in broken.VERAPDF:
        name = broken.name_of(fault)
        if of == flavour:
            rules = verdicts.get('broken-%s.pdf' % name, [])
            log.judge('conformance broken %s: refused by %s' % (name, flavour),
                      [] if any(rule.startswith(clause) for rule in rules) else rules or ['it was not'])


def judge_qpdf(log, good, work):
    cut = os.path.join(work, 'cut.pdf')
    with open(good, 'rb') as whole, open(cut, 'wb') as part:
        part.write(whole.read()[:-500])
    log.judge('conformance broken cut-off: refused by qpdf', [] if qpdf_faults(cut) else ['it was not'])


# ---- All of it ----

def run(log, overens, jar, count, seed, work):
    os.mkdir(os.path.join(work, 'pdf'))
    cases = sorted(glob.glob(document.TOP + '/agreements/*.yaml') + glob.glob(document.TOP + '/tests/golden/*.yaml'))
    whole = os.path.join(document.TOP, 'tests/conformance/whole.yaml')
    duplex = shutil.copy(whole, os.path.join(work, 'duplex.yaml'))
    cases += [MANUAL, new_case(overens, work)]
    cases += generate.generate(os.path.join(work, 'generated'), count, seed)
    pdfs = make_pdfs(log, overens, cases, work)
    pdfs.update(make_pdfs(log, overens, [whole], work, with_logotype('logotyp.svg', 'enkelsidig', work)))
    pdfs.update(make_pdfs(log, overens, [duplex], work, with_logotype('logotyp.png', 'dubbelsidig', work)))
    good = os.path.join(work, 'pdf', 'whole-overenskommelse.pdf')
    paths = broken.write_all(good, os.path.join(work, 'pdf'))
    pdfs[paths['rewritten']] = pdfs[good]
    print('# %d cases, %d PDFs, %d broken' % (len(cases) + 2, len(pdfs), len(paths) - 1))

    reports = {flavour: tempfile.TemporaryFile(dir=work) for flavour in FLAVOURS}
    processes = [start_verapdf(jar, flavour, os.path.join(work, 'pdf'), report)
                 for flavour, report in reports.items()]
    judge_own(log, pdfs)
    judge_checks(log, paths, pdfs[good])
    judge_formats(log, reader.Document(good), pdfs[good])
    judge_qpdf(log, good, work)
    for process in processes:
        process.wait()
    for flavour, report in reports.items():
        report.seek(0)
        verdicts = read_verapdf(report)
        judge_verapdf(log, flavour, verdicts, pdfs)
        judge_rules(log, flavour, verdicts)


def main():
    overens, jar = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    seed = sys.argv[4] if len(sys.argv) > 4 else '1'
    log, started = Log(), time.monotonic()
    with tempfile.TemporaryDirectory() as work:
        run(log, overens, jar, count, seed, work)
    print('# %.0f seconds' % (time.monotonic() - started))
    print('%d passed, %d failed' % (log.passed, log.failed))
    sys.exit(log.failed > 0 or log.passed == 0)


main()
