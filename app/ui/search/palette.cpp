// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/palette.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/canvas/mapcanvas.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/search/palettelist.h"

namespace fengsui {
namespace {

constexpr int kWidth = 640;
constexpr int kEditHeight = 44;
constexpr int kHintHeight = 28;
constexpr double kNearViewM = 8;  // metres per pixel at which a village is a few hundred pixels wide

}  // namespace

Palette::Palette(Desk& desk, MapCanvas& canvas, QWidget* window)
    : QFrame(window),
      desk_(desk),
      canvas_(canvas),
      window_(window),
      edit_(new QLineEdit(this)),
      list_(new QListView(this)),
      model_(new PaletteModel(this)) {
  setObjectName(QStringLiteral("palette"));
  edit_->setObjectName(QStringLiteral("paletteEdit"));
  list_->setObjectName(QStringLiteral("paletteList"));
  edit_->setFrame(false);
  edit_->setFixedHeight(kEditHeight);
  edit_->setTextMargins(44, 0, kUnit, 0);
  edit_->installEventFilter(this);
  list_->setModel(model_);
  list_->setItemDelegate(new PaletteDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setMouseTracking(true);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->viewport()->setBackgroundRole(QPalette::Window);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(2, 2, 2, kHintHeight);
  layout->setSpacing(1);
  layout->addWidget(edit_);
  layout->addWidget(list_, 1);
  connect(edit_, &QLineEdit::textChanged, this, &Palette::ask);
  connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) {
    mark(index.row());
    choose(QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier));
  });
  connect(&searcher_, &Searcher::answered, this, [this](quint64 generation, const SearchAnswer& answer) {
    answered_ = generation;
    show(PaletteRows(desk_, actions_).of(answer));
  });
  connect(&desk_, &Desk::shownChanged, this, [this] {
    if (isVisible()) ask();
  });
  connect(&desk_, &Desk::liveChanged, this, [this] {
    if (isVisible()) ask();
  });
  window_->installEventFilter(this);
  retranslate();
  hide();
}

void Palette::collectActions() {
  actions_.clear();
  for (QAction* action : window_->actions())
    if (!action->text().isEmpty() && action->isVisible() && action->objectName() != QLatin1String("search"))
      actions_ << action;
  searcher_.setActions(namesOfActions(actions_));
}

void Palette::open(const QString& text) {
  collectActions();
  const QSignalBlocker quiet(edit_);
  edit_->setText(text);
  QFrame::show();
  raise();
  edit_->setFocus();
  ask();
}

void Palette::close() {
  if (isHidden()) return;
  searcher_.forget();
  hide();
  canvas_.setFocus();
  emit closed();
}

void Palette::ask() {
  const QString text = edit_->text().trimmed();
  if (text.isEmpty()) {
    searcher_.forget();
    answered_ = asked_;
    show(PaletteRows(desk_, actions_).unasked());
    return;
  }
  SearchQuestion question;
  question.text = text.toStdString();
  question.centre = positionAt(canvas_.view().centre());
  asked_ = searcher_.ask(std::move(question), desk_.shown());
}

void Palette::show(std::vector<PaletteRow> rows) {
  // What was marked stays marked while only the picture behind it changes.
  const PaletteRow* before = marked();
  const Selected kept = before ? before->selected : Selected{};
  model_->show(std::move(rows));
  int row = model_->choosable(0, 1);
  if (!kept.id.isNil())
    for (int i = 0; i < model_->rowCount(); ++i)
      if (model_->at(i)->selected == kept && edit_->text().trimmed().isEmpty()) row = i;
  mark(row);
  place();
  update();
}

const PaletteRow* Palette::marked() const {
  return model_->at(list_->currentIndex().row());
}

void Palette::mark(int row) {
  list_->selectionModel()->setCurrentIndex(row < 0 ? QModelIndex() : model_->index(row, 0),
                                           QItemSelectionModel::ClearAndSelect);
  // The word over the first group belongs to it.
  if (row >= 0) list_->scrollTo(model_->index(row == 1 ? 0 : row, 0));
  update();
}

void Palette::move(int step, bool page) {
  const int now = list_->currentIndex().row();
  if (!page) {
    mark(model_->choosable(now + step, step));
    return;
  }
  const int last = model_->rowCount() - 1;
  mark(model_->choosable(std::clamp(now + step, 0, last), now + step > last ? -1 : step));
}

