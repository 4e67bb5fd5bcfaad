// SPDX-License-Identifier: GPL-3.0-or-later
// The suite itself: a module that does wrong is told so, one that does right is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modules/conformance/checks.h"
#include "sdk/host/modulefolder.h"

namespace fengsui::conformance {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class TheSuite : public testing::Test {
 protected:
  static Subject subject(const std::string& how, const Json& more = Json::object()) {
    const auto module = loadModuleNamed("misbehaving", FENGSUI_BAD_MODULES);
    EXPECT_TRUE(module) << module.error();
    Json about{
        {"scenario", {{"how", how}}},
        {"long", {{"how", "slow-stop"}}},
        // The middle of the nine cells.
        {"places",
         Json::array({Json{
             {"name", "北沟村"}, {"kind", "village"}, {"people", 20}, {"at", Json::array({116.60267, 40.30148})}}})}};
    about.update(more);
    return {**module, std::move(about)};
  }
};

TEST_F(TheSuite, PassesAModuleThatDoesRight) {
  const Subject well = subject("well");
  EXPECT_THAT(ofSettings(well), IsEmpty());
  EXPECT_THAT(ofDeterminism(well), IsEmpty());
  EXPECT_THAT(ofTwoRunsAtOnce(well), IsEmpty());
  EXPECT_THAT(ofPlacesWritten(well), IsEmpty());
  EXPECT_THAT(ofResultsFolder(well), IsEmpty());
}

TEST_F(TheSuite, SeesFilesOutsideTheResults) {
  EXPECT_THAT(
      ofPlacesWritten(subject("outside")),
      testing::UnorderedElementsAre(HasSubstr("here/beside-the-results.txt"), HasSubstr("tmp/left-behind.tmp")));
}

TEST_F(TheSuite, SeesResultsThatDiffer) {
  EXPECT_THAT(ofDeterminism(subject("random")), Contains(HasSubstr("depth.frames differs")));
  EXPECT_THAT(ofTwoRunsAtOnce(subject("random")), Contains(HasSubstr("depth.frames differs")));
}

TEST_F(TheSuite, SeesAModuleThatIsSlowToStop) {
  EXPECT_THAT(ofCancellation(subject("well")), Contains(HasSubstr("from the wish to stop")));
}

TEST_F(TheSuite, SeesWhatIsSaidOfNoBadInputAndWhatIsSaidWrongly) {
  EXPECT_THAT(ofBadInputs(subject("well")), Contains(HasSubstr("says nothing of holes")));
  const Json wrong{{"bad",
                    {{"negative", {{"set", {{"duration", -5}}}, {"runs", true}}},
                     {"holes", {{"set", {{"duration", 5}}}, {"says", {"no elevation"}}}}}}};
  const Complaints told = ofBadInputs(subject("well", wrong));
  EXPECT_THAT(told, Contains(HasSubstr("negative is refused")));
  EXPECT_THAT(told, Contains(HasSubstr("holes is computed as if nothing were wrong")));
}

TEST_F(TheSuite, SeesAModuleThatThrowsWhereThereIsNothing) {
  EXPECT_THROW(static_cast<void>(ofAnEmptySituation(subject("well"))), std::out_of_range);
}

}  // namespace
}  // namespace fengsui::conformance
