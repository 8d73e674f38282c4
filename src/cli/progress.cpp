#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <algorithm>
#include <cstdio>

namespace medskapa::cli {
namespace {

constexpr std::chrono::seconds between_lines{5};
constexpr int bar_width = 30;
constexpr auto clear_line = "\r\x1B[K";

}  // namespace

std::string ProgressText::shown(std::string_view stage, double part, Clock::time_point now) {
    if (!is_terminal_ && now - last_ < between_lines) return {};
    last_ = now;
    if (!is_terminal_) return fmt::format("{:3.0f} % {}\n", part * 100, stage);
    has_bar_ = true;
    const auto done = std::clamp(static_cast<int>(part * bar_width), 0, bar_width);
    return fmt::format("{}[{:#<{}}{:.<{}}] {}", clear_line, "", done, "", bar_width - done, stage);
}

std::string ProgressText::taken_away() const {
    return has_bar_ ? clear_line : "";
}

ProgressLine::ProgressLine() : text_{isatty(STDERR_FILENO) == 1, ProgressText::Clock::now()} {}

ProgressLine::~ProgressLine() {
    std::fputs(text_.taken_away().c_str(), stderr);
}

void ProgressLine::show(std::string_view stage, double part) {
    std::fputs(text_.shown(stage, part, ProgressText::Clock::now()).c_str(), stderr);
}

}  // namespace medskapa::cli
