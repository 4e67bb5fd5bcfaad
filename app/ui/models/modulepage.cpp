// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/modulepage.h"

#include <QVBoxLayout>
#include <memory>

#include "ui/boards/boardlist.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"

namespace fengsui {

ModulePage::ModulePage(ModelDesk& models, QWidget* parent)
    : QWidget(parent), models_(models), list_(new BoardList(QStringLiteral("moduleRows"), this)) {
  list_->wrapWords();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(list_, 1);
  connect(&models_, &ModelDesk::modulesChanged, this, &ModulePage::refresh);
}

void ModulePage::refresh() {
  auto rows = std::make_shared<std::vector<BoardRow>>();
  std::vector<BoardRows::Ref> refs;
  for (const ModuleEntry& entry : models_.modules()) {
    BoardRow row;
    row.title = shown(entry.title);
    row.corner = entry.trouble ? tr("cannot be used") : tr("version %1").arg(qs(entry.version));
    row.cornerTone = entry.trouble ? BoardRow::Tone::bad : BoardRow::Tone::quiet;
    const auto trouble = models_.troubleOf(entry.name);
    row.line = trouble ? shown(*trouble) : shown(entry.about);
    row.lineTone = trouble ? BoardRow::Tone::bad : BoardRow::Tone::plain;
    refs.push_back({qs(entry.file.string()), false});
    rows->push_back(std::move(row));
  }
  list_->setEmptyWords(tr("There are no modules in %1.").arg(qs(moduleFolderHere().string())));
  list_->show(std::move(refs), [rows](int row) { return (*rows)[static_cast<std::size_t>(row)]; });
}

void ModulePage::takeFocus() {
  list_->setFocus();
}

}  // namespace fengsui
