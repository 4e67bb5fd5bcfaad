// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/timing.h"

#include <unistd.h>

#include <QEvent>
#include <QTimer>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

#include "ui/engine/mapengineclient.h"

namespace fengsui {
namespace {

// Milliseconds since the kernel started this process.
double sinceStartMs() {
  std::ifstream stat("/proc/self/stat");
  std::string text;
  std::getline(stat, text);
  std::istringstream rest(text.substr(text.rfind(')') + 2));
  std::string field;
  for (int i = 3; i <= 22; ++i) rest >> field;
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  const double started = std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
  return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started) * 1000;
}

double peakMegabytesOf(qint64 process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

}  // namespace

Timing::Timing(DeskWindow& window, BaseMap& base, QObject* parent) : QObject(parent), window_(window), base_(base) {
  window_.installEventFilter(this);
  auto* timer = new QTimer(this);
  connect(timer, &QTimer::timeout, this, &Timing::look);
  timer->start(5);
}

void Timing::say(const char* what) {
  std::fprintf(stderr, "%-10s %6.0f ms\n", what, sinceStartMs());
}

bool Timing::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Paint && !std::exchange(shown_, true)) say("window");
  return QObject::eventFilter(watched, event);
}

void Timing::look() {
  if (!situation_ && window_.desk().shown() && window_.situationPainted()) {
    situation_ = true;
    say("situation");
  }
  if (!map_ && situation_ && base_.state() == BaseMap::State::ready && window_.settled()) {
    map_ = true;
    say("map");
    double engine = 0;
    if (auto* client = qobject_cast<MapEngineClient*>(&base_)) engine = peakMegabytesOf(client->process().processId());
    std::fprintf(stderr, "memory     desk %.0f MB, map engine %.0f MB\n", peakMegabytesOf(getpid()), engine);
  }
}

}  // namespace fengsui
