// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/deskwindow.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/canvas/mapcanvas.h"
#include "ui/panels/dossier.h"
#include "ui/panels/incidentlist.h"
#include "ui/panels/noticebar.h"
#include "ui/panels/rail.h"
#include "ui/panels/reportform.h"
#include "ui/panels/timeline.h"
#include "ui/panels/topstrip.h"
#include "ui/search/palette.h"

namespace fengsui {
namespace {

constexpr int kWideScreen = 1600;

std::string operatorName() {
  const QString name = qEnvironmentVariable("USER");
  return name.isEmpty() ? std::string("desk") : name.toStdString();
}

}  // namespace

DeskWindow::DeskWindow(StationSession& session, BaseMap& base, DeskLanguage& language, Theme theme, QWidget* parent)
    : QWidget(parent),
      session_(session),
      language_(language),
      theme_(theme),
      desk_(new Desk(session, operatorName(), this)) {
  applyLook(theme_, Tense::present);
  auto* strip = new TopStrip(*desk_, this);
  rail_ = new Rail(this);
  incidents_ = new IncidentList(*desk_, this);
  canvas_ = new MapCanvas(*desk_, this);
  dossier_ = new Dossier(*desk_, this);
  auto* timeline = new Timeline(*desk_, this);
  form_ = new ReportForm(*desk_, canvas_);
  new NoticeBar(*desk_, canvas_);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addWidget(rail_);
  middle->addWidget(incidents_);
  middle->addWidget(canvas_, 1);
  middle->addWidget(dossier_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(strip);
  layout->addLayout(middle, 1);
  layout->addWidget(timeline);
  palette_ = new Palette(*desk_, *canvas_, this);
  makeActions();
  connectPanels();
  canvas_->setBaseMap(&base);
  canvas_->setFocus();
  setMinimumSize(1024, 600);
  retranslate();
}

DeskWindow::~DeskWindow() = default;

QAction* DeskWindow::action(const QList<QKeySequence>& keys, const char* name) {
  auto* made = new QAction(this);
  made->setShortcuts(keys);
  made->setObjectName(QLatin1String(name));
  addAction(made);
  return made;
}

void DeskWindow::makeActions() {
  report_ = action({Qt::Key_R}, "report");
  report_->setCheckable(true);
  fit_ = action({Qt::Key_F, Qt::Key_Home}, "fit");
  zoomIn_ = action({QKeySequence::ZoomIn}, "zoomIn");
  zoomOut_ = action({QKeySequence::ZoomOut}, "zoomOut");
  undo_ = action({QKeySequence::Undo}, "undo");
  switchTheme_ = action({Qt::CTRL | Qt::Key_T}, "theme");
  switchLanguage_ = action({Qt::CTRL | Qt::Key_L}, "language");
  act_ = action({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, "act");
  escape_ = action({Qt::Key_Escape}, "escape");
  now_ = action({Qt::CTRL | Qt::Key_End}, "goLive");
  search_ = action({Qt::CTRL | Qt::Key_K}, "search");
  rail_->add(report_, QStringLiteral("report"));
  rail_->add(undo_, QStringLiteral("undo"));
  rail_->add(fit_, QStringLiteral("fit"));
  rail_->add(zoomIn_, QStringLiteral("zoomin"));
  rail_->add(zoomOut_, QStringLiteral("zoomout"));
  rail_->addSpring();
  rail_->add(switchTheme_, QStringLiteral("theme"));
  rail_->add(switchLanguage_, QStringLiteral("language"));
  connect(report_, &QAction::triggered, this, [this](bool on) {
    desk_->take(on ? Tool::report : Tool::look);
    updateActions();
  });
  connect(fit_, &QAction::triggered, canvas_, &MapCanvas::fit);
  connect(zoomIn_, &QAction::triggered, this, [this] { canvas_->zoomBy(1.5); });
  connect(zoomOut_, &QAction::triggered, this, [this] { canvas_->zoomBy(1 / 1.5); });
  connect(undo_, &QAction::triggered, desk_, &Desk::undoLast);
  connect(act_, &QAction::triggered, dossier_, &Dossier::act);
  connect(escape_, &QAction::triggered, this, &DeskWindow::giveUp);
  connect(now_, &QAction::triggered, desk_, &Desk::goLive);
  connect(search_, &QAction::triggered, this, [this] { palette_->open(); });
  connect(findChild<TopStrip*>(), &TopStrip::searchWanted, search_, &QAction::trigger);
  connect(switchTheme_, &QAction::triggered, this,
          [this] { useTheme(theme_ == Theme::dark ? Theme::light : Theme::dark); });
  connect(switchLanguage_, &QAction::triggered, this, [this] {
    language_.use(DeskLanguage::current() == Language::chinese ? Language::english : Language::chinese);
  });
}

void DeskWindow::connectPanels() {
  connect(canvas_, &MapCanvas::placed, this, [this](Position where, QPoint at) {
    form_->openAt(where, at);
    canvas_->markPlace(where);
  });
  connect(palette_, &Palette::reportWanted, this, [this](Position where) {
    form_->openAt(where, canvas_->screenOf(where).toPoint());
    canvas_->markPlace(where);
  });
  connect(form_, &ReportForm::closed, this, [this] {
    desk_->take(Tool::look);
    canvas_->markPlace(std::nullopt);
    canvas_->setFocus();
  });
  connect(incidents_, &IncidentList::chosen, canvas_, &MapCanvas::reveal);
  connect(&session_, &StationSession::opened, this, [this] {
    incidents_->selectFirst();
    updateTitle();
    updateActions();
  });
  connect(&session_, &StationSession::openFailed, this, [this](const Error& error) {
    emit desk_->noticed({Notice::Tone::trouble, std::nullopt, error, false});
  });
  connect(&session_, &StationSession::readingFailed, this, [this](const std::optional<Error>& error) {
    if (error) emit desk_->noticed({Notice::Tone::trouble, std::nullopt, error, false});
  });
  connect(desk_, &Desk::toolChanged, this, &DeskWindow::updateActions);
  connect(desk_, &Desk::undoableChanged, this, &DeskWindow::updateActions);
  connect(desk_, &Desk::liveChanged, this, [this] {
    applyLook(theme_, desk_->live() ? Tense::present : Tense::past);
    updateActions();
  });
}

void DeskWindow::useTheme(Theme theme) {
  if (theme == theme_) return;
  theme_ = theme;
  applyLook(theme_, desk_->live() ? Tense::present : Tense::past);
  retranslate();
  emit themeChanged(theme_);
}

bool DeskWindow::settled() const {
  return session_.situation() && canvas_->settled();
}

void DeskWindow::giveUp() {
  if (form_->isVisible())
    form_->close();
  else if (desk_->tool() != Tool::look)
    desk_->take(Tool::look);
  else if (!desk_->live())
    desk_->goLive();
  else
    desk_->select(std::nullopt);
  canvas_->markPlace(std::nullopt);
}

void DeskWindow::updateActions() {
  report_->setChecked(desk_->tool() == Tool::report);
  report_->setEnabled(desk_->live() && session_.situation());
  act_->setEnabled(desk_->live());
  now_->setEnabled(!desk_->live());
  const auto last = desk_->undoable();
  undo_->setEnabled(desk_->live() && last);
  undo_->setToolTip(last ? tr("Undo: %1 (Ctrl+Z)").arg(inSentence(*last)) : tr("Nothing of your own to undo (Ctrl+Z)"));
}

void DeskWindow::updateTitle() {
  const Snapshot& s = session_.situation();
  if (!s) {
    setWindowTitle(tr("Fengsui"));
    return;
  }
  const QString mode = s->station.mode == Mode::exercise ? QStringLiteral("演练 EXERCISE · ") : QString();
  setWindowTitle(mode + tr("%1 – Fengsui").arg(qs(s->station.name)));
}

void DeskWindow::retranslate() {
  report_->setText(tr("Report"));
  report_->setToolTip(tr("Report an incident: click on the map (R)"));
  fit_->setText(tr("All"));
  fit_->setToolTip(tr("Show everything (F)"));
  zoomIn_->setText(tr("Nearer"));
  zoomIn_->setToolTip(tr("Show more detail (Ctrl++, wheel)"));
  zoomOut_->setText(tr("Farther"));
  zoomOut_->setToolTip(tr("Show more area (Ctrl+-, wheel)"));
  undo_->setText(tr("Undo"));
  switchTheme_->setText(theme_ == Theme::dark ? tr("Light") : tr("Dark"));
  switchTheme_->setToolTip(theme_ == Theme::dark ? tr("Light colours (Ctrl+T)") : tr("Dark colours (Ctrl+T)"));
  // The other language by its own name: whoever does not read this one must find it.
  const bool chinese = DeskLanguage::current() == Language::chinese;
  switchLanguage_->setText(chinese ? QStringLiteral("English") : QStringLiteral("中文"));
  switchLanguage_->setToolTip(chinese ? QStringLiteral("Switch to English (Ctrl+L)")
                                      : QStringLiteral("切换为中文 (Ctrl+L)"));
  act_->setText(tr("Next action"));
  act_->setToolTip(tr("What the dossier proposes (Ctrl+Enter)"));
  now_->setText(tr("Now"));
  now_->setToolTip(tr("Back to the present (Ctrl+End)"));
  search_->setText(tr("Search or command"));
  updateActions();
  updateTitle();
}

void DeskWindow::resizeEvent(QResizeEvent*) {
  const bool wide = width() >= kWideScreen;
  incidents_->setFixedWidth(wide ? 320 : 256);
  dossier_->setFixedWidth(wide ? 400 : 328);
}

void DeskWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
