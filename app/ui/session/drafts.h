// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace fengsui {

/// Half-typed forms, kept outside the station so that a crash costs no word. One small file for each station and
/// person, in the state folder of the user.
///
/// Thread: GUI; the disk is touched on another. A draft that cannot be written is no error: it is text not yet entered.
class Drafts : public QObject {
  Q_OBJECT

 public:
  explicit Drafts(QObject* parent = nullptr);
  /// Writes what is not written yet.
  ~Drafts() override;

  /// Reads what was left; answered by loaded(). @p station: its id in words.
  void use(const QString& station);
  void keep(const QString& form, const QJsonObject& draft);
  void forget(const QString& form);
  /// Empty where there is none.
  [[nodiscard]] QJsonObject of(const QString& form) const { return drafts_.value(form).toObject(); }

 signals:
  void loaded();

 private:
  void write();

  QString file_;
  QJsonObject drafts_;
  QTimer soon_;
  QObject receiver_;  // of what the pool read; gone before the rest
  QThreadPool pool_;
};

}  // namespace fengsui
