#pragma once

#include "web/http/message.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace medskapa::web::http {

/// What the handler answers; the page for 500 when it throws or answers with a header that cannot be sent,
/// and the reason in the server's own log.
Response answer(const Handler&, const Request&, const StatusPage&);

/// A bounded pool: each thread has a handler of its own, and only so much may wait.
class Workers {
public:
    using Job = std::function<void(const Handler&)>;

    /// Makes all handlers first, in the caller's thread: what `make_handler` throws is thrown here.
    /// Throws std::runtime_error with a sentence when the system gives no more threads.
    Workers(unsigned threads, std::size_t most_waiting, std::function<Handler()> make_handler);
    /// Finishes what is under way, however long it takes, and what waits.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// False when the queue is full: the job will not run.
    bool take(Job);

    std::size_t waiting() const;
    std::size_t busy() const { return busy_; }
    std::size_t threads() const { return threads_.size(); }
    /// Of all threads, since they began.
    std::chrono::microseconds time_at_work() const { return std::chrono::microseconds{at_work_}; }

private:
    void work(const Handler&);
    void end();

    std::size_t most_waiting_;
    mutable std::mutex mutex_;
    std::atomic<std::size_t> busy_{0};
    std::atomic<std::int64_t> at_work_{0};
    std::condition_variable arrived_;
    std::deque<Job> jobs_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace medskapa::web::http
