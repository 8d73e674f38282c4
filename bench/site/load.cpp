// Clients that ask as fast as they are answered, or at a fixed rate, each on a connection of its own. Prints
// one JSON object.
#include "base/address.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <iostream>
#include <optional>
#include <thread>

namespace {

using Moment = std::chrono::steady_clock::time_point;
using std::chrono::steady_clock;

struct Answer {
    int status = 0;
    std::string_view body;
};

class Client {
public:
    explicit Client(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)} {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int one = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error{"nobody listens there"};
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    Answer ask(std::string_view request) {
        while (!request.empty()) {
            const auto sent = ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
            if (sent <= 0) throw std::runtime_error{"the server has gone"};
            request.remove_prefix(static_cast<std::size_t>(sent));
        }
        heard_.clear();
        while (heard_.find("\r\n\r\n") == heard_.npos) hear();
        const auto body = heard_.find("\r\n\r\n") + 4;
        while (heard_.size() < body + length()) hear();
        return {std::stoi(heard_.substr(9, 3)), std::string_view{heard_}.substr(body)};
    }

    /// The cookie that the last answer set, or the empty string.
    std::string cookie() const {
        constexpr std::string_view name = "\r\nSet-Cookie: ";
        const auto at = heard_.find(name);
        if (at == heard_.npos) return {};
        return heard_.substr(at + name.size(), heard_.find(';', at) - at - name.size());
    }

private:
    void hear() {
        char buffer[65536];
        const auto got = ::recv(socket_, buffer, sizeof buffer, 0);
        if (got <= 0) throw std::runtime_error{"the server has gone"};
        heard_.append(buffer, static_cast<std::size_t>(got));
    }

    std::size_t length() const {
        constexpr std::string_view name = "Content-Length: ";
        const auto at = heard_.find(name) + name.size();
        std::size_t bytes = 0;
        std::from_chars(heard_.data() + at, heard_.data() + heard_.size(), bytes);
        return bytes;
    }

    int socket_;
    std::string heard_;
};

/// What each client asks, one request after another, until there are none.
using Requests = std::function<std::optional<std::string>(Client&)>;

/// When a client asks: at once when it is answered, or at even times whether it is or not. Then what waits
/// for its turn has begun when it was due, so that a slow answer is not counted as one slow answer alone.
class Pace {
public:
    Pace(std::chrono::duration<double> between, Moment first) : between_{between}, due_{first} {}

