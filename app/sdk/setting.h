// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/codec.h"
#include "core/result.h"

namespace fengsui {

/// One thing that a scenario says: options, file, validation and help all come from this row.
struct Setting {
  enum class Form {
    number,
    integer,
    choice,          ///< one of `choices`
    text,            ///< checked by the model that reads it
    file,            ///< the path of a file
    numberOrRaster,  ///< a number, or the path of a raster
    numberOrSeries,  ///< a number, or the path of a CSV of time in s and value
  };
  std::string_view name;  ///< "initial.depth"
  Form form = Form::number;
  std::string_view unit = {};
  double least = 0;
  double most = 0;
  std::string_view standard = {};  ///< what holds when nothing is said; empty: nothing
  std::string_view choices = {};   ///< "none|constant|…"
  std::string_view en = {};        ///< help; up to the first colon or semicolon it is the label of a form
  std::string_view zh = {};
  std::string_view choicesEn = {};  ///< the same choices in words
  std::string_view choicesZh = {};
  bool main = false;  ///< asked first; the others are for those who look for them
};

/// What a scenario says, by the names of the settings; always complete: what was not said has its standard value.
class SettingValues {
 public:
  /// Takes "name=value" in the order written, after the members of @p file (nested objects are joined by points);
  /// without a value the standard holds again.
  ///
  /// Errors: invalid for a name that is not in the table (with the nearest one), a number out of its range, a choice
  /// that is none; place.field is the name of the setting.
  [[nodiscard]] static Result<SettingValues> from(std::span<const Setting> table, const Json& file,
                                                  const std::vector<std::string>& written);

  [[nodiscard]] const std::string& text(std::string_view name) const;
  [[nodiscard]] bool said(std::string_view name) const { return !text(name).empty(); }
  /// @pre the text is a number, which `from` saw to where the form is number or integer.
  [[nodiscard]] double number(std::string_view name) const;
  [[nodiscard]] Json json() const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

/// The table for programs: name, form, unit, range, default, choices, help in both languages.
[[nodiscard]] Json schemaOf(std::span<const Setting> table);

/// Whether a number, wherever it stands, lies in the range of its setting. @p where: a cell or a line; may be empty.
[[nodiscard]] Outcome inRange(const Setting& setting, double value, const std::string& where = {});

/// A finite number and nothing else, or nothing.
[[nodiscard]] std::optional<double> plainNumber(std::string_view text);

/// An error about one setting.
[[nodiscard]] tl::unexpected<Error> settingFailure(std::string_view name, std::string_view value, Text message,
                                                   Text remedy = {});

}  // namespace fengsui
