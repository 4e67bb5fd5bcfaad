// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ordersheet.h"

#include <memory>

#include "documents/formparts.h"
#include "documents/furniture.h"
#include "documents/ordermark.h"
#include "documents/typesetting.h"
#include "documents/wording.h"

namespace fengsui {
namespace {

const Paper kPaper{QPageSize::A5, false, 12};

QString nameOfAddressee(const Addressee& to, const PaperWording& say) {
  QString name = printable(to.name);
  if (!to.substitute.empty()) name += say.bracketed(say("B: ", "B角 ") + printable(to.substitute));
  return name;
}

/// The rows of an order's form, one after the other.
class OrderForm {
 public:
  OrderForm(const Order& order, const OrderCopy* mine, double pt, const PaperWording& say)
      : order_(order), mine_(mine), pt_(pt), say_(say) {}

  [[nodiscard]] std::vector<std::vector<Cell>> rows() {
    const Brief& b = order_.brief;
    pair(say_("Number", "单号"), order_.number.empty() ? say_("not issued", "未签发") : printable(order_.number),
         say_("Kind", "文种"), say_(textOf(b.kind)));
    pair(say_("Issued", "签发时间"), order_.issued ? say_.moment(order_.issued->at) : PaperWording::dash(),
         say_("Signed by", "签发人"), order_.issued ? printable(order_.issued->by) : PaperWording::dash());
    whole(say_("Responsible", "主责"), responsible(), true);
    if (const QString with = helping(); !with.isEmpty()) whole(say_("With", "协办"), with);
    whole(say_("Place", "地点"), place());
    task();
    safety();
    whole(say_("Equipment", "携带装备"), given(b.equipment));
    whole(say_("Route, no-go", "路线与禁行"), given(b.route));
    if (!b.forbidden.empty()) bullets(say_("Forbidden", "禁止事项"), b.forbidden, true);
    if (!b.standing.empty()) whole(say_("When cut off", "失联时可自行决定"), printable(b.standing));
    pair(say_("Receipt by", "回执时限"), receiptBy(), say_("Done by", "办结时限"), doneBy());
    if (b.kind != MessageKind::notification) answers();
    whole(say_("Contacts", "联系人"), given(b.contact));
    receipt();
    return std::move(rows_);
  }

 private:
  [[nodiscard]] QString given(const std::string& words) const {
    return words.empty() ? say_.notGiven() : printable(words);
  }
  [[nodiscard]] Cell label(const QString& words) const { return {words, true, true}; }
  void whole(const QString& name, const QString& words, bool bold = false) {
    Cell cell{words};
    cell.span = 3;
    cell.bold = bold;
    cell.quiet = words == say_.notGiven();
    rows_.push_back({label(name), cell});
  }
  void pair(const QString& one, const QString& first, const QString& other, const QString& second) {
    rows_.push_back({label(one), Cell{first}, label(other), Cell{second}});
  }
  void bullets(const QString& name, const std::vector<std::string>& words, bool bold) {
    Cell cell;
    cell.span = 3;
    for (const std::string& one : words) {
      Cell line{QStringLiteral("× ") + printable(one)};
      line.bold = bold;
      cell.lines.push_back(line);
    }
    rows_.push_back({label(name), cell});
  }

