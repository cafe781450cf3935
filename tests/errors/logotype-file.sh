# Logotypes that are no picture, or none that a page has room for; each in a layout of its own.
# try FILE HEIGHT: the messages without the line of the layout, to whose end the logotype is added.
try() {
	cp layout.yaml templates/layout.yaml
	printf 'logotyp: {fil: %s, höjd: %s, beskrivning: Provkommunens logotyp}\n' "$1" "$2" >>templates/layout.yaml
	"$overens" check --format=plain ärende.yaml 2>&1 | sed 's/\(layout.yaml\), rad [0-9]*, kolumn [0-9]*/\1/'
}
cp templates/layout.yaml layout.yaml
python3 - <<'END'
import struct
import zlib
def png(width, height, sound=True):
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = zlib.compress((b'\0' + bytes(width)) * height)
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)) +
            chunk(b'IDAT', rows if sound else rows[:len(rows) // 2]) + chunk(b'IEND', b''))
def write(name, data):
    open('templates/' + name, 'wb').write(data)
write('bild.png', png(60, 20))
write('avhuggen.png', png(60, 20)[:50])
write('skadad.png', png(600, 200, False))
write('bred.png', png(300, 20))
write('stor.png', png(3001, 4))
write('tung.png', png(60, 20) + bytes(600000))
write('bild.gif', b'GIF89a' + bytes(20))
write('tom.png', b'')
write('tom.svg', b'<svg viewBox="0 0 3 1"><path fill="none" d="M0 0h3"/></svg>\n')
write('steg.svg', b'<svg viewBox="0 0 3 1"><path d="M0 0' + b'h1h-1' * 10001 + b'"/></svg>\n')
END
try bild.png '12 mm'
try finns-inte.png '12 mm'
try ../bild.png '12 mm'
try bild.gif '12 mm'
try tom.png '12 mm'
try avhuggen.png '12 mm'
try skadad.png '12 mm'
try stor.png '12 mm'
try tung.png '12 mm'
try bred.png '12 mm'
try bild.png '1 mm'
try bild.png '40 mm'
try tom.svg '12 mm'
try steg.svg '12 mm'
