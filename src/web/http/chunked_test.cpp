#include "support/http_server.hpp"
#include "web/http/head.hpp"

#include <semaphore>

using namespace example;

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

TEST_CASE("no part of an answer is packed or left out by itself") {
    const Running running;
    const auto answer = running.ask(
        "GET /parts HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nIf-None-Match: \"x\"\r\n\r\n");
    CHECK(has(answer, "part 1;part 2;part 3;<closed>"));
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
