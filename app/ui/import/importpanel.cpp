// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importpanel.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QTableView>
#include <QThreadPool>
#include <QVBoxLayout>

#include "ui/import/celleditor.h"
#include "ui/import/faultlist.h"
#include "ui/import/importchoices.h"
#include "ui/import/importdraft.h"
#include "ui/import/importwords.h"
#include "ui/import/mappinghead.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr QSize kLargest(900, 760);
constexpr int kNarrowest = 620;
constexpr int kLeftToMap = 340;
constexpr int kRowHeight = 26;
constexpr int kFaultsHeight = 132;
constexpr int kRowsMeasured = 40;  // for the widths of columns; a thousand would be felt

// Freeing a large table takes as long as painting the desk.
void freeElsewhere(std::shared_ptr<const ImportFindings> findings) {
  QThreadPool::globalInstance()->start([held = std::move(findings)]() mutable { held.reset(); });
}

std::filesystem::path pathOf(const QString& text) {
  return std::filesystem::path(text.toStdString());
}

QString droppedFile(const QMimeData* data) {
  if (!data || !data->hasUrls()) return {};
  for (const QUrl& url : data->urls())
    if (url.isLocalFile()) return url.toLocalFile();
  return {};
}

}  // namespace

ImportPanel::ImportPanel(Desk& desk, QWidget* window)
    : QFrame(window),
      desk_(desk),
      window_(window),
      findings_(std::make_shared<const ImportFindings>()),
      title_(new QLabel(this)),
      close_(new ActionButton(ActionButton::Weight::side, this)),
      choices_(new ImportChoices(this)),
      model_(new ImportModel(edits_, this)),
      table_(new QTableView(this)),
      head_(new MappingHead(table_)),
      empty_(new QLabel(table_->viewport())),
      counts_(new QLabel(this)),
      faultCount_(new QLabel(this)),
      onlyFaulty_(new QCheckBox(this)),
      takeBack_(new ActionButton(ActionButton::Weight::side, this)),
      faults_(new FaultList(this)),
      leaveOut_(new QCheckBox(this)),
      import_(new ActionButton(ActionButton::Weight::main, this)),
      reading_([this] { return reading(); }, [this](Read read) { takeRead(std::move(read)); }),
      checking_([this] { return checking(); }, [this](Found found) { takeFound(std::move(found)); }) {
  setObjectName(QStringLiteral("importPanel"));
  setFocusPolicy(Qt::StrongFocus);
  close_->setObjectName(QStringLiteral("closeImport"));
  table_->setObjectName(QStringLiteral("importTable"));
  counts_->setObjectName(QStringLiteral("importCounts"));
  faultCount_->setObjectName(QStringLiteral("importFaultCount"));
  onlyFaulty_->setObjectName(QStringLiteral("onlyFaulty"));
  takeBack_->setObjectName(QStringLiteral("takeBackMending"));
  leaveOut_->setObjectName(QStringLiteral("leaveOut"));
  import_->setObjectName(QStringLiteral("importNow"));
  title_->setFont(typeOf(TypeSize::normal, QFont::DemiBold));
  counts_->setFont(typeOf(TypeSize::small));
  faultCount_->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  onlyFaulty_->setFont(typeOf(TypeSize::small));
  empty_->setWordWrap(true);
  empty_->setForegroundRole(QPalette::PlaceholderText);
  empty_->setAlignment(Qt::AlignCenter);

  head_->setObjectName(QStringLiteral("mappingHead"));
  table_->setHorizontalHeader(head_);
  head_->setResizeContentsPrecision(kRowsMeasured);
  table_->setModel(model_);
  table_->setItemDelegate(new CellEditor(*model_, table_));
  table_->setFont(typeOf(TypeSize::small));
  table_->verticalHeader()->setDefaultSectionSize(kRowHeight);
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table_->verticalHeader()->setFont(typeOf(TypeSize::small));
  table_->verticalHeader()->setMinimumWidth(48);
  table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
  table_->setTabKeyNavigation(false);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setCornerButtonEnabled(false);
  table_->setWordWrap(false);
  table_->installEventFilter(this);
  auto* inTable = new QVBoxLayout(table_->viewport());
  inTable->addWidget(empty_);

  choices_->frameFile(title_, close_);
  auto* below = new QHBoxLayout;
  below->setSpacing(2 * kUnit);
  below->addWidget(counts_);
  below->addWidget(faultCount_);
  below->addStretch(1);
  below->addWidget(takeBack_);
  below->addWidget(onlyFaulty_);
  auto* last = new QHBoxLayout;
  last->setSpacing(2 * kUnit);
  last->addWidget(leaveOut_);
  last->addWidget(import_, 1);
  faults_->setFixedHeight(kFaultsHeight);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(14, 10, 14, 12);
  layout->setSpacing(kUnit);
  layout->addWidget(choices_);
  layout->addWidget(table_, 1);
  layout->addLayout(below);
  layout->addWidget(faults_);
  layout->addLayout(last);

  connect(close_, &QAbstractButton::clicked, this, &ImportPanel::close);
  connect(choices_, &ImportChoices::fileChosen, this, [this] { readAnew(true); });
  connect(choices_, &ImportChoices::readingChanged, this, [this] { readAnew(false); });
  connect(choices_, &ImportChoices::kindChanged, this, &ImportPanel::check);
  connect(head_, &MappingHead::chosen, this, &ImportPanel::chooseUse);
  connect(model_, &ImportModel::edited, this, [this](int row, const std::string& column, const QString& text) {
    write({{row, column, text.toStdString()}});
  });
  connect(onlyFaulty_, &QCheckBox::toggled, model_, &ImportModel::showOnlyFaulty);
  connect(takeBack_, &QAbstractButton::clicked, this, &ImportPanel::takeBackMending);
  connect(faults_, &FaultList::picked, this, &ImportPanel::lookAt);
  connect(faults_, &FaultList::mend, this, [this](const CellFix& fix) { write(fix.edits); });
  connect(leaveOut_, &QCheckBox::toggled, this, &ImportPanel::say);
  connect(import_, &QAbstractButton::clicked, this, &ImportPanel::import);
  connect(&desk_, &Desk::liveChanged, this, &ImportPanel::say);
  connect(&desk_, &Desk::noticed, this, &ImportPanel::heard);
  connect(&desk_.drafts(), &Drafts::loaded, this, &ImportPanel::offerDraft);
  window_->setAcceptDrops(true);
  window_->installEventFilter(this);
  retranslate();
  hide();
}

