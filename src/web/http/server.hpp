#pragma once

#include "web/http/message.hpp"
#include "web/http/options.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace medskapa::web::http {

/// What the server holds and has done, for whoever watches it.
struct Gauges {
    std::size_t connections = 0;
    std::size_t idle_connections = 0;
    std::size_t most_connections = 0;
    std::size_t bytes_held = 0;
    std::size_t bytes_in_files = 0;
    std::size_t requests_waiting = 0;
    std::size_t workers = 0;
    std::size_t workers_busy = 0;
    std::chrono::microseconds time_at_work{};
    std::uint64_t accepted = 0;
    std::uint64_t closed_to_make_room = 0;
    std::uint64_t turned_away = 0;
    std::uint64_t too_slow = 0;            // handlers that took longer than answer_timeout
    std::map<int, std::uint64_t> refused;  // by the server itself, by status
};

/// HTTP/1.1 on one address.
class Server {
public:
    /// `make_handler` is called once for each worker thread, before any is started. Listens at once; throws
    /// std::runtime_error with a sentence for the operator when the address is taken.
    /// Without `rules` a body may be max_body, and max_upload with multipart/form-data. What is `ready` for a
    /// request without a body is sent without a worker.
    Server(
        Options, std::function<Handler()> make_handler, StatusPage, BodyRules rules = {}, Ready ready = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    /// Serves until stop(). What is in flight then is finished within drain_timeout.
    void run();
    /// May be called from any thread, and from a signal handler's thread.
    void stop();
    /// From any thread, while run() runs. Nothing when the server's own thread does not answer in a second.
    std::optional<Gauges> gauges() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace medskapa::web::http
