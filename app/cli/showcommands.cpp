// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/choices.h"
#include "cli/session.h"
#include "core/derive.h"
#include "core/fields.h"
#include "core/sensorlevels.h"

namespace fengsui {
namespace {

struct Look {
  const Situation& s;
  TimeZone zone;
  Language language;

  [[nodiscard]] std::string word(const Text& text) const { return text.in(language); }
  [[nodiscard]] std::string at(const std::optional<Instant>& when) const {
    return when ? zone.local(*when).substr(5, 11) : "";
  }
  [[nodiscard]] std::string at(Instant when) const { return at(std::optional(when)); }
  [[nodiscard]] std::string number(const std::optional<std::int64_t>& n) const { return n ? std::to_string(*n) : ""; }
  [[nodiscard]] std::string where(const std::optional<Position>& p) const { return p ? p->text() : ""; }
  [[nodiscard]] std::string incident(Id<Incident> id) const {
    const Incident* found = s.find(id);
    return found ? found->title : "";
  }
};

template <class Entity>
struct Column {
  Text header;
  std::function<std::string(const Look&, const Entity&)> cell;
};

std::vector<Column<Incident>> columns(const Incident*) {
  return {{{"title", "标题"}, [](const Look&, const Incident& i) { return i.title; }},
          {{"kind", "类型"},
           [](const Look& l, const Incident& i) { return l.word(textOf(Vocabulary::incidentKind, i.kind)); }},
          {{"level", "级别"}, [](const Look& l, const Incident& i) { return i.level ? l.word(textOf(*i.level)) : ""; }},
          {{"status", "状态"}, [](const Look& l, const Incident& i) { return l.word(textOf(i.status)); }},
          {{"locality", "属地"}, [](const Look&, const Incident& i) { return i.locality; }},
          {{"reported", "接报"}, [](const Look& l, const Incident& i) { return l.at(i.reportedAt); }},
          {{"figures", "数字（口径）"}, [](const Look& l, const Incident& i) {
             std::string out;
             for (const Figure& f : i.figures)
               out += (out.empty() ? "" : "; ") + l.word(textOf(f.kind)) + " " + std::to_string(f.count) + " (" +
                      f.source + " " + l.word(textOf(f.verification)) + ")";
             return out;
           }}};
}

std::vector<Column<Response>> columns(const Response*) {
  return {{{"title", "名称"}, [](const Look&, const Response& r) { return r.title; }},
          {{"level", "级别"}, [](const Look&, const Response& r) { return r.level; }},
          {{"status", "状态"}, [](const Look& l, const Response& r) { return l.word(textOf(r.status)); }},
          {{"area", "范围"}, [](const Look&, const Response& r) { return r.area; }},
          {{"signed by", "签发"}, [](const Look&, const Response& r) { return r.signedBy; }},
          {{"since", "启动"}, [](const Look& l, const Response& r) { return l.at(r.startedAt); }}};
}

std::vector<Column<Team>> columns(const Team*) {
  return {
      {{"name", "名称"}, [](const Look&, const Team& t) { return t.name; }},
      {{"kind", "类型"}, [](const Look& l, const Team& t) { return l.word(textOf(Vocabulary::teamKind, t.kind)); }},
      {{"strength", "人数"}, [](const Look& l, const Team& t) { return l.number(t.strength); }},
      {{"authority", "调度权属"},
       [](const Look& l, const Team& t) {
         return l.word(textOf(t.authority)) + (t.askedThrough.empty() ? "" : " (" + t.askedThrough + ")");
       }},
      {{"status", "状态"},
       [](const Look& l, const Team& t) {
         return l.word(textOf(t.status)) + (t.request ? l.word({", asked", "，已商请"}) : "");
       }},
      {{"incident", "事件"},
       [](const Look& l, const Team& t) {
         return t.assignment ? l.incident(t.assignment->incident) : t.request ? l.incident(t.request->incident) : "";
       }},
      {{"expected", "预计到达"},
       [](const Look& l, const Team& t) { return t.assignment ? l.at(t.assignment->etaAt) : ""; }},
      {{"position", "位置"}, [](const Look& l, const Team& t) { return l.where(t.position()); }}};
}

std::vector<Column<Depot>> columns(const Depot*) {
  return {{{"name", "名称"}, [](const Look&, const Depot& d) { return d.name; }},
          {{"tier", "层级"}, [](const Look& l, const Depot& d) { return d.tier ? l.word(textOf(*d.tier)) : ""; }},
          {{"town", "镇街"}, [](const Look&, const Depot& d) { return d.town; }},
          {{"stock (free)", "物资（可用）"}, [](const Look&, const Depot& d) {
             std::string out;
             for (const StockLine& line : d.stocks)
               out += (out.empty() ? "" : "; ") + line.item + " " + line.free().text() + line.unit;
             return out;
           }}};
}

std::vector<Column<Shelter>> columns(const Shelter*) {
  return {{{"name", "名称"}, [](const Look&, const Shelter& x) { return x.name; }},
          {{"class", "类别"},
           [](const Look& l, const Shelter& x) { return x.shelterClass ? l.word(textOf(*x.shelterClass)) : ""; }},
          {{"town", "镇街"}, [](const Look&, const Shelter& x) { return x.town; }},
          {{"status", "状态"}, [](const Look& l, const Shelter& x) { return l.word(textOf(x.status)); }},
          {{"occupants", "已安置"}, [](const Look&, const Shelter& x) { return std::to_string(x.occupants); }},
          {{"places", "容量"}, [](const Look& l, const Shelter& x) { return l.number(x.places()); }},
          {{"area m²", "面积 m²"}, [](const Look&, const Shelter& x) { return x.areaM2 ? x.areaM2->text() : ""; }}};
}

std::vector<Column<RiskZone>> columns(const RiskZone*) {
  return {
      {{"name", "名称"}, [](const Look&, const RiskZone& z) { return z.name; }},
      {{"kind", "类型"},
       [](const Look& l, const RiskZone& z) { return l.word(textOf(Vocabulary::riskZoneKind, z.kind)); }},
      {{"risk", "风险"}, [](const Look& l, const RiskZone& z) { return z.colour ? l.word(textOf(*z.colour)) : ""; }},
      {{"town", "镇街"}, [](const Look&, const RiskZone& z) { return z.town; }},
      {{"people", "人口"}, [](const Look& l, const RiskZone& z) { return l.number(z.population); }},
      {{"vulnerable", "重点人员"}, [](const Look& l, const RiskZone& z) { return l.number(z.vulnerable); }}};
}

std::vector<Column<Facility>> columns(const Facility*) {
  return {{{"name", "名称"}, [](const Look&, const Facility& f) { return f.name; }},
          {{"kind", "类型"},
           [](const Look& l, const Facility& f) { return l.word(textOf(Vocabulary::facilityKind, f.kind)); }},
          {{"town", "镇街"}, [](const Look&, const Facility& f) { return f.town; }},
          {{"capacity", "容量"}, [](const Look& l, const Facility& f) { return l.number(f.capacity); }},
          {{"position", "位置"}, [](const Look& l, const Facility& f) { return l.where(f.location); }}};
}

std::vector<Column<Place>> columns(const Place*) {
  return {
      {{"name", "名称"}, [](const Look&, const Place& p) { return p.name; }},
      {{"kind", "类型"}, [](const Look& l, const Place& p) { return l.word(textOf(Vocabulary::placeKind, p.kind)); }},
      {{"town", "镇街"}, [](const Look&, const Place& p) { return p.town; }},
      {{"code", "区划代码"}, [](const Look&, const Place& p) { return p.code; }},
      {{"people", "人口"}, [](const Look& l, const Place& p) { return l.number(p.population); }}};
}

std::vector<Column<Post>> columns(const Post*) {
  return {{{"name", "岗位"}, [](const Look&, const Post& p) { return p.name; }},
          {{"organisation", "单位"}, [](const Look&, const Post& p) { return p.organisation; }},
          {{"on duty", "在岗"}, [](const Look& l, const Post& p) {
             const Person* person = p.onDuty ? l.s.find(p.onDuty->person) : nullptr;
             return person ? person->name : "";
           }}};
}

std::vector<Column<Person>> columns(const Person*) {
  return {{{"name", "姓名"}, [](const Look&, const Person& p) { return p.name; }},
          {{"organisation", "单位"}, [](const Look&, const Person& p) { return p.organisation; }},
          {{"title", "职务"}, [](const Look&, const Person& p) { return p.title; }}};
}

std::vector<Column<Order>> columns(const Order*) {
  return {{{"number", "单号"}, [](const Look&, const Order& o) { return o.number; }},
          {{"kind", "文种"}, [](const Look& l, const Order& o) { return l.word(textOf(o.brief.kind)); }},
          {{"title", "标题"}, [](const Look&, const Order& o) { return o.brief.title; }},
          {{"to", "受令"}, [](const Look&, const Order& o) { return o.brief.owner.name; }},
          {{"state", "状态"},
           [](const Look& l, const Order& o) {
             return l.word(o.status == OrderStatus::issued ? textOf(o.brief.kind, o.stage()) : textOf(o.status));
           }},
          {{"due", "时限"}, [](const Look& l, const Order& o) { return l.at(o.dueBy); }}};
}

std::vector<Column<ChecklistItem>> columns(const ChecklistItem*) {
  return {{{"phase", "阶段"}, [](const Look&, const ChecklistItem& i) { return i.phase; }},
          {{"line", "编号"}, [](const Look&, const ChecklistItem& i) { return i.line; }},
          {{"title", "标题"}, [](const Look&, const ChecklistItem& i) { return i.brief.title; }},
          {{"owner", "责任"}, [](const Look&, const ChecklistItem& i) { return i.brief.owner.name; }},
          {{"when", "时点"}, [](const Look&, const ChecklistItem& i) { return i.timing.says; }},
          {{"mark", "标记"}, [](const Look& l, const ChecklistItem& i) { return l.word(textOf(i.mark)); }}};
}

std::vector<Column<Warning>> columns(const Warning*) {
  return {{{"kind", "种类"}, [](const Look&, const Warning& w) { return w.kind; }},
          {{"colour", "颜色"}, [](const Look& l, const Warning& w) { return l.word(textOf(w.colour)); }},
          {{"issuer", "发布"}, [](const Look&, const Warning& w) { return w.issuer; }},
          {{"area", "范围"}, [](const Look&, const Warning& w) { return w.area; }},
          {{"signed", "签发"}, [](const Look& l, const Warning& w) { return l.at(w.signedAt); }},
          {{"status", "状态"}, [](const Look& l, const Warning& w) { return l.word(textOf(w.status)); }}};
}

std::vector<Column<Callout>> columns(const Callout*) {
  return {{{"title", "标题"}, [](const Look&, const Callout& c) { return c.title; }},
          {{"signed", "签发"}, [](const Look& l, const Callout& c) { return l.at(c.signedAt); }},
          {{"closed", "结束"}, [](const Look& l, const Callout& c) { return c.closed ? l.at(c.closed->at) : ""; }}};
}

std::vector<Column<Call>> columns(const Call*) {
  return {{{"name", "姓名"}, [](const Look&, const Call& c) { return c.name; }},
          {{"post", "岗位"}, [](const Look&, const Call& c) { return c.post; }},
          {{"place", "村"}, [](const Look&, const Call& c) { return c.place; }},
          {{"town", "镇街"}, [](const Look&, const Call& c) { return c.town; }},
          {{"people", "人口"}, [](const Look&, const Call& c) { return std::to_string(c.peopleAtRisk); }},
          {{"reached", "叫应"}, [](const Look& l, const Call& c) { return l.word(textOf(c.stage())); }}};
}

std::vector<Column<Contact>> columns(const Contact*) {
  return {
      {{"place", "对象"}, [](const Look&, const Contact& c) { return c.who.name; }},
      {{"town", "镇街"}, [](const Look&, const Contact& c) { return c.town; }},
      {{"people", "人口"}, [](const Look&, const Contact& c) { return std::to_string(c.peopleAtRisk); }},
      {{"last heard of", "最近联系"}, [](const Look& l, const Contact& c) { return c.last ? l.at(c.last->at) : ""; }},
      {{"by", "方式"}, [](const Look&, const Contact& c) { return c.channel; }}};
}

std::vector<Column<Consultation>> columns(const Consultation*) {
  return {{{"title", "标题"}, [](const Look&, const Consultation& c) { return c.title; }},
          {{"at", "时间"}, [](const Look& l, const Consultation& c) { return l.at(c.at); }},
          {{"conclusions", "结论"}, [](const Look&, const Consultation& c) {
             std::string out;
             for (const std::string& line : c.conclusions) out += (out.empty() ? "" : "; ") + line;
             return out;
           }}};
}

std::vector<Column<DutyReport>> columns(const DutyReport*) {
  return {
      {{"title", "标题"}, [](const Look&, const DutyReport& r) { return r.title; }},
      {{"form", "形式"}, [](const Look& l, const DutyReport& r) { return l.word(textOf(r.form)); }},
      {{"drafted", "拟稿"}, [](const Look& l, const DutyReport& r) { return l.at(r.drafted.at); }},
      {{"reviewed", "审核"}, [](const Look& l, const DutyReport& r) { return r.reviewed ? l.at(r.reviewed->at) : ""; }},
      {{"signed", "签发"}, [](const Look& l, const DutyReport& r) { return r.signed_ ? l.at(r.signed_->at) : ""; }},
      {{"sent to", "报送"}, [](const Look& l, const DutyReport& r) {
         std::string out = r.withdrawn ? l.word({"withdrawn", "已作废"}) : "";
         for (const ReportRecipient& one : r.recipients)
           if (one.sent) out += (out.empty() ? "" : ", ") + one.name + (one.received ? " ✓" : "");
         return out;
       }}};
}

// Never the words: those are read with "directive list --restricted".
std::vector<Column<Directive>> columns(const Directive*) {
  return {
      {{"id", "标识"}, [](const Look&, const Directive& d) { return d.id.text(); }},
      {{"at", "时间"}, [](const Look& l, const Directive& d) { return l.at(d.at); }},
      {{"answered", "回报"}, [](const Look& l, const Directive& d) { return d.answered ? l.at(d.answered->at) : ""; }}};
}

std::vector<Column<Household>> columns(const Household*) {
  return {
      {{"id", "标识"}, [](const Look&, const Household& h) { return h.key.empty() ? h.id.text() : h.key; }},
      {{"village", "村"}, [](const Look&, const Household& h) { return h.village; }},
      {{"town", "镇街"}, [](const Look&, const Household& h) { return h.town; }},
      {{"persons", "人数"}, [](const Look&, const Household& h) { return std::to_string(h.persons); }},
      {{"state", "状态"}, [](const Look& l, const Household& h) { return l.word(textOf(h.state)); }},
      {{"left", "出户"}, [](const Look& l, const Household& h) { return h.left ? l.at(h.left->at) : ""; }},
      {{"junction", "路口"}, [](const Look& l, const Household& h) { return h.passed ? l.at(h.passed->at) : ""; }},
      {{"arrived", "到达"}, [](const Look& l, const Household& h) { return h.arrived ? l.at(h.arrived->at) : ""; }}};
}

std::vector<Column<RoadClosure>> columns(const RoadClosure*) {
  const auto when = [](const Look& l, const RoadClosure& c) {
    std::string out;
    for (const ClosedSpan& span : c.spans)
      out += (out.empty() ? "" : ", ") + l.at(span.from) + " – " + (span.to ? l.at(*span.to) : "");
    return out;
  };
  return {{{"name", "名称"}, [](const Look&, const RoadClosure& c) { return c.name; }},
          {{"id", "标识"}, [](const Look&, const RoadClosure& c) { return c.id.text(); }},
          {{"closed", "封闭时段"}, when},
          {{"because", "原因"}, [](const Look&, const RoadClosure& c) { return c.words; }},
          {{"source", "来源"}, [](const Look& l, const RoadClosure& c) { return l.word(textOf(c.source)); }},
          {{"opened", "解除"}, [](const Look&, const RoadClosure& c) { return c.openedBecause; }}};
}

std::vector<Column<Sensor>> columns(const Sensor*) {
  return {{{"name", "名称"}, [](const Look&, const Sensor& one) { return one.name; }},
          {{"kind", "类型"},
           [](const Look& l, const Sensor& one) { return l.word(textOf(Vocabulary::sensorKind, one.kind)); }},
          {{"town", "镇街"}, [](const Look&, const Sensor& one) { return one.town; }},
          {{"series", "读数序列"}, [](const Look&, const Sensor& one) { return one.series; }},
          {{"thresholds", "阈值"},
           [](const Look& l, const Sensor& one) {
             std::string out;
             for (const Threshold& threshold : one.thresholds)
               out += (out.empty() ? "" : "; ") + l.word(inWords(threshold, one.unit));
             return out;
           }},
          {{"position", "位置"}, [](const Look& l, const Sensor& one) { return l.where(one.location); }}};
}

std::vector<Column<Conflict>> columns(const Conflict*) {
  return {{{"id", "标识"}, [](const Look&, const Conflict& c) { return c.id.text(); }},
          {{"what", "矛盾"}, [](const Look& l, const Conflict& c) { return l.word(textOf(c.kind)); }},
          {{"about", "对象"}, [](const Look& l, const Conflict& c) { return l.word(textOf(c.subjectKind)); }},
          {{"detail", "详情"}, [](const Look&, const Conflict& c) { return c.detail; }},
          {{"at", "时间"}, [](const Look& l, const Conflict& c) { return l.at(c.at); }},
          {{"resolved", "处理"}, [](const Look&, const Conflict& c) { return c.resolution; }}};
}

struct WithoutRestricted {
  Json& out;
  template <class T>
  void operator()(const char* name, const T& value, Shown shown = Shown::everywhere) {
    if (shown == Shown::everywhere && !codec::leftOut(value)) out[name] = codec::write(value);
  }
};

template <class Entity>
void show(const Session& session, const Situation& s, bool restricted) {
  if (session.console.json) {
    Json list = Json::array();
    s.all<Entity>().forEach([&](const Uuid&, const Entity& entity) {
      Json one = Json::object();
      WithoutRestricted open{one};
      if (restricted)
        one = encode(entity);
      else
        Entity::describe(entity, open);
      list.push_back(std::move(one));
    });
    session.console.line(canonical(list));
    return;
  }
  const Look look{s, zoneOf(s), session.console.language};
  const auto wanted = columns(static_cast<const Entity*>(nullptr));
  std::vector<std::string> header;
  for (const auto& column : wanted) header.push_back(session.console.say(column.header));
  TextTable table(header);
  s.all<Entity>().forEach([&](const Uuid&, const Entity& entity) {
    std::vector<std::string> row;
    for (const auto& column : wanted) row.push_back(column.cell(look, entity));
    table.add(std::move(row));
  });
  if (table.empty()) {
    const auto& kind = nameOf(kindOf<Entity>);
    session.console.line(session.console.say(
        {"this station has no " + std::string(kind.en) + " yet", "本站尚无" + std::string(kind.zh)}));
    return;
  }
  std::cout << table.text();
}

// "teams", "risk-zones", "险村" …: people write plurals, hyphens and Chinese.
std::optional<Kind> kindFrom(std::string written) {
  for (const auto& name : namesOf<Kind>) {
    std::string hyphened;
    for (const char c : name.code) {
      if (c >= 'A' && c <= 'Z')
        hyphened += '-', hyphened += static_cast<char>(c - 'A' + 'a');
      else
        hyphened += c;
    }
    const std::string plural =
        hyphened.ends_with('y') ? hyphened.substr(0, hyphened.size() - 1) + "ies" : hyphened + "s";
    if (written == name.code || written == hyphened || written == plural || written == name.zh) return name.value;
  }
  return std::nullopt;
}

struct ShowOptions {
  std::string kind, at;
  bool byHere = false;
  bool restricted = false;
  bool whole = false;
};

// The situation that is asked for: now, or a moment.
Result<Situation> lookBack(Session& session, const ShowOptions& o) {
  auto station = session.open(true);
  if (!station) return failure(station.error());
  if (o.at.empty()) return (*station)->situation();
  const auto moment = momentFrom(o.at, (*station)->timeZone(), systemNow());
  if (!moment) return failure(moment.error());
  return (*station)->at(*moment, o.byHere ? Knowledge::atThisSeat : Knowledge::truth);
}

void addWhen(CLI::App* command, ShowOptions& o, const Session& session) {
  command->add_option("--at", o.at,
                      told(session, "the moment to look back to: 21:40, -2h, 2026-07-20 21:40",
                           "回看时刻：21:40、-2h、2026-07-20 21:40"));
  command->add_flag(
      "--known-by-here", o.byHere,
      told(session, "what this seat knew then, not what is known today", "按本席位当时所知（而非今日所知）"));
}

}  // namespace

Result<Kind> kindNamed(const std::string& written) {
  if (const auto kind = kindFrom(written)) return *kind;
  return failure(ErrorCode::invalid, {"\"" + written + "\" is no kind of thing", "没有“" + written + "”这类对象"},
                 {"choose from: " + choicesOf<Kind>(Language::english), "可选：" + choicesOf<Kind>(Language::chinese)});
}

void addShowCommands(CLI::App& app, Session& session) {
  auto o = std::make_shared<ShowOptions>();
  auto* showing =
      app.add_subcommand("show", told(session, "what there is, now or at a moment", "查看对象（当前或某一时刻）"));
  showing->add_option("KIND", o->kind, choicesOf<Kind>(session.console.language))->required();
  showing->add_flag("--restricted", o->restricted,
                    told(session, "with telephones (JSON only)", "包含电话等受限内容（仅 JSON）"));
  addWhen(showing, *o, session);
  showing->callback([o, &session] {
    const auto kind = kindNamed(o->kind);
    if (!kind) return session.console.refuse(kind.error());
    const auto situation = lookBack(session, *o);
    if (!situation) return session.console.refuse(situation.error());
    forKind(*kind, [&]<class Entity>() { show<Entity>(session, *situation, o->restricted); });
  });

  auto r = std::make_shared<ShowOptions>();
  auto* replay = app.add_subcommand(
      "replay",
      told(session, "the whole situation at a moment, in numbers, with its hash", "回放到某一时刻的总体态势"));
  addWhen(replay, *r, session);
  replay->add_flag("--whole", r->whole, told(session, "everything about everything, as JSON", "输出完整态势（JSON）"));
  replay->callback([r, &session] {
    const auto situation = lookBack(session, *r);
    if (!situation) return session.console.refuse(situation.error());
    if (r->whole) return session.console.line(canonical(situationToJson(*situation)));
    Json json{{"events", situation->eventCount}, {"hash", hex(hashOf(*situation))}};
    Text line{std::to_string(situation->eventCount) + " entries", std::to_string(situation->eventCount) + " 条记录"};
    forEachKind([&]<class Entity>() {
      const auto size = situation->all<Entity>().size();
      const auto& kind = nameOf(kindOf<Entity>);
      json[std::string(kind.code)] = size;
      if (size == 0) return;
      line.en += " · " + std::to_string(size) + " " + std::string(kind.en);
      line.zh += " · " + std::string(kind.zh) + " " + std::to_string(size);
    });
    const std::string hash = hex(hashOf(*situation));
    session.console.report({line.en + "\nhash " + hash, line.zh + "\n散列 " + hash}, json);
  });
}

}  // namespace fengsui
