// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/orderboard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include "ui/boards/boardlist.h"
#include "ui/boards/orderwords.h"
#include "ui/boards/rowmodel.h"
#include "ui/forms/choices.h"
#include "ui/forms/orderform.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

constexpr int kCopyHeight = 53;
constexpr int kCopiesAtOnce = 4;

}  // namespace

OrderBoard::OrderBoard(Desk& desk, QWidget* parent)
    : SplitBoard(desk, QStringLiteral("orderBoard"), parent),
      show_(new QComboBox(this)),
      model_(new RowModel(this)),
      copyModel_(new RowModel(this)),
      copies_(new BoardList(pane_)),
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
  list_->setModel(model_);
  list_->setItemDelegate(new RowDelegate(list_));
  copies_->setObjectName(QStringLiteral("orderCopies"));
  copies_->setModel(copyModel_);
  copies_->setItemDelegate(new RowDelegate(copies_));
  copies_->setKeys({[this](int key) { return pane_->offers().knows(key); },
                    [this](int key) { return !pane_->asking() && pane_->offers().press(key); }});
  pane_->addUnderFacts(copies_, 0);
  pane_->addForm(receipt_);
  pane_->addForm(write_);
  connect(show_, &QComboBox::currentIndexChanged, this, [this] { want(); });
  connect(copies_, &PickList::picked, this, [this] { showSubject(); });
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
  const auto* before = model_->row(list_->currentIndex().row());
  QString kept = before ? before->key : QString();
  std::vector<RowModel::Ref> refs;
  for (const OrderRow& row : answer.rows.rows) refs.push_back({qs(row.order.uuid.text()), false});
  model_->show(std::move(refs), [this, rows = answer.rows.rows, situation = answer.situation,
                                 zone = desk_.session().timeZone()](int row) {
    return OrderWords::row(*situation, rows[static_cast<std::size_t>(row)], desk_.moment(), zone);
  });
  const OrderKpi& kpi = answer.kpi;
  QStringList under{tr("open %1").arg(kpi.open), tr("unanswered %1").arg(kpi.unanswered), tr("late %1").arg(kpi.late),
                    tr("refused %1").arg(kpi.refused), tr("drafts %1").arg(kpi.drafts)};
  if (kpi.medianAnswerMs) under << tr("first answer after %1, median").arg(Wording::age(*kpi.medianAnswerMs));
  setTitle(tr("Orders"), under.join(QStringLiteral(" · ")));
  setEmpty(model_->rowCount() > 0      ? QString()
           : answer.rows.all == 0      ? tr("No order has been written. N writes one; B shows the checklists.")
           : filter_->text().isEmpty() ? tr("None of %n orders.", nullptr, answer.rows.all)
                                       : tr("Nothing matches. Esc shows all."));
  int row = wanted_.isEmpty() ? -1 : model_->rowOf(wanted_);
  if (row >= 0) wanted_.clear();
  if (row < 0) row = model_->rowOf(kept);
  if (row < 0) row = list_->markable(0);
  if (row != list_->currentIndex().row()) list_->mark(row);
  showSubject();
}

const Order* OrderBoard::marked() const {
  const auto* row = model_->row(list_->currentIndex().row());
  const auto id = row ? Uuid::parse(row->key.toStdString()) : std::nullopt;
  return id && desk_.shown() ? desk_.shown()->find(Id<Order>{*id}) : nullptr;
}

const OrderCopy* OrderBoard::markedCopy(const Order& order) const {
  const auto* row = copyModel_->row(copies_->currentIndex().row());
  const OrderCopy* copy = row ? order.copy(row->key.toStdString()) : nullptr;
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
  const auto* before = copyModel_->row(copies_->currentIndex().row());
  const QString id = qs(order.id.uuid.text());
  const QString kept = before && copiesOf_ == id ? before->key : QString();
  copiesOf_ = id;
  std::vector<RowModel::Ref> refs;
  for (const OrderCopy& copy : order.copies) refs.push_back({qs(copy.to.key()), false});
  const int many = static_cast<int>(refs.size());
  copyModel_->show(std::move(refs), [this, order, zone = desk_.session().timeZone()](int row) {
    return OrderWords::row(order, order.copies[static_cast<std::size_t>(row)], desk_.moment(), zone);
  });
  int row = copyModel_->rowOf(kept);
  if (row < 0)
    if (const OrderCopy* copy = OrderOffers::foremost(order)) row = copyModel_->rowOf(qs(copy->to.key()));
  if (row != copies_->currentIndex().row()) copies_->mark(row);
  copies_->setFixedHeight(std::min(many, kCopiesAtOnce) * kCopyHeight);
  copies_->setVisible(many > 0 && order.status != OrderStatus::drafted);
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
  filter_->setPlaceholderText(tr("number, addressee, state, words"));
  refill(*show_, [&] {
    show_->addItem(tr("open"), static_cast<int>(OrderFilter::open));
    show_->addItem(tr("late, refused"), static_cast<int>(OrderFilter::urgent));
    show_->addItem(tr("drafts"), static_cast<int>(OrderFilter::drafts));
    show_->addItem(tr("all"), static_cast<int>(OrderFilter::all));
  });
}

}  // namespace fengsui
