#include "cli/log/fetch.hpp"
#include "cli/log/log_report.hpp"
#include "cli/log/log_vectors.hpp"
#include "engine/openlog/audit/audit.hpp"
#include "support/published_log.hpp"
#include "support/scratch.hpp"
#include "support/shared.hpp"
#include "web/http/server.hpp"

#include <doctest/doctest.h>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

using namespace medskapa;
using example::PublishedLog;
namespace fs = std::filesystem;
namespace http = web::http;

namespace {

PublishedLog small_log() {
    PublishedLog log;
    for (int i = 0; i < 300; ++i) log.append("inspel.received", "inspel/" + std::to_string(i));
    log.publish();
    return log;
}

void write(const PublishedLog& log, const fs::path& folder) {
    for (const auto& [path, bytes] : log.files) {
        fs::create_directories((folder / path).parent_path());
        std::ofstream{folder / path, std::ios::binary} << bytes;
    }
}

http::Response plain(int status, std::string body) {
    http::Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

/// Serves a log's files on a free port, under /logg/.
class Served {
public:
    explicit Served(const PublishedLog& log)
        : log_{log},
          server_{options(), [this] { return [this](const auto& request) { return answer(request); }; },
              [](int status, const std::string&) { return plain(status, ""); }} {}
    ~Served() {
        server_.stop();
        thread_.join();
    }
    std::string address() const { return "http://127.0.0.1:" + std::to_string(server_.port()) + "/logg"; }

private:
    static http::Options options() {
        http::Options options;
        options.port = 0;
        options.workers = 1;
        return options;
    }
    http::Response answer(const http::Request& request) const {
        if (request.path == "/logg/broken") throw std::runtime_error{"the secret reason"};
        const auto file = log_.fetch()(request.path.substr(std::string_view{"/logg/"}.size()));
        return file ? plain(200, *file) : plain(404, "");
    }

    const PublishedLog& log_;
    http::Server server_;
    std::thread thread_{[this] { server_.run(); }};
};

/// Whether the second implementation, docs/verify, agrees.
bool python_accepts(const std::string& arguments) {
    return std::system(("python3 -B docs/verify/" + arguments + " >/dev/null 2>&1").c_str()) == 0;
}

std::string printed(const openlog::AuditReport& report, Language language) {
    std::ostringstream out;
    cli::print(out, report, web::words_of(language));
    return out.str();
}

}  // namespace

TEST_CASE("a log is read from a folder and over HTTP alike") {
    const auto log = small_log();
    const test::Scratch scratch;
    write(log, scratch.folder);
    const Served served{log};

    for (const auto& place : {scratch.folder.string(), served.address(), served.address() + "/"}) {
        const auto report = openlog::audit(cli::fetch_from(place), {{log.key.verifier()}, {}, {}, {}});
        REQUIRE(report);
        CHECK(report->holds());
        CHECK(report->newest.checkpoint.head.size == 301);
    }
}

TEST_CASE("what does not exist is none, and a server in trouble is said") {
    const auto log = small_log();
    const Served served{log};
    const auto fetch = cli::fetch_from(served.address());

    CHECK_FALSE(fetch("tile/9/000"));
    CHECK_THROWS_AS(fetch("broken"), std::runtime_error);
    CHECK_THROWS_AS(cli::fetch_from("http://127.0.0.1:1/logg")("checkpoint"), std::runtime_error);
    CHECK_THROWS_AS(cli::fetch_from("/no/such/folder"), std::runtime_error);
}

TEST_CASE("no path leads out of the folder") {
    const test::Scratch scratch;
    fs::create_directories(scratch.folder / "log");
    std::ofstream{scratch.folder / "secret"} << "secret";
    std::ofstream{scratch.folder / "log/open"} << "open";
    const auto fetch = cli::fetch_from((scratch.folder / "log").string());

    CHECK(fetch("open") == "open");
    CHECK_FALSE(fetch("../secret"));
    CHECK_FALSE(fetch("a/../../secret"));
    CHECK_FALSE(fetch((scratch.folder / "secret").string()));
    CHECK_FALSE(fetch(""));
}

TEST_CASE("a report says its verdict last, in the reader's language") {
    auto log = small_log();
    const openlog::AuditQuestion question{{log.key.verifier()}, {}, {}, {}};
    CHECK(printed(openlog::audit(log.fetch(), question).value(), Language::sv)
              .ends_with("\nLoggen stämmer.\n"));

    log.files.at("tile/0/001.p/45")[0] ^= 1;
    const auto report = openlog::audit(log.fetch(), question).value();
    CHECK(printed(report, Language::en).ends_with("\nThe log does not hold: 1 breach.\n"));
    CHECK(printed(report, Language::en).find("Breach: Entry 256: ") != std::string::npos);
}

TEST_CASE("many breaches are counted, and the first hundred listed") {
    auto log = small_log();
    for (auto& byte : log.files.at("tile/0/000")) byte ^= 1;
    const auto report = openlog::audit(log.fetch(), {{log.key.verifier()}, {}, {}, {}}).value();

    CHECK(printed(report, Language::en).find("… and 156 more\n") != std::string::npos);
    CHECK(printed(report, Language::en).ends_with("256 breaches.\n"));
}

TEST_CASE("a receipt's text cannot paint the terminal") {
    openlog::ReceiptReport report;
    report.opened = {
        {"text", std::string(32, 's'), "rad ett\nrad två\x1B[2J"}, {"file", std::string(32, 's'), "\xFF"}};
    std::ostringstream out;
    cli::print(out, report, web::words_of(Language::sv));

    CHECK(out.str().find('\x1B') == std::string::npos);
    CHECK(out.str().find("rad ett\nrad två") != std::string::npos);
    CHECK(out.str().find("/w==") != std::string::npos);
}

TEST_CASE("the verifier in Python agrees about a log and a receipt, and about forged ones") {
    auto log = small_log();
    const test::Scratch scratch;
    write(log, scratch.folder);
    const auto folder = scratch.folder.string();
    const auto vkey = openlog::as_vkey(log.key.verifier());
    const auto receipt = openlog::text_of(openlog::Receipt{vkey, log.entries[7], {}, {}});
    const auto proof = openlog::inclusion_proof(7, log.leaves.size(), openlog::nodes_of(log.leaves));
    const auto write_receipt = [&](std::uint64_t index) {
        std::ofstream{scratch.folder / "kvitto.txt"}
            << "Kvitto\n\n"
            << openlog::text_of(openlog::ProofFile{receipt, index, proof, log.files.at("checkpoint")});
    };

    CHECK(python_accepts("verify.py log " + folder + " " + vkey));
    write_receipt(7);
    CHECK(python_accepts("verify.py receipt " + folder + "/kvitto.txt"));
    write_receipt(8);
    CHECK_FALSE(python_accepts("verify.py receipt " + folder + "/kvitto.txt"));
    log.files.at("tile/entries/000")[500] ^= 1;
    write(log, scratch.folder);
    CHECK_FALSE(python_accepts("verify.py log " + folder + " " + vkey));
}

TEST_CASE("the published vectors pass in both implementations") {
    const auto folder = test::shared("log", "the published vectors of the open log");
    if (!folder) return;
    std::ostringstream out;
    const auto tally = cli::run_vectors(folder->string(), out);

    REQUIRE(tally);
    CHECK(tally->failed == 0);
    CHECK(tally->passed == 246);
    CHECK(python_accepts("vectors.py " + folder->string()));
}

TEST_CASE("vectors that are not there fail, and what are none are refused") {
    const test::Scratch scratch;
    std::ostringstream out;
    CHECK(cli::run_vectors(scratch.folder.string(), out)->failed == 5);
    std::ofstream{scratch.folder / "signed-notes.json"} << "{}[";
    CHECK_FALSE(cli::run_vectors(scratch.folder.string(), out));
}
