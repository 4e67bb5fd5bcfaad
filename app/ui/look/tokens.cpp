// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/tokens.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>
#include <QWidget>
#include <array>
#include <cmath>

namespace fengsui {
namespace {

Tokens darkTokens() {
  return {QColor("#12171C"), QColor("#1A2128"), QColor("#232C35"), QColor("#33404C"),
          QColor("#E6EBEF"), QColor("#9AA7B3"), QColor("#4FA3E0"), QColor("#3FB27F"),
          QColor("#E5484D"), QColor("#0B1117"), QColor("#8E6FC9"), true};
}

Tokens lightTokens() {
  return {QColor("#F4F6F8"), QColor("#FFFFFF"), QColor("#EEF1F4"), QColor("#D5DCE3"),
          QColor("#1B242C"), QColor("#5A6772"), QColor("#1769AA"), QColor("#1E7F54"),
          QColor("#C62F35"), QColor("#FFFFFF"), QColor("#6B4AA8"), false};
}

Tokens tinted(Tokens t) {
  const double share = t.dark ? 0.20 : 0.16;
  for (QColor* colour : {&t.ground, &t.panel, &t.raised, &t.line}) *colour = mixed(*colour, t.past, share);
  // Dim text keeps its contrast on the tinted ground.
  t.dim = mixed(t.dim, t.text, 0.35);
  return t;
}

Tokens paperTokens(bool grey) {
  Tokens t = lightTokens();
  t.ground = t.panel = Qt::white;
  t.grey = grey;
  if (!grey) return t;
  for (QColor* colour : {&t.raised, &t.line, &t.text, &t.dim, &t.action, &t.good, &t.danger, &t.past}) {
    const int value = qGray(colour->rgb());
    *colour = QColor(value, value, value);
  }
  // What is dangerous and what is chosen stays the darkest on the sheet.
  t.danger = t.action = QColor("#2A2A2A");
  return t;
}

// From the least to the gravest of four.
QColor greyOf(int rank) {
  static const std::array greys{QColor("#D2D2D2"), QColor("#A0A0A0"), QColor("#606060"), QColor("#1A1A1A")};
  return greys[static_cast<std::size_t>(rank)];
}

Tokens inUse = darkTokens();
thread_local int onPaper = 0;

double luminance(const QColor& colour) {
  const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}  // namespace

QColor mixed(const QColor& base, const QColor& other, double share) {
  const auto part = [&](double a, double b) { return static_cast<float>(a + (b - a) * share); };
  return QColor::fromRgbF(part(base.redF(), other.redF()), part(base.greenF(), other.greenF()),
                          part(base.blueF(), other.blueF()));
}

const Tokens& tokensOf(Theme theme, Tense tense) {
  static const Tokens dark = darkTokens();
  static const Tokens light = lightTokens();
  static const Tokens darkPast = tinted(dark);
  static const Tokens lightPast = tinted(light);
  if (theme == Theme::dark) return tense == Tense::past ? darkPast : dark;
  return tense == Tense::past ? lightPast : light;
}

const Tokens& tokens() {
  return inUse;
}

const Tokens& tokensOfPaper(bool grey) {
  static const Tokens coloured = paperTokens(false);
  static const Tokens plain = paperTokens(true);
  return grey ? plain : coloured;
}

QPalette paletteOf(const Tokens& t) {
  QPalette p;
  p.setColor(QPalette::Window, t.panel);
  p.setColor(QPalette::WindowText, t.text);
  p.setColor(QPalette::Base, t.ground);
  p.setColor(QPalette::AlternateBase, t.raised);
  p.setColor(QPalette::Text, t.text);
  p.setColor(QPalette::PlaceholderText, t.dim);
  p.setColor(QPalette::Button, t.raised);
  p.setColor(QPalette::ButtonText, t.text);
  p.setColor(QPalette::BrightText, t.danger);
  p.setColor(QPalette::Highlight, t.action);
  p.setColor(QPalette::HighlightedText, t.onAction);
  p.setColor(QPalette::Link, t.action);
  p.setColor(QPalette::ToolTipBase, t.raised);
  p.setColor(QPalette::ToolTipText, t.text);
  p.setColor(QPalette::Light, mixed(t.raised, t.text, 0.08));
  p.setColor(QPalette::Midlight, t.raised);
  p.setColor(QPalette::Mid, t.line);
  p.setColor(QPalette::Dark, t.line);
  p.setColor(QPalette::Shadow, mixed(t.line, Qt::black, 0.4));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    p.setColor(QPalette::Disabled, role, mixed(t.dim, t.panel, 0.35));
  p.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
  return p;
}

QFont typeOf(TypeSize size, QFont::Weight weight) {
  QFont font;
  font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans"), QStringLiteral("sans-serif")});
  font.setPixelSize(size == TypeSize::small ? 12 : size == TypeSize::large ? 20 : 14);
  font.setWeight(weight);
  if (onPaper > 0) {
    font.setStyleStrategy(QFont::PreferNoShaping);
    font.setHintingPreference(QFont::PreferNoHinting);
  }
  return font;
}

PaperType::PaperType() {
  ++onPaper;
}

PaperType::~PaperType() {
  --onPaper;
}

void applyLook(Theme theme, Tense tense) {
  inUse = tokensOf(theme, tense);
  if (QApplication::style()->name() != QLatin1String("fusion"))
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setFont(typeOf(TypeSize::normal));
  QToolTip::setFont(typeOf(TypeSize::small));
  QApplication::setPalette(paletteOf(inUse));
  QToolTip::setPalette(paletteOf(inUse));
}

QColor levelColour(const std::optional<IncidentLevel>& level, const Tokens& t) {
  if (!level) return t.grey ? QColor(Qt::white) : t.dark ? QColor("#7C8894") : QColor("#7A8794");
  if (t.grey) return greyOf(static_cast<int>(*level));
  switch (*level) {
    case IncidentLevel::ordinary:
      return QColor("#2F7DD1");
    case IncidentLevel::large:
      return QColor("#F2C230");
    case IncidentLevel::serious:
      return QColor("#F28C28");
    case IncidentLevel::especiallySerious:
      return QColor("#D7263D");
  }
  return t.dim;
}

QColor riskColour(const std::optional<RiskColour>& colour, const Tokens& t) {
  if (!colour) return t.grey ? QColor(Qt::white) : t.dark ? QColor("#8A96A2") : QColor("#6B7885");
  if (t.grey) return greyOf(static_cast<int>(*colour));
  switch (*colour) {
    case RiskColour::blue:
      return QColor("#2F7DD1");
    case RiskColour::yellow:
      return QColor("#F2C230");
    case RiskColour::orange:
      return QColor("#F28C28");
    case RiskColour::red:
      return QColor("#D7263D");
  }
  return t.dim;
}

QColor readableOn(const QColor& ground) {
  const double light = luminance(ground);
  const bool dark = (light + 0.05) / (luminance(QColor("#1B242C")) + 0.05) > 1.05 / (light + 0.05);
  if (!dark) return Qt::white;
  // What is printed without colour stays without.
  return ground.hslSaturation() == 0 ? QColor("#222222") : QColor("#1B242C");
}

}  // namespace fengsui
