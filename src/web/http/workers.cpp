#include "web/http/workers.hpp"

#include "web/http/head.hpp"

#include <iostream>
#include <stdexcept>
#include <string>
#include <system_error>

namespace medskapa::web::http {
namespace {

/// A handler's headers are its own mistake: the visitor gets a page, and the log the reason.
Response checked(Response response, const std::string& id, const StatusPage& status_page) {
    try {
        (void)response_head(response, {});
        return response;
    } catch (const std::logic_error& error) {
        std::cerr << "request " << id << ": " << error.what() << '\n';
        return status_page(500, id);
    }
}

}  // namespace

Response answer(const Handler& handler, const Request& request, const StatusPage& status_page) {
    try {
        return checked(handler(request), request.id, status_page);
    } catch (const std::system_error& error) {
        std::cerr << "request " << request.id << ": " << error.what() << '\n';
        const bool is_full = error.code() == std::errc::no_space_on_device;  // the folder for temporary files
        return status_page(is_full ? 507 : 500, request.id);
    } catch (const std::exception& error) {
        std::cerr << "request " << request.id << ": " << error.what() << '\n';
    } catch (...) {
        std::cerr << "request " << request.id << ": unknown error\n";
    }
    return status_page(500, request.id);
}

Workers::Workers(unsigned threads, std::size_t most_waiting, std::function<Handler()> make_handler)
    : most_waiting_{most_waiting} {
    std::vector<Handler> handlers;
    for (unsigned i = 0; i < threads; ++i) handlers.push_back(make_handler());
    try {
        for (auto& handler : handlers) threads_.emplace_back([this, its = std::move(handler)] { work(its); });
    } catch (const std::system_error& error) {
        end();
        throw std::runtime_error{std::string{"The system gives this program no more threads: "} +
                                 error.what() + ". Lower --workers."};
    }
}

Workers::~Workers() {
    end();
}

void Workers::end() {
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

std::size_t Workers::waiting() const {
    const std::lock_guard lock{mutex_};
    return jobs_.size();
}

void Workers::work(const Handler& handler) {
    for (;;) {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [&] { return ending_ || !jobs_.empty(); });
        if (jobs_.empty()) return;
        const auto job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        const auto began = std::chrono::steady_clock::now();
        ++busy_;
        job(handler);
        --busy_;
        at_work_ +=
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began)
                .count();
    }
}

}  // namespace medskapa::web::http
