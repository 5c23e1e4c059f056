# SPDX-License-Identifier: EUPL-1.2
"""Runs one program and writes its time, peak memory and exit code: a small process of its own,
since memory counts from the fork.

python launch.py RESULT SECONDS PROGRAM ARGUMENTS… the program is stopped after SECONDS
"""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

started = time.perf_counter()
process = subprocess.Popen(sys.argv[3:])
stop = threading.Timer(float(sys.argv[2]), process.kill)
stop.start()
_, status, usage = os.wait4(process.pid, 0)
took = time.perf_counter() - started
stop.cancel()
process.returncode = os.waitstatus_to_exitcode(status)
Path(sys.argv[1]).write_text(
    json.dumps(
        {
            "seconds": took,
            "memory": usage.ru_maxrss / 1024,
            "processor": usage.ru_utime + usage.ru_stime,
            "code": process.returncode,
        }
    )
)
