#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace medskapa::cli {

/// Does something again and again on a thread of its own, with a pause between; or several things after each
/// other. What one throws is reported on stderr, the same thing once in a row, keeps none of the others from
/// its turn, and is tried again after the pause. Ends, and waits for the round in hand, when it goes out of
/// scope.
class Repeating {
public:
    struct Task {
        std::string what;
        std::function<void()> round;
        std::string reported = {};  // what it threw last
    };

    Repeating(std::chrono::milliseconds pause, std::string what, std::function<void()> round);
    Repeating(std::chrono::milliseconds pause, std::vector<Task>);
    ~Repeating();
    Repeating(const Repeating&) = delete;
    Repeating& operator=(const Repeating&) = delete;

private:
    void run();
    bool is_over();

    std::chrono::milliseconds pause_;
    std::vector<Task> tasks_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool is_ending_ = false;
    std::thread thread_;
};

}  // namespace medskapa::cli
