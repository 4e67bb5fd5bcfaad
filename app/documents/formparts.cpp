// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/formparts.h"

#include <cmath>

#include "documents/qrcode.h"

namespace fengsui {

QString coordinatesText(Position where) {
  const auto part = [](double degrees, QChar positive, QChar negative) {
    return QString(degrees < 0 ? negative : positive) + QStringLiteral(" ") +
           QString::number(std::abs(degrees), 'f', 5) + QStringLiteral("°");
  };
  return part(where.lonDeg(), u'E', u'W') + QStringLiteral("  ") + part(where.latDeg(), u'N', u'S') +
         QStringLiteral("  (WGS 84)");
}

QString blankFor(const AnswerField& field, const PaperWording& say) {
  QString out;
  switch (field.type) {
    case AnswerType::number:
      return QStringLiteral("________ ") + printable(field.unit);
    case AnswerType::counts:
    case AnswerType::ledger:
      for (const std::string& part : field.of) out += printable(part) + QStringLiteral(" ______  ");
      return out.isEmpty() ? QStringLiteral("________") : out;
    case AnswerType::choice:
      for (const std::string& part : field.of) out += QStringLiteral("□ ") + printable(part) + QStringLiteral("  ");
      return out;
    case AnswerType::time:
      return say("____ / ____  ____ : ____", "____ 月 ____ 日 ____ 时 ____ 分");
    case AnswerType::photo:
      return say("□ photo attached", "□ 附照片");
    case AnswerType::position:
      return QStringLiteral("E ______________  N ______________");
    case AnswerType::signature:
      return say("signature ______________", "签字 ______________");
    case AnswerType::text:
      break;
  }
  return QStringLiteral("________________________");
}

QString whomText(const std::string& whom, const PaperWording& say) {
  if (whom == "B") return say("substitute", "B角");
  if (whom == "town") return say("town duty office", "镇街值班室");
  if (whom == "police") return say("police", "派出所");
  if (whom == "door") return say("somebody goes there", "派人上门");
  return printable(whom);
}

void addMarkBeside(Flow& flow, const std::vector<std::pair<QString, Style>>& left, const std::string& code) {
  const QrCode qr = qrCodeOf(code);
  const double side = fromMm(25);
  flow.beside(left, {side, side}, [qr](QPainter& painter, const QRectF& box) {
    if (qr.side == 0) return;
    const double module = box.width() / qr.side;
    painter.setRenderHint(QPainter::Antialiasing, false);
    // Runs of dark modules are one rectangle, so that no printer leaves a hair between them.
    for (int y = 0; y < qr.side; ++y)
      for (int x = 0; x < qr.side; ++x) {
        if (!qr.at(x, y)) continue;
        const int from = x;
        while (x + 1 < qr.side && qr.at(x + 1, y)) ++x;
        painter.fillRect(QRectF(box.left() + from * module, box.top() + y * module, (x - from + 1) * module, module),
                         kInk);
      }
  });
}

}  // namespace fengsui
