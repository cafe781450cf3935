"""Makes many cases out of the real ones: python3 tests/overview_cases.py COUNT FOLDER

Each has a title, a diary number, a board, a status, a time and amounts of its own. Moved in time they
have no index, for no register has the values of so many years."""
import glob
import re
import sys

BOARDS = ['arbetsmarknadsnämnden', 'bildningsnämnden', 'omsorgsnämnden', 'social- och omsorgsnämnden',
          'socialnämnden', 'äldrenämnden']
STATUSES = ['beslutad', 'förslag', 'utkast']


def varied(text, number):
    years = number % 13 - 2
    moved = lambda match: f'{match[1]}{int(match[2]) + years}'
    text = re.sub(r'^  rubrik: ', f'  rubrik: Nr {number:04} ', text, count=1, flags=re.M)
    text = re.sub(r'^  diarienummer: .*$', f'  diarienummer: ON 20{10 + number % 15}-{number}', text, flags=re.M)
    text = re.sub(r'^  nämnd: .*$', f'  nämnd: {BOARDS[number % len(BOARDS)]}', text, flags=re.M)
    text = re.sub(r'^  status: .*$', f'  status: {STATUSES[number // 7 % len(STATUSES)]}', text, flags=re.M)
    text = re.sub(r'^  index: .*\n', '', text, flags=re.M)
    text = re.sub(r'^(  (?:från|till|datum): )(\d{4})', moved, text, flags=re.M)
    text = re.sub(r'^  uppföljning: .*$', lambda line: re.sub(r'()(\d{4})', moved, line[0]), text, flags=re.M)
    return re.sub(r'(\d) (\d{3}) kr/år', lambda match: f'{match[1]} {(int(match[2]) + 7 * number) % 1000:03} kr/år', text)


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    cases = [open(path, encoding='utf-8').read() for path in sorted(glob.glob('agreements/*.yaml'))]
    for number in range(count):
        with open(f'{folder}/{number:04}.yaml', 'w', encoding='utf-8') as file:
            file.write(varied(cases[number % len(cases)], number))


if __name__ == '__main__':
    main()
