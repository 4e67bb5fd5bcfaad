// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/ledgerboard.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <tuple>

#include "core/foldduty.h"
#include "ui/forms/askform.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr int kVillagesWidth = 280;
constexpr int kLead = 44;
constexpr std::array kMarkKeys{Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_7};

// A village has no id of its own: its name, within its town, stands for it.
Uuid idOf(const VillageTally& tally) {
  Uuid id;
  const std::string name = tally.town + '\n' + tally.village;
  std::uint64_t mixed = 1469598103934665603ULL;
  for (std::size_t i = 0; i < name.size(); ++i) {
    mixed = (mixed ^ static_cast<unsigned char>(name[i])) * 1099511628211ULL;
    id.bytes[i % id.bytes.size()] ^= static_cast<std::uint8_t>(mixed >> 32);
  }
  return id;
}

}  // namespace

LedgerBoard::LedgerBoard(Desk& desk, QWidget* parent)
    : LiveBoard(desk, "ledgerBoard", parent),
      villages_(new BoardList(QStringLiteral("villageRows"), this)),
      missing_(new QLabel(this)),
      households_(new BoardList(QStringLiteral("householdRows"), this)),
      ask_(new AskForm(desk, this)) {
  auto* figures = new QGridLayout;
  figures->setHorizontalSpacing(16);
  figures->setVerticalSpacing(0);
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    figures_[i] = {new QLabel(this), addHeading()};
    figures_[i].number->setFont(typeOf(TypeSize::large, QFont::DemiBold));
    figures_[i].number->setObjectName(QStringLiteral("tally%1").arg(i));
    figures->addWidget(figures_[i].what, 0, static_cast<int>(i));
    figures->addWidget(figures_[i].number, 1, static_cast<int>(i));
    figures->setColumnStretch(static_cast<int>(i), 1);
  }
  missing_->setObjectName(QStringLiteral("missingNames"));
  missing_->setWordWrap(true);
  auto* marks = new QGridLayout;
  marks->setSpacing(6);
  for (std::size_t i = 0; i < kMarkKeys.size(); ++i) {
    ActionButton* button = addButton("");
    button->setObjectName(QStringLiteral("ledgerMark%1").arg(i + 1));
    button->setFocusPolicy(Qt::NoFocus);
    const int key = kMarkKeys[i];
    connect(button, &QAbstractButton::clicked, this, [this, key] { keyed(key); });
    marks->addWidget(button, static_cast<int>(i) / 4, static_cast<int>(i) % 4);
    marks_.push_back(button);
  }
  households_->useLead(kLead);
  households_->useKeys({kMarkKeys.begin(), kMarkKeys.end()});
  villages_->setFixedWidth(kVillagesWidth);
  auto* right = new QVBoxLayout;
  right->setSpacing(kUnit);
  right->addLayout(figures);
  right->addWidget(missing_);
  right->addWidget(households_, 1);
  right->addLayout(marks);
  auto* both = new QHBoxLayout;
  both->setSpacing(16);
  both->addWidget(villages_);
  both->addLayout(right, 1);
  body()->addLayout(both, 1);
  carry(ask_);
  connect(villages_, &BoardList::chosen, this, &LedgerBoard::refresh);
  connect(households_, &BoardList::keyed, this, &LedgerBoard::keyed);
}

void LedgerBoard::retranslate() {
  setHead(tr("People who move"), tr("Counted in persons at the house, at the junction and at the shelter. Names of "
                                    "households are shown here only."));
  const QStringList what{tr("to move"), tr("left the house"), tr("at the junction"), tr("at the shelter"),
                         tr("missing")};
  for (std::size_t i = 0; i < figures_.size(); ++i) figures_[i].what->setText(what[static_cast<qsizetype>(i)]);
  const QStringList marks{tr("Left the house"),     tr("At the junction"), tr("At the shelter"), tr("With relatives …"),
                          tr("Not in the village"), tr("Refuses …"),       tr("Went back")};
  for (std::size_t i = 0; i < marks_.size(); ++i)
    marks_[i]->setText(QStringLiteral("%1  %2").arg(i + 1).arg(marks[static_cast<qsizetype>(i)]));
}

void LedgerBoard::refresh() {
  situation_ = desk_.shown();
  tallies_ = talliesOf(*situation_);
  villageIds_.clear();
  for (const VillageTally& tally : tallies_) villageIds_.push_back(idOf(tally));
  villages_->setEmptyWords(tr("The ledger is empty. Import the households from a table: I."));
  villages_->show(villageIds_, [this](int row) {
    const VillageTally& tally = tallies_[static_cast<std::size_t>(row)];
    BoardRow said;
    said.title = qs(tally.village);
    said.corner = qs(tally.town);
    said.line = tr("%1 of %2 arrived").arg(tally.arrived).arg(tally.persons - tally.away);
    if (tally.done()) {
      said.right = tr("done");
      said.rightTone = BoardRow::Tone::good;
    } else if (!tally.countsAgree()) {
      said.right = tr("counts differ");
      said.rightTone = BoardRow::Tone::bad;
    }
    return said;
  });
  if (!villages_->marked() && !tallies_.empty()) villages_->mark(0);
  const int row = villages_->markedRow();
  const VillageTally* tally = row >= 0 ? &tallies_[static_cast<std::size_t>(row)] : nullptr;
  showTally(tally);
  fillHouseholds(tally);
}

