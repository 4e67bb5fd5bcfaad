// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace fengsui {

/// A sorted map that is copied in no time and shares what did not change: a situation is handed to a worker,
/// kept as a rung of the replay ladder or compared with its predecessor for the price of a few pointers.
///
/// Sorted leaves of shared values under one spine. A copy shares all leaves (n/48 pointers). What a map has made
/// since it was last copied it changes in place; everything else is copied first, one leaf and one value at a time.
///
/// Thread: a map belongs to one thread; copies may be made, read and written in others at the same time.
template <class Key, class Value>
class CowMap {
 public:
  CowMap() = default;
  CowMap(const CowMap& other) : leaves_(other.leaves_), size_(other.size_) { other.owner_ = kNobody; }
  CowMap(CowMap&& other) noexcept
      : leaves_(std::move(other.leaves_)),
        size_(std::exchange(other.size_, 0)),
        owner_(other.owner_.exchange(kNobody)) {
    other.leaves_.clear();
  }
  CowMap& operator=(CowMap other) noexcept {
    leaves_.swap(other.leaves_);
    std::swap(size_, other.size_);
    owner_ = other.owner_.load();
    return *this;
  }
  ~CowMap() = default;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

  /// @return nullptr where there is none.
  [[nodiscard]] const Value* find(const Key& key) const {
    const auto leaf = leafFor(key);
    if (leaf == leaves_.size()) return nullptr;
    const auto& entries = leaves_[leaf]->entries;
    const auto at = lowerBound(entries, key);
    return at != entries.end() && at->key == key ? at->value.get() : nullptr;
  }

  [[nodiscard]] bool contains(const Key& key) const { return find(key) != nullptr; }

  void set(const Key& key, Value value) {
    Entry& entry = slot(key);
    entry.value = std::make_shared<Value>(std::move(value));
    entry.owner = owner_;
  }

  /// The value to write to, copied first where it is shared. @return nullptr where there is none.
  [[nodiscard]] Value* edit(const Key& key) {
    if (!contains(key)) return nullptr;
    Entry& entry = slot(key);
    if (entry.owner != owner_) {
      entry.value = std::make_shared<Value>(*entry.value);
      entry.owner = owner_;
    }
    return entry.value.get();
  }

  void erase(const Key& key) {
    const auto leaf = leafFor(key);
    if (leaf == leaves_.size()) return;
    auto& entries = ownedLeaf(leaf).entries;
    const auto at = lowerBound(entries, key);
    if (at == entries.end() || !(at->key == key)) return;
    entries.erase(at);
    --size_;
    if (entries.empty()) leaves_.erase(leaves_.begin() + static_cast<std::ptrdiff_t>(leaf));
  }

  /// Calls f(const Key&, const Value&) in the order of the keys.
  template <class F>
  void forEach(F&& f) const {
    for (const auto& leaf : leaves_)
      for (const Entry& entry : leaf->entries) f(entry.key, std::as_const(*entry.value));
  }

  /// The keys at which this map differs from @p before, found by comparing what is shared: f(key, old, new),
  /// either of them nullptr. Values that were rewritten with the same content count as different.
  template <class F>
  void forEachChange(const CowMap& before, F&& f) const {
    Cursor now{*this};
    Cursor old{before};
    while (!now.done() || !old.done()) {
      if (!now.done() && !old.done() && now.atLeafStart() && old.atLeafStart() && now.leaf() == old.leaf()) {
        now.skipLeaf();
        old.skipLeaf();
      } else if (old.done() || (!now.done() && now.entry().key < old.entry().key)) {
        f(now.entry().key, static_cast<const Value*>(nullptr), std::as_const(now.entry().value).get());
        now.next();
      } else if (now.done() || old.entry().key < now.entry().key) {
        f(old.entry().key, std::as_const(old.entry().value).get(), static_cast<const Value*>(nullptr));
        old.next();
      } else {
        if (now.entry().value != old.entry().value)
          f(now.entry().key, std::as_const(old.entry().value).get(), std::as_const(now.entry().value).get());
        now.next();
        old.next();
      }
    }
  }

