// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide.h"

#include "core/decideregistry.h"

namespace fengsui {
namespace deciderules {

Decision decideOn(const Situation& s, const TakeDuty& c, const DecisionContext&) {
  const auto post = known(s, c.post);
  if (!post) return failure(post.error());
  if (const auto person = known(s, c.person); !person) return failure(person.error());
  if ((*post)->onDuty && (*post)->onDuty->person == c.person)
    return refuse("this person is on duty there already", "此人已在岗");
  return one(DutyTaken{c.post, c.person, (*post)->onDuty});
}

Decision decideOn(const Situation& s, const LeaveDuty& c, const DecisionContext&) {
  const auto post = known(s, c.post);
  if (!post) return failure(post.error());
  if (!(*post)->onDuty) return refuse("nobody is on duty there", "该岗位无人在岗");
  return one(DutyLeft{c.post, (*post)->onDuty});
}

Decision decideOn(const Situation& s, const ResolveConflict& c, const DecisionContext&) {
  const Conflict* conflict = s.conflicts.find(c.conflict);
  if (!conflict) return failure(ErrorCode::notFound, {"there is no such conflict", "没有这个矛盾"});
  if (conflict->resolvedAt) return refuse("this conflict is resolved already", "该矛盾已处理");
  if (c.resolution.empty()) return refuse("say what holds", "须写明以何为准");
  return one(ConflictResolved{c.conflict, c.resolution});
}

}  // namespace deciderules

Result<std::vector<DecidedEvent>> decide(const Situation& situation, const Command& command,
                                         const DecisionContext& context) {
  return std::visit([&](const auto& what) { return deciderules::decideOn(situation, what, context); },
                    static_cast<const CommandVariant&>(command));
}

}  // namespace fengsui