ImportPanel::~ImportPanel() = default;

// ---- open and closed

void ImportPanel::open() {
  if (isVisible()) return;
  show();
  raise();
  choices_->focusFirst();
  emit opened();
  emit sketched(findings_->sketch);
  if (findings_->sketch && !findings_->sketch->bounds.isNull()) emit looksAt(findings_->sketch->bounds);
  // What is known may have changed while it was closed.
  if (file_.table) check();
}

void ImportPanel::close() {
  if (isHidden()) return;
  hide();
  emit sketched(nullptr);
  emit closed();
}

void ImportPanel::openFile(const QString& path) {
  open();
  choices_->openFile(path);
}

void ImportPanel::lieOver(const QRect& room) {
  const int width = std::clamp(room.width() - kLeftToMap, std::min(kNarrowest, room.width()), kLargest.width());
  const int height = std::min(room.height() - 2 * kUnit, kLargest.height());
  setGeometry(room.left() + kUnit, room.top() + kUnit, width - kUnit, height);
}

// ---- over a crash

void ImportPanel::keep() {
  if (choices_->file().isEmpty()) return;
  const std::string stamp = restored_.empty() ? file_.stamp : restored_;
  desk_.drafts().keep(objectName(), ImportDraft{choices_->file().toStdString(), stamp, choices_->options(),
                                                choices_->saidKind(), said_, edits_}
                                        .json());
}

// Said in a line and read behind it; the panel itself would lie over the desk at the worst moment.
void ImportPanel::offerDraft() {
  const auto draft = ImportDraft::from(desk_.drafts().of(objectName()));
  if (!draft || !choices_->file().isEmpty()) return;
  choices_->restore(qs(draft->file), draft->options, draft->kind);
  said_ = draft->said;
  edits_ = draft->edits;
  restored_ = draft->stamp;
  readAnew(false);
  emit desk_.noticed({Notice::Tone::done, draft->words(), std::nullopt, false});
}

