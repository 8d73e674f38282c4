#pragma once

#include "web/http/server.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <string>

namespace medskapa::cli {

/// The address and port in "ADDRESS:PORT". Throws std::runtime_error with a sentence for the operator.
web::http::Options listening_on(const std::string& address_and_port);

/// Asks the system for as many file descriptors as it lets us have, and returns how many connections they are
/// enough for: the others are for the database, the log, temporary files and programs that we start.
std::size_t connections_allowed(unsigned workers);
/// The same for that many descriptors.
std::size_t connections_within(std::size_t descriptors, unsigned workers);

/// From SIGTERM until the program is gone, whatever it is doing. What has been acknowledged is durable by
/// then.
inline constexpr std::chrono::milliseconds longest_ending{9'500};

/// SIGTERM and SIGINT end a server cleanly. Make one before any thread is started, so that they inherit it.
class EndingSignals {
public:
    EndingSignals();

    /// Says "listening on http://ADDRESS:PORT" on stdout and serves until one of the signals comes. From then
    /// on the program ends within longest_ending, even when a handler or a thread of its own does not: then
    /// with 0, or what end() was told.
    void serve(web::http::Server&, const std::string& address) const;

    /// As if SIGTERM had come. From any thread.
    void end(int code);

    int code() const { return code_; }

private:
    sigset_t signals_;
    std::atomic<int> code_{0};
};

}  // namespace medskapa::cli
