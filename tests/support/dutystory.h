// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decide.h"

// What seats do at the duty desk in a random story; see support/story.h.

namespace fengsui::story {

inline constexpr int kDutyWhats = 20;

/// The command number @p what of the duty desk. @p the gives the id of a thing by its number.
template <class The>
std::optional<Command> dutyCommandFor(int what, int which, int other, int amount, The the) {
  const auto call = the.template operator()<Call>(which % 3);
  const auto callout = the.template operator()<Callout>(0);
  const auto contact = the.template operator()<Contact>(which % 2);
  const auto report = the.template operator()<DutyReport>(which % 4);
  const auto household = the.template operator()<Household>(which % 2);
  const auto directive = the.template operator()<Directive>(0);
  const std::string who = other % 2 == 0 ? "李梅" : "王强";
  switch (what) {
    case 0: {
      Warning warning;
      warning.id = the.template operator()<Warning>(which % 3);
      warning.kind = "暴雨";
      warning.issuer = "区气象局";
      if (which % 3 != 0) warning.replaces = the.template operator()<Warning>(which % 3 - 1);
      return IssueWarning{warning};
    }
    case 1:
      return LiftWarning{the.template operator()<Warning>(which % 3), who};
    case 2: {
      StartCallout start;
      start.callout.id = callout;
      start.callout.title = "叫应";
      start.callout.ladder = {{60'000, "B", false}, {120'000, "town", false}};
      for (int i = 0; i < 2; ++i) {
        Call one;
        one.id = the.template operator()<Call>(i);
        one.name = "第" + std::to_string(i) + "人";
        start.calls.push_back(one);
      }
      return start;
    }
    case 3: {
      Call one;
      one.id = the.template operator()<Call>(2);
      one.name = "后加的人";
      return ExtendCallout{callout, {one}};
    }
    case 4:
      return ClaimCall{call};
    case 5:
      return UnclaimCall{call};
    case 6:
    case 7:
      return TryCall{call, {"telephone", {}, who, "", amount % 2 == 0, "收到"}, static_cast<CallStage>(amount % 4)};
    case 8:
      return EscalateCall{call, other % 3};
    case 9:
      return amount % 4 == 0 ? Command(CloseCallout{callout, "解除"}) : Command(TakeCalloutLadder{callout});
    case 10: {
      Contact place;
      place.id = contact;
      place.who.name = "第" + std::to_string(which % 2) + "村";
      place.everyMs = 60'000;
      return OweReport{place};
    }
    case 11:
      return amount % 5 == 0 ? Command(ReleaseContact{contact, who})
                             : Command(NoteContact{contact, who, "平安", "电话"});
    case 12: {
      DutyReport draft;
      draft.id = report;
      draft.kind = static_cast<ReportKind>(which % 4);
      draft.incident = the.template operator()<Incident>(other % 2);
      draft.sections = {{"一", std::to_string(amount)}};
      return DraftReport{draft};
    }
    case 13:
      return ReviewReport{report, who};
    case 14:
      return amount % 2 == 0 ? Command(SignReport{report, who}) : Command(WithdrawReport{report, who});
    case 15:
      return amount % 2 == 0 ? Command(SendReport{report, "市应急局", "传真"})
                             : Command(ReceiveReport{report, "市应急局", who});
    case 16:
      return Revise<DutyReport>{report, {{"title", "改" + std::to_string(amount)}}};
    case 17: {
      Household one;
      one.id = household;
      one.name = "张伟";
      one.village = "第" + std::to_string(which % 2) + "村";
      one.persons = amount;
      return Register<Household>{one};
    }
    case 18: {
      const char* points[] = {"", "house", "junction", "shelter"};
      return CountHousehold{household, static_cast<HouseholdState>(amount % 7), points[other % 4], "怀北中学", who,
                            "签字"};
    }
    default: {
      if (amount % 3 == 0) return AnswerDirective{directive, "已办", who};
      Directive words;
      words.id = directive;
      words.words = "立即核实";
      words.from = "李区长";
      return amount % 3 == 1 ? Command(Register<Directive>{words})
                             : Command(Revise<Directive>{directive, {{"lead", who}}});
    }
  }
}

}  // namespace fengsui::story
