// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importchoices.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "gis/kindguess.h"
#include "ui/import/importwords.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr const char* kAsNumber = "epsg";

QLabel* smallLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setFont(typeOf(TypeSize::small));
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

// Text whose encoding the file does not say for certain.
bool isPlainText(const QString& file) {
  const QString ending = QFileInfo(file).suffix().toLower();
  return QStringList{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"), QStringLiteral("shp"),
                     QStringLiteral("dbf")}
      .contains(ending);
}

}  // namespace

ImportChoices::ImportChoices(QWidget* parent)
    : QWidget(parent),
      choose_(new ActionButton(ActionButton::Weight::side, this)),
      path_(new QLineEdit(this)),
      fileRow_(new QHBoxLayout),
      kindLabel_(smallLabel(this)),
      kind_(new QComboBox(this)),
      layerLabel_(smallLabel(this)),
      layer_(new QComboBox(this)),
      encodingLabel_(smallLabel(this)),
      encoding_(new QComboBox(this)),
      crsLabel_(smallLabel(this)),
      crs_(new QComboBox(this)),
      epsg_(new QLineEdit(this)),
      remark_(new QLabel(this)),
      guessRow_(new QWidget(this)),
      guessWords_(new QLabel(guessRow_)),
      takeGuess_(new ActionButton(ActionButton::Weight::side, guessRow_)) {
  choose_->setObjectName(QStringLiteral("chooseFile"));
  path_->setObjectName(QStringLiteral("importFile"));
  kind_->setObjectName(QStringLiteral("importKind"));
  layer_->setObjectName(QStringLiteral("importLayer"));
  encoding_->setObjectName(QStringLiteral("importEncoding"));
  crs_->setObjectName(QStringLiteral("importCrs"));
  epsg_->setObjectName(QStringLiteral("importEpsg"));
  remark_->setObjectName(QStringLiteral("importRemark"));
  guessWords_->setObjectName(QStringLiteral("guessWords"));
  takeGuess_->setObjectName(QStringLiteral("takeGuess"));
  epsg_->setFixedWidth(72);
  epsg_->setMaxLength(6);
  epsg_->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d*")), epsg_));
  layer_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  layer_->setMinimumContentsLength(10);
  kind_->setMaxVisibleItems(12);
  for (QComboBox* combo : {kind_, crs_, encoding_}) combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  remark_->setFont(typeOf(TypeSize::small));
  remark_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  guessWords_->setWordWrap(true);

  fileRow_->setSpacing(kUnit);
  fileRow_->addWidget(choose_);
  fileRow_->addWidget(path_, 1);
  auto* choices = new QHBoxLayout;
  choices->setSpacing(6);
  bool first = true;
  for (const auto& [label, combo] :
       {std::pair(kindLabel_, kind_), {layerLabel_, layer_}, {crsLabel_, crs_}, {encodingLabel_, encoding_}}) {
    if (!first) choices->addSpacing(kUnit);
    first = false;
    label->setBuddy(combo);
    choices->addWidget(label);
    choices->addWidget(combo);
    if (combo == crs_) choices->addWidget(epsg_);
  }
  choices->addStretch(1);
  auto* guess = new QHBoxLayout(guessRow_);
  guess->setContentsMargins(0, 0, 0, 0);
  guess->setSpacing(kUnit);
  guess->addWidget(guessWords_, 1);
  guess->addWidget(takeGuess_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addLayout(fileRow_);
  layout->addLayout(choices);
  layout->addWidget(guessRow_);
  layout->addWidget(remark_);

  connect(choose_, &QAbstractButton::clicked, this, &ImportChoices::chooseFile);
  connect(path_, &QLineEdit::returnPressed, this, [this] { openFile(path_->text()); });
  connect(kind_, &QComboBox::activated, this, &ImportChoices::kindChanged);
  connect(layer_, &QComboBox::activated, this, &ImportChoices::readingChanged);
  connect(encoding_, &QComboBox::activated, this, &ImportChoices::readingChanged);
  connect(crs_, &QComboBox::activated, this, &ImportChoices::crsPicked);
  connect(epsg_, &QLineEdit::editingFinished, this, &ImportChoices::crsPicked);
  connect(takeGuess_, &QAbstractButton::clicked, this, [this] {
    if (guess_) setCrs(guess_->datum == Datum::bd09 ? QStringLiteral("bd09") : QStringLiteral("gcj02"));
  });
  fillKinds();
  fillCrs();
  fillEncodings();
  retranslate();
  forget();
}

void ImportChoices::focusFirst() {
  if (file_.isEmpty())
    choose_->setFocus();
  else
    kind_->setFocus();
}

void ImportChoices::frameFile(QWidget* before, QWidget* behind) {
  fileRow_->insertWidget(0, before);
  fileRow_->insertSpacing(1, kUnit);
  fileRow_->addWidget(behind);
}

void ImportChoices::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Choose a table or a layer"), QFileInfo(file_).absolutePath());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({tr("Tables and layers (%1)")
                              .arg(QStringLiteral("*.csv *.xlsx *.xls *.ods *.et *.tsv *.txt *.geojson *.json *.shp "
                                                  "*.kml *.kmz *.gpx *.gpkg *.zip *.tab *.dbf")),
                          tr("All files (%1)").arg(QStringLiteral("*"))});
  // The desk goes on beside it.
  dialog->setWindowModality(Qt::NonModal);
  connect(dialog, &QFileDialog::fileSelected, this, &ImportChoices::openFile);
  dialog->show();
}

