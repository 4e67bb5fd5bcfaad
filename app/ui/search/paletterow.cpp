// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/paletterow.h"

#include <QAction>
#include <QTranslator>
#include <algorithm>

#include "ui/desk/closurefacts.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"
#include "ui/search/mapthings.h"

namespace fengsui {
namespace {

constexpr std::size_t kMostInAGroup = 6;
constexpr std::size_t kMostAlone = 30;
constexpr std::size_t kMostBeside = 2;
constexpr std::size_t kMostIncidentsUnasked = 5;

QString joined(std::initializer_list<QString> parts) {
  QStringList filled;
  for (const QString& part : parts)
    if (!part.isEmpty()) filled << part;
  return filled.join(QStringLiteral(" · "));
}

QString utf16(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void mark(PaletteRow& row, const SearchHit& hit) {
  row.words = qs(hit.thing.name);
  for (const MatchedRange& range : hit.matched) {
    const std::string_view name = hit.thing.name;
    row.marked.emplace_back(utf16(name.substr(0, range.at)).size(), utf16(name.substr(range.at, range.size)).size());
  }
}

// "Report an incident: click on the map (R)" without the key, which stands on its own.
QString withoutKey(QString tip) {
  const auto open = std::max(tip.lastIndexOf(u'('), tip.lastIndexOf(QChar(u'（')));
  if (open > 0 && (tip.endsWith(u')') || tip.endsWith(QChar(u'）')))) tip.truncate(open);
  return tip.trimmed();
}

}  // namespace

QString PaletteRows::groupOf(ThingSort sort) {
  switch (sort) {
    case ThingSort::incident:
      return shown(textOf(Kind::incident));
    case ThingSort::team:
      return shown(textOf(Kind::team));
    case ThingSort::order:
      return tr("Orders and responses");
    case ThingSort::plan:
      return tr("Plans");
    case ThingSort::action:
      return tr("Action");
    case ThingSort::shelter:
      return shown(textOf(Kind::shelter));
    case ThingSort::depot:
      return shown(textOf(Kind::depot));
    case ThingSort::riskZone:
      return shown(textOf(Kind::riskZone));
    case ThingSort::facility:
      return shown(textOf(Kind::facility));
    case ThingSort::closure:
      return shown(textOf(Kind::roadClosure));
    case ThingSort::person:
      return shown(textOf(Kind::person));
    case ThingSort::post:
      return shown(textOf(Kind::post));
    case ThingSort::place:
    case ThingSort::mapName:
      return shown(textOf(Kind::place));
  }
  return {};
}

void PaletteRows::describeAction(PaletteRow& row, QAction* action) const {
  row.type = PaletteRow::Type::action;
  row.action = action;
  row.words = action->text();
  row.icon = action->icon();
  row.second = withoutKey(action->toolTip());
  if (row.second == row.words) row.second.clear();
  row.key = action->shortcut().toString(QKeySequence::NativeText);
  if (action->isEnabled()) return;
  row.whyNot = desk_.live() ? (row.second.isEmpty() ? tr("not possible now") : row.second)
                            : tr("not while looking back: press Now first");
}

void PaletteRows::describe(PaletteRow& row, const SearchHit& hit) const {
  const Snapshot& s = desk_.shown();
  const NamedThing& thing = hit.thing;
  row.selected = {thing.kind, thing.id};
  row.at = thing.at;
  row.type = PaletteRow::Type::thing;
  const QString where = qs(thing.where);
  if (!s) return;
  switch (thing.kind) {
    case Kind::incident:
      if (const Incident* i = s->incidents.find(thing.id)) {
        row.symbol = symbolOf(*i);
        row.second = joined({shown(textOf(Vocabulary::incidentKind, i->kind)),
                             i->level ? inSentence(textOf(*i->level)) : tr("level not set"),
                             inSentence(textOf(i->status)), where, Wording::ago(desk_.moment().ms - i->reportedAt.ms)});
      }
      break;
    case Kind::team:
      if (const Team* team = s->teams.find(thing.id)) {
        row.symbol = symbolOf(*team);
        row.second = joined({shown(textOf(Vocabulary::teamKind, team->kind)), inSentence(textOf(team->status)), where});
      }
      break;
    case Kind::shelter:
      if (const Shelter* shelter = s->shelters.find(thing.id)) {
        row.symbol = symbolOf(*shelter);
        const auto places = shelter->places();
        row.second = joined(
            {shown(textOf(shelter->status)),
             places ? tr("%1 of %2 places taken").arg(Wording::count(shelter->occupants), Wording::count(*places))
                    : QString(),
             where});
      }
      break;
    case Kind::depot:
      if (const Depot* depot = s->depots.find(thing.id)) {
        row.symbol = symbolOf(*depot);
        row.second = joined({depot->tier ? shown(textOf(*depot->tier)) : QString(), where, qs(depot->address)});
      }
      break;
    case Kind::riskZone:
      if (const RiskZone* zone = s->riskZones.find(thing.id)) {
        row.symbol = symbolOf(*zone);
        row.second = joined({shown(textOf(Vocabulary::riskZoneKind, zone->kind)),
                             zone->colour ? inSentence(textOf(*zone->colour)) : QString(), where});
      }
      break;
    case Kind::facility:
      if (const Facility* facility = s->facilities.find(thing.id)) {
        row.symbol = symbolOf(*facility);
        row.second = joined({shown(textOf(Vocabulary::facilityKind, facility->kind)), where, qs(facility->address)});
      }
      break;
    case Kind::roadClosure:
      if (const RoadClosure* closure = s->roadClosures.find(thing.id)) {
        const Instant now = desk_.moment();
        row.symbol = symbolOf(*closure, now);
        row.second = joined({ClosureFacts::state(*closure, now),
                             ClosureFacts::when(*closure, now, desk_.session().timeZone()), qs(closure->words)});
      }
      break;
    case Kind::place:
      row.type = PaletteRow::Type::ground;
      row.glyph = qs(thing.code);
      row.second = joined({shown(textOf(Vocabulary::placeKind, thing.code)), where});
      break;
    case Kind::post:
      if (const Post* post = s->posts.find(thing.id)) {
        const Person* holder = post->onDuty ? s->find(post->onDuty->person) : nullptr;
        row.glyph = QStringLiteral("person");
        row.second = joined({holder ? tr("on duty: %1").arg(qs(holder->name)) : tr("nobody on duty"), where});
      }
      break;
    case Kind::order:
      if (const Order* order = s->orders.find(thing.id)) {
        row.glyph = QStringLiteral("order");
        row.second = joined({qs(order->number), qs(order->brief.owner.name),
                             inSentence(order->status == OrderStatus::issued ? textOf(order->brief.kind, order->stage())
                                                                             : textOf(order->status))});
      }
      break;
    case Kind::response:
      if (const Response* response = s->responses.find(thing.id))
        row.second = joined({qs(response->level), inSentence(textOf(response->status)), qs(response->documentNumber)});
      break;
    default:
      break;
  }
  if (thing.sort == ThingSort::person) {
    // A person is found through what the person answers for; that is what can be shown on the map.
    row.symbol.reset();
    row.glyph = QStringLiteral("person");
    row.telephone = qs(thing.otherName);
    row.second = joined({qs(thing.about), where, row.telephone});
  }
}

PaletteRow PaletteRows::rowOf(const SearchHit& hit) const {
  PaletteRow row;
  if (hit.thing.sort == ThingSort::action) {
    const auto at = std::find_if(actions_.begin(), actions_.end(),
                                 [&](const QAction* action) { return action->objectName() == qs(hit.thing.code); });
    if (at != actions_.end()) describeAction(row, *at);
    if (row.words == qs(hit.thing.name)) mark(row, hit);
    return row;
  }
  if (hit.thing.sort == ThingSort::plan) {
    row.type = PaletteRow::Type::thing;
    row.glyph = QStringLiteral("order");
    row.plan = qs(hit.thing.code);
    row.levels = hit.thing.tier == 0;
    row.second = tr("edition %1").arg(qs(hit.thing.where));
  } else if (hit.thing.sort == ThingSort::mapName) {
    row.type = PaletteRow::Type::ground;
    row.at = hit.thing.at;
    row.glyph = qs(hit.thing.code);
    row.second = joined({shown(wordForMapClass(hit.thing.code)),
                         hit.thing.where.empty() ? QString() : tr("near %1").arg(qs(hit.thing.where))});
  } else {
    describe(row, hit);
  }
  mark(row, hit);
  if (hit.byOtherName && hit.thing.sort != ThingSort::person)
    row.words += QStringLiteral("  ") + qs(hit.thing.otherName);
  return row;
}

PaletteRow PaletteRows::rowOf(Position coordinates) const {
  PaletteRow row;
  row.type = PaletteRow::Type::ground;
  row.at = coordinates;
  row.words = Wording::position(coordinates);
  if (centre_)
    row.second = tr("%1 from the middle of the map").arg(Wording::distance(distanceM(*centre_, coordinates)));
  return row;
}

PaletteRow PaletteRows::rowOf(const ReportLine& report) const {
  using Tone = PaletteRow::Chip::Tone;
  PaletteRow row;
  row.type = PaletteRow::Type::report;
  row.report = std::make_shared<const ReportLine>(report);
  row.symbol = Symbol{Kind::incident, report.kind, static_cast<int>(IncidentStatus::reported),
                      report.level ? static_cast<int>(*report.level) : -1};
  row.words = report.title.empty() ? shown(textOf(Vocabulary::incidentKind, report.kind)) : qs(report.title);
  if (!report.reportable()) {
    row.words = tr("Report an incident");
    row.whyNot = tr("Say what, where and how many: “report fire Qiaozi 3 trapped”");
  }
  if (!desk_.live()) row.whyNot = tr("not while looking back: press Now first");

  if (report.kind.empty())
    row.chips.push_back({tr("kind not said"), Tone::missing, {}});
  else
    row.chips.push_back({shown(textOf(Vocabulary::incidentKind, report.kind)), Tone::plain, {}});
  if (report.kindOpen()) row.chips.push_back({tr("forest or building: to be confirmed"), Tone::missing, {}});
  if (report.level) row.chips.push_back({shown(textOf(*report.level)), Tone::level, report.level});
  const QString where = joined({qs(report.locality), qs(report.address)});
  if (where.isEmpty()) {
    row.chips.push_back({tr("no place: not on the map"), Tone::missing, {}});
  } else {
    row.chips.push_back({where, Tone::plain, {}});
    if (!report.at) row.chips.push_back({tr("position not known: not on the map"), Tone::missing, {}});
    if (report.namesakes > 1)
      row.chips.push_back({tr("nearest of %1 of this name").arg(report.namesakes), Tone::missing, {}});
  }
  for (const ReportedFigure& figure : report.figures) {
    const QString count = Wording::count(figure.count);
    row.chips.push_back(
        {tr("%1 %2").arg(shown(textOf(figure.kind)), figure.estimated ? tr("about %1").arg(count) : count),
         Tone::plain,
         {}});
  }
  if (!report.source.empty()) row.chips.push_back({tr("by %1").arg(qs(report.source)), Tone::plain, {}});
  return row;
}

void PaletteRows::addHead(std::vector<PaletteRow>& rows, const QString& word) {
  PaletteRow head;
  head.type = PaletteRow::Type::head;
  head.words = word;
  rows.push_back(std::move(head));
}

void PaletteRows::addGroups(std::vector<PaletteRow>& rows, const SearchAnswer& answer) const {
  std::vector<std::pair<QString, std::vector<PaletteRow>>> groups;
  const bool oneGroup = std::all_of(answer.hits.begin(), answer.hits.end(), [&](const SearchHit& hit) {
    return groupOf(hit.thing.sort) == groupOf(answer.hits.front().thing.sort);
  });
  for (const SearchHit& hit : answer.hits) {
    const QString word = answer.completes ? tr("Place for the report") : groupOf(hit.thing.sort);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == word; });
    if (group == groups.end()) group = groups.insert(groups.end(), {word, {}});
    // What only lies there or is of that kind does not crowd out what is called so.
    const bool crowds = hit.rank >= MatchRank::about && answer.hits.front().rank < MatchRank::about;
    if (group->second.size() >= (crowds ? kMostBeside : oneGroup ? kMostAlone : kMostInAGroup)) continue;
    PaletteRow row = rowOf(hit);
    row.completes = answer.completes.has_value();
    if (row.choosable()) group->second.push_back(std::move(row));
  }
  for (auto& [word, group] : groups) {
    if (group.empty()) continue;
    addHead(rows, word);
    std::move(group.begin(), group.end(), std::back_inserter(rows));
  }
}

