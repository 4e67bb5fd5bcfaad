// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/svgpath.h"

#include <QFile>
#include <QXmlStreamReader>

namespace fengsui {
namespace {

class Reader {
 public:
  explicit Reader(QStringView text) : rest_(text) {}

  std::optional<QPainterPath> read() {
    QChar command;
    for (;;) {
      skip();
      if (rest_.isEmpty()) return path_;
      if (rest_.front().isLetter()) {
        command = rest_.front();
        rest_ = rest_.mid(1);
      } else if (command.isNull() || command.toUpper() == u'Z') {
        return std::nullopt;
      }
      if (!draw(command)) return std::nullopt;
      // What follows a move without a letter is a line.
      if (command == u'M') command = u'L';
      if (command == u'm') command = u'l';
    }
  }

 private:
  void skip() {
    while (!rest_.isEmpty() && (rest_.front().isSpace() || rest_.front() == u',')) rest_ = rest_.mid(1);
  }

  std::optional<double> number() {
    skip();
    qsizetype length = 0;
    bool dot = false;
    for (; length < rest_.size(); ++length) {
      const QChar c = rest_[length];
      const bool sign = (c == u'-' || c == u'+') && length == 0;
      if (c == u'.' && !dot)
        dot = true;
      else if (!sign && !c.isDigit())
        break;
    }
    bool good = false;
    const double value = rest_.left(length).toDouble(&good);
    rest_ = rest_.mid(length);
    return good ? std::optional(value) : std::nullopt;
  }

  std::optional<QPointF> point(bool relative) {
    const auto x = number();
    const auto y = x ? number() : std::nullopt;
    if (!y) return std::nullopt;
    return QPointF(*x, *y) + (relative ? path_.currentPosition() : QPointF());
  }

  bool draw(QChar command) {
    const bool relative = command.isLower();
    const QPointF here = path_.currentPosition();
    switch (command.toUpper().unicode()) {
      case u'M':
        if (const auto to = point(relative)) return path_.moveTo(*to), true;
        return false;
      case u'L':
        if (const auto to = point(relative)) return path_.lineTo(*to), true;
        return false;
      case u'H':
        if (const auto x = number()) return path_.lineTo(*x + (relative ? here.x() : 0), here.y()), true;
        return false;
      case u'V':
        if (const auto y = number()) return path_.lineTo(here.x(), *y + (relative ? here.y() : 0)), true;
        return false;
      case u'C': {
        const auto a = point(relative);
        const auto b = a ? point(relative) : std::nullopt;
        const auto to = b ? point(relative) : std::nullopt;
        if (to) path_.cubicTo(*a, *b, *to);
        return to.has_value();
      }
      case u'Q': {
        const auto a = point(relative);
        const auto to = a ? point(relative) : std::nullopt;
        if (to) path_.quadTo(*a, *to);
        return to.has_value();
      }
      case u'Z':
        path_.closeSubpath();
        return true;
      default:
        return false;
    }
  }

  QStringView rest_;
  QPainterPath path_;
};

}  // namespace

std::optional<QPainterPath> pathFromSvg(QStringView d) {
  return Reader(d).read();
}

QPainterPath symbolPath(const QString& name) {
  QPainterPath all;
  QFile file(QStringLiteral(":/symbols/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return all;
  QXmlStreamReader xml(&file);
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"path") continue;
    const auto path = pathFromSvg(xml.attributes().value(QLatin1String("d")));
    if (!path) return {};
    if (xml.attributes().value(QLatin1String("fill-rule")) != u"evenodd") all.setFillRule(Qt::WindingFill);
    all.addPath(*path);
  }
  return all;
}

}  // namespace fengsui
