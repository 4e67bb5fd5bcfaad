// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ordertext.h"

#include <charconv>

#include "cli/choices.h"
#include "cli/lookup.h"
#include "core/addressees.h"

namespace fengsui {
namespace {

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t to = text.find(at); to != std::string::npos; to = text.find(at, from)) {
    parts.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  parts.push_back(text.substr(from));
  return parts;
}

std::optional<std::int64_t> whole(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

template <class Entity>
Result<Addressee> of(const Situation& s, AddresseeKind kind, const std::string& name) {
  const auto id = lookUp<Entity>(s, name);
  if (!id) return failure(id.error());
  return Addressee{kind, id->uuid, titleOf(*s.find(*id)), {}};
}

}  // namespace

Result<Addressee> addresseeFrom(const Situation& s, const std::string& written) {
  std::string name = written;
  std::optional<AddresseeKind> kind;
  if (const auto colon = written.find(':'); colon != std::string::npos)
    if ((kind = fromCode<AddresseeKind>(written.substr(0, colon)))) name = written.substr(colon + 1);
  std::string substitute;
  if (const auto slash = name.find('/'); slash != std::string::npos) {
    substitute = name.substr(slash + 1);
    name.resize(slash);
  }
  if (name.empty())
    return failure(ErrorCode::invalid, {"whom is it for: \"" + written + "\"", "受令方不明：“" + written + "”"},
                   {"write post:NAME, team:NAME, place:NAME, person:NAME or organisation:NAME",
                    "写 post:岗位、team:队伍、place:地方、person:人员 或 organisation:单位"});
  Result<Addressee> to = Addressee{AddresseeKind::organisation, {}, name, {}};
  if (kind == AddresseeKind::post) to = of<Post>(s, *kind, name);
  if (kind == AddresseeKind::team) to = of<Team>(s, *kind, name);
  if (kind == AddresseeKind::person) to = of<Person>(s, *kind, name);
  if (kind == AddresseeKind::place) to = of<Place>(s, *kind, name);
  if (!kind) to = addresseeNamed(s, name);
  if (to) to->substitute = substitute;
  return to;
}

Result<std::vector<Rung>> ladderFrom(const std::string& written) {
  std::vector<Rung> ladder;
  if (written.empty()) return ladder;
  for (const std::string& part : split(written, ',')) {
    const auto equals = part.find('=');
    const auto minutes = equals == std::string::npos ? std::nullopt : whole(part.substr(0, equals));
    if (!minutes || *minutes < 0 || equals + 1 >= part.size())
      return failure(ErrorCode::invalid,
                     {"not a rung of a ladder: \"" + part + "\"", "催办梯次写法有误：“" + part + "”"},
                     {"write minutes and whom: 2=B,4=town", "写分钟和对象：2=B,4=town"});
    std::string whom = part.substr(equals + 1);
    const bool forAnswer = whom.back() == '!';
    if (forAnswer) whom.pop_back();
    ladder.push_back({*minutes * 60'000, whom, forAnswer});
  }
  return ladder;
}

Result<AnswerValue> answerFrom(const std::string& written) {
  const auto equals = written.find('=');
  if (equals == std::string::npos || equals == 0)
    return failure(ErrorCode::invalid, {"not an answer: \"" + written + "\"", "反馈写法有误：“" + written + "”"},
                   {"write FIELD=VALUE, or FIELD=PART:COUNT,PART:COUNT", "写 字段=值，或 字段=分项:数,分项:数"});
  AnswerValue value{written.substr(0, equals), written.substr(equals + 1), {}};
  for (const std::string& part : split(value.text, ',')) {
    const auto colon = part.rfind(':');
    const auto count = colon == std::string::npos ? std::nullopt : whole(part.substr(colon + 1));
    if (!count) {
      value.counts.clear();
      break;
    }
    value.counts.push_back({part.substr(0, colon), *count});
  }
  if (!value.counts.empty()) value.text.clear();
  return value;
}

Result<AnswerField> fieldFrom(const std::string& written) {
  const auto parts = split(written, ':');
  AnswerField field{parts[0], parts[0], parts[0], AnswerType::text, {}, {}};
  if (parts.size() > 1) {
    const auto type = choose<AnswerType>(parts[1]);
    if (!type) return failure(type.error());
    field.type = *type;
  }
  if (parts.size() > 2) {
    if (field.type == AnswerType::number)
      field.unit = parts[2];
    else
      field.of = split(parts[2], ',');
  }
  return field;
}

}  // namespace fengsui
