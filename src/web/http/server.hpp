#pragma once

#include "web/http/message.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace medskapa::web::http {

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;                 // 0: any free port
    std::vector<std::string> hosts;            // names in Host that are ours, besides the address listened on
    std::vector<std::string> trusted_proxies;  // addresses whose X-Forwarded-For and -Proto are believed
    unsigned workers = 16;
    std::size_t queue = 256;  // requests that may wait for a worker; past that 503
    std::size_t max_connections = 10'000;
    std::size_t max_target = 8 * 1024;
    std::size_t max_header = 16 * 1024;
    std::size_t max_body = 1024 * 1024;
    std::size_t max_upload = 12 * 1024 * 1024;  // for multipart/form-data
    std::size_t max_fields = 1000;
    std::chrono::milliseconds header_timeout{10'000};
    std::chrono::milliseconds body_timeout{30'000};
    std::chrono::milliseconds write_timeout{30'000};
    std::chrono::milliseconds idle_timeout{60'000};
    std::chrono::milliseconds drain_timeout{10'000};  // SIGTERM: what is in flight may finish within
};

/// What the server says for itself, before any handler: a page for a status, without detail.
using StatusPage = std::function<Response(int status, const std::string& request_id)>;

/// HTTP/1.1 on one address. Boost.Beast stays inside server.cpp.
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
