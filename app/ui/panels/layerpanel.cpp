// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/layerpanel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <map>

#include "ui/canvas/groundwords.h"
#include "ui/canvas/symbols.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kTroubleRole = Qt::UserRole + 1;
constexpr int kIcon = 30;

QIcon iconOf(const Symbol& symbol) {
  constexpr double kRatio = 2;
  QPixmap pixmap(QSize(kIcon, kIcon) * kRatio);
  pixmap.setDevicePixelRatio(kRatio);
  pixmap.fill(Qt::transparent);
  QPainter p(&pixmap);
  p.translate(kIcon / 2.0, kIcon / 2.0);
  p.scale(0.86, 0.86);
  paintSymbol(p, symbol, tokens());
  p.end();
  return QIcon(pixmap);
}

QTreeWidgetItem* headOf(QTreeWidget* tree, const QString& words) {
  auto* head = new QTreeWidgetItem(tree, {words});
  head->setFont(0, typeOf(TypeSize::small, QFont::DemiBold));
  head->setFlags(Qt::ItemIsEnabled);
  return head;
}

QTreeWidgetItem* lineOf(QTreeWidgetItem* parent, const QString& words, const QIcon& icon = {}) {
  auto* line = new QTreeWidgetItem(parent, {words});
  line->setFlags(Qt::ItemIsEnabled);
  line->setToolTip(0, words);
  if (!icon.isNull()) line->setIcon(0, icon);
  return line;
}

}  // namespace

LayerPanel::LayerPanel(const Desk& desk, BaseMap& base, QWidget* parent)
    : QWidget(parent), desk_(desk), base_(base), title_(new QLabel(this)), tree_(new QTreeWidget(this)) {
  setAutoFillBackground(true);
  title_->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  title_->setContentsMargins(kUnit + 4, kUnit, kUnit, 6);
  tree_->setObjectName(QStringLiteral("layers"));
  tree_->setFrameShape(QFrame::NoFrame);
  tree_->setHeaderHidden(true);
  tree_->setIndentation(16);
  tree_->setWordWrap(true);
  tree_->setIconSize({kIcon, kIcon});
  tree_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  tree_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  tree_->viewport()->setBackgroundRole(QPalette::Window);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(title_);
  layout->addWidget(tree_, 1);
  connect(tree_, &QTreeWidget::itemChanged, this, &LayerPanel::take);
  const auto follow = [this] {
    if (isVisible() && !filling_) refresh();
  };
  connect(&base_, &BaseMap::layersChanged, this, follow);
  connect(&base_, &BaseMap::stateChanged, this, follow);
}

void LayerPanel::showEvent(QShowEvent*) {
  refresh();
}

void LayerPanel::refresh() {
  filling_ = true;
  struct Left {
    bool expanded;
    bool troubled;
  };
  std::map<QString, Left> left;
  for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
    const QTreeWidgetItem* head = tree_->topLevelItem(i);
    for (int j = 0; j < head->childCount(); ++j)
      left[head->child(j)->data(0, kIdRole).toString()] = {head->child(j)->isExpanded(),
                                                           head->child(j)->data(0, kTroubleRole).toBool()};
  }
  tree_->clear();
  title_->setText(tr("MAP"));
  addSymbols();
  addLayers();
  for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
    QTreeWidgetItem* head = tree_->topLevelItem(i);
    head->setExpanded(true);
    for (int j = 0; j < head->childCount(); ++j) {
      QTreeWidgetItem* line = head->child(j);
      const Left before = left[line->data(0, kIdRole).toString()];
      // A trouble that is new is seen without a click.
      line->setExpanded(before.expanded || (line->data(0, kTroubleRole).toBool() && !before.troubled));
    }
  }
  filling_ = false;
}

