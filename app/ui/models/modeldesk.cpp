// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/modeldesk.h"

#include <QDir>
#include <algorithm>

#include "journal/sensorreadings.h"
#include "sdk/unfinished.h"

namespace fengsui {
namespace {

constexpr int kPatienceMs = 90'000;
constexpr int kAskAgainMs = 60'000;  // rain gauges report every five minutes, some every minute

std::string firstPart(const std::string& text, std::initializer_list<const char*> ends) {
  std::size_t at = text.size();
  for (const char* end : ends) at = std::min(at, text.find(end));
  return text.substr(0, at);
}

ScenarioField fieldFrom(const Json& row) {
  ScenarioField out;
  out.name = row.value("name", std::string());
  out.form = row.value("form", std::string());
  out.unit = row.value("unit", std::string());
  if (const auto at = row.find("default"); at != row.end())
    out.standard = at->is_string() ? at->get<std::string>() : at->dump();
  if (row.contains("least")) out.range = {row.value("least", 0.0), row.value("most", 0.0)};
  for (const Json& choice : row.value("choices", Json::array())) out.choices.push_back(choice.get<std::string>());
  const Json en = row.value("choicesEn", Json::array()), zh = row.value("choicesZh", Json::array());
  if (en.size() == out.choices.size() && zh.size() == en.size())
    for (std::size_t i = 0; i < en.size(); ++i)
      out.choiceWords.push_back({en[i].get<std::string>(), zh[i].get<std::string>()});
  const Json help = row.value("help", Json::object());
  out.help = {help.value("en", std::string()), help.value("zh", std::string())};
  out.label = {firstPart(out.help.en, {":", ";"}), firstPart(out.help.zh, {"：", "；"})};
  out.main = row.value("main", false);
  return out;
}

std::vector<ModelDesk::Shown> newestIn(const QString& folder) {
  // Folders are named after their moment: the last by name is the newest.
  const QDir dir(folder);
  QStringList names = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
  for (const QString& name : names) {
    // A run that was stopped may have left its first answer.
    QStringList folders{dir.filePath(name)};
    const QDir inside(folders.front());
    for (const QString& part : inside.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) folders += inside.filePath(part);
    for (const QString& one : folders)
      if (auto outcome = readOutcome(one.toStdString()))
        return {{one, std::make_shared<const ModelOutcome>(std::move(*outcome))}};
  }
  return {};
}

}  // namespace

ModelDesk::ModelDesk(Desk& desk, std::filesystem::path folder, QObject* parent)
    : QObject(parent), desk_(desk), folder_(std::move(folder)) {
  pool_.setMaxThreadCount(1);
  again_.setInterval(kAskAgainMs);
  connect(&again_, &QTimer::timeout, this, &ModelDesk::ask);
}

ModelDesk::~ModelDesk() {
  pool_.waitForDone();
}

void ModelDesk::look() {
  if (program_.isEmpty()) return;
  ++open_;
  const QString results = QString::fromStdString(desk_.session().files().attachments) + QStringLiteral("/forecasts");
  pool_.start([this, folder = folder_, results] {
    auto modules = std::make_shared<std::vector<ModuleEntry>>(modulesIn(folder));
    sweepUnfinished(results.toStdString());
    auto newest = std::make_shared<std::vector<Shown>>(newestIn(results));
    QMetaObject::invokeMethod(&receiver_, [this, modules, newest] {
      --open_;
      modules_ = std::move(*modules);
      if (!newest->empty() && !shown_) shown_ = std::move(newest->front());
      if (used_.empty())
        for (const ModuleEntry& entry : modules_)
          if (!entry.trouble) {
            used_ = entry.name;
            break;
          }
      emit modulesChanged();
      emit shownChanged();
      describe();
    });
  });
}

const std::optional<Error>& ModelDesk::troubleOf(const std::string& module) const {
  static const std::optional<Error> none;
  if (const auto at = children_.find(module); at != children_.end() && at->second->trouble())
    return at->second->trouble();
  for (const ModuleEntry& entry : modules_)
    if (entry.name == module) return entry.trouble;
  return none;
}

const ModuleEntry* ModelDesk::module() const {
  for (const ModuleEntry& entry : modules_)
    if (entry.name == used_ && !entry.trouble) return &entry;
  return nullptr;
}

void ModelDesk::use(const std::string& module) {
  if (module == used_ || running_) return;
  used_ = module;
  fields_.clear();
  gauges_.reset();
  proposals_.clear();
  emit modulesChanged();
  describe();
}

void ModelDesk::useDistrict(const QString& folder) {
  district_ = folder.toStdString();
}

ModuleChild* ModelDesk::child() {
  if (!module()) return nullptr;
  auto& child = children_[used_];
  if (!child) {
    child = std::make_unique<ModuleChild>(program_, used_, kPatienceMs);
    connect(child.get(), &ModuleChild::stateChanged, this, &ModelDesk::modulesChanged);
    connect(child.get(), &ModuleChild::gone, this, &ModelDesk::sweep);
  }
  return child.get();
}

void ModelDesk::describe() {
  ModuleChild* asked = child();
  if (!asked) return;
  protocol::ModelAsk ask;
  ask.ask = protocol::ModelAskKind::describe;
  ++open_;
  asked->ask(ask, [this](const Result<Json>& answer) {
    --open_;
    if (answer) {
      fields_.clear();
      for (const Json& row : answer->value("settings", Json::array())) fields_.push_back(fieldFrom(row));
      codec::Fault fault;
      codec::read(answer->value("stages", Json::object()), rules_.stages, fault);
    }
    emit modulesChanged();
  });
  this->ask();
  again_.start();
}

void ModelDesk::writeAround(Written then) {
  if (!desk_.shown()) return;
  // The situation that is, also while somebody looks back: what is proposed is for now.
  Surroundings around;
  around.situation = desk_.session().situation();
  around.district = district_;
  around.plans = desk_.session().files().journal;
  around.now = systemNow();
  ++open_;
  pool_.start([this, around = std::move(around), then = std::move(then), files = desk_.session().files(),
               number = ++generation_]() mutable {
    around.readings = observedAt(*around.situation, files, around.now);
    const std::filesystem::path folder = std::filesystem::path(files.cache) / "models";
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    // The one before the last is read by nobody any more.
    const auto fileOf = [&](std::uint64_t n) { return folder / ("around-" + std::to_string(n % 4) + ".bin"); };
    const std::filesystem::path file = fileOf(number);
    const Outcome written = writeSurroundings(around, file);
    QMetaObject::invokeMethod(&receiver_, [this, written, file, then = std::move(then)] {
      --open_;
      if (!written) {
        refused_ = written.error();
        running_.reset();
        emit runChanged();
        return;
      }
      then(QString::fromStdString(file.string()));
    });
  });
}

void ModelDesk::ask() {
  if (!child() || running_) return;
  writeAround([this](const QString& around) {
    ModuleChild* asked = child();
    if (!asked || running_) return;
    protocol::ModelAsk ask;
    ask.around = around.toStdString();
    ask.ask = protocol::ModelAskKind::gauges;
    open_ += 2;
    asked->ask(ask, [this](const Result<Json>& answer) {
      --open_;
      GaugeAnswer said;
      codec::Fault fault;
      if (answer && codec::read(*answer, said, fault)) gauges_ = std::move(said);
      emit adviceChanged();
    });
    ask.ask = protocol::ModelAskKind::propose;
    asked->ask(ask, [this](const Result<Json>& answer) {
      --open_;
      std::vector<ScenarioProposal> said;
      codec::Fault fault;
      if (answer && codec::read(*answer, said, fault)) proposals_ = std::move(said);
      emit adviceChanged();
    });
  });
}

QString ModelDesk::newFolder() const {
  std::string moment = desk_.session().timeZone().local(systemNow());
  std::replace_if(
      moment.begin(), moment.end(), [](char c) { return c == ' ' || c == ':'; }, '-');
  return QString::fromStdString(desk_.session().files().attachments + "/forecasts/" + moment + "-" + used_);
}

void ModelDesk::run(Json settings) {
  if (running_ || !child()) return;
  refused_.reset();
  running_ = Run{false, 0, {"starting", "启动"}, systemNow()};
  emit runChanged();
  writeAround([this, settings = std::move(settings)](const QString& around) { begin(settings, around); });
}

void ModelDesk::begin(const Json& settings, const QString& around) {
  ModuleChild* asked = child();
  if (!asked || !running_) return;
  protocol::ModelAsk ask;
  ask.ask = protocol::ModelAskKind::run;
  ask.around = around.toStdString();
  ask.settings = settings;
  const QString folder = newFolder();
  ask.out = folder.toStdString();
  if (shown_ && shown_->outcome->forecast.module == used_) ask.before = shown_->folder.toStdString();
  asked->ask(
      ask,
      [this, folder](const Result<Json>& answer) {
        if (answer) return take(folder, Stage::whole);
        running_.reset();
        refused_ = answer.error();
        sweep();
        emit runChanged();
      },
      [this](int permille, const Text& words, const std::string& first) {
        if (!running_) return;
        if (!first.empty()) take(QString::fromStdString(first), Stage::first);
        running_->answered = running_->answered || !first.empty();
        running_->permille = permille;
        if (!words.empty()) running_->words = words;
        emit runChanged();
      });
}

void ModelDesk::sweep() {
  ++open_;
  const std::string results = desk_.session().files().attachments + "/forecasts";
  pool_.start([this, results] {
    sweepUnfinished(results);
    QMetaObject::invokeMethod(&receiver_, [this] { --open_; });
  });
}

void ModelDesk::take(const QString& folder, Stage stage) {
  ++open_;
  pool_.start([this, folder, stage] {
    auto read = std::make_shared<Result<ModelOutcome>>(readOutcome(folder.toStdString()));
    QMetaObject::invokeMethod(&receiver_, [this, folder, stage, read] {
      --open_;
      // A first answer that comes after the whole one is of no use, and one that cannot be read no reason to stop.
      if (stage == Stage::first && (!running_ || !*read)) return;
      if (stage == Stage::whole) running_.reset();
      if (*read)
        shown_ = Shown{folder, std::make_shared<const ModelOutcome>(std::move(**read))};
      else
        refused_ = read->error();
      emit runChanged();
      emit shownChanged();
    });
  });
}

void ModelDesk::stop() {
  if (!running_) return;
  running_->words = {"stopping", "正在停止"};
  const Text why = running_->answered
                       ? Text{"the run was stopped; its first answer stays", "推演已停止，保留先行粗算结果"}
                       : Text{"the run was stopped; it left no forecast", "推演已停止，没有留下预报"};
  if (ModuleChild* asked = child()) asked->stop({ErrorCode::refused, why, {}, {}});
}

void ModelDesk::putAway() {
  shown_.reset();
  emit shownChanged();
}

std::vector<Observation> ModelDesk::says() const {
  std::vector<Observation> out;
  if (gauges_) out = gauges_->says;
  if (shown_) out.insert(out.end(), shown_->outcome->says.begin(), shown_->outcome->says.end());
  return out;
}

bool ModelDesk::idle() const {
  return open_ == 0 && !running_;
}

}  // namespace fengsui
