// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/fileplace.h"

#include <filesystem>

namespace fengsui {

Result<bool> isThere(const std::string& path) {
  std::error_code fault;
  const bool there = std::filesystem::exists(path, fault);
  if (!fault) return there;
  Error error{ErrorCode::io,
              {"the file cannot be reached: " + fault.message(), "无法访问该文件：" + fault.message()},
              {"check the name, and whether you may open its folder", "请检查文件名，以及是否有权打开其所在文件夹"},
              {}};
  error.place.file = path;
  return failure(std::move(error));
}

Outcome isFree(const std::string& path) {
  const auto there = isThere(path);
  if (!there) return failure(there.error());
  if (!*there) return {};
  Error error{
      ErrorCode::refused, {"there is a file already", "文件已存在"}, {"choose another name", "请换一个名称"}, {}};
  error.place.file = path;
  return failure(std::move(error));
}

}  // namespace fengsui