void ImportPanel::forget() {
  ++generation_;
  desk_.drafts().forget(objectName());
  restored_.clear();
  choices_->forget();
  file_ = {};
  said_.clear();
  edits_.clear();
  mendings_.clear();
  framed_ = false;
  showNothing();
  onlyFaulty_->setChecked(false);
  leaveOut_->setChecked(false);
  say();
}

// ---- reading and checking

void ImportPanel::readAnew(bool otherFile) {
  ++generation_;
  if (otherFile) {
    restored_.clear();
    said_.clear();
    edits_.clear();
    mendings_.clear();
    file_ = {};
    framed_ = false;
    widths_ = false;
    onlyFaulty_->setChecked(false);
    leaveOut_->setChecked(false);
  }
  busy_ = true;
  keep();
  say();
  reading_.want();
}

LatestJob<ImportPanel::Read>::Work ImportPanel::reading() const {
  return
      [generation = generation_, file = pathOf(choices_->file()), options = choices_->options(), baseMap = baseMap_] {
        return Read{generation, readForImport(file, options, baseMap)};
      };
}

void ImportPanel::takeRead(Read read) {
  if (read.generation != generation_) return;
  busy_ = false;
  const bool otherShape = !file_.table || !read.file.table || file_.table->columns != read.file.table->columns;
  if (otherShape) widths_ = false;
  if (read.file.table && otherShape && file_.table) {
    // Another sheet: row 7 is another row now.
    edits_.clear();
    mendings_.clear();
  }
  file_ = std::move(read.file);
  if (!restored_.empty() && file_.table) {
    // Row 7 of a file that was written since is another row.
    if (restored_ != file_.stamp && !edits_.empty()) {
      edits_.clear();
      const std::string name = QFileInfo(choices_->file()).fileName().toStdString();
      desk_.refuse({ErrorCode::refused,
                    {name + " has changed since: the mended cells are not taken over",
                     name + "已有改动：此前修改的单元格不再沿用"},
                    {"look through its faults again", "请重新核对其中的错误"},
                    {}});
    }
    restored_.clear();
  }
  choices_->showRead(file_);
  if (file_.table) {
    check();
    return;
  }
  showNothing();
  say();
}

void ImportPanel::showNothing() {
  auto before = std::exchange(findings_, std::make_shared<const ImportFindings>());
  model_->show(findings_);
  head_->show(std::nullopt, {});
  faults_->show(findings_);
  choices_->showGuess(std::nullopt);
  freeElsewhere(std::move(before));
  emit sketched(nullptr);
}

void ImportPanel::check() {
  refusal_.reset();
  keep();
  if (file_.table) checking_.want();
  say();
}

LatestJob<ImportPanel::Found>::Work ImportPanel::checking() const {
  ImportQuestion question;
  question.table = file_.table;
  if (!question.table) return [generation = generation_] { return Found{generation - 1, {}}; };
  question.kind = choices_->kind();
  question.said = said_;
  for (const auto& [cell, text] : edits_) question.edits.push_back({cell.first, cell.second, text});
  question.crs = choices_->options().crs;
  question.situation = desk_.session().situation();
  question.zone = desk_.session().timeZone();
  question.known = file_.known;
  return [generation = generation_, question = std::move(question)] { return Found{generation, findingsOf(question)}; };
}

void ImportPanel::takeFound(Found found) {
  if (found.generation != generation_) return;
  auto before = std::exchange(findings_, std::make_shared<const ImportFindings>(std::move(found.findings)));
  const int number = model_->numberOf(table_->currentIndex().row());
  const int column = table_->currentIndex().column();
  const int shownRow = table_->currentIndex().row();
  model_->show(findings_);
  head_->show(findings_->kind, findings_->uses);
  if (!widths_) setWidths();
  // Among the faulty rows only, the mended one is gone: the next one takes its place.
  if (column >= 0 && !table_->currentIndex().isValid() && model_->rowCount() > 0) {
    int row = std::min(shownRow, model_->rowCount() - 1);
    for (int i = 0; i < model_->rowCount(); ++i)
      if (model_->numberOf(i) == number) row = i;
    table_->setCurrentIndex(model_->index(row, std::min(column, model_->columnCount() - 1)));
  }
  faults_->show(findings_);
  choices_->showGuess(findings_->guess);
  freeElsewhere(std::move(before));
  if (findings_->faults.empty()) onlyFaulty_->setChecked(false);
  if (isVisible()) {
    emit sketched(findings_->sketch);
    if (!framed_ && findings_->sketch && !findings_->sketch->bounds.isNull()) {
      framed_ = true;
      emit looksAt(findings_->sketch->bounds);
    }
  }
  say();
}

