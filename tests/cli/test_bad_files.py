# SPDX-License-Identifier: Apache-2.0
"""Files that are not quite, or not at all, CSV in UTF-8."""

import gzip
import os
import sys

import pytest
from conftest import GOOD_ROW, HEADER, REPORTED, run

TABLE = (HEADER + "\n七星," + GOOD_ROW + "\n").encode()


def unusable(result):
    return result.status == 2 and result.raw == b"" and result.error.count("\n") >= 1


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b" \r\n\t\r\n"])
def test_an_empty_file_is_unusable(screen, content):
    result = screen(content)
    assert unusable(result) and "is empty" in result.error and "firms.csv" in result.error


@pytest.mark.parametrize("content", [HEADER, HEADER + "\n", HEADER + "\r\n\r\n"])
def test_a_header_alone_gives_a_header_and_a_notice(screen, content):
    result = screen(content)
    assert result.status == 0
    assert result.text.splitlines() == ["id,verdict,srdi-title,revenue,province-rank,it-support,missing"]
    assert "no rows" in result.error and result.count("rows") == 0


def test_a_header_alone_gives_no_json_lines_and_an_empty_json_array(screen, assess):
    assert screen(HEADER, "--format", "jsonl").text == ""
    assert assess(HEADER, "--format", "json").text.split() == ["[", "]"]


NO_TEXT = {
    "program": (open(sys.executable, "rb").read(100_000), "program"),
    "gzip": (gzip.compress(TABLE), "gzip"),
    "workbook": (b"PK\x03\x04" + os.urandom(5000), "xlsx"),
    "old workbook": (b"\xd0\xcf\x11\xe0" + os.urandom(5000), "xls"),
    "document": (b"%PDF-1.7\n", "PDF"),
    "UTF-16 with mark": (TABLE.decode().encode("utf-16"), "UTF-16"),
    "big-endian UTF-16 with mark": (b"\xfe\xff" + TABLE.decode().encode("utf-16-be"), "UTF-16"),
    "UTF-16": (TABLE.decode().encode("utf-16-le"), "UTF-16"),
    "big-endian UTF-16": (TABLE.decode().encode("utf-16-be"), "UTF-16"),
    "all bytes": (bytes(range(1, 256)) * 20, ""),
    "NUL in a name": (b"id\x00name,employees\n", "NUL"),
    "zeros": (b"\x00" * (3 << 20), "NUL"),
}


@pytest.mark.parametrize("content, hint", NO_TEXT.values(), ids=NO_TEXT.keys())
def test_a_file_that_is_no_text_is_unusable_and_named_for_what_it_seems_to_be(screen, content, hint):
    result = screen(content)
    assert unusable(result) and hint in result.error
    assert not set(result.raw_error) & (set(range(32)) - {10})


def test_ten_megabytes_in_one_line_are_no_header(screen):
    result = screen(b"x," * (5 << 20))
    assert unusable(result) and "1 MiB" in result.error and ":1:" in result.error


def test_an_unclosed_quote_in_the_header_is_unusable(screen):
    result = screen([HEADER + ',"open', "a," + GOOD_ROW])
    assert unusable(result) and ":1: error: the quotes in the header line do not match" in result.error


@pytest.mark.parametrize("content", [
    TABLE,
    b"\xef\xbb\xbf" + TABLE,
    TABLE.replace(b"\n", b"\r\n"),
    b"\xef\xbb\xbf" + TABLE.replace(b"\n", b"\r\n"),
    TABLE.replace(b"\n", b"\r"),
    TABLE.rstrip(b"\n"),
    TABLE.replace(b"\n", b"\r\n").rstrip(b"\n"),
    TABLE.replace(b"\n", b"\n\n   \n\t\n"),
    b"\n" + TABLE,
    TABLE.replace(b"id,", b'"id", ').replace(b"province_rank", b'" province_rank "'),
])
def test_marks_line_ends_and_blank_lines_change_nothing(screen, content):
    result = screen(content)
    assert result.status == 0, result.error
    assert [(row["id"], row["verdict"]) for row in result.rows] == [("七星", "met")]


def test_line_numbers_are_physical_for_every_line_end():
    for end in (b"\n", b"\r\n", b"\r"):
        table = end.join([b"id,employees", b"a,1", b"", b"b,x", b""])
        result = run("screen", "--rules", REPORTED, "-", stdin=table)
        assert "standard input:4: error: column 2 (employees): 'x'" in result.error
        assert result.count("rows") == 2


def test_rows_in_gbk_are_in_error_with_the_command_that_helps(screen):
    in_gbk = f"泉州七星,{GOOD_ROW}\n".encode("gbk")
    content = f"{HEADER}\n".encode() + in_gbk + f"好,{GOOD_ROW}\n".encode()
    result = screen(content)
    assert result.status == 1
    assert [row["verdict"] for row in result.rows] == ["error", "met"]
    assert "\ufffd" in result.rows[0]["id"] and result.rows[1]["id"] == "好"
    assert "iconv -f GBK -t UTF-8" in result.messages[0]
    assert ":2: error: column 1 (id): '" in result.messages[0] and "\\xd6\\xdd" in result.messages[0]


def test_a_header_in_gbk_is_unusable_with_the_command_that_helps(screen):
    result = screen("名称,employees\n七星,5\n".encode("gbk"))
    assert unusable(result) and "iconv -f GBK -t UTF-8" in result.error


@pytest.mark.parametrize("bad", [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe4\xb8", b"\x80"])
def test_bytes_that_are_not_utf_8_make_their_row_an_error_in_both_formats(screen, bad):
    content = b"name,employees\na" + bad + b",5\nb,5\n"
    for options in ([], ["--format", "jsonl"]):
        result = screen(content, *options)
        result.text.encode("utf-8")
        assert result.status == 1 and result.count("in error") == 1 and result.count("rows") == 2
        assert "a\ufffd" in result.text


def test_a_nul_byte_makes_its_row_an_error(screen):
    result = screen(b"name,employees\na\x00b,5\nc,5\n")
    assert [row["verdict"] for row in result.rows] == ["error", "unknown"]
    assert "NUL" in result.messages[0] and "'a\\x00b'" in result.messages[0]


def test_a_missing_file_and_a_folder_are_unusable(tmp_path):
    missing = run("screen", "--rules", REPORTED, tmp_path / "none.csv")
    assert unusable(missing) and "none.csv" in missing.error and "No such file" in missing.error
    folder = run("screen", "--rules", REPORTED, tmp_path)
    assert unusable(folder) and "is a directory" in folder.error


def test_standard_input_that_is_closed_is_unusable():
    result = run("screen", "--rules", REPORTED, "-", preexec_fn=lambda: os.close(0))
    assert unusable(result) and "standard input" in result.error


def test_every_cut_of_a_table_is_judged_or_refused_without_a_crash(screen):
    content = b'\xef\xbb\xbfid,srdi_title,revenue_y1_yuan\r\n"a ""b""\r\nc",1,5\r\n\xe4\xb8\x83,0,6\r\n'
    for length in range(len(content)):
        assert screen(content[:length]).status in (0, 1, 2)
