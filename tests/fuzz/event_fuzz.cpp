// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the payloads of events, of every type and version, and the fold over them.
//
// A line is an event: TYPE VERSION UNDOES OCCURRED PAYLOAD. TYPE is a name or a number that stands for one, UNDOES the
// number of a line or 0.
#include <charconv>
#include <random>

#include "core/derive.h"
#include "core/eventcodec.h"
#include "core/fold.h"
#include "fuzz/fuzzing.h"

using namespace fengsui;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maxSize);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize,
                                               unsigned seed);

namespace {

template <class... Bodies>
std::vector<std::string> namesOfTypes(const std::variant<Bodies...>*) {
  return {typeOf(EventBody(Bodies{}))...};
}

const std::vector<std::string>& typeNames() {
  static const auto names = namesOfTypes(static_cast<const EventVariant*>(nullptr));
  return names;
}

std::int64_t numberIn(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

struct EventLine {
  std::string_view type, version, undoes, occurred, payload;

  static EventLine of(std::string_view line) {
    EventLine parts;
    for (std::string_view* part : {&parts.type, &parts.version, &parts.undoes, &parts.occurred}) {
      const auto end = std::min(line.find(' '), line.size());
      *part = line.substr(0, end);
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    parts.payload = line;
    return parts;
  }
  [[nodiscard]] std::string typeName() const {
    if (type.empty() || type[0] < '0' || type[0] > '9') return std::string(type);
    return typeNames()[static_cast<std::uint64_t>(numberIn(type)) % typeNames().size()];
  }
};

EventRef refOf(std::int64_t line) {
  EventRef ref;
  ref.origin.bytes[0] = static_cast<std::uint8_t>(line % 2);
  ref.sequence = static_cast<std::uint64_t>(line);
  return ref;
}

Event eventOf(const EventLine& line, std::int64_t number) {
  Event event;
  event.header.ref = refOf(number);
  event.header.hlc = static_cast<std::uint64_t>(number) << 16;
  event.header.occurred = {numberIn(line.occurred)};
  event.header.actor = "值班长";
  if (const auto undoes = numberIn(line.undoes); undoes > 0) event.header.undoes = refOf(undoes);
  event.body = decodeBody(line.typeName(), static_cast<int>(numberIn(line.version)), line.payload);
  return event;
}

bool isRead(const EventBody& body) {
  const auto& what = static_cast<const EventVariant&>(body);
  return !std::holds_alternative<UnreadableEvent>(what) && !std::holds_alternative<AbsentEvent>(what);
}

// Every scalar of a JSON value, in order.
void scalarsOf(Json& json, std::vector<Json*>& out) {
  if (json.is_structured()) {
    for (Json& inner : json) scalarsOf(inner, out);
  } else {
    out.push_back(&json);
  }
}

// Bytes alone rarely make one id stand in two payloads; this exchanges values and lines.
std::string rearranged(const std::string& text, std::mt19937& random) {
  auto lines = fuzz::partsOf(text, '\n');
  const auto pick = [&](std::size_t size) { return static_cast<std::size_t>(random()) % size; };
  const std::size_t to = pick(lines.size());
  const std::size_t from = pick(lines.size());
  std::string changed;
  switch (pick(5)) {
    case 0:
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(to), lines[from]);
      break;
    case 1:
      std::swap(lines[to], lines[from]);
      break;
    default: {
      const EventLine line = EventLine::of(lines[to]);
      auto into = parseJson(line.payload);
      auto source = parseJson(EventLine::of(lines[from]).payload);
      if (!into || !source) return text;
      std::vector<Json*> targets, values;
      scalarsOf(*into, targets);
      scalarsOf(*source, values);
      if (targets.empty() || values.empty()) return text;
      Json& target = *targets[pick(targets.size())];
      switch (pick(4)) {
        case 0:
          target = Json::array(
              {INT64_MAX, INT64_MIN, -1, 0, INT32_MAX, UINT64_MAX, "", nullptr, true, Json::object()})[pick(10)];
          break;
        default:
          target = *values[pick(values.size())];
      }
      changed = std::string(lines[to].substr(0, lines[to].size() - line.payload.size())) + canonical(*into);
      lines[to] = changed;
    }
  }
  std::string out;
  for (const auto line : lines) (out += line) += '\n';
  out.pop_back();
  return out;
}

}  // namespace

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned seed) {
  std::mt19937 random(seed);
  if (random() % 2) return LLVMFuzzerMutate(data, size, maxSize);
  const std::string text = rearranged(std::string(fuzz::textOf(data, size)), random);
  if (text.size() > maxSize) return LLVMFuzzerMutate(data, size, maxSize);
  std::copy(text.begin(), text.end(), data);
  return text.size();
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Situation situation;
  std::int64_t number = 0;
  for (const auto text : fuzz::partsOf(fuzz::textOf(data, size), '\n')) {
    const Event event = eventOf(EventLine::of(text), ++number);
    if (isRead(event.body)) {
      const StoredBody stored = encodeBody(event.body);
      const auto again = encodeBody(decodeBody(stored.type, stored.version, stored.payload));
      fuzz::require(again.type == stored.type && again.payload == stored.payload, "a body has one stored form");
    }
    fold(situation, event);
  }
  fuzz::require(situation.eventCount == static_cast<std::uint64_t>(number), "every event is folded");
  const auto again = unpackSituation(packSituation(situation));
  fuzz::require(again && hashOf(*again) == hashOf(situation), "a snapshot holds the situation exactly");
  (void)overviewOf(situation, {1784500000000});
  return 0;
}
