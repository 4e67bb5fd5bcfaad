// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/host/serve.h"

#include <atomic>
#include <istream>
#include <mutex>
#include <ostream>
#include <thread>

#include "protocol/modulemessages.h"
#include "sdk/host/guarded.h"
#include "sdk/modelrun.h"
#include "sdk/progresswords.h"

namespace fengsui {
namespace {

using protocol::ModelAnswer;
using protocol::ModelAnswerKind;
using protocol::ModelAsk;
using protocol::ModelAskKind;

ModelAnswer failed(std::int64_t id, const Error& error) {
  ModelAnswer answer;
  answer.id = id;
  answer.answer = ModelAnswerKind::failed;
  answer.en = error.message.en;
  answer.zh = error.message.zh;
  answer.remedyEn = error.remedy.en;
  answer.remedyZh = error.remedy.zh;
  answer.file = error.place.file;
  answer.field = error.place.field;
  answer.value = error.place.value;
  return answer;
}

class Serving {
 public:
  Serving(const HazardModule& module, std::ostream& out) : module_(module), out_(out) {}
  ~Serving() { end(); }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

  void take(const ModelAsk& ask) {
    switch (ask.ask) {
      case ModelAskKind::describe:
        return answer(ask.id, guarded([&] { return described(); }));
      case ModelAskKind::propose:
        return answer(ask.id, guarded([&] { return proposed(ask); }));
      case ModelAskKind::gauges:
        return answer(ask.id, guarded([&] { return byGauges(ask); }));
      case ModelAskKind::run:
        return begin(ask);
      case ModelAskKind::stop:
        return end();
    }
  }

  void fail(std::int64_t id, const Error& error) { say(failed(id, error)); }

 private:
  void end() {
    if (!runner_.joinable()) return;
    runner_.request_stop();
    runner_.join();
  }

  [[nodiscard]] Json described() const {
    return {{"name", module_.name()},
            {"version", module_.version()},
            {"title", codec::write(module_.title())},
            {"hazards", module_.hazards()},
            {"settings", schemaOf(module_.settings())},
            {"stages", codec::write(module_.exposureRules().stages)}};
  }

  [[nodiscard]] Result<Json> proposed(const ModelAsk& ask) const {
    const auto around = aroundOf(ask);
    if (!around) return failure(around.error());
    const auto proposals = module_.propose(*around);
    if (!proposals) return failure(proposals.error());
    return codec::write(*proposals);
  }

  [[nodiscard]] Result<Json> byGauges(const ModelAsk& ask) const {
    const auto around = aroundOf(ask);
    if (!around) return failure(around.error());
    return codec::write(answerOfGauges(module_, *around));
  }

  void begin(const ModelAsk& ask) {
    if (busy_) return fail(ask.id, {ErrorCode::busy, {"a run is under way", "已有运行在进行"}, {}, {}});
    if (runner_.joinable()) runner_.join();
    busy_ = true;
    runner_ = std::jthread([this, ask](const std::stop_token& stop) {
      const auto result = guarded([&] { return run(ask, stop); });
      // Whoever hears the answer may ask for the next run at once.
      busy_ = false;
      answer(ask.id, result);
    });
  }

  Result<Json> run(const ModelAsk& ask, const std::stop_token& stop) {
    auto around = aroundOf(ask);
    if (!around) return failure(around.error());
    auto settings = SettingValues::from(module_.settings(), ask.settings, {});
    if (!settings) return failure(settings.error());
    std::int64_t told = -1;
    std::string words;
    ProgressWords progressWords;
    const auto tell = [&](const RunProgress& progress) {
      ModelAnswer answer;
      answer.id = ask.id;
      answer.answer = ModelAnswerKind::progress;
      answer.permille = static_cast<std::int64_t>(progress.share * 1000);
      if (progress.first)
        answer.result = {{"folder", (std::filesystem::path(ask.out) / progress.first->folder).string()}};
      const Text now = progressWords.of(progress, steadyNow());
      if (!progress.first && answer.permille == told && words == now.en) return;
      told = answer.permille;
      words = now.en;
      answer.en = now.en;
      answer.zh = now.zh;
      say(answer);
    };
    const auto outcome = runModel(module_, {std::move(*settings), std::move(*around), ask.out}, stop, tell, ask.before);
    if (!outcome) return failure(outcome.error());
    return Json{{"folder", ask.out}};
  }

  static Result<Surroundings> aroundOf(const ModelAsk& ask) { return readSurroundings(ask.around); }

  void answer(std::int64_t id, const Result<Json>& result) {
    if (!result) return fail(id, result.error());
    ModelAnswer out;
    out.id = id;
    out.result = *result;
    say(out);
  }

  void say(const ModelAnswer& answer) {
    const std::lock_guard lock(mutex_);
    out_ << protocol::modelLine(answer) << '\n' << std::flush;
  }

  const HazardModule& module_;
  std::ostream& out_;
  std::mutex mutex_;
  std::atomic<bool> busy_ = false;
  std::jthread runner_;
};

}  // namespace

void serveModule(const HazardModule& module, std::istream& asks, std::ostream& answers) {
  Serving serving(module, answers);
  for (std::string line; std::getline(asks, line);) {
    const auto ask = protocol::modelMessage<ModelAsk>(line);
    if (ask)
      serving.take(*ask);
    else
      serving.fail(0, ask.error());
  }
}

void refuseAsks(const Error& error, std::istream& asks, std::ostream& answers) {
  for (std::string line; std::getline(asks, line);) {
    const auto ask = protocol::modelMessage<ModelAsk>(line);
    answers << protocol::modelLine(failed(ask ? ask->id : 0, error)) << '\n' << std::flush;
  }
}

}  // namespace fengsui