void LedgerBoard::showTally(const VillageTally* tally) {
  const VillageTally none;
  const VillageTally& t = tally ? *tally : none;
  const std::array numbers{t.persons - t.away, t.left, t.passed, t.arrived, t.missingPersons};
  for (std::size_t i = 0; i < figures_.size(); ++i) figures_[i].number->setText(Wording::count(numbers[i]));
  QPalette colour = palette();
  if (t.missingPersons > 0) colour.setColor(QPalette::WindowText, tokens().danger);
  figures_.back().number->setPalette(colour);
  if (!tally) return missing_->clear();
  if (t.done()) return missing_->setText(tr("Everybody who has to be is where he should be, and the counts agree."));
  QStringList names;
  for (const Household* one : t.missing)
    names.append(tr("%1 (%2, %3)").arg(qs(one->name)).arg(one->persons).arg(inSentence(textOf(one->state))));
  QString said = t.missing.empty() ? QString() : tr("Missing: %1").arg(names.join(QStringLiteral("、")));
  if (!t.countsAgree()) {
    const QString differ = tr("The counts differ: %1 left the house, %2 arrived.").arg(t.left).arg(t.arrived);
    said = said.isEmpty() ? differ : differ + u' ' + said;
  }
  missing_->setText(said);
}

BoardRow LedgerBoard::rowOf(const Household& one, Instant now, const TimeZone& zone) {
  BoardRow row;
  row.lead = Wording::count(one.persons);
  row.title = qs(one.name);
  const QColor ground = one.state == HouseholdState::inShelter || one.state == HouseholdState::withRelatives
                            ? mixed(tokens().panel, tokens().good, 0.35)
                            : tokens().line;
  row.chip = BoardRow::Chip{shown(textOf(one.state)), ground};
  QStringList about;
  for (const std::string& part : {one.care, one.where.empty() ? one.shelter : one.where})
    if (!part.empty()) about.append(qs(part));
  if (!one.helper.empty()) about.append(tr("helped by %1").arg(qs(one.helper)));
  row.line = about.join(QStringLiteral(" · "));
  const auto at = [&](const std::optional<Step>& step) {
    return step ? Wording::moment(step->at, now, zone) : QStringLiteral("–");
  };
  row.corner = tr("house %1 · junction %2 · shelter %3").arg(at(one.left), at(one.passed), at(one.arrived));
  return row;
}

void LedgerBoard::fillHouseholds(const VillageTally* tally) {
  std::vector<const Household*> list;
  if (tally)
    situation_->households.forEach([&](const Uuid&, const Household& one) {
      if (one.village == tally->village && one.town == tally->town) list.push_back(&one);
    });
  // Who is missing stands on top, then by key and name; a count never throws the order about more than that.
  const auto missing = [&](const Household* one) {
    return std::find(tally->missing.begin(), tally->missing.end(), one) == tally->missing.end();
  };
  std::sort(list.begin(), list.end(), [&](const Household* a, const Household* b) {
    return std::tuple(missing(a), a->key.size(), a->key, a->name) <
           std::tuple(missing(b), b->key.size(), b->key, b->name);
  });
  std::vector<Uuid> ids;
  for (const Household* one : list) ids.push_back(one->id.uuid);
  households_->show(std::move(ids), [this, list, kept = situation_](int row) {
    return rowOf(*list[static_cast<std::size_t>(row)], desk_.moment(), desk_.session().timeZone());
  });
  if (!households_->marked() && !list.empty()) households_->mark(0);
}

void LedgerBoard::takeFocus() {
  households_->setFocus();
}

const Household* LedgerBoard::current() const {
  const auto id = households_->marked();
  return id && desk_.shown() ? desk_.shown()->households.find(*id) : nullptr;
}

void LedgerBoard::keyed(int key) {
  switch (key) {
    case Qt::Key_1:
      return count(HouseholdState::underWay, kAtTheHouse, {"left the house", "已出户"});
    case Qt::Key_2:
      return count(HouseholdState::underWay, kAtTheJunction, {"at the junction", "已过路口"});
    case Qt::Key_3:
      return count(HouseholdState::inShelter, kAtTheShelter, {"at the shelter", "已到安置点"});
    case Qt::Key_4:
      return askAndCount(HouseholdState::withRelatives);
    case Qt::Key_5:
      return count(HouseholdState::away, {}, {"not in the village", "外出不在村"});
    case Qt::Key_6:
      return askAndCount(HouseholdState::refuses);
    default:
      return count(HouseholdState::returnedUnasked, {}, {"went back", "擅自返回"});
  }
}

void LedgerBoard::count(HouseholdState state, std::string_view point, const Text& what) {
  const Household* one = current();
  if (!one) return;
  const int row = households_->currentIndex().row();
  const auto next = households_->thing(row + 1);
  const std::string where = state == HouseholdState::inShelter ? one->shelter : std::string();
  desk_.execute(CountHousehold{one->id, state, std::string(point), where},
                {"a household " + what.en, "已清点：" + what.zh});
  // On to the next one, as down a paper list.
  if (next) households_->markThing(*next);
}

void LedgerBoard::askAndCount(HouseholdState state) {
  const Household* one = current();
  if (!one) return;
  const bool refuses = state == HouseholdState::refuses;
  ask_->ask({qs(std::string(nameOf(state).code) + one->id.text()),
             refuses ? tr("%1 refuses to move").arg(qs(one->name)) : tr("%1 is with relatives").arg(qs(one->name)),
             refuses ? tr("Who signed, what was said") : tr("Where they are"),
             tr("Record (Enter)"),
             {},
             [this, id = one->id, state, refuses](const std::string& words, std::function<void()> done) {
               CountHousehold command{id, state, refuses ? std::string() : std::string(kAtTheShelter)};
               (refuses ? command.words : command.where) = words;
               desk_.execute(std::move(command), {"a household was counted", "已登记"}, std::move(done));
             }});
}

}  // namespace fengsui
