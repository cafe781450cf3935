"""The preview, over a copy of the cases in the working folder: serve.py OVERENS [REBUILDS]

It is started on a free port and asked as a browser would, with http.client, and as no browser would, with a bare
socket. Files are saved in the ways that editors save them."""
import http.client
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time

overens = sys.argv[1]
REBUILDS = int(sys.argv[2]) if len(sys.argv) > 2 else 200
PATIENCE = 10  # seconds, for a machine that does other things too
SOON = 2  # seconds from a save to the change
CASE = 'agreements/002-resurspoolen.yaml'
PAGE = '/002-resurspoolen/overenskommelse.html'


def say(good, name, *more):
    print('%s serve: %s' % ('ok' if good else 'not ok', name), flush=True)
    for line in more if not good else ():
        print('  %s' % (line,))


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def write(path, text):
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


class Preview:
    """A running preview; what it says is kept line by line, and its state as it was told last."""

    def __init__(self, *words):
        self.process = subprocess.Popen([overens, 'serve', '--port', '0', *words], stderr=subprocess.PIPE, text=True)
        self.lines, self.state = [], {'version': ''}
        self.reader = threading.Thread(target=lambda: self.lines.extend(iter(self.process.stderr.readline, '')))
        self.reader.start()
        wait_for(lambda: self.lines)
        self.port = int(re.search(r'http://127\.0\.0\.1:(\d+)/', self.lines[0]).group(1))

    def ask(self, path, method='GET', **headers):
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=40)
        headers.setdefault('Host', '127.0.0.1:%d' % self.port)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    def status(self, path, method='GET', **headers):
        return self.ask(path, method, **headers).status

    def raw(self, request):
        with socket.create_connection(('127.0.0.1', self.port), timeout=10) as bare:
            bare.sendall(request.encode('latin-1'))
            got = b''
            while b'\r\n' not in got:
                piece = bare.recv(4096)
                if not piece:
                    break
                got += piece
        return int(got.split()[1]) if got else 0

    def change(self):
        """The state after the one that was seen last."""
        self.state = json.loads(self.ask('/-/state?after=' + self.state['version']).body)
        return self.state

    def until(self, true, seconds=PATIENCE):
        """Follows the changes until one of them is what is waited for; says whether it came, and when."""
        started = time.monotonic()
        while not true(self.state):
            if time.monotonic() - started > seconds:
                return None
            self.change()
        return time.monotonic() - started

    def settle(self):
        """The state when everything is made."""
        self.state = json.loads(self.ask('/-/state').body)
        self.until(lambda state: not state['making'])
        return self.state

    def made(self, act):
        """The cases that are made anew after an act, by what is said of them."""
        before = len(self.lines)
        act()
        time.sleep(0.7)
        self.settle()
        time.sleep(0.1)
        return [line.split(':')[0] for line in self.lines[before:] if re.match(r'\d{3}-', line)]

    def case(self, name='002-resurspoolen'):
        return next((case for case in self.state['cases'] if case['name'] == name), None)

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        code = self.process.wait(PATIENCE)
        self.reader.join()
        return code


def wait_for(true, seconds=PATIENCE):
    started = time.monotonic()
    while not true() and time.monotonic() - started < seconds:
        time.sleep(0.02)
    return bool(true())


def case_of(name='002-resurspoolen'):
    return lambda state: next((case for case in state.get('cases', ()) if case['name'] == name), None)


def digest(state):
    case = case_of()(state)
    return case and case['documents'] and case['documents'][0]['html']


# What it shows.

