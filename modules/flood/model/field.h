// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>

namespace fengsui::flood {

/// Columns are worked on by spans of so many cells; the spans are also what is awake or asleep.
inline constexpr int spanCells = 16;

/// How a grid lies in memory: rows of whole spans, a margin on each side, one row more below and above.
struct GridShape {
  int columns = 0;
  int rows = 0;

  static constexpr int margin = 16;  ///< holds the ghost cell; a cache line of float
  [[nodiscard]] int spans() const { return (columns + spanCells - 1) / spanCells; }
  [[nodiscard]] std::size_t stride() const { return static_cast<std::size_t>(spans()) * spanCells + 2 * margin; }
  [[nodiscard]] std::size_t cells() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
  bool operator==(const GridShape&) const = default;
};

/// Memory on a cache line, zero at first.
template <class Real>
class Lane {
 public:
  Lane() = default;
  explicit Lane(std::size_t size) : size_(size), data_(allocate(size)) { std::fill_n(data_.get(), size, Real(0)); }
  [[nodiscard]] Real* data() { return data_.get(); }
  [[nodiscard]] const Real* data() const { return data_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  struct Free {
    void operator()(Real* memory) const { ::operator delete[](memory, std::align_val_t{64}); }
  };
  static Real* allocate(std::size_t size) {
    return static_cast<Real*>(::operator new[](size * sizeof(Real), std::align_val_t{64}));
  }
  std::size_t size_ = 0;
  std::unique_ptr<Real[], Free> data_;
};

/// One number per cell of a grid. Row -1 and row `rows`, column -1 and column `columns` are ghosts.
template <class Real>
class Field {
 public:
  Field() = default;
  explicit Field(GridShape shape) : shape_(shape), lane_(shape.stride() * (static_cast<std::size_t>(shape.rows) + 2)) {}
  [[nodiscard]] bool empty() const { return lane_.empty(); }
  /// The row, pointing at column 0. Row 0 is the northernmost.
  [[nodiscard]] Real* row(int j) { return lane_.data() + offset(j); }
  [[nodiscard]] const Real* row(int j) const { return lane_.data() + offset(j); }
  [[nodiscard]] Real& at(int i, int j) { return row(j)[i]; }
  [[nodiscard]] Real at(int i, int j) const { return row(j)[i]; }
  [[nodiscard]] const GridShape& shape() const { return shape_; }
  void fill(Real value) { std::fill_n(lane_.data(), lane_.size(), value); }

 private:
  [[nodiscard]] std::size_t offset(int j) const {
    return shape_.stride() * static_cast<std::size_t>(j + 1) + GridShape::margin;
  }
  GridShape shape_;
  Lane<Real> lane_;
};

}  // namespace fengsui::flood
