// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/deciderules.h"
#include "core/foldduty.h"
#include "core/reportdraft.h"
#include "core/roles.h"

// Duty reports: 首报, 续报, 终报 (拟稿 → 审核 → 签发 → recipients), and the disaster statistics beside them.

namespace fengsui::deciderules {
namespace {

/// The report that was neither put away nor lost.
Result<const DutyReport*> standing(const Situation& s, Id<DutyReport> id) {
  return known(s, id).and_then([](const DutyReport* report) -> Result<const DutyReport*> {
    if (report->withdrawn)
      return refuse("\"" + nameOfReport(*report) + "\" was withdrawn", "“" + nameOfReport(*report) + "”已作废");
    return report;
  });
}

/// The reports of the chain that @p report would join, that stand.
std::vector<const DutyReport*> chainOf(const Situation& s, const DutyReport& report) {
  std::vector<const DutyReport*> chain;
  s.dutyReports.forEach([&](const Uuid&, const DutyReport& other) {
    if (!other.withdrawn && other.id != report.id && sameChain(other, report)) chain.push_back(&other);
  });
  return chain;
}

bool hasAny(const Situation& s, DutyReport like, ReportKind kind) {
  like.kind = kind;
  for (const ReportForm form : {ReportForm::telephone, ReportForm::written}) {
    like.form = form;
    if (!chainOf(s, like).empty()) return true;
  }
  return false;
}

Outcome fitsTheChain(const Situation& s, const DutyReport& report, const std::vector<const DutyReport*>& chain) {
  const bool once = report.kind == ReportKind::first || report.kind == ReportKind::final;
  if (once && !chain.empty())
    return refuse("there is a " + textOf(report.kind).en + " already: \"" + nameOfReport(*chain.front()) + "\"",
                  "已有" + textOf(report.form).zh + textOf(report.kind).zh + "：“" + nameOfReport(*chain.front()) + "”",
                  {"what has changed since goes into a follow-up report", "其后的变化请写入续报"});
  const bool follows = report.kind == ReportKind::followUp || report.kind == ReportKind::final;
  if (follows && !hasAny(s, report, ReportKind::first))
    return refuse("a " + textOf(report.kind).en + " comes after the first report",
                  "须先有首报，才能编发" + textOf(report.kind).zh);
  if (report.kind == ReportKind::followUp && hasAny(s, report, ReportKind::final))
    return refuse("the final report is written; nothing follows it", "已编发终报，不再续报",
                  {"withdraw the final report while it is not signed", "终报未签发前可先作废终报"});
  return {};
}

}  // namespace

Decision decideOn(const Situation& s, const DraftReport& c, const DecisionContext& x) {
  DutyReport report = c.report;
  if (report.id.isNil() || s.find(report.id))
    return failure(ErrorCode::invalid, {"a report needs an id of its own", "报告须有唯一标识"});
  if (!report.incident && !report.response)
    return refuse("a report is about an incident or a response", "报告须对应事件或响应");
  if (report.incident)
    if (const auto incident = known(s, *report.incident); !incident) return failure(incident.error());
  if (report.response)
    if (const auto response = known(s, *report.response); !response) return failure(response.error());
  if (report.sections.empty())
    return report.kind == ReportKind::followUp
               ? refuse("a follow-up report says what has changed; nothing has", "续报只报变化，当前没有变化")
               : refuse("a report without words is not drafted", "报告不能没有内容");
  const auto chain = chainOf(s, report);
  if (const auto fits = fitsTheChain(s, report, chain); !fits) return failure(fits.error());
  report.number = 1;
  for (const DutyReport* other : chain) report.number = std::max(report.number, other->number + 1);
  if (report.title.empty()) report.title = titleOfReport(s, report);
  if (report.asOf == Instant{}) report.asOf = x.occurred;
  if (report.asOf > x.now)
    return failure(ErrorCode::invalid, {"a report does not tell about the future", "报告的截止时间不能在未来"});
  report.drafted = said(x, report.drafted.by, report.drafted.words);
  report.reviewed.reset();
  report.signed_.reset();
  report.withdrawn.reset();
  for (ReportRecipient& recipient : report.recipients) recipient = {recipient.name, std::nullopt, std::nullopt};
  report.stamp = {};
  return one(ReportDrafted{std::move(report)});
}

Decision decideOn(const Situation& s, const ReviewReport& c, const DecisionContext& x) {
  const auto report = standing(s, c.report);
  if (!report) return failure(report.error());
  if ((*report)->signed_) return refuse("this report is signed already", "该报告已签发");
  return one(ReportReviewed{c.report, said(x, c.by)});
}

Decision decideOn(const Situation& s, const SignReport& c, const DecisionContext& x) {
  const auto report = standing(s, c.report);
  if (!report) return failure(report.error());
  if ((*report)->signed_) return refuse("this report is signed already", "该报告已签发");
  if (!(*report)->reviewed) return refuse("a report is signed after somebody has reviewed it", "报告须先审核，再签发");
  const Step step = said(x, c.by);
  if (step.by == (*report)->drafted.by)
    return refuse("whoever drafted a report does not sign it", "拟稿人不能自行签发",
                  {"the duty officer or a commander signs", "请值班长或指挥员签发"});
  if (const auto may = mayOnly(s, x, {Role::dutyOfficer, Role::commander}, {"sign a report", "签发报告"}); !may)
    return failure(may.error());
  return one(ReportSigned{c.report, step});
}

Decision decideOn(const Situation& s, const SendReport& c, const DecisionContext& x) {
  const auto report = standing(s, c.report);
  if (!report) return failure(report.error());
  if (c.recipient.empty()) return failure(ErrorCode::invalid, {"a report is sent to somebody", "须写明报送对象"});
  // 先电话后书面: the telephone does not wait for a signature.
  const bool spoken = (*report)->kind == ReportKind::first && (*report)->form == ReportForm::telephone;
  if (!(*report)->signed_ && !spoken)
    return refuse("a report is sent after it is signed", "报告签发后方可报送",
                  {"only the first report by telephone goes ahead of the signature", "只有电话首报可以先报"});
  return one(ReportSent{c.report, c.recipient, said(x, {}, c.channel)});
}

Decision decideOn(const Situation& s, const ReceiveReport& c, const DecisionContext& x) {
  const auto report = standing(s, c.report);
  if (!report) return failure(report.error());
  const auto& recipients = (*report)->recipients;
  const bool sent = std::any_of(recipients.begin(), recipients.end(),
                                [&](const ReportRecipient& one) { return one.name == c.recipient && one.sent; });
  if (!sent) return refuse("this report was not sent to \"" + c.recipient + "\"", "该报告未报送“" + c.recipient + "”");
  return one(ReportReceived{c.report, c.recipient, said(x, c.by)});
}

Decision decideOn(const Situation& s, const WithdrawReport& c, const DecisionContext& x) {
  const auto report = standing(s, c.report);
  if (!report) return failure(report.error());
  if ((*report)->signed_)
    return refuse("a signed report is not withdrawn; it is corrected by a follow-up report",
                  "已签发的报告不能作废，请用续报更正");
  for (const ReportRecipient& recipient : (*report)->recipients)
    if (recipient.sent)
      return refuse("\"" + recipient.name + "\" has been told already; correct it by a follow-up report",
                    "已报“" + recipient.name + "”，不能作废，请用续报更正");
  for (const DutyReport* other : chainOf(s, **report))
    if (other->number > (*report)->number)
      return refuse("a later one stands: \"" + nameOfReport(*other) + "\"; numbers have no gaps",
                    "其后已有“" + nameOfReport(*other) + "”，编号不能空缺",
                    {"withdraw the last one first", "请先作废最后一份"});
  return one(ReportWithdrawn{c.report, said(x, {}, c.reason)});
}

}  // namespace fengsui::deciderules
