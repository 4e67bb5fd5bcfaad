// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/planboard.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QShortcut>
#include <algorithm>
#include <set>

#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/panels/actionbutton.h"
#include "ui/panels/buttonflow.h"
#include "ui/planedit/planeditor.h"
#include "ui/planedit/planfaults.h"
#include "ui/planedit/planlist.h"
#include "ui/planedit/planpreview.h"
#include "ui/planedit/plantext.h"

namespace fengsui {
namespace {

constexpr int kCheckAfterMs = 300;  // after the last key
constexpr const char* kNewFile = "new.yaml";

// As the editor gives it back.
QString asEdited(const std::string& text) {
  QString out = qs(text);
  out.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
  out.replace(u'\r', u'\n');
  return out.replace(QChar::Nbsp, u' ');
}

}  // namespace

PlanBoard::PlanBoard(Desk& desk, QWidget* parent)
    : LiveBoard(desk, "planBoard", parent),
      drafts_(desk.drafts()),
      left_(new QWidget(this)),
      right_(new QWidget(this)),
      list_(new PlanList(drafts_, left_)),
      from_(new QLabel(this)),
      editor_(new PlanEditor(this)),
      faults_(new PlanFaults(this)),
      preview_(new PlanPreview(right_)),
      save_(new ActionButton(ActionButton::Weight::main, this)),
      discard_(addButton("planDiscard")),
      copy_(addButton("planCopy")),
      read_(
          [this]() -> LatestJob<PlanFiles>::Work {
            const std::string station = desk_.session().files().journal;
            if (station.empty()) return {};
            return [station] { return readPlanFiles(station); };
          },
          [this](PlanFiles files) { takeFiles(std::move(files)); }),
      check_(
          [this]() -> LatestJob<Answer>::Work {
            if (key_.isEmpty() || !files_.library) return {};
            return [key = key_, text = editor_->toPlainText(), library = files_.library, origin = origin(),
                    differs = changed(), mends = mends(), situation = desk_.session().situation()] {
              const std::string file = origin.file.empty() ? kNewFile : origin.file.string();
              CheckedPlan checked = checkPlanText(text.toStdString(), file, *library, situation.get());
              if (checked.whole && differs && !mends)
                if (const auto edition = editionToSave(*checked.own, origin, *library); !edition)
                  checked.errors.push_back(edition.error());
              return Answer{key, text, std::move(checked)};
            };
          },
          [this](Answer answer) { takeCheck(std::move(answer)); }) {
  pool_.setMaxThreadCount(1);
  soon_.setSingleShot(true);
  soon_.setInterval(kCheckAfterMs);
  from_->setObjectName(QStringLiteral("planFrom"));
  from_->setFont(typeOf(TypeSize::small));
  from_->setForegroundRole(QPalette::PlaceholderText);
  from_->setWordWrap(true);
  from_->setTextFormat(Qt::PlainText);
  save_->setObjectName(QStringLiteral("planSave"));
  save_->setFocusPolicy(Qt::TabFocus);

  auto* inLeft = new QVBoxLayout(left_);
  inLeft->setContentsMargins(0, 0, 0, 0);
  inLeft->addWidget(list_);
  auto* inRight = new QVBoxLayout(right_);
  inRight->setContentsMargins(0, 0, 0, 0);
  inRight->addWidget(preview_);
  auto* buttons = new ButtonFlow(nullptr, ButtonFlow::First::amongOthers);
  buttons->setSpacing(kUnit);
  for (ActionButton* button : {save_, discard_, copy_}) buttons->addWidget(button);
  auto* middle = new QVBoxLayout;
  middle->setSpacing(kUnit);
  middle->addWidget(from_);
  middle->addWidget(editor_, 5);
  middle->addWidget(faults_);
  middle->addLayout(buttons);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(12);
  columns->addWidget(left_);
  columns->addLayout(middle, 1);
  columns->addWidget(right_);
  body()->addLayout(columns, 1);
  connectParts();
}

void PlanBoard::connectParts() {
  connect(list_, &PlanList::chosen, this, [this] {
    if (list_->marked() != key_) open(list_->marked());
  });
  connect(list_, &PlanList::entered, this, [this] { editor_->setFocus(); });
  connect(editor_, &QPlainTextEdit::textChanged, this, [this] {
    if (!opening_) edited();
  });
  connect(&soon_, &QTimer::timeout, this, [this] { check_.want(); });
  connect(faults_, &PlanFaults::picked, this, &PlanBoard::goTo);
  connect(save_, &QAbstractButton::clicked, this, &PlanBoard::save);
  connect(discard_, &QAbstractButton::clicked, this, &PlanBoard::discardOrBringBack);
  connect(copy_, &QAbstractButton::clicked, this, &PlanBoard::copyPlan);
  connect(&desk_.drafts(), &Drafts::loaded, this, [this] {
    if (isVisible()) read_.want();
  });
  const auto onKey = [this](const QKeySequence& keys, auto does) {
    auto* shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, does);
  };
  onKey(QKeySequence::Save, [this] { save(); });
  onKey(Qt::Key_F6, [this] { nextPart(1); });
  onKey(Qt::SHIFT | Qt::Key_F6, [this] { nextPart(-1); });
  onKey(Qt::Key_F8, [this] { faults_->step(1); });
  onKey(Qt::SHIFT | Qt::Key_F8, [this] { faults_->step(-1); });
}

