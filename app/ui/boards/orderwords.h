// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "ui/boards/boardlist.h"
#include "ui/boards/checkrows.h"
#include "ui/desk/facts.h"

namespace fengsui {

/// Says lines, orders and responses in the desk's language.
class OrderWords {
  Q_DECLARE_TR_FUNCTIONS(OrderWords)

 public:
  // ---- rows
  [[nodiscard]] static BoardRow row(const Situation& s, const CheckRow& row, Instant now, const TimeZone& zone);
  [[nodiscard]] static BoardRow row(const Situation& s, const OrderRow& row, Instant now, const TimeZone& zone);
  [[nodiscard]] static BoardRow row(const Order& order, const OrderCopy& copy, Instant now, const TimeZone& zone);

  // ---- facts
  [[nodiscard]] static std::vector<Facts::Line> facts(const Situation& s, const ChecklistItem& item, Instant now,
                                                      const TimeZone& zone);
  [[nodiscard]] static std::vector<Facts::Line> facts(const Situation& s, const Order& order, Instant now,
                                                      const TimeZone& zone);
  /// What one addressee's copy went through.
  [[nodiscard]] static std::vector<Facts::Line> facts(const Situation& s, const Order& order, const OrderCopy& copy,
                                                      Instant now, const TimeZone& zone);
  /// What was measured of a criterion; where nothing was, the criterion.
  [[nodiscard]] static QString measured(const Criterion& one);
  [[nodiscard]] static std::vector<Facts::Line> criteria(const std::vector<Criterion>& criteria, Instant now,
                                                         const TimeZone& zone);
  [[nodiscard]] static std::vector<Facts::Line> facts(const Situation& s, const Response& response, Instant now,
                                                      const TimeZone& zone);

  // ---- pieces
  [[nodiscard]] static QString title(const Brief& brief);
  [[nodiscard]] static QString task(const Brief& brief);
  [[nodiscard]] static QString number(const Order& order);
  /// How the whole stands, in the words of its kind.
  [[nodiscard]] static QString stage(const Order& order);
  /// "镇长", "镇长 and 4 more".
  [[nodiscard]] static QString addressees(const Brief& brief);
  [[nodiscard]] static QString field(const AnswerField& field);
  [[nodiscard]] static QString answer(const Brief& brief, const std::vector<AnswerValue>& values);
  /// "due in 4 min", "late by 12 min".
  [[nodiscard]] static QString clock(Instant limit, Instant now);
  /// Whom a rung turns to: "the substitute", "the town duty office", or a name.
  [[nodiscard]] static QString whom(const std::string& rung, const Addressee& to);
  [[nodiscard]] static QString step(const Step& step, Instant now, const TimeZone& zone);
  [[nodiscard]] static QString list(const QStringList& parts);

 private:
  static void brief(std::vector<Facts::Line>& lines, const Brief& brief);
};

}  // namespace fengsui
