// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/filedrop.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "core/digest.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReply = ".reply.json";
constexpr std::uintmax_t kReplyAtMost = 1 << 20;

/// The whole file or nothing: another name first, synced, then renamed.
Outcome writeWhole(const fs::path& file, const std::string& bytes) {
  const fs::path part = file.string() + ".part";
  const auto fault = [&](const char* what) {
    const std::string why = std::strerror(errno);
    ::unlink(part.c_str());
    return failure(ErrorCode::io, {std::string("cannot ") + what + " " + file.string() + ": " + why,
                                   "无法写入 " + file.string() + "：" + why});
  };
  const int out = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
  if (out < 0) return fault("create");
  for (std::size_t done = 0; done < bytes.size();) {
    const auto wrote = ::write(out, bytes.data() + done, bytes.size() - done);
    if (wrote < 0) {
      ::close(out);
      return fault("write");
    }
    done += static_cast<std::size_t>(wrote);
  }
  if (::fsync(out) != 0 || ::close(out) != 0) return fault("write");
  if (::rename(part.c_str(), file.c_str()) != 0) return fault("name");
  return {};
}

// A name that every file system takes, and not longer than it takes with everything that is added.
std::string plain(const std::string& text) {
  constexpr std::size_t kBytesAtMost = 90;
  std::string name;
  for (const char c : text) {
    const bool begins = (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    if (begins && name.size() >= kBytesAtMost - 4) break;
    const bool bad = static_cast<unsigned char>(c) < 0x20 || std::strchr("/\\:*?\"<>|. ", c) != nullptr;
    name += bad ? '_' : c;
  }
  return name;
}

tl::unexpected<Error> wrong(const fs::path& file, const char* field, std::string en, std::string zh) {
  Error error{ErrorCode::invalid, {std::move(en), std::move(zh)}, {}, {}};
  error.place.file = file.string();
  error.place.field = field;
  return failure(std::move(error));
}

const Order* orderNumbered(const Situation& s, const std::string& number) {
  const Order* found = nullptr;
  s.orders.forEach([&](const Uuid&, const Order& order) {
    if (order.number == number) found = &order;
  });
  return found;
}

bool known(const std::optional<Step>& step, const Step& said) {
  return step && *step == said;
}

/// The reply as a command; nothing where the situation has it already.
Result<std::optional<Reply>> replyFrom(const fs::path& file, const Situation& s, const TimeZone& zone) {
  std::error_code ignored;
  if (fs::file_size(file, ignored) > kReplyAtMost)
    return wrong(file, "", "a reply of more than a megabyte is none", "答复文件超过 1 MB");
  std::ifstream in(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  const Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_object()) return wrong(file, "", "a reply is a JSON object", "答复须为 JSON 对象");
  const auto text = [&](const char* name) {
    const auto at = json.find(name);
    return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
  };
  const Order* order = orderNumbered(s, text("order"));
  if (!order) return wrong(file, "order", "no order carries this number", "没有这个单号");
  const OrderCopy* copy = nullptr;
  for (const OrderCopy& one : order->copies)
    if (one.to.key() == text("to") || one.to.name == text("to") || (text("to").empty() && order->copies.size() == 1))
      copy = &one;
  if (!copy) return wrong(file, "to", "the order did not go there", "该单没有发给此受令方");
  const auto parcel = parcelOfOrder(s, order->id, copy->to.key(), zone);
  if (!parcel) return failure(parcel.error());
  if (text("textDigest") != parcel->data.value("textDigest", std::string()))
    return wrong(file, "textDigest", "it answers another text than was sent", "答复对应的文本与所发不一致");
  if (text("by").empty()) return wrong(file, "by", "say who answers", "须写明答复人");
  const auto at = zone.parse(text("at"));
  if (!at) return failure(at.error().at({file.string(), 0, 0, "at", text("at")}));
  // People write minutes: what was answered in the minute of the issue was answered after it.
  const Instant issued = order->issued->at;
  if (at->ms + 60'000 <= issued.ms)
    return wrong(file, "at", "it was answered before it was issued", "答复时间早于签发时间");
  const Step said{std::max(*at, issued), text("by"), text("words")};
  const std::string key = copy->to.key(), what = text("reply");
  if (what == "acknowledged") {
    if (known(copy->acknowledged, said)) return std::nullopt;
    const bool repeated = json.contains("repeatedBack") && json["repeatedBack"] == true;
    return Reply{file.string(), said.at, AcknowledgeOrder{order->id, key, said.by, said.words, repeated}};
  }
  if (what == "refused") {
    if (known(copy->refused, said)) return std::nullopt;
    return Reply{file.string(), said.at, RefuseOrder{order->id, key, said.by, said.words}};
  }
  if (what == "started") {
    if (known(copy->started, {said.at, said.by, {}})) return std::nullopt;
    return Reply{file.string(), said.at, StartOrder{order->id, key, said.by}};
  }
  if (what == "done") {
    if (known(copy->done, said)) return std::nullopt;
    FinishOrder done{order->id, key, said.by, said.words, {}};
    if (json.contains("answer")) {
      auto answer = decode<std::vector<AnswerValue>>(json["answer"]);
      if (!answer) return failure(answer.error().at({file.string(), 0, 0, "answer", {}}));
      done.answer = std::move(*answer);
    }
    return Reply{file.string(), said.at, std::move(done)};
  }
  return wrong(file, "reply", "a reply is acknowledged, refused, started or done",
               "答复应为 acknowledged、refused、started 或 done");
}

}  // namespace

std::string FileDrop::stemOf(const Parcel& parcel) {
  const Digest digest = blake2b(parcel.subject.text() + parcel.to + std::string(nameOf(parcel.kind).code));
  return plain(parcel.number) + '_' + plain(parcel.toName) + '_' + hex(digest).substr(0, 8) +
         (parcel.kind == ParcelKind::recall ? "_撤回" : "");
}

Carriage FileDrop::carry(const Parcel& parcel) {
  std::error_code error;
  if (!fs::is_directory(folder_, error)) return failed(parcel.toName, "投递文件夹不存在：" + folder_, true);
  const fs::path stem = fs::path(folder_) / stemOf(parcel);
  for (const auto& [ending, bytes] : {std::pair{".txt", parcel.text}, std::pair{".json", parcel.data.dump(2) + '\n'}})
    if (const auto written = writeWhole(stem.string() + ending, bytes); !written)
      return failed(parcel.toName, written.error().message.zh, true);
  return brought(parcel.toName, stem.filename().string() + ".txt");
}

Result<Replies> readReplies(const std::string& folder, const Situation& s, const TimeZone& zone) {
  std::error_code error;
  Replies replies;
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(folder, error))
    if (file.path().filename().string().ends_with(kReply)) files.push_back(file.path());
  if (error)
    return failure(ErrorCode::io,
                   {"cannot read folder " + folder + ": " + error.message(), "无法读取文件夹 " + folder});
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    auto reply = replyFrom(file, s, zone);
    if (!reply)
      replies.wrong.push_back(reply.error());
    else if (*reply)
      replies.read.push_back(std::move(**reply));
    else if (const auto away = putAway(file.string()); !away)
      replies.wrong.push_back(away.error());
  }
  std::stable_sort(replies.read.begin(), replies.read.end(),
                   [](const Reply& one, const Reply& other) { return one.at < other.at; });
  return replies;
}

Outcome putAway(const std::string& file) {
  std::error_code error;
  fs::rename(file, file + ".read", error);
  if (error) return failure(ErrorCode::io, {"cannot put away " + file + ": " + error.message(), "无法移走 " + file});
  return {};
}

}  // namespace fengsui
