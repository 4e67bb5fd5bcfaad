// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/stockform.h"

#include <QComboBox>
#include <QLineEdit>
#include <algorithm>

#include "ui/forms/choices.h"
#include "ui/look/language.h"

namespace fengsui {
namespace {

const QString kNew = QStringLiteral("new");

QString codeOf(StockForm::Way way) {
  switch (way) {
    case StockForm::Way::issue:
      return QStringLiteral("issue");
    case StockForm::Way::reserve:
      return QStringLiteral("reserve");
    case StockForm::Way::move:
      return QStringLiteral("move");
    case StockForm::Way::receive:
      return QStringLiteral("receive");
    case StockForm::Way::count:
      return QStringLiteral("count");
    case StockForm::Way::issueReserved:
      return QStringLiteral("issueReserved");
    case StockForm::Way::unreserve:
      return QStringLiteral("unreserve");
  }
  return {};
}

constexpr StockForm::Way kWays[] = {StockForm::Way::issue,    StockForm::Way::reserve, StockForm::Way::move,
                                    StockForm::Way::receive,  StockForm::Way::count,   StockForm::Way::issueReserved,
                                    StockForm::Way::unreserve};

bool forIncident(StockForm::Way way) {
  return way == StockForm::Way::issue || way == StockForm::Way::reserve || way == StockForm::Way::issueReserved ||
         way == StockForm::Way::unreserve;
}

bool takesNew(StockForm::Way way) {
  return way == StockForm::Way::receive || way == StockForm::Way::count;
}

QString keyOf(const StockLine& line) {
  return qs(line.item) + u'|' + qs(line.unit);
}

QString amount(Quantity quantity, const std::string& unit) {
  return qs(quantity.text()) + u' ' + qs(unit);
}

std::string trimmed(const QLineEdit* field) {
  return field->text().trimmed().toStdString();
}

}  // namespace

Result<Quantity> quantityIn(const std::string& unit, std::string text) {
  const auto ends = [&](const std::string& with) { return !with.empty() && text.ends_with(with); };
  if (ends(unit)) text.resize(text.size() - unit.size());
  while (ends(" ")) text.pop_back();
  if (text.empty())
    return failure(ErrorCode::invalid, {"how much?", "数量是多少？"},
                   {"a number, with or without its unit (" + unit + ")", "填写数字，单位（" + unit + "）可写可不写"});
  auto quantity = Quantity::parse(text);
  if (!quantity)
    return failure(ErrorCode::invalid, {"\"" + text + "\" is not an amount", "“" + text + "”不是数量"},
                   {"a number in " + unit, "请填写以“" + unit + "”计的数字"});
  return quantity;
}

StockForm::StockForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "stockForm", parent),
      way_(addChoice("stockWay")),
      item_(addChoice("stockItem")),
      newItem_(addText("stockNewItem")),
      unit_(addText("stockUnit")),
      quantity_(addText("stockQuantity")),
      incident_(addChoice("stockIncident")),
      to_(addChoice("stockTo")),
      from_(addText("stockFrom")) {
  for (QComboBox* choice : {way_, item_, incident_, to_}) {
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
    connect(choice, &QComboBox::currentIndexChanged, this, &StockForm::adapt);
  }
  for (QLineEdit* text : {newItem_, unit_, quantity_})
    connect(text, &QLineEdit::textChanged, this, &StockForm::showConsequence);
  connect(&desk_, &Desk::shownChanged, this, [this] {
    if (!isVisible()) return;
    fillChoices();
    adapt();
  });
  StockForm::retranslate();
}

StockForm::Way StockForm::way() const {
  const QString code = way_->currentData().toString();
  for (const Way each : kWays)
    if (codeOf(each) == code) return each;
  return Way::issue;
}

const Depot* StockForm::depot() const {
  return desk_.shown() ? desk_.shown()->find(depot_) : nullptr;
}

const StockLine* StockForm::line() const {
  const Depot* here = depot();
  const QString key = item_->currentData().toString();
  if (here)
    for (const StockLine& each : here->stocks)
      if (keyOf(each) == key) return &each;
  return nullptr;
}

