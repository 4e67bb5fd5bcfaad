// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/responseboard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <algorithm>
#include <utility>

#include "ui/boards/boardlist.h"
#include "ui/boards/orderwords.h"
#include "ui/forms/choices.h"
#include "ui/forms/orderform.h"
#include "ui/forms/responseform.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

constexpr QLatin1String kHead("response");

QString keyOf(const PlanShelf::Stands& level) {
  return qs(level.plan + '|' + level.made.level);
}

ItemState shapeOf(Holds holds) {
  return holds == Holds::yes ? ItemState::due : holds == Holds::no ? ItemState::notApplicable : ItemState::waiting;
}

}  // namespace

ResponseBoard::ResponseBoard(Desk& desk, QWidget* parent)
    : SplitBoard(desk, QStringLiteral("responseBoard"), parent),
      response_(new QComboBox(this)),
      show_(new QComboBox(this)),
      order_(new QComboBox(this)),
      shelf_(new PlanShelf(desk, this)),
      decide_(new ResponseForm(desk, *shelf_, pane_)),
      receipt_(new ReceiptForm(desk, pane_)),
      write_(new OrderForm(desk, pane_)),
      job_(
          [this]() -> LatestJob<Answer>::Work {
            const Snapshot situation = desk_.shown();
            if (!situation) return {};
            const CheckQuery query{
                chosen_.value_or(Id<Response>{}), static_cast<CheckOrder>(order_->currentData().toInt()),
                static_cast<CheckFilter>(show_->currentData().toInt()), filter_->text().toStdString()};
            return [situation, query, chosen = chosen_, now = desk_.moment()] {
              return Answer{situation, now, chosen, chosen ? listed(*situation, query, now) : CheckRows{}};
            };
          },
          [this](Answer answer) { take(std::move(answer)); }) {
  response_->setObjectName(QStringLiteral("responseChoice"));
  show_->setObjectName(QStringLiteral("responseShow"));
  order_->setObjectName(QStringLiteral("responseOrder"));
  for (QComboBox* choice : {response_, show_, order_}) {
    choice->setFocusPolicy(Qt::TabFocus);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  }
  response_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  response_->setMinimumContentsLength(14);
  tools_->insertWidget(0, response_, 1);
  tools_->addWidget(show_);
  tools_->addWidget(order_);
  for (InlineForm* form :
       {static_cast<InlineForm*>(decide_), static_cast<InlineForm*>(receipt_), static_cast<InlineForm*>(write_)})
    pane_->addForm(form);
  connect(response_, &QComboBox::activated, this, [this] {
    const auto id = Uuid::parse(response_->currentData().toString().toStdString());
    show(id ? std::optional(Id<Response>{*id}) : std::nullopt);
  });
  connect(show_, &QComboBox::currentIndexChanged, this, [this] { want(); });
  connect(order_, &QComboBox::currentIndexChanged, this, [this] { want(); });
  connect(shelf_, &PlanShelf::changed, this, [this] {
    if (isVisible() && !chosen_) showPlans();
  });
  // What was just activated is what one goes on with.
  connect(decide_, &ResponseForm::begun, this, [this] {
    plans_ = false;
    want();
  });
  ResponseBoard::retranslate();
}

void ResponseBoard::useAlso(PlanShelf::Said said) {
  shelf_->useAlso(std::move(said));
}

void ResponseBoard::opened() {
  shelf_->want(true);
  SplitBoard::opened();
}

void ResponseBoard::show(const std::optional<Id<Response>>& response, const std::optional<Id<ChecklistItem>>& item) {
  pane_->stopAsking();
  chosen_ = response;
  plans_ = !response;
  wanted_ = item ? qs(item->uuid.text()) : QString();
  if (item) filter_->clear();
  want();
}

void ResponseBoard::showPlan(const QString& id) {
  show(std::nullopt);
  filter_->clear();
  wantedPlan_ = id;
  if (shelf_->found().library) showPlans();
}

void ResponseBoard::want() {
  fillResponses();
  job_.want();
  if (!chosen_) shelf_->want(false);
}

