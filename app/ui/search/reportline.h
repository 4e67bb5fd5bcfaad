// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/incident.h"
#include "ui/search/gazetteer.h"

namespace fengsui {

/// A number of people in a report.
struct ReportedFigure {
  FigureKind kind = FigureKind::affected;
  std::int64_t count = 0;
  bool estimated = false;  ///< 约, 余, about

  bool operator==(const ReportedFigure&) const = default;
};

/// What one line says about an incident, as far as it was understood.
struct ReportLine {
  bool asked = false;     ///< begins with 报 or report
  std::string line;       ///< as it was typed, without that word
  std::string kind;       ///< Vocabulary::incidentKind; empty where none was said
  std::string kindWords;  ///< as they were typed
  std::optional<IncidentLevel> level;
  std::string locality;        ///< the town
  std::string address;         ///< the place in it
  std::optional<Position> at;  ///< of the closest place that was understood
  std::size_t namesakes = 1;   ///< how many places bear its name
  std::vector<ReportedFigure> figures;
  std::string source;    ///< who reported, and telephone numbers
  std::string rest;      ///< what was not understood
  std::string title;     ///< place, kind and the rest
  bool chinese = false;  ///< whether the line is
  /// Where in the text a last word begins that was not understood and may be the beginning of a place; in bytes.
  std::optional<std::size_t> unfinished;

  /// Whether it says enough to be recorded: a kind or a title.
  [[nodiscard]] bool reportable() const { return !kind.empty() || !title.empty(); }
  /// Whether the kind is as general as one is told on the telephone: a forest's fire or a building's is to be
  /// confirmed.
  [[nodiscard]] bool kindOpen() const { return kind == "fire"; }
  /// Whether it reads like a report though nobody said so.
  [[nodiscard]] bool likely() const {
    return !kind.empty() && (!locality.empty() || !address.empty() || !figures.empty());
  }
};

/// Reads "报 桥梓镇 洪水 较大 2人失联 王主任电话" or "report fire Qiaozi 3 trapped", with blanks or without, in any
/// order. Nothing is lost: what is not understood stays in the title; a telephone number, which a title must not show,
/// goes to the source.
///
/// Thread: any; pure. @param text UTF-8. @param near decides among places of the same name.
[[nodiscard]] ReportLine readReport(std::string_view text, const Gazetteer& places,
                                    const std::optional<Position>& near = {});

/// The incident that the line reports. Its figures count up to @p now and are to be verified.
[[nodiscard]] Incident incidentOf(const ReportLine& line, Id<Incident> id, Instant now);

}  // namespace fengsui
