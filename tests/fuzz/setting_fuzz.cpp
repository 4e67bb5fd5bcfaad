// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a scenario: a first line of JSON, then what is written behind it as NAME=VALUE.
#include "flood/model/scenario.h"
#include "fuzz/fuzzing.h"

using namespace fengsui;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto lines = fuzz::partsOf(fuzz::textOf(data, size), '\n');
  const auto json = parseJson(lines.front());
  const std::vector<std::string> written(lines.begin() + 1, lines.end());
  const auto table = flood::floodSettings();
  const auto values = SettingValues::from(table, json ? *json : Json(), written);
  if (!values) {
    fuzz::require(!values.error().message.zh.empty(), "a refusal has its sentences");
    (void)canonical(Json(values.error().place.value));
    return 0;
  }
  for (const Setting& one : table) {
    const double number = values->number(one.name);
    if ((one.form == Setting::Form::number || one.form == Setting::Form::integer) && values->said(one.name))
      fuzz::require(number >= one.least && number <= one.most, "a number lies within its range");
  }
  const std::string stored = canonical(values->json());
  const auto read = parseJson(stored);
  fuzz::require(read.has_value(), "a scenario is stored as JSON");
  const auto back = SettingValues::from(table, *read, {});
  fuzz::require(back && canonical(back->json()) == stored, "a scenario that was stored is the same again");
  return 0;
}