def looks(preview):
    shell = preview.ask('/')
    policy = shell.headers['Content-Security-Policy'] or ''
    say(shell.status == 200 and shell.headers['Content-Type'].startswith('text/html') and b'<html lang="sv">' in shell.body,
        'the shell')
    say("default-src 'none'" in policy and "script-src 'self'" in policy and 'unsafe' not in policy and
        "frame-ancestors 'none'" in policy, 'the shell may only do what is its own', policy)
    names = re.findall(rb'(?:src|href)="(/-/[^"]+)"', shell.body)
    types = {preview.ask(name.decode()).headers['Content-Type'].split(';')[0] for name in names}
    say(types == {'text/javascript', 'text/css', 'image/svg+xml'}, 'the files of the shell', types)
    say(not re.search(rb'https?://|<script>| on\w+=|style=', shell.body), 'the shell asks nobody else, and has no script in it')
    state = preview.settle()
    say([case['name'] for case in state['cases']] == sorted(f[:-5] for f in os.listdir('agreements') if f.endswith('.yaml')),
        'every case is there', state['cases'])
    say(all(case['current'] and case['documents'] and not case['errors'] for case in state['cases']), 'every case is made')
    say([(d['file'], d['key'], d['pages'] > 0) for d in preview.case()['documents']] ==
        [('overenskommelse', 'överenskommelse', True)], 'its documents have names and pages')
    page = preview.ask(PAGE)
    with open('out' + PAGE, 'rb') as file:
        say(page.body == file.read() and page.status == 200, 'a document is served as it is')
    say(page.headers['X-Content-Type-Options'] == 'nosniff' and page.headers['Cache-Control'] == 'no-store' and
        page.headers['Cross-Origin-Resource-Policy'] == 'same-origin', 'no answer is kept, guessed at or lent')
    kinds = [preview.ask(PAGE[:-4] + ending).headers['Content-Type'] for ending in ('html', 'pdf', 'md')]
    say(kinds == ['text/html; charset=utf-8', 'application/pdf', 'text/markdown; charset=utf-8'], 'each kind says what it is',
        kinds)
    head = preview.ask(PAGE, 'HEAD')
    say(head.status == 200 and head.body == b'' and int(head.headers['Content-Length']) == len(page.body), 'HEAD')
    meaning = preview.ask('/-/code?code=E042')
    say(meaning.body == subprocess.run([overens, 'explain', 'E042'], capture_output=True, check=True).stdout,
        'a code is explained')


# What it refuses.

def refuses(preview):
    port = preview.port
    secret = 'hemligt'
    for path in ('out/bin', 'out/build', 'out/node'):
        os.makedirs(path, exist_ok=True)
        write(path + '/x.html', secret)
    write('hemlig.html', secret)
    write('out/002-resurspoolen/.dold.html', secret)
    write('out/002-resurspoolen/program', secret)
    os.makedirs('out/002-resurspoolen/under', exist_ok=True)
    write('out/002-resurspoolen/mapp.html', '')
    os.remove('out/002-resurspoolen/mapp.html')
    os.makedirs('out/002-resurspoolen/mapp.html')
    os.symlink('../../hemlig.html', 'out/002-resurspoolen/lank.html')
    os.symlink('../hemlig.html', 'out/lank.html')
    os.symlink('../agreements', 'out/lank')
    paths = ['/../hemlig.html', '/%2e%2e/hemlig.html', '/%2E%2E%2Fhemlig.html', '/002-resurspoolen/../../hemlig.html',
             '/002-resurspoolen/%2e%2e/%2e%2e/hemlig.html', '/..%5chemlig.html', '//hemlig.html', '/./hemlig.html',
             '/002-resurspoolen/lank.html', '/lank.html', '/lank/002-resurspoolen.yaml', '/bin/x.html', '/build/x.html',
             '/node/x.html', '/bin/overens', '/002-resurspoolen/.dold.html', '/002-resurspoolen/program',
             '/002-resurspoolen/mapp.html', '/002-resurspoolen/', '/002-resurspoolen', '/002-resurspoolen//overenskommelse.html',
             '/finns-inte/x.html', '/002-resurspoolen/finns-inte.html', '/hemlig.html%00.html', '/-/hemligt', '/-/state/x',
             '/-/preview.js/../../layout.yaml', '/-/../templates/layout.yaml', '/agreements/002-resurspoolen.yaml',
             '/-/code?code=E999', '/-/code?code=codes', '/' + 'x' * 5000 + '.html', '/%ff%fe.html']
    given = [path for path in paths if preview.raw('GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' % path)
             not in (400, 403, 404, 414)]
    say(not given, 'nothing but the documents is given', *given)
    write('out/portfolio.csv', 'a;b\n')
    csv = preview.ask('/portfolio.csv')
    say(csv.status == 200 and csv.headers['Content-Type'] == 'text/csv; charset=utf-8', 'files of out itself are given')
    good = ['127.0.0.1', 'localhost', '[::1]', '127.0.0.1:%d' % port, 'localhost:9999']
    bad = ['example.org', 'example.org:%d' % port, 'localhost.example.org', '127.0.0.1.example.org', 'localhost:8o', '',
           '127.0.0.2', '[::2]', '0.0.0.0']
    say([preview.status('/', Host=name) for name in good] == [200] * len(good), 'it answers to its own names')
    answers = [preview.status('/', Host=name) for name in bad]
    say(all(answer in (400, 403) for answer in answers), 'it answers to no other name', list(zip(bad, answers)))
    say(preview.status('/-/state', Host='example.org') == 403 and preview.status(PAGE, Host='example.org') == 403,
        'no page and no state to another name')
    say(preview.raw('GET / HTTP/1.0\r\n\r\n') in (400, 403), 'nor to none')
    methods = {method: preview.ask(PAGE, method) for method in ('POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE')}
    say({answer.status for answer in methods.values()} == {405} and methods['POST'].headers['Allow'] == 'GET, HEAD',
        'it is only read', methods)
    body = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n'
    say(preview.raw(body) == 405, 'nothing is taken in')
    say(preview.raw('x' * 100000) in (0, 400, 414, 431), 'what is no request ends')
    say(preview.status('/') == 200, 'it goes on after all this')


