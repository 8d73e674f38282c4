#include "support/environment.hpp"
#include "support/http_server.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <semaphore>
#include <vector>

using namespace example;

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

TEST_CASE("when there is no more room the oldest idle connection goes, and the newcomer is answered") {
    auto options = quick();
    options.max_connections = 3;
    options.idle_timeout = options.header_timeout = 2000ms;
    const Running running{options};
    const Client first{running.server.port()};
    const Client second{running.server.port()};
    const Client third{running.server.port()};
    CHECK(status_of(running.ask(get("/"))) == 200);
    CHECK(first.hear() == "<closed>");
    third.say(get("/"));
    CHECK(status_of(third.hear()) == 200);
}

TEST_CASE("when every connection is being answered, one more is turned away with 503") {
    auto options = quick();
    options.max_connections = 1;
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
    const auto turned_away = running.ask(get("/"));
    go.release();
    CHECK(status_of(turned_away) == 503);
    CHECK(has(turned_away, "Retry-After"));
    CHECK(status_of(first.hear()) == 200);
}

TEST_CASE("who hangs up at once is known by the address that was accepted") {
    std::mutex mutex;
    std::vector<std::string> seen;
    const Running running{quick(), [&](const http::Request& request) {
                              const std::lock_guard lock{mutex};
                              seen.push_back(request.remote_address);
                              return echo(request);
                          }};
    for (int i = 0; i < 50; ++i) {
        const Client client{running.server.port()};
        client.say(post("Content-Length: 9\r\n", "old 0\n\na&"));
        client.reset();
    }
    CHECK(status_of(running.ask(get("/"))) == 200);
    const std::lock_guard lock{mutex};
    for (const auto& address : seen) CHECK(address == "127.0.0.1");
}

TEST_CASE("where there is nothing no body is read, and elsewhere as much as its address says") {
    const auto rules = [](const http::Request& head) {
        return head.path == "/" ? http::BodyRule{0, 10} : http::BodyRule{404, 0};
    };
    const Running running{quick(), echo, rules};
    const std::string line = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    CHECK(status_of(running.ask("POST /nothing" + line + "Content-Length: 5000\r\n\r\nabc")) == 404);
    CHECK(status_of(running.ask("POST /nothing" + line + "Transfer-Encoding: chunked\r\n\r\n")) == 404);
    CHECK(status_of(running.ask(post("Content-Length: 10\r\n", "0123456789"))) == 200);
    CHECK(status_of(running.ask(post("Content-Length: 11\r\n", ""))) == 413);
    CHECK(status_of(running.ask("GET /" + line + "Content-Length: 1\r\n\r\na")) == 413);
}

TEST_CASE("a long body is read only when a handler has let its head in, and it comes whole") {
    auto options = quick();
    options.body_timeout = 2000ms;
    std::atomic<int> heads{0};
    const auto handler = [&](const http::Request& request) {
        http::Response response;
        response.status = 403;
        if (request.stage == http::Request::Stage::head) {
            ++heads;
            if (request.header("x-key") == "right") response.status = 100;
            return response;
        }
        return echo(request);
    };
    const Running running{options, handler, [](const http::Request&) { return http::BodyRule{0, 500'000}; }};
    const auto length = "Content-Length: 300000\r\n";
    CHECK(status_of(running.ask(post(length, "only the beginning"))) == 403);
    const auto body = "old " + std::string(299'995, 'x') + "\n";
    const auto answer = running.ask(post(std::string{length} + "X-Key: right\r\n", body));
    CHECK(heads == 2);
    CHECK(status_of(answer) == 200);
    CHECK(has(answer, "body " + body));
    CHECK(running.server.gauges()->bytes_in_files == 0);
}

TEST_CASE("what all hold together is bounded, in memory and in files, and is given back") {
    auto options = quick();
    options.max_held = 150'000;
    options.max_in_files = 5'000'000;  // two files
    options.max_upload = options.max_body = 1'000'000;
    options.body_timeout = 5000ms;
    const Running running{options};
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 20; ++i) {
        slow.push_back(std::make_unique<Client>(running.server.port()));
        slow.back()->say(post("Content-Length: 900000\r\n", std::string(100'000, 'x')));
    }
    std::this_thread::sleep_for(200ms);
    const auto full = running.server.gauges().value();
    CHECK(full.bytes_in_files <= options.max_in_files);
    CHECK(full.bytes_held <= options.max_held);
    CHECK(full.refused.at(503) >= 10);
    CHECK(status_of(running.ask(get("/"))) == 200);
    slow.clear();
    std::this_thread::sleep_for(100ms);
    CHECK(running.server.gauges()->bytes_in_files == 0);
    CHECK(status_of(running.ask(post("Content-Length: 100000\r\n", std::string(100'000, 'x')))) == 200);
}

TEST_CASE("when the folder for temporary files cannot be used a long body is refused, and a short one not") {
    const medskapa::test::Environment nowhere{"TMPDIR", "/nowhere/at/all"};
    auto options = quick();
    options.max_body = 1'000'000;
    const Running running{options};
    CHECK(status_of(running.ask(post("Content-Length: 100000\r\n", std::string(100'000, 'x')))) == 507);
    CHECK(status_of(running.ask(post("Content-Length: 4\r\n", "a\n&b"))) == 200);
}

TEST_CASE("a handler that takes too long is given up, and the others are answered") {
    auto options = quick();
    options.answer_timeout = 100ms;
    std::counting_semaphore<> go{0};
    const Running running{options, [&](const http::Request& request) {
                              if (request.path == "/slow") go.acquire();
                              return echo(request);
                          }};
    CHECK(status_of(running.ask(get("/slow"))) == 504);
    CHECK(status_of(running.ask(get("/"))) == 200);
    CHECK(running.server.gauges()->too_slow == 1);
    // The worker that answered is counted until it has put its work down, a moment after the client has read
    // it.
    const auto patience = std::chrono::steady_clock::now() + 10s;
    while (running.server.gauges()->workers_busy > 1 && std::chrono::steady_clock::now() < patience)
        std::this_thread::sleep_for(1ms);
    CHECK(running.server.gauges()->workers_busy == 1);
    go.release();
}

TEST_CASE("a network may not have all the workers and their queue") {
    auto options = quick();
    options.workers = 1;
    options.queue = 5;  // a third of six, and one
    options.trusted_proxies = {"127.0.0.1"};
    std::counting_semaphore<> go{0};
    const Running running{options, [&](const http::Request& request) {
                              go.acquire();
                              return echo(request);
                          }};
    const auto from = [](const std::string& address) {
        return get("/", "Host: localhost\r\nX-Forwarded-For: " + address + "\r\n");
    };
    std::vector<std::unique_ptr<Client>> crowd;
    for (int i = 0; i < 6; ++i) {
        crowd.push_back(std::make_unique<Client>(running.server.port()));
        crowd.back()->say(from("192.0.2." + std::to_string(i)));
    }
    std::this_thread::sleep_for(100ms);
    const Client other{running.server.port()};
    other.say(from("198.51.100.1"));
    std::this_thread::sleep_for(50ms);
    go.release(10);
    CHECK(status_of(other.hear()) == 200);
    int refused = 0;
    for (const auto& client : crowd) refused += status_of(client->hear()) == 503 ? 1 : 0;
    CHECK(refused == 3);
}
