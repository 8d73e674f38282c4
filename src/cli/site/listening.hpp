#pragma once

#include "web/http/server.hpp"

#include <csignal>
#include <string>

namespace medskapa::cli {

/// The address and port in "ADDRESS:PORT". Throws std::runtime_error with a sentence for the operator.
web::http::Options listening_on(const std::string& address_and_port);

/// SIGTERM and SIGINT end a server cleanly. Make one before any thread is started, so that they inherit it.
class EndingSignals {
public:
    EndingSignals();

    /// Says "listening on http://ADDRESS:PORT" on stdout and serves until one of the signals comes.
    void serve(web::http::Server&, const std::string& address) const;

private:
    sigset_t signals_;
};

}  // namespace medskapa::cli
