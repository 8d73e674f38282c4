#include "web/http/exchange.hpp"

#include "base/deadline.hpp"
#include "web/http/request_parser.hpp"

#include <algorithm>

namespace medskapa::web::http {

AtWork::AtWork(asio::io_context& io, Workers& workers, const Options& options, const StatusPage& page)
    : io_{io},
      workers_{workers},
      options_{options},
      status_page_{page},
      most_of_network_{Options::share(options.queue + options.workers)},
      most_long_ones_{std::max<std::size_t>(options.workers / 4, 1)} {}

asio::awaitable<int> AtWork::answer(std::shared_ptr<Exchange> job) {
    const auto latest = std::chrono::steady_clock::now() + options_.answer_timeout;
    while (job->body.is_in_file() && long_ones_ >= most_long_ones_) {
        if (std::chrono::steady_clock::now() > latest) co_return 503;
        co_await pause();
    }
    if (!dispatch(job)) co_return 503;
    co_return co_await until_done(job);
}

asio::awaitable<int> AtWork::go_on(std::shared_ptr<Exchange> job) {
    while (!dispatch(job)) co_await pause();
    co_return co_await until_done(job);
}

asio::awaitable<void> AtWork::pause() {
    asio::steady_timer timer{io_, std::chrono::milliseconds{50}};
    error_code error;
    co_await timer.async_wait(quietly(error));
}

asio::awaitable<int> AtWork::until_done(std::shared_ptr<Exchange> job) {
    error_code error;
    job->done.expires_after(options_.answer_timeout);
    if (!job->is_done) co_await job->done.async_wait(quietly(error));
    if (job->is_done) co_return 0;
    ++too_slow_;
    co_return 504;
}

bool AtWork::dispatch(const std::shared_ptr<Exchange>& job) {
    auto& its_own = of_network_[job->budget];
    if (!job->budget.empty() && its_own >= most_of_network_) return false;
    const bool is_long = job->body.is_in_file();
    job->is_done = false;
    const bool is_taken = workers_.take([this, job, is_long](const Handler& handler) {
        job->response = made(*job, handler);
        job->request.uploads.clear();
        job->body = {};
        asio::post(io_, [this, job, is_long] { finish(*job, is_long); });
    });
    if (is_taken) {
        ++its_own;
        if (is_long) ++long_ones_;
    } else if (its_own == 0) {
        of_network_.erase(job->budget);
    }
    return is_taken;
}

/// A body is read as a form by the worker, not on the thread that all connections share.
Response AtWork::made(Exchange& job, const Handler& handler) const {
    const Deadline deadline{options_.answer_timeout};
    const auto read_and_handled = [&](const Request&) {
        const bool is_to_parse = !job.is_parsed && job.request.stage != Request::Stage::head;
        if (is_to_parse && !parse_body(job.request, job.body.bytes(), options_))
            return status_page_(400, job.request.id);
        job.is_parsed = job.is_parsed || is_to_parse;
        return handler(job.request);
    };
    return http::answer(read_and_handled, job.request, status_page_);
}

void AtWork::finish(Exchange& job, bool is_long) {
    if (is_long) --long_ones_;
    if (const auto own = of_network_.find(job.budget); own != of_network_.end() && --own->second == 0)
        of_network_.erase(own);
    job.is_done = true;
    job.done.cancel();
}

}  // namespace medskapa::web::http
