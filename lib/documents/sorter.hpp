#pragma once

#include "documents/spool.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace peergroup::documents {

/// How much memory a sorter may take, in bytes.
struct SorterMemory {
    std::size_t run = std::size_t{4} << 20U;          ///< records sorted at a time
    std::size_t read_buffer = std::size_t{64} << 10U; ///< for each run while merging
    std::size_t fan_in = 64;                          ///< runs merged at a time, at least 2
};

/// Records of one sorted run in a spool, read a buffer at a time.
template <class Record> class SpooledRun {
public:
    /// The bytes of the spool from `begin` to before `end`.
    SpooledRun(std::uint64_t begin, std::uint64_t end) : begin_(begin), end_(end) {}

    /// Gets the first records; nothing can be read before.
    void start(const Spool& spool, std::size_t buffer_bytes) {
        buffer_.resize(std::max<std::size_t>(1, buffer_bytes / sizeof(Record)));
        fill(spool);
    }
    bool at_end() const { return at_ == buffer_.size(); }
    const Record& front() const { return buffer_[at_]; }
    void pop(const Spool& spool) {
        if (++at_ == buffer_.size()) fill(spool);
    }

private:
    void fill(const Spool& spool) {
        const std::size_t left = (end_ - begin_) / sizeof(Record);
        buffer_.resize(std::min(buffer_.size(), left));
        spool.read(begin_, std::as_writable_bytes(std::span(buffer_)));
        begin_ += buffer_.size() * sizeof(Record);
        at_ = 0;
    }

    std::uint64_t begin_;
    std::uint64_t end_;
    std::vector<Record> buffer_;
    std::size_t at_ = 0;
};

/// Sorts any number of records in flat memory: runs are sorted in memory, spooled to a nameless file and merged. What fits in one
/// run never touches the disk. Equal records come in no particular order, so `Less` should tell all apart. Throws Problem
/// `spool-failed` with folder and cause.
template <class Record, class Less = std::less<Record>> class Sorter {
    static_assert(std::is_trivially_copyable_v<Record>, "records are spooled byte by byte");

public:
    explicit Sorter(std::string spool_folder, Less less = {}, SorterMemory memory = {})
        : folder_(std::move(spool_folder)), less_(std::move(less)), memory_(memory) {}

    void add(const Record& record) {
        const std::size_t capacity = std::max<std::size_t>(1, memory_.run / sizeof(Record));
        if (buffer_.size() == capacity) spool_run();
        if (buffer_.capacity() == 0) buffer_.reserve(capacity);
        buffer_.push_back(record);
        ++size_;
    }

    /// Calls `deliver(const Record&)` for every record in order, once; the sorter is empty afterwards.
    template <class Deliver> void for_each(Deliver&& deliver) {
        size_ = 0;
        if (runs_.empty()) {
            sort_buffer();
            for (const Record& record : std::exchange(buffer_, {}))
                deliver(record);
            return;
        }
        spool_run();
        buffer_ = std::vector<Record>(); // what follows needs memory of its own
        while (runs_.size() > fan_in())
            merge_in_groups();
        merge(std::exchange(runs_, {}), *spool_, deliver);
        spool_.reset();
    }

    /// Records added and not yet delivered.
    std::uint64_t size() const { return size_; }

private:
    using Runs = std::vector<SpooledRun<Record>>;

    std::size_t fan_in() const { return std::max<std::size_t>(2, memory_.fan_in); }

    void sort_buffer() { // what a file lists in order is common, and cheap to see
        if (!std::is_sorted(buffer_.begin(), buffer_.end(), less_)) std::sort(buffer_.begin(), buffer_.end(), less_);
    }

    void spool_run() {
        sort_buffer();
        if (!spool_) spool_.emplace(folder_);
        const std::uint64_t begin = spool_->size();
        spool_->append(std::as_bytes(std::span(buffer_)));
        runs_.emplace_back(begin, spool_->size());
        buffer_.clear();
    }

    /// Replaces the runs by fewer, longer ones in a new spool.
    void merge_in_groups() {
        Spool merged(folder_);
        Runs longer;
        for (std::size_t first = 0; first < runs_.size(); first += fan_in()) {
            const auto begin = runs_.begin() + static_cast<std::ptrdiff_t>(first);
            const auto end = runs_.begin() + static_cast<std::ptrdiff_t>(std::min(first + fan_in(), runs_.size()));
            const std::uint64_t start = merged.size();
            merge_to(merged, Runs(begin, end));
            longer.emplace_back(start, merged.size());
        }
        runs_ = std::move(longer);
        spool_ = std::move(merged);
    }

    void merge_to(Spool& target, Runs runs) const {
        const std::size_t capacity = std::max<std::size_t>(1, memory_.read_buffer / sizeof(Record));
        std::vector<Record> pending;
        pending.reserve(capacity);
        const auto write = [&] {
            target.append(std::as_bytes(std::span(pending)));
            pending.clear();
        };
        merge(std::move(runs), *spool_, [&](const Record& record) {
            pending.push_back(record);
            if (pending.size() == capacity) write();
        });
        write();
    }

    template <class Deliver> void merge(Runs runs, const Spool& spool, Deliver&& deliver) const {
        std::vector<SpooledRun<Record>*> heap;
        for (SpooledRun<Record>& run : runs) {
            run.start(spool, memory_.read_buffer);
            heap.push_back(&run);
        }
        // A heap has its largest on top, so what comes first has to count as larger.
        const auto later = [this](const SpooledRun<Record>* left, const SpooledRun<Record>* right) {
            return less_(right->front(), left->front());
        };
        std::make_heap(heap.begin(), heap.end(), later);
        while (!heap.empty()) {
            std::pop_heap(heap.begin(), heap.end(), later);
            deliver(heap.back()->front());
            heap.back()->pop(spool);
            if (heap.back()->at_end())
                heap.pop_back();
            else
                std::push_heap(heap.begin(), heap.end(), later);
        }
    }

    std::string folder_;
    Less less_;
    SorterMemory memory_;
    std::vector<Record> buffer_;
    std::optional<Spool> spool_;
    Runs runs_;
    std::uint64_t size_ = 0;
};

} // namespace peergroup::documents