void ImportChoices::openFile(const QString& path) {
  QString plain = path.trimmed();
  if (plain.size() > 1 && plain.startsWith(u'"') && plain.endsWith(u'"')) plain = plain.mid(1, plain.size() - 2);
  if (plain.startsWith(QStringLiteral("file://"))) plain = QUrl(plain).toLocalFile();
  if (plain.isEmpty()) return;
  forget();
  file_ = plain;
  path_->setText(file_);
  path_->setToolTip(file_);
  emit fileChosen();
}

void ImportChoices::restore(const QString& path, const ReadOptions& options, const std::optional<Kind>& kind) {
  forget();
  file_ = path;
  path_->setText(file_);
  path_->setToolTip(file_);
  if (kind) kind_->setCurrentIndex(std::max(0, kind_->findData(static_cast<int>(*kind))));
  if (!options.layer.empty()) layer_->addItem(qs(options.layer));
  encoding_->setCurrentIndex(std::max(0, encoding_->findData(qs(options.encoding))));
  const int known = crs_->findData(qs(options.crs));
  crs_->setCurrentIndex(known >= 0 ? known : crs_->findData(QLatin1String(kAsNumber)));
  if (known < 0) epsg_->setText(qs(options.crs).remove(QStringLiteral("EPSG:")));
  epsg_->setVisible(known < 0);
}

std::optional<Kind> ImportChoices::saidKind() const {
  const QVariant said = kind_->currentData();
  return said.isValid() ? std::optional(static_cast<Kind>(said.toInt())) : std::nullopt;
}

void ImportChoices::forget() {
  file_.clear();
  guessed_.reset();
  path_->clear();
  path_->setToolTip({});
  kind_->setCurrentIndex(0);
  layer_->clear();
  encoding_->setCurrentIndex(0);
  crs_->setCurrentIndex(0);
  epsg_->clear();
  epsg_->hide();
  showGuess(std::nullopt);
  showRemark({}, false);
  for (QWidget* widget :
       {static_cast<QWidget*>(kindLabel_), static_cast<QWidget*>(kind_), static_cast<QWidget*>(layerLabel_),
        static_cast<QWidget*>(layer_), static_cast<QWidget*>(encodingLabel_), static_cast<QWidget*>(encoding_),
        static_cast<QWidget*>(crsLabel_), static_cast<QWidget*>(crs_)})
    widget->hide();
}

ReadOptions ImportChoices::options() const {
  ReadOptions options;
  options.layer = layer_->currentText().toStdString();
  options.encoding = encoding_->currentData().toString().toStdString();
  const QString crs = crs_->currentData().toString();
  if (crs != QLatin1String(kAsNumber))
    options.crs = crs.toStdString();
  else if (!epsg_->text().isEmpty())
    options.crs = "EPSG:" + epsg_->text().toStdString();
  return options;
}

std::optional<Kind> ImportChoices::kind() const {
  const QVariant said = kind_->currentData();
  return said.isValid() ? std::optional(static_cast<Kind>(said.toInt())) : guessed_;
}

void ImportChoices::crsPicked() {
  const bool asNumber = crs_->currentData().toString() == QLatin1String(kAsNumber);
  const bool asked = asNumber && epsg_->isHidden();
  epsg_->setVisible(asNumber);
  if (asked) epsg_->setFocus();
  if (!asNumber || !epsg_->text().isEmpty()) emit readingChanged();
}

void ImportChoices::setCrs(const QString& crs) {
  crs_->setCurrentIndex(std::max(0, crs_->findData(crs)));
  crsPicked();
}

