// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/gdalsession.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include <mutex>

#include "gis/textencoding.h"

namespace fengsui {
namespace {

constexpr std::size_t mostKept = 50;

void CPL_STDCALL keep(CPLErr level, CPLErrorNum, const char* words) {
  auto* heard = static_cast<std::vector<GdalSession::Heard>*>(CPLGetErrorHandlerUserData());
  if (!heard || level == CE_Debug || heard->size() >= mostKept) return;
  heard->push_back({level >= CE_Failure, isUtf8(words) ? words : "unreadable message"});
}

}  // namespace

GdalSession::GdalSession() {
  static std::once_flag once;
  std::call_once(once, [] {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    GDALAllRegister();
    CPLPopErrorHandler();
  });
  CPLPushErrorHandlerEx(keep, &heard_);
}

GdalSession::~GdalSession() {
  CPLPopErrorHandler();
  CPLErrorReset();
}

std::string GdalSession::firstFailure() const {
  for (const Heard& heard : heard_)
    if (heard.isFailure) return heard.words;
  return {};
}

tl::unexpected<Error> GdalSession::failed(ErrorCode code, Text message, Text remedy) const {
  if (const std::string words = firstFailure(); !words.empty()) {
    message.en += " (GDAL: " + words + ")";
    message.zh += "（GDAL：" + words + "）";
  }
  return failure(code, std::move(message), std::move(remedy));
}

GdalSetting::GdalSetting(std::string key, const char* value) : key_(std::move(key)) {
  if (const char* before = CPLGetThreadLocalConfigOption(key_.c_str(), nullptr)) before_ = before, hadBefore_ = true;
  CPLSetThreadLocalConfigOption(key_.c_str(), value);
}

GdalSetting::~GdalSetting() { CPLSetThreadLocalConfigOption(key_.c_str(), hadBefore_ ? before_.c_str() : nullptr); }

}  // namespace fengsui
