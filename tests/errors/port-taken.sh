# A preview on a port that another program has.
python3 - <<'END'
import os
import socket
import subprocess
other = socket.create_server(('127.0.0.1', 0))
port = str(other.getsockname()[1])
done = subprocess.run([os.environ['overens'], 'serve', '--port', port, 'ärende.yaml'], capture_output=True, timeout=20)
print(done.stderr.decode().replace(port, '8014'), end='')
raise SystemExit(done.returncode)
END
