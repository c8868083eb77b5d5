# SPDX-License-Identifier: Apache-2.0
"""What a benchmark ran on."""

import json
import os
import platform
import subprocess


def first_line(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[0]


def describe() -> dict:
    told = subprocess.run(["lscpu", "--json"], check=True, capture_output=True, text=True).stdout
    processor = {item["field"].rstrip(":"): item["data"] for item in json.loads(told)["lscpu"]}
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {"processor": processor["Model name"], "family": processor.get("CPU family"), "model": processor.get("Model"),
            "cores": os.cpu_count(), "l2": processor.get("L2 cache"), "l3": processor.get("L3 cache"),
            "memory_gib": round(memory / 2**30, 1), "system": f"{platform.system()} {platform.release()}",
            "python": platform.python_version(), "java": first_line("java", "--version")}
