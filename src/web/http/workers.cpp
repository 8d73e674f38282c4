#include "web/http/workers.hpp"

namespace medskapa::web::http {

Workers::Workers(unsigned threads, std::size_t most_waiting, std::function<Handler()> make_handler)
    : most_waiting_{most_waiting} {
    for (unsigned i = 0; i < threads; ++i)
        threads_.emplace_back([this, make_handler] { work(make_handler); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    arrived_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool Workers::take(Job job) {
    {
        const std::lock_guard lock{mutex_};
        if (jobs_.size() >= most_waiting_) return false;
        jobs_.push_back(std::move(job));
    }
    arrived_.notify_one();
    return true;
}

void Workers::work(const std::function<Handler()>& make_handler) {
    const auto handler = make_handler();
    for (;;) {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [&] { return ending_ || !jobs_.empty(); });
        if (jobs_.empty()) return;
        const auto job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job(handler);
    }
}

}  // namespace medskapa::web::http
