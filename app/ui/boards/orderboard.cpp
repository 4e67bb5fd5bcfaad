// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/orderboard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include "ui/boards/boardlist.h"
#include "ui/boards/orderwords.h"
#include "ui/forms/choices.h"
#include "ui/forms/orderform.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

constexpr int kCopiesAtOnce = 4;

}  // namespace

OrderBoard::OrderBoard(Desk& desk, QWidget* parent)
    : SplitBoard(desk, QStringLiteral("orderBoard"), parent),
      show_(new QComboBox(this)),
      copies_(new BoardList(QStringLiteral("orderCopies"), pane_)),
      receipt_(new ReceiptForm(desk, pane_)),
      write_(new OrderForm(desk, pane_)),
      job_(
          [this]() -> LatestJob<Answer>::Work {
            const Snapshot situation = desk_.shown();
            if (!situation) return {};
            const OrderQuery query{static_cast<OrderFilter>(show_->currentData().toInt()),
                                   filter_->text().toStdString()};
            return [situation, query, now = desk_.moment()] {
              return Answer{situation, listed(*situation, query, now), orderKpi(*situation, now)};
            };
          },
          [this](Answer answer) { take(std::move(answer)); }) {
  show_->setObjectName(QStringLiteral("orderShow"));
  show_->setFocusPolicy(Qt::TabFocus);
  show_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  tools_->addWidget(show_);
  copies_->setKeys({[this](int key) { return pane_->offers().knows(key); },
                    [this](int key) { return !pane_->asking() && pane_->offers().press(key); }});
  pane_->addUnderFacts(copies_, 0);
  pane_->addForm(receipt_);
  pane_->addForm(write_);
  connect(show_, &QComboBox::currentIndexChanged, this, [this] { want(); });
  connect(copies_, &BoardList::chosen, this, [this] { showSubject(); });
  connect(write_, &OrderForm::written, this, [this](Id<Order> order) { show(order); });
  OrderBoard::retranslate();
}

void OrderBoard::show(Id<Order> order) {
  wanted_ = qs(order.uuid.text());
  const Order* found = desk_.shown() ? desk_.shown()->find(order) : nullptr;
  filter_->clear();
  if (found && !found->open() && found->status != OrderStatus::drafted)
    show_->setCurrentIndex(show_->findData(static_cast<int>(OrderFilter::all)));
  want();
}

void OrderBoard::showUrgent() {
  const Snapshot& s = desk_.shown();
  if (!s) return;
  const OrderKpi kpi = orderKpi(*s, desk_.moment());
  filter_->clear();
  show_->setCurrentIndex(
      show_->findData(static_cast<int>(kpi.late + kpi.refused > 0 ? OrderFilter::urgent : OrderFilter::open)));
}

void OrderBoard::write() {
  if (!desk_.shown() || !desk_.live()) return;
  Order order;
  if (const Incident* incident = desk_.selectedAs<Incident>()) {
    order.incident = incident->id;
    order.brief.place = incident->locality;
    order.brief.location = incident->location;
  }
  if (const Team* team = desk_.selectedAs<Team>()) {
    order.brief.owner = {AddresseeKind::team, team->id.uuid, team->name, {}};
    if (team->authority == DispatchAuthority::asked) order.brief.kind = MessageKind::request;
    if (team->assignment) order.incident = team->assignment->incident;
  }
  if (const Post* post = desk_.selectedAs<Post>())
    order.brief.owner = {AddresseeKind::post, post->id.uuid, post->name, {}};
  pane_->stopAsking();
  write_->openFor(std::move(order));
}

void OrderBoard::want() {
  job_.want();
}

