// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/conformance/checks.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <future>
#include <sstream>
#include <thread>

#include "support/child.h"

namespace fengsui::conformance {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

std::string bytesOf(const fs::path& file) {
  std::ostringstream all;
  all << std::ifstream(file, std::ios::binary).rdbuf();
  return all.str();
}

std::map<std::string, std::string> everything(const fs::path& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) out[fs::relative(entry.path(), folder).string()] = bytesOf(entry.path());
  return out;
}

Complaints differences(const std::map<std::string, std::string>& one, const std::map<std::string, std::string>& other,
                       const std::string& between) {
  Complaints out;
  for (const auto& [name, bytes] : one) {
    const auto found = other.find(name);
    if (found == other.end())
      out.push_back(between + ": " + name + " is missing in one");
    else if (found->second != bytes)
      out.push_back(between + ": " + name + " differs");
  }
  for (const auto& [name, bytes] : other)
    if (!one.contains(name)) out.push_back(between + ": " + name + " is missing in one");
  return out;
}

void add(Complaints& to, Complaints more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// A refusal as a person reads it, or why it is none.
Complaints badSentence(const Error& error, const std::string& about) {
  Complaints out;
  const std::string words = error.sentence(Language::english);
  if (error.message.en.empty() || error.message.zh.empty()) out.push_back(about + ": no words in one of the languages");
  if (std::count(words.begin(), words.end(), '\n') > 1) out.push_back(about + ": more than a sentence: " + words);
  return out;
}

void takeOut(Json& json, const std::string& name) {
  if (json.is_object()) json.erase(name);
  for (auto& part : json)
    if (part.is_structured()) takeOut(part, name);
}

}  // namespace

std::map<std::string, std::string> leftIn(const fs::path& folder, const Subject& subject) {
  auto out = everything(folder);
  for (const char* name : {"forecast.json", "summary.json"}) {
    const auto said = out.find(name);
    if (said == out.end()) continue;
    std::string text = said->second;
    // The results may say where they lie.
    for (auto at = text.find(folder.string()); at != std::string::npos; at = text.find(folder.string(), at))
      text.replace(at, folder.string().size(), "{out}");
    Json json = Json::parse(text, nullptr, false);
    for (const Json& varies : subject.about().value("varies", Json::array())) takeOut(json, varies.get<std::string>());
    said->second = json.dump(1);
  }
  return out;
}

Complaints ofSettings(const Subject& subject) {
  Complaints out;
  const auto table = subject.module().settings();
  const auto standard = SettingValues::from(table, nullptr, {});
  if (!standard) return {"the standard values are not accepted: " + standard.error().sentence(Language::english)};
  const Json schema = schemaOf(table);
  std::set<std::string> names;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const std::string name(table[i].name);
    if (!names.insert(name).second) out.push_back(name + " is there twice");
    if (table[i].en.empty() || table[i].zh.empty()) out.push_back(name + " has no help in one of the languages");
    if (!table[i].standard.empty())
      if (const auto said = SettingValues::from(table, Json{{name, table[i].standard}}, {}); !said)
        out.push_back(name + " does not accept its own standard: " + said.error().sentence(Language::english));
    if (table[i].form == Setting::Form::number || table[i].form == Setting::Form::integer)
      for (const double edge : {table[i].least, table[i].most})
        if (!SettingValues::from(table, Json{{name, edge}}, {}))
          out.push_back(name + " does not accept the edge of its own range: " + std::to_string(edge));
    if (schema[i]["name"] != name || !schema[i].contains("form") || !schema[i].contains("help"))
      out.push_back(name + " is not told in the schema");
    std::string misspelt = name;
    misspelt.insert(misspelt.size() / 2, "x");
    const auto nearest = SettingValues::from(table, Json{{misspelt, "1"}}, {});
    if (nearest || nearest.error().remedy.en.find(name) == std::string::npos)
      out.push_back(misspelt + " is not refused with " + name + " as the nearest");
  }
  for (const Json& file : {standard->json(), subject.scenario()}) {
    const auto once = SettingValues::from(table, file, {});
    if (!once) {
      out.push_back("the scenario is not accepted: " + once.error().sentence(Language::english));
      continue;
    }
    const auto again = SettingValues::from(table, Json::parse(once->json().dump()), {});
    if (!again || again->json() != once->json()) out.push_back("settings do not come back from JSON as they went in");
  }
  return out;
}

