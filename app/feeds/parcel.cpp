// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/parcel.h"

#include "core/digest.h"
#include "journal/withheld.h"

namespace fengsui {
namespace {

tl::unexpected<Error> refuse(std::string en, std::string zh) {
  return failure(ErrorCode::refused, {std::move(en), std::move(zh)});
}

/// What people wrote, without numbers that must not leave.
std::string safe(std::string_view text) {
  return withheld::numbers(text);
}

struct Page {
  std::string text;
  void line(const char* heading, const std::string& value) {
    if (!value.empty()) text += std::string(heading) + "：" + safe(value) + '\n';
  }
};

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : "；") + word;
  return list;
}

std::string expected(const Brief& brief) {
  std::vector<std::string> fields;
  for (const AnswerField& field : brief.expects) {
    std::string one = field.zh.empty() ? field.en : field.zh;
    if (!field.of.empty()) one += "（" + listed(field.of) + "）";
    fields.push_back(std::move(one));
  }
  return listed(fields);
}

void writeOrder(const Situation& s, const Order& order, const OrderCopy& copy, const TimeZone& zone, Parcel& parcel) {
  const Brief& brief = order.brief;
  const std::string limit = order.dueBy ? zone.local(*order.dueBy).substr(0, 16) : std::string();
  Page page;
  if (parcel.exercise) page.text += "【演练】\n";
  if (parcel.kind == ParcelKind::recall) page.text += "【撤回】本单作废，停止执行。\n";
  page.line("单号", order.number);
  page.line("类别", textOf(brief.kind).zh);
  page.line("受令方", copy.to.name + (copy.responsible ? "（主责）" : "（配合）"));
  page.line("事项", brief.title);
  page.line("任务", brief.task);
  page.line("地点", brief.place);
  page.line("时限", limit);
  page.line("路线", brief.route);
  page.line("装备", brief.equipment);
  page.line("安全", brief.safety);
  page.line("安全员", order.safetyFacts.officer);
  page.line("观察哨", order.safetyFacts.lookout);
  page.line("撤离路", order.safetyFacts.wayOut);
  page.line("安全区", order.safetyFacts.safeZone);
  page.line("撤离信号", order.safetyFacts.signal);
  page.line("禁止", listed(brief.forbidden));
  page.line("失联授权", brief.standing);
  page.line("反馈", expected(brief));
  page.line("核验", brief.verifier);
  page.line("签发", order.issued->by + "，" + zone.local(order.issued->at).substr(0, 16));
  if (parcel.kind == ParcelKind::recall && order.ended) {
    page.line("撤回理由", order.ended->words);
    page.line("撤回", order.ended->by + "，" + zone.local(order.ended->at).substr(0, 16));
  }
  page.line("发自", s.station.name);
  parcel.text = std::move(page.text);

  parcel.spoken = std::string(parcel.exercise ? "演练，演练。" : "") + s.station.name + "。" +
                  (parcel.kind == ParcelKind::recall ? "撤回单号" : "单号") + order.number + "。" +
                  (parcel.kind == ParcelKind::recall ? "原任务作废，停止执行：" : "任务：") + safe(brief.task) + "。" +
                  (limit.empty() || parcel.kind == ParcelKind::recall ? "" : "时限：" + limit + "。") +
                  "请复诵单号、任务、时限。";
  parcel.data =
      Json{{"number", order.number},      {"kind", nameOf(brief.kind).code}, {"title", safe(brief.title)},
           {"task", safe(brief.task)},    {"place", safe(brief.place)},      {"issuedAt", zone.iso(order.issued->at)},
           {"signedBy", order.issued->by}};
  if (order.dueBy) parcel.data["dueBy"] = zone.iso(*order.dueBy);
  if (!brief.expects.empty()) {
    Json fields = Json::array();
    for (const AnswerField& field : brief.expects)
      fields.push_back(Json{{"id", field.id}, {"zh", field.zh}, {"type", nameOf(field.type).code}});
    parcel.data["expects"] = std::move(fields);
  }
}