void PlanBoard::opened() {
  LiveBoard::opened();
  read_.want();
}

void PlanBoard::openPlan(const QString& id) {
  wantedPlan_ = id;
  read_.want();
}

bool PlanBoard::settled() const {
  return read_.idle() && check_.idle() && !soon_.isActive() && !saving_;
}

void PlanBoard::takeFocus() {
  if (!editor_->hasFocus()) list_->takeFocus();
}

bool PlanBoard::givesUp() {
  return LiveBoard::givesUp() || list_->clearFilter();
}

void PlanBoard::refresh() {
  // What the station knows has changed.
  if (!soon_.isActive()) soon_.start();
}

void PlanBoard::resizeEvent(QResizeEvent* event) {
  left_->setFixedWidth(std::clamp(width() * 21 / 100, 230, 340));
  right_->setFixedWidth(std::clamp(width() * 28 / 100, 280, 460));
  faults_->setRoom(height() * 30 / 100);
  LiveBoard::resizeEvent(event);
}

// ---- files

void PlanBoard::takeFiles(PlanFiles files) {
  files_ = std::move(files);
  list_->show(files_);
  const std::size_t broken =
      static_cast<std::size_t>(std::count_if(files_.library->entries().begin(), files_.library->entries().end(),
                                             [](const PlanEntry& one) { return !one.errors.empty(); }));
  QString line = tr("%n plans", nullptr, static_cast<int>(files_.library->ids().size()));
  if (broken) line += QStringLiteral(" · ") + tr("files that cannot be used: %1").arg(broken);
  setHead(tr("Plans"), line + QStringLiteral(" · ") + tr("F6 next part, F8 next fault, Ctrl+S save"));
  const std::string plan = std::exchange(wantedPlan_, {}).toStdString();
  for (std::size_t i = 0; !plan.empty() && i < files_.files.size(); ++i)
    if (files_.files[i].newest && files_.library->entries()[i].id == plan) wanted_ = qs(files_.files[i].path.string());
  const QString wanted = std::exchange(wanted_, {});
  if (!wanted.isEmpty() && list_->mark(wanted)) {
    const int place = editor_->verticalScrollBar()->value();
    const int number = editor_->line();
    open(wanted);
    if (!plan.empty()) return;
    editor_->goTo(number, 1);
    editor_->verticalScrollBar()->setValue(place);
    return;
  }
  const bool there = PlanDrafts::isNew(key_) ? drafts_.of(key_).has_value()
                                             : !key_.isEmpty() && files_.indexOf(key_.toStdString()) >= 0;
  if (!there) {
    list_->markSomething();
    return open(list_->marked());
  }
  const PlanEntry* now = entry();
  const QString text =
      now ? asEdited(files_.files[static_cast<std::size_t>(files_.indexOf(now->file))].text) : QString();
  if (text != savedText_ && !changed()) return open(key_);
  savedText_ = text;
  check_.want();
}

const PlanEntry* PlanBoard::entry() const {
  const int at = files_.indexOf(key_.toStdString());
  return at < 0 ? nullptr : &files_.library->entries()[static_cast<std::size_t>(at)];
}

PlanOrigin PlanBoard::origin() const {
  const PlanEntry* from = entry();
  return from ? PlanOrigin{from->file, from->id, from->edition} : PlanOrigin{};
}

bool PlanBoard::changed() const {
  return PlanDrafts::isNew(key_) || editor_->toPlainText() != savedText_;
}