Complaints ofCancellation(const Subject& subject) {
  Complaints out;
  const Json lasting = subject.about().value("long", Json::object());
  // At once, when the first progress is told, and in the midst of it. The machine may be busy: the best of three
  // counts.
  for (const int afterMs : {-1, 0, 400}) {
    milliseconds best = milliseconds::max();
    for (int attempt = 0; attempt < 3 && best > milliseconds(200); ++attempt) {
      const fs::path folder = subject.place("stopped-" + std::to_string(afterMs) + "-" + std::to_string(attempt));
      const auto request = subject.request(folder, lasting);
      if (!request) return {"the long scenario is refused: " + request.error().sentence(Language::english)};
      std::stop_source stop;
      std::promise<void> begun;
      std::atomic<bool> told = false;
      const TellProgress tell = [&](const RunProgress& progress) {
        if (progress.share > 0 && !told.exchange(true)) begun.set_value();
      };
      if (afterMs < 0) stop.request_stop();
      auto result =
          std::async(std::launch::async, [&] { return runModel(subject.module(), *request, stop.get_token(), tell); });
      if (afterMs >= 0) {
        if (begun.get_future().wait_for(std::chrono::seconds(60)) != std::future_status::ready)
          out.push_back("a long run tells no progress for a minute");
        std::this_thread::sleep_for(milliseconds(afterMs));
        stop.request_stop();
      }
      const auto wish = Clock::now();
      if (result.wait_for(std::chrono::seconds(60)) != std::future_status::ready) {
        out.push_back("a run goes on for a minute after the wish to stop");
        std::_Exit(9);  // nothing else ends it
      }
      const auto outcome = result.get();
      best = std::min(best, std::chrono::duration_cast<milliseconds>(Clock::now() - wish));
      if (outcome) out.push_back("a run that was stopped is told as done");
      if (fs::exists(folder / "forecast.json")) out.push_back("a run that was stopped leaves a forecast");
    }
    if (best > milliseconds(200))
      out.push_back("from the wish to stop (" + std::to_string(afterMs) + " ms after it began) to the return " +
                    std::to_string(best.count()) + " ms");
  }
  return out;
}

Complaints ofDeterminism(const Subject& subject) {
  const std::string threads = subject.about().value("threads", std::string());
  Complaints out;
  std::map<std::string, std::string> first;
  for (const auto& [name, count] : {std::pair("run one", "1"), {"run two", "1"}, {"on two threads", "2"}}) {
    const fs::path folder = subject.place(name);
    const auto done = subject.run(folder, threads.empty() ? Json::object() : Json{{threads, count}});
    if (!done) return {std::string(name) + ": " + done.error().sentence(Language::english)};
    if (done->forecast.frames.empty()) out.push_back("no frames for the map");
    if (done->forecast.confidence.empty()) out.push_back("nothing is said of how far to trust it");
    if (done->exposure.hits.empty()) out.push_back("the tiny scenario hits none of its places: it shows nothing");
    auto left = leftIn(folder, subject);
    if (first.empty())
      first = std::move(left);
    else
      add(out, differences(first, left, std::string("run one and ") + name));
  }
  return out;
}

Complaints ofTwoRunsAtOnce(const Subject& subject) {
  const fs::path folders[] = {subject.place("alone"), subject.place("together a"), subject.place("together b")};
  if (const auto alone = subject.run(folders[0]); !alone) return {alone.error().sentence(Language::english)};
  auto other = std::async(std::launch::async, [&] { return subject.run(folders[1]).has_value(); });
  const bool one = subject.run(folders[2]).has_value();
  if (!other.get() || !one) return {"a run fails while another is under way"};
  Complaints out;
  for (const int i : {1, 2})
    add(out, differences(leftIn(folders[0], subject), leftIn(folders[i], subject), "alone and beside another"));
  return out;
}

