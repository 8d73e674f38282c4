#include "cli/serve/metrics.hpp"

#include "cli/serve/listening.hpp"
#include "support/databases.hpp"
#include "support/http_server.hpp"

#include <sstream>

using namespace medskapa;
using namespace medskapa::cli;

TEST_CASE("every gauge is named, explained and a number") {
    web::http::Gauges server;
    server.connections = 7;
    server.refused = {{413, 2}, {503, 1}};
    const auto text = metrics_text(server, gauges_of_process(), {12, 10}, 5);

    for (const auto* line :
        {"\nmedskapa_connections 7\n", "\nmedskapa_requests_refused_total{status=\"413\"} 2\n",
            "\nmedskapa_log_entries_waiting 2\n", "\nmedskapa_commits_total 5\n",
            "\n# TYPE medskapa_connections gauge\n", "\n# TYPE medskapa_commits_total counter\n"})
        CHECK_MESSAGE(text.find(line) != text.npos, line);
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("# ")) continue;
        std::size_t used = 0;
        const auto number = line.substr(line.find(' ') + 1);
        CHECK(std::stod(number, &used) >= 0);
        CHECK(used == number.size());
    }
}

TEST_CASE("a server whose own thread is stuck is seen as one that does not answer") {
    const auto text = metrics_text(std::nullopt, {}, {}, 0);
    CHECK(text.find("\nmedskapa_answers 0\n") != text.npos);
    CHECK(text.find("medskapa_connections ") == text.npos);
}

TEST_CASE("the process counts what it has open") {
    const auto gauges = gauges_of_process();
    CHECK(gauges.descriptors >= 3);
    CHECK(gauges.most_descriptors >= gauges.descriptors);
    CHECK(gauges.resident_bytes > 1'000'000);
}

TEST_CASE("connections never take the descriptors that the database and the log need") {
    for (const std::size_t descriptors : {2U, 10U, 40U, 256U, 1024U, 20'000U, 1'000'000U}) {
        const auto connections = connections_within(descriptors, 16);
        CAPTURE(descriptors);
        CHECK(connections >= 1);
        CHECK(connections + std::min<std::size_t>(descriptors / 2, 256) <= descriptors);
    }
    CHECK(connections_within(1'000'000, 16) == web::http::Options{}.max_connections);
}

TEST_CASE("the page of figures is at /matt and at /metrics, and nothing else is there") {
    const test::Scratch scratch;
    const store::Installation installation{(scratch.folder / "data").string(), {}};
    sql::Writer writer{store::begin_installation(installation, example::noon), [] { return example::noon; }};
    const example::Running watched;
    const MetricsPage page{"127.0.0.1:0", installation, watched.server, writer};
    const auto answer = [&](const char* path) {
        const example::Client client{page.port()};
        client.say(example::get(path));
        return client.hear();
    };

    for (const auto* path : {"/matt", "/metrics"}) {
        const auto said = answer(path);
        CHECK(example::status_of(said) == 200);
        CHECK(said.find("\nmedskapa_answers 1\n") != said.npos);
        CHECK(said.find("text/plain; version=0.0.4") != said.npos);
    }
    for (const auto* path : {"/", "/matt/", "/Matt", "/metrics/../matt"})
        CHECK(example::status_of(answer(path)) != 200);
    CHECK(answer("/").find("/matt") != std::string::npos);
}