void Palette::choose(bool other) {
  const PaletteRow* row = marked();
  if (!row || !row->choosable() || !settled()) return;
  if (!row->whyNot.isEmpty()) return;  // the row says it
  const PaletteRow chosen = *row;
  switch (chosen.type) {
    case PaletteRow::Type::thing:
      close();
      if (!chosen.telephone.isEmpty()) {
        QGuiApplication::clipboard()->setText(chosen.telephone);
        const std::string who = chosen.words.toStdString();
        emit desk_.noticed(
            {Notice::Tone::done,
             Text{"the telephone number of " + who + " is on the clipboard: " + chosen.telephone.toStdString(),
                  who + "的电话已复制：" + chosen.telephone.toStdString()},
             std::nullopt, false});
      }
      if (chosen.selected.kind == Kind::person) return;
      desk_.select(chosen.selected);
      canvas_.reveal(chosen.selected);
      return;
    case PaletteRow::Type::ground:
      chooseGround(chosen, other);
      return;
    case PaletteRow::Type::action:
      close();
      chosen.action->trigger();
      return;
    default:
      return;
  }
}

void Palette::chooseGround(const PaletteRow& row, bool reportThere) {
  close();
  if (!row.at) return;
  const QPointF there = mercatorOf(*row.at);
  ViewPort view = canvas_.view().centred(there);
  if (view.metresPerPixel() > kNearViewM / groundScale(there))
    view = ViewPort(there, kNearViewM / groundScale(there), view.size());
  canvas_.setView(view);
  canvas_.markPlace(row.at);
  if (reportThere) emit reportWanted(*row.at);
}

void Palette::complete() {
  const PaletteRow* row = marked();
  if (row && !row->words.isEmpty() && row->choosable()) edit_->setText(row->words);
}

bool Palette::press(QKeyEvent& key) {
  switch (key.key()) {
    case Qt::Key_Escape:
      close();
      return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
      move(key.key() == Qt::Key_Down ? 1 : -1, false);
      return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
      move(key.key() == Qt::Key_PageDown ? 6 : -6, true);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      choose(key.modifiers().testFlag(Qt::ShiftModifier));
      return true;
    case Qt::Key_Tab:
      complete();
      return true;
    case Qt::Key_Backtab:
      return true;
    default:
      return false;
  }
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == edit_) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) {
      // Before the window's own Esc and Ctrl+Enter hear of it.
      const bool ours = key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
      if (ours) event->accept();
      return ours;
    }
    if (event->type() == QEvent::KeyPress) return press(*key);
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
      close();
  }
  if (watched == window_ && event->type() == QEvent::Resize && isVisible()) place();
  return QFrame::eventFilter(watched, event);
}

void Palette::place() {
  const QRect map(canvas_.mapTo(window_, QPoint(0, 0)), canvas_.size());
  const int width = std::min(kWidth, window_->width() - 4 * kUnit);
  const int left = std::clamp(map.center().x() - width / 2, 2 * kUnit, window_->width() - width - 2 * kUnit);
  const int top = map.top() + kUnit;
  resize(width, kEditHeight);  // the rows wrap in this width
  int rows = 0;
  QStyleOptionViewItem option;
  option.rect = QRect(0, 0, width - 4, 0);
  for (int i = 0; i < model_->rowCount(); ++i)
    rows += list_->itemDelegate()->sizeHint(option, model_->index(i, 0)).height();
  const int most = std::min(560, window_->height() - top - 96);
  setGeometry(left, top, width, std::min(most, kEditHeight + kHintHeight + 4 + rows));
}

QString Palette::hint() const {
  const PaletteRow* row = marked();
  QStringList words;
  if (row && row->choosable() && row->whyNot.isEmpty()) {
    switch (row->type) {
      case PaletteRow::Type::thing:
        words << (row->telephone.isEmpty() ? tr("Enter: show it") : tr("Enter: copy the telephone number and show"));
        break;
      case PaletteRow::Type::ground:
        words << tr("Enter: go there") << tr("Shift+Enter: report here");
        break;
      case PaletteRow::Type::action:
        words << tr("Enter: do it");
        break;
      default:
        break;
    }
    words << tr("Tab: complete");
  }
  words << tr("Esc: close");
  return words.join(QStringLiteral("   "));
}

void Palette::retranslate() {
  edit_->setPlaceholderText(tr("A name, a command, coordinates, or a report: “report fire Qiaozi 3 trapped”"));
  edit_->setAccessibleName(tr("Search or command"));
  if (!isVisible()) return;
  collectActions();
  ask();
}

void Palette::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void Palette::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.action, 1.5));
  p.setBrush(t.panel);
  p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCorner, kCorner);
  p.fillRect(QRect(2, kEditHeight + 2, width() - 4, 1), t.line);
  p.fillRect(QRect(2, height() - kHintHeight, width() - 4, 1), t.line);
  p.setFont(typeOf(TypeSize::small));
  p.setPen(t.dim);
  p.drawText(QRect(2 * kUnit, height() - kHintHeight, width() - 4 * kUnit, kHintHeight),
             Qt::AlignLeft | Qt::AlignVCenter, hint());
}

}  // namespace fengsui
