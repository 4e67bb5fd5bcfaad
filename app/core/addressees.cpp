// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/addressees.h"

#include "core/titleof.h"

namespace fengsui {
namespace {

template <class Entity>
void exactly(const Situation& s, AddresseeKind kind, const std::string& name, std::vector<Addressee>& found) {
  s.all<Entity>().forEach([&](const Uuid& id, const Entity& entity) {
    if (titleOf(entity) == name) found.push_back({kind, id, name, {}});
  });
}

}  // namespace

Result<Addressee> addresseeNamed(const Situation& s, const std::string& name) {
  if (name.empty())
    return failure(ErrorCode::invalid, {"say whom it is for", "须写明受令方"},
                   {"write a post, a team, a place or an organisation", "写岗位、队伍、地方或单位"});
  std::vector<Addressee> found;
  exactly<Post>(s, AddresseeKind::post, name, found);
  exactly<Team>(s, AddresseeKind::team, name, found);
  exactly<Place>(s, AddresseeKind::place, name, found);
  if (found.size() > 1)
    return failure(ErrorCode::ambiguous, {"\"" + name + "\" could be several", "“" + name + "”不唯一"},
                   {"write its kind before it: post:, team: or place:", "请在前面写明 post:、team: 或 place:"});
  if (found.size() == 1) return found.front();
  return Addressee{AddresseeKind::organisation, {}, name, {}};
}

}  // namespace fengsui
