#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <algorithm>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace example {

struct TakenMail {
    std::string from;
    std::string to;
    std::string text;  // as it came, dots unstuffed
};

/// A mail server of a test's own, on loopback, that sends nothing on. What it does with a mail is said by the
/// part of the recipient's address before the @: "refused", "later", "later-after" (the words), "closes" and
/// "hangs" (after the words), "closes-early" (before them); whoever else is sent to gets their mail.
class SmtpSink {
public:
    SmtpSink() : listener_{::socket(AF_INET, SOCK_STREAM, 0)} {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(listener_, 8) != 0)
            throw std::runtime_error{"No port for the test's mail server"};
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread{[this] { serve(); }};
    }
    ~SmtpSink() {
        is_ending_ = true;
        thread_.join();
        ::close(listener_);
    }
    SmtpSink(const SmtpSink&) = delete;
    SmtpSink& operator=(const SmtpSink&) = delete;

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

    std::vector<TakenMail> taken() const {
        const std::lock_guard lock{mutex_};
        return taken_;
    }
    /// Refuses everybody before they have named anybody, as when our password is wrong.
    void refuse_us() { refuses_us_ = true; }

private:
    struct Talk {
        int socket;
        std::string unread = {};
        TakenMail mail = {};

        ~Talk() { ::close(socket); }
    };

    void serve() {
        while (!is_ending_) {
            if (!is_ready(listener_)) continue;
            Talk talk{::accept(listener_, nullptr, nullptr)};
            say(talk, "220 sink.test");
            while (!is_ending_ && answer(talk)) {}
        }
    }

    static bool is_ready(int socket) {
        pollfd ready{socket, POLLIN, 0};
        return ::poll(&ready, 1, 20) > 0;
    }

    static void say(const Talk& talk, const std::string& line) {
        const auto bytes = line + "\r\n";
        (void)::send(talk.socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    /// Up to and with `end`; empty when the connection or the test has ended.
    std::string heard(Talk& talk, const std::string& end) const {
        while (!is_ending_) {
            if (const auto at = talk.unread.find(end); at != std::string::npos) {
                auto bytes = talk.unread.substr(0, at + end.size());
                talk.unread.erase(0, at + end.size());
                return bytes;
            }
            if (!is_ready(talk.socket)) continue;
            char buffer[4096];
            const auto got = ::recv(talk.socket, buffer, sizeof buffer, 0);
            if (got <= 0) return {};
            talk.unread.append(buffer, static_cast<std::size_t>(got));
        }
        return {};
    }

    static std::string between(const std::string& line) {
        const auto from = line.find('<');
        return line.substr(from + 1, line.find('>', from) - from - 1);
    }

    bool answer(Talk& talk) {
        const auto line = heard(talk, "\r\n");
        if (line.empty()) return false;
        if (line.starts_with("MAIL")) {
            talk.mail = {between(line), "", ""};
            say(talk, refuses_us_ ? "550 5.7.1 not you" : "250 OK");
        } else if (line.starts_with("RCPT")) {
            return take_recipient(talk, between(line));
        } else if (line.starts_with("DATA")) {
            return take_words(talk);
        } else {
            say(talk, line.starts_with("QUIT") ? "221 bye" : "250 sink.test");
        }
        return !line.starts_with("QUIT");
    }

    static bool take_recipient(Talk& talk, const std::string& to) {
        talk.mail.to = to;
        if (to.starts_with("closes-early@")) return false;
        say(talk, to.starts_with("refused@") ? "550 5.1.1 nobody here"
                  : to.starts_with("later@") ? "450 4.2.0 later"
                                             : "250 OK");
        return true;
    }

    bool take_words(Talk& talk) {
        say(talk, "354 go on");
        auto text = heard(talk, "\r\n.\r\n");
        if (text.empty() || talk.mail.to.starts_with("closes@")) return false;
        if (talk.mail.to.starts_with("hangs@")) {
            (void)heard(talk, "never");
            return false;
        }
        if (talk.mail.to.starts_with("later-after@")) {
            say(talk, "452 4.3.1 no room");
            return true;
        }
        text.resize(text.size() - 3);
        for (auto at = text.find("\r\n.."); at != std::string::npos; at = text.find("\r\n..", at + 3))
            text.erase(at + 2, 1);
        talk.mail.text = std::move(text);
        {
            const std::lock_guard lock{mutex_};
            taken_.push_back(talk.mail);
        }
        say(talk, "250 2.0.0 taken");
        return true;
    }

    int listener_;
    std::uint16_t port_ = 0;
    std::atomic<bool> is_ending_{false};
    std::atomic<bool> refuses_us_{false};
    mutable std::mutex mutex_;
    std::vector<TakenMail> taken_;
    std::thread thread_;
};

}  // namespace example
