// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <functional>
#include <map>

#include "protocol/modulemessages.h"

class QProcess;

namespace fengsui {

/// The process in which a hazard module runs: started when it is first asked, ended when it is told to stop or says
/// nothing for too long, and started anew by the next ask. What it does wrong is an answer to whoever asked.
///
/// Thread: GUI; never waits.
class ModuleChild : public QObject {
  Q_OBJECT

 public:
  using Done = std::function<void(const Result<Json>&)>;
  /// @p first: the folder of a coarse answer that may be looked at by now; else empty.
  using Tell = std::function<void(int permille, const Text& words, const std::string& first)>;

  /// @p program: the path of fengsuictl. @p patienceMs: how long it may say nothing while something is asked of it.
  ModuleChild(QString program, std::string module, int patienceMs, QObject* parent = nullptr);
  ~ModuleChild() override;

  [[nodiscard]] const std::string& module() const { return module_; }
  /// The id is given here. @p done is called once, unless this object goes first.
  void ask(protocol::ModelAsk ask, Done done, Tell tell = {});
  /// Ends it; what is asked is answered with @p why.
  void stop(const Error& why);
  [[nodiscard]] bool busy() const { return !open_.empty(); }
  /// 0 while it does not run.
  [[nodiscard]] qint64 processId() const;
  /// What went wrong last; nothing after an answer.
  [[nodiscard]] const std::optional<Error>& trouble() const { return trouble_; }

 signals:
  void stateChanged();
  /// A process that was told to end is gone: it writes nothing any more.
  void gone();

 private:
  struct Open {
    Done done;
    Tell tell;
  };

  void start();
  void read();
  void take(const protocol::ModelAnswer& answer);
  void ended();
  void fail(const Error& why);

  QString program_;
  std::string module_;
  QTimer patience_;
  QProcess* process_ = nullptr;
  QByteArray unread_;
  std::int64_t lastId_ = 0;
  std::map<std::int64_t, Open> open_;
  std::optional<Error> trouble_;
};

}  // namespace fengsui