void ResponseBoard::fillResponses() {
  const Snapshot& s = desk_.shown();
  if (!s) return;
  std::vector<const Response*> all;
  s->responses.forEach([&](const Uuid&, const Response& one) {
    if (one.status == ResponseStatus::active || one.status == ResponseStatus::ended) all.push_back(&one);
  });
  std::sort(all.begin(), all.end(), [](const Response* one, const Response* other) {
    return std::tuple(one->status != ResponseStatus::active, -one->startedAt.ms, one->id.uuid) <
           std::tuple(other->status != ResponseStatus::active, -other->startedAt.ms, other->id.uuid);
  });
  if (chosen_ && !s->find(*chosen_)) chosen_.reset();
  if (!chosen_ && !plans_ && !all.empty() && all.front()->status == ResponseStatus::active) {
    // One with a checklist before one that was only written down.
    const auto lines = [&](const Response& response) {
      bool any = false;
      s->checklist.forEach([&](const Uuid&, const ChecklistItem& item) { any = any || item.response == response.id; });
      return any;
    };
    chosen_ = all.front()->id;
    for (const Response* one : all)
      if (one->status == ResponseStatus::active && lines(*one)) {
        chosen_ = one->id;
        break;
      }
  }
  const QSignalBlocker quiet(response_);
  response_->clear();
  for (const Response* one : all) {
    QString words = qs(one->title) + QStringLiteral(" · ") + qs(one->level);
    if (one->status == ResponseStatus::ended) words += QStringLiteral(" · ") + inSentence(textOf(one->status));
    response_->addItem(words, qs(one->id.uuid.text()));
  }
  response_->addItem(tr("Plans, and what holds now"), QString());
  response_->setCurrentIndex(chosen_ ? response_->findData(qs(chosen_->uuid.text())) : response_->count() - 1);
}

void ResponseBoard::take(Answer answer) {
  if (answer.response != chosen_) return job_.want();
  answer_ = std::move(answer);
  show_->setVisible(chosen_.has_value());
  order_->setVisible(chosen_.has_value());
  if (chosen_)
    showLines(answer_);
  else
    showPlans();
}

// ---- a response and its lines

void ResponseBoard::showLines(const Answer& answer) {
  const Response* response = answer.situation->find(*answer.response);
  if (!response) return;
  const CheckRows& lines = answer.lines;
  std::vector<BoardRows::Ref> refs{{kHead, false}};
  for (const CheckRow& row : lines.rows)
    refs.push_back({row.item ? qs(row.item->uuid.text()) : QStringLiteral("phase ") + qs(row.phase.zh), !row.item});
  if (lines.rows.empty() && lines.all > 0) refs.push_back({QStringLiteral("nothing"), true});
  const TimeZone& zone = desk_.session().timeZone();
  list_->show(std::move(refs), [this, rows = lines.rows, situation = answer.situation, id = response->id, zone,
                                over = lines.over, all = lines.all](int row) {
    if (row > 0 && rows.empty()) {
      BoardRow nothing;
      nothing.header = true;
      nothing.title = tr("Nothing matches. Esc shows all lines.");
      return nothing;
    }
    if (row > 0) return OrderWords::row(*situation, rows[static_cast<std::size_t>(row) - 1], desk_.moment(), zone);
    BoardRow words;
    const Response* one = situation->find(id);
    if (!one) return words;
    const int arrived = static_cast<int>(std::count_if(
        one->arrivals.begin(), one->arrivals.end(), [](const Arrival& arrival) { return arrival.came.has_value(); }));
    words.shape = one->status == ResponseStatus::active ? ItemState::issued : ItemState::done;
    words.title = qs(one->title) + QStringLiteral(" · ") + qs(one->level);
    words.state = shown(textOf(one->status));
    words.line = one->signedBy.empty() ? QString() : tr("signed by %1").arg(qs(one->signedBy));
    words.corner = tr("%1 of %2").arg(over).arg(all);
    if (arrived) words.right = tr("%n arrived", nullptr, arrived);
    return words;
  });
  setTitle(qs(response->title) + QStringLiteral(" · ") + qs(response->level),
           QStringList{shown(textOf(response->status)), qs(response->documentNumber),
                       tr("%1 of %2 lines are over").arg(lines.over).arg(lines.all), tr("%1 to do").arg(lines.due),
                       tr("%1 late or refused").arg(lines.urgent)}
               .filter(QRegularExpression(QStringLiteral(".")))
               .join(QStringLiteral(" · ")));
  markWanted();
}

OrderAsks ResponseBoard::asks() {
  return {[this](const Order& order) {
            pane_->stopAsking();
            write_->openDraft(order);
          },
          [this](const Order& order, const OrderCopy& copy, ReceiptForm::About about) {
            pane_->stopAsking();
            receipt_->openFor(order, copy, about);
          },
          [this](const ChecklistItem& item, ReceiptForm::About about) {
            pane_->stopAsking();
            receipt_->openFor(item, about);
          },
          [this](Id<Order> order) { emit orderWanted(order); }};
}

