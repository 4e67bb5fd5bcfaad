// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handover.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/derive.h"
#include "core/deriveduty.h"
#include "core/hlc.h"
#include "core/roadwords.h"

namespace fengsui {
namespace {

std::string n(std::int64_t number) {
  return std::to_string(number);
}

class Comparison {
 public:
  Comparison(const Situation& before, const Situation& after, Instant now, std::string_view actor)
      : before_(before), after_(after), now_(now), actor_(actor) {}

  std::vector<HandoverLine> lines() {
    incidents();
    warnings();
    responses();
    orders();
    callouts();
    teams();
    roads();
    reports();
    directives();
    silence();
    people();
    conflicts();
    std::stable_sort(lines_.begin(), lines_.end(), [](const HandoverLine& one, const HandoverLine& other) {
      return std::tuple(one.topic, !one.open) < std::tuple(other.topic, !other.open);
    });
    return std::move(lines_);
  }

 private:
  template <class Entity, class F>
  void eachChanged(F&& f) {
    after_.all<Entity>().forEach([&](const Uuid& id, const Entity& now) {
      const Entity* then = before_.all<Entity>().find(id);
      if (!then || !(then->stamp == now.stamp)) f(then, now);
    });
  }

  template <class Entity>
  void say(HandoverTopic topic, const Entity& entity, Text words, bool open = false, bool yours = false) {
    Uuid id;
    if constexpr (std::same_as<Entity, Conflict>)
      id = entity.id;
    else
      id = entity.id.uuid;
    lines_.push_back({topic, kindOf<Entity>, id, std::move(words), open, yours});
  }

  [[nodiscard]] bool isActor(const std::string& name) const { return !actor_.empty() && name == actor_; }

  void incidents() {
    eachChanged<Incident>([&](const Incident* then, const Incident& now) {
      const Text status = textOf(now.status);
      if (!then)
        say(HandoverTopic::incidents, now,
            {"new: " + now.title + ", " + status.en, "新增：" + now.title + "，" + status.zh}, now.open());
      else if (then->status != now.status)
        say(HandoverTopic::incidents, now,
            {now.title + ": " + textOf(then->status).en + " → " + status.en,
             now.title + "：" + textOf(then->status).zh + " → " + status.zh},
            now.open());
      if (then && then->level != now.level) {
        const auto level = [](const Incident& i) { return i.level ? textOf(*i.level) : Text{"unset", "未定"}; };
        say(HandoverTopic::incidents, now,
            {now.title + ": level " + level(*then).en + " → " + level(now).en,
             now.title + "：级别 " + level(*then).zh + " → " + level(now).zh});
      }
      figures(then, now);
    });
  }

  void figures(const Incident* then, const Incident& now) {
    for (const Figure& figure : now.figures) {
      const Figure* old = nullptr;
      if (then)
        for (const Figure& one : then->figures)
          if (one.kind == figure.kind && one.source == figure.source) old = &one;
      if (old && old->count == figure.count && old->decided == figure.decided &&
          old->verification == figure.verification)
        continue;
      const Text kind = textOf(figure.kind), verified = textOf(figure.verification);
      const std::string was = old && old->count != figure.count ? n(old->count) + " → " : "";
      const bool open = figure.verification != Verification::verified;
      say(HandoverTopic::figures, now,
          {now.title + ": " + kind.en + " " + was + n(figure.count) + " (" + figure.source + ", " + verified.en + ")",
           now.title + "：" + kind.zh + " " + was + n(figure.count) + "（" + figure.source + "，" + verified.zh + "）"},
          open);
    }
  }

  void warnings() {
    eachChanged<Warning>([&](const Warning* then, const Warning& now) {
      if (then && then->status == now.status) return;
      const Text colour = textOf(now.colour), status = textOf(now.status);
      say(HandoverTopic::warnings, now,
          {now.kind + " " + colour.en + ": " + status.en, now.kind + colour.zh + "预警：" + status.zh},
          now.status == WarningStatus::inForce);
    });
  }

