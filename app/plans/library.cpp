// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/library.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <set>
#include <system_error>

#include "core/time.h"
#include "plans/check.h"
#include "plans/nearest.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

Error wrongAt(const ErrorPlace& place, Text message, Text remedy = {}) {
  return {ErrorCode::invalid, std::move(message), std::move(remedy), place};
}

class Assembly {
 public:
  explicit Assembly(const PlanLookup& lookUp) : lookUp_(lookUp) {}

  // Depth first; the trail finds cycles.
  std::optional<Plan> whole(const Plan& plan) {
    trail_.push_back(plan.id);
    Plan out = plan;
    bool good = true;
    if (!plan.extends.empty()) {
      const std::optional<Plan> base = other(plan, plan.extends, ".extends");
      good = base && extend(out, plan, *base);
    }
    for (std::size_t i = 0; i < plan.include.size(); ++i) {
      const std::string under = ".include[" + std::to_string(i) + ']';
      const std::optional<Plan> annex = other(plan, plan.include[i].plan, under);
      good = annex && known(plan, out, plan.include[i], *annex, under) && good;
      if (annex && good) include(out, plan.include[i], *annex);
    }
    out.include.clear();
    out.extends.clear();
    out.drop.clear();
    trail_.pop_back();
    if (!good) return std::nullopt;
    return out;
  }

  PlanErrors errors;

 private:
  std::optional<Plan> other(const Plan& plan, const std::string& id, const std::string& under) {
    ErrorPlace place = plan.source.at(under);
    place.value = id;
    if (std::find(trail_.begin(), trail_.end(), id) != trail_.end()) {
      std::string shown;
      for (auto at = std::find(trail_.begin(), trail_.end(), id); at != trail_.end(); ++at) shown += *at + " → ";
      errors.push_back(wrongAt(place, {"plans include each other: " + shown + id, "预案互相引用：" + shown + id},
                               {"one of them has to stand by itself", "必须有一份独立成立"}));
      return std::nullopt;
    }
    const Plan* found = lookUp_(id);
    if (!found) {
      errors.push_back(wrongAt(place, {"there is no sound plan of this name", "没有这份可用的预案"},
                               {"check the id, and that plan's own errors", "请核对 id，以及该预案自身的错误"}));
      return std::nullopt;
    }
    const std::size_t before = errors.size();
    std::optional<Plan> done = whole(*found);
    if (!done && errors.size() == before) errors.push_back(wrongAt(place, {"this plan has errors", "该预案有错误"}));
    return done;
  }

  static std::string named(const Plan& plan) { return plan.id + ' ' + plan.edition; }

  bool extend(Plan& out, const Plan& plan, const Plan& base) {
    std::set<std::string> dropped;
    for (std::size_t i = 0; i < plan.drop.size(); ++i) {
      if (base.item(plan.drop[i])) {
        dropped.insert(plan.drop[i]);
        continue;
      }
      ErrorPlace place = plan.source.at(".drop[" + std::to_string(i) + ']');
      place.value = plan.drop[i];
      std::vector<std::string> known;
      for (const PlanItem& item : base.items) known.push_back(item.id);
      const std::string close = nearest(plan.drop[i], known);
      errors.push_back(
          wrongAt(place, {base.id + " has no such item", base.id + " 没有这一条"},
                  close.empty() ? Text{} : Text{"did you mean " + close + "?", "是否应为 " + close + "？"}));
      return false;
    }
    if (out.levels.empty()) out.levels = base.levels;
    if (out.end.empty()) out.end = base.end;
    if (!out.scenario) out.scenario = base.scenario;
    std::vector<Phase> phases = base.phases;
    for (const Phase& phase : out.phases) {
      const auto same = std::find_if(phases.begin(), phases.end(), [&](const Phase& p) { return p.id == phase.id; });
      if (same == phases.end())
        phases.push_back(phase);
      else
        *same = phase;
    }
    out.phases = std::move(phases);

    std::vector<PlanItem> items;
    for (const PlanItem& item : base.items) {
      if (dropped.contains(item.id)) continue;
      if (const PlanItem* own = plan.item(item.id)) {
        items.push_back(*own);
      } else {
        items.push_back(item);
        if (items.back().from.empty()) items.back().from = named(base);
      }
    }
    for (const PlanItem& item : plan.items)
      if (!base.item(item.id)) items.push_back(item);
    out.items = std::move(items);
    return true;
  }

