// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/teamlist.h"

#include <QPainter>
#include <algorithm>
#include <limits>

#include "ui/canvas/symbols.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {

void TeamModel::show(const Snapshot& situation, const std::optional<Id<Incident>>& incident) {
  std::vector<Row> rows;
  const Incident* target = situation && incident ? situation->find(*incident) : nullptr;
  if (target) {
    situation->teams.forEach([&](const Uuid& id, const Team& team) {
      Row row;
      row.id = id;
      if (const auto from = team.position(); from && target->location)
        row.distanceM = distanceM(*from, *target->location);
      row.here = (team.assignment && team.assignment->incident == *incident) ||
                 (team.request && team.request->incident == *incident);
      row.free =
          !row.here && !team.request && (team.status == TeamStatus::available || team.status == TeamStatus::returning);
      rows.push_back(row);
    });
  }
  const auto group = [](const Row& row) { return row.here ? 0 : row.free ? 1 : 2; };
  const auto far = [](const Row& row) { return row.distanceM.value_or(std::numeric_limits<double>::max()); };
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    return std::pair(group(a), far(a)) < std::pair(group(b), far(b));
  });
  const auto same = [](const Row& a, const Row& b) { return a.id == b.id; };
  if (std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(), same)) {
    situation_ = situation;
    rows_ = std::move(rows);
    if (!rows_.empty()) emit dataChanged(index(0), index(static_cast<int>(rows_.size()) - 1));
    return;
  }
  beginResetModel();
  situation_ = situation;
  rows_ = std::move(rows);
  endResetModel();
}

const Team* TeamModel::at(int row) const {
  if (!situation_ || row < 0 || row >= rowCount()) return nullptr;
  return situation_->teams.find(rows_[static_cast<std::size_t>(row)].id);
}

int TeamModel::rowOf(const Uuid& id) const {
  const auto at = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.id == id; });
  return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
}

int TeamModel::nearestFree() const {
  int asked = -1;
  for (int i = 0; i < rowCount(); ++i) {
    if (!row(i).free) continue;
    const Team* team = at(i);
    if (team && team->authority == DispatchAuthority::own) return i;
    if (asked < 0) asked = i;
  }
  return asked;
}

int TeamModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant TeamModel::data(const QModelIndex& index, int role) const {
  const Team* team = at(index.row());
  if (!team || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) return {};
  return qs(team->name);
}

QSize TeamDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {200, 48};
}

void TeamDelegate::paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* model = static_cast<const TeamModel*>(index.model());
  const Team* team = model->at(index.row());
  if (!team) return;
  const TeamModel::Row& row = model->row(index.row());
  const Tokens& t = tokens();
  const QRect box = option.rect;
  const bool chosen = option.state & QStyle::State_Selected;
  p->save();
  if (chosen)
    p->fillRect(box, mixed(t.panel, t.action, t.dark ? 0.22 : 0.14));
  else if (option.state & QStyle::State_MouseOver)
    p->fillRect(box, t.raised);
  if (chosen) p->fillRect(QRect(box.left(), box.top(), 3, box.height()), t.action);

  p->save();
  p->translate(box.left() + 24, box.center().y());
  paintSymbol(*p, symbolOf(*team), t);
  p->restore();

  const int left = box.left() + 48;
  const int right = box.right() - kUnit - 2;
  const QFont normal = typeOf(TypeSize::normal);
  const QFont small = typeOf(TypeSize::small);
  const QFontMetrics normalMetrics(normal);
  const QFontMetrics smallMetrics(small);
  const QString away = row.distanceM ? Wording::distance(*row.distanceM) : QString();
  const int awayWidth = normalMetrics.horizontalAdvance(away);
  const int top = box.top() + 5;
  p->setFont(normal);
  p->setPen(row.free || row.here ? t.text : t.dim);
  p->drawText(left, top + normalMetrics.ascent(),
              normalMetrics.elidedText(qs(team->name), Qt::ElideRight, right - awayWidth - kUnit - left));
  p->drawText(right - awayWidth, top + normalMetrics.ascent(), away);

  p->setFont(small);
  const int base = top + normalMetrics.height() + smallMetrics.ascent();
  QString state = team->request ? (row.here ? tr("asked, no answer yet") : tr("asked for another incident"))
                                : shown(textOf(team->status));
  if (team->assignment && !row.here) state += QStringLiteral(" · ") + tr("elsewhere");
  if (team->authority == DispatchAuthority::asked && row.free)
    state += QStringLiteral(" · ") +
             (team->askedThrough.empty() ? tr("must be asked") : tr("ask through %1").arg(qs(team->askedThrough)));
  p->setPen(row.here ? t.good : t.dim);
  const QString kind = inSentence(textOf(Vocabulary::teamKind, team->kind));
  const int stateWidth = smallMetrics.horizontalAdvance(state);
  const int room = right - left;
  if (stateWidth + smallMetrics.horizontalAdvance(kind) + kUnit <= room) {
    p->drawText(left, base, state);
    p->setPen(t.dim);
    p->drawText(right - smallMetrics.horizontalAdvance(kind), base, kind);
  } else {
    p->drawText(left, base, smallMetrics.elidedText(state, Qt::ElideRight, room));
  }
  p->restore();
}

}  // namespace fengsui
