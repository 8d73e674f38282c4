#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace medskapa::cli {

/// How long work reports its progress: on a terminal a bar that is drawn anew each time, else a line, at most
/// one each five seconds, so that a log is not flooded.
class ProgressText {
public:
    using Clock = std::chrono::steady_clock;

    ProgressText(bool is_terminal, Clock::time_point began) : is_terminal_(is_terminal), last_(began) {}

    /// What is to be printed now; empty when nothing is. `part` of the work is done, 0..1.
    std::string shown(std::string_view stage, double part, Clock::time_point now);
    /// What takes the bar away again.
    std::string taken_away() const;

private:
    bool is_terminal_;
    bool has_bar_ = false;
    Clock::time_point last_;
};

/// The same on stderr, for as long as it lives.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(std::string_view stage, double part);

private:
    ProgressText text_;
};

}  // namespace medskapa::cli