  /// Whether the levels and items that an include names are there.
  bool known(const Plan& plan, const Plan& out, const Include& wish, const Plan& annex, const std::string& under) {
    const std::size_t before = errors.size();
    const auto check = [&](const std::vector<std::string>& names, const std::vector<std::string>& among,
                           const char* key, const Text& message) {
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::find(among.begin(), among.end(), names[i]) != among.end()) continue;
        ErrorPlace place = plan.source.at(under + '.' + key + '[' + std::to_string(i) + ']');
        place.value = names[i];
        // Of a handful of levels all are shown: 二级 is not a slip for 四级.
        const std::string close = among.size() <= 6 ? std::string() : nearest(names[i], among);
        errors.push_back(wrongAt(place, message,
                                 among.empty()   ? Text{"it has none", "一个也没有"}
                                 : close.empty() ? Text{"known: " + listed(among), "可用：" + listed(among)}
                                                 : Text{"did you mean " + close + "?", "是否应为 " + close + "？"}));
      }
    };
    std::vector<std::string> levels, items;
    for (const Level& level : out.levels) levels.push_back(level.level);
    for (const PlanItem& item : annex.items) items.push_back(item.id);
    check(wish.levels, levels, "levels", {plan.id + " has no such level", plan.id + " 没有这个级别"});
    check(wish.items, items, "items", {annex.id + " has no such item", annex.id + " 没有这一条"});
    return errors.size() == before;
  }

  /// @return whether the item comes in; its levels are then those at which the include wants it.
  static bool wanted(PlanItem& item, const Include& wish) {
    const auto among = [](const std::vector<std::string>& names, const std::string& name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (!wish.items.empty() && !among(wish.items, item.id)) return false;
    if (wish.levels.empty()) return true;
    if (item.levels.empty()) {
      item.levels = wish.levels;
      return true;
    }
    std::erase_if(item.levels, [&](const std::string& level) { return !among(wish.levels, level); });
    return !item.levels.empty();
  }

  static void include(Plan& out, const Include& wish, const Plan& annex) {
    // What the annex has included itself carries its prefix already.
    const auto prefixed = [&](const std::string& id) {
      return id.find('/') == std::string::npos ? annex.id + '/' + id : id;
    };
    std::vector<PlanItem> items;
    for (PlanItem item : annex.items)
      if (wanted(item, wish)) items.push_back(std::move(item));
    for (Phase phase : annex.phases) {
      const bool used = std::any_of(items.begin(), items.end(), [&](const PlanItem& i) { return i.phase == phase.id; });
      if (!used && !wish.items.empty()) continue;
      phase.id = prefixed(phase.id);
      if (std::none_of(out.phases.begin(), out.phases.end(), [&](const Phase& p) { return p.id == phase.id; }))
        out.phases.push_back(std::move(phase));
    }
    for (PlanItem& item : items) {
      item.id = prefixed(item.id);
      if (out.item(item.id)) continue;
      item.phase = prefixed(item.phase);
      if (!item.when.after.empty()) item.when.after = prefixed(item.when.after);
      for (std::string& id : item.needs.items) id = prefixed(id);
      if (item.from.empty()) item.from = named(annex);
      out.items.push_back(std::move(item));
    }
  }

  const PlanLookup& lookUp_;
  std::vector<std::string> trail_;
};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// Runs of digits compare as the numbers that they are.
int compared(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (!isDigit(a.front()) || !isDigit(b.front())) {
      if (a.front() != b.front())
        return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front()) ? -1 : 1;
      a.remove_prefix(1);
      b.remove_prefix(1);
      continue;
    }
    const auto number = [](std::string_view& text) {
      const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
      std::string_view digits = text.substr(0, end);
      text.remove_prefix(end);
      digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
      return digits;
    };
    const std::string_view one = number(a), other = number(b);
    if (one.size() != other.size()) return one.size() < other.size() ? -1 : 1;
    if (one != other) return one < other ? -1 : 1;
  }
  return a.empty() == b.empty() ? 0 : a.empty() ? -1 : 1;
}

