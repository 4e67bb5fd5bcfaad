// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenarioform.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr int kLabelWidth = 184;
const QString kDraft = QStringLiteral("scenario");

QString numberWords(double number) {
  return QString::number(number, 'g', 8);
}

}  // namespace

ScenarioForm::ScenarioForm(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      form_(nullptr),
      scroll_(new QScrollArea(this)),
      more_(new ActionButton(ActionButton::Weight::side, this)) {
  scroll_->setObjectName(QStringLiteral("scenarioFields"));
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  more_->setObjectName(QStringLiteral("scenarioMore"));
  more_->setFocusPolicy(Qt::TabFocus);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addWidget(scroll_, 1);
  layout->addWidget(more_, 0, Qt::AlignLeft);
  connect(more_, &QAbstractButton::clicked, this, [this] {
    all_ = !all_;
    const Json said = settings();
    build();
    fill(said);
    retranslate();
  });
}

bool ScenarioForm::inHours(const ScenarioField& field) {
  return field.main && field.unit == "s";
}

void ScenarioForm::setFields(const std::vector<ScenarioField>& fields) {
  rows_.clear();
  for (const ScenarioField& field : fields) rows_.push_back({field, nullptr, nullptr, nullptr, false, false});
  build();
  const QJsonObject kept = desk_.drafts().of(kDraft);
  Json said = Json::object();
  for (auto at = kept.begin(); at != kept.end(); ++at)
    said[at.key().toStdString()] = at.value().toString().toStdString();
  fill(said);
  retranslate();
}

void ScenarioForm::build() {
  auto* fields = new QWidget;
  form_ = new QFormLayout(fields);
  form_->setContentsMargins(0, 0, kUnit, 0);
  form_->setSpacing(kUnit);
  form_->setRowWrapPolicy(QFormLayout::DontWrapRows);
  form_->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  area_ = nullptr;
  for (Row& row : rows_) {
    row.label = nullptr;
    row.edit = row.line = nullptr;
  }
  if (!all_)
    for (Row& row : rows_)
      if (row.first) addRow(row, fields);
  for (Row& row : rows_)
    if (row.field.main || all_) addRow(row, fields);
  for (Row& row : rows_)
    if (row.open && !row.edit) addRow(row, fields);
  delete scroll_->takeWidget();
  scroll_->setWidget(fields);
}

void ScenarioForm::addRow(Row& row, QWidget* fields) {
  row.label = new QLabel(fields);
  row.label->setWordWrap(true);
  row.label->setFixedWidth(kLabelWidth);
  if (!row.field.choices.empty()) {
    auto* choice = new QComboBox(fields);
    for (const std::string& one : row.field.choices) choice->addItem(qs(one), qs(one));
    connect(choice, &QComboBox::currentIndexChanged, this, &ScenarioForm::keep);
    row.edit = choice;
  } else {
    auto* line = new QLineEdit(fields);
    connect(line, &QLineEdit::textEdited, this, &ScenarioForm::keep);
    connect(line, &QLineEdit::returnPressed, this, &ScenarioForm::confirmed);
    row.edit = line;
  }
  row.edit->setObjectName(QStringLiteral("scenario.") + qs(row.field.name));
  row.line = row.edit;
  if (row.field.name == "area") {
    row.line = new QWidget(fields);
    auto* both = new QHBoxLayout(row.line);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(kUnit);
    area_ = new ActionButton(ActionButton::Weight::side, row.line);
    area_->setObjectName(QStringLiteral("scenarioArea"));
    area_->setFocusPolicy(Qt::TabFocus);
    connect(area_, &QAbstractButton::clicked, this, &ScenarioForm::areaWanted);
    both->addWidget(row.edit, 1);
    both->addWidget(area_);
  }
  form_->addRow(row.label, row.line);
}

// Of "dambreak.volume" all that begins with "dambreak" is wanted: what is missing has to be seen too.
bool ScenarioForm::openFor(const Json& settings) {
  const auto groupOf = [](const Row& row) { return row.field.name.substr(0, row.field.name.find('.')); };
  struct Group {
    int rows = 0;
    bool main = false;
    bool said = false;
  };
  std::map<std::string, Group> groups;
  for (const Row& row : rows_) {
    Group& group = groups[groupOf(row)];
    ++group.rows;
    group.main = group.main || row.field.main;
    group.said = group.said || settings.contains(row.field.name);
  }
  bool others = false;
  for (Row& row : rows_) {
    const Group& group = groups[groupOf(row)];
    const bool first = group.said && group.rows > 1 && !group.main;
    const bool open = !row.field.main && (first || settings.contains(row.field.name));
    others = others || open != row.open || first != row.first;
    row.open = open;
    row.first = first;
  }
  return others && !all_;
}

void ScenarioForm::retranslate() {
  more_->setText(all_ ? tr("Fewer settings") : tr("All settings"));
  if (area_) area_->setText(tr("What the map shows"));
  for (Row& row : rows_) {
    if (!row.edit) continue;
    const std::string unit = inHours(row.field) ? "h" : row.field.unit;
    QString label = shown(row.field.label);
    if (!unit.empty()) label += QStringLiteral(" (%1)").arg(unit == "deg" ? QStringLiteral("°") : qs(unit));
    row.label->setText(label);
    row.edit->setToolTip(qs(row.field.name) + QStringLiteral("\n") + shown(row.field.help));
    if (auto* choice = qobject_cast<QComboBox*>(row.edit))
      for (std::size_t i = 0; i < row.field.choiceWords.size(); ++i)
        choice->setItemText(static_cast<int>(i), shown(row.field.choiceWords[i]));
    if (auto* line = qobject_cast<QLineEdit*>(row.edit)) {
      bool number = false;
      const double value = qs(row.field.standard).toDouble(&number);
      const QString standard = number ? numberWords(inHours(row.field) ? value / 3600 : value) : qs(row.field.standard);
      line->setPlaceholderText(standard);
    }
  }
}

QString ScenarioForm::textOf(const Row& row) const {
  if (const auto* choice = qobject_cast<QComboBox*>(row.edit)) {
    const QString chosen = choice->currentData().toString();
    return chosen == qs(row.field.standard) ? QString() : chosen;
  }
  const auto* line = qobject_cast<QLineEdit*>(row.edit);
  const QString text = line ? line->text().trimmed() : QString();
  if (!inHours(row.field) || text.isEmpty()) return text;
  bool number = false;
  const double hours = text.toDouble(&number);
  return number ? numberWords(hours * 3600) : text;
}

void ScenarioForm::setText(Row& row, const QString& text) const {
  if (auto* choice = qobject_cast<QComboBox*>(row.edit)) {
    choice->setCurrentIndex(std::max(0, choice->findData(text.isEmpty() ? qs(row.field.standard) : text)));
  } else if (auto* line = qobject_cast<QLineEdit*>(row.edit)) {
    bool number = false;
    const double seconds = text.toDouble(&number);
    line->setText(inHours(row.field) && number ? numberWords(seconds / 3600) : text);
  }
}

Json ScenarioForm::settings() const {
  Json out = hidden_;
  for (const Row& row : rows_)
    if (const QString text = row.edit ? textOf(row) : QString(); !text.isEmpty())
      out[row.field.name] = text.toStdString();
  return out;
}

void ScenarioForm::fill(const Json& settings) {
  filling_ = true;
  hidden_ = Json::object();
  if (openFor(settings)) {
    build();
    retranslate();
  }
  for (Row& row : rows_) {
    const auto at = settings.find(row.field.name);
    const std::string said = at == settings.end() ? std::string()
                             : at->is_string()    ? at->get<std::string>()
                                                  : at->dump();
    if (row.edit)
      setText(row, qs(said));
    else if (!said.empty())
      hidden_[row.field.name] = said;
  }
  filling_ = false;
  keep();
}

void ScenarioForm::set(const std::string& name, const QString& value) {
  for (Row& row : rows_)
    if (row.field.name == name && row.edit) setText(row, value);
  keep();
}

void ScenarioForm::keep() {
  if (filling_) return;
  const Json said = settings();
  if (said.empty()) return desk_.drafts().forget(kDraft);
  QJsonObject kept;
  for (const auto& [name, value] : said.items()) kept.insert(qs(name), qs(value.get<std::string>()));
  desk_.drafts().keep(kDraft, kept);
}

QString ScenarioForm::wordsOf(const Error& fault) const {
  for (const Row& row : rows_)
    if (row.field.name == fault.place.field) {
      const QString about = shown(row.field.label) +
                            (fault.place.value.empty() ? QString() : QStringLiteral(" ") + qs(fault.place.value));
      return about + (DeskLanguage::current() == Language::chinese ? QStringLiteral("：") : QStringLiteral(": ")) +
             shown(fault);
    }
  return shown(fault);
}

void ScenarioForm::setFault(const std::optional<Error>& fault) {
  faulty_ = fault ? fault->place.field : std::string();
  // What is wrong is shown, also where it was not among what is asked first.
  const auto wrong =
      std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.field.name == faulty_; });
  if (!faulty_.empty() && wrong != rows_.end() && !wrong->edit) {
    Json said = settings();
    if (!said.contains(faulty_)) said[faulty_] = std::string();
    fill(said);
  }
  for (Row& row : rows_) {
    if (!row.edit) continue;
    const bool bad = !faulty_.empty() && row.field.name == faulty_;
    QPalette palette = row.label->palette();
    palette.setColor(QPalette::WindowText, bad ? tokens().danger : tokens().text);
    row.label->setPalette(palette);
    if (bad) {
      scroll_->ensureWidgetVisible(row.edit);
      row.edit->setFocus();
    }
  }
}

void ScenarioForm::takeFocus() {
  // Where a proposal left something out, that is asked for.
  for (Row& row : rows_)
    if (row.edit && row.first && row.field.standard.empty() && textOf(row).isEmpty()) return row.edit->setFocus();
  for (Row& row : rows_)
    if (row.edit && row.field.name != "area") return row.edit->setFocus();
}

}  // namespace fengsui
