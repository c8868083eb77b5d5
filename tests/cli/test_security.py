# SPDX-License-Identifier: Apache-2.0
"""What SECURITY.md promises: how program and library are compiled, and what they touch. LG_LIBRARY names the library."""

import os
import re
import subprocess

import pytest
from conftest import GOOD_ROW, HEADER, PROGRAM, REPORTED, as_bytes, run

LIBRARY = os.environ.get("LG_LIBRARY", "")
TABLE = [HEADER, f"七星,{GOOD_ROW}", "b,x,1,1,1"]
BOTH = pytest.mark.parametrize("binary", [PROGRAM, LIBRARY], ids=["program", "library"])

# All that the library may ask of others: bytes and strings, memory for Arrow results, and what compilers put in.
PURE = {"memchr", "memcmp", "memcpy", "memmove", "memset", "strcat", "strchr", "strcmp", "strcpy", "strcspn", "strlen",
        "strncmp", "strspn", "strstr", "malloc", "free"}
COMPILER = re.compile(r"__stack_chk_fail|__mem\w+_chk|__str\w+_chk|__cxa_finalize|__gmon_start__|_ITM_\w+")


def shown(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True, env={"LC_ALL": "C"}).stdout


def imports(binary):
    names = [line.split()[-1] for line in shown("nm", "-D", "--undefined-only", binary).splitlines()]
    return {name.partition("@")[0] for name in names}


# -------------------------------------------------------------------------------------- how it is compiled

def test_the_program_may_lie_anywhere():
    assert re.search(r"Type: +DYN", shown("readelf", "-h", PROGRAM))
    assert re.search(r"FLAGS_1.* PIE", shown("readelf", "-d", PROGRAM))


@BOTH
def test_addresses_of_functions_are_read_only_once_it_runs(binary):
    assert "GNU_RELRO" in shown("readelf", "-lW", binary)
    assert re.search(r"FLAGS_1.* NOW", shown("readelf", "-d", binary))


@BOTH
def test_the_stack_is_guarded_and_no_code(binary):
    assert "__stack_chk_fail" in imports(binary)
    stack = re.search(r"GNU_STACK.*", shown("readelf", "-lW", binary)).group()
    assert "RW" in stack and "RWE" not in stack


def test_copies_into_buffers_are_checked():
    assert {"__memcpy_chk", "__snprintf_chk", "__vsnprintf_chk"} & imports(PROGRAM)


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="marks of x86")
@BOTH
def test_jumps_lead_to_marks_and_big_frames_touch_every_page(binary):
    code = shown("objdump", "-d", "--no-show-raw-insn", binary)
    assert code.count("endbr64") > 50
    assert re.search(r"sub +\$0x1000,%rsp|orq +\$0x0,\(%rsp\)|movq +\$0x0,.*\(%rsp\)", code) or binary == PROGRAM


# --------------------------------------------------------------------------------------- what the library asks

def test_the_library_can_do_nothing_but_compute():
    """No file, no stream, no socket, no process, no clock, no environment, no locale: it imports no such function."""
    others = {name for name in imports(LIBRARY) - PURE if not COMPILER.fullmatch(name)}
    assert others == set()
    assert re.findall(r"NEEDED.*\[(.*)\]", shown("readelf", "-d", LIBRARY)) == ["libc.so.6"]


def test_the_program_cannot_reach_the_network_other_programs_or_the_environment():
    named = re.compile(r"(socket|connect|bind|listen|accept|send(to|msg)?|recv(from|msg)?|getaddrinfo|gethostby\w+|res_\w+"
                       r"|fork|vfork|exec\w+|posix_spawnp?|system|popen|dlopen|getenv|secure_getenv|environ|setlocale)")
    assert {name for name in imports(PROGRAM) if named.fullmatch(name)} == set()


# ----------------------------------------------------------------------------------------- what the program does

def traced(folder, *arguments):
    """The system calls after the loader has done its work, as pairs of name and arguments."""
    log = folder / "trace"
    subprocess.run(["strace", "-f", "-o", log, "-s", "4096", PROGRAM, *arguments], cwd=folder, check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    calls = re.findall(r"^\d+ +(\w+)\((.*)$", log.read_text(), re.MULTILINE)
    last_library = max(i for i, (name, rest) in enumerate(calls) if name == "openat" and ".so" in rest)
    return calls[last_library + 1:]


# The C library counts processors for its arenas, and the JSON library seeds its tables.
SYSTEM_FILES = re.compile(r"/dev/urandom|/sys/devices/system/cpu/\w+|/proc/(self|stat|cpuinfo)\S*")
COMMANDS = [
    ["screen", "--rules", REPORTED, "firms.csv", "-o", "out.csv"],
    ["screen", "--rules", REPORTED, "firms.csv", "--format", "jsonl", "--threads", "0"],
    ["verify", "done.csv.receipt", "--rerun"], ["assess", "--rules", REPORTED, "--format", "json", "firms.csv"],
    ["compare", "--rules", REPORTED, "firms.csv", "firms.csv"], ["echelon", "--on", "2026-05-01", "firms.csv"],
    ["rules"], ["facts", "--format", "json"], ["batches"], ["help"],
]
NAMED = {"firms.csv", "out.csv", "out.csv.receipt", "done.csv", "done.csv.receipt", "."}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command))
def test_no_file_but_those_named_and_no_network(tmp_path, command):
    (tmp_path / "firms.csv").write_bytes(as_bytes(TABLE))
    run("screen", "--rules", REPORTED, "firms.csv", "-o", "done.csv", cwd=tmp_path)
    calls = traced(tmp_path, *command)
    forbidden = re.compile(r"socket|connect|bind|sendto|sendmsg|recvfrom|execve|fork|vfork|mount|ptrace|chown\w*|mkdir\w*")
    assert [name for name, _ in calls if forbidden.fullmatch(name)] == []
    opened = {re.search(r'"([^"]*)"', rest).group(1) for name, rest in calls if name in ("open", "openat", "creat")}
    assert opened >= {"firms.csv", "done.csv.receipt"} & set(command)
    others = {path for path in opened - NAMED if not SYSTEM_FILES.fullmatch(path)}
    assert all(re.fullmatch(r"(\./)?\.littlegiant-\w{6}", path) for path in others), others


def test_the_environment_does_not_matter(tmp_path):
    (tmp_path / "firms.csv").write_bytes(as_bytes(TABLE))
    command = ["assess", "firms.csv", "--rules", REPORTED, "--lang", "zh"]
    plain = run(*command, cwd=tmp_path, env={})
    assert plain.status == 1 and "七星" in plain.text
    for name, value in {"LC_ALL": "tr_TR.UTF-8", "LANG": "C", "LANGUAGE": "id", "TZ": "Asia/Jakarta", "COLUMNS": "20",
                        "POSIXLY_CORRECT": "1", "TMPDIR": "/nowhere", "HOME": "/nowhere", "TERM": "vt100",
                        "NO_COLOR": "1"}.items():
        other = run(*command, cwd=tmp_path, env={name: value})
        assert (other.status, other.raw, other.raw_error) == (plain.status, plain.raw, plain.raw_error), name
