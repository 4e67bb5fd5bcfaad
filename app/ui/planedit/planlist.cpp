// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/planlist.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>

#include "ui/boards/boardlist.h"
#include "ui/boards/checkrows.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/planedit/plandrafts.h"
#include "ui/planedit/plantext.h"

namespace fengsui {

PlanList::PlanList(const PlanDrafts& drafts, QWidget* parent)
    : QWidget(parent),
      drafts_(drafts),
      filter_(new QLineEdit(this)),
      list_(new BoardList(QStringLiteral("planList"), this)) {
  filter_->setObjectName(QStringLiteral("planFilter"));
  filter_->setClearButtonEnabled(true);
  filter_->installEventFilter(this);
  list_->useKeys({Qt::Key_Return, Qt::Key_Enter});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addWidget(filter_);
  layout->addWidget(list_, 1);
  connect(filter_, &QLineEdit::textChanged, this, &PlanList::refresh);
  connect(list_, &BoardList::chosen, this, &PlanList::chosen);
  connect(list_, &BoardList::keyed, this, &PlanList::entered);
  retranslate();
}

void PlanList::show(const PlanFiles& files) {
  files_ = files;
  refresh();
}

void PlanList::refresh() {
  const std::string wanted = filter_->text().toStdString();
  std::vector<BoardRows::Ref> refs;
  std::vector<std::function<BoardRow()>> says;
  const auto header = [&](const QString& key, const QString& words) {
    refs.push_back({key, true});
    says.emplace_back([words] {
      BoardRow row;
      row.header = true;
      row.title = words;
      return row;
    });
  };
  const auto addNew = [&] {
    for (const QString& key : drafts_.keys()) {
      if (!PlanDrafts::isNew(key)) continue;
      const std::string text = drafts_.of(key)->toStdString();
      const QString id = qs(headValue(text, "plan").value_or(std::string()));
      if (!hasWords(id.toStdString(), wanted)) continue;
      refs.push_back({key, false});
      says.emplace_back([id, edition = qs(headValue(text, "edition").value_or(std::string()))] {
        BoardRow row;
        row.shape = ItemState::drafted;
        row.title = id;
        row.corner = edition;
        row.state = tr("new, not saved");
        return row;
      });
    }
  };
  const auto addFile = [&](const PlanFiles::File& file, const PlanEntry& entry) {
    const std::string name = file.path.filename().string();
    const std::string titles = entry.own ? entry.own->title.zh + ' ' + entry.own->title.en : std::string();
    if (!hasWords(titles + ' ' + name + ' ' + entry.id + ' ' + entry.edition, wanted)) return;
    const QString key = qs(file.path.string());
    const bool drafted = drafts_.of(key).has_value();
    refs.push_back({key, false});
    says.emplace_back([this, file = &file, entry = &entry, drafted] {
      BoardRow row;
      row.title =
          entry->own ? shown(Text{entry->own->title.en, entry->own->title.zh}) : qs(file->path.filename().string());
      row.corner = qs(entry->edition);
      row.dim = entry->own && !file->newest;
      if (!entry->errors.empty()) {
        const Error& first = entry->errors.front();
        row.shape = ItemState::refused;
        row.state = tr("broken");
        row.line = first.place.line > 0 ? tr("line %1: %2").arg(first.place.line).arg(shown(first.message))
                                        : shown(first.message);
        return row;
      }
      row.shape = drafted ? ItemState::drafted : file->newest ? ItemState::done : ItemState::notApplicable;
      row.state = drafted ? tr("being changed") : file->newest ? QString() : tr("older edition");
      const Plan& plan = entry->whole ? *entry->whole : *entry->own;
      QStringList what;
      if (plan.table) what.append(tr("one for each row of a table"));
      if (!plan.levels.empty()) what.append(tr("%n levels", nullptr, static_cast<int>(plan.levels.size())));
      what.append(tr("%n lines", nullptr, static_cast<int>(plan.items.size())));
      what.append(qs(entry->id));
      row.line = what.join(QStringLiteral(" · "));
      return row;
    });
  };
  if (files_.library) {
    const auto& entries = files_.library->entries();
    std::vector<std::size_t> order(files_.files.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    // By id, the edition in force first; what cannot be read comes before the rest.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(!entries[a].id.empty(), entries[a].id, !files_.files[a].newest) <
             std::tuple(!entries[b].id.empty(), entries[b].id, !files_.files[b].newest);
    });
    for (const bool own : {true, false}) {
      header(own ? QStringLiteral("own") : QStringLiteral("shipped"),
             own ? tr("Of this station") : tr("Came with Fengsui"));
      const std::size_t before = refs.size();
      if (own) addNew();
      for (const std::size_t i : order)
        if (files_.files[i].own == own) addFile(files_.files[i], entries[i]);
      if (refs.size() == before) {
        refs.pop_back();
        says.pop_back();
      }
    }
  }
  list_->show(std::move(refs), [says](int row) { return says[static_cast<std::size_t>(row)](); });
  list_->setEmptyWords(!files_.library ? tr("Reading the plans …") : tr("Nothing matches. Esc shows all plans."));
}

QString PlanList::marked() const {
  return list_->markedKey();
}

bool PlanList::mark(const QString& key) {
  return list_->markKey(key);
}

void PlanList::markSomething() {
  list_->markSomething();
}

void PlanList::takeFocus() {
  list_->setFocus();
}

bool PlanList::clearFilter() {
  if (filter_->text().isEmpty()) return false;
  filter_->clear();
  return true;
}

bool PlanList::eventFilter(QObject* watched, QEvent* event) {
  if (watched == filter_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      list_->setFocus();
      if (list_->markedKey().isEmpty()) {
        list_->markSomething();
        emit chosen();
      }
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void PlanList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void PlanList::retranslate() {
  filter_->setPlaceholderText(tr("Filter"));
  filter_->setToolTip(tr("title, id, edition, file"));
  refresh();
}

}  // namespace fengsui
