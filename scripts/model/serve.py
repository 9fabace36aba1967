"""vLLM's server of OpenAI's protocol, which ends when the process that started it ends: serve.py PARENT OPTION…"""

import ctypes
import os
import runpy
import signal
import sys

PR_SET_PDEATHSIG = 1

# The server's own children load this file too, and must not serve.
if __name__ == "__main__":
    parent = int(sys.argv.pop(1))
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        sys.exit("The process that started this server is gone.")
    runpy.run_module("vllm.entrypoints.openai.api_server", run_name="__main__", alter_sys=True)
