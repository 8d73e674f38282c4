#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace medskapa::web::http {

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;                 // 0: any free port
    std::vector<std::string> hosts;            // names in Host that are ours, besides the address listened on
    std::vector<std::string> trusted_proxies;  // addresses whose X-Forwarded-For and -Proto are believed
    unsigned workers = 16;
    std::size_t queue = 256;               // requests that may wait for a worker; past that 503
    std::size_t max_connections = 10'000;  // a third of them from one network
    std::size_t max_target = 8 * 1024;
    std::size_t max_header = 16 * 1024;
    std::size_t max_form = 64 * 1024;           // a form without long texts
    std::size_t max_body = 1024 * 1024;         // with long texts
    std::size_t max_upload = 12 * 1024 * 1024;  // with a file
    // What all connections hold together, a third of it one network; past that 503.
    std::size_t max_held = 96 * 1024 * 1024;       // in memory: heads, short bodies, answers on their way
    std::size_t max_in_files = 256 * 1024 * 1024;  // longer bodies, in temporary files
    std::size_t max_fields = 1000;
    std::chrono::milliseconds header_timeout{10'000};
    std::chrono::milliseconds body_timeout{30'000};
    std::chrono::milliseconds write_timeout{30'000};
    std::chrono::milliseconds idle_timeout{60'000};
    std::chrono::milliseconds answer_timeout{60'000};  // the visitor of a handler that takes longer gets 504
    std::chrono::milliseconds drain_timeout{8'000};    // SIGTERM: what is in flight may finish within

    std::size_t max_head() const { return max_header + max_target; }
    /// Of what is for all, the part that one network may have.
    static std::size_t share(std::size_t all) { return all / 3 + 1; }
    std::size_t max_any_body() const { return max_body < max_upload ? max_upload : max_body; }
};

}  // namespace medskapa::web::http
