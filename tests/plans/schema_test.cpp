// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/schema.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "plans/expressionwords.h"
#include "plans/instantiate.h"
#include "plans/library.h"
#include "plans/textwalk.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

class FileSchema {
 public:
  FileSchema() {
    const auto json = nlohmann::json::parse(contentOf(FENGSUI_SOURCE "/resources/schemas/plan.schema.json"));
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(json), schema_);
  }
  /// Empty where the file fits.
  std::string fault(const fs::path& file) {
    const auto tree = readYaml(contentOf(file), file.string());
    if (!tree) return tree.error().message.en;
    const auto json = jsonOf(*tree);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    if (validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(json), &results)) return {};
    std::string out = "refused";
    for (valijson::ValidationResults::Error error; results.popError(error);) out += "; " + error.description;
    return out;
  }

 private:
  valijson::Schema schema_;
};

TEST(PlanSchema, InTheRepositoryIsTheOneThatTheReaderGives) {
  EXPECT_EQ(contentOf(FENGSUI_SOURCE "/resources/schemas/plan.schema.json"), planSchema().dump(2) + '\n')
      << "run: fengsuictl plan schema > resources/schemas/plan.schema.json";
}

TEST(PlanSchema, TakesEveryShippedPlan) {
  FileSchema schema;
  EXPECT_EQ(schema.fault(FENGSUI_FIXTURES "/good.yaml"), "");
  for (const fs::path& folder : planFolders(FENGSUI_SOURCE))
    for (const auto& file : fs::recursive_directory_iterator(folder)) {
      if (file.path().extension() != ".yaml" || file.path().stem() == "posts") continue;
      EXPECT_EQ(schema.fault(file.path()), "") << file.path();
    }
}

TEST(PlanSchema, RefusesWhatHasTheWrongShape) {
  FileSchema schema;
  for (const char* name : {"boolean", "chase_to", "empty_value", "kind", "list", "list_for_text", "minutes_text",
                           "missing_key", "title_one_language", "unknown_key", "when_key", "each_kind"})
    EXPECT_NE(schema.fault(FENGSUI_FIXTURES "/wrong_" + std::string(name) + ".yaml"), "") << name;
}

TEST(ShippedPlans, CarryMoreLinesFromLevelToLevelAndFewAtTheWeakest) {
  const PlanLibrary library = PlanLibrary::read(planFolders(FENGSUI_SOURCE));
  const auto lines = [&](const char* id, const char* level) {
    const Plan* plan = library.find(id);
    return std::count_if(plan->items.begin(), plan->items.end(),
                         [&](const PlanItem& i) { return appliesAt(i, level); });
  };
  for (const char* id : {"flood.district", "general.incident", "search.lost-hikers"}) {
    ASSERT_TRUE(library.find(id)) << id;
    EXPECT_GE(lines(id, "四级"), 10) << id;
    EXPECT_LE(lines(id, "四级"), 18) << id;
    EXPECT_GT(lines(id, "三级"), lines(id, "四级")) << id;
    EXPECT_GE(lines(id, "二级"), lines(id, "三级")) << id;
  }
}

TEST(ShippedPlans, HaveNoLineThatWaitsForOneOfAnotherLevel) {
  const PlanLibrary library = PlanLibrary::read(planFolders(FENGSUI_SOURCE));
  for (const std::string& id : library.ids())
    for (const Level& level : library.find(id)->levels)
      for (const PlanItem& item : library.find(id)->items) {
        if (!appliesAt(item, level.level)) continue;
        std::vector<std::string> before = item.needs.items;
        if (!item.when.after.empty()) before.push_back(item.when.after);
        for (const std::string& one : before)
          EXPECT_TRUE(appliesAt(*library.find(id)->item(one), level.level))
              << id << ' ' << level.level << ": " << item.id << " waits for " << one;
      }
}

// A word of Latin letters that is no unit would be a name that nobody has put into words.
std::string rawNameIn(const std::string& words) {
  static const std::set<std::string> kUnits{"mm", "cm", "m", "km", "s", "h", "min", "ha", "row", "each"};
  std::string name;
  for (const char c : words + ' ') {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      name += c;
    } else {
      if (!name.empty() && !kUnits.contains(name)) return name;
      name.clear();
    }
  }
  return {};
}

TEST(ShippedPlans, SayEveryConditionInWords) {
  const PlanLibrary library = PlanLibrary::read(planFolders(FENGSUI_SOURCE));
  std::size_t count = 0;
  for (const std::string& id : library.ids())
    forEachExpression(*library.find(id), [&](const Expression& one) {
      ++count;
      EXPECT_EQ(rawNameIn(wordsOf(one).zh), "") << id << ": " << one.text() << "\n" << wordsOf(one).zh;
    });
  EXPECT_GT(count, 100u);
}

TEST(ShippedPlans, LoadWithoutAnError) {
  const PlanLibrary library = PlanLibrary::read(planFolders(FENGSUI_SOURCE));
  for (const PlanEntry& entry : library.entries())
    for (const Error& error : entry.errors) ADD_FAILURE() << error.sentence(Language::english);
}

}  // namespace
}  // namespace fengsui
