# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the rule files of resources/rules into a C++ source: -DFROM=FOLDER -DTO=FILE.
set(out "// made from resources/rules; do not edit\n#include \"core/shippedrules.h\"\n\nnamespace fengsui {\n\n")
foreach(name reports levels callout speeds landcover lifelines roadclasses)
  file(READ ${FROM}/${name}.json text)
  string(APPEND out "std::string_view ${name}RulesText() {\n  return R\"json(${text})json\";\n}\n\n")
endforeach()
string(APPEND out "}  // namespace fengsui\n")
file(WRITE ${TO} "${out}")