bool isPostFile(const fs::path& file) {
  return file.stem() == "posts";
}

std::optional<std::string> bytesOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

}  // namespace

// Whether one is in force rather than the other.
bool PlanLibrary::before(const Plan& one, const Plan& other) const {
  const bool later = !today_.empty() && one.effective > today_;
  const bool otherLater = !today_.empty() && other.effective > today_;
  if (later && otherLater) return newerEdition(other, one);  // the one that comes first
  return later != otherLater ? otherLater : newerEdition(one, other);
}

bool newerEdition(const Plan& plan, const Plan& than) {
  if (plan.effective != than.effective) return plan.effective > than.effective;
  const int order = compared(plan.edition, than.edition);
  return order != 0 ? order > 0 : plan.edition > than.edition;
}

PlanResult wholePlan(const Plan& plan, const PlanLookup& lookUp) {
  if (plan.whole()) return plan;
  Assembly assembly(lookUp);
  std::optional<Plan> out = assembly.whole(plan);
  if (out) checkReferences(*out, assembly.errors);
  if (!assembly.errors.empty()) return tl::unexpected(std::move(assembly.errors));
  return std::move(*out);
}

void PlanLibrary::add(fs::path file, PlanResult plan) {
  PlanEntry entry;
  entry.file = std::move(file);
  if (plan) {
    entry.id = plan->id;
    entry.edition = plan->edition;
    for (const PlanEntry& other : entries_)
      if (other.own && other.id == entry.id && other.edition == entry.edition) {
        ErrorPlace place = plan->source.at(".edition");
        place.value = plan->edition;
        entry.errors.push_back(
            wrongAt(place,
                    {"this edition of " + entry.id + " stands in " + other.file.string() + " already",
                     other.file.string() + " 已有 " + entry.id + " 的这一版"},
                    {"give the changed plan an edition of its own", "改动后请用新的版次"}));
      }
    if (entry.errors.empty()) entry.own = std::move(*plan);
  } else {
    entry.errors = std::move(plan.error());
  }
  entries_.push_back(std::move(entry));
}

void PlanLibrary::addPosts(const fs::path& file, const std::string& bytes) {
  auto posts = loadPosts(bytes, file.string());
  if (posts) {
    for (NamedPost& post : posts->posts)
      if (!posts_.find(post.post)) posts_.posts.push_back(std::move(post));
    posts_.edition = posts->edition;
    return;
  }
  PlanEntry entry;
  entry.file = file;
  entry.errors = std::move(posts.error());
  entries_.push_back(std::move(entry));
}

void PlanLibrary::finish() {
  const PlanLookup lookUp = [this](const std::string& id) { return written(id); };
  for (PlanEntry& entry : entries_) {
    if (!entry.own) continue;
    if (PlanResult whole = wholePlan(*entry.own, lookUp))
      entry.whole = std::move(*whole);
    else
      entry.errors = std::move(whole.error());
  }
}

PlanLibrary PlanLibrary::of(const std::vector<std::pair<fs::path, std::string>>& files, std::string today) {
  PlanLibrary library;
  library.today_ = std::move(today);
  for (const auto& [file, bytes] : files) {
    if (isPostFile(file))
      library.addPosts(file, bytes);
    else
      library.add(file, loadPlan(bytes, file.string()));
  }
  library.finish();
  return library;
}

