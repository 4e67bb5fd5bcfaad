// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/reportpage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "core/reportdraft.h"
#include "ui/boards/reporttext.h"
#include "ui/desk/figurefacts.h"
#include "ui/forms/askform.h"
#include "ui/look/language.h"
#include "ui/look/tokens.h"
#include "ui/look/wording.h"
#include "ui/panels/actionbutton.h"
#include "ui/panels/buttonflow.h"

namespace fengsui {
namespace {

constexpr int kIncidentsWidth = 270;

struct Composed {
  ReportKind kind;
  ReportForm form;
};
constexpr std::array kComposed{
    Composed{ReportKind::first, ReportForm::telephone}, Composed{ReportKind::first, ReportForm::written},
    Composed{ReportKind::followUp, ReportForm::written}, Composed{ReportKind::final, ReportForm::written}};
// To whom a report goes where none of this incident went anywhere yet.
constexpr std::array kUsualRecipients{"市应急局值班室", "区政府总值班室"};

Uuid idOfRule(std::size_t rule) {
  Uuid id;
  id.bytes[15] = static_cast<std::uint8_t>(rule + 1);
  return id;
}

bool wasSent(const DutyReport& report) {
  return sentAt(report).has_value();
}

}  // namespace

ReportPage::ReportPage(Desk& desk, AskForm& ask, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      ask_(ask),
      incidents_(new BoardList(QStringLiteral("reportIncidents"), this)),
      level_(new QLabel(this)),
      figures_(new QLabel(this)),
      chain_(new BoardList(QStringLiteral("reportChain"), this)),
      state_(new QLabel(this)),
      text_(new ReportText(desk.drafts(), this)),
      save_(new ActionButton(ActionButton::Weight::main, this)),
      review_(new ActionButton(ActionButton::Weight::side, this)),
      sign_(new ActionButton(ActionButton::Weight::side, this)),
      withdraw_(new ActionButton(ActionButton::Weight::side, this)),
      recipients_(new QWidget(this)),
      recipientLines_(new QVBoxLayout(recipients_)) {
  incidents_->setFixedWidth(kIncidentsWidth);
  level_->setObjectName(QStringLiteral("levelSuggestion"));
  save_->setObjectName(QStringLiteral("reportSave"));
  review_->setObjectName(QStringLiteral("reportReview"));
  sign_->setObjectName(QStringLiteral("reportSign"));
  withdraw_->setObjectName(QStringLiteral("reportWithdraw"));
  for (QLabel* label : {level_, figures_, state_}) label->setWordWrap(true);
  figures_->setForegroundRole(QPalette::PlaceholderText);
  state_->setForegroundRole(QPalette::PlaceholderText);
  chain_->useKeys({Qt::Key_C});
  auto* composing = new ButtonFlow;
  for (const Composed& one : kComposed) {
    auto* button = new ActionButton(ActionButton::Weight::side, this);
    button->setObjectName(QStringLiteral("compose%1").arg(compose_.size()));
    connect(button, &QAbstractButton::clicked, this, [this, one] { compose(one.kind, one.form); });
    composing->addWidget(button);
    compose_.push_back(button);
  }
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(text_);
  recipientLines_->setContentsMargins(0, 0, 0, 0);
  recipientLines_->setSpacing(4);
  auto* steps = new ButtonFlow;
  for (ActionButton* button : {save_, review_, sign_, withdraw_}) steps->addWidget(button);
  auto* right = new QVBoxLayout;
  right->setSpacing(kUnit);
  right->addWidget(level_);
  right->addWidget(figures_);
  right->addWidget(chain_);
  right->addLayout(composing);
  right->addWidget(state_);
  right->addWidget(scroll, 1);
  right->addLayout(steps);
  right->addWidget(recipients_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(16);
  layout->addWidget(incidents_);
  layout->addLayout(right, 1);

  connect(incidents_, &BoardList::chosen, this, [this] {
    wanted_.reset();
    chain_->mark(-1);
    refresh();
  });
  connect(chain_, &BoardList::chosen, this, &ReportPage::showReport);
  connect(chain_, &BoardList::keyed, this, &ReportPage::composeMarked);
  connect(text_, &ReportText::typed, this, &ReportPage::showReport);
  connect(save_, &QAbstractButton::clicked, this, &ReportPage::save);
  connect(review_, &QAbstractButton::clicked, this, [this] {
    step([](Id<DutyReport> id) { return ReviewReport{id}; }, {"reviewed", "已审核"});
  });
  connect(sign_, &QAbstractButton::clicked, this, [this] {
    step([](Id<DutyReport> id) { return SignReport{id}; }, {"signed", "已签发"});
  });
  connect(withdraw_, &QAbstractButton::clicked, this, [this] {
    step([](Id<DutyReport> id) { return WithdrawReport{id, {}}; }, {"put away", "已作废"});
  });
}

void ReportPage::retranslate() {
  for (std::size_t i = 0; i < kComposed.size(); ++i) {
    const QString kind = inSentence(textOf(kComposed[i].kind));
    const QString form = inSentence(textOf(kComposed[i].form));
    compose_[i]->setText(kComposed[i].kind == ReportKind::first ? tr("Compose %1, %2").arg(kind, form)
                                                                : tr("Compose %1").arg(kind));
  }
  save_->setText(tr("Save the words"));
  review_->setText(tr("Reviewed"));
  sign_->setText(tr("Sign"));
  withdraw_->setText(tr("Put away"));
  recipientsShown_.clear();
}

void ReportPage::takeFocus() {
  chain_->setFocus();
}

bool ReportPage::leavesWords() {
  if (!qobject_cast<QPlainTextEdit*>(focusWidget()) || !text_->isAncestorOf(focusWidget()) ||
      !focusWidget()->hasFocus())
    return false;
  takeFocus();
  return true;
}

QString ReportPage::clock(const ReportDue& due) const {
  const std::int64_t left = due.dueAt.ms - desk_.moment().ms;
  return left < 0 ? tr("%1 late").arg(Wording::age(-left)) : tr("in %1").arg(Wording::age(left));
}

// ---- what is due

void ReportPage::refresh() {
  fillIncidents();
  const Incident* now = incident();
  fillChain(now);
  level_->setText(now ? levelWords(*now) : QString());
  QStringList counts;
  if (now)
    for (const Facts::Line& line : FigureFacts::of(*now, desk_.moment(), desk_.session().timeZone()))
      counts.append(line.label.isEmpty() ? line.value : tr("%1: %2").arg(line.label, line.value));
  QString all = counts.join(QStringLiteral("   "));
  figures_->setText(all.replace(u'\n', QStringLiteral(", ")));
  figures_->setVisible(!counts.isEmpty());
  showReport();
}

void ReportPage::fillIncidents() {
  const Snapshot s = desk_.shown();
  const auto due = reportsDue(*s, shippedReportRules().rules, desk_.moment());
  std::vector<const Incident*> list;
  s->incidents.forEach([&](const Uuid&, const Incident& one) { list.push_back(&one); });
  const auto next = [&due](const Incident* one) -> const ReportDue* {
    for (const ReportDue& each : due)
      if (each.incident == one->id) return &each;
    return nullptr;
  };
  std::sort(list.begin(), list.end(), [&](const Incident* a, const Incident* b) {
    const ReportDue* first = next(a);
    const ReportDue* second = next(b);
    if (!first != !second) return first != nullptr;
    return first && second ? first->dueAt < second->dueAt : a->title < b->title;
  });
  std::vector<Uuid> ids;
  for (const Incident* one : list) ids.push_back(one->id.uuid);
  incidents_->setEmptyWords(tr("No incident was reported."));
  incidents_->show(std::move(ids), [this, s, list, due](int row) {
    const Incident& one = *list[static_cast<std::size_t>(row)];
    BoardRow said;
    said.title = qs(one.title);
    said.chip =
        BoardRow::Chip{one.level ? shown(textOf(*one.level)) : tr("no level"), levelColour(one.level, tokens())};
    for (const ReportDue& each : due)
      if (each.incident == one.id) {
        said.right = clock(each);
        said.rightTone = each.late ? BoardRow::Tone::bad : BoardRow::Tone::quiet;
        said.line = shown(each.rule->name);
        break;
      }
    return said;
  });
  if (!incidents_->marked() && !list.empty()) {
    // What is selected on the desk is what one came for.
    const auto& selected = desk_.selected();
    if (selected && selected->kind == Kind::incident) incidents_->markThing(selected->id);
    if (!incidents_->marked()) incidents_->mark(0);
  }
}

void ReportPage::fillChain(const Incident* incident) {
  links_.clear();
  const Snapshot s = desk_.shown();
  if (incident) {
    std::vector<const DutyReport*> reports;
    s->dutyReports.forEach([&](const Uuid&, const DutyReport& one) {
      if (one.incident == incident->id && !one.withdrawn) reports.push_back(&one);
    });
    std::sort(reports.begin(), reports.end(),
              [](const DutyReport* a, const DutyReport* b) { return a->drafted.at < b->drafted.at; });
    for (const DutyReport* one : reports) links_.push_back({one->id.uuid, one->id, std::nullopt});
    const auto& rules = shippedReportRules().rules;
    for (const ReportDue& due : reportsDue(*s, rules, desk_.moment()))
      if (due.incident == incident->id && !due.draft)
        links_.push_back({idOfRule(static_cast<std::size_t>(due.rule - rules.data())), std::nullopt, due});
  }
  std::vector<Uuid> ids;
  for (const Link& link : links_) ids.push_back(link.id);
  chain_->setEmptyWords(tr("Nothing was reported about it, and nothing is due."));
  chain_->show(std::move(ids), [this](int row) { return rowOf(links_[static_cast<std::size_t>(row)]); });
  chain_->fitRows(1, height() < 640 ? 2 : 5);
  if (wanted_ && chain_->markThing(*wanted_)) wanted_.reset();
  if (!chain_->marked() && !links_.empty()) {
    int last = 0;
    for (std::size_t i = 0; i < links_.size(); ++i)
      if (links_[i].report) last = static_cast<int>(i);
    chain_->mark(last);
  }
  for (ActionButton* button : compose_) button->setEnabled(incident && desk_.live());
}

BoardRow ReportPage::rowOf(const Link& link) const {
  BoardRow row;
  const TimeZone& zone = desk_.session().timeZone();
  const Instant now = desk_.moment();
  if (link.due) {
    row.title = shown(link.due->rule->name);
    row.dim = true;
    row.line = tr("not written · C composes it") + QStringLiteral(" · ") + qs(link.due->rule->source);
    row.corner = clock(*link.due);
    row.cornerTone = link.due->late ? BoardRow::Tone::bad : BoardRow::Tone::quiet;
    return row;
  }
  const DutyReport* one = link.report ? desk_.shown()->find(*link.report) : nullptr;
  if (!one) return row;
  row.title = qs(one->title);
  row.corner = tr("as of %1").arg(Wording::moment(one->asOf, now, zone));
  const auto said = [&](const QString& what, const std::optional<Step>& step) {
    if (step) row.line += (row.line.isEmpty() ? QString() : QStringLiteral(" → ")) + what + u' ' + qs(step->by);
  };
  said(tr("drafted"), one->drafted);
  said(tr("reviewed"), one->reviewed);
  said(tr("signed"), one->signed_);
  const auto sent = std::count_if(one->recipients.begin(), one->recipients.end(), [](const auto& r) { return r.sent; });
  const auto received =
      std::count_if(one->recipients.begin(), one->recipients.end(), [](const auto& r) { return r.received; });
  if (sent > 0) {
    row.right = tr("sent to %1, received by %2").arg(sent).arg(received);
    row.rightTone = received == sent ? BoardRow::Tone::good : BoardRow::Tone::quiet;
  } else {
    row.right = one->signed_ ? tr("to be sent") : one->reviewed ? tr("to be signed") : tr("to be reviewed");
    row.rightTone = BoardRow::Tone::bad;
  }
  return row;
}

QString ReportPage::levelWords(const Incident& incident) const {
  const QString level = incident.level ? shown(textOf(*incident.level)) : tr("no level yet");
  const auto suggested = levelSuggestion(levelMeasuresOf(incident), incident.kind, shippedLevelRules());
  if (!suggested) return tr("%1: %2. No rule speaks of the figures that are known.").arg(qs(incident.title), level);
  return tr("%1: %2. By rule: %3").arg(qs(incident.title), level, inSentence(suggested->words));
}

const Incident* ReportPage::incident() const {
  const auto id = incidents_->marked();
  return id && desk_.shown() ? desk_.shown()->incidents.find(*id) : nullptr;
}

const DutyReport* ReportPage::report() const {
  const auto id = chain_->marked();
  return id && desk_.shown() ? desk_.shown()->dutyReports.find(*id) : nullptr;
}

// ---- one report

void ReportPage::showReport() {
  const DutyReport* one = report();
  const bool editable = one && !one->signed_ && desk_.live() && !wasSent(*one);
  if (one)
    text_->show(*one, editable);
  else
    text_->clear();
  const bool changed = one && text_->changed();
  save_->setEnabled(editable && changed);
  review_->setEnabled(editable && !changed && !one->reviewed);
  sign_->setEnabled(one && desk_.live() && !one->signed_ && one->reviewed && !changed);
  withdraw_->setEnabled(editable);
  for (ActionButton* button : {save_, review_, sign_, withdraw_}) button->setVisible(one);
  state_->setText(one          ? changed ? tr("What you typed is not saved yet; it is kept should the program end.")
                                         : rowOf({one->id.uuid, one->id, std::nullopt}).line
                  : incident() ? tr("Choose a report, or compose the one that is due.")
                               : QString());
  showRecipients(one);
}

void ReportPage::showRecipients(const DutyReport* report) {
  QString key = report ? qs(report->id.text()) : QString();
  if (report) {
    key += report->signed_ ? u's' : u'-';
    for (const ReportRecipient& one : report->recipients)
      key += qs(one.name) + (one.received ? u'r' : one.sent ? u's' : u'-');
  }
  if (key == recipientsShown_ && !key.isEmpty()) return;
  recipientsShown_ = key;
  while (QLayoutItem* item = recipientLines_->takeAt(0)) {
    if (QLayout* line = item->layout())
      while (QLayoutItem* inside = line->takeAt(0)) {
        if (inside->widget()) inside->widget()->hide(), inside->widget()->deleteLater();
        delete inside;
      }
    delete item;
  }
  if (!report) return;
  const bool spoken = report->kind == ReportKind::first && report->form == ReportForm::telephone;
  const bool maySend = desk_.live() && (report->signed_ || spoken);
  const TimeZone& zone = desk_.session().timeZone();
  for (const ReportRecipient& one : report->recipients) {
    auto* line = new QHBoxLayout;
    auto* label = new QLabel(recipients_);
    label->setWordWrap(true);
    QString said = qs(one.name);
    if (one.sent)
      said += QStringLiteral(" · ") + tr("sent %1").arg(Wording::moment(one.sent->at, desk_.moment(), zone));
    if (one.received)
      said +=
          QStringLiteral(" · ") +
          tr("received %1 by %2").arg(Wording::moment(one.received->at, desk_.moment(), zone), qs(one.received->by));
    label->setText(said);
    line->addWidget(label, 1);
    if (!one.received) {
      auto* button = new ActionButton(ActionButton::Weight::side, recipients_);
      button->setObjectName(one.sent ? QStringLiteral("reportReceived") : QStringLiteral("reportSend"));
      button->setText(one.sent ? tr("Received by …") : tr("Sent"));
      button->setEnabled(one.sent ? desk_.live() : maySend);
      connect(button, &QAbstractButton::clicked, this,
              [this, id = report->id, name = one.name, sent = one.sent.has_value()] {
                const DutyReport* now = desk_.shown()->find(id);
                if (!now) return;
                if (sent) return receive(*now, name);
                desk_.execute(SendReport{id, name}, {"sent to " + name, "已报送" + name});
              });
      line->addWidget(button);
    }
    recipientLines_->addLayout(line);
  }
}

void ReportPage::receive(const DutyReport& report, const std::string& recipient) {
  ask_.ask({qs(report.id.text() + recipient),
            tr("%1 has it").arg(qs(recipient)),
            tr("Who took it"),
            tr("Record (Enter)"),
            {},
            [this, id = report.id, recipient](const std::string& by, std::function<void()> done) {
              desk_.execute(ReceiveReport{id, recipient, by}, {"received by " + recipient, recipient + "已签收"},
                            std::move(done));
            }});
}

void ReportPage::compose(ReportKind kind, ReportForm form) {
  const Incident* now = incident();
  if (!now) return;
  ReportWish wish{now->id, kind, form, systemNow(), {}};
  if (const DutyReport* before = reportBefore(*desk_.shown(), now->id))
    for (const ReportRecipient& one : before->recipients) wish.recipients.push_back(one.name);
  if (wish.recipients.empty()) wish.recipients = {kUsualRecipients.begin(), kUsualRecipients.end()};
  auto report = composeReport(*desk_.shown(), wish, desk_.session().timeZone());
  if (!report) return desk_.refuse(report.error());
  report->id.uuid = Uuid::v7(systemNow());
  const Uuid id = report->id.uuid;
  desk_.execute(DraftReport{std::move(*report)},
                {"composed: " + std::string(nameOf(kind).en), "已拟稿：" + std::string(nameOf(kind).zh)}, [this, id] {
                  wanted_ = id;
                  refresh();
                });
}

void ReportPage::composeMarked() {
  const auto marked = chain_->marked();
  for (const Link& link : links_)
    if (marked && link.id == *marked && link.due) return compose(link.due->rule->kind, link.due->rule->form);
  for (const Link& link : links_)
    if (link.due) return compose(link.due->rule->kind, link.due->rule->form);
}

void ReportPage::save() {
  const DutyReport* one = report();
  if (!one) return;
  desk_.execute(Revise<DutyReport>{one->id, {{"sections", encode(text_->sections())}}},
                {"changed: " + one->title, "已修改：" + one->title}, [this] {
                  text_->forget();
                  showReport();
                });
}

template <class Make>
void ReportPage::step(Make make, Text done) {
  const DutyReport* one = report();
  if (!one) return;
  desk_.execute(make(one->id), {done.en + ": " + one->title, done.zh + "：" + one->title});
}

}  // namespace fengsui