void LayerPanel::addSymbols() {
  auto* live = headOf(tree_, tr("Live objects"));
  const auto part = [&](const char* id, const QString& words, const Symbol& symbol) {
    auto* item = lineOf(live, words, iconOf(symbol));
    item->setData(0, kIdRole, QLatin1String(id));
    return item;
  };
  Incident incident;
  incident.kind = "flood";
  auto* incidents = part("incident", tr("Incident, by level"), symbolOf(incident));
  lineOf(incidents, tr("level not set"), iconOf(symbolOf(incident)));
  for (const auto& name : namesOf<IncidentLevel>) {
    incident.level = name.value;
    lineOf(incidents, shown(textOf(name.value)), iconOf(symbolOf(incident)));
  }
  incident.level.reset();
  incident.status = IncidentStatus::closed;
  lineOf(incidents, shown(textOf(IncidentStatus::closed)), iconOf(symbolOf(incident)));

  Team team;
  team.kind = "comprehensiveRescue";
  auto* teams = part("team", tr("Team, by status"), symbolOf(team));
  for (const auto& name : namesOf<TeamStatus>) {
    team.status = name.value;
    Symbol symbol = symbolOf(team);
    symbol.estimated = false;  // has its own line
    if (name.value == TeamStatus::enRoute || name.value == TeamStatus::returning) symbol.heading = 2;
    lineOf(teams, shown(textOf(name.value)), iconOf(symbol));
  }
  team.status = TeamStatus::available;
  team.authority = DispatchAuthority::asked;
  lineOf(teams, tr("commanded by others: must be asked"), iconOf(symbolOf(team)));

  part("depot", shown(textOf(Kind::depot)), symbolOf(Depot{}));
  Shelter shelter;
  shelter.capacity[""] = 100;
  auto* shelters = part("shelter", tr("Shelter, filled by occupants"), symbolOf(shelter));
  for (const std::int64_t people : {0, 50, 100}) {
    shelter.status = ShelterStatus::open;
    shelter.occupants = people;
    lineOf(shelters,
           people == 0    ? tr("open, empty")
           : people == 50 ? tr("open, half full")
                          : tr("open, full"),
           iconOf(symbolOf(shelter)));
  }
  part("facility", shown(textOf(Kind::facility)), symbolOf(Facility{}));
  RiskZone zone;
  zone.kind = "village";
  zone.colour = RiskColour::red;
  auto* zones = part("zone", tr("Risk zone, by colour"), symbolOf(zone));
  for (const auto& name : namesOf<RiskColour>) {
    zone.colour = name.value;
    lineOf(zones, shown(textOf(name.value)), iconOf(symbolOf(zone)));
  }
  RoadClosure closure;
  closure.spans = {{Instant{0}, std::nullopt}};
  auto* closures = part("closure", tr("Road that is closed"), symbolOf(closure, Instant{1}));
  lineOf(closures, tr("closed now"), iconOf(symbolOf(closure, Instant{1})));
  lineOf(closures, tr("closed later"), iconOf(symbolOf(closure, Instant{-1})));
  addMarks(live);
}

void LayerPanel::addMarks(QTreeWidgetItem* live) {
  Team team;
  team.kind = "comprehensiveRescue";
  team.status = TeamStatus::enRoute;
  const auto marked = [&](auto mark) {
    Symbol symbol = symbolOf(team);
    symbol.estimated = false;
    mark(symbol);
    return iconOf(symbol);
  };
  lineOf(live, tr("Estimated, not observed"), marked([](Symbol& s) { s.estimated = true; }));
  lineOf(live, tr("Not heard of for long"), marked([](Symbol& s) { s.stale = true; }));
  lineOf(live, tr("Exercise, not real"), marked([](Symbol& s) { s.exercise = true; }));
}

void LayerPanel::addLayers() {
  const auto layers = base_.layers();
  const auto hidden = base_.hidden();
  auto* ground = headOf(tree_, tr("Base map"));
  if (const QString trouble = GroundWords::troubleOf(base_, desk_.session().timeZone()); !trouble.isEmpty())
    lineOf(ground, trouble)->setForeground(0, tokens().danger);
  if (layers.empty()) {
    lineOf(ground, base_.state() == BaseMap::State::starting ? tr("is being opened …") : tr("none"));
    return;
  }
  for (const MapLayer& layer : layers) {
    auto* item = new QTreeWidgetItem(ground, {layer.name});
    item->setData(0, kIdRole, layer.id);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
    item->setCheckState(0, hidden.contains(layer.id) ? Qt::Unchecked : Qt::Checked);
    item->setToolTip(0, layer.name);
    if (layer.trouble) {
      const QString why = shown(*layer.trouble);
      item->setForeground(0, tokens().danger);
      item->setToolTip(0, why);
      item->setData(0, kTroubleRole, true);
      auto* line = lineOf(item, why);
      line->setForeground(0, tokens().danger);
    }
    if (layer.legend.size() == 1 && !layer.trouble) {
      item->setIcon(0, QIcon(QPixmap::fromImage(layer.legend.front().icon)));
      continue;
    }
    for (const MapLayer::Legend& entry : layer.legend)
      lineOf(item, entry.label.isEmpty() ? layer.name : entry.label, QIcon(QPixmap::fromImage(entry.icon)));
  }
}

void LayerPanel::take(QTreeWidgetItem* item) {
  if (filling_ || !(item->flags() & Qt::ItemIsUserCheckable)) return;
  auto hidden = base_.hidden();
  const QString id = item->data(0, kIdRole).toString();
  if (item->checkState(0) == Qt::Checked)
    hidden.remove(id);
  else
    hidden.insert(id);
  filling_ = true;  // the tree shows it already
  base_.setHidden(hidden);
  filling_ = false;
}

void LayerPanel::changeEvent(QEvent* event) {
  if ((event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) && isVisible()) refresh();
  QWidget::changeEvent(event);
}

}  // namespace fengsui
