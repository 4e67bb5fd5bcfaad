# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the file FROM as the text that floodRulesText() gives to the source TO.
file(READ ${FROM} text)
file(WRITE ${TO} "#include \"flood/model/rules.h\"\n\nstd::string_view fengsui::flood::floodRulesText() {\n  return R\"rules(${text})rules\";\n}\n")