    Moment next() {
        if (between_.count() <= 0) return steady_clock::now();
        const auto due =
            std::exchange(due_, due_ + std::chrono::duration_cast<steady_clock::duration>(between_));
        std::this_thread::sleep_until(due);
        return due;
    }

private:
    std::chrono::duration<double> between_;
    Moment due_;
};

struct Measured {
    std::vector<double> seconds;
    int refused = 0;
    double whole = 0;
};

void ask_all(std::uint16_t port, const Requests& next, int wanted, Pace pace, Measured& measured) {
    Client client{port};
    while (const auto request = next(client)) {
        const auto began = pace.next();
        if (client.ask(*request).status != wanted) ++measured.refused;
        measured.seconds.push_back(std::chrono::duration<double>(steady_clock::now() - began).count());
    }
}

/// `rate` requests a second over all clients; 0: as fast as they are answered.
Measured run(std::uint16_t port, int wanted, double rate, const std::vector<Requests>& clients) {
    std::vector<Measured> each(clients.size());
    std::vector<std::thread> threads;
    const auto began = steady_clock::now();
    const auto apart = std::chrono::duration<double>(rate > 0 ? 1 / rate : 0);
    for (std::size_t i = 0; i < clients.size(); ++i) {
        const auto first =
            began + std::chrono::duration_cast<steady_clock::duration>(apart * static_cast<double>(i));
        const Pace pace{apart * static_cast<double>(clients.size()), first};
        threads.emplace_back([&, i, pace] { ask_all(port, clients[i], wanted, pace, each[i]); });
    }
    for (auto& thread : threads) thread.join();
    Measured all;
    all.whole = std::chrono::duration<double>(steady_clock::now() - began).count();
    for (const auto& one : each) {
        all.seconds.insert(all.seconds.end(), one.seconds.begin(), one.seconds.end());
        all.refused += one.refused;
    }
    std::sort(all.seconds.begin(), all.seconds.end());
    return all;
}

Requests gets(const std::string& path, double seconds, const std::string& header) {
    const auto request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
    const auto end = steady_clock::now() + std::chrono::duration<double>(seconds);
    return [=, first = true](Client&) mutable {
        return std::exchange(first, false) || steady_clock::now() < end ? std::optional{request}
                                                                        : std::nullopt;
    };
}

std::string form_key(Client& client, const std::string& process) {
    constexpr std::string_view mark = "name=\"nyckel\" value=\"";
    const auto page = client.ask("GET " + process + "/inspel/nytt HTTP/1.1\r\nHost: localhost\r\n\r\n").body;
    const auto at = page.find(mark);
    if (at == page.npos) throw std::runtime_error{"the form has no key"};
    return std::string{page.substr(at + mark.size(), page.find('"', at + mark.size()) - at - mark.size())};
}

std::string post(const std::string& process, const std::string& key) {
    const auto text = medskapa::percent_encoded("Bussen går för sällan. " + std::string(300, 'x'));
    const auto body =
        "nyckel=" + key + "&aktivitet=lamna-inspel&galler=allt&vem=citizen&en-till=ja&text=" + text;
    return fmt::format(
        "POST {}/inspel HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded"
        "\r\nContent-Length: {}\r\n\r\n{}",
        process, body.size(), body);
}

/// Forms are fetched before the clock starts: what is measured is sending them.
Requests posts(std::uint16_t port, const std::string& process, int number) {
    Client client{port};
    auto forms = std::make_shared<std::vector<std::string>>();
    for (int i = 0; i < number; ++i) forms->push_back(post(process, form_key(client, process)));
    return [forms](Client&) -> std::optional<std::string> {
        if (forms->empty()) return std::nullopt;
        auto form = std::move(forms->back());
        forms->pop_back();
        return form;
    };
}

/// People who vote on twenty statements each, one after another, as the activity at `path` takes votes.
Requests votes(const std::string& path, int client, int number) {
    return [=, n = 0, cookie = std::string{}](Client& connection) mutable -> std::optional<std::string> {
        if (n == number) return std::nullopt;
        if (n % 20 == 0)
            cookie.clear();
        else if (cookie.empty())
            cookie = "Cookie: " + connection.cookie() + "\r\n";
        const auto body = fmt::format("nummer={}&rost={}", n % 20 + 1, (n + client) % 3 - 1);
        ++n;
        return fmt::format(
            "POST {}/rost HTTP/1.1\r\nHost: localhost\r\n{}Content-Type: "
            "application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{}",
            path, cookie, body.size(), body);
    };
}

/// What a client is to do.
struct Task {
    std::uint16_t port = 0;
    std::string path;
    double seconds = 2;
    int forms = 0;
    int votes = 0;
    double rate = 0;
    bool is_anew = false;

    bool writes() const { return forms > 0 || votes > 0; }
};

Requests requests_of(const Task& task, int client) {
    if (task.votes > 0) return votes(task.path, client, task.votes);
    if (task.forms > 0) return posts(task.port, task.path, task.forms);
    return gets(task.path, task.seconds, task.is_anew ? "Cookie: ms=0\r\n" : "");
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App program{"Asks a server on loopback as fast as it answers, or at a fixed rate"};
    Task task;
    int clients = 8;
    program.add_option("--port", task.port)->required();
    program.add_option("--clients", clients)->capture_default_str();
    program.add_option("--seconds", task.seconds, "How long to read")->capture_default_str();
    program.add_option(
        "--forms", task.forms, "Send so many inspel from each client to the process at PATH instead");
    program.add_option("--votes", task.votes, "Send so many votes from each client to the activity at PATH");
    program.add_option("--rate", task.rate, "Ask so often in a second, all clients together");
    program.add_flag("--anew", task.is_anew, "Ask with a session's cookie, for which no page is kept");
    program.add_option("path", task.path)->required();
    CLI11_PARSE(program, argc, argv);

    std::vector<Requests> requests;
    for (int i = 0; i < clients; ++i) requests.push_back(requests_of(task, i));
    const auto measured = run(task.port, task.writes() ? 303 : 200, task.rate, requests);
    const auto at = [&](double share) {
        return measured
            .seconds[static_cast<std::size_t>(share * static_cast<double>(measured.seconds.size() - 1))];
    };
    std::cout << fmt::format(
                     R"({{"requests":{},"refused":{},"seconds":{:.4f},"p50_ms":{:.3f},"p99_ms":{:.3f}}})",
                     measured.seconds.size(), measured.refused, measured.whole, at(0.5) * 1e3, at(0.99) * 1e3)
              << '\n';
}
