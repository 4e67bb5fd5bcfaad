// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/calllist.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "gis/celltext.h"
#include "gis/cellvalues.h"
#include "gis/table.h"

namespace fengsui {
namespace {

Call newCall() {
  Call call;
  call.id.uuid = Uuid::v7(systemNow());
  return call;
}

std::string attribute(const Attributes& attributes, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const auto at = attributes.find(name); at != attributes.end()) return at->second;
  return {};
}

std::int64_t peopleIn(std::string_view text) {
  const auto number = numberIn(text);
  return number && *number > 0 && *number < 1e9 ? static_cast<std::int64_t>(*number) : 0;
}

/// The cells of a row by what their columns are called.
class Cells {
 public:
  Cells(const Table& table, const Row& row) : table_(table), row_(row) {}
  [[nodiscard]] std::string of(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
      for (std::size_t i = 0; i < table_.columns.size(); ++i)
        if (compact(table_.columns[i].name) == compact(name)) return std::string(trimmed(row_.cells[i]));
    return {};
  }

 private:
  const Table& table_;
  const Row& row_;
};

}  // namespace

std::vector<Call> callsOfPersons(const Situation& s, const std::string& organisation) {
  std::vector<Call> calls;
  s.persons.forEach([&](const Uuid&, const Person& person) {
    if (!organisation.empty() && person.organisation.find(organisation) == std::string::npos) return;
    Call call = newCall();
    call.person = person.id;
    call.name = person.name;
    call.post = person.title;
    call.place = person.organisation;
    call.town = attribute(person.attributes, {"town", "镇街", "所属镇街", "乡镇"});
    if (const auto village = attribute(person.attributes, {"village", "村", "行政村"}); !village.empty())
      call.place = village;
    call.peopleAtRisk = peopleIn(attribute(person.attributes, {"peopleAtRisk", "受威胁人数", "受威胁人口", "人口"}));
    call.phones = person.phones;
    calls.push_back(std::move(call));
  });
  return calls;
}

std::vector<Call> callsOfPosts(const Situation& s, const std::string& organisation) {
  std::vector<Call> calls;
  s.posts.forEach([&](const Uuid&, const Post& post) {
    if (!organisation.empty() && post.organisation.find(organisation) == std::string::npos) return;
    Call call = newCall();
    call.post = post.name;
    call.place = post.organisation;
    call.role = "A";
    const Person* onDuty = post.onDuty ? s.find(post.onDuty->person) : nullptr;
    if (onDuty) {
      call.person = onDuty->id;
      call.name = onDuty->name;
      call.phones = onDuty->phones;
    }
    for (const Responsible& holder : post.holders) {
      if (holder.role == "B") {
        call.substitute = holder;
      } else if (call.name.empty()) {
        call.name = holder.name;
        call.phones = holder.phones;
      }
    }
    if (call.name.empty()) call.name = post.name;
    calls.push_back(std::move(call));
  });
  return calls;
}

std::vector<Call> callsOfZones(const Situation& s, const std::vector<std::string>& towns) {
  std::vector<Call> calls;
  s.riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
    if (!towns.empty() && std::find(towns.begin(), towns.end(), zone.town) == towns.end()) return;
    std::optional<Call> call;
    for (const Responsible& one : zone.responsible) {
      if (one.name.empty()) continue;
      if (call) {
        if (!call->substitute) call->substitute = one;
        continue;
      }
      call = newCall();
      call->name = one.name;
      call->post = one.title;
      call->role = one.role;
      call->phones = one.phones;
      call->place = zone.name;
      call->town = zone.town;
      call->peopleAtRisk = zone.population.value_or(0);
    }
    if (call) calls.push_back(std::move(*call));
  });
  return calls;
}

Result<std::vector<Call>> callsInTable(const std::string& file) {
  const auto table = readTable(file);
  if (!table) return failure(table.error());
  std::vector<Call> calls;
  for (const Row& row : table->rows) {
    const Cells cells(*table, row);
    Call call = newCall();
    call.name = cells.of({"姓名", "责任人", "A角", "A角姓名", "联系人", "name"});
    const auto fault = [&](const char* en, const char* zh, const std::string& value) {
      return failure(Error{ErrorCode::invalid, {en, zh}, {}, {file, row.number, 0, {}, value}});
    };
    if (call.name.empty()) return fault("whoever is to be called needs a name", "叫应对象须有姓名", {});
    call.post = cells.of({"岗位", "职务", "身份", "post", "title"});
    call.role = cells.of({"角色", "AB角", "role"});
    call.place = cells.of({"村", "村(社区)", "行政村", "村名", "责任区", "单位", "place", "village"});
    call.town = cells.of({"镇街", "所属镇街", "乡镇", "镇", "town"});
    const std::string people = cells.of({"受威胁人数", "受威胁人口", "人口", "人数", "people", "people at risk"});
    if (!people.empty() && !numberIn(people)) return fault("a number of people is wanted", "应为人数", people);
    call.peopleAtRisk = peopleIn(people);
    const std::string written = cells.of({"电话", "联系电话", "手机", "A角电话", "phone", "telephone"});
    if (!written.empty()) {
      const auto phones = phonesIn(written);
      if (!phones) return failure(phones.error().at({file, row.number, 0, {}, written}));
      call.phones = *phones;
    }
    if (const std::string other = cells.of({"B角", "B角姓名", "替补", "substitute"}); !other.empty()) {
      call.substitute = Responsible{"B", other, "", {}};
      const std::string theirs = cells.of({"B角电话", "替补电话", "substitute phone"});
      if (!theirs.empty()) {
        const auto phones = phonesIn(theirs);
        if (!phones) return failure(phones.error().at({file, row.number, 0, {}, theirs}));
        call.substitute->phones = *phones;
      }
    }
    calls.push_back(std::move(call));
  }
  return calls;
}

}  // namespace fengsui