  void responses() {
    eachChanged<Response>([&](const Response* then, const Response& now) {
      if (then && then->status == now.status && then->level == now.level) return;
      const std::string was = then && then->level != now.level ? then->level + " → " : "";
      const Text status = textOf(now.status);
      say(HandoverTopic::responses, now,
          {now.title + " " + was + now.level + ": " + status.en, now.title + was + now.level + "：" + status.zh},
          now.status == ResponseStatus::active || now.status == ResponseStatus::proposed);
    });
  }

  void orders() {
    eachChanged<Order>([&](const Order* then, const Order& now) {
      if (then && then->status == now.status && then->stage() == now.stage()) return;
      const bool mine = isActor(now.drafted.by) || (now.issued && isActor(now.issued->by)) ||
                        isActor(now.brief.owner.name) || isActor(now.brief.verifier);
      const OrderStage stage = now.stage();
      const Text how = now.status == OrderStatus::issued ? textOf(now.brief.kind, stage) : textOf(now.status);
      const std::string name = (now.number.empty() ? "" : now.number + " ") + now.brief.title;
      const std::string& to = now.brief.owner.name;
      say(HandoverTopic::orders, now,
          {name + (to.empty() ? "" : ", to " + to) + ": " + how.en,
           name + (to.empty() ? "" : "，" + to) + "：" + how.zh},
          now.open() || now.status == OrderStatus::drafted, mine);
    });
  }

  void callouts() {
    after_.callouts.forEach([&](const Uuid& id, const Callout& now) {
      const Callout* then = before_.callouts.find(id);
      if (then && then->closed) return;
      const CalloutRates rates = ratesOf(after_, now);
      const auto all = n(rates.all), said = n(rates.reached[3]), woken = n(rates.reached[2]);
      const bool open = !now.closed;
      if (then && ratesOf(before_, *then).reached == rates.reached && then->closed == now.closed) return;
      say(HandoverTopic::callouts, now,
          {now.title + ": " + said + " of " + all + " said it back, " + woken + " picked up" + (open ? "" : ", closed"),
           now.title + "：回应 " + said + "/" + all + "，叫醒 " + woken + (open ? "" : "，已结束")},
          open && rates.reached[3] < rates.all);
    });
  }

  void teams() {
    eachChanged<Team>([&](const Team* then, const Team& now) {
      if (!then || (then->status == now.status && then->request == now.request)) return;
      Text words{now.name + ": " + textOf(then->status).en + " → " + textOf(now.status).en,
                 now.name + "：" + textOf(then->status).zh + " → " + textOf(now.status).zh};
      if (now.request && then->request != now.request) words = {now.name + ": asked", now.name + "：已商请，待答复"};
      if (const Incident* incident = now.assignment ? after_.find(now.assignment->incident) : nullptr) {
        words.en += ", " + incident->title;
        words.zh += "，" + incident->title;
      }
      say(HandoverTopic::teams, now, std::move(words), now.request.has_value());
    });
  }

  void roads() {
    const TimeZone zone = zoneOf(after_);
    const Instant left = hlc::instantOf(before_.lastHlc);
    after_.roadClosures.forEach([&](const Uuid& id, const RoadClosure& now) {
      const RoadClosure* then = before_.roadClosures.find(id);
      const bool changed =
          !then || then->spans != now.spans || then->vehicles != now.vehicles || then->shape != now.shape;
      // What ended or began by itself, as announced, nobody touched.
      if (!changed && then->holdsAt(left) == now.holdsAt(now_)) return;
      const Text state = stateInWords(now, now_, zone), whom = closedForInWords(now);
      Text words{now.name + ": " + state.en + (whom.en.empty() ? "" : ", " + whom.en),
                 now.name + "：" + state.zh + (whom.zh.empty() ? "" : "，" + whom.zh)};
      if (!now.words.empty() && now.aheadOf(now_)) {
        words.en += " (" + now.words + ")";
        words.zh += "（" + now.words + "）";
      }
      say(HandoverTopic::roads, now, std::move(words), now.aheadOf(now_));
    });
    before_.roadClosures.forEach([&](const Uuid& id, const RoadClosure& then) {
      if (after_.roadClosures.contains(id) || !then.aheadOf(left)) return;
      say(HandoverTopic::roads, then, {then.name + ": taken off the list", then.name + "：已撤销封闭"});
    });
  }

