// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decideregistry.h"

namespace fengsui::deciderules {
namespace {

tl::unexpected<Error> wrong(const char* field, Text words) {
  Error error{ErrorCode::invalid, std::move(words), {}, {}};
  error.place.field = field;
  return failure(std::move(error));
}

Outcome fitThreshold(const Threshold& threshold) {
  if (threshold.level.empty())
    return wrong("thresholds", {"a threshold is named: what does it mean that it is reached?", "阈值须注明含义"});
  if (threshold.overMinutes < 0)
    return wrong("thresholds", {"a sum goes back over minutes, not ahead", "累计时段不能为负"});
  if (threshold.until) {
    const bool above = threshold.crossing == Crossing::above;
    if (above ? *threshold.until > threshold.value : *threshold.until < threshold.value)
      return wrong("thresholds",
                   {"a level that holds at or above " + threshold.value.text() + " cannot end at " +
                        threshold.until->text() + " already",
                    "在" + threshold.value.text() + "成立的阈值，不能在" + threshold.until->text() + "就解除"});
  }
  return {};
}

}  // namespace

Outcome fitSensor(const Situation& s, const Sensor& sensor, const Sensor* before) {
  if (sensor.kind.empty()) return wrong("kind", {"a sensor needs a kind: rain, riverLevel …", "监测站点须有类型"});
  if (sensor.unit.empty()) return wrong("unit", {"a sensor needs the unit of its readings", "监测站点须有读数单位"});
  if (sensor.series.empty())
    return wrong("series", {"a sensor needs the name under which its readings are kept", "监测站点须有读数序列名"});
  Outcome fits;
  s.sensors.forEach([&](const Uuid& id, const Sensor& other) {
    if (id != sensor.id.uuid && other.series == sensor.series)
      fits = wrong("series", {"the readings of " + other.name + " are kept under this name already",
                              "该序列名已用于" + other.name});
  });
  if (!fits) return fits;
  for (const Threshold& threshold : sensor.thresholds)
    if (auto one = fitThreshold(threshold); !one) return one;
  const auto watchedBefore = [&](const Uuid& id) {
    return before && std::find(before->watches.begin(), before->watches.end(), id) != before->watches.end();
  };
  for (const Uuid& id : sensor.watches)
    if (!watchedBefore(id) && !s.riskZones.contains(id) && !s.places.contains(id) && !s.facilities.contains(id))
      return wrong("watches", {"what it watches is not known here: a risk zone, a place or a facility",
                               "监测对象不在本站：须为风险区、地名或重点设施"});
  return {};
}

}  // namespace fengsui::deciderules
