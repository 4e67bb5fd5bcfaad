// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "sdk/host/modulefolder.h"
#include "sdk/modelrun.h"
#include "ui/desk/desk.h"
#include "ui/models/modulechild.h"
#include "ui/session/latestjob.h"

namespace fengsui {

/// One setting of a scenario as a form asks for it.
struct ScenarioField {
  std::string name;
  std::string form;  ///< "number", "integer", "choice", "text", "file", "number or raster", "number or series"
  std::string unit;
  std::string standard;
  std::optional<std::pair<double, double>> range;
  std::vector<std::string> choices;
  std::vector<Text> choiceWords;  ///< as many, or none
  Text label;
  Text help;
  bool main = false;
};

/// Hazard modules as the desk sees them: which there are, what gauges call for, the run that is under way, and the
/// forecast that holds.
///
/// Thread: GUI; modules run in processes of their own, files are read and written on another thread.
class ModelDesk : public QObject {
  Q_OBJECT

 public:
  struct Run {
    bool answered = false;  ///< a first answer is there
    int permille = 0;
    Text words;
    Instant since;
  };
  /// A forecast that is there to be looked at.
  struct Shown {
    QString folder;
    std::shared_ptr<const ModelOutcome> outcome;
  };

  /// @p folder: where the modules are.
  ModelDesk(Desk& desk, std::filesystem::path folder, QObject* parent = nullptr);
  ~ModelDesk() override;

  [[nodiscard]] Desk& desk() const { return desk_; }
  /// The path of fengsuictl, which runs modules; without it there are none.
  void useProgram(const QString& program) { program_ = program; }
  /// Looks what modules there are; answered by modulesChanged().
  void look();
  [[nodiscard]] const std::vector<ModuleEntry>& modules() const { return modules_; }
  [[nodiscard]] const std::optional<Error>& troubleOf(const std::string& module) const;
  /// The module in use; nullptr where there is none that can be used.
  [[nodiscard]] const ModuleEntry* module() const;
  void use(const std::string& module);
  /// The folder of the map, whose terrain, roads and buildings are computed with.
  void useDistrict(const QString& folder);
  [[nodiscard]] ExposureRules rules() const { return rules_; }

  /// Asks anew what gauges say and which runs are worth it; answered by adviceChanged().
  void ask();
  [[nodiscard]] const std::vector<ScenarioField>& fields() const { return fields_; }
  [[nodiscard]] const std::optional<GaugeAnswer>& gauges() const { return gauges_; }
  [[nodiscard]] const std::vector<ScenarioProposal>& proposals() const { return proposals_; }

  void run(Json settings);
  void stop();
  [[nodiscard]] const std::optional<Run>& running() const { return running_; }
  /// Why the last run came to nothing.
  [[nodiscard]] const std::optional<Error>& refused() const { return refused_; }
  /// The newest forecast of this station, with what it was before.
  [[nodiscard]] const std::optional<Shown>& shown() const { return shown_; }
  /// Shows what an earlier run left in a folder; answered by shownChanged(), or by runChanged() with refused().
  void open(const QString& folder) { take(folder, Stage::whole); }
  /// Puts the forecast away; its files stay.
  void putAway();
  /// What the forecast and the thresholds say, for the plans.
  [[nodiscard]] std::vector<Observation> says() const;
  [[nodiscard]] bool idle() const;

 signals:
  void modulesChanged();
  void adviceChanged();
  void runChanged();
  void shownChanged();

 private:
  enum class Stage { first, whole };
  using Written = std::function<void(const QString& around)>;
  void writeAround(Written then);
  [[nodiscard]] ModuleChild* child();
  void describe();
  void begin(const Json& settings, const QString& around);
  void take(const QString& folder, Stage stage);
  [[nodiscard]] QString newFolder() const;
  /// What runs that came to nothing have left is cleared away.
  void sweep();

  Desk& desk_;
  QString program_;
  std::filesystem::path folder_;
  std::filesystem::path district_;
  std::vector<ModuleEntry> modules_;
  std::string used_;
  std::map<std::string, std::unique_ptr<ModuleChild>> children_;
  std::vector<ScenarioField> fields_;
  ExposureRules rules_;
  std::optional<GaugeAnswer> gauges_;
  std::vector<ScenarioProposal> proposals_;
  std::optional<Run> running_;
  std::optional<Error> refused_;
  std::optional<Shown> shown_;
  int open_ = 0;
  std::uint64_t generation_ = 0;
  QTimer again_;
  QObject receiver_;
  QThreadPool pool_;
};

}  // namespace fengsui
