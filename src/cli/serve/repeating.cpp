#include "cli/serve/repeating.hpp"

#include <exception>
#include <iostream>

namespace medskapa::cli {

namespace {

void try_once(Repeating::Task& task) {
    try {
        task.round();
        task.reported.clear();
    } catch (const std::exception& error) {
        if (task.reported != error.what()) std::cerr << task.what << ": " << error.what() << '\n';
        task.reported = error.what();
    }
}

}  // namespace

Repeating::Repeating(std::chrono::milliseconds pause, std::string what, std::function<void()> round)
    : Repeating{pause, {{std::move(what), std::move(round)}}} {}

Repeating::Repeating(std::chrono::milliseconds pause, std::vector<Task> tasks)
    : pause_{pause}, tasks_{std::move(tasks)}, thread_{[this] { run(); }} {}

Repeating::~Repeating() {
    {
        const std::lock_guard lock{mutex_};
        is_ending_ = true;
    }
    ended_.notify_one();
    thread_.join();
}

void Repeating::run() {
    do {
        for (auto& task : tasks_) try_once(task);
    } while (!is_over());
}

/// Waits for the pause, or for the end.
bool Repeating::is_over() {
    std::unique_lock lock{mutex_};
    return ended_.wait_for(lock, pause_, [this] { return is_ending_; });
}

}  // namespace medskapa::cli
