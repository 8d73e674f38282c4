#pragma once

#include "web/http/message.hpp"
#include "web/http/options.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace medskapa::web::http {

/// HTTP/1.1 on one address.
class Server {
public:
    /// `make_handler` is called once on each worker thread. Listens at once; throws std::runtime_error with a
    /// sentence for the operator when the address is taken.
    Server(Options, std::function<Handler()> make_handler, StatusPage);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    /// Serves until stop(). What is in flight then is finished within drain_timeout.
    void run();
    /// May be called from any thread, and from a signal handler's thread.
    void stop();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace medskapa::web::http