void StockForm::openFor(const Depot& depot, Way way) {
  depot_ = depot.id;
  for (QLineEdit* text : {newItem_, unit_, quantity_, from_}) text->clear();
  item_->setCurrentIndex(0);
  retranslate();
  way_->setCurrentIndex(way_->findData(codeOf(way)));
  adapt();
  open(qs(depot.id.uuid.text()));
  adapt();
}

void StockForm::fillChoices() {
  const Depot* here = depot();
  if (!here) return;
  const auto refillKept = [](QComboBox& choice, const auto& add) {
    const QSignalBlocker quiet(&choice);
    const QVariant kept = choice.currentData();
    choice.clear();
    add();
    choice.setCurrentIndex(std::max(0, choice.findData(kept)));
  };
  refillKept(*item_, [&] {
    for (const StockLine& each : here->stocks) {
      const QString there = qs(each.item) + QStringLiteral(" · ") + amount(each.quantity, each.unit);
      item_->addItem(each.reserved.milli > 0 ? tr("%1 (%2 reserved)").arg(there, qs(each.reserved.text())) : there,
                     keyOf(each));
    }
    if (takesNew(way()) || here->stocks.empty()) item_->addItem(tr("something new …"), kNew);
  });
  refillKept(*incident_, [&] {
    std::vector<const Incident*> open;
    desk_.shown()->incidents.forEach([&](const Uuid&, const Incident& incident) {
      if (incident.open()) open.push_back(&incident);
    });
    std::sort(open.begin(), open.end(),
              [](const Incident* a, const Incident* b) { return a->reportedAt > b->reportedAt; });
    for (const Incident* incident : open) incident_->addItem(qs(incident->title), qs(incident->id.text()));
  });
  refillKept(*to_, [&] {
    std::vector<std::pair<double, const Depot*>> others;
    desk_.shown()->depots.forEach([&](const Uuid&, const Depot& other) {
      if (other.id == depot_) return;
      const bool placed = other.location && here->location;
      others.emplace_back(placed ? distanceM(*other.location, *here->location) : 1e9, &other);
    });
    std::stable_sort(others.begin(), others.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [away, other] : others) to_->addItem(qs(other->name), qs(other->id.text()));
  });
}

// Only what the chosen way needs is asked.
void StockForm::adapt() {
  fillChoices();
  const bool fresh = !line();
  ask(newItem_, fresh);
  ask(unit_, fresh);
  ask(incident_, forIncident(way()));
  ask(to_, way() == Way::move);
  ask(from_, way() == Way::receive);
  const StockLine* each = line();
  quantity_->setPlaceholderText(each ? tr("how many %1").arg(qs(each->unit)) : tr("how much"));
  showConsequence();
}

Result<StockForm::Wanted> StockForm::wanted() const {
  const StockLine* each = line();
  Wanted wanted{{depot_, each ? each->item : trimmed(newItem_), each ? each->unit : trimmed(unit_)}, {}};
  if (wanted.line.item.empty() || wanted.line.unit.empty())
    return failure(ErrorCode::invalid, {"a new item needs its name and its unit", "新物资须写明名称和单位"},
                   {"for instance: life jacket, piece", "例如：救生衣，件"});
  const auto quantity = quantityIn(wanted.line.unit, trimmed(quantity_));
  if (!quantity) return failure(quantity.error());
  wanted.quantity = *quantity;
  return wanted;
}

QString StockForm::consequence() const {
  const auto want = wanted();
  if (!want) return tr("Record (Enter)");
  const StockLine* each = line();
  const std::string& unit = want->line.unit;
  const QString much = amount(want->quantity, unit) + u' ' + qs(want->line.item);
  const Quantity whole = each ? each->quantity : Quantity{};
  const Quantity reserved = each ? each->reserved : Quantity{};
  const bool ofReserved = way() == Way::issueReserved || way() == Way::unreserve;
  const Quantity there = ofReserved ? reserved : whole - reserved;
  if (!takesNew(way()) && want->quantity > there)
    return ofReserved ? tr("Only %1 are reserved").arg(amount(there, unit))
                      : tr("Only %1 are free").arg(amount(there, unit));
  const QString incident = incident_->currentText();
  const QString rest = amount(whole - want->quantity, unit);
  switch (way()) {
    case Way::issue:
    case Way::issueReserved:
      return tr("Hand out %1 for %2: %3 stay (Enter)").arg(much, incident, rest);
    case Way::reserve:
      return tr("Reserve %1 for %2: %3 stay free (Enter)").arg(much, incident, amount(there - want->quantity, unit));
    case Way::unreserve:
      return tr("Release %1: %2 are free again (Enter)").arg(much, amount(whole - reserved + want->quantity, unit));
    case Way::move:
      return tr("Move %1 to %2: %3 stay (Enter)").arg(much, to_->currentText(), rest);
    case Way::receive:
      return tr("Take in %1: then %2 (Enter)").arg(much, amount(whole + want->quantity, unit));
    case Way::count:
      return whole == want->quantity ? tr("%1 counted, as on the books (Enter)").arg(much)
                                     : tr("%1 counted, instead of %2 (Enter)").arg(much, amount(whole, unit));
  }
  return {};
}

