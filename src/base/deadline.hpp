#pragma once

#include <chrono>

namespace medskapa {

/// Until when what this thread does for somebody is of use to them: while one lives, what can take long asks
/// has_passed() now and then and gives up. An inner one never lasts longer than the outer.
class Deadline {
public:
    explicit Deadline(std::chrono::milliseconds from_now);
    ~Deadline();
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    /// Of the thread that asks; false when it has none.
    static bool has_passed();

private:
    std::chrono::steady_clock::time_point before_;
};

}  // namespace medskapa
