# SPDX-License-Identifier: Apache-2.0
# Compares what is (MODE) with the reviewed list GOLDEN, both ways, and says which lines differ.
cmake_minimum_required(VERSION 3.21)

# The text of all headers.
function(read_headers out)
  string(REPLACE "|" ";" headers "${HEADERS}")
  set(all "")
  foreach(header IN LISTS headers)
    file(READ ${header} text)
    string(APPEND all "${text}")
  endforeach()
  set(${out} "${all}" PARENT_SCOPE)
endfunction()

# LG_NAME = value, sorted by name, from the headers.
function(read_constants out)
  read_headers(text)
  string(REGEX MATCHALL "LG_[A-Z0-9_]+ = -?[0-9]+" found "${text}")
  string(REGEX MATCHALL "#define LG_[A-Z0-9_]+ [0-9][0-9A-Fa-fxu]*" defined "${text}")
  list(TRANSFORM defined REPLACE "#define (LG_[A-Z0-9_]+) (.+)" "\\1 = \\2")
  list(APPEND found ${defined})
  list(SORT found)
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# Functions that the headers declare.
function(read_declarations out)
  read_headers(text)
  string(REGEX MATCHALL "LG_API[^;(]*[ *](lg_[a-z0-9_]+)\\(" found "${text}")
  list(TRANSFORM found REPLACE ".*[ *](lg_[a-z0-9_]+)\\(" "\\1")
  list(SORT found)
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# Everything that the shared library exports, functions or not.
function(read_exports out)
  execute_process(COMMAND ${NM} -D --defined-only ${LIBRARY} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL " [A-Za-z] [^\n]+" found "${text}")
  list(TRANSFORM found REPLACE "^ T " "") # anything but a function keeps its letter, and differs
  list(SORT found)
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# The program may be one for another machine: EMULATOR runs it then.
function(read_layout out)
  string(REPLACE "|" ";" emulator "${EMULATOR}")
  execute_process(COMMAND ${emulator} ${PROGRAM} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "\n$" "" text "${text}")
  string(REPLACE "\n" ";" text "${text}")
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# Fails with the lines that are in one list only.
function(compare what_is is what_should should)
  set(more ${is})
  set(less ${should})
  list(REMOVE_ITEM more ${should})
  list(REMOVE_ITEM less ${is})
  list(JOIN more "\n  " more)
  list(JOIN less "\n  " less)
  if(more OR less)
    message(FATAL_ERROR "only in ${what_is}:\n  ${more}\nonly in ${what_should}:\n  ${less}")
  endif()
  if(NOT is)
    message(FATAL_ERROR "${what_is} is empty")
  endif()
endfunction()

file(STRINGS ${GOLDEN} golden REGEX "^[^#]")
if(MODE STREQUAL "symbols")
  read_exports(exports)
  read_declarations(declarations)
  compare("the library" "${exports}" "${GOLDEN}" "${golden}")
  compare("the headers" "${declarations}" "${GOLDEN}" "${golden}")
elseif(MODE STREQUAL "constants")
  read_constants(constants)
  compare("the headers" "${constants}" "${GOLDEN}" "${golden}")
elseif(MODE MATCHES "^layout")
  read_layout(layout)
  compare("the build" "${layout}" "${GOLDEN}" "${golden}")
else()
  message(FATAL_ERROR "no mode ${MODE}")
endif()