  [[nodiscard]] QString responsible() const {
    if (mine_ && mine_->responsible) return nameOfAddressee(mine_->to, say_);
    QStringList names;
    for (const OrderCopy& copy : order_.copies.empty() ? copiesFor(order_.brief) : order_.copies)
      if (copy.responsible) names << nameOfAddressee(copy.to, say_);
    return names.isEmpty() ? say_.notGiven() : say_.listed(names);
  }
  [[nodiscard]] QString helping() const {
    QStringList names;
    for (const Addressee& one : order_.brief.with) names << nameOfAddressee(one, say_);
    return say_.listed(names);
  }
  [[nodiscard]] QString place() const {
    QString words = printable(order_.brief.place);
    if (order_.brief.location) {
      const QString where = coordinatesText(*order_.brief.location);
      words = words.isEmpty() ? where : words + QChar(QChar::LineSeparator) + where;
    }
    return words.isEmpty() ? say_.notGiven() : words;
  }
  void task() {
    Cell cell{say_.either(order_.brief.title, order_.brief.titleEn)};
    cell.span = 3;
    cell.bold = true;
    cell.pt = pt_ + 2;
    Cell words{say_.either(order_.brief.task, order_.brief.taskEn)};
    words.pt = pt_ + 1;
    cell.lines = {words};
    rows_.push_back({label(say_("Task", "任务")), cell});
  }
  void safety() {
    const Brief& b = order_.brief;
    const SafetyFacts& f = order_.safetyFacts;
    Cell cell;
    cell.span = 3;
    const auto line = [&](const QString& words, bool bold = false) {
      Cell one{words};
      one.bold = bold;
      cell.lines.push_back(one);
    };
    if (!b.safety.empty()) line(printable(b.safety));
    QStringList facts;
    const auto fact = [&](const QString& name, const std::string& words) {
      if (!words.empty()) facts << say_.withLabel(name, printable(words));
    };
    fact(say_("Safety officer", "安全员"), f.officer);
    fact(say_("Lookout", "观察哨"), f.lookout);
    fact(say_("Way out", "撤离路线"), f.wayOut);
    fact(say_("Safe zone", "安全区"), f.safeZone);
    fact(say_("Signal to withdraw", "撤离信号"), f.signal);
    if (f.marginMinutes)
      fact(say_("Margin against the front", "与险情前锋时间余量"),
           std::to_string(*f.marginMinutes) + (say_.chinese() ? " 分钟" : " min"));
    if (!facts.isEmpty()) line(facts.join(say_("; ", "；")));
    if (!order_.overridden.empty()) {
      QStringList checks;
      for (const SafetyCheck check : order_.overridden) checks << say_(textOf(check));
      line(say_.withLabel(say_("Goes although this does not hold", "以下未满足，经批准放行"), say_.listed(checks)),
           true);
      if (!order_.overrideReason.empty())
        line(say_.withLabel(say_("Reason", "理由"), printable(order_.overrideReason)));
    }
    if (cell.lines.empty()) {
      cell.text = say_.notGiven();
      cell.quiet = true;
    }
    rows_.push_back({label(say_("Safety", "安全要求")), cell});
  }
  [[nodiscard]] QString receiptBy() const {
    for (const Rung& rung : order_.brief.ladder) {
      if (rung.forAnswer) continue;
      const QString within = say_("within ", "") + say_.span(rung.afterMs) + say_("", " 内");
      if (!order_.issued) return within;
      const Instant from = mine_ ? mine_->askedAt : order_.issued->at;
      return within + say_.bracketed(say_("by ", "") + say_.clock(from.plusMs(rung.afterMs)) + say_("", " 前"));
    }
    return say_("on receipt", "收到即回");
  }
  [[nodiscard]] QString doneBy() const {
    if (order_.dueBy) return say_.moment(*order_.dueBy);
    if (order_.brief.dueMinutes) return say_("within ", "签发后 ") + say_.span(*order_.brief.dueMinutes * 60'000);
    return PaperWording::dash();
  }
  void answers() {
    Cell cell;
    cell.span = 3;
    for (const AnswerField& field : order_.brief.expects) {
      Cell line{say_.either(field.zh, field.en) + QStringLiteral("  ") + blankFor(field, say_)};
      cell.lines.push_back(line);
    }
    if (cell.lines.empty()) {
      cell.text = say_("what was done, when", "办结情况与时间");
      cell.minimumMm = 6;
    }
    rows_.push_back({label(say_("Comes back", "反馈内容")), cell});
  }
  void receipt() {
    const bool tells = order_.brief.kind == MessageKind::notification;
    Cell cell;
    cell.span = 3;
    const auto line = [&](const QString& words) { cell.lines.push_back(Cell{words}); };
    const QString yes = say_(textOf(order_.brief.kind, OrderStage::acknowledged));
    if (tells) {
      line(QStringLiteral("□ ") + yes);
    } else {
      line(QStringLiteral("□ ") + yes + QStringLiteral("    ") +
           say_("□ number, task and time limit said back", "□ 已复诵单号、任务、时限"));
      line(QStringLiteral("□ ") + say_(textOf(order_.brief.kind, OrderStage::refused)) +
           say_(", because ________________________", "，原因 ________________________"));
    }
    line(say_("Signature ______________   time ______________", "受令人签字 ______________   时间 ______________"));
    if (!tells)
      line(
          say_("Done: signature ___________   time ______________", "办结签字 ________________   时间 ______________"));
    for (Cell& one : cell.lines) one.pt = pt_ + 0.5;
    rows_.push_back({label(say_("Receipt", "回执")), cell});
  }

  const Order& order_;
  const OrderCopy* mine_;
  double pt_;
  const PaperWording& say_;
  std::vector<std::vector<Cell>> rows_;
};

/// Set smaller before a second page is taken; never so small that it cannot be read by a torch.
constexpr double kSizesPt[] = {8.5, 8, 7.5};

void head(Flow& flow, const Order& order, const QString& title, const QString& copyFor, const PaperWording& say) {
  std::vector<std::pair<QString, Style>> left;
  left.push_back({title, {17, true}});
  left.push_back({order.number.empty() ? say("not issued", "未签发") : printable(order.number), {12, true}});
  if (!copyFor.isEmpty()) left.push_back({say.withLabel(say("This copy for", "本份送"), copyFor), {9}});
  left.push_back(
      {say("Reading the code gives the order and what was printed.", "扫码可核对单号与印出内容。"), {7, false, true}});
  addMarkBeside(flow, left, textOf(markOf(order)));
}

QString markWords(const Order& order) {
  switch (order.status) {
    case OrderStatus::drafted:
      return QStringLiteral("草稿 DRAFT");
    case OrderStatus::cancelled:
      return QStringLiteral("已撤回 RECALLED");
    case OrderStatus::superseded:
      return QStringLiteral("已改派 REPLACED");
    case OrderStatus::issued:
      break;
  }
  return {};
}

Furniture furnitureOf(const Order& order, const QString& title, const PaperWording& say) {
  Furniture f = furnitureFor(say.wish(), title + QStringLiteral("  ") + printable(order.number) + QStringLiteral("  ") +
                                             say.either(order.brief.title, order.brief.titleEn));
  return f;
}

void addOrder(Sheets& sheets, const Order& order, const OrderCopy* mine, const PaperWording& say) {
  const QString title = say("Dispatch order · ", "派单 · ") + say(textOf(order.brief.kind));
  const QString copyFor = mine ? nameOfAddressee(mine->to, say) : QString();
  const auto set = [&](double pt) {
    auto flow = std::make_unique<Flow>(kPaper.body().size());
    head(*flow, order, title, copyFor, say);
    flow->gap(1.5);
    flow->table({{16, 36, 15, 33}, pt, true, false, pt / 4}, OrderForm(order, mine, pt, say).rows());
    return flow;
  };
  auto flow = set(kSizesPt[0]);
  for (const double pt : kSizesPt) {
    if (flow->pages() == 1) break;
    if (pt == kSizesPt[0]) continue;
    if (auto smaller = set(pt); smaller->pages() == 1) flow = std::move(smaller);
  }
  Furniture f = furnitureOf(order, title, say);
  f.mark = markWords(order);
  sheets.add(kPaper, *flow, f);
}

}  // namespace

Result<Printed> printOrders(const std::vector<const Order*>& orders, PrintFor who, const PrintWish& wish) {
  if (const auto ready = Typesetting::ready(); !ready) return failure(ready.error());
  if (orders.empty()) return failure(ErrorCode::notFound, {"there is no order to print", "没有可打印的派单"});
  const PaperWording say(wish);
  Sheets sheets(say("Dispatch orders", "派单"), wish);
  for (const Order* order : orders) {
    const std::vector<OrderCopy> copies = order->copies.empty() ? copiesFor(order->brief) : order->copies;
    bool any = false;
    for (const OrderCopy& copy : copies)
      if (copy.responsible || who == PrintFor::everybody) {
        addOrder(sheets, *order, &copy, say);
        any = true;
      }
    if (!any) addOrder(sheets, *order, nullptr, say);
  }
  return sheets.finish();
}

Result<Printed> printRecall(const Order& order, const std::vector<std::string>& instead, const PrintWish& wish) {
  if (const auto ready = Typesetting::ready(); !ready) return failure(ready.error());
  const bool taken = order.status == OrderStatus::cancelled || order.status == OrderStatus::superseded;
  if (!taken || !order.issued)
    return failure(ErrorCode::refused,
                   {"the order " + order.number + " was not recalled", "派单 " + order.number + " 未撤回"},
                   {"recall it first, with its reason", "请先撤回并写明原因"});
  const PaperWording say(wish);
  const QString title = say("Recall notice", "撤回通知");
  Sheets sheets(title + QStringLiteral(" ") + printable(order.number), wish);
  for (const OrderCopy& copy : order.copies) {
    Flow flow(kPaper.body().size());
    head(flow, order, title, nameOfAddressee(copy.to, say), say);
    Style big{13, true};
    big.beforePt = 4;
    big.afterPt = 6;
    flow.text(say("This order no longer holds. Do not carry it out.", "该派单即行作废，不再执行。"), big);
    std::vector<std::vector<Cell>> rows;
    const auto row = [&](const QString& name, const QString& words, double pt = 0) {
      Cell cell{words};
      cell.pt = pt;
      rows.push_back({Cell{name, true, true}, cell});
    };
    row(say("Order", "原单号"), printable(order.number), 11);
    row(say("Kind", "文种"), say(textOf(order.brief.kind)));
    row(say("Issued", "原签发"), say.moment(order.issued->at) + QStringLiteral("  ") + printable(order.issued->by));
    row(say("Matter", "事项"), say.either(order.brief.title, order.brief.titleEn));
    row(say("To", "受令方"), nameOfAddressee(copy.to, say));
    row(say("Recalled", "撤回时间"), order.ended ? say.moment(order.ended->at) : PaperWording::dash());
    row(say("By", "撤回人"), order.ended ? printable(order.ended->by) : PaperWording::dash());
    row(say("Reason", "撤回原因"),
        order.ended && !order.ended->words.empty() ? printable(order.ended->words) : say.notGiven());
    if (!instead.empty()) {
      QStringList numbers;
      for (const std::string& one : instead) numbers << printable(one);
      row(say("Instead", "改用派单"), say.listed(numbers), 11);
    }
    Cell sign{say("□ understood    □ nothing was begun    □ begun: stopped at __________",
                  "□ 已知悉    □ 尚未执行    □ 已执行，停止于 __________")};
    sign.lines = {
        Cell{say("Signature ______________   time ______________", "受令人签字 ______________   时间 ______________")},
        Cell{say("□ the paper of the order was given back", "□ 原派单已收回")}};
    rows.push_back({Cell{say("Receipt", "回执"), true, true}, sign});
    flow.table({{20, 80}, 9, true, false, 3}, rows);
    sheets.add(kPaper, flow, furnitureOf(order, title, say));
  }
  return sheets.finish();
}

}  // namespace fengsui
