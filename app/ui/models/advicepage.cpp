// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/advicepage.h"

#include <QLabel>
#include <QVBoxLayout>
#include <memory>

#include "ui/boards/boardlist.h"
#include "ui/boards/offerbar.h"
#include "ui/boards/orderwords.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/models/proposalwords.h"

namespace fengsui {
namespace {

// Of a plan that runs, the line that the draft belongs to.
void joinResponse(const Situation& s, const OrderAdvice& advice, Order& order) {
  s.checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
    if (item.plan != advice.plan || item.line != advice.line) return;
    const Response* response = s.find(item.response);
    if (!response || response->status != ResponseStatus::active) return;
    order.item = item.id;
    order.response = item.response;
    if (!response->incidents.empty()) order.incident = response->incidents.front();
  });
}

}  // namespace

AdvicePage::AdvicePage(ModelDesk& models, QWidget* parent)
    : QWidget(parent),
      models_(models),
      desk_(models.desk()),
      head_(new QLabel(this)),
      list_(new BoardList(QStringLiteral("adviceRows"), this)),
      why_(new QLabel(this)),
      offers_(new OfferBar(this)) {
  head_->setObjectName(QStringLiteral("adviceHead"));
  head_->setWordWrap(true);
  why_->setObjectName(QStringLiteral("adviceWhy"));
  why_->setWordWrap(true);
  why_->setTextFormat(Qt::PlainText);
  list_->setKeys({[this](int key) { return offers_->knows(key); }, [this](int key) { return offers_->press(key); }});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addWidget(head_);
  layout->addWidget(list_, 1);
  layout->addWidget(why_);
  layout->addWidget(offers_);
  connect(list_, &BoardList::chosen, this, &AdvicePage::showMarked);
  connect(&models_, &ModelDesk::shownChanged, this, &AdvicePage::refresh);
  for (const auto signal : {&ModelDesk::adviceChanged, &ModelDesk::modulesChanged})
    connect(&models_, signal, this, &AdvicePage::refresh);
  connect(&models_, &ModelDesk::runChanged, this, &AdvicePage::showMarked);
  connect(&desk_, &Desk::liveChanged, this, &AdvicePage::showMarked);
}

// Of the forecast, else of what gauges say.
const Advice* AdvicePage::advice() const {
  if (models_.shown()) return &models_.shown()->outcome->advice;
  return models_.gauges() ? &models_.gauges()->advice : nullptr;
}

void AdvicePage::retranslate() {
  refresh();
}

void AdvicePage::refresh() {
  const Advice* a = advice();
  cascade_.clear();
  if (!a) {
    head_->setText(tr("Nothing is known yet."));
    list_->show(std::vector<BoardRows::Ref>(), {});
    return showMarked();
  }
  QStringList changes;
  for (const Text& one : a->changes) changes += shown(one);
  head_->setText(changes.isEmpty()
                     ? (models_.shown() ? tr("By the forecast:") : tr("By what is measured, without a forecast:"))
                     : changes.join(u'\n'));
  auto rows = std::make_shared<std::vector<BoardRow>>();
  std::vector<BoardRows::Ref> refs;
  const auto add = [&](const QString& key, BoardRow row) {
    refs.push_back({key, row.header});
    rows->push_back(std::move(row));
  };
  const auto header = [&](const QString& key, const QString& words) {
    BoardRow row;
    row.header = true;
    row.title = words;
    add(key, row);
  };
  if (!a->levels.empty()) header(QStringLiteral("levels"), tr("RESPONSE LEVELS WHOSE CRITERIA HOLD"));
  for (std::size_t i = 0; i < a->levels.size(); ++i) {
    const LevelAdvice& level = a->levels[i];
    BoardRow row;
    row.title = shown(level.planTitle) + QStringLiteral(" · ") + shown(level.levelTitle);
    row.corner = level.running ? tr("runs") : level.already ? tr("by what is measured") : tr("by the forecast");
    row.cornerTone = level.running ? BoardRow::Tone::quiet : BoardRow::Tone::bad;
    const bool chinese = DeskLanguage::current() == Language::chinese;
    if (!level.because.empty()) {
      const Criterion& one = level.because.front();
      row.line = qs(chinese || one.saysEn.empty() ? one.says : one.saysEn);
    }
    add(QStringLiteral("level/%1").arg(i), row);
  }
  if (models_.shown()) cascade_ = cascadeOf(models_.shown()->outcome->forecast, models_.modules());
  if (!cascade_.empty()) header(QStringLiteral("cascade"), tr("WHAT IT MAY LEAD TO"));
  for (std::size_t i = 0; i < cascade_.size(); ++i) {
    BoardRow row = proposalRow(cascade_[i].run);
    if (cascade_[i].hindrance) row.corner = tr("no module for it");
    add(QStringLiteral("cascade/%1").arg(i), row);
  }
  if (!a->orders.empty()) header(QStringLiteral("orders"), tr("ORDERS TO DRAFT · %1").arg(a->orders.size()));
  for (std::size_t i = 0; i < a->orders.size(); ++i) {
    const OrderAdvice& order = a->orders[i];
    BoardRow row;
    row.title = shown(Text{order.brief.titleEn.empty() ? order.brief.title : order.brief.titleEn, order.brief.title});
    row.corner = OrderWords::addressees(order.brief);
    if (!order.because.empty()) row.line = shown(order.because.front());
    if (!order.missing.empty()) row.right = tr("incomplete");
    add(QStringLiteral("order/%1").arg(i), row);
  }
  if (!a->closures.empty()) {
    header(QStringLiteral("closures"), tr("ROADS TO CLOSE"));
    BoardRow row;
    row.title = tr("%1 roads and underpasses").arg(a->closures.size());
    row.line = qs(a->closures.front().name) + QStringLiteral(" · ") + qs(a->closures.front().words);
    add(QStringLiteral("closures/0"), row);
  }
  list_->setEmptyWords(tr("Nothing in the plans is called for."));
  list_->show(std::move(refs), [rows](int row) { return (*rows)[static_cast<std::size_t>(row)]; });
  list_->markSomething();
  showMarked();
}

