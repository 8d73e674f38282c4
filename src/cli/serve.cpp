#include "cli/serve.hpp"

#include "web/http/head.hpp"
#include "web/http/server.hpp"
#include "web/routes.hpp"

#include <pthread.h>
#include <charconv>
#include <csignal>
#include <iostream>
#include <thread>

namespace medskapa::cli {
namespace {

namespace http = web::http;

constexpr auto zone = "Europe/Stockholm";

http::Options options_of(const ServeOptions& asked) {
    http::Options options;
    const auto colon = asked.listen.rfind(':');
    unsigned port = 0;
    const auto* end = asked.listen.data() + asked.listen.size();
    const auto read = colon == std::string::npos
                          ? std::from_chars_result{end, std::errc::invalid_argument}
                          : std::from_chars(asked.listen.data() + colon + 1, end, port);
    if (read.ec != std::errc{} || read.ptr != end || port > 65535)
        throw std::runtime_error{"Write --listen as ADDRESS:PORT, for example 127.0.0.1:8080"};
    options.address = asked.listen.substr(0, colon);
    options.port = static_cast<std::uint16_t>(port);
    options.workers = asked.workers;
    options.trusted_proxies = asked.trusted_proxies;
    if (const auto host = asked.base_url.find("//"); host != std::string::npos)
        options.hosts.push_back(http::host_without_port(asked.base_url.substr(host + 2)));
    return options;
}

sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGUSR2);  // how we wake the waiting thread ourselves
    return signals;
}

http::Handler handler(const web::Site& site, const web::Router& router, const sql::Database& database) {
    const std::shared_ptr<sql::Connection> db = sql::open(database, sql::Access::read_only);
    return [&site, &router, db](const http::Request& request) { return router.answer(site, *db, request); };
}

}  // namespace

int serve(const ServeOptions& asked) {
    auto options = options_of(asked);
    const auto signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    const Clock clock{zone};
    sql::Writer writer{laid_out(asked.place), now};
    web::Site site{writer, clock, now, asked.place.secret(), asked.base_url};
    const web::Router router{web::all_routes()};
    http::Server server{
        options, [&] { return handler(site, router, asked.place.database()); }, web::status_page};
    const auto address = "http://" + options.address + ":" + std::to_string(server.port());
    if (site.base_url.empty()) site.base_url = address;

    std::thread waiting{[&] {
        int signal = 0;
        sigwait(&signals, &signal);
        server.stop();
    }};
    std::cout << "listening on " << address << std::endl;
    server.run();
    pthread_kill(waiting.native_handle(), SIGUSR2);
    waiting.join();
    return 0;
}

}  // namespace medskapa::cli
