// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reportdraft.h"

#include <algorithm>
#include <tuple>

#include "core/deciderules.h"
#include "core/hlc.h"
#include "core/roadwords.h"

namespace fengsui {

std::string chineseNumber(std::int64_t number) {
  static constexpr const char* kDigits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number < 0 || number >= 100) return std::to_string(number);
  const auto tens = number / 10, ones = number % 10;
  if (tens == 0) return kDigits[ones];
  return std::string(tens == 1 ? "" : kDigits[tens]) + "十" + (ones == 0 ? "" : kDigits[ones]);
}

std::string momentInWords(Instant at, const TimeZone& zone) {
  const std::string local = zone.local(at);  // 2026-07-20 21:40:00
  const auto number = [&](std::size_t from) { return std::to_string(std::stoi(local.substr(from, 2))); };
  return number(5) + "月" + number(8) + "日" + number(11) + "时" + local.substr(14, 2) + "分";
}

std::string titleOfReport(const Situation& s, const DutyReport& report) {
  std::string about;
  if (report.incident)
    if (const Incident* incident = s.find(*report.incident)) about = incident->title;
  if (about.empty() && report.response)
    if (const Response* response = s.find(*report.response)) about = response->title;
  std::string title = about + textOf(report.kind).zh;
  const bool numbered = report.kind == ReportKind::followUp || report.kind == ReportKind::statistics;
  if (numbered && report.number > 0) title += chineseNumber(report.number);
  if (report.form == ReportForm::telephone) title += "（电话）";
  return title;
}

const DutyReport* reportBefore(const Situation& s, Id<Incident> incident) {
  const DutyReport* found = nullptr;
  s.dutyReports.forEach([&](const Uuid&, const DutyReport& report) {
    const bool chain = report.kind == ReportKind::first || report.kind == ReportKind::followUp;
    if (!chain || report.withdrawn || report.incident != std::optional(incident)) return;
    const auto rank = [](const DutyReport& r) { return std::tuple(r.asOf, r.number, r.form, r.id); };
    if (!found || rank(*found) < rank(report)) found = &report;
  });
  return found;
}

namespace {

std::string textOfFigure(const Figure& figure, const TimeZone& zone) {
  return std::to_string(figure.count) + "人（" + figure.source + "，截至" + momentInWords(figure.cutOff, zone) + "，" +
         textOf(figure.verification).zh + (figure.decided ? "，以此为准" : "") + "）";
}

/// Parts with a separator between them.
class Listed {
 public:
  explicit Listed(std::string separator) : separator_(std::move(separator)) {}
  void add(const std::string& part) {
    if (!part.empty()) text_ += (text_.empty() ? "" : separator_) + part;
  }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// As a sentence; where there is nothing, @p otherwise.
  [[nodiscard]] std::string sentence(const std::string& otherwise = {}) const {
    return text_.empty() ? otherwise : text_ + "。";
  }

 private:
  std::string separator_;
  std::string text_;
};

/// What is composed from: one incident, told up to a moment.
struct Material {
  const Situation& s;
  const Incident& incident;
  const TimeZone& zone;
  Instant asOf;

  [[nodiscard]] std::string at(Instant moment) const { return momentInWords(moment, zone); }

  [[nodiscard]] std::string placeAndTime() const {
    Listed out("，");
    out.add(at(incident.happenedAt));
    Listed place("");
    place.add(incident.locality);
    if (incident.address != incident.locality) place.add(incident.address);
    if (incident.location) place.add("（" + incident.location->text() + "）");
    out.add(place.text());
    return out.sentence();
  }

  [[nodiscard]] std::string nature() const {
    Listed out("，");
    out.add(textOf(Vocabulary::incidentKind, incident.kind).zh);
    out.add(incident.level ? textOf(*incident.level).zh + "级" : "级别待定");
    out.add("当前状态：" + textOf(incident.status).zh);
    if (!incident.leadDepartment.empty()) out.add("牵头部门：" + incident.leadDepartment);
    return out.sentence();
  }

  [[nodiscard]] std::string teams(std::optional<Instant> since) const {
    std::vector<const Team*> bound;
    s.teams.forEach([&](const Uuid&, const Team& team) {
      if (!team.assignment || team.assignment->incident != incident.id) return;
      const Instant news = std::max(team.assignment->since, hlc::instantOf(team.stamp.hlc));
      if (!since || news > *since) bound.push_back(&team);
    });
    std::sort(bound.begin(), bound.end(), [](const Team* one, const Team* other) {
      return std::tie(one->name, one->id) < std::tie(other->name, other->id);
    });
    Listed out("；");
    for (const Team* team : bound) {
      std::string text = team->name;
      if (team->strength) text += std::to_string(*team->strength) + "人";
      text += textOf(team->status).zh;
      if (team->status == TeamStatus::enRoute && team->assignment->etaAt)
        text += "，预计" + at(*team->assignment->etaAt) + "到达";
      out.add(text);
    }
    return out.text();
  }