void ImportChoices::fillKinds() {
  const QVariant kept = kind_->currentData();
  const QSignalBlocker quiet(kind_);
  kind_->clear();
  kind_->addItem({});
  for (const Kind kind : importedKinds()) kind_->addItem(ImportWords::plural(kind), static_cast<int>(kind));
  kind_->setCurrentIndex(kept.isValid() ? kind_->findData(kept) : 0);
}

void ImportChoices::fillCrs() {
  const int kept = std::max(0, crs_->currentIndex());
  const QSignalBlocker quiet(crs_);
  crs_->clear();
  crs_->addItem(tr("As the file says"), QString());
  crs_->addItem(QStringLiteral("WGS 84"), QStringLiteral("EPSG:4326"));
  crs_->addItem(QStringLiteral("CGCS2000"), QStringLiteral("EPSG:4490"));
  crs_->addItem(tr("GCJ-02 (map apps)"), QStringLiteral("gcj02"));
  crs_->addItem(tr("BD-09 (Baidu)"), QStringLiteral("bd09"));
  crs_->addItem(tr("EPSG code"), QLatin1String(kAsNumber));
  crs_->setCurrentIndex(kept);
}

void ImportChoices::fillEncodings() {
  const int kept = std::max(0, encoding_->currentIndex());
  const QSignalBlocker quiet(encoding_);
  encoding_->clear();
  encoding_->addItem(tr("As detected"), QString());
  for (const char* name : {"UTF-8", "GB18030", "BIG5", "UTF-16LE", "UTF-16BE"})
    encoding_->addItem(QLatin1String(name), QLatin1String(name));
  encoding_->setCurrentIndex(kept);
}

void ImportChoices::fillLayers(const Table& table) {
  const QSignalBlocker quiet(layer_);
  const QString current = qs(table.layer);
  if (layer_->findText(current) < 0 || layer_->count() <= static_cast<int>(table.otherLayers.size())) {
    layer_->clear();
    layer_->addItem(current);
    for (const std::string& other : table.otherLayers) layer_->addItem(qs(other));
  }
  layer_->setCurrentIndex(layer_->findText(current));
  const bool several = layer_->count() > 1;
  layerLabel_->setVisible(several);
  layer_->setVisible(several);
}

void ImportChoices::showRead(const ReadFile& read) {
  if (read.table) {
    guessed_ = read.kind;
    fillLayers(*read.table);
  }
  kindLabel_->show();
  kind_->show();
  crsLabel_->show();
  crs_->show();
  const bool text = isPlainText(file_);
  encodingLabel_->setVisible(text);
  encoding_->setVisible(text);
  retranslate();
}

void ImportChoices::showGuess(const std::optional<DatumGuess>& guess) {
  guess_ = guess;
  guessRow_->setVisible(guess.has_value());
  if (!guess) return;
  guessWords_->setText(shown(evidenceOf(*guess)));
  takeGuess_->setText(tr("Read as %1").arg(ImportWords::datum(guess->datum)));
}

void ImportChoices::showRemark(const QString& text, bool trouble) {
  QPalette colours = palette();
  colours.setColor(QPalette::WindowText, trouble ? tokens().danger : tokens().dim);
  remark_->setPalette(colours);
  said_ = text;
  remark_->setToolTip(text);
  remark_->setVisible(!text.isEmpty());
  remark_->setWordWrap(trouble);
  fitRemark();
}

// Trouble is said in full; what was noticed while reading is one line, and whole on hover.
void ImportChoices::fitRemark() {
  remark_->setText(remark_->wordWrap() ? said_ : remark_->fontMetrics().elidedText(said_, Qt::ElideRight, width()));
}

void ImportChoices::resizeEvent(QResizeEvent*) {
  fitRemark();
}

void ImportChoices::retranslate() {
  choose_->setText(tr("Choose a file …"));
  path_->setPlaceholderText(tr("or drop one on the window, or paste its path and press Enter"));
  kindLabel_->setText(tr("Lists"));
  layerLabel_->setText(tr("Sheet"));
  encodingLabel_->setText(tr("Encoding"));
  crsLabel_->setText(tr("Coordinates"));
  kind_->setItemText(0, guessed_ ? tr("%1?").arg(ImportWords::plural(*guessed_)) : tr("Choose …"));
  showGuess(guess_);
}

void ImportChoices::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    fillKinds();
    fillCrs();
    fillEncodings();
    retranslate();
  }
  QWidget::changeEvent(event);
}

}  // namespace fengsui
