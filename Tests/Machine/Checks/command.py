"""The command line of a check: CHECK.py prepare FOLDER, or CHECK.py judge LEFT PREPARED."""

import os
import subprocess
import sys
import traceback
from pathlib import Path


def run(judge, prepare=lambda folder: None):
    """Prepares, or judges what the script left and prints the figures; 1 is the exit where it fails."""
    action, *folders = sys.argv[1:]
    if action == "prepare":
        return prepare(*map(Path, folders))
    try:
        left = Path(folders[0])
        assert (left / "status").read_text().strip() == "0", "the script failed in the machine"
        print(judge(*map(Path, folders)))
    except AssertionError as error:
        sys.exit(str(error) or traceback.format_exc())


def jorga(*arguments):
    """Runs the program here."""
    done = subprocess.run([os.environ["JORGA"], *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"jorga {' '.join(map(str, arguments))}: {done.stderr}")
    return done.stdout
