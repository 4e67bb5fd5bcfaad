// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roles.h"

#include <algorithm>

#include "core/deciderules.h"

namespace fengsui {
namespace {

// "张三（值班长）", "值班长 / 张三", "值班长 张三": the names in it.
std::vector<std::string_view> namesIn(std::string_view actor) {
  static constexpr std::array<std::string_view, 9> kBetween{"（", "）", "/", "(", ")", "·", " ", ",", "，"};
  std::vector<std::string_view> names{actor};
  std::size_t from = 0;
  for (std::size_t at = 0; at <= actor.size();) {
    std::size_t gap = 0;
    for (const auto between : kBetween)
      if (actor.substr(at).starts_with(between)) gap = between.size();
    if (gap == 0 && at < actor.size()) {
      ++at;
      continue;
    }
    if (at > from) names.push_back(actor.substr(from, at - from));
    if (at == actor.size()) break;
    from = at += gap;
  }
  return names;
}

bool heldBy(const Situation& s, const Post& post, std::string_view name) {
  if (name.empty()) return false;
  if (post.name == name) return true;
  if (post.onDuty)
    if (const Person* person = s.find(post.onDuty->person); person && person->name == name) return true;
  return std::any_of(post.holders.begin(), post.holders.end(),
                     [&](const Responsible& one) { return one.name == name; });
}

}  // namespace

std::vector<const Post*> postsOf(const Situation& s, std::string_view actor) {
  const auto names = namesIn(actor);
  std::vector<const Post*> posts;
  s.posts.forEach([&](const Uuid&, const Post& post) {
    if (std::any_of(names.begin(), names.end(), [&](std::string_view name) { return heldBy(s, post, name); }))
      posts.push_back(&post);
  });
  return posts;
}

std::set<Role> rolesOf(const Situation& s, std::string_view actor) {
  std::set<Role> roles;
  for (const Post* post : postsOf(s, actor))
    if (post->role) roles.insert(*post->role);
  return roles;
}

namespace deciderules {

Outcome mayOnly(const Situation& s, const DecisionContext& x, std::initializer_list<Role> roles, const Text& what) {
  constexpr std::size_t kNamed = 4;
  const auto rankOf = [&](Role role) { return std::find(roles.begin(), roles.end(), role) - roles.begin(); };
  std::vector<std::pair<std::ptrdiff_t, std::string>> posts;
  s.posts.forEach([&](const Uuid&, const Post& post) {
    if (post.role && rankOf(*post.role) < std::ssize(roles)) posts.emplace_back(rankOf(*post.role), post.name);
  });
  if (posts.empty()) return {};
  for (const Role role : rolesOf(s, x.actor))
    if (rankOf(role) < std::ssize(roles)) return {};
  // A district has a post in every town: those that the rule names first, and how many there are.
  std::stable_sort(posts.begin(), posts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Text who;
  for (std::size_t i = 0; i < std::min(posts.size(), kNamed); ++i) {
    who.en += (i ? ", " : "") + posts[i].second;
    who.zh += (i ? "、" : "") + posts[i].second;
  }
  if (posts.size() > kNamed) {
    who.en += " and " + std::to_string(posts.size() - kNamed) + " other posts";
    who.zh += "等 " + std::to_string(posts.size()) + " 个岗位";
  }
  return refuse(what.en + " is for " + who.en + ", not for \"" + x.actor + "\"",
                what.zh + "须由" + who.zh + "办理，“" + x.actor + "”无此权限",
                {"take over one of these posts first", "请先到岗接任其中一个岗位"});
}

}  // namespace deciderules
}  // namespace fengsui
