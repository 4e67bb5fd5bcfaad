// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>
#include <QTimer>
#include <optional>

#include "ui/boards/liveboard.h"
#include "ui/planedit/plancheck.h"
#include "ui/planedit/plandrafts.h"
#include "ui/planedit/planfiles.h"
#include "ui/planedit/plansave.h"
#include "ui/session/latestjob.h"

namespace fengsui {

class PlanEditor;
class PlanFaults;
class PlanList;
class PlanPreview;

/// The plans as files: their text, checked while one types, what it comes to, and saving it as an edition of the
/// station. What is typed is a draft until it is saved.
class PlanBoard : public LiveBoard {
  Q_OBJECT

 public:
  explicit PlanBoard(Desk& desk, QWidget* parent = nullptr);
  [[nodiscard]] int wishedWidth() const override { return 1700; }
  void opened() override;
  /// Opens the edition in force of a plan.
  void openPlan(const QString& id);
  bool givesUp() override;
  /// Whether the files are read, the text is checked and nothing is being saved.
  [[nodiscard]] bool settled() const;

 protected:
  void refresh() override;
  void retranslate() override;
  void takeFocus() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Answer {
    QString key;
    QString text;
    CheckedPlan checked;
  };

  void connectParts();
  void takeFiles(PlanFiles files);
  void open(const QString& key);
  void edited();
  void takeCheck(Answer answer);
  void showState();
  void showSound();
  void goTo(const Error& fault, bool enter);
  void save();
  void saved(const QString& key, const QString& sent, const Result<SavedPlan>& result);
  void discardOrBringBack();
  void copyPlan();
  void nextPart(int by);
  [[nodiscard]] const PlanEntry* entry() const;
  [[nodiscard]] PlanOrigin origin() const;
  [[nodiscard]] bool changed() const;
  [[nodiscard]] bool mends() const;
  [[nodiscard]] QString whereFrom() const;

  PlanDrafts drafts_;
  PlanFiles files_;
  QString key_;         ///< the path of the open file, or the key of a new plan
  QString wanted_;      ///< to be opened when the files are read
  QString wantedPlan_;  ///< the same, by its identifier
  QString savedText_;   ///< of the file, as the editor gives it
  CheckedPlan checked_;
  std::optional<Plan> sound_;  ///< the last sound state of the open one
  struct Discarded {
    QString key;
    QString text;
  };
  std::optional<Discarded> discarded_;
  bool opening_ = false;
  bool saving_ = false;

  QWidget* left_;
  QWidget* right_;
  PlanList* list_;
  QLabel* from_;
  PlanEditor* editor_;
  PlanFaults* faults_;
  PlanPreview* preview_;
  ActionButton* save_;
  ActionButton* discard_;
  ActionButton* copy_;
  QTimer soon_;
  LatestJob<PlanFiles> read_;
  LatestJob<Answer> check_;
  QObject receiver_;  // dies after the pool, and what is still on the way to it dies with it
  QThreadPool pool_;
};

}  // namespace fengsui
