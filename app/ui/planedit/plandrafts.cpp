// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/plandrafts.h"

namespace fengsui {
namespace {

const QString kDraft = QStringLiteral("plans");
constexpr QLatin1String kNew("new ");

}  // namespace

std::optional<QString> PlanDrafts::of(const QString& key) const {
  const QJsonValue kept = drafts_.of(kDraft).value(key);
  return kept.isString() ? std::optional(kept.toString()) : std::nullopt;
}

void PlanDrafts::keep(const QString& key, const QString& text) {
  QJsonObject all = drafts_.of(kDraft);
  all.insert(key, text);
  drafts_.keep(kDraft, all);
}

void PlanDrafts::forget(const QString& key) {
  QJsonObject all = drafts_.of(kDraft);
  if (!all.contains(key)) return;
  all.remove(key);
  if (all.isEmpty())
    drafts_.forget(kDraft);
  else
    drafts_.keep(kDraft, all);
}

QStringList PlanDrafts::keys() const {
  return drafts_.of(kDraft).keys();
}

bool PlanDrafts::isNew(const QString& key) {
  return key.startsWith(kNew);
}

QString PlanDrafts::keyForNew() const {
  const QJsonObject all = drafts_.of(kDraft);
  for (int number = 1;; ++number)
    if (const QString key = kNew + QString::number(number); !all.contains(key)) return key;
}

}  // namespace fengsui
