#include "web/http/server.hpp"

#include "web/http/head.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <semaphore>
#include <thread>

using namespace medskapa::web;
using namespace std::chrono_literals;

namespace {

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
http::Response parts(const http::Request& request) {
    http::Response response;
    response.content_type = "text/plain";
    const bool is_first = request.query.empty() || request.query.front().first == "fails";
    const int part = is_first ? 1 : std::stoi(request.query.front().second);
    if (part == 2 && request.query_text == "fails") throw std::runtime_error{"no second part"};
    response.body = "part " + std::to_string(part) + ";";
    if (part == 3) return response;
    response.rest = request;
    response.rest->query = {{"part", std::to_string(part + 1)}};
    return response;
}

http::Response echo(const http::Request& request) {
    http::Response response;
    response.content_type = "text/plain";
    if (request.path == "/throw") throw std::runtime_error{"the secret reason"};
    if (request.path == "/split-header") response.headers = {{"X", "a\r\nb: c"}};
    if (request.path == "/large") response.body = std::string(8'000'000, 'x');
    if (request.path == "/who")
        response.body = request.remote_address + (request.secure ? " https" : " http");
    if (request.path == "/") response.body = "home";
    if (request.path == "/parts") return parts(request);
    if (!request.form.empty())
        response.body = std::to_string(request.form.size()) + ":" + request.form.front().second;
    if (!request.body.empty()) response.body = "body " + request.body;
    if (!request.uploads.empty()) response.body = request.uploads.front().file_name;
    return response;
}

http::Response plain_page(int status, const std::string& id) {
    http::Response response;
    response.status = status;
    response.body = "page " + id;
    return response;
}

http::Options quick() {
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

    explicit Running(http::Options options = quick(), http::Handler handler = echo)
        : server{std::move(options), [handler] { return handler; }, plain_page}, thread{[this] {
              server.run();
          }} {}
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

int status_of(std::string_view answer) {
    return answer.size() > 12 ? std::stoi(std::string{answer.substr(9, 3)}) : 0;
}

std::string get(const std::string& target, const std::string& headers = "Host: localhost\r\n") {
    return "GET " + target + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
}

std::string post(const std::string& headers, const std::string& body) {
    return "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("a page is answered, with every security header") {
    const Running running;
    const auto answer = running.ask(get("/"));

    CHECK(status_of(answer) == 200);
    CHECK(has(answer, "\r\n\r\nhome"));
    for (const auto& line : http::security_headers)
        CHECK(has(answer, std::string{line.name} + ": " + line.value));
}

TEST_CASE("a body that is made while it is sent comes in chunks, and the connection is kept") {
    const Running running;
    const Client client{running.server.port()};
    client.say("GET /parts HTTP/1.1\r\nHost: localhost\r\n\r\n");

    const auto answer = client.hear("0\r\n\r\n");
    CHECK(has(answer, "Transfer-Encoding: chunked\r\n"));
    CHECK_FALSE(has(answer, "Content-Length"));
    CHECK(has(answer, "\r\n\r\n7\r\npart 1;\r\n7\r\npart 2;\r\n7\r\npart 3;\r\n0\r\n\r\n"));
    client.say(get("/"));
    CHECK(has(client.hear("home"), "home"));
}

TEST_CASE("an old client gets a body of parts as it is, until the connection closes") {
    const Running running;
    const auto answer = running.ask("GET /parts HTTP/1.0\r\nHost: localhost\r\n\r\n");

    CHECK_FALSE(has(answer, "Transfer-Encoding"));
    CHECK(has(answer, "\r\n\r\npart 1;part 2;part 3;<closed>"));
}

TEST_CASE("HEAD of a body of parts makes none but the first") {
    const Running running;
    const auto answer =
        running.ask("HEAD /parts?fails HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    CHECK(status_of(answer) == 200);
    CHECK(has(answer, "\r\n\r\n<closed>"));
}

TEST_CASE("when a part cannot be made the body has no end, so that nobody takes it for whole") {
    const Running running;
    const auto answer = running.ask(get("/parts?fails"));

    CHECK(has(answer, "part 1;"));
    CHECK_FALSE(has(answer, "0\r\n\r\n"));
    CHECK(has(answer, "<closed>"));
}

TEST_CASE("an answer that is known already has no length of its own") {
    const Running running{quick(), [](const http::Request&) {
                              http::Response known;
                              known.status = 304;
                              known.content_type.clear();
                              return known;
                          }};
    const auto answer = running.ask(get("/"));

    CHECK(status_of(answer) == 304);
    CHECK_FALSE(has(answer, "Content-Length"));
    CHECK_FALSE(has(answer, "Content-Type:"));
}

TEST_CASE("what cannot be read in one way is refused with 400, and bears the same headers") {
    const Running running;
    const std::string host = "Host: localhost\r\n";
    for (const auto& request : {
             get("/", ""),
             get("/", "Host: evil.example\r\n"),
             get("/", host + host),
             get("/", "Host : localhost\r\n"),
             get("/", host + "X: a\r\n b\r\n"),
             get("/a//b"),
             get("/%"),
             get("/%2F"),
             get("/..%2e"),
             std::string{"GET / HTTP/1.1\nHost: localhost\n\n"},
             get("/?a=%FF"),
             post("Content-Length: 1\r\nContent-Length: 1\r\n", "a"),
             post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
             post("Content-Length: -1\r\n", ""),
             post("Content-Length: 1x\r\n", "a"),
             post("Transfer-Encoding: chunked\r\n", "zz\r\n"),
             post("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n", "a=%ZZ"),
         }) {
        CAPTURE(request);
        const auto answer = running.ask(request);
        if (request.find("/..%2e") != request.npos) {
            CHECK(status_of(answer) == 200);  // three dots are a name like any other
            continue;
        }
        CHECK(status_of(answer) == 400);
        CHECK(has(answer, "Content-Security-Policy: default-src 'none'"));
        CHECK(has(answer, "<closed>"));
    }
}

TEST_CASE("each limit has its own answer") {
    const Running running;
    const auto status = [&](const std::string& request) { return status_of(running.ask(request)); };

    CHECK(status(get("/" + std::string(9000, 'a'))) == 414);
    CHECK(status(get("/", "Host: localhost\r\nX: " + std::string(30'000, 'a') + "\r\n")) == 431);
    CHECK(status(post("Content-Length: 1001\r\n", std::string(1001, 'a'))) == 413);
    CHECK(status(post("Content-Length: 9223372036854775808\r\n", "")) == 413);
    CHECK(status("BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n") == 501);
    CHECK(status("GET / HTTP/3.7\r\nHost: localhost\r\n\r\n") >= 400);
    const auto refused = running.ask("DELETE / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    CHECK(status_of(refused) == 405);
    CHECK(has(refused, "Allow: GET, HEAD, POST"));
}

TEST_CASE("a body that grows too large in chunks is refused") {
    const Running running;
    std::string body;
    for (int i = 0; i < 20; ++i) body += "190\r\n" + std::string(400, 'a') + "\r\n";
    CHECK(status_of(running.ask(post("Transfer-Encoding: chunked\r\n", body + "0\r\n\r\n"))) == 413);
}

TEST_CASE("more fields than allowed are refused") {
    auto options = quick();
    options.max_body = 1'000'000;
    const Running running{options};
    std::string form;
    for (int i = 0; i < 100'000; ++i) form += "k=v&";
    const auto headers =
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(form.size());
    CHECK(status_of(running.ask(post(headers + "\r\n", form))) == 400);
}

TEST_CASE("who is slow with the head or the body is told so and let go") {
    const Running running;
    CHECK(status_of(running.ask("GET / HTTP/1.1\r\nHost: local")) == 408);
    CHECK(status_of(running.ask(post("Content-Length: 10\r\n", "abc"))) == 408);
}

TEST_CASE("who says nothing is let go without a word") {
    const Running running;
    const Client client{running.server.port()};
    client.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto heard = client.hear("<closed>");
    CHECK(status_of(heard) == 200);
    CHECK(heard.ends_with("home<closed>"));
}

TEST_CASE("who does not read is let go") {
    const Running running;
    const Client slow{running.server.port()};
    slow.say(get("/large"));
    std::this_thread::sleep_for(600ms);

    const auto heard = slow.hear();
    CHECK(has(heard, "<closed>"));
    CHECK(heard.size() < 8'000'000);
    CHECK(status_of(running.ask(get("/"))) == 200);
}

TEST_CASE("a post that is no form comes as it was sent") {
    const Running running;
    CHECK(has(running.ask(post("Content-Length: 9\r\n", "old 0\n\na&")), "body old 0\n\na&"));
    CHECK(has(running.ask(post("Content-Type: text/plain\r\nContent-Length: 3\r\n", "a=b")), "body a=b"));
}

TEST_CASE("a form is read, and 100-continue is said when it will be") {
    const Running running;
    const auto headers = std::string{"Content-Type: application/x-www-form-urlencoded\r\n"};
    CHECK(has(running.ask(post(headers + "Content-Length: 9\r\n", "a=hej&b=2")), "2:hej"));

    const Client client{running.server.port()};
    client.say(post(headers + "Content-Length: 5\r\nExpect: 100-continue\r\n", ""));
    CHECK(has(client.hear("\r\n\r\n"), "100 Continue"));
    client.say("a=hej");
    CHECK(has(client.hear(), "1:hej"));

    const auto refused = running.ask(post("Content-Length: 5000000\r\nExpect: 100-continue\r\n", ""));
    CHECK(status_of(refused) == 413);
}

TEST_CASE("HEAD has the head of GET and no body") {
    const Running running;
    const auto answer = running.ask("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    CHECK(has(answer, "Content-Length: 4"));
    CHECK(answer.ends_with("\r\n\r\n<closed>"));
}

TEST_CASE("requests sent at once are answered in their order") {
    const Running running;
    const Client client{running.server.port()};
    client.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/who"));
    const auto heard = client.hear();

    REQUIRE(has(heard, "home"));
    CHECK(heard.find("home") < heard.find("127.0.0.1 http"));
}

TEST_CASE("HTTP/1.0 is answered and closed") {
    const Running running;
    CHECK(has(running.ask("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n"), "home<closed>"));
}

TEST_CASE("a handler that throws gives a page with the request's number and no reason") {
    const Running running;
    for (const auto* target : {"/throw", "/split-header"}) {
        const auto answer = running.ask(get(target));
        CHECK(status_of(answer) == 500);
        CHECK(has(answer, "page "));
        CHECK_FALSE(has(answer, "secret"));
        CHECK_FALSE(has(answer, "b: c"));
    }
}

TEST_CASE("a proxy is believed only when it is trusted") {
    const auto forwarded =
        get("/who", "Host: localhost\r\nX-Forwarded-For: 6.6.6.6, 9.9.9.9\r\nX-Forwarded-Proto: https\r\n");
    CHECK(has(Running{}.ask(forwarded), "127.0.0.1 http"));

    auto options = quick();
    options.trusted_proxies = {"127.0.0.1"};
    const Running behind{options};
    const auto answer = behind.ask(forwarded);
    CHECK(has(answer, "9.9.9.9 https"));
    CHECK(has(answer, "Strict-Transport-Security"));
}

TEST_CASE("a full queue answers 503 and when to come back") {
    auto options = quick();
    options.workers = 1;
    options.queue = 1;
    std::counting_semaphore<> entered{0};
    std::counting_semaphore<> go{0};
    const Running running{options, [&](const http::Request& request) {
                              entered.release();
                              go.acquire();
                              return echo(request);
                          }};
    const Client first{running.server.port()};
    first.say(get("/"));
    entered.acquire();
    const Client second{running.server.port()};
    second.say(get("/"));
    std::this_thread::sleep_for(50ms);

    const auto third = running.ask(get("/"));
    go.release(2);
    CHECK(status_of(third) == 503);
    CHECK(has(third, "Retry-After"));
    CHECK(status_of(first.hear()) == 200);
    CHECK(status_of(second.hear()) == 200);
}

TEST_CASE("too many connections are turned away with 503") {
    auto options = quick();
    options.max_connections = 1;
    const Running running{options};
    const Client first{running.server.port()};
    std::this_thread::sleep_for(30ms);
    CHECK(status_of(running.ask(get("/"))) == 503);
}

TEST_CASE("a server that stops finishes what it has begun and lets the idle go") {
    std::counting_semaphore<> entered{0};
    std::counting_semaphore<> go{0};
    std::string in_flight;
    std::string idle;
    {
        const Running running{quick(), [&](const http::Request& request) {
                                  entered.release();
                                  go.acquire();
                                  return echo(request);
                              }};
        const Client quiet{running.server.port()};
        const Client busy{running.server.port()};
        busy.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        entered.acquire();
        const_cast<http::Server&>(running.server).stop();
        idle = quiet.hear();
        go.release();
        in_flight = busy.hear();
    }
    CHECK(idle == "<closed>");
    CHECK(has(in_flight, "home"));
}
