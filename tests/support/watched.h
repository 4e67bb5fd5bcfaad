// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fengsui {

/// The share of a long computation that is enough where every access to memory is watched for races: it takes twenty to
/// thirty times as long there.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define FENGSUI_WATCHED
#endif
#endif
#if defined(__SANITIZE_THREAD__) || defined(FENGSUI_WATCHED)
inline constexpr double watchedShare = 0.4;
#else
inline constexpr double watchedShare = 1;
#endif

}  // namespace fengsui