def listens(preview):
    """/proc/net/tcp: where a port is listened to, 0A being the state."""
    places = []
    for name in ('tcp', 'tcp6'):
        try:
            rows = read('/proc/net/' + name).splitlines()[1:]
        except FileNotFoundError:
            continue
        places += [row.split()[1] for row in rows if row.split()[3] == '0A']
    mine = [place for place in places if int(place.split(':')[1], 16) == preview.port]
    say(mine == ['0100007F:%04X' % preview.port], 'it listens on 127.0.0.1 and nowhere else', mine)
    others = [name for name in set(own_addresses()) if reaches(name, preview.port)]
    say(not others, 'no other address of this computer leads to it', others)


def own_addresses():
    try:
        return [row[4][0] for row in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
                if not row[4][0].startswith('127.0.0.1')]
    except OSError:
        return []


def reaches(name, port):
    try:
        socket.create_connection((name, port), timeout=2).close()
        return True
    except OSError:
        return False


# What it makes anew.

def saves(preview):
    good = read(CASE)
    preview.settle()

    def saved(how, text, name):
        before = digest(preview.state)
        started = time.monotonic()
        how(text)
        came = preview.until(lambda state: digest(state) not in (before, None) and case_of()(state)['current'])
        took = time.monotonic() - started
        shown = preview.ask(PAGE).body.decode()
        say(came is not None and took < SOON and text.split('rubrik: ')[1].split('\n')[0] in shown,
            '%s: the new page within %d s' % (name, SOON), came)
        return took

    def in_place(text):
        write(CASE, text)

    def by_rename(text):
        write('agreements/.002-resurspoolen.yaml.swp', text)
        os.rename('agreements/.002-resurspoolen.yaml.swp', CASE)

    def with_backup(text):
        os.rename(CASE, CASE + '~')
        write(CASE, text)
        os.remove(CASE + '~')

    def slowly(text):
        with open(CASE, 'wb') as file:
            half = text.encode()
            file.write(half[:len(half) // 2])
            file.flush()
            time.sleep(0.15)
            file.write(half[len(half) // 2:])

    times = []
    for number, (how, name) in enumerate([(in_place, 'a save in place'), (by_rename, 'a save by rename'),
                                          (with_backup, 'a save with a backup')]):
        times.append(saved(how, re.sub('rubrik: ', 'rubrik: Namn %d ' % number, good, count=1), name))
    before = len(preview.lines)
    saved(slowly, re.sub('rubrik: ', 'rubrik: Sakta ', good, count=1), 'a save that takes its time')
    say(not any(' fel' in line for line in preview.lines[before:]), 'half a file is never looked at', preview.lines[before:])
    print('# serve: from save to change, median %.0f ms' % (1000 * statistics.median(times)))

    def gone_and_back():
        os.remove(CASE)
        time.sleep(0.2)
        write(CASE, good)
    say(preview.made(gone_and_back) == ['002-resurspoolen'] and preview.case()['current'],
        'a file that is gone for a moment is no error')


def faults(preview):
    good = read(CASE)
    before = preview.ask(PAGE).body
    place = [number for number, line in enumerate(good.splitlines(), 1) if line.startswith('parter:')][0]
    write(CASE, good.replace('parter:', 'partr:', 1))
    preview.until(lambda state: case_of()(state)['errors'] > 0)
    case = preview.case()
    found = case['diagnostics'][0]
    say((found['code'], found['file'], found['line'], found['column'], found['excerpt'], found['fix']['replacement']) ==
        ('E040', CASE, place, 1, 'partr:', 'parter'), 'a fault has its place, its line and what to write', found)
    say(not case['current'] and case['documents'] and preview.ask(PAGE).body == before, 'the last good page is still there')
    say(preview.until(lambda state: not state['making'], SOON) is not None, 'what waits for a person is not being made')
    write(CASE, good)
    came = preview.until(lambda state: case_of()(state)['current'] and not case_of()(state)['errors'])
    say(came is not None and preview.case()['diagnostics'] == [], 'a fault that is mended is gone')
    evil = '"</script><img src=x onerror=alert(1)>"'
    write(CASE, good.replace('parter:', evil + ':', 1))
    preview.until(lambda state: case_of()(state)['errors'] > 0)
    say('</script><img' in preview.case()['diagnostics'][0]['message'], 'what is typed is told as it is, as JSON')
    with open(CASE, 'wb') as file:
        file.write(good.replace('rubrik: ', 'rubrik: H\xe5 ', 1).encode('latin-1', 'replace'))
    preview.until(lambda state: any(one['code'] == 'E005' for one in case_of()(state)['diagnostics']))
    say(preview.case()['diagnostics'][0]['code'] == 'E005', 'bytes that are no text are told of too')
    write(CASE, good)
    preview.until(lambda state: case_of()(state)['current'])


def only_what_changed(preview):
    everything = [case['name'] for case in preview.settle()['cases']]

    def touch(path):
        return lambda: write(path, read(path) + '\n')
    # What a table shows of other cases rests on them.
    surveys = ['001-information-iop']
    made = preview.made(touch('agreements/004-hoppfull-framtid.yaml'))
    say(sorted(set(made) - set(surveys)) == ['004-hoppfull-framtid'], 'a case: that alone', made)
    made = preview.made(touch('agreements/register/kommun.yaml'))
    say(sorted(made) == everything, 'the register: all', made)
    made = preview.made(touch('templates/layout.yaml'))
    say(sorted(made) == everything, 'the layout: all', made)
    made = preview.made(touch('templates/block/period.md'))
    say(sorted(made) == everything, 'a text block: all', made)
    made = preview.made(lambda: write('agreements/anteckningar.txt', 'x'))
    say(made == [], 'another file: none', made)
    made = preview.made(lambda: write('out/002-resurspoolen/overenskommelse.html', 'x'))
    say(made == [], 'what was made: none', made)
    words = read('templates/tabeller.yaml')
    write('templates/tabeller.yaml', words + '\nfel: fel\n')
    preview.until(lambda state: state['shared'])
    say(preview.state['shared'][0]['file'] == 'templates/tabeller.yaml' and
        not any(case['errors'] for case in preview.state['cases']) and not any(case['current'] for case in preview.state['cases']),
        'a fault that all share is told once', preview.state['shared'])
    write('templates/tabeller.yaml', words)
    came = preview.until(lambda state: not state['shared'] and all(case['current'] for case in state['cases']))
    say(came is not None, 'and mended once')


def comes_and_goes(preview):
    new = 'agreements/005-ny.yaml'
    text = re.sub(r'(?m)^  bakgrund:.*\n(?:    .*\n|\n)*', '  bakgrund: {fil: ny.md}\n', read(CASE), count=1)
    write(new, text)
    preview.until(lambda state: case_of('005-ny')(state) and case_of('005-ny')(state)['errors'])
    found = preview.case('005-ny')['diagnostics'][0]
    say(found['code'] == 'E001' and 'ny.md' in found['message'], 'a case that has come, and what it lacks', found)
    write('agreements/ny.md', 'En bakgrund som har kommit till.\n')
    came = preview.until(lambda state: case_of('005-ny')(state)['current'])
    page = preview.ask('/005-ny/overenskommelse.html').body.decode()
    say(came is not None and 'En bakgrund som har kommit till.' in page, 'a text beside it, when it comes')
    made = preview.made(lambda: write('agreements/ny.md', 'En annan bakgrund.\n'))
    say(made == ['005-ny'], 'the text beside it: that case alone', made)
    os.remove(new)
    came = preview.until(lambda state: case_of('005-ny')(state) is None)
    say(came is not None and preview.status('/005-ny/overenskommelse.html') == 404, 'a case that has gone')
    write(new, text)
    came = preview.until(lambda state: case_of('005-ny')(state) and case_of('005-ny')(state)['current'])
    say(came is not None, 'and come back')
    shutil.move('agreements', 'borta')
    time.sleep(0.8)
    shutil.move('borta', 'agreements')
    came = preview.until(lambda state: not state['making'] and len(state['cases']) > 5 and
                         all(case['current'] for case in state['cases']), 20)
    say(came is not None, 'the whole folder gone and back', [(c['name'], c['current']) for c in preview.state['cases']])
    made = preview.made(lambda: write(CASE, read(CASE) + '\n'))
    say('002-resurspoolen' in made, 'and still watched', made)


# What it costs.

def resident(process):
    return int(re.search(r'VmRSS:\s+(\d+)', read('/proc/%d/status' % process.pid)).group(1))


def used(process):
    fields = read('/proc/%d/stat' % process.pid).rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def stays_small(preview):
    """Each round changes a case and a file of the register, so that all cases are made."""
    good, shared = read(CASE), 'agreements/register/lagar.yaml'
    laws, sizes = read(shared), []
    rounds = -(-REBUILDS // len(preview.state['cases']))
    before = len(preview.lines)
    for number in range(rounds):
        old = digest(preview.state)
        write(CASE, re.sub('rubrik: ', 'rubrik: Nummer %03d ' % number, good, count=1))
        write(shared, laws + '# %d\n' % number)
        if preview.until(lambda state: digest(state) != old and not state['making']) is None:
            say(False, 'round %d' % number)
            return
        sizes.append(resident(preview.process))
    say(len(re.findall(r'(?m)^\d{3}-', ''.join(preview.lines[before:]))) >= REBUILDS, 'every round makes every case')
    write(shared, laws)
    write(CASE, good)
    third = len(sizes) // 3
    grown = max(sizes[-third:]) - max(sizes[third:2 * third])
    say(grown < 512, '%d rebuilds in the same memory' % REBUILDS, 'kB: %s' % sizes[::max(1, third // 3)])
    print('# serve: %d kB resident, %d kB more in the last third of %d rebuilds' % (sizes[-1], grown, REBUILDS))
    time.sleep(0.5)
    preview.settle()
    before = used(preview.process)
    waiting = threading.Thread(target=lambda: preview.ask('/-/state?after=' + preview.state['version']))
    waiting.start()
    time.sleep(2)
    spent = used(preview.process) - before
    write(CASE, good + '\n')
    waiting.join(10)
    say(spent <= 0.05 and not waiting.is_alive(), 'it sleeps while nothing happens, and wakes who waits', spent)


def many_wait(preview):
    answers = []
    version = preview.settle()['version']
    threads = [threading.Thread(target=lambda: answers.append(preview.ask('/-/state?after=' + version).status))
               for _ in range(20)]
    for thread in threads:
        thread.start()
    # Some leave without waiting for an answer.
    for _ in range(10):
        bare = socket.create_connection(('127.0.0.1', preview.port))
        bare.sendall(('GET /-/state?after=%s HTTP/1.1\r\nHost: localhost\r\n\r\n' % version).encode())
        bare.close()
    time.sleep(0.3)
    write(CASE, read(CASE) + '\n')
    for thread in threads:
        thread.join(PATIENCE)
    say(answers == [200] * 20, 'all who wait are told', answers)


def full(preview):
    """As many connections as it takes, and more that wait, are no end of it."""
    silent = [socket.create_connection(('127.0.0.1', preview.port)) for _ in range(80)]
    for bare in silent:
        bare.sendall(b'GET / HT')
    time.sleep(0.3)
    write(CASE, read(CASE) + '\n')
    time.sleep(0.7)
    for bare in silent:
        bare.close()
    started = time.monotonic()
    say(preview.status('/-/state') == 200 and time.monotonic() - started < SOON, 'when there is room again it answers',
        time.monotonic() - started)
    say(preview.raw('GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello') == 200,
        'what is sent with a question is not looked at')


def main():
    preview = Preview()
    say(re.fullmatch(r'Förhandsvisning: http://127\.0\.0\.1:\d+/ – avsluta med Ctrl-C\n', preview.lines[0]),
        'it says where it is', preview.lines)
    looks(preview)
    listens(preview)
    refuses(preview)
    saves(preview)
    faults(preview)
    only_what_changed(preview)
    comes_and_goes(preview)
    many_wait(preview)
    full(preview)
    stays_small(preview)
    version = preview.settle()['version']
    waiting = threading.Thread(target=lambda: preview.ask('/-/state?after=' + version))
    waiting.start()
    time.sleep(0.2)
    say(preview.end() == 0, 'it ends when it is told to, also while somebody waits')
    waiting.join(PATIENCE)
    say(not waiting.is_alive(), 'and leaves nobody waiting')
    say(not [name for _, _, files in os.walk('out') for name in files if name.startswith('.0')], 'it leaves no half-made file')

    named = Preview('agreements/004-hoppfull-framtid.yaml')
    state = named.settle()
    say([case['name'] for case in state['cases']] == ['004-hoppfull-framtid'], 'only the cases that were named')
    say(named.status('/002-resurspoolen/overenskommelse.html') == 404, 'and only their documents')
    say(named.end(signal.SIGINT) == 0, 'it ends at Ctrl-C')

    for path in ('./' + CASE, 'agreements//002-resurspoolen.yaml', os.path.abspath(CASE)):
        named = Preview(path)
        named.settle()
        say(named.made(lambda: write(CASE, read(CASE) + '#\n')), 'a case is watched as %s, too' % path.split('/')[0])
        named.end()
    shutil.copy(CASE, '002-resurspoolen.yaml')
    named = Preview('--register', './agreements//register', './002-resurspoolen.yaml')
    named.settle()
    say(named.made(lambda: write('002-resurspoolen.yaml', read(CASE) + '#\n')), 'and a case in the working folder')
    named.end()

    broken = read(CASE)
    write(CASE, broken.replace('parter:', 'partr:', 1))
    named = Preview(CASE)
    case = named.settle()['cases'][0]
    say(case['errors'] == 1 and [d['file'] for d in case['documents']] != [] and named.ask(PAGE).status == 200,
        'what was made before the fault is shown', case)
    named.end()
    write(CASE, broken)

    for words, code in ((['--port', '70000'], 2), (['--port', 'x'], 2), (['--port'], 2), (['--port', '0', '--templates', 'finns-inte'], 74)):
        done = subprocess.run([overens, 'serve', *words], capture_output=True, timeout=PATIENCE)
        say(done.returncode == code, 'serve %s is refused' % ' '.join(words), done.stderr.decode())
    done = subprocess.run([overens, 'build', '--port', '1', CASE], capture_output=True, timeout=PATIENCE)
    say(done.returncode == 2, 'only serve has a port')
    shutil.copy(CASE, 'templates/002-resurspoolen.yaml')
    done = subprocess.run([overens, 'serve', '--port', '0', CASE, 'templates/002-resurspoolen.yaml'], capture_output=True,
                          timeout=PATIENCE)
    say(done.returncode == 1 and b'templates/002-resurspoolen.yaml' in done.stderr, 'two cases of one name are refused',
        done.stderr.decode())
    os.makedirs('ensam', exist_ok=True)
    shutil.copy(overens, 'ensam/overens')
    done = subprocess.run(['ensam/overens', 'serve'], capture_output=True, timeout=PATIENCE)
    say(done.returncode == 74 and b'ensam/overens-serve' in done.stderr, 'without the other program it says so',
        done.stderr.decode())


main()
