#include "support/http_server.hpp"
#include "web/http/head.hpp"

#include <semaphore>

using namespace example;

TEST_CASE("a page is answered, with every security header") {
    const Running running;
    const auto answer = running.ask(get("/"));

    CHECK(status_of(answer) == 200);
    CHECK(has(answer, "\r\n\r\nhome"));
    for (const auto& line : http::security_headers)
        CHECK(has(answer, std::string{line.name} + ": " + line.value));
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
    for (const std::string unnamed :
        {"", "X-Forwarded-For: \r\n", "X-Forwarded-For: 9.9.9.9,\r\n", "X-Forwarded-For: ,\r\n"})
        CHECK(has(behind.ask(get("/who", "Host: localhost\r\n" + unnamed)), "unknown http"));
}

TEST_CASE("what is ready is sent while every worker is busy, and anything else waits for one") {
    std::counting_semaphore<> go{0};
    const auto page = std::make_shared<http::Response>();
    page->body = "a kept page";
    const auto kept = [page](const http::Request& request) {
        return request.path == "/kept" ? page : std::shared_ptr<http::Response>{};
    };
    const Running running{quick(),
        [&](const http::Request& request) {
            if (request.path == "/slow") go.acquire();
            return echo(request);
        },
        {}, kept};
    std::vector<std::unique_ptr<Client>> slow;
    for (unsigned i = 0; i < quick().workers; ++i) {
        slow.push_back(std::make_unique<Client>(running.server.port()));
        slow.back()->say(get("/slow"));
    }
    const auto answer = running.ask(get("/kept"));
    CHECK(has(answer, "\r\n\r\na kept page"));
    CHECK(has(answer, "Content-Security-Policy: "));

    const Client again{running.server.port()};  // and the connection goes on
    again.say("GET /kept HTTP/1.1\r\nHost: localhost\r\n\r\n");
    CHECK(has(again.hear("a kept page"), "a kept page"));
    again.say("HEAD /kept HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto head = again.hear("\r\n\r\n");
    CHECK(has(head, "Content-Length: 11"));
    CHECK_FALSE(has(head, "a kept page"));
    go.release(quick().workers);
    for (const auto& client : slow) CHECK(status_of(client->hear()) == 200);
    CHECK(status_of(running.ask(post("Content-Length: 3\r\n", "abc"))) == 200);
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
