// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/archive.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <atomic>
#include <memory>
#include <vector>

#include "gis/gdalsession.h"

namespace fengsui {
namespace {

constexpr std::size_t mostUnpacked = std::size_t{1} << 30;

struct CloseFile {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, CloseFile>;

Text damaged() { return {"the file is damaged or cut off", "文件已损坏或不完整"}; }
Text copyAgain() { return {"copy it again, or save it again in the spreadsheet", "请重新复制，或在电子表格中重新保存"}; }

}  // namespace

Result<Archive> Archive::over(std::string_view bytes) {
  // GDAL remembers the list of an archive under its name: every archive gets a name of its own.
  static std::atomic<unsigned> number{0};
  Archive archive("/vsimem/fengsui-archive-" + std::to_string(++number) + ".zip");
  GdalSession session;
  // GDAL does not write through the pointer of a file that is only read.
  auto* data = reinterpret_cast<GByte*>(const_cast<char*>(bytes.data()));
  if (VSILFILE* file = VSIFileFromMemBuffer(archive.place_.c_str(), data, bytes.size(), FALSE)) VSIFCloseL(file);
  char** parts = VSIReadDir(("/vsizip" + archive.place_).c_str());
  const bool readable = parts != nullptr;
  CSLDestroy(parts);
  if (!readable) return session.failed(ErrorCode::unreadable, damaged(), copyAgain());
  return archive;
}

Archive::Archive(Archive&& other) noexcept : place_(std::exchange(other.place_, {})) {}

Archive::~Archive() {
  if (!place_.empty()) VSIUnlink(place_.c_str());
}

bool Archive::has(const std::string& part) const {
  GdalSession session;
  VSIStatBufL status;
  return VSIStatL(("/vsizip" + place_ + "/" + part).c_str(), &status) == 0;
}

Outcome Archive::read(const std::string& part, const std::function<bool(std::string_view)>& take) const {
  GdalSession session;
  const File file(VSIFOpenL(("/vsizip" + place_ + "/" + part).c_str(), "rb"));
  if (!file) return session.failed(ErrorCode::unreadable, damaged(), copyAgain());
  std::vector<char> buffer(256 * 1024);
  std::size_t total = 0;
  while (true) {
    const std::size_t n = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
    if (session.failed()) return session.failed(ErrorCode::unreadable, damaged(), copyAgain());
    if (n == 0) break;
    total += n;
    if (total > mostUnpacked)
      return failure(ErrorCode::unreadable, {"a part of the file unpacks to more than 1 GB", "文件解压后超过 1 GB"});
    if (!take({buffer.data(), n})) break;
  }
  return {};
}

}  // namespace fengsui
