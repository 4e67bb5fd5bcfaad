// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowkernels.h"

#include "predictloop.h"
#include "rowloops.h"
#include "sourceloops.h"

// Each instruction set gets its own copy of the loops, inlined into functions that name the set. Nothing of a wider set
// can leak into code that an older processor runs, which separate files with other compiler flags would not promise.
#if defined(__x86_64__)
#define FENGSUI_WIDE __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,prefer-vector-width=512")))
#define FENGSUI_AVX2 __attribute__((target("avx2")))
#else
#define FENGSUI_WIDE
#define FENGSUI_AVX2
#endif

#define FENGSUI_ROW_KERNELS(SET, TARGET)                                                                               \
  template <class Real>                                                                                                \
  struct SET {                                                                                                         \
    TARGET static void faces(const FaceSide<Real>& l, const FaceSide<Real>& r, const FaceRow<Real>& out,               \
                             Real steepest, Real perWidth, int from, int to) {                                         \
      loops::faces<Real>(l, r, out, steepest, perWidth, from, to);                                                     \
    }                                                                                                                  \
    TARGET static void predict(const PredictRow<Real>& row, int from, int to) { loops::predict<Real>(row, from, to); } \
    TARGET static void update(const UpdateRow<Real>& row, int from, int to) { loops::update<Real>(row, from, to); }    \
    TARGET static void advance(const UpdateRow<Real>& row, const FinishRow<Real>& end, int from, int to) {             \
      loops::advance<Real>(row, end, from, to);                                                                        \
    }                                                                                                                  \
    TARGET static void finish(const FinishRow<Real>& row, int from, int to) { loops::finish<Real>(row, from, to); }    \
    TARGET static void gather(const UpdateRow<Real>& row, int from, int to) { loops::gather<Real>(row, from, to); }    \
    TARGET static void settle(const UpdateRow<Real>& row, int from, int to) { loops::settle<Real>(row, from, to); }    \
    TARGET static void sources(const SourceRow<Real>& row, int from, int to) { loops::sources<Real>(row, from, to); }  \
    TARGET static void record(const RecordRow<Real>& row, int from, int to) { loops::record<Real>(row, from, to); }    \
    static constexpr RowKernels<Real> table{faces, predict, update, advance, finish, gather, settle, sources, record}; \
  };

namespace fengsui::flood {
namespace {

FENGSUI_ROW_KERNELS(Baseline, )
FENGSUI_ROW_KERNELS(Avx2, FENGSUI_AVX2)
FENGSUI_ROW_KERNELS(Avx512, FENGSUI_WIDE)

}  // namespace

InstructionSet bestInstructionSet() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512bw"))
    return InstructionSet::avx512;
  if (__builtin_cpu_supports("avx2")) return InstructionSet::avx2;
#endif
  return InstructionSet::baseline;
}

template <class Real>
const RowKernels<Real>& rowKernels(InstructionSet set) {
  switch (set) {
    case InstructionSet::avx512:
      return Avx512<Real>::table;
    case InstructionSet::avx2:
      return Avx2<Real>::table;
    case InstructionSet::baseline:
      break;
  }
  return Baseline<Real>::table;
}

template const RowKernels<float>& rowKernels<float>(InstructionSet);
template const RowKernels<double>& rowKernels<double>(InstructionSet);

}  // namespace fengsui::flood
