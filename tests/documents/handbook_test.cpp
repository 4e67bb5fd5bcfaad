// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/handbook.h"

#include "documents/paper.h"

namespace fengsui {
namespace {

using Handbooks = Printing;

Handbook floodBook(int itemsAPhase) {
  Handbook book;
  book.title = {"Mountain flash flood, Beigou", "北沟村山洪灾害应急预案"};
  book.edition = "2026.1";
  book.effective = "2026-06-01";
  book.hazard = {"flash flood", "山洪"};
  book.levels = {{{"III", "三级"}, {"deputy head", "副区长"}, {"any of", "任一"}, {"rain.1h >= 50", "warning.orange"}},
                 {{"II", "二级"}, {"head", "区长"}, {}, {"rain.1h >= 80"}}};
  book.end = {{"water below the warning mark for 3 h", "水位回落警戒以下 3 小时"}};
  book.phases = {{"Ready", "准备"}, {"Move", "转移"}, {"Return", "回迁"}};
  for (std::size_t phase = 0; phase < book.phases.size(); ++phase)
    for (int i = 0; i < itemsAPhase; ++i) {
      HandbookItem item;
      const std::string number = std::to_string(phase) + "/" + std::to_string(i);
      item.id = number;
      item.title = {"Matter " + number + " with a rather long English title", "事项" + number + "逐户敲门并点名登记"};
      item.phase = phase;
      item.mandatory = i % 5 != 4;
      item.owner = sameInBoth(i % 2 == 0 ? "北沟村书记" : "怀北镇值班室");
      item.posts = {item.owner.zh};
      item.kind = {"instruction", "指令"};
      item.when = sameInBoth("T+" + std::to_string(5 * i));
      item.action = {"Knock at every door, call everybody by name.",
                     "入户敲门，逐人点名，登记去向，独居老人由专人陪护。"};
      item.answer = {"people moved", "转移人数（应转/已转）"};
      item.chase = {"10 min: substitute", "10 分钟找B角"};
      if (i % 3 == 1) item.after = {std::to_string(phase) + "/" + std::to_string(i - 1)};
      if (i % 3 == 2) item.after = {std::to_string(phase) + "/" + std::to_string(i - 1), "0/0"};
      book.items.push_back(item);
    }
  return book;
}

TEST_F(Handbooks, HasACoverContentsWithTheRightPagesAChartItemsAndAnIndex) {
  const Handbook book = floodBook(12);
  const Reading paper(printHandbook(book, wish()));
  ASSERT_GE(paper.pages(), 6);
  EXPECT_TRUE(paper.says("北沟村山洪灾害应急预案", 1));
  EXPECT_TRUE(paper.says("2026-06-01", 1));
  EXPECT_EQ(paper.size(1), "595 x 842");
  std::istringstream contents(paper.laidOut(2));
  std::vector<std::string> chapters = {"1分级与启动条件", "2流程图",    "3清单:准备",
                                       "4清单:转移",      "5清单:回迁", "6岗位索引"};
  for (std::string line; std::getline(contents, line);) {
    const auto last = line.rfind(' ');
    if (chapters.empty() || last == std::string::npos || Reading::squeezed(line.substr(0, last)) != chapters.front())
      continue;
    const int page = std::atoi(line.c_str() + last);
    ASSERT_GT(page, 1) << line;
    EXPECT_TRUE(paper.says(chapters.front(), page + 1)) << line;  // the cover is not counted
    chapters.erase(chapters.begin());
  }
  EXPECT_TRUE(chapters.empty()) << chapters.front() << " is not in the contents\n" << paper.laidOut(2);
  for (const HandbookItem& item : book.items) EXPECT_GE(paper.times(item.title.zh), 2) << "in the chart and the table";
  EXPECT_TRUE(paper.says("rain.1h >= 50"));
  EXPECT_TRUE(paper.says("水位回落警戒以下3小时"));
  paper.expectFontsEmbedded();
  paper.expectNothingOutside();
}

TEST_F(Handbooks, AnEnglishExerciseOfAHundredAndTwentyItemsIsStripedOnEveryPage) {
  const Reading paper(printHandbook(floodBook(40), wish(Language::english, Mode::exercise)));
  EXPECT_EQ(paper.times("演练 EXERCISE"), 2 * paper.pages());
  EXPECT_TRUE(paper.says("Command handbook", 1));
  paper.expectNothingOutside();
}

TEST_F(Handbooks, AnItemOfNoPhaseIsAnError) {
  Handbook book = floodBook(1);
  book.items[0].phase = 9;
  const auto printed = printHandbook(book, wish());
  ASSERT_FALSE(printed);
  EXPECT_EQ(printed.error().code, ErrorCode::invalid);
}

}  // namespace
}  // namespace fengsui
