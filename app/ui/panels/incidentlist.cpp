// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/incidentlist.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "ui/canvas/symbols.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"
#include "ui/panels/picklist.h"

namespace fengsui {

void IncidentModel::show(const Snapshot& situation) {
  std::map<Uuid, int> teams;
  std::vector<const Incident*> sorted;
  int open = 0;
  if (situation) {
    situation->teams.forEach([&](const Uuid&, const Team& team) {
      if (team.assignment) ++teams[team.assignment->incident.uuid];
    });
    situation->incidents.forEach([&](const Uuid&, const Incident& incident) {
      if (incident.status == IncidentStatus::withdrawn) return;
      open += incident.open();
      sorted.push_back(&incident);
    });
  }
  const auto weight = [](const Incident* i) { return i->level ? 1 + static_cast<int>(*i->level) : 0; };
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Incident* a, const Incident* b) {
    if (a->open() != b->open()) return a->open();
    if (weight(a) != weight(b)) return weight(a) > weight(b);
    return a->reportedAt > b->reportedAt;
  });
  std::vector<Row> rows;
  for (const Incident* incident : sorted) rows.push_back({incident->id.uuid, teams[incident->id.uuid]});
  const auto same = [](const Row& a, const Row& b) { return a.id == b.id; };
  // The same incidents in the same order: the view keeps its place and its selection.
  if (std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(), same)) {
    situation_ = situation;
    rows_ = std::move(rows);
    if (!rows_.empty()) emit dataChanged(index(0), index(static_cast<int>(rows_.size()) - 1));
  } else {
    beginResetModel();
    situation_ = situation;
    rows_ = std::move(rows);
    endResetModel();
  }
  open_ = open;
}

const Incident* IncidentModel::at(int row) const {
  if (!situation_ || row < 0 || row >= rowCount()) return nullptr;
  return situation_->incidents.find(rows_[static_cast<std::size_t>(row)].id);
}

int IncidentModel::rowOf(const Uuid& id) const {
  const auto at = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.id == id; });
  return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
}

int IncidentModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant IncidentModel::data(const QModelIndex& index, int role) const {
  const Incident* incident = at(index.row());
  if (!incident || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) return {};
  return qs(incident->title);
}

QSize IncidentDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {200, 60};
}

