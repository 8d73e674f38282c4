#include "support/http_server.hpp"

#include <string>
#include <vector>

/// Requests that two readers may read in two ways: what one takes for the body is to the other a request of
/// its own (RFC 9112, 11.2). Each is followed by one that asks for /hidden.
using namespace example;

namespace {

const std::string line = "POST / HTTP/1.1\r\n";
const std::string host = "Host: localhost\r\n";
const std::string hidden = "GET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";
const std::string last_chunk = "0\r\n\r\n";

std::vector<std::string> refused_codings() {
    std::vector<std::string> heads;
    for (const auto* coding : {"xchunked", "identity", "chunked, gzip", "gzip, chunked", "chunked, chunked",
             "", "\"chunked\"", "chunked;q=1", "chunked,", ",chunked", "chun ked", "chunked\x0b",
             "\x0b"
             "chunked",
             "x", "deflate", "trailers", "chunked, identity", "cow", "0"})
        heads.push_back(line + host + "Transfer-Encoding: " + coding + "\r\n\r\n");
    for (const auto* field : {"Transfer-Encoding : chunked", "Transfer-Encoding\t: chunked",
             " Transfer-Encoding: chunked", "Transfer-Encoding:\r\n chunked",
             "Transfer-Encoding: chunked\r\n\t, identity", "X: y\nTransfer-Encoding: chunked",
             "X: y\rTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
             "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
             "Transfer-Encoding: chunked\r\nContent-Length: 5",
             "Content-Length: 5\r\nTransfer-Encoding: chunked",
             "content-length: 5\r\ntransfer-encoding: chunked",
             "Content-Length: 0\r\nTransfer-Encoding: chunked",
             "Transfer-Encoding: chunked\r\nContent-Length: 0", "Transfer_Encoding: chunked",
             "Content_Length: 5", "transfer_encoding: chunked\r\nContent-Length: 5",
             "Content_Length: 5\r\nContent-Length: 5"})
        heads.push_back(line + host + field + "\r\n\r\n");
    heads.push_back("POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n");
    heads.push_back(
        "POST / HTTP/1.0\r\n" + host + "Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n");
    return heads;
}

std::vector<std::string> refused_lengths() {
    std::vector<std::string> heads;
    for (const auto* length : {"-1", "+5", "5x", "x5", "0x5", "5 5", "5,5", "5, 5", "", "5.0", "5e0", "\"5\"",
             "5;", "18446744073709551616", "99999999999999999999", "٥"})
        heads.push_back(line + host + "Content-Length: " + length + "\r\n\r\n");
    for (const auto* field : {"Content-Length: 5\r\nContent-Length: 5",
             "Content-Length: 5\r\nContent-Length: 0", "Content-Length: 0\r\nContent-Length: 5",
             "Content-Length : 5", "Content-Length\t: 5", "Content-Length:\r\n 5", " Content-Length: 5",
             "X: y\nContent-Length: 5", "X: y\rContent-Length: 5", ": 5", "Content Length: 5"})
        heads.push_back(line + host + field + "\r\n\r\n");
    return heads;
}

std::vector<std::string> refused_heads() {
    const std::string end = "\r\n\r\n";
    return {"POST / HTTP/1.1" + end, line + "Host: localhost\r\nHost: localhost" + end,
        line + "Host: evil.example" + end, line + "Host: localhost@evil.example" + end,
        line + "Host: localhost.evil.example" + end, line + "Host : localhost" + end,
        line + "Host: localhost\nX: y" + end, "POST  / HTTP/1.1\r\n" + host + "\r\n",
        "POST /\tHTTP/1.1\r\n" + host + "\r\n", " POST / HTTP/1.1\r\n" + host + "\r\n",
        "POST / HTTP/1.1 \r\n" + host + "\r\n", "POST / http/1.1\r\n" + host + "\r\n",
        "POST / HTTP/1.1\n" + host + "\r\n", "POST http://evil.example/ HTTP/1.1\r\n" + host + "\r\n",
        "POST //evil.example HTTP/1.1\r\n" + host + "\r\n", "POST /\\evil HTTP/1.1\r\n" + host + "\r\n",
        "POST /%0d%0aX:y/../ HTTP/1.1\r\n" + host + "\r\n", "POST *  HTTP/1.1\r\n" + host + "\r\n",
        "POST / HTTP/1.1\r\n" + host + "no colon\r\n\r\n",
        "POST / HTTP/1.1\r\n" + host + std::string{"X: a\0b\r\n\r\n", 10},
        "POST / HTTP/2.0\r\n" + host + "\r\n", "POST / HTTP/1.1\r\n" + host + "X: a\r\n folded\r\n\r\n",
        "GET /\r\n\r\n", "\x16\x03\x01\x02\r\n\r\n"};
}

/// Bodies in chunks that are not as they should be.
std::vector<std::string> refused_chunks() {
    const auto head = line + host + "Transfer-Encoding: chunked\r\n\r\n";
    std::vector<std::string> all;
    for (const auto* body : {"zz\r\n", "0x5\r\nabcde\r\n0\r\n\r\n", "+5\r\nabcde\r\n0\r\n\r\n",
             "-5\r\nabcde\r\n0\r\n\r\n", "5\nabcde\r\n0\r\n\r\n", "5\r\nabcdeXX0\r\n\r\n",
             "5\r\nabcdefgh\r\n0\r\n\r\n", "\r\n\r\n", ";\r\n\r\n", "10000000000000005\r\nabcde\r\n0\r\n\r\n",
             "FFFFFFFFFFFFFFFF\r\nabcde\r\n0\r\n\r\n", "5\r\nabcde\n0\r\n\r\n"})
        all.push_back(head + body);
    return all;
}

int answers_in(std::string_view heard) {
    int count = 0;
    for (auto at = heard.find("HTTP/1.1 "); at != heard.npos; at = heard.find("HTTP/1.1 ", at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("what can be read in two ways is refused, and nothing after it is read") {
    const Running running;
    for (const auto& corpus : {refused_codings(), refused_lengths(), refused_heads(), refused_chunks()})
        for (const auto& request : corpus) {
            CAPTURE(request);
            const auto heard = running.ask(request + last_chunk + hidden);
            CHECK(status_of(heard) >= 400);
            CHECK(status_of(heard) != 500);
            CHECK(answers_in(heard) == 1);
            CHECK(has(heard, "Content-Security-Policy: default-src 'none'"));
            CHECK_FALSE(has(heard, "the hidden one"));
            CHECK(has(heard, "<closed>"));
        }
}

TEST_CASE("what Transfer-Encoding or Content-Length says in one way only is read so") {
    const Running running;
    const std::string form = "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n";
    for (const auto& request : {
             line + host + form + "Transfer-Encoding: chunked\r\n\r\n5\r\na=hej\r\n0\r\n\r\n",
             line + host + form + "transfer-encoding:CHUNKED\r\n\r\n5;name=value\r\na=hej\r\n0\r\n\r\n",
             line + host + form +
                 "Transfer-Encoding: \t chunked \t\r\n\r\n5\r\na=hej\r\n0\r\nX: trailer\r\n\r\n",
             line + host + form + "Content-Length: 5\r\n\r\na=hej",
             line + host + form + "CONTENT-LENGTH:005\r\n\r\na=hej",
         }) {
        CAPTURE(request);
        const auto heard = running.ask(request);
        CHECK(status_of(heard) == 200);
        CHECK(has(heard, "1:hej"));
    }
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