void ImportPanel::setWidths() {
  if (model_->columnCount() == 0) return;
  widths_ = true;
  table_->resizeColumnsToContents();
}

// ---- mending

const std::string& ImportPanel::fileCell(int row, const std::string& column) const {
  static const std::string nothing;
  const auto at = file_.table->columnNamed(column);
  for (const Row& one : file_.table->rows)
    if (one.number == row && at) return one.cells[*at];
  return nothing;
}

void ImportPanel::write(const std::vector<CellEdit>& edits) {
  if (!file_.table || edits.empty()) return;
  std::vector<Mending> mending;
  for (const CellEdit& edit : edits) {
    const std::pair cell(edit.row, edit.column);
    const auto before = edits_.find(cell);
    mending.push_back({cell, before == edits_.end() ? std::nullopt : std::optional(before->second)});
    if (edits.size() == 1 && edit.text == fileCell(edit.row, edit.column))
      edits_.erase(cell);
    else
      edits_[cell] = edit.text;
  }
  mendings_.push_back(std::move(mending));
  check();
}

void ImportPanel::takeBackMending() {
  if (mendings_.empty()) return;
  for (auto& [cell, before] : mendings_.back()) {
    if (before)
      edits_[cell] = std::move(*before);
    else
      edits_.erase(cell);
  }
  mendings_.pop_back();
  check();
}

void ImportPanel::chooseUse(int column, const ColumnUse& use) {
  if (!file_.table || static_cast<std::size_t>(column) >= file_.table->columns.size()) return;
  sayUse(said_, file_.table->columns[static_cast<std::size_t>(column)].name, use);
  check();
}

void ImportPanel::lookAt(const Error& fault) {
  const QModelIndex cell = model_->cellOf(fault);
  if (!cell.isValid()) return;
  table_->setCurrentIndex(cell);
  table_->scrollTo(cell, QAbstractItemView::PositionAtCenter);
  table_->setFocus();
}

// ---- importing

void ImportPanel::import() {
  if (!findings_->command || !findings_->kind || importing_ || !settled()) return;
  importedAs_ = ImportWords::done(*findings_->kind, findings_->counts);
  importing_ = true;
  say();
  // The command is as large as the table, and this was its only use: a refusal makes another one.
  desk_.execute(std::move(*findings_->command), *importedAs_);
}

void ImportPanel::heard(const Notice& notice) {
  if (!importing_) return;
  if (notice.tone == Notice::Tone::done && notice.done != importedAs_) return;
  importing_ = false;
  if (notice.tone == Notice::Tone::done) {
    close();
    forget();
    return;
  }
  check();
  refusal_ = notice.error;
  say();
}

// ---- what it says

