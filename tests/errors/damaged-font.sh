# A font whose table 'head' has been overwritten: it opens, but no part of it can be put into a PDF.
python3 - <<'END'
import re
layout = open('templates/layout.yaml').read()
font = bytearray(open(re.search(r'^  normal: (\S+)', layout, re.M).group(1), 'rb').read())
entry = font.index(b'head', 12)
place = int.from_bytes(font[entry + 8:entry + 12], 'big')
size = int.from_bytes(font[entry + 12:entry + 16], 'big')
font[place:place + size] = bytes(size)
open('skadat.ttf', 'wb').write(font)
open('templates/layout.yaml', 'w').write(re.sub(r'(?m)^  normal: \S+', '  normal: skadat.ttf', layout))
END
"$overens" check ärende.yaml
