# SPDX-License-Identifier: GPL-3.0-or-later
# Turns a text file into C++: cmake -DFROM=file -DTO=file.cpp -P EmbedTemplate.cmake
file(READ "${FROM}" hex HEX)
string(LENGTH "${hex}" digits)
set(code "// Made from the map template while building.\n#include \"gis/district/templatetext.h\"\n\nnamespace fengsui {\n\n")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(APPEND code "const unsigned char mapTemplateBytes[] = {${bytes}};\n")
string(APPEND code "const unsigned long mapTemplateSize = sizeof(mapTemplateBytes);\n\n}  // namespace fengsui\n")
file(WRITE "${TO}" "${code}")