Complaints ofPlacesWritten(const Subject& subject) {
  const fs::path elsewhere = subject.place("elsewhere");
  for (const char* name : {"here", "tmp", "home"}) fs::create_directories(elsewhere / name);
  const auto inputs = everything(subject.inputs());
  Child child([&](const Child::Say& say) {
    for (const auto& [name, folder] : {std::pair("TMPDIR", "tmp"),
                                       {"TMP", "tmp"},
                                       {"HOME", "home"},
                                       {"XDG_STATE_HOME", "home"},
                                       {"XDG_CACHE_HOME", "home"}})
      ::setenv(name, (elsewhere / folder).c_str(), 1);
    fs::current_path(elsewhere / "here");
    const auto done = subject.run(subject.place("results"));
    say(done ? "done" : done.error().sentence(Language::english));
  });
  const auto said = child.wait();
  if (said.empty() || said.front() != "done")
    return {"it does not run in an empty folder: " + (said.empty() ? "it crashed" : said.front())};
  Complaints out = differences(inputs, everything(subject.inputs()), "the inputs before and after");
  for (const auto& [name, bytes] : everything(elsewhere)) out.push_back("left outside the results: " + name);
  return out;
}

Complaints ofResultsFolder(const Subject& subject) {
  Complaints out;
  const auto expect = [&](const std::string& about, const Result<ModelOutcome>& done) {
    if (done)
      out.push_back(about + " is not noticed");
    else
      add(out, badSentence(done.error(), about));
  };
  const fs::path file = subject.place("a-file");
  std::ofstream(file) << "in its place";
  expect("a file in the place of the results folder", subject.run(file));
  expect("a results folder that nobody can make", subject.run("/proc/no/such/folder"));

  // A disk without room: files of this child end after so many bytes.
  for (const rlim_t room : {rlim_t{0}, rlim_t{1000}}) {
    const fs::path folder = subject.place("small-" + std::to_string(room));
    Child child([&](const Child::Say& say) {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{room, room};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      const auto done = subject.run(folder);
      if (done) return say("done");
      const Complaints bad = badSentence(done.error(), "no room");
      say(bad.empty() ? "refused" : bad.front());
    });
    const auto said = child.wait();
    const std::string how = said.empty() ? "it crashes" : said.front();
    // What needs less room than there is may be done.
    if (how == "done" && room > 0) continue;
    if (how != "refused") out.push_back("with room for " + std::to_string(room) + " bytes a file: " + how);
    if (fs::exists(folder / "forecast.json")) out.push_back("a run without room leaves a forecast");
  }
  return out;
}

Complaints ofBadInputs(const Subject& subject) {
  Complaints out;
  const Json cases = subject.about().value("bad", Json::object());
  for (const char* kind : {"holes", "noCoordinateSystem", "wrongCoordinateSystem", "notCovering", "notANumber",
                           "negative", "districtWithoutTerrain"})
    if (!cases.contains(kind)) out.push_back(std::string("conformance.json says nothing of ") + kind);
  for (const auto& [kind, bad] : cases.items()) {
    const fs::path folder = subject.place("bad-" + kind);
    const auto done = subject.run(folder, bad.value("set", Json::object()));
    std::string words;
    if (done)
      for (const Text& one : done->forecast.confidence) words += one.en + '\n';
    else
      words = done.error().sentence(Language::english);
    if (done.has_value() != bad.value("runs", false))
      out.push_back(kind + (done ? " is computed as if nothing were wrong" : " is refused: " + words));
    if (!done) add(out, badSentence(done.error(), kind));
    for (const Json& word : bad.value("says", Json::array()))
      if (words.find(word.get<std::string>()) == std::string::npos)
        out.push_back(kind + " is not told with \"" + word.get<std::string>() + "\" but: " + words);
    if (done.has_value() != fs::exists(folder / "forecast.json")) out.push_back(kind + ": a forecast against its word");
  }
  return out;
}

Complaints ofAnEmptySituation(const Subject& subject) {
  Complaints out;
  const Surroundings nothing = Surroundings::nothing({1'783'000'000'000});
  const auto proposals = subject.module().propose(nothing);
  if (!proposals)
    out.push_back("it cannot say that there is nothing to propose: " + proposals.error().sentence(Language::english));
  else if (!proposals->empty())
    out.push_back("it proposes a run of which nothing is known");
  if (!subject.module().thresholds(nothing).empty()) out.push_back("it warns of what nobody measured");
  const auto done = subject.run(subject.place("empty"), Json::object(), true);
  if (!done) return {"it does not run without a situation: " + done.error().sentence(Language::english)};
  for (const Hit& hit : done->exposure.hits) out.push_back("it hits what is not there: " + hit.name);
  if (!done->advice.orders.empty()) out.push_back("it drafts orders about nothing");
  return out;
}

}  // namespace fengsui::conformance
