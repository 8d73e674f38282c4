#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <atomic>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>

namespace example {

/// A server of a test's own, on loopback, that hears a request and sends these bytes, whatever they are.
class RawHttp {
public:
    /// `says`: what is sent; with nothing it is silent. `repeated`: so many times.
    explicit RawHttp(std::string says, int repeated = 1)
        : says_{std::move(says)}, repeated_{repeated}, listener_{::socket(AF_INET, SOCK_STREAM, 0)} {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(listener_, 8) != 0)
            throw std::runtime_error{"No port for the test's server"};
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread{[this] { serve(); }};
    }
    ~RawHttp() {
        is_ending_ = true;
        thread_.join();
        ::close(listener_);
    }
    RawHttp(const RawHttp&) = delete;
    RawHttp& operator=(const RawHttp&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    /// All that has been asked.
    std::string heard() const {
        const std::lock_guard lock{mutex_};
        return heard_;
    }

private:
    static bool is_ready(int socket, int milliseconds = 20) {
        pollfd ready{socket, POLLIN, 0};
        return ::poll(&ready, 1, milliseconds) > 0;
    }

    void serve() {
        while (!is_ending_) {
            if (!is_ready(listener_)) continue;
            const int socket = ::accept(listener_, nullptr, nullptr);
            hear(socket);
            for (int i = 0; i < repeated_ && !is_ending_ && !says_.empty(); ++i)
                if (::send(socket, says_.data(), says_.size(), MSG_NOSIGNAL) <= 0) break;
            while (says_.empty() && !is_ending_ && !is_gone(socket)) {}
            ::close(socket);
        }
    }
    static bool is_gone(int socket) {
        char byte = 0;
        return is_ready(socket) && ::recv(socket, &byte, 1, MSG_PEEK) <= 0;
    }

    /// With its body: who hangs up on what it has not heard cuts off its own answer.
    static bool is_whole(const std::string& request) {
        const auto end = request.find("\r\n\r\n");
        if (end == request.npos) return false;
        const std::string field = "Content-Length: ";
        const auto at = request.find(field);
        const auto size = at < end ? std::stoul(request.substr(at + field.size())) : 0;
        return request.size() >= end + 4 + size;
    }

    void hear(int socket) {
        std::string request;
        while (!is_ending_ && !is_whole(request)) {
            if (!is_ready(socket)) continue;
            char buffer[4096];
            const auto got = ::recv(socket, buffer, sizeof buffer, 0);
            if (got <= 0) break;
            request.append(buffer, static_cast<std::size_t>(got));
        }
        const std::lock_guard lock{mutex_};
        heard_ += request;
    }

    std::string says_;
    int repeated_;
    int listener_;
    int port_ = 0;
    mutable std::mutex mutex_;
    std::string heard_;
    std::atomic<bool> is_ending_{false};
    std::thread thread_;
};

}  // namespace example