void IncidentDelegate::paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* model = static_cast<const IncidentModel*>(index.model());
  const Incident* incident = model->at(index.row());
  if (!incident) return;
  const Tokens& t = tokens();
  const QRect box = option.rect;
  const bool chosen = option.state & QStyle::State_Selected;
  p->save();
  if (chosen)
    p->fillRect(box, mixed(t.panel, t.action, t.dark ? 0.22 : 0.14));
  else if (option.state & QStyle::State_MouseOver)
    p->fillRect(box, t.raised);
  if (chosen) p->fillRect(QRect(box.left(), box.top(), 3, box.height()), t.action);
  p->fillRect(QRect(box.left() + kUnit, box.bottom(), box.width() - 2 * kUnit, 1), t.line);

  p->save();
  p->translate(box.left() + 26, box.center().y());
  paintSymbol(*p, symbolOf(*incident), t);
  p->restore();

  const int left = box.left() + 50;
  const int right = box.right() - kUnit - 2;
  const QFont strong = typeOf(TypeSize::normal, QFont::DemiBold);
  const QFont small = typeOf(TypeSize::small);
  const QFontMetrics strongMetrics(strong);
  const QFontMetrics smallMetrics(small);
  const QString when = Wording::age(desk_.moment().ms - incident->reportedAt.ms);
  const int whenWidth = smallMetrics.horizontalAdvance(when);
  const int top = box.top() + 9;
  p->setFont(strong);
  p->setPen(incident->open() ? t.text : t.dim);
  p->drawText(left, top + strongMetrics.ascent(),
              strongMetrics.elidedText(qs(incident->title), Qt::ElideRight, right - whenWidth - kUnit - left));
  p->setFont(small);
  p->setPen(t.dim);
  p->drawText(right - whenWidth, top + strongMetrics.ascent(), when);

  // Second line: level by word, status, and who has it.
  const int base = top + strongMetrics.height() + smallMetrics.ascent() + 2;
  int x = left;
  if (incident->level) {
    const QString word = shown(textOf(*incident->level));
    const QColor ground = levelColour(incident->level, t);
    const QRect chip(x, base - smallMetrics.ascent() - 1, smallMetrics.horizontalAdvance(word) + 10,
                     smallMetrics.height() + 2);
    p->setRenderHint(QPainter::Antialiasing);
    p->setPen(Qt::NoPen);
    p->setBrush(ground);
    p->drawRoundedRect(chip, 3, 3);
    p->setPen(readableOn(ground));
    p->drawText(chip, Qt::AlignCenter, word);
    x = chip.right() + kUnit;
  }
  const int teams = model->teamsAt(index.row());
  const QString who = !incident->open() ? QString()
                      : teams > 1       ? tr("%1 teams").arg(teams)
                      : teams           ? tr("1 team")
                                        : tr("no team yet");
  const int whoWidth = smallMetrics.horizontalAdvance(who);
  p->setPen(teams || !incident->open() ? t.dim : t.danger);
  p->drawText(right - whoWidth, base, who);
  p->setPen(t.dim);
  // Where it is before how it stands: the end is what gives way on a small screen.
  QString line = shown(textOf(incident->status));
  if (!incident->locality.empty()) line = qs(incident->locality) + QStringLiteral(" · ") + line;
  p->drawText(x, base, smallMetrics.elidedText(line, Qt::ElideRight, right - whoWidth - kUnit - x));
  p->restore();
}

IncidentList::IncidentList(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      model_(new IncidentModel(this)),
      view_(new PickList(this)),
      title_(new QLabel(this)),
      empty_(new QLabel(view_->viewport())) {
  setAutoFillBackground(true);
  title_->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  title_->setContentsMargins(kUnit + 4, kUnit, kUnit, kUnit);
  view_->setObjectName(QStringLiteral("incidents"));
  view_->setModel(model_);
  view_->setItemDelegate(new IncidentDelegate(desk_, view_));
  empty_->setWordWrap(true);
  empty_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  empty_->setForegroundRole(QPalette::PlaceholderText);
  auto* inView = new QVBoxLayout(view_->viewport());
  inView->setContentsMargins(kUnit + 4, kUnit, kUnit, kUnit);
  inView->addWidget(empty_, 0, Qt::AlignTop);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(title_);
  layout->addWidget(view_, 1);
  connect(view_, &PickList::picked, this, [this](const QModelIndex& index) {
    const Incident* incident = model_->at(index.row());
    if (!incident) return;
    const Selected selected{Kind::incident, incident->id.uuid};
    desk_.select(selected);
    emit chosen(selected);
  });
  connect(&desk_, &Desk::shownChanged, this, &IncidentList::refresh);
  connect(&desk_, &Desk::selectionChanged, this, &IncidentList::follow);
  retranslate();
}

void IncidentList::refresh() {
  model_->show(desk_.shown());
  follow();
  retranslate();
}

void IncidentList::selectFirst() {
  const Incident* first = model_->at(0);
  if (first && first->open() && !desk_.selected()) desk_.select(Selected{Kind::incident, first->id.uuid});
}

void IncidentList::follow() {
  const int row =
      desk_.selected() && desk_.selected()->kind == Kind::incident ? model_->rowOf(desk_.selected()->id) : -1;
  view_->mark(row);
}

void IncidentList::retranslate() {
  title_->setText(tr("INCIDENTS · %1 open").arg(model_->openCount()));
  empty_->setText(desk_.live() ? tr("No incident. Press R and click on the map to report one.")
                               : tr("No incident had been reported at this moment."));
  empty_->setVisible(model_->rowCount() == 0);
}

void IncidentList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
