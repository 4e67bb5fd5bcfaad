// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/aheadpage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/boards/boardlist.h"
#include "ui/forms/choices.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/models/proposalwords.h"
#include "ui/models/scenarioform.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

const QString kLevel = QStringLiteral("level/");
const QString kProposal = QStringLiteral("proposal/");

QString criterionWords(const Criterion& one) {
  const bool chinese = DeskLanguage::current() == Language::chinese;
  QString out = qs(chinese || one.saysEn.empty() ? one.says : one.saysEn);
  const QString measured = qs(chinese || one.measuredEn.empty() ? one.measured : one.measuredEn);
  if (!measured.isEmpty()) out += (chinese ? QStringLiteral("：") : QStringLiteral(": ")) + measured;
  return out;
}

}  // namespace

AheadPage::AheadPage(ModelDesk& models, QWidget* parent)
    : QWidget(parent),
      models_(models),
      desk_(models.desk()),
      module_(new QComboBox(this)),
      head_(new QLabel(this)),
      said_(new BoardList(QStringLiteral("aheadRows"), this)),
      form_(new ScenarioForm(desk_, this)),
      state_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      run_(new ActionButton(ActionButton::Weight::main, this)),
      stop_(new ActionButton(ActionButton::Weight::side, this)) {
  module_->setObjectName(QStringLiteral("aheadModule"));
  head_->setObjectName(QStringLiteral("aheadHead"));
  head_->setWordWrap(true);
  state_->setObjectName(QStringLiteral("aheadState"));
  state_->setWordWrap(true);
  progress_->setRange(0, 1000);
  progress_->setTextVisible(false);
  progress_->setFixedHeight(kUnit);
  run_->setObjectName(QStringLiteral("runModel"));
  stop_->setObjectName(QStringLiteral("stopModel"));
  for (ActionButton* button : {run_, stop_}) button->setFocusPolicy(Qt::TabFocus);
  said_->wrapWords();
  said_->useKeys({Qt::Key_Return, Qt::Key_Enter});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addWidget(module_);
  layout->addWidget(head_);
  layout->addWidget(said_);
  layout->addWidget(form_, 1);
  layout->addWidget(state_);
  layout->addWidget(progress_);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kUnit);
  buttons->addWidget(run_, 1);
  buttons->addWidget(stop_);
  layout->addLayout(buttons);
  connect(module_, &QComboBox::activated, this,
          [this] { models_.use(module_->currentData().toString().toStdString()); });
  connect(run_, &QAbstractButton::clicked, this, &AheadPage::run);
  connect(stop_, &QAbstractButton::clicked, &models_, &ModelDesk::stop);
  connect(form_, &ScenarioForm::confirmed, this, &AheadPage::run);
  connect(form_, &ScenarioForm::areaWanted, this, &AheadPage::areaWanted);
  connect(said_, &BoardList::keyed, this, &AheadPage::choose);
  connect(said_, &QAbstractItemView::clicked, this, &AheadPage::choose);
  for (const auto signal : {&ModelDesk::modulesChanged, &ModelDesk::adviceChanged, &ModelDesk::runChanged})
    connect(&models_, signal, this, &AheadPage::refresh);
}

void AheadPage::run() {
  if (models_.running()) return;
  form_->setFault(std::nullopt);
  models_.run(form_->settings());
}

// A proposal fills the form; a level leads to its plan.
void AheadPage::choose() {
  const QString key = said_->markedKey();
  if (key.startsWith(kLevel)) return emit planWanted(key.mid(kLevel.size()));
  if (!key.startsWith(kProposal)) return;
  const auto at = static_cast<std::size_t>(key.mid(kProposal.size()).toInt());
  if (at >= models_.proposals().size()) return;
  fill(models_.proposals()[at]);
}