void ResponseBoard::showSubject() {
  if (!desk_.shown() || pane_->asking()) return;
  const QString key = list_->markedKey();
  if (!chosen_) {
    for (const PlanShelf::Stands& level : shelf_->found().levels)
      if (keyOf(level) == key) return showLevel(level);
    for (const PlanShelf::Broken& file : shelf_->found().broken)
      if (qs(file.file) == key) return showBroken(file);
  } else if (key == kHead) {
    if (const Response* response = desk_.shown()->find(*chosen_)) return showResponse(*response);
  } else if (const auto id = Uuid::parse(key.toStdString())) {
    if (const ChecklistItem* item = desk_.shown()->find(Id<ChecklistItem>{*id})) return showLine(*item);
  }
  pane_->setHead({}, {});
  pane_->setFacts({});
  pane_->setOffers({}, false);
}

void ResponseBoard::showLine(const ChecklistItem& item) {
  const Situation& s = *desk_.shown();
  const Instant now = desk_.moment();
  pane_->setHead(
      OrderWords::title(item.brief),
      shown(textOf(stateOf(s, item, now))) + (item.mandatory ? QString() : QStringLiteral(" · ") + tr("optional")));
  pane_->setFacts(OrderWords::facts(s, item, now, desk_.session().timeZone()));
  pane_->setOffers(OrderOffers::of(desk_, s, item, asks()), desk_.live());
}

void ResponseBoard::showResponse(const Response& response) {
  pane_->setHead(qs(response.title) + QStringLiteral(" · ") + qs(response.level), shown(textOf(response.status)));
  pane_->setFacts(OrderWords::facts(*desk_.shown(), response, desk_.moment(), desk_.session().timeZone()));
  std::vector<BoardOffer> offers;
  const auto add = [&](const char* name, int key, const QString& words, ResponseForm::Way way) {
    offers.push_back({name, words, offers.empty() ? static_cast<int>(Qt::Key_Return) : key, [this, response, way] {
                        pane_->stopAsking();
                        decide_->openFor(response, way);
                      }});
  };
  if (response.status == ResponseStatus::active) {
    const bool open = std::any_of(response.endConditions.begin(), response.endConditions.end(),
                                  [](const EndCondition& one) { return !one.met; });
    add("arrival", 0, tr("Somebody has arrived …"), ResponseForm::Way::arrival);
    add("level", Qt::Key_A, tr("Raise or lower …"), ResponseForm::Way::change);
    if (open) add("condition", Qt::Key_C, tr("A condition of the end holds …"), ResponseForm::Way::condition);
    add("end", Qt::Key_X, tr("End it …"), ResponseForm::Way::end);
  }
  pane_->setOffers(std::move(offers), desk_.live());
}

// ---- plans

