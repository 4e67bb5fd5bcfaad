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
constexpr int kEditLeft = 46;
constexpr int kHintHeight = 28;
constexpr double kNearViewM = 8;  // metres per pixel at which a village is a few hundred pixels wide

// The key that opened the palette, pressed again; a line edit would cut the line with it.
bool isOwnKey(const QKeyEvent& key) {
  return key.key() == Qt::Key_K && key.modifiers() == Qt::ControlModifier;
}

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
  edit_->setTextMargins(0, 0, kUnit, 0);
  edit_->installEventFilter(this);
  list_->setModel(model_);
  list_->setItemDelegate(new PaletteDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setMouseTracking(true);
  list_->setResizeMode(QListView::Adjust);  // the chips of a report wrap in the width there is
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->viewport()->setBackgroundRole(QPalette::Window);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(2, 2, 2, kHintHeight);
  layout->setSpacing(1);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(kEditLeft, 0, 0, 0);
  line->addWidget(edit_);
  layout->addLayout(line);
  layout->addWidget(list_, 1);
  connect(edit_, &QLineEdit::textChanged, this, &Palette::ask);
  connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) {
    mark(index.row());
    choose(QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier));
  });
  connect(&searcher_, &Searcher::answered, this, [this](quint64 generation, const SearchAnswer& answer) {
    answered_ = generation;
    completes_.reset();
    if (answer.completes)
      completes_ = QString::fromUtf8(edit_->text().toUtf8().first(static_cast<qsizetype>(*answer.completes))).size();
    show(PaletteRows(desk_, actions_, middle()).of(answer));
    if (chooseWhenAnswered_) choose(*std::exchange(chooseWhenAnswered_, std::nullopt));
  });
  connect(&searcher_, &Searcher::mapRead, this, [this](std::size_t, const std::optional<Error>& error) {
    if (error && error->code != ErrorCode::notFound)
      emit desk_.noticed({Notice::Tone::trouble, std::nullopt, *error, false});
    if (isVisible()) ask();
  });
  connect(&searcher_, &Searcher::plansRead, this, [this] {
    if (isVisible()) ask();
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
  searcher_.readPlans(desk_.session().files().journal);
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
  const QString text = edit_->text();
  chooseWhenAnswered_.reset();
  if (text.trimmed().isEmpty()) {
    searcher_.forget();
    answered_ = asked_;
    completes_.reset();
    show(PaletteRows(desk_, actions_, middle()).unasked());
    return;
  }
  SearchQuestion question;
  question.text = text.toStdString();
  question.centre = middle();
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

std::optional<Position> Palette::middle() const {
  return positionAt(canvas_.view().centre());
}

void Palette::choose(bool other) {
  if (!settled()) {
    chooseWhenAnswered_ = other;
    return;
  }
  const PaletteRow* row = marked();
  if (!row || !row->choosable() || !row->whyNot.isEmpty()) return;  // a row that is off says why
  if (row->completes) {
    complete();
    return;
  }
  const PaletteRow chosen = *row;
  close();
  switch (chosen.type) {
    case PaletteRow::Type::thing:
      if (chosen.plan.isEmpty())
        chooseThing(chosen);
      else
        emit planWanted(chosen.plan, other || !chosen.levels);
      return;
    case PaletteRow::Type::ground:
      chooseGround(chosen, other);
      return;
    case PaletteRow::Type::action:
      chosen.action->trigger();
      return;
    case PaletteRow::Type::report:
      report(*chosen.report, other);
      return;
    case PaletteRow::Type::head:
    case PaletteRow::Type::nothing:
      return;
  }
}

void Palette::chooseThing(const PaletteRow& row) {
  if (!row.telephone.isEmpty()) {
    QGuiApplication::clipboard()->setText(row.telephone);
    const std::string who = row.words.toStdString();
    const std::string number = row.telephone.toStdString();
    emit desk_.noticed(
        {Notice::Tone::done,
         Text{"the telephone number of " + who + " is on the clipboard: " + number, who + "的电话已复制：" + number},
         std::nullopt, false});
  }
  desk_.select(row.selected);
  if (row.at) goTo(*row.at, false);
  canvas_.reveal(row.selected);
}

void Palette::chooseGround(const PaletteRow& row, bool reportThere) {
  if (!row.at) return;
  goTo(*row.at, true);
  canvas_.markPlace(row.at);
  if (row.selected.kind == Kind::place && !row.selected.id.isNil()) desk_.select(row.selected);
  if (reportThere && desk_.live()) emit reportWanted(*row.at);
}

void Palette::goTo(Position there, bool nearer) {
  const QPointF at = mercatorOf(there);
  const bool inView = QRectF(canvas_.rect()).adjusted(40, 40, -40, -40).contains(canvas_.view().toScreen(at));
  if (inView && !nearer) return;
  const double scale = std::min(canvas_.view().metresPerPixel(), nearer ? kNearViewM / groundScale(at) : 1e9);
  canvas_.setView(ViewPort(at, scale, canvas_.view().size()));
}

void Palette::report(const ReportLine& line, bool atTheMiddle) {
  const Instant now = systemNow();
  Incident incident = incidentOf(line, Id<Incident>{Uuid::v7(now)}, now);
  if (!incident.location && atTheMiddle) incident.location = middle();
  const auto location = incident.location;
  desk_.report(std::move(incident));
  if (location) goTo(*location, false);
}

void Palette::complete() {
  const PaletteRow* row = marked();
  if (row && row->type == PaletteRow::Type::report) {
    row = nullptr;
    for (int i = 0; i < model_->rowCount() && !row; ++i)
      if (model_->at(i)->completes) row = model_->at(i);
  }
  if (!row || !row->choosable() || row->words.isEmpty()) return;
  if (row->completes && completes_)
    edit_->setText(edit_->text().first(std::min(*completes_, edit_->text().size())) + row->words + QChar(u' '));
  else
    edit_->setText(row->words);
}

bool Palette::press(QKeyEvent& key) {
  if (isOwnKey(key)) {
    if (edit_->text().isEmpty())
      close();
    else
      edit_->selectAll();
    return true;
  }
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
    if (event->type() == QEvent::ShortcutOverride) {
      const auto* key = static_cast<QKeyEvent*>(event);
      // Before the window's own Esc and Ctrl+Enter hear of it.
      const bool ours =
          key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || isOwnKey(*key);
      if (ours) event->accept();
      return ours;
    }
    if (event->type() == QEvent::KeyPress) return press(*static_cast<QKeyEvent*>(event));
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
        if (!row->plan.isEmpty()) {
          words << (row->levels ? tr("Enter: its levels and which hold") : tr("Enter: its text"));
          if (row->levels) words << tr("Shift+Enter: its text");
          break;
        }
        words << (row->telephone.isEmpty() ? tr("Enter: show it") : tr("Enter: copy the telephone number and show"));
        break;
      case PaletteRow::Type::ground:
        if (row->completes) {
          words << tr("Enter: take it into the report");
          break;
        }
        words << tr("Enter: go there");
        if (desk_.live()) words << tr("Shift+Enter: report here");
        break;
      case PaletteRow::Type::report:
        words << (row->report->at ? tr("Enter: report") : tr("Enter: report without a position"));
        if (!row->report->at) words << tr("Shift+Enter: report at the middle of the map");
        break;
      case PaletteRow::Type::action:
        words << tr("Enter: do it");
        break;
      default:
        break;
    }
    if (row->type != PaletteRow::Type::report || completes_) words << tr("Tab: complete");
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
  // The icons of the actions are drawn anew by then.
  if (event->type() == QEvent::PaletteChange && isVisible())
    QMetaObject::invokeMethod(this, &Palette::ask, Qt::QueuedConnection);
  QFrame::changeEvent(event);
}

void Palette::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.action, 1.5));
  p.setBrush(t.panel);
  p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCorner, kCorner);
  p.fillRect(QRect(2, 2, width() - 4, kEditHeight), palette().color(QPalette::Base));
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.dim, 1.8, Qt::SolidLine, Qt::RoundCap));
  p.drawEllipse(QPointF(26, kEditHeight / 2.0), 6, 6);
  p.drawLine(QPointF(30.5, kEditHeight / 2.0 + 4.5), QPointF(35, kEditHeight / 2.0 + 9));
  p.fillRect(QRect(2, kEditHeight + 2, width() - 4, 1), t.line);
  p.fillRect(QRect(2, height() - kHintHeight, width() - 4, 1), t.line);
  p.setFont(typeOf(TypeSize::small));
  p.setPen(t.dim);
  p.drawText(QRect(2 * kUnit, height() - kHintHeight, width() - 4 * kUnit, kHintHeight),
             Qt::AlignLeft | Qt::AlignVCenter, hint());
}

}  // namespace fengsui