std::optional<AdvicePage::Line> AdvicePage::marked() const {
  const QString key = list_->markedKey();
  const QString kind = key.section(u'/', 0, 0);
  const auto at = static_cast<std::size_t>(key.section(u'/', 1).toInt());
  const Advice* a = advice();
  if (!a) return std::nullopt;
  if (kind == QStringLiteral("level") && at < a->levels.size()) return Line{What::level, at};
  if (kind == QStringLiteral("order") && at < a->orders.size()) return Line{What::order, at};
  if (kind == QStringLiteral("cascade") && key.contains(u'/') && at < cascade_.size()) return Line{What::cascade, at};
  if (kind == QStringLiteral("closures") && key.contains(u'/') && !a->closures.empty()) return Line{What::closures, 0};
  return std::nullopt;
}

void AdvicePage::showMarked() {
  const auto line = marked();
  std::vector<BoardOffer> offers;
  QStringList why;
  if (line) {
    const Advice& a = *advice();
    if (line->what == What::level) {
      const LevelAdvice& level = a.levels[line->at];
      const bool chinese = DeskLanguage::current() == Language::chinese;
      for (const Criterion& one : level.because)
        why += qs(chinese || one.saysEn.empty() ? one.says : one.saysEn) +
               (chinese ? QStringLiteral("：") : QStringLiteral(": ")) +
               qs(chinese || one.measuredEn.empty() ? one.measured : one.measuredEn) +
               (one.source.empty() ? QString() : QStringLiteral(" · ") + qs(one.source));
      offers.push_back(
          {"openPlan",
           tr("Show the plan: %1 %2 is yours to activate").arg(shown(level.planTitle), shown(level.levelTitle)),
           Qt::Key_Return, [this, plan = qs(level.plan)] { emit planWanted(plan); }});
    } else if (line->what == What::order) {
      for (const Text& one : a.orders[line->at].because) why += shown(one);
      offers.push_back({"draftOne", tr("Draft this order to %1").arg(OrderWords::addressees(a.orders[line->at].brief)),
                        Qt::Key_Return, [this, at = line->at] { draft({at}); }});
      if (a.orders.size() > 1)
        offers.push_back(
            {"draftAll", tr("Draft all %1 orders").arg(a.orders.size()), Qt::Key_A, [this, n = a.orders.size()] {
               std::vector<std::size_t> all;
               for (std::size_t i = 0; i < n; ++i) all.push_back(i);
               draft(all);
             }});
    } else if (line->what == What::cascade) {
      why = showCascade(cascade_[line->at], offers);
    } else {
      const std::size_t most = 8;
      for (std::size_t i = 0; i < std::min(most, a.closures.size()); ++i)
        why += qs(a.closures[i].name) + QStringLiteral(" · ") + qs(a.closures[i].words);
      if (a.closures.size() > most) why += tr("and %1 more").arg(a.closures.size() - most);
      offers.push_back({"closeRoads", tr("Close %1 roads as the forecast says").arg(a.closures.size()), Qt::Key_Return,
                        [this] { close(); }});
    }
  }
  why_->setText(why.join(u'\n'));
  why_->setVisible(!why.isEmpty());
  offers_->offer(std::move(offers), desk_.live());
}

QStringList AdvicePage::showCascade(const CascadeStep& step, std::vector<BoardOffer>& offers) {
  QStringList why;
  for (const Text& one : step.run.because) why += shown(one);
  const ModuleEntry* used = models_.module();
  if (step.hindrance)
    why += shown(*step.hindrance);
  else if (models_.running() && (!used || used->name != step.run.module))
    why += tr("A run of another module is under way: wait for it, or stop it.");
  else
    offers.push_back({"fillScenario", tr("Fill in this scenario; you run it"), Qt::Key_Return,
                      [this, run = step.run] { emit scenarioWanted(run); }});
  return why;
}

void AdvicePage::draft(const std::vector<std::size_t>& orders) {
  const Advice* a = advice();
  if (!a || !desk_.shown()) return;
  for (const std::size_t at : orders) {
    Order made;
    made.id.uuid = Uuid::v7(systemNow());
    made.brief = a->orders[at].brief;
    joinResponse(*desk_.shown(), a->orders[at], made);
    const std::string title = made.brief.title;
    desk_.execute(DraftOrder{std::move(made)}, {"drafted: " + title, "已拟单：" + title});
  }
  emit draftsMade();
}

void AdvicePage::close() {
  const Advice* a = advice();
  if (!a) return;
  for (RoadClosure closure : a->closures) {
    closure.id.uuid = Uuid::v7(systemNow());
    const std::string name = closure.name;
    desk_.execute(Register<RoadClosure>{std::move(closure)}, {"closed as forecast: " + name, "按预报封闭：" + name});
  }
}

void AdvicePage::takeFocus() {
  list_->setFocus();
}

}  // namespace fengsui
