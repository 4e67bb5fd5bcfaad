// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <csignal>

#include "documents/paper.h"
#include "ui/desk/deskactions.h"
#include "ui/hazard/hazardplayer.h"
#include "ui/opendesk.h"
#include "ui/print/deskprint.h"
#include "ui/print/paperforecast.h"
#include "ui/valleyflood.h"

namespace fengsui {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::int64_t kMinute = 60'000;

/// A page of a PDF as a picture, by a program that had no part in making it.
QImage picture(const std::string& file, int page, const TempFolder& folder) {
  const std::string out = folder / "page";
  const ProcessResult done =
      runProcess("pdftoppm -r 60 -png -singlefile -f " + std::to_string(page) + " " + file + " " + out);
  EXPECT_EQ(done.exitCode, 0) << done.output;
  return QImage(QString::fromStdString(out + ".png"));
}

int pixelsNear(const QImage& image, QColor colour) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const QColor c = image.pixelColor(x, y);
      count += std::abs(c.red() - colour.red()) < 12 && std::abs(c.green() - colour.green()) < 12 &&
               std::abs(c.blue() - colour.blue()) < 12;
    }
  return count;
}

bool colourless(const QImage& image) {
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const QColor c = image.pixelColor(x, y);
      if (std::abs(c.red() - c.green()) > 4 || std::abs(c.green() - c.blue()) > 4) return false;
    }
  return true;
}

