// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/celleditor.h"

#include <QComboBox>
#include <QLineEdit>

#include "gis/cellterms.h"
#include "ui/import/importmodel.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"

namespace fengsui {

CellEditor::CellEditor(const ImportModel& model, QObject* parent) : QStyledItemDelegate(parent), model_(model) {}

QWidget* CellEditor::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
  const ImportFindings* findings = model_.findings();
  const auto column = static_cast<std::size_t>(index.column());
  if (findings && findings->kind && column < findings->uses.size() &&
      findings->uses[column].role == ColumnUse::Role::field) {
    const auto words = termTexts(*findings->kind, findings->uses[column].field);
    if (!words.empty()) {
      auto* combo = new QComboBox(parent);
      combo->setFont(typeOf(TypeSize::small));
      combo->setEditable(true);
      for (const Text& word : words) combo->addItem(inSentence(word));
      return combo;
    }
  }
  auto* line = new QLineEdit(parent);
  line->setFont(typeOf(TypeSize::small));
  line->setFrame(false);
  return line;
}

}  // namespace fengsui
