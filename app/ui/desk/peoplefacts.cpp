// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/peoplefacts.h"

#include <algorithm>
#include <cmath>

#include "ui/canvas/notations.h"
#include "ui/look/language.h"
#include "ui/look/wording.h"

namespace fengsui {
namespace {

const QString kDot = QStringLiteral(" · ");

void add(Facts& facts, const QString& label, const QString& value, const QString& note = {}) {
  if (!value.isEmpty()) facts.lines.push_back({label, value, note});
}

QString phonesOf(const std::vector<std::string>& phones) {
  QStringList all;
  for (const std::string& phone : phones) all << qs(phone);
  return all.join(u'\n');
}

void attributes(Facts& facts, const Attributes& more) {
  for (const auto& [name, value] : more) add(facts, qs(name), qs(value));
}

// What is near comes first: measured on a plane, which is enough to put thousands in order; what is shown is geodesic.
template <class Entity, class Where>
std::vector<const Entity*> nearest(const Situation& s, Position from, std::size_t most, const Where& where) {
  const double east = std::cos(from.latDeg() * M_PI / 180);
  std::vector<std::pair<double, const Entity*>> all;
  s.all<Entity>().forEach([&](const Uuid&, const Entity& entity) {
    const std::optional<Position> at = where(entity);
    if (!at) return;
    const double x = (at->lonDeg() - from.lonDeg()) * east;
    const double y = at->latDeg() - from.latDeg();
    all.emplace_back(x * x + y * y, &entity);
  });
  most = std::min(most, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most), all.end());
  std::vector<const Entity*> found;
  for (std::size_t i = 0; i < most; ++i) found.push_back(all[i].second);
  return found;
}

}  // namespace

std::vector<const Post*> postsHeldBy(const Situation& s, Id<Person> person) {
  std::vector<const Post*> posts;
  s.posts.forEach([&](const Uuid&, const Post& post) {
    if (post.onDuty && post.onDuty->person == person) posts.push_back(&post);
  });
  return posts;
}

Facts PeopleFacts::of(const Situation& s, const Person& person, Instant now, const TimeZone& zone) {
  Facts facts;
  facts.name = qs(person.name);
  facts.what = shown(textOf(Kind::person));
  if (!person.title.empty()) facts.what += kDot + qs(person.title);
  const auto posts = postsHeldBy(s, person.id);
  facts.state = posts.empty() ? tr("not on duty") : tr("on duty");
  for (const Post* post : posts)
    add(facts, tr("On duty"), qs(post->name),
        tr("since %1 (%2)")
            .arg(Wording::moment(post->onDuty->since, now, zone), Wording::age(now.ms - post->onDuty->since.ms)));
  add(facts, tr("Organisation"), qs(person.organisation));
  add(facts, tr("Telephone"), phonesOf(person.phones));
  attributes(facts, person.attributes);
  return facts;
}

Facts PeopleFacts::of(const Situation& s, const Post& post, Instant now, const TimeZone& zone) {
  Facts facts;
  facts.name = qs(post.name);
  facts.what = shown(textOf(Kind::post));
  if (!post.organisation.empty()) facts.what += kDot + qs(post.organisation);
  facts.state = post.onDuty ? tr("manned") : tr("nobody on duty");
  if (post.onDuty) {
    const Person* person = s.find(post.onDuty->person);
    add(facts, tr("On duty"), person ? qs(person->name) : tr("somebody who is not registered any more"),
        tr("since %1 (%2)")
            .arg(Wording::moment(post.onDuty->since, now, zone), Wording::age(now.ms - post.onDuty->since.ms)));
    if (person) {
      add(facts, tr("Telephone"), phonesOf(person->phones));
      add(facts, tr("Organisation"), qs(person->organisation));
    }
  }
  for (const Responsible& holder : post.holders) {
    const QString title = qs(holder.title);
    add(facts, holder.role.empty() ? tr("Holder") : tr("Holder %1").arg(qs(holder.role)),
        title.isEmpty() ? qs(holder.name) : qs(holder.name) + kDot + title,
        phonesOf(holder.phones).replace(u'\n', QStringLiteral(", ")));
  }
  attributes(facts, post.attributes);
  return facts;
}

Facts PlaceFacts::of(const Situation& s, const Place& place) {
  constexpr std::size_t kNear = 3;
  Facts facts;
  facts.name = qs(place.name);
  facts.what = shown(textOf(Vocabulary::placeKind, place.kind));
  if (!place.town.empty() && place.town != place.name) facts.what += kDot + qs(place.town);
  if (place.population) add(facts, tr("Population"), Wording::count(*place.population));
  add(facts, tr("Division code"), qs(place.code));
  attributes(facts, place.attributes);
  if (!place.location) {
    add(facts, tr("Position"), tr("not known: not on the map"));
    return facts;
  }
  const Position here = *place.location;
  for (const Notation& notation : notationsOf(here)) {
    if (notation.kind == Notation::Kind::decimal) add(facts, tr("Position"), notation.text);
    if (notation.kind == Notation::Kind::gcj02) add(facts, QStringLiteral("GCJ-02"), notation.text);
  }
  const auto near = [&](const QString& label, const auto& found, const auto& where, const auto& state) {
    QStringList lines;
    for (const auto* each : found)
      lines << qs(each->name) + kDot + Wording::distance(distanceM(here, *where(*each))) + state(*each);
    add(facts, label, lines.join(u'\n'));
  };
  const auto ofTeam = [](const Team& team) { return team.position(); };
  const auto located = [](const auto& entity) { return entity.location; };
  near(tr("Nearest teams"), nearest<Team>(s, here, kNear, ofTeam), ofTeam,
       [](const Team& team) { return kDot + inSentence(textOf(team.status)); });
  near(tr("Nearest shelters"), nearest<Shelter>(s, here, kNear, located), located,
       [](const Shelter& shelter) { return kDot + inSentence(textOf(shelter.status)); });
  near(tr("Nearest depots"), nearest<Depot>(s, here, kNear, located), located, [](const Depot&) { return QString(); });
  return facts;
}

}  // namespace fengsui
