// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sendcommand.h"

#include <filesystem>

#include "cli/lookup.h"
#include "feeds/filedrop.h"
#include "feeds/ladderclimber.h"
#include "feeds/outbox.h"
#include "feeds/voice.h"

namespace fengsui {
namespace {

struct SendOptions : CarryWish {
  std::string order;
  std::vector<std::string> to;
};

/// The station's own ways out, and those that need somebody here.
Result<Channels> channelsOf(const Station& station, const CarryWish& o) {
  const auto settings = loadChannelSettings(station.files());
  if (!settings) return failure(settings.error());
  Channels channels = channelsFrom(*settings);
  channels["spoken"] = std::make_shared<Spoken>(o.whom, !o.unanswered, o.repeated);
  channels["seat"] = std::make_shared<Seat>(o.whom);
  channels["print"] = std::make_shared<Print>([folder = o.printer](const std::string& file) -> Outcome {
    std::error_code error;
    const std::filesystem::path from(file);
    std::filesystem::copy_file(from, std::filesystem::path(folder) / from.filename(),
                               std::filesystem::copy_options::overwrite_existing, error);
    if (error) return failure(ErrorCode::io, {"cannot hand on " + file + ": " + error.message(), "无法送打印 " + file});
    return {};
  });
  return channels;
}

std::vector<std::string> recipientsOf(const Order& order, const SendOptions& o) {
  if (!o.to.empty()) return o.to;
  std::vector<std::string> all;
  for (const OrderCopy& copy : order.copies) all.push_back(copy.to.key());
  return all;
}

Result<std::vector<Parcel>> parcelsOf(const Station& station, const SendOptions& o) {
  const Situation& s = station.situation();
  const auto id = lookUp<Order>(s, o.order);
  if (!id) return failure(id.error());
  std::vector<Parcel> parcels;
  for (const std::string& to : recipientsOf(*s.find(*id), o)) {
    auto parcel = parcelOfOrder(s, *id, to, station.timeZone());
    if (!parcel) return failure(parcel.error());
    parcel->file = o.file;
    parcels.push_back(std::move(*parcel));
  }
  return parcels;
}

void send(Session& session, const SendOptions& o) {
  auto station = session.open();
  if (!station) return session.console.refuse(station.error());
  auto parcels = parcelsOf(**station, o);
  if (!parcels) return session.console.refuse(parcels.error());
  carry(session, **station, std::move(*parcels), o);
}

void takeReplies(Session& session) {
  auto station = session.open();
  if (!station) return session.console.refuse(station.error());
  const auto settings = loadChannelSettings((*station)->files());
  if (!settings) return session.console.refuse(settings.error());
  if (!settings->folder)
    return session.console.refuse({ErrorCode::notFound,
                                   {"this station has no folder for files", "本站没有配置投递文件夹"},
                                   {"set \"file\" in " + channelsFileOf((*station)->files()),
                                    "请在 " + channelsFileOf((*station)->files()) + " 中配置 file"},
                                   {}});
  auto replies = readReplies(*settings->folder, (*station)->situation(), (*station)->timeZone());
  if (!replies) return session.console.refuse(replies.error());
  std::int64_t taken = 0;
  for (const Reply& reply : replies->read) {
    auto recorded =
        reply.at > systemNow()
            ? Result<Receipt>(failure(ErrorCode::invalid, {"it would have been given in the future", "答复时间在未来"}))
            : (*station)->execute(reply.command, {session.actor, reply.at});
    Outcome away = recorded ? putAway(reply.file) : Outcome(failure(recorded.error()));
    if (away) {
      ++taken;
      continue;
    }
    Error fault = away.error();
    fault.place.file = reply.file;
    replies->wrong.push_back(std::move(fault));
  }
  const std::string count = std::to_string(taken);
  session.console.report({count + " replies taken", "已登记答复 " + count + " 份"}, Json{{"taken", taken}});
  for (const Error& wrong : replies->wrong) session.console.refuse(wrong);
  publish(session, **station);
}

void chase(Session& session) {
  auto station = session.open();
  if (!station) return session.console.refuse(station.error());
  const auto climbed = climbDueRungs(**station, systemNow(), session.actor);
  if (!climbed) return session.console.refuse(climbed.error());
  const std::string count = std::to_string(climbed->events.size());
  session.console.report({count + " rungs climbed", "已催办 " + count + " 级"},
                         Json{{"climbed", climbed->events.size()}});
  publish(session, **station);
}

}  // namespace

void carry(Session& session, Station& station, std::vector<Parcel> parcels, const CarryWish& o) {
  if (o.script) {
    Json scripts = Json::array();
    std::string lines;
    for (const Parcel& parcel : parcels) {
      scripts.push_back(Json{{"to", parcel.toName}, {"script", parcel.spoken}});
      lines += (lines.empty() ? "" : "\n") + parcel.toName + ": " + parcel.spoken;
    }
    return session.console.report(sameInBoth(lines), scripts);
  }
  auto channels = channelsOf(station, o);
  if (!channels) return session.console.refuse(channels.error());
  Outbox outbox(std::move(*channels));
  for (Parcel& parcel : parcels)
    if (const auto put = outbox.put(std::move(parcel), o.via); !put) return session.console.refuse(put.error());
  outbox.drain();
  Json tries = Json::array();
  std::string lines, reasons;
  for (const Tried& tried : outbox.takeTried()) {
    if (const auto record = recordOf(tried.parcel, tried.attempt))
      if (const auto done = station.execute(*record, {session.actor, std::nullopt}); !done)
        return session.console.refuse(done.error());
    // Who says a report back has it: its receipt.
    if (tried.parcel.kind == ParcelKind::report && o.via == "spoken" && tried.attempt.reached && o.repeated)
      if (const auto done = station.execute(ReceiveReport{{tried.parcel.subject}, tried.parcel.to, o.whom},
                                            {session.actor, std::nullopt});
          !done)
        return session.console.refuse(done.error());
    const Attempt& attempt = tried.attempt;
    tries.push_back(Json{{"to", tried.parcel.toName},
                         {"channel", attempt.channel},
                         {"reached", attempt.reached},
                         {"detail", attempt.detail}});
    lines += (lines.empty() ? "" : "\n") + tried.parcel.toName + ": " +
             session.console.say(attempt.reached ? Text{"brought", "已送出"} : Text{"not brought", "未送达"}) +
             (attempt.detail.empty() ? "" : " (" + attempt.detail + ")");
    if (!attempt.reached) reasons += (reasons.empty() ? "" : "; ") + tried.parcel.toName + ": " + attempt.detail;
  }
  session.console.report(sameInBoth(lines), tries);
  publish(session, station);
  // Recorded all the same: a script sees that somebody has to try another way.
  if (!reasons.empty()) session.console.exitCode = 1;
}

void addCarryOptions(CLI::App& sending, Session& session, CarryWish& o) {
  sending.add_option("--whom", o.whom, told(session, "spoken: who was reached; seat: which", "接听人；席位"));
  sending.add_flag("--repeated", o.repeated, told(session, "spoken: it was said back", "已复诵"));
  sending.add_flag("--no-answer", o.unanswered, told(session, "spoken: nobody answered", "无人接听"));
  sending.add_flag("--script", o.script, told(session, "only show what is read out", "只显示电话稿"));
  sending.add_option("--file", o.file, told(session, "print: the finished file", "打印：已生成的文件"));
  sending.add_option("--spool", o.printer, told(session, "print: the folder that is printed from", "打印文件夹"));
}

void addSendCommands(CLI::App& order, Session& session) {
  auto o = std::make_shared<SendOptions>();
  auto* sending = order.add_subcommand(
      "send", told(session, "bring an issued order, or its recall, to its addressees", "发送派单或撤回通知"));
  sending->add_option("ORDER", o->order, told(session, "number, title or id", "单号、标题或标识"))->required();
  sending->add_option("--via", o->via, "file, mail, spoken, print, seat")->required();
  sending->add_option("--to", o->to, told(session, "only to these", "只发给"));
  addCarryOptions(*sending, session, *o);
  sending->callback([o, &session] { send(session, *o); });

  order.add_subcommand("replies", told(session, "take in the answers beside dropped files", "登记投递文件夹中的答复"))
      ->callback([&session] { takeReplies(session); });
  order.add_subcommand("chase", told(session, "climb every rung that is due at this seat", "按梯次催办本席到时派单"))
      ->callback([&session] { chase(session); });
}

}  // namespace fengsui
