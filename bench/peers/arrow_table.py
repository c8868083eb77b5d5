# SPDX-License-Identifier: Apache-2.0
"""The library itself from Arrow to Arrow: a record batch of int64 columns in, words by dictionary out.

No peer: what the way through the Arrow C Data Interface costs beside plain columns.
"""

import ctypes

import numpy as np
import pyarrow as pa
from pyarrow.cffi import ffi

import peer
import rules

LIBRARY = rules.ROOT / "build/release/liblittlegiant.so"
CODES = {"unknown": peer.UNKNOWN, "met": peer.MET, "not_met": peer.NOT_MET, "not_applicable": peer.NOT_APPLICABLE}


def address(pointer) -> ctypes.c_void_p:
    return ctypes.c_void_p(int(ffi.cast("uintptr_t", pointer)))


def judge(library: ctypes.CDLL, ruleset: ctypes.c_void_p, batch: pa.RecordBatch) -> pa.RecordBatch:
    array, out_array = ffi.new("struct ArrowArray*"), ffi.new("struct ArrowArray*")
    schema, out_schema = ffi.new("struct ArrowSchema*"), ffi.new("struct ArrowSchema*")
    message = ctypes.create_string_buffer(1000)
    batch._export_to_c(address(array).value, address(schema).value)
    status = library.lg_arrow_evaluate(ruleset, address(schema), address(array), None, address(out_schema),
                                       address(out_array), message, ctypes.c_uint64(len(message)))
    if status != 0:
        raise RuntimeError(message.value.decode())
    return pa.RecordBatch._import_from_c(address(out_array).value, address(out_schema).value)


def plane(column: pa.DictionaryArray) -> np.ndarray:
    codes = np.array([CODES[word] for word in column.dictionary.to_pylist()], dtype=np.uint8)
    return codes[column.indices.to_numpy()]


def main() -> None:
    dataset, repeat, path = peer.arguments()
    library = ctypes.CDLL(str(LIBRARY))
    library.lg_ruleset_find.restype = ctypes.c_void_p
    library.lg_version.restype = ctypes.c_char_p
    ruleset = ctypes.c_void_p(library.lg_ruleset_find(dataset.ruleset.id.encode()))
    table = dataset.arrow()
    table = table.rename_columns([rules.facts()[name].column for name in table.column_names])
    batch = table.combine_chunks().to_batches()[0]
    seconds, result = peer.clock(repeat, lambda: judge(library, ruleset, batch))
    names = ["verdict"] + [row.id for row in dataset.ruleset.rows[1:]]
    peer.write(path, [plane(result.column(name)) for name in names])
    peer.finish(seconds, library.lg_version().decode(), "record batch of int64 to record batch of words by dictionary")


if __name__ == "__main__":
    main()
