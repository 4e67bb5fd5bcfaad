// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/modulechild.h"

#include <QProcess>

namespace fengsui {
namespace {

constexpr qsizetype kLineAtMost = 64 << 20;

std::string lastLine(const QByteArray& heard) {
  const QList<QByteArray> lines = heard.trimmed().split('\n');
  return lines.isEmpty() ? std::string() : lines.back().trimmed().toStdString();
}

Error said(const protocol::ModelAnswer& answer) {
  Error error{ErrorCode::invalid, {answer.en, answer.zh}, {answer.remedyEn, answer.remedyZh}, {}};
  error.place.field = answer.field;
  error.place.value = answer.value;
  return error;
}

}  // namespace

ModuleChild::ModuleChild(QString program, std::string module, int patienceMs, QObject* parent)
    : QObject(parent), program_(std::move(program)), module_(std::move(module)) {
  patience_.setSingleShot(true);
  patience_.setInterval(patienceMs);
  connect(&patience_, &QTimer::timeout, this, [this] {
    stop({ErrorCode::busy,
          {"the module " + module_ + " has not answered and was ended", "模块 " + module_ + " 无响应，已被结束"},
          {"try again; if it happens again, smaller settings may help", "请重试；若再次发生，可缩小范围或放大网格"},
          {}});
  });
}

ModuleChild::~ModuleChild() {
  open_.clear();
  if (!process_) return;
  process_->disconnect(this);
  // Nobody waits for it: it is collected when it has gone.
  process_->setParent(nullptr);
  connect(process_, &QProcess::finished, process_, &QObject::deleteLater);
  process_->kill();
}

qint64 ModuleChild::processId() const {
  return process_ ? process_->processId() : 0;
}

void ModuleChild::ask(protocol::ModelAsk ask, Done done, Tell tell) {
  if (!process_) start();
  ask.id = ++lastId_;
  open_[ask.id] = {std::move(done), std::move(tell)};
  process_->write(QByteArray::fromStdString(protocol::modelLine(ask) + '\n'));
  patience_.start();
  emit stateChanged();
}

void ModuleChild::start() {
  unread_.clear();
  process_ = new QProcess(this);
  process_->setProcessChannelMode(QProcess::SeparateChannels);
  connect(process_, &QProcess::readyReadStandardOutput, this, &ModuleChild::read);
  connect(process_, &QProcess::finished, this, &ModuleChild::ended);
  connect(process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart) ended();
  });
  process_->start(program_, {QStringLiteral("model"), QString::fromStdString(module_), QStringLiteral("--serve")});
}

void ModuleChild::stop(const Error& why) {
  patience_.stop();
  if (QProcess* process = std::exchange(process_, nullptr)) {
    process->disconnect(this);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::finished, this, &ModuleChild::gone);
    process->kill();
  }
  fail(why);
}

void ModuleChild::read() {
  unread_ += process_->readAllStandardOutput();
  const auto process = process_;
  for (qsizetype end = unread_.indexOf('\n'); end >= 0; end = unread_.indexOf('\n')) {
    const std::string line = unread_.left(end).toStdString();
    unread_.remove(0, end + 1);
    // What is no message is something that the module printed; it changes nothing.
    if (const auto answer = protocol::modelMessage<protocol::ModelAnswer>(line)) take(*answer);
    if (process_ != process) return;  // whoever was answered has stopped it
  }
  if (unread_.size() > kLineAtMost)
    stop({ErrorCode::damaged,
          {"the module " + module_ + " talks nonsense and was ended", "模块 " + module_ + " 输出异常，已被结束"},
          {},
          {}});
}

void ModuleChild::take(const protocol::ModelAnswer& answer) {
  const auto at = open_.find(answer.id);
  if (at == open_.end()) return;
  patience_.start();
  if (answer.answer == protocol::ModelAnswerKind::progress) {
    if (at->second.tell)
      at->second.tell(static_cast<int>(answer.permille), {answer.en, answer.zh},
                      answer.result.is_object() ? answer.result.value("folder", std::string()) : std::string());
    return;
  }
  const Open open = std::move(at->second);
  open_.erase(at);
  if (open_.empty()) patience_.stop();
  trouble_.reset();
  if (answer.answer == protocol::ModelAnswerKind::failed)
    open.done(failure(said(answer)));
  else
    open.done(answer.result);
  emit stateChanged();
}

// It is gone without having been told to.
void ModuleChild::ended() {
  patience_.stop();
  QProcess* process = std::exchange(process_, nullptr);
  if (!process) return;
  process->disconnect(this);
  process->deleteLater();
  const std::string words = lastLine(process->readAllStandardError());
  Error why{ErrorCode::io, {}, {"it is started anew when it is next asked", "下次使用时将重新启动"}, {}};
  if (process->error() == QProcess::FailedToStart)
    why.message = {"the program that runs modules cannot be started: " + process->errorString().toStdString(),
                   "无法启动模块程序：" + process->errorString().toStdString()};
  else if (process->exitStatus() == QProcess::CrashExit)
    why.message = {"the module " + module_ + " has crashed" + (words.empty() ? "" : ": " + words),
                   "模块 " + module_ + " 异常退出" + (words.empty() ? "" : "：" + words)};
  else
    why.message = {words.empty() ? "the module " + module_ + " has ended" : words,
                   words.empty() ? "模块 " + module_ + " 已退出" : words};
  fail(why);
}

void ModuleChild::fail(const Error& why) {
  trouble_ = why;
  for (const auto& [id, open] : std::exchange(open_, {})) open.done(failure(why));
  emit stateChanged();
}

}  // namespace fengsui