  [[nodiscard]] std::string responses(std::optional<Instant> since) const {
    Listed out("；");
    s.responses.forEach([&](const Uuid&, const Response& response) {
      const auto& about = response.incidents;
      if (response.status != ResponseStatus::active ||
          std::find(about.begin(), about.end(), incident.id) == about.end() || (since && response.startedAt <= *since))
        return;
      out.add(at(response.startedAt) + "启动" + response.title + response.level + "响应（" + response.signedBy +
              "签发）");
    });
    return out.text();
  }

  [[nodiscard]] std::string orders(std::optional<Instant> since) const {
    std::int64_t issued = 0, answered = 0, refused = 0, done = 0;
    s.orders.forEach([&](const Uuid&, const Order& order) {
      if (order.incident != std::optional(incident.id) || order.status != OrderStatus::issued || !order.issued) return;
      issued += !since || order.issued->at > *since;
      for (const OrderCopy& copy : order.copies) {
        const auto isNew = [&](const std::optional<Step>& step) { return step && (!since || step->at > *since); };
        answered += isNew(copy.acknowledged);
        refused += isNew(copy.refused);
        done += isNew(copy.done);
      }
    });
    Listed out("，");
    if (issued > 0) out.add((since ? "新下达指令" : "已下达指令") + std::to_string(issued) + "件");
    if (answered > 0) out.add("签收" + std::to_string(answered) + "份");
    if (refused > 0) out.add("拒绝" + std::to_string(refused) + "份");
    if (done > 0) out.add("办结" + std::to_string(done) + "份");
    return out.text();
  }

  /// What is closed for this incident; in a follow-up, what was closed or opened since.
  [[nodiscard]] std::string roads(std::optional<Instant> since) const {
    std::vector<const RoadClosure*> about;
    s.roadClosures.forEach([&](const Uuid&, const RoadClosure& closure) {
      if (closure.incident != std::optional(incident.id)) return;
      if (since ? hlc::instantOf(closure.stamp.hlc) > *since : closure.aheadOf(asOf)) about.push_back(&closure);
    });
    std::sort(about.begin(), about.end(), [](const RoadClosure* one, const RoadClosure* other) {
      return std::tie(one->name, one->id) < std::tie(other->name, other->id);
    });
    Listed out("；");
    for (const RoadClosure* closure : about) {
      const std::string whom = closedForInWords(*closure).zh;
      out.add(closure->name + stateInWords(*closure, asOf, zone).zh + (whom.empty() ? "" : "，" + whom) +
              (closure->words.empty() || !closure->aheadOf(asOf) ? "" : "（" + closure->words + "）"));
    }
    return out.text();
  }

  [[nodiscard]] std::string measures(std::optional<Instant> since) const {
    Listed out("。");
    out.add(responses(since));
    out.add(teams(since));
    out.add(orders(since));
    out.add(roads(since));
    return out.sentence();
  }

  [[nodiscard]] std::string requests(std::optional<Instant> since) const {
    Listed out("；");
    s.teams.forEach([&](const Uuid&, const Team& team) {
      if (!team.request || team.request->incident != incident.id || (since && team.request->since <= *since)) return;
      out.add("已商请" + (team.askedThrough.empty() ? team.name : team.askedThrough + "（" + team.name + "）") +
              "，待答复");
    });
    s.orders.forEach([&](const Uuid&, const Order& order) {
      const bool asks = order.brief.kind == MessageKind::appeal || order.brief.kind == MessageKind::request;
      if (!asks || order.incident != std::optional(incident.id) || order.status != OrderStatus::issued ||
          !order.issued || (since && order.issued->at <= *since))
        return;
      out.add(textOf(order.brief.kind).zh + order.brief.owner.name + "：" + order.brief.title);
    });
    return out.sentence();
  }