bool PlanBoard::mends() const {
  const int at = files_.indexOf(key_.toStdString());
  return at >= 0 && files_.files[static_cast<std::size_t>(at)].own && entry()->id.empty();
}

// ---- the text

void PlanBoard::open(const QString& key) {
  key_ = key;
  const int at = files_.indexOf(key.toStdString());
  savedText_ = at < 0 ? QString() : asEdited(files_.files[static_cast<std::size_t>(at)].text);
  opening_ = true;
  editor_->open(drafts_.of(key).value_or(savedText_));
  opening_ = false;
  editor_->setReadOnly(key.isEmpty());
  checked_ = {};
  sound_.reset();
  soon_.stop();
  check_.want();
  showState();
}

void PlanBoard::edited() {
  const bool drafted = drafts_.of(key_).has_value();
  if (changed())
    drafts_.keep(key_, editor_->toPlainText());
  else
    drafts_.forget(key_);
  // A new plan is listed by what it calls itself.
  if (drafted != drafts_.of(key_).has_value() || PlanDrafts::isNew(key_)) list_->refresh();
  soon_.start();
  showState();
}

void PlanBoard::takeCheck(Answer answer) {
  // Something else was opened or typed meanwhile: that is checked next.
  if (answer.key != key_) return check_.want();
  checked_ = std::move(answer.checked);
  // What only the other files say about it: the same edition twice.
  if (const PlanEntry* from = entry(); from && checked_.errors.empty() && !changed()) checked_.errors = from->errors;
  if (checked_.whole) sound_ = checked_.whole;
  faults_->show(checked_);
  std::vector<PlanEditor::Mark> marks;
  const std::string file = origin().file.empty() ? kNewFile : origin().file.string();
  const auto add = [&](const std::vector<Error>& errors, bool error) {
    for (const Error& one : errors)
      if (one.place.file == file)
        marks.push_back({one.place.line, error, shown(one.message) + u'\n' + shown(one.remedy)});
  };
  add(checked_.errors, true);
  add(checked_.warnings, false);
  editor_->showMarks(std::move(marks));
  showSound();
  showState();
}

void PlanBoard::showSound() {
  const PlanEntry* from = entry();
  preview_->show(sound_, !checked_.whole, checked_.own, from ? from->own : std::nullopt);
}

void PlanBoard::goTo(const Error& fault, bool enter) {
  const QString file = qs(fault.place.file);
  if (file != key_ && fault.place.file != kNewFile) {
    if (!list_->mark(file)) return;
    open(file);
  }
  if (fault.place.line > 0) editor_->goTo(fault.place.line, fault.place.column);
  if (enter) editor_->setFocus();
}

QString PlanBoard::whereFrom() const {
  if (key_.isEmpty()) return {};
  const int at = files_.indexOf(key_.toStdString());
  if (at < 0) return tr("A new plan: it is kept as a draft until it is saved.");
  const PlanFiles::File& file = files_.files[static_cast<std::size_t>(at)];
  const QString name = qs(file.path.filename().string());
  const QString what =
      file.own ? tr("%1, of this station.").arg(name) : tr("%1, came with Fengsui and stays as it is.").arg(name);
  if (changed()) return tr("%1 %2").arg(what, tr("Your changes are kept as a draft until they are saved."));
  return mends() ? what : tr("%1 %2").arg(what, tr("Changes are saved as a new edition of the station."));
}

void PlanBoard::showState() {
  from_->setText(whereFrom());
  const bool differs = !key_.isEmpty() && changed();
  const int errors = static_cast<int>(checked_.errors.size());
  QString words = tr("Save (Ctrl+S)");
  if (differs && errors) {
    words = tr("To be mended before it can be saved: %1").arg(errors);
  } else if (differs && mends()) {
    words = tr("Save the mended file (Ctrl+S)");
  } else if (differs && checked_.own) {
    if (const auto edition = editionToSave(*checked_.own, origin(), *files_.library))
      words = tr("Save as edition %1 (Ctrl+S)").arg(qs(*edition));
  }
  save_->setText(words);
  save_->setEnabled(differs && !errors && !saving_ && checked_.whole.has_value() == !isPostsFile(key_.toStdString()));
  const bool back = discarded_ && !drafts_.of(discarded_->key) && (PlanDrafts::isNew(discarded_->key) || !differs);
  discard_->setText(back && !differs ? tr("Bring back what was discarded") : tr("Discard the changes"));
  discard_->setEnabled(differs || back);
  copy_->setText(tr("New plan from this one"));
  copy_->setEnabled(checked_.own.has_value());
}