void finish(const Situation& s, Parcel& parcel) {
  parcel.data["station"] = s.station.name;
  parcel.data["mode"] = nameOf(s.station.mode).code;
  parcel.data["carries"] = nameOf(parcel.kind).code;
  parcel.data["subject"] = parcel.subject.text();
  parcel.data["to"] = parcel.to;
  parcel.data["toName"] = parcel.toName;
  const Digest digest = blake2b(parcel.text);
  parcel.data["textDigest"] = hex(digest);
}

}  // namespace

Result<Parcel> parcelOfOrder(const Situation& s, Id<Order> id, const std::string& to, const TimeZone& zone) {
  const Order* order = s.find(id);
  if (!order) return failure(ErrorCode::notFound, {"this order is not known here", "本站没有这张派单"});
  if (!order->issued) return refuse("a draft is not sent; sign it first", "草稿不能发送，请先签发");
  if (order->status == OrderStatus::superseded)
    return refuse("order " + order->number + " was given to others", "派单" + order->number + "已改派");
  const OrderCopy* copy = to.empty() && order->copies.size() == 1 ? &order->copies.front() : nullptr;
  for (const OrderCopy& one : order->copies)
    if (one.to.key() == to || one.to.name == to) copy = &one;
  if (!copy)
    return refuse("order " + order->number + " did not go to \"" + to + "\"",
                  "派单" + order->number + "没有发给“" + to + "”");
  Parcel parcel;
  parcel.kind = order->status == OrderStatus::cancelled ? ParcelKind::recall : ParcelKind::order;
  parcel.subject = id.uuid;
  parcel.to = copy->to.key();
  parcel.toName = copy->to.name;
  parcel.number = order->number;
  parcel.title = order->brief.title;
  parcel.exercise = s.station.mode == Mode::exercise;
  writeOrder(s, *order, *copy, zone, parcel);
  finish(s, parcel);
  return parcel;
}

Result<Parcel> parcelOfReport(const Situation& s, Id<DutyReport> id, const std::string& recipient,
                              const TimeZone& zone) {
  const DutyReport* report = s.find(id);
  if (!report) return failure(ErrorCode::notFound, {"this report is not known here", "本站没有这份报告"});
  if (recipient.empty()) return failure(ErrorCode::invalid, {"a report is sent to somebody", "须写明报送对象"});
  const bool spoken = report->kind == ReportKind::first && report->form == ReportForm::telephone;
  if (report->withdrawn) return refuse("this report was withdrawn", "该报告已作废");
  if (!report->signed_ && !spoken) return refuse("a report is sent after it is signed", "报告签发后方可报送");
  Parcel parcel;
  parcel.kind = ParcelKind::report;
  parcel.subject = id.uuid;
  parcel.to = parcel.toName = recipient;
  parcel.number = parcel.title = report->title;
  parcel.exercise = s.station.mode == Mode::exercise;
  Page page;
  if (parcel.exercise) page.text += "【演练】\n";
  page.text += safe(report->title) + "\n\n";
  page.line("报送", recipient);
  page.line("截至", zone.local(report->asOf).substr(0, 16));
  if (report->signed_) page.line("签发", report->signed_->by);
  for (const ReportSection& section : report->sections) {
    // What leaders wrote stays in the house, whoever put it into a report.
    if (section.heading.find("批示") != std::string::npos) continue;
    page.text += '\n' + safe(section.heading) + '\n' + safe(section.text) + '\n';
  }
  page.line("\n发自", s.station.name);
  parcel.text = std::move(page.text);
  parcel.spoken = parcel.text;
  parcel.data =
      Json{{"title", safe(report->title)}, {"kind", nameOf(report->kind).code}, {"asOf", zone.iso(report->asOf)}};
  finish(s, parcel);
  return parcel;
}

std::optional<Command> recordOf(const Parcel& parcel, const Attempt& attempt) {
  if (parcel.kind == ParcelKind::report) {
    if (!attempt.reached) return std::nullopt;
    return SendReport{{parcel.subject}, parcel.to, attempt.channel};
  }
  return CarryOrder{{parcel.subject}, parcel.to, attempt, parcel.kind == ParcelKind::recall};
}

}  // namespace fengsui
