// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/plansave.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>

#include "ui/planedit/plancheck.h"
#include "ui/planedit/plantext.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> cannotWrite(const fs::path& file, int fault) {
  const std::string why = std::strerror(fault);
  return failure(fault == ENOSPC || fault == EDQUOT ? ErrorCode::full : ErrorCode::io,
                 {"cannot write " + file.string() + ": " + why, "无法写入 " + file.string() + "：" + why},
                 {"what was typed is kept as a draft", "已输入的内容作为草稿保留"});
}

int settle(const fs::path& path, int flags) {
  const int open = ::open(path.c_str(), flags | O_CLOEXEC);
  if (open < 0) return errno;
  const int fault = ::fsync(open) == 0 ? 0 : errno;
  ::close(open);
  return fault;
}

int writeAll(const fs::path& file, const std::string& bytes) {
  const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (out < 0) return errno;
  int fault = 0;
  for (std::size_t done = 0; done < bytes.size() && fault == 0;) {
    const auto wrote = ::write(out, bytes.data() + done, bytes.size() - done);
    if (wrote < 0 && errno != EINTR) fault = errno;
    if (wrote > 0) done += static_cast<std::size_t>(wrote);
  }
  if (fault == 0 && ::fsync(out) != 0) fault = errno;
  ::close(out);
  return fault;
}

// Whole under its name or not at all, and never over a file that is there, unless that is what is mended.
Outcome writeWhole(const fs::path& file, const std::string& bytes, bool mends) {
  const fs::path part = file.string() + ".part";
  int fault = writeAll(part, bytes);
  if (fault == 0 && mends && ::rename(part.c_str(), file.c_str()) != 0) fault = errno;
  if (fault == 0 && !mends && ::link(part.c_str(), file.c_str()) != 0) {
    fault = errno;
    std::error_code quiet;
    // A memory stick has no links.
    if ((fault == EPERM || fault == ENOTSUP) && !fs::exists(file, quiet))
      fault = ::rename(part.c_str(), file.c_str()) == 0 ? 0 : errno;
  }
  ::unlink(part.c_str());
  if (fault == EEXIST)
    return failure(ErrorCode::refused, {file.string() + " is there already", file.string() + " 已存在"},
                   {"write another edition", "请改用其他版次"});
  if (fault == 0) fault = settle(file.parent_path(), O_RDONLY | O_DIRECTORY);
  if (fault != 0) return cannotWrite(file, fault);
  return {};
}

std::optional<std::string> bytesOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

Outcome ownFolder(const fs::path& folder) {
  std::error_code fault;
  for (const fs::path& shipped : planFoldersHere())
    if (fs::equivalent(shipped, folder, fault))
      return failure(
          ErrorCode::refused,
          {folder.string() + " leads to the plans of the product", folder.string() + " 指向随产品提供的预案"},
          {"make it a folder of its own", "请改为独立的文件夹"});
  fs::create_directory(folder, fault);
  if (fault && !fs::is_directory(folder)) return cannotWrite(folder, fault.value());
  return {};
}

tl::unexpected<Error> hasErrors(const std::vector<Error>& errors) {
  Error error = errors.front();
  error.code = ErrorCode::refused;
  return failure(std::move(error));
}

}  // namespace

Result<std::string> editionToSave(const Plan& plan, const PlanOrigin& origin, const PlanLibrary& library) {
  std::set<std::string> taken;
  const PlanEntry* same = nullptr;
  for (const PlanEntry& entry : library.entries()) {
    if (entry.id != plan.id) continue;
    taken.insert(entry.edition);
    if (entry.edition == plan.edition) same = same ? same : &entry;
  }
  if (!same) return plan.edition;
  const std::string next = nextEdition(plan.edition, taken);
  if (plan.id == origin.id && plan.edition == origin.edition) return next;
  ErrorPlace place = plan.source.at(".edition");
  place.value = plan.edition;
  return failure(
      Error{ErrorCode::refused,
            {"this edition of " + plan.id + " exists already with other contents, in " + same->file.filename().string(),
             plan.id + " 的这一版已存在且内容不同：" + same->file.filename().string()},
            {"write another one, such as " + next, "请改用其他版次，如 " + next},
            place});
}

Result<SavedPlan> savePlan(const std::string& text, const PlanOrigin& origin, const fs::path& station) {
  const PlanLibrary library = plansHere(station);
  const fs::path folder = ownPlanFolder(station);
  std::error_code quiet;
  const bool mends = !origin.file.empty() && origin.id.empty() && fs::exists(origin.file, quiet) &&
                     origin.file.lexically_normal().string().starts_with(folder.lexically_normal().string() + '/');
  const CheckedPlan checked = checkPlanText(text, origin.file.string(), library, nullptr);
  if (!checked.errors.empty()) return hasErrors(checked.errors);
  const std::optional<std::string> before = origin.file.empty() ? std::nullopt : bytesOf(origin.file);
  if (before == text)
    return failure(ErrorCode::refused, {"nothing has changed", "没有改动"},
                   {"this is the text of the file", "内容与文件相同"});
  if (isPostsFile(origin.file) && !mends)
    return failure(
        ErrorCode::refused, {"this list of posts came with the product", "该岗位表随产品提供"},
        {"put a posts.yaml of your own into " + folder.string(), "请在 " + folder.string() + " 中另建 posts.yaml"});
  if (const Outcome there = ownFolder(folder); !there) return failure(there.error());
  SavedPlan saved{origin.file, {}, {}, text};
  if (checked.own) {
    const Result<std::string> edition = editionToSave(*checked.own, origin, library);
    if (!edition) return failure(edition.error());
    saved.id = checked.own->id;
    saved.edition = *edition;
    if (*edition != checked.own->edition) {
      auto bumped = withHeadValue(text, "edition", *edition);
      const PlanResult again = bumped ? loadPlan(*bumped, {}) : PlanResult(tl::unexpected(PlanErrors{}));
      if (!again || again->edition != *edition)
        return failure(
            ErrorCode::refused,
            {"edition " + checked.own->edition + " of " + saved.id + " exists already",
             saved.id + " 的 " + checked.own->edition + " 版已存在"},
            {"write edition: \"" + *edition + "\" on a line of its own", "请另起一行写 edition: \"" + *edition + "\""});
      saved.text = std::move(*bumped);
    }
    if (!mends) saved.file = folder / planFileName(saved.id, saved.edition);
  }
  if (mends && before)
    if (const int fault = writeAll(origin.file.string() + ".before", *before))
      return cannotWrite(origin.file.string() + ".before", fault);
  if (const Outcome written = writeWhole(saved.file, saved.text, mends); !written) return failure(written.error());
  return saved;
}

}  // namespace fengsui
