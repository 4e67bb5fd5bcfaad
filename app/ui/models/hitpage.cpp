// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hitpage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <cmath>

#include "core/names.h"
#include "sdk/atrisk.h"
#include "sdk/lifelines.h"
#include "ui/boards/boardlist.h"
#include "ui/forms/choices.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/models/hitwords.h"

namespace fengsui {
namespace {

constexpr int kLead = 58;
constexpr double kSquareKilometre = 1e6;

}  // namespace

HitPage::HitPage(ModelDesk& models, QWidget* parent)
    : QWidget(parent),
      models_(models),
      desk_(models.desk()),
      head_(new QLabel(this)),
      trust_(new QLabel(this)),
      show_(new QComboBox(this)),
      list_(new BoardList(QStringLiteral("hitRows"), this)) {
  head_->setObjectName(QStringLiteral("hitHead"));
  head_->setWordWrap(true);
  trust_->setObjectName(QStringLiteral("hitTrust"));
  trust_->setWordWrap(true);
  trust_->setFont(typeOf(TypeSize::small));
  trust_->setForegroundRole(QPalette::PlaceholderText);
  show_->setObjectName(QStringLiteral("hitShow"));
  list_->useLead(kLead);
  list_->wrapWords();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addWidget(head_);
  layout->addWidget(show_, 0, Qt::AlignLeft);
  layout->addWidget(list_, 1);
  layout->addWidget(trust_);
  connect(show_, &QComboBox::currentIndexChanged, this, &HitPage::refresh);
  connect(&models_, &ModelDesk::shownChanged, this, &HitPage::refresh);
  connect(&models_, &ModelDesk::modulesChanged, this, &HitPage::refresh);
  connect(list_, &BoardList::chosen, this, &HitPage::choose);
}

void HitPage::choose() {
  const int row = list_->markedRow();
  if (!models_.shown() || row < 0 || static_cast<std::size_t>(row) >= hits_.size()) return;
  const Exposure& exposure = models_.shown()->outcome->exposure;
  const Hit& hit = exposure.hits[hits_[static_cast<std::size_t>(row)]];
  std::optional<Selected> thing;
  if (const auto kind = fromCode<Kind>(hit.kind); kind && !hit.id.isNil()) thing = Selected{*kind, hit.id};
  emit chosen(thing, hit.where, exposure.start.plusMs(hit.stages.front().firstMs));
}

bool HitPage::wanted(const Hit& hit) const {
  switch (static_cast<Show>(show_->currentIndex())) {
    case Show::places:
      return hit.what != "road" && hit.what != "bridge";
    case Show::villages:
      return hit.what == "riskVillage";
    case Show::underpasses:
      return hit.what == "underpass" || hit.what == "ponding";
    case Show::facilities:
      return hit.kind == nameOf(Kind::facility).code || hit.what == "scenic";
    case Show::lifelines:
      return lifelineGroupOf(hit.what) != nullptr;
    case Show::ours:
      return hit.what == "team" || hit.what == "depot" || hit.what == "shelter";
    case Show::roads:
      return hit.what == "road" && !hit.name.empty();
  }
  return false;
}

void HitPage::retranslate() {
  refill(*show_, [this] {
    for (const QString& words :
         {tr("All places"), tr("Villages at risk"), tr("Underpasses and ponding"),
          tr("Schools, hospitals, scenic areas …"), tr("Lifelines: power, water, hospitals, fuel, bridges …"),
          tr("Teams, depots, shelters"), tr("Roads with a name")})
      show_->addItem(words);
  });
  refresh();
}

void HitPage::refresh() {
  hits_.clear();
  show_->setVisible(models_.shown().has_value());
  if (!models_.shown()) {
    head_->setText(tr("No forecast yet. Run one on the first page: it shows here who is reached, and when."));
    trust_->clear();
    list_->setEmptyWords(QString());
    return list_->show(std::vector<BoardRows::Ref>(), {});
  }
  const auto outcome = models_.shown()->outcome;
  const Exposure& exposure = outcome->exposure;
  const TimeZone& zone = desk_.session().timeZone();
  std::int64_t villages = 0, registered = 0;
  for (std::size_t i = 0; i < exposure.hits.size(); ++i) {
    const Hit& hit = exposure.hits[i];
    if (hit.what == "riskVillage") {
      ++villages;
      registered += hit.registered;
    }
    if (wanted(hit)) hits_.push_back(i);
  }
  head_->setText(
      tr("Forecast of %1 until %2: %3 villages at risk (%4 registered), about %5 people in %6 buildings, %7 km².")
          .arg(Wording::moment(exposure.start, desk_.moment(), zone),
               Wording::moment(exposure.start.plusMs(exposure.endMs), exposure.start, zone), Wording::count(villages),
               Wording::count(registered), Wording::count(exposure.people), Wording::count(exposure.buildings),
               QLocale().toString(exposure.areaM2 / kSquareKilometre, 'f', 1)));
  if (const Text risk = atRiskWords(atRiskIn(exposure), 2); !risk.empty())
    head_->setText(head_->text() + u'\n' + shown(risk) +
                   (DeskLanguage::current() == Language::chinese ? QStringLiteral("。") : QStringLiteral(".")));
  QStringList trust;
  for (const Text& one : outcome->forecast.confidence) trust += inSentence(one);
  trust_->setText(
      tr("Computed, not measured. %1")
          .arg(trust.join(DeskLanguage::current() == Language::chinese ? QStringLiteral("；") : QStringLiteral("; "))));
  std::vector<BoardRows::Ref> refs;
  for (const std::size_t i : hits_) refs.push_back({QString::number(i), false});
  list_->setEmptyWords(tr("None of these is reached."));
  list_->show(std::move(refs), [outcome, hits = hits_, rules = models_.rules(), zone](int row) {
    return hitRow(outcome->exposure.hits[hits[static_cast<std::size_t>(row)]], outcome->exposure, rules, zone);
  });
}

void HitPage::takeFocus() {
  list_->setFocus();
}

}  // namespace fengsui
