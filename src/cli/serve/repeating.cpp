#include "cli/serve/repeating.hpp"

#include <exception>
#include <iostream>

namespace medskapa::cli {

Repeating::Repeating(std::chrono::milliseconds pause, std::string what, std::function<void()> round)
    : pause_{pause}, what_{std::move(what)}, round_{std::move(round)}, thread_{[this] { run(); }} {}

Repeating::~Repeating() {
    {
        const std::lock_guard lock{mutex_};
        is_ending_ = true;
    }
    ended_.notify_one();
    thread_.join();
}

void Repeating::run() {
    std::string reported;
    do {
        try {
            round_();
            reported.clear();
        } catch (const std::exception& error) {
            if (reported != error.what()) std::cerr << what_ << ": " << error.what() << '\n';
            reported = error.what();
        }
    } while (!is_over());
}

/// Waits for the pause, or for the end.
bool Repeating::is_over() {
    std::unique_lock lock{mutex_};
    return ended_.wait_for(lock, pause_, [this] { return is_ending_; });
}

}  // namespace medskapa::cli