void ImportPanel::say() {
  const ImportFindings& f = *findings_;
  const bool table = f.table && !f.table->rows.empty();
  empty_->setVisible(!table);
  head_->setVisible(table);
  table_->verticalHeader()->setVisible(table);
  if (busy_)
    empty_->setText(tr("%1 is being read …").arg(QFileInfo(choices_->file()).fileName()));
  else
    empty_->setText(file_.trouble ? QString()
                                  : tr("Drop a table or a layer on the window, or choose a file.\n"
                                       "CSV, Excel, ODS, GeoJSON, Shapefile, KML, GPX, GeoPackage"));
  if (file_.trouble) {
    choices_->showRemark(shown(*file_.trouble), true);
  } else if (refusal_) {
    choices_->showRemark(shown(*refusal_), true);
  } else if (f.trouble) {
    choices_->showRemark(shown(*f.trouble), true);
  } else if (f.table) {
    QStringList notes;
    for (const auto* list : {&f.notes, &f.table->notes})
      for (const Text& note : *list) notes << shown(note);
    for (const Error& warning : f.warnings) {
      if (notes.size() > 12) break;
      notes << ImportWords::fault(warning);
    }
    choices_->showRemark(notes.join(QStringLiteral(" · ")), false);
  }
  counts_->setVisible(f.kind.has_value());
  if (f.kind) counts_->setText(ImportWords::counts(f.counts));
  const QString faulty = Wording::count(static_cast<std::int64_t>(f.counts.faulty));
  faultCount_->setVisible(f.counts.faulty > 0);
  faultCount_->setText(tr("! %1 faulty").arg(faulty));
  QPalette danger = palette();
  danger.setColor(QPalette::WindowText, tokens().danger);
  faultCount_->setPalette(danger);
  onlyFaulty_->setVisible(f.counts.faulty > 0);
  takeBack_->setVisible(!mendings_.empty());
  faults_->setVisible(!f.faults.empty());
  leaveOut_->setVisible(f.counts.faulty > 0);
  leaveOut_->setText(f.counts.faulty == 1 ? tr("Leave out the faulty row")
                                          : tr("Leave out the %1 faulty rows").arg(faulty));
  import_->setVisible(table);
  const bool faultsSettled = f.counts.faulty == 0 || leaveOut_->isChecked();
  import_->setEnabled(f.command && f.counts.isNew + f.counts.changed > 0 && faultsSettled && desk_.live() &&
                      !importing_ && settled());
  import_->setText(importing_      ? tr("Importing …")
                   : !desk_.live() ? tr("Go back to now to import")
                                   : ImportWords::mainButton(f, leaveOut_->isChecked()));
}

void ImportPanel::retranslate() {
  title_->setText(tr("Import a table"));
  close_->setText(tr("Close (Esc)"));
  onlyFaulty_->setText(tr("Only rows with faults"));
  takeBack_->setText(tr("Take back the mending (Ctrl+Z)"));
  head_->retranslate();
  faults_->show(findings_);
  say();
}

void ImportPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange && import_) say();
  QFrame::changeEvent(event);
}

bool ImportPanel::event(QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress) return QFrame::event(event);
  // While the hands are in here, letters and digits are not the desk's keys, undo takes back the last mending and never
  // what was done on the desk before, and Ctrl+Enter is this button and not the dossier's.
  auto* key = static_cast<QKeyEvent*>(event);
  const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) &&
                     !key->text().isEmpty() && key->text().at(0).isPrint();
  const bool undo = key->matches(QKeySequence::Undo);
  const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  const bool go = enter && (key->modifiers() & Qt::ControlModifier);
  if (!plain && !undo && !go) return QFrame::event(event);
  event->accept();
  if (event->type() == QEvent::ShortcutOverride) return true;
  if (undo) takeBackMending();
  if (go && import_->isVisible() && import_->isEnabled()) import();
  return true;
}

bool ImportPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == window_) {
    if (event->type() == QEvent::DragEnter) {
      auto* drag = static_cast<QDragEnterEvent*>(event);
      if (droppedFile(drag->mimeData()).isEmpty()) return false;
      drag->acceptProposedAction();
      return true;
    }
    if (event->type() == QEvent::Drop) {
      auto* drop = static_cast<QDropEvent*>(event);
      const QString file = droppedFile(drop->mimeData());
      if (file.isEmpty()) return false;
      drop->acceptProposedAction();
      openFile(file);
      return true;
    }
  }
  if (watched == table_ && event->type() == QEvent::KeyPress) {
    auto* key = static_cast<QKeyEvent*>(event);
    const QModelIndex cell = table_->currentIndex();
    // What an editor inside the table leaves over comes by here too.
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool go = key->modifiers() & Qt::ControlModifier;  // imports, here as anywhere in the panel
    if (enter && !go && table_->hasFocus() && cell.isValid()) {
      table_->edit(cell);
      return true;
    }
  }
  return QFrame::eventFilter(watched, event);
}

void ImportPanel::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.action, 1.5));
  p.setBrush(t.panel);
  p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCorner, kCorner);
}

}  // namespace fengsui