/// Ground of one colour, which is there when it is told to be.
class OneColour : public PlainGround {
 public:
  [[nodiscard]] State state() const override { return State::ready; }
  quint64 draw(const Picture& wish) override {
    wished = wish;
    return 7;
  }
  void answer() {
    QImage image(wished->pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(QColor(200, 230, 190));
    emit pictured(7, {image, wished->extent}, std::nullopt);
  }
  std::optional<Picture> wished;
};

struct MapOnPaper : ::testing::Test {
  void open(Mode mode = Mode::real, BaseMap* base = nullptr) {
    {
      auto station = newStation(folder / "a", mode);
      fillDistrict(*station);
    }
    desk = std::make_unique<OpenDesk>(folder / "a", QSize(1366, 768), base);
    desk->window.desk().takeSeat({"李静", "值班长"});
    QObject::connect(&printer(), &MapPrinter::failed, &printer(),
                     [this](const Error& error) { told = error.message.en; });
    QObject::connect(&printer(), &MapPrinter::printed, &printer(),
                     [this](const QString&, int count) { pages = count; });
  }
  void forecast() {
    const Instant start = systemNow().plusMs(-10 * kMinute);
    const FramesHeader header = valleyHeader(inDistrict(0, 0), 60, 60, 200, start);
    auto writer = FramesWriter::create(folder / "depth.frames", header);
    ASSERT_TRUE(writer);
    for (int i = 0; i < 12; ++i)
      ASSERT_TRUE(writer->append(i * 10 * kMinute, valleyCounts(header.grid, 0.1 + i / 12.0)));
    desk->window.hazard().show(QString::fromStdString(folder / "depth.frames"));
    ASSERT_TRUE(waitUntil([&] { return desk->window.hazard().shown() && desk->window.settled(); }));
  }
  [[nodiscard]] MapPrinter& printer() { return desk->window.print().printer(); }
  /// @return whether it was printed.
  bool print(MapPrintWish wish) {
    wish.file = QString::fromStdString(file);
    told.clear();
    pages = 0;
    printer().print(wish);
    EXPECT_TRUE(waitUntil([&] { return !printer().busy() && (pages > 0 || !told.empty()); }, 30'000));
    return pages > 0;
  }
  [[nodiscard]] std::string words() {
    const ProcessResult read = runProcess("pdftotext -raw " + file + " -");
    EXPECT_EQ(read.exitCode, 0);
    return Reading::squeezed(read.output);
  }

  TempFolder folder;
  std::string file = folder / "map.pdf";
  std::string told;
  int pages = 0;
  std::unique_ptr<OpenDesk> desk;
};

TEST_F(MapOnPaper, SaysWhatWhenWhereAndByWhomAndWhatTheSymbolsMean) {
  open();
  desk->speak(Language::chinese);
  ASSERT_TRUE(print({}));
  EXPECT_EQ(pages, 1);
  const std::string said = words();
  for (const char* part : {"态势图", "截至", "李静", "1:", "km", "图例", "EPSG:3857", "底图:本站没有底图", "打印"})
    EXPECT_THAT(said, HasSubstr(part));
  EXPECT_EQ(said.find("演练"), std::string::npos);
  // The degrees of the grid and the names of things can be searched.
  const double east = std::floor(inDistrict(0, 0).lonDeg() * 10) / 10;
  EXPECT_THAT(said, HasSubstr(std::to_string(east).substr(0, 5))) << said;
  EXPECT_EQ(runProcess("pdffonts " + file + " | tail -n +3 | grep -vc ' yes '").output.substr(0, 1), "0");
}

TEST_F(MapOnPaper, AForecastIsThereWithItsMomentItsClassesAndAMark) {
  open();
  forecast();
  ASSERT_TRUE(print({}));
  const std::string said = words();
  for (const char* part :
       {"MODELFORECAST,NOTMEASURED", "forecastfor", "0.27", "closetotraffic", "trustnothingofit", "valley1"})
    EXPECT_THAT(said, HasSubstr(part));
  EXPECT_GT(pixelsNear(picture(file, 1, folder), QColor(0x9e, 0xca, 0xe1)), 80) << "the wet cells have their colour";
}

TEST_F(MapOnPaper, TheGreatestDepthAndTheSeriesAreSheetsOfTheirOwn) {
  open();
  forecast();
  MapPrintWish wish;
  wish.what = MapPrintWish::What::maximum;
  ASSERT_TRUE(print(wish));
  EXPECT_THAT(words(), HasSubstr("greatestwaterdepth"));
  EXPECT_GT(pixelsNear(picture(file, 1, folder), QColor(0x08, 0x51, 0x9c)), 100);
  wish.what = MapPrintWish::What::series;
  wish.a3 = true;
  ASSERT_TRUE(print(wish));
  const std::string said = words();
  EXPECT_THAT(said, HasSubstr("widest"));
  EXPECT_THAT(said, HasSubstr("Greatestateachplace"));
}

TEST_F(MapOnPaper, WithoutColourNothingOfItIsColoured) {
  open();
  forecast();
  MapPrintWish wish;
  wish.grey = true;
  wish.landscape = false;
  wish.what = MapPrintWish::What::maximum;
  ASSERT_TRUE(print(wish));
  const QImage page = picture(file, 1, folder);
  EXPECT_LT(page.width(), page.height());
  EXPECT_TRUE(colourless(page));
  EXPECT_GT(pixelsNear(page, QColor(0, 0, 0)), 100);
}

TEST_F(MapOnPaper, ClassesInGreysAreToldApartByHowDarkTheyAre) {
  HazardDrawing drawing;
  drawing.classes.resize(6);
  double before = 256;
  for (std::size_t i = 0; i < drawing.classes.size(); ++i) {
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter p(&image);
    paintClassSwatch(p, QRectF(0, 0, 400, 200), drawing, i, true);
    p.end();
    double sum = 0;
    int dots = 0;
    for (int y = 40; y < 160; ++y)
      for (int x = 20; x < 380; ++x, ++dots) sum += qGray(image.pixel(x, y));
    EXPECT_LT(sum / dots, before - 8) << "class " << i;
    before = sum / dots;
  }
}

TEST_F(MapOnPaper, AnExerciseSaysSo) {
  open(Mode::exercise);
  ASSERT_TRUE(print({}));
  EXPECT_THAT(words(), HasSubstr("演练EXERCISE"));
}

TEST_F(MapOnPaper, TheGroundIsAskedForAtTheResolutionOfPaper) {
  OneColour ground;
  open(Mode::real, &ground);
  MapPrintWish wish;
  wish.file = QString::fromStdString(file);
  printer().print(wish);
  ASSERT_TRUE(ground.wished);
  const QSizeF mm = mapRoom(wish.paper(), 1);
  EXPECT_GE(ground.wished->pixels.width(), mm.width() / 25.4 * 150);
  EXPECT_EQ(ground.wished->style, QStringLiteral("print"));
  EXPECT_TRUE(printer().busy()) << "nothing waits for it";
  ground.answer();
  ASSERT_TRUE(waitUntil([&] { return pages > 0; }));
  EXPECT_GT(pixelsNear(picture(file, 1, folder), QColor(200, 230, 190)), 20'000);
  EXPECT_EQ(words().find("Basemap:"), std::string::npos);
}

TEST_F(MapOnPaper, GroundThatDoesNotComeIsLeftOutAndTheSheetSaysSo) {
  OneColour ground;
  open(Mode::real, &ground);
  printer().setPatience(100);
  ASSERT_TRUE(print({}));
  EXPECT_THAT(words(), HasSubstr("Basemap:themapdidnotanswerintime"));
}

TEST_F(MapOnPaper, WhatCannotBeWrittenIsOneSentence) {
  open();
  file = "/nowhere/at/all/map.pdf";
  EXPECT_FALSE(print({}));
  EXPECT_THAT(told, HasSubstr("/nowhere/at/all/map.pdf cannot be written"));
  file = folder / "map.pdf";
  MapPrintWish wish;
  wish.what = MapPrintWish::What::maximum;
  EXPECT_FALSE(print(wish));
  EXPECT_THAT(told, HasSubstr("the map shows no forecast"));
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(MapFile, AFullDiskIsOneSentenceAndWhatWasThereStays) {
  const TempFolder folder;
  const std::string file = folder / "map.pdf";
  ASSERT_TRUE(savePrinted({"before", 1}, file));
  // As a disk does that has no more room.
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{100'000, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const Outcome saved = savePrinted({std::string(5'000'000, 'x'), 1}, file);
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  ASSERT_FALSE(saved);
  EXPECT_THAT(saved.error().message.en, HasSubstr(file + " cannot be written"));
  EXPECT_EQ(std::filesystem::file_size(file), 6U);
}

TEST_F(MapOnPaper, TheFormAsksAndEnterPrints) {
  open();
  forecast();
  desk->window.canvas().setFocus();
  QTest::keyClick(&desk->window, Qt::Key_P, Qt::ControlModifier);
  auto* form = desk->find<QWidget>("mapPrintForm");
  ASSERT_TRUE(form->isVisible());
  form->findChild<QComboBox*>("printWhat")->setCurrentIndex(1);
  form->findChild<QComboBox*>("printPaper")->setCurrentIndex(2);
  form->findChild<QComboBox*>("printThen")->setCurrentIndex(1);
  auto* target = form->findChild<QLineEdit*>("printFile");
  target->setText(QString::fromStdString(folder / "by form"));
  QTest::keyClick(target, Qt::Key_Return);
  EXPECT_FALSE(form->isVisible());
  ASSERT_TRUE(waitUntil([&] { return pages > 0; }, 30'000)) << told;
  file = "'" + (folder / "by form") + ".pdf'";
  EXPECT_THAT(words(), HasSubstr("greatestwaterdepth"));
  EXPECT_THAT(runProcess("pdfinfo " + file).output, HasSubstr("A3"));
}

TEST(PaperStory, KeepsWhatItIsGivenAndFillsTheWidestGaps) {
  std::vector<std::int64_t> afterMs;
  for (int i = 0; i <= 20; ++i) afterMs.push_back(i * 10 * kMinute);
  EXPECT_THAT(storyOf(afterMs, {2, 5, 12}, 5), ElementsAre(2, 5, 8, 12, 16));
  EXPECT_THAT(storyOf(afterMs, {20}, 5), ElementsAre(20)) << "nothing is left to come";
  EXPECT_THAT(storyOf({0}, {0}, 5), ElementsAre(0));
  EXPECT_TRUE(storyOf({}, {}, 5).empty());
}

TEST(PaperScale, IsRoundAndShowsEverything) {
  EXPECT_DOUBLE_EQ(roundScale(23'400), 25'000);
  EXPECT_DOUBLE_EQ(roundScale(25'000), 25'000);
  EXPECT_DOUBLE_EQ(roundScale(81'000), 100'000);
  const QPointF middle = mercatorOf(inDistrict(0, 0));
  const QRectF extent(middle - QPointF(9'000, 4'000), QSizeF(18'000, 8'000));
  const PaperView on = PaperView::of(extent, {200, 150}, 96 / 25.4);
  EXPECT_TRUE(on.view.extent().contains(extent));
  EXPECT_DOUBLE_EQ(std::round(on.scale), roundScale(on.scale));
  // A ruler on the paper measures what the scale says.
  const double groundM = on.view.extent().width() * groundScale(middle);
  EXPECT_NEAR(groundM / 0.2, on.scale, on.scale * 1e-6);
}

}  // namespace
}  // namespace fengsui