 private:
  static constexpr std::size_t kLeafSize = 96;
  static constexpr std::uint64_t kNobody = 0;

  struct Entry {
    Key key;
    std::shared_ptr<Value> value;
    std::uint64_t owner = kNobody;  ///< who may change the value in place
  };
  struct Leaf {
    std::vector<Entry> entries;
    std::uint64_t owner = kNobody;
  };

  static std::uint64_t newOwner() {
    static std::atomic<std::uint64_t> last{kNobody};
    return ++last;
  }

  class Cursor {
   public:
    explicit Cursor(const CowMap& map) : map_(map) {}
    [[nodiscard]] bool done() const { return leaf_ == map_.leaves_.size(); }
    [[nodiscard]] bool atLeafStart() const { return at_ == 0; }
    [[nodiscard]] const Leaf* leaf() const { return map_.leaves_[leaf_].get(); }
    [[nodiscard]] const Entry& entry() const { return map_.leaves_[leaf_]->entries[at_]; }
    void skipLeaf() { ++leaf_, at_ = 0; }
    void next() {
      if (++at_ == map_.leaves_[leaf_]->entries.size()) skipLeaf();
    }

   private:
    const CowMap& map_;
    std::size_t leaf_ = 0;
    std::size_t at_ = 0;
  };

  template <class Entries>
  static auto lowerBound(Entries& entries, const Key& key) {
    return std::lower_bound(entries.begin(), entries.end(), key,
                            [](const Entry& entry, const Key& wanted) { return entry.key < wanted; });
  }

  // The leaf that holds or would hold the key: the last one that does not start behind it.
  [[nodiscard]] std::size_t leafFor(const Key& key) const {
    const auto after = std::upper_bound(leaves_.begin(), leaves_.end(), key, [](const Key& wanted, const auto& leaf) {
      return wanted < leaf->entries.front().key;
    });
    if (after == leaves_.begin()) return leaves_.empty() ? leaves_.size() : 0;
    return static_cast<std::size_t>(after - leaves_.begin()) - 1;
  }

  Leaf& ownedLeaf(std::size_t index) {
    if (owner_ == kNobody) owner_ = newOwner();
    auto& leaf = leaves_[index];
    if (leaf->owner != owner_) leaf = std::make_shared<Leaf>(Leaf{leaf->entries, owner_});
    return *leaf;
  }

  Entry& slot(const Key& key) {
    if (leaves_.empty()) leaves_.push_back(std::make_shared<Leaf>());
    const auto index = leaves_[0]->entries.empty() ? 0 : leafFor(key);
    auto& entries = ownedLeaf(index).entries;
    auto at = lowerBound(entries, key);
    if (at != entries.end() && at->key == key) return *at;
    at = entries.insert(at, Entry{key, nullptr, kNobody});
    ++size_;
    if (entries.size() <= kLeafSize) return *at;
    // Keys of our own making ascend, so a leaf that overflows at its end is left full instead of half empty.
    const auto where = static_cast<std::size_t>(at - entries.begin());
    const auto middle = where == entries.size() - 1 ? where : entries.size() / 2;
    const auto cut = entries.begin() + static_cast<std::ptrdiff_t>(middle);
    auto upper = std::make_shared<Leaf>();
    upper->entries.assign(std::make_move_iterator(cut), std::make_move_iterator(entries.end()));
    upper->owner = owner_;
    entries.erase(cut, entries.end());
    leaves_.insert(leaves_.begin() + static_cast<std::ptrdiff_t>(index) + 1, upper);
    return where >= middle ? upper->entries[where - middle] : leaves_[index]->entries[where];
  }

  std::vector<std::shared_ptr<Leaf>> leaves_;
  std::size_t size_ = 0;
  mutable std::atomic<std::uint64_t> owner_{kNobody};  ///< a copy takes the right to change in place from both
};

}  // namespace fengsui
