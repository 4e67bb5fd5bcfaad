// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importwords.h"

#include "gis/targetfields.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

Text pluralText(Kind kind) {
  const Text one = textOf(kind);
  if (kind == Kind::facility) return {"facilities", one.zh};
  if (kind == Kind::person) return {"people", one.zh};
  if (kind == Kind::household) return {"households to move", one.zh};
  return {one.en + "s", one.zh};
}

// The word that Chinese counts such things with.
std::string counter(Kind kind) {
  switch (kind) {
    case Kind::team:
      return "支";
    case Kind::person:
      return "名";
    case Kind::household:
      return "户";
    case Kind::incident:
      return "起";
    case Kind::riskZone:
    case Kind::shelter:
      return "处";
    default:
      return "个";
  }
}

std::string number(std::size_t count) {
  return Wording::count(static_cast<std::int64_t>(count)).toStdString();
}

}  // namespace

Text ImportWords::things(Kind kind, std::size_t count) {
  const Text many = pluralText(kind);
  return {number(count) + " " + (count == 1 ? textOf(kind).en : many.en),
          number(count) + " " + counter(kind) + many.zh};
}

Text ImportWords::done(Kind kind, const ImportCounts& counts) {
  const Text what = things(kind, counts.sound());
  const std::string fresh = number(counts.isNew), changed = number(counts.changed);
  return {"imported " + what.en + " (" + fresh + " new, " + changed + " changed)",
          "已导入 " + what.zh + "（新增 " + fresh + "，更新 " + changed + "）"};
}

QString ImportWords::plural(Kind kind) {
  return shown(pluralText(kind));
}

QString ImportWords::mainButton(const ImportFindings& findings, bool leaveOutFaulty) {
  if (!findings.kind) return tr("Say what the table lists");
  const ImportCounts& counts = findings.counts;
  if (counts.faulty > 0 && !leaveOutFaulty) {
    return counts.faulty == 1 ? tr("1 row has faults: mend it, or leave it out")
                              : tr("%1 rows have faults: mend them, or leave them out").arg(qs(number(counts.faulty)));
  }
  if (counts.sound() == 0) return tr("No row can be imported");
  if (counts.isNew + counts.changed == 0) return tr("Nothing to import: all of it is known already");
  return tr("Import %1 (%2 new, %3 changed)")
      .arg(inSentence(things(*findings.kind, counts.sound())), qs(number(counts.isNew)), qs(number(counts.changed)));
}

QString ImportWords::counts(const ImportCounts& counts) {
  return tr("+ %1 new · ≠ %2 changed · %3 unchanged")
      .arg(qs(number(counts.isNew)), qs(number(counts.changed)), qs(number(counts.unchanged)));
}

QString ImportWords::use(Kind kind, const ColumnUse& use) {
  switch (use.role) {
    case ColumnUse::Role::field:
      if (const TargetField* field = targetField(kind, use.field))
        return shown(Text{std::string(field->en), std::string(field->zh)});
      break;
    case ColumnUse::Role::attribute:
      break;
    case ColumnUse::Role::leaveOut:
      return tr("Leave out");
    case ColumnUse::Role::longitude:
      return tr("Place: longitude");
    case ColumnUse::Role::latitude:
      return tr("Place: latitude");
    case ColumnUse::Role::coordinates:
      return tr("Place: both in one");
  }
  return tr("Kept as attribute");
}

QString ImportWords::fault(const Error& error) {
  QString where = tr("Row %1").arg(error.place.line);
  const QString field = qs(error.place.field), value = qs(error.place.value).simplified();
  const QString shortValue = value.size() > 24 ? value.left(23) + QChar(u'…') : value;
  if (!field.isEmpty()) where += QStringLiteral(" · ") + field;
  // Many messages name the value themselves.
  if (!value.isEmpty() && !inSentence(error.message).contains(value)) where += tr(" “%1”").arg(shortValue);
  const QString remedy = error.remedy.empty() ? QString() : inSentence(error.remedy);
  return remedy.isEmpty() ? tr("%1: %2").arg(where, inSentence(error.message))
                          : tr("%1: %2; %3").arg(where, inSentence(error.message), remedy);
}

QString ImportWords::datum(Datum datum) {
  return datum == Datum::bd09    ? QStringLiteral("BD-09")
         : datum == Datum::gcj02 ? QStringLiteral("GCJ-02")
                                 : QStringLiteral("WGS 84");
}

}  // namespace fengsui