void ResponseBoard::showPlans() {
  const PlanShelf::Found& found = shelf_->found();
  const std::string wanted = filter_->text().toStdString();
  std::vector<BoardRows::Ref> refs;
  std::vector<std::function<BoardRow()>> says;
  int holding = 0;
  std::string plan;
  for (const bool first : {true, false}) {
    for (const PlanShelf::Stands& level : found.levels) {
      const bool anyHolds = std::any_of(found.levels.begin(), found.levels.end(), [&](const PlanShelf::Stands& one) {
        return one.plan == level.plan && one.holds == Holds::yes;
      });
      if (anyHolds != first) continue;
      holding += level.holds == Holds::yes;
      if (!hasWords(level.title.zh + ' ' + level.title.en + ' ' + level.plan + ' ' + level.made.level + ' ' +
                        textOf(level.holds).zh + ' ' + textOf(level.holds).en,
                    wanted))
        continue;
      if (plan != level.plan) {
        plan = level.plan;
        refs.push_back({QStringLiteral("plan ") + qs(plan), true});
        says.emplace_back([title = level.title, edition = level.edition] {
          BoardRow words;
          words.header = true;
          words.title = shown(title);
          words.corner = qs(edition);
          return words;
        });
      }
      refs.push_back({keyOf(level), false});
      says.emplace_back([level] {
        BoardRow words;
        words.shape = shapeOf(level.holds);
        words.title = shown(level.level);
        words.state = shown(textOf(level.holds));
        for (const Criterion& one : level.made.criteria)
          if (one.holds == level.holds && words.line.isEmpty()) words.line = OrderWords::measured(one);
        if (level.made.criteria.empty()) words.line = tr("no criteria in the plan: people decide");
        words.corner = qs(level.made.approver);
        return words;
      });
    }
  }
  if (!found.broken.empty()) {
    refs.push_back({QStringLiteral("broken"), true});
    says.emplace_back([many = found.broken.size()] {
      BoardRow words;
      words.header = true;
      words.title = tr("Files that cannot be used");
      words.corner = QString::number(many);
      return words;
    });
    for (const PlanShelf::Broken& file : found.broken) {
      refs.push_back({qs(file.file), false});
      says.emplace_back([file] {
        BoardRow words;
        words.shape = ItemState::refused;
        words.title = qs(file.file);
        words.state = tr("broken");
        words.line = shown(file.why);
        return words;
      });
    }
  }
  list_->show(std::move(refs), [says](int row) { return says[static_cast<std::size_t>(row)](); });
  setTitle(tr("Plans"),
           found.library ? tr("%n levels whose criteria hold now", nullptr, holding) : tr("reading the plans …"));
  list_->setEmptyWords(!found.library ? tr("Reading the plans …")
                       : wanted.empty()
                           ? tr("No plans are there. Put plan files into the folder NAME.plans beside the station.")
                           : tr("Nothing matches. Esc shows all plans."));
  if (found.library) {
    const std::string sought = std::exchange(wantedPlan_, {}).toStdString();
    const PlanShelf::Stands* best = nullptr;
    for (const PlanShelf::Stands& level : found.levels)
      if (level.plan == sought && (!best || (best->holds != Holds::yes && level.holds == Holds::yes))) best = &level;
    if (best) wanted_ = keyOf(*best);
  }
  markWanted();
}

void ResponseBoard::showLevel(const PlanShelf::Stands& level) {
  pane_->setHead(shown(level.title) + QStringLiteral(" · ") + shown(level.level), shown(textOf(level.holds)));
  auto lines = OrderWords::criteria(level.made.criteria, desk_.moment(), desk_.session().timeZone());
  if (!level.made.approver.empty()) lines.push_back({tr("Signed by"), qs(level.made.approver), {}});
  for (const EndCondition& one : level.made.endConditions)
    lines.push_back({tr("For the end"), shown(Text{one.en.empty() ? one.zh : one.en, one.zh}), {}});
  lines.push_back({tr("Plan"), qs(level.plan + " · " + level.edition), {}});
  pane_->setFacts(lines);
  std::vector<BoardOffer> offers;
  const auto add = [&](const char* name, int key, const QString& words, ResponseForm::Way way) {
    offers.push_back({name, words, key, [this, level, way] {
                        pane_->stopAsking();
                        decide_->openFor(level, way);
                      }});
  };
  add("activate", Qt::Key_Return, tr("Activate %1 …").arg(shown(level.level)), ResponseForm::Way::activate);
  add("propose", Qt::Key_A, tr("Propose …"), ResponseForm::Way::propose);
  add("decline", Qt::Key_Q, tr("Not activate …"), ResponseForm::Way::decline);
  pane_->setOffers(std::move(offers), desk_.live());
}

void ResponseBoard::showBroken(const PlanShelf::Broken& file) {
  pane_->setHead(qs(file.file), tr("This file cannot be used"));
  std::vector<Facts::Line> lines{{tr("Because"), shown(file.why), {}}};
  if (file.more) lines.push_back({tr("Also"), tr("%n more faults", nullptr, static_cast<int>(file.more)), {}});
  pane_->setFacts(lines);
  pane_->setOffers({}, false);
}

void ResponseBoard::retranslate() {
  filter_->setPlaceholderText(tr("Filter"));
  filter_->setToolTip(tr("owner, state, words, number"));
  refill(*show_, [&] {
    for (const auto& [filter, words] : {std::pair(CheckFilter::all, tr("all lines")),
                                        {CheckFilter::toDo, tr("to do")},
                                        {CheckFilter::urgent, tr("late, refused")},
                                        {CheckFilter::underway, tr("under way")},
                                        {CheckFilter::over, tr("over")}})
      show_->addItem(words, static_cast<int>(filter));
  });
  refill(*order_, [&] {
    order_->addItem(tr("by phase"), static_cast<int>(CheckOrder::phase));
    order_->addItem(tr("by urgency"), static_cast<int>(CheckOrder::urgency));
  });
  fillResponses();
}

}  // namespace fengsui
