// SPDX-License-Identifier: GPL-3.0-or-later
#include "structuresfile.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "csvrows.h"

namespace fengsui::flood {
namespace {

struct Form {
  const char* kind;
  const char* columns;
  std::size_t least, most;  ///< values after the kind
};

constexpr Form kForms[] = {
    {"pump", "pump,x,y,x2,y2,rate,on,off,from,until", 7, 9},
    {"gate", "gate,x1,y1,x2,y2,width,sill,opening,coefficient", 7, 8},
    {"culvert", "culvert,x1,y1,x2,y2,width,sill,opening,coefficient", 7, 8},
    {"breach", "breach,x1,y1,x2,y2,level,start,overtopped,takes", 8, 8},
    {"bridge", "bridge,x1,y1,x2,y2,share", 5, 5},
};

class Reading {
 public:
  Reading(Inputs& reader, std::string_view setting, const Raster& ground)
      : reader_(reader), setting_(setting), file_(reader.values().text(setting)), ground_(ground) {}

  Result<Structures> read() {
    std::ifstream stream(file_);
    if (!stream) return settingFailure(setting_, file_, {"the file cannot be opened", "无法打开文件"});
    reader_.used(setting_, file_);
    std::string line;
    while (std::getline(stream, line)) {
      if (++number_ == 1 && line.rfind("\xEF\xBB\xBF", 0) == 0) line.erase(0, 3);
      CsvRow row = partsOf(line);
      if (line.empty() || line[0] == '#' || std::all_of(row.begin(), row.end(), [](auto& t) { return t.empty(); }))
        continue;
      if (row[0] == "kind") continue;
      if (auto fine = take(row); !fine) return failure(inLine(fine.error()));
    }
    if (out_.empty())
      return settingFailure(setting_, file_, {"the file has no structures", "文件中没有工程"}, remedy(nullptr));
    return std::move(out_);
  }

 private:
  [[nodiscard]] Error inLine(Error error) const {
    error.place.file = file_;
    error.place.line = number_;
    error.place.field = setting_;
    return error;
  }

  static Text remedy(const Form* form) {
    if (form) return {form->columns, form->columns};
    return {"pump, gate, culvert, breach or bridge", "pump、gate、culvert、breach 或 bridge"};
  }

  [[nodiscard]] tl::unexpected<Error> wrong(const std::string& value, const Text& why) const {
    return settingFailure(setting_, value, why, remedy(form_));
  }

  Outcome take(CsvRow row) {
    form_ = nullptr;
    for (const Form& form : kForms)
      if (row[0] == form.kind) form_ = &form;
    if (!form_) return wrong(row[0], {"this is no kind of structure", "不是已知的工程类型"});
    while (row.size() - 1 > form_->most && row.back().empty()) row.pop_back();
    if (row.size() - 1 < form_->least || row.size() - 1 > form_->most)
      return wrong(row[0], {"the row has " + std::to_string(row.size() - 1) + " values after its kind",
                            "类型之后有 " + std::to_string(row.size() - 1) + " 个值"});
    row_ = std::move(row);
    row_.resize(form_->most + 1);
    const std::string name = row_[0] + ' ' + std::to_string(++counts_[row_[0]]);
    if (row_[0] == "pump") return pump(name);
    if (row_[0] == "breach") return breach(name);
    if (row_[0] == "bridge") return bridge(name);
    return gate(name);
  }

  // A number; where nothing stands, the default, or a fault where there is none.
  Outcome number(std::size_t at, double& out, std::optional<double> otherwise = std::nullopt) const {
    if (row_[at].empty() && otherwise) {
      out = *otherwise;
      return {};
    }
    const auto value = plainNumber(row_[at]);
    if (!value) return wrong(row_[at], {"this is not a number", "不是数字"});
    out = *value;
    return {};
  }

  Outcome number(std::size_t at, std::optional<double>& out) const {
    if (row_[at].empty()) return {};
    double value = 0;
    if (auto fine = number(at, value); !fine) return fine;
    out = value;
    return {};
  }

  Outcome cell(std::size_t at, Cell& out) const {
    const auto found = reader_.cellAt(setting_, row_[at], row_[at + 1]);
    if (!found) return failure(found.error());
    out = *found;
    return {};
  }

  Outcome pump(const std::string& name) {
    Pump one;
    one.name = name;
    if (auto fine = cell(1, one.from); !fine) return fine;
    if (!row_[3].empty() || !row_[4].empty()) {
      Cell to;
      if (auto fine = cell(3, to); !fine) return fine;
      one.to = to;
    }
    if (auto fine = number(5, one.rate); !fine) return fine;
    if (auto fine = number(6, one.onM); !fine) return fine;
    if (auto fine = number(7, one.offM); !fine) return fine;
    if (auto fine = number(8, one.fromS, 0); !fine) return fine;
    if (auto fine = number(9, one.untilS, std::numeric_limits<double>::infinity()); !fine) return fine;
    out_.pumps.push_back(std::move(one));
    return {};
  }

  Outcome gate(const std::string& name) {
    Gate one;
    one.name = name;
    if (auto fine = cell(1, one.a); !fine) return fine;
    if (auto fine = cell(3, one.b); !fine) return fine;
    if (auto fine = number(5, one.widthM); !fine) return fine;
    if (auto fine = number(6, one.sillM); !fine) return fine;
    auto opening = reader_.series(setting_, Inputs::beside(file_, row_[7]), 1);
    if (!opening) return failure(opening.error());
    one.openingM = std::move(*opening);
    if (auto fine = number(8, one.coefficient, 0.6); !fine) return fine;
    out_.gates.push_back(std::move(one));
    return {};
  }

  Outcome breach(const std::string& name) {
    Breach one;
    one.name = name;
    Cell from, to;
    if (auto fine = cell(1, from); !fine) return fine;
    if (auto fine = cell(3, to); !fine) return fine;
    one.cells = cellsAlong(from, to, true);
    if (auto fine = number(5, one.levelM); !fine) return fine;
    if (auto fine = number(6, one.startS); !fine) return fine;
    if (auto fine = number(7, one.overtoppedM); !fine) return fine;
    if (auto fine = number(8, one.takesS); !fine) return fine;
    out_.breaches.push_back(std::move(one));
    return {};
  }

  Outcome bridge(const std::string& name) {
    Bridge one;
    one.name = name;
    Cell from, to;
    if (auto fine = cell(1, from); !fine) return fine;
    if (auto fine = cell(3, to); !fine) return fine;
    one.cells = cellsAlong(from, to, false);
    // From edge to edge of the cells at its ends.
    const double wide = std::abs(to.first - from.first), high = std::abs(to.second - from.second);
    const double more = 1 + 1 / std::max({wide, high, 1.0});
    one.lengthM = wide + high > 0 ? std::hypot(wide * ground_.cellWidth, high * ground_.cellHeight) * more
                                  : std::sqrt(ground_.cellWidth * ground_.cellHeight);
    if (auto fine = number(5, one.blocked); !fine) return fine;
    out_.bridges.push_back(std::move(one));
    return {};
  }

  Inputs& reader_;
  std::string_view setting_;
  const std::string& file_;
  const Raster& ground_;
  const Form* form_ = nullptr;
  CsvRow row_;
  int number_ = 0;
  std::map<std::string, int> counts_;
  Structures out_;
};

}  // namespace

Result<Structures> readStructures(Inputs& reader, std::string_view setting, const Raster& ground) {
  return Reading(reader, setting, ground).read();
}

}  // namespace fengsui::flood
