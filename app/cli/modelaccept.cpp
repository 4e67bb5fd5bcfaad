// SPDX-License-Identifier: GPL-3.0-or-later
// fengsuictl model NAME --accept orders|closures --out DIR: what a forecast advises becomes drafts and closures.
#include "cli/modelaccept.h"

#include <algorithm>

#include "sdk/acceptance.h"
#include "sdk/modelrun.h"

namespace fengsui {
namespace {

// One after the other, each a decision of its own. @return how many, or the error after those that went well.
Outcome executeAll(Station& station, const Author& author, const std::vector<Command>& commands, std::size_t& done) {
  for (const Command& command : commands) {
    if (const auto receipt = station.execute(command, author); !receipt) return failure(receipt.error());
    ++done;
  }
  return {};
}

}  // namespace

void acceptAdvice(Session& session, const std::string& module, const std::string& folder,
                  const std::vector<std::string>& what) {
  const auto outcome = readOutcome(folder);
  if (!outcome) return session.console.refuse(outcome.error());
  if (outcome->forecast.module != module)
    return session.console.refuse({ErrorCode::invalid,
                                   {"these are results of the module " + outcome->forecast.module,
                                    "这是模块 " + outcome->forecast.module + " 的结果"},
                                   {},
                                   {folder, 0, 0, {}, {}}});
  auto station = session.open();
  if (!station) return session.console.refuse(station.error());
  const auto author = session.author(**station);
  if (!author) return session.console.refuse(author.error());
  const Situation& situation = (*station)->situation();
  const NewId newId = [] { return Uuid::v7(systemNow()); };
  const auto wanted = [&](const char* name) { return std::find(what.begin(), what.end(), name) != what.end(); };
  std::vector<Command> orders, closures;
  std::size_t known = 0, drafted = 0, closed = 0;
  if (wanted("orders")) {
    AcceptedOrders accepted = acceptedOrders(outcome->advice, situation, newId);
    known += accepted.known;
    for (Order& order : accepted.drafts) orders.emplace_back(DraftOrder{std::move(order), {}, {}});
  }
  if (wanted("closures")) {
    AcceptedClosures accepted = acceptedClosures(outcome->advice, situation, newId, systemNow());
    known += accepted.known;
    for (RoadClosure& closure : accepted.closures) closures.emplace_back(Register<RoadClosure>{std::move(closure)});
  }
  Outcome went = executeAll(**station, *author, orders, drafted);
  if (went) went = executeAll(**station, *author, closures, closed);
  if (!went) session.console.refuse(went.error());
  session.console.report({std::to_string(drafted) + " orders drafted, " + std::to_string(closed) +
                              " closures entered, " + std::to_string(known) + " were there",
                          "已拟派单 " + std::to_string(drafted) + " 张、登记道路封闭 " + std::to_string(closed) +
                              " 处，已有 " + std::to_string(known) + " 项"},
                         Json{{"drafted", drafted}, {"closed", closed}, {"known", known}});
  publish(session, **station);
}

}  // namespace fengsui
