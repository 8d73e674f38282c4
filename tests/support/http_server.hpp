#pragma once

#include "web/http/server.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <chrono>
#include <thread>

/// A server that runs while a test does, and clients that say exactly what they are told to.
namespace example {

namespace http = medskapa::web::http;
using namespace std::chrono_literals;

/// A client that says exactly what it is told to.
class Client {
public:
    explicit Client(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)} {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// Hangs up so that the server's next word meets a reset.
    void reset() const {
        const linger now{1, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }

    void say(std::string_view words) const {
        (void)::send(socket_, words.data(), words.size(), MSG_NOSIGNAL);
    }

    /// Everything until the server closes, or `enough` is in it, or two seconds have gone.
    std::string hear(std::string_view enough = "\x01never") const {
        std::string heard;
        const auto deadline = std::chrono::steady_clock::now() + 2s;
        while (heard.find(enough) == heard.npos && std::chrono::steady_clock::now() < deadline) {
            pollfd ready{socket_, POLLIN, 0};
            if (::poll(&ready, 1, 100) <= 0) continue;
            char buffer[4096];
            const auto got = ::recv(socket_, buffer, sizeof buffer, 0);
            if (got <= 0) return heard + "<closed>";
            heard.append(buffer, static_cast<std::size_t>(got));
        }
        return heard;
    }

private:
    int socket_;
};

/// A body of three parts; with ?fails the second one cannot be made.
inline http::Response parts(const http::Request& request) {
    http::Response response;
    response.content_type = "text/plain";
    const bool is_first = request.query.empty() || request.query.front().first == "fails";
    const int part = is_first ? 1 : std::stoi(request.query.front().second);
    if (part == 2 && request.query_text == "fails") throw std::runtime_error{"no second part"};
    response.body = "part " + std::to_string(part) + ";";
    for (const auto* name : {"accept-encoding", "if-none-match"})
        if (part > 1 && request.headers.contains(name)) response.body = "an answer of its own";
    if (part == 3) return response;
    response.rest = request;
    response.rest->query = {{"part", std::to_string(part + 1)}};
    return response;
}

inline http::Response echo(const http::Request& request) {
    http::Response response;
    response.content_type = "text/plain";
    if (request.path == "/throw") throw std::runtime_error{"the secret reason"};
    if (request.path == "/split-header") response.headers = {{"X", "a\r\nb: c"}};
    if (request.path == "/large") response.body = std::string(8'000'000, 'x');
    if (request.path == "/who")
        response.body = request.remote_address + (request.secure ? " https" : " http");
    if (request.path == "/") response.body = "home";
    if (request.path == "/hidden") response.body = "the hidden one";
    if (request.path == "/parts") return parts(request);
    if (!request.form.empty())
        response.body = std::to_string(request.form.size()) + ":" + request.form.front().second;
    if (!request.body.empty()) response.body = "body " + request.body;
    if (!request.uploads.empty()) response.body = request.uploads.front().file_name;
    return response;
}

inline http::Response plain_page(int status, const std::string& id) {
    http::Response response;
    response.status = status;
    response.body = "page " + id;
    return response;
}

inline http::Options quick() {
    http::Options options;
    options.port = 0;
    options.workers = 2;
    options.header_timeout = 150ms;
    options.body_timeout = 150ms;
    options.write_timeout = 200ms;
    options.idle_timeout = 150ms;
    options.max_body = 1000;
    options.max_upload = 5000;
    options.drain_timeout = 1000ms;
    return options;
}

/// A server that runs while it lives.
struct Running {
    http::Server server;
    std::thread thread;

    explicit Running(http::Options options = quick(), http::Handler handler = echo,
        http::BodyRules rules = {}, http::Ready ready = {})
        : server{std::move(options), [handler] { return handler; }, plain_page, std::move(rules),
              std::move(ready)},
          thread{[this] { server.run(); }} {}
    ~Running() {
        server.stop();
        thread.join();
    }
    std::string ask(std::string_view request) const {
        const Client client{server.port()};
        client.say(request);
        return client.hear();
    }
};

inline int status_of(std::string_view answer) {
    return answer.size() > 12 ? std::stoi(std::string{answer.substr(9, 3)}) : 0;
}

inline std::string get(const std::string& target, const std::string& headers = "Host: localhost\r\n") {
    return "GET " + target + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
}

inline std::string post(const std::string& headers, const std::string& body) {
    return "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

inline bool has(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace example
