// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/handoverpage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/forms/momenttext.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

constexpr std::int64_t kShiftMs = 8 * 3600 * 1000LL;

// A thing may have several lines; each needs a name of its own in the list.
Uuid lineId(const HandoverLine& line, std::size_t at) {
  Uuid id = line.subject;
  id.bytes[14] ^= static_cast<std::uint8_t>(at >> 8);
  id.bytes[15] ^= static_cast<std::uint8_t>(at);
  return id;
}

}  // namespace

HandoverPage::HandoverPage(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      label_(new QLabel(this)),
      since_(new QLineEdit(this)),
      compare_(new ActionButton(ActionButton::Weight::side, this)),
      head_(new QLabel(this)),
      rows_(new BoardList(QStringLiteral("handoverRows"), this)) {
  since_->setObjectName(QStringLiteral("handoverSince"));
  since_->setFixedWidth(180);
  compare_->setObjectName(QStringLiteral("handoverCompare"));
  head_->setFont(typeOf(TypeSize::small, QFont::DemiBold));
  head_->setForegroundRole(QPalette::PlaceholderText);
  head_->setWordWrap(true);
  rows_->wrapWords();
  auto* row = new QHBoxLayout;
  row->setSpacing(kUnit);
  row->addWidget(label_);
  row->addWidget(since_);
  row->addWidget(compare_);
  row->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kUnit);
  layout->addLayout(row);
  layout->addWidget(head_);
  layout->addWidget(rows_, 1);
  connect(since_, &QLineEdit::returnPressed, this, &HandoverPage::compare);
  connect(compare_, &QAbstractButton::clicked, this, &HandoverPage::compare);
  connect(rows_, &BoardList::chosen, this, [this] {
    const auto at = static_cast<std::size_t>(rows_->currentIndex().row());
    if (at < lines_.size()) desk_.select(Selected{lines_[at].kind, lines_[at].subject});
  });
}

void HandoverPage::retranslate() {
  label_->setText(tr("You left at"));
  since_->setPlaceholderText(tr("20:00; empty: 8 h ago"));
  compare_->setText(tr("What has changed since"));
  rows_->setEmptyWords(tr("Nothing has changed since then."));
}

void HandoverPage::compare() {
  if (!desk_.shown()) return;
  const Instant now = desk_.moment();
  const std::string written = since_->text().trimmed().toStdString();
  const auto since = written.empty()
                         ? Result<Instant>(Instant{std::max(now.ms - kShiftMs, desk_.shown()->station.createdAt.ms)})
                         : momentFrom(written, now, desk_.session().timeZone());
  if (!since) return desk_.refuse(since.error());
  desk_.session().situationAt(*since, Knowledge::atThisSeat, this, [this, at = *since](const Result<Snapshot>& before) {
    if (!before) return desk_.refuse(before.error());
    take(*before, at);
  });
}

void HandoverPage::take(const Snapshot& before, Instant since) {
  lines_ = sinceYouLeft(*before, *desk_.shown(), desk_.moment(), desk_.seat().actor());
  std::vector<Uuid> ids;
  int open = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    ids.push_back(lineId(lines_[i], i));
    open += lines_[i].open;
  }
  head_->setText(tr("SINCE %1 · %2 changes, %3 still open")
                     .arg(Wording::moment(since, desk_.moment(), desk_.session().timeZone()))
                     .arg(lines_.size())
                     .arg(open));
  rows_->show(std::move(ids), [this](int row) {
    const HandoverLine& line = lines_[static_cast<std::size_t>(row)];
    BoardRow said;
    said.title = shown(line.words);
    said.corner = shown(textOf(line.topic));
    if (line.yours) said.corner = tr("yours") + QStringLiteral(" · ") + said.corner;
    said.dim = !line.open;
    return said;
  });
}

}  // namespace fengsui
