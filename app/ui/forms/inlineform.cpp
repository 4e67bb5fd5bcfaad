// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inlineform.h"

#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/forms/wordsedit.h"
#include "ui/look/tokens.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

QString valueOf(const QWidget* widget) {
  if (const auto* text = qobject_cast<const QLineEdit*>(widget)) return text->text();
  if (const auto* words = qobject_cast<const WordsEdit*>(widget)) return words->toPlainText();
  if (const auto* choice = qobject_cast<const QComboBox*>(widget)) return choice->currentData().toString();
  if (const auto* number = qobject_cast<const QSpinBox*>(widget)) return number->text();
  return {};
}

void setValue(QWidget* widget, const QString& value) {
  if (auto* text = qobject_cast<QLineEdit*>(widget))
    text->setText(value);
  else if (auto* words = qobject_cast<WordsEdit*>(widget))
    words->setPlainText(value);
  else if (auto* choice = qobject_cast<QComboBox*>(widget))
    choice->setCurrentIndex(std::max(0, choice->findData(value)));
  else if (auto* number = qobject_cast<QSpinBox*>(widget))
    number->setValue(value.toInt());
}

}  // namespace

InlineForm::InlineForm(Desk& desk, const char* name, QWidget* parent)
    : QFrame(parent),
      desk_(desk),
      head_(new QLabel(this)),
      rows_(new QFormLayout),
      confirm_(new ActionButton(ActionButton::Weight::main, this)),
      cancel_(new ActionButton(ActionButton::Weight::side, this)) {
  setObjectName(QLatin1String(name));
  confirm_->setObjectName(QStringLiteral("confirm"));
  cancel_->setObjectName(QStringLiteral("cancel"));
  head_->setFont(typeOf(TypeSize::normal, QFont::DemiBold));
  head_->setWordWrap(true);
  rows_->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  rows_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  rows_->setHorizontalSpacing(kUnit);
  rows_->setVerticalSpacing(6);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kUnit);
  buttons->addWidget(confirm_, 1);
  buttons->addWidget(cancel_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 12);
  layout->setSpacing(kUnit);
  layout->addWidget(head_);
  layout->addLayout(rows_);
  layout->addLayout(buttons);
  connect(confirm_, &QAbstractButton::clicked, this, [this] { confirm(); });
  connect(cancel_, &QAbstractButton::clicked, this, &InlineForm::close);
  connect(&desk_, &Desk::liveChanged, this, &InlineForm::close);
  hide();
}

template <class Widget>
Widget* InlineForm::add(const char* name, Widget* widget) {
  widget->setObjectName(QLatin1String(name));
  auto* label = new QLabel(this);
  label->setFont(typeOf(TypeSize::small));
  label->setForegroundRole(QPalette::PlaceholderText);
  label->setBuddy(widget);
  rows_->addRow(label, widget);
  setTabOrder(fields_.empty() ? nullptr : fields_.back().widget, widget);
  fields_.push_back({QLatin1String(name), widget, label});
  return widget;
}

QLineEdit* InlineForm::addText(const char* name) {
  auto* text = add(name, new QLineEdit(this));
  connect(text, &QLineEdit::textChanged, this, &InlineForm::typed);
  return text;
}

WordsEdit* InlineForm::addWords(const char* name) {
  auto* words = add(name, new WordsEdit(this));
  connect(words, &QPlainTextEdit::textChanged, this, &InlineForm::typed);
  return words;
}

QComboBox* InlineForm::addChoice(const char* name) {
  auto* choice = add(name, new QComboBox(this));
  connect(choice, &QComboBox::currentIndexChanged, this, &InlineForm::typed);
  return choice;
}

QSpinBox* InlineForm::addNumber(const char* name, int least, int most) {
  auto* number = add(name, new QSpinBox(this));
  number->setRange(least, most);
  number->setGroupSeparatorShown(false);
  connect(number, &QSpinBox::valueChanged, this, &InlineForm::typed);
  return number;
}

void InlineForm::ask(QWidget* field, bool wanted) {
  rows_->setRowVisible(field, wanted);
}

bool InlineForm::isAsked(QWidget* field) const {
  return rows_->isRowVisible(field);
}

void InlineForm::addUnder(QWidget* widget) {
  auto* all = static_cast<QVBoxLayout*>(layout());
  all->insertWidget(all->count() - 1, widget);
}

void InlineForm::setHead(const QString& words) {
  head_->setText(words);
}

void InlineForm::setConfirm(const QString& words) {
  confirm_->setText(words);
  cancel_->setText(tr("Cancel (Esc)"));
}

void InlineForm::say(QWidget* field, const QString& words) {
  for (const Field& each : fields_)
    if (each.widget == field) each.label->setText(words);
}

// ---- what is half typed

void InlineForm::open(const QString& subject) {
  subject_ = subject;
  if (draftSubject() == subject_) restore();
  show();
  raise();
  if (!fields_.empty()) fields_.front().widget->setFocus();
}

QString InlineForm::draftSubject() const {
  return desk_.drafts().of(objectName()).value(QLatin1String("subject")).toString();
}

void InlineForm::restore() {
  restoring_ = true;
  const QJsonObject values = desk_.drafts().of(objectName()).value(QLatin1String("fields")).toObject();
  for (const Field& field : fields_)
    if (values.contains(field.name)) setValue(field.widget, values.value(field.name).toString());
  restoring_ = false;
}

void InlineForm::typed() {
  if (restoring_ || !isVisible()) return;
  QJsonObject values;
  for (const Field& field : fields_) values.insert(field.name, valueOf(field.widget));
  desk_.drafts().keep(objectName(), {{QStringLiteral("subject"), subject_}, {QStringLiteral("fields"), values}});
}

void InlineForm::done() {
  if (isHidden()) return;
  hide();
  desk_.drafts().forget(objectName());
  emit closed();
}

void InlineForm::close() {
  done();
}

void InlineForm::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    confirm();
  else if (event->key() == Qt::Key_Escape)
    close();
  else
    QFrame::keyPressEvent(event);
}

void InlineForm::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void InlineForm::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.action, 1.5));
  p.setBrush(t.panel);
  p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCorner, kCorner);
}

}  // namespace fengsui
