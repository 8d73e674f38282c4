#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace medskapa::cli {

/// Does something again and again on a thread of its own, with a pause between. What it throws is reported on
/// stderr, the same thing once in a row, and tried again after the pause. Ends, and waits for the round in
/// hand, when it goes out of scope.
class Repeating {
public:
    Repeating(std::chrono::milliseconds pause, std::string what, std::function<void()> round);
    ~Repeating();
    Repeating(const Repeating&) = delete;
    Repeating& operator=(const Repeating&) = delete;

private:
    void run();
    bool is_over();

    std::chrono::milliseconds pause_;
    std::string what_;
    std::function<void()> round_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool is_ending_ = false;
    std::thread thread_;
};

}  // namespace medskapa::cli
