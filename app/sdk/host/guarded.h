// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <new>
#include <string>

#include "core/result.h"

namespace fengsui {

template <class T>
struct AsResult {
  using type = Result<T>;
};
template <class T>
struct AsResult<Result<T>> {
  using type = Result<T>;
};

/// Asks a module: an exception, which is a fault of the module, becomes a sentence, and the next ask is answered.
///
/// Errors: those of the call; io for an exception, with its words.
template <class Call>
[[nodiscard]] auto guarded(Call call) -> typename AsResult<decltype(call())>::type {
  const auto broke = [](const std::string& words) {
    return failure(ErrorCode::io, {"the module failed: " + words, "模块出错：" + words},
                   {"this is a fault of the module: tell those who made it, with the scenario",
                    "这是模块的缺陷，请把情景文件一并反馈给其开发方"});
  };
  try {
    return call();
  } catch (const std::bad_alloc&) {
    return failure(ErrorCode::full, {"there is not enough memory for this", "内存不足"},
                   {"larger cells or a smaller area", "请用更大的网格或更小的范围"});
  } catch (const std::exception& exception) {
    return broke(exception.what());
  } catch (...) {
    return broke("an exception without words");
  }
}

}  // namespace fengsui