PlanLibrary PlanLibrary::read(const std::vector<fs::path>& folders, std::string today) {
  PlanLibrary library;
  library.today_ = std::move(today);
  for (const fs::path& folder : folders) {
    std::vector<fs::path> files;
    std::error_code fault;
    for (auto at = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, fault);
         !fault && at != fs::recursive_directory_iterator(); at.increment(fault)) {
      const fs::path& path = at->path();
      std::error_code quiet;
      if ((path.extension() == ".yaml" || path.extension() == ".yml") && fs::is_regular_file(path, quiet))
        files.push_back(path);
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      if (!isPostFile(file)) {
        library.add(file, readPlanFile(file));
      } else if (const auto bytes = bytesOf(file)) {
        library.addPosts(file, *bytes);
      }
    }
  }
  library.finish();
  return library;
}

std::vector<const Plan*> PlanLibrary::editions(const std::string& id) const {
  std::vector<const Plan*> out;
  for (const PlanEntry& entry : entries_)
    if (entry.whole && entry.id == id) out.push_back(&*entry.whole);
  std::sort(out.begin(), out.end(), [this](const Plan* a, const Plan* b) { return before(*a, *b); });
  return out;
}

const Plan* PlanLibrary::find(const std::string& id) const {
  const std::vector<const Plan*> all = editions(id);
  return all.empty() ? nullptr : all.front();
}

const Plan* PlanLibrary::find(const std::string& id, const std::string& edition) const {
  for (const PlanEntry& entry : entries_)
    if (entry.whole && entry.id == id && entry.edition == edition) return &*entry.whole;
  return nullptr;
}

std::vector<std::string> PlanLibrary::ids() const {
  std::set<std::string> out;
  for (const PlanEntry& entry : entries_)
    if (entry.whole) out.insert(entry.id);
  return {out.begin(), out.end()};
}

const Plan* PlanLibrary::written(const std::string& id) const {
  const Plan* best = nullptr;
  for (const PlanEntry& entry : entries_)
    if (entry.own && entry.id == id && (!best || before(*entry.own, *best))) best = &*entry.own;
  return best;
}

fs::path ownPlanFolder(const fs::path& station) {
  fs::path own = station;
  return own.replace_extension(".plans");
}

std::vector<fs::path> planFolders(const fs::path& productRoot, const fs::path& station) {
  std::vector<fs::path> out;
  std::error_code quiet;
  const auto take = [&](const fs::path& folder) {
    if (fs::is_directory(folder, quiet)) out.push_back(folder);
  };
  if (!productRoot.empty()) {
    take(productRoot / "resources" / "plans");
    std::vector<fs::path> modules;
    for (auto at = fs::directory_iterator(productRoot / "modules", quiet); !quiet && at != fs::directory_iterator();
         at.increment(quiet))
      modules.push_back(at->path() / "plans");
    std::sort(modules.begin(), modules.end());
    for (const fs::path& folder : modules) take(folder);
    take(productRoot / "share" / "fengsui" / "plans");
  }
  if (!station.empty()) take(ownPlanFolder(station));
  return out;
}

std::vector<fs::path> planFoldersHere(const fs::path& station) {
  // The folder from which the program runs, or one above it, that holds plans.
  std::error_code fault;
  fs::path at = fs::read_symlink("/proc/self/exe", fault).parent_path();
  for (int up = 0; up < 4 && !at.empty(); ++up, at = at.parent_path())
    if (!planFolders(at).empty()) return planFolders(at, station);
  return planFolders({}, station);
}

PlanLibrary plansHere(const fs::path& station) {
  const std::time_t now = static_cast<std::time_t>(systemNow().ms / 1000);
  std::tm date{};
  localtime_r(&now, &date);
  char today[16] = {};
  std::strftime(today, sizeof today, "%Y-%m-%d", &date);
  return PlanLibrary::read(planFoldersHere(station), today);
}

}  // namespace fengsui
