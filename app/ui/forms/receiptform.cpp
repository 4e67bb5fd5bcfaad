// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/receiptform.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

#include "core/addressees.h"
#include "ui/boards/orderwords.h"
#include "ui/look/language.h"

namespace fengsui {
namespace {

constexpr std::size_t kTexts = 12;
constexpr std::size_t kChoices = 4;

}  // namespace

ReceiptForm::ReceiptForm(Desk& desk, QWidget* parent)
    : InlineForm(desk, "receiptForm", parent), instead_(addText("receiptInstead")), by_(addText("receiptBy")) {
  for (std::size_t i = 0; i < kTexts; ++i) texts_.push_back(addText(("receiptText" + std::to_string(i)).c_str()));
  for (std::size_t i = 0; i < kChoices; ++i)
    choices_.push_back(addChoice(("receiptChoice" + std::to_string(i)).c_str()));
  words_ = addText("receiptWords");
  ReceiptForm::retranslate();
}

void ReceiptForm::openFor(const Order& order, const OrderCopy& copy, About about) {
  about_ = about;
  order_ = order.id;
  item_.reset();
  to_ = copy.to.key();
  name_ = copy.to.name;
  number_ = order.number;
  brief_ = order.brief;
  begin(qs(order.id.uuid.text() + '|' + to_));
}

void ReceiptForm::openFor(const ChecklistItem& item, About about) {
  about_ = about;
  item_ = item.id;
  order_.reset();
  to_.clear();
  name_ = item.brief.owner.name;
  number_.clear();
  brief_ = item.brief;
  begin(qs(item.id.uuid.text()));
}

void ReceiptForm::begin(const QString& subject) {
  instead_->clear();
  words_->clear();
  // Who verifies or takes back sits here; what was done was said by whoever did it.
  const bool ours = about_ == About::verified || about_ == About::recalled || about_ == About::others ||
                    about_ == About::sentBack || (item_ && about_ == About::refused);
  by_->setText(qs(ours ? desk_.seat().actor() : name_));
  ask(instead_, about_ == About::others);
  ask(by_, about_ != About::notReached && about_ != About::recalled);
  layCells();
  retranslate();
  open(subject + u'|' + QString::number(static_cast<int>(about_)));
  QWidget* first = about_ == About::others ? instead_ : !cells_.empty() ? cells_.front().widget : words_;
  first->setFocus();
}

QWidget* ReceiptForm::cellFor(const AnswerField& field, std::size_t& texts, std::size_t& choices) {
  if (field.type == AnswerType::choice && choices < choices_.size()) {
    QComboBox* choice = choices_[choices++];
    const QSignalBlocker quiet(choice);
    choice->clear();
    for (const std::string& word : field.of) choice->addItem(qs(word), qs(word));
    return choice;
  }
  if (texts >= texts_.size()) return nullptr;
  QLineEdit* text = texts_[texts++];
  const QSignalBlocker quiet(text);
  text->clear();
  switch (field.type) {
    case AnswerType::time:
      text->setPlaceholderText(QStringLiteral("14:05"));
      break;
    case AnswerType::position:
      text->setPlaceholderText(QStringLiteral("116.63, 40.32"));
      break;
    case AnswerType::photo:
      text->setPlaceholderText(tr("where the photo is, or who has it"));
      break;
    case AnswerType::signature:
      text->setPlaceholderText(tr("who signed"));
      break;
    default:
      text->setPlaceholderText({});
  }
  return text;
}

void ReceiptForm::layCells() {
  for (QLineEdit* text : texts_) ask(text, false);
  for (QComboBox* choice : choices_) ask(choice, false);
  cells_.clear();
  if (about_ != About::done) return;
  std::size_t texts = 0, choices = 0;
  for (std::size_t i = 0; i < brief_.expects.size(); ++i) {
    const AnswerField& field = brief_.expects[i];
    const bool counted = (field.type == AnswerType::counts || field.type == AnswerType::ledger) && !field.of.empty();
    for (const std::string& part : counted ? field.of : std::vector<std::string>{std::string()}) {
      QWidget* widget = cellFor(field, texts, choices);
      if (!widget) continue;
      ask(widget, true);
      say(widget, OrderWords::field(field) + (part.empty() ? QString() : QStringLiteral(" · ") + qs(part)));
      cells_.push_back({i, part, widget});
    }
  }
}

void ReceiptForm::retranslate() {
  say(instead_, tr("Who instead"));
  say(by_, item_ || about_ == About::verified || about_ == About::sentBack ? tr("Name") : tr("Who says so"));
  say(words_, about_ == About::done || about_ == About::verified ? tr("In which words") : tr("Because"));
  instead_->setPlaceholderText(tr("post, team or organisation; several split it"));
  words_->setPlaceholderText(about_ == About::done || about_ == About::verified ? tr("may stay empty")
                                                                                : tr("the reason"));
  for (const Cell& cell : cells_)
    say(cell.widget, OrderWords::field(brief_.expects[cell.field]) +
                         (cell.part.empty() ? QString() : QStringLiteral(" · ") + qs(cell.part)));
  const QString who = qs(name_);
  const QString what =
      number_.empty() ? OrderWords::title(brief_) : qs(number_) + QStringLiteral("  ") + OrderWords::title(brief_);
  setHead(what);
  switch (about_) {
    case About::refused:
      setConfirm(item_ ? tr("Skip this line (Enter)") : tr("%1 refused (Enter)").arg(who));
      break;
    case About::done:
      setConfirm(item_ ? tr("This line is done (Enter)") : tr("%1 has done it (Enter)").arg(who));
      break;
    case About::sentBack:
      setConfirm(tr("Send it back to %1 (Enter)").arg(who));
      break;
    case About::verified:
      setConfirm(tr("Seen that it is done (Enter)"));
      break;
    case About::notReached:
      setConfirm(tr("%1 was not reached (Enter)").arg(who));
      break;
    case About::recalled:
      setConfirm(tr("Take %1 back from everybody (Enter)").arg(qs(number_)));
      break;
    case About::others:
      setConfirm(tr("Sign and give it to others (Enter)"));
      break;
  }
}

Result<std::vector<AnswerValue>> ReceiptForm::answer() const {
  std::vector<AnswerValue> values;
  for (const Cell& cell : cells_) {
    const AnswerField& field = brief_.expects[cell.field];
    const auto* choice = qobject_cast<QComboBox*>(cell.widget);
    const QString said = (choice ? choice->currentText() : static_cast<QLineEdit*>(cell.widget)->text()).trimmed();
    if (said.isEmpty()) continue;
    if (values.empty() || values.back().field != field.id) values.push_back({field.id, {}, {}});
    if (cell.part.empty()) {
      values.back().text = said.toStdString();
      continue;
    }
    bool number = false;
    const qint64 count = said.toLongLong(&number);
    if (!number || count < 0)
      return failure(ErrorCode::invalid,
                     {"\"" + said.toStdString() + "\" is not a number of " + cell.part,
                      "“" + cell.part + "”须为整数，不能写“" + said.toStdString() + "”"},
                     {"write a whole number", "请写整数"});
    values.back().counts.push_back({cell.part, count});
  }
  return values;
}

void ReceiptForm::confirm() {
  if (item_)
    confirmItem();
  else
    confirmOrder();
}

void ReceiptForm::confirmItem() {
  const std::string words = words_->text().trimmed().toStdString();
  const std::string by = by_->text().trimmed().toStdString();
  const std::string& title = brief_.title;
  const auto close = [this] { done(); };
  if (about_ == About::verified)
    return desk_.execute(VerifyItem{*item_, words, by}, {"verified: " + title, "已核验：" + title}, close);
  if (about_ == About::refused)
    return desk_.execute(MarkItem{*item_, ItemMark::skipped, words, {}, by}, {"skipped: " + title, "已跳过：" + title},
                         close);
  auto said = answer();
  if (!said) return desk_.refuse(said.error());
  desk_.execute(MarkItem{*item_, ItemMark::done, words, std::move(*said), by}, {"done: " + title, "已办结：" + title},
                close);
}

void ReceiptForm::confirmOrder() {
  const std::string words = words_->text().trimmed().toStdString();
  const std::string by = by_->text().trimmed().toStdString();
  const Id<Order> id = *order_;
  const auto close = [this] { done(); };
  const auto said = [&](const char* en, const char* zh) {
    return Text{number_ + " " + name_ + ": " + en, number_ + " " + name_ + "：" + zh};
  };
  switch (about_) {
    case About::refused:
      return desk_.execute(RefuseOrder{id, to_, by, words}, said("refused", "拒绝"), close);
    case About::sentBack:
      return desk_.execute(SendBackOrder{id, to_, by, words}, said("sent back", "已退回"), close);
    case About::verified:
      return desk_.execute(VerifyOrder{id, to_, by, words}, said("verified", "已核验"), close);
    case About::notReached:
      return desk_.execute(CarryOrder{id, to_, {"spoken", {}, {}, name_, false, words}, false},
                           said("not reached", "未联系上"), close);
    case About::recalled:
      return desk_.execute(RecallOrder{id, words}, {"recalled " + number_, "已撤回" + number_}, close);
    case About::done: {
      auto given = answer();
      if (!given) return desk_.refuse(given.error());
      return desk_.execute(FinishOrder{id, to_, by, words, std::move(*given)}, said("done", "已办结"), close);
    }
    case About::others:
      break;
  }
  ReplaceOrder replace{id, {}, by, words};
  static const QRegularExpression between(QStringLiteral("[,，、;；]"));
  for (const QString& name : instead_->text().split(between)) {
    const auto to = addresseeNamed(*desk_.shown(), name.trimmed().toStdString());
    if (!to) return desk_.refuse(to.error());
    Order other;
    other.id.uuid = Uuid::v7(systemNow());
    other.brief = brief_;
    other.brief.owner = *to;
    other.brief.each.clear();
    replace.by.push_back(std::move(other));
  }
  desk_.execute(std::move(replace), {number_ + " given to others", number_ + "已改派"}, close);
}

}  // namespace fengsui