void StockForm::showConsequence() {
  setConfirm(consequence());
}

void StockForm::retranslate() {
  refill(*way_, [&] {
    way_->addItem(tr("goes out for an incident"), codeOf(Way::issue));
    way_->addItem(tr("is reserved for an incident"), codeOf(Way::reserve));
    way_->addItem(tr("moves to another depot"), codeOf(Way::move));
    way_->addItem(tr("came in"), codeOf(Way::receive));
    way_->addItem(tr("was counted"), codeOf(Way::count));
    way_->addItem(tr("goes out of what was reserved"), codeOf(Way::issueReserved));
    way_->addItem(tr("is reserved no longer"), codeOf(Way::unreserve));
  });
  say(way_, tr("It"));
  say(item_, tr("Item"));
  say(newItem_, tr("Name"));
  say(unit_, tr("Unit"));
  say(quantity_, tr("Amount"));
  say(incident_, tr("Incident"));
  say(to_, tr("To depot"));
  say(from_, tr("From"));
  unit_->setPlaceholderText(tr("piece, box, t …"));
  from_->setPlaceholderText(tr("who delivered it"));
  const Depot* here = depot();
  setHead(tr("Supplies of %1").arg(here ? qs(here->name) : QString()));
  adapt();
}

void StockForm::confirm() {
  const auto want = wanted();
  if (!want) {
    desk_.refuse(want.error());
    quantity_->setFocus();
    return;
  }
  const auto idOf = [](const QComboBox* choice) {
    return Uuid::parse(choice->currentData().toString().toStdString()).value_or(Uuid{});
  };
  const Id<Incident> incident{idOf(incident_)};
  if (forIncident(way()) && incident.isNil()) {
    desk_.refuse({ErrorCode::refused,
                  {"there is no open incident to give it to", "当前没有在办事件"},
                  {"report the incident first", "请先接报事件"},
                  {}});
    return;
  }
  const std::string much = want->quantity.text() + " " + want->line.unit + " " + want->line.item;
  const std::string muchZh = want->line.item + want->quantity.text() + want->line.unit;
  const std::string whither = (way() == Way::move ? to_ : incident_)->currentText().toStdString();
  const auto does = [&](Command command, Text done) {
    desk_.execute(std::move(command), std::move(done), [this] { this->done(); });
  };
  switch (way()) {
    case Way::issue:
    case Way::issueReserved:
      return does(IssueStock{want->line, want->quantity, incident, way() == Way::issueReserved},
                  {"handed out " + much + " for " + whither, "已为" + whither + "出库" + muchZh});
    case Way::reserve:
      return does(ReserveStock{want->line, want->quantity, incident},
                  {"reserved " + much + " for " + whither, "已为" + whither + "预定" + muchZh});
    case Way::unreserve:
      return does(UnreserveStock{want->line, want->quantity, incident}, {"released " + much, "已解除预定" + muchZh});
    case Way::move:
      return does(MoveStock{want->line, Id<Depot>{idOf(to_)}, want->quantity},
                  {"moved " + much + " to " + whither, "已调拨" + muchZh + "至" + whither});
    case Way::receive:
      return does(ReceiveStock{want->line, {}, want->quantity, trimmed(from_)}, {"took in " + much, "已入库" + muchZh});
    case Way::count:
      return does(CountStock{want->line, {}, want->quantity}, {"counted " + much, "已盘点" + muchZh});
  }
}

}  // namespace fengsui