  void reports() {
    eachChanged<DutyReport>([&](const DutyReport* then, const DutyReport& now) {
      const auto stage = [](const DutyReport& r) -> Text {
        if (r.withdrawn) return {"withdrawn", "已作废"};
        if (sentAt(r)) return {"sent", "已报送"};
        if (r.signed_) return {"signed", "已签发"};
        return r.reviewed ? Text{"reviewed", "已审核"} : Text{"drafted", "拟稿"};
      };
      const Text is = stage(now);
      if (then && stage(*then) == is) return;
      say(HandoverTopic::reports, now, {now.title + ": " + is.en, now.title + "：" + is.zh},
          !now.withdrawn && !sentAt(now), isActor(now.drafted.by));
    });
  }

  void directives() {
    eachChanged<Directive>([&](const Directive* then, const Directive& now) {
      const Text form = textOf(now.form);
      const std::string& lead = now.lead;
      if (!then)
        say(HandoverTopic::directives, now,
            {"from " + now.from + " (" + form.en + ")" + (lead.empty() ? "" : ", lead: " + lead),
             now.from + form.zh + (lead.empty() ? "" : "，主办：" + lead)},
            !now.answered && now.form != DirectiveForm::read, isActor(lead));
      else if (!then->answered && now.answered)
        say(HandoverTopic::directives, now, {"from " + now.from + ": answered", now.from + "批示：已回报"});
    });
  }

  void silence() {
    for (const SilentPlace& place : silentPlaces(after_, now_))
      say(HandoverTopic::silence, *place.contact,
          {place.contact->who.name + " (" + place.contact->town + "): silent for " + n(place.silentMs / 60'000) +
               " min",
           place.contact->town + place.contact->who.name + "：已 " + n(place.silentMs / 60'000) + " 分钟无报告"},
          true);
  }

  void people() {
    std::map<std::pair<std::string, std::string>, VillageTally> then;
    for (VillageTally& tally : talliesOf(before_)) then.emplace(std::pair(tally.town, tally.village), std::move(tally));
    for (const VillageTally& now : talliesOf(after_)) {
      const auto was = then.find({now.town, now.village});
      if (was != then.end() && was->second.byState == now.byState && was->second.left == now.left &&
          was->second.passed == now.passed && was->second.arrived == now.arrived)
        continue;
      const Household* any = nullptr;
      after_.households.forEach([&](const Uuid&, const Household& h) {
        if (!any && h.village == now.village && h.town == now.town) any = &h;
      });
      if (!any) continue;
      const std::string counts = n(now.left) + " / " + n(now.passed) + " / " + n(now.arrived);
      say(HandoverTopic::people, *any,
          {now.village + " (" + now.town + "): house / junction / shelter " + counts + " of " +
               n(now.persons - now.away) + ", missing " + n(now.missingPersons),
           now.town + now.village + "：出户 / 路口 / 安置点 " + counts + "，应转 " + n(now.persons - now.away) +
               "，未到 " + n(now.missingPersons)},
          !now.done());
    }
  }

  void conflicts() {
    after_.conflicts.forEach([&](const Uuid& id, const Conflict& now) {
      const Conflict* then = before_.conflicts.find(id);
      if (then && then->resolvedAt.has_value() == now.resolvedAt.has_value()) return;
      const Text kind = textOf(now.kind);
      const bool open = !now.resolvedAt;
      say(HandoverTopic::conflicts, now,
          {kind.en + ": " + now.detail + (open ? "" : " (resolved: " + now.resolution + ")"),
           kind.zh + "：" + now.detail + (open ? "" : "（已处理：" + now.resolution + "）")},
          open);
    });
  }

  const Situation& before_;
  const Situation& after_;
  Instant now_;
  std::string_view actor_;
  std::vector<HandoverLine> lines_;
};

}  // namespace

std::vector<HandoverLine> sinceYouLeft(const Situation& before, const Situation& after, Instant now,
                                       std::string_view actor) {
  return Comparison(before, after, now, actor).lines();
}

}  // namespace fengsui