void OrderBoard::take(Answer answer) {
  std::vector<Uuid> ids;
  for (const OrderRow& row : answer.rows.rows) ids.push_back(row.order.uuid);
  list_->show(
      ids, [this, rows = answer.rows.rows, situation = answer.situation, zone = desk_.session().timeZone()](int row) {
        return OrderWords::row(*situation, rows[static_cast<std::size_t>(row)], desk_.moment(), zone);
      });
  const OrderKpi& kpi = answer.kpi;
  QStringList under{tr("open %1").arg(kpi.open), tr("unanswered %1").arg(kpi.unanswered), tr("late %1").arg(kpi.late),
                    tr("refused %1").arg(kpi.refused), tr("drafts %1").arg(kpi.drafts)};
  if (kpi.medianAnswerMs) under << tr("first answer after %1, median").arg(Wording::age(*kpi.medianAnswerMs));
  setTitle(tr("Orders"), under.join(QStringLiteral(" · ")));
  list_->setEmptyWords(answer.rows.all == 0 ? tr("No order has been written. N writes one; B shows the checklists.")
                       : filter_->text().isEmpty() ? tr("None of %n orders.", nullptr, answer.rows.all)
                                                   : tr("Nothing matches. Esc shows all."));
  markWanted();
}

const Order* OrderBoard::marked() const {
  const auto id = list_->marked();
  return id && desk_.shown() ? desk_.shown()->find(Id<Order>{*id}) : nullptr;
}

const OrderCopy* OrderBoard::markedCopy(const Order& order) const {
  const OrderCopy* copy = order.copy(copies_->markedKey().toStdString());
  return copy ? copy : OrderOffers::foremost(order);
}

OrderAsks OrderBoard::asks() {
  return {[this](const Order& order) {
            pane_->stopAsking();
            write_->openDraft(order);
          },
          [this](const Order& order, const OrderCopy& copy, ReceiptForm::About about) {
            pane_->stopAsking();
            receipt_->openFor(order, copy, about);
          },
          {},
          [this](Id<Order> order) { show(order); }};
}

void OrderBoard::showCopies(const Order& order) {
  const bool another = copiesOf_ != order.id.uuid;
  copiesOf_ = order.id.uuid;
  std::vector<BoardRows::Ref> refs;
  for (const OrderCopy& copy : order.copies) refs.push_back({qs(copy.to.key()), false});
  copies_->show(std::move(refs), [this, order, zone = desk_.session().timeZone()](int row) {
    return OrderWords::row(order, order.copies[static_cast<std::size_t>(row)], desk_.moment(), zone);
  });
  if (another || !copies_->currentIndex().isValid())
    if (const OrderCopy* copy = OrderOffers::foremost(order)) copies_->markKey(qs(copy->to.key()));
  copies_->fitRows(1, kCopiesAtOnce);
  copies_->setVisible(!order.copies.empty() && order.status != OrderStatus::drafted);
}

void OrderBoard::showSubject() {
  if (pane_->asking()) return;
  const Order* order = marked();
  copies_->setVisible(order != nullptr);
  if (!order) {
    pane_->setHead({}, {});
    pane_->setFacts({});
    pane_->setOffers({{"newOrder", tr("Write a new order …"), Qt::Key_Return, [this] { write(); }}}, desk_.live());
    return;
  }
  const Instant now = desk_.moment();
  const TimeZone& zone = desk_.session().timeZone();
  showCopies(*order);
  const OrderCopy* copy = markedCopy(*order);
  QString state = OrderWords::stage(*order);
  if (late(*order, now)) state += QStringLiteral(" · ") + tr("late");
  pane_->setHead(OrderWords::number(*order) + QStringLiteral("  ") + OrderWords::title(order->brief), state);
  std::vector<Facts::Line> lines;
  if (copy && order->status != OrderStatus::drafted)
    lines = OrderWords::facts(*desk_.shown(), *order, *copy, now, zone);
  for (Facts::Line& line : OrderWords::facts(*desk_.shown(), *order, now, zone)) lines.push_back(std::move(line));
  pane_->setFacts(lines);
  std::vector<BoardOffer> offers;
  if (copy) offers = OrderOffers::of(desk_, *order, *copy, asks());
  pane_->setOffers(std::move(offers), desk_.live());
}

void OrderBoard::retranslate() {
  filter_->setPlaceholderText(tr("Filter"));
  filter_->setToolTip(tr("number, addressee, state, words"));
  refill(*show_, [&] {
    show_->addItem(tr("open"), static_cast<int>(OrderFilter::open));
    show_->addItem(tr("late, refused"), static_cast<int>(OrderFilter::urgent));
    show_->addItem(tr("drafts"), static_cast<int>(OrderFilter::drafts));
    show_->addItem(tr("all"), static_cast<int>(OrderFilter::all));
  });
}

}  // namespace fengsui