// ---- what can be done

void PlanBoard::save() {
  if (!save_->isEnabled() || saving_) return;
  saving_ = true;
  showState();
  const QString text = editor_->toPlainText();
  pool_.start([this, key = key_, text, origin = origin(), station = desk_.session().files().journal] {
    auto result = std::make_shared<Result<SavedPlan>>(savePlan(text.toStdString(), origin, station));
    QMetaObject::invokeMethod(&receiver_, [this, key, text, result] { saved(key, text, *result); });
  });
}

void PlanBoard::saved(const QString& key, const QString& sent, const Result<SavedPlan>& result) {
  saving_ = false;
  if (!result) {
    desk_.refuse(result.error());
    return showState();
  }
  const QString file = qs(result->file.string());
  const QString now = key == key_ ? editor_->toPlainText() : drafts_.of(key).value_or(sent);
  drafts_.forget(key);
  // What was typed while it was being saved goes on from there.
  if (now != sent)
    drafts_.keep(file, qs(withHeadValue(now.toStdString(), "edition", result->edition).value_or(now.toStdString())));
  if (key == key_) wanted_ = file;
  const std::string name = result->file.filename().string();
  emit desk_.noticed({Notice::Tone::done, Text{"saved: " + name, "已保存：" + name}, std::nullopt, false});
  read_.want();
}

void PlanBoard::discardOrBringBack() {
  if (changed()) {
    discarded_ = Discarded{key_, editor_->toPlainText()};
    drafts_.forget(key_);
    if (!PlanDrafts::isNew(key_)) return editor_->replaceAll(savedText_);
    key_.clear();
  } else if (discarded_) {
    const Discarded back = *std::exchange(discarded_, std::nullopt);
    if (back.key == key_) return editor_->replaceAll(back.text);
    drafts_.keep(back.key, back.text);
    wanted_ = back.key;
  }
  read_.want();
}

void PlanBoard::copyPlan() {
  if (!checked_.own) return;
  std::set<std::string> taken;
  for (const PlanEntry& one : files_.library->entries()) taken.insert(one.id);
  for (const QString& key : drafts_.keys())
    if (PlanDrafts::isNew(key)) taken.insert(headValue(drafts_.of(key)->toStdString(), "plan").value_or(std::string()));
  const std::string id = idOfCopy(checked_.own->id, taken);
  const auto named = withHeadValue(editor_->toPlainText().toStdString(), "plan", id);
  if (!named)
    return desk_.refuse({ErrorCode::refused,
                         {"the id of this plan stands on no line of its own", "该预案的 id 没有独立成行"},
                         {"write plan: ID at the head first", "请先在开头写 plan: ID"},
                         {}});
  const QString key = drafts_.keyForNew();
  drafts_.keep(key, qs(withHeadValue(*named, "edition", "1").value_or(*named)));
  list_->refresh();
  list_->mark(key);
  open(key);
  const auto span = headSpan(editor_->toPlainText().toUtf8().toStdString(), "plan");
  editor_->setFocus();
  if (!span) return;
  // The id is what is written next.
  const QString text = editor_->toPlainText();
  const auto before = QString::fromUtf8(text.toUtf8().left(static_cast<qsizetype>(span->at))).size();
  QTextCursor cursor(editor_->document());
  cursor.setPosition(static_cast<int>(before));
  cursor.setPosition(static_cast<int>(before + qs(id).size()), QTextCursor::KeepAnchor);
  editor_->setTextCursor(cursor);
}

void PlanBoard::nextPart(int by) {
  const auto within = [](const QWidget* part) { return part->isAncestorOf(QApplication::focusWidget()); };
  const int parts = 4;
  int now = within(left_) ? 0 : editor_->hasFocus() ? 1 : within(faults_) ? 2 : within(right_) ? 3 : 0;
  do now = (now + by + parts) % parts;
  while (now == 2 && !faults_->any());
  switch (now) {
    case 0:
      return list_->takeFocus();
    case 1:
      return editor_->setFocus();
    case 2:
      return faults_->takeFocus();
    default:
      return preview_->takeFocus();
  }
}

void PlanBoard::retranslate() {
  setHead(tr("Plans"));
  if (files_.library) {
    showSound();
    takeFiles(files_);
  }
  showState();
}

}  // namespace fengsui