  [[nodiscard]] std::string conflictingFigures() const {
    Listed out("；");
    for (const auto& kind : namesOf<FigureKind>) {
      std::int64_t first = -1;
      bool differ = false, decided = false;
      for (const Figure& figure : incident.figures)
        if (figure.kind == kind.value) {
          differ |= first >= 0 && figure.count != first;
          if (first < 0) first = figure.count;
          decided |= figure.decided;
        }
      if (differ && !decided) out.add(std::string(kind.zh) + "人数各口径不一，待核定");
    }
    return out.sentence();
  }
};

std::string casualties(const Material& m) {
  const std::string text = textOfFigures(m.incident.figures, m.zone);
  return text.empty() ? "暂无伤亡报告，正在核实。" : text + "。" + m.conflictingFigures();
}

constexpr const char* kToFill = "（待补充）";

std::vector<ReportSection> firstByTelephone(const Material& m) {
  return {{"时间地点", m.placeAndTime()},
          {"事件性质", m.nature()},
          {"伤亡损失", casualties(m)},
          {"已采取措施", m.measures({}).empty() ? "正在组织处置。" : m.measures({})},
          {"请求支援", m.requests({}).empty() ? "暂无。" : m.requests({})}};
}

std::vector<ReportSection> firstInWriting(const Material& m) {
  const Incident& i = m.incident;
  const std::string source = i.source.empty() ? "来源" + std::string(kToFill) : i.source + "报告";
  return {{"接报情况", m.at(i.reportedAt) + "，" + source + "。"},
          {"时间地点", m.placeAndTime()},
          {"事件性质", m.nature()},
          {"影响范围", i.note.empty() ? kToFill : i.note},
          {"伤亡损失", casualties(m)},
          {"发展趋势", kToFill},
          {"现场指挥", i.onSceneCommander.empty() ? kToFill : i.onSceneCommander},
          {"已采取措施", m.measures({}).empty() ? "正在组织处置。" : m.measures({})},
          {"请求支援", m.requests({}).empty() ? "暂无。" : m.requests({})},
          {"现场联系人", kToFill}};
}

std::string changedFigures(const Material& m, const DutyReport& before) {
  Listed out("；");
  for (const Figure& now : m.incident.figures) {
    const Figure* old = nullptr;
    for (const Figure& figure : before.figures)
      if (figure.kind == now.kind && figure.source == now.source) old = &figure;
    if (old && *old == now) continue;
    std::string text = textOf(now.kind).zh;
    if (old && old->count != now.count) text += "由" + std::to_string(old->count) + "人变为";
    out.add(text + textOfFigure(now, m.zone));
  }
  for (const Figure& old : before.figures) {
    const bool gone = std::none_of(m.incident.figures.begin(), m.incident.figures.end(),
                                   [&](const Figure& now) { return now.kind == old.kind && now.source == old.source; });
    if (gone) out.add(textOf(old.kind).zh + std::to_string(old.count) + "人（" + old.source + "）已撤回");
  }
  return out.sentence();
}

std::vector<ReportSection> changesSince(const Material& m, const DutyReport& before) {
  std::vector<ReportSection> sections;
  const auto add = [&](const char* heading, const std::string& text) {
    if (!text.empty()) sections.push_back({heading, text});
  };
  const std::string figures = changedFigures(m, before);
  add("伤亡损失变化", figures.empty() ? figures : figures + m.conflictingFigures());
  add("新采取措施", m.measures(before.asOf));
  add("新请求支援", m.requests(before.asOf));
  if (m.incident.closedAt && *m.incident.closedAt > before.asOf)
    add("事件状态", m.at(*m.incident.closedAt) + textOf(m.incident.status).zh + "。" + m.incident.closedBecause);
  if (!sections.empty())
    sections.insert(sections.begin(), {"承接", "续" + before.title + "（截至" + m.at(before.asOf) + "），变化如下。"});
  return sections;
}

std::vector<ReportSection> finalReport(const Material& m) {
  const Incident& i = m.incident;
  std::string course = m.at(i.reportedAt) + "接报";
  if (i.closedAt)
    course += "，" + m.at(*i.closedAt) + textOf(i.status).zh + (i.closedBecause.empty() ? "" : "：" + i.closedBecause);
  return {{"事件概况", m.placeAndTime() + m.nature() + course + "。"},
          {"处置情况", m.measures({}).empty() ? kToFill : m.measures({})},
          {"伤亡损失", casualties(m)},
          {"善后情况", kToFill},
          {"总结评估", kToFill}};
}

std::vector<ReportSection> statistics(const Material& m) {
  const std::string figures = textOfFigures(m.incident.figures, m.zone);
  return {{"统计截止", m.at(m.asOf)},
          {"灾情数字", figures.empty() ? "零报告：截至目前无灾情数字。" : figures + "。" + m.conflictingFigures()}};
}

}  // namespace

std::string textOfFigures(const std::vector<Figure>& figures, const TimeZone& zone) {
  Listed out("；");
  for (const auto& kind : namesOf<FigureKind>) {
    Listed counts("、");
    for (const Figure& figure : figures)
      if (figure.kind == kind.value) counts.add(textOfFigure(figure, zone));
    if (!counts.text().empty()) out.add(std::string(kind.zh) + counts.text());
  }
  return out.text();
}

Result<DutyReport> composeReport(const Situation& s, const ReportWish& wish, const TimeZone& zone) {
  const auto incident = deciderules::known(s, wish.incident);
  if (!incident) return failure(incident.error());
  const Material material{s, **incident, zone, wish.asOf};
  DutyReport report;
  report.kind = wish.kind;
  report.form = wish.form;
  report.incident = wish.incident;
  report.asOf = wish.asOf;
  report.figures = (*incident)->figures;
  for (const std::string& name : wish.recipients) report.recipients.push_back({name, std::nullopt, std::nullopt});
  switch (wish.kind) {
    case ReportKind::first:
      report.sections = wish.form == ReportForm::telephone ? firstByTelephone(material) : firstInWriting(material);
      break;
    case ReportKind::followUp: {
      const DutyReport* before = reportBefore(s, wish.incident);
      if (!before)
        return deciderules::refuse("a follow-up report comes after the first report", "须先有首报，才能编发续报");
      report.sections = changesSince(material, *before);
      break;
    }
    case ReportKind::final:
      report.sections = finalReport(material);
      break;
    case ReportKind::statistics:
      report.sections = statistics(material);
      break;
  }
  return report;
}

}  // namespace fengsui