std::vector<PaletteRow> PaletteRows::of(const SearchAnswer& answer) const {
  std::vector<PaletteRow> rows;
  if (!answer.coordinates.empty()) {
    addHead(rows, tr("Coordinates"));
    for (const Position at : answer.coordinates) rows.push_back(rowOf(at));
  }
  const auto addReport = [&] {
    addHead(rows, tr("Report"));
    rows.push_back(rowOf(*answer.report));
  };
  if (answer.report && answer.report->asked) addReport();
  addGroups(rows, answer);
  if (answer.report && !answer.report->asked) addReport();
  if (rows.empty()) {
    PaletteRow none;
    none.words = tr("Nothing is called that.");
    none.second = tr("Try part of the name, its pinyin or initials; 报 or report begins a report.");
    rows.push_back(std::move(none));
  }
  return rows;
}

std::vector<PaletteRow> PaletteRows::unasked() const {
  SearchAnswer likely;
  if (const Snapshot& s = desk_.shown()) {
    s->incidents.forEach([&](const Uuid& id, const Incident& incident) {
      if (!incident.open()) return;
      NamedThing thing;
      thing.sort = ThingSort::incident;
      thing.kind = Kind::incident;
      thing.id = id;
      thing.name = incident.title;
      thing.where = incident.locality;
      thing.at = incident.location;
      thing.tier = static_cast<std::uint8_t>(incident.level ? 3 - static_cast<int>(*incident.level) : 4);
      thing.recency = incident.reportedAt.ms;
      likely.hits.push_back({std::move(thing), MatchRank::exact, {}, false});
    });
    std::sort(likely.hits.begin(), likely.hits.end(), [](const SearchHit& a, const SearchHit& b) {
      return std::pair(a.thing.tier, -a.thing.recency) < std::pair(b.thing.tier, -b.thing.recency);
    });
    if (likely.hits.size() > kMostIncidentsUnasked) likely.hits.resize(kMostIncidentsUnasked);
  }
  std::vector<PaletteRow> rows;
  addGroups(rows, likely);
  addHead(rows, groupOf(ThingSort::action));
  for (QAction* action : actions_) {
    PaletteRow row;
    describeAction(row, action);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<NamedThing> namesOfActions(const QList<QAction*>& actions) {
  // In English the Chinese name is looked up; in Chinese the name in the program is English.
  static const auto chinese = [] {
    auto translator = std::make_unique<QTranslator>();
    return translator->load(QStringLiteral(":/i18n/fengsui_zh_CN.qm")) ? std::move(translator) : nullptr;
  }();
  std::vector<NamedThing> things;
  for (const QAction* action : actions) {
    NamedThing thing;
    thing.sort = ThingSort::action;
    thing.code = action->objectName().toStdString();
    thing.name = action->text().toStdString();
    QString more = withoutKey(action->toolTip()) + QChar(u' ');
    if (chinese && action->parent()) {
      const QString other = chinese->translate(action->parent()->metaObject()->className(), qPrintable(action->text()));
      thing.otherName = other.toStdString();
    }
    for (const QChar letter : action->objectName())
      more += letter.isUpper() ? QStringLiteral(" ") + letter : QString(letter);
    thing.about = more.toStdString();
    things.push_back(std::move(thing));
  }
  return things;
}

}  // namespace fengsui