void AheadPage::fill(const ScenarioProposal& proposal) {
  const auto& modules = models_.modules();
  const bool usable = std::any_of(modules.begin(), modules.end(), [&](const ModuleEntry& entry) {
    return entry.name == proposal.module && !entry.trouble;
  });
  if (!usable) return;
  models_.use(proposal.module);
  if (!models_.module() || models_.module()->name != proposal.module) return;  // another one computes
  wanted_ = proposal;
  refresh();
  form_->takeFocus();
}

void AheadPage::setArea(const QString& area) {
  form_->set("area", area);
}

void AheadPage::retranslate() {
  run_->setText(tr("Look ahead: run the model"));
  stop_->setText(tr("Stop"));
  form_->retranslate();
  refresh();
}

void AheadPage::fillSaid() {
  struct Said {
    BoardRows::Ref ref;
    BoardRow row;
  };
  auto rows = std::make_shared<std::vector<Said>>();
  if (const auto& gauges = models_.gauges())
    for (const LevelAdvice& level : gauges->advice.levels) {
      Said one{{kLevel + qs(level.plan), false}, {}};
      one.row.title = shown(level.planTitle) + QStringLiteral(" · ") + shown(level.levelTitle);
      one.row.corner = level.running ? tr("runs") : tr("not activated");
      one.row.cornerTone = level.running ? BoardRow::Tone::quiet : BoardRow::Tone::bad;
      if (!level.because.empty()) one.row.line = criterionWords(level.because.front());
      rows->push_back(std::move(one));
    }
  for (std::size_t i = 0; i < models_.proposals().size(); ++i) {
    const ScenarioProposal& proposal = models_.proposals()[i];
    Said one{{kProposal + QString::number(i), false}, {}};
    one.row = proposalRow(proposal);
    rows->push_back(std::move(one));
  }
  std::vector<BoardRows::Ref> refs;
  for (const Said& one : *rows) refs.push_back(one.ref);
  said_->setEmptyWords(models_.gauges() ? tr("No criterion of a plan holds by what is measured.")
                                        : tr("Asking what gauges and warnings say …"));
  said_->show(std::move(refs), [rows](int row) { return (*rows)[static_cast<std::size_t>(row)].row; });
  said_->fitRows(1, 4);
}

void AheadPage::refresh() {
  {
    const QSignalBlocker quiet(module_);
    module_->clear();
    for (const ModuleEntry& entry : models_.modules())
      if (!entry.trouble) module_->addItem(shown(entry.title), qs(entry.name));
    if (const ModuleEntry* used = models_.module()) module_->setCurrentIndex(module_->findData(qs(used->name)));
    module_->setVisible(module_->count() > 1);
  }
  const ModuleEntry* used = models_.module();
  const std::string described = used ? used->name : std::string();
  if (described != described_ || fields_ != models_.fields().size()) {
    described_ = described;
    fields_ = models_.fields().size();
    form_->setFields(models_.fields());
  }
  if (wanted_ && wanted_->module == described_ && fields_ > 0) form_->fill(std::exchange(wanted_, {})->settings);
  head_->setText(used ? tr("WHAT GAUGES AND WARNINGS SAY, WITHOUT A MODEL")
                      : tr("There is no hazard module that can be used."));
  head_->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  fillSaid();
  const auto& running = models_.running();
  progress_->setVisible(running.has_value());
  stop_->setVisible(running.has_value());
  run_->setEnabled(used && !running && desk_.shown());
  if (running) {
    progress_->setValue(running->permille);
    state_->setText(tr("%1 · %2 % · for %3")
                        .arg(shown(running->words))
                        .arg(running->permille / 10)
                        .arg(Wording::age(systemNow().ms - running->since.ms)));
  } else if (models_.refused()) {
    state_->setText(form_->wordsOf(*models_.refused()));
    form_->setFault(models_.refused());
  } else if (const auto trouble = models_.troubleOf(described)) {
    state_->setText(shown(*trouble));
  } else {
    state_->clear();
  }
  state_->setVisible(!state_->text().isEmpty());
}

void AheadPage::takeFocus() {
  if (said_->rows().rowCount() > 0)
    said_->setFocus();
  else
    form_->takeFocus();
}

}  // namespace fengsui
