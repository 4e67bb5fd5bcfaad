// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "documents/printed.h"
#include "documents/typesetting.h"
#include "support/process.h"
#include "support/tempfolder.h"

namespace fengsui {

/// A printed document, read back by programs that had no part in making it.
class Reading {
 public:
  explicit Reading(const Result<Printed>& printed) {
    EXPECT_TRUE(printed) << printed.error();
    if (!printed) return;
    pages_ = printed->pages;
    EXPECT_TRUE(savePrinted(*printed, file()));
    // FENGSUI_LOOK=FOLDER keeps the papers for a person to look at.
    if (const char* look = std::getenv("FENGSUI_LOOK")) {
      const auto* info = testing::UnitTest::GetInstance()->current_test_info();
      EXPECT_TRUE(savePrinted(*printed, std::string(look) + "/" + info->test_suite_name() + "." + info->name() + "-" +
                                            std::to_string(++kept()) + ".pdf"));
    }
  }

  [[nodiscard]] int pages() const { return pages_; }
  [[nodiscard]] std::string file() const { return folder_ / "paper.pdf"; }

  /// All text, or that of one page, without spaces and line breaks, after NFKC.
  [[nodiscard]] std::string text(int page = 0) const { return squeezed(raw(page)); }
  [[nodiscard]] bool says(const std::string& words, int page = 0) const {
    return text(page).find(squeezed(words)) != std::string::npos;
  }
  /// Times that the words stand there.
  [[nodiscard]] int times(const std::string& words) const {
    const std::string all = text(), one = squeezed(words);
    int count = 0;
    for (auto at = all.find(one); at != std::string::npos; at = all.find(one, at + one.size())) ++count;
    return count;
  }
  /// The lines of a page as they stand.
  [[nodiscard]] std::string laidOut(int page) const {
    const std::string number = std::to_string(page);
    return run("pdftotext -layout -f " + number + " -l " + number + " " + file() + " -");
  }
  /// "420 x 595" of each page, in points.
  [[nodiscard]] std::string size(int page) const {
    const std::string info = tool("pdfinfo -f " + std::to_string(page) + " -l " + std::to_string(page));
    const auto at = info.find("size:");
    std::istringstream in(info.substr(at + 5));
    double wide = 0, high = 0;
    char x = 0;
    in >> wide >> x >> high;
    return std::to_string(static_cast<int>(wide + 0.5)) + " x " + std::to_string(static_cast<int>(high + 0.5));
  }
  /// One line for each font: all have to be embedded and to tell their characters.
  void expectFontsEmbedded() const {
    std::istringstream lines(tool("pdffonts"));
    std::string line;
    std::getline(lines, line);
    const auto embedded = line.find("emb"), unicode = line.find("uni");
    std::getline(lines, line);
    int fonts = 0;
    while (std::getline(lines, line)) {
      ++fonts;
      EXPECT_EQ(line.substr(embedded, 3), "yes") << line;
      EXPECT_EQ(line.substr(unicode, 3), "yes") << line;
    }
    EXPECT_GE(fonts, 1);
  }
  /// Everything that is drawn as text lies on its page.
  void expectNothingOutside() const {
    std::istringstream boxes(run("pdftotext -bbox " + file() + " -"));
    std::string line;
    double wide = 0, high = 0;
    const auto number = [&](const char* name) {
      const auto at = line.find(std::string(name) + "=\"");
      return at == std::string::npos ? -1.0 : std::stod(line.substr(at + std::string(name).size() + 2));
    };
    while (std::getline(boxes, line)) {
      if (line.find("<page ") != std::string::npos) {
        wide = number("width");
        high = number("height");
      } else if (line.find("<word ") != std::string::npos) {
        EXPECT_GE(number("xMin"), 0) << line;
        EXPECT_GE(number("yMin"), 0) << line;
        EXPECT_LE(number("xMax"), wide) << line;
        EXPECT_LE(number("yMax"), high) << line;
      }
    }
    EXPECT_GT(high, 0);
  }

  [[nodiscard]] static std::string squeezed(const std::string& utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    std::string out;
    nfkc->normalize(icu::UnicodeString::fromUTF8(utf8), status).toUTF8String(out);
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\f' || c == '\t'; });
    return out;
  }

 private:
  static int& kept() {
    static int count = 0;
    return count;
  }
  [[nodiscard]] static std::string run(const std::string& command) {
    const ProcessResult result = runProcess(command);
    EXPECT_EQ(result.exitCode, 0) << command << "\n" << result.output;
    return result.output;
  }
  [[nodiscard]] std::string tool(const std::string& command) const { return run(command + " " + file()); }
  [[nodiscard]] std::string raw(int page) const {
    std::string range;
    if (page > 0) range = "-f " + std::to_string(page) + " -l " + std::to_string(page) + " ";
    return run("pdftotext -raw " + range + file() + " -");
  }

  TempFolder folder_;
  int pages_ = 0;
};

/// Tests that print; what Qt needs runs once for all.
class Printing : public testing::Test {
 protected:
  static void SetUpTestSuite() { static Typesetting typesetting; }

  PrintWish wish(Language language = Language::chinese, Mode mode = Mode::real) const {
    return {language, TimeZone::named("Asia/Shanghai").value(), mode, "示范区应急指挥中心", Instant{1784554800000}};
  }
};

}  // namespace fengsui
